"""Unreachable rings of objects are taken down on the window's thread alone."""

import gc
import threading

import pytest

from ui.garbage import Sweeper, sweep


class Ring:
    """Refers to itself, and tells on which thread it was taken down."""

    def __init__(self, told):
        self.itself = self
        self._told = told

    def __del__(self):
        self._told.append(threading.current_thread())


@pytest.fixture
def sweeper(qapp):
    made = Sweeper()
    yield made
    made.stop()


def make_garbage(count, told):
    for _ in range(count):
        Ring(told)


def test_another_thread_takes_nothing_down(sweeper):
    told = []
    worker = threading.Thread(target=make_garbage, args=(20_000, told))

    worker.start()
    worker.join()
    assert told == []

    sweep()
    assert set(told) == {threading.current_thread()}


def test_it_sweeps_by_itself(qtbot, sweeper):
    told = []
    make_garbage(20_000, told)

    qtbot.waitUntil(lambda: len(told) == 20_000)


@pytest.fixture
def python_looks_for_itself():
    was = gc.isenabled()
    gc.enable()
    yield
    if not was:
        gc.disable()


def test_python_looks_for_itself_again_afterwards(qapp, python_looks_for_itself):
    outer = Sweeper()
    inner = Sweeper()
    inner.stop()
    assert not gc.isenabled()

    outer.stop()
    outer.stop()

    assert gc.isenabled()
