"""A walk through what a screen reader is told of a window, and what is wrong with it there.

Everything heard goes by QAccessible, the way a reader goes: a widget that paints itself counts for no more than it
says. What was heard is kept as plain values, for Qt takes its own back as soon as the widget goes.
"""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

Role = QAccessible.Role
Text = QAccessible.Text
PRESSED = {
    Role.Button,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.CheckBox,
    Role.RadioButton,
    Role.Switch,
    Role.MenuItem,
    Role.PageTab,
    Role.ListItem,
}
FIELDS = {Role.EditableText, Role.ComboBox, Role.SpinBox, Role.Slider}
PASSIVE = {Role.NoRole, Role.Client, Role.Pane, Role.StaticText, Role.Graphic, Role.Grouping, Role.Border}
A_CODE_NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
ACTING = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QTabBar,
)
FIELD = (QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit, QPlainTextEdit)
PARTS = ("QHeaderView", "QTableCornerButton", "QScrollBar", "QLineEditIconButton")


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader is told of one thing. `owner` is the widget it is, or lies in."""

    role: QAccessible.Role
    name: str
    about: str = ""
    value: str = ""
    number: tuple[float, float, float] | None = None
    checkable: bool = False
    checked: bool = False
    selected: bool = False
    tab: bool = False
    part: bool = False
    empty: bool = False
    owner: QObject | None = None

    @property
    def place(self) -> str:
        """Where it is, for whoever has to mend it."""
        return f"{self.role.name} {self.name!r} in {path(self.owner)}"


def met(window: QWidget) -> Iterator[Heard]:
    """Everything shown in a window, in the order in which a reader meets it, the window first."""
    root = QAccessible.queryAccessibleInterface(window)
    waiting = [(root, window)] if root is not None else []
    while waiting:
        here, owner = waiting.pop()
        owner = here.object() or owner
        yield _heard(here, owner)
        inside = [here.child(place) for place in range(here.childCount())]
        waiting += [(each, owner) for each in reversed(inside) if each is not None and _is_shown(each)]


def faults(window: QWidget) -> list[str]:
    """What somebody who hears the window would miss or be misled by, each with the place where it is."""
    found = [f"{wrong}: {heard.place}" for heard in met(window) for wrong in _wrong_to_hear(heard)]
    for widget in (window, *(child for child in window.findChildren(QWidget) if child.isVisibleTo(window))):
        found += [f"{wrong}: {path(widget)}" for wrong in _wrong_to_find(widget)]
    return found


def path(widget: QObject | None) -> str:
    """The names of a widget and of what it lies in, from the outside in."""
    names: list[str] = []
    while widget is not None:
        kind, name = type(widget).__name__, widget.objectName()
        names.append(f"{kind}({name})" if name else kind)
        widget = widget.parent()
    return " > ".join(reversed(names[:4]))


def is_qts_own(widget: QWidget) -> bool:
    """Made by Qt inside another widget, which speaks for it: the line within a spin box, a bar that scrolls."""
    inside = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    return inside or widget.objectName().startswith("qt_") or any(map(widget.inherits, PARTS))


def _heard(here: QAccessibleInterface, owner: QWidget) -> Heard:
    state, value, shown = here.state(), here.valueInterface(), here.object()
    number = None if value is None else (value.currentValue(), value.minimumValue(), value.maximumValue())
    own = isinstance(shown, QWidget)
    return Heard(
        role=here.role(),
        name=here.text(Text.Name).strip(),
        about=here.text(Text.Description).strip(),
        value=here.text(Text.Value).strip(),
        number=number,
        checkable=bool(state.checkable),
        checked=bool(state.checked),
        selected=bool(state.selected),
        tab=own and bool(shown.focusPolicy() & Qt.FocusPolicy.TabFocus) and shown.isEnabled(),
        part=own and is_qts_own(shown),
        empty=not here.childCount(),
        owner=owner,
    )


def _is_shown(heard: QAccessibleInterface) -> bool:
    """Whether it can be met at all: the list of a closed combo box can't."""
    shown = heard.object()
    return shown.isVisible() if isinstance(shown, QWidget) else not heard.state().invisible


def _wrong_to_hear(heard: Heard) -> Iterator[str]:
    if heard.part:
        return
    if (heard.role in PRESSED | FIELDS or heard.tab) and not heard.name:
        yield "no name"
    if A_CODE_NAME.fullmatch(heard.name):
        yield "a name from the code"
    if heard.tab and heard.role in PASSIVE:
        yield "can be worked, and is not said to be"
    if heard.role is Role.Client and heard.name and heard.empty:
        yield "words that are said to be a pane"
    if heard.role is Role.SpinBox and heard.number is None:
        yield "a number without its value and range"
    if heard.role is Role.ComboBox and not heard.value:
        yield "a choice that does not say what is chosen"


def _wrong_to_find(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, ACTING) and not is_qts_own(widget) and not widget.objectName():
        yield "acts and has no objectName"
    shown = [child for child in widget.children() if isinstance(child, QWidget) and child.isVisibleTo(widget)]
    for name, times in Counter(child.objectName() for child in shown if child.objectName()).items():
        if times > 1:
            yield f"{times} siblings called {name!r}"
    labels = [child for child in shown if isinstance(child, QLabel) and child.text()]
    buddies = [label.buddy() for label in labels]
    for field in shown:
        if isinstance(field, FIELD) and field not in buddies:
            for label in labels:
                if label.text() == field.accessibleName():
                    yield f"the label {label.text()!r} is not the buddy of {field.objectName()!r}"
