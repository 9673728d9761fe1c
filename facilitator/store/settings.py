"""What the user has chosen at this computer; it never travels."""

from typing import Any, Literal

import msgspec

from facilitator.model.network import Network, Profile
from facilitator.store.database import Database


class WallChoices(msgspec.Struct, frozen=True, kw_only=True):
    """Where the room sees the meeting. `screen` is the identity of the screen that it was last shown on.

    `window` is the geometry of the small window, which is the window's own business.
    """

    screen: str = ""
    window: str = ""
    on_top: bool = False


class GongChoices(msgspec.Struct, frozen=True, kw_only=True):
    """When a gong sounds, and how. It is off until somebody wants it."""

    step: bool = False
    turn: bool = False
    sound: Literal["bowl", "bell", "wood"] = "bowl"
    volume: Literal["soft", "medium", "loud"] = "medium"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The choices. `window` is the window's own business.

    `language` None, and `theme` and `text_size` "system", follow the computer. `addresses_seen` is by network, where
    somebody has chosen (`addresses_seen_by_all`).
    """

    language: Literal["da", "en"] | None = None
    theme: Literal["system", "light", "dark"] = "system"
    text_size: Literal["system", "normal", "larger", "largest"] = "system"
    profile: Profile = Profile()
    window: str = ""
    wall: WallChoices = WallChoices()
    gong: GongChoices = GongChoices()
    addresses_seen: dict[str, bool] = {}


def addresses_seen_by_all(settings: Settings, network: Network) -> bool:
    """Whether the addresses of a mail to the network may be seen by everyone in it: only where all know each other.

    In a home network they do, unless it is said otherwise.
    """
    return settings.addresses_seen.get(network.id, network.home)


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
