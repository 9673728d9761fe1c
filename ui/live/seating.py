"""How people sit, in the cockpit: arranged before the meeting or while it runs."""

from __future__ import annotations

from facilitator.language import Language
from ui.live.panels import Panel
from ui.theme.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.seating_list import Seats


class SeatingPanel(Panel):
    """The seats round the table, in place of what is written down."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme, language, language.text("Seating"), "seating_panel")
        told = language.text("As you sit. A round that runs goes on as it began.")
        self.body.addWidget(Label(told, "small", wrap=True))
        self.seats = Seats(theme, language)
        self.first = self.seats.list
        self.body.addWidget(self.seats, 1)
