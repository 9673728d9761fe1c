"""What a network's own meetings teach of how long a method takes there: the median, pauses not counted.

It tells how long it took, not how long it ought to: whoever plans decides.
"""

from collections.abc import Iterable, Mapping
from statistics import median

import msgspec

LEAST_MEETINGS = 2  # once is how it went that day
LEAST_SECONDS = 60  # shorter than this a step was passed by
A_MINUTE = 60


class Took(msgspec.Struct, frozen=True):
    """What a step by a method took at a meeting, in seconds."""

    method: str
    meeting: str
    seconds: float


class Learned(msgspec.Struct, frozen=True):
    """So many whole minutes is usual here, as so many meetings have shown."""

    minutes: int
    meetings: int


def learned(took: Iterable[Took]) -> Mapping[str, Learned]:
    """By method, what is usual; nothing of a method that only one meeting has tried."""
    lengths: dict[str, list[Took]] = {}
    for each in took:
        if each.method and each.seconds >= LEAST_SECONDS:
            lengths.setdefault(each.method, []).append(each)
    found = {}
    for method, times in lengths.items():
        meetings = len({each.meeting for each in times})
        if meetings >= LEAST_MEETINGS:
            minutes = int(median(each.seconds for each in times) / A_MINUTE + 0.5)
            found[method] = Learned(minutes, meetings)
    return found
