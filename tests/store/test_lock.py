"""One program leads a run; a second is told which."""

import subprocess
import sys

import pytest

from facilitator.model.trouble import Trouble
from facilitator.store.lock import LiveLock, take_live

HOLD = """
import sys
from pathlib import Path
from facilitator.store.lock import LiveLock
lock = LiveLock(Path(sys.argv[1]))
assert lock.take(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


def test_whoever_comes_second_is_told_which_meeting_is_running(store, network, session):
    first = take_live(store, session.id)

    with pytest.raises(Trouble) as trouble:
        take_live(store, session.id)

    assert trouble.value.name == "run_elsewhere"
    assert trouble.value.facts == {"number": 1, "network": network.name}
    first.release()
    take_live(store, session.id).release()
    assert not first.held


def test_the_lock_goes_with_its_process_however_that_dies(store, session):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store.path), session.id],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout.readline() == b"held\n"
    lock = LiveLock(store.path)
    assert not lock.take(session.id)
    assert (lock.holder().session, lock.holder().process) == (session.id, holder.pid)

    holder.kill()
    holder.communicate()

    assert lock.take(session.id)
    lock.release()


def test_the_file_that_tells_says_no_name(store, network, session):
    lock = take_live(store, session.id)

    told = b"".join(each.read_bytes() for each in store.path.parent.glob("*.running"))

    assert session.id.encode() in told
    assert network.name.encode() not in told
    lock.release()
