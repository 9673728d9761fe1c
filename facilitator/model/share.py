"""How much of a meeting is led by whom: what the ladder and the year line show."""

from collections.abc import Iterable, Mapping

import msgspec

from facilitator.model.agenda import Kind, Lead, LeadBy, Step


class Shares(msgspec.Struct, frozen=True):
    """Minutes of a meeting by who leads them, breaks counted with their own lead."""

    consultant: int = 0
    together: int = 0
    network: int = 0

    @property
    def total(self) -> int:
        return self.consultant + self.together + self.network


def shares(steps: Iterable[Step], led: Mapping[str, Lead] | None = None) -> Shares:
    """The minutes of an agenda by who leads; `led` (step id to lead) says how it was, where that is known."""
    minutes = dict.fromkeys(LeadBy, 0)
    for step in steps:
        lead = (led or {}).get(step.id) or step.led or step.lead
        minutes[lead.by] += step.minutes
    return Shares(minutes[LeadBy.consultant], minutes[LeadBy.together], minutes[LeadBy.network])


def consultant_percent(of: Shares) -> int | None:
    """The consultant's share in per cent, rounded to 5 (practice.md 1): together counts half. None for no minutes."""
    if not of.total:
        return None
    return round(100 * (of.consultant + of.together / 2) / of.total / 5) * 5


def has_case(steps: Iterable[Step]) -> bool:
    """Whether a case is on the agenda."""
    return any(step.kind is Kind.case for step in steps)
