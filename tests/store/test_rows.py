"""Rows: what is written comes back, only what changed is stamped, and what goes can be had again."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.model.agenda import Kind, Lead, LeadBy, Part, Step
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.member import Member, Role
from facilitator.model.network import Body, Contact, Network, Phase
from facilitator.model.outcome import Action, ActionState, AnyOutcome, Case, Decision, Note, Parked, table_of
from facilitator.model.session import Session, SessionState
from facilitator.model.trouble import Trouble
from facilitator.store import check, outcomes, rows, sessions
from facilitator.store.codec import MEMBERS, NETWORKS, NOTES, OUTCOMES, SESSIONS, STEPS
from facilitator.store.database import open_store

# Anything that can be typed or pasted; only half a character (a lone surrogate) is no text.
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
ids = st.uuids().map(str)
days = st.none() | st.dates(date(1990, 1, 1), date(2200, 1, 1))
contacts = st.builds(Contact, words, words, words)
leads = st.builds(Lead, st.sampled_from(LeadBy), st.lists(ids, max_size=3).map(tuple))

network_values = st.builds(
    Network,
    id=ids,
    name=words,
    field=words,
    municipality=words,
    home=st.booleans(),
    phase=st.sampled_from(Phase),
    body=st.builds(Body, words, contacts, contacts),
    consultant=contacts,
)
step_values = st.builds(
    Step,
    id=ids,
    kind=st.sampled_from(Kind),
    method=words,
    version=st.integers(0, 99),
    title=words,
    working_title=words,
    words=st.dictionaries(words, words, max_size=3),
    minutes=st.integers(1, 480),
    least=st.integers(0, 480),
    protected=st.booleans(),
    optional=st.booleans(),
    audience=st.sampled_from(Audience),
    lead=leads,
    led=st.none() | leads,
    parts=st.lists(st.builds(Part, key=words, title=words, minutes=st.integers(0, 60), speaks=words), max_size=4).map(
        tuple
    ),
)
common = {
    "id": ids,
    "session": st.just("s"),
    "text": words,
    "step": ids,
    "run": words,
    "audience": st.sampled_from(Audience),
    "made_at": st.integers(0, 1 << 42),
}
outcome_values: st.SearchStrategy[AnyOutcome] = st.one_of(
    st.builds(Note, **common),
    st.builds(Decision, **common),
    st.builds(Parked, **common),
    st.builds(Case, **common, owner=words, may_travel=st.booleans()),
    st.builds(
        Action, **common, owners=st.lists(ids, max_size=3).map(tuple), due=days, state=st.sampled_from(ActionState)
    ),
)
session_values = st.builds(
    Session,
    id=ids,
    network=st.just("n"),
    number=st.integers(1, 999),
    starts_at=st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)).map(lambda at: at.replace(microsecond=0)),
    place=words,
    theme=words,
    state=st.sampled_from(SessionState),
    earlier=st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)), max_size=3).map(tuple),
    approved_on=days,
)
member_values = st.builds(
    Member, id=ids, network=st.just("n"), name=words, email=words, role=st.sampled_from(Role), joined=days, left=days
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One store for all examples of a property: each of them writes records of its own."""
    database = open_store(tmp_path_factory.mktemp("rows") / "a.facilitator")
    rows.save(database, NETWORKS, Network(id="n", name="Skoleledere i Vesterå"))
    rows.save(database, SESSIONS, Session(id="s", network="n", number=1, starts_at=datetime(2026, 12, 8, 9)))
    yield database
    database.close()


@given(
    st.one_of(
        st.tuples(st.just(NETWORKS), network_values),
        st.tuples(st.just(MEMBERS), member_values),
        st.tuples(st.just(SESSIONS), session_values),
    )
)
def test_a_value_comes_back_as_it_was(shared, kept):
    table, value = kept

    rows.save(shared, table, value)

    assert rows.get(shared, table, value.id) == value


@given(step_values)
def test_a_step_comes_back_as_it_was(shared, step):
    sessions.save_agenda(shared, "s", (step,))

    assert sessions.agenda(shared, "s") == (step,)


@given(outcome_values)
def test_an_outcome_comes_back_as_it_was(shared, outcome):
    outcome = replace(outcome, id=new_id())  # ids are unique over all tables: no example may have another's

    with shared.atomic():
        outcomes.write(shared, outcome)

    assert outcomes.get_outcome(shared, outcome.id) == outcome


@given(step_values, step_values)
def test_only_what_changed_is_stamped_and_nothing_changed_is_nothing_written(shared, before, after):
    after = replace(after, id=before.id)
    beside = {"session": "s", "place": "V", "run": ""}
    rows.save(shared, STEPS, before, beside)
    stamps = rows.stamps_of(shared, STEPS, before.id)
    counter = shared.value("SELECT counter FROM store_info")

    written = rows.save(shared, STEPS, after, beside)

    differ = {name for name in STEPS.fields if getattr(before, name) != getattr(after, name)}
    now = rows.stamps_of(shared, STEPS, before.id)
    assert {name for name in stamps if stamps[name] != now[name]} == differ
    assert written == bool(differ)
    assert shared.value("SELECT counter FROM store_info") == counter + bool(differ)
    assert all(stamp[1] == counter + 1 for name, stamp in now.items() if name in differ)


def test_every_field_but_the_id_has_a_stamp_from_the_beginning(store, network):
    stamps = rows.stamps_of(store, NETWORKS, network.id)

    assert stamps.keys() == set(Network.__struct_fields__) - {"id"}
    assert {who for who, _ in stamps.values()} == {store.value("SELECT store FROM store_info")}


@given(st.lists(outcome_values, min_size=2, max_size=6))
def test_each_earlier_value_of_a_text_can_be_had_again(shared, values):
    record = new_id()
    values = [replace(values[0], id=record, text=f"{number} {value.text}") for number, value in enumerate(values)]
    table = OUTCOMES[table_of(values[0])]
    for value in values:
        with shared.atomic():
            outcomes.write(shared, value)

    assert [each.value for each in rows.history(shared, table, record)] == values[:-1]
    for number, value in enumerate(values[:-1], start=1):
        assert rows.revert(shared, table, record, number) == value
        assert rows.get(shared, table, record) == value
    assert rows.revision(shared, table, record) == 2 * len(values) - 1


def a_note(session, text="Vi prøver rollerne på tur"):
    return Note(id=new_id(), session=session.id, text=text)


def test_what_is_removed_lies_in_the_bin_with_a_tombstone_without_text(store, session):
    note = outcomes.save_outcome(store, a_note(session))

    outcomes.remove_outcome(store, note.id)

    assert outcomes.outcomes_of(store, session.id) == ()
    assert rows.binned(store, NOTES) == (note,)
    ((table, record, stamp),) = store.rows("SELECT table_name, row_id, stamp FROM tombstones")
    assert (table, record) == ("notes", note.id)
    assert note.text not in stamp


def test_what_is_brought_back_wins_over_its_own_tombstone(store, session):
    note = outcomes.save_outcome(store, a_note(session))
    outcomes.remove_outcome(store, note.id)
    buried = store.value("SELECT counter FROM store_info")

    assert rows.bring_back(store, NOTES, note.id) == note

    assert outcomes.outcomes_of(store, session.id) == (note,)
    assert all(count > buried for _, count in rows.stamps_of(store, NOTES, note.id).values())
    assert store.rows("SELECT * FROM tombstones") == []
    assert rows.binned(store, NOTES) == ()
    assert check.check(store) == ()


def test_what_is_not_in_the_bin_cannot_be_brought_back(store, session):
    note = outcomes.save_outcome(store, a_note(session))

    for record in (note.id, "nothing"):
        with pytest.raises(Trouble) as trouble:
            rows.bring_back(store, NOTES, record)
        assert trouble.value.name == "no_such_record"


def test_after_thirty_days_what_was_deleted_is_gone_but_for_its_tombstone(path, tmp_path):
    day = 24 * 60 * 60 * 1000
    now = [100 * day]
    database = open_store(path, wall=lambda: now[0])
    rows.save(database, NETWORKS, Network(id="n", name="Skoleledere"))
    rows.save(database, SESSIONS, Session(id="s", network="n", number=1, starts_at=datetime(2026, 12, 8, 9)))
    for text in ("Første udkast", "Andet udkast"):
        outcomes.save_outcome(database, Note(id="note", session="s", text=text))
    outcomes.remove_outcome(database, "note")

    now[0] += 29 * day
    assert rows.empty_bin(database) == 0
    now[0] += day
    assert rows.empty_bin(database) == 1

    assert rows.binned(database, NOTES) == ()
    assert rows.history(database, NOTES, "note") == ()
    assert len(database.rows("SELECT * FROM tombstones")) == 1
    database.close()
    assert b"udkast" not in path.read_bytes()


def test_a_revision_that_never_was_cannot_be_gone_back_to(store, session):
    note = outcomes.save_outcome(store, a_note(session))

    with pytest.raises(Trouble) as trouble:
        rows.revert(store, NOTES, note.id, 7)

    assert trouble.value.name == "no_such_record"


def test_many_are_kept_as_one_after_the_other_would_be(store, network):
    members = [Member(id=new_id(), network=network.id, name=f"Leder {number}") for number in range(1200)]
    rows.save(store, MEMBERS, members[1])
    rows.save(store, MEMBERS, members[0])
    rows.remove(store, MEMBERS, members[0].id)
    before = rows.stamps_of(store, MEMBERS, members[1].id)
    changed = replace(members[1], phone="12 34 56 01")

    rows.save_all(store, MEMBERS, [members[0], changed, *members[2:]])

    assert {members[0], changed, *members[2:]} <= set(rows.select(store, MEMBERS))
    after = rows.stamps_of(store, MEMBERS, changed.id)
    assert [field for field in after if after[field] != before[field]] == ["phone"]
    stamps = [rows.stamps_of(store, MEMBERS, member.id)["name"] for member in members]
    assert len(set(stamps)) == len(members)
    with store.atomic():
        assert store.stamp() > max(*stamps, after["phone"])
    assert store.value("SELECT count(*) FROM tombstones") == 0


def test_of_many_all_are_kept_or_none(store, network):
    before = rows.select(store, MEMBERS)
    wrong = Member(id=new_id(), network="no such network", name="Ib")

    with pytest.raises(Exception, match="FOREIGN KEY"):
        rows.save_all(store, MEMBERS, [Member(id=new_id(), network=network.id, name="Lone"), wrong])

    assert rows.select(store, MEMBERS) == before


def test_whoever_watches_sees_each_of_many(store, network):
    seen = []
    store.watcher = lambda table, row, before, after: seen.append((table, row, before is None, after["name"]))
    members = [Member(id=new_id(), network=network.id, name=name) for name in ("Ib", "Lone")]

    rows.save_all(store, MEMBERS, members)

    assert seen == [("members", member.id, True, member.name) for member in members]
