"""The looking itself: it finds what is wrong on a bad example, and nothing on a good one."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton, QVBoxLayout, QWidget

from tests.ui.screens.looking import faults, outside
from tests.ui.screens.painted import painted
from ui.theme import theme as themes
from ui.widgets.drawing import Drawing
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.scrolled import scrolled

LONG = "Specialundervisningskoordinatorens arbejdstidstilrettelæggelse"


@pytest.fixture
def theme(qapp):
    made = themes.light()
    themes.apply(qapp, made)
    return made


@pytest.fixture
def place(theme, qtbot):
    """A window of 300 by 200 for things to be put in."""
    made = QWidget()
    made.setObjectName("place")
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


def put(widget, x, y, width, height):
    widget.setGeometry(x, y, width, height)
    return widget


def looked_at(place):
    place.show()
    return faults(place)


def test_what_has_room_has_no_fault(place):
    column = QVBoxLayout(place)
    for text in ("Netværk", "Møder"):
        column.addWidget(QLabel(text))
    assert looked_at(place) == []


def test_a_label_narrower_than_its_text_is_found(place):
    put(QLabel(LONG, place), 0, 0, 100, 20)
    assert looked_at(place) == [f"QLabel in place: »{LONG}« is cut"]


def test_a_text_of_several_lines_that_is_too_low_is_found(place):
    put(Label(f"{LONG} {LONG}", wrap=True, parent=place), 0, 0, 250, 20)
    assert "is cut" in looked_at(place)[0]


def test_a_shortened_text_must_be_told_whole_somewhere(place):
    put(ElidedLabel(LONG, parent=place), 0, 0, 150, 20)
    assert looked_at(place) == []
    for label in place.findChildren(QLabel):
        label.setToolTip("")
        label.setAccessibleName("")
    assert "is told whole nowhere" in looked_at(place)[0]


def test_a_text_of_which_nothing_is_left_is_found_even_where_it_is_told(place):
    put(ElidedLabel(LONG, parent=place), 0, 0, 24, 20)
    assert "nothing is left" in looked_at(place)[0]


def test_a_button_shortened_by_qt_is_found(place):
    button = put(QToolButton(place), 0, 0, 60, 30)
    button.setText(LONG)
    assert len(looked_at(place)) == 1


def test_a_choice_under_its_arrow_is_found(place):
    combo = put(QComboBox(place), 0, 0, 120, 40)
    combo.addItem(LONG)
    assert looked_at(place) == [f"QComboBox in place: »{LONG}« is cut"]


def test_things_over_one_another_are_found(place):
    put(QLabel("Et", place), 0, 0, 100, 20)
    put(QLabel("To", place), 50, 10, 100, 20)
    assert looked_at(place) == ["QLabel in place and QLabel in place lie over one another: 50,10 50x10"]


def test_what_sticks_out_is_found_unless_it_can_be_scrolled(place):
    put(QWidget(place), 250, 0, 100, 20)
    assert "sticks out of place" in looked_at(place)[0]


def test_a_column_that_scrolls_may_be_long_but_not_broad(place):
    tall, broad = QWidget(), QWidget()
    tall.setMinimumHeight(1000)
    broad.setMinimumWidth(400)
    for inside in (tall, broad):
        area = scrolled(inside)
        area.setParent(place)
        put(area, 0, 0, 300, 200).show()
        assert bool(looked_at(place)) is (inside is broad)
        area.setParent(None)


class Painted(QWidget):
    """Paints two texts where it is told to."""

    def __init__(self, theme, parent, *boxes):
        super().__init__(parent)
        self._theme, self._boxes = theme, boxes

    def paintEvent(self, event):  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        for box, text in self._boxes:
            draw.words(QRectF(*box), text, themes.TYPE.body)


def test_painted_texts_over_one_another_are_found(place, theme):
    boxes = ((0, 0, 200, 20), "Slut 12.00"), ((40, 0, 200, 20), "12.10")
    put(Painted(theme, place, *boxes), 0, 0, 250, 30)
    assert looked_at(place) == ["Painted in place: »Slut 12.00« and »12.10« stand over one another"]


def test_a_painted_text_outside_its_widget_is_found(place, theme):
    put(Painted(theme, place, ((0, 20, 200, 20), "Slut")), 0, 0, 250, 30)
    assert looked_at(place) == ["Painted in place: »Slut« is cut"]


def test_painted_texts_are_heard_where_they_are_enlarged(qapp, place):
    large = themes.light(1.5)
    widget = put(Painted(large, place, ((10, 10, 100, 20), "Netværk")), 0, 0, 250, 60)
    place.show()
    (run,) = painted(widget)
    assert run.text == "Netværk"
    assert run.box.left() == pytest.approx(15, abs=0.5)
    assert 30 < run.box.center().y() + 6 < 38


def test_a_dialog_larger_than_its_window_is_found(place, qtbot):
    dialog = QWidget(place)
    dialog.setObjectName("dialog")
    dialog.setGeometry(0, 0, 280, 190)
    assert outside(dialog, place) == []
    dialog.resize(QSize(280, 210))
    assert outside(dialog, place)[0].startswith("dialog is larger than the window")
