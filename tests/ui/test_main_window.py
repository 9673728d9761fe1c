"""The shell: it goes where it is asked to, stays where it was when the language changes, and says things calmly."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator import __version__
from facilitator.model.trouble import Trouble
from ui.closing import ClosingSheet
from ui.help import HelpSheet
from ui.main_window import MainWindow
from ui.page import Surroundings, ToHome, ToLive, ToNetwork, ToPlanner, ToSettings
from ui.theme.theme import dark, light
from ui.theme.tokens import SIZE

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(around, network, planned_session, shown):
    made = shown(MainWindow(around))
    yield made
    made.shut()


def test_the_navigation_goes_by_keys_and_clicks_and_back_again(window, network, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    assert window.here == ToNetwork(network.id)
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    assert window.here == ToSettings()
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.here == ToNetwork(network.id)
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    assert window.here == ToHome()


def test_the_title_says_where_one_is(window, network):
    assert window.windowTitle() == "Facilitator"
    window.go(ToNetwork(network.id))
    assert window.windowTitle() == "Skoleledere i Vesterå – Facilitator"


def test_the_navigation_folds_where_the_page_needs_the_room(window, planned_session):
    wide = window.nav.width()
    window.go(ToPlanner(planned_session.id))
    assert window.nav.width() < wide


def test_the_navigation_folds_in_a_narrow_window_and_sooner_the_larger_the_text(window, around):
    window.resize(1100, 700)
    assert window.nav.width() == SIZE.navigation
    window.surround(Surroundings(around.workspace, around.language, light(1.25)))
    assert window.nav.width() == round(1.25 * SIZE.navigation_folded)
    window.resize(1300, 700)
    assert window.nav.width() == round(1.25 * SIZE.navigation)


def test_another_language_and_theme_make_the_page_anew_in_the_same_place(window, around, planned_session):
    window.go(ToPlanner(planned_session.id))
    before = window.page
    window.surround(Surroundings(around.workspace, around.workspace.language("en"), dark()))
    assert window.here == ToPlanner(planned_session.id)
    assert window.page is not before
    assert window.page.language.code == "en"


def test_a_place_that_is_gone_leads_home_with_a_word(window):
    window.go(ToNetwork("findes-ikke"))
    assert window.here == ToHome()
    assert window.foot.isVisible()
    assert window.foot.words


def test_a_trouble_is_one_calm_line_that_can_be_closed(window, qtbot):
    window.complain(Trouble("disk_full"))
    assert "Disken er fuld" in window.foot.words
    qtbot.mouseClick(window.foot.findChild(QWidget, "foot_close"), Qt.MouseButton.LeftButton)
    assert not window.foot.isVisible()


def test_saving_that_takes_its_time_is_told_at_the_foot_of_the_navigation(window):
    window._show_saving(True)
    assert "Gemmer" in window.nav.accessibleDescription()
    window._show_saving(False)
    assert "Alt er gemt" in window.nav.accessibleDescription()


def test_a_window_remembers_where_it_stood(window, around, qtbot):
    window.resize(1100, 760)
    window.close()
    qtbot.waitUntil(lambda: around.workspace.settings().window != "")
    again = MainWindow(around)
    qtbot.addWidget(again)
    assert again.height() == 760  # as wide as the screen of the test lets it be
    again.shut()


def test_rubbish_in_the_remembered_place_does_no_harm(around, network, qtbot):
    settings = around.workspace.settings()
    around.workspace.save_settings(replace(settings, window="!!! ikke base64 æøå"))
    qtbot.waitUntil(lambda: around.workspace.settings().window != "")
    window = MainWindow(around)
    qtbot.addWidget(window)
    assert window.width() == 1280
    window.shut()


def test_the_first_start_is_a_welcome_without_navigation_until_there_is_a_network(around, qtbot, shown):
    window = shown(MainWindow(around))
    assert window.page.objectName() == "welcome_page"
    assert not window.nav.isVisible()
    around.workspace.new_network("Et netværk", field="", municipality="", language="da", done=None)
    qtbot.waitUntil(lambda: window.page.objectName() == "home_page")
    assert window.nav.isVisible()
    window.shut()


def test_closing_on_a_running_meeting_asks_and_staying_keeps_the_window(window, planned_session, qtbot):
    window.go(ToLive(planned_session.id, start=True))
    qtbot.waitUntil(lambda: window.page.workspace.leading)

    window.close()
    sheet = window.findChild(ClosingSheet)
    assert window.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ClosingSheet) is None)
    assert window.isVisible()

    window.close()
    window.close()
    assert len(window.findChildren(ClosingSheet)) == 1
    window.findChild(ClosingSheet).findChild(QWidget, "close_window").click()
    qtbot.waitUntil(window.isHidden)


def test_a_meeting_that_has_not_started_may_be_left_unasked(window, planned_session, qtbot):
    window.go(ToLive(planned_session.id))
    qtbot.waitUntil(lambda: window.page.workspace.live is not None)
    window.close()
    assert window.isHidden()


def test_the_time_of_the_backup_is_told_in_the_language_that_is_chosen_later(window, around, qtbot):
    window.begin()
    qtbot.waitUntil(lambda: "Sikkerhedskopi i dag" in window.nav.accessibleDescription())
    window.surround(Surroundings(around.workspace, around.workspace.language("en"), around.theme))
    assert "Backup today at" in window.nav.accessibleDescription()


def test_f1_tells_the_keys_the_way_to_the_report_and_the_version(window, around, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(HelpSheet)
    assert sheet.findChild(QWidget, "show_report").isVisible()
    assert sheet.findChild(QWidget, "version").text() == f"Facilitator {__version__}"
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(HelpSheet) is None)


def test_a_meeting_tells_its_own_keys(window, planned_session, qtbot):
    window.go(ToLive(planned_session.id))
    qtbot.waitUntil(lambda: window.page.workspace.live is not None)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.findChild(HelpSheet) is None


def test_a_pack_that_is_double_clicked_is_of_a_newer_version_or_not_there(window, tmp_path):
    pack = tmp_path / "Skoleledere.netpack"
    window.open_pack(pack)
    assert window.foot.words.startswith("Skoleledere.netpack kan ikke læses.")
    pack.write_bytes(b"PK")
    window.open_pack(pack)
    assert window.foot.words == (
        "Pakken er lavet med en nyere udgave. Pakken fejler ikke noget. Opdatér appen, og åbn den igen."
    )


def test_a_page_that_can_not_be_made_leaves_nobody_before_an_empty_window(window, network, monkeypatch):
    monkeypatch.setattr(MainWindow, "_made", made_but_no_settings)

    with pytest.raises(ZeroDivisionError):
        window.go(ToSettings())

    assert window.here == ToHome()
    assert window.page.isVisible()


def made_but_no_settings(window, destination, made=MainWindow._made):
    if destination == ToSettings():
        raise ZeroDivisionError
    return made(window, destination)
