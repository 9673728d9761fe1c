"""How people sit round the table: arranged once, kept with the network, read by whoever is there."""

from collections.abc import Iterable, Sequence


def seated(seating: Sequence[str], people: Sequence[str]) -> tuple[str, ...]:
    """These people as they sit; who has no seat comes after, in the order given, and seats of others fall out."""
    there = set(people)
    return tuple(dict.fromkeys((*(person for person in seating if person in there), *people)))


def put(order: Sequence[str], person: str, place: int) -> tuple[str, ...]:
    """The same order with that person at a place counted from 0; beyond either end is the end."""
    others = [other for other in order if other != person]
    place = min(max(0, place), len(others))
    return (*others[:place], person, *others[place:])


def arranged(seating: Sequence[str], order: Iterable[str]) -> tuple[str, ...]:
    """What is kept when those of `order` sit like that: they, and after them the seats of whoever is not among them."""
    return tuple(dict.fromkeys((*order, *seating)))
