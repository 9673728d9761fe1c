"""What the cockpit and the wall look at: the run at one moment, with the words for everything in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.language import Language
from facilitator.library.words import WordedPart, WordedStep
from facilitator.model.agenda import Lead, LeadBy, Step, clock_times
from facilitator.model.attendance import Status
from facilitator.model.groups import Groups
from facilitator.model.member import given_name
from facilitator.model.seating import seated
from facilitator.model.session import begins, ends
from ui.live_run import Order, RunState, Speakers, StepRun, View, groups_of, order_of, speakers
from ui.workspace import Meeting

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

MINUTE = 60
SECOND = 1000


@dataclass(frozen=True)
class Back:
    """When the room is to be back from a pause, and how many minutes that was to be."""

    at: datetime
    minutes: int


@dataclass(frozen=True)
class Sight:
    """A run looked at. `steps` are as the run has them now; before the start as planned, with no `view`.

    `giver` is the step that could give most, or the one that was chosen to give. `orders` are the orders chosen for
    rounds (a step and the number of its part), `seating` is how people sit as it was arranged. `mirrored`: the room
    sees the facilitator's own screen.
    """

    meeting: Meeting
    state: RunState
    view: View | None
    steps: tuple[Step, ...]
    planned: tuple[Step, ...]
    words: Mapping[str, WordedStep]
    attendance: Mapping[str, Status]
    orders: Mapping[tuple[str, int], Order]
    seating: tuple[str, ...]
    now: datetime
    giver: str | None
    rehearsal: bool
    mirrored: bool
    language: Language
    back: Back | None = None

    @property
    def zone(self) -> ZoneInfo:
        return self.meeting.zone

    @property
    def unplanned(self) -> bool:
        """Whether there is no plan to follow: the steps are made as one goes."""
        return all(step.added for step in self.state.steps) if self.state.steps else not self.planned

    @property
    def live(self) -> bool:
        return self.view is not None and self.state.live

    @property
    def step(self) -> Step:
        """The current step, or before the start the first."""
        if self.view is None:
            return self.steps[0]
        return next((step for step in self.steps if step.id == self.view.step), self.steps[0])

    @property
    def worded(self) -> WordedStep:
        return self.words[self.step.id]

    @property
    def number(self) -> int:
        """The current step's number in the agenda, counted from 1."""
        return next((n for n, step in enumerate(self.steps, 1) if step.id == self.step.id), 1)

    @property
    def part(self) -> WordedPart | None:
        """The current part; None where the step has none."""
        parts = self.worded.parts
        place = self.view.part if self.view is not None else 0
        return parts[place] if 0 <= place < len(parts) else None

    @property
    def round(self) -> bool:
        """Whether everybody gets a turn now."""
        return self.part is not None and self.part.round

    @property
    def place(self) -> tuple[str, int]:
        """The current step and the number of its part: where a round has its own order."""
        return self.step.id, self.view.part if self.view is not None else 0

    @property
    def order(self) -> Order:
        """In which order the round goes: as it was chosen, else as it began."""
        told = order_of(self.state) if self.view is not None else None
        return self.orders.get(self.place) or told or Order.least_heard

    @property
    def speakers(self) -> Speakers:
        """The round as it stands."""
        return speakers(self.roster, self.state, self.order)

    @cached_property
    def groups(self) -> Groups:
        """The pairs or groups of the current part; none where it has none."""
        if self.view is None:
            return ()
        return groups_of(self.roster, self.state, tuple(part.speaks for part in self.worded.parts))

    @cached_property
    def roster(self) -> tuple[str, ...]:
        """Everybody at the table, as they sit; whoever has no seat comes after, by name."""
        people = (each.member for each in self.meeting.attendance)
        by_name = sorted(people, key=lambda member: self.language.sort_key(self.name(member)))
        return seated(self.seating, by_name)

    def run_of(self, step_id: str) -> StepRun | None:
        """How far a step has come; None before the start."""
        return next((step for step in self.state.steps if step.id == step_id), None)

    def name(self, member: str) -> str:
        """Somebody's whole name."""
        return self.meeting.people.get(member, "")

    def called(self, member: str) -> str:
        """What the room calls somebody; two of the same name get a letter more."""
        name = self.name(member)
        first = given_name(name)
        others = [other for other in self.roster if other != member and given_name(self.name(other)) == first]
        rest = name.split()[1:]
        return f"{first} {rest[-1][0]}." if others and rest else first

    def moment(self, unix: float) -> datetime:
        """A moment in the meeting's zone."""
        return datetime.fromtimestamp(unix, UTC).astimezone(self.zone)

    def clock(self, unix: float) -> str:
        """A moment as a time of day."""
        return self.language.clock(self.moment(unix))

    def lead_of(self, step: Step) -> Lead:
        """Who leads a step, or led it where that was said."""
        return self.state.led.get(step.id) or step.led or step.lead

    def leader(self, step: Step) -> str:
        """What whoever leads is called: a member, else the consultant."""
        lead = self.lead_of(step)
        if lead.members:
            return self.language.join(self.called(member) for member in lead.members)
        if lead.by is LeadBy.consultant:
            return given_name(self.meeting.network.consultant.name)
        return ""

    @property
    def people_here(self) -> int:
        """How many are here, as far as anybody has said."""
        return sum(status not in AWAY for status in self.attendance.values())

    def planned_times(self) -> Mapping[str, datetime]:
        """When each step was to begin; "" is the end. Counted from the start where that was on another hour."""
        if self.unplanned:
            return {"": self.moment(self.view.agreed) if self.view is not None else ends(self.meeting.session)}
        start = begins(self.meeting.session)
        if self.view is not None and self.state.agreed is None:
            start = self.moment(self.view.start)
        times = clock_times(self.planned, start)
        return dict(zip([*(step.id for step in self.planned), ""], times, strict=True))

    def forecast_times(self) -> Mapping[str, datetime]:
        """When each step began or will begin as things stand; "" is the end."""
        if self.view is None:
            return {step.id: begins(self.meeting.session) for step in self.steps} | dict(self.planned_times())
        view, times = self.view, {}
        at = self.moment(view.start + view.run_elapsed) + timedelta(seconds=max(0, view.remaining))
        passed = True
        for step in self.steps:
            run = self.run_of(step.id)
            if step.id == view.step:
                passed = False
            if passed or step.id == view.step:
                entered = run.entered_at if run is not None and run.entered_at is not None else 0
                first = run is not None and entered == 0
                times[step.id] = self.moment(view.start + (0 if first else (entered + self.state.earlier) / SECOND))
                continue
            times[step.id] = at
            left = max(0, run.planned - run.used // SECOND) if run is not None else step.minutes * MINUTE
            at += timedelta(seconds=left)
        # Nobody has planned what fills the rest: it ends when it was agreed to, unless it can't.
        times[""] = self.moment(max(view.finish, view.agreed) if self.unplanned else view.finish)
        return times


AWAY = frozenset({Status.excused, Status.absent, Status.left_early})
