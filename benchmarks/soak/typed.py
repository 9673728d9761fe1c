"""The app killed while somebody types in a meeting: at most the last second of typing is gone, and nothing else.

Each life is a process of its own, `benchmarks.soak.typist`, which stamps every key as it is pressed. What its window
had said is added must be a note; notes and half sentence together must be all that was typed, but for what was pressed
in the last second.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from benchmarks.soak.command import a_meeting, not_whole
from facilitator.store.database import open_store
from facilitator.store.drafts import drafts_of
from facilitator.store.outcomes import outcomes_of

SECOND = 1_000_000_000  # nanoseconds, as the typist stamps
LEAST_LIFE, LONGEST_LIFE = 0.05, 2.5  # seconds of typing


def killed_typists(folder: Path, kills: int, chance: Random) -> list[str]:
    """The problems found, of which there should be none."""
    store = folder / "typed.facilitator"
    session = a_meeting(store)
    notes: list[str] = []
    half = ""
    for _ in range(kills):
        said, killed_at = one_life(store, session, chance)
        if not said:
            return ["the app did not come to its meeting"]
        # Between the note and the end of its half sentence the same words are in both; the app sees that they are.
        twice = bool(notes) and notes[-1].startswith(half)
        went_on = said[0][-1]
        problems = [] if went_on == half or (twice and not went_on) else [f"{went_on!r} stands where {half!r} was kept"]
        before = "".join(notes) + went_on
        typed = "".join(letter for what, letter, _ in _keys(said) if what == "key")
        sure = len(before) + sum(what == "key" and at < killed_at - SECOND for what, _, at in _keys(said))
        problems += not_whole(store)
        if problems:
            return problems
        with closing(open_store(store)) as database:
            notes = [each.text for each in outcomes_of(database, session)]
            half = next((draft.text for draft in drafts_of(database, session)), "")
        problems += [f"{text!r} was added" for what, text, *_ in said if what == "added" and text not in notes]
        wholes = {"".join(notes) + half, "".join(notes)} if notes else {half}
        if not any((before + typed).startswith(whole) and len(whole) >= sure for whole in wholes):
            problems.append(
                f"of {len(before + typed)} letters {sure} are sure, and {sorted(map(len, wholes))} are there"
            )
        if problems:
            return problems
    return []


def _keys(said: list[list[str]]) -> Iterator[tuple[str, str, int]]:
    """Every press with its letter and moment."""
    for what, letter, *at in said:
        if at:
            yield what, letter, int(at[0])


def one_life(store: Path, session: str, chance: Random) -> tuple[list[list[str]], int]:
    """What a process told until it was killed, its first word being that the meeting goes on; and when that was."""
    typist = start_typist(store, session, chance)
    assert typist.stdout is not None
    lines = [typist.stdout.readline()]
    rest: list[str] = []
    reader = threading.Thread(target=lambda: rest.extend(typist.stdout))
    reader.start()
    time.sleep(chance.uniform(LEAST_LIFE, LONGEST_LIFE))
    killed_at = time.monotonic_ns()
    typist.kill()
    typist.wait()
    reader.join()
    typist.stdout.close()
    told = [line.rstrip("\n").split("\t") for line in (*lines, *rest) if line.endswith("\n")]
    return told, killed_at


def start_typist(store: Path, session: str, chance: Random) -> subprocess.Popen[str]:
    """The app in a process of its own, with somebody at its keyboard."""
    typist = [sys.executable, "-m", "benchmarks.soak.typist", str(store), session, str(chance.randrange(1_000_000))]
    return subprocess.Popen(typist, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
