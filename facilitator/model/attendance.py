"""Who is expected at a meeting and who came: the roster of that day, frozen when the meeting begins."""

from enum import StrEnum
from uuid import NAMESPACE_URL, uuid5

import msgspec

from facilitator.model.member import Role

LATE_AFTER_SECONDS = 5 * 60


class Status(StrEnum):
    """How it was with one person at one meeting. No reason is ever asked for or kept."""

    expected = "expected"
    present = "present"
    late = "late"
    left_early = "left_early"
    excused = "excused"
    absent = "absent"


HERE = frozenset({Status.expected, Status.present, Status.late})
CAME = frozenset({Status.present, Status.late, Status.left_early})


class Attendance(msgspec.Struct, frozen=True, kw_only=True):
    """One person at one meeting. `member` is a member's or a guest's id; `role` is the one held that day."""

    id: str
    session: str
    member: str
    status: Status = Status.expected
    role: Role = Role.member


def attendance_id(session: str, member: str) -> str:
    """The same id on every computer for the same person at the same meeting, so that both sides' marks meet."""
    return str(uuid5(NAMESPACE_URL, f"attendance:{session}:{member}"))


def arrival(run_elapsed: int) -> Status:
    """What "here" means after so many seconds of meeting: present, or came later (proposal: after five minutes)."""
    return Status.late if run_elapsed > LATE_AFTER_SECONDS else Status.present
