"""The desktop that opens files in other programs, in place of the real one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices


class Desktop(QObject):
    """Takes the files that it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open_file(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@contextmanager
def opening() -> Iterator[Desktop]:
    """Inside it, whatever the app has opened comes here."""
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open_file")
    yield made
    QDesktopServices.unsetUrlHandler("file")
