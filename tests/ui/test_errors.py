"""What nobody has taken: a calm word on the screen, a line in the log, and no name in either."""

import sys
import threading

import pytest

from facilitator.model.trouble import Trouble
from ui.errors import ErrorKeeper

NAME = "Dorthe Lund er ked af det"


@pytest.fixture
def keeper(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return ErrorKeeper(tmp_path / "log")


def bug() -> Exception:
    try:
        raise ValueError(NAME)
    except ValueError as error:
        return error


def test_our_own_bug_is_said_calmly_and_logged_without_what_was_worked_on(keeper, qtbot, tmp_path):
    with qtbot.waitSignal(keeper.said) as said:
        keeper.keep(bug())
    assert said.args[0].name == "our_bug"
    logged = (tmp_path / "log" / "facilitator.log").read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert "test_errors.py" in logged
    assert NAME not in logged
    assert "Dorthe" not in logged


def test_a_trouble_of_the_user_s_is_handed_on_and_not_logged(keeper, qtbot, tmp_path):
    with qtbot.waitSignal(keeper.said) as said:
        keeper.keep(Trouble("disk_full"))
    assert said.args[0].name == "disk_full"
    assert not (tmp_path / "log" / "facilitator.log").exists()


def test_what_reaches_python_s_own_hook_comes_here(keeper, qtbot, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    keeper.take_over()
    error = bug()
    with qtbot.waitSignal(keeper.said) as said:
        sys.excepthook(type(error), error, error.__traceback__)
    assert said.args[0].name == "our_bug"


def test_the_same_bug_again_and_again_is_told_and_logged_once(keeper, qtbot, tmp_path):
    told = []
    keeper.said.connect(told.append)
    for _ in range(60):
        keeper.keep(bug())
    assert len(told) == 1
    assert (tmp_path / "log" / "facilitator.log").read_text(encoding="utf-8").count("ValueError") == 1


def test_what_ends_a_thread_comes_here_too(keeper, qtbot, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    keeper.take_over()
    with qtbot.waitSignal(keeper.said) as said:
        thread = threading.Thread(target=lambda: {}["Dorthe"])
        thread.start()
        thread.join()
    assert said.args[0].name == "our_bug"
