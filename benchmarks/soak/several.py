"""Several programs that write into one store at the same time: nothing of any of them is missing."""

import subprocess
from pathlib import Path
from random import Random

from benchmarks.soak.command import command, names_in, not_whole

PROGRAMS = 4


def writing_at_once(folder: Path, rounds: int, chance: Random) -> list[str]:
    """The problems found, of which there should be none."""
    del chance
    store = folder / "store.facilitator"
    problems: list[str] = []
    for number in range(rounds):
        names = {f"Netværk {number}.{program}" for program in range(PROGRAMS)}
        started = [
            subprocess.Popen(command(store, "network", "new", name), stdout=subprocess.DEVNULL) for name in names
        ]
        problems += [f"a program ended with {code}" for each in started if (code := each.wait()) != 0]
        problems += [f"{name} is gone" for name in names - names_in(store)]
    return problems + not_whole(store)
