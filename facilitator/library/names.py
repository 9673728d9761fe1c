"""What kinds of work, purposes and ways of speaking are called where somebody reads them."""

from collections.abc import Mapping

from facilitator.language import Language, later
from facilitator.model.agenda import Kind
from facilitator.model.method import Purpose, Speaks

_KINDS: Mapping[Kind, str] = {
    Kind.opening: later("Opening and closing"),
    Kind.case: later("Cases"),
    Kind.pressure: later("Pressure and boundaries"),
    Kind.thinking: later("Thinking together"),
    Kind.network: later("The network itself"),
    Kind.break_: later("Break"),
    Kind.free: later("Free step"),
}

_PURPOSES: Mapping[Purpose, str] = {
    Purpose.arrive: later("Arrive"),
    Purpose.connect: later("Get closer"),
    Purpose.help: later("Get help"),
    Purpose.pressure: later("Ease the pressure"),
    Purpose.learn: later("Learn"),
    Purpose.trust: later("Build trust"),
    Purpose.decide: later("Agree on something"),
    Purpose.close: later("Close well"),
    Purpose.rest: later("Rest"),
}

_SPEAKS: Mapping[Speaks, str] = {
    Speaks.lead: later("Whoever leads speaks"),
    Speaks.owner: later("Only the case owner speaks"),
    Speaks.owner_and_lead: later("Case owner and interviewer speak"),
    Speaks.everyone: later("Everyone may speak"),
    Speaks.round: later("Everyone in turn"),
    Speaks.pairs: later("Two and two"),
    Speaks.trios: later("Three and three"),
    Speaks.groups: later("In small groups"),
    Speaks.team: later("Only the team speaks"),
    Speaks.silent: later("In silence"),
    Speaks.nobody: "",
}


def kind_name(kind: Kind, language: Language) -> str:
    """The heading under which methods of that kind stand."""
    return language.text(_KINDS[kind])


def purpose_name(purpose: Purpose, language: Language) -> str:
    """What the purpose is called in a filter."""
    return language.text(_PURPOSES[purpose])


def speaks_name(speaks: str, language: Language) -> str:
    """Who may speak, in a few words; "" where nobody need be told (a break, or a way that is not known here)."""
    known = speaks in Speaks.__members__.values()
    return language.text(_SPEAKS[Speaks(speaks)]) if known else ""
