"""The colours that pages really put beside each other keep the contrast that the design promises."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from facilitator.language import Code
from tests.ui.accessibility.seeing import stands_on
from tests.ui.every_page import LAPTOP, every_page
from tests.ui.theme.test_tokens import contrast
from ui.theme.theme import Theme, apply, dark
from ui.theme.tokens import DARK, LIGHT

TEXT = ("text", "text2", "text3", "late", "danger")
GROUNDS = ("window", "surface", "nav", "sunken", "hover", "accent_soft", "late_soft", "danger_soft")
READABLE = 4.5


def test_every_page_puts_text_only_where_it_can_be_read(
    stored: Callable[[Code], Path], tmp_path: Path, theme: Theme, qapp: QApplication
) -> None:
    in_the_dark = dark()
    apply(qapp, in_the_dark)  # where no two tokens are alike, so that a pixel tells its token
    colours = msgspec.structs.asdict(DARK)
    used: dict[tuple[str, str], str] = {}
    for shown in every_page(stored("da"), tmp_path, "da", in_the_dark):
        if shown.size > LAPTOP:
            continue  # the wall is painted alike at every size
        picture = shown.widget.grab().toImage()
        for text in TEXT:
            for ground in stands_on(picture, colours, text, GROUNDS):
                used.setdefault((text, ground), shown.name)
    apply(qapp, theme)

    assert {("text", "window"), ("text2", "surface"), ("late", "late_soft"), ("text2", "accent_soft")} <= set(used)
    unread = {pair: where for pair, where in used.items() if least_contrast(*pair) < READABLE}
    assert unread == {}


def least_contrast(text: str, ground: str) -> float:
    return min(contrast(colours, text, ground) for colours in (LIGHT, DARK))
