"""The writer and the jobs: in order, off the window's thread, and whatever goes wrong comes back to it."""

import threading

import pytest
from PySide6.QtCore import QTimer

from facilitator.model.trouble import Trouble
from ui.jobs import Job, Writer


@pytest.fixture
def writer(qapp, database):
    made = Writer(database.second)
    yield made
    made.close()


def test_changes_are_carried_out_in_the_order_they_were_asked_for(writer, qtbot):
    done: list[int] = []
    for number in range(20):
        writer.submit(lambda _, number=number: number, done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))
    assert writer.idle


def test_work_is_done_off_the_window_s_thread_and_told_on_it(writer, qtbot):
    threads: list[int] = []
    told: list[int] = []
    writer.submit(lambda _: threads.append(threading.get_ident()), lambda _: told.append(threading.get_ident()))
    qtbot.waitUntil(lambda: bool(told))
    assert threads[0] != threading.get_ident()
    assert told[0] == threading.get_ident()


def test_what_goes_wrong_goes_to_whoever_asked_else_to_everybody(writer, qtbot):
    def fail(_):
        raise Trouble("disk_full")

    mine: list[Exception] = []
    writer.submit(fail, failed=mine.append)
    qtbot.waitUntil(lambda: bool(mine))
    with qtbot.waitSignal(writer.went_wrong) as told:
        writer.submit(fail)
    assert told.args[0].name == "disk_full"
    done: list[object] = []
    writer.submit(lambda _: "still here", done.append)
    qtbot.waitUntil(lambda: done == ["still here"])


def test_what_keeps_the_writer_from_its_beat_is_told_once_until_it_beats_again(writer):
    told: list[object] = []
    writer.went_wrong.connect(told.append)
    full = True

    def beat():
        if full:
            raise Trouble("disk_full")

    writer.set_beat(beat)
    for _ in range(3):
        writer._beat_once()
    assert [error.name for error in told] == ["disk_full"]
    full = False
    writer._beat_once()
    full = True
    writer._beat_once()
    assert len(told) == 2


def test_a_slow_disk_is_told_and_never_holds_up_the_window(writer, qtbot):
    gate = threading.Event()
    ticks: list[int] = []
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    with qtbot.waitSignal(writer.slow_changed, timeout=3000) as slow:
        writer.submit(lambda _: gate.wait(5))
    assert slow.args == [True]
    assert len(ticks) > 20  # the window went on all the while
    with qtbot.waitSignal(writer.slow_changed) as over:
        gate.set()
    assert over.args == [False]


def test_a_job_tells_its_progress_and_its_end(qapp, qtbot):
    told: list[tuple[int, int]] = []

    def work(progress):
        for number in range(3):
            progress.report(number, 3)
        return "whole"

    job = Job(work)
    job.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(job.finished) as finished:
        job.start()
    assert finished.args == ["whole"]
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_job_that_is_called_off_stops_where_it_next_reports(qapp, qtbot):
    begun, gate = threading.Event(), threading.Event()

    def work(progress):
        begun.set()
        gate.wait(5)
        progress.report(1, 2)
        raise AssertionError("went on")

    job = Job(work)
    with qtbot.waitSignal(job.cancelled):
        job.start()
        assert begun.wait(5)
        job.cancel()
        gate.set()


def test_a_job_that_fails_says_why(qapp, qtbot):
    def work(_):
        raise Trouble("file_unreadable", name="a.csv")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert failed.args[0].name == "file_unreadable"
