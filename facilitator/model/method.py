"""Methods and templates: described ways of working, from which the steps of an agenda are made.

A method's structure stands once; its words stand in two languages. A step copies the structure and points at the words,
so that a method that is worded better later is better in meetings planned earlier too.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from facilitator.model.agenda import Kind, Lead, LeadBy, Part, Step, default_audience, fitted
from facilitator.model.audience import Audience
from facilitator.model.network import Phase

SMALLEST_GROUP = 4
LARGEST_GROUP = 14


class Speaks(StrEnum):
    """Who may speak in a part."""

    lead = "lead"
    owner = "owner"
    owner_and_lead = "owner_and_lead"
    everyone = "everyone"
    round = "round"
    pairs = "pairs"
    trios = "trios"
    groups = "groups"
    team = "team"
    silent = "silent"
    nobody = "nobody"


class Purpose(StrEnum):
    """What a method is chosen for; the library is searched by it."""

    arrive = "arrive"
    connect = "connect"
    help = "help"
    pressure = "pressure"
    learn = "learn"
    trust = "trust"
    decide = "decide"
    close = "close"
    rest = "rest"


class Timing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Minutes that follow how many are present: `base` and so many more for `each` of them."""

    base: float = 0
    each: float = 0


class MethodPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A timed piece of a method; `key` is its name in the words of every language."""

    key: str
    minutes: int | Timing
    speaks: Speaks

    @property
    def round(self) -> bool:
        """Whether every present member gets a turn."""
        return self.speaks is Speaks.round


class PartWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a part is called, what whoever leads says, does and watches for, and what the wall shows.

    A method of one part leaves the prompts out here: they are the method's own.
    """

    title: str
    say: str = ""
    do: str = ""
    watch: str = ""
    wall: str = ""


class MethodWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A method in one language. `summary` is for the library's card, `purpose`, `how`, `remember` and `plan_b` for the
    run sheet (where `plan_b` follows "Plan B:" in the same line), `wall` for the room, `say`, `do` and `watch` for
    whoever leads.
    """

    title: str
    summary: str
    purpose: str
    when: str
    when_not: str
    how: str
    remember: str
    plan_b: str
    wall: str
    say: str
    do: str
    watch: str
    roles: str = ""
    materials: str = ""
    parts: Mapping[str, PartWords]


class Method(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A described way of working. `least` is what it can be shortened to; without `audience` the kind decides."""

    id: str
    version: int
    kind: Kind
    phases: tuple[Phase, ...]
    purposes: tuple[Purpose, ...]
    fewest: int = SMALLEST_GROUP
    most: int = LARGEST_GROUP
    audience: Audience | None = None
    protected: bool = False
    optional: bool = False
    least: int | Timing = 0
    origin: str = ""
    parts: tuple[MethodPart, ...]
    da: MethodWords
    en: MethodWords


class TemplateStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step of a template; what is left out is as the method has it."""

    method: str
    minutes: int | None = None
    least: int | None = None
    protected: bool | None = None
    optional: bool | None = None
    lead: LeadBy = LeadBy.consultant


class TemplateWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A template in one language: what it is called, and when it fits."""

    title: str
    summary: str


class Template(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole meeting to begin from. Its steps add up to `minutes`; `place` is its place in the list."""

    id: str
    version: int
    place: int
    phase: Phase
    minutes: int
    steps: tuple[TemplateStep, ...]
    da: TemplateWords
    en: TemplateWords


def minutes_for(timing: int | Timing, people: int) -> int:
    """Whole minutes for so many people, halves upwards, and at least one for what takes time at all."""
    if isinstance(timing, int):
        return timing
    exact = timing.base + timing.each * people
    return max(1, int(exact + 0.5)) if exact > 0 else 0


def parts_for(method: Method, people: int) -> tuple[Part, ...]:
    """The method's parts with their minutes; a step's minutes are their sum."""
    return tuple(
        Part(key=part.key, minutes=minutes_for(part.minutes, people), speaks=part.speaks.value) for part in method.parts
    )


def method_minutes(method: Method, people: int) -> int:
    """How long the method takes with so many people."""
    return sum(part.minutes for part in parts_for(method, people))


def step_from(method: Method, people: int, step_id: str, minutes: int | None = None) -> Step:
    """A step by the method, for so many people or of a length that somebody has chosen (its parts fitted to that)."""
    parts = parts_for(method, people)
    length = sum(part.minutes for part in parts) if minutes is None else minutes
    return Step(
        id=step_id,
        kind=method.kind,
        method=method.id,
        version=method.version,
        minutes=length,
        least=min(minutes_for(method.least, people), length),
        protected=method.protected,
        optional=method.optional,
        audience=method.audience or default_audience(method.kind),
        parts=fitted(parts, length),
    )


def step_of_template(planned: TemplateStep, method: Method, people: int, step_id: str) -> Step:
    """A template's step: by its method, but for what the template says otherwise."""
    step = step_from(method, people, step_id, planned.minutes)
    return msgspec.structs.replace(
        step,
        least=step.least if planned.least is None else min(planned.least, step.minutes),
        protected=step.protected if planned.protected is None else planned.protected,
        optional=step.optional if planned.optional is None else planned.optional,
        lead=Lead(by=planned.lead),
    )
