"""Each benchmark runs through at a thousandth of its size; what it measures is looked at by `make bench` alone."""

from pathlib import Path
from random import Random

import pytest

from benchmarks import installed
from benchmarks.__main__ import ALL
from benchmarks.figure import Figure, table
from benchmarks.soak.runs import killed_runs
from benchmarks.soak.typed import killed_typists

THOUSANDTH = 0.001
KILLS = 10
TYPISTS = 3  # each is the whole app


@pytest.mark.parametrize("name", list(ALL))
def test_a_benchmark_gives_its_figures(name: str, tmp_path: Path) -> None:
    figures = ALL[name](tmp_path, THOUSANDTH)
    assert figures
    assert all(figure.value and figure.goal for figure in figures)


def test_what_is_not_built_is_said_to_be_so_and_has_missed_nothing(tmp_path: Path) -> None:
    figures = installed.run(tmp_path, THOUSANDTH, built=tmp_path)
    assert {(figure.value, figure.met) for figure in figures} == {("not built here", None)}


def test_a_missed_goal_stands_out_in_the_table() -> None:
    missed = Figure("Start", "3.1 x", "≤ 2.0 x", met=False, how="medians")
    assert "**no**" in table([missed])


def test_nothing_that_was_acknowledged_is_lost_when_a_run_is_killed(tmp_path: Path) -> None:
    assert killed_runs(tmp_path, KILLS, Random(4)) == []


def test_at_most_the_last_second_of_typing_is_lost_when_the_app_is_killed(tmp_path: Path) -> None:
    assert killed_typists(tmp_path, TYPISTS, Random(12)) == []
