"""Pictures on one sheet, and the page that leads to them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from tools.contact_sheet import CAPTION, GAP, contact_sheet, index, scaled


@pytest.fixture
def pictures(qapp, tmp_path):
    """Three pictures, each of one colour."""
    made = []
    for name, colour, width, height in (
        ("home", "red", 200, 100),
        ("cockpit", "blue", 200, 50),
        ("help", "lime", 40, 60),
    ):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        made.append(tmp_path / f"{name}.png")
        image.save(str(made[-1]))
    return made


def test_each_picture_stands_small_in_its_place(pictures, tmp_path):
    contact_sheet(pictures, 2, tmp_path / "all.png", width=100)
    sheet = QImage(str(tmp_path / "all.png"))

    assert sheet.width() == 3 * GAP + 2 * 100
    assert sheet.height() == 3 * GAP + 2 * CAPTION + 50 + 60  # a row is as high as its highest
    below = GAP + CAPTION
    assert sheet.pixelColor(GAP + 50, below + 25) == QColor("red")
    assert sheet.pixelColor(2 * GAP + 150, below + 12) == QColor("blue")
    assert sheet.pixelColor(GAP + 20, below + 50 + GAP + CAPTION + 30) == QColor("lime")


def test_a_small_picture_is_not_made_larger():
    assert scaled(QSize(40, 60), 100) == QSize(40, 60)
    assert scaled(QSize(200, 60), 100) == QSize(100, 30)


def test_the_index_leads_to_every_picture(pictures, tmp_path):
    page = index(tmp_path, [tmp_path / "all.png"], pictures).read_text(encoding="utf-8")
    for name in ("all.png", "home.png", "cockpit.png", "help.png"):
        assert f"href='{name}'" in page
