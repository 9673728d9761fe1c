"""Words, dates and figures, as Danish and English readers expect them (practice.md 4)."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from facilitator.language import Language, chosen_language, later, system_language
from facilitator.places import resources_folder

DANISH = Language.load("da", resources_folder() / "locale")
ENGLISH = Language.load("en", resources_folder() / "locale")
MEETING = date(2026, 12, 8)
STARTS, ENDS = datetime(2026, 12, 8, 9, 0), datetime(2026, 12, 8, 12, 0)
SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])
def test_days_and_months_are_called_what_babel_calls_them(language) -> None:
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(days=number)
        known = {pattern: format_date(day, pattern, locale=language.code) for pattern in ("EEEE", "d", "MMMM", "MMM")}
        dot = "." if language.code == "da" else ""
        assert language.weekday(day) == known["EEEE"]
        assert language.date_written(day) == f"{known['d']}{dot}{SPACE}{known['MMMM']} 2028"
        assert language.date_short(day) == f"{known['d']}{dot}{SPACE}{known['MMM']}"


def both(method: str, *arguments: object) -> tuple[str, str]:
    return getattr(DANISH, method)(*arguments), getattr(ENGLISH, method)(*arguments)


@pytest.mark.parametrize(
    ("method", "arguments", "danish", "english"),
    [
        ("date_long", (MEETING,), "tirsdag den 8. december 2026", "Tuesday 8 December 2026"),
        ("date_written", (MEETING,), "8. december 2026", "8 December 2026"),
        ("date", (MEETING,), "8.12.2026", "8 Dec 2026"),
        ("date_short", (MEETING,), "8. dec.", "8 Dec"),
        ("weekday", (MEETING,), "tirsdag", "Tuesday"),
        (
            "period",
            (STARTS, ENDS),
            "tirsdag den 8. december 2026 kl. 9.00–12.00",
            "Tuesday 8 December 2026, 9:00–12:00",
        ),
        ("moment", (STARTS,), "tirsdag den 8. december 2026 kl. 9.00", "Tuesday 8 December 2026, 9:00"),
        ("week", (MEETING,), "uge 50", "week 50"),
        ("week", (date(2027, 1, 1),), "uge 53", "week 53"),
        ("clock", (time(9, 5),), "9.05", "9:05"),
        ("clock", (time(0, 0),), "0.00", "0:00"),
        ("clock_seconds", (time(10, 21, 7),), "10.21.07", "10:21:07"),
        ("number", (1200,), "1.200", "1,200"),
        ("number", (3.5,), "3,5", "3.5"),
        ("number", (3.0,), "3", "3"),
        ("percent", (0.75,), "75 %", "75%"),
        ("minutes", (12,), "12 min.", "12 min."),
        ("join", ([],), "", ""),
        ("join", (["Mette"],), "Mette", "Mette"),
        ("join", (["Mette", "Jonas", "Åse"],), "Mette, Jonas og Åse", "Mette, Jonas and Åse"),
        ("relative_day", (MEETING, MEETING), "I dag", "Today"),
        ("relative_day", (MEETING, date(2026, 12, 7)), "I morgen", "Tomorrow"),
        ("relative_day", (MEETING, date(2026, 11, 24)), "tirsdag den 8. december", "Tuesday 8 December"),
        ("relative_day", (date(2027, 1, 26), MEETING), "tirsdag den 26. januar 2027", "Tuesday 26 January 2027"),
    ],
)
def test_it_is_written_as_the_reader_writes_it(method, arguments, danish, english) -> None:
    written = both(method, *arguments)

    assert tuple(text.replace(SPACE, " ") for text in written) == (danish, english)


def test_a_line_never_breaks_between_a_day_and_its_month_or_a_figure_and_its_sign() -> None:
    assert f"8.{SPACE}december" in DANISH.date_long(MEETING)
    assert f"kl.{SPACE}9.00" in DANISH.period(STARTS, ENDS)
    assert DANISH.percent(0.5) == f"50{SPACE}%"
    assert f"8{SPACE}December" in ENGLISH.date_long(MEETING)


def test_a_meeting_past_midnight_tells_both_days() -> None:
    over = datetime(2026, 12, 9, 1, 0)

    assert DANISH.period(STARTS, over).count("december") == 2


def test_the_moment_is_written_in_the_zone_that_it_carries() -> None:
    assert DANISH.clock(datetime(2026, 12, 8, 8, 5, tzinfo=UTC)) == "8.05"


def test_a_message_has_its_facts_filled_in_and_braces_without_facts_left_alone() -> None:
    assert ENGLISH.text("Ends at {time}", time="9:05") == "Ends at 9:05"
    assert ENGLISH.text("{not} a fact") == "{not} a fact"
    assert DANISH.text("Nobody has translated this") == "Nobody has translated this"
    assert DANISH.text("") == ""


def test_a_fact_may_have_any_name() -> None:
    assert ENGLISH.text("{message}: {context}", message="a", context="b") == "a: b"
    assert ENGLISH.choice("a place", "{message}", message="Left") == "Left"


def test_a_count_picks_its_plural_and_writes_its_figure() -> None:
    assert ENGLISH.count("{n} member", "{n} members", 1) == "1 member"
    assert ENGLISH.count("{n} note of {name}", "{n} notes of {name}", 1200, name="Ib") == "1,200 notes of Ib"


def test_a_message_that_is_looked_up_later_is_the_message_itself() -> None:
    assert later("Tomorrow") == "Tomorrow"


def test_without_a_catalogue_english_is_spoken(tmp_path: Path) -> None:
    language = Language.load("da", tmp_path)

    assert language.text("Tomorrow") == "Tomorrow"
    assert language.clock(time(9, 5)) == "9.05"


def test_danish_names_end_with_ae_oe_aa_and_aa_is_an_older_way_to_write_the_last() -> None:
    rising = ["Andreas", "André", "Claus", "Zita", "Ærø", "Østergaard", "Åberg", "Aaberg", "Aagaard", "Åse"]
    shuffled = Random(4).sample(rising, len(rising))

    danish = sorted(shuffled, key=DANISH.sort_key)

    assert danish[:6] == ["André", "Andreas", "Claus", "Zita", "Ærø", "Østergaard"]
    assert danish[6:] in (["Aaberg", "Åberg", "Aagaard", "Åse"], ["Åberg", "Aaberg", "Aagaard", "Åse"])


def test_english_sorts_letters_with_marks_beside_the_plain_ones() -> None:
    assert sorted(["Zita", "Åse", "Østergaard", "Birgitte"], key=ENGLISH.sort_key) == [
        "Åse",
        "Birgitte",
        "Østergaard",
        "Zita",
    ]


@given(st.text(), st.text())
def test_only_the_same_text_sorts_in_the_same_place(one, other) -> None:
    for language in (DANISH, ENGLISH):
        assert (language.sort_key(one) == language.sort_key(other)) == (one == other)


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_keeps_its_digits(number) -> None:
    assert int(DANISH.number(number).replace(".", "")) == number


@given(st.dates(date(1900, 1, 1), date(9998, 12, 30)))
def test_every_date_is_written_with_its_day_and_year(day) -> None:
    for language in (DANISH, ENGLISH):
        written = language.date_long(day)

        assert str(day.year) in written
        assert str(day.day) in written.replace(".", " ").replace(SPACE, " ").split()


@pytest.mark.parametrize(
    ("asked", "environment", "setting", "spoken"),
    [
        ("en", {"FACILITATOR_LANGUAGE": "da"}, "da", "en"),
        (None, {"FACILITATOR_LANGUAGE": "en", "LANG": "da_DK.UTF-8"}, "da", "en"),
        (None, {"LANG": "da_DK.UTF-8"}, "en", "en"),
        (None, {"LANG": "en_GB.UTF-8"}, None, "en"),
        (None, {"LC_ALL": "da_DK", "LANG": "en_US"}, None, "da"),
        (None, {"LANG": "de_DE.UTF-8"}, None, "da"),
        (None, {"FACILITATOR_LANGUAGE": "xx", "LANG": "C"}, "", "da"),
    ],
)
def test_the_language_is_what_was_asked_for_else_set_else_the_systems_else_danish(
    asked, environment, setting, spoken
) -> None:
    assert chosen_language(asked, environment, setting) == spoken


def test_a_system_that_speaks_neither_is_no_answer() -> None:
    assert system_language({"LANG": "fr_FR.UTF-8"}) is None
