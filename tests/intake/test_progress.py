"""How far the reading has come."""

from facilitator.intake.progress import EVERY, counted, part


def test_things_come_as_they_are_and_are_told_now_and_then():
    told = []

    assert list(counted(range(EVERY * 3), lambda done, of: told.append((done, of)), 500)) == list(range(EVERY * 3))
    assert told == [(0, 500), (EVERY, 500), (500, 500)]


def test_nothing_is_worked_out_before_it_is_wanted():
    told = []
    things = counted(iter([1]), lambda done, of: told.append(done), 1)

    assert told == []
    assert next(things) == 1
    assert told == [0]


def test_a_part_of_the_work_is_told_as_its_share_of_the_whole():
    told = []
    tell = part(lambda done, of: told.append((done, of)), 40, 100)

    for done in (0, 5, 10):
        tell(done, 10)
    tell(0, 0)

    assert told == [(40, 100), (70, 100), (100, 100), (40, 100)]
