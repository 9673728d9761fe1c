"""What leaves the review: a paper in a file, and the minutes as an e-mail draft. Each only when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ui.saving import ask_where_to
from ui.workspace import DocumentKind, LaidOut

if TYPE_CHECKING:
    from ui.minutes.page import MinutesPage


class Outgoing(QObject):
    """Asks where to, has it written in the background, and says what came of it."""

    def __init__(self, page: MinutesPage, session_id: str) -> None:
        super().__init__(page)
        self._page = page
        self._session_id = session_id

    def export(self, kind: DocumentKind) -> None:
        """Ask for a file and write the paper there."""
        name = self._page.workspace.file_name(self._session_id, kind)
        self._write(kind, self._ask_for_file(name, "PDF (*.pdf)", ".pdf"))

    def save_mail(self) -> None:
        """Ask for a file and write the draft there, with the paper that is shown."""
        page = self._page
        name, form = page.workspace.mail_name(self._session_id, page.kind), page.language.text("E-mail drafts (*.eml)")
        self._write(page.kind, self._ask_for_file(name, form, ".eml"))

    def open_mail(self) -> None:
        """The paper that is shown, as an e-mail draft in the mail program."""
        job = self._page.workspace.lay_out_mail(self._session_id, self._page.kind)
        job.finished.connect(self._mail_ready)
        job.failed.connect(self._page.failed)
        job.start()

    def _write(self, kind: DocumentKind, to: Path | None) -> None:
        if to is None:
            return
        job = self._page.workspace.export(self._session_id, kind, to)
        job.finished.connect(self._written)
        job.failed.connect(self._page.failed)
        job.start()

    def _ask_for_file(self, name: str, form: str, ending: str) -> Path | None:
        return ask_where_to(self._page, self._page.language.text("Export"), name, form, ending)

    def _written(self, path: Path) -> None:
        self._page.said.emit(self._page.language.text("{file} is written.", file=path.name))
        self._page.head.offer_folder(path.parent)

    def _mail_ready(self, laid: LaidOut) -> None:
        language = self._page.language
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(laid.path))):
            told = language.text("The draft is in your mail program. Nothing has been sent.")
        else:
            told = language.text(
                "No program here opens e-mail drafts. Nothing has been sent. Save the draft as a file instead."
            )
        without = language.join(laid.without)
        more = language.text("Without an address: {names}.", names=without) if without else ""
        self._page.said.emit(" ".join(part for part in (told, more) if part))
