"""What meetings leave behind: read, written and taken away outside a run. In a run the journal does the same."""

from collections.abc import Iterable

from msgspec.structs import replace

from facilitator.model.outcome import Action, ActionState, AnyOutcome, checked_audience, checked_words, table_of
from facilitator.model.session import Session
from facilitator.model.trouble import Trouble
from facilitator.store import rows
from facilitator.store.codec import ACTIONS, OUTCOMES
from facilitator.store.database import Database, Values
from facilitator.store.rows import Earlier
from facilitator.store.settled import leave_settled


def outcomes_of(database: Database, session_id: str) -> tuple[AnyOutcome, ...]:
    """Everything a meeting has left behind, oldest first."""
    found: list[AnyOutcome] = []
    for table in OUTCOMES.values():
        found += rows.select(database, table, "WHERE session = ? ORDER BY rowid", (session_id,))
    return tuple(sorted(found, key=lambda outcome: outcome.made_at))


def open_actions(database: Database, network_id: str) -> tuple[Action, ...]:
    """The network's open actions, those with the earliest date first and those without one last."""
    rest = "WHERE network = ? AND state = 'open' ORDER BY due IS NULL, due, made_at, id"
    return rows.select(database, ACTIONS, rest, (network_id,))


def actions_of(database: Database, network_id: str) -> tuple[Action, ...]:
    """All of the network's actions, also those that were done or dropped, oldest first."""
    return rows.select(database, ACTIONS, "WHERE network = ? ORDER BY made_at, id", (network_id,))


def get_outcome(database: Database, record: str) -> AnyOutcome:
    """The record of that id, whatever its table. Raises Trouble("no_such_record")."""
    for table in OUTCOMES.values():
        found: AnyOutcome | None = rows.get(database, table, record)
        if found is not None:
            return found
    raise Trouble("no_such_record")


def save_outcome(database: Database, outcome: AnyOutcome) -> AnyOutcome:
    """Keep the record, new or changed; as it is kept.

    Raises text_empty, text_too_long, case_not_in_minutes, or minutes_approved where approved minutes would say
    something else.
    """
    return save_outcomes(database, (outcome,))[0]


def save_outcomes(database: Database, outcomes: Iterable[AnyOutcome]) -> tuple[AnyOutcome, ...]:
    """Keep them all or none."""
    tidy = tuple(_checked(outcome) for outcome in outcomes)
    with database.atomic():
        for outcome in tidy:
            _leave_approved(database, outcome)
            write(database, outcome)
    return tidy


def remove_outcome(database: Database, record: str) -> None:
    """Put the record in the bin. Raises no_such_record, or minutes_approved where approved minutes name it."""
    with database.atomic():
        outcome = get_outcome(database, record)
        _leave_approved(database, outcome)
        rows.remove(database, OUTCOMES[table_of(outcome)], record)


def _leave_approved(database: Database, outcome: AnyOutcome) -> None:
    """Approved minutes stay what they were, before and after."""
    table = OUTCOMES[table_of(outcome)]
    leave_settled(database, table.name, rows.cells_of(database, table, outcome.id), table.encoded(outcome))


def open_before(database: Database, session: Session) -> tuple[Action, ...]:
    """The network's open actions but those that the meeting itself has promised, in the order of `open_actions`."""
    return tuple(each for each in open_actions(database, session.network) if each.session != session.id)


def set_action_state(database: Database, record: str, state: ActionState) -> Action:
    """Mark an action open, done or dropped. Raises Trouble("no_such_record")."""
    action = rows.get(database, ACTIONS, record)
    if action is None:
        raise Trouble("no_such_record")
    changed = replace(action, state=state)
    with database.atomic():
        write(database, changed)
    return changed


def history_of(database: Database, outcome: AnyOutcome) -> tuple[Earlier, ...]:
    """What the record was before, oldest first."""
    return rows.history(database, OUTCOMES[table_of(outcome)], outcome.id)


def write(database: Database, outcome: AnyOutcome, *, always: bool = False) -> None:
    """Write the record as it is, inside the caller's transaction. Raises Trouble("no_such_session")."""
    beside: Values = {}
    network = database.value("SELECT network FROM sessions WHERE id = ?", (outcome.session,))
    if network is None:
        raise Trouble("no_such_session")
    if isinstance(outcome, Action):
        beside = {"network": network}
    rows.save(database, OUTCOMES[table_of(outcome)], outcome, beside, always=always)


def _checked(outcome: AnyOutcome) -> AnyOutcome:
    checked_audience(table_of(outcome), outcome.audience)
    return replace(outcome, text=checked_words(table_of(outcome), outcome.text))
