"""The paper beside the words: whole, or near enough to read."""

from io import BytesIO

import pytest
from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ui.minutes.preview import PAPER, PdfPreview, scales

PAGE = QSizeF(*A4)


def test_a_page_is_shown_whole_then_as_wide_as_its_room_then_as_printed():
    found = scales(PAGE, QSize(640, 600))
    assert found == pytest.approx([600 / PAGE.height(), 640 / PAGE.width(), PAPER, 1.5 * PAPER, 2 * PAPER])


def test_a_page_that_is_wide_enough_already_is_not_offered_twice():
    whole, *nearer = scales(PAGE, QSize(round(PAPER * PAGE.width()), 3000))
    assert whole == pytest.approx(PAPER, rel=0.01)
    assert nearer == pytest.approx([1.5 * PAPER, 2 * PAPER])


@pytest.fixture
def preview(around, qtbot, shown):
    """Two empty pages in a room that is too low for a whole one to be read."""
    made = PdfPreview(around)
    content = BytesIO()
    canvas = Canvas(content, pagesize=A4)
    for _ in range(2):
        canvas.showPage()
    canvas.save()
    shown(made, 500, 400)
    made.show_pdf(content.getvalue())
    return made


def sheet(preview):
    return preview.findChild(QWidget, "page_image")


def press(qtbot, preview, name):
    qtbot.mouseClick(preview.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def test_nearer_makes_the_page_larger_than_its_room_and_0_brings_it_back_whole(preview, qtbot):
    whole = sheet(preview).size()
    assert whole.height() < preview.height()

    press(qtbot, preview, "nearer")
    assert sheet(preview).width() > whole.width()
    assert sheet(preview).height() > preview.height()

    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert sheet(preview).size() == whole
    assert not preview.findChild(QAbstractButton, "farther").isEnabled()


def test_the_next_page_is_as_near_as_the_one_before(preview, qtbot):
    press(qtbot, preview, "nearer")
    near = sheet(preview).size()
    press(qtbot, preview, "page_down")
    assert sheet(preview).size() == near
    assert not preview.findChild(QAbstractButton, "page_down").isEnabled()
