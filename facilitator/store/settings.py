"""What the user has chosen at this computer; it never travels."""

from typing import Any, Literal

import msgspec

from facilitator.model.network import Profile
from facilitator.store.database import Database


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The choices. `window` is the window's own business.

    `language` None, and `theme` and `text_size` "system", follow the computer.
    """

    language: Literal["da", "en"] | None = None
    theme: Literal["system", "light", "dark"] = "system"
    text_size: Literal["system", "normal", "larger", "largest"] = "system"
    profile: Profile = Profile()
    window: str = ""


def load_settings(database: Database) -> Settings:
    """The choices made so far; one that this version can't read counts as not made."""
    known: dict[str, Any] = {}
    for key, value in database.rows('SELECT "key", value FROM settings'):
        if key in _TYPES:
            try:
                known[key] = msgspec.json.decode(value, type=_TYPES[key])
            except msgspec.DecodeError:
                continue
    return Settings(**known)


def save_settings(database: Database, settings: Settings) -> None:
    """Keep the choices; those of a newer version that this one doesn't know stay."""
    with database.atomic():
        for key in _TYPES:
            database.run(
                'INSERT OR REPLACE INTO settings ("key", value) VALUES (?, ?)',
                (key, msgspec.json.encode(getattr(settings, key)).decode()),
            )


_TYPES: dict[str, Any] = {field.name: field.type for field in msgspec.structs.fields(Settings)}
