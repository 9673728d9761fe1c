"""The walk through every page comes everywhere, and leaves nothing behind."""

from collections.abc import Callable
from pathlib import Path

from facilitator.language import Code
from tests.ui.every_page import LAPTOP, every_page
from ui.theme.theme import Theme


def test_the_walk_comes_to_every_page_and_every_dialog(
    stored: Callable[[Code], Path], tmp_path: Path, theme: Theme
) -> None:
    names = []
    for shown in every_page(stored("da"), tmp_path, "da", theme, (LAPTOP,)):
        assert shown.widget.isVisible(), shown.name
        names.append(shown.name)

    assert {"welcome", "home", "planner", "settings", "help", "closing", "unlock"} <= set(names)
    assert {"cockpit.before", "cockpit.round", "cockpit.behind", "cockpit.hidden", "cockpit.end"} <= set(names)
    assert {"minutes.draft", "minutes.approved", "network.import", "network.seating"} <= set(names)
    assert {"cockpit.refit", "cockpit.ready", "rehearsal.tears", "rehearsal.debrief"} <= set(names)
    assert {"wall.round", "wall.groups", "cockpit.groups", "cockpit.seating"} <= set(names)
