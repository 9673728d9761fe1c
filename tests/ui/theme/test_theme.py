"""Dressing the application, and dressing it again while it is shown."""

import subprocess
import sys

from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QPushButton

from ui.theme.theme import Themed, apply, dark, light
from ui.theme.tokens import DARK, TYPE
from ui.widgets.buttons import Button
from ui.widgets.ring_timer import RingTimer


def test_the_application_speaks_lato_without_ligatures(qapp, theme):
    font = theme.font(TYPE.body)

    assert QFontInfo(font).family() == "Lato"
    assert [tag.toString().data().decode() for tag in font.featureTags()] == ["liga"]
    assert font.featureValue(font.featureTags()[0]) == 0


def test_another_theme_reaches_the_palette_and_the_widgets_that_paint(qtbot, qapp, theme):
    button = Button(theme, "Start mødet", kind="primary")
    button.resize(button.sizeHint())
    qtbot.addWidget(button)
    before = button.grab().toImage().pixelColor(8, 20)

    apply(qapp, dark())

    after = button.grab().toImage().pixelColor(8, 20)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert after.name().upper() == DARK.accent
    assert before != after
    apply(qapp, light())


def test_widgets_that_paint_can_be_given_another_theme(qtbot, theme):
    ring, plain = RingTimer(theme), QPushButton()
    qtbot.addWidget(ring)
    qtbot.addWidget(plain)

    assert isinstance(ring, Themed)
    assert not isinstance(plain, Themed)


def test_the_look_is_ready_without_any_slow_library():
    slow = {"qtawesome", "qtpy", "reportlab", "sqlite_utils", "click", "babel", "PySide6.QtPdf"}
    code = "import sys; import ui.theme.theme; print('\\n'.join(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert slow & set(loaded) == set()
