"""By when: a date as people say it at a table, "fre", "12/3", "uge 5" or "til næste møde", in both languages."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from facilitator.model.trouble import Trouble

FRIDAY = 4
_DAYS = (
    ("mandag", "monday"),
    ("tirsdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lørdag", "saturday"),
    ("søndag", "sunday"),
)
_MONTHS = (
    ("januar", "january"),
    ("februar", "february"),
    ("marts", "march"),
    ("april", "april"),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
)
_NUMBERS = (
    ("en", "et", "a", "an", "one", "én", "ét"),
    ("to", "two"),
    ("tre", "three"),
    ("fire", "four"),
    ("fem", "five"),
    ("seks", "six"),
    ("syv", "seven"),
    ("otte", "eight"),
    ("ni", "nine"),
    ("ti", "ten"),
    ("elleve", "eleven"),
    ("tolv", "twelve"),
)
_SOON: Mapping[str, int] = {
    "i dag": 0,
    "idag": 0,
    "today": 0,
    "i morgen": 1,
    "imorgen": 1,
    "tomorrow": 1,
    "i overmorgen": 2,
}
_MEETING = frozenset({"møde", "næste møde", "meeting", "next meeting", "the next meeting", "det næste møde"})
_FILLER = re.compile(r"^(?:(?:inden|senest|by|before|til|på|on|den|the|d\.)\s+)+")
_NAME = r"[a-zæøå]{3,9}"
_LEAST_LETTERS = 3


def due_date(text: str, today: date, next_meeting: date | None = None) -> date | None:
    """The date that the words mean, seen from today; None for no words.

    A day without a year is the next such day; a week is its Friday, a month its last day. Raises
    Trouble("bad_due", text=...), or ("no_next_meeting") where the next meeting is meant and none is planned.
    """
    said = " ".join(text.casefold().split())
    said = _FILLER.sub("", said).removesuffix(",").strip()
    if not said:
        return None
    if said in _MEETING:
        if next_meeting is None:
            raise Trouble("no_next_meeting")
        return next_meeting
    try:
        for understand in _WAYS:
            day = understand(said, today)
            if day is not None:
                return day
    except (ValueError, OverflowError):
        pass
    raise Trouble("bad_due", text=text.strip())


def _soon(said: str, today: date) -> date | None:
    return today + timedelta(days=_SOON[said]) if said in _SOON else None


def _iso(said: str, today: date) -> date | None:
    return date.fromisoformat(said) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", said) else None


def _figures(said: str, today: date) -> date | None:
    """12/3, 12.3. and 12-3-27: the day first, in both languages."""
    found = re.fullmatch(r"(\d{1,2})[./-] ?(\d{1,2})(?:[./-] ?(\d{2}|\d{4}))?\.?", said)
    return _with_year(int(found[1]), int(found[2]), found[3], today) if found else None


def _named_month(said: str, today: date) -> date | None:
    """8. december, 8 dec 2026, december 8."""
    found = re.fullmatch(rf"(\d{{1,2}})\.? ?({_NAME})\.?(?: (\d{{2}}|\d{{4}}))?", said)
    if found:
        month = _place(found[2], _MONTHS)
        return _with_year(int(found[1]), month + 1, found[3], today) if month is not None else None
    found = re.fullmatch(rf"({_NAME})\.? (\d{{1,2}})(?:,? (\d{{4}}))?", said)
    month = _place(found[1], _MONTHS) if found else None
    return _with_year(int(found[2]), month + 1, found[3], today) if found and month is not None else None


def _weekday(said: str, today: date) -> date | None:
    found = re.fullmatch(rf"(næste |next )?({_NAME})\.?", said)
    day = _place(found[2], _DAYS) if found else None
    if found is None or day is None:
        return None
    if found[1]:
        return today + timedelta(days=7 - today.weekday() + day)
    return today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)


def _week(said: str, today: date) -> date | None:
    if said in {"næste uge", "next week"}:
        return today + timedelta(days=7 - today.weekday() + FRIDAY)
    found = re.fullmatch(r"(?:i )?(?:uge|week|u|w)\.? ?(\d{1,2})", said)
    if found is None:
        return None
    week = int(found[1])
    if not 1 <= week <= 53:  # noqa: PLR2004 (the longest year)
        return None
    for year in range(today.isocalendar().year, today.isocalendar().year + 8):
        try:
            friday = date.fromisocalendar(year, week, FRIDAY + 1)
        except ValueError:  # that year has only 52
            continue
        if friday >= today:
            return friday
    return None


def _distance(said: str, today: date) -> date | None:
    """om to uger, in 3 days, in a month."""
    found = re.fullmatch(r"(?:om|in) (\d{1,3}|[a-zéø]+) (dage?|days?|uger?|weeks?|måned(?:er)?|months?)", said)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else _number(found[1])
    if number is None:
        return None
    match found[2][0]:
        case "d":
            return today + timedelta(days=number)
        case "u" | "w":
            return today + timedelta(weeks=number)
    years, month = divmod(today.month - 1 + number, 12)
    last = monthrange(today.year + years, month + 1)[1]
    return date(today.year + years, month + 1, min(today.day, last))


def _month(said: str, today: date) -> date | None:
    """januar, i marts: by the end of it."""
    found = re.fullmatch(rf"(?:i |in )?({_NAME})\.?", said)
    month = _place(found[1], _MONTHS) if found else None
    if month is None:
        return None
    year = today.year + (month + 1 < today.month)
    return date(year, month + 1, monthrange(year, month + 1)[1])


_WAYS: tuple[Callable[[str, date], date | None], ...] = (
    _soon,
    _iso,
    _figures,
    _named_month,
    _weekday,
    _week,
    _distance,
    _month,
)


def _with_year(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)  # noqa: PLR2004
    for ahead in range(9):  # a leap day is at most eight years off
        try:
            found = date(today.year + ahead, month, day)
        except ValueError:
            if ahead == 0 and (month, day) != (2, 29):
                raise
            continue
        if found >= today:
            return found
    raise ValueError(day)


def _place(word: str, names: tuple[tuple[str, str], ...]) -> int | None:
    """Which day or month a word of at least three letters begins."""
    if len(word) < _LEAST_LETTERS:
        return None
    return next((place for place, both in enumerate(names) if any(name.startswith(word) for name in both)), None)


def _number(word: str) -> int | None:
    return next((place + 1 for place, names in enumerate(_NUMBERS) if word in names), None)
