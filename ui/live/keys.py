"""The keys of a live meeting, as data: what each does, the key of its own, and the twin that works while writing.

A key of its own (`key`) works where no text is being written; where a list has the keyboard, `where` names the list in
which it holds. A `twin` always has Ctrl or is one of the F keys or the remote's, so that it means no letter.
"""

from typing import Literal

import msgspec
from PySide6.QtGui import QKeySequence

from facilitator.language import Code, Language, later

Where = Literal["", "rail", "written", "people", "aloud", "ready"]
Group = Literal["course", "turns", "time", "plan", "people", "writing", "screens"]


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a key does. `commands` are the words of the engine that it comes to, if any."""

    id: str
    words: str
    group: Group
    commands: tuple[str, ...] = ()
    key: str = ""
    twin: str = ""
    where: Where = ""


GROUPS: dict[Group, str] = {
    "course": later("The course of the meeting"),
    "turns": later("Turns"),
    "time": later("Time"),
    "plan": later("The plan"),
    "people": later("People"),
    "writing": later("Writing down"),
    "screens": later("Screens and help"),
}

ACTS: tuple[Act, ...] = (
    Act(id="start", words=later("Start the meeting"), group="course", commands=("start",), key="S", twin="F12"),
    Act(id="forward", words=later("Next turn or part, else next step"), group="course", twin="PgDown"),
    Act(id="backward", words=later("Previous turn or part, else previous step"), group="course", twin="PgUp"),
    Act(id="next", words=later("Next step"), group="course", commands=("next",), key="N", twin="F4"),
    Act(id="back", words=later("Step before"), group="course", commands=("back",), key="B", twin="Ctrl+B"),
    Act(id="next_part", words=later("Next part"), group="course", commands=("next_part",), key="D", twin="Ctrl+D"),
    Act(id="undo", words=later("Undo"), group="course", commands=("undo",), key="U", twin="Ctrl+Z"),
    Act(id="finish", words=later("Finish the meeting"), group="course", commands=("finish",), key="F", twin="Ctrl+F12"),
    Act(
        id="discard",
        words=later("Discard the run"),
        group="course",
        commands=("discard",),
        key="Shift+Del",
        twin="Ctrl+Shift+F12",
    ),
    Act(id="turn", words=later("Give the turn to …"), group="turns", commands=("turn",), key="T", twin="Ctrl+T"),
    Act(
        id="end_turn",
        words=later("End the turn"),
        group="turns",
        commands=("end_turn",),
        key="E",
        twin="Ctrl+Shift+T",
    ),
    Act(
        id="turn_correct",
        words=later("Correct a turn"),
        group="turns",
        commands=("turn_correct",),
        key="K",
        twin="Ctrl+K",
    ),
    Act(
        id="turn_pass",
        words=later("Passes: comes last in the round"),
        group="turns",
        commands=("turn",),
        key="X",
        twin="Ctrl+Shift+X",
    ),
    Act(
        id="turn_away",
        words=later("Gives the turn to …"),
        group="turns",
        commands=("turn",),
        key="Z",
        twin="Ctrl+Shift+G",
    ),
    Act(id="order", words=later("Order of the round"), group="turns", key="O", twin="Ctrl+O"),
    Act(id="unheard", words=later("Who has not spoken"), group="turns", key="J", twin="Ctrl+J"),
    Act(id="seating", words=later("Seating"), group="turns", key="C", twin="Ctrl+Shift+C"),
    Act(
        id="deal",
        words=later("Deal the groups anew"),
        group="turns",
        commands=("deal",),
        key="Q",
        twin="Ctrl+Shift+Q",
    ),
    Act(
        id="pause",
        words=later("Pause, and resume"),
        group="time",
        commands=("pause", "resume"),
        key="Space",
        twin="F2",
    ),
    Act(id="pause_for", words=later("Pause of so many minutes"), group="time", key="Shift+Space", twin="Ctrl+F2"),
    Act(id="add_time", words=later("One minute more"), group="time", commands=("add_time",), key="+", twin="F3"),
    Act(
        id="price",
        words=later("Give more time, with its price"),
        group="time",
        commands=("price",),
        key="M",
        twin="Ctrl+M",
    ),
    Act(
        id="began_earlier",
        words=later("We began earlier"),
        group="time",
        commands=("began_earlier",),
        key="V",
        twin="Ctrl+Shift+B",
    ),
    Act(id="gap", words=later("That was a break"), group="time", commands=("gap",), key="P", twin="Ctrl+P"),
    Act(
        id="wait",
        words=later("Let a minute pass (rehearsal)"),
        group="time",
        commands=("wait",),
        key="W",
        twin="Ctrl+Shift+W",
    ),
    Act(
        id="incident", words=later("Let something happen (rehearsal)"), group="time", key="Shift+H", twin="Ctrl+Shift+H"
    ),
    Act(id="state", words=later("Say how it stands"), group="time", commands=("state",), key="I", twin="Ctrl+I"),
    Act(id="replan", words=later("Re-plan"), group="plan", commands=("replan",), key="R", twin="Ctrl+R"),
    Act(id="take", words=later("Take from one step"), group="plan", commands=("replan",), twin="F5"),
    Act(id="push", words=later("Finish later"), group="plan", commands=("replan",), twin="F6"),
    Act(id="skip", words=later("Drop steps"), group="plan", commands=("replan",), twin="F7"),
    Act(id="compress", words=later("Shorten the steps"), group="plan", commands=("replan",), twin="F8"),
    Act(id="refit", words=later("Less time today"), group="plan", key="Shift+M", twin="Ctrl+Shift+M"),
    Act(id="rail", words=later("Go to the agenda"), group="plan", key="G", twin="Ctrl+G"),
    Act(
        id="step_add",
        words=later("Add a step"),
        group="plan",
        commands=("step_add",),
        key="Ins",
        twin="Ctrl+N",
    ),
    Act(
        id="step_up",
        words=later("Move the step up"),
        group="plan",
        commands=("step_move",),
        key="Shift+Up",
        twin="Ctrl+Shift+Up",
        where="rail",
    ),
    Act(
        id="step_down",
        words=later("Move the step down"),
        group="plan",
        commands=("step_move",),
        key="Shift+Down",
        twin="Ctrl+Shift+Down",
        where="rail",
    ),
    Act(
        id="step_drop",
        words=later("Drop the step"),
        group="plan",
        commands=("step_drop",),
        key="Del",
        twin="Ctrl+Shift+U",
        where="rail",
    ),
    Act(id="lead", words=later("Who led the step"), group="people", commands=("lead",), key="L", twin="Ctrl+L"),
    Act(id="attend", words=later("Attendance"), group="people", commands=("attend",), key="A", twin="F11"),
    Act(id="ready", words=later("What was promised last"), group="people", key="Shift+A", twin="Ctrl+Shift+A"),
    Act(id="promise_done", words=later("It is done"), group="people", key="Return", where="ready"),
    Act(id="promise_open", words=later("It stays open"), group="people", key="Backspace", where="ready"),
    Act(id="promise_dropped", words=later("It was dropped"), group="people", key="Del", where="ready"),
    Act(id="here", words=later("Is here"), group="people", commands=("attend",), key="Return", where="people"),
    Act(id="excused", words=later("Sends apologies"), group="people", commands=("attend",), key="Del", where="people"),
    Act(id="left", words=later("Left early"), group="people", commands=("attend",), key="End", where="people"),
    Act(
        id="expected",
        words=later("Still expected"),
        group="people",
        commands=("attend",),
        key="Backspace",
        where="people",
    ),
    Act(id="gently", words=later("Words when it is hard"), group="people", key="Shift+O", twin="Ctrl+Shift+O"),
    Act(id="write", words=later("Write down"), group="writing", twin="F10"),
    Act(id="note", words=later("Note"), group="writing", commands=("note",), key="1", twin="Ctrl+1"),
    Act(id="decision", words=later("Decision"), group="writing", commands=("decision",), key="2", twin="Ctrl+2"),
    Act(id="action", words=later("Action"), group="writing", commands=("action",), key="3", twin="Ctrl+3"),
    Act(id="parked", words=later("Parked item"), group="writing", commands=("park",), key="4", twin="Ctrl+4"),
    Act(id="case", words=later("Case (in case steps)"), group="writing", commands=("case",), key="5", twin="Ctrl+5"),
    Act(id="photo", words=later("Photo from a file"), group="writing", commands=("photo",), key="6", twin="Ctrl+6"),
    Act(id="photo_paste", words=later("Paste a photo"), group="writing", twin="Ctrl+Shift+V"),
    Act(id="add", words=later("Add what is written"), group="writing", twin="Ctrl+Return"),
    Act(id="audience", words=later("Who may read it"), group="writing", key="H", twin="Ctrl+H"),
    Act(
        id="edit",
        words=later("Edit what was written"),
        group="writing",
        commands=("edit",),
        key="Return",
        twin="Ctrl+E",
        where="written",
    ),
    Act(
        id="remove",
        words=later("Remove what was written"),
        group="writing",
        commands=("remove",),
        key="Del",
        twin="Ctrl+Shift+R",
        where="written",
    ),
    Act(id="hide", words=later("Hide, and show again"), group="screens", twin="F9"),
    Act(id="print", words=later("The meeting on paper"), group="screens", key="Shift+P", twin="Ctrl+Shift+P"),
    Act(id="wall", words=later("Show the wall, or put it away"), group="screens", key="Y", twin="Ctrl+Y"),
    Act(id="wall_where", words=later("Where the wall is shown"), group="screens", key="Shift+Y", twin="Ctrl+Shift+Y"),
    Act(
        id="read_out",
        words=later("Show what is read aloud on the wall"),
        group="screens",
        key="Shift+F",
        twin="Ctrl+Shift+F",
        where="aloud",
    ),
    Act(id="menu", words=later("Menu"), group="screens", twin="Ctrl+U"),
    Act(id="keys", words=later("All keys"), group="screens", key="?", twin="F1"),
)

# What stands beside each other on a Danish keyboard is called by what is printed there.
_PRINTED: dict[Code, dict[str, str]] = {
    "da": {
        "Return": "Enter",
        "PgDown": "PgDn",
        "Del": "Delete",
        "Space": "Mellemrum",
        "Ins": "Insert",
        "Up": "Pil op",
        "Down": "Pil ned",
        "Backspace": "Tilbagetast",
    },
    "en": {
        "Return": "Enter",
        "PgDown": "PgDn",
        "Del": "Delete",
        "Ins": "Insert",
        "Up": "Arrow up",
        "Down": "Arrow down",
    },
}


def act(act_id: str) -> Act:
    """The act of that id."""
    return next(each for each in ACTS if each.id == act_id)


def printed(keys: str, language: Language) -> str:
    """Keys as they are called on the keyboard: Ctrl+Enter, PgDn."""
    if keys == "+":
        return keys
    names = _PRINTED[language.code]
    return "+".join(names.get(part, part) for part in keys.split("+"))


def twin_of(act_id: str, language: Language) -> str:
    """The twin of an act, as it is written on its button."""
    return printed(act(act_id).twin, language)


def act_for(keys: QKeySequence, where: Where = "") -> Act | None:
    """The act whose own key this is, in that list or anywhere."""
    found = [each for each in ACTS if each.key and QKeySequence(each.key) == keys and each.where in {where, ""}]
    return min(found, key=lambda each: each.where == "", default=None)


def twins() -> dict[str, str]:
    """Every twin with the act that it does."""
    return {each.twin: each.id for each in ACTS if each.twin}
