"""Fields and dialogs: what the keyboard does in them, and what they tell."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import ChoiceField, DateField, NumberField, TimeField
from ui.widgets.segments import Choice
from ui.widgets.sheet import Sheet
from ui.widgets.split_button import SplitButton

LEADERS = (Choice("karen", "Karen Holm"), Choice("mette", "Mette Sørensen"))


@pytest.fixture
def window(qtbot, theme):
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_number_is_shown_with_its_unit_and_stays_in_its_range(qtbot, theme):
    field = NumberField(1, 240, suffix=" min.")
    qtbot.addWidget(field)

    field.setValue(500)

    assert field.text() == "240 min."


def test_a_time_has_a_full_stop_and_a_date_is_written_the_danish_way(qtbot, theme):
    time, date = TimeField(), DateField()
    qtbot.addWidget(time)
    qtbot.addWidget(date)

    date.setDate(QDate(2026, 12, 8))

    assert (time.text(), date.text()) == ("9.00", "8.12.2026")


def test_a_choice_made_by_key_is_told_and_one_made_from_code_is_not(qtbot, theme):
    field = ChoiceField(LEADERS)
    qtbot.addWidget(field)
    told = []
    field.chosen.connect(told.append)

    field.choose("karen")
    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert (told, field.chosen_id()) == (["mette"], "mette")


def test_the_same_choices_in_other_words_keep_what_was_chosen(qtbot, theme):
    field = ChoiceField(LEADERS)
    qtbot.addWidget(field)
    field.choose("mette")

    field.show_choices((Choice("all", "Alle"), Choice("mette", "Mette")))

    assert (field.chosen_id(), field.currentText()) == ("mette", "Mette")


def test_a_sheet_dims_the_window_and_begins_in_its_first_field(qtbot, theme, window):
    sheet = Sheet(theme, "Hent medlemmer fra fil", close="Luk", parent=window)
    field = QLineEdit()
    sheet.body.addWidget(field)
    sheet.add_button(Button(theme, "Hent", kind="primary"))

    sheet.show()
    qtbot.waitExposed(sheet)

    assert sheet.focusWidget() is field
    assert sheet._scrim.geometry() == window.rect()
    assert sheet._scrim.isVisible()


def test_escape_and_the_cross_close_a_sheet_and_brighten_the_window(qtbot, theme, window):
    sheet = Sheet(theme, "Hent medlemmer fra fil", close="Luk", parent=window)
    sheet.show()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()

    sheet.show()
    sheet.findChild(IconButton).click()

    assert not sheet.isVisible()
    assert not sheet._scrim.isVisible()


def test_the_words_of_a_split_button_act_at_once(qtbot, theme):
    button = SplitButton(theme, "Eksportér", QMenu())
    qtbot.addWidget(button)
    told = []
    button.clicked.connect(lambda: told.append("clicked"))

    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert told == ["clicked"]
