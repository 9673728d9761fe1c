"""The JSON of the records that several commands show."""

from collections.abc import Iterable
from typing import Any

from facilitator.model.agenda import Lead
from facilitator.model.member import Member
from facilitator.model.outcome import Action, AnyOutcome, Case


def member_json(member: Member) -> dict[str, Any]:
    """A member, as `network show` lists one."""
    return {
        "id": member.id,
        "name": member.name,
        "email": member.email,
        "phone": member.phone,
        "workplace": member.workplace,
        "role": member.role,
    }


def action_json(action: Action) -> dict[str, Any]:
    """An action; `due` as 2026-12-01, or null."""
    return {
        "id": action.id,
        "text": action.text,
        "owners": list(action.owners),
        "due": action.due.isoformat() if action.due else None,
        "state": action.state,
        "audience": action.audience,
    }


def outcome_json(outcome: AnyOutcome) -> dict[str, Any]:
    """Whatever was written down; a case tells its owner too. `step` is null for what was written outside one."""
    if isinstance(outcome, Action):
        return action_json(outcome)
    told = {"id": outcome.id, "step": outcome.step or None, "text": outcome.text, "audience": outcome.audience}
    return told | {"owner": outcome.owner or None} if isinstance(outcome, Case) else told


def of_kind(outcomes: Iterable[AnyOutcome], kind: type[AnyOutcome]) -> list[dict[str, Any]]:
    """Those of one kind, in the order they come."""
    return [outcome_json(outcome) for outcome in outcomes if isinstance(outcome, kind)]


def lead_json(lead: Lead) -> dict[str, Any]:
    """Who leads a step, or led it."""
    return {"by": lead.by, "members": list(lead.members)}
