"""How a meeting is over: finished after one look, or discarded, and then what was written may go to another meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.model.attendance import Status
from facilitator.model.trouble import Trouble
from ui.live.discarding import DiscardPanel
from ui.live.ending import Ending, FinishPanel
from ui.live_run import commands

if TYPE_CHECKING:
    from ui.live.page import LivePage


class Over:
    """Opens what asks before the end, and does what it was answered."""

    def __init__(self, page: LivePage) -> None:
        self._page = page

    def finish(self) -> None:
        """Opens the one look before the end."""
        page, sight = self._page, self._page.sight()
        if not sight.live or page.live is None:
            page.refuse(Trouble("not_started"))
            return
        page.capture.written.end_edit(keep=True)  # its place is taken, and left is kept
        expected = [(m, sight.name(m)) for m, status in sight.attendance.items() if status is Status.expected]
        panel = FinishPanel(page.theme, page.language, page.guard, expected, page.capture.half)
        panel.agreed.connect(self._end)
        panel.aloud.edit_wanted.connect(self._put_right)
        page.hearing.hear_written(panel.aloud)
        panel.aloud.remove_wanted.connect(lambda row: page.do(commands.Erase(id=row)))
        queued = Qt.ConnectionType.QueuedConnection  # it may come while all is shown
        panel.read_changed.connect(page.refresh, queued)
        panel.closed.connect(page.refresh, queued)
        panel.show_outcomes(sight, page.outcomes())
        page.beside.open(panel)

    def read_out(self) -> None:
        """The wall shows what is read aloud, or no longer; before the end is looked at, that is opened."""
        panel = self._panel()
        if panel is not None:
            panel.show_on_wall()
        else:
            self.finish()

    def add(self) -> None:
        """Adds what is written; where something that was read aloud is put right, keeps that."""
        panel = self._panel()
        if panel is not None and panel.aloud.editing:
            panel.aloud.end_edit(keep=True)
        else:
            self._page.capture.agree()

    def discard(self) -> None:
        """Asks whether the run is to go, and whether what was written goes over to another meeting."""
        panel = DiscardPanel(self._page)
        panel.agreed.connect(self._discard)
        self._page.beside.open(panel)

    def carry_over(self, session_id: str) -> None:
        """This was the wrong meeting: what was written goes over to that one."""
        page = self._page
        page.capture.keep_now()
        to = page.workspace.session(session_id)
        told = page.language.text(
            "What was written is in meeting {n} now. {key} takes it back.", n=to.number, key="Ctrl+Z"
        )

        def over(_: object) -> None:
            page.said.emit(told)
            page.leave_for(to.id)

        page.press(lambda: page.workspace.carry_over(to, over, self._page.failed))

    def _panel(self) -> FinishPanel | None:
        panel = self._page.beside.panel
        return panel if isinstance(panel, FinishPanel) else None

    def _put_right(self, row: str) -> None:
        panel = self._panel()
        text = next((each.text for each in self._page.outcomes() if each.id == row), "")
        if panel is not None:
            panel.aloud.open_edit(row, text)

    def _end(self, ending: Ending) -> None:
        page, panel = self._page, self._panel()
        if panel is not None:
            panel.aloud.end_edit(keep=True)
        if ending.add_half:
            page.capture.press_add()
        for member in ending.away:
            page.do(commands.Attend(member=member, status=Status.absent))
        page.do(commands.Finish(), page.leave_finished)

    def _discard(self, command: commands.Discard) -> None:
        if command.carry_to:
            self.carry_over(command.carry_to)
        else:
            self._page.do(command, self._page.leave_discarded)
