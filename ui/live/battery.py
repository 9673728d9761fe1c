"""The battery runs low in a meeting: one calm line, once, and never over something that asks for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from facilitator.power import Power, worth_telling

if TYPE_CHECKING:
    from ui.live.page import LivePage

EVERY = 60_000  # milliseconds


class Battery(QObject):
    """Asks the system once a minute, in the background, while a meeting is led."""

    def __init__(self, page: LivePage) -> None:
        super().__init__(page)
        self._page = page
        self._told: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._ask)

    def begin(self) -> None:
        """A meeting is led from now on."""
        self._ask()
        self._timer.start()

    def end(self) -> None:
        """It is over, or left."""
        self._timer.stop()

    def hear(self, power: Power | None) -> None:
        """What the system says of its battery; None where it has none."""
        notice = self._page.cockpit.notice
        if power is None or power.plugged:
            self._told = None
            notice.take_back("battery")
        elif worth_telling(power, self._told) and notice.kind in {"", "battery"}:  # else at the next look
            self._told = power.percent
            language = self._page.language
            share = language.percent(power.percent / 100)
            words = language.text(
                "The battery is at {share}. Everything is saved. Plug the computer in when it suits you.", share=share
            )
            self._page.tell("battery", words, ((language.text("Close"), "", lambda: notice.take_back("battery")),))

    def _ask(self) -> None:
        job = self._page.workspace.power()
        job.finished.connect(self.hear)
        job.start()
