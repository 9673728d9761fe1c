"""Promises that nobody could see kept, "tage fat i det": heard in both languages, so that a question can be offered.

It is an offer and no check: what is promised is the members' own to word.
"""

import re

_WORDS = (
    r"tag(?:e|er)? (?:\w+ )?fat",
    r"(?:kigge|kigger|kig|se|ser) (?:lige |nærmere |lidt )*(?:på|ind i)",
    r"arbejde[rs]? (?:videre |mere )?(?:med|på)",
    r"(?:have|har|få|får|sætte|sætter) (?:mere |øget )?fokus på",
    r"(?:være|er|blive|bliver) (?:mere )?opmærksom(?:me)? på",
    r"(?:følge|følger) op",
    r"tænke[r]? (?:lidt |mere |videre )*over",
    r"(?:look|looks|looking) (?:in)?to",
    r"(?:look|looks|work|works) (?:at|on)",
    r"(?:deal|deals) with",
    r"(?:get|gets|come|comes) to grips with",
    r"(?:focus|focuses|focus more) on",
    r"(?:follow|follows) up",
    r"think(?:s)? about",
    r"be (?:more )?aware of",
)
_VAGUE = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def sounds_vague(promise: str) -> bool:
    """Whether nobody could tell by the words when it is done."""
    return _VAGUE.search(" ".join(promise.split())) is not None
