"""Every page and dialog, with the longest words, in windows from the smallest to the largest: nothing is cut."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.language import Code
from tests.ui.every_page import EVERY_SIZE, HALF, LAPTOP, SMALL, Shown, Size, every_page
from tests.ui.screens.looking import faults, outside
from ui.none import keep_none
from ui.theme import theme as themes
from ui.theme.theme import Theme

OF_THEIR_OWN = ("wall", "unlock", "closed")  # windows that are not as large as the main one

pytestmark = pytest.mark.slow


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Callable[[Theme], Theme]]:
    """Dresses the application, and puts the usual theme back."""

    def dress(theme: Theme) -> Theme:
        keep_none()
        themes.apply(qapp, theme)
        return theme

    yield dress
    themes.apply(qapp, themes.light())


# The colours change no place, so that the dark theme is looked at in the narrowest window alone.
LOOKS: dict[str, tuple[Callable[[], Theme], tuple[Size, ...]]] = {
    "light": (themes.light, (HALF, *EVERY_SIZE)),
    "dark": (themes.dark, (SMALL,)),
    "larger": (lambda: themes.light(1.25), (SMALL,)),
    "largest": (lambda: themes.light(1.5), (SMALL, LAPTOP)),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("code", ["da", "en"])
def test_nothing_is_cut_and_nothing_lies_over_anything(
    stored: Callable[[Code], Path],
    dressed: Callable[[Theme], Theme],
    tmp_path: Path,
    code: Code,
    look: str,
) -> None:
    make, sizes = LOOKS[look]
    found: dict[str, list[str]] = defaultdict(list)
    for shown in every_page(stored(code), tmp_path, code, dressed(make()), sizes, seen=False):
        for fault in (*faults(shown.widget), *too_large(shown)):
            found[fault].append(f"{shown.name} at {shown.size[0]}x{shown.size[1]}")

    assert dict(found) == {}


def too_large(shown: Shown) -> list[str]:
    """The window has the size it was given, and a dialog is within it."""
    widget, window = shown.widget, shown.widget.parentWidget()
    if window is not None:
        return outside(widget, window.window())
    if shown.name.startswith(OF_THEIR_OWN) or widget.size().toTuple() == shown.size:
        return []
    return [f"the window grew to {widget.width()}x{widget.height()}"]
