"""The planner's timeline, by real keys and a real mouse."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from ui.widgets import timeline_layout as layout
from ui.widgets.agenda_timeline import AgendaTimeline
from ui.widgets.timeline_layout import Block, Part

CASE = (Part("Ramme og spørgsmål", "5"), Part("Interview", "20"))
BLOCKS = (
    Block(id="in", time="9.00", title="Tjek ind", minutes=12, length="12 min.", lead="network", led_by="Dorthe"),
    Block(id="case", time="9.12", title="Sag", minutes=60, length="60 min.", parts=CASE, led_by="Karen"),
    Block(id="break", time="10.12", title="Pause", minutes=15, length="15 min.", lead="pause", protected=True),
    Block(id="out", time="10.27", title="Tjek ud", minutes=8, length="8 min.", may_go="kan udgå"),
)
ALT = Qt.KeyboardModifier.AltModifier

blocks = st.lists(st.integers(1, 240), min_size=1, max_size=15).map(
    lambda lengths: tuple(
        Block(id=str(place), time="", title="", minutes=minutes, length="") for place, minutes in enumerate(lengths)
    )
)


@pytest.fixture
def timeline(qtbot, theme):
    made = AgendaTimeline(theme)
    qtbot.addWidget(made)
    made.resize(560, 640)
    made.show_blocks(BLOCKS, "10.35")
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def heard(signal):
    told = []
    signal.connect(lambda *facts: told.append(facts if len(facts) > 1 else facts[0]))
    return told


def middle(timeline, place):
    return QPoint(300, round(timeline._places[place].center().y()))


def test_the_arrows_choose_a_block_and_tell_which(qtbot, timeline):
    chosen = heard(timeline.selected)

    for _ in range(2):
        qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Up)
    qtbot.keyClick(timeline, Qt.Key.Key_End)

    assert chosen == ["in", "case", "in", "out"]
    assert timeline.selected_id() == "out"


def test_the_block_that_is_chosen_is_told_to_a_screen_reader(qtbot, timeline):
    timeline.select("case")

    assert timeline.accessibleDescription() == "9.12, Sag, 60 min., Karen"


def test_alt_and_an_arrow_ask_for_a_move_but_never_past_the_ends(qtbot, timeline):
    moves = heard(timeline.moved)
    timeline.select("in")

    qtbot.keyClick(timeline, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(timeline, Qt.Key.Key_Down, ALT)

    assert moves == [("in", 1)]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, ALT])
@pytest.mark.parametrize(("key", "minutes"), [(Qt.Key.Key_Plus, 61), (Qt.Key.Key_Minus, 59)])
def test_plus_and_minus_ask_for_a_minute_more_or_less(qtbot, timeline, key, minutes, modifier):
    stretches = heard(timeline.stretched)
    timeline.select("case")

    qtbot.keyClick(timeline, key, modifier)

    assert stretches == [("case", minutes)]


def test_delete_asks_for_removal_and_enter_opens(qtbot, timeline):
    removed, opened = heard(timeline.removed), heard(timeline.opened)
    timeline.select("break")

    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    qtbot.keyClick(timeline, Qt.Key.Key_Delete)

    assert (opened, removed) == (["break"], ["break"])


def test_when_the_chosen_block_is_gone_its_neighbour_is_chosen(timeline):
    timeline.select("out")

    timeline.show_blocks(BLOCKS[:3], "10.27")

    assert timeline.selected_id() == "break"


def test_a_block_dragged_down_lands_where_it_is_let_go(qtbot, timeline):
    moves = heard(timeline.moved)
    view, below = timeline.viewport(), middle(timeline, 1) + QPoint(0, 20)

    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(timeline, 0))
    qtbot.mouseMove(view, middle(timeline, 0) + QPoint(0, 15))
    qtbot.mouseMove(view, below)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=below)

    assert moves == [("in", 1)]


def test_the_lower_edge_stretches_a_block_by_as_many_minutes_as_it_is_dragged(qtbot, timeline):
    stretches = heard(timeline.stretched)
    view = timeline.viewport()
    edge = QPoint(300, round(timeline._places[0].bottom()) - 2)
    further = edge + QPoint(0, round(10 * timeline._px))

    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(view, further)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=further)

    assert stretches == [("in", 22)]


def test_a_click_chooses_and_moves_nothing(qtbot, timeline):
    chosen, moves = heard(timeline.selected), heard(timeline.moved)

    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=middle(timeline, 2))

    assert (chosen, moves) == (["break"], [])


@given(blocks, st.integers(200, 1400))
def test_blocks_never_overlap_and_none_is_too_low_to_hit(blocks, height):
    places = layout.boxes(blocks, 500, layout.scale(blocks, height))

    assert all(box.height() >= 24 for box in places)
    assert all(above.bottom() < below.top() for above, below in pairwise(places))


@given(blocks, st.integers(200, 1400))
def test_what_lies_in_the_middle_of_a_block_is_that_block(blocks, height):
    places = layout.boxes(blocks, 500, layout.scale(blocks, height))

    assert [layout.block_at(places, box.center().y()) for box in places] == list(range(len(blocks)))


def test_parts_are_listed_only_where_all_of_them_have_room():
    low, high = layout.boxes((BLOCKS[1],), 500, 0.5)[0], layout.boxes((BLOCKS[1],), 500, 3.0)[0]

    assert not layout.shows_parts(BLOCKS[1], low)
    assert layout.shows_parts(BLOCKS[1], high)
