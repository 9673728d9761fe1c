"""Rounds: who has had a turn, who has it, and who comes next; and how talk time was shared, for the facilitator alone.

A round is the turns of one part of one step. Its order is laid when its first turn begins and holds until it is over:
nobody is moved by what others do. Whoever arrives meanwhile comes last, and so does whoever lets the turn go by or
gives it to another; letting it go by twice is saying pass.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random

import msgspec

from facilitator.live.state import Past, RunState, Turn, is_here, turn_elapsed
from facilitator.model.attendance import HERE, Status
from facilitator.model.event import AttendanceSet, Order, TurnStarted
from facilitator.model.seating import seated

MOST_TALKING = 2
SAYS_PASS = 2  # turns let go by in one round


class Speakers(msgspec.Struct, frozen=True, kw_only=True):
    """A round as it stands: who is through (in that order), who is speaking, and who waits (next first).

    `let_go` are those through or waiting who have only let turns go by.
    """

    spoken: tuple[str, ...] = ()
    speaking: str | None = None
    waiting: tuple[str, ...] = ()
    let_go: tuple[str, ...] = ()

    @property
    def next(self) -> str | None:
        """Who comes next; None when everybody has had a turn."""
        return self.waiting[0] if self.waiting else None


def speakers(people: Sequence[str], state: RunState, how: Order, random: Callable[[str], Random] = Random) -> Speakers:
    """How the round of the current part stands. `people` are the ids of the roster as they sit.

    `random` makes the chance of the random order out of the names of run, step, part and person, so that the order is
    the same however often it is asked for, whoever comes or goes, and after a crash. A round by seating goes on from
    whoever began it, and as they sat then.
    """
    turns = _turns_of_round(state)
    people = seated(next((turn.seats for turn in turns if turn.seats), ()), people)
    came_last, opening = _since_first_turn(state)
    order = [person for person in people if is_here(opening, person)]
    if how is Order.random:
        place = f"{state.run} {state.step.id} {state.step.part}"
        order.sort(key=lambda person: random(f"{place} {person}").random())
    elif how is Order.least_heard:
        heard = _talked(opening.turns)
        order.sort(key=lambda person: heard.get(person, 0))
    elif turns and turns[0].member in order:
        first = order.index(turns[0].member)
        order = order[first:] + order[:first]
    order = [person for person in order if person not in came_last]
    order += [person for person in (*came_last, *people) if person in people]
    speaking = state.turn.member if state.turn else None
    through, gone_by = _through(turns)
    return Speakers(
        spoken=tuple(person for person in through if person != speaking),
        speaking=speaking,
        waiting=tuple(person for person in dict.fromkeys(order) if person not in through and is_here(state, person)),
        let_go=gone_by,
    )


def order_of(state: RunState) -> Order | None:
    """In which order the round of the current part goes; None where nobody has said so yet."""
    return next((turn.how for turn in reversed(_turns_of_round(state)) if turn.how), None)


def keeps_a_turn(state: RunState, member: str) -> bool:
    """Whether somebody has a turn to give away: they have the word, or are not through with the round."""
    speaking = state.turn is not None and state.turn.member == member
    return speaking or (is_here(state, member) and member not in _through(_turns_of_round(state))[0])


def unheard(people: Iterable[str], state: RunState) -> tuple[str, ...]:
    """Who is here and has not had the word in this run, in the order given. The facilitator's alone."""
    heard = {turn.member for turn in state.turns if turn.spoken}
    if state.turn:
        heard.add(state.turn.member)
    return tuple(person for person in people if is_here(state, person) and person not in heard)


def talk_time(state: RunState, now: int) -> Mapping[str, int]:
    """Whole seconds that each member has talked so far, the turn that goes on included. The facilitator's alone."""
    talked = _talked(state.turns)
    if state.turn:
        talked[state.turn.member] = talked.get(state.turn.member, 0) + turn_elapsed(state, now)
    return {member: milliseconds // 1000 for member, milliseconds in talked.items()}


def share_of_two(state: RunState) -> int | None:
    """Whole percent of all round time that the two who talked most took; None where nobody talked."""
    most, whole = _most_and_whole(state)
    return round(100 * most / whole) if whole else None


def two_spoke_most(state: RunState) -> float | None:
    """The same as a share from 0 to 1: the one nameless figure that is kept.

    Of a run that is over (a turn that goes on is not in it).
    """
    most, whole = _most_and_whole(state)
    return most / whole if whole else None


def _most_and_whole(state: RunState) -> tuple[int, int]:
    """Milliseconds: of the two who talked most, and of all."""
    talked = sorted(_talked(state.turns).values(), reverse=True)
    return sum(talked[:MOST_TALKING]), sum(talked)


def _talked(turns: Iterable[Turn]) -> dict[str, int]:
    """Milliseconds by member."""
    talked: dict[str, int] = {}
    for turn in turns:
        talked[turn.member] = talked.get(turn.member, 0) + max(0, turn.used)
    return talked


def _of_round(turn: Turn, state: RunState) -> bool:
    return turn.step == state.step.id and turn.part == state.step.part


def _turns_of_round(state: RunState) -> list[Turn]:
    """The turns of the current part, the one that goes on last."""
    return [turn for turn in (*state.turns, *((state.turn,) if state.turn else ())) if _of_round(turn, state)]


def _through(turns: Iterable[Turn]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who has had a turn of these, or said pass, in that order; and who has only let turns go by."""
    through: list[str] = []
    gone_by: Counter[str] = Counter()
    took: set[str] = set()
    for turn in turns:
        if turn.let_go:
            gone_by[turn.member] += 1
        else:
            took.add(turn.member)
        if not turn.let_go or gone_by[turn.member] >= SAYS_PASS:
            through.append(turn.member)
    return tuple(dict.fromkeys(through)), tuple(member for member in gone_by if member not in took)


def _since_first_turn(state: RunState) -> tuple[tuple[str, ...], RunState]:
    """Who came to be last since the round's first turn, in that order; and the state in which that turn was given.

    Read from the states that undo keeps: so it follows whatever is taken back, and needs no account of its own.
    """
    first = next((i for i, turn in enumerate(state.turns) if _of_round(turn, state)), len(state.turns))

    def begun(then: RunState) -> bool:
        return len(then.turns) > first or (
            len(then.turns) == first and then.turn is not None and _of_round(then.turn, state)
        )

    latest_first: list[str] = []
    then, past = state, state.past
    while past is not None and begun(then):
        match past.what:
            case AttendanceSet(member=member) if _arrives(past) and begun(past.before):
                latest_first.append(member)
            case TurnStarted(instead_of=giver) if giver and _in_round(past.before, state):
                latest_first.append(giver)
        then, past = past.before, past.before.past
    return tuple(reversed(dict.fromkeys(latest_first))), then


def _in_round(then: RunState, state: RunState) -> bool:
    return (then.step.id, then.step.part) == (state.step.id, state.step.part)


def _arrives(past: Past) -> bool:
    """Whether that command said that somebody came who had not been there.

    Whoever was expected and is marked present has been sitting there; marked late, they came just now.
    """
    what = past.what
    if not isinstance(what, AttendanceSet):
        return False
    was = past.before.attendance.get(what.member, Status.expected)
    if what.status is Status.late and was is Status.expected:
        return True
    return what.status in HERE and was not in HERE
