"""What a screen reader takes the widgets for that paint themselves."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.agenda_timeline import AgendaTimeline
from ui.widgets.heard import Role, hear_as
from ui.widgets.pill import Pill
from ui.widgets.ring_timer import RingFace, RingTimer
from ui.widgets.year_line import YearLine


def heard(widget: QWidget) -> tuple[QAccessible.Role, str]:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.role(), told.text(QAccessible.Text.Name)


@pytest.mark.parametrize(
    ("kind", "role"),
    [(AgendaTimeline, Role.List), (Pill, Role.StaticText), (RingTimer, Role.Clock), (YearLine, Role.Graphic)],
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

    assert heard(ring) == (Role.Clock, "7:02 tilbage af 20 min.")


def test_qts_own_widgets_speak_for_themselves(qtbot, theme):
    hear_as(Pill(theme), Role.StaticText)
    label = QLabel("Dagsorden")
    qtbot.addWidget(label)

    assert heard(label) == (Role.StaticText, "Dagsorden")
