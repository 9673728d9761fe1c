"""Who can read what is being written: whether that follows the step, and which ways out are open to it."""

from __future__ import annotations

from facilitator.language import Language
from facilitator.model.audience import Audience, WayOut, ways_out


def readers_words(language: Language, audience: Audience, *, follows: bool) -> str:
    """Følger punktet. Kommer i referat, pakke og e-mail."""
    first = language.text("Follows the step.") if follows else language.text("Chosen by you.")
    names = {
        WayOut.minutes: language.choice("way out", "minutes"),
        WayOut.pack: language.choice("way out", "pack"),
        WayOut.mail: language.choice("way out", "e-mail"),
    }
    doors = ways_out(audience)
    shut = [name for way, name in names.items() if way not in doors]
    if not shut:
        return f"{first} {language.text('Goes into {names}.', names=language.join(names.values()))}"
    *most, last = shut
    listed = language.text("{names} or {last}", names=", ".join(most), last=last) if most else last
    return f"{first} {language.text('Not in {names}.', names=listed)}"
