"""The dialog for one action: what was promised, by whom, by when, and how it stands."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.model.member import Member, has_left
from facilitator.model.network import Network
from facilitator.model.outcome import Action, ActionState, checked_text
from ui.form import DayField, Form
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.labels import Label
from ui.widgets.segments import Choice, Segments
from ui.words import ACTION_STATES

WIDTH = 760
COLUMNS = 3
LINES = 3


class ActionDialog(Form):
    """What is kept is told by `kept`."""

    def __init__(
        self, around: Surroundings, network: Network, members: tuple[Member, ...], action: Action, *, parent: QWidget
    ) -> None:
        text = around.language.text
        super().__init__(around, "action_dialog", text("Edit action"), save=text("Save"), width=WIDTH, parent=parent)
        self._action = action
        self._text = QPlainTextEdit(action.text)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * LINES + SPACE.wide)
        self._owners = {
            member.id: QCheckBox(member.name) for member in _choosable(members, action, around.workspace.today(network))
        }
        for member_id, box in self._owners.items():
            box.setObjectName(f"owner_{member_id}")
            box.setChecked(member_id in action.owners)
        self._due = DayField(around.language, around.workspace.today(network), action.due)
        self._state = Segments(tuple(Choice(state.value, text(ACTION_STATES[state])) for state in ActionState))
        self._state.choose(action.state.value)
        self._lay_out(around)

    def keep(self) -> None:
        changed = replace(
            self._action,
            text=checked_text(self._text.toPlainText()),
            owners=self._chosen_owners(),
            due=self.day("due", self._due),
            state=ActionState(self._state.chosen_id()),
        )
        words = self.language.text("The action is saved.")
        self.workspace.save_outcome(changed, done=lambda _: self.finish(words))

    def _chosen_owners(self) -> tuple[str, ...]:
        """Who was named stays in that order, also somebody who has no box here (a guest); the others follow."""
        boxes = self._owners
        stay = [owner for owner in self._action.owners if owner not in boxes or boxes[owner].isChecked()]
        return (*stay, *(owner for owner, box in boxes.items() if box.isChecked() and owner not in stay))

    def _lay_out(self, around: Surroundings) -> None:
        text = self.language.text
        self.body.addWidget(self.labelled("text", text("What"), self._text))
        who = QWidget()
        column = QVBoxLayout(who)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(text("Who"), "small"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.even)
        grid.setVerticalSpacing(0)
        boxes = sorted(self._owners.values(), key=lambda box: around.language.sort_key(box.text()))
        widest = max((box.sizeHint().width() for box in boxes), default=0) + SPACE.even
        columns = max(1, min(COLUMNS, self.body_width() // max(1, widest)))
        rows = -(-len(boxes) // columns)
        for place, box in enumerate(boxes):
            box.setAccessibleName(box.text())
            grid.addWidget(box, place % max(1, rows), place // max(1, rows))
        column.addLayout(grid)
        self.body.addWidget(who)
        row = QGridLayout()
        row.setHorizontalSpacing(SPACE.even)
        row.addWidget(self.labelled("due", text("By"), self._due), 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.labelled("state", text("How it stands"), self._state), 0, 1, Qt.AlignmentFlag.AlignTop)
        row.setColumnStretch(0, 1)
        row.setColumnStretch(1, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)


def _choosable(members: tuple[Member, ...], action: Action, today: date) -> list[Member]:
    """Who can have promised it: members, and whoever has left but is named already."""
    return [member for member in members if not has_left(member, today) or member.id in action.owners]
