"""The log tells where in the code it went wrong, and nobody's name; it stays small, and never stops the app."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.desk import faults
from facilitator.desk.example import YEAR, Play
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.model.ids import new_id
from facilitator.places import resources_folder
from facilitator.store import networks, outcomes, sessions
from facilitator.store.database import open_store

CRASH = """
import ctypes, sys
from pathlib import Path
from facilitator.desk import faults
faults.watch_for_crash(Path(sys.argv[1]))
def dorthes_sag():
    ctypes.string_at(0)
dorthes_sag()
"""


def failing(words: str) -> BaseException:
    """An error that carries those words in its message, and came of another that does too."""
    try:
        try:
            raise KeyError(words)
        except KeyError as error:
            raise ValueError(f"kan ikke læse {words}") from error
    except ValueError as error:
        return error


def test_no_name_or_text_of_a_whole_year_gets_into_the_log(tmp_path: Path) -> None:
    resources = resources_folder()
    store = open_store(tmp_path / "a.facilitator")
    play = Play(store, Library(resources), Language.load("da", resources / "locale"), YEAR, new_id)
    play.hold(0)
    (network,) = networks.list_networks(store)
    members = networks.members_of(store, network.id)
    said = [
        outcome.text
        for each in sessions.sessions_of(store, network.id)
        for outcome in outcomes.outcomes_of(store, each.id)
    ]
    planted = {network.name, *(text for each in members for text in (each.name, each.email, each.phone) if text), *said}
    store.close()

    for words in planted:
        faults.keep(tmp_path / "logs", failing(words))

    logged = b"".join(file.read_bytes() for file in (tmp_path / "logs").iterdir()).decode()
    assert logged.count("ValueError") == len(planted) > 10
    assert "because of KeyError" in logged
    assert [words for words in planted if words in logged] == []
    assert str(Path(__file__).parent) not in logged


def test_the_log_turns_over_and_the_report_ends_with_the_latest(tmp_path: Path) -> None:
    error = failing("Dorthe")
    size = len(faults.told(error).encode())
    for _ in range(faults.SIZE * (faults.KEPT + 3) // size):
        faults.keep(tmp_path, error)
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as latest:
        faults.keep(tmp_path, latest)

    assert len(list(tmp_path.iterdir())) == faults.KEPT + 1
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= faults.SIZE * (faults.KEPT + 1)
    report = faults.report(tmp_path, {"Skærme": "1366 × 768"}, went_wrong="Det gik galt", nothing="Intet")
    assert report.startswith("Facilitator ")
    assert "Skærme: 1366 × 768\n\nDet gik galt:\n" in report
    assert "ZeroDivisionError" in report.splitlines()[-2]
    assert len(report) < faults.SHOWN + 200


def test_a_report_without_a_fault_says_so(tmp_path: Path) -> None:
    report = faults.report(tmp_path / "nowhere", {}, went_wrong="Det gik galt", nothing="Intet er gået galt.")
    assert report.endswith("Det gik galt:\nIntet er gået galt.")


def test_a_folder_that_can_t_hold_a_log_stops_nothing(tmp_path: Path) -> None:
    taken = tmp_path / "log"
    taken.write_text("en fil")

    faults.keep(taken, failing("Dorthe"))
    faults.watch_for_crash(taken)()

    assert taken.read_text() == "en fil"


@pytest.mark.skipif(sys.platform == "win32", reason="a null pointer is an error of Python's there")
def test_a_crash_of_the_interpreter_is_in_the_log_at_the_next_start(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], check=False)
    assert ended.returncode < 0

    assert faults.take_in_crashes(tmp_path) == 1
    assert faults.take_in_crashes(tmp_path) == 0

    logged = faults.logged(tmp_path)
    assert "Segmentation fault" in logged
    assert "<string>:7 dorthes_sag" in logged
    assert "/" not in logged.replace("<string>", "")
    assert [file.name for file in tmp_path.iterdir()] == [faults.NAME]


def test_a_program_that_runs_keeps_its_trace_and_takes_it_along(tmp_path: Path) -> None:
    waiting = "import sys; from pathlib import Path; from facilitator.desk import faults\n"
    waiting += "leave = faults.watch_for_crash(Path(sys.argv[1])); print('ready', flush=True); input(); leave()"
    other = subprocess.Popen(
        [sys.executable, "-c", waiting, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    other.stdout.readline()

    assert faults.take_in_crashes(tmp_path) == 0
    assert len(list(tmp_path.iterdir())) == 1
    other.communicate("\n")

    assert list(tmp_path.iterdir()) == []


def test_a_trace_under_our_own_number_is_an_earlier_programs(tmp_path: Path) -> None:
    (tmp_path / f"crash-{os.getpid()}.txt").write_text("Fatal Python error: Segmentation fault\n")

    assert faults.take_in_crashes(tmp_path) == 1

    assert "Segmentation fault" in faults.logged(tmp_path)
