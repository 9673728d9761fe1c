"""Every trouble that a room can raise has words, and the facts that the words ask for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.language import Language
from facilitator.model.trouble import Trouble
from facilitator.places import resources_folder
from facilitator.wording import MESSAGES, UNKNOWN, Counted, WithFact

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = Language.load("en", resources_folder() / "locale")
DANISH = Language.load("da", resources_folder() / "locale")


def raised() -> Iterator[tuple[str, set[str], str]]:
    """Each `Trouble("name", fact=…)` in the code: its name, its facts, and where it stands."""
    for package in ("facilitator", "ui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "Trouble" and node.args:
                    facts = {keyword.arg or "**" for keyword in node.keywords}
                    for name in names_in(node.args[0]):
                        yield name, facts, f"{path.relative_to(ROOT)}:{node.lineno}"


def names_in(argument: ast.expr) -> list[str]:
    """The literal names: one, or one from each branch of a choice."""
    if isinstance(argument, ast.IfExp):
        return names_in(argument.body) + names_in(argument.orelse)
    return [argument.value] if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else []


def asked_for(message: object) -> set[str]:
    """The facts without which the sentence would have a gap."""
    if isinstance(message, WithFact):
        return asked_for(message.unknown) | (asked_for(message.known) - {message.fact})
    if isinstance(message, Counted):
        return {message.by} | set(re.findall(r"\{(\w+)", message.one + message.many))
    return set(re.findall(r"\{(\w+)", str(message)))


def test_every_trouble_that_the_code_raises_has_words() -> None:
    wordless = [f"{place}: {name}" for name, _, place in raised() if name not in MESSAGES]

    assert not wordless, "\n" + "\n".join(wordless)


def test_every_trouble_brings_the_facts_that_its_words_ask_for() -> None:
    gaps = [
        f"{place}: {name} lacks {', '.join(sorted(asked_for(MESSAGES[name]) - facts))}"
        for name, facts, place in raised()
        if name in MESSAGES and "**" not in facts and not asked_for(MESSAGES[name]) <= facts
    ]

    assert not gaps, "\n" + "\n".join(gaps)


@pytest.mark.parametrize("name", MESSAGES)
def test_a_trouble_is_told_in_few_short_sentences(name) -> None:
    for language in (ENGLISH, DANISH):
        said = language.say(Trouble(name))

        assert said.endswith((".", "?"))
        assert "\n" not in said
        assert len(re.findall(r"[.?;](?= |$)", re.sub(r"min\.|kl\.", "", said))) <= 4


def test_a_fact_that_is_known_is_said_and_one_that_is_not_is_left_out() -> None:
    assert DANISH.say(Trouble("step_is_protected", title="Tjek ud")).startswith("Tjek ud er fredet")
    assert DANISH.say(Trouble("step_is_protected", title="")).startswith("Punktet er fredet")
    assert DANISH.say(Trouble("step_is_protected", step="0190")).startswith("Punktet er fredet")


def test_figures_and_fields_are_written_as_the_reader_writes_them() -> None:
    assert "20.000 tegn" in DANISH.say(Trouble("text_too_long", limit=20_000))
    assert "20,000 characters" in ENGLISH.say(Trouble("text_too_long", limit=20_000))
    assert DANISH.say(Trouble("value_too_long", field="email", limit=300)).startswith("E-mailadressen er længere")


@pytest.mark.parametrize(
    "trouble",
    [Trouble("never_heard_of"), Trouble("ambiguous"), Trouble("ambiguous", name="{0.__class__}"), Trouble("")],
    ids=["unknown", "a fact missing", "braces in a fact", "nameless"],
)
def test_saying_a_trouble_never_makes_another(trouble) -> None:
    assert ENGLISH.say(trouble)
    assert DANISH.say(trouble)


def test_a_trouble_without_words_says_that_nothing_has_changed() -> None:
    assert ENGLISH.say(Trouble("never_heard_of")) == UNKNOWN


def test_a_fact_that_can_not_even_be_written_is_survived() -> None:
    class Broken:
        def __str__(self) -> str:
            raise ValueError

    assert ENGLISH.say(Trouble("ambiguous", name=Broken())) == UNKNOWN
