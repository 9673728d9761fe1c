"""The inspector: everything about the chosen step, changed in place. Only words that differ are kept."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.library.words import WordedStep
from facilitator.model.agenda import LONGEST_STEP, Kind, LeadBy, Step, lasting
from facilitator.model.audience import Audience
from facilitator.model.member import Member, given_name
from ui.page import Surroundings
from ui.planner.prompt_box import TITLE_LENGTH, PromptBox
from ui.theme.tokens import SPACE
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import Button
from ui.widgets.fields import ChoiceField, NumberField
from ui.widgets.labels import Label, Line
from ui.widgets.segments import Choice, Segments
from ui.widgets.switch import Switch
from ui.words import READERS

WIDTH = 324


class Inspector(QScrollArea):
    """`changed` with the step as the user wants it."""

    changed = Signal(object)

    def __init__(self, around: Surroundings, consultant: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setFixedWidth(around.theme.px(WIDTH))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "surface")
        self.setProperty("rule", "left")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around = around
        self._consultant = consultant
        self._language = around.language
        self._step: Step | None = None
        self._words = WordedStep(title="")
        self._members: tuple[Member, ...] = ()
        self._showing = False
        self._usual_minutes = 0
        self._lay_out()

    def show_step(
        self, step: Step | None, words: WordedStep, members: Sequence[Member], *, when: str, kind: str, origin: str
    ) -> None:
        """Shows a step; None for none chosen."""
        before = self._step
        self._step, self._words, self._members = step, words, tuple(members)
        self._inside.setVisible(step is not None)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if step is None else policy.ScrollBarAsNeeded)
        if step is None:
            return
        self._showing = True
        same = before is not None and step.id == before.id
        self._title.say(words.title)
        self._when.say(f"{kind} · {when}" if kind else when)
        _put(self._name, step.title, same=same)
        self._name.setPlaceholderText(words.title)
        _put(self._working, step.working_title, same=same)
        self._minutes.setValue(step.minutes)
        self._least.setMaximum(step.minutes)
        self._least.setValue(step.least)
        self._by.choose(step.lead.by.value)
        self._who.setText(self._who_words(step))
        self._audience.choose(step.audience.value)
        self._readers.say(self._language.text(READERS[step.audience]))
        self._protected.setChecked(step.protected)
        self._optional.setChecked(step.optional)
        free = step.kind is Kind.break_
        for widget in (self._by_box, self._who, self._audience_box, self._readers):
            widget.setVisible(not free)
        self._prompts.show_step(step, words)
        self._purpose.say("\n".join(part for part in (words.purpose, origin) if part))
        self._purpose.setVisible(bool(words.purpose or origin))
        self._showing = False

    def show_usual(self, told: str, minutes: int) -> None:
        """Shows what the network's own meetings took, in words and in minutes; "" where that isn't known."""
        self._usual_minutes = minutes
        self._usual.say(told)
        self._use_usual.setText(self._language.text("Use {n} min.", n=minutes))
        self._use_usual.setAccessibleName(f"{self._use_usual.text()} {told}")
        self._usual.setVisible(bool(told))
        self._use_usual.setVisible(bool(told) and self._step is not None and self._step.minutes != minutes)

    def begin(self) -> None:
        """Puts the keyboard in the first field."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def commit(self) -> None:
        """What is being written counts, as it does when the keyboard goes elsewhere."""
        if self._name.isModified():
            self._named()
        if self._working.isModified():
            self._worked()
        self._prompts.commit()

    def set_locked(self, locked: bool) -> None:
        """Nothing can be changed: the meeting is under way or over."""
        self._inside.setEnabled(not locked)

    # What the user does

    def _tell(self, **fields: object) -> None:
        if self._step is not None and not self._showing:
            step = replace(self._step, **fields)
            if step != self._step:
                self.changed.emit(step)

    def _named(self) -> None:
        self._name.setModified(False)
        written = " ".join(self._name.text().split())
        method_title = self._words.title if not (self._step and self._step.title) else ""
        self._tell(title="" if written == method_title else written)

    def _worked(self) -> None:
        self._working.setModified(False)
        self._tell(working_title=" ".join(self._working.text().split()))

    def _lasting(self, minutes: int) -> None:
        if self._step is not None and not self._showing and minutes != self._step.minutes:
            self.changed.emit(lasting(self._step, minutes))

    def _led(self, by: str) -> None:
        if self._step is not None:
            members = () if by == LeadBy.consultant else self._step.lead.members
            self._tell(lead=replace(self._step.lead, by=LeadBy(by), members=members))

    def _member_led(self, member: str, leads: bool) -> None:
        if self._step is None:
            return
        others = tuple(each for each in self._step.lead.members if each != member)
        lead = replace(self._step.lead, members=(*others, member) if leads else others)
        if leads and lead.by is LeadBy.consultant:
            lead = replace(lead, by=LeadBy.network)
        self._tell(lead=lead)

    # What is shown

    def _who_words(self, step: Step) -> str:
        names = {member.id: member.name for member in self._members}
        led = [given_name(names[member]) for member in step.lead.members if member in names]
        if not led and step.lead.by is LeadBy.consultant and self._consultant:
            return self._consultant
        return self._language.join(led) if led else self._language.text("Choose members")

    def _choose_members(self) -> None:
        if self._step is None:
            return
        menu = QMenu(self)
        menu.setObjectName("who_menu")
        for member in sorted(self._members, key=lambda each: self._language.sort_key(each.name)):
            action = menu.addAction(member.name)
            action.setCheckable(True)
            action.setChecked(member.id in self._step.lead.members)
            action.toggled.connect(lambda on, who=member.id: self._member_led(who, on))
        menu.popup(self._who.mapToGlobal(self._who.rect().bottomLeft()))

    # Building

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setProperty("ground", "none")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(SPACE.wide, SPACE.even, SPACE.wide, SPACE.wide)
        column.setSpacing(SPACE.near)
        self._title = Label("", "title", wrap=True)
        self._when = Label("", "small")
        column.addWidget(self._title)
        column.addWidget(self._when)
        self._add_names(column)
        self._add_lengths(column)
        self._add_lead(column)
        self._add_switches(column)
        column.addWidget(Line())
        self._prompts = PromptBox(self._around)
        self._prompts.changed.connect(self.changed)
        column.addWidget(self._prompts)
        self._purpose = Label("", "faint", wrap=True)
        column.addWidget(self._purpose)
        column.addStretch(1)
        self.setWidget(self._inside)
        self._inside.hide()

    def _add_names(self, column: QVBoxLayout) -> None:
        text = self._language.text
        self._name = QLineEdit()
        self._working = QLineEdit()
        for name, words, field, done in (
            ("step_title", text("Title (everyone can see it)"), self._name, self._named),
            ("working_title", text("Working title (only for whoever leads)"), self._working, self._worked),
        ):
            field.setObjectName(name)
            field.setAccessibleName(words)
            field.setMaxLength(TITLE_LENGTH)
            field.editingFinished.connect(done)
            column.addLayout(_under(words, field))

    def _add_lengths(self, column: QVBoxLayout) -> None:
        text = self._language.text
        self._minutes = NumberField(1, LONGEST_STEP, suffix=" min.")
        self._least = NumberField(0, LONGEST_STEP, suffix=" min.")
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.near)
        for place, (name, words, field) in enumerate(
            (("minutes", text("Length"), self._minutes), ("least", text("Least length"), self._least))
        ):
            field.setObjectName(name)
            field.setAccessibleName(words)
            field.setKeyboardTracking(False)
            grid.addLayout(_under(words, field), 0, place)
        self._minutes.valueChanged.connect(self._lasting)
        self._least.valueChanged.connect(lambda least: self._tell(least=least))
        column.addLayout(grid)
        self._usual = Label("", "small", wrap=True)
        self._usual.setObjectName("usual_length")
        self._use_usual = Button(self._around.theme, "", size="compact", kind="tertiary")
        self._use_usual.setObjectName("use_usual_length")
        self._use_usual.clicked.connect(lambda: self._lasting(self._usual_minutes))
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addWidget(self._usual, 1)
        row.addWidget(self._use_usual)
        column.addLayout(row)

    def _add_lead(self, column: QVBoxLayout) -> None:
        text = self._language.text
        self._by = Segments(
            (
                Choice(LeadBy.consultant.value, text("The consultant")),
                Choice(LeadBy.together.value, text("Together")),
                Choice(LeadBy.network.value, text("The network")),
            ),
            dense=True,
        )
        self._by.setObjectName("led_by")
        self._by.setAccessibleName(text("Who leads"))
        self._by.chosen.connect(self._led)
        self._who = Button(self._around.theme, "", icon="account-group-outline", gives=True)
        self._who.setObjectName("led_by_members")
        self._who.setAccessibleName(text("Members who lead"))
        self._who.clicked.connect(self._choose_members)
        self._by_box = QWidget()
        self._by_box.setLayout(_under(text("Who leads"), self._by))
        column.addWidget(self._by_box)
        column.addWidget(self._who)
        self._audience = ChoiceField(
            (
                Choice(Audience.minutes.value, text("In the minutes")),
                Choice(Audience.network.value, text("Network only")),
                Choice(Audience.private.value, text("This computer only")),
            )
        )
        self._audience.setObjectName("audience")
        self._audience.setAccessibleName(text("Who may read the notes?"))
        self._audience.chosen.connect(lambda chosen: self._tell(audience=Audience(chosen)))
        self._audience_box = QWidget()
        self._audience_box.setLayout(_under(text("Who may read the notes?"), self._audience))
        column.addWidget(self._audience_box)
        self._readers = Label("", "faint", wrap=True)
        self._readers.setObjectName("readers")
        column.addWidget(self._readers)

    def _add_switches(self, column: QVBoxLayout) -> None:
        text = self._language.text
        theme = self._around.theme
        self._protected = Switch(theme, text("Protected step"))
        self._protected.setObjectName("protected")
        self._protected.toggled.connect(lambda on: self._tell(protected=on))
        self._optional = Switch(theme, text("May go"))
        self._optional.setObjectName("optional")
        self._optional.toggled.connect(lambda on: self._tell(optional=on))
        for words, icon, switch in (
            (text("Protected step"), "lock-outline", self._protected),
            (text("May go"), "debug-step-over", self._optional),
        ):
            row = QHBoxLayout()
            row.setSpacing(SPACE.tight)
            row.addWidget(IconLabel(theme, icon))
            row.addWidget(Label(words, "body"), 1)
            row.addWidget(switch)
            column.addLayout(row)


def _put(field: QLineEdit, text: str, *, same: bool) -> None:
    """Shows what is kept, but never over what is being written about the same step."""
    if field.text() != text and not (same and field.hasFocus() and field.isModified()):
        field.setText(text)


def _under(words: str, field: QWidget) -> QVBoxLayout:
    """A field under its name."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.hair)
    label = Label(words, "small")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return column
