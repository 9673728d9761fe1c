"""Photos in the review: small pictures with their words, in the minutes by their check box, and gone by undo."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QMenu
from shiboken6 import delete

from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Photo
from facilitator.store import photos
from tests.store.builders import a_picture
from tests.ui.minutes.test_review import Desk, desk, held
from ui.minutes.photos import LatePhotos

__all__ = ["desk", "held"]  # fixtures

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def add(desk: Desk, audience: Audience, text: str = "") -> Photo:
    """A photo from the meeting, shown in the review."""
    photo = Photo(id=new_id(), session=desk.session.id, text=text, audience=audience, width=64, height=48)
    desk.page.workspace.add_photo(photo, a_picture())
    desk.qtbot.waitUntil(lambda: bool(desk.kept(Photo)))
    return photo


def pictures(desk: Desk) -> int:
    """How many there are in the paper."""
    desk.paper()
    return sum(len(page.images) for page in PdfReader(BytesIO(desk.page.preview.content)).pages)


def test_a_photo_is_shown_small_and_comes_into_the_paper_by_its_check_box_alone(desk: Desk) -> None:
    photo = add(desk, Audience.network)
    picture = desk.find(f"picture_{photo.id}")
    assert isinstance(picture, QLabel)
    assert not picture.pixmap().isNull()
    assert pictures(desk) == 0
    desk.tick(photo)
    desk.qtbot.waitUntil(lambda: desk.kept(Photo)[0].audience is Audience.minutes)
    assert pictures(desk) == 1
    assert "Fotos" in desk.paper()


def test_its_words_are_written_in_place_and_may_be_emptied_again(desk: Desk) -> None:
    photo = add(desk, Audience.minutes)
    field = desk.find(f"text_{photo.id}")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    desk.qtbot.keyClicks(field, "Tavlen")
    desk.qtbot.keyClick(field, K.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.kept(Photo)[0].text == "Tavlen")
    desk.paper()
    field = desk.find(f"text_{photo.id}")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    desk.qtbot.keyClick(field, K.Key_Delete)
    desk.qtbot.keyClick(field, K.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.kept(Photo)[0].text == "")


def test_a_private_one_is_folded(desk: Desk) -> None:
    photo = add(desk, Audience.private)
    desk.paper()
    assert desk._named(f"picture_{photo.id}") is None
    fold = desk.find("unfold_photo")
    assert isinstance(fold, QAbstractButton)
    assert fold.text() == "1 foto, kun på denne computer"
    assert pictures(desk) == 0


def test_one_that_is_deleted_is_had_back_with_its_picture(desk: Desk) -> None:
    photo = add(desk, Audience.minutes)
    desk.click(f"remove_{photo.id}")
    desk.qtbot.waitUntil(lambda: not desk.kept(Photo))
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.page, K.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: bool(desk.kept(Photo)))
    assert photos.picture_of(desk.database, photo.id) == a_picture()


def test_one_comes_in_late_for_the_network_alone(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Image.new("RGB", (300, 200), "white").save(tmp_path / "væg.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "væg.png")], ""))
    menu = desk.page.findChild(QMenu, "add_menu")
    assert menu is not None
    next(each for each in menu.actions() if each.objectName() == "add_photo").trigger()
    desk.qtbot.waitUntil(lambda: bool(desk.kept(Photo)))
    (photo,) = desk.kept(Photo)
    assert isinstance(photo, Photo)
    assert (photo.width, photo.height, photo.audience) == (300, 200, Audience.network)
    assert pictures(desk) == 0


def test_one_that_is_still_read_when_the_review_is_left_is_kept_all_the_same(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Image.new("RGB", (300, 200), "white").save(tmp_path / "væg.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "væg.png")], ""))
    menu = desk.page.findChild(QMenu, "add_menu")
    assert menu is not None
    next(each for each in menu.actions() if each.objectName() == "add_photo").trigger()
    delete(desk.page.findChild(LatePhotos))  # as when the page goes
    desk.qtbot.waitUntil(lambda: bool(desk.kept(Photo)))


def test_a_picture_is_read_once_however_often_the_lines_are_made(desk: Desk) -> None:
    photo = add(desk, Audience.network)
    other = add(desk, Audience.minutes, "Tavlen")
    desk.paper()
    first = {each.id: desk.find(f"picture_{each.id}").pixmap().cacheKey() for each in (photo, other)}

    desk.tick(photo)
    desk.qtbot.waitUntil(lambda: all(each.audience is Audience.minutes for each in desk.kept(Photo)))
    desk.paper()

    assert {each.id: desk.find(f"picture_{each.id}").pixmap().cacheKey() for each in (photo, other)} == first
