"""Who is meant by the first letters of a name."""

import re
from collections.abc import Mapping

from facilitator.model.trouble import Trouble

# What stands between two names, in both languages: commas, signs, and words by themselves.
_BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+(?:og|and|samt)\s+", re.IGNORECASE)


def people_named(text: str, people: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of those whose names, or beginnings of names, stand in the text: "me", "Mette og Jonas", "cl, lo".

    Raises Trouble("nobody_called", name=...), or ("ambiguous", name=...) where more than one would fit.
    """
    said = (" ".join(part.split()) for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(_person(name, people) for name in said if name))


def last_begun(text: str) -> int:
    """Where in the text the last name begins, the one that is being written."""
    return max((found.end() for found in _BETWEEN.finditer(text)), default=len(text) - len(text.lstrip()))


def _person(name: str, people: Mapping[str, str]) -> str:
    wanted = name.casefold()
    ways = (
        [each for each, full in people.items() if full.casefold() == wanted],
        [each for each, full in people.items() if full.casefold().startswith(wanted)],
        [each for each, full in people.items() if any(word.startswith(wanted) for word in full.casefold().split())],
    )
    fitting = next((found for found in ways if found), [])
    if not fitting:
        raise Trouble("nobody_called", name=name)
    if len(fitting) > 1:
        raise Trouble("ambiguous", name=name)
    return fitting[0]
