"""The shell: the navigation, one page at a time, and one calm line at the foot. It knows pages only by their place."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.trouble import Trouble
from ui.foot import FootLine
from ui.page import (
    Destination,
    Page,
    Surroundings,
    ToDeleted,
    ToHome,
    ToLive,
    ToMinutes,
    ToNetwork,
    ToPlanner,
    ToSettings,
)
from ui.widgets.nav_bar import NavBar, NavItem
from ui.widgets.reading_order import go_on

APP = "Facilitator"
SMALLEST, USUAL = (800, 500), (1280, 800)  # half a screen, or a small one at 200 %
SMALLEST_LARGE = QSize(1024, 700)  # no size of text asks for more
ROOM_FOR_NAVIGATION = 1000  # px of the design: under that its words give way to the page


class MainWindow(QWidget):
    """Shows the page of a destination, and goes where a page asks to go."""

    painted = Signal()
    """The window was painted for the first time."""
    restore_asked = Signal(object, object)
    """A backup (its path) is to become the store; its passphrase, or None."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "window")
        self.setMinimumSize(around.theme.size(*SMALLEST).boundedTo(SMALLEST_LARGE))
        self.resize(*USUAL)
        self._around = around
        self._here: Destination = ToHome()
        self._before: list[Destination] = []
        self._page: Page | None = None
        self._network = ""
        self._painted = False
        self._saving = False
        self._closing = False
        self._backed_up_at: datetime | None = None
        self._backed_up_before = False
        self._saved_at = around.workspace.now()
        self.nav = NavBar(around.theme, APP)
        self.nav.chosen.connect(self._navigate)
        self.foot = FootLine(around)
        self._lay_out()
        self._make_keys()
        workspace = around.workspace
        workspace.saving_slow.connect(self._show_saving)
        workspace.saved.connect(self._keep_saved_at)
        workspace.networks_changed.connect(self._networks_changed)
        self._restore_geometry()
        self.go(ToHome())

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def language(self) -> Language:
        """The language that is spoken."""
        return self._around.language

    @property
    def here(self) -> Destination:
        """Where the user is."""
        return self._here

    def surround(self, around: Surroundings) -> None:
        """Another language or theme: everything is made anew, and the user stays where they are."""
        self._around = around
        self.setMinimumSize(around.theme.size(*SMALLEST).boundedTo(SMALLEST_LARGE))
        self.nav.set_theme(around.theme)
        self.foot.surround(around)
        self._show_status()
        self._show(self._here, remade=True)

    def begin(self) -> None:
        """After the first picture: offer an interrupted meeting, and make the day's backup in the background."""
        interrupted = self._around.workspace.interrupted()
        if interrupted is not None:
            self.go(ToLive(interrupted.session))
        elif (warning := self._around.workspace.place_warning()) is not None:
            self.foot.say(self._around.language.say(warning))
        self._around.workspace.clear_outbox().start()
        job = self._around.workspace.daily_backup()
        job.finished.connect(self._backed_up)
        job.failed.connect(self._backup_failed)
        job.start()

    def go(self, destination: Destination) -> None:
        """Show that page, unless the one that is shown says no."""
        if self._page is not None and not self._page.can_leave():
            return
        if destination != self._here and self._page is not None:
            self._before.append(self._here)
        self._show(destination)

    def go_back(self) -> None:
        """Where the user was before."""
        if self._before and (self._page is None or self._page.can_leave()):
            self._show(self._before.pop())

    def open_pack(self, file: Path) -> None:
        """A handover pack was double-clicked. Packs are of newer versions than this one, and that is said."""
        self.complain(Trouble("pack_newer") if file.exists() else Trouble("file_unreadable", name=file.name))

    def show_help(self) -> None:
        """The keys that work everywhere."""
        from ui.help import HelpSheet

        HelpSheet(self._around, parent=self).open()

    def complain(self, trouble: Trouble) -> None:
        """Say what went wrong in one calm line; of a bug of ours also until when everything is saved."""
        if trouble.name == "our_bug":
            trouble = Trouble(trouble.name, saved_at=self._around.language.clock(self._saved_at))
        self.foot.say(self._around.language.say(trouble), late=True)

    def tell_restored(self, kept: Path | None, trouble: Trouble | None) -> None:
        """What came of bringing a backup back."""
        text = self._around.language.text
        if trouble is not None:
            self.complain(trouble)
        elif kept is not None:
            self.foot.say(text("The backup is brought back. What it replaces is kept as {file}.", file=kept.name))
        else:
            self.foot.say(text("The backup is brought back."))

    def shut(self) -> None:
        """Let the page go, and remember where the window stood."""
        self._drop_page()
        self.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        return go_on(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        if self._page is not None and not self._page.can_leave():
            event.ignore()
            return
        if self._around.workspace.leading and not self._closing:
            event.ignore()
            self._ask_before_closing()
            return
        self._around.workspace.keep_geometry(base64.b64encode(bytes(self.saveGeometry().data())).decode())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fold_navigation()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _ask_before_closing(self) -> None:
        """Once: a second wish to close finds the question already there."""
        if self.findChild(QWidget, "closing_sheet") is not None:
            return
        from ui.closing import ClosingSheet

        sheet = ClosingSheet(self._around, parent=self)
        sheet.accepted.connect(self._close_after_all)
        sheet.open()

    def _close_after_all(self) -> None:
        self._closing = True
        self.close()

    def _show(self, destination: Destination, *, remade: bool = False) -> None:
        self._drop_page(remade=remade)
        self._here = destination
        if isinstance(destination, ToNetwork):
            self._network = destination.network
        try:
            page = self._made(destination)
        except Exception as error:
            if destination == ToHome():
                raise
            self._show(ToHome())  # nobody is left before an empty window, whatever it was
            if not isinstance(error, Trouble):
                raise
            self.complain(error)
            return
        page.go.connect(self.go)
        page.said.connect(self.foot.say)
        page.hushed.connect(self.foot.hush)
        page.retitled.connect(self._show_title)
        self._page = page
        self._column.insertWidget(0, page, 1)
        page.show()
        self._show_navigation()
        self._show_title()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_page(self, *, remade: bool = False) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.leaving(remade=remade)
            self.foot.hush(False)
            page.hide()
            self._column.removeWidget(page)
            page.setParent(None)
            page.deleteLater()

    def _made(self, destination: Destination) -> Page:
        """The page of a destination; each is imported when somebody first goes there."""
        around = self._around
        match destination:
            case ToHome():
                if not around.workspace.has_networks():
                    from ui.home.welcome import WelcomePage

                    return WelcomePage(around)
                from ui.home.page import HomePage

                return HomePage(around)
            case ToNetwork(network, tab):
                from ui.network.page import NetworkPage

                return NetworkPage(around, network, tab)
            case ToPlanner(session):
                from ui.planner.page import PlannerPage

                return PlannerPage(around, session)
            case ToLive():
                from ui.live.page import LivePage

                return LivePage(around, destination)
            case ToMinutes(session):
                from ui.minutes.page import MinutesPage

                return MinutesPage(around, session)
            case ToSettings():
                from ui.settings.page import SettingsPage

                page = SettingsPage(around)
                page.restore_asked.connect(self.restore_asked)
                return page
            case ToDeleted():
                from ui.deleted.page import DeletedPage

                return DeletedPage(around)

    def _navigate(self, item: str) -> None:
        match item:
            case "home":
                self.go(ToHome())
            case "network":
                self.go(ToNetwork(self._known_network()) if self._known_network() else ToHome())
            case "settings":
                self.go(ToSettings())
            case "deleted":
                self.go(ToDeleted())
            case "help":
                self.show_help()
                self._choose_navigation()  # help is no page: the user is still where they were

    def _known_network(self) -> str:
        networks = [overview.network.id for overview in self._around.workspace.overviews()]
        return self._network if self._network in networks else next(iter(networks), "")

    def _show_navigation(self) -> None:
        language, here = self._around.language, self._here
        self.nav.show_items(
            (
                NavItem("home", "home-outline", language.text("Home")),
                NavItem("network", "account-group-outline", language.text("Network")),
                NavItem("settings", "cog-outline", language.text("Settings")),
                NavItem("deleted", "trash-can-outline", language.text("Deleted")),
                NavItem("help", "information-outline", language.text("Help")),
            )
        )
        self._choose_navigation()
        self._fold_navigation()
        self.nav.setVisible(not isinstance(here, ToLive) and self._page is not None and self._page.navigable)
        self._help_key.setEnabled(not isinstance(here, ToLive))  # a meeting has keys of its own, and tells them
        self._show_status()

    def _fold_navigation(self) -> None:
        narrow = self._around.theme.room(self.width()) < ROOM_FOR_NAVIGATION
        self.nav.fold(narrow or isinstance(self._here, ToPlanner | ToMinutes))

    def _choose_navigation(self) -> None:
        places = {ToHome: "home", ToSettings: "settings", ToDeleted: "deleted"}
        self.nav.choose(places.get(type(self._here), "network"))

    def _show_title(self) -> None:
        said = self._page.title() if self._page is not None else ""
        if self._page is not None:
            self._page.setAccessibleName(said or APP)
        self.setWindowTitle(f"{said} – {APP}" if said else APP)

    def _show_status(self) -> None:
        text = self._around.language.text
        words = text("Saving …") if self._saving else text("Everything is saved.")
        if self._backed_up_at is not None:
            words += " " + text("Backup today at {time}", time=self._around.language.clock(self._backed_up_at))
        elif self._backed_up_before:
            words += " " + text("Backup made today")
        self.nav.show_status(words)

    def _show_saving(self, slow: bool) -> None:
        self._saving = slow
        self._show_status()

    def _keep_saved_at(self) -> None:
        self._saved_at = self._around.workspace.now()

    def _backed_up(self, path: object) -> None:
        self._backed_up_at = self._around.workspace.now() if path is not None else None
        self._backed_up_before = path is None
        self._show_status()
        self._around.workspace.empty_bin()  # what goes for good is in a copy first

    def _backup_failed(self, error: object) -> None:
        if isinstance(error, Trouble):
            self.complain(error)
        else:
            self._around.workspace.went_wrong.emit(error)

    def _networks_changed(self) -> None:
        """The first network ends the welcome."""
        if self._here == ToHome() and self._page is not None and not self._page.navigable:
            self._show(ToHome())

    def _restore_geometry(self) -> None:
        try:
            kept = base64.b64decode(self._around.workspace.settings().window, validate=True)
        except (ValueError, binascii.Error):
            return
        if kept:
            self.restoreGeometry(QByteArray(kept))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addLayout(self._column, 1)

    def _make_keys(self) -> None:
        for key, item in (("Alt+1", "home"), ("Alt+2", "network"), ("Alt+3", "settings"), ("Alt+4", "deleted")):
            QShortcut(QKeySequence(key), self, lambda item=item: self._by_key(item))
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        self._help_key = QShortcut(QKeySequence("F1"), self, self.show_help)

    def _by_key(self, item: str) -> None:
        if self.nav.isVisible():
            self._navigate(item)
