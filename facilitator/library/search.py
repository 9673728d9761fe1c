"""Finding a method by what one remembers of it: its name, its purpose, what kind of work it is."""

import unicodedata
from collections.abc import Iterable

from facilitator.language import Language
from facilitator.library.names import kind_name, purpose_name
from facilitator.library.words import words_in
from facilitator.model.method import Method

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def found(methods: Iterable[Method], text: str, language: Language) -> tuple[Method, ...]:
    """The methods in which a word begins with each word of `text`; those that have them in their title come first.

    Case and accents don't count, so that somebody in a hurry finds "Indflydelsescirklen" by "INDFLY"; nor does it
    matter whether the keyboard has æ, ø and å or they are spelled out.
    """
    wanted = _words(text)
    hits = [method for method in methods if _has(_words(_searched(method, language)), wanted)]
    return tuple(sorted(hits, key=lambda method: not _has(_words(words_in(method, language.code).title), wanted)))


def _searched(method: Method, language: Language) -> str:
    words = words_in(method, language.code)
    purposes = [purpose_name(purpose, language) for purpose in method.purposes]
    return " ".join([words.title, words.summary, words.purpose, method.id, kind_name(method.kind, language), *purposes])


def _has(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _words(text: str) -> list[str]:
    spelled = unicodedata.normalize("NFC", text.casefold()).translate(_SPELLED)
    bare = unicodedata.normalize("NFD", spelled)
    return "".join(letter if letter.isalnum() else " " for letter in bare if not unicodedata.combining(letter)).split()
