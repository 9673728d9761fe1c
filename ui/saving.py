"""Where a file is to go: asked in the system's own dialog, and never over another file without a question."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to(parent: QWidget, title: str, name: str, form: str, ending: str) -> Path | None:
    """The file that the user names, or None. One typed without its ending gets it.

    The dialog asks before a file is replaced, but knows only what was typed: so it is asked again where the ending
    makes it a file that is there.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, form)
    if chosen and not Path(chosen).suffix:
        chosen = f"{chosen}{ending}"
        if Path(chosen).exists():
            chosen, _ = QFileDialog.getSaveFileName(parent, title, chosen, form)
    return Path(chosen) if chosen else None
