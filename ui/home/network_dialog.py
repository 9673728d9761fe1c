"""The dialog for a new network: its name is enough. Who the facilitator is, is asked once."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from facilitator.language import Code
from facilitator.model.network import Network, checked_name
from facilitator.model.trouble import Trouble
from ui.form import Form
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.fields import ChoiceField
from ui.widgets.segments import Choice


class NewNetworkDialog(Form):
    """`made` with the network's id, when it is on disk."""

    made = Signal(str)

    def __init__(self, around: Surroundings, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around,
            "new_network_dialog",
            text("New network"),
            note=text("A name is enough. Everything else can be filled in later."),
            save=text("Create network"),
            parent=parent,
        )
        self._name = QLineEdit()
        self._field = QLineEdit()
        self._municipality = QLineEdit()
        self._papers = ChoiceField((Choice("da", "Dansk"), Choice("en", "English")))
        self._papers.choose(around.language.code)
        self._me = QLineEdit()
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.even)
        grid.setVerticalSpacing(SPACE.near)
        grid.addWidget(self.labelled("name", text("Name of the network"), self._name), 0, 0, 1, 2)
        grid.addWidget(self.labelled("field", text("What its members lead"), self._field), 1, 0)
        grid.addWidget(self.labelled("municipality", text("Municipality"), self._municipality), 1, 1)
        grid.addWidget(self.labelled("language", text("Language of its documents"), self._papers), 2, 0)
        if not around.workspace.settings().profile.name:
            grid.addWidget(self.labelled("profile", text("Your own name"), self._me), 2, 1)
        self._field.setPlaceholderText(text("schools, day care, eldercare …"))
        self.body.addLayout(grid)
        self._name.setFocus()

    def keep(self) -> None:
        checked_name(self._name.text())
        self.save_button.setEnabled(False)
        me = " ".join(self._me.text().split())
        settings = self.workspace.settings()
        if me and not settings.profile.name:
            self.workspace.keep_profile(replace(settings.profile, name=me))
        code: Code = "en" if self._papers.chosen_id() == "en" else "da"
        self.workspace.new_network(
            self._name.text(),
            field=self._field.text(),
            municipality=self._municipality.text(),
            language=code,
            done=self._kept,
            failed=self._refused,
        )

    def _kept(self, network: Network) -> None:
        self.accept()
        self.made.emit(network.id)

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Trouble):
            self.tell(error)
        else:
            self.workspace.went_wrong.emit(error)
