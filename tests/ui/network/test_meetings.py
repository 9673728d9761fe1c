"""The meetings of a network: planned, moved, copied, cancelled, and opened where they are in their life."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, QPoint, Qt, QTime

from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from facilitator.store import rows, sessions
from facilitator.store.codec import SESSIONS
from tests.ui.network.looking import heard, place_of, press, ready, rows_of, write
from ui.page import ToLive, ToMinutes, ToPlanner


@pytest.fixture
def page(make_page, meeting):
    return make_page("meetings")


def do(page, words):
    """Chooses from the menu that is open."""
    chosen = [action for action in page.meetings_tab.menu.actions() if action.text() == words]
    page.meetings_tab.menu.close()
    page.activateWindow()  # there is no window manager here to do it
    chosen[0].trigger()


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_meeting_is_planned_from_the_dialog(qtbot, make_page, workspace, network):
    page = make_page("meetings")
    press(qtbot, page, "new_meeting")
    dialog = ready(qtbot, page.meetings_tab.dialog)
    dialog.day_field.setDate(QDate(2026, 12, 8))
    dialog.time_field.setFocus()
    qtbot.keyClicks(dialog.time_field, "13")
    host = dialog.places["host"].field
    host.setFocus()
    qtbot.keyClicks(host, "Mette")
    host.chosen.emit(host.chosen_id())
    write(qtbot, dialog, "theme", "Pres  og overblik")
    template = dialog.places["template"].field
    template.setFocus()
    qtbot.keyClick(template, Qt.Key.Key_Down)

    press(qtbot, dialog, "save")

    qtbot.waitUntil(page.undo_line.isVisible)
    planned = workspace.sessions(network.id)[0]
    assert planned.starts_at == datetime(2026, 12, 8, 13)
    assert (planned.number, planned.place, planned.theme) == (1, "Højvang Skole", "Pres og overblik")
    assert planned.template == "ordinary"
    assert workspace.agenda(planned.id)
    assert plain(page.undo_line.text()) == "Møde 1 er planlagt: tirsdag den 8. december 2026 kl. 13.00."
    qtbot.waitUntil(lambda: page.meetings_tab.list.current_id() == planned.id)


def test_every_template_is_offered_with_its_minutes_and_what_it_holds(qtbot, page, workspace):
    press(qtbot, page, "new_meeting")
    dialog = ready(qtbot, page.meetings_tab.dialog)
    field = dialog.places["template"].field

    offered = {field.itemText(place) for place in range(field.count())}
    assert offered == {template.da.title for template in workspace.library.templates()}
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    last = workspace.library.templates()[-1]
    assert plain(dialog._about.text()) == f"{last.minutes} min. · {last.da.summary}"
    dialog.reject()


def test_a_moved_meeting_shows_the_date_it_had(qtbot, page, workspace, meeting):
    view = page.meetings_tab.list
    qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    do(page, "Flyt eller ret …")
    dialog = ready(qtbot, page.meetings_tab.dialog)
    dialog.day_field.setFocus()
    dialog.day_field.setDate(QDate(2026, 12, 15))
    assert plain(dialog._reassurance.text()) == "Den dato, det havde, bliver husket: 8. december 2026."
    press(qtbot, dialog, "save")

    qtbot.waitUntil(lambda: "flyttet fra 8. dec." in plain(rows_of(view)[0]))
    moved = workspace.session(meeting.id)
    assert moved.starts_at == datetime(2026, 12, 15, 9)
    assert moved.earlier == (datetime(2026, 12, 8, 9),)
    assert moved.number == 1


def test_a_meeting_is_cancelled_by_mouse_and_the_way_back_is_offered(qtbot, page, workspace, meeting):
    view = page.meetings_tab.list
    row = place_of(view, meeting.id)
    dots = QPoint(row.right() - 20, row.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=dots)
    do(page, "Aflys mødet")
    qtbot.waitUntil(lambda: "Aflyst" in rows_of(view)[0])
    assert page.undo_line.text() == "Møde 1 er aflyst."
    ready(qtbot, page)

    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Planlagt" in rows_of(view)[0])
    assert workspace.session(meeting.id).state is SessionState.planned


def test_a_cancelled_meeting_can_be_held_after_all(qtbot, page, workspace, meeting):
    workspace.cancel_session(meeting)
    view = page.meetings_tab.list
    qtbot.waitUntil(lambda: "Aflyst" in rows_of(view)[0])

    qtbot.keyClick(view, Qt.Key.Key_Menu)
    do(page, "Hold det alligevel")

    qtbot.waitUntil(lambda: workspace.session(meeting.id).state is SessionState.planned)


def test_a_copy_has_the_same_agenda_and_the_next_number(qtbot, page, workspace, network, meeting):
    view = page.meetings_tab.list
    qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    do(page, "Kopiér til ny dato …")
    dialog = ready(qtbot, page.meetings_tab.dialog)
    assert dialog.day_field.date().toPython() == date(2027, 1, 5)  # four weeks on
    dialog.time_field.setTime(QTime(10, 30))
    press(qtbot, dialog, "save")

    qtbot.waitUntil(lambda: len(workspace.sessions(network.id)) == 2)
    copy = workspace.sessions(network.id)[1]
    assert (copy.number, copy.starts_at, copy.minutes) == (2, datetime(2027, 1, 5, 10, 30), meeting.minutes)
    assert [step.method for step in workspace.agenda(copy.id)] == [step.method for step in workspace.agenda(meeting.id)]


def test_a_meeting_that_could_not_be_kept_can_be_tried_again(qtbot, page, workspace, meeting, monkeypatch):
    def full(*_):
        raise Trouble("disk_full")

    qtbot.keyClick(page.meetings_tab.list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    do(page, "Kopiér til ny dato …")
    dialog = ready(qtbot, page.meetings_tab.dialog)
    told = heard(workspace.went_wrong)
    with monkeypatch.context() as fault:
        fault.setattr(sessions, "copy_session", full)
        press(qtbot, dialog, "save")
        qtbot.waitUntil(lambda: bool(told))
    assert len(workspace.sessions(meeting.network)) == 1

    press(qtbot, dialog, "save")
    qtbot.waitUntil(lambda: len(workspace.sessions(meeting.network)) == 2)


@pytest.mark.parametrize(
    ("state", "to"),
    [
        (SessionState.planned, ToPlanner),
        (SessionState.running, ToLive),
        (SessionState.held, ToMinutes),
        (SessionState.cancelled, ToPlanner),
    ],
)
def test_enter_opens_a_meeting_where_it_is_in_its_life(qtbot, page, meeting, state, to):
    with page.workspace._database.atomic():
        rows.save(page.workspace._database, SESSIONS, replace(meeting, state=state))
    page.show_tab("meetings")
    told = heard(page.go)

    qtbot.keyClick(page.meetings_tab.list, Qt.Key.Key_Return)

    assert told == [to(meeting.id)]


def test_a_held_meeting_says_how_its_minutes_stand(make_page, workspace, meeting):
    with workspace._database.atomic():
        rows.save(workspace._database, SESSIONS, replace(meeting, state=SessionState.held))
    page = make_page("meetings")
    assert "Afholdt, Referat: kladde" in rows_of(page.meetings_tab.list)[0]

    with workspace._database.atomic():
        approved = replace(meeting, state=SessionState.held, approved_on=date(2026, 12, 10))
        rows.save(workspace._database, SESSIONS, approved)
    page.show_tab("meetings")
    assert "Afholdt, Referat godkendt" in rows_of(page.meetings_tab.list)[0]
