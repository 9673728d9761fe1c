"""A step in the reader's words: the method's, but for what the user has changed."""

from collections.abc import Mapping

import msgspec

from facilitator.language import Code
from facilitator.model.agenda import Part, Step
from facilitator.model.method import Method, MethodWords


class WordedPart(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a step as it is read: `wall` says to the room who speaks, the prompts are for whoever leads."""

    key: str
    title: str
    minutes: int
    speaks: str
    round: bool
    say: str
    do: str
    watch: str
    wall: str


class WordedStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step as it is read. `title` and `instruction` may be seen by all; the rest is for whoever leads."""

    title: str
    instruction: str = ""
    summary: str = ""
    purpose: str = ""
    how: str = ""
    remember: str = ""
    plan_b: str = ""
    say: str = ""
    do: str = ""
    watch: str = ""
    roles: str = ""
    materials: str = ""
    parts: tuple[WordedPart, ...] = ()


# The fields of a step whose words the user may change; a part's stand under "<key>.<field>".
CHANGEABLE = ("instruction", "purpose", "how", "remember", "plan_b", "say", "do", "watch", "roles", "materials")
CHANGEABLE_IN_PART = ("say", "do", "watch", "wall")


def worded_step(step: Step, method: Method | None, code: Code) -> WordedStep:
    """The step's words in that language. Without its method it keeps its own title, else its id made readable."""
    words = words_in(method, code) if method else None
    mine = _mine(words) | {name: text for name, text in step.words.items() if name in CHANGEABLE and text}
    return WordedStep(
        title=step.title or (words.title if words else readable(step.method)),
        summary=words.summary if words else "",
        parts=tuple(_worded_part(part, words, step.words, mine) for part in step.parts),
        **mine,
    )


def _mine(words: MethodWords | None) -> dict[str, str]:
    if words is None:
        return {}
    return {name: words.wall if name == "instruction" else getattr(words, name) for name in CHANGEABLE}


def _worded_part(
    part: Part, words: MethodWords | None, changed: Mapping[str, str], of_step: Mapping[str, str]
) -> WordedPart:
    """The part's prompts; where it has none of its own, the step's (a method of one part has them only there)."""
    own = words.parts.get(part.key) if words else None
    inherited = {name: of_step.get("instruction" if name == "wall" else name, "") for name in CHANGEABLE_IN_PART}
    return WordedPart(
        key=part.key,
        title=part.title or (own.title if own else readable(part.key)),
        minutes=part.minutes,
        speaks=part.speaks,
        round=part.speaks == "round",
        **{
            name: changed.get(f"{part.key}.{name}") or (getattr(own, name) if own else "") or inherited[name]
            for name in CHANGEABLE_IN_PART
        },
    )


def words_in(method: Method, code: Code) -> MethodWords:
    """The method's words in that language."""
    return method.da if code == "da" else method.en


def readable(method_id: str) -> str:
    """An id as a title: "walk-and-talk" becomes "Walk and talk"."""
    return method_id.replace("-", " ").replace("_", " ").strip().capitalize()
