"""A store with the example network in it, played through the engine."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.places import resources_folder
from facilitator.store.database import Database, open_store

RESOURCES = resources_folder()
LOCALE = RESOURCES / "locale"
DECEMBER_7 = date(2026, 12, 7)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty store."""
    opened = open_store(tmp_path / "store.facilitator")
    yield opened
    opened.close()


@pytest.fixture
def library() -> Library:
    """The library that the program brings with it."""
    return Library(RESOURCES)


@pytest.fixture
def danish() -> Language:
    """Danish, with its catalogue."""
    return Language.load("da", LOCALE)
