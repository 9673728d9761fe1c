"""When it is hard for somebody: the words to say, for a facilitator who asks for them, and never by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.live import keys

if TYPE_CHECKING:
    from ui.live.page import LivePage


def take_the_time(page: LivePage) -> None:
    """Puts the question over the step; nothing is written down, and the room sees nothing of it."""
    text, notice = page.language.text, page.cockpit.notice
    pause = (text("Pause"), keys.twin_of("pause", page.language), lambda: page.acts.perform("pause"))
    on = (text("Go on"), "", lambda: notice.take_back("state"))
    page.tell("state", text("Take the time it takes. Would you like to pause, go on or stop here?"), (pause, on))
