"""What holds for the whole checkout, whatever room a file belongs to."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tools import compile_catalogue

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt")

# Put together here, so that this file does not name them itself.
HOSTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bpypi\." + r"\w+",
        r"python" + r"hosted\.org",
        r"registry\." + r"npmjs",
        r"deb\." + r"debian\.org",
        r"\b(extra-)?index-" + r"url\b",
        r"\btrusted-" + r"host\b",
    )
)
MACHINE_PATHS = tuple(
    re.compile(pattern)
    for pattern in (
        r"shared/" + r"design",
        r"(?<![\w.])/(work|root)" + r"/\w",
        r"(?<![\w.])/home" + r"/\w+/",
        r"(?<![\w.])/Users" + r"/\w+/",
        r"\bC:\\" + r"Users\\\w+",
    )
)


def tracked() -> list[Path]:
    """The files that travel with the checkout."""
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if told.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in told.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def found(patterns: tuple[re.Pattern[str], ...]) -> list[str]:
    """Where a tracked text says any of `patterns`, as `file:line: words`."""
    places = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:  # a picture or a font
            continue
        places += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
            for number, line in enumerate(lines, start=1)
            if any(pattern.search(line) for pattern in patterns)
        ]
    return places


def pinned(lock: str) -> dict[str, list[str]]:
    """What a lock pins, `name==version`, each with its hashes."""
    pins: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([\w.-]+==[\w.]+)", line):
            name = match[1]
            pins[name] = []
        elif match := re.match(r"\s+--hash=sha256:([0-9a-f]{64})", line):
            pins[name].append(match[1])
    return pins


def test_no_file_names_a_place_to_fetch_packages_from():
    assert found(HOSTS) == []


def test_no_file_names_a_folder_of_somebodys_machine():
    assert found(MACHINE_PATHS) == []


def test_the_licence_is_the_mozilla_public_licence():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert text.startswith("Mozilla Public License Version 2.0\n")
    assert "Exhibit A - Source Code Form License Notice" in text


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_that_is_fetched_is_pinned_and_hashed(lock):
    pins = pinned(lock)

    assert pins
    assert [name for name, hashes in pins.items() if not hashes] == []


def test_the_locks_pin_the_same_version_of_what_they_share():
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for pin in pinned(lock):
            name, version = pin.split("==")
            versions.setdefault(name, set()).add(version)

    assert {name: several for name, several in versions.items() if len(several) > 1} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_whatever_its_wishes_name(lock):
    wishes = (ROOT / lock).with_suffix(".in").read_text(encoding="utf-8").splitlines()
    wished = {match[0].lower().replace("_", "-") for line in wishes if (match := re.match(r"[\w.-]+", line))} - {"-c"}

    assert wished <= {pin.split("==")[0] for pin in pinned(lock)}


@pytest.mark.parametrize("language", compile_catalogue.languages())
def test_the_fragments_of_a_language_fit_into_one_catalogue(language):
    fragments = list((compile_catalogue.LOCALE / language).glob("*.po"))

    assert len(compile_catalogue.merge(fragments, language)) > 0


def test_what_is_made_here_is_not_tracked():
    made = [path for path in tracked() if path.suffix in {".mo", ".pyc"} or ".venv" in path.parts]

    assert made == []


def test_every_room_stands_on_a_floor():
    house = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = next(contract for contract in house["tool"]["importlinter"]["contracts"] if contract["id"] == "floors")
    named = {room.strip(" ()") for floor in floors["layers"] for room in floor.split("|")}
    rooms = {
        path.stem
        for path in (ROOT / "facilitator").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    assert {f"facilitator.{room}" for room in rooms - {"__init__"}} <= named
