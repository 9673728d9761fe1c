"""A disk that takes its time: the windows go on, and say that they are saving."""

from threading import Event

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from facilitator.store.drafts import drafts_of
from tests.ui.live.builders import Room, wait_until
from ui.jobs import Writer

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def stuck(writer: Writer) -> Event:
    """The writer waits for a disk that does not answer until the event is set."""
    answered = Event()
    writer.submit(lambda _: answered.wait(30))
    return answered


def test_the_window_lives_says_that_it_is_saving_and_shows_no_effect_before_it_is_on_disk(room: Room, qtbot) -> None:
    page = room.open(start=True)
    answered = stuck(room.workspace._writer)
    qtbot.keyClick(page, K.Key_F4)
    wait_until(lambda: page.capture.saved.accessibleName() == "Gemmer …")
    assert page.sight().number == 1
    room.clock.wait(60)
    page.look()
    assert page.cockpit.ring.accessibleName().startswith("5:00")
    qtbot.keyClick(page, K.Key_F9)
    assert page.hidden
    qtbot.keyClick(page._hidden_view, K.Key_F9)
    answered.set()
    room.settled()
    assert page.sight().number == 2
    wait_until(lambda: page.capture.saved.accessibleName().startswith("Gemt"))


def test_presses_made_meanwhile_are_decided_one_after_the_other(room: Room, qtbot) -> None:
    page = room.open(start=True)
    room.press(K.Key_F4)
    answered = stuck(room.workspace._writer)
    for _ in range(3):
        qtbot.keyClick(page, K.Key_PageDown)
    answered.set()
    room.settled()
    spoken = [turn.member for turn in page.sight().state.turns]
    assert len({*spoken, page.sight().speakers.speaking}) == 3


def test_what_is_typed_while_a_text_is_being_added_is_kept(room: Room, qtbot) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Første")
    answered = stuck(room.workspace._writer)
    qtbot.keyClick(room.keyboard, K.Key_Return, CTRL)
    room.type("Anden")
    answered.set()
    room.settled()
    assert [each.text for each in page.outcomes()] == ["Første"]
    assert page.capture.editor.toPlainText() == "Anden"
    wait_until(lambda: [draft.text for draft in page.live.drafts()] == ["Anden"])


def test_what_is_half_written_when_the_meeting_is_left_is_kept_though_the_disk_takes_its_time(
    room: Room, qtbot
) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Spørg i januar")
    answered = stuck(room.workspace._writer)
    page.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    answered.set()
    wait_until(lambda: room.workspace._writer.idle)
    assert [draft.text for draft in drafts_of(room.database, room.session.id)] == ["Spørg i januar"]
