"""The reader's language: words from the catalogue, and dates, times and figures as they are written in it.

English stands in the code and needs no catalogue; Danish is looked up in `facilitator.mo`. What Danish lacks is said in
English, so that a missing line never stops a meeting (a test, not the user, finds it).
"""

import datetime as dt
import gettext
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, get_args

import msgspec

from facilitator.model.trouble import Trouble
from facilitator.wording import FIELDS, MESSAGES, UNKNOWN, Counted, Message, WithFact, later

__all__ = ["DOMAIN", "Code", "Language", "chosen_language", "later", "system_language"]

Code = Literal["da", "en"]
DOMAIN = "facilitator"

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SWAPPED = str.maketrans(",.", ".,")

# Danish letters sort after z, in the order æ, ø, å; "{" is the character after "z".
_DANISH_LAST = {"æ": "{1", "ä": "{1", "ø": "{2", "ö": "{2", "å": "{3", "ü": "y"}
_PLAIN = {"æ": "ae", "ø": "o", "ß": "ss"}


class _Forms(msgspec.Struct, frozen=True, kw_only=True):
    """How one language writes what is no prose: names, patterns for dates, and separators.

    The names stand here, as babel has them too (a test compares): loading babel for them took longer than painting the
    first page.
    """

    days: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    written: str
    weekday: str
    day: str
    short: str
    table: str
    clock: str
    period: str


_FORMS: Mapping[Code, _Forms] = {
    "da": _Forms(
        days=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        months=(
            *("januar", "februar", "marts", "april", "maj", "juni"),
            *("juli", "august", "september", "oktober", "november", "december"),
        ),
        short_months=(
            *("jan.", "feb.", "mar.", "apr.", "maj", "jun."),
            *("jul.", "aug.", "sep.", "okt.", "nov.", "dec."),
        ),
        written=f"{{d.day}}.{_NO_BREAK}{{month}} {{d.year}}",
        weekday="{weekday} den ",
        day=f"{{d.day}}.{_NO_BREAK}{{month}}",
        short=f"{{d.day}}.{_NO_BREAK}{{short}}",
        table="{d.day}.{d.month}.{d.year}",
        clock=".",
        period=f"{{day}} kl.{_NO_BREAK}{{starts}}",
    ),
    "en": _Forms(
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        written=f"{{d.day}}{_NO_BREAK}{{month}} {{d.year}}",
        weekday="{weekday} ",
        day=f"{{d.day}}{_NO_BREAK}{{month}}",
        short=f"{{d.day}}{_NO_BREAK}{{short}}",
        table="",
        clock=":",
        period="{day}, {starts}",
    ),
}


class Language:
    """Finds words and writes figures for one reader. Made by `load`, and handed to whoever needs it."""

    def __init__(self, code: Code, translations: gettext.NullTranslations) -> None:
        self.code: Code = code
        self._translations = translations
        self._forms = _FORMS[code]

    @classmethod
    def load(cls, code: Code, locale_dir: Path) -> "Language":
        """The language with its catalogue, or with English words where there is none."""
        if code == "en":
            return cls(code, gettext.NullTranslations())
        return cls(code, gettext.translation(DOMAIN, str(locale_dir), [code], fallback=True))

    # Words

    def text(self, message: str, /, **facts: object) -> str:
        """The message in this language, its {facts} filled in."""
        return _filled(self._translations.gettext(message) if message else "", facts)

    def choice(self, context: str, message: str, /, **facts: object) -> str:
        """The message as it is meant in a context, where one English word has two in Danish."""
        return _filled(self._translations.pgettext(context, message), facts)

    def count(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """The message that fits `n`, which fills {n}. Zero has a sentence of its own, which the caller picks."""
        return _filled(self._translations.ngettext(one, many, n), {"n": self.number(n), **facts})

    def say(self, trouble: Trouble) -> str:
        """What happened, what is safe and what to do. Never raises: this is what is said when something else did."""
        try:
            message = MESSAGES.get(trouble.name, UNKNOWN)
            facts = {name: self._fact(name, fact) for name, fact in trouble.facts.items() if fact is not None}
            return self._worded(message, trouble.facts).format_map(_Lenient(facts))
        except Exception:
            return self._translations.gettext(UNKNOWN)

    def _worded(self, message: Message, facts: Mapping[str, object]) -> str:
        if isinstance(message, WithFact):
            return self._worded(message.known if facts.get(message.fact) not in (None, "") else message.unknown, facts)
        if isinstance(message, Counted):
            number = facts.get(message.by)
            n = number if isinstance(number, int) else 0
            return self._translations.ngettext(message.one, message.many, n)
        return self._translations.gettext(message)

    def _fact(self, name: str, fact: object) -> str:
        """A trouble's fact as it is written in a sentence."""
        if name == "field":
            return self.text(FIELDS.get(str(fact), str(fact)))
        match fact:
            case bool():
                written = str(fact)
            case int() | float():
                written = self.number(fact)
            case dt.datetime() | dt.time():
                written = self.clock(fact)
            case dt.date():
                written = self.date_long(fact)
            case list() | tuple() | set() | frozenset():
                written = self.join(str(part) for part in fact)
            case _:
                written = str(fact)
        return written

    # Dates

    def date_long(self, day: dt.date) -> str:
        """The day in full: tirsdag den 8. december 2026 · Tuesday 8 December 2026."""
        return self._dated(day, self._forms.weekday + self._forms.written)

    def date_written(self, day: dt.date) -> str:
        """The day without its weekday: 8. december 2026 · 8 December 2026."""
        return self._dated(day, self._forms.written)

    def day(self, day: dt.date) -> str:
        """A day not far off: tirsdag den 15. december · Tuesday 15 December."""
        return self._dated(day, self._forms.weekday + self._forms.day)

    def date(self, day: dt.date) -> str:
        """The day as in tables: 8.12.2026 · 8 Dec 2026 (a name, because 8/12 is two days in English)."""
        if self._forms.table:
            return self._forms.table.format(d=day)
        return f"{self.date_short(day)} {day.year}"

    def date_short(self, day: dt.date) -> str:
        """The day without its year: 8. dec. · 8 Dec."""
        return self._dated(day, self._forms.short)

    def weekday(self, day: dt.date) -> str:
        """The day's name: tirsdag · Tuesday."""
        return self._forms.days[day.weekday()]

    def relative_day(self, day: dt.date, today: dt.date) -> str:
        """I dag, I morgen, else the weekday and the date, with its year where that is another year than today's."""
        if day == today:
            return self.text("Today")
        if day == today + dt.timedelta(days=1):
            return self.text("Tomorrow")
        if day.year == today.year:
            return self.day(day)
        return self.date_long(day)

    def period(self, starts: dt.datetime, ends: dt.datetime) -> str:
        """A meeting's time: tirsdag den 8. december 2026 kl. 9.00–12.00 · Tuesday 8 December 2026, 9:00–12:00.

        Both moments are written as they stand, so the caller puts them in the network's zone.
        """
        if starts.date() == ends.date():
            return f"{self.moment(starts)}\N{EN DASH}{self.clock(ends)}"
        return f"{self.moment(starts)} \N{EN DASH} {self.moment(ends)}"

    def moment(self, when: dt.datetime) -> str:
        """A day and a time of day: tirsdag den 8. december 2026 kl. 9.00."""
        return self._forms.period.format(day=self.date_long(when), starts=self.clock(when))

    def week(self, day: dt.date) -> str:
        """The ISO week of the day: uge 50."""
        return self.text("week {n}", n=day.isocalendar().week)

    def _dated(self, day: dt.date, pattern: str) -> str:
        forms = self._forms
        return pattern.format(
            d=day,
            weekday=forms.days[day.weekday()],
            month=forms.months[day.month - 1],
            short=forms.short_months[day.month - 1],
        )

    # Times of day, figures, lists

    def clock(self, moment: dt.datetime | dt.time) -> str:
        """A time of day, with no zero in front: 9.05 · 9:05. A full stop in Danish, so that it is no duration."""
        return f"{moment.hour}{self._forms.clock}{moment.minute:02d}"

    def clock_seconds(self, moment: dt.datetime | dt.time) -> str:
        """A time of day to the second: 10.21.07 · 10:21:07."""
        return f"{self.clock(moment)}{self._forms.clock}{moment.second:02d}"

    def number(self, value: float) -> str:
        """A figure with at most three decimals: 3,5 and 1.200 · 3.5 and 1,200."""
        written = f"{value:,}" if isinstance(value, int) else f"{value:,.3f}".rstrip("0").rstrip(".")
        return written.translate(_SWAPPED) if self.code == "da" else written

    def percent(self, share: float) -> str:
        """A share of 1 in whole per cent: 0.75 is 75 % · 75%."""
        space = _NO_BREAK if self.code == "da" else ""
        return f"{self.number(round(share * 100))}{space}%"

    def minutes(self, n: int) -> str:
        """A length as in tables: 12 min."""
        return self.text("{n} min.", n=self.number(n))

    def join(self, names: Iterable[str]) -> str:
        """A list in a sentence: A, B og C · A, B and C."""
        *most, last = list(names) or [""]
        return self.text("{names} and {last}", names=", ".join(most), last=last) if most else last

    def sort_key(self, text: str) -> tuple[str, str]:
        """What names are sorted by. Danish ends with æ, ø, å, and Aa is an older way to write Å."""
        folded = unicodedata.normalize("NFC", text).casefold()
        if self.code == "da":
            folded = folded.replace("aa", "å")
            return folded.translate(_DANISH_ORDER), text
        return folded.translate(_PLAIN_ORDER), text


class _Order(dict[int, str]):
    """What each letter sorts as, worked out once: a list of names may be long."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known

    def __missing__(self, code: int) -> str:
        self[code] = self._known.get(chr(code)) or _without_accent(chr(code))
        return self[code]


_DANISH_ORDER, _PLAIN_ORDER = _Order(_DANISH_LAST), _Order(_PLAIN)


class _Lenient(dict[str, str]):
    """Facts of which one may be missing: a gap in a sentence is better than no sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def _filled(message: str, facts: Mapping[str, object]) -> str:
    return message.format(**facts) if facts else message


def _without_accent(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter)
    return "".join(mark for mark in bare if not unicodedata.combining(mark)) or letter


def chosen_language(asked: str | None, environment: Mapping[str, str], setting: str | None) -> Code:
    """The language to speak: what was asked for, else $FACILITATOR_LANGUAGE, the setting, the system's, else Danish."""
    for wish in (asked, environment.get("FACILITATOR_LANGUAGE"), setting):
        code = _code(wish)
        if code:
            return code
    return system_language(environment) or "da"


def system_language(environment: Mapping[str, str] = os.environ) -> Code | None:
    """The system's language where it is one of ours, else None."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _code(environment[name])
    return _code(_asked_of_the_platform())


def _code(wish: str | None) -> Code | None:
    spoken = (wish or "").strip().lower().replace("-", "_").split("_")[0].split(".")[0]
    return next((code for code in get_args(Code) if code == spoken), None)


def _asked_of_the_platform() -> str:
    """The language of a Windows or macOS desktop, which set no LANG for the programs that they start."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        import subprocess

        asked = ["/usr/bin/defaults", "read", "-g", "AppleLocale"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    return ""
