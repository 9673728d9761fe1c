"""The wrong meeting was led: what was written goes over to the right one, where nothing has happened yet.

The rows stay the same rows, so that taking it back is to make them what they were. Whoever promised something keeps the
promise only where they are a member: nobody is brought into a network by a slip.
"""

from msgspec.structs import replace

from facilitator.model.outcome import Action, AnyOutcome, Case
from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from facilitator.store import drafts, networks, outcomes, rows, sessions
from facilitator.store.codec import OUTCOMES
from facilitator.store.database import Database


def carry(database: Database, session_id: str, run: str, to: str) -> None:
    """What the run of that session has written becomes the first step's of session `to`; who may read it stays so.

    Half sentences go along. In the caller's transaction. Raises not_planned, or no_such_session.
    """
    target = sessions.get_session(database, to)
    if target.state is not SessionState.planned or to == session_id:
        raise Trouble("not_planned")
    agenda = sessions.agenda(database, to)
    step = agenda[0].id if agenda else ""
    known = {member.id for member in networks.members_of(database, target.network)}
    for table in OUTCOMES.values():
        for outcome in rows.select(database, table, "WHERE session = ? AND run = ?", (session_id, run)):
            outcomes.write(database, _among(replace(outcome, session=to, step=step, run=""), known))
    for draft in drafts.drafts_of(database, session_id):
        drafts.save_draft(database, replace(draft, session=to))
        drafts.clear_draft(database, session_id, draft.slot)


def _among(outcome: AnyOutcome, known: set[str]) -> AnyOutcome:
    """The same, naming nobody but these."""
    if isinstance(outcome, Action):
        return replace(outcome, owners=tuple(owner for owner in outcome.owners if owner in known))
    if isinstance(outcome, Case) and outcome.owner not in known:
        return replace(outcome, owner="")
    return outcome
