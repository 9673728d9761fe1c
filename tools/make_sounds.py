"""Makes the gong's three sounds into resources/sounds: `make_sounds.py`. Sines that die away, and nothing else."""

import math
import wave
from array import array
from pathlib import Path
from typing import NamedTuple

SOUNDS = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22_050  # samples a second
LOUDEST = 0.8  # of what a sample can hold
ATTACK = 0.004  # seconds: without it every stroke begins with a click
FADE = 0.05  # seconds, at the end


class Tone(NamedTuple):
    """One sine: its frequency in Hz, how loud it begins, and after how many seconds it is at a third of that."""

    hertz: float
    loud: float
    lasts: float


class Sound(NamedTuple):
    """What is struck, at which seconds, and when all is still."""

    tones: tuple[Tone, ...]
    strokes: tuple[float, ...]
    length: float


MADE = {
    # Two tones that lie close beat against each other slowly, as in a bowl that is not quite round.
    "bowl": Sound(
        (
            Tone(216, 1.0, 1.1),
            Tone(217.3, 0.6, 1.1),
            Tone(584, 0.5, 0.6),
            Tone(1099, 0.2, 0.3),
            Tone(1731, 0.08, 0.15),
        ),
        (0.0,),
        3.2,
    ),
    "bell": Sound((Tone(659, 1.0, 0.7), Tone(1318, 0.5, 0.4), Tone(1582, 0.3, 0.3), Tone(1977, 0.2, 0.2)), (0.0,), 2.2),
    "wood": Sound((Tone(523, 1.0, 0.04), Tone(1415, 0.4, 0.02)), (0.0, 0.22), 0.6),
}


def samples(sound: Sound) -> "array[int]":
    """The sound in 16 bits."""
    count = round(sound.length * RATE)
    heights = [sum(_struck(sound.tones, place / RATE - stroke) for stroke in sound.strokes) for place in range(count)]
    highest = max(map(abs, heights))
    fade = round(FADE * RATE)
    faded = [height * min(1.0, (count - 1 - place) / fade) for place, height in enumerate(heights)]
    return array("h", [round(height / highest * LOUDEST * 32_767) for height in faded])


def _struck(tones: tuple[Tone, ...], since: float) -> float:
    """How high the wave stands so many seconds after the stroke."""
    if since < 0:
        return 0.0
    rising = min(1.0, since / ATTACK)
    return rising * sum(
        tone.loud * math.exp(-since / tone.lasts) * math.sin(math.tau * tone.hertz * since) for tone in tones
    )


def main() -> None:
    """Write the files."""
    SOUNDS.mkdir(exist_ok=True)
    for name, sound in MADE.items():
        with wave.open(str(SOUNDS / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
            file.writeframes(samples(sound).tobytes())


if __name__ == "__main__":
    main()
