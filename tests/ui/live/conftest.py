"""A room with the meeting of 8 December in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.live.builders import Room
from ui.none import keep_none
from ui.theme.theme import Theme, apply, light


@pytest.fixture
def theme(qapp) -> Theme:
    keep_none()
    made = light()
    apply(qapp, made)
    return made


@pytest.fixture
def rooms(tmp_path: Path, theme: Theme) -> Iterator[Callable[[str], Room]]:
    """Makes rooms in the language asked for, and puts them away."""
    made: list[Room] = []

    def make(code: str = "da") -> Room:
        made.append(Room(tmp_path / str(len(made)), theme, code))
        return made[-1]

    yield make
    for room in made:
        room.close()


@pytest.fixture
def room(rooms: Callable[[str], Room]) -> Room:
    return rooms("da")
