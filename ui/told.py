"""What an act did, in one sentence: told when it is done, when it is taken back, and when it is done again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from facilitator.language import Language, later
from facilitator.model.audience import Audience
from facilitator.model.network import Phase
from facilitator.model.outcome import ActionState
from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from ui.words import PHASES, READERS

if TYPE_CHECKING:
    from ui.workspace import Act, Touched, Workspace

# What a record is called where it was added, changed or deleted; its words themselves may be confidential.
ADDED: Mapping[str, str] = {
    "notes": later("The note is added."),
    "decisions": later("The decision is added."),
    "parked": later("The parked item is added."),
    "actions": later("The action is added."),
    "cases": later("The case is added."),
    "photos": later("The photo is added."),
}
DELETED: Mapping[str, str] = {
    "notes": later("The note is deleted."),
    "decisions": later("The decision is deleted."),
    "parked": later("The parked item is deleted."),
    "actions": later("The action is deleted."),
    "cases": later("The case is deleted."),
    "photos": later("The photo is deleted."),
}
STATES: Mapping[ActionState, str] = {
    ActionState.done: later("The action is done."),
    ActionState.open: later("The action is open again."),
    ActionState.dropped: later("The action is dropped."),
}


def told(act: Act, workspace: Workspace, language: Language) -> str:
    """What the act did; the highest of what it touched gives its name to the rest."""
    by_table: dict[str, list[Touched]] = {}
    for each in act.touched:
        by_table.setdefault(each.table, []).append(each)
    for table, words in (
        ("networks", _network),
        ("sessions", _session),
        ("members", _members),
        ("guests", _guest),
        ("attendance", _attendance),
        ("steps", _steps),
    ):
        if table in by_table:
            return words(by_table[table], workspace, language)
    if all(each.before and each.after and "session" in each.changed() for each in act.touched):
        return _carried(act.touched, workspace, language)
    table, touched = next(iter(by_table.items()))
    return _record(table, touched[0], language)


def _network(touched: list[Touched], workspace: Workspace, language: Language) -> str:
    del workspace
    first = touched[0]
    if first.before is None:
        return language.text("{name} is added.", name=_cells(first)["name"])
    if first.after is None:
        return language.text("{name} is deleted.", name=_cells(first)["name"])
    if first.changed() == {"phase"}:
        return language.text("The phase is {phase} now.", phase=language.text(PHASES[Phase(str(first.after["phase"]))]))
    if first.changed() == {"seating"}:
        return language.text("The seating is changed.")
    return language.text("{name} is changed.", name=first.after["name"])


def _session(touched: list[Touched], workspace: Workspace, language: Language) -> str:
    del workspace
    first = touched[0]
    number = _cells(first)["number"]
    if len(touched) > 1:
        return language.count("{n} meeting is changed.", "{n} meetings are changed.", len(touched))
    if first.before is None:
        return language.text("Meeting {n} is planned: {when}.", n=number, when=_when(first.after, language))
    if first.after is None:
        return language.text("Meeting {n} is deleted.", n=number)
    changed = first.changed()
    if changed == {"state"}:
        cancelled = first.after["state"] == SessionState.cancelled
        words = "Meeting {n} is cancelled." if cancelled else "Meeting {n} will be held after all."
        return language.text(words, n=number)
    if "starts_at" in changed:
        return language.text("Meeting {n} is moved to {when}.", n=number, when=_when(first.after, language))
    return language.text("Meeting {n} is changed.", n=number)


def _members(touched: list[Touched], workspace: Workspace, language: Language) -> str:
    del workspace
    added = [each for each in touched if each.before is None]
    gone = [each for each in touched if each.after is None]
    if len(touched) > 1:
        if len(added) == len(touched):
            return language.count("{n} member is added.", "{n} members are added.", len(added))
        if added:  # out of a file: some are new, some corrected
            return language.count("{n} member came in.", "{n} members came in.", len(touched))
        return language.count("{n} member is changed.", "{n} members are changed.", len(touched))
    name = _cells(touched[0])["name"]
    if added:
        return language.text("{name} is added.", name=name)
    if gone:
        return language.text("{name} is removed from the list.", name=name)
    return language.text("{name} is changed.", name=name)


def _guest(touched: list[Touched], workspace: Workspace, language: Language) -> str:
    del workspace
    name, gone = _cells(touched[0])["name"], touched[0].after is None
    return (
        language.text("{name} is removed from the list.", name=name)
        if gone
        else language.text("{name} is added.", name=name)
    )


def _attendance(touched: list[Touched], workspace: Workspace, language: Language) -> str:
    return language.text("The attendance of meeting {n} is changed.", n=_number(touched[0], workspace))


def _steps(touched: list[Touched], workspace: Workspace, language: Language) -> str:
    return language.text("The agenda of meeting {n} is changed.", n=_number(touched[0], workspace))


def _carried(touched: Sequence[Touched], workspace: Workspace, language: Language) -> str:
    return language.text("What was written is in meeting {n} now.", n=_number(touched[0], workspace))


def _record(table: str, touched: Touched, language: Language) -> str:
    if touched.before is None:
        return language.text(ADDED[table])
    if touched.after is None:
        return language.text(DELETED[table])
    changed = touched.changed()
    if "audience" in changed and "text" not in changed:
        return language.text(READERS[Audience(str(touched.after["audience"]))])
    if changed == {"state"}:
        return language.text(STATES[ActionState(str(touched.after["state"]))])
    return language.text("The text is changed.") if changed == {"text"} else language.text("The action is changed.")


def _when(cells: Mapping[str, Any] | None, language: Language) -> str:
    return language.moment(datetime.fromisoformat(str((cells or {})["starts_at"])))


def _number(touched: Touched, workspace: Workspace) -> int:
    try:
        return workspace.session(str(_cells(touched)["session"])).number
    except Trouble:  # deleted meanwhile
        return 0


def _cells(touched: Touched) -> Mapping[str, Any]:
    return touched.after or touched.before or {}
