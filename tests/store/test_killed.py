"""What was acknowledged is there, whenever the process is killed."""

import subprocess
import sys
from random import Random

import pytest

from facilitator.live.fold import fold
from facilitator.store import check, outcomes, runs
from facilitator.store.database import open_store
from tests.store.builders import PASSPHRASE, a_network, a_session

LEAD = """
import sys
from pathlib import Path
from facilitator.live import commands
from facilitator.store import runs, sessions
from facilitator.store.database import open_store
from tests.store.builders import Meeting

path, passphrase, session = sys.argv[1:]
store = open_store(Path(path), passphrase or None)
meeting = Meeting(store, sessions.get_session(store, session), runs.load_run(store, session))
if not meeting.runner.kept.live:
    meeting.do(commands.Start())
number = 0
while True:
    answer = meeting.do(commands.WriteNote(text=f"Note {number}"))
    print(answer.seq, answer.record, flush=True)
    number += 1
"""


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["plain", "keyed"])
def test_every_acknowledged_event_and_text_survives_being_killed(path, passphrase):
    store = open_store(path, passphrase)
    session = a_session(store, a_network(store))
    store.close()
    chance = Random(8122026)
    acknowledged = {}

    for _ in range(3):
        leader = subprocess.Popen(
            [sys.executable, "-c", LEAD, str(path), passphrase, session.id], stdout=subprocess.PIPE, text=True
        )
        lines = [leader.stdout.readline() for _ in range(chance.randrange(1, 40))]
        leader.kill()
        rest, _ = leader.communicate()
        for line in (*lines, *rest.splitlines(keepends=True)):
            if line.endswith("\n"):  # a half line was never an answer
                seq, record = line.split()
                acknowledged[int(seq)] = record

        store = open_store(path, passphrase)
        loaded = runs.load_run(store, session.id)
        kept = {event.seq: event.what.id for event in loaded.events if event.seq in acknowledged}
        assert kept == acknowledged
        assert set(acknowledged.values()) <= {each.id for each in outcomes.outcomes_of(store, session.id)}
        assert fold(loaded.events).live
        assert check.check(store) == ()
        store.close()
