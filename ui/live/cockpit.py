"""Where everything stands in the cockpit. It lays out and knows nothing of a meeting; the page fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.language import Language
from ui.live import keys
from ui.live.options import POLICIES
from ui.live.parts import Notice, OneLine
from ui.live.people import PeopleList, mark_buttons
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE
from ui.widgets.agenda_rail import AgendaRail
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.option_card import OptionCard
from ui.widgets.pill import Pill
from ui.widgets.prompts import Prompt, Prompts
from ui.widgets.ring_timer import RingTimer
from ui.widgets.scrolled import scrolled
from ui.widgets.switch import Switch
from ui.widgets.turn_list import TurnList

# All in px of the design, as the text makes them: what counts is how many words there is room for.
NARROW = 1280  # below this the sides give way to the middle
TIGHT = 1000  # below this the rail is folded away, and a button puts it where what is written down stands
RAIL_NARROW, CAPTURE_NARROW = 220, 370
LEAST = (640, 400)  # the sides give way first, so the layout must not hold them
NAME_WIDE, NAME_NARROW = 260, 130
RING_SHARE, RING_SHARE_NARROW = 0.45, 0.40  # of the middle
HIGH, RING_LARGE = 1200, 480  # where a window is so high, the ring may be so large
RING_LEAST, RING_LEAST_TIGHT = 136, 112
TURNS_LEAST = 140
ROSTER_LEAST = 140
PROMPTS_MOST = 190
REPLAN_WORDS = 142
GAP, GAP_NARROW = 14, 8
PACES = (1, 4, 10, 60)


class Cockpit(QWidget):
    """Top bar, rail, the middle, a column at the right, and the bar that lays the plan anew."""

    def __init__(self, theme: Theme, language: Language, capture: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._name_room = theme.px(NAME_WIDE)
        self._tight = False
        self.narrow = False  # whether there is room for what is seldom pressed
        self._rail_shown = False
        self.rail = AgendaRail(theme)
        self.rail.setAccessibleName(language.text("Agenda"))
        self.right = QStackedWidget()
        self.right.addWidget(scrolled(capture))
        self.middle = _OneOf()
        self.middle.addWidget(self._before())
        self.middle.addWidget(self._running())
        self.replan = self._replan_bar()
        self._sides = self._body()
        self.setMinimumSize(theme.size(*LEAST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        column.addLayout(self._sides, 1)
        column.addWidget(self.replan)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        px, room = self._theme.px, self._theme.room(self.width())
        narrow, self._tight = room < NARROW, room < TIGHT
        self.narrow = narrow
        capture = px(CAPTURE_NARROW if narrow else SIZE.capture)
        rail = px(RAIL_NARROW if narrow else SIZE.rail)
        self._rail_frame.setFixedWidth(capture if self._tight else rail)
        self.right.setFixedWidth(capture)
        inner = self._middle_room()
        most = px(RING_LARGE if self._theme.room(self.height()) >= HIGH and not narrow else SIZE.ring)
        self._timing.setMaximumHeight(most)
        least = px(RING_LEAST_TIGHT if self._tight else RING_LEAST)
        self.ring.setMinimumSize(least, least)
        self.ring.setMaximumWidth(min(most, max(least, round(inner * (RING_SHARE_NARROW if narrow else RING_SHARE)))))
        self._fold_rail()
        side = self._margin()
        self._centre.setContentsMargins(side, SPACE.near, side, side)
        for button in (self.start, self.pause, self.minute, self.next, self.forward):
            key = keys.twin_of(button.objectName(), self._language)
            button.set_key("" if self._tight else key)
            button.setToolTip(key if self._tight else "")
            button.setAccessibleDescription(key)
        self._column.setSpacing(GAP_NARROW if narrow else GAP)
        self._put_buttons(first=self._tight)
        for widget in (self.network, self.people_icon, self.people, self.wall_icon):
            widget.setVisible(not self._tight)
        self.incident.setVisible(not narrow and not self.rehearsal.isHidden())
        self.hide_all.set_key("" if self._tight else keys.twin_of("hide", self._language))
        self.wall_words.setVisible(not narrow)
        self.number.setVisible(not narrow)
        for label in self._replan_words:
            label.setVisible(not narrow)
        # A rehearsal has more to say in the bar, and when the meeting ends is said whole.
        short = narrow or not self.rehearsal.isHidden()
        self._name_room = px(NAME_NARROW if short else NAME_WIDE)
        self.say_network(self.network.toolTip())
        for button, words in ((self.back, self._language.text("Back")), (self.undo, self._language.text("Undo"))):
            key = keys.twin_of(button.objectName(), self._language)
            button.setText("" if narrow else words)
            button.set_key("" if narrow else key)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")
        self.fit_buttons()

    def _put_buttons(self, *, first: bool) -> None:
        """Where the middle has to be scrolled the buttons come before the prompts, else under them."""
        place = self._column.indexOf(self.prompts)
        if first is (self._column.indexOf(self._row_of_buttons) > place):
            self._column.removeWidget(self._row_of_buttons)
            self._column.insertWidget(place if first else place + 1, self._row_of_buttons)

    def show_rail(self, shown: bool) -> None:
        """Where the rail is folded away: puts it in the place of what is written down, or gives that its place back."""
        self._rail_shown = shown
        self._fold_rail()

    def _fold_rail(self) -> None:
        over = self._tight and self._rail_shown
        seen = {self._rail_frame: over or not self._tight, self._side: not over}
        # What goes makes room before what comes asks for it.
        for widget in sorted(seen, key=lambda each: seen[each]):
            widget.setVisible(seen[widget])
        self.agenda.setVisible(self._tight)
        self.agenda.setChecked(over)

    def _margin(self) -> int:
        return SPACE.tight if self._tight else SPACE.roomy

    def _middle_room(self) -> int:
        """From side to side in the middle, in px of the window."""
        rail = 0 if self._tight else self._rail_frame.maximumWidth()
        return self.width() - rail - self.right.maximumWidth() - 2 * self._margin() - 2

    def say_network(self, name: str) -> None:
        """The network's name, shortened where the bar has no more room."""
        self.network.setToolTip(name)
        shown = self.network.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, self._name_room)
        self.network.say(shown)
        self.network.setAccessibleName(name)

    def fit_buttons(self) -> None:
        """One row of buttons where they fit, else two; two of which do not fit in a row stand under one another."""
        room = self._middle_room()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        pairs = ((self.pause, self.minute), (self.next, self.forward))
        widths = [
            sum(button.sizeHint().width() + SPACE.tight for button in pair if not button.isHidden()) for pair in pairs
        ]
        ways = [(self._buttons, sum(widths)), *zip(self._pairs, widths, strict=True)]
        for layout, needed in ways:
            way = across if needed <= room else down
            if layout.direction() != way:
                layout.setDirection(way)

    def _top(self) -> QFrame:
        language, theme = self._language, self._theme
        bar = QFrame()
        bar.setProperty("ground", "nav")
        bar.setProperty("rule", "bottom")
        bar.setFixedHeight(theme.px(SIZE.cockpit_top))
        self.menu = IconButton(theme, "menu", language.text("Menu"))
        self.menu.setObjectName("menu")
        self.agenda = Button(theme, language.text("Agenda"), size="compact")
        self.agenda.setObjectName("show_agenda")
        self.agenda.setCheckable(True)
        self.agenda.clicked.connect(self.show_rail)
        self.network = Label("", "heading")
        self.number = Label("", "muted")
        self.rehearsal = Chip(language.text("Rehearsal"), "late")
        self.pace = QComboBox()
        self.pace.setObjectName("pace")
        self.pace.setProperty("measure", "compact")
        self.pace.setAccessibleName(language.text("How fast time passes"))
        for pace in PACES:
            self.pace.addItem(f"{pace} ×", pace)
        self.incident = IconButton(theme, "plus-circle-outline", language.text("Let something happen"))
        self.incident.setObjectName("incident")
        self.incident.setAccessibleDescription(keys.twin_of("incident", language))
        self.pill = Pill(theme)
        self.wall_icon = IconLabel(theme, "projector-screen-outline")
        self.wall_words = Label("", "muted")
        self.wall_words.setObjectName("wall_words")
        self.people_icon = IconLabel(theme, "account-check-outline")
        self.people = Label("", "muted")
        self.people.setObjectName("people_here")
        hide = keys.twin_of("hide", language)
        self.hide_all = Button(theme, language.text("Hide"), size="compact", icon="eye-off-outline", key=hide)
        self.hide_all.setObjectName("hide")
        self.clock = Label("", "clock")
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE.near, 0, SPACE.roomy, 0)
        row.setSpacing(SPACE.tight)
        left = (self.menu, self.agenda, self.network, self.number, self.rehearsal, self.pace, self.incident)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.pill)
        row.addStretch(1)
        row.addWidget(self.wall_icon)
        row.addWidget(self.wall_words)
        row.addSpacing(SPACE.hair)
        row.addWidget(self.people_icon)
        row.addWidget(self.people)
        row.addSpacing(SPACE.hair)
        row.addWidget(self.hide_all)
        row.addSpacing(SPACE.hair)
        row.addWidget(self.clock)
        return bar

    def _body(self) -> QHBoxLayout:
        self._rail_frame = QFrame()
        self._rail_frame.setProperty("rule", "right")
        inner = QVBoxLayout(self._rail_frame)
        inner.setContentsMargins(0, SPACE.near, 1, SPACE.tight)
        inner.addWidget(self.rail)
        self._side = QFrame()
        self._side.setProperty("rule", "left")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self.right)
        centre = QWidget()
        centre.setProperty("ground", "none")
        self._centre = middle = _Giving(centre)
        middle.setSpacing(SPACE.tight)
        self.notice = Notice(self._theme)
        middle.addWidget(self.notice)
        middle.addWidget(self.middle, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail_frame)
        row.addWidget(scrolled(centre), 1)
        row.addWidget(self._side)
        return row

    def _before(self) -> QWidget:
        """Before the start: when and where, one button, what the room sees, and who is coming."""
        language, theme = self._language, self._theme
        page = QWidget()
        self.when = Label("", "step", wrap=True)
        self.where = Label("", "muted", wrap=True)
        key = keys.twin_of("start", language)
        self.start = Button(
            theme, language.text("Start the meeting"), kind="primary", size="begin", icon="play", key=key
        )
        self.start.setObjectName("start")
        self.wall_told = Label("", "body", wrap=True)
        self.wall_told.setObjectName("wall_told")
        self.roster = PeopleList(theme, "roster")
        self.roster.setAccessibleName(language.text("Who is coming"))
        card = Card(language.text("Who is coming"))
        hint = language.text("First letter, then Delete for apologies")
        card.body.addWidget(Label(hint, "small", wrap=True))
        self.roster.setMinimumHeight(theme.px(ROSTER_LEAST))
        card.body.addWidget(self.roster, 1)
        self.seating = Button(theme, language.text("Seating"), size="compact")
        self.seating.setObjectName("seating")
        self.seating.setToolTip(keys.twin_of("seating", language))
        self.seating.setAccessibleDescription(keys.twin_of("seating", language))
        marks = mark_buttons(theme, language, self.roster)
        marks.addWidget(self.seating)
        card.body.addLayout(marks)
        row = QHBoxLayout()
        key = keys.twin_of("refit", language)
        self.less_time = Button(theme, language.text("Less time today"), kind="tertiary", icon="content-cut", key=key)
        self.less_time.setObjectName("refit")
        self.ready = self._ready_button("ready")
        row.addWidget(self.start)
        row.addStretch(1)
        more = Flow(gap=SPACE.tight)
        for button in (self.less_time, self.ready):
            more.addWidget(button)
        words = language.text("Let things happen on the way")
        self.by_chance = Switch(theme, words)
        self.by_chance.setObjectName("by_chance")
        self.surprises = QWidget()
        surprises = QHBoxLayout(self.surprises)
        surprises.setContentsMargins(0, 0, 0, 0)
        surprises.addWidget(self.by_chance)
        surprises.addWidget(Label(words, "body", wrap=True), 1)
        column = _Giving(page)
        column.setContentsMargins(0, SPACE.near, 0, 0)
        column.setSpacing(SPACE.near)
        for item in (self.when, self.where):
            column.addWidget(item)
        column.addLayout(row)
        column.addLayout(more)
        column.addWidget(self.surprises)
        column.addWidget(self.wall_told)
        column.addWidget(card, 1)
        return page

    def _ready_button(self, name: str) -> Button:
        """Leads to what was promised before; its words say how much."""
        key = keys.twin_of("ready", self._language)
        button = Button(self._theme, "", kind="tertiary", icon="handshake-outline", key=key)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _running(self) -> QWidget:
        language, theme = self._language, self._theme
        page = QWidget()
        self.headline = OneLine("", "muted")
        self.title = OneLine("", "step")
        self.title.setObjectName("step_title_now")
        self.back = _live_button(theme, language.text("Back"), "back", language, kind="tertiary", icon="arrow-left")
        self.undo = _live_button(theme, language.text("Undo"), "undo", language, kind="tertiary", icon="undo")
        self.ring = _RingWithButton(theme)
        self.ring.setMinimumSize(theme.size(RING_LEAST, RING_LEAST))
        self.turns = TurnList(theme)
        self.turns.setMinimumWidth(theme.px(TURNS_LEAST))
        self.prompts = _RoomyPrompts(theme)
        self.prompts.setMaximumHeight(theme.px(2 * PROMPTS_MOST))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.headline)
        words.addWidget(self.title)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.back)
        head.addWidget(self.undo)
        self._timing = timing = QFrame()
        row = QHBoxLayout(timing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.roomy)
        row.addWidget(self.ring)
        row.addWidget(self.turns, 1)
        self._buttons = self._live_buttons()
        self._row_of_buttons = QWidget()
        self._row_of_buttons.setMinimumWidth(1)  # what does not fit in one row stands in two
        self._row_of_buttons.setLayout(self._buttons)
        self._column = column = _Giving(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(timing, 100)
        self.ready_now = self._ready_button("ready_now")
        column.addWidget(self.ready_now, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.prompts, 10)
        column.addWidget(self._row_of_buttons)
        column.addStretch(1)
        return page

    def _live_buttons(self) -> QBoxLayout:
        language, theme = self._language, self._theme
        self.pause = _live_button(theme, language.text("Pause"), "pause", language, size="cockpit", icon="pause")
        self.minute = _live_button(theme, language.text("+1 min."), "add_time", language, size="cockpit")
        self.more_time = IconButton(theme, "plus", language.text("Give more time"), parent=self.ring)
        self.more_time.setObjectName("more_time")
        self.more_time.setAccessibleDescription(keys.twin_of("price", language))
        self.next = _live_button(theme, language.text("Next step"), "next", language, size="cockpit")
        self.forward = _live_button(
            theme, language.choice("turn", "Next"), "forward", language, size="cockpit", kind="primary"
        )
        whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        whole.setSpacing(SPACE.tight)
        whole.setContentsMargins(0, 0, 0, 0)
        left, right = self._pairs = (QHBoxLayout(), QHBoxLayout())
        for row, buttons in ((left, (self.pause, self.minute)), (right, (self.next, self.forward))):
            row.setSpacing(SPACE.tight)
            if row is right:
                row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            if row is left:
                row.addStretch(1)
            whole.addLayout(row)
        return whole

    def _replan_bar(self) -> QFrame:
        language = self._language
        bar = QFrame()
        bar.setObjectName("replan_bar")
        bar.setProperty("ground", "nav")
        bar.setProperty("rule", "top")
        bar.setFixedHeight(self._theme.px(SIZE.replan_bar))
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addStretch(1)
        title = Label(language.text("Re-plan"), "heading")
        note = Label(language.text("Nothing changes until you choose."), "small", wrap=True)
        self._replan_words = (title, note)
        for label in self._replan_words:
            label.setFixedWidth(self._theme.px(REPLAN_WORDS))
            words.addWidget(label)
        bar.setAccessibleName(title.text())
        words.addStretch(1)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE.roomy, 0, SPACE.roomy, 0)
        row.setSpacing(SPACE.near)
        row.addLayout(words)
        self.cards: dict[str, OptionCard] = {}
        for policy in POLICIES:
            card = OptionCard(self._theme)
            card.setObjectName(f"replan_{policy}")
            row.addWidget(card, 1)
            self.cards[policy] = card
        bar.hide()
        return bar


class _Giving(QVBoxLayout):
    """A column that is content with the least that is in it: only below that does it ask to be scrolled."""

    _asking = False  # Qt asks for the height itself to know the least one

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        if self._asking:
            return super().heightForWidth(width)
        self._asking = True
        least = self.minimumHeightForWidth(width)
        self._asking = False
        return least


class _OneOf(QWidget):
    """Shows one of its pages. Unlike a stack it needs no more room than that one does."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self._place = 0
        column = _Giving(self)
        column.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, page: QWidget) -> None:  # noqa: N802 (as a stack's)
        """Another page."""
        self._pages.append(page)
        self.layout().addWidget(page)  # type: ignore[union-attr]  # made above
        page.setVisible(len(self._pages) - 1 == self._place)

    def setCurrentIndex(self, place: int) -> None:  # noqa: N802 (as a stack's)
        """Shows that page."""
        if place != self._place:
            self._pages[self._place].hide()
            self._place = place
            self._pages[place].show()


class _RoomyPrompts(Prompts):
    """The prompts with as much height as their words need, as long as the ring keeps what it needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_prompts(self, prompts: tuple[Prompt, ...]) -> None:
        others = prompts != self._prompts
        super().show_prompts(prompts)
        if others:
            self.updateGeometry()  # or all is laid out anew every second

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        return max(self.minimumSizeHint().height(), min(self._theme.px(PROMPTS_MOST), self.least_height(width)))


class _RingWithButton(RingTimer):
    """The ring with a button in its corner, where the round leaves room."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        side = min(self.width(), self.height())
        for button in self.findChildren(IconButton):
            right, bottom = (self.width() + side) // 2, (self.height() + side) // 2
            button.move(right - button.width(), bottom - button.height())


def _live_button(
    theme: Theme,
    words: str,
    act: str,
    language: Language,
    *,
    kind: str = "secondary",
    size: str = "normal",
    icon: str = "",
) -> Button:
    """A button with the key that does the same."""
    key = keys.twin_of(act, language)
    button = Button(theme, words, kind=kind, size=size, icon=icon, key=key)
    button.setObjectName(act)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the text being written
    return button
