"""What the four tabs of a network have in common."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.model.network import Network
from facilitator.model.outcome import Action
from ui.page import Surroundings


class TabView(QWidget):
    """A tab reads what it shows whenever it is told to; it keeps nothing that is not in the store."""

    go = Signal(object)
    """A Destination."""
    said = Signal(str)
    """One calm line."""
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
