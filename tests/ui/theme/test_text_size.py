"""How large text is: the choice, or what the computer asks for; and what follows it."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.theme import theme as themes
from ui.theme.style_sheet import enlarged
from ui.theme.text_size import text_scale
from ui.theme.tokens import SIZE, TYPE
from ui.widgets.buttons import Button
from ui.widgets.drawing import Drawing
from ui.widgets.labels import Label


@pytest.mark.parametrize(
    ("chosen", "dpi", "scale"),
    [
        ("normal", 144, 1.0),
        ("larger", 96, 1.25),
        ("largest", 96, 1.5),
        ("system", 96, 1.0),
        ("system", 72, 1.0),
        ("system", 120, 1.25),
        ("system", 144, 1.5),
        ("system", 240, 1.5),
    ],
)
def test_a_choice_wins_and_the_nearest_size_follows_the_computer(chosen, dpi, scale):
    assert text_scale(chosen, dpi) == scale


def test_lengths_in_the_style_sheet_grow_and_lines_do_not():
    sheet = 'QLabel { font-size: 14px; border: 1px solid; border-bottom: 3px; image: url("a/b20px.svg"); }'

    grown = enlarged(sheet, 1.5)

    assert grown == 'QLabel { font-size: 21px; border: 1px solid; border-bottom: 3px; image: url("a/b20px.svg"); }'
    assert enlarged(sheet, 1) == sheet


def test_a_field_is_as_high_with_the_keyboard_as_without():
    sheet = "min-height: within(41, 1); min-height: within(41, 2);"

    assert enlarged(sheet, 1.5) == "min-height: 60px; min-height: 58px;"
    assert enlarged(sheet, 1) == "min-height: 39px; min-height: 37px;"


@pytest.fixture
def dressed(qapp):
    """Dresses the application in text of a size, and in the ordinary one afterwards."""
    yield lambda text: _dressed(qapp, text)
    themes.apply(qapp, themes.light())


def _dressed(app, text):
    made = themes.light(text)
    themes.apply(app, made)
    return made


def test_words_and_what_holds_them_grow_alike(dressed, qtbot):
    sizes = []
    for text in (1.0, 1.5):
        theme = dressed(text)
        label, button = Label("Specialundervisningskoordinator", "title"), Button(theme, "Start mødet", key="F12")
        for widget in (label, button):
            qtbot.addWidget(widget)
            widget.ensurePolished()
        sizes.append((label.sizeHint(), button.sizeHint(), label.font().pixelSize()))

    (plain_label, plain_button, plain_px), (label, button, px) = sizes
    assert (plain_px, px) == (TYPE.title.size, round(TYPE.title.size * 1.5))
    assert label.width() == pytest.approx(1.5 * plain_label.width(), rel=0.03)
    assert button.height() == round(1.5 * SIZE.button)
    assert button.width() == pytest.approx(1.5 * plain_button.width(), abs=1)


def test_a_text_that_qt_paints_has_the_size_too(dressed, qtbot):
    dressed(1.25)
    plain, button = QLabel("Netværk"), QPushButton("Netværk")
    for widget in (plain, button):
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.font().pixelSize() == round(1.25 * TYPE.body.size)


def test_what_is_painted_is_enlarged_whole(dressed, qtbot):
    theme = dressed(1.5)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 150)
    image = QImage(300, 150, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw = Drawing.on(widget, theme, painter)
    place = draw.painter.combinedTransform().mapRect(QRectF(10, 10, 20, 20))
    painter.end()

    assert (draw.whole.width(), draw.whole.height()) == (200, 100)
    assert place == QRectF(15, 15, 30, 30)
