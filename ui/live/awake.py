"""Keeps the screen awake while a meeting is live. Where the system won't, the meeting goes on all the same."""

from __future__ import annotations

import logging
from threading import Event, Thread

LOG = logging.getLogger(__name__)


class Awake:
    """Asked for on a thread of its own, because some desktops take their time to answer."""

    def __init__(self) -> None:
        self._over = Event()
        self._thread = Thread(target=self._keep, name="awake", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """The screen may sleep again."""
        self._over.set()

    def _keep(self) -> None:
        try:
            from wakepy import keep

            with keep.presenting(on_fail="pass") as mode:
                if not mode.active:
                    LOG.info("the screen may go to sleep: the system offers no way to keep it awake")
                self._over.wait()
        except Exception:
            LOG.exception("the screen may go to sleep")
