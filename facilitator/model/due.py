"""By when: a date as people say it at a table, "fre", "12/3", "uge 5" or "til næste møde", in both languages."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from facilitator.model.trouble import Trouble

FRIDAY = 4
CHRISTMAS = "jul"  # and by itself no short July: nobody knows whether it means the 23rd or the 24th
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
    "i aften": 0,
    "tonight": 0,
    "i morgen": 1,
    "imorgen": 1,
    "tomorrow": 1,
    "i overmorgen": 2,
    "overmorgen": 2,
    "day after tomorrow": 2,
}
_MEETING = frozenset({"møde", "næste møde", "næste gang", "meeting", "next meeting", "next time", "det næste møde"})
_FILLER = re.compile(r"^(?:(?:inden(?: for)?|within|senest|by|before|til|på|on|den|the|d\.|nu)\s+)+")
_ENDS_OF = re.compile(r"^(?:i |at )?(?:the )?(?:ultimo|udgangen af|slutningen af|end of)\s+(?:the )?")
_NAME = r"[a-zæøå]{3,9}"
_LEAST_LETTERS = 3


def due_date(text: str, today: date, next_meeting: date | None = None) -> date | None:
    """The date that the words mean, seen from today; None for no words.

    A day without a year is the next such day; a week is its Friday, a month its last day. Raises
    Trouble("bad_due", text=...), or ("no_next_meeting") where the next meeting is meant and none is planned.
    """
    said = " ".join(text.casefold().split())
    said = _FILLER.sub("", said).removesuffix(",").removesuffix(" at the latest").strip()
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
    found = re.fullmatch(r"(\d{1,2})[./-] ?(\d{1,2})(?:(?:[./-] ?| )(\d{2}|\d{4}))?\.?", said)
    return _with_year(int(found[1]), int(found[2]), found[3], today) if found else None


def _named_month(said: str, today: date) -> date | None:
    """8. december, 8 dec 2026, 8th of December, december 8."""
    found = re.fullmatch(rf"(\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?:of )?({_NAME})\.?(?: (\d{{2}}|\d{{4}}))?", said)
    if found:
        month = _place(found[2], _MONTHS)
        return _with_year(int(found[1]), month + 1, found[3], today) if month is not None else None
    found = re.fullmatch(rf"({_NAME})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?", said)
    month = _place(found[1], _MONTHS) if found else None
    return _with_year(int(found[2]), month + 1, found[3], today) if found and month is not None else None


def _dated_weekday(said: str, today: date) -> date | None:
    """fredag den 11/12: where the two don't agree, nobody knows which was meant."""
    found = re.fullmatch(rf"({_NAME})\.?,? (?:den |d\. |the )?(\d.*)", said)
    weekday = _place(found[1], _DAYS) if found else None
    if found is None or weekday is None:
        return None
    day = _figures(found[2], today) or _named_month(found[2], today)
    return day if day is not None and day.weekday() == weekday else None


def _weekday(said: str, today: date) -> date | None:
    found = re.fullmatch(rf"(næste |next )?(?:førstkommende |kommende |coming |this )?({_NAME})\.?", said)
    day = _place(found[2], _DAYS) if found else None
    if found is None or day is None:
        return None
    if found[1]:
        return today + timedelta(days=7 - today.weekday() + day)
    return today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)


def _weekday_of_week(said: str, today: date) -> date | None:
    """mandag i uge 5, Monday next week."""
    found = re.fullmatch(rf"({_NAME})\.? (?:i |in |of )?((?:næste |next |uge|week).*)", said)
    weekday = _place(found[1], _DAYS) if found else None
    friday = _week(found[2], today) if found and weekday is not None else None
    day = friday + timedelta(days=weekday - FRIDAY) if friday is not None and weekday is not None else None
    return day if day is not None and day >= today else None


def _week(said: str, today: date) -> date | None:
    if said in {"næste uge", "i næste uge", "next week"}:
        return today + timedelta(days=7 - today.weekday() + FRIDAY)
    if said in {"denne uge", "i denne uge", "this week"}:
        return today + timedelta(days=FRIDAY - today.weekday()) if today.weekday() <= FRIDAY else None
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
    """om to uger, 14 dage, in 3 days, in a month, om et halvt år."""
    said = re.sub(r"^(?:om|in) ", "", said)
    if said in {"et halvt år", "half a year"}:
        said = "6 months"
    found = re.fullmatch(r"(\d{1,3}|[a-zéø]+) (dage?|days?|uger?|weeks?|måned(?:er)?|months?|år|years?)", said)
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
        case "å" | "y":
            number *= 12
    years, month = divmod(today.month - 1 + number, 12)
    last = monthrange(today.year + years, month + 1)[1]
    return date(today.year + years, month + 1, min(today.day, last))


def _month(said: str, today: date) -> date | None:
    """januar, i marts, ultimo januar 2027, næste måned: by the end of it."""
    said = re.sub(r"^(?:i|in) ", "", _ENDS_OF.sub("", said))
    if said in {"måneden", "denne måned", "måned", "month", "this month"}:
        return _last_of(today.year, today.month)
    if said in {"næste måned", "next month"}:
        return _last_of(today.year + today.month // 12, today.month % 12 + 1)
    if said in {"året", "år", "year", "this year", "årets udgang"}:
        return date(today.year, 12, 31)
    found = re.fullmatch(rf"({_NAME})\.?(?: (\d{{4}}))?", said)
    month = _place(found[1], _MONTHS) if found and found[1] != CHRISTMAS else None
    if found is None or month is None:
        return None
    return _last_of(int(found[2]) if found[2] else today.year + (month + 1 < today.month), month + 1)


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_WAYS: tuple[Callable[[str, date], date | None], ...] = (
    _soon,
    _iso,
    _figures,
    _named_month,
    _dated_weekday,
    _weekday_of_week,
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
