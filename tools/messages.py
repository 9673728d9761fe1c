"""Which messages the code says, and which of them a language lacks: `messages.py missing [LANGUAGE]`.

A message is what stands in `language.text(…)`, `language.count(…)`, `language.choice(…)`, `later(…)` or `counted(…)`.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from babel.messages.extract import extract

from tools.compile_catalogue import FACT, LOCALE, forms, messages_of

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("facilitator", "ui")

# How babel is told which arguments are the message: (1, 2) a singular and its plural, "c" a context.
KEYWORDS = {"text": None, "later": None, "count": (1, 2), "counted": (1, 2), "choice": ((1, "c"), 2)}


class Said(msgspec.Struct, frozen=True):
    """A message of the code: its context or "", its forms (singular and plural, or one), and where it stands."""

    context: str
    forms: tuple[str, ...]
    file: str
    line: int

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue finds it by."""
        return self.context, self.forms[0]


def said_in(root: Path = ROOT, packages: tuple[str, ...] = PACKAGES) -> Iterator[Said]:
    """Every message of the packages, file by file, as often as it is said."""
    for package in packages:
        for path in sorted((root / package).rglob("*.py")):
            with path.open("rb") as source:
                found = list(extract("python", source, keywords=KEYWORDS, options={"encoding": "utf-8"}))
            for line, message, _, context in found:
                words = forms(message)
                if words[0]:
                    yield Said(context or "", words, str(path.relative_to(root)), line)


def told(language: str, locale: Path = LOCALE) -> dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]:
    """What the language's fragments say, by context and message: the message's forms, and their translations."""
    return {
        (message.context or "", forms(message.id)[0]): (forms(message.id), forms(message.string or ""))
        for fragment in sorted((locale / language).glob("*.po"))
        for message in messages_of(fragment, language)
    }


def faults(said: Said, words: dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]) -> str | None:
    """What is wrong with a message in the language, or None."""
    if said.key not in words:
        return "is not translated"
    source, translation = words[said.key]
    if source != said.forms:
        return "is said with and without a plural"
    if fact_names(said.forms) != fact_names(translation):
        return "has other facts in its translation"
    return None


def fact_names(texts: tuple[str, ...]) -> set[str]:
    """The {facts} of a message or of its translation, whatever the form."""
    return {name for text in texts for name in FACT.findall(text.replace("{{", ""))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=["missing"], help="prints what the language lacks, file by file")
    parser.add_argument("language", nargs="?", default="da")
    language = parser.parse_args().language
    words = told(language)
    wrong = [(said, fault) for said in said_in() if (fault := faults(said, words))]
    for said, fault in wrong:
        context = f" ({said.context})" if said.context else ""
        print(f"{said.file}:{said.line}: {said.forms[0]!r}{context} {fault}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
