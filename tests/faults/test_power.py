"""The power goes, in two halves: what is answered has been synced, and a log cut short opens with all before it."""

import json
import shutil
import subprocess
import sys
from random import Random

import pytest

from benchmarks.soak.disk import can_fail
from facilitator.live import commands
from facilitator.store.check import check
from facilitator.store.database import log_of, open_store
from facilitator.store.outcomes import outcomes_of
from tests.store.builders import PASSPHRASE, Meeting, a_network, a_session

NOTES = 12
LOG_HEADER, FRAME_HEADER = 32, 24  # bytes, as https://sqlite.org/fileformat2.html#walformat has them
PAGE_SIZE_AT, COMMIT_AT = 8, 4
SOME = 9  # every ninth frame of a store with a passphrase, which takes its time to open


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "keyed"])
def led(request, path):
    """A store in which notes were written one after the other, as it lies on the disk while it is open."""
    database = open_store(path, request.param)
    session = a_session(database, a_network(database))
    meeting = Meeting(database, session)
    meeting.do(commands.Start())
    for number in range(NOTES):
        meeting.do(commands.WriteNote(text=f"Note {number}"))
    yield path, session.id, request.param
    database.close()


def frames(log):
    """Where each frame of a log begins, and whether it ends a transaction."""
    size = int.from_bytes(log[PAGE_SIZE_AT : PAGE_SIZE_AT + 4], "big") + FRAME_HEADER
    for start in range(LOG_HEADER, len(log), size):
        yield start, size, any(log[start + COMMIT_AT : start + COMMIT_AT + 4])


def test_a_log_that_is_cut_inside_any_frame_opens_with_every_transaction_before_it(led, tmp_path):
    path, session, passphrase = led
    log, chance = log_of(path).read_bytes(), Random(12)
    folder = tmp_path / "afterwards"
    shutil.copytree(path.parent, folder)
    copy = folder / path.name
    whole = copy.read_bytes()
    found = list(frames(log))
    commits = sum(ends for *_, ends in found)
    for place, (start, size, _) in enumerate(found):
        if passphrase and place % SOME:
            continue
        copy.write_bytes(whole)
        for beside in folder.glob(f"{path.name}-*"):
            beside.unlink()
        log_of(copy).write_bytes(log[: start + chance.randrange(size)])
        database = open_store(copy, passphrase)
        notes = [each.text for each in outcomes_of(database, session)]
        problems = check(database)
        database.close()

        before = sum(ends for *_, ends in found[:place])
        assert notes == [f"Note {number}" for number in range(before - (commits - NOTES))]  # the notes came last
        assert problems == ()


@pytest.mark.skipif(not can_fail(), reason="needs strace, and leave to trace")
def test_what_is_answered_was_synced_between_the_command_and_its_answer(path, tmp_path):
    database = open_store(path)
    session = a_session(database, a_network(database))
    database.close()
    seen = tmp_path / "calls"
    lines = [{"do": "start"}, *({"do": "note", "text": f"Note {number}"} for number in range(NOTES))]
    traced = ["strace", "-f", "-y", "-qq", "-s", "400", "-e", "trace=read,write,fsync,fdatasync", "-o", str(seen)]
    run = [sys.executable, "-m", "facilitator", "--store", str(path), "run", session.id]
    process = subprocess.Popen([*traced, *run], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
    for line in lines:
        process.stdin.write(json.dumps(line) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["ok"]
    process.communicate()

    synced, answered = False, 0
    for call in seen.read_text(encoding="utf-8").splitlines():
        if "sync(" in call and "-wal>" in call:
            synced = True
        elif "write(1<" in call and '\\"ok\\"' in call:
            assert synced, call
            synced, answered = False, answered + 1
    assert answered == len(lines)
