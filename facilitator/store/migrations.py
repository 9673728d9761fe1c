"""Brings a store's tables to this version, whole or not at all, after a checked copy was put beside it."""

from typing import TYPE_CHECKING, Any

from facilitator.store import schema

if TYPE_CHECKING:
    from sqlite_utils import Migrations

# One entry a migration; `user_version` in the file is how many of them it has.
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("the first tables", schema.FIRST),
    ("events are only ever added; a nameless figure a run", schema.SECOND),
    ("what was deleted together comes back together", schema.THIRD),
    ("how the members of a network sit", schema.FOURTH),
    ("photos, and their pictures beside them", schema.FIFTH),
)
VERSION = len(STEPS)


def migrations() -> "Migrations":
    """The migrations in their order, each telling the file its number in its own transaction."""
    from sqlite_utils import Migrations

    found = Migrations("facilitator")
    for number, (name, statements) in enumerate(STEPS, start=1):
        _add(found, number, name, statements)
    return found


def migrate(utils: Any) -> None:
    """Apply what is missing, all in one transaction: a process killed meanwhile leaves the store as it was."""
    with utils.atomic():
        migrations().apply(utils)


def _add(found: "Migrations", number: int, name: str, statements: tuple[str, ...]) -> None:
    @found(name=f"{number} {name}")
    def apply(utils: Any) -> None:
        for statement in statements:
            utils.conn.execute(statement)
        utils.conn.execute(f"PRAGMA user_version = {number}")
