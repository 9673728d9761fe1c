"""What a session leaves behind: notes, decisions, actions, parked items, cases and photos, each with its audience."""

from datetime import date
from enum import StrEnum
from typing import Union

import msgspec

from facilitator.model.audience import Audience
from facilitator.model.trouble import Trouble

TEXT_LIMIT = 20_000


class ActionState(StrEnum):
    """How an action stands. An open one comes back by itself at the next meeting."""

    open = "open"
    done = "done"
    dropped = "dropped"


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """Common to all: where and when it was written (`made_at` in Unix milliseconds; `run` is "" outside one)."""

    id: str
    session: str
    text: str
    step: str = ""
    run: str = ""
    audience: Audience = Audience.minutes
    made_at: int = 0


class Note(Outcome, frozen=True, kw_only=True, tag="notes", tag_field="table"):
    """Something worth remembering."""


class Decision(Outcome, frozen=True, kw_only=True, tag="decisions", tag_field="table"):
    """What the network agreed on, in the present tense."""


class Action(Outcome, frozen=True, kw_only=True, tag="actions", tag_field="table"):
    """A promise (aftale): who (members' ids), what, and by when."""

    owners: tuple[str, ...] = ()
    due: date | None = None
    state: ActionState = ActionState.open


class Parked(Outcome, frozen=True, kw_only=True, tag="parked", tag_field="table"):
    """Something put aside for another time."""


class Case(Outcome, frozen=True, kw_only=True, tag="cases", tag_field="table"):
    """The question of a case, without names. It travels only when its owner has agreed to that; never in minutes."""

    owner: str = ""
    may_travel: bool = False


class Photo(Outcome, frozen=True, kw_only=True, tag="photos", tag_field="table"):
    """A photo of a flip chart or a wall. `text` is what it shows, for those who can't see it: it may come later.

    `width` and `height` are its pixels, turned upright. The picture itself is kept beside it (store/photos.py).
    """

    width: int = 0
    height: int = 0


AnyOutcome = Union[Note, Decision, Action, Parked, Case, Photo]  # noqa: UP007 (msgspec reads this form)

TABLES: dict[str, type[Outcome]] = {
    "notes": Note,
    "decisions": Decision,
    "actions": Action,
    "parked": Parked,
    "cases": Case,
    "photos": Photo,
}


def table_of(outcome: Outcome) -> str:
    """The word under which such records are kept."""
    return str(type(outcome).__struct_config__.tag)


def checked_text(text: str) -> str:
    """The text as it is kept: no blank ends. Raises Trouble for empty, endless or unstorable text."""
    tidy = text.strip()
    if not tidy:
        raise Trouble("text_empty")
    if len(tidy) > TEXT_LIMIT:
        raise Trouble("text_too_long", limit=TEXT_LIMIT)
    try:
        tidy.encode("utf-8")
    except UnicodeEncodeError:
        raise Trouble("text_unreadable") from None
    return tidy


def checked_words(table: str, text: str) -> str:
    """The text of such a record as it is kept: what a photo shows may be told later, anything else says something."""
    return "" if table == "photos" and not text.strip() else checked_text(text)


def checked_audience(table: str, audience: Audience) -> Audience:
    """The audience, or Trouble("case_not_in_minutes"): a case is never for the minutes (practice.md 5)."""
    if table == "cases" and audience is Audience.minutes:
        raise Trouble("case_not_in_minutes")
    return audience
