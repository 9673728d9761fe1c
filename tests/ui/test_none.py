"""None, True and False outlive any number of calls into Qt."""

import subprocess
import sys

import pytest

from ui.none import ENOUGH, FIRST_WITH_IMMORTALS, keep_none

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


def test_they_are_given_references_once():
    assert keep_none() is False


@pytest.mark.skipif(sys.version_info >= FIRST_WITH_IMMORTALS, reason="they are immortal there")
@pytest.mark.parametrize("kept", [None, True, False])
def test_each_has_more_references_than_a_day_of_meetings_can_give_back(kept):
    assert sys.getrefcount(kept) > ENOUGH // 2
