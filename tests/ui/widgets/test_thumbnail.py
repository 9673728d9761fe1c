"""Small pictures: as large as there is room for, sharp, read once, and nothing where there is none."""

from PySide6.QtCore import QSize

from facilitator.model.trouble import Trouble
from tests.store.builders import a_picture
from ui.widgets.thumbnail import Thumbnails

ROOM = QSize(60, 43)


def test_it_fills_its_room_and_keeps_its_shape(qapp):
    lying, upright = (
        Thumbnails(lambda _, size=size: a_picture(*size)).at("foto", ROOM) for size in ((400, 200), (30, 60))
    )
    assert lying.size() == QSize(60, 30)
    assert upright.size() == QSize(21, 43)


def test_on_a_sharper_screen_it_has_more_dots_in_the_same_room(qapp):
    picture = Thumbnails(lambda _: a_picture(400, 200)).at("foto", ROOM, 2.0)
    assert picture.size() == QSize(120, 60)
    assert picture.deviceIndependentSize().toSize() == QSize(60, 30)


def test_each_is_read_once(qapp):
    read = []

    def reading(photo: str) -> bytes:
        read.append(photo)
        return a_picture()

    thumbnails = Thumbnails(reading)
    for photo in ("a", "b", "a", "b"):
        assert not thumbnails.at(photo, ROOM).isNull()
    assert read == ["a", "b"]


def test_one_that_is_gone_or_spoiled_shows_nothing(qapp):
    def gone(photo: str) -> bytes:
        if photo == "spoiled":
            return b"\xff\xd8 not a picture"
        raise Trouble("no_such_record")

    thumbnails = Thumbnails(gone)
    assert thumbnails.at("gone", ROOM).isNull()
    assert thumbnails.at("spoiled", ROOM).isNull()
