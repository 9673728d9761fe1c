"""The run never counted: it goes, and where the wrong meeting was led, what was written goes over to the right one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.language import Language
from facilitator.model.session import Session, SessionState
from ui.live.panels import Panel
from ui.live_run import commands
from ui.widgets.buttons import Button
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import Label
from ui.widgets.segments import Choice

if TYPE_CHECKING:
    from ui.live.page import LivePage

MOST = 12  # meetings that are offered
LETTERS = 12  # that a meeting's name needs at least


class DiscardPanel(Panel):
    """Asked once, since the run does not come back. `agreed` with the command, which may name another meeting."""

    def __init__(self, page: LivePage) -> None:
        text = page.language.text
        super().__init__(page.theme, page.language, text("Discard the run?"), "discard_panel")
        written = bool(page.outcomes()) or page.capture.half is not None
        self.to = ChoiceField((Choice("", text("Nowhere: it is deleted")), *(_others(page) if written else ())))
        self.to.setObjectName("carry_to")
        self.to.setAccessibleName(text("What was written goes to"))
        self.to.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.to.setMinimumContentsLength(LETTERS)
        self.to.view().installEventFilter(page.guard)
        self.to.chosen.connect(self._show)
        self._told = Label("", "body", wrap=True)
        label = Label(self.to.accessibleName(), "small")
        label.setBuddy(self.to)
        for widget in (label, self.to):
            widget.setVisible(self.to.count() > 1)
            self.body.addWidget(widget)
        self.body.addWidget(self._told)
        self.body.addStretch(1)
        self.add_main("", kind="destructive_filled")
        self._show()

    def wanted(self) -> object:
        return commands.Discard(carry_to=self.to.chosen_id())

    def begin(self) -> None:
        """The keyboard goes to what does no harm."""
        cancel = self.findChild(Button, "cancel_panel")
        if cancel is not None:
            cancel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        focused = self.main is not None and self.main.hasFocus()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not focused:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        """What will become of it, and what the button does."""
        text, carried = self.language.text, bool(self.to.chosen_id())
        self._told.say(
            text("The meeting is planned again as before. What was written goes along; who may read it stays so.")
            if carried
            else text("The meeting is planned again as before. This can't be undone.")
        )
        if self.main is not None:
            self.main.setText(text("Carry over") if carried else text("Discard"))


def _others(page: LivePage) -> tuple[Choice, ...]:
    """The meetings to come that could have been meant, those nearest in time first."""
    mine, workspace = page.meeting.session, page.workspace
    networks = [overview.network for overview in workspace.overviews()]
    known = [(network, session) for network in networks for session in workspace.sessions(network.id)]
    others = [each for each in known if each[1].state is SessionState.planned and each[1].id != mine.id]
    others.sort(key=lambda each: abs(each[1].starts_at - mine.starts_at))
    today = page.sight().now.date()
    return tuple(
        Choice(session.id, _called("" if network.id == mine.network else network.name, session, today, page.language))
        for network, session in others[:MOST]
    )


def _called(network: str, session: Session, today: date, language: Language) -> str:
    number, day = language.text("meeting {n}", n=session.number), language.relative_day(session.starts_at.date(), today)
    return " · ".join(part for part in (network, number, day) if part)
