"""The rail of the agenda and the list of turns."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from ui.widgets.agenda_rail import AgendaRail, RailRow, RailState
from ui.widgets.rows import RowDelegate, RowView
from ui.widgets.turn_list import TurnList, TurnRow, TurnState

RUN = (
    RailRow(id="in", forecast="9.06", title="Tjek ind", state=RailState.DONE, slip="+9 min."),
    RailRow(id="since", forecast="9.27", planned="9.18", title="Siden sidst", state=RailState.CURRENT, detail="runde"),
    RailRow(id="break", forecast="10.48", title="Pause", state=RailState.COMING, detail="15 min.", locked="fredet"),
    RailRow(id="end", forecast="12.09", planned="12.00", title="Slut", state=RailState.END, late=True),
)
TURNS = (
    TurnRow(id="claus", name="Claus Friis", time="1:50", state=TurnState.DONE),
    TurnRow(id="birgitte", name="Birgitte Østergaard", time="1:12", state=TurnState.CURRENT, share=0.6),
    TurnRow(id="dorthe", name="Dorthe Lund", time="næste", mark=True, state=TurnState.NEXT),
)


class Word(msgspec.Struct, frozen=True):
    id: str

    def words(self):
        return self.id


class OnGround(RowDelegate):
    def height(self, row):
        return 40

    def paint_row(self, draw, option, row):
        self.ground(draw, option)


def heard(signal):
    told = []
    signal.connect(told.append)
    return told


@pytest.fixture
def rail(qtbot, theme):
    made = AgendaRail(theme)
    qtbot.addWidget(made)
    made.resize(268, 600)
    made.show_steps(RUN)
    return made


def test_a_step_in_the_rail_is_read_with_its_time_and_its_slip(rail):
    said = [rail.rows.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(len(RUN))]

    assert said[0] == "9.06, Tjek ind, +9 min."
    assert said[2] == "10.48, Pause, 15 min., fredet"


def test_the_rail_is_moved_through_by_the_arrows_and_chosen_from_by_enter(qtbot, rail):
    told = heard(rail.chosen)

    qtbot.keyClick(rail, Qt.Key.Key_Home)
    qtbot.keyClick(rail, Qt.Key.Key_Down)
    qtbot.keyClick(rail, Qt.Key.Key_Return)

    assert told == ["since"]


def test_showing_the_same_steps_again_changes_nothing(rail):
    changes = []
    rail.rows.dataChanged.connect(lambda *_: changes.append("some"))
    rail.rows.modelReset.connect(lambda: changes.append("all"))

    rail.show_steps(RUN)

    assert changes == []


def test_a_forecast_that_moves_repaints_its_own_row_and_keeps_the_keyboard_there(rail):
    rail.go_to("break")
    changed = []
    rail.rows.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))

    rail.show_steps((*RUN[:2], msgspec.structs.replace(RUN[2], forecast="10.49"), RUN[3]))

    assert changed == [(2, 2)]
    assert rail.current_id() == "break"


def test_the_rail_closes_up_where_the_window_is_low(qtbot, rail):
    rail.show()
    roomy = rail.total_height()

    rail.resize(268, 190)

    assert rail.total_height() < roomy


def test_the_turns_are_read_with_their_times_and_can_be_chosen(qtbot, theme):
    turns = TurnList(theme)
    qtbot.addWidget(turns)
    turns.show_list("Taletur 2 af 3", "hørt mindst først", TURNS)
    told = heard(turns.chosen)

    turns.view.go_to("birgitte")
    qtbot.keyClick(turns.view, Qt.Key.Key_Down)
    qtbot.keyClick(turns.view, Qt.Key.Key_Return)

    assert told == ["dorthe"]
    assert turns.view.accessibleName() == "Taletur 2 af 3"
    assert turns.view.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Claus Friis, 1:50"


def test_a_running_turn_repaints_only_itself(qtbot, theme):
    turns = TurnList(theme)
    qtbot.addWidget(turns)
    turns.show_list("Taletur 2 af 3", "", TURNS)
    changed = []
    turns.view.rows.dataChanged.connect(lambda first, _last: changed.append(first.row()))

    turns.show_list("Taletur 2 af 3", "", (TURNS[0], msgspec.structs.replace(TURNS[1], time="1:13"), TURNS[2]))

    assert changed == [1]


def test_a_line_parts_two_rows_and_none_follows_the_last(qtbot, theme):
    view = RowView(OnGround(theme), "plain")
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show_rows((Word("først"), Word("sidst")))

    picture = view.grab().toImage()

    line = theme.colour("line")
    assert [picture.pixelColor(100, bottom) == line for bottom in (39, 79)] == [True, False]


def test_whoever_speaks_and_whoever_is_next_are_in_view_all_the_way_through_a_round(qtbot, theme):
    made = TurnList(theme)
    qtbot.addWidget(made)
    made.resize(320, 220)
    made.show()
    names = [f"Deltager {number}" for number in range(14)]

    def round_at(place):
        states = {place: TurnState.CURRENT, place + 1: TurnState.NEXT}
        return tuple(
            TurnRow(id=name, name=name, state=states.get(at, TurnState.DONE if at < place else TurnState.WAITING))
            for at, name in enumerate(names)
        )

    for place in range(len(names)):
        made.show_list("Taletur", "", round_at(place))
        seen = made.view.viewport().rect()
        for row in range(place, min(place + 2, len(names))):
            assert seen.contains(made.view.visualRect(made.view.rows.index(row)))
