"""Who speaks and what comes next: the turns of a round, else the parts of a step, else this step and the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from ui.live.rail import minutes_of
from ui.live.sight import MINUTE, SECOND, Sight
from ui.live_run import Order, commands, part_lengths
from ui.widgets.ring_timer import duration
from ui.widgets.turn_list import TurnRow, TurnState

Way = Literal["turn", "part", "step", "finish"]


@dataclass(frozen=True)
class Forward:
    """What one press further comes to; `member` is who gets the turn."""

    way: Way
    member: str = ""


@dataclass(frozen=True)
class Listed:
    """The list beside the ring: title, a note at its right, and the rows. `people` when they can be given the turn."""

    title: str
    note: str
    rows: tuple[TurnRow, ...]
    people: bool


def forward(sight: Sight) -> Forward:
    """The next turn of a round, else the next part, else the next step, else the end of the meeting."""
    if sight.round and (following := sight.speakers.next):
        return Forward("turn", following)
    if sight.view is not None and sight.view.part + 1 < len(sight.worded.parts):
        return Forward("part")
    return Forward("step" if sight.number < len(sight.steps) else "finish")


def before(sight: Sight) -> Forward:
    """The turn before in a round, else the step before. (A part that is over does not come back by itself.)"""
    spoken = sight.speakers.spoken if sight.round else ()
    if spoken:
        return Forward("turn", spoken[-1])
    return Forward("part" if sight.view is not None and sight.view.part else "step")


def turn_for(sight: Sight, member: str, instead_of: str = "") -> commands.GiveTurn:
    """The turn as it is given now: in a round it tells in which order that goes, and the first one how people sit."""
    if not sight.round:
        return commands.GiveTurn(member=member, instead_of=instead_of)
    round_ = sight.speakers
    begun = round_.spoken or round_.speaking or round_.let_go
    seats = () if begun else sight.roster
    return commands.GiveTurn(member=member, instead_of=instead_of, how=sight.order, seats=seats)


def listed(sight: Sight) -> Listed:
    """What stands beside the ring now."""
    if sight.round:
        return _turns(sight)
    if sight.groups:
        return _groups(sight)
    return _parts(sight) if len(sight.worded.parts) > 1 else _steps(sight)


def _turns(sight: Sight) -> Listed:
    language, round_ = sight.language, sight.speakers
    rows = [_through(sight, member) for member in round_.spoken]
    everybody = len(round_.spoken) + len(round_.waiting) + (round_.speaking is not None)
    if round_.speaking is not None and sight.view is not None:
        used = sight.view.turn_elapsed
        share = -1.0 if sight.mirrored else used / turn_seconds(sight)
        name, time = sight.name(round_.speaking), _talked(sight, used)
        row = TurnRow(id=round_.speaking, name=name, time=time, share=share, state=TurnState.CURRENT)
        rows.append(_heard(row, language.text("Speaking now")))
    for place, member in enumerate(round_.waiting):
        later = language.choice("turn", "waits") if member in round_.let_go else ""
        word, state = (language.text("next"), TurnState.NEXT) if place == 0 else (later, TurnState.WAITING)
        rows.append(TurnRow(id=member, name=sight.name(member), time=word, mark=place == 0, state=state))
    turn = len(round_.spoken) + (round_.speaking is not None)
    title = language.text("Turn {n} of {of}", n=turn, of=everybody)
    if not turn:
        title = language.count("{n} turn", "{n} turns", everybody)
    return Listed(title, order_words(sight), tuple(rows), people=True)


def turn_seconds(sight: Sight) -> int:
    """How long a turn of the round is, where all are to be heard for as long."""
    round_ = sight.speakers
    everybody = len(round_.spoken) + len(round_.waiting) + (round_.speaking is not None)
    return max(1, _part_seconds(sight) // max(1, everybody))


def _through(sight: Sight, member: str) -> TurnRow:
    """Somebody who has had a turn, or said pass."""
    name = sight.name(member)
    if member in sight.speakers.let_go:
        return TurnRow(id=member, name=name, time=sight.language.choice("turn", "pass"), state=TurnState.DONE)
    row = TurnRow(id=member, name=name, time=_talked(sight, _spoke(sight, member)), state=TurnState.DONE)
    return _heard(row, sight.language.choice("turn", "has spoken"))


def _talked(sight: Sight, seconds: int) -> str:
    """Talk time, which is the facilitator's alone: nothing where the room sees the same screen."""
    return "" if sight.mirrored else duration(seconds)


def order_words(sight: Sight) -> str:
    """In which order the round goes."""
    language = sight.language
    match sight.order:
        case Order.seating:
            return language.text("as you sit")
        case Order.random:
            return language.text("by chance")
    return language.text("least heard first")


def _groups(sight: Sight) -> Listed:
    """One countdown for all, who sits with whom, and what comes after."""
    language, parts = sight.language, _parts(sight)
    rows = [row for row in parts.rows if row.state is TurnState.CURRENT]
    for number, group in enumerate(sight.groups, 1):
        names = language.join(sight.called(member) for member in group)
        told = language.text("Group {n}: {names}", n=number, names=names)
        rows.append(TurnRow(id=f"group-{number}", name=names, state=TurnState.WAITING, spoken=told))
    rows += [row for row in parts.rows if row.state is TurnState.NEXT]
    note = language.count("{n} group", "{n} groups", len(sight.groups))
    return Listed(parts.title, note, tuple(rows), people=False)


def _parts(sight: Sight) -> Listed:
    language, view = sight.language, sight.view
    now = view.part if view is not None else 0
    run = sight.run_of(sight.step.id)
    lengths = part_lengths(run) if run is not None else tuple(part.minutes * MINUTE for part in sight.step.parts)
    rows = []
    for place, part in enumerate(sight.worded.parts):
        length = lengths[place] if place < len(lengths) else part.minutes * MINUTE
        minutes = language.number(round(length / MINUTE))
        if place == now and view is not None:
            row = TurnRow(
                id=str(place),
                name=part.title,
                time=duration(view.part_remaining),
                detail=part.wall,
                share=view.part_elapsed / max(1, length),
                state=TurnState.CURRENT,
            )
            rows.append(_heard(row, language.choice("step", "now")))
        else:
            state = TurnState.DONE if place < now else TurnState.NEXT if place == now + 1 else TurnState.WAITING
            row = TurnRow(id=str(place), name=part.title, time=minutes, state=state)
            rows.append(_heard(row, language.choice("step", "done") if place < now else ""))
    title = language.text("Part {n} of {of}", n=now + 1, of=len(rows))
    return Listed(title, "", tuple(rows), people=False)


def _heard(row: TurnRow, where: str) -> TurnRow:
    """The row with what its icon shows told in words."""
    return replace(row, spoken=", ".join(part for part in (row.words(), where) if part))


def _steps(sight: Sight) -> Listed:
    """A step of one piece: what it asks for, and what comes after it."""
    language = sight.language
    coming = sight.steps[sight.number :]
    rows = [
        TurnRow(
            id=step.id,
            name=sight.words[step.id].title,
            time=language.minutes(minutes_of(sight, step)),
            state=TurnState.NEXT if place == 0 else TurnState.WAITING,
        )
        for place, step in enumerate(coming)
    ]
    return Listed(language.text("Coming up"), "", tuple(rows), people=False)


def _spoke(sight: Sight, member: str) -> int:
    """Seconds that somebody has talked in this round."""
    turns = [t for t in sight.state.turns if t.step == sight.state.step.id and t.part == sight.state.step.part]
    return sum(turn.used for turn in turns if turn.member == member) // SECOND


def _part_seconds(sight: Sight) -> int:
    run = sight.run_of(sight.step.id)
    if run is None or sight.view is None:
        return sight.step.minutes * MINUTE
    lengths = part_lengths(run)
    return lengths[sight.view.part] if sight.view.part < len(lengths) else run.planned
