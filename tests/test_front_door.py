"""What the front door makes of its arguments: the window, a pack for it, or a command."""

from pathlib import Path

import pytest

from facilitator.__main__ import window_wish


@pytest.mark.parametrize(
    ("arguments", "wish"),
    [
        ([], (None, None, None)),
        (["--store", "a b.facilitator"], (Path("a b.facilitator"), None, None)),
        (["--language=en"], (None, "en", None)),
        (["Skoleledere på øen.netpack"], (None, None, Path("Skoleledere på øen.netpack"))),
        (["--language", "da", "x.netpack.age"], (None, "da", Path("x.netpack.age"))),
        (["--store", "x.netpack"], (Path("x.netpack"), None, None)),
        (["networks"], None),
        (["open", "x.netpack"], None),
        (["--language", "sv"], None),
        (["--store"], None),
    ],
)
def test_a_window_is_wished_for_by_options_and_a_pack_alone(arguments, wish):
    assert window_wish(arguments) == wish
