"""The windows of the review: a longer text, something that was forgotten, and who was there."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from facilitator.model.attendance import Attendance, Status
from facilitator.model.outcome import AnyOutcome, checked_text
from facilitator.model.session import Session
from ui.form import Form
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import Label
from ui.widgets.segments import Choice
from ui.words import ATTENDANCE

LINES = 8
PEOPLE_HEIGHT = 260


class TextDialog(Form):
    """A text of several lines, new or changed."""

    def __init__(self, around: Surroundings, outcome: AnyOutcome, title: str, *, parent: QWidget) -> None:
        super().__init__(around, "text_dialog", title, save=around.language.text("Save"), parent=parent)
        self._outcome = outcome
        self._text = QPlainTextEdit(outcome.text)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * LINES + SPACE.wide)
        self.body.addWidget(self.labelled("text", around.language.text("Text"), self._text))

    def keep(self) -> None:
        changed = replace(self._outcome, text=checked_text(self._text.toPlainText()))
        words = self.language.text("The text is saved.")
        self.workspace.save_outcome(changed, done=lambda _: self.finish(words))


class FactsDialog(Form):
    """Who led, who wrote, and who was there."""

    def __init__(
        self,
        around: Surroundings,
        session: Session,
        attendance: Sequence[Attendance],
        people: Mapping[str, str],
        *,
        consultant: str,
        parent: QWidget,
    ) -> None:
        text = around.language.text
        super().__init__(around, "facts_dialog", text("Who was there"), save=text("Save"), parent=parent)
        self._session = session
        self._leader = QLineEdit(session.leader)
        self._writer = QLineEdit(session.minute_taker)
        for field in (self._leader, self._writer):
            field.setPlaceholderText(consultant)
            field.setMaxLength(200)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.even)
        grid.addWidget(self.labelled("leader", text("Led by"), self._leader), 0, 0)
        grid.addWidget(self.labelled("minute_taker", text("Minutes by"), self._writer), 0, 1)
        self.body.addLayout(grid)
        self._marks: dict[str, ChoiceField] = {}
        self._before = {each.member: each.status for each in attendance}
        self.body.addWidget(self._people(attendance, people))
        self._guest = QLineEdit()
        self._guest.setMaxLength(200)
        self.body.addWidget(self.labelled("guest", text("A guest, who was there this time only"), self._guest))

    def keep(self) -> None:
        session = replace(
            self._session,
            leader=" ".join(self._leader.text().split()),
            minute_taker=" ".join(self._writer.text().split()),
        )
        marks = {member: Status(field.chosen_id()) for member, field in self._marks.items()}
        changed = {member: status for member, status in marks.items() if status is not self._before[member]}
        guest = " ".join(self._guest.text().split())
        words = self.language.text("Who was there is saved.")
        self.workspace.save_who_was_there(session, changed, guest, done=lambda _: self.finish(words))

    def _people(self, attendance: Sequence[Attendance], people: Mapping[str, str]) -> QWidget:
        text = self.language.text
        choices = tuple(Choice(status.value, text(ATTENDANCE[status])) for status in Status)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, SPACE.near, 0)
        grid.setVerticalSpacing(SPACE.hair)
        ordered = sorted(attendance, key=lambda each: self.language.sort_key(people.get(each.member, "")))
        for row, each in enumerate(ordered):
            name = people.get(each.member, "")
            field = ChoiceField(choices)
            field.setObjectName(f"status_{each.member}")
            field.setAccessibleName(name)
            field.choose(each.status.value)
            self._marks[each.member] = field
            label = Label(name.replace("&", "&&"), "body")  # for a buddy's label "&" marks a key
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(0, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedHeight(self.around.theme.px(min(PEOPLE_HEIGHT, 44 * max(1, len(ordered)))))
        scroll.setWidget(inside)
        return scroll


class ApproveDialog(Form):
    """What approving does, said before it is done."""

    def __init__(self, around: Surroundings, session: Session, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around, "approve_dialog", text("Approve the minutes"), save=text("Approve"), width=520, parent=parent
        )
        self._session = session
        column = QVBoxLayout()
        column.setSpacing(SPACE.tight)
        for words in (
            text("The minutes of decisions are kept as they are now, and can no longer be changed here."),
            text("How long each has spoken is deleted. Nothing is sent to anyone."),
        ):
            column.addWidget(Label(words, "body", wrap=True))
        self.body.addLayout(column)

    def keep(self) -> None:
        self.save_button.setEnabled(False)
        words = self.language.text("The minutes are approved.")
        self.workspace.approve(self._session.id, done=lambda _: self.finish(words))
