"""From the front door to a window: fonts, theme and language, the store opened, and whatever goes wrong caught.

What is not needed for the first picture is imported after it: people see their networks at once.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from facilitator.language import Code, Language, chosen_language
from facilitator.model.trouble import Trouble
from facilitator.places import Places, find_places, resources_folder
from ui.errors import ErrorKeeper
from ui.main_window import MainWindow
from ui.page import Surroundings
from ui.theme import theme as themes
from ui.theme.text_size import text_scale
from ui.theme.theme import Theme
from ui.widgets.heard import listen
from ui.workspace import Database, Settings, SystemClock, Workspace, bring_back, open_database

PASSPHRASE = "FACILITATOR_PASSPHRASE"
QUIT_WHEN_PAINTED = "FACILITATOR_QUIT_WHEN_PAINTED"
"""Set for measuring: print what the first page shows, and leave as soon as it is painted."""


class Application:
    """The parts of a running app, brought together and let go in order."""

    def __init__(self, qt: QApplication, places: Places, language: str | None) -> None:
        self.qt = qt
        self.places = places
        self._asked_language = language
        self._chosen: str | None = None
        self._chosen_here = False
        self._translator = QTranslator()
        self.errors = ErrorKeeper(places.logs, qt)
        self.workspace: Workspace | None = None
        self.window: MainWindow | None = None

    def language(self, settings: Settings | None = None) -> Language:
        """The language to speak: what is chosen in the window while it is open wins over how it was started."""
        if self._chosen_here:
            code = chosen_language(settings.language if settings else None, {}, None)
        else:
            code = chosen_language(self._asked_language, os.environ, settings.language if settings else None)
        return Language.load(code, self.places.locale)

    def theme(self, settings: Settings | None = None) -> Theme:
        """The colours and size of text that were chosen, or the computer's."""
        wanted = settings.theme if settings else "system"
        if wanted == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            wanted = "dark" if dark else "light"
        chosen = settings.text_size if settings else "system"
        text = text_scale(chosen, QGuiApplication.primaryScreen().logicalDotsPerInch())
        return themes.dark(text) if wanted == "dark" else themes.light(text)

    def open(self) -> bool:
        """Open the store, asking for its passphrase where it has one; whether there is anything to show."""
        try:
            return self._work_with(open_database(self.places.store, os.environ.get(PASSPHRASE) or None))
        except Trouble as trouble:
            return self._work_with(self._opened_by_user(trouble))

    def start(self) -> bool:
        """Open the store and show what is in it; damage that is only met then is told as if it had not opened."""
        opened = self.open()
        while opened:
            try:
                self.show()
            except Trouble as trouble:
                self._let_go()
                opened = self._work_with(self._opened_by_user(trouble))
            else:
                return True
        return False

    def _work_with(self, database: Database | None) -> bool:
        if database is None:
            return False
        self.places = replace(self.places, store=database.path)  # where the user may have chosen another file
        workspace = Workspace(database, None, self.places, SystemClock())
        workspace.went_wrong.connect(self.errors.keep)
        self.workspace = workspace
        return True

    def _opened_by_user(self, trouble: Trouble) -> Database | None:
        """The store after all, by its passphrase or at another place; None where the user would rather leave."""
        from ui.opening import opened_store

        theme = self.theme()
        themes.apply(self.qt, theme)
        return opened_store(self.places, trouble, self.language(), theme)

    def show(self, then: Callable[[MainWindow], None] | None = None) -> None:
        """Make the window, or what is in it, in the language and theme that hold now; `then` gets the window."""
        workspace = self.workspace
        if workspace is None:
            return
        settings = workspace.settings()
        self._chosen_here = self._chosen_here or (self.window is not None and settings.language != self._chosen)
        self._chosen = settings.language
        around = Surroundings(workspace, self.language(settings), self.theme(settings))
        themes.apply(self.qt, around.theme)
        if self.window is None:
            self.window = MainWindow(around)
            self.window.restore_asked.connect(self.restore)
            self.errors.said.connect(self.window.complain)
            workspace.settings_changed.connect(self.show)
            QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self.show())
            if not os.environ.get(QUIT_WHEN_PAINTED):
                self.window.painted.connect(self._begin)
            self.window.show()
        else:
            self._speak(around.language.code)
            self.window.surround(around)
        if then is not None:
            then(self.window)

    def restore(self, file: Path, passphrase: str | None) -> None:
        """Make a backup the store, and open it; where that can't be, the store that was there stays and is opened."""
        window, self.window = self.window, None
        if window is not None:
            self.errors.said.disconnect(window.complain)
            window.shut()
            window.deleteLater()
        self._let_go()
        trouble: Trouble | None = None
        kept: Path | None = None
        try:
            kept = bring_back(self.places.store, file, passphrase, SystemClock())
        except Trouble as error:
            trouble = error
        if not self.open():
            self.qt.quit()
            return
        self.show(lambda window: window.tell_restored(kept, trouble))

    def close(self) -> None:
        """Finish what was asked for and let the store go."""
        if self.window is not None:
            self.window.shut()
        self._let_go()

    def _let_go(self) -> None:
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            workspace.close()

    def _begin(self) -> None:
        """What can wait until the window is painted."""
        if self.window is not None:
            self._speak(self.window.language.code)
            self.qt.setWindowIcon(QIcon(str(self.places.resources / "icons" / "app" / "facilitator.svg")))
            listen()
            self.window.begin()

    def _speak(self, code: Code) -> None:
        """Have Qt's own words, as those of its dialogs for files, in the language too."""
        self.qt.removeTranslator(self._translator)
        self._translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if code != "en" and self._translator.load(f"qtbase_{code}", folder):
            self.qt.installTranslator(self._translator)


def run_window(store: Path | None, language: str | None, pack: Path | None = None) -> int:
    """Open the app, with the pack that was double-clicked, and stay until it is closed; the process's exit code."""
    try:
        if no_display():
            raise Trouble("no_display")
        places = find_places(store)
    except Trouble as trouble:
        spoken = Language.load(chosen_language(language, os.environ, None), resources_folder() / "locale")
        sys.stderr.write(spoken.say(trouble) + "\n")
        return 1
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Facilitator")
    qt.setDesktopFileName("facilitator")
    app = Application(qt, places, language)
    app.errors.take_over()
    if not app.start():
        return 1
    if app.window is not None:
        measured = bool(os.environ.get(QUIT_WHEN_PAINTED))
        app.window.painted.connect((lambda: _tell_and_quit(app)) if measured else app.errors.watch_for_crash)
        if pack is not None:
            app.window.painted.connect(partial(app.window.open_pack, pack))
    code = qt.exec()
    app.close()
    app.errors.leave()
    return code


def no_display() -> bool:
    """Whether a window could not be shown: on Linux, without a display and no other platform asked for."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tell_and_quit(app: Application) -> None:
    if app.window is not None and app.window.page is not None:
        sys.stdout.writelines(f"{name}\n" for name in app.window.page.painted_names())
        sys.stdout.flush()
    app.qt.exit(0)  # leaving, not closing: what a window keeps on closing is not part of the measure
