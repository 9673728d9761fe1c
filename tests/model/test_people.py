"""Who belongs to a network on a day, how a person is kept, and what "here" means."""

import pickle
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.attendance import CAME, HERE, LATE_AFTER_SECONDS, Status, arrival, attendance_id
from facilitator.model.member import FIELD_LIMIT, Member, belongs_on, checked, given_name, roster
from facilitator.model.network import NAME_LIMIT, checked_name, checked_zone
from facilitator.model.trouble import Trouble

days = st.dates(date(2025, 1, 1), date(2028, 1, 1))
members = st.builds(
    Member,
    id=st.uuids().map(str),
    network=st.just("n"),
    name=st.just("Åse Aaberg"),
    joined=st.none() | days,
    left=st.none() | days,
)


def member(**fields: object) -> Member:
    return Member(**{"id": "m", "network": "n", "name": "Åse Aaberg", **fields})


@given(members, days)
def test_a_member_belongs_from_the_first_day_until_the_day_before_leaving(who, day):
    from_then = who.joined is None or day >= who.joined
    not_yet_left = who.left is None or day <= who.left - timedelta(days=1)

    assert belongs_on(who, day) == (from_then and not_yet_left)


@given(st.lists(members, max_size=12), days)
def test_the_roster_of_a_day_keeps_the_order_and_nobody_else(all_members, day):
    assert list(roster(all_members, day)) == [who for who in all_members if belongs_on(who, day)]


def test_yusuf_is_on_the_roster_from_the_day_he_joins_and_aase_until_she_has_left():
    aase = member(id="aase", left=date(2027, 3, 1))
    yusuf = member(id="yusuf", joined=date(2027, 3, 2))

    assert roster((aase, yusuf), date(2027, 1, 26)) == (aase,)
    assert roster((aase, yusuf), date(2027, 3, 1)) == ()
    assert roster((aase, yusuf), date(2027, 3, 2)) == (yusuf,)


def test_a_person_is_kept_with_spaces_folded():
    tidy = checked(member(name="  Åse \t Aaberg ", email=" aase@vesteraa.example ", workplace="Skolen\nved  åen"))

    assert (tidy.name, tidy.email, tidy.workplace) == ("Åse Aaberg", "aase@vesteraa.example", "Skolen ved åen")


@pytest.mark.parametrize(
    ("fields", "trouble"),
    [
        ({"name": "  "}, "name_empty"),
        ({"email": "aase.vesteraa.example"}, "invalid_email"),
        ({"phone": "1" * (FIELD_LIMIT + 1)}, "value_too_long"),
    ],
)
def test_a_person_that_can_not_be_kept_is_refused(fields, trouble):
    with pytest.raises(Trouble) as raised:
        checked(member(**fields))

    assert raised.value.name == trouble


@pytest.mark.parametrize(
    ("name", "called"), [("Mette Sørensen", "Mette"), ("Claus", "Claus"), ("  Ib  Holm", "Ib"), ("", "")]
)
def test_the_room_calls_somebody_by_the_first_name(name, called):
    assert given_name(name) == called


@pytest.mark.parametrize(
    ("seconds", "status"),
    [(0, Status.present), (LATE_AFTER_SECONDS, Status.present), (LATE_AFTER_SECONDS + 1, Status.late)],
)
def test_here_means_late_only_after_some_minutes(seconds, status):
    assert arrival(seconds) is status


def test_who_left_early_came_but_is_not_here_and_who_is_expected_may_yet_speak():
    assert {Status.left_early} == CAME - HERE
    assert {Status.expected} == HERE - CAME
    assert not {Status.excused, Status.absent} & (HERE | CAME)


def test_the_same_person_at_the_same_meeting_has_one_mark_on_every_computer():
    assert attendance_id("s", "m") == attendance_id("s", "m")
    assert attendance_id("s", "m") not in {attendance_id("m", "s"), attendance_id("s", "other")}
    assert UUID(attendance_id("s", "m")).version == 5


def test_a_network_is_called_something_and_not_endlessly():
    assert checked_name("  Skoleledere  i Vesterå ") == "Skoleledere i Vesterå"
    assert checked_name("å" * NAME_LIMIT) == "å" * NAME_LIMIT
    for name, trouble in ((" \t", "name_empty"), ("å" * (NAME_LIMIT + 1), "value_too_long")):
        with pytest.raises(Trouble) as raised:
            checked_name(name)
        assert raised.value.name == trouble


@pytest.mark.parametrize("zone", ["", "Europe/Vesteraa", "../../etc/passwd", "/etc/localtime", "Europe"])
def test_a_zone_that_is_none_is_refused(zone):
    with pytest.raises(Trouble) as raised:
        checked_zone(zone)

    assert (raised.value.name, raised.value.facts) == ("bad_zone", {"text": zone})


def test_a_zone_is_known_by_its_name():
    assert checked_zone("Europe/Copenhagen").key == "Europe/Copenhagen"


def test_a_trouble_keeps_its_facts_between_processes():
    trouble = pickle.loads(pickle.dumps(Trouble("step_cannot_give", title="Tjek ud", spare=0)))

    assert (trouble.name, trouble.facts) == ("step_cannot_give", {"title": "Tjek ud", "spare": 0})
