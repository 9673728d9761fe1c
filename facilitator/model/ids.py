"""Ids that are made by whoever makes the record: UUIDv7, so that they sort by when they were made (RFC 9562)."""

import os
import time
from collections.abc import Callable
from random import Random
from uuid import UUID

IdMaker = Callable[[], str]


def uuid7(milliseconds: int, chance: int) -> str:
    """The id for a moment (Unix time, milliseconds) and 74 bits of chance."""
    high = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (chance >> 62 & 0xFFF) << 64
    return str(UUID(int=high | 0b10 << 62 | chance & (1 << 62) - 1))


def new_id() -> str:
    """An id for now, by the system's own chance."""
    return uuid7(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10)) >> 6)


def repeatable_ids(random: Random, milliseconds: int) -> IdMaker:
    """A maker that gives the same ids for the same `random`, each a millisecond later than the one before."""
    moments = iter(range(milliseconds, 1 << 48))
    return lambda: uuid7(next(moments), random.getrandbits(74))
