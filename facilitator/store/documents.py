"""The minutes as they were approved: the very bytes, kept for good; with that, talk time goes."""

import hashlib
from datetime import date

import msgspec
from msgspec.structs import replace

from facilitator.model.ids import new_id
from facilitator.model.session import SessionState
from facilitator.model.trouble import Trouble
from facilitator.store import erase, rows, sessions
from facilitator.store.codec import SESSIONS
from facilitator.store.database import Database, Row


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An archived document, without its bytes. `made_at` is Unix time in milliseconds."""

    id: str
    session: str
    kind: str
    language: str
    made_at: int
    sha256: str


_COLUMNS = "id, session, kind, language, made_at, sha256"


def archive(
    database: Database,
    session_id: str,
    content: bytes,
    *,
    language: str,
    approved_on: date,
    kind: str = "minutes",
    document_id: str | None = None,
) -> Document:
    """Approve the minutes: keep their bytes, mark the meeting, delete talk time; all of it or nothing.

    Raises Trouble("not_held") before the meeting is over, and ("minutes_approved") the second time.
    """
    with database.atomic():
        session = sessions.get_session(database, session_id)
        if session.state is not SessionState.held:
            raise Trouble("not_held")
        if session.approved_on is not None:
            raise Trouble("minutes_approved")
        document = Document(
            id=document_id or new_id(),
            session=session_id,
            kind=kind,
            language=language,
            made_at=database.wall(),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        database.run(
            f"INSERT INTO documents ({_COLUMNS}, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*msgspec.structs.astuple(document), content),
        )
        rows.save(database, SESSIONS, replace(session, approved_on=approved_on))
        erase.talk_time(database, session_id)
    database.settle()
    return document


def documents_of(database: Database, session_id: str) -> tuple[Document, ...]:
    """What was archived of a meeting, oldest first."""
    found = database.rows(f"SELECT {_COLUMNS} FROM documents WHERE session = ? ORDER BY id", (session_id,))
    return tuple(_document(row) for row in found)


def content_of(database: Database, document_id: str) -> bytes:
    """The bytes as they were archived. Raises Trouble("no_such_record")."""
    found = database.value("SELECT bytes FROM documents WHERE id = ?", (document_id,))
    if found is None:
        raise Trouble("no_such_record")
    return bytes(found)


def _document(row: Row) -> Document:
    document_id, session, kind, language, made_at, sha256 = row
    return Document(id=document_id, session=session, kind=kind, language=language, made_at=made_at, sha256=sha256)
