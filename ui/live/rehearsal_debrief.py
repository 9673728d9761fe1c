"""After a rehearsal: what was planned and what it took, choices, and what came in between; then it is gone."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.language import Language
from ui.live.fields import KeyGuard
from ui.live_run import Debrief
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.scrolled import scrolled

WIDEST = 900  # px of the design


class DebriefView(QWidget):
    """Lies over the cockpit. What is typed in it goes on the paper, if that is asked for, and nowhere else."""

    print_asked = Signal()
    save_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, language: Language, guard: KeyGuard, debrief: Debrief) -> None:
        super().__init__()
        self.setObjectName("debrief")
        self._language = language
        self._debrief = debrief
        self._theme = theme
        self.keep = self._field("keep", language.text("One thing to keep"), guard)
        self.try_next = self._field("try_next", language.text("One thing to try"), guard)
        self.told = Label("", "body", wrap=True)
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.page, SPACE.wide, SPACE.page, SPACE.wide)
        column.setSpacing(SPACE.roomy)
        column.addWidget(Label(f"{debrief.network} · {debrief.meeting}", "muted", wrap=True))
        column.addWidget(Label(language.text("After the rehearsal"), "page", wrap=True))
        column.addWidget(Label(debrief.end, "body", wrap=True))
        column.addWidget(self._steps())
        for title, lines in (
            (language.text("Choices on the way"), debrief.choices),
            (language.text("What came in between"), debrief.incidents),
        ):
            if lines:
                column.addWidget(_listed(title, lines))
        column.addWidget(self._own())
        column.addStretch(1)
        area = scrolled(inside, gives_way=True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(self._foot())

    def debrief(self) -> Debrief:
        """All of it, with what was typed."""
        return replace(self._debrief, keep=self.keep.text(), try_next=self.try_next.text())

    def _field(self, name: str, words: str, guard: KeyGuard) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setPlaceholderText(words)
        field.installEventFilter(guard)
        return field

    def _steps(self) -> Card:
        text = self._language.text
        card = Card(text("Planned and actual"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.roomy)
        grid.setVerticalSpacing(SPACE.tight)
        grid.setColumnStretch(0, 1)
        heads = (text("Step"), text("Planned"), text("Actual"), text("Difference"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for place, head in enumerate(heads):
            grid.addWidget(Label(head, "small"), 0, place, right if place else Qt.AlignmentFlag.AlignLeft)
        for row, step in enumerate(self._debrief.steps, 1):
            title = Label(step.title, "body", wrap=True)
            title.setAccessibleName(
                ", ".join(part for part in (step.title, step.planned, step.actual, step.apart) if part)
            )
            grid.addWidget(title, row, 0)
            for place, cell in enumerate((step.planned, step.actual, step.apart), 1):
                grid.addWidget(Label(cell, "body"), row, place, right)
        card.body.addLayout(grid)
        return card

    def _own(self) -> Card:
        text = self._language.text
        card = Card(text("In your own words"))
        for field in (self.keep, self.try_next):
            label = Label(field.accessibleName(), "bold")
            label.setBuddy(field)
            card.body.addWidget(label)
            card.body.addWidget(field)
        told = text("It is not kept. Print it or save it, if you want to have it.")
        card.body.addWidget(Label(told, "small", wrap=True))
        return card

    def _foot(self) -> QHBoxLayout:
        text, theme = self._language.text, self._theme
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.page, SPACE.near, SPACE.page, SPACE.near)
        row.setSpacing(SPACE.near)
        row.addWidget(self.told, 1)
        for name, words, kind, asked in (
            ("print_debrief", text("Print"), "secondary", self.print_asked),
            ("save_debrief", text("Save as PDF …"), "secondary", self.save_asked),
            ("close_debrief", text("Close"), "primary", self.closed),
        ):
            button = Button(theme, words, kind=kind)
            button.setObjectName(name)
            button.clicked.connect(asked)
            row.addWidget(button)
        return row


def _listed(title: str, lines: tuple[str, ...]) -> Card:
    card = Card(title)
    for line in lines:
        card.body.addWidget(Label(line, "body", wrap=True))
    return card
