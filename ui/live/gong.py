"""The gong at the end of steps and turns: when it sounds is a rule, looked at from one moment to the next."""

from __future__ import annotations

from dataclasses import dataclass

from ui.live.sight import Sight
from ui.live.turns import turn_seconds
from ui.sounds import Player
from ui.workspace import GongChoices

LATE = 5  # seconds: an end further back, as while the computer slept, is past


@dataclass(frozen=True)
class Left:
    """Seconds left of the step and of the turn, negative once over; `seq` tells whether a key was pressed between."""

    seq: int
    step: int
    turn: int | None


def left(sight: Sight) -> Left | None:
    """What is left now; None where nothing counts down."""
    view = sight.view
    if view is None or view.status != "running":
        return None
    turn = turn_seconds(sight) - view.turn_elapsed if view.turn is not None and sight.round else None
    return Left(view.seq, view.remaining, turn)


def sounds(before: Left | None, now: Left | None, choices: GongChoices) -> bool:
    """Whether it sounds at `now`, when `before` was the look before it. Step and turn that end together sound once.

    Time alone brings an end about: a step that was over before it was looked at, or that a key left, makes no sound.
    """
    if before is None or now is None or before.seq != now.seq:
        return False
    step = choices.step and _ended(before.step, now.step)
    turn = choices.turn and before.turn is not None and now.turn is not None and _ended(before.turn, now.turn)
    return step or turn


def _ended(before: int, now: int) -> bool:
    return before > 0 >= now >= -LATE


class Gong:
    """Looks at the run whenever the cockpit does."""

    def __init__(self, player: Player, choices: GongChoices) -> None:
        self._player = player
        self._choices = choices
        self._before: Left | None = None

    def look(self, sight: Sight, *, quiet: bool) -> None:
        """Sounds where something has just ended, unless it is to be `quiet`; what ended then is not made up for."""
        now = left(sight)
        before, self._before = self._before, now
        if not quiet and sounds(before, now, self._choices):
            self._player.play(self._choices.sound, self._choices.volume)

    def end(self) -> None:
        """Still at once."""
        self._player.end()
