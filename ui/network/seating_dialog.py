"""How the members of a network sit, arranged once for all its meetings."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from facilitator.model.member import Member
from facilitator.model.network import Network
from facilitator.model.seating import seated
from ui.form import Form
from ui.page import Surroundings
from ui.widgets.seating_list import Seats

WIDTH = 420


class SeatingDialog(Form):
    """The members of today as they sit; whoever has no seat stands last, by name. Those who have left keep none."""

    def __init__(self, around: Surroundings, network: Network, by_name: Sequence[Member], *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around,
            "seating_dialog",
            text("Seating"),
            note=text("As you sit round the table. Rounds by seating go like this."),
            save=text("Save"),
            width=WIDTH,
            parent=parent,
        )
        self._network = network.id
        names = {member.id: member.name for member in by_name}
        self.seats = Seats(around.theme, around.language)
        self.seats.show_people([(each, names[each]) for each in seated(network.seating, tuple(names))])
        self.seats.list.setMinimumHeight(self.seats.list.total_height())
        self.body.addWidget(self.seats)

    def keep(self) -> None:
        network = replace(self.workspace.network(self._network), seating=self.seats.order())
        self.workspace.save_network(network, done=lambda _: self.finish(""))
