"""A row of choices of which exactly one holds: an audience, or note, decision, agreement and parked item."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.widgets.heard import Role, hear_as
from ui.widgets.labels import dress

LATER = (Qt.Key.Key_Right, Qt.Key.Key_Down)
EARLIER = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Choice(msgspec.Struct, frozen=True):
    """One of the choices; `tip` says more where the word is short."""

    id: str
    text: str
    tip: str = ""


class Segments(QWidget):
    """One control to Tab to; the arrow keys move within it. `chosen` when the user has chosen another."""

    chosen = Signal(str)

    def __init__(self, choices: tuple[Choice, ...] = (), *, dense: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        hear_as(self, Role.GROUP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._dense = dense
        self._choices: tuple[Choice, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._told)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.show_choices(choices)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Other choices, or the same in another language; what was chosen stays chosen where it still is one."""
        kept = self.chosen_id()
        if [choice.id for choice in choices] != [choice.id for choice in self._choices]:
            self._build(len(choices))
        self._choices = choices
        for place, choice in enumerate(choices):
            button = self._group.button(place)
            button.setObjectName(f"segment_{choice.id}")
            button.setText(choice.text)
            button.setToolTip(choice.tip)
            button.setAccessibleName(choice.text)
            button.setAccessibleDescription(choice.tip)
        self.choose(kept or (choices[0].id if choices else ""))

    def set_dense(self, dense: bool) -> None:
        """Smaller letters with less room around them, or no longer."""
        self._dense = dense
        for button in self._group.buttons():
            dress(button, "dense", "true" if dense else "false")

    def choose(self, choice_id: str) -> None:
        """Chooses one without telling anyone."""
        for place, choice in enumerate(self._choices):
            if choice.id == choice_id:
                self._group.button(place).setChecked(True)
                self.setAccessibleDescription(choice.text)
        self._stop_tab_at_chosen()

    def chosen_id(self) -> str:
        """The choice that holds, or nothing where there are none."""
        place = self._group.checkedId()
        return self._choices[place].id if 0 <= place < len(self._choices) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (*LATER, *EARLIER) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            step = 1 if event.key() in LATER else -1
            place = (self._group.checkedId() + step) % max(1, len(self._choices))
            button = self._group.button(place)
            button.setFocus(Qt.FocusReason.TabFocusReason)
            button.click()
        else:
            super().keyPressEvent(event)

    def _build(self, count: int) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        for place in range(count):
            button = _Segment(self)
            button.setCheckable(True)
            button.setProperty("segment", _position(place, count))
            button.setProperty("dense", "true" if self._dense else "false")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, place)
            self._layout.addWidget(button)

    def _told(self, place: int) -> None:
        self._stop_tab_at_chosen()
        self.setAccessibleDescription(self._choices[place].text)
        self.chosen.emit(self._choices[place].id)

    def _stop_tab_at_chosen(self) -> None:
        for button in self._group.buttons():
            if button.isChecked():
                self.setFocusProxy(button)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)


class _Segment(QToolButton):
    """A button that leaves the arrow keys to the control it is part of."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (*LATER, *EARLIER):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _position(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(place, "middle")
