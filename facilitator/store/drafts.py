"""Text that is being written and not yet added: on disk within a second, private, and never travelling."""

import msgspec

from facilitator.model.audience import Audience
from facilitator.store.database import Database


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Unfinished text of a meeting. `slot` names the field it stands in; `saved` is Unix time in milliseconds."""

    session: str
    slot: str
    text: str
    audience: Audience = Audience.private
    saved: int = 0


def save_draft(database: Database, draft: Draft) -> Draft:
    """Keep the text as it is right now, with the moment; nothing left of it means nothing kept."""
    if not draft.text.strip():
        clear_draft(database, draft.session, draft.slot)
        return draft
    saved = database.wall()
    with database.atomic():
        database.run(
            "INSERT OR REPLACE INTO drafts (session, slot, text, audience, saved) VALUES (?, ?, ?, ?, ?)",
            (draft.session, draft.slot, draft.text, draft.audience, saved),
        )
    return msgspec.structs.replace(draft, saved=saved)


def get_draft(database: Database, session_id: str, slot: str) -> Draft | None:
    """The text of that field."""
    return next((draft for draft in drafts_of(database, session_id) if draft.slot == slot), None)


def drafts_of(database: Database, session_id: str) -> tuple[Draft, ...]:
    """Everything unfinished of a meeting, latest first."""
    found = database.rows(
        "SELECT slot, text, audience, saved FROM drafts WHERE session = ? ORDER BY saved DESC, slot", (session_id,)
    )
    return tuple(
        Draft(session=session_id, slot=slot, text=text, audience=Audience(audience), saved=saved)
        for slot, text, audience, saved in found
    )


def clear_draft(database: Database, session_id: str, slot: str) -> None:
    """The text was added, or is not wanted any more."""
    with database.atomic():
        database.run("DELETE FROM drafts WHERE session = ? AND slot = ?", (session_id, slot))
