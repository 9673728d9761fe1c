"""What the four tabs of a network have in common."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator.model.network import Network
from facilitator.model.outcome import Action
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class TabView(QWidget):
    """A tab reads what it shows whenever it is told to; it keeps nothing that is not in the store."""

    go = Signal(object)
    """A Destination."""
    said = Signal(str)
    """One calm line."""
    undoable = Signal(str, object)
    """What was done, and the callable that takes it back."""
    tab_asked = Signal(str)
    """Another tab of this network is asked for, by its id."""

    def __init__(self, around: Surroundings, network_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.workspace = around.workspace
        self.language = around.language
        self.theme = around.theme
        self.network_id = network_id

    def network(self) -> Network:
        """The network as it is now."""
        return self.workspace.network(self.network_id)

    def names(self, actions: Iterable[Action]) -> dict[str, str]:
        """The names of members, past and present, and of guests who have promised one of these actions."""
        names = {member.id: member.name for member in self.workspace.members(self.network_id)}
        meetings = {each.session for each in actions if any(owner not in names for owner in each.owners)}
        guests = [guest for meeting in meetings for guest in self.workspace.guests(meeting)]
        return names | {guest.id: guest.name for guest in guests}

    def show_now(self) -> None:
        """Reads again and shows what has changed."""
        raise NotImplementedError

    def beginning(self) -> QWidget | None:
        """The widget at which work in this tab begins; None for a tab that is only read."""
        return None

    def begin(self) -> None:
        """Puts the keyboard where work in this tab begins."""
        widget = self.beginning()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)


class UndoLine(QFrame):
    """One calm line at the foot of the page: what was done, and the way back, which Ctrl+Z takes too."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo_line")
        self.setProperty("card", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.even, SPACE.hair, SPACE.tight, SPACE.hair)
        self._words = Label("", "body")
        self.button = Button(
            around.theme, around.language.text("Undo"), kind="tertiary", size="compact", icon="undo", key="Ctrl+Z"
        )
        self.button.setObjectName("undo")
        self.button.setAccessibleName(around.language.text("Undo"))
        self.button.clicked.connect(self.undo)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self._ways: list[tuple[str, object]] = []
        self.hide()

    def offer(self, text: str, way_back: object) -> None:
        """Says what was done and how it is taken back; what was offered before comes after it."""
        self._ways.append((text, way_back))
        self._show_latest()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def undo(self) -> None:
        """Takes the latest back, then the one before it."""
        if not self._ways:
            return
        _, way_back = self._ways.pop()
        self._show_latest()
        if callable(way_back):
            way_back()

    def forget(self) -> None:
        """Nothing can be taken back any more."""
        self._ways.clear()
        self._show_latest()

    def _show_latest(self) -> None:
        if self._ways:
            words, _ = self._ways[-1]
            self._words.say(words)
            self.setAccessibleName(words)
        self.setVisible(bool(self._ways))
