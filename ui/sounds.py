"""Plays a short sound, off the window's thread. Where the computer has no sound, it is silent, and that is no error."""

from __future__ import annotations

import logging
import wave
from array import array
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from miniaudio import Backend

Volume = Literal["soft", "medium", "loud"]

LOG = logging.getLogger(__name__)
SHARE: dict[Volume, float] = {"soft": 0.25, "medium": 0.5, "loud": 1.0}  # of what is in the file
RINGS_OUT = 0.3  # seconds that the computer may be behind with what it was given


class Player(QObject):
    """One sound at a time: what is asked for while another sounds is left out.

    `backends` are miniaudio's names for the ways to a loudspeaker; all there are, but the one that plays to nobody.
    """

    played = Signal(bool)
    """It is over; whether it could be heard."""

    def __init__(self, folder: Path, backends: tuple[str, ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._backends = backends
        self._over = Event()
        self._thread: Thread | None = None

    @property
    def sounding(self) -> bool:
        """Whether something is being played."""
        return self._thread is not None and self._thread.is_alive()

    def play(self, name: str, volume: Volume) -> None:
        """Plays that file of the folder."""
        if not self.sounding:
            self._over.clear()
            self._thread = Thread(target=self._play, args=(name, volume), name="sound", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Still at once."""
        self._over.set()

    def _play(self, name: str, volume: Volume) -> None:
        try:
            self._sound(self._folder / f"{name}.wav", SHARE[volume])
            heard = True
        except Exception as error:  # a card without a driver, one that was pulled out, no library for this system, …
            LOG.info("no sound: %s", type(error).__name__)
            heard = False
        with suppress(RuntimeError):  # whoever asked for it has gone
            self.played.emit(heard)

    def _sound(self, file: Path, share: float) -> None:
        from miniaudio import PlaybackDevice, SampleFormat

        with wave.open(str(file), "rb") as read:
            rate, channels = read.getframerate(), read.getnchannels()
            samples = array("h", read.readframes(read.getnframes()))
        louder = array("h", (round(sample * share) for sample in samples))
        with PlaybackDevice(SampleFormat.SIGNED16, channels, rate, backends=self._ways()) as device:
            device.start(_fed(louder, channels))
            self._over.wait(len(samples) / channels / rate + RINGS_OUT)

    def _ways(self) -> list[Backend]:
        from miniaudio import Backend

        if self._backends:
            return [Backend[name] for name in self._backends]
        return [way for way in Backend if way not in {Backend.NULL, Backend.CUSTOM}]


def _fed(samples: array[int], channels: int) -> Generator[array[int], int, None]:
    """Hands out as many frames as are asked for, ready for the first to ask."""

    def feed() -> Generator[array[int], int, None]:
        place = 0
        frames = yield array("h")
        while place < len(samples):
            count = frames * channels
            frames = yield samples[place : place + count]
            place += count

    fed = feed()
    next(fed)
    return fed
