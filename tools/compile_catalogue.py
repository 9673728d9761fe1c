"""Compiles a language's fragments, `resources/locale/<language>/<room>.po`, into the one catalogue the app reads.

`compile_catalogue.py [LANGUAGE …]` compiles those named, or all. Two rooms may hold the same message with the
same words; with different words, or with a {fact} that the message does not have, nothing is written.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

LOCALE = Path(__file__).resolve().parent.parent / "resources" / "locale"
FACT = re.compile(r"\{(\w*)")


class Refused(Exception):
    """A fragment that can't go into the catalogue, in one sentence that names it."""


def catalogue_path(language: str, locale: Path = LOCALE) -> Path:
    return locale / language / "LC_MESSAGES" / "facilitator.mo"


def merge(fragments: list[Path], language: str) -> Catalog:
    """One catalogue of all fragments, its messages in a fixed order, so that the same words give the same bytes.

    Raises Refused.
    """
    told: dict[tuple[str, str], tuple[Message, Path]] = {}
    for fragment in sorted(fragments):
        for message in messages_of(fragment, language):
            key = (message.context or "", singular(message))
            earlier, where = told.setdefault(key, (message, fragment))
            if (earlier.id, earlier.string) != (message.id, message.string):
                both = f"{message.string!r}, {earlier.string!r}"
                raise Refused(f"{fragment.name} and {where.name} word {key[1]!r} differently: {both}.")
    whole = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for key in sorted(told):
        message, _ = told[key]
        whole.add(message.id, message.string, context=message.context)
    return whole


def messages_of(fragment: Path, language: str) -> Iterator[Message]:
    """What a fragment translates; what is left empty or fuzzy falls back to English and is passed over."""
    try:
        catalogue = read_po(io.BytesIO(fragment.read_bytes()), locale=language, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise Refused(f"{fragment.name} can't be read: {error}.") from error
    for message in catalogue:
        words = forms(message.string)
        if not message.id or message.fuzzy or not all(words):
            continue
        unknown = facts(words) - facts(forms(message.id))
        if unknown:
            names = ", ".join(sorted(unknown))
            raise Refused(f"{fragment.name} asks {singular(message)!r} for a fact that it does not have: {names}.")
        yield message


def singular(message: Message) -> str:
    return forms(message.id)[0]


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """A message's forms: one, or singular and plural."""
    return (text,) if isinstance(text, str) else tuple(text)


def facts(texts: tuple[str, ...]) -> set[str]:
    return {name for text in texts for name in FACT.findall(text.replace("{{", ""))}


def compile_language(language: str, locale: Path = LOCALE) -> Path:
    """Writes the language's catalogue, whole or not at all; says where it lies. Raises Refused."""
    catalogue = merge(list((locale / language).glob("*.po")), language)
    path = catalogue_path(language, locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        write_mo(file, catalogue)
    beside.replace(path)
    return path


def stale(language: str, locale: Path = LOCALE) -> bool:
    """Whether a fragment, or the folder that a fragment came to or left, is newer than the catalogue."""
    path = catalogue_path(language, locale)
    if not path.exists():
        return True
    written = path.stat().st_mtime
    folder = locale / language
    return any(source.stat().st_mtime > written for source in (folder, *folder.glob("*.po")))


def languages(locale: Path = LOCALE) -> list[str]:
    """The languages that have fragments."""
    return sorted({fragment.parent.name for fragment in locale.glob("*/*.po")})


def main() -> None:
    try:
        for language in sys.argv[1:] or languages():
            compile_language(language)
    except Refused as refused:
        sys.exit(str(refused))


if __name__ == "__main__":
    main()
