"""Who and by when: the two fields of an action, and under them what was understood before it is added."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.due import due_date
from facilitator.model.naming import people_named
from facilitator.model.trouble import Trouble
from facilitator.model.vague import sounds_vague
from ui.live.fields import KeyGuard, NamesField
from ui.theme.tokens import SPACE
from ui.widgets.heard import announce
from ui.widgets.labels import Label


class Promise(QWidget):
    """What an action has beside its text."""

    changed = Signal()
    """Something was typed."""

    def __init__(self, language: Language, guard: KeyGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._people: Mapping[str, str] = {}
        self._today = date.min
        self._next_meeting: date | None = None
        self.owners = NamesField(guard)
        self.owners.setObjectName("owners")
        self.owners.setAccessibleName(language.text("Who"))
        self.owners.setPlaceholderText(language.text("Who? First letters"))
        self.due = QLineEdit()
        self.due.setObjectName("due")
        self.due.installEventFilter(guard)
        self.due.setAccessibleName(language.text("By when"))
        self.due.setPlaceholderText(language.text("By? fri, 26/1, week 5"))
        self.understood = Label("", "small", wrap=True)
        self.offer = Label("", "small", wrap=True)
        self.offer.setObjectName("offer")
        self.offer.hide()
        for field in (self.owners, self.due):
            field.setToolTip(field.placeholderText())
            field.setAcceptDrops(False)  # what is dropped on the column is a photo
            field.textChanged.connect(self._understand)
            field.textChanged.connect(self.changed)
        self._lay_out()

    def set_days(self, today: date, next_meeting: date | None) -> None:
        """The day of the meeting and of the one after it: what "next week" and "next meeting" mean."""
        self._today, self._next_meeting = today, next_meeting

    def offer_people(self, people: Mapping[str, str]) -> None:
        """Who may be named."""
        self._people = people
        self.owners.offer(sorted(people.values(), key=self._language.sort_key))

    def people(self) -> tuple[str, ...]:
        """The ids of those who are named. Raises nobody_called or ambiguous."""
        return people_named(self.owners.text(), self._people)

    def day(self) -> date | None:
        """The day by which, None where none is said. Raises bad_due or no_next_meeting."""
        return due_date(self.due.text(), self._today, self._next_meeting)

    def hear(self, text: str) -> None:
        """Offers a question where nobody could see such a promise kept; it asks once and wants no answer."""
        vague = sounds_vague(text)
        if vague == self.offer.isHidden():
            self.offer.say(self._language.text('Ask: "What do we see when it has happened?"') if vague else "")
            self.offer.setVisible(vague)
            if vague:
                announce(self.offer, self.offer.text())

    def take(self, who: str, by: str) -> None:
        """What was typed before stands there again."""
        self.owners.setText(who)
        self.due.setText(by)

    def clear(self) -> None:
        """Nobody, and no day."""
        self.owners.clear()
        self.due.clear()

    def _understand(self) -> None:
        """The date that was understood stands beside what was typed, before it is added."""
        try:
            people, day = self.people(), self.day()
        except Trouble as trouble:
            self._tell(self._language.say(trouble), "late")
            return
        who = self._language.join(self._people[person] for person in people) if people else ""
        by = self._language.text("by {date}", date=self._language.date_long(day)) if day is not None else ""
        self._tell(" ".join(part for part in (who, by) if part), "small")

    def _tell(self, words: str, kind: str) -> None:
        self.understood.set_kind(kind)
        self.understood.say(words)
        self.due.setAccessibleDescription(words)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(SPACE.tight)
        fields.addWidget(self.owners)
        fields.addWidget(self.due)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.offer)
        column.addLayout(fields)
        column.addWidget(self.understood)
