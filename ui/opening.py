"""Opening the store at start: its passphrase asked for, and what keeps it closed said in words with a way out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.trouble import Trouble
from facilitator.places import Places
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.badge import BrandMark
from ui.widgets.buttons import Button
from ui.widgets.heard import announce
from ui.widgets.labels import Label
from ui.widgets.reading_order import go_on
from ui.workspace import Database, SystemClock, bring_back, open_database

WIDTH = 480
WIDTH_CLOSED = 640
MENDED_BY_BACKUP = frozenset({"store_damaged", "store_key_missing", "store_key_damaged", "store_key_other"})


def opened_store(places: Places, trouble: Trouble, language: Language, theme: Theme) -> Database | None:
    """The store that `trouble` kept closed, or None where the user would rather leave."""
    if trouble.name in {"passphrase_needed", "passphrase_wrong"}:
        unlock = UnlockDialog(places.store, language, theme)
        return unlock.database if unlock.exec() else None
    closed = ClosedDialog(places.store, trouble, language, theme)
    return closed.database if closed.exec() else None


class _Box(QDialog):
    """A small window with the mark, a sentence, and buttons."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Facilitator")
        self.setFixedWidth(theme.px(WIDTH))
        self.theme = theme
        self.database: Database | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE.page, SPACE.wide, SPACE.page, SPACE.wide)
        whole.setSpacing(SPACE.even)
        head = QHBoxLayout()
        head.setSpacing(SPACE.near)
        head.addWidget(BrandMark(theme, 28))
        head.addWidget(Label(title, "section"), 1)
        whole.addLayout(head)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE.tight)
        whole.addLayout(self.column)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SPACE.near)
        self.buttons.addStretch(1)
        whole.addLayout(self.buttons)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        return go_on(self, forward=forward)

    def button(self, name: str, text: str, kind: str = "secondary") -> Button:
        made = Button(self.theme, text, kind=kind)
        made.setObjectName(name)
        self.buttons.addWidget(made)
        return made


class UnlockDialog(_Box):
    """Asks for the passphrase until it fits; `opened` makes the store of it, where that is more than opening a file."""

    def __init__(
        self,
        path: Path,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        opened: Callable[[str], Database] | None = None,
    ) -> None:
        super().__init__(language.text("Your networks are locked"), theme, parent)
        self.setObjectName("unlock_dialog")
        self._opened = opened or (lambda passphrase: open_database(path, passphrase))
        self._language = language
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.setObjectName("passphrase")
        self._passphrase.setAccessibleName(language.text("Passphrase"))
        self._trouble = Label("", "late", wrap=True)
        self._trouble.setObjectName("trouble")
        label = Label(language.text("Passphrase"), "small")
        label.setBuddy(self._passphrase)
        for widget in (label, self._passphrase, self._trouble):
            self.column.addWidget(widget)
        self._trouble.hide()
        self.button("leave", language.text("Close")).clicked.connect(self.reject)
        unlock = self.button("unlock", language.text("Open"), "primary")
        unlock.setDefault(True)
        unlock.clicked.connect(self._try)

    def _try(self) -> None:
        try:
            self.database = self._opened(self._passphrase.text())
        except Trouble as trouble:
            self._trouble.say(self._language.say(trouble))
            self._trouble.show()
            announce(self._trouble, self._trouble.text())
            self._passphrase.selectAll()
            self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()


class ClosedDialog(_Box):
    """Why the store can't be opened, and what can be done: try again, take another file, or leave."""

    def __init__(
        self, path: Path, trouble: Trouble, language: Language, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(language.text("Your networks can't be opened"), theme, parent)
        self.setObjectName("closed_dialog")
        self.setFixedWidth(theme.px(WIDTH_CLOSED))
        self._path = path
        self._language = language
        self._words = Label(language.say(trouble), "reading", wrap=True)
        self._words.setObjectName("trouble")
        where = Label(str(path), "faint", wrap=True)
        line = QFrame()
        self.column.addWidget(self._words)
        self.column.addWidget(where)
        self.column.addWidget(line)
        self.button("leave", language.text("Close")).clicked.connect(self.reject)
        if trouble.name in MENDED_BY_BACKUP:
            self.button("restore", language.text("Restore from a backup")).clicked.connect(self._restore)
        if path.exists():
            self.button("other_file", language.text("Choose another file")).clicked.connect(self._choose)
        else:
            self.button("other_place", language.text("Choose another place")).clicked.connect(self._choose_place)
        again = self.button("try_again", language.text("Try again"), "primary")
        again.setDefault(True)
        again.clicked.connect(lambda: self._try(self._path))

    def _restore(self) -> None:
        kinds = self._language.text("Networks (*.facilitator)")
        folder = self._path.with_name("backups")
        start = folder if folder.is_dir() else self._path.parent
        chosen, _ = QFileDialog.getOpenFileName(self, "", str(start), kinds)
        if chosen:
            self.bring_back(Path(chosen))

    def bring_back(self, file: Path) -> None:
        """Make a backup the store, and open it; the store that could not be opened is kept beside it."""

        def opened(passphrase: str | None) -> Database:
            bring_back(self._path, file, passphrase, SystemClock())
            return open_database(self._path, passphrase)

        try:
            self.database = opened(None)
        except Trouble as trouble:
            if trouble.name != "passphrase_needed":
                self._words.say(self._language.say(trouble))
                return
            unlock = UnlockDialog(self._path, self._language, self.theme, self, opened=opened)
            if not unlock.exec():
                return
            self.database = unlock.database
        self.accept()

    def _choose(self) -> None:
        kinds = self._language.text("Networks (*.facilitator)")
        chosen, _ = QFileDialog.getOpenFileName(self, "", str(self._path.parent), kinds)
        if chosen:
            self._try(Path(chosen))

    def _choose_place(self) -> None:
        """Where a store can be made; one that lies there already is opened."""
        kinds = self._language.text("Networks (*.facilitator)")
        chosen, _ = QFileDialog.getSaveFileName(
            self, "", self._path.name, kinds, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self._try(Path(chosen) if Path(chosen).suffix else Path(chosen + self._path.suffix))

    def _try(self, path: Path) -> None:
        try:
            self.database = open_database(path)
        except Trouble as trouble:
            if trouble.name == "passphrase_needed":
                unlock = UnlockDialog(path, self._language, self.theme, self)
                if unlock.exec():
                    self.database = unlock.database
                    self.accept()
                return
            self._words.say(self._language.say(trouble))
            return
        self.accept()
