"""What holds for a whole network: its name, field and place, its language and zone, and who answers for its data."""

from zoneinfo import available_timezones

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.model.network import Body, Contact, Network, checked_contact, checked_name, checked_zone
from facilitator.model.trouble import Trouble
from ui.form import Form
from ui.page import Surroundings
from ui.theme.tokens import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import Label
from ui.widgets.segments import Choice
from ui.widgets.switch import Switch

CONTACT = ("name", "email", "phone")


class NetworkDialog(Form):
    """Every field of a network but its phase, which has its own menu on the page.

    `remove_asked` for one that was made by mistake.
    """

    remove_asked = Signal(object)

    def __init__(self, around: Surroundings, network: Network, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around, "network_dialog", text("Edit the network"), save=text("Save"), width=SIZE.dialog, parent=parent
        )
        self._network = network
        self._name = QLineEdit(network.name)
        self._field = QLineEdit(network.field)
        self._municipality = QLineEdit(network.municipality)
        self._home = Switch(around.theme, text("Home network: same field, same level, same municipality"))
        self._home.setObjectName("home")
        self._home.setChecked(network.home)
        self._zone = QComboBox()
        self._zone.setEditable(True)
        self._zone.addItems(sorted(available_timezones()))
        self._zone.setCurrentText(network.zone)
        self._zone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._zone.setMinimumContentsLength(12)
        self._documents = ChoiceField((Choice("da", text("Danish")), Choice("en", text("English"))))
        self._documents.choose(network.language)
        self._body = QLineEdit(network.body.name)
        self._contacts = {
            "consultant": _fields_of(network.consultant),
            "contact": _fields_of(network.body.contact),
            "adviser": _fields_of(network.body.adviser),
        }
        self._lay_out()
        remove = Button(around.theme, text("Delete the network"), kind="destructive", icon="trash-can-outline")
        remove.setObjectName("remove_network")
        remove.setToolTip(
            text("For a network that was made by mistake. One that has met is closed instead, by its phase.")
        )
        remove.clicked.connect(self._remove)
        self.head.addWidget(remove)

    def _remove(self) -> None:
        self.remove_asked.emit(self._network)
        self.reject()

    def keep(self) -> None:
        checked_zone(self._zone.currentText().strip())
        network = replace(
            self.workspace.network(self._network.id),
            name=checked_name(self._name.text()),
            field=_tidy(self._field),
            municipality=_tidy(self._municipality),
            home=self._home.isChecked(),
            zone=self._zone.currentText().strip(),
            language="en" if self._documents.chosen_id() == "en" else "da",
            body=Body(name=_tidy(self._body), contact=self._contact("contact"), adviser=self._contact("adviser")),
            consultant=self._contact("consultant"),
        )
        self.save_button.setEnabled(False)
        self.workspace.save_network(network, done=self._saved, failed=self._refused)

    def _saved(self, _: Network) -> None:
        self.finish("")

    def _refused(self, error: Exception) -> None:
        if not self.still_here():
            return
        self.save_button.setEnabled(True)
        if isinstance(error, Trouble):
            self.tell(error)
        else:
            self.workspace.went_wrong.emit(error)

    def _contact(self, name: str) -> Contact:
        """One of the contacts. Raises a Trouble that knows its field."""
        try:
            return checked_contact(Contact(**{part: field.text() for part, field in self._contacts[name].items()}))
        except Trouble as trouble:
            raise Trouble(trouble.name, **{**trouble.facts, "field": f"{name}_email"}) from None

    def _lay_out(self) -> None:
        text = self.around.language.text
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(SPACE.tight)
        left.addWidget(self.labelled("name", text("Name"), self._name))
        pair = _grid()
        pair.addWidget(self.labelled("field", text("Field of work"), self._field), 0, 0)
        pair.addWidget(self.labelled("municipality", text("Municipality"), self._municipality), 0, 1)
        pair.addWidget(self.labelled("zone", text("Time zone"), self._zone), 1, 0)
        pair.addWidget(self.labelled("language", text("The documents' language"), self._documents), 1, 1)
        left.addLayout(pair)
        home = QHBoxLayout()
        home.setSpacing(SPACE.near)
        home.addWidget(self._home)
        home.addWidget(Label(self._home.accessibleName(), "body", wrap=True), 1)
        left.addLayout(home)
        left.addWidget(Label(text("The consultant"), "heading"))
        left.addLayout(self._contact_grid("consultant"))
        left.addStretch(1)
        right.addWidget(self.labelled("body", text("Who is responsible for the data"), self._body))
        right.addWidget(Label(text("Contact there"), "heading"))
        right.addLayout(self._contact_grid("contact"))
        right.addWidget(Label(text("Data protection adviser (DPO)"), "heading"))
        right.addLayout(self._contact_grid("adviser"))
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.page)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row)

    def _contact_grid(self, name: str) -> QGridLayout:
        text = self.around.language.text
        fields = self._contacts[name]
        grid = _grid()
        grid.addWidget(self.labelled(f"{name}_name", text("Name"), fields["name"]), 0, 0, 1, 2)
        grid.addWidget(self.labelled(f"{name}_email", text("E-mail"), fields["email"]), 1, 0)
        grid.addWidget(self.labelled(f"{name}_phone", text("Phone"), fields["phone"]), 1, 1)
        return grid


def _fields_of(contact: Contact) -> dict[str, QLineEdit]:
    return {part: QLineEdit(getattr(contact, part)) for part in CONTACT}


def _tidy(field: QLineEdit) -> str:
    return " ".join(field.text().split())


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.near)
    grid.setVerticalSpacing(SPACE.tight)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
