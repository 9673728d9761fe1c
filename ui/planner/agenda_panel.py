"""The middle of the planner: how long the agenda is of what there is, whose hands it is in, and its timeline."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator.library.words import WordedStep
from facilitator.model.agenda import LeadBy, Step, clock_times
from facilitator.model.session import Session, begins
from ui.page import Surroundings
from ui.planner.words import bar, bar_words, blocks, length_words, too_long
from ui.theme.tokens import SPACE
from ui.widgets.agenda_timeline import METHOD, AgendaTimeline
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.lead_bar import LeadBar, Legend, LegendItem


class EmptyAgenda(EmptyState):
    """Nothing yet; a method dragged in here is the first step. `dropped` with its id and its place."""

    dropped = Signal(str, int)

    def __init__(self, around: Surroundings) -> None:
        text = around.language.text
        super().__init__(
            around.theme, text("The agenda is empty. Pick a template, or drag in a method."), text("Choose template")
        )
        self.button.setObjectName("choose_template")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if event.mimeData().hasFormat(METHOD):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        event.acceptProposedAction()
        self.dropped.emit(bytes(event.mimeData().data(METHOD).data()).decode(), 0)


class AgendaPanel(QWidget):
    """Shows an agenda; what the user wants done with it, the timeline and the empty state say."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = around.language
        text, theme = around.language.text, around.theme
        self.timeline = AgendaTimeline(theme)
        self.timeline.setAccessibleName(text("Agenda"))
        self.empty = EmptyAgenda(around)
        self._total = Label("", "bold")
        self._total.setObjectName("total")
        self._ends = Label("", "muted")
        self._over = Label("", "late", wrap=True)
        self._over.setObjectName("too_long")
        self._bar = LeadBar(theme)
        self._legend = Legend(
            theme,
            (
                LegendItem(LeadBy.consultant.value, text("The consultant")),
                LegendItem(LeadBy.together.value, text("Together")),
                LegendItem(LeadBy.network.value, text("The network")),
                LegendItem("lock", text("Protected"), right=True),
            ),
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.timeline)
        self._middle.addWidget(self.empty)
        self._lay_out()

    def show_agenda(
        self,
        steps: Sequence[Step],
        worded: Mapping[str, WordedStep],
        session: Session,
        people: Mapping[str, str],
        *,
        consultant: str,
    ) -> None:
        """Shows these steps; `people` are the members' names."""
        language = self._language
        shown = blocks(steps, worded, session, people, language, consultant=consultant)
        finish = clock_times(steps, begins(session))[-1]
        self.timeline.show_blocks(shown, language.clock(finish), language.text("min."))
        self._bar.show_parts(bar(steps), bar_words(steps, language))
        total, end = length_words(steps, session, language)
        self._total.say(total)
        self._ends.say(f"· {end}" if end else "")
        over = too_long(steps, session)
        self._over.say(language.say(over) if over else "")
        self._over.setVisible(over is not None)
        self._total.set_kind("late_bold" if over else "bold")
        self._middle.setCurrentWidget(self.timeline if steps else self.empty)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.even, SPACE.wide, 0)
        column.setSpacing(SPACE.tight)
        first = Flow(gap=SPACE.hair)
        first.addWidget(Label(self._language.text("Agenda") + " ", "section"))
        first.addWidget(self._total)
        first.addWidget(self._ends)
        column.addLayout(first)
        for widget in (self._over, self._bar, self._legend):
            column.addWidget(widget)
        column.addWidget(self._middle, 1)
