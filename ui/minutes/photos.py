"""Photos that come in after the meeting, by the review's own menu."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from facilitator.intake.photo import ENDINGS, taken
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Photo
from facilitator.model.photo import plain_size
from ui.page import Page
from ui.workspace import Workspace


class LatePhotos(QObject):
    """Reads the files that are chosen, and keeps them for the network; their check box puts them in the minutes."""

    def __init__(self, page: Page, session_id: str) -> None:
        super().__init__(page)
        self._page = page
        self._session_id = session_id

    def ask(self) -> None:
        """Opens a dialog for files."""
        text = self._page.language.text
        form = text("Pictures ({forms})", forms=ENDINGS)
        files, _ = QFileDialog.getOpenFileNames(self._page, text("Photo from a file"), "", form)
        for file in files:
            job = self._page.workspace.photo(partial(taken, Path(file)))
            # Not a method of this: the review may be left while a photo is read, and it is kept all the same.
            job.finished.connect(partial(_keep, self._page.workspace, self._session_id))
            job.failed.connect(self._page.failed)
            job.start()


def _keep(workspace: Workspace, session_id: str, picture: bytes) -> None:
    width, height = plain_size(picture)
    photo = Photo(
        id=new_id(),
        session=session_id,
        text="",
        audience=Audience.network,
        made_at=round(workspace.now().timestamp() * 1000),
        width=width,
        height=height,
    )
    workspace.add_photo(photo, picture)
