"""The welcome of a first start: what one can do, and that everything stays here. It ends with the first network."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.language import Code
from ui.home.network_dialog import NewNetworkDialog
from ui.page import Page, Surroundings, ToHome, ToNetwork, ToSettings
from ui.theme.tokens import SPACE, TYPE
from ui.widgets.badge import Badge, BrandMark, IconLabel
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.scrolled import scrolled
from ui.widgets.segments import Choice, Segments
from ui.workspace import Job

WIDEST = 1008
CARD_HEIGHT = 308


class WelcomePage(Page):
    """Two ways to begin, and the language."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setObjectName("welcome_page")
        self._around = around
        self._making: Job[str] | None = None
        self._lay_out()
        self.setFocusProxy(self._create)

    @property
    def navigable(self) -> bool:
        return False

    def create_network(self) -> None:
        """The dialog for the first network."""
        dialog = NewNetworkDialog(self._around, parent=self)
        dialog.made.connect(lambda network: self.go.emit(ToNetwork(network)))
        dialog.open()

    def look_around(self) -> None:
        """Make the example, and show it on the home page; pressed again meanwhile, call it off."""
        if self._making is not None:
            self._making.cancel()
            return
        self._create.setEnabled(False)
        job = self._making = self.workspace.make_example(self.language.code)
        self._tell_progress(0, 1)
        job.progressed.connect(self._tell_progress)
        job.finished.connect(self._made)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._begin_again)
        job.start()

    def _tell_progress(self, done: int, of: int) -> None:
        share = self.language.percent(done / of)
        self._example.setText(self.language.text("Cancel ({share})", share=share))
        self._example.setAccessibleName(self.language.text("Making the example, {share}. Cancel", share=share))

    def _made(self, _: object) -> None:
        self.go.emit(ToHome())

    def _begin_again(self) -> None:
        self._making = None
        self._create.setEnabled(True)
        self._example.setText(self.language.text("Open the example"))
        self._example.setAccessibleName(self.language.text("Open the example"))

    def _failed(self, error: object) -> None:
        self._begin_again()
        self.workspace.went_wrong.emit(error)

    def _speak(self, code: str) -> None:
        wanted: Code = "en" if code == "en" else "da"
        self.workspace.save_settings(replace(self.workspace.settings(), language=wanted))

    def _lay_out(self) -> None:
        text = self.language.text
        inside = QWidget()
        inside.setProperty("ground", "none")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.far, SPACE.page, SPACE.far, SPACE.far)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addSpacing(SPACE.far + SPACE.tight)
        middle = QWidget()
        middle.setMaximumWidth(self.theme.px(WIDEST))
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(Label(text("Welcome"), "welcome"))
        inner.addSpacing(SPACE.near)
        inner.addWidget(
            Label(
                text("Here you plan the network's meetings, lead them calmly and have the minutes before you go home."),
                "lead",
                wrap=True,
            )
        )
        inner.addSpacing(SPACE.far)
        inner.addLayout(self._cards())
        inner.addSpacing(SPACE.far)
        inner.addWidget(self._assurance())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.near)
        row.addWidget(BrandMark(self.theme, 28))
        row.addWidget(Label("Facilitator", "section"))
        row.addStretch(1)
        spoken = Segments((Choice("da", "Dansk"), Choice("en", "English")))
        spoken.setObjectName("language")
        spoken.setAccessibleName(self.language.text("Language"))
        spoken.choose(self.language.code)
        spoken.setMinimumWidth(self.theme.px(208))
        spoken.chosen.connect(self._speak)
        row.addWidget(spoken)
        return row

    def _cards(self) -> QGridLayout:
        text = self.language.text
        self._create = Button(self.theme, text("Create network"), kind="primary", size="large")
        self._create.setObjectName("create_network")
        self._create.clicked.connect(self.create_network)
        self._example = Button(self.theme, text("Open the example"), size="large")
        self._example.setObjectName("open_example")
        self._example.clicked.connect(self.look_around)
        cards = (
            (
                "account-group-outline",
                text("Create a network"),
                text("Give the network a name, and bring its members in from a list. It takes a few minutes."),
                self._create,
            ),
            (
                "compass-outline",
                text("See an example"),
                text("Try everything on an invented network. You can't break anything."),
                self._example,
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.wide)
        for place, (icon, title, words, button) in enumerate(cards):
            grid.addWidget(self._card(icon, title, words, button), 0, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _card(self, icon: str, title: str, words: str, button: Button) -> Card:
        card = Card()
        card.setMinimumHeight(CARD_HEIGHT - 40)
        inner = QVBoxLayout()
        inner.setContentsMargins(SPACE.tight, SPACE.near, SPACE.tight, SPACE.tight)
        inner.setSpacing(0)
        inner.addWidget(Badge(self.theme, icon, side=56))
        inner.addSpacing(SPACE.roomy)
        inner.addWidget(Label(title, "title"))
        inner.addSpacing(SPACE.hair)
        told = Label(words, "reading", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner.addWidget(told, 1)
        inner.addSpacing(SPACE.even)
        inner.addWidget(button)
        card.body.addLayout(inner, 1)
        return card

    def _assurance(self) -> QFrame:
        text = self.language.text
        card = Card(kind="soft")
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.tight, SPACE.near, SPACE.tight, SPACE.near)
        row.setSpacing(SPACE.wide)
        row.addWidget(IconLabel(self.theme, "shield-lock-outline", "accent", size=TYPE.welcome.size))
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(Label(text("Everything stays on your computer"), "heading"))
        words.addWidget(
            Label(
                text("What you write is saved at once. There is no account, and nothing is sent out on the net."),
                "reading",
                wrap=True,
            )
        )
        row.addLayout(words, 1)
        # Where the data lies, and the way back from a backup on a new computer.
        settings = Button(self.theme, text("Settings"), size="large")
        settings.setObjectName("to_settings")
        settings.clicked.connect(lambda: self.go.emit(ToSettings()))
        row.addWidget(settings)
        card.body.addLayout(row)
        return card
