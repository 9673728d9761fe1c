"""A live run killed over and over at random instants: every acknowledged line is there, and the run goes on.

`make soak` kills 200 times; the tests do it ten times.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from random import Random
from typing import Any

KILLS = 200
MOVES: tuple[dict[str, Any], ...] = (
    {"do": "pause"},
    {"do": "resume"},
    {"do": "next"},
    {"do": "back"},
    {"do": "add_time", "seconds": 60},
)
LONGEST_LIFE = 0.6  # seconds after the first answer


def main() -> None:
    """Kill, look, resume; exit code 1 where anything acknowledged is missing."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as folder:
        lost = soak(Path(folder), kills, seed=int(time.time()), tell=True)
    print(f"{kills} kills: " + ("every acknowledged line is there" if not lost else f"LOST {lost}"))
    sys.exit(1 if lost else 0)


def soak(folder: Path, kills: int, seed: int, *, tell: bool = False) -> list[str]:
    """The problems found, of which there should be none."""
    store, chance = folder / "soak.facilitator", Random(seed)
    network = _json(store, "network", "new", "Skoleledere i Vesterå")["id"]
    session = _json(store, "session", "new", network, "--template", "ordinary", "--at", "2026-12-08T09:00")["id"]
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
        shown = _json(store, "session", "show", session)
        kept = {note["id"]: note["text"] for note in shown["notes"]}
        problems += [f"note {note}" for note, text in promised.items() if kept.get(note) != text]
        if shown["run"]["seq"] < seq:
            problems.append(f"seq {seq} was promised, {shown['run']['seq']} is there")
        seq = max(seq, shown["run"]["seq"])
        check = _json(store, "check")
        problems += check["problems"]
        if seq and shown["run"]["state"] not in {"running", "paused"}:
            problems.append(f"the run is {shown['run']['state']}")
        if tell and (number + 1) % 20 == 0:
            print(f"{number + 1} kills, {len(promised)} notes, seq {seq}", flush=True)
        if problems:
            break
    return problems


def _one_life(store: Path, session: str, chance: Random, number: int, *, started: bool) -> list[dict[str, Any]]:
    """The answers of one process that is killed at a random instant while commands pour in."""
    process = subprocess.Popen(
        [*_command(store), "run", session], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
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
    for line, answer in zip(lines, answers, strict=False):
        if answer.endswith(b"\n"):
            told.append({**json.loads(answer), **({"text": line["text"]} if "text" in line else {})})
    return told


def _pour(process: subprocess.Popen[bytes], lines: bytes) -> None:
    try:
        assert process.stdin
        process.stdin.write(lines)
        process.stdin.flush()
    except (BrokenPipeError, ValueError):
        pass


def _command(store: Path) -> list[str]:
    return [sys.executable, "-m", "facilitator", "--store", str(store)]


def _json(store: Path, *arguments: str) -> Any:
    done = subprocess.run([*_command(store), *arguments, "--json"], capture_output=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
