"""The members of a network in a table; those who have left are folded away under a line."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QStackedLayout, QTableView, QVBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.member import Member, Role, has_left
from ui.form import Form
from ui.network.import_dialog import ImportDialog
from ui.network.member_dialog import MemberDialog
from ui.network.seating_dialog import SeatingDialog
from ui.network.tab import TabView
from ui.page import Surroundings
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, SPACE, TYPE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.drawing import Drawing
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.tables import make_plain
from ui.words import ROLES

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("name", "workplace", "title", "email", "phone", "role", "joined", "left")
WEIGHTS = {"name": 18, "workplace": 14, "title": 12, "email": 22, "phone": 13, "role": 15, "joined": 12, "left": 11}
NARROW, VERY_NARROW = 860, 640  # px of the design
IN_DIALOG = ("title", "joined")  # columns that a narrow table leaves to the dialog
IN_DIALOG_TOO = ("phone", "workplace")  # and those that a very narrow one does


def in_alphabet(members: Iterable[Member], language: Language) -> list[Member]:
    """The members by name, as the reader's language sorts."""
    return sorted(members, key=lambda member: language.sort_key(member.name))


class MembersTable(QAbstractTableModel):
    """The members as rows of words; those who have left stand last, in a quieter colour."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._members: tuple[Member, ...] = ()
        text = language.text
        self._heads = {
            "name": text("Name"),
            "workplace": text("Workplace"),
            "title": text("Job title"),
            "email": text("E-mail"),
            "phone": text("Phone"),
            "role": text("Role"),
            "joined": text("Member since"),
            "left": text("Until"),
        }

    def show_members(self, members: Sequence[Member]) -> None:
        """Shows these, in this order."""
        if tuple(members) != self._members:
            self.beginResetModel()
            self._members = tuple(members)
            self.endResetModel()

    def member(self, place: int) -> Member | None:
        """The member of a row."""
        return self._members[place] if 0 <= place < len(self._members) else None

    def place(self, member_id: str) -> int:
        """The row of a member, or -1."""
        return next((place for place, member in enumerate(self._members) if member.id == member_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's name and default)
        return 0 if parent.isValid() else len(self._members)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's name and default)
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 (Qt's name)
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[COLUMNS[section]]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        member, column = self._members[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(member, column)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.widget_font(TYPE.body_strong if column == "name" else TYPE.body)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("text" if column in ("name", "email") and member.left is None else "text2")
        return None

    def _words(self, member: Member, column: str) -> str:
        if column == "role":
            return "" if member.role is Role.member else self._language.text(ROLES[member.role])
        if column in ("joined", "left"):
            day = member.joined if column == "joined" else member.left
            return self._language.date(day) if day else ""
        return str(getattr(member, column))


class _MembersView(QTableView):
    """The table: Enter or a click opens a member, Delete removes one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Shares the width among the columns; what matters least gives way where there is little."""
        width = self.viewport().width()
        for columns, needed in ((IN_DIALOG, NARROW), (IN_DIALOG_TOO, VERY_NARROW)):
            for column in columns:
                self.setColumnHidden(COLUMNS.index(column), self._theme.room(width) < needed)
        shown = [place for place in range(len(COLUMNS)) if not self.isColumnHidden(place)]
        total = sum(WEIGHTS[COLUMNS[place]] for place in shown)
        for place in shown:
            self.setColumnWidth(place, width * WEIGHTS[COLUMNS[place]] // total)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's name)
        super().currentChanged(current, previous)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows where the keyboard is around the whole row, as every other list does."""
        super().paintEvent(event)
        row = self.visualRect(self.currentIndex())
        if self.hasFocus() and row.isValid():
            box = QRectF(2, row.top() + 2, self.viewport().width() - 4, row.height() - 4)
            draw = Drawing(QPainter(self.viewport()), self._theme)
            draw.shape(box, RADIUS.control, edge="accent", line=SIZE.selected_border)


class Members(TabView):
    """The table of members, and the ways in: by hand and from a file."""

    def __init__(self, around: Surroundings, network_id: str, parent: QWidget | None = None) -> None:
        super().__init__(around, network_id, parent)
        self.dialog: Form | ImportDialog | None = None
        self._here: list[Member] = []
        self._unfolded = False
        self._model = MembersTable(self.theme, self.language, self)
        self.table = _MembersView(self.theme)
        self.table.setObjectName("members")
        self.table.setAccessibleName(self.language.text("Members"))
        self.table.setModel(self._model)
        make_plain(self.table, self.theme)
        head = self.table.horizontalHeader()
        for column in range(len(COLUMNS)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.clicked.connect(self._open)
        self._empty = EmptyState(
            self.theme,
            self.language.text("No members yet. Import a list, or type them in."),
            self.language.text("Import from a file"),
        )
        self._empty.pressed.connect(self.choose_file)
        self._lay_out()

    def show_now(self) -> None:
        members = self.workspace.members(self.network_id)
        today = self.workspace.today(self.network())
        here = self._here = in_alphabet((member for member in members if not has_left(member, today)), self.language)
        left = in_alphabet((member for member in members if has_left(member, today)), self.language)
        dated = any(member.left for member in (here if not self._unfolded else members))
        current = self._model.member(self.table.currentIndex().row())
        self.table.setColumnHidden(COLUMNS.index("left"), not dated)
        self._model.show_members([*here, *left] if self._unfolded else here)
        self.table.share_width()
        if current is not None and (place := self._model.place(current.id)) >= 0:
            self.table.setCurrentIndex(self._model.index(place, 0))
        self._count.say(self.language.count("{n} member", "{n} members", len(here)) if here else "")
        self._fold.setVisible(bool(left))
        self._fold.set_icon("chevron-down" if self._unfolded else "chevron-right")
        self._fold.setText(
            self.language.count("{n} has left the network", "{n} have left the network", len(left)) if left else ""
        )
        self._seating.setVisible(len(here) > 1)
        self._stack.setCurrentIndex(0 if members else 1)

    def beginning(self) -> QWidget | None:
        return self.table

    def begin(self) -> None:
        super().begin()
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(0, 0))

    def new_member(self) -> None:
        """Opens the dialog for somebody new."""
        self._show(MemberDialog(self.around, self.network(), self.workspace.members(self.network_id), parent=self))

    def choose_file(self) -> None:
        """Asks for the file with members."""
        text = self.language.text
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            text("Import members from a file"),
            "",
            f"{text('Lists of members')} (*.xlsx *.xlsm *.csv *.txt *.tsv *.vcf);;{text('All files')} (*)",
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> None:
        """Shows what a file of members would do; nothing changes before the user says so."""
        dialog = ImportDialog(self.around, self.network(), file, parent=self)
        dialog.brought_in.connect(self.said)
        self._show(dialog)

    def arrange(self) -> None:
        """Opens the seats round the table."""
        self._show(SeatingDialog(self.around, self.network(), self._here, parent=self))

    def remove_current(self) -> None:
        """Takes away the member that the keyboard is at."""
        member = self._model.member(self.table.currentIndex().row())
        if member is not None:
            self.remove(member)

    def remove(self, member: Member) -> None:
        """Takes away somebody who was entered by mistake; it can be undone."""
        self.workspace.remove_member(member)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.remove_current()
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        member = self._model.member(index.row())
        if member is None:
            return
        members = self.workspace.members(self.network_id)
        dialog = MemberDialog(self.around, self.network(), members, member=member, parent=self)
        dialog.remove_asked.connect(self.remove)
        self._show(dialog)

    def _show(self, dialog: MemberDialog | ImportDialog | SeatingDialog) -> None:
        self.dialog = dialog
        if isinstance(dialog, MemberDialog):
            dialog.kept.connect(self.said)
        dialog.open()

    def _fold_out(self) -> None:
        self._unfolded = not self._unfolded
        self.show_now()

    def _lay_out(self) -> None:
        text = self.language.text
        self._count = Label("", "muted")
        new = Button(self.theme, text("New member"), icon="plus", key="Ctrl+N")
        new.setShortcut("Ctrl+N")
        new.setObjectName("new_member")
        new.clicked.connect(self.new_member)
        bring = Button(self.theme, text("Import from a file"))
        bring.setObjectName("import_members")
        bring.clicked.connect(self.choose_file)
        top = QHBoxLayout()
        top.setSpacing(SPACE.near)
        self._seating = Button(self.theme, text("Seating"))
        self._seating.setObjectName("seating")
        self._seating.clicked.connect(self.arrange)
        top.addWidget(self._count, 1)
        top.addWidget(self._seating)
        top.addWidget(bring)
        top.addWidget(new)
        self._fold = Button(self.theme, "", kind="tertiary", size="compact", icon="chevron-right")
        self._fold.setObjectName("fold_left")
        self._fold.clicked.connect(self._fold_out)
        card = Card(bare=True)
        card.body.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.tight, 0, SPACE.tight, SPACE.hair)
        foot.addWidget(self._fold)
        foot.addStretch(1)
        card.body.addLayout(foot)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        lower = QWidget()
        self._stack = QStackedLayout(lower)
        self._stack.addWidget(upper)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SPACE.roomy)
        whole.setSpacing(SPACE.near)
        whole.addLayout(top)
        whole.addWidget(lower, 1)
