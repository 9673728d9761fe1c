"""Backups and papers killed while they are written: the file is the old one or the new one, never half of either."""

from pathlib import Path
from random import Random

from benchmarks.soak.command import a_meeting, answer, command, killed, names_in, not_whole, seconds_of


def killed_backups(folder: Path, kills: int, chance: Random) -> list[str]:
    """The problems found, of which there should be none: no copy, or one that is not whole."""
    store, to = folder / "store.facilitator", folder / "copies" / "copy.facilitator"
    a_meeting(store)
    backup = command(store, "backup", "--plain", "--to", to)
    longest = seconds_of(backup)
    problems: list[str] = []
    for number in range(kills):
        answer(store, "network", "new", f"Netværk {number}")
        before = to.read_bytes()
        killed(backup, chance, longest)
        if not to.exists():
            problems.append("the copy is gone")
            break
        problems += not_whole(to)
        if to.read_bytes() != before and f"Netværk {number}" not in names_in(to):
            problems.append("the copy is neither the old one nor the new one")
        problems += not_whole(store)
    return problems


def killed_exports(folder: Path, kills: int, chance: Random) -> list[str]:
    """The problems found, of which there should be none: no paper, or half of one."""
    store, to = folder / "store.facilitator", folder / "papers" / "run sheet.pdf"
    to.parent.mkdir()
    export = command(store, "export", a_meeting(store), "--as", "runsheet", "--to", to)
    longest = seconds_of(export)
    problems: list[str] = []
    for _ in range(kills):
        to.write_bytes(b"the old paper")
        killed(export, chance, longest)
        there = to.read_bytes() if to.exists() else b""
        if there != b"the old paper" and not (there.startswith(b"%PDF") and there.rstrip().endswith(b"%%EOF")):
            problems.append(f"{len(there)} bytes lie there that are no paper")
    return problems
