"""The ring of the cockpit and the face of the wall, as they look at one moment.

The wall gets its words here, and from public fields alone: a step's title and its instruction, and what a part says to
the room. Neither a working title nor anything that was written down is within its reach.
"""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta

from facilitator.language import Language
from facilitator.library.words import WordedStep
from facilitator.model.agenda import Kind
from facilitator.model.session import begins
from ui.live.sight import MINUTE, Sight
from ui.widgets.ring_timer import LAST_MINUTE, RingFace
from ui.widgets.wall_face import FaceKind, Named, WallFace

SOON = timedelta(hours=12)  # a start further away is of another day, and is not told


def ring_face(sight: Sight) -> RingFace:
    """What the facilitator sees in the ring."""
    language, view = sight.language, sight.view
    planned = sight.step.minutes * MINUTE if view is None else view.elapsed + view.remaining
    length = language.number(round(planned / MINUTE))
    if view is None:
        return RingFace(seconds=planned, planned=planned, note=language.text("for the first step"))
    if view.status == "paused":
        back = sight.back
        note = language.text("back at {time}", time=language.clock(back.at)) if back else language.text("paused")
    elif view.remaining < 0:
        note = language.text("over time")
    elif view.remaining <= LAST_MINUTE:
        note = language.text("last minute")
    else:
        note = language.text("left of {n} min.", n=length)
    return RingFace(
        seconds=view.remaining,
        planned=planned,
        note=note,
        paused=view.status == "paused",
        spoken=_spoken(language, view.remaining),
    )


def _spoken(language: Language, remaining: int) -> str:
    minutes = abs(remaining) // MINUTE
    if remaining < 0:
        return language.count("{n} minute over", "{n} minutes over", minutes)
    return language.count("{n} minute left", "{n} minutes left", minutes)


def hidden_face(sight: Sight, hint: str = "", key: str = "") -> WallFace:
    """Network and clock, and nothing else; the hint is for the cockpit alone."""
    clock = sight.language.clock(sight.now)
    whose = whose_meeting(sight, sight.language)
    return WallFace(kind=FaceKind.HIDDEN, network=whose, clock=clock, hint=hint, key=key)


def whose_meeting(sight: Sight, room: Language) -> str:
    """Whose meeting it is; nobody who comes in is to take a rehearsal for one."""
    name = sight.meeting.network.name
    return room.text("Rehearsal: {name}", name=name) if sight.rehearsal else name


def wall_face(sight: Sight, words: dict[str, WordedStep], room: Language) -> WallFace:
    """What the room sees, in the room's own language (`words` are the steps' in that)."""
    if not sight.live:
        return _welcome(sight, room)
    if sight.step.kind is Kind.break_ or sight.back is not None:
        return _break(sight, words, room)
    worded = words[sight.step.id]
    now = following = None
    groups = tuple(room.join(sight.called(member) for member in group) for group in sight.groups)
    if sight.round:
        round_ = sight.speakers
        if round_.speaking is not None:
            now = Named(room.text("Speaking now"), sight.called(round_.speaking))
        if round_.next is not None:
            following = Named(room.text("Next"), sight.called(round_.next))
    return WallFace(
        kind=FaceKind.STEP,
        network=whose_meeting(sight, room),
        clock=_clock(room, sight.now),
        title=worded.title,
        instruction=_instruction(sight, worded),
        ring=_wall_ring(sight, room, of_part=bool(groups)),
        now=now,
        next=following,
        groups=groups,
    )


def end_face(network: str, room: Language, next_meeting: date | None) -> WallFace:
    """What the room sees when the meeting is over. It stands there unattended, so it has no clock."""
    after = room.text("Next meeting: {date}", date=room.day(next_meeting)) if next_meeting is not None else ""
    title = room.text("Thank you for today")
    return WallFace(kind=FaceKind.END, network=network, clock="", title=title, instruction=after)


def _clock(room: Language, moment: datetime) -> str:
    return room.text("at {time}", time=room.clock(moment))


def _welcome(sight: Sight, room: Language) -> WallFace:
    start = begins(sight.meeting.session)
    ahead = timedelta() < start - sight.now < SOON
    return WallFace(
        kind=FaceKind.WELCOME,
        network=whose_meeting(sight, room),
        clock=_clock(room, sight.now),
        title=room.text("Welcome"),
        instruction=room.text("We begin at {time}", time=room.clock(start)) if ahead else "",
    )


def _instruction(sight: Sight, worded: WordedStep) -> str:
    place = sight.view.part if sight.view is not None else 0
    if len(worded.parts) > 1 and 0 <= place < len(worded.parts):
        return worded.parts[place].wall or worded.instruction
    return worded.instruction


def _wall_ring(sight: Sight, room: Language, *, of_part: bool) -> RingFace | None:
    """What is left of the step; where all work in groups, of the part: one countdown for all."""
    view = sight.view
    if view is None:
        return None
    remaining, elapsed = (view.part_remaining, view.part_elapsed) if of_part else (view.remaining, view.elapsed)
    planned = elapsed + remaining
    if view.status == "paused":
        figure = "" if remaining > 0 else room.text("Break")
        return RingFace(
            seconds=max(0, remaining), planned=planned, note=room.text("paused"), figure=figure, paused=True
        )
    if remaining <= 0:
        # When the time is up the room is told calmly, and is shown no figure that grows.
        words = room.text("We are rounding off")
        return RingFace(seconds=0, planned=planned, figure=words, spoken=words)
    note = room.text("last minute") if remaining <= LAST_MINUTE else room.text("left")
    return RingFace(seconds=remaining, planned=planned, note=note)


def _break(sight: Sight, words: dict[str, WordedStep], room: Language) -> WallFace:
    """A break on the agenda, or a pause whose end was said: in large letters, when it is over."""
    view, planned_break = sight.view, sight.step.kind is Kind.break_
    if sight.back is not None:
        left = math.ceil((sight.back.at - sight.now).total_seconds())
        planned = sight.back.minutes * MINUTE
    else:
        left = view.remaining if view is not None else 0
        planned = view.elapsed + left if view is not None else 0
    title = words[sight.step.id].title if planned_break else room.text("Break")
    coming = sight.steps[sight.number :] if planned_break else ()
    after = words[coming[0].id].title if coming else ""
    over = left <= 0
    ring = RingFace(
        seconds=max(0, left),
        planned=planned,
        figure=room.minutes(-(-max(0, left) // MINUTE)),
        icon="coffee-outline",
    )
    return WallFace(
        kind=FaceKind.BREAK,
        network=whose_meeting(sight, room),
        clock=_clock(room, sight.now),
        title=title,
        ring=ring,
        resumes=room.text("We are starting again") if over else room.text("We go on"),
        resumes_at="" if over else _clock(room, sight.moment(sight.now.timestamp() + left)),
        after=room.text("Then: {title}", title=after) if after else "",
    )
