"""The meeting on paper by one key: run sheet and capture form in one PDF, opened where it can be printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from facilitator.language import Language

if TYPE_CHECKING:
    from ui.live.page import LivePage


def opened(path: Path, language: Language) -> str:
    """Opens the file in the program that shows such files; what came of it, in words."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return language.text("The paper is open in another program; print it there.")
    return language.text("No program here opens PDF files. Save the paper as a file instead.")


def print_papers(page: LivePage) -> None:
    """Makes the paper in the background; the meeting goes on meanwhile."""

    def made(path: Path) -> None:
        page.tell("state", opened(path, page.language))

    job = page.workspace.on_paper(page.meeting.session.id)
    job.finished.connect(made)
    job.failed.connect(page.failed)
    job.start()
