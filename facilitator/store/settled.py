"""What nobody may change any more, by whichever door: approved minutes, and an agenda that has been followed."""

from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from facilitator.store.codec import ACTIONS, OUTCOMES, SESSIONS, STEPS
from facilitator.store.database import Database, Values

_PLANNED = {SessionState.planned.value, SessionState.cancelled.value}


def leave_settled(database: Database, table: str, *versions: Values | None) -> None:
    """The row may become one of these versions of itself (None: it is not there).

    Raises minutes_approved where approved minutes would say something else, and agenda_begun for a step of a meeting
    that has begun. An action lives on after approval, since it is still to be done or dropped; and what only the
    network or nobody else reads stands in no minutes.
    """
    there = [cells for cells in versions if cells is not None]
    session = next((str(cells["id" if table == SESSIONS.name else "session"]) for cells in there if _of(table)), "")
    if not session or table == ACTIONS.name:
        return
    state, approved = database.row("SELECT state, approved_on FROM sessions WHERE id = ?", (session,)) or ("", None)
    if table == STEPS.name and state and state not in _PLANNED:
        raise Trouble("agenda_begun")
    if table in OUTCOMES and all(cells["audience"] != "minutes" for cells in there):
        return
    if approved is not None:
        raise Trouble("minutes_approved")


def _of(table: str) -> bool:
    """Whether the rows of a table belong to a meeting."""
    return table not in {"networks", "members"}
