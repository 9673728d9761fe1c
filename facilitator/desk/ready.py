"""What stands ready for a meeting from the ones before: promises that are still open, and cases to come back to."""

import msgspec

from facilitator.model.outcome import Action, Case
from facilitator.model.session import Session, SessionState
from facilitator.store import outcomes, sessions
from facilitator.store.database import Database


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """Open actions, the earliest first; and the cases of the latest meeting that was held."""

    actions: tuple[Action, ...] = ()
    cases: tuple[Case, ...] = ()


def ready_for(database: Database, session: Session) -> Ready:
    """What the meeting takes up again. What it has promised itself is not among it."""
    before = [
        each
        for each in sessions.sessions_of(database, session.network)
        if each.state is SessionState.held and each.starts_at < session.starts_at
    ]
    latest = max(before, key=lambda each: each.starts_at, default=None)
    left = outcomes.outcomes_of(database, latest.id) if latest is not None else ()
    return Ready(
        actions=outcomes.open_before(database, session),
        cases=tuple(each for each in left if isinstance(each, Case)),
    )
