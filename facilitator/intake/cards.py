"""Members out of vCards: 3.0 as address books and phones write it, 2.1 and 4.0 as far as names and addresses go.

Only the properties that make a member are looked at, so that a broken photo or an unknown extension costs nobody.
"""

import quopri
import re
from collections.abc import Iterator

import msgspec

from facilitator.intake.decoding import decoded
from facilitator.intake.progress import EVERY, Tell, untold

_BEGINS, _ENDS = "begin:vcard", "end:vcard"
_WANTED = {"FN", "N", "EMAIL", "TEL", "ORG", "TITLE", "ROLE", "KIND", "X-ADDRESSBOOKSERVER-KIND"}
_NOBODY = {"group", "org", "location"}  # what a card may be about that is no person
_PROPERTY = re.compile(
    r'(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<parameters>(?:;(?:[^:;"]|"[^"]*")*)*):(?P<value>.*)', re.DOTALL
)
_PARAMETER = re.compile(r';((?:[^;"]|"[^"]*")*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PART = re.compile(r"((?:[^;\\]|\\.)*)(?:;|\Z)", re.DOTALL)
_NO_PHONE = {"fax", "pager", "modem"}
_LEAST_PREFERRED = 101  # vCard 4.0 numbers preference from 1 to 100


class Card(msgspec.Struct, frozen=True):
    """One vCard: the line of its BEGIN, the text of each field, and whether it also ends."""

    line: int
    values: dict[str, str]
    whole: bool


class Property(msgspec.Struct, frozen=True):
    """One property of a card, its value still escaped. The lowest `preference` goes first."""

    name: str
    value: str
    types: frozenset[str] = frozenset()
    preference: int = _LEAST_PREFERRED


def is_vcard(text: str) -> bool:
    """Whether the text begins with a vCard (blank lines before it don't matter)."""
    return text.lstrip().partition("\n")[0].strip().casefold() == _BEGINS


def cards(text: str, tell: Tell = untold) -> Iterator[Card]:
    """Every card of a person. One that the next begins inside of, or that the file ends in, is not whole."""
    return (card for card in _cards(text, tell) if card.values.pop("kind") not in _NOBODY)


def _cards(text: str, tell: Tell) -> Iterator[Card]:
    begun, properties, agents, before = 0, list[Property](), 0, ""
    of = text.count("\n") + 1
    for count, (number, line) in enumerate(_unfolded(text)):
        if count % EVERY == 0:
            tell(number, of)
        edge = line.strip().casefold()
        if edge == _BEGINS and begun and before == "agent:":
            agents += 1  # 2.1 writes an assistant's card inside the card
        elif edge == _BEGINS:
            if begun:
                yield Card(begun, _values(properties), False)
            begun, properties, agents = number, [], 0
        elif edge == _ENDS and agents:
            agents -= 1
        elif edge == _ENDS and begun:
            yield Card(begun, _values(properties), True)
            begun = 0
        elif begun and not agents and (found := _property(line)):
            properties.append(found)
        before = edge
    if begun:
        yield Card(begun, _values(properties), False)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Logical lines and where each begins: folded by a space (3.0), or by "=" in quoted-printable (2.1)."""
    begun, parts = 1, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        soft = bool(parts) and parts[-1].endswith("=") and _is_quoted_printable(parts[0])
        if soft:
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        elif parts and line.startswith((" ", "\t")) and parts[0].strip().casefold() not in (_BEGINS, _ENDS):
            parts.append(line[1:])
        else:
            if parts:
                yield begun, "".join(parts)
            begun, parts = number, [line]
    yield begun, "".join(parts)


def _is_quoted_printable(line: str) -> bool:
    return "quoted-printable" in line.partition(":")[0].casefold()


def _property(line: str) -> Property | None:
    """One property that a member is made of; None for all others and for what is none."""
    match = _PROPERTY.fullmatch(line)
    if not match or match["name"].upper() not in _WANTED:
        return None
    types, preference, charset = set[str](), _LEAST_PREFERRED, ""
    for parameter in _PARAMETER.findall(match["parameters"]):
        name, equals, value = parameter.partition("=")
        name, value = (name.strip().casefold(), value.strip('" ')) if equals else ("type", name.strip())
        if name == "type":
            types |= {kind.strip('" ').casefold() for kind in value.split(",")}
        elif name == "pref" and value.isdecimal():
            preference = min(int(value), _LEAST_PREFERRED)
        elif name == "charset":
            charset = value
    value = match["value"]
    if _is_quoted_printable(line):
        value = _from_quoted_printable(value, charset)
    return Property(match["name"].upper(), value, frozenset(types), 0 if "pref" in types else preference)


def _from_quoted_printable(value: str, charset: str) -> str:
    data = quopri.decodestring(value.encode("utf-8"))
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError, ValueError):
        return decoded(data)[0]


def _values(properties: list[Property]) -> dict[str, str]:
    """Each field's text. A person without FN gets the name from the parts of N; an ORG keeps its units."""
    first: dict[str, Property] = {}
    for found in sorted(properties, key=lambda found: found.preference):
        if found.value.strip() and not (found.name == "TEL" and found.types & _NO_PHONE):
            first.setdefault(found.name, found)
    parts = {name: _parts(first[name].value) for name in ("N", "ORG") if name in first}
    family, given, additional = (*parts.get("N", []), "", "", "")[:3]
    whole = {name: _plain(found.value) for name, found in first.items()}
    return {
        "name": whole.get("FN", "").strip() or " ".join((given, additional, family)),
        "email": whole.get("EMAIL", ""),
        "phone": whole.get("TEL", ""),
        "workplace": ", ".join(part for part in parts.get("ORG", []) if part.strip()),
        "title": whole.get("TITLE", "") or whole.get("ROLE", ""),
        "kind": (whole.get("KIND", "") or whole.get("X-ADDRESSBOOKSERVER-KIND", "")).strip().casefold(),
    }


def _parts(value: str) -> list[str]:
    """The parts of a structured value (N, ORG), parted by semicolons that are not escaped."""
    return [_plain(part) for part in _PART.findall(value)]


def _plain(value: str) -> str:
    """A value without its escapes: `\\n` is a line end, any other sign after a backslash is itself."""
    return _ESCAPED.sub(lambda escape: "\n" if escape[1] in "nN" else escape[1], value) if "\\" in value else value
