"""What is handed over: pictures are photos, words are words, and a table copied as both is words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from facilitator.intake.photo import photo
from facilitator.model.photo import plain_size
from facilitator.model.trouble import Trouble
from ui.live.handed import pictures_in


def an_image() -> QImage:
    image = QImage(30, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/tmp/{name}") for name in names])
    return data


def test_an_image_is_one_picture_that_can_be_read(qapp):
    data = QMimeData()
    data.setImageData(an_image())
    (read,) = pictures_in(data)
    assert plain_size(photo(read())) == (30, 20)


def test_a_table_that_is_copied_as_words_and_as_a_picture_is_words(qapp):
    data = QMimeData()
    data.setImageData(an_image())
    data.setText("Navn\tSkole")
    assert pictures_in(data) == ()


@pytest.mark.parametrize(
    ("names", "count"),
    [(("a.jpg", "B.JPEG", "c.png"), 3), (("IMG_1.heic",), 1), (("referat.pdf", "a.gif"), 1), (("noter.txt",), 0)],
)
def test_files_are_pictures_by_their_endings(qapp, names, count):
    assert len(pictures_in(files(*names))) == count


def test_a_picture_on_a_web_page_is_no_file_of_ours(qapp):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/tavle.jpg")])
    assert pictures_in(data) == ()


def test_nothing_at_all_is_no_picture(qapp):
    assert pictures_in(None) == ()
    assert pictures_in(QMimeData()) == ()


def test_a_file_that_is_gone_by_then_is_told(qapp, tmp_path: Path):
    (read,) = pictures_in(files(f"{tmp_path.name}/findes ikke.jpg"))
    with pytest.raises(Trouble) as told:
        read()
    assert told.value.name == "photo_unreadable"
