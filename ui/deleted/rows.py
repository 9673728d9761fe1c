"""What was deleted, in words: what it was, where it belonged, and until when it can be had back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from facilitator.language import Language, later
from facilitator.model.audience import Audience
from facilitator.model.trouble import Trouble

if TYPE_CHECKING:
    from ui.workspace import Deletion, Workspace

KEPT = timedelta(days=30)
KINDS: Mapping[str, str] = {
    "networks": later("Network"),
    "members": later("Member"),
    "sessions": later("Meeting"),
    "guests": later("Guest"),
    "steps": later("Step"),
    "notes": later("Note"),
    "decisions": later("Decision"),
    "actions": later("Action"),
    "parked": later("Parked item"),
    "cases": later("Case"),
    "photos": later("Photo"),
}
ICONS: Mapping[str, str] = {
    "networks": "account-group-outline",
    "members": "account-check-outline",
    "sessions": "calendar-blank-outline",
    "guests": "account-check-outline",
    "steps": "book-open-page-variant-outline",
    "notes": "note-text-outline",
    "decisions": "gavel",
    "actions": "handshake-outline",
    "parked": "alpha-p-box-outline",
    "cases": "message-text-outline",
    "photos": "image-outline",
}


class DeletedRow(msgspec.Struct, frozen=True, kw_only=True):
    """One deletion in words; `id` is the act's."""

    id: str
    icon: str
    title: str
    detail: str


def deleted_row(deletion: Deletion, workspace: Workspace, language: Language, now: datetime) -> DeletedRow:
    """The deletion as its line says it. What is private is told as such, without its words."""
    at = datetime.fromtimestamp(deletion.deleted_at / 1000, now.tzinfo)
    parts = (
        language.text(KINDS[deletion.table]),
        *_belonged(deletion, workspace, language),
        language.text("can be had back until {day}", day=language.date_short((at + KEPT).date())),
    )
    return DeletedRow(
        id=deletion.act,
        icon=ICONS[deletion.table],
        title=_title(deletion, workspace, language),
        detail=" · ".join(part for part in parts if part),
    )


def _title(deletion: Deletion, workspace: Workspace, language: Language) -> str:
    value = deletion.value
    match deletion.table:
        case "sessions":
            title = language.text("Meeting {n}, {when}", n=value.number, when=language.moment(value.starts_at))
        case "steps":
            title = workspace.worded(value, language).title
        case "networks" | "members" | "guests":
            title = value.name
        case _ if value.audience is Audience.private:
            title = language.text("On this computer only")
        case _:
            title = next(iter(value.text.splitlines()), language.text(KINDS[deletion.table]))
    if not deletion.also:
        return title
    return language.count("{title} and {n} more", "{title} and {n} more", deletion.also, title=title)


def _belonged(deletion: Deletion, workspace: Workspace, language: Language) -> tuple[str, ...]:
    """The network and the meeting, as far as they are still there."""
    told = []
    try:
        if deletion.network and deletion.table != "networks":
            told.append(workspace.network(deletion.network).name)
        if deletion.session and deletion.table != "sessions":
            told.append(language.text("meeting {n}", n=workspace.session(deletion.session).number))
    except Trouble:
        pass
    return tuple(told)
