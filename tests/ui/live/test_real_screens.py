"""Screens that really come and go, where this machine has what that takes; elsewhere test_screens.py stands alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ("xvfb-run", "xrandr", "openbox", "xdotool")
ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason=f"needs an X server to itself: {', '.join(TOOLS)}"
)
def test_screens_come_and_go_and_the_wall_is_where_the_room_sees_it_and_never_over_the_cockpit() -> None:
    inside = f"openbox & exec {sys.executable} -m tests.ui.live.real_screens"
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 2000x800x24", "sh", "-c", inside],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    saw = json.loads(done.stdout.splitlines()[-1])  # the tools speak too
    assert saw["alone"] == "one_screen"
    assert saw["gone"]["told"].startswith("Projektoren er væk. Mødet kører videre her.")
    assert (saw["gone"]["wall"], saw["gone"]["active"]) == (False, True)
    assert saw["over the cockpit"] == []
    assert saw["wall had the keyboard"] is False
    assert saw["window"] == {"full": False, "frame": True}
    labels, closed, title, name = saw["hidden"]["over a menu"]
    assert (labels, closed) == ([], True)
    assert title == f"{name} 9.00 – Facilitator"
    assert saw["hidden"]["over a dialog"] == [[], False]
    assert saw["hidden"]["back"] == [True, True, "halvt"]
    assert saw["end"] == {"wall": f"{name}. Tak for i dag", "active": True}
