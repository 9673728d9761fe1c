"""By when, as people say it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.due import due_date
from facilitator.model.trouble import Trouble

TUESDAY = date(2026, 12, 8)
NEXT_MEETING = date(2027, 1, 26)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2027-01-26", date(2027, 1, 26)),
        ("12/3", date(2027, 3, 12)),
        ("12.3.", date(2027, 3, 12)),
        ("26.1", date(2027, 1, 26)),
        ("9-12", date(2026, 12, 9)),
        ("8/12", date(2026, 12, 8)),
        ("7/12", date(2027, 12, 7)),
        ("1.2.28", date(2028, 2, 1)),
        ("29.2.", date(2028, 2, 29)),
        ("15. december", date(2026, 12, 15)),
        ("15 dec 2027", date(2027, 12, 15)),
        ("January 5", date(2027, 1, 5)),
        ("fre", date(2026, 12, 11)),
        ("på fredag", date(2026, 12, 11)),
        ("tirsdag", date(2026, 12, 15)),
        ("Monday", date(2026, 12, 14)),
        ("næste fredag", date(2026, 12, 18)),
        ("uge 5", date(2027, 2, 5)),
        ("Week 50", date(2026, 12, 11)),
        ("uge 53", date(2027, 1, 1)),
        ("næste uge", date(2026, 12, 18)),
        ("i morgen", date(2026, 12, 9)),
        ("today", TUESDAY),
        ("om 3 dage", date(2026, 12, 11)),
        ("in two weeks", date(2026, 12, 22)),
        ("om en måned", date(2027, 1, 8)),
        ("in 12 months", date(2027, 12, 8)),
        ("januar", date(2027, 1, 31)),
        ("inden næste møde", NEXT_MEETING),
        ("by the next meeting", NEXT_MEETING),
        ("næste gang", NEXT_MEETING),
        ("om 14 dage", date(2026, 12, 22)),
        ("14 dage", date(2026, 12, 22)),
        ("inden for en uge", date(2026, 12, 15)),
        ("within two weeks", date(2026, 12, 22)),
        ("next friday", date(2026, 12, 18)),
        ("this friday", date(2026, 12, 11)),
        ("førstkommende fredag", date(2026, 12, 11)),
        ("nu på fredag", date(2026, 12, 11)),
        ("tomorrow", date(2026, 12, 9)),
        ("the day after tomorrow", date(2026, 12, 10)),
        ("i overmorgen", date(2026, 12, 10)),
        ("i aften", TUESDAY),
        ("fredag den 11. december", date(2026, 12, 11)),
        ("fre 11/12", date(2026, 12, 11)),
        ("tirsdag d. 26.1.2027", date(2027, 1, 26)),
        ("Friday, 11 December", date(2026, 12, 11)),
        ("12/3 2028", date(2028, 3, 12)),
        ("March 1st", date(2027, 3, 1)),
        ("the 2nd of March", date(2027, 3, 2)),
        ("mandag i uge 5", date(2027, 2, 1)),
        ("Monday next week", date(2026, 12, 14)),
        ("onsdag i næste uge", date(2026, 12, 16)),
        ("denne uge", date(2026, 12, 11)),
        ("i næste uge", date(2026, 12, 18)),
        ("ultimo januar", date(2027, 1, 31)),
        ("udgangen af februar", date(2027, 2, 28)),
        ("by the end of January", date(2027, 1, 31)),
        ("januar 2028", date(2028, 1, 31)),
        ("næste måned", date(2027, 1, 31)),
        ("end of the month", date(2026, 12, 31)),
        ("inden årets udgang", date(2026, 12, 31)),
        ("om et år", date(2027, 12, 8)),
        ("om et halvt år", date(2027, 6, 8)),
    ],
)
def test_a_date_is_understood_as_it_is_said(said: str, meant: date) -> None:
    assert due_date(said, TUESDAY, NEXT_MEETING) == meant


# Each could be meant as more than one day, or says two that don't agree.
UNSURE = (
    *("inden jul", "før sommerferien", "by Christmas", "primo januar", "medio marts", "om et par uger", "i weekenden"),
    *("fredag den 12/12", "mandag i denne uge", "mandag uge 54", "ultimo", "efter næste møde", "soon", "asap"),
)


@pytest.mark.parametrize("said", ["", "   ", "\t"])
def test_no_words_mean_no_date(said: str) -> None:
    assert due_date(said, TUESDAY) is None


@pytest.mark.parametrize(
    "said", ["snart", "32/1", "30.2.", "uge 54", "uge 0", "om mange uger", "12", "fr", "2026-13-01", *UNSURE]
)
def test_what_is_no_date_is_said_to_be_none(said: str) -> None:
    with pytest.raises(Trouble) as told:
        due_date(said, TUESDAY, NEXT_MEETING)
    assert told.value.name == "bad_due"


def test_the_next_meeting_must_be_planned() -> None:
    with pytest.raises(Trouble) as told:
        due_date("næste møde", TUESDAY)
    assert told.value.name == "no_next_meeting"


def test_a_month_on_from_the_thirty_first_is_the_last_of_a_short_month() -> None:
    assert due_date("om en måned", date(2027, 1, 31)) == date(2027, 2, 28)


@given(st.text(max_size=30), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_rubbish_is_a_date_or_a_plain_trouble(said: str, today: date) -> None:
    assert _understood(said, today) in {"date", "nothing", "bad_due", "no_next_meeting"}


def _understood(said: str, today: date) -> str:
    try:
        return "nothing" if due_date(said, today) is None else "date"
    except Trouble as trouble:
        return trouble.name
