"""Rounds: who has had a turn, who has it, and who comes next; and how talk time was shared, for the facilitator alone.

A round is the turns of one part of one step. Its order is laid when its first turn begins and holds until it is over:
nobody is moved by what others do, and whoever arrives meanwhile comes last.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from random import Random

import msgspec

from facilitator.live.state import Past, RunState, Turn, is_here, turn_elapsed
from facilitator.model.attendance import HERE, Status
from facilitator.model.event import AttendanceSet

MOST_TALKING = 2


class Order(StrEnum):
    """In which order a round goes. `least_heard`: who has talked least so far in the run comes first."""

    seating = "seating"
    random = "random"
    least_heard = "least_heard"


class Speakers(msgspec.Struct, frozen=True, kw_only=True):
    """A round as it stands: who has spoken (in that order), who is speaking, and who waits (next first)."""

    spoken: tuple[str, ...] = ()
    speaking: str | None = None
    waiting: tuple[str, ...] = ()

    @property
    def next(self) -> str | None:
        """Who comes next; None when everybody has had a turn."""
        return self.waiting[0] if self.waiting else None


def speakers(people: Sequence[str], state: RunState, how: Order, random: Callable[[str], Random] = Random) -> Speakers:
    """How the round of the current part stands. `people` are the ids of the roster as they sit.

    `random` makes the chance of the random order out of the names of run, step, part and person, so that the order is
    the same however often it is asked for, whoever comes or goes, and after a crash. A round by seating goes on from
    whoever began it.
    """
    took_turns = [turn.member for turn in _turns_of_round(state)]
    arrived, opening = _since_first_turn(state)
    order = [person for person in people if is_here(opening, person)]
    if how is Order.random:
        place = f"{state.run} {state.step.id} {state.step.part}"
        order.sort(key=lambda person: random(f"{place} {person}").random())
    elif how is Order.least_heard:
        heard = _talked(opening.turns)
        order.sort(key=lambda person: heard.get(person, 0))
    elif took_turns and took_turns[0] in order:
        first = order.index(took_turns[0])
        order = order[first:] + order[:first]
    order = [person for person in order if person not in arrived]
    order += [person for person in (*arrived, *people) if person in people]
    speaking = state.turn.member if state.turn else None
    return Speakers(
        spoken=tuple(dict.fromkeys(person for person in took_turns if person != speaking)),
        speaking=speaking,
        waiting=tuple(person for person in dict.fromkeys(order) if person not in took_turns and is_here(state, person)),
    )


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


def _since_first_turn(state: RunState) -> tuple[tuple[str, ...], RunState]:
    """Who has arrived since the round's first turn, in that order; and the state in which that turn was given.

    Read from the states that undo keeps: so it follows whatever is taken back, and needs no account of its own.
    """
    first = next((i for i, turn in enumerate(state.turns) if _of_round(turn, state)), len(state.turns))

    def begun(then: RunState) -> bool:
        return len(then.turns) > first or (
            len(then.turns) == first and then.turn is not None and _of_round(then.turn, state)
        )

    arrived: list[str] = []
    then, past = state, state.past
    while past is not None and begun(then):
        if _arrives(past) and isinstance(past.what, AttendanceSet) and begun(past.before):
            arrived.append(past.what.member)
        then, past = past.before, past.before.past
    return tuple(dict.fromkeys(reversed(arrived))), then


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
