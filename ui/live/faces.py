"""The ring of the cockpit and the face of the wall, as they look at one moment.

The wall gets its words here, and from public fields alone: a step's title and its instruction, and what a part says to
the room. Neither a working title nor anything that was written down is within its reach.
"""

from __future__ import annotations

from facilitator.language import Language
from facilitator.library.words import WordedStep
from facilitator.model.agenda import Kind
from ui.live.sight import MINUTE, Sight
from ui.widgets.ring_timer import LAST_MINUTE, RingFace
from ui.widgets.wall_face import FaceKind, Named, WallFace


def ring_face(sight: Sight) -> RingFace:
    """What the facilitator sees in the ring."""
    language, view = sight.language, sight.view
    planned = sight.step.minutes * MINUTE if view is None else view.elapsed + view.remaining
    length = language.number(round(planned / MINUTE))
    if view is None:
        return RingFace(seconds=planned, planned=planned, note=language.text("for the first step"))
    if view.status == "paused":
        note = language.text("paused")
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
    return WallFace(kind=FaceKind.HIDDEN, network=sight.meeting.network.name, clock=clock, hint=hint, key=key)


def wall_face(sight: Sight, words: dict[str, WordedStep], room: Language) -> WallFace:
    """What the room sees, in the room's own language (`words` are the steps' in that)."""
    network = sight.meeting.network.name
    clock = room.text("at {time}", time=room.clock(sight.now))
    if not sight.live:
        return WallFace(kind=FaceKind.WELCOME, network=network, clock=clock, title=room.text("Welcome"))
    worded = words[sight.step.id]
    if sight.step.kind is Kind.break_:
        return _break(sight, words, room, clock)
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
        network=network,
        clock=clock,
        title=worded.title,
        instruction=_instruction(sight, worded),
        ring=_wall_ring(sight, room, of_part=bool(groups)),
        now=now,
        next=following,
        groups=groups,
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
        return RingFace(seconds=remaining, planned=planned, note=room.text("paused"), paused=True)
    if remaining < 0:
        # Over time the room is told calmly, and is shown no figure that grows.
        return RingFace(seconds=0, planned=planned, note=room.text("We are rounding off"))
    return RingFace(seconds=remaining, planned=planned, note=room.text("left"))


def _break(sight: Sight, words: dict[str, WordedStep], room: Language, clock: str) -> WallFace:
    view = sight.view
    remaining = view.remaining if view is not None else 0
    after = words[sight.steps[sight.number].id].title if sight.number < len(sight.steps) else ""
    back = sight.now.timestamp() + remaining
    minutes = -(-max(0, remaining) // MINUTE)
    planned = view.elapsed + view.remaining if view is not None else 0
    ring = RingFace(seconds=max(0, remaining), planned=planned, figure=room.minutes(minutes), icon="coffee-outline")
    over = remaining <= 0
    return WallFace(
        kind=FaceKind.BREAK,
        network=sight.meeting.network.name,
        clock=clock,
        title=words[sight.step.id].title,
        ring=ring,
        resumes=room.text("We are starting again") if over else room.text("We go on"),
        resumes_at="" if over else room.text("at {time}", time=room.clock(sight.moment(back))),
        after=room.text("Then: {title}", title=after) if after else "",
    )
