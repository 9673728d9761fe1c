"""What a file would do to the members there are."""

from datetime import date
from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.intake import Change, Row, Skipped, compare, members_to_save, read
from facilitator.intake.rows import tidy
from facilitator.model.member import Member, Role, checked

METTE = Member(
    id="mette",
    network="n",
    name="Mette Sørensen",
    email="mette@vesteraa.dk",
    phone="12 34 56 09",
    workplace="Højvang Skole",
    title="Skoleleder",
    role=Role.chair,
    joined=date(2026, 8, 25),
)


def row(line=2, **values):
    return Row(line=line, **values)


def brought_in(plan, members):
    """The members after the plan was carried out, in the order that a store may keep them."""
    ids = (f"new-{number}" for number in count(len(members)))
    saved = {m.id: m for m in members_to_save(plan, members, network="n", joined=None, new_id=lambda: next(ids))}
    return [saved.pop(member.id, member) for member in members] + list(saved.values())


@pytest.mark.parametrize(
    "values",
    [
        {"name": "Mette Sørensen", "email": "METTE@vesteraa.dk "},
        {"name": "mette  sørensen", "workplace": "HØJVANG skole"},
        {"name": "Mette Sørensen", "workplace": "Højvang Skole", "email": "ny@vesteraa.dk"},
        {"name": "Mette Holm", "workplace": "Engskolen", "email": "mette@vesteraa.dk"},
        {"name": "Mette Sørensen"},
    ],
)
def test_the_same_person_is_told_by_e_mail_else_by_name_and_workplace(values):
    plan = compare([row(**values)], [METTE])

    assert plan.added == ()
    assert [item.member for item in plan.lines] == ["mette"]


@pytest.mark.parametrize(
    "values",
    [
        {"name": "Mette Sørensen", "workplace": "Engskolen"},
        {"name": "Mette Sørensen", "email": "en.anden@vesteraa.dk"},
        {"name": "Mette Holm", "workplace": "Højvang Skole"},
    ],
)
def test_a_namesake_elsewhere_is_somebody_else(values):
    assert len(compare([row(**values)], [METTE]).added) == 1


def test_what_the_file_leaves_blank_is_never_emptied():
    plan = compare([row(name="Mette Sørensen", email="mette@vesteraa.dk")], [METTE])

    assert [item.changes for item in plan.unchanged] == [()]


def test_only_what_differs_is_changed_and_the_rest_of_the_member_stays():
    plan = compare([row(name="Mette Holm", email="mette@vesteraa.dk", phone="12345609", title="Rektor")], [METTE])

    assert plan.updated[0].changes == (
        Change("name", "Mette Sørensen", "Mette Holm"),
        Change("title", "Skoleleder", "Rektor"),
    )
    (after,) = brought_in(plan, [METTE])
    assert (after.name, after.title, after.phone, after.role, after.joined) == (
        "Mette Holm",
        "Rektor",
        "12 34 56 09",
        Role.chair,
        date(2026, 8, 25),
    )


def test_an_e_mail_goes_before_a_name_further_up_in_the_file():
    jonas = Member(id="jonas", network="n", name="Jonas Kjær", email="jonas@x", workplace="Søndre Skole")
    rows = [
        row(2, name="Jonas Kjær", workplace="Søndre Skole", email="ny@x"),
        row(3, name="Jonas K.", email="jonas@x"),
    ]

    plan = compare(rows, [jonas])

    assert [(item.line, item.member) for item in plan.lines] == [(2, None), (3, "jonas")]


def test_of_two_with_one_address_the_one_who_is_still_there_is_meant():
    left = Member(id="left", network="n", name="Åse Aaberg", email="kontor@x", left=date(2027, 1, 26))
    there = Member(id="there", network="n", name="Yusuf", email="kontor@x")

    plan = compare([row(name="Yusuf", email="kontor@x")], [left, there])

    assert [item.member for item in plan.unchanged] == ["there"]


def test_whoever_has_left_is_known_and_does_not_come_back():
    left = Member(id="åse", network="n", name="Åse Aaberg", email="aase@x", left=date(2027, 1, 26))

    plan = compare([row(name="Åse Aaberg", email="aase@x", phone="1")], [left])

    assert [(item.member, item.has_left) for item in plan.updated] == [("åse", True)]
    assert brought_in(plan, [left])[0].left == date(2027, 1, 26)


def test_somebody_twice_in_the_file_counts_once_and_the_first_line_is_named():
    rows = [
        row(2, name="Ib Juul", email="ib@x"),
        row(3, name="Lone Bech", workplace="Engskolen"),
        row(4, name="I. Juul", email="IB@x"),
        row(5, name="lone bech", workplace="Engskolen", email="lone@x"),
    ]

    plan = compare(rows, [])

    assert [item.line for item in plan.added] == [2, 3]
    assert [(skip.line, skip.reason, skip.facts) for skip in plan.skipped] == [
        (4, "twice_in_file", {"first": 2}),
        (5, "twice_in_file", {"first": 3}),
    ]


def test_two_of_one_name_with_two_addresses_are_two_people():
    rows = [row(2, name="Anne Hansen", email="a@x"), row(3, name="Anne Hansen", email="b@x")]

    assert len(compare(rows, []).added) == 2


def test_lines_that_the_reading_gave_up_stand_in_the_plan_in_their_place():
    given_up = Skipped(line=3, reason="no_name", row=row(3, email="pia@x"))

    plan = compare([row(2, name="Ib"), row(4, name="Lone")], [], [given_up])

    assert [part.line for part in plan.lines] == [2, 3, 4]


# Few names, addresses and workplaces, so that they often meet.
names = st.sampled_from(["Anne", "anne", "Bo", "Bo  "])
emails = st.sampled_from(["", "", "a@x", "A@x", "b@x", "c@x"])
workplaces = st.sampled_from(["", "", "Øst", "øst", "Vest"])
phones = st.sampled_from(["", "12 34", "1234", "99"])
persons = {"name": names.map(tidy), "email": emails, "workplace": workplaces, "phone": phones}
files = st.lists(st.fixed_dictionaries(persons), max_size=7).map(
    lambda people: [Row(line=line, **person) for line, person in enumerate(people, 2)]
)
lefts = st.none() | st.just(date(2027, 1, 1))
kept = {"name": names, "email": emails, "workplace": workplaces, "left": lefts}
networks = st.lists(st.fixed_dictionaries(kept), max_size=5).map(
    lambda people: [Member(id=f"m{number}", network="n", **person) for number, person in enumerate(people)]
)


@given(files, networks)
@example([Row(line=2, name="Anne"), Row(line=3, name="Anne", email="a@x")], [])
def test_the_same_file_twice_adds_nobody_and_changes_nothing(rows, members):
    first = compare(rows, members)

    again = compare(rows, brought_in(first, members))

    assert again.added == ()
    assert again.updated == ()
    assert again.skipped == first.skipped


@given(files, networks)
def test_every_line_is_accounted_for_once_and_no_member_twice(rows, members):
    plan = compare(rows, members)

    assert [part.line for part in plan.lines] == [row.line for row in rows]
    matched = [item.member for item in (*plan.updated, *plan.unchanged)]
    assert len(set(matched)) == len(matched)


@given(files, networks)
def test_a_file_takes_nothing_from_anybody(rows, members):
    after = {member.id: member for member in brought_in(compare(rows, members), members)}

    for before in members:
        now = after[before.id]
        assert (now.left, now.role, now.joined) == (before.left, before.role, before.joined)
        assert all(getattr(now, field) for field in ("name", "email", "workplace") if getattr(before, field))


@given(files)
def test_what_is_read_is_what_a_member_may_be(rows):
    for member in brought_in(compare(rows, []), []):
        assert checked(member) == member


def test_ten_thousand_lines_are_compared_line_by_line_with_as_many_members():
    text = "Navn;E-mail;Skole\n" + "".join(f"Anne Hansen;anne{n}@x;Skole {n}\n" for n in range(10_000))
    rows = read(text.encode(), "alle.csv").rows
    members = brought_in(compare(rows, []), [])

    plan = compare(rows, members)

    assert len(plan.unchanged) == 10_000
