"""Sentences that find their room: shortened on one line, or whole under each other."""

import pytest

from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label

SENTENCE = "Der er ingen medlemmer endnu. Hent dem ind fra en liste, eller skriv dem selv."


@pytest.mark.parametrize("width", [260, 420, 1008])
def test_an_empty_page_shows_its_whole_sentence(qtbot, theme, width):
    empty = EmptyState(theme, SENTENCE, "Hent fra fil")
    qtbot.addWidget(empty)
    empty.resize(width, 400)
    empty.show()

    label = empty.findChild(Label)
    assert label.height() >= label.heightForWidth(label.width())
    assert label.width() <= width


def test_a_line_that_is_too_long_ends_in_dots_and_is_told_whole(qtbot, theme):
    label = ElidedLabel(SENTENCE)
    qtbot.addWidget(label)
    label.resize(200, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == SENTENCE

    label.resize(2000, 20)

    assert label.text() == SENTENCE
    assert label.toolTip() == ""
