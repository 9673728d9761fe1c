"""The drawer of methods: found as one types, narrowed by phase and minutes, added by Enter, a click or a drag."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.library import found, words_in
from facilitator.model.agenda import Kind
from facilitator.model.method import Method, method_minutes
from facilitator.model.network import Phase
from ui.page import Surroundings
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, SPACE, TYPE
from ui.widgets.agenda_timeline import METHOD
from ui.widgets.buttons import Button
from ui.widgets.drawing import Drawing
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import Label
from ui.widgets.rows import RowDelegate, RowView
from ui.widgets.segments import Choice
from ui.words import PHASES

WIDTH = 292
GAP = 8
GRIP = 34
LENGTHS = (15, 30, 45, 60)


class MethodRow(msgspec.Struct, frozen=True, kw_only=True):
    """A method's card in words."""

    id: str
    title: str
    summary: str
    minutes: str

    def words(self) -> str:
        return f"{self.title}, {self.minutes}. {self.summary}"


class MethodList(RowView):
    """`chosen` by Enter or a double click; a row can be dragged into the timeline."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_MethodDelegate(theme), "methods", parent)
        self.clicked.disconnect(self._choose)  # one click only looks; two bring it in
        self._from = QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        far = (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and far and self.current_id():
            self._carry(self.current_id())
            return
        super().mouseMoveEvent(event)

    def _carry(self, method: str) -> None:
        data = QMimeData()
        data.setData(METHOD, method.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


class _MethodDelegate(RowDelegate):
    def height(self, row: MethodRow) -> int:
        return SIZE.method_row + GAP

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: MethodRow) -> None:
        box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -GAP - 0.5)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = "accent" if chosen else "line"
        draw.shape(box, RADIUS.control, "hover" if over else "surface", edge, SIZE.focus_line if chosen else 1)
        draw.icon(QRectF(box.left() + 12, box.top() + 9, SIZE.icon, SIZE.icon), "drag-vertical", "text3", 18)
        line = box.adjusted(GRIP + 2, 9, -12, 0)
        line.setHeight(TYPE.body.line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        used = draw.words(line, row.minutes, TYPE.small, "text2", right)
        draw.words(line.adjusted(0, 0, -used - SPACE.hair, 0), row.title, TYPE.body_strong)
        line.translate(0, TYPE.body.line)
        draw.words(line, row.summary, TYPE.small, "text2")


class MethodDrawer(QFrame):
    """`method_chosen` for one to add; `free_asked` and `break_asked` for what needs no method."""

    method_chosen = Signal(str)
    free_asked = Signal()
    break_asked = Signal()

    def __init__(self, around: Surroundings, phase: Phase, people: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("method_drawer")
        self.setProperty("ground", "window")
        self.setProperty("rule", "right")
        self.setFixedWidth(around.theme.px(WIDTH))
        self._language = around.language
        self._theme = around.theme
        self._phase = phase
        self._people = people
        self._methods = tuple(method for method in around.workspace.library.methods() if method.kind is not Kind.break_)
        self._lay_out()
        self.show_found()

    def begin(self) -> None:
        """Puts the keyboard in the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def show_found(self) -> None:
        """The methods that fit what is written and chosen."""
        language = self._language
        fitting = [method for method in found(self._methods, self.search.text(), language) if self._fits(method)]
        self.methods.show_rows([self._row(method) for method in fitting])
        told = language.count("{n} method fits", "{n} methods fit", len(fitting))
        self._count.say(
            told if fitting else language.text("No methods match. Remove a filter, or search for something else.")
        )

    def rows(self) -> Sequence[str]:
        """The ids of the methods that are shown."""
        return [self.methods.rows.row(place).id for place in range(self.methods.rows.rowCount())]

    def _fits(self, method: Method) -> bool:
        most = int(self._length.chosen_id() or 0)
        in_phase = not self._in_phase.isChecked() or self._phase in method.phases
        return in_phase and (not most or method_minutes(method, self._people) <= most)

    def _row(self, method: Method) -> MethodRow:
        words = words_in(method, self._language.code)
        minutes = self._language.minutes(method_minutes(method, self._people))
        return MethodRow(id=method.id, title=words.title, summary=words.summary, minutes=minutes)

    def _lay_out(self) -> None:
        text = self._language.text
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.roomy, SPACE.even, SPACE.roomy, SPACE.even)
        column.setSpacing(SPACE.near)
        column.addWidget(Label(text("Methods"), "section"))
        self.search = QLineEdit()
        self.search.setObjectName("search_methods")
        self.search.setAccessibleName(text("Search for a purpose or a name"))
        self.search.setPlaceholderText(text("Search for a purpose or a name"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.show_found)
        self.search.returnPressed.connect(self._into_list)
        column.addWidget(self.search)
        column.addLayout(self._filters())
        self._count = Label("", "heading", wrap=True)
        column.addWidget(self._count)
        self.methods = MethodList(self._theme)
        self.methods.setAccessibleName(text("Methods"))
        self.methods.chosen.connect(self.method_chosen)
        column.addWidget(self.methods, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        for name, words, icon, asked in (
            ("add_free", text("Free step"), "plus", self.free_asked),
            ("add_break", text("Break"), "coffee-outline", self.break_asked),
        ):
            button = Button(self._theme, words, size="compact", icon=icon)
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _filters(self) -> QHBoxLayout:
        language = self._language
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        self._in_phase = Button(self._theme, language.text(PHASES[self._phase]), size="compact")
        self._in_phase.setObjectName("in_phase")
        self._in_phase.setAccessibleName(language.text("Fits the phase"))
        self._in_phase.setToolTip(language.text("Fits the phase"))
        self._in_phase.setCheckable(True)
        self._in_phase.toggled.connect(self._phase_toggled)
        lengths = [Choice("", language.text("Any length"))]
        lengths += [Choice(str(most), language.text("At most {n} min.", n=most)) for most in LENGTHS]
        self._length = ChoiceField(tuple(lengths))
        self._length.setObjectName("length")
        self._length.setProperty("chip", "neutral")
        self._length.setAccessibleName(language.text("Length"))
        self._length.chosen.connect(lambda _: self.show_found())
        row.addWidget(self._in_phase)
        row.addWidget(self._length)
        row.addStretch(1)
        return row

    def _phase_toggled(self, on: bool) -> None:
        self._in_phase.set_kind("primary" if on else "secondary")
        self.show_found()

    def _into_list(self) -> None:
        """Enter in the search field goes to what was found."""
        if self.methods.rows.rowCount():
            self.methods.setFocus()
            self.methods.setCurrentIndex(self.methods.rows.index(0))
