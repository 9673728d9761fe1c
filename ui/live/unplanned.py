"""A meeting without a plan: it stands before its start as the one open step that it begins with."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from facilitator.language import Language
from facilitator.model.agenda import Kind, Step
from facilitator.model.session import Session
from ui.live import keys
from ui.live.fields import KeyGuard
from ui.live.panels import LONGEST_MINUTES, Panel
from ui.live_run import commands
from ui.theme.theme import Theme
from ui.widgets.fields import NumberField
from ui.widgets.labels import Label


def open_title(room: Language) -> str:
    """What the step is called that nobody has given a title; the room sees it, and it stands in the minutes."""
    return room.text("Open step")


def open_step(session: Session, room: Language) -> Step:
    """The step as it stands before the start. It is in no agenda: the run makes its own."""
    return Step(id="open", kind=Kind.free, title=open_title(room), minutes=session.minutes)


def told(language: Language) -> str:
    """The line before the start."""
    key = keys.twin_of("next", language)
    return language.text(
        "The meeting has no agenda. It begins with one open step, and {key} begins the next, whenever you like.",
        key=key,
    )


class BeginStepPanel(Panel):
    """The next step of a meeting that makes its steps as it goes: a title, and minutes if one likes."""

    def __init__(self, theme: Theme, language: Language, guard: KeyGuard) -> None:
        super().__init__(theme, language, language.text("New step"), "begin_step_panel")
        self.title = QLineEdit()
        self.title.installEventFilter(guard)
        self.title.setObjectName("step_title")
        self.title.setAccessibleName(language.text("What the step is called"))
        self.title.setPlaceholderText(language.text("What the step is called"))
        self.minutes = NumberField(0, LONGEST_MINUTES, suffix=f" {language.text('min.')}")
        self.minutes.setObjectName("minutes")
        self.minutes.setSpecialValueText(language.text("All that is left"))
        self.minutes.lineEdit().installEventFilter(guard)
        self.minutes.setAccessibleName(language.text("Minutes"))
        self.first = self.title
        self.body.addWidget(self.title)
        self.body.addWidget(self.minutes)
        begins = language.text("It begins now. The step before it was as long as it took.")
        self.body.addWidget(Label(begins, "small", wrap=True))
        self.body.addStretch(1)
        self.add_main(language.text("Begin it"))

    def wanted(self) -> object:
        return commands.AddStep(title=self.title.text(), minutes=self.minutes.value(), now=True)
