"""Segments, the switch, buttons, tabs and the navigation, by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.nav_bar import NavBar, NavItem
from ui.widgets.option_card import Option, OptionCard
from ui.widgets.segments import Choice, Segments
from ui.widgets.switch import Switch
from ui.widgets.tabs import Tab, Tabs

KINDS = (Choice("note", "Note"), Choice("decision", "Beslutning"), Choice("action", "Aftale"))
PAGES = (NavItem("home", "home-outline", "Hjem"), NavItem("networks", "account-group-outline", "Netværk"))


def heard(signal):
    told = []
    signal.connect(told.append)
    return told


@pytest.fixture
def segments(qtbot, theme):
    made = Segments(KINDS)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_the_arrows_go_round_the_choices_and_tell_which(qtbot, segments):
    chosen = heard(segments.chosen)
    first = segments.findChildren(QToolButton)[0]
    first.setFocus()

    for _ in KINDS:
        qtbot.keyClick(segments.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(segments.focusWidget(), Qt.Key.Key_Left)

    assert chosen == ["decision", "action", "note", "action"]
    assert segments.accessibleDescription() == "Aftale"


def test_choosing_from_code_tells_no_one(segments):
    chosen = heard(segments.chosen)

    segments.choose("decision")

    assert (segments.chosen_id(), chosen) == ("decision", [])


def test_only_the_choice_that_holds_can_be_tabbed_to(segments):
    segments.choose("action")

    stops = [button.text() for button in segments.findChildren(QToolButton) if button.focusPolicy() & Qt.TabFocus]

    assert stops == ["Aftale"]


def test_the_same_choices_in_another_language_keep_what_was_chosen(segments):
    segments.choose("action")

    segments.show_choices((Choice("note", "Note"), Choice("decision", "Decision"), Choice("action", "Action")))

    assert (segments.chosen_id(), segments.accessibleDescription()) == ("action", "Action")


def test_space_turns_the_switch(qtbot, theme):
    switch = Switch(theme, "Fredet punkt")
    qtbot.addWidget(switch)
    told = heard(switch.toggled)

    qtbot.keyClick(switch, Qt.Key.Key_Space)
    qtbot.keyClick(switch, Qt.Key.Key_Space)

    assert told == [True, False]
    assert switch.accessibleName() == "Fredet punkt"


def test_the_switch_looks_different_when_it_is_on(qtbot, theme):
    switch = Switch(theme)
    qtbot.addWidget(switch)
    off = switch.grab().toImage()

    switch.setChecked(True)

    assert switch.grab().toImage() != off


@pytest.mark.parametrize(
    ("size", "height"), [("compact", 32), ("normal", 40), ("large", 44), ("cockpit", 48), ("begin", 64)]
)
def test_a_button_is_as_high_as_its_size_says(qtbot, theme, size, height):
    button = Button(theme, "Start mødet", size=size)
    qtbot.addWidget(button)

    button.show()

    assert button.height() == height


def test_a_button_with_a_key_is_wider_and_tells_the_key(qtbot, theme):
    plain, keyed = Button(theme, "Skjul"), Button(theme, "Skjul", key="F9")
    qtbot.addWidget(plain)
    qtbot.addWidget(keyed)

    assert keyed.sizeHint().width() > plain.sizeHint().width()
    assert (keyed.accessibleDescription(), keyed.text()) == ("F9", "Skjul")


def test_a_button_that_is_only_an_icon_still_has_a_name(qtbot, theme):
    button = IconButton(theme, "close", "Luk")
    qtbot.addWidget(button)

    assert (button.accessibleName(), button.toolTip()) == ("Luk", "Luk")


def test_the_navigation_tells_the_page_and_keeps_it_through_a_change_of_words(qtbot, theme):
    bar = NavBar(theme)
    qtbot.addWidget(bar)
    bar.show_items(PAGES)
    told = heard(bar.chosen)

    qtbot.keyClick(bar._group.button(1), Qt.Key.Key_Return)
    bar.show_items((NavItem("home", "home-outline", "Home"), NavItem("networks", "account-group-outline", "Networks")))

    assert told == ["networks"]
    assert bar._group.checkedButton().accessibleName() == "Networks"


def test_the_folded_navigation_is_narrow_and_tells_its_words_by_tips(qtbot, theme):
    bar = NavBar(theme)
    qtbot.addWidget(bar)
    bar.show_items(PAGES)

    bar.fold(True)

    assert bar.width() == 64
    assert bar._group.button(0).toolTip() == "Hjem"


def test_tabs_are_moved_through_by_the_arrows(qtbot, theme):
    tabs = Tabs(theme, (Tab("overview", "Oversigt"), Tab("actions", "Aftaler", "7")))
    qtbot.addWidget(tabs)
    told = heard(tabs.chosen)

    qtbot.keyClick(tabs, Qt.Key.Key_Right)

    assert told == ["actions"]
    assert tabs.accessibleTabName(1) == "Aftaler 7"


def test_a_new_count_keeps_the_tab_and_tells_no_one(qtbot, theme):
    tabs = Tabs(theme, (Tab("overview", "Oversigt"), Tab("actions", "Aftaler", "7")))
    qtbot.addWidget(tabs)
    tabs.choose("actions")
    told = heard(tabs.chosen)

    tabs.show_tabs((Tab("overview", "Oversigt"), Tab("actions", "Aftaler", "8")))

    assert (tabs.chosen_id(), told) == ("actions", [])


def test_an_option_is_read_with_its_price_and_chosen_by_space(qtbot, theme):
    card = OptionCard(theme)
    qtbot.addWidget(card)
    option = Option(
        icon="content-cut",
        name="Tag tid fra ét punkt",
        key="F5",
        change="Preskortet 40 → 31 min.",
        finish_label="slut",
        finish="12.00",
        proposed="foreslået",
    )
    card.show_option(option)
    told = []
    card.clicked.connect(lambda: told.append("chosen"))

    qtbot.keyClick(card, Qt.Key.Key_Space)

    assert card.accessibleName() == "Tag tid fra ét punkt, Preskortet 40 → 31 min., slut 12.00, foreslået"
    assert told == ["chosen"]


def test_a_card_that_is_made_opens_no_window_of_its_own(qtbot) -> None:
    before = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    card = Card("Planlagt og faktisk")
    qtbot.addWidget(card)
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == before
    assert not card.title.isHidden()
