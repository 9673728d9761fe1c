"""Decisions and actions read aloud at the end, one by one: in full, put right where they stand, and on the wall.

What only this computer may show is not among them; what only the network reads is, but never on the wall.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from facilitator.language import Language
from facilitator.model.audience import Audience, WayOut, may_leave
from facilitator.model.outcome import Action, AnyOutcome, Decision, table_of
from ui.live.faces import whose_meeting
from ui.live.fields import KeyGuard
from ui.live.sight import Sight
from ui.live.written import AUDIENCE_ICONS, ICONS, WrittenList, WrittenRow, audience_words, kind_words
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, TYPE
from ui.widgets.drawing import Drawing, wrap
from ui.widgets.rows import Index, RowDelegate
from ui.widgets.wall_face import FaceKind, WallFace

TEXT_LEFT = 32
MARGIN = 8  # over the words and under them
LINE, META = 20, 18


def read_aloud(outcomes: Sequence[AnyOutcome]) -> tuple[Decision | Action, ...]:
    """What the meeting decided and promised, decisions first, as far as others than the facilitator may hear it."""
    heard = [each for each in outcomes if each.audience is not Audience.private]
    decided = [each for each in heard if isinstance(each, Decision)]
    return (*decided, *(each for each in heard if isinstance(each, Action)))


def who_and_when(sight: Sight, language: Language, outcome: AnyOutcome) -> str:
    """Claus · inden 11. dec., of an action; nothing of anything else."""
    if not isinstance(outcome, Action):
        return ""
    who = language.join(sight.called(owner) for owner in outcome.owners) if outcome.owners else ""
    by = language.text("by {date}", date=language.date_short(outcome.due)) if outcome.due is not None else ""
    return " · ".join(part for part in (who, by) if part)


def read_face(sight: Sight, room: Language, outcome: AnyOutcome | None) -> WallFace | None:
    """What is being read, for the room to read along; None where it may not stand there."""
    if outcome is None or not may_leave(outcome.audience, WayOut.wall):
        return None
    return WallFace(
        kind=FaceKind.READ,
        network=whose_meeting(sight, room),
        clock=room.text("at {time}", time=room.clock(sight.now)),
        title=kind_words(room, table_of(outcome)),
        instruction=outcome.text,
        after=who_and_when(sight, room, outcome),
    )


def aloud_rows(sight: Sight, outcomes: Sequence[AnyOutcome]) -> tuple[WrittenRow, ...]:
    """A row for each."""
    language = sight.language
    return tuple(
        WrittenRow(
            id=each.id,
            icon=ICONS[table_of(each)],
            text=each.text,
            meta=who_and_when(sight, language, each),
            audience_icon=AUDIENCE_ICONS[each.audience],
            audience=audience_words(language, each.audience),
            kind=kind_words(language, table_of(each)),
        )
        for each in read_aloud(outcomes)
    )


class AloudList(WrittenList):
    """The list; `moved` when another one is being read."""

    moved = Signal()

    def __init__(self, theme: Theme, guard: KeyGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.setObjectName("aloud")
        self._delegate = _AloudDelegate(theme, self)
        self.setItemDelegate(self._delegate)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's name)
        super().currentChanged(current, previous)
        self.moved.emit()


class _AloudDelegate(RowDelegate):
    """Every text in full: what is read aloud is not cut."""

    def __init__(self, theme: Theme, view: AloudList) -> None:
        super().__init__(theme)
        self.setParent(view)
        self._view = view

    def height(self, row: WrittenRow) -> int:
        return 2 * MARGIN + LINE * len(self._lines(row)) + META

    def paint_row(self, draw: Drawing, option: QStyleOptionViewItem, row: WrittenRow) -> None:
        box, state = QRectF(option.rect), option.state
        draw.painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), self.theme.colour("line"))
        if state & QStyle.StateFlag.State_Selected:
            draw.shape(box.adjusted(0, 2, 0, 0), RADIUS.control, "hover")
        if state & QStyle.StateFlag.State_HasFocus:
            draw.shape(box.adjusted(1, 2, -1, -1), RADIUS.control, "hover", "accent", SIZE.focus_line)
        draw.icon(QRectF(box.left() + 4, box.top() + MARGIN, SIZE.icon, SIZE.icon), row.icon, "text2")
        line = QRectF(box.left() + TEXT_LEFT, box.top() + MARGIN, box.width() - TEXT_LEFT - 4, LINE)
        for place, words in enumerate(self._lines(row)):
            draw.words(line.translated(0, place * LINE), words, TYPE.body)
        under = QRectF(line.left(), box.bottom() - MARGIN - META + 1, line.width(), META)
        width = draw.words(under, f"{row.meta} · " if row.meta else "", TYPE.small, "text2")
        draw.icon(QRectF(under.left() + width, under.top() + 1, 15, META), row.audience_icon, "text2", 15)
        draw.words(under.adjusted(width + 19, 0, 0, 0), row.audience, TYPE.small, "text2")

    def _lines(self, row: WrittenRow) -> list[str]:
        room = self.theme.room(self._view.viewport().width()) - TEXT_LEFT - 4
        return wrap(row.text, self.theme, TYPE.body, room) or [""]
