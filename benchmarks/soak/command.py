"""The command line as a soak uses it: real processes, some of which are killed."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from facilitator.model.trouble import Trouble
from facilitator.store import check, networks
from facilitator.store.database import open_store


def command(store: Path, *arguments: object) -> list[str]:
    """What to run for that store."""
    return [sys.executable, "-m", "facilitator", "--language", "en", "--store", str(store), *map(str, arguments)]


def answer(store: Path, *arguments: object) -> Any:
    """The JSON document that the command answers with; it must succeed."""
    done = subprocess.run(command(store, *arguments, "--json"), capture_output=True, check=True)
    return json.loads(done.stdout)


def killed(arguments: Sequence[str], chance: Random, longest: float) -> None:
    """Start the process, and kill it at a random instant of the `longest` seconds, once it has begun to work."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(chance.uniform(longest / 4, longest))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def seconds_of(arguments: Sequence[str]) -> float:
    """How long the process takes when nobody kills it."""
    began = time.monotonic()
    subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.monotonic() - began


def a_meeting(store: Path) -> str:
    """Make a network and plan a meeting of it; the meeting's id."""
    network = answer(store, "network", "new", "Skoleledere i Vesterå")["id"]
    session: str = answer(store, "session", "new", network, "--template", "ordinary", "--at", "2026-12-08T09:00")["id"]
    return session


def not_whole(store: Path) -> list[str]:
    """What is wrong with the store, nothing where all is well."""
    try:
        database = open_store(store)
    except Trouble as trouble:
        return [trouble.name]
    with closing(database):
        return list(check.check(database))


def names_in(store: Path) -> set[str]:
    """What its networks are called."""
    with closing(open_store(store)) as database:
        return {each.name for each in networks.list_networks(database)}
