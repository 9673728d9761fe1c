"""What tests of the store stand on: the network of practice.md in a small store, and looks at files from outside."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image

from facilitator.live.clock import ManualClock
from facilitator.live.runner import Plan, Runner
from facilitator.model.agenda import Kind, Part, Step
from facilitator.model.ids import new_id
from facilitator.model.member import Member, Role
from facilitator.model.network import Network
from facilitator.model.session import Session, begins, ends
from facilitator.store import networks, sessions
from facilitator.store.database import Database
from facilitator.store.runs import Loaded, StoreJournal

PASSPHRASE = "Åse går på grød 7"
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
NOBODY = 65534
NAMES = ("Mette Sørensen", "Jonas Kjær", "Åse Aaberg", "Ib")


def a_network(database: Database, name: str = "Skoleledere i Vesterå") -> Network:
    """A network with four members, the first of them its chair."""
    network = networks.save_network(database, Network(id=new_id(), name=name))
    networks.save_members(
        database,
        [
            Member(id=new_id(), network=network.id, name=each, role=Role.chair if each == NAMES[0] else Role.member)
            for each in NAMES
        ],
    )
    return network


def a_session(database: Database, network: Network, starts_at: datetime = datetime(2026, 12, 8, 9)) -> Session:
    """A planned meeting of three steps."""
    steps = (
        Step(id=new_id(), title="Velkommen", kind=Kind.opening, minutes=6),
        Step(id=new_id(), title="Dorthes sag", kind=Kind.case, minutes=60, parts=(Part(minutes=20), Part(minutes=40))),
        Step(id=new_id(), title="Tjek ud", kind=Kind.opening, minutes=8, protected=True),
    )
    number = sessions.next_number(database, network.id)
    session = Session(id=new_id(), network=network.id, number=number, starts_at=starts_at)
    return sessions.plan_session(database, session, steps)


def a_picture(width: int = 64, height: int = 48) -> bytes:
    """A white picture as it may be kept."""
    file = BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "JPEG")
    return file.getvalue()


class Meeting:
    """A run of that meeting, kept in the store, by a clock that is moved by hand."""

    def __init__(self, database: Database, session: Session, loaded: Loaded | None = None) -> None:
        self.clock = ManualClock(wall=round(begins(session).timestamp() * 1000))
        self.members = networks.members_of(database, session.network)
        self.steps = sessions.agenda(database, session.id)
        self.journal = StoreJournal(database, session.id)
        plan = Plan(
            session=session.id,
            run=new_id(),
            steps=self.steps,
            starts=round(begins(session).timestamp()),
            ends=round(ends(session).timestamp()),
            people={member.id: member.name for member in self.members},
            attendance={each.member: each.status for each in sessions.attendance_of(database, session.id)},
        )
        events, seen = (loaded.events, loaded.seen) if loaded else ((), None)
        self.runner = Runner(plan, self.journal, self.clock, new_id, events=events, seen=seen)
        self.do = self.runner.do


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, to the byte."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@contextmanager
def only_readable(path: Path, allowed: int = 0o555) -> Iterator[None]:
    """Inside it, `path` may be read and not written. Root may write anywhere, so root becomes nobody meanwhile."""
    mode = stat.S_IMODE(path.stat().st_mode)
    path.chmod(allowed)
    root = os.geteuid() == 0
    if root:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)
        path.chmod(mode)


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that everybody may reach and write in (pytest's own is the user's alone)."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
