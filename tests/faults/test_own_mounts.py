"""Full disks, read-only media and disks that are pulled out: real ones, in a process that may mount them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.mounts import among_own_mounts, can_mount

INSIDE = Path(__file__).with_name("with_own_mounts.py")


@pytest.mark.skipif(not can_mount(), reason="no file system can be mounted here")
def test_what_is_told_of_disks_holds_on_real_ones():
    inner = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", str(INSIDE)]

    told = subprocess.run(among_own_mounts(*inner), capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stdout[-4000:] + told.stderr[-2000:]
