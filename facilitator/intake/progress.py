"""How far a long file has come: told now and then, so that whoever waits can see it and call it off."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")
Tell = Callable[[int, int], None]  # so much of so much; what it raises ends the reading

EVERY = 250  # things between two tellings: a hundredth of a second's work
WHOLE = 100


def untold(done: int, of: int) -> None:
    """For whoever does not want to know."""


def counted(things: Iterable[Thing], tell: Tell, of: int) -> Iterator[Thing]:
    """The things as they come, telling on the way how many of so many there were."""
    for number, thing in enumerate(things):
        if number % EVERY == 0:
            tell(min(number, of), of)
        yield thing


def part(tell: Tell, begins: int, ends: int) -> Tell:
    """Tells a part of the work as its share of the whole, both in hundredths."""
    return lambda done, of: tell(begins + (ends - begins) * done // max(of, 1), WHOLE)
