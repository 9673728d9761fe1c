"""None outlives any number of calls into Qt."""

import subprocess
import sys

from ui.none import keep_none

MANY = """
import ui
from PySide6.QtCore import QPoint
point = QPoint()
for _ in range(100_000):
    point.setX(1)
print("alive")
"""


def test_a_hundred_thousand_calls_into_qt_do_not_end_the_program():
    done = subprocess.run([sys.executable, "-c", MANY], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr[-300:]


def test_none_is_given_references_once():
    assert keep_none() is False
