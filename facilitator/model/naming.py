"""Who is meant by the first letters of a name."""

from collections.abc import Mapping

from facilitator.model.trouble import Trouble


def people_named(text: str, people: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of those whose names, or beginnings of names, stand in the text with commas between.

    Raises Trouble("nobody_called", name=...), or ("ambiguous", name=...) where more than one would fit.
    """
    said = (" ".join(part.split()) for part in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(_person(name, people) for name in said if name))


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
