"""A clock that jumps lets nothing go at once."""

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.model.ids import new_id
from facilitator.model.outcome import Note
from facilitator.store import outcomes, rows
from facilitator.store.codec import NOTES
from facilitator.store.database import open_store
from facilitator.store.steady import steady
from tests.store.builders import a_network, a_session

MONDAY = datetime(2026, 12, 7, 9, tzinfo=UTC)
IN_2099 = datetime(2099, 12, 7, 9, tzinfo=UTC)
IN_1970 = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.fixture
def at(path):
    """Opens the store with its clock set."""
    opened = []

    def set_to(moment):
        for each in opened:
            each.close()
        opened[:] = [open_store(path, wall=lambda: round(moment.timestamp() * 1000))]
        return opened[0]

    yield set_to
    for each in opened:
        each.close()


def test_a_clock_is_steady_when_it_has_run_for_a_day(at):
    assert not steady(at(MONDAY))
    assert not steady(at(MONDAY + timedelta(hours=23)))
    assert steady(at(MONDAY + timedelta(days=1)))
    assert steady(at(MONDAY + timedelta(days=20)))


@pytest.mark.parametrize("wrong", [IN_2099, IN_1970])
def test_and_not_for_a_day_after_it_was_set(at, wrong):
    steady(at(MONDAY))
    assert steady(at(MONDAY + timedelta(days=1)))

    assert not steady(at(wrong))
    assert not steady(at(wrong + timedelta(hours=9)))
    assert not steady(at(MONDAY + timedelta(days=1, hours=9)))
    assert steady(at(MONDAY + timedelta(days=2, hours=9)))


def test_a_clock_in_2099_empties_no_bin_before_it_is_set_right_again(at):
    database = at(MONDAY)
    session = a_session(database, a_network(database))
    note = outcomes.save_outcome(database, Note(id=new_id(), session=session.id, text="Slettet ved en fejl"))
    outcomes.remove_outcome(database, note.id)
    rows.empty_bin(database)
    rows.empty_bin(at(MONDAY + timedelta(days=1)))

    assert rows.empty_bin(at(IN_2099)) == 0
    assert rows.empty_bin(at(IN_2099 + timedelta(hours=8))) == 0

    assert [each.text for each in rows.binned(at(MONDAY + timedelta(days=2)), NOTES)] == ["Slettet ved en fejl"]
    rows.empty_bin(at(MONDAY + timedelta(days=20)))
    assert rows.empty_bin(at(MONDAY + timedelta(days=31))) == 1
