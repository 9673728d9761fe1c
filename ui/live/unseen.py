"""Time that passed while everything was hidden: it counts, nobody is asked, and nothing of it is written down.

As long as the step goes on, the key for a break gives that time back to the step, and takes it again.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.event import GapRuled, TimeAdded, What
from ui.live.sight import Sight
from ui.live_run import RunState, commands


@dataclass(frozen=True)
class _Span:
    """What of a step was hidden, in seconds; `seq` is the last event before it."""

    step: str
    seconds: int
    seq: int


class Unseen:
    """Remembers the latest time that was hidden."""

    def __init__(self) -> None:
        self._since: _Span | None = None
        self._span: _Span | None = None

    def begin(self, sight: Sight) -> None:
        """Everything is hidden from now on."""
        self._since = self._span = None
        if sight.live and sight.view is not None:
            self._since = _Span(sight.view.step, sight.view.elapsed, sight.view.seq)

    def end(self, sight: Sight) -> None:
        """Everything is seen again. A gap of the computer's own in it has a ruling of its own."""
        since, self._since = self._since, None
        view = sight.view
        if since is None or view is None or (view.step, view.seq) != (since.step, since.seq):
            return
        if view.elapsed > since.seconds:
            self._span = _Span(since.step, view.elapsed - since.seconds, since.seq)

    def ruling(self, sight: Sight) -> commands.AddTime | None:
        """The step gets what was hidden, or no longer; None where there is nothing of that kind to rule."""
        span, view = self._span, sight.view
        if span is None or view is None or view.step != span.step:
            return None
        since = tuple(_since(sight.state, span.seq))
        if any(isinstance(what, GapRuled) for what in since):
            return None
        given = sum(what.seconds for what in since if isinstance(what, TimeAdded) and abs(what.seconds) == span.seconds)
        return commands.AddTime(seconds=-span.seconds if given > 0 else span.seconds)


def _since(state: RunState, seq: int) -> list[What]:
    """What was done after that event, and not undone."""
    found, past = [], state.past
    while past is not None and past.seq > seq:
        found.append(past.what)
        past = past.before.past
    return found
