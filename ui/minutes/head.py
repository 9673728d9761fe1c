"""The head of the review: which meeting, how its minutes stand, approving and exporting."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from facilitator.model.network import Network
from facilitator.model.session import Session, SessionState
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.saved_mark import SavedMark
from ui.widgets.split_button import SplitButton
from ui.workspace import DocumentKind

HEIGHT = 80
NARROW = 760  # px of the design: under that the draft of the mail is its icon alone, told in its tip


class Head(QFrame):
    """The line over the review. `export_asked` says which paper is wanted in a file."""

    export_asked = Signal(str)
    mail_asked = Signal()
    """The minutes are wanted in the mail program, as a draft."""
    mail_file_asked = Signal()
    """The draft is wanted in a file."""
    addresses_chosen = Signal(bool)
    """All in the network may see each other's addresses, or nobody."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = around.language
        self._theme = around.theme
        self._to = Path()
        self.setProperty("rule", "bottom")
        self.setFixedHeight(around.theme.px(HEIGHT))
        self._title = Label("", "title")
        self._state = Chip("", "late")
        self._about = ElidedLabel("", "muted")
        self._saved = SavedMark(around.theme)
        text = around.language.text
        self._folder = Button(around.theme, text("Show in folder"), kind="tertiary")
        self._folder.setObjectName("show_folder")
        self._folder.clicked.connect(self._open_folder)
        self._folder.hide()
        self.approve = Button(around.theme, text("Approve"), icon="check")
        self.approve.setObjectName("approve")
        self.approve.setAccessibleName(text("Approve the minutes"))
        self._export = SplitButton(around.theme, text("Export"), self._menu())
        self._export.setObjectName("export")
        self._export.setAccessibleName(text("Export the minutes of decisions"))
        self._export.clicked.connect(lambda: self.export_asked.emit("decisions"))
        self.mail = Button(around.theme, text("E-mail draft"), icon="email-outline")
        self.mail.setObjectName("mail_draft")
        self.mail.setAccessibleName(text("Open the minutes as an e-mail draft"))
        self.mail.setToolTip(text("Opens in your mail program. Nothing is sent by itself. ({key})", key="Ctrl+M"))
        self.mail.clicked.connect(self.mail_asked)
        self._lay_out()

    def show_meeting(self, network: Network, session: Session) -> None:
        """Says which meeting it is, and how its minutes stand; before it is held there are none."""
        text = self._language.text
        held = session.state is SessionState.held
        approved = session.approved_on
        self._title.say(text("Minutes of meeting {n}", n=session.number))
        self._about.say(f"{network.name} · {self._language.date_long(session.starts_at.date())}")
        self._state.show_chip(text("Approved") if approved else text("Draft"), "accent" if approved else "late")
        self._state.setVisible(held)
        self.approve.setVisible(held and approved is None)
        self._export.setVisible(held)
        self.mail.setVisible(held)

    def show_addresses(self, seen: bool) -> None:
        """Says whether all may see all addresses."""
        self._seen.setChecked(seen)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        narrow = self._theme.room(self.width()) < NARROW
        self.mail.setText("" if narrow else self._language.text("E-mail draft"))

    def tell_saved(self, moment: datetime) -> None:
        """Says when something was last kept."""
        clock = self._language.clock_seconds(moment)
        self._saved.show_saved(self._language.text("Saved {time}", time=clock))

    def offer_folder(self, folder: Path) -> None:
        """A paper was written there: the folder is a press away."""
        self._to = folder
        self._folder.setVisible(True)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._to)))

    def _menu(self) -> QMenu:
        text = self._language.text
        menu = QMenu(self)
        menu.setObjectName("export_menu")
        kinds: tuple[tuple[DocumentKind, str], ...] = (
            ("decisions", text("Minutes of decisions")),
            ("minutes", text("Full minutes")),
            ("agenda", text("Agenda")),
            ("runsheet", text("Run sheet")),
        )
        for kind, name in kinds:
            action = menu.addAction(f"{name}\t.pdf")
            action.setObjectName(f"export_{kind}")
            action.triggered.connect(lambda _=False, which=kind: self.export_asked.emit(which))
        menu.addSeparator()
        mail = text("E-mail draft")
        save = menu.addAction(f"{mail}\t.eml")
        save.setObjectName("export_mail")
        save.triggered.connect(self.mail_file_asked)
        self._seen = menu.addAction(text("Everyone may see the addresses"))
        self._seen.setObjectName("addresses_seen")
        self._seen.setCheckable(True)
        self._seen.setToolTip(text("Only where all in the network know each other."))
        self._seen.triggered.connect(self.addresses_chosen)
        menu.setToolTipsVisible(True)
        return menu

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE.near)
        first.addWidget(self._title)
        first.addWidget(self._state)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._about)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.wide, 0, SPACE.wide, 0)
        row.setSpacing(SPACE.near)
        row.addLayout(words, 1)
        for widget in (self._saved, self._folder, self.approve, self.mail, self._export):
            row.addWidget(widget)
