"""The cockpit on a laptop at 100 %, the wall on a projector at 200 %: the sizes are right, and nothing is coarse."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What the two windows look like, told by a process with such screens."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.screens.two_screens", str(tmp_path_factory.mktemp("two"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_the_cockpit_stays_on_the_laptop_at_its_size(told):
    cockpit = told["cockpit"]
    assert cockpit["screen"] == "laptop"
    assert cockpit["pixels"] == cockpit["size"] == [1366, 768]


def test_the_wall_fills_the_projector_in_all_of_its_pixels(told):
    wall = told["wall"]
    assert wall["screen"] == "projector"
    assert wall["size"] == [1920, 1080]
    assert wall["pixels"] == [3840, 2160]
    assert wall["fine"]


def test_a_window_moved_over_is_drawn_in_the_pixels_of_its_new_screen(told):
    ring, moved = told["ring"], told["moved"]
    assert ring["pixels"] == ring["size"]
    assert moved["screen"] == "projector"
    assert moved["pixels"] == [2 * side for side in moved["size"]]
    assert moved["fine"]


def test_the_paper_is_drawn_anew_for_the_screen_that_it_is_moved_to(told):
    assert (told["preview"], told["preview_moved"]) == (1, 2)
