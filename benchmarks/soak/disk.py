"""A disk that fails at a random call while a meeting runs, and a store that another program keeps for itself.

The calls are failed by strace, so that SQLite meets the system's own error where it would.
"""

import json
import shutil
import subprocess
import time
from pathlib import Path
from random import Random
from typing import Any

from sqlcipher3 import dbapi2 as driver

from benchmarks.soak.command import a_meeting, answer, command, not_whole

CALLS = ("pwrite64:error=EIO", "fdatasync:error=EIO", "fsync:error=EIO", "pwrite64:error=ENOSPC", "ftruncate:error=EIO")
SENTENCES = ("The disk can't be read or written.", "The disk is full.")
EXPECTED = (*SENTENCES, "The meeting is already running.", "The meeting has not started.")
LINES = 30
LONGEST_WAIT = 12.0  # seconds: twice what a transaction waits, and a slow computer's share


def can_fail() -> bool:
    """Whether calls can be failed here."""
    tried = ["strace", "-e", "trace=none", "true"]
    return bool(shutil.which(tried[0])) and subprocess.run(tried, capture_output=True, check=False).returncode == 0


def failing_disks(folder: Path, faults: int, chance: Random) -> list[str]:
    """The problems found, of which there should be none: a promised note missing, a traceback, a store not whole."""
    store = folder / "store.facilitator"
    session = a_meeting(store)
    promised: set[str] = set()
    problems: list[str] = []
    for number in range(faults):
        call, first = chance.choice(CALLS), chance.randrange(1, 40)
        fault = f"inject={call}:when={first}+{chance.randrange(1, 9)}"
        failing = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", fault)
        lines = [{"do": "start"}, *({"do": "note", "text": f"{number}.{line}"} for line in range(LINES))]
        told = subprocess.run(
            [*failing, *command(store, "run", session)],
            input="".join(json.dumps(line) + "\n" for line in lines),
            capture_output=True,
            text=True,
            check=False,
        )
        answers: list[dict[str, Any]] = [json.loads(line) for line in told.stdout.splitlines()]
        for line, given in zip(lines, answers, strict=False):
            if given["ok"]:
                promised |= {line["text"]} if "text" in line else set()
            elif not given["error"].startswith(EXPECTED):
                problems.append(given["error"])
        if told.stderr and not told.stderr.startswith(SENTENCES):
            problems.append(told.stderr)
        kept = {note["text"] for note in answer(store, "session", "show", session)["notes"]}
        problems += [f"{text} is gone" for text in promised - kept]
        problems += not_whole(store)
        if problems:
            break
    return problems


def kept_by_another(folder: Path, times: int, chance: Random) -> list[str]:
    """The problems found, of which there should be none: a run that waits without end, or says nothing of why."""
    del chance
    store = folder / "store.facilitator"
    session = a_meeting(store)
    run = subprocess.Popen(
        command(store, "run", session), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert run.stdin
    assert run.stdout

    def say(**line: Any) -> dict[str, Any]:
        run.stdin.write(json.dumps(line) + "\n")
        told: dict[str, Any] = json.loads(run.stdout.readline())
        return told

    problems: list[str] = []
    say(do="start")
    for number in range(times):
        other = driver.connect(str(store), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        refused = say(do="note", text="held up")
        waited = time.monotonic() - began
        other.close()
        if refused["ok"] or not refused["error"].startswith("Your data is in use by another program."):
            problems.append(f"it was answered {refused}")
        if waited > LONGEST_WAIT:
            problems.append(f"it waited {waited:.0f} seconds")
        if not say(do="note", text=f"{number}")["ok"]:
            problems.append("the run did not go on")
    run.communicate()
    kept = [note["text"] for note in answer(store, "session", "show", session)["notes"]]
    if kept != [f"{number}" for number in range(times)]:
        problems.append(f"the notes are {kept}")
    return problems + not_whole(store)
