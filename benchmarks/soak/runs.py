"""A live run killed over and over at random instants: every acknowledged line is there, and the run goes on."""

import contextlib
import json
import os
import signal
import subprocess
import threading
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.soak.command import a_meeting, answer, command, not_whole

MOVES: tuple[dict[str, Any], ...] = (
    {"do": "pause"},
    {"do": "resume"},
    {"do": "next"},
    {"do": "back"},
    {"do": "add_time", "seconds": 60},
)
LONGEST_LIFE = 0.6  # seconds after the first answer


def killed_runs(folder: Path, kills: int, chance: Random) -> list[str]:
    """The problems found, of which there should be none."""
    store = folder / "run.facilitator"
    session = a_meeting(store)
    promised: dict[str, str] = {}
    seq = 0
    problems: list[str] = []
    for number in range(kills):
        said = _one_life(store, session, chance, number, started=seq > 0)
        for line in said:
            if line.get("ok"):
                seq = max(seq, line["seq"])
                if "id" in line and "text" in line:
                    promised[line["id"]] = line["text"]
        shown = answer(store, "session", "show", session)
        kept = {note["id"]: note["text"] for note in shown["notes"]}
        problems += [f"note {note}" for note, text in promised.items() if kept.get(note) != text]
        if shown["run"]["seq"] < seq:
            problems.append(f"seq {seq} was promised, {shown['run']['seq']} is there")
        seq = max(seq, shown["run"]["seq"])
        problems += not_whole(store)
        if seq and shown["run"]["state"] not in {"running", "paused"}:
            problems.append(f"the run is {shown['run']['state']}")
        if problems:
            break
    return problems


def _one_life(store: Path, session: str, chance: Random, number: int, *, started: bool) -> list[dict[str, Any]]:
    """The answers of one process that is killed at a random instant while commands pour in."""
    process = subprocess.Popen(
        command(store, "run", session), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdin
    assert process.stdout
    lines: list[dict[str, Any]] = [] if started else [{"do": "start"}]
    for each in range(400):
        kind = chance.randrange(4)
        lines.append({"do": "note", "text": f"life {number}, line {each}"} if kind < 2 else chance.choice(MOVES))
    poured = "".join(json.dumps(line) + "\n" for line in lines).encode()
    pour = threading.Thread(target=_pour, args=(process, poured), daemon=True)
    pour.start()
    answers = [process.stdout.readline()]
    timer = threading.Timer(chance.uniform(0, LONGEST_LIFE), os.kill, (process.pid, signal.SIGKILL))
    timer.start()
    answers += process.stdout.readlines()
    process.wait()
    timer.cancel()
    pour.join()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(BrokenPipeError):  # what was buffered has nobody to go to
            stream.close()
    told: list[dict[str, Any]] = []
    for line, told_back in zip(lines, answers, strict=False):
        if told_back.endswith(b"\n"):
            told.append({**json.loads(told_back), **({"text": line["text"]} if "text" in line else {})})
    return told


def _pour(process: subprocess.Popen[bytes], lines: bytes) -> None:
    try:
        assert process.stdin
        process.stdin.write(lines)
        process.stdin.flush()
    except (BrokenPipeError, ValueError):
        pass
