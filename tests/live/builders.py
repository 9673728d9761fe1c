"""What tests of the live engine stand on: the meeting of 8 December, a run in hand-moved time, and random presses."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
from typing import Union
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import strategies as st

from facilitator.live import commands
from facilitator.live.clock import ManualClock
from facilitator.live.journal import Change, MemoryJournal, Seen
from facilitator.live.runner import Answer, Plan, Runner
from facilitator.live.state import RunState, View
from facilitator.model.agenda import Kind, LeadBy, Part, Step
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.event import Event
from facilitator.model.trouble import Trouble

ZONE = ZoneInfo("Europe/Copenhagen")
NINE = datetime(2026, 12, 8, 9, 0, tzinfo=ZONE)
PEOPLE = {
    "mette": "Mette Sørensen",
    "jonas": "Jonas Kjær",
    "aase": "Åse Aaberg",
    "birgitte": "Birgitte Østergaard",
    "claus": "Claus",
    "dorthe": "Dorthe",
    "hassan": "Hassan",
    "ib": "Ib",
    "lone": "Lone",
}
EVENTS = msgspec.json.Encoder(), msgspec.json.Decoder(tuple[Event, ...])


def december() -> tuple[Step, ...]:
    """The plan of the fourth meeting of Skoleledere i Vesterå."""
    return (
        Step(id="welcome", kind=Kind.opening, minutes=6),
        Step(id="check-in", kind=Kind.opening, minutes=12),
        Step(id="since-last", kind=Kind.network, minutes=16),
        Step(id="case-followup", kind=Kind.case, minutes=5),
        Step(id="reflecting-team", kind=Kind.case, minutes=60, parts=parts(3, 10, 8, 15, 12, 12)),
        Step(id="break", kind=Kind.break_, minutes=15, protected=True),
        Step(id="pulse", kind=Kind.pressure, minutes=8, optional=True, parts=parts(2, 1, 5)),
        Step(id="pressure-map", kind=Kind.pressure, minutes=40, least=25, parts=parts(5, 15, 20)),
        Step(id="commitments", kind=Kind.network, minutes=10, protected=True),
        Step(id="check-out", kind=Kind.opening, minutes=8, protected=True),
    )


def parts(*minutes: int) -> tuple[Part, ...]:
    """Parts of these lengths."""
    return tuple(Part(minutes=length) for length in minutes)


def plan(steps: Sequence[Step] | None = None, starts: datetime = NINE) -> Plan:
    """The plan of a meeting that takes as long as its steps."""
    agenda = december() if steps is None else tuple(steps)
    begins = round(starts.timestamp())
    return Plan(
        session="december",
        run="run-1",
        steps=agenda,
        starts=begins,
        ends=begins + 60 * sum(step.minutes for step in agenda),
        people=PEOPLE,
        attendance=dict.fromkeys(PEOPLE, Status.expected),
    )


class Meeting:
    """A run in a journal that forgets, by a clock that is moved by hand. `seen` is the last sign of life on disk."""

    def __init__(
        self, steps: Sequence[Step] | None = None, at: datetime = NINE, starts: datetime = NINE, speed: float = 1.0
    ) -> None:
        self.plan = plan(steps, starts)
        self.clock = ManualClock(wall=round(at.timestamp() * 1000), speed=speed)
        self.journal = Kept()
        self._number = count(1)
        self.runner = self._runner()

    def _runner(self, seen: Seen | None = None) -> Runner:
        return Runner(
            self.plan, self.journal, self.clock, lambda: f"id-{next(self._number)}", events=self.events, seen=seen
        )

    @property
    def events(self) -> list[Event]:
        return self.journal.events

    @property
    def state(self) -> RunState:
        self.runner.view()  # a screen has looked: a sleep is noticed
        return self.runner.state

    @property
    def view(self) -> View:
        view = self.runner.view()
        assert view is not None
        return view

    def do(self, *presses: commands.AnyCommand) -> Answer:
        """Press one after the other; the last answer."""
        answers = [self.runner.do(press) for press in presses]
        return answers[-1]

    def refused(self, press: commands.AnyCommand) -> Trouble:
        """The trouble that such a press comes to, having changed nothing."""
        before = self.runner.kept, len(self.events), dict(self.journal.rows)
        try:
            self.runner.do(press)
        except Trouble as trouble:
            assert (self.runner.kept, len(self.events), self.journal.rows) == before
            return trouble
        raise AssertionError(f"{press!r} was not refused")

    def wait(self, minutes: float = 0, seconds: float = 0) -> None:
        """Let so much pass."""
        self.clock.wait(60 * minutes + seconds)

    def till(self, clock: str) -> None:
        """Let pass what is left until that time of the day of the meeting."""
        hour, minute = clock.split(".")
        then = NINE.replace(hour=int(hour), minute=int(minute)).timestamp()
        self.clock.wait(then - self.clock.wall() / 1000)

    def killed(self, away: float = 0, clock_set: float = 0, speed: float = 1.0) -> None:
        """The program dies; so many seconds later, on a clock set meanwhile, the run is taken up again."""
        seen = self.journal.alive
        wall = self.clock.wall() + round(1000 * (away + clock_set))
        self.clock = ManualClock(wall=wall, speed=speed)
        self.runner = self._runner(seen)

    def finish_at(self) -> str:
        """The expected finish as the wall of the room shows it."""
        return clock(self.view.finish)


class Kept(MemoryJournal):
    """A journal that also remembers the last sign of life since the last event, as a store does."""

    def __init__(self) -> None:
        super().__init__()
        self.alive: Seen | None = None

    def append(self, events: Sequence[Event], change: Change | None, after: RunState, speed: float) -> None:
        super().append(events, change, after, speed)
        self.alive = None

    def seen(self, moment: Seen) -> None:
        self.alive = moment


def clock(moment: int) -> str:
    """Unix seconds as a time of day in the room."""
    return datetime.fromtimestamp(moment, UTC).astimezone(ZONE).strftime("%H.%M")


def travelled(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events as they are after having been written down and read again."""
    encoder, decoder = EVENTS
    return decoder.decode(encoder.encode(events))


# ---- Random presses and what happens between them ----


class Passing(msgspec.Struct, frozen=True):
    """So many seconds pass."""

    seconds: float


class Sleeping(msgspec.Struct, frozen=True):
    """The lid is shut for so many seconds."""

    seconds: float


class ClockSet(msgspec.Struct, frozen=True):
    """The wall clock is set by so many seconds."""

    seconds: int


Act = Union[commands.AnyCommand, Passing, Sleeping, ClockSet]  # noqa: UP007 (one name for the lot)


def perform(meeting: Meeting, act: Act) -> Answer | Trouble | None:
    """Do it; the answer, or the trouble it came to. None for what is no command."""
    match act:
        case Passing(seconds):
            meeting.clock.wait(seconds)
        case Sleeping(seconds):
            meeting.clock.sleep(seconds)
            meeting.runner.view()  # a screen looks ten times a second
        case ClockSet(seconds):
            meeting.clock.set_wall(meeting.clock.wall() + 1000 * seconds)
        case _:
            try:
                return meeting.runner.do(act)
            except Trouble as trouble:
                return trouble
    return None


STEPS = (*(step.id for step in december()), "id-1", "id-2", "id-5", "id-9", "nowhere")
RECORDS = (*(f"id-{number}" for number in range(1, 12)), "nothing")
MEMBERS = (*PEOPLE, "nobody")
POLICIES = ("take", "push", "compress", "skip")
SECONDS = (-20_000, -3_600, -300, -60, -1, 0, 1, 30, 60, 61, 300, 600, 3_600, 20_000)
TEXTS = ("Vi prøver rollerne på tur", "  ", "Ring til Pia", "x" * 20_001)

# How often each comes: a finished run takes nothing but undo, so the end is rare and taking back is common.
MAKERS: tuple[tuple[int, Callable[[Random], commands.AnyCommand]], ...] = (
    (3, lambda chance: commands.Start()),
    (10, lambda chance: commands.Next()),
    (5, lambda chance: commands.Back()),
    (5, lambda chance: commands.Pause()),
    (7, lambda chance: commands.Resume()),
    (8, lambda chance: commands.NextPart()),
    (8, lambda chance: commands.AddTime(seconds=chance.choice(SECONDS))),
    (3, lambda chance: commands.BeganEarlier(seconds=chance.choice(SECONDS))),
    (12, lambda chance: commands.GiveTurn(member=chance.choice(MEMBERS))),
    (
        8,
        lambda chance: commands.GiveTurn(member=chance.choice(MEMBERS), instead_of=chance.choice(MEMBERS)),
    ),
    (5, lambda chance: commands.EndTurn()),
    (3, lambda chance: commands.DealGroups()),
    (4, lambda chance: commands.CorrectTurn(member=chance.choice(MEMBERS), seconds=chance.choice(SECONDS))),
    (
        10,
        lambda chance: commands.Replan(
            policy=chance.choice(POLICIES), step=chance.choice((None, *STEPS)), seconds=chance.choice((0, *SECONDS))
        ),
    ),
    (4, lambda chance: commands.Price(policy=chance.choice(POLICIES), step=chance.choice((None, *STEPS)))),
    (5, lambda chance: commands.WriteNote(text=chance.choice(TEXTS), audience=chance.choice(tuple(Audience)))),
    (2, lambda chance: commands.WriteDecision(text=chance.choice(TEXTS))),
    (
        3,
        lambda chance: commands.WriteAction(
            text=chance.choice(TEXTS),
            owners=(chance.choice(MEMBERS),),
            due=date(2026, 12, 8) + timedelta(days=chance.randrange(60)),
        ),
    ),
    (2, lambda chance: commands.Park(text=chance.choice(TEXTS))),
    (2, lambda chance: commands.WriteCase(text=chance.choice(TEXTS), audience=chance.choice(tuple(Audience)))),
    (4, lambda chance: commands.Edit(id=chance.choice(RECORDS), text=chance.choice(TEXTS))),
    (3, lambda chance: commands.Erase(id=chance.choice(RECORDS))),
    (6, lambda chance: commands.Attend(member=chance.choice(MEMBERS), status=chance.choice(tuple(Status)))),
    (3, lambda chance: commands.AddStep(title="Ekstra", minutes=chance.choice((0, 5, 20, 500)))),
    (3, lambda chance: commands.MoveStep(step=chance.choice(STEPS), after=chance.choice(STEPS))),
    (2, lambda chance: commands.DropStep(step=chance.choice(STEPS))),
    (3, lambda chance: commands.SetLead(step=chance.choice(STEPS), by=chance.choice(tuple(LeadBy)))),
    (6, lambda chance: commands.RuleGap(was=chance.choice(("pause", "meeting")))),
    (14, lambda chance: commands.Undo()),
    (4, lambda chance: commands.Look()),
    (1, lambda chance: commands.Finish()),
    (4, lambda chance: commands.Wait(seconds=chance.choice((0, 0.5, 7, 300)))),
)
_WEIGHTS = [weight for weight, _ in MAKERS]
_MAKERS = [make for _, make in MAKERS]


def random_press(chance: Random) -> commands.AnyCommand:
    """Any command but `discard`, sensible or not."""
    return chance.choices(_MAKERS, _WEIGHTS)[0](chance)


def random_act(chance: Random) -> Act:
    """A press, or what happens between presses."""
    dice = chance.random()
    if dice < 0.30:
        return Passing(chance.choice((0.001, 0.4, 1, 3.7, 20, 45, 90, 240)))
    if dice < 0.34:
        return Sleeping(chance.choice((0.5, 5, 30, 900)))
    if dice < 0.36:
        return ClockSet(chance.choice((-7200, -3600, -1, 1, 40, 3600)))
    return random_press(chance)


presses: st.SearchStrategy[commands.AnyCommand] = st.builds(random_press, st.randoms(use_true_random=False))
acts: st.SearchStrategy[Act] = st.builds(random_act, st.randoms(use_true_random=False))
