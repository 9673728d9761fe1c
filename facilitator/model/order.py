"""Places in an ordered list that two sides can insert into without renumbering: strings that sort as the list does."""

from collections.abc import Sequence
from itertools import pairwise

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def between(before: str, after: str) -> str:
    """A place after `before` and before `after`; "" stands for the list's beginning, respectively its end.

    Places sort as plain strings and never end in "0", so that there is always room before and between.
    """
    if after and before >= after:
        raise ValueError(f"no place between {before!r} and {after!r}")
    place = ""
    while True:
        at = len(place)
        low = DIGITS.index(before[at]) if at < len(before) else 0
        high = DIGITS.index(after[at]) if at < len(after) else len(DIGITS)
        if high - low > 1:
            return place + DIGITS[(low + high) // 2]
        place += DIGITS[low]
        if high > low:
            after = ""  # already smaller than `after` from here on: only `before` still binds


def spread(count: int) -> tuple[str, ...]:
    """Places for a list of so many, of equal and least length."""
    width, room = 1, len(DIGITS) - 1
    while room < count:
        width, room = width + 1, room * len(DIGITS) + len(DIGITS) - 1
    return tuple(_place((i + 1) * (len(DIGITS) ** width) // (count + 1), width) for i in range(count))


def _place(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits.rstrip("0") or DIGITS[1]


def in_order(places: Sequence[str]) -> bool:
    """Whether the places rise strictly."""
    return all(one < two for one, two in pairwise(places))
