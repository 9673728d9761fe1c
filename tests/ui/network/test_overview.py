"""The overview of a network: its year, who came, and what is open."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from facilitator.model.attendance import Status
from facilitator.model.session import SessionState
from facilitator.model.share import Shares
from facilitator.model.year import Stretch
from facilitator.store import networks, rows, sessions
from facilitator.store.codec import SESSIONS
from tests.ui.network.looking import press, rows_of
from ui.network.year_card import short_place, year_meeting
from ui.widgets.labels import ElidedLabel
from ui.widgets.year_line import YearLine


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def held(workspace, network, meeting):
    """The meeting was held: Jonas sent apologies, Åse came later, Birgitte stayed away."""
    mette, jonas, aase, birgitte = workspace.members(network.id)
    marks = ((mette, Status.present), (jonas, Status.excused), (aase, Status.late), (birgitte, Status.absent))
    for member, status in marks:
        sessions.expect(workspace._database, meeting.id, member.id, status)
    with workspace._database.atomic():
        rows.save(workspace._database, SESSIONS, replace(meeting, state=SessionState.held))
    return meeting


def test_members_stand_with_their_attendance_chair_first(make_page, held):
    page = make_page()

    assert rows_of(page.overview_tab._member_list) == [
        "Mette Sørensen, Højvang Skole, tovholder, møde 1: var til stede",
        "Jonas Kjær, Søndre Skole, stedfortr., møde 1: afbud",
        "Birgitte Østergaard, Vestre Skole, møde 1: fraværende uden afbud",
        "Åse Aaberg, Østre Skole, møde 1: kom senere",
    ]


def test_the_year_is_told_in_words_too(make_page, meeting):
    page = make_page()

    assert page.overview_tab._year.title.text() == "Året 2026/27"
    assert plain(page.findChild(YearLine).accessibleName()) == (
        "Møde 1, 8. december 2026, Højvang Skole, lokale 2, Planlagt, konsulenten 100 %"
    )


def test_a_meeting_on_the_line_has_the_shares_of_who_leads(danish, meeting):
    stretch = Stretch(date(2026, 8, 1), date(2027, 7, 31))

    marked = year_meeting(meeting, Shares(60, 60, 60), stretch, danish, coming=True)

    assert (marked.consultant, marked.together, marked.network) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert marked.next
    assert not marked.held
    assert "konsulenten 50" in marked.spoken
    assert plain(marked.figure) == "50 %"


@pytest.mark.parametrize(
    ("place", "short"), [("Højvang Skole, lokale 2", "Højvang"), ("Fjordskolen", "Fjordskolen"), ("  ", ""), (",", "")]
)
def test_a_place_is_shortened_to_its_first_word(place, short):
    assert short_place(place) == short


def test_the_list_of_members_leads_to_their_tab(qtbot, make_page, meeting):
    page = make_page()
    page.overview_tab._member_list.setFocus()
    qtbot.keyClick(page.overview_tab._member_list, Qt.Key.Key_Down)
    qtbot.keyClick(page.overview_tab._member_list, Qt.Key.Key_Return)

    assert page.tabs.chosen_id() == "members"


def test_what_changes_elsewhere_is_shown_at_once(qtbot, make_page, workspace, network, meeting):
    page = make_page()
    workspace.save_member(replace(workspace.members(network.id)[0], name="Mette Sørensen Holm"))

    qtbot.waitUntil(lambda: rows_of(page.overview_tab._member_list)[0].startswith("Mette Sørensen Holm"))
    workspace.save_session(replace(workspace.session(meeting.id), starts_at=datetime(2026, 12, 9, 9)))
    qtbot.waitUntil(lambda: "9. december" in plain(page.header._when.text()))


def test_all_actions_are_one_press_away(qtbot, make_page, actions):
    page = make_page()

    press(qtbot, page, "all_actions")

    assert page.tabs.chosen_id() == "actions"


@pytest.mark.parametrize("width", [816, 1072])
def test_nothing_of_the_header_is_lost_in_a_narrow_window(qtbot, make_page, meeting, width):
    page = make_page()
    page.resize(width, 700)

    people = page.header.findChild(ElidedLabel, "network_people")
    qtbot.waitUntil(lambda: people.text() == people.whole())
    assert page.header.open_button.isVisible()


def test_a_long_name_is_shortened_and_told_whole(make_page, workspace, network):
    name = "Ledere af dagtilbud, skoler og plejecentre i Vesterå og de fire nabokommuner, hold " + "x" * 100
    page = make_page(of=networks.save_network(workspace._database, replace(network, name=name)))
    label = page.header.findChild(ElidedLabel, "network_name")

    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == name
