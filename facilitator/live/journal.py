"""Where a run's events are kept before anybody sees their effect: a protocol, and one that forgets (rehearsal)."""

from collections.abc import Sequence
from typing import Literal, Protocol, Union

import msgspec

from facilitator.live.state import RunState
from facilitator.model.agenda import Step
from facilitator.model.attendance import Status
from facilitator.model.event import Event, Recorded
from facilitator.model.outcome import AnyOutcome, table_of
from facilitator.model.trouble import Trouble


class Write(msgspec.Struct, frozen=True):
    """A row of what the session leaves behind, as it is to be from now on (added or edited); a new photo's picture."""

    outcome: AnyOutcome
    picture: bytes | None = None


class Remove(msgspec.Struct, frozen=True):
    """A row that goes."""

    table: str
    id: str


class Revert(msgspec.Struct, frozen=True):
    """A recorded change that is taken back: the row returns to what it was before it."""

    recorded: Recorded


class NewStep(msgspec.Struct, frozen=True):
    """The words of a step that came in during the run; its numbers are in the event."""

    step: Step
    after: str


class Carry(msgspec.Struct, frozen=True):
    """All that the run has written goes over to another session."""

    to: str


Change = Union[Write, Remove, Revert, NewStep, Carry]  # noqa: UP007 (one name for them all)


class Found(msgspec.Struct, frozen=True):
    """A row and its own revision (1 when added, one more with each change)."""

    outcome: AnyOutcome
    revision: int


class Seen(msgspec.Struct, frozen=True):
    """The last moment of a run that is known: its own time and the computer's (milliseconds), and its speed."""

    at: int
    wall: int
    speed: float = 1.0


class Journal(Protocol):
    """What a `Runner` needs of whoever keeps its run."""

    def append(self, events: Sequence[Event], change: Change | None, after: RunState, speed: float) -> None:
        """Keep all of it or nothing, durably, before returning. `after` is the state with the events applied.

        Whoever keeps it also brings the session's state and attendance into line with `after`. Raises
        Trouble("changed_since") for a Revert of a row that was changed outside the run since, and the store's own.
        """

    def expect(self, member: str, status: Status) -> None:
        """Keep what is said of somebody before the run has begun."""

    def seen(self, moment: Seen) -> None:
        """Remember that the run was alive at that moment."""

    def find(self, record: str) -> Found | None:
        """The row of that id that this session leaves behind, whatever its table."""

    def approved(self) -> bool:
        """Whether the session's minutes are approved, so that its run is closed for good."""


class MemoryJournal:
    """A journal that leaves no trace: for a rehearsal, and for tests."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.rows: dict[str, Found] = {}
        self.pictures: dict[str, bytes] = {}
        self.titles: dict[str, Step] = {}
        self._before: dict[tuple[str, int], AnyOutcome] = {}

    def append(self, events: Sequence[Event], change: Change | None, after: RunState, speed: float) -> None:
        match change:
            case Write(outcome, picture):
                self._write(outcome)
                if picture is not None:
                    self.pictures[outcome.id] = picture
            case Remove(_, record):
                row = self.rows.pop(record)
                self._before[record, row.revision] = row.outcome
            case Revert(recorded):
                self._revert(recorded)
            case NewStep(step, _):
                self.titles[step.id] = step
            case Carry() | None:
                pass  # what is not kept can't be carried anywhere
        self.events.extend(events)

    def expect(self, member: str, status: Status) -> None:
        pass

    def seen(self, moment: Seen) -> None:
        pass

    def find(self, record: str) -> Found | None:
        return self.rows.get(record)

    def approved(self) -> bool:
        return False

    def outcomes(self) -> tuple[AnyOutcome, ...]:
        """What the rehearsal would have left behind, oldest first."""
        return tuple(sorted((row.outcome for row in self.rows.values()), key=lambda outcome: outcome.made_at))

    def _write(self, outcome: AnyOutcome) -> None:
        known = self.rows.get(outcome.id)
        if known:
            self._before[outcome.id, known.revision] = known.outcome
        self.rows[outcome.id] = Found(outcome, known.revision + 1 if known else 1)

    def _revert(self, recorded: Recorded) -> None:
        kept = recorded.revision - 1
        row = self.rows.get(recorded.id)
        if recorded.change != "removed" and (row is None or row.revision != recorded.revision):
            raise Trouble("changed_since")
        if recorded.change == "added":
            del self.rows[recorded.id]
        else:
            self.rows[recorded.id] = Found(self._before[recorded.id, kept], kept)


def recorded(outcome: AnyOutcome, change: Literal["added", "edited", "removed"], revision: int) -> Recorded:
    """The event of one change of one row."""
    return Recorded(table=table_of(outcome), id=outcome.id, change=change, revision=revision)
