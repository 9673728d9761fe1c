"""Each benchmark runs through at a thousandth of its size; what it measures is looked at by `make bench` alone."""

from pathlib import Path

import pytest

from benchmarks.__main__ import ALL
from benchmarks.figure import Figure, table
from benchmarks.soak import soak

THOUSANDTH = 0.001
KILLS = 10


@pytest.mark.parametrize("name", list(ALL))
def test_a_benchmark_gives_its_figures(name: str, tmp_path: Path) -> None:
    figures = ALL[name](tmp_path, THOUSANDTH)
    assert figures
    assert all(figure.value and figure.goal for figure in figures)


def test_a_missed_goal_stands_out_in_the_table() -> None:
    missed = Figure("Start", "3.1 x", "≤ 2.0 x", met=False, how="medians")
    assert "**no**" in table([missed])


def test_nothing_that_was_acknowledged_is_lost_when_a_run_is_killed(tmp_path: Path) -> None:
    assert soak(tmp_path, KILLS, seed=4) == []
