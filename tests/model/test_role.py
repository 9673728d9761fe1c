"""A role that only one holds goes from one member to another."""

from datetime import date

import pytest
from msgspec.structs import replace

from facilitator.model.member import Member, Role, checked, has_left, with_role
from facilitator.model.trouble import Trouble

METTE = Member(id="m", network="n", name="Mette Sørensen", role=Role.chair)
JONAS = Member(id="j", network="n", name="Jonas Kjær", role=Role.deputy)
TODAY = date(2026, 12, 5)
LONE = Member(id="l", network="n", name="Lone Bech", role=Role.host)


def roles(kept):
    return {member.id: member.role for member in kept}


def test_a_new_chair_takes_the_role_from_the_one_before():
    kept = with_role((METTE, JONAS, LONE), replace(JONAS, role=Role.chair), TODAY)

    assert roles(kept) == {"m": Role.member, "j": Role.chair}


def test_several_may_be_hosts():
    assert roles(with_role((METTE, JONAS, LONE), replace(METTE, role=Role.host), TODAY)) == {"m": Role.host}


def test_who_has_left_keeps_the_role_they_left_with():
    gone = replace(METTE, left=date(2026, 11, 1))

    assert has_left(gone, TODAY)
    assert roles(with_role((gone, JONAS), replace(JONAS, role=Role.chair), TODAY)) == {"j": Role.chair}


def test_who_leaves_later_is_still_there_and_can_give_up_the_role():
    leaving = replace(METTE, left=date(2027, 1, 1))

    assert not has_left(leaving, TODAY)
    assert roles(with_role((leaving, JONAS), replace(JONAS, role=Role.chair), TODAY)) == {
        "m": Role.member,
        "j": Role.chair,
    }


def test_nobody_leaves_before_they_came():
    with pytest.raises(Trouble) as trouble:
        checked(replace(LONE, joined=date(2026, 9, 1), left=date(2026, 8, 31)))

    assert trouble.value.name == "left_before_joined"
