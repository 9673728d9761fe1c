"""The words for phases, roles and the states of meetings and actions."""

from collections.abc import Mapping

from facilitator.language import Language, later
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.lengths import Learned
from facilitator.model.member import Role
from facilitator.model.network import Phase
from facilitator.model.outcome import ActionState
from facilitator.model.session import Session, SessionState, begins, ends

PHASES: Mapping[Phase, str] = {
    Phase.establishing: later("Establishing"),
    Phase.running: later("Running"),
    Phase.vitalising: later("Vitalising"),
    Phase.handed_over: later("Handed over"),
    Phase.closed: later("Closed"),
}
ROLES: Mapping[Role, str] = {
    Role.member: later("Member"),
    Role.chair: later("Chair"),
    Role.deputy: later("Deputy"),
    Role.host: later("Host of meetings"),
}
STATES: Mapping[SessionState, str] = {
    SessionState.planned: later("Planned"),
    SessionState.running: later("Running"),
    SessionState.held: later("Held"),
    SessionState.cancelled: later("Cancelled"),
}
STATE_CHIPS: Mapping[SessionState, str] = {
    SessionState.planned: "neutral",
    SessionState.running: "accent",
    SessionState.held: "accent",
    SessionState.cancelled: "dashed",
}
ACTION_STATES: Mapping[ActionState, str] = {
    ActionState.open: later("Still open"),
    ActionState.done: later("Done"),
    ActionState.dropped: later("Dropped"),
}
ATTENDANCE: Mapping[Status, str] = {
    Status.expected: later("expected"),
    Status.present: later("was there"),
    Status.late: later("came later"),
    Status.left_early: later("left early"),
    Status.excused: later("sent apologies"),
    Status.absent: later("absent without apologies"),
}
READERS: Mapping[Audience, str] = {
    Audience.minutes: later("It comes into the minutes: everyone who gets them can read it."),
    Audience.network: later("Only the network may read it. It is not in the minutes."),
    Audience.private: later("It stays on this computer."),
}
# Who left early was there: the words tell the rest.
MARKS: Mapping[Status, str] = {
    Status.expected: "unknown",
    Status.present: "present",
    Status.late: "came_late",
    Status.left_early: "present",
    Status.excused: "apology",
    Status.absent: "absent",
}


def role_in_list(language: Language, role: Role) -> str:
    """A role beside a name; nothing for members without one."""
    words = {
        Role.chair: language.choice("beside a name", "chair"),
        Role.deputy: language.choice("beside a name", "deputy"),
        Role.host: language.choice("beside a name", "host"),
    }
    return words.get(role, "")


def hours(language: Language, session: Session) -> str:
    """From when to when: 9.00–12.00."""
    return f"{language.clock(begins(session))}\N{EN DASH}{language.clock(ends(session))}"


def usual_length(language: Language, title: str, usual: Learned) -> str:
    """Hos jer tager tjek ind 16 min. (3 møder)."""
    name = title[:1].lower() + title[1:] if title[1:2].islower() else title
    return language.text(
        "With you {title} takes {length} ({n} meetings)",
        title=name,
        length=language.minutes(usual.minutes),
        n=language.number(usual.meetings),
    )
