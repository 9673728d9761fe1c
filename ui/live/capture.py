"""The column for writing down: a kind, a text, who may read it; and under it what was written today.

Photos are dropped on it, or pasted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facilitator.language import Language
from facilitator.model.audience import Audience, widens
from facilitator.model.civil import looks_like_civil_number
from facilitator.model.outcome import checked_text
from facilitator.model.trouble import Trouble
from ui.live import keys
from ui.live.fields import KeyGuard, LiveEdit
from ui.live.handed import pictures_in
from ui.live.promise import Promise
from ui.live.readers import readers_words
from ui.live.written import DRAFT_AFTER, WrittenList
from ui.live_run import commands
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.heard import announce
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label
from ui.widgets.saved_mark import SavedMark
from ui.widgets.segments import Choice, Segments

KINDS = ("note", "decision", "action", "parked")
SLOT = "capture."
WHO, BY = "who", "by"  # of an action, beside its text
EDITOR = 88
LIST_LEAST = 120


@dataclass(frozen=True)
class Half:
    """Text that is being written: its kind, and who may read it once it is added; of an action also who and by when."""

    kind: str
    text: str
    audience: Audience
    who: str = ""
    by: str = ""


class Capture(QFrame):
    """Writes down. Says what it wants done; what comes of it is told by `added` or `not_added`."""

    add = Signal(object)
    """A command that writes what stands here."""
    draft = Signal(str, str, object)
    """Slot, text and audience of what is half written; no text where nothing is."""
    pictures = Signal(object)
    """Pictures were dropped or pasted: a reader each."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        people: Mapping[str, str],
        guard: KeyGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("capture")
        self.setProperty("ground", "surface")
        self._language = language
        self._people = people
        self._held: Audience | None = None
        self._step_audience = Audience.minutes
        self._case_step = False
        self._sent: Half | None = None
        self._kind = KINDS[0]
        self._kept = ("", "")
        self._make(theme, guard)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_AFTER)
        self._timer.timeout.connect(self._keep)
        self._wire()
        self._show_kind()

    # What is shown

    def follow(self, audience: Audience, *, case_step: bool) -> None:
        """Another step: who may read it follows, but never further than what was chosen for a half sentence."""
        if case_step != self._case_step or not self.kinds.chosen_id():
            self._case_step = case_step
            self._offer_kinds()
        self._step_audience = audience
        if not self.editor.toPlainText().strip() or not widens(self.audience, audience):
            self._set_audience(audience)
        self._tell_readers()

    def set_days(self, today: date, next_meeting: date | None) -> None:
        """The day of the meeting and of the one after it: what "next week" and "next meeting" mean."""
        self.promise.set_days(today, next_meeting)

    def offer_people(self, people: Mapping[str, str]) -> None:
        """Who may be named: those of the roster, and guests."""
        self._people = people
        self.promise.offer_people(people)
        self.case_owner.clear()
        self.case_owner.addItem(self._language.text("Case owner: nobody named"), "")
        for person, name in people.items():
            self.case_owner.addItem(name, person)

    @property
    def kind(self) -> str:
        """What is being written: note, decision, action, parked or case."""
        return self._kind

    @property
    def audience(self) -> Audience:
        """Who may read it."""
        return Audience(self.audiences.chosen_id() or Audience.private)

    @property
    def half(self) -> Half | None:
        """What is written and not added."""
        text = self.editor.toPlainText()
        return Half(self._kind, text, self.audience, *self._promised()) if text.strip() else None

    def take_draft(self, half: Half) -> None:
        """Puts a half sentence back as it was."""
        self.set_kind(half.kind)
        self._set_audience(half.audience)
        self.editor.setPlainText(half.text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.promise.take(half.who, half.by)
        self._kept = (half.who, half.by)
        self._timer.stop()

    def show_coming(self, photos: int) -> None:
        """So many photos are being read, or waited for."""
        self.coming.setVisible(bool(photos))
        self.coming.setValue(0)

    def show_progress(self, done: int, of: int) -> None:
        """How far the photo has come that is being read."""
        self.coming.setRange(0, of)
        self.coming.setValue(done)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if pictures_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        self.pictures.emit(pictures_in(event.mimeData()))
        event.acceptProposedAction()

    # What keys do

    def write(self) -> None:
        """The keyboard goes to the text."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_kind(self, kind: str) -> None:
        """Another kind, with what is written kept."""
        if kind == "case" and not self._case_step:
            return
        if kind != self._kind:
            before, self._kind = self._kind, kind
            self.kinds.choose(kind)
            self._show_kind()
            if self.editor.toPlainText().strip():
                self._keep()  # as what it is now, before it goes as what it was
                self.draft.emit(SLOT + before, "", self.audience)

    def next_audience(self) -> None:
        """The next of the three, in turn."""
        order = [choice.value for choice in self._audiences()]
        place = order.index(self.audience.value) if self.audience.value in order else -1
        self._set_audience(Audience(order[(place + 1) % len(order)]))
        self._keep_soon()

    def agree(self) -> None:
        """Adds what is written; or, where a line of the list is being edited, keeps that."""
        if self.written.editing:
            self.written.end_edit(keep=True)
        else:
            self.press_add()

    def press_add(self) -> None:
        """Asks for what is written to be added."""
        try:
            command = self._command()
        except Trouble as trouble:
            self._say(trouble)
            return
        self._sent = self.half
        self._timer.stop()
        self._clear()
        self.add.emit(command)

    def added(self) -> None:
        """It is on disk: the draft of it goes, or makes room for what was typed since."""
        sent, self._sent = self._sent, None
        if sent is not None:
            self.draft.emit(SLOT + sent.kind, "", sent.audience)
        self._keep()

    def not_added(self) -> None:
        """It is not: it stands in the field again."""
        sent, self._sent = self._sent, None
        if sent is None:
            return
        since = self.editor.toPlainText()
        self.take_draft(replace(sent, text=f"{sent.text}\n{since}" if since.strip() else sent.text))
        self._kept = ("", "")  # as far as anybody knows
        self._keep()

    def keep_now(self) -> None:
        """What is half written goes to disk at once."""
        if self._timer.isActive():
            self._keep()

    def keep_again(self) -> None:
        """The disk did not take it: once more."""
        self._keep()

    # Inside

    def _command(self) -> commands.AnyCommand:
        text, audience = checked_text(self.editor.toPlainText()), self.audience
        match self._kind:
            case "decision":
                return commands.WriteDecision(text=text, audience=audience)
            case "action":
                people, day = self.promise.people(), self.promise.day()
                return commands.WriteAction(text=text, owners=people, due=day, audience=audience)
            case "parked":
                return commands.Park(text=text, audience=audience)
            case "case":
                return commands.WriteCase(text=text, owner=self.case_owner.currentData() or "", audience=audience)
        return commands.WriteNote(text=text, audience=audience)

    def _clear(self) -> None:
        self.editor.clear()
        self.promise.clear()
        self.case_owner.setCurrentIndex(0)
        self._timer.stop()
        self._set_audience(self._step_audience)

    def _keep_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        self._timer.stop()
        half = self.half
        if half is not None:
            self.draft.emit(SLOT + half.kind, half.text, half.audience)
        elif self._sent is None:
            self.draft.emit(SLOT + self._kind, "", self.audience)
        self._keep_promised()

    def _keep_promised(self) -> None:
        """Who and by when have slots of their own, written only where they have changed."""
        before, self._kept = self._kept, self._promised()
        for slot, was, words in zip((WHO, BY), before, self._kept, strict=True):
            if words != was:
                self.draft.emit(SLOT + slot, words, self.audience)

    def _promised(self) -> tuple[str, str]:
        return (self.owners.text(), self.due.text()) if self._kind == "action" else ("", "")

    def _typed(self) -> None:
        self._keep_soon()
        text = self.editor.toPlainText()
        self._hold(looks_like_civil_number(text))
        told = self._language.say(Trouble("civil_number")) if self._held else ""
        if told != self.notice.text():
            self.notice.say(told)
            announce(self.notice, told)
        self.notice.setVisible(bool(told))
        self.promise.hear(text if self._kind == "action" else "")

    def _hold(self, hold: bool) -> None:
        """What looks like a civil registration number stays on this computer until the number is gone."""
        if hold and self._held is None:
            self._held = self.audience
            self._set_audience(Audience.private)
        elif not hold and self._held is not None:
            before, self._held = self._held, None
            self._set_audience(self._step_audience if widens(self._step_audience, before) else before)

    def _say(self, trouble: Trouble) -> None:
        self.notice.say(self._language.say(trouble))
        self.notice.show()
        announce(self.notice, self.notice.text())

    def _set_audience(self, audience: Audience) -> None:
        allowed = self._audiences()
        if self._held is not None and audience is not Audience.private:
            audience = Audience.private
            self._say(Trouble("civil_number"))
        self.audiences.choose((audience if audience in allowed else Audience.private).value)
        self._tell_readers()

    def _audiences(self) -> tuple[Audience, ...]:
        whole = (Audience.minutes, Audience.network, Audience.private)
        return whole[1:] if self._kind == "case" else whole

    def _tell_readers(self) -> None:
        """Who can read what is being written: whether it follows the step, and which ways out are open."""
        language, audience = self._language, self.audience
        self.readers.say(readers_words(language, audience, follows=audience is self._step_audience))
        if self._kind == "case":
            self.editor.setPlaceholderText(language.text("The question, without names: an employee, a parent"))
            return
        hint = language.text("Whoever is named may ask to see it.") if audience is not Audience.minutes else ""
        self.editor.setPlaceholderText(hint)

    def _show_kind(self) -> None:
        self.kinds.choose(self._kind)
        self.promise.setVisible(self._kind == "action")
        self.promise.hear(self.editor.toPlainText() if self._kind == "action" else "")
        self.case_owner.setVisible(self._kind == "case")
        words = {
            Audience.minutes: self._language.text("In the minutes"),
            Audience.network: self._language.text("Network only"),
            Audience.private: self._language.choice("segment", "This computer"),
        }
        self.audiences.show_choices(tuple(Choice(each.value, words[each]) for each in self._audiences()))
        self._tell_readers()

    def _offer_kinds(self) -> None:
        language = self._language
        choices = [
            Choice("note", language.text("Note"), keys.twin_of("note", language)),
            Choice("decision", language.text("Decision"), keys.twin_of("decision", language)),
            Choice("action", language.text("Action"), keys.twin_of("action", language)),
            Choice("parked", language.choice("segment", "Parked"), keys.twin_of("parked", language)),
        ]
        if self._case_step:
            choices.append(Choice("case", language.text("Case"), keys.twin_of("case", language)))
        self.kinds.show_choices(tuple(choices))
        self.kinds.set_dense(self._case_step)
        if self._kind == "case" and not self._case_step:
            self._kind = KINDS[0]
        self._show_kind()

    def _make(self, theme: Theme, guard: KeyGuard) -> None:
        language = self._language
        self.saved = SavedMark(theme)
        self.kinds = Segments(dense=False)
        self.kinds.setObjectName("kinds")
        self.kinds.setAccessibleName(language.text("Kind"))
        self.editor = LiveEdit(guard)
        self.editor.setObjectName("editor")
        self.editor.setAccessibleName(language.text("What is to be written down"))
        self.editor.setFixedHeight(theme.px(EDITOR))
        self.notice = Label("", "late", wrap=True)
        self.notice.setObjectName("capture_notice")
        self.notice.hide()
        self.promise = Promise(language, guard)
        self.owners, self.due, self.understood = self.promise.owners, self.promise.due, self.promise.understood
        self.case_owner = QComboBox()
        self.case_owner.setObjectName("case_owner")
        self.case_owner.setAccessibleName(language.text("Case owner"))
        self.case_owner.view().installEventFilter(guard)
        self.audiences = Segments(dense=True)
        self.audiences.setObjectName("audiences")
        self.audiences.setAccessibleName(language.text("Who may read it?"))
        self.readers = Label("", "small", wrap=True)
        self.readers.setObjectName("readers")
        self.button = Button(theme, language.text("Add"), key=keys.twin_of("add", language))
        self.button.setObjectName("add")
        self.coming = QProgressBar()
        self.coming.setObjectName("coming")
        self.coming.setTextVisible(False)
        self.coming.setAccessibleName(language.text("A photo is being read"))
        self.coming.hide()
        self.count = Chip("0", "count")
        self.none_yet = Label(
            language.text("Nothing written yet. Press F10 and write. It saves itself."), "muted", wrap=True
        )
        self.written = WrittenList(theme, guard)
        self.written.setAccessibleName(language.text("Written down today"))
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        language = self._language
        head = _row(Label(language.text("Write down"), "section"), KeyHint(keys.twin_of("write", language)))
        head.addStretch(1)
        head.addWidget(self.saved)
        under = _row(self.readers, self.button)
        under.setStretch(0, 1)
        listed = _row(Label(language.text("Written down today"), "heading"), self.count)
        listed.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.roomy, SPACE.even, SPACE.roomy, SPACE.near)
        column.setSpacing(SPACE.tight)
        column.addLayout(head)
        for item in (self.kinds, self.editor, self.notice, self.promise, self.case_owner):
            column.addWidget(item)
        column.addWidget(self.audiences)
        column.addLayout(under)
        column.addSpacing(SPACE.hair)
        column.addWidget(self.coming)
        column.addLayout(listed)
        column.addWidget(self.none_yet)
        column.addWidget(self.written, 1)
        self.written.setMinimumHeight(theme.px(LIST_LEAST))
        self.button.setFixedHeight(theme.px(SIZE.segment))

    def _wire(self) -> None:
        self.offer_people(self._people)
        self._offer_kinds()
        self.kinds.chosen.connect(self.set_kind)
        self.audiences.chosen.connect(self._chose_audience)
        self.editor.textChanged.connect(self._typed)
        self.editor.given_up.connect(self.setFocus)
        self.promise.changed.connect(self._keep_soon)
        self.button.clicked.connect(self.press_add)
        self.editor.pictures.connect(self.pictures)
        self.written.pictures.connect(self.pictures)
        self.setAcceptDrops(True)

    def _chose_audience(self) -> None:
        self._set_audience(self.audience)
        if self.editor.toPlainText().strip():
            self._keep_soon()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.tight)
    for widget in widgets:
        row.addWidget(widget)
    return row
