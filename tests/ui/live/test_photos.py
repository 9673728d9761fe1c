"""Photos of flip charts: out of a file, dropped or pasted; never in the way, and taken back like anything else."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from facilitator.model.audience import Audience
from facilitator.model.outcome import Note, Photo
from facilitator.store import outcomes, photos
from tests.ui.live.builders import Room, wait_until
from ui.live.fields import LiveEdit

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    """A photo of a flip chart as a telephone leaves it: large, on its side, and telling who took it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Telefonmaker"
    file = tmp_path / "IMG_2041.jpg"
    Image.new("RGB", (2400, 1800), "white").save(file, "JPEG", exif=exif)
    return file


def kept(room: Room) -> list[Photo]:
    """The photos in the store."""
    return [each for each in outcomes.outcomes_of(room.database, room.session.id) if isinstance(each, Photo)]


def handed(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def drop(room: Room, data: QMimeData) -> None:
    """Lets it go over what is written down."""
    assert room.page is not None
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPointF(20, 20), copy, data, left, NONE),
        QDropEvent(QPointF(20, 20), copy, data, left, NONE),
    ):
        QGuiApplication.sendEvent(room.page.capture, event)
        assert event.isAccepted()


def come(room: Room, count: int = 1) -> list[Photo]:
    """Waits until so many are kept."""
    wait_until(lambda: len(kept(room)) == count)
    room.settled()
    return kept(room)


def test_a_photo_from_a_file_is_kept_upright_and_without_a_word_about_its_camera(room: Room, chart: Path) -> None:
    page = room.open(start=True)
    room.press(K.Key_6, CTRL)
    dialog = page.findChild(QFileDialog, "photo_dialog")
    assert dialog is not None
    dialog.setDirectory(str(chart.parent))
    dialog.selectFile(chart.name)
    dialog.accept()

    (photo,) = come(room)
    assert (photo.width, photo.height) == (1500, 2000)
    assert (photo.audience, photo.step, photo.text) == (Audience.minutes, page.sight().step.id, "")
    assert b"Telefonmaker" not in photos.picture_of(room.database, photo.id)
    assert page.capture.written.rows.row(0).words().startswith("Foto, Foto fra mødet")


def test_one_that_is_dropped_leaves_the_half_sentence_and_the_keyboard_where_they_were(room: Room, chart: Path) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Vi prø")
    drop(room, handed(chart))
    assert page.capture.coming.isVisible()
    come(room)
    wait_until(lambda: not page.capture.coming.isVisible())
    room.type("ver")
    assert page.capture.editor.toPlainText() == "Vi prøver"
    wait_until(page.cockpit.notice.isVisible)
    assert "Ctrl+E" in page.cockpit.notice.words.text()


def test_its_words_are_asked_for_in_passing_and_given_by_one_key(room: Room, chart: Path) -> None:
    page = room.open(start=True)
    drop(room, handed(chart))
    come(room)
    room.press(K.Key_E, CTRL)
    room.type("Tavlen med tre ønsker")
    room.press(K.Key_Return, CTRL)
    assert kept(room)[0].text == "Tavlen med tre ønsker"
    assert "Tavlen" in page.capture.written.rows.row(0).words()


def test_the_key_that_is_told_goes_to_the_latest_photo_whatever_was_edited_before(room: Room, chart: Path) -> None:
    page = room.open(start=True)
    for count, words in ((1, "Den første tavle"), (2, "Den anden tavle")):
        drop(room, handed(chart))
        come(room, count)
        room.press(K.Key_E, CTRL)
        room.type(words)
        room.press(K.Key_Return, CTRL)
        page.capture.write()
    assert [each.text for each in kept(room)] == ["Den første tavle", "Den anden tavle"]


def test_a_picture_in_the_clipboard_is_pasted_in_the_text_field_and_elsewhere(room: Room) -> None:
    page = room.open(start=True)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.yellow)
    QGuiApplication.clipboard().setImage(image)
    room.press(K.Key_F10)
    room.press(K.Key_V, CTRL)
    come(room)
    page.setFocus()
    room.press(K.Key_V, CTRL)
    come(room, 2)
    room.press(K.Key_V, CTRL | SHIFT)
    assert [(each.width, each.height) for each in come(room, 3)] == [(300, 200)] * 3


def test_one_that_is_pasted_in_an_edit_comes_in_and_the_edit_goes_on(room: Room, chart: Path) -> None:
    page = room.open(start=True)
    room.press(K.Key_1, CTRL)
    room.type("Tre ønsker")
    room.press(K.Key_Return, CTRL)
    room.press(K.Key_E, CTRL)
    QGuiApplication.clipboard().setMimeData(handed(chart))
    room.press(K.Key_V, CTRL)
    come(room)
    assert page.capture.written.editing
    written = page.capture.written
    editor = written.findChild(LiveEdit, "edit_written")
    assert editor is not None
    assert editor.geometry().top() == written.visualRect(written.rows.index(1)).top()
    room.press(K.Key_Return, CTRL)
    assert "Tre ønsker" in [each.text for each in outcomes.outcomes_of(room.database, room.session.id)]


def test_words_in_the_clipboard_are_pasted_as_words(room: Room) -> None:
    page = room.open(start=True)
    QGuiApplication.clipboard().setText("Tre ønsker")
    room.press(K.Key_F10)
    room.press(K.Key_V, CTRL)
    assert page.capture.editor.toPlainText() == "Tre ønsker"
    room.press(K.Key_V, CTRL | SHIFT)
    assert page.cockpit.notice.words.text().startswith("Der er intet billede at indsætte.")
    assert kept(room) == []


def test_in_a_private_step_it_is_private_folded_and_counted(room: Room, chart: Path) -> None:
    page = room.open(start=True)
    room.press(K.Key_F4)
    room.press(K.Key_F4)
    drop(room, handed(chart))
    (photo,) = come(room)
    assert photo.audience is Audience.private
    assert "1 foto, " in page.capture.written.rows.row(0).words()


def test_whoever_could_read_it_when_it_was_handed_over_can_read_it_whatever_step_comes(room: Room, chart: Path) -> None:
    room.open(start=True)
    room.press(K.Key_H, CTRL)
    room.press(K.Key_H, CTRL)
    drop(room, handed(chart))
    room.press(K.Key_F4)
    assert come(room)[0].audience is Audience.private


def test_undo_takes_it_back(room: Room, chart: Path) -> None:
    room.open(start=True)
    drop(room, handed(chart))
    come(room)
    room.press(K.Key_Z, CTRL)
    assert kept(room) == []


def test_several_come_one_after_the_other_and_one_that_is_none_is_told(room: Room, chart: Path, tmp_path: Path) -> None:
    page = room.open(start=True)
    spoiled = tmp_path / "halv.png"
    whole = BytesIO()
    Image.new("RGB", (50, 50)).save(whole, "PNG")
    spoiled.write_bytes(whole.getvalue()[:40])
    drop(room, handed(chart, spoiled, chart))
    come(room, 2)
    wait_until(lambda: not page.capture.coming.isVisible())


@pytest.mark.parametrize("name", ["ingen.jpg", "IMG_1.heic"])
def test_one_that_can_not_be_read_is_told_in_a_sentence(room: Room, tmp_path: Path, name: str) -> None:
    page = room.open(start=True)
    if name.endswith("heic"):
        (tmp_path / name).write_bytes(b"\0\0\0\x18ftypheic" + bytes(200))
    drop(room, handed(tmp_path / name))
    wait_until(lambda: page.cockpit.notice.words.text().startswith("Billedet kan ikke læses."))
    assert kept(room) == []


def test_before_the_start_none_is_taken(room: Room, chart: Path) -> None:
    page = room.open()
    drop(room, handed(chart))
    room.press(K.Key_6, CTRL)
    assert page.findChild(QFileDialog) is None
    assert page.cockpit.notice.isVisible()
    assert kept(room) == []


def test_the_hide_key_hides_the_dialog_and_brings_it_back(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_6, CTRL)
    dialog = page.findChild(QFileDialog, "photo_dialog")
    assert dialog is not None
    wait_until(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    QTest.keyClick(dialog.windowHandle(), K.Key_F9)
    assert page.hidden
    assert not dialog.isVisible()
    QTest.keyClick(page.window().windowHandle(), K.Key_F9)
    assert dialog.isVisible()
    dialog.reject()


def test_a_rehearsal_shows_it_and_keeps_nothing(room: Room, chart: Path) -> None:
    page = room.open(rehearsal=True, start=True)
    drop(room, handed(chart))
    wait_until(lambda: page.capture.written.rows.rowCount() == 1)
    (photo,) = page.outcomes()
    assert page.picture(photo.id).startswith(b"\xff\xd8")
    assert kept(room) == []
    assert room.database.rows("SELECT * FROM pictures") == []


def test_a_text_and_a_photo_stand_in_one_list(room: Room, chart: Path) -> None:
    page = room.open(start=True)
    drop(room, handed(chart))
    come(room)
    room.press(K.Key_1, CTRL)
    room.type("Tre ønsker")
    room.press(K.Key_Return, CTRL)
    assert {type(each) for each in outcomes.outcomes_of(room.database, room.session.id)} == {Note, Photo}
    assert not page.capture.written.grab().isNull()
