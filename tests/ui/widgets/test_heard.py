"""What a screen reader takes the widgets for that paint themselves."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.agenda_timeline import AgendaTimeline
from ui.widgets.heard import Role, hear_as, listen
from ui.widgets.pill import Pill
from ui.widgets.ring_timer import RingFace, RingTimer
from ui.widgets.year_line import YearLine

Told = QAccessible.Role


def heard(widget: QWidget) -> tuple[QAccessible.Role, str]:
    listen()
    told = QAccessible.queryAccessibleInterface(widget)
    return told.role(), told.text(QAccessible.Text.Name)


@pytest.mark.parametrize(
    ("kind", "role"),
    [(AgendaTimeline, Told.List), (Pill, Told.StaticText), (RingTimer, Told.Clock), (YearLine, Told.Graphic)],
)
def test_a_painted_widget_is_said_to_be_what_it_is(qtbot, theme, kind, role):
    widget = kind(theme)
    qtbot.addWidget(widget)
    widget.setAccessibleName("Så langt er vi")

    assert heard(widget) == (role, "Så langt er vi")


def test_the_ring_says_what_remains_at_the_moment_it_is_asked(qtbot, theme):
    ring = RingTimer(theme)
    qtbot.addWidget(ring)
    ring.show_face(RingFace(seconds=422, planned=1200, note="tilbage af 20 min."))

    assert heard(ring) == (Told.Clock, "7:02 tilbage af 20 min.")


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.DOCUMENT, Told.Document),
        (Role.GROUP, Told.Grouping),
        (Role.LIST, Told.List),
        (Role.PICTURE, Told.Graphic),
        (Role.TEXT, Told.StaticText),
        (Role.CLOCK, Told.Clock),
    ],
)
def test_a_role_has_qts_own_number(qtbot, role, told):
    widget = QWidget()
    qtbot.addWidget(widget)
    hear_as(widget, role)

    assert heard(widget)[0] is told


def test_qts_own_widgets_speak_for_themselves(qtbot, theme):
    listen()
    label = QLabel("Dagsorden")
    qtbot.addWidget(label)

    assert heard(label) == (Told.StaticText, "Dagsorden")
