"""After a cut the meeting is where it was, the half sentence too, and the only question is whether to go on."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication

from facilitator.model.audience import Audience
from facilitator.store import drafts
from tests.ui.live.builders import Room, plain, wait_until
from ui.live.page import LivePage
from ui.live.written import DRAFT_AFTER
from ui.live_run import commands
from ui.page import Surroundings, ToLive

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def cut_off_while_writing(room: Room) -> Room:
    """The battery dies at 10.14, in the middle of a note in the case; somebody has it running again at 10.20."""
    page = room.open(start=True)
    for _ in range(4):
        room.press(K.Key_F4)
    room.till("10.14")
    room.press(K.Key_F3)
    room.press(K.Key_F10)
    room.type("Spørg i januar, hvordan")
    page.capture.keep_now()
    room.settled()
    wait_until(lambda: bool(page.live and page.live.drafts()))
    again = room.cut_off()
    again.clock.wait(6 * 60)
    return again


def test_one_press_goes_on_where_it_was_with_the_half_sentence(room: Room) -> None:
    again = cut_off_while_writing(room)
    page = again.open()
    notice = page.cockpit.notice
    assert plain(notice.words.text()) == (
        "Mødet blev afbrudt kl. 10.14. Alt til og med kl. 10.14 er gemt. Fortsæt, hvor I slap?"
    )
    assert QApplication.focusWidget() is page.findChild(type(page.cockpit.start), "notice_0")
    again.press(K.Key_Space)
    assert page.sight().number == 5
    assert page.capture.half is not None
    assert page.capture.half.text == "Spørg i januar, hvordan"
    assert page.capture.half.audience is Audience.private
    again.close()


def test_the_time_away_counts_until_it_is_ruled_a_break(room: Room) -> None:
    again = cut_off_while_writing(room)
    page = again.open()
    assert page.sight().view.run_elapsed == 80 * 60
    again.press(K.Key_Space)
    assert "Appen var væk i 6 minutter" in page.cockpit.notice.words.text()
    before = page.sight().view.elapsed
    again.press(K.Key_P, CTRL)
    assert page.sight().view.elapsed == before - 6 * 60
    assert not page.cockpit.notice.isVisible()
    again.close()


def test_after_half_a_day_it_comes_back_paused(room: Room) -> None:
    room.open(start=True)
    room.press(K.Key_F4)
    again = room.cut_off()
    again.clock.wait(13 * 3600)
    page = again.open()
    assert page.sight().state.status == "paused"
    again.press(K.Key_Space)
    assert page.sight().state.status == "running"
    again.close()


def test_sleep_is_told_of_while_the_meeting_goes_on(room: Room) -> None:
    page = room.open(start=True)
    room.clock.sleep(6 * 60)
    page.look()
    assert "Computeren sov i 6 minutter" in page.cockpit.notice.words.text()
    room.press(K.Key_P, CTRL)
    assert page.sight().view.elapsed == 0
    assert not page.cockpit.notice.isVisible()


def test_a_meeting_that_another_window_leads_is_said_to_be(room: Room) -> None:
    room.open(start=True)
    other = Room(room.folder, room.theme, "da", room.clock)
    page = LivePage(
        Surroundings(other.workspace, other.language, other.theme), ToLive(other.session.id), keep_awake=False
    )
    page.show()
    wait_until(page.cockpit.notice.isVisible)
    assert "i gang i et andet vindue" in page.cockpit.notice.words.text()
    assert page.live is None
    for act in ("start", "next", "finish", "hide", "hide"):
        page.acts.perform(act)
    page.close()
    other.close()


def test_leaving_lets_the_meeting_run_on_and_coming_back_takes_it_up(room: Room, qtbot) -> None:
    page = room.open(start=True)
    room.press(K.Key_F4)
    with qtbot.waitSignal(page.go):
        page.leave()
    assert room.workspace.live is None
    wait_until(lambda: room.workspace._writer.idle)
    page.close()
    back = room.open()
    assert back.sight().number == 2
    back.do(commands.AddTime(seconds=60))
    room.settled()
    assert back.sight().state.step.planned == 13 * 60


def drafts_of(room: Room) -> dict[str, str]:
    """What is half written, as the store has it: slot and text."""
    return {draft.slot: draft.text for draft in drafts.drafts_of(room.database, room.session.id)}


def test_half_an_action_comes_back_with_who_and_by_when(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_3, CTRL)
    room.type("Sender datoer")
    page.capture.owners.setFocus()
    room.type("Claus og")
    page.capture.due.setFocus()
    room.type("fre")
    wait_until(lambda: len(drafts_of(room)) == 3)
    again = room.cut_off()
    page = again.open()
    again.press(K.Key_Space)
    assert page.capture.kind == "action"
    assert (page.capture.editor.toPlainText(), page.capture.owners.text(), page.capture.due.text()) == (
        "Sender datoer", "Claus og", "fre",
    )  # fmt: skip
    page.capture.owners.setText("Claus")
    again.press(K.Key_Return, CTRL)
    wait_until(lambda: drafts_of(again) == {})
    assert [each.owners for each in page.outcomes()] == [(again.ids["Claus Friis"],)]
    again.close()


def test_another_kind_leaves_no_moment_in_which_the_text_is_nowhere(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Vi deles om opgaven")
    page.capture.keep_now()
    seen = []
    page.live.draft_saved.connect(lambda _: seen.append(drafts_of(room)))
    room.press(K.Key_2, CTRL)
    wait_until(lambda: drafts_of(room) == {"capture.decision": "Vi deles om opgaven"})
    assert all("Vi deles om opgaven" in texts.values() for texts in seen)


def test_an_edit_that_is_typed_at_without_a_stop_is_kept_all_the_while(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Første")
    room.press(K.Key_Return, CTRL)
    room.press(K.Key_E, CTRL)
    begun = QElapsedTimer()
    begun.start()
    while begun.elapsed() < 3 * DRAFT_AFTER and not drafts_of(room):
        room.type("x")  # far more often than a draft is written
        QApplication.processEvents()
    assert drafts_of(room)
    assert page.capture.written.editing


def test_a_text_that_was_just_added_does_not_come_back_as_half_a_sentence(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Vi deles om")
    page.capture.keep_now()
    wait_until(lambda: bool(drafts_of(room)))
    page.do(commands.WriteNote(text="Vi deles om opgaven"))  # as Add does before it lets go of the half sentence
    room.settled()
    again = room.cut_off()
    page = again.open()
    again.press(K.Key_Space)
    assert page.capture.half is None
    wait_until(lambda: drafts_of(again) == {})
    assert [each.text for each in page.outcomes()] == ["Vi deles om opgaven"]
    again.close()
