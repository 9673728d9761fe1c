"""The year of a network as a line: who led the meetings that were held, and who is to lead those that come."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.language import Language
from facilitator.model.session import Session, SessionState
from facilitator.model.share import Shares, consultant_percent
from facilitator.model.year import Stretch, meetings_in, stretch_of, year_shown
from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.lead_bar import Legend, LegendItem
from ui.widgets.year_line import YearLine, YearMark, YearMeeting
from ui.words import STATES
from ui.workspace import Workspace


class YearCard(Card):
    """The card with the year line and its legend."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        language = around.language
        self.setObjectName("year_card")
        self._language = language
        self._line = YearLine(around.theme)
        legend = Legend(
            around.theme,
            (
                LegendItem("consultant", language.text("The consultant, %")),
                LegendItem("together", language.choice("who leads", "Together")),
                LegendItem("network", language.choice("who leads", "The network")),
            ),
        )
        policy = legend.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        legend.setSizePolicy(policy)
        self.head.insertWidget(1, Label(language.text("Who has led the meetings?"), "small"))
        self.head.addWidget(legend)
        self.body.setSpacing(SPACE.hair)
        self.body.addWidget(self._line)

    def show_year(self, workspace: Workspace, sessions: tuple[Session, ...], today: date, coming: str) -> None:
        """Shows this year, else the nearest that has a meeting; `coming` is the next meeting's id."""
        year = year_shown(sessions, today)
        meetings = meetings_in(sessions, year)
        stretch = stretch_of(meetings, year, today)
        name = f"{year.starts}/{(year.starts + 1) % 100:02d}"
        self.set_title(self._language.text("The year {year}", year=name))
        marks = tuple(
            year_meeting(each, workspace.shares(each), stretch, self._language, coming=each.id == coming)
            for each in meetings
        )
        at = stretch.at(today)
        mark = YearMark(at, self._language.text("Today")) if 0 <= at <= 1 else None
        self._line.show_year(marks, mark)


def year_meeting(
    session: Session, shares: Shares, stretch: Stretch, language: Language, *, coming: bool
) -> YearMeeting:
    """A meeting on the line, and what is said of it."""
    day = session.starts_at.date()
    total = shares.total or 1
    share = consultant_percent(shares)
    state = language.text(STATES[session.state])
    spoken = [language.text("Meeting {n}", n=session.number), language.date_written(day), session.place, state]
    if share is not None:
        spoken.append(language.text("the consultant {share}", share=language.percent(share / 100)))
    return YearMeeting(
        at=stretch.at(day),
        date=language.date_short(day),
        place=short_place(session.place),
        consultant=shares.consultant / total,
        together=shares.together / total,
        network=shares.network / total,
        held=session.state in (SessionState.held, SessionState.running),
        next=coming,
        figure=language.percent(share / 100) if share is not None else "",
        spoken=", ".join(part for part in spoken if part),
    )


def short_place(place: str) -> str:
    """As much of a place as the year line has room for: its first word."""
    return next(iter(place.replace(",", " ").split()), "")
