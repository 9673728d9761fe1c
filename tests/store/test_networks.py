"""Networks and members: found by what people type, counted for the first page."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from facilitator.model.ids import new_id
from facilitator.model.member import Member
from facilitator.model.network import Network
from facilitator.model.outcome import Action, ActionState
from facilitator.model.trouble import Trouble
from facilitator.store import deleted, networks, outcomes, rows, sessions
from facilitator.store.codec import NETWORKS
from tests.store.builders import NOW, a_network, a_session


def trouble_of(function, *arguments):
    with pytest.raises(Trouble) as trouble:
        function(*arguments)
    return trouble.value.name


def test_a_network_is_found_by_id_name_and_the_beginning_of_an_id(store, network):
    other = a_network(store, "Rektorer på øerne")

    assert networks.find_network(store, network.id) == network
    assert networks.find_network(store, "Rektorer på øerne") == other
    assert networks.find_network(store, other.id[:-1]) == other


def test_an_id_beginning_that_fits_two_is_refused_unless_it_is_an_id_itself(store):
    for name, network_id in (("Et", "aa"), ("To", "aab"), ("Tre", "aac")):
        networks.save_network(store, Network(id=network_id, name=name))

    assert networks.find_network(store, "aa").name == "Et"
    assert trouble_of(networks.find_network, store, "a") == "ambiguous"


@pytest.mark.parametrize("text", ["", " ", "Skole", "zzz", "%", "_", "'; DROP TABLE networks"])
def test_what_fits_nothing_is_no_network(store, network, text):
    assert trouble_of(networks.find_network, store, text) == "no_such_network"


def test_two_networks_never_have_the_same_name(store, network):
    assert trouble_of(a_network, store, f"  {network.name} ") == "name_taken"
    assert networks.save_network(store, replace(network, field="Skole")).field == "Skole"


def test_two_networks_of_the_same_name_that_came_by_pack_are_told_apart_by_id(store, network):
    rows.save(store, NETWORKS, Network(id=new_id(), name=network.name))

    assert trouble_of(networks.find_network, store, network.name) == "ambiguous"


def test_a_network_is_kept_with_its_name_tidied_and_its_zone_known(store):
    assert a_network(store, "  Skoleledere \n i  Vesterå ").name == "Skoleledere i Vesterå"
    assert trouble_of(networks.save_network, store, Network(id="x", name="X", zone="Mars/Olympus")) == "bad_zone"


def test_the_overview_counts_members_of_today_meetings_and_open_actions(store, network):
    aase = networks.members_of(store, network.id)[2]
    networks.save_member(store, replace(aase, left=date(2026, 12, 1)))
    networks.save_member(store, Member(id=new_id(), network=network.id, name="Yusuf", joined=date(2027, 3, 2)))
    december = a_session(store, network)
    a_session(store, network, datetime(2027, 1, 26, 9))
    sessions.cancel_session(store, a_session(store, network, datetime(2026, 12, 2, 9)).id)
    a_network(store, "Rektorer")
    for due, state in (
        (date(2026, 11, 30), ActionState.open),
        (date(2026, 12, 1), ActionState.open),
        (None, ActionState.open),
        (date(2026, 11, 1), ActionState.done),
    ):
        outcomes.save_outcome(store, Action(id=new_id(), session=december.id, text="Ring", due=due, state=state))

    first, second = networks.overviews(store, NOW)

    assert (first.members, first.sessions, first.open_actions, first.overdue) == (3, 3, 3, 1)
    assert first.next_session == december
    assert (second.members, second.sessions, second.open_actions, second.next_session) == (4, 0, 0, None)
    assert networks.overview(store, network.id, NOW) == first


@pytest.mark.parametrize(
    ("now", "number"),
    [
        (datetime(2026, 12, 8, 22, 59, tzinfo=UTC), 1),
        (datetime(2026, 12, 8, 23, 1, tzinfo=UTC), 2),
        (datetime(2027, 2, 1, tzinfo=UTC), None),
    ],
    ids=["the evening of that day", "past midnight in Denmark", "after the last"],
)
def test_a_planned_meeting_is_the_next_one_until_its_day_is_over_where_it_is_held(store, network, now, number):
    a_session(store, network)
    a_session(store, network, datetime(2027, 1, 26, 9))

    found = networks.overview(store, network.id, now).next_session

    assert (found and found.number) == number


def test_the_first_page_reads_counts_from_indexes_alone(store):
    for table, where in (
        ("actions", "network = 'n' AND state = 'open' AND due < '2026-12-08'"),
        ("sessions", "network = 'n'"),
        ("members", "network = 'n'"),
        ("runs", "state IN ('running', 'paused')"),
    ):
        plan = store.rows(f"EXPLAIN QUERY PLAN SELECT count(*) FROM {table} WHERE {where}")
        assert " INDEX " in str(plan)


def test_the_members_of_a_file_are_kept_all_or_none(store, network):
    good = Member(id=new_id(), network=network.id, name="Lone")
    bad = Member(id=new_id(), network=network.id, name="Claus", email="claus")

    assert trouble_of(networks.save_members, store, (good, bad)) == "invalid_email"

    assert len(networks.members_of(store, network.id)) == 4


def test_a_member_goes_and_comes_back(store, network):
    member = networks.members_of(store, network.id)[0]

    networks.remove_member(store, member.id)

    assert trouble_of(networks.get_member, store, member.id) == "no_such_member"
    deleted.bring_back(store, deleted.deletions(store)[0].act)
    assert networks.get_member(store, member.id) == member
    assert networks.find_member(store, member.id[:-1]) == member
    assert trouble_of(networks.remove_member, store, "nobody") == "no_such_member"


def test_how_people_sit_is_one_field_with_a_stamp_of_its_own(store, network):
    before = rows.stamps_of(store, NETWORKS, network.id)

    networks.save_network(store, replace(network, seating=("b", "a")))

    after = rows.stamps_of(store, NETWORKS, network.id)
    assert {field for field in after if after[field] != before[field]} == {"seating"}
    assert networks.get_network(store, network.id).seating == ("b", "a")
