"""What can be seen without colours, and where the keyboard is."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.language import Code
from tests.ui.accessibility.seeing import around, clearly_changed, grey_difference
from tests.ui.accessibility.walking import path
from tests.ui.every_page import every_page, settle
from ui.theme.theme import Theme
from ui.widgets.attendance_dots import KINDS, paint_mark
from ui.widgets.drawing import Drawing
from ui.widgets.lead_bar import LeadBar, LeadPart
from ui.widgets.nav_bar import NavBar, NavItem
from ui.widgets.option_card import Option, OptionCard
from ui.widgets.pill import Pill
from ui.widgets.reading_order import go_on, stops
from ui.widgets.ring_timer import RingFace, RingTimer
from ui.widgets.saved_mark import SavedMark
from ui.widgets.segments import Choice, Segments
from ui.widgets.switch import Switch
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.turn_list import TurnList, TurnRow, TurnState

OUTLINE = 250  # pixels of a line around something; what is smaller has fewer
AN_ID = re.compile(r"_[0-9a-f]{8}-[0-9a-f-]{27}")


def test_the_place_of_the_keyboard_is_seen_everywhere(
    stored: Callable[[Code], Path], tmp_path: Path, theme: Theme
) -> None:
    looked_at: set[str] = set()
    unseen: dict[str, str] = {}
    for shown in every_page(stored("da"), tmp_path, "da", theme):
        if QApplication.activePopupWidget() is not None:
            continue
        shown.widget.activateWindow()
        settle()
        places = stops(shown.widget)
        for place in places if len(places) > 1 else ():
            kind = AN_ID.sub("", path(place))
            if kind not in looked_at:
                looked_at.add(kind)
                if changed_by_the_keyboard(place, places) < min(OUTLINE, place.width() + place.height()):
                    unseen[kind] = shown.name

    assert unseen == {}
    assert len(looked_at) > 100


def changed_by_the_keyboard(place: QWidget, places: list[QWidget]) -> int:
    """How many pixels on and around a widget stand out because the keyboard came to it by Tab."""
    before, far = places[places.index(place) - 1], places[(places.index(place) + len(places) // 2) % len(places)]
    before.setFocus(Qt.FocusReason.TabFocusReason)
    go_on(place.window(), forward=True)
    settle()
    with_it = around(place)
    far.setFocus(Qt.FocusReason.OtherFocusReason)
    settle()
    return clearly_changed(around(place), with_it)


# Without colours: two states that mean two things look different on a grey screen too.


def ring(theme: Theme, **face) -> RingTimer:
    made = RingTimer(theme)
    made.show_face(RingFace(planned=1200, **face))
    return made


def switch(theme: Theme, on: bool) -> Switch:
    made = Switch(theme, "Fredet punkt")
    made.setChecked(on)
    return made


def segments(theme: Theme, chosen: str) -> Segments:
    made = Segments((Choice("a", "I referatet"), Choice("b", "Kun netværket")))
    made.choose(chosen)
    return made


def tabs(theme: Theme, chosen: str) -> Tabs:
    made = Tabs(theme, (Tab("a", "Oversigt"), Tab("b", "Medlemmer")))
    made.choose(chosen)
    return made


def navigation(theme: Theme, chosen: str, folded: bool) -> NavBar:
    made = NavBar(theme)
    made.show_items((NavItem("a", "home-outline", "Hjem"), NavItem("b", "cog-outline", "Indstillinger")))
    made.choose(chosen)
    made.fold(folded)
    return made


def pill(theme: Theme, late: bool) -> Pill:
    made = Pill(theme)
    made.show_pill("clock-alert-outline" if late else "check-circle-outline", "Bagud" if late else "Plan", late=late)
    return made


def saved(theme: Theme, trouble: bool) -> SavedMark:
    made = SavedMark(theme)
    made.show_saved("Gemt 9.33", trouble=trouble)
    return made


def card(theme: Theme, late: bool, proposed: str = "") -> OptionCard:
    made = OptionCard(theme)
    made.show_option(
        Option(
            icon="content-cut", name="Slut senere", key="F6", change="", finish_label="slut", finish="12.09", late=late,
            proposed=proposed,
        )
    )  # fmt: skip
    return made


def turn(theme: Theme, share: float) -> TurnList:
    made = TurnList(theme)
    made.show_list("Taletur", "", (TurnRow(id="a", name="Åse", state=TurnState.CURRENT, time="2:10", share=share),))
    return made


def bar(theme: Theme, lead: str) -> LeadBar:
    made = LeadBar(theme)
    made.show_parts((LeadPart(60, lead),), lead)
    return made


STATES = {
    "a ring in its last minute": (lambda t: ring(t, seconds=61), lambda t: ring(t, seconds=60)),
    "a ring over time": (lambda t: ring(t, seconds=84), lambda t: ring(t, seconds=-84)),
    "a ring on pause": (lambda t: ring(t, seconds=600), lambda t: ring(t, seconds=600, paused=True)),
    "a switch": (lambda t: switch(t, False), lambda t: switch(t, True)),
    "a segment": (lambda t: segments(t, "a"), lambda t: segments(t, "b")),
    "a tab": (lambda t: tabs(t, "a"), lambda t: tabs(t, "b")),
    "a page in the navigation": (lambda t: navigation(t, "a", False), lambda t: navigation(t, "b", False)),
    "an icon in the navigation": (lambda t: navigation(t, "a", True), lambda t: navigation(t, "b", True)),
    "behind the plan": (lambda t: pill(t, False), lambda t: pill(t, True)),
    "not saved": (lambda t: saved(t, False), lambda t: saved(t, True)),
    "a late end": (lambda t: card(t, False), lambda t: card(t, True)),
    "a proposal": (lambda t: card(t, False), lambda t: card(t, False, "foreslået")),
    "a turn over its time": (lambda t: turn(t, 1.0), lambda t: turn(t, 1.5)),
    "consultant and together": (lambda t: bar(t, "consultant"), lambda t: bar(t, "together")),
    "consultant and network": (lambda t: bar(t, "consultant"), lambda t: bar(t, "network")),
    "together and network": (lambda t: bar(t, "together"), lambda t: bar(t, "network")),
}


@pytest.mark.parametrize("one", STATES)
def test_states_differ_without_colours(qtbot, theme: Theme, one: str) -> None:
    pictures = []
    for make in STATES[one]:
        widget = make(theme)
        qtbot.addWidget(widget)
        widget.resize(360, 300)
        pictures.append(widget.grab().toImage())

    assert grey_difference(*pictures) >= 24


@pytest.mark.parametrize("one", KINDS)
def test_marks_of_attendance_differ_without_colours(theme: Theme, one: str) -> None:
    pictures = {kind: mark(theme, kind) for kind in KINDS}

    assert min(grey_difference(pictures[one], pictures[kind]) for kind in KINDS if kind != one) >= 24


def mark(theme: Theme, kind: str) -> QImage:
    made = QImage(46, 64, QImage.Format.Format_RGB32)
    made.fill(theme.colour("surface"))
    painter = QPainter(made)
    painter.scale(2, 2)
    paint_mark(Drawing(painter, theme), QRectF(0, 0, 23, 32), kind)
    painter.end()
    return made
