"""Each kind of fault that `check` is there for, made by hand; and none in a store that is well."""

import pytest

from facilitator.live import commands
from facilitator.store.check import check
from facilitator.store.schema import EVENT_TRIGGERS
from tests.store.builders import Meeting


@pytest.fixture
def busy(store, session):
    """A store in which a meeting is running."""
    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    meeting.do(commands.WriteNote(text="Vi prøver rollerne på tur"))
    meeting.do(commands.Next())
    return store


def test_a_store_in_use_is_well(busy):
    assert check(busy) == ()


def forged(store, *statements):
    """Do what the product never does."""
    store.connection.execute("PRAGMA foreign_keys = OFF")
    with store.atomic():
        for name in EVENT_TRIGGERS:
            store.run(f"DROP TRIGGER {name}")
        for statement in (*statements, *EVENT_TRIGGERS.values()):
            store.run(statement)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM events WHERE seq = 2", "events are missing"),
        ("DELETE FROM events WHERE seq = 1", "events are missing"),
        ("UPDATE events SET kind = 'paused', payload = '{}' WHERE seq = 1", "doesn't begin with its start"),
        ("UPDATE events SET kind = 'danced' WHERE seq = 2", "can't be read"),
        ("UPDATE events SET payload = '{' WHERE seq = 2", "can't be read"),
        ("DELETE FROM events", "has no events"),
        ("UPDATE runs SET state = 'finished'", "its events say running"),
        ("UPDATE notes SET session = 'nowhere'", "refers to nothing in sessions"),
        ("UPDATE notes SET step = 'nowhere'", "never was"),
        ("UPDATE notes SET stamps = '{}'", "has no stamp"),
        ("UPDATE notes SET stamps = 'x'", "stamps can't be read"),
        ("UPDATE store_info SET counter = 1", "ahead of the store's counter"),
        ("UPDATE sessions SET starts_at = 'i går'", "can't be read"),
        ("UPDATE steps SET lead = '['", "can't be read"),
    ],
)
def test_what_is_wrong_is_told(busy, statement, told):
    forged(busy, statement)

    problems = check(busy)

    assert any(told in problem for problem in problems), problems


def test_missing_triggers_are_told(busy):
    with busy.atomic():
        for name in EVENT_TRIGGERS:
            busy.run(f"DROP TRIGGER {name}")

    assert len(check(busy)) == len(EVENT_TRIGGERS)
