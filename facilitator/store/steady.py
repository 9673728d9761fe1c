"""Whether the computer's clock has run for a day without a jump: what is let go by its age alone waits for that.

A clock that was set to 2099 makes everything old at once. It is mostly set back before a day is over.
"""

import msgspec

from facilitator.store.database import Database

_DAY = 24 * 60 * 60 * 1000  # milliseconds
_LONGEST = 30 * _DAY  # between two looks; after longer the clock may have been set
_KEY = "clock"


class _Seen(msgspec.Struct):
    """The clock's latest moment, and since when it has not jumped."""

    at: int
    since: int


def steady(database: Database) -> bool:
    """Look at the store's clock, and remember it; whether it has been right for a day, as far as can be told."""
    now = database.wall()
    with database.atomic():
        seen = _remembered(database)
        ran_on = seen is not None and 0 <= now - seen.at <= _LONGEST
        since = seen.since if seen is not None and ran_on else now
        database.run(
            'INSERT OR REPLACE INTO settings ("key", value) VALUES (?, ?)',
            (_KEY, msgspec.json.encode(_Seen(now, since)).decode()),
        )
    return now - since >= _DAY


def _remembered(database: Database) -> _Seen | None:
    kept = database.value('SELECT value FROM settings WHERE "key" = ?', (_KEY,))
    try:
        return msgspec.json.decode(kept, type=_Seen) if kept else None
    except msgspec.DecodeError:
        return None
