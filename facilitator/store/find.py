"""Finding one record by what somebody typed: an id, or the beginning of one that fits no other."""

from facilitator.model.trouble import Trouble
from facilitator.store.database import Database

_LAST = "\U0010ffff"  # sorts after every character an id can have


def id_starting(database: Database, table: str, text: str) -> str | None:
    """The id that is `text` or is the only one to begin with it; None for no such. Raises Trouble("ambiguous")."""
    if not text:
        return None
    found = database.rows(f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", (text, text + _LAST))
    if found and found[0][0] == text:
        return text
    if len(found) > 1:
        raise Trouble("ambiguous", name=text)
    return str(found[0][0]) if found else None
