"""What the cockpit listens to: every key's twin, every button, and the arrow keys of its lists and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from facilitator.model.audience import Audience
from facilitator.model.trouble import Trouble
from ui.live import keys
from ui.live.resume import EDIT
from ui.live.turns import turn_for
from ui.live_run import commands

if TYPE_CHECKING:
    from ui.live.page import LivePage
    from ui.live.written import WrittenList


class Hearing(QObject):
    """Connects what is pressed in the page with what it does."""

    def __init__(self, page: LivePage) -> None:
        super().__init__(page)
        self._page = page
        self._hear_twins()
        self._hear_buttons()
        self._hear_capture()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self._page.cockpit.rail:
            pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            act = keys.act_for(QKeySequence(event.key() | pressed.value), "rail")
            if act is not None and act.where == "rail":
                self._page.acts.perform(act.id)
                return True
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._next_giver(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return False

    def _hear_twins(self) -> None:
        page = self._page
        for twin, act in keys.twins().items():
            for key in (twin, "Ctrl+Enter") if act == "add" else (twin,):
                shortcut = QShortcut(QKeySequence(key), page)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(lambda act=act: page.acts.perform(act))

    def _hear_buttons(self) -> None:
        page, cockpit = self._page, self._page.cockpit
        buttons = {
            "start": cockpit.start,
            "seating": cockpit.seating,
            "back": cockpit.back,
            "undo": cockpit.undo,
            "pause": cockpit.pause,
            "add_time": cockpit.minute,
            "price": cockpit.more_time,
            "next": cockpit.next,
            "forward": cockpit.forward,
            "hide": cockpit.hide_all,
            "incident": cockpit.incident,
            "refit": cockpit.less_time,
            "ready": cockpit.ready,
            "menu": cockpit.menu,
            **cockpit.cards,
        }
        for act, button in buttons.items():
            button.clicked.connect(lambda _=False, act=act: page.acts.perform(act))
        cockpit.ready_now.clicked.connect(lambda: page.acts.perform("ready"))
        cockpit.pace.view().installEventFilter(page.guard)
        cockpit.pace.activated.connect(self._set_pace)
        cockpit.roster.marked.connect(page.acts.mark)
        cockpit.turns.chosen.connect(self._turn_chosen)
        cockpit.rail.chosen.connect(page.acts.step_menu)
        cockpit.rail.installEventFilter(self)
        cockpit.cards["take"].installEventFilter(self)

    def _hear_capture(self) -> None:
        page, capture = self._page, self._page.capture
        capture.add.connect(lambda command: page.do(command, capture.added, capture.not_added, capture.press_add))
        capture.draft.connect(self._keep_half)
        capture.written.edit_wanted.connect(lambda _: page.acts.edit())
        capture.written.remove_wanted.connect(lambda _: page.acts.remove())
        capture.pictures.connect(page.acts.photos.take)
        capture.written.set_pictures(page.picture)
        capture.written.edit_over.connect(lambda: page.unfold(False))
        self.hear_written(capture.written)

    def hear_written(self, written: WrittenList) -> None:
        """What is edited in a list of what was written goes to disk, half of it too."""
        written.edited.connect(lambda record, text: self._page.do(commands.Edit(id=record, text=text)))
        written.held_back.connect(lambda: self._page.refuse(Trouble("civil_number")))
        written.half_edited.connect(lambda record, text: self._keep_half(EDIT + record, text, Audience.private))

    def _keep_half(self, slot: str, text: str, audience: Audience) -> None:
        if self._page.live is not None:
            self._page.live.save_draft(slot, text, audience)

    def _set_pace(self) -> None:
        if self._page.live is not None:
            self._page.live.set_pace(self._page.cockpit.pace.currentData())

    def _turn_chosen(self, member: str) -> None:
        sight = self._page.sight()
        if sight.round:
            self._page.do(turn_for(sight, member))

    def _next_giver(self, way: int) -> None:
        """Another step that could give, by the arrow keys on the first card."""
        page = self._page
        sight, live = page.sight(), page.live
        if live is None or not sight.live:
            return
        coming = [
            step.id for step in sight.steps[sight.number :] if not isinstance(live.price("take", step.id), Trouble)
        ]
        if coming:
            now = page.giver()
            place = coming.index(now) if now in coming else -way
            page.giver_chosen = coming[(place + way) % len(coming)]
            page.refresh()
