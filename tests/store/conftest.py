"""A store of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.model.network import Network
from facilitator.model.session import Session
from facilitator.store.database import Database, open_store
from tests.store import builders


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies: in a folder that isn't there yet, with a space and Danish letters."""
    return tmp_path / "Mine netværk på øen" / "netværk.facilitator"


@pytest.fixture
def store(path: Path) -> Iterator[Database]:
    """An empty plain store."""
    database = open_store(path, patience=0)
    yield database
    database.close()


@pytest.fixture
def network(store: Database) -> Network:
    """Skoleledere i Vesterå, with four members."""
    return builders.a_network(store)


@pytest.fixture
def session(store: Database, network: Network) -> Session:
    """Its planned meeting on 8 December 2026."""
    return builders.a_session(store, network)
