"""Whoever made the file: the people who were written are those who are read."""

import pytest

from facilitator.intake import read
from tests.intake.makers import MAKERS, PEOPLE, Maker

FIELDS = ("email", "phone", "workplace", "title")


@pytest.mark.parametrize("maker", [pytest.param(maker, id=maker.program) for maker in MAKERS])
def test_whatever_program_wrote_the_list_its_people_are_read(maker: Maker) -> None:
    reading = read(maker.write(PEOPLE), maker.file)

    found = [(row.name, *(getattr(row, field) for field in FIELDS)) for row in reading.rows]
    assert found == [
        (
            f"{person.first} {person.last}",
            *(getattr(person, field) if field in maker.tells else "" for field in FIELDS),
        )
        for person in PEOPLE
    ]
    assert reading.skipped == ()
    assert {fact: getattr(reading, fact) for fact in maker.facts} == maker.facts


def test_there_are_no_two_makers_of_one_name() -> None:
    assert len({maker.program for maker in MAKERS}) == len(MAKERS)
