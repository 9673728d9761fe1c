"""The dialogs for a meeting: planned from a template, moved or changed, copied to another date."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QDate, QLocale, QTime, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from facilitator.model.member import Member, belongs_on
from facilitator.model.method import Template, TemplateWords
from facilitator.model.network import Network
from facilitator.model.session import Session
from facilitator.model.year import proposed_moment
from ui.form import Form
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.fields import ChoiceField, DateField, NumberField, TimeField
from ui.widgets.labels import Label
from ui.widgets.segments import Choice

DATE_FORMS = {"da": "d.M.yyyy", "en": "d MMM yyyy"}
TIME_FORMS = {"da": "H.mm", "en": "H:mm"}
LEAST, MOST = 15, 12 * 60  # minutes of a meeting


class MeetingForm(Form):
    """What the dialogs share: a day and a time of day. `planned` tells of a new one."""

    planned = Signal(str)
    """The id of a new meeting."""

    def begins_with(self, starts_at: datetime) -> None:
        """Makes the fields for the day and the hour."""
        code = self.language.code
        self.day_field = DateField(DATE_FORMS[code])
        self.day_field.setLocale(QLocale(code))
        self.day_field.setDate(QDate(starts_at.year, starts_at.month, starts_at.day))
        self.time_field = TimeField(TIME_FORMS[code])
        self.time_field.setTime(QTime(starts_at.hour, starts_at.minute))

    def starts_at(self) -> datetime:
        """The day and hour chosen, as local time where the network is."""
        day, hour = self.day_field.date(), self.time_field.time()
        return datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute())  # noqa: DTZ001 (local by design)

    def add_when(self, grid: QGridLayout, row: int) -> None:
        """The two fields, side by side."""
        grid.addWidget(self.labelled("date", self.language.text("Date"), self.day_field), row, 0)
        grid.addWidget(self.labelled("time", self.language.text("Begins at"), self.time_field), row, 1)


class NewMeetingDialog(MeetingForm):
    """A new meeting from a template: its agenda is ready at once, and can be changed after."""

    def __init__(
        self, around: Surroundings, network: Network, members: tuple[Member, ...], *, template: str, parent: QWidget
    ) -> None:
        text = around.language.text
        super().__init__(
            around,
            "new_meeting_dialog",
            text("New meeting"),
            note=text("Choose a template, and the agenda is ready."),
            save=text("Plan the meeting"),
            parent=parent,
        )
        self._network = network
        sessions = around.workspace.sessions(network.id)
        self._templates = {each.id: each for each in around.workspace.library.templates()}
        self._template = ChoiceField(
            tuple(Choice(each.id, self._words(each).title) for each in self._templates.values())
        )
        self._template.choose(template or ("ordinary" if sessions else "founding"))
        self._template.chosen.connect(self._tell_template)
        self._about = Label("", "small", wrap=True)
        self.begins_with(proposed_moment(sessions, around.workspace.today(network)))
        self._place = QLineEdit()
        self._host = _host_field(around, members, "", self.starts_at())
        self._workplaces = {member.id: member.workplace for member in members}
        self._host.chosen.connect(self._suggest_place)
        self._theme = QLineEdit()
        self._lay_out()
        self._tell_template()

    def keep(self) -> None:
        self.save_button.setEnabled(False)
        self.workspace.plan_meeting(
            self._network,
            template=self._template.chosen_id(),
            starts_at=self.starts_at(),
            place=self._place.text(),
            host=self._host.chosen_id(),
            theme=self._theme.text(),
            done=self._planned,
        )

    def _planned(self, session: Session) -> None:
        if not self.still_here():
            return
        when = self.language.moment(session.starts_at)
        self.planned.emit(session.id)
        self.finish(self.language.text("Meeting {n} is planned: {when}.", n=session.number, when=when))

    def _tell_template(self) -> None:
        template = self._templates[self._template.chosen_id()]
        self._about.say(
            self.language.text(
                "{minutes} · {summary}",
                minutes=self.language.minutes(template.minutes),
                summary=self._words(template).summary,
            )
        )

    def _words(self, template: Template) -> TemplateWords:
        return template.da if self.language.code == "da" else template.en

    def _suggest_place(self, host: str) -> None:
        """A host's workplace is where the meeting usually is; what was typed is left alone."""
        if not self._place.text().strip() or self._place.text() in self._workplaces.values():
            self._place.setText(self._workplaces.get(host, ""))

    def _lay_out(self) -> None:
        text = self.language.text
        grid = _grid()
        grid.addWidget(self.labelled("template", text("Template"), self._template), 0, 0, 1, 2)
        grid.addWidget(self._about, 1, 0, 1, 2)
        self.add_when(grid, 2)
        grid.addWidget(self.labelled("host", text("Host"), self._host), 3, 0)
        grid.addWidget(self.labelled("place", text("Place"), self._place), 3, 1)
        grid.addWidget(self.labelled("theme", text("Theme"), self._theme), 4, 0, 1, 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)


class EditMeetingDialog(MeetingForm):
    """A planned meeting moved or changed. The dates it had are kept."""

    def __init__(
        self, around: Surroundings, network: Network, members: tuple[Member, ...], session: Session, *, parent: QWidget
    ) -> None:
        text = around.language.text
        super().__init__(
            around, "edit_meeting_dialog", text("Meeting {n}", n=session.number), save=text("Save"), parent=parent
        )
        self._session = session
        self.begins_with(session.starts_at)
        self._minutes = NumberField(LEAST, MOST, suffix=" min.")
        self._minutes.setValue(session.minutes)
        self._place = QLineEdit(session.place)
        self._host = _host_field(around, members, session.host, session.starts_at)
        self._theme = QLineEdit(session.theme)
        grid = _grid()
        self.add_when(grid, 0)
        grid.addWidget(self.labelled("minutes", text("Time available"), self._minutes), 1, 0)
        grid.addWidget(self.labelled("host", text("Host"), self._host), 1, 1)
        grid.addWidget(self.labelled("place", text("Place"), self._place), 2, 0, 1, 2)
        grid.addWidget(self.labelled("theme", text("Theme"), self._theme), 3, 0, 1, 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.day_field.dateChanged.connect(self._tell_move)

    def keep(self) -> None:
        moved = self.starts_at() != self._session.starts_at
        changed = replace(
            self._session,
            starts_at=self.starts_at(),
            minutes=self._minutes.value(),
            place=" ".join(self._place.text().split()),
            host=self._host.chosen_id(),
            theme=" ".join(self._theme.text().split()),
        )
        n, when = changed.number, self.language.moment(changed.starts_at)
        words = (
            self.language.text("Meeting {n} is moved to {when}.", n=n, when=when)
            if moved
            else self.language.text("Meeting {n} is saved.", n=n)
        )
        self.workspace.save_session(changed, done=lambda _: self.finish(words))

    def _tell_move(self) -> None:
        was = self._session.starts_at
        moved = self.starts_at().date() != was.date()
        day = self.language.date_written(was)
        self.reassure(self.language.text("The date it had is kept: {day}.", day=day) if moved else "")


class CopyDialog(MeetingForm):
    """The same agenda on another date."""

    def __init__(self, around: Surroundings, network: Network, session: Session, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around,
            "copy_meeting_dialog",
            text("Copy meeting {n}", n=session.number),
            note=text("The new meeting gets the same agenda, length and place."),
            save=text("Copy"),
            parent=parent,
        )
        self._session = session
        self.begins_with(proposed_moment(around.workspace.sessions(network.id), around.workspace.today(network)))
        grid = _grid()
        self.add_when(grid, 0)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def keep(self) -> None:
        self.save_button.setEnabled(False)
        self.workspace.copy_session(self._session, self.starts_at(), done=self._copied)

    def _copied(self, session: Session) -> None:
        if not self.still_here():
            return
        when = self.language.moment(session.starts_at)
        self.planned.emit(session.id)
        self.finish(self.language.text("Meeting {n} is planned: {when}.", n=session.number, when=when))


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.even)
    grid.setVerticalSpacing(SPACE.near)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _host_field(around: Surroundings, members: Iterable[Member], host: str, starts_at: datetime) -> ChoiceField:
    """Whoever is a member that day can be host, and whoever is host already."""
    able = [member for member in members if member.id == host or belongs_on(member, starts_at.date())]
    able.sort(key=lambda member: around.language.sort_key(member.name))
    nobody = Choice("", around.language.text("Nobody yet"))
    field = ChoiceField((nobody, *(Choice(member.id, member.name) for member in able)))
    field.choose(host)
    return field
