"""The actions of a network: the open ones with the late marked, and the others folded away."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.model.member import has_left
from facilitator.model.outcome import Action
from ui.network.action_dialog import ActionDialog
from ui.network.action_rows import ActionList, action_rows
from ui.network.members import in_alphabet
from ui.network.overview import tick
from ui.network.tab import TabView
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label
from ui.widgets.segments import Choice

EVERYBODY = ""


class Actions(TabView):
    """Space ticks one at once, Enter opens it."""

    def __init__(self, around: Surroundings, network_id: str, parent: QWidget | None = None) -> None:
        super().__init__(around, network_id, parent)
        self.dialog: ActionDialog | None = None
        self._actions: dict[str, Action] = {}
        self._unfolded = False
        text = self.language.text
        self.list = ActionList(self.theme, "actions")
        self.list.setAccessibleName(text("Actions"))
        self.list.ticked.connect(self._tick)
        self.list.chosen.connect(self._open)
        self.filter = ChoiceField()
        self.filter.setObjectName("action_filter")
        self.filter.setAccessibleName(text("Whose actions"))
        self.filter.setProperty("measure", "compact")
        self.filter.setMinimumContentsLength(16)
        self.filter.chosen.connect(self._filter)
        self._lay_out()

    def show_now(self) -> None:
        network = self.network()
        today = self.workspace.today(network)
        members = self.workspace.members(self.network_id)
        every = self.workspace.actions(self.network_id)
        owning = {owner for action in every for owner in action.owners}
        people = in_alphabet(
            (member for member in members if not has_left(member, today) or member.id in owning), self.language
        )
        everybody = Choice(EVERYBODY, self.language.text("Everybody"))
        self.filter.show_choices((everybody, *(Choice(member.id, member.name) for member in people)))
        whose = self.filter.chosen_id()
        opened = [each for each in self.workspace.open_actions(self.network_id) if whose in ("", *each.owners)]
        over = [each for each in reversed(every) if each.state.value != "open" and whose in ("", *each.owners)]
        shown = [*opened, *over] if self._unfolded else opened
        self._actions = {action.id: action for action in shown}
        rows = action_rows(shown, self.names(shown), today, self.language)
        self.list.show_rows(rows)
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._top.setVisible(bool(every))
        late = sum(row.late for row in rows)
        self._late.say(
            self.language.count("{n} should have been done", "{n} should have been done", late) if late else ""
        )
        self._fold.setVisible(bool(over))
        self._fold.set_icon("chevron-down" if self._unfolded else "chevron-right")
        self._fold.setText(self.language.count("{n} done or dropped", "{n} done or dropped", len(over)) if over else "")

    def beginning(self) -> QWidget | None:
        return self.list

    def begin(self) -> None:
        if not self.list.current_id() and self._actions:
            self.list.go_to(next(iter(self._actions)))
        super().begin()

    def _filter(self, _member: str) -> None:
        self.show_now()

    def _tick(self, action_id: str) -> None:
        tick(self, self._actions[action_id])

    def _open(self, action_id: str) -> None:
        members = self.workspace.members(self.network_id)
        self.dialog = ActionDialog(self.around, self.network(), members, self._actions[action_id], parent=self)
        self.dialog.open()

    def _fold_out(self) -> None:
        self._unfolded = not self._unfolded
        self.show_now()

    def _lay_out(self) -> None:
        text = self.language.text
        self._top = QWidget()
        top = Flow(self._top, gap=SPACE.even)
        top.addWidget(self.filter)
        self._late = Label("", "late_bold")
        top.addWidget(self._late)
        for key, words in ((text("Space"), text("done")), ("Enter", text("edit"))):
            hint = QHBoxLayout()
            hint.setSpacing(SPACE.tight)
            hint.addWidget(KeyHint(key))
            hint.addWidget(Label(words, "small"))
            top.addItem(hint)
        self._fold = Button(self.theme, "", kind="tertiary", size="compact", icon="chevron-right")
        self._fold.setObjectName("fold_over")
        self._fold.clicked.connect(self._fold_out)
        self._empty = EmptyState(self.theme, text("No open actions. Those you make at the next meeting appear here."))
        card = Card(bare=True)
        card.body.addWidget(self.list)
        card.body.addWidget(self._empty, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.tight, 0, SPACE.tight, SPACE.hair)
        foot.addWidget(self._fold)
        foot.addStretch(1)
        card.body.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SPACE.roomy)
        whole.setSpacing(SPACE.near)
        whole.addWidget(self._top)
        whole.addWidget(card, 1)
