"""Two menus that ask before they do: where the room sees the wall, and how long the pause is to be."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ui.live.screens import called, identity
from ui.live.sight import Back
from ui.live.wall import WallState
from ui.live_run import commands

if TYPE_CHECKING:
    from ui.live.page import LivePage

PAUSES = (5, 10, 15, 20)  # minutes


def ask_where(page: LivePage) -> None:
    """Every screen that the room could look at, and a window to share in a call."""
    projector, text = page.projector, page.language.text
    menu = page.beside.menu("wall_menu")
    names = Counter(called(screen) for screen in projector.others)
    for screen in projector.others:
        size, name = screen.geometry().size(), called(screen)
        if names[name] > 1:
            name = f"{name} ({screen.name()})"
        words = text("{name} · {wide} × {high}", name=name, wide=size.width(), high=size.height())
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(projector.shown_on == identity(screen))
        action.triggered.connect(lambda _=False, screen=screen: projector.choose(screen))
    window = menu.addAction(text("In a window to share in a call"))
    window.setObjectName("in_window")
    window.setCheckable(True)
    window.setChecked(projector.state is WallState.SMALL)
    window.triggered.connect(projector.choose_window)
    menu.addSeparator()
    on_top = menu.addAction(text("Keep the window above all others"))
    on_top.setObjectName("on_top")
    on_top.setCheckable(True)
    on_top.setChecked(projector.choices.on_top)
    on_top.triggered.connect(projector.set_on_top)
    page.beside.pop_up(menu, page.cockpit.wall_icon)


def ask_how_long(page: LivePage) -> None:
    """Pauses, and tells the room when it is to be back."""
    live, language = page.live, page.language
    if live is None:
        return
    menu = page.beside.menu("pause_menu")
    for minutes in PAUSES:
        back = language.clock(_after(live.now(), minutes))
        action = menu.addAction(language.text("{n} min. · back at {time}", n=minutes, time=back))
        action.setObjectName(f"pause_{minutes}")
        action.triggered.connect(lambda _=False, minutes=minutes: _pause(page, minutes))
    page.beside.pop_up(menu, page.cockpit.pause)


def _after(now: datetime, minutes: int) -> datetime:
    """On the whole minute, as people say it."""
    return (now + timedelta(minutes=minutes, seconds=59)).replace(second=0, microsecond=0)


def _pause(page: LivePage, minutes: int) -> None:
    """One that runs already gets an end; nothing new is put on disk by that."""
    live = page.live
    if live is None:
        return

    def back() -> None:
        page.back = Back(_after(live.now(), minutes), minutes)
        page.refresh()

    if live.state.status == "paused":
        back()
    else:
        page.do(commands.Pause(), back)
