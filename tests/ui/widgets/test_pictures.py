"""Widgets that only show: what they say in words, and that they repaint only when they look different."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.theme.tokens import TYPE
from ui.widgets.attendance_dots import KINDS, AttendanceDots, Mark
from ui.widgets.drawing import wrap
from ui.widgets.empty_state import EmptyState
from ui.widgets.lead_bar import LeadBar, LeadPart
from ui.widgets.pill import Pill
from ui.widgets.prompts import Prompt, Prompts
from ui.widgets.saved_mark import SavedMark
from ui.widgets.year_line import YearLine, YearMark, YearMeeting

PROMPTS = (
    Prompt("message-text-outline", "Sig", "»Hvad prøvede du?«"),
    Prompt("hand-back-right-outline", "Gør", "Sig tak efter hver."),
)
MEETINGS = (
    YearMeeting(at=0.0, date="25. aug.", place="Højvang", consultant=1.0, held=True),
    YearMeeting(at=0.4, date="8. dec.", place="Søndre", consultant=0.6, together=0.3, network=0.1, next=True),
)

CASES = {
    "lead bar": (
        LeadBar,
        lambda widget: widget.show_parts(
            (LeadPart(60, "consultant"), LeadPart(30, "network", True)), "konsulenten 67 %"
        ),
        "konsulenten 67 %",
    ),
    "pill": (Pill, lambda widget: widget.show_pill("check", "Følger planen", late=False), "Følger planen"),
    "saved": (SavedMark, lambda widget: widget.show_saved("Gemt 9.33.41"), "Gemt 9.33.41"),
    "prompts": (
        Prompts,
        lambda widget: widget.show_prompts(PROMPTS),
        "Sig: »Hvad prøvede du?«. Gør: Sig tak efter hver.",
    ),
    "attendance": (
        AttendanceDots,
        lambda widget: widget.show_marks((Mark("present", "møde 1: til stede"), Mark("apology", "møde 2: afbud"))),
        "møde 1: til stede, møde 2: afbud",
    ),
    "year": (
        YearLine,
        lambda widget: widget.show_year(MEETINGS, YearMark(0.3, "I dag"), YearMark(0.9, "Overdragelse")),
        "25. aug. Højvang; 8. dec. Søndre",
    ),
}
EACH = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


@EACH
def test_a_picture_says_in_words_what_it_shows(qtbot, theme, case):
    make, show, words = case
    widget = make(theme)
    qtbot.addWidget(widget)

    show(widget)

    assert widget.accessibleName() == words


@EACH
def test_a_picture_is_painted_again_only_when_it_looks_different(qtbot, theme, monkeypatch, case):
    make, show, _words = case
    widget = make(theme)
    qtbot.addWidget(widget)
    painted = []
    monkeypatch.setattr(widget, "update", lambda: painted.append(1))

    for _ in range(5):
        show(widget)

    assert painted == [1]


@EACH
def test_a_picture_leaves_ink(qtbot, theme, case):
    make, show, _words = case
    widget = make(theme)
    qtbot.addWidget(widget)
    widget.resize(600, 160)
    blank = widget.grab().toImage()

    show(widget)

    assert widget.grab().toImage() != blank


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_attendance_looks_different_from_the_others(qtbot, theme, kind):
    others = [other for other in KINDS if other != kind]
    pictures = []
    for each in (kind, *others):
        dots = AttendanceDots(theme, (Mark(each),))
        qtbot.addWidget(dots)
        dots.resize(dots.sizeHint())
        pictures.append(dots.grab().toImage())

    assert pictures[0] not in pictures[1:]


def test_an_empty_page_says_one_thing_and_offers_one(qtbot, theme):
    empty = EmptyState(theme, "Der er ingen sager i kø.", "Ny sag")
    qtbot.addWidget(empty)

    with qtbot.waitSignal(empty.pressed):
        empty.button.click()

    assert not empty.button.isHidden()


def test_an_empty_page_with_nothing_to_do_has_no_button(qtbot, theme):
    empty = EmptyState(theme, "Intet kræver dig i denne uge.")
    qtbot.addWidget(empty)

    assert empty.button.isHidden()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(st.text(alphabet="abcæøåÆØÅ -.\n", max_size=200), st.integers(40, 400))
def test_wrapped_lines_hold_every_letter_of_the_text(theme, text, width):
    lines = wrap(text, theme, TYPE.prompt, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
