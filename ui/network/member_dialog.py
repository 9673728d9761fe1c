"""The dialog for one member: who they are, what they do in the network, and from when to when."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from facilitator.model.ids import new_id
from facilitator.model.member import SINGLE, Member, Role, checked, with_role
from facilitator.model.network import Network
from ui.form import DayField, Form
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.fields import ChoiceField
from ui.widgets.segments import Choice
from ui.words import ROLES

TEXTS = ("name", "workplace", "title", "email", "phone")


class MemberDialog(Form):
    """`remove_asked` for somebody who was entered by mistake."""

    remove_asked = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        network: Network,
        members: tuple[Member, ...],
        *,
        member: Member | None = None,
        parent: QWidget,
    ) -> None:
        text = around.language.text
        super().__init__(
            around,
            "member_dialog",
            text("Edit member") if member else text("New member"),
            save=text("Save"),
            parent=parent,
        )
        today = self._today = around.workspace.today(network)
        self._before = member or Member(id=new_id(), network=network.id, name="", joined=today)
        self._members = members
        self._texts = {name: QLineEdit(getattr(self._before, name)) for name in TEXTS}
        self._role = ChoiceField(tuple(Choice(role.value, text(ROLES[role])) for role in Role))
        self._role.choose(self._before.role.value)
        self._role.chosen.connect(self._tell_role)
        self._joined = DayField(around.language, today, self._before.joined)
        self._left = DayField(around.language, today, self._before.left)
        self._lay_out()
        if member is not None:
            remove = Button(around.theme, text("Remove from the list"), kind="destructive", icon="trash-can-outline")
            remove.setObjectName("remove_member")
            remove.setToolTip(text("For somebody who was entered by mistake. Who leaves gets a date instead."))
            remove.clicked.connect(self._remove)
            self.head.addWidget(remove)

    def keep(self) -> None:
        written = {name: field.text() for name, field in self._texts.items()}
        joined, left = self.day("joined", self._joined), self.day("left", self._left)
        member = checked(
            replace(
                self._before,
                role=Role(self._role.chosen_id()),
                joined=joined,
                left=left,
                **written,
            )
        )
        words = self._role_taken(member)
        changed = with_role(self._members, member, self._today)
        self.workspace.save_members(member.network, changed, done=lambda _: self.finish(words))

    def _tell_role(self) -> None:
        role = Role(self._role.chosen_id())
        self.reassure(self._role_taken(self._before_with(role)))

    def _before_with(self, role: Role) -> Member:
        return replace(self._before, name=self._texts["name"].text(), role=role)

    def _role_taken(self, holder: Member) -> str:
        """What happens to whoever had the role until now, in one line."""
        others = [other for other in with_role(self._members, holder, self._today) if other.id != holder.id]
        if not others or holder.role not in SINGLE:
            return ""
        names = self.language.join(other.name for other in others)
        if holder.role is Role.chair:
            return self.language.text(
                "{name} is the chair now; {other} is a member.", name=holder.name.strip() or "…", other=names
            )
        return self.language.text(
            "{name} is the deputy now; {other} is a member.", name=holder.name.strip() or "…", other=names
        )

    def _remove(self) -> None:
        self.remove_asked.emit(self._before)
        self.reject()

    def _lay_out(self) -> None:
        text = self.language.text
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.even)
        grid.setVerticalSpacing(SPACE.near)
        grid.addWidget(self.labelled("name", text("Name"), self._texts["name"]), 0, 0, 1, 2)
        grid.addWidget(self.labelled("workplace", text("Workplace"), self._texts["workplace"]), 1, 0)
        grid.addWidget(self.labelled("title", text("Job title"), self._texts["title"]), 1, 1)
        grid.addWidget(self.labelled("email", text("E-mail"), self._texts["email"]), 2, 0)
        grid.addWidget(self.labelled("phone", text("Phone"), self._texts["phone"]), 2, 1)
        grid.addWidget(self.labelled("role", text("Role"), self._role), 3, 0, 1, 2)
        grid.addWidget(self.labelled("joined", text("Member since"), self._joined), 4, 0)
        grid.addWidget(self.labelled("left", text("Left the network on"), self._left), 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
