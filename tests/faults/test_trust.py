"""docs/trust.md promises nothing that nobody does: each test, soak and sentence that it names is there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.soak.__main__ import ALL
from facilitator.wording import MESSAGES, Counted, Message, WithFact

ROOT = Path(__file__).parents[2]
TRUST = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
ROWS = [line for line in TRUST.splitlines() if line.startswith("| ") and not line.startswith(("| ---", "| fault "))]


def worded(message: Message) -> Iterator[str]:
    """The sentences that a message may come to."""
    match message:
        case WithFact(known=known, unknown=unknown):
            yield from (*worded(known), *worded(unknown))
        case Counted(one=one, many=many):
            yield from (one, many)
        case str():
            yield message


def held_by(path: Path) -> set[str]:
    """The tests that a file holds."""
    return {node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:50])
def test_whoever_is_named_in_a_row_does_it(row):
    _, fault, _, safe, doers, _ = row.split("|")
    tests = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", doers)
    soaks = re.findall(r"\*([^*]+)\*", doers)

    assert fault.strip()
    assert safe.strip()
    assert tests
    assert [f"{path}::{name}" for path, name in tests if name not in held_by(ROOT / path)] == []
    assert set(soaks) <= {name for name, _, _ in ALL}


def test_every_soak_stands_in_a_row():
    assert {name for name, _, _ in ALL} == set(re.findall(r"soak: \*([^*]+)\*", TRUST))


def test_the_sentences_are_those_that_are_said():
    said = {sentence for message in MESSAGES.values() for sentence in worded(message)}
    quoted = re.findall(r"“([^”]+)”", TRUST)

    assert quoted
    assert [sentence for sentence in quoted if sentence not in said] == []
