"""A page of the window: what it is given, where it can send the user, and nothing about the other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.language import Language
from facilitator.model.trouble import Trouble
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.workspace import Workspace

WIDEST = 1760  # px of the design: a page of lists is no wider, so that the eye keeps to a row from end to end
NetworkTab = Literal["overview", "members", "meetings", "actions"]


class Surroundings(msgspec.Struct, frozen=True):
    """What every page is made with. Language and theme never change under a page: it is made anew."""

    workspace: Workspace
    language: Language
    theme: Theme


class ToHome(msgspec.Struct, frozen=True):
    """What asks for the facilitator, and the networks."""


class ToNetwork(msgspec.Struct, frozen=True):
    """One network, on one of its tabs."""

    network: str
    tab: NetworkTab = "overview"


class ToPlanner(msgspec.Struct, frozen=True):
    """The agenda of a meeting."""

    session: str


class ToLive(msgspec.Struct, frozen=True):
    """A meeting led, gone on with, or rehearsed. `start` presses the start key at once."""

    session: str
    rehearsal: bool = False
    start: bool = False


class ToMinutes(msgspec.Struct, frozen=True):
    """The minutes of a meeting, read through before they are sent."""

    session: str


class ToSettings(msgspec.Struct, frozen=True):
    """What can be chosen."""


class ToDeleted(msgspec.Struct, frozen=True):
    """What was deleted, to be had back."""


Destination = ToHome | ToNetwork | ToPlanner | ToLive | ToMinutes | ToSettings | ToDeleted


class Page(QWidget):
    """The base of all pages. Emit `go` to leave; `said` for one calm line at the foot of the window."""

    go = Signal(object)
    """A Destination."""
    said = Signal(str)
    """A sentence in the user's language: something was done, or a Trouble already worded."""

    hushed = Signal(bool)
    """Whether nothing is to be said at the foot of the window until it is told otherwise."""

    retitled = Signal()
    """`title` says something else now."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = around.workspace
        self.language = around.language
        self.theme = around.theme

    def title(self) -> str:
        """What the window's title bar adds to the app's name; "" adds nothing. Never a confidential word."""
        return ""

    @property
    def navigable(self) -> bool:
        """Whether the navigation stands beside the page."""
        return True

    def leaving(self, *, remade: bool) -> None:
        """The page is about to go: what it holds beyond itself (a window, a run) is let go here.

        `remade` says that the same page comes again at once, in another language or theme.
        """

    def painted_names(self) -> tuple[str, ...]:
        """What a measure of the start wants to know: the networks whose names stand on the page."""
        return ()

    def refuse(self, trouble: Trouble) -> None:
        """Says why something could not be done."""
        self.said.emit(self.language.say(trouble))

    def failed(self, error: object) -> None:
        """What was asked for came to nothing: the user's trouble is said here, a bug of ours by the window."""
        if not isinstance(error, Trouble):
            self.workspace.went_wrong.emit(error)
        elif isValid(self):  # the page may have been left while it was on its way
            self.refuse(error)

    def can_leave(self) -> bool:
        """Whether the user may go elsewhere now; a page that says no says why itself."""
        return True
