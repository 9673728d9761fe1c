"""Only so many minutes today: each way to fit the agenda, with its price, before anything is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal

from facilitator.language import Language, later
from facilitator.model.agenda import total_minutes
from facilitator.model.trouble import Trouble
from ui.live.fields import KeyGuard
from ui.live.options import NAMES, refusal
from ui.live.panels import Panel
from ui.live_run import RefitPolicy, Refitted
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.fields import NumberField
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.live.page import LivePage

Fit = Callable[[int, RefitPolicy], Refitted | Trouble]
WAYS: Mapping[RefitPolicy, str] = {
    "furthest": later("Drop, then shorten"),
    "take": NAMES["take"],
    "skip": NAMES["skip"],
    "compress": NAMES["compress"],
}
LEAST, STEP = 15, 15  # minutes


def ask_less_time(page: LivePage) -> None:
    """Opens the panel: before the start, of a meeting that has a plan and is no rehearsal."""
    live, sight = page.live, page.sight()
    if live is None or sight.view is not None or sight.unplanned or sight.rehearsal:
        page.tell("refused", page.language.text("The agenda is fitted to less time before the meeting begins."))
        return
    session = sight.meeting.session
    titles = {step.id: sight.words[step.id].title for step in sight.steps}
    planned = total_minutes(sight.steps)
    panel = RefitPanel(page.theme, page.language, page.guard, live.refit, titles=titles, planned=planned)

    def fit(chosen: Refitted) -> None:
        page.beside.close()
        page.workspace.refit_session(replace(session, minutes=chosen.minutes), chosen.steps)

    panel.refitted.connect(fit)
    page.beside.open(panel)


class RefitPanel(Panel):
    """Minutes, and under them the four ways; what is shown is what is done."""

    refitted = Signal(object)
    """The Refitted that was chosen."""

    def __init__(
        self, theme: Theme, language: Language, guard: KeyGuard, fit: Fit, *, titles: Mapping[str, str], planned: int
    ) -> None:
        super().__init__(theme, language, language.text("Less time today"), "refit_panel")
        self._fit = fit
        self._titles = titles
        self._offers: dict[RefitPolicy, Refitted] = {}
        self.minutes = NumberField(LEAST, max(LEAST, planned), suffix=f" {language.text('min.')}")
        self.minutes.setObjectName("minutes")
        self.minutes.setSingleStep(STEP)
        self.minutes.setAccessibleName(language.text("Minutes there are"))
        self.minutes.lineEdit().installEventFilter(guard)
        self.minutes.setValue(planned // 2)
        self.first = self.minutes
        self.body.addWidget(Label(language.text("So many minutes are there today:"), "body", wrap=True))
        self.body.addWidget(self.minutes)
        spared = language.text("Breaks and protected steps stay whole. Nothing changes until you choose.")
        self.body.addWidget(Label(spared, "small", wrap=True))
        self.ways: dict[RefitPolicy, Button] = {}
        self._prices: dict[RefitPolicy, Label] = {}
        for policy, words in WAYS.items():
            self.body.addSpacing(SPACE.tight)
            button = Button(theme, language.text(words))
            button.setObjectName(f"refit_{policy}")
            button.clicked.connect(partial(self._choose, policy))
            price = Label("", "small", wrap=True)
            self.ways[policy], self._prices[policy] = button, price
            self.body.addWidget(button)
            self.body.addWidget(price)
        self.body.addStretch(1)
        self.minutes.valueChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._offers.clear()
        for policy, button in self.ways.items():
            offer = self._fit(self.minutes.value(), policy)
            if isinstance(offer, Trouble):
                words = refusal(offer, self.language)
            else:
                self._offers[policy] = offer
                words = self._price(offer)
            button.setEnabled(policy in self._offers)
            button.setAccessibleDescription(words)
            self._prices[policy].say(words)

    def _price(self, offer: Refitted) -> str:
        text = self.language.text
        gone = [text("{title} goes", title=self._titles[step]) for step, _, now in offer.prices if not now]
        less = [
            text("{title} {was} → {n} min.", title=self._titles[step], was=was, n=now)
            for step, was, now in offer.prices
            if now
        ]
        return ", ".join((*gone, *less))

    def _choose(self, policy: RefitPolicy) -> None:
        if policy in self._offers:
            self.refitted.emit(self._offers[policy])
