"""The end of a rehearsal: its debrief over the cockpit, on paper where that is asked for, and then nothing is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.model.trouble import Trouble
from ui.live.printing import opened
from ui.live.rehearsal_debrief import DebriefView
from ui.saving import ask_where_to

if TYPE_CHECKING:
    from ui.live.page import LivePage
    from ui.live_run import Watch


class Talk(QObject):
    """Shows the debrief of a page that has rehearsed."""

    def __init__(self, page: LivePage, watch: Watch) -> None:
        super().__init__(page)
        self._page = page
        self._watch = watch
        self.view: DebriefView | None = None
        self._wall = False  # whether the room saw it

    def begin(self) -> None:
        """The rehearsal is over; undo takes it up again."""
        page = self._page
        if page.live is None:
            return
        page.beside.close()
        self._wall = page.wall.isVisible()
        page.projector.put_away()
        debrief = page.live.debrief(self._watch.happened)
        self.view = view = DebriefView(page.theme, page.language, page.guard, debrief)
        view.closed.connect(page.leave)
        view.print_asked.connect(lambda: self._write(None))
        view.save_asked.connect(self._save)
        page.show_open()
        view.keep.setFocus()

    def look(self) -> None:
        """Where the end was taken back, the rehearsal goes on."""
        page = self._page
        if self.view is not None and page.live is not None and page.live.state.live:
            view, self.view = self.view, None
            page.show_open()
            view.deleteLater()
            if self._wall:
                page.projector.toggle()

    def _save(self) -> None:
        page = self._page
        name = page.workspace.debrief_name(page.language)
        to = ask_where_to(page, page.language.text("Save as PDF …"), name, "PDF (*.pdf)", ".pdf")
        if to is not None:
            self._write(to)

    def _write(self, to: Path | None) -> None:
        page = self._page
        if self.view is None:
            return
        job = page.workspace.debrief(self.view.debrief(), page.language, to)
        job.finished.connect(self._written if to is not None else self._open)
        job.failed.connect(self._failed)
        job.start()

    def _written(self, path: Path) -> None:
        self._say(self._page.language.text("{file} is written.", file=path.name))

    def _open(self, path: Path) -> None:
        self._say(opened(path, self._page.language))

    def _failed(self, error: object) -> None:
        if isinstance(error, Trouble):
            self._say(self._page.language.say(error))
        else:
            self._page.workspace.went_wrong.emit(error)

    def _say(self, words: str) -> None:
        if self.view is not None:
            self.view.told.say(words)
