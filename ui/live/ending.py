"""The end of a meeting: who is still only expected, what was never added, and what goes into the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.audience import WayOut, allowed
from facilitator.model.outcome import AnyOutcome, table_of
from ui.live.capture import Half
from ui.live.panels import Panel
from ui.live.written import audience_words, kind_count
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.labels import Label
from ui.widgets.scrolled import scrolled
from ui.widgets.segments import Choice, Segments


@dataclass(frozen=True)
class Ending:
    """What was answered: who did not come, and whether the half sentence is to be added first."""

    away: tuple[str, ...]
    add_half: bool


class FinishPanel(Panel):
    """One look before the end. Whoever is still expected counts as having come, unless one says otherwise."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        expected: Sequence[tuple[str, str]],
        half: Half | None,
        outcomes: Sequence[AnyOutcome],
    ) -> None:
        super().__init__(theme, language, language.text("Finish the meeting"), "finish_panel")
        self._came: dict[str, Segments] = {}
        self._half: Segments | None = None
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, SPACE.near, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(Label(_going(language, outcomes), "body", wrap=True))
        if half is not None:
            self._ask_half(column, half)
        if expected:
            column.addSpacing(SPACE.tight)
            column.addWidget(Label(language.text("Not marked yet. Did they come?"), "bold", wrap=True))
            for member, name in expected:
                self._ask(column, member, name)
        column.addStretch(1)
        scroll = scrolled(inner)
        self.body.addWidget(scroll, 1)
        self.add_main(language.text("Finish the meeting"))

    def wanted(self) -> object:
        away = tuple(member for member, answer in self._came.items() if answer.chosen_id() == "away")
        return Ending(away, self._half is not None and self._half.chosen_id() == "add")

    def _ask(self, column: QVBoxLayout, member: str, name: str) -> None:
        language = self.language
        answer = Segments((Choice("came", language.text("Came")), Choice("away", language.text("Absent"))), dense=True)
        answer.setObjectName(f"came_{member}")
        answer.setAccessibleName(name)
        row = QHBoxLayout()
        row.addWidget(Label(name, "body"), 1)
        row.addWidget(answer)
        column.addLayout(row)
        self._came[member] = answer

    def _ask_half(self, column: QVBoxLayout, half: Half) -> None:
        language = self.language
        column.addSpacing(SPACE.tight)
        told = language.text("Written and not added ({audience}):", audience=audience_words(language, half.audience))
        column.addWidget(Label(told, "bold", wrap=True))
        lines = len(half.text.splitlines())
        column.addWidget(Label(language.count("{n} line", "{n} lines", lines), "small"))
        choices = (Choice("add", language.text("Add it")), Choice("keep", language.text("Leave it")))
        self._half = Segments(choices, dense=True)
        self._half.setObjectName("add_half")
        self._half.setAccessibleName(told)
        column.addWidget(self._half)


def _going(language: Language, outcomes: Sequence[AnyOutcome]) -> str:
    """What goes into the minutes, counted by kind."""
    going = allowed(outcomes, WayOut.minutes)
    if not going:
        return language.text("Nothing that was written goes into the minutes.")
    tables = dict.fromkeys(table_of(outcome) for outcome in going)
    kinds = [kind_count(language, table, sum(table_of(each) == table for each in going)) for table in tables]
    return language.text("Into the minutes go {kinds}.", kinds=language.join(kinds))
