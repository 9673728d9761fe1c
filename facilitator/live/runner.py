"""The one who leads a run: takes commands, keeps their events before anybody sees the effect, and tells how it stands.

`Runner.do` belongs on one thread (it waits for the disk); `state` and `view` may be read from any other, since they
only ever look at frozen values.
"""

from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any

import msgspec
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.live.clock import Clock
from facilitator.live.fold import apply, fold
from facilitator.live.journal import Carry, Change, Found, Journal, NewStep, Remove, Revert, Seen, Write, recorded
from facilitator.live.replan import changes
from facilitator.live.rules import Situation, decide
from facilitator.live.state import RunState, View
from facilitator.model import outcome as left
from facilitator.model.agenda import LONGEST_STEP, Kind, Step
from facilitator.model.attendance import Status
from facilitator.model.event import Event, PlannedStep, Recorded, Slept, Started, Undone, What
from facilitator.model.network import checked_name
from facilitator.model.photo import plain_size
from facilitator.model.trouble import Trouble

WITHIN_AN_HOUR = 60 * 60
CREDIBLE_GAP = 12 * 60 * 60 * 1000
UNNOTICED_SLEEP = 5_000  # shorter than this is a hiccup, not a gap worth a word
WORTH_A_BEAT = 1_000
WHOLE_SECOND = 1_000  # milliseconds
CLOCK_WAS_SET = 2_000  # a wall clock this far from ours was set; nearer is the two clocks' own unevenness


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a run starts from. `starts` and `ends` are the planned moments (Unix seconds); `people` id to name."""

    session: str
    run: str
    steps: tuple[Step, ...]
    starts: int
    ends: int
    people: Mapping[str, str]
    attendance: Mapping[str, Status]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a command came to. `view` is None before the start; `prices` is (step, minutes before, minutes after)."""

    seq: int
    view: View | None
    record: str | None = None
    prices: tuple[tuple[str, int, int], ...] | None = None


class Runner:
    """A run of a session, new or taken up again where its events (and the last `seen`) leave it."""

    def __init__(
        self,
        plan: Plan,
        journal: Journal,
        clock: Clock,
        new_id: Callable[[], str],
        *,
        events: Sequence[Event] = (),
        seen: Seen | None = None,
        title_of: Callable[[str], str] = str,
    ) -> None:
        self._plan = plan
        self._journal = journal
        self._clock = clock
        self._new_id = new_id
        self._title_of = title_of
        self._attendance = dict(plan.attendance)
        self._people = dict(plan.people)
        self._speaks = {step.id: tuple(part.speaks for part in step.parts) for step in plan.steps}
        self._changing = Lock()  # a screen may notice a sleep while a command is being kept
        self._state = fold(events)
        self._unseen: tuple[Event, ...] = ()  # gaps noticed, not yet kept
        self._asleep = clock.asleep()
        self._anchor = clock.running()
        self._begins_at = 0
        self._wall_at_zero = 0
        if events:
            last = Seen(events[-1].at, events[-1].wall)
            self._take_up(seen if seen and seen.at >= last.at else last)
        self._seen_at = self._begins_at

    @property
    def state(self) -> RunState:
        """Everything the run has come to, gaps that are not yet kept included."""
        with self._changing:
            state, unseen = self._state, self._unseen
        for slept in unseen:
            state = apply(state, replace(slept, seq=state.seq))
        return state

    @property
    def kept(self) -> RunState:
        """What the events on disk have come to."""
        return self._state

    @property
    def attendance(self) -> Mapping[str, Status]:
        """How it is with everybody on the roster, before the start too."""
        return self._state.attendance if self._state.run else self._attendance

    def welcome(self, person: str, name: str) -> None:
        """Somebody more may be named in commands from now on (a guest)."""
        self._people[person] = name

    def view(self) -> View | None:
        """How it looks right now; None before the start."""
        self._notice_sleep()
        return self._look(self.state)

    def gap(self) -> Slept | None:
        """The latest time nobody saw that no changing command has come after yet; None where nothing counted then."""
        if self._state.status != "running":
            return None
        return next((event.what for event in reversed(self._unseen) if isinstance(event.what, Slept)), None)

    def do(self, command: commands.AnyCommand) -> Answer:
        """Carry out a command; when it returns, its event is on disk. Raises Trouble, and nothing has changed."""
        self._notice_sleep()
        try:
            return self._do(command)
        except Trouble as trouble:
            raise self._by_title(trouble) from None

    def price(self, command: commands.Price) -> Answer:
        """What a re-plan would do. Reads frozen values alone, so any thread may ask. Raises Trouble as `do` does."""
        try:
            return self._price(command)
        except Trouble as trouble:
            raise self._by_title(trouble) from None

    def now(self) -> int:
        """The run's own time, in milliseconds."""
        return self._now()

    def beat(self) -> None:
        """Remember that the run is alive, so that a crash's gap is no longer than it was."""
        if self._state.live:
            self._journal.seen(Seen(self._now(), self._clock.wall(), self._clock.speed))
            self._seen_at = self._now()

    def wait(self, seconds: float) -> Answer:
        """Let so much of the meeting's time pass; that it has passed is on disk when this returns."""
        self._clock.wait(seconds)
        self.beat()
        return self._answer()

    def _by_title(self, trouble: Trouble) -> Trouble:
        """The rules know steps by their ids, people by their titles."""
        if "step" not in trouble.facts:
            return trouble
        return Trouble(trouble.name, **{**trouble.facts, "title": self._title_of(str(trouble.facts["step"]))})

    def _do(self, command: commands.AnyCommand) -> Answer:
        match command:
            case commands.Look():
                if self._now() - self._seen_at >= WORTH_A_BEAT:
                    self.beat()
                return self._answer()
            case commands.Wait(seconds=seconds):
                return self.wait(seconds)
            case commands.Price():
                return self._price(command)
        self._refuse_when_approved()
        match command:
            case commands.Start() if self._state.status in {"none", "discarded"}:
                return self._start(command)
            case commands.Attend() if self._state.status == "none":
                return self._expect(command)
            case commands.Undo():
                return self._undo()
        change, what, record = self._decide(command)
        self._keep(what, change)
        return self._answer(record)

    def _decide(self, command: commands.AnyCommand) -> tuple[Change | None, What, str | None]:
        situation = self._situation()
        if isinstance(command, commands.AddStep):
            title = checked_name(command.title)
            fresh = self._new_id()
            what = decide(command, replace(situation, fresh_id=fresh))
            seconds = getattr(what, "seconds", command.minutes * 60)
            step = Step(id=fresh, kind=Kind.free, title=title, minutes=seconds // 60)
            return NewStep(step, getattr(what, "after", "")), what, fresh
        if isinstance(command, commands.Edit | commands.Erase) or hasattr(command, "audience"):
            self._must_be_live()
            change, event = self._content(command)
            return change, event, event.id
        carried = Carry(command.carry_to) if isinstance(command, commands.Discard) and command.carry_to else None
        return carried, decide(command, situation), None

    def _content(self, command: commands.AnyCommand) -> tuple[Change, Recorded]:
        match command:
            case commands.Edit(id=record, text=text):
                found = self._found(record)
                edited = replace(found.outcome, text=left.checked_words(left.table_of(found.outcome), text))
                return Write(edited), recorded(edited, "edited", found.revision + 1)
            case commands.Erase(id=record):
                found = self._found(record)
                return (
                    Remove(left.table_of(found.outcome), record),
                    recorded(found.outcome, "removed", found.revision + 1),
                )
        outcome = self._written(command)
        picture = command.picture if isinstance(command, commands.AddPhoto) else None
        return Write(outcome, picture), recorded(outcome, "added", 1)

    def _written(self, command: commands.AnyCommand) -> left.AnyOutcome:
        base: dict[str, Any] = {
            "id": self._new_id(),
            "session": self._plan.session,
            "step": self._state.step.id,
            "run": self._state.run,
            "made_at": self._clock.wall(),
            "text": left.checked_words(
                "photos" if isinstance(command, commands.AddPhoto) else "", getattr(command, "text", "")
            ),
        }
        match command:
            case commands.AddPhoto(picture=picture, audience=audience):
                width, height = plain_size(picture)
                return left.Photo(**base, audience=audience, width=width, height=height)
            case commands.WriteNote(audience=audience):
                return left.Note(**base, audience=audience)
            case commands.WriteDecision(audience=audience):
                return left.Decision(**base, audience=audience)
            case commands.Park(audience=audience):
                return left.Parked(**base, audience=audience)
            case commands.WriteAction(owners=owners, due=due, audience=audience):
                people = tuple(dict.fromkeys(self._person(owner) for owner in owners))
                return left.Action(**base, audience=audience, owners=people, due=due)
            case commands.WriteCase(owner=owner, audience=audience):
                left.checked_audience("cases", audience)
                return left.Case(**base, audience=audience, owner=self._person(owner) if owner else "")
        raise TypeError(f"{command!r} writes nothing")

    def _start(self, command: commands.Start) -> Answer:
        if not self._plan.steps and not command.open_step:
            raise Trouble("agenda_empty")
        steps = self._plan.steps or (self._open_step(command.open_step),)
        planned = tuple(replace(frozen(step), added=not self._plan.steps) for step in steps)
        change = None if self._plan.steps else NewStep(steps[0], "")
        wall = self._clock.wall()
        near = abs(wall // 1000 - self._plan.starts) <= WITHIN_AN_HOUR
        what = Started(
            steps=planned,
            agreed=self._plan.ends if near else None,
            attendance=dict(self._attendance),
        )
        run = self._plan.run if self._state.status == "none" else self._new_id()
        anchor, self._unseen = self._clock.running(), ()
        event = Event(run, 1, 0, wall, what)
        after = apply(RunState(), event)
        self._journal.append((event,), change, after, self._clock.speed)
        self._anchor, self._begins_at, self._seen_at, self._state = anchor, 0, 0, after
        self._wall_at_zero = wall
        return self._answer()

    def _open_step(self, title: str) -> Step:
        """One step for the whole meeting, as long as that is planned to be."""
        minutes = max(1, min((self._plan.ends - self._plan.starts) // 60, LONGEST_STEP))
        return Step(id=self._new_id(), kind=Kind.free, title=checked_name(title), minutes=minutes)

    def _expect(self, command: commands.Attend) -> Answer:
        self._person(command.member)
        self._journal.expect(command.member, command.status)
        self._attendance[command.member] = command.status
        return self._answer()

    def _price(self, command: commands.Price) -> Answer:
        situation = self._situation()
        wanted = commands.Replan(policy=command.policy, step=command.step, seconds=command.seconds)
        what = decide(wanted, situation)
        before = situation.state
        after = apply(before, Event(before.run, before.seq, situation.now, 0, what))
        return Answer(seq=self._state.seq, view=after.at(situation.now, situation.shift), prices=changes(before, after))

    def _undo(self) -> Answer:
        past = self.state.past
        if self._state.status in {"none", "discarded"} or past is None:
            raise Trouble("nothing_to_undo")
        change = Revert(past.what) if isinstance(past.what, Recorded) else None
        self._keep(Undone(seq=past.seq), change)
        return self._answer(past.what.id if isinstance(past.what, Recorded) else None)

    def _keep(self, what: What, change: Change | None) -> None:
        """Put the event, and the gaps noticed before it, on disk; only then let the state show it."""
        state, unseen, events = self._state, self._unseen, []
        for fresh in (*unseen, self._happening(what)):
            event = replace(fresh, seq=state.seq + 1)
            state = apply(state, event)
            events.append(event)
        self._journal.append(tuple(events), change, state, self._clock.speed)
        with self._changing:
            self._state, self._unseen, self._seen_at = state, self._unseen[len(unseen) :], self._now()

    def _situation(self) -> Situation:
        return Situation(
            state=self.state, now=self._now(), people=self._people, speaks=self._speaks, shift=self._shift()
        )

    def _answer(self, record: str | None = None) -> Answer:
        return Answer(seq=self._state.seq, view=self._look(self.state), record=record)

    def _look(self, state: RunState) -> View | None:
        return state.at(self._now(), self._shift()) if state.run else None

    def _now(self) -> int:
        return self._begins_at + self._clock.running() - self._anchor

    def _shift(self) -> int:
        """Seconds by which the wall clock was set since the start; 0 where time runs faster than the wall."""
        if self._clock.speed != 1 or not self._state.live:
            return 0
        apart = self._clock.wall() - (self._wall_at_zero + self._now())
        return round(apart / 1000) if abs(apart) >= CLOCK_WAS_SET else 0

    def _notice_sleep(self) -> None:
        with self._changing:
            asleep = self._clock.asleep()
            slept, self._asleep = asleep - self._asleep, asleep
            if slept >= UNNOTICED_SLEEP and self._can_go_on():
                self._unsee(Slept(gap=slept, cause="sleep"))

    def _unsee(self, slept: Slept) -> None:
        whole = replace(slept, gap=slept.gap // WHOLE_SECOND * WHOLE_SECOND)
        self._unseen = (*self._unseen, self._happening(whole))

    def _happening(self, what: What) -> Event:
        """The event of this moment, which counts from the whole second that has begun.

        Steps and run then turn their seconds at the same instant, and a finish that does not move is never shown a
        second later and back.
        """
        now = self._now()
        at = now // WHOLE_SECOND * WHOLE_SECOND
        wall = self._clock.wall() - round((now - at) / self._clock.speed)
        return Event(self._state.run, 0, at, wall, what)

    def _take_up(self, seen: Seen) -> None:
        """Bridge the time since the run was last seen by the wall clock; what can't be true comes back paused."""
        gap = self._clock.wall() - seen.wall
        bridged = round(max(0, gap) * self._clock.speed)
        self._begins_at = seen.at + bridged
        # A run that was led faster than the wall has come apart from it by that, not by anybody setting the clock.
        self._wall_at_zero = self._state.wall if seen.speed == 1 else self._clock.wall() - self._begins_at
        if self._can_go_on():
            credible = 0 <= gap <= CREDIBLE_GAP
            self._unsee(Slept(gap=bridged, cause="stopped", pauses=not credible))

    def _can_go_on(self) -> bool:
        """Whether time may yet count: a pause and an end can be taken back, and then the gap in it must be known."""
        return self._state.status not in {"none", "discarded"}

    def _found(self, record: str) -> Found:
        found = self._journal.find(record)
        if found is None:
            raise Trouble("no_such_record")
        return found

    def _person(self, member: str) -> str:
        if member not in self._people:
            raise Trouble("no_such_member")
        return member

    def _must_be_live(self) -> None:
        if self._state.status == "none":
            raise Trouble("not_started")
        if not self._state.live:
            raise Trouble("already_finished" if self._state.status == "finished" else "run_discarded")

    def _refuse_when_approved(self) -> None:
        if self._state.status == "finished" and self._journal.approved():
            raise Trouble("minutes_approved")


def frozen(step: Step) -> PlannedStep:
    """A planned step as the run freezes it: numbers only, in seconds."""
    return PlannedStep(
        id=step.id,
        seconds=step.minutes * 60,
        least=step.least * 60,
        kind=step.kind,
        protected=step.protected,
        optional=step.optional,
        parts=tuple(part.minutes * 60 for part in step.parts),
    )
