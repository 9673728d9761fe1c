"""Fills the cockpit with what a sight of the run says; each widget repaints only where it looks different."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from facilitator.language import later
from facilitator.model.agenda import Kind
from facilitator.model.audience import WayOut, may_leave
from facilitator.model.outcome import AnyOutcome
from facilitator.model.session import begins, ends
from ui.live import keys
from ui.live.ending import FinishPanel
from ui.live.faces import ring_face
from ui.live.options import offers
from ui.live.people import PeoplePanel, person_rows
from ui.live.rail import headline, is_late, rail_rows, standing
from ui.live.ready import LOOKS_BACK, ReadyPanel
from ui.live.sight import Sight
from ui.live.turns import forward, listed
from ui.live.unplanned import told as no_plan
from ui.live.wall import WallState
from ui.live.written import written_rows
from ui.widgets.prompts import Prompt

if TYPE_CHECKING:
    from ui.live.page import LivePage

WALL_GONE = later("The projector is gone. The meeting goes on here. The wall returns when it is plugged in.")


class Show:
    """Everything that is shown, from top to bottom."""

    def __init__(self, page: LivePage) -> None:
        self._page = page
        self._priced: object = None
        self._slow = False
        self._saved = ""
        self._written: tuple[tuple[AnyOutcome, ...], bool] | None = None

    def all(self, sight: Sight, *, unfolded: bool) -> None:
        """Shows the whole cockpit as it is."""
        cockpit = self._page.cockpit
        cockpit.middle.setCurrentIndex(1 if sight.view is not None else 0)
        self._top(sight)
        cockpit.rail.show_steps(rail_rows(sight))
        if sight.view is None:
            self._before(sight)
        else:
            self._running(sight)
        self._offers(sight)
        self._capture(sight, unfolded=unfolded)
        self._promises(sight)
        panel = self._page.beside.panel
        if isinstance(panel, ReadyPanel):
            self._page.since_last.show(panel, sight)
        elif isinstance(panel, PeoplePanel) and panel.objectName() == "people_panel":
            panel.show_people(person_rows(sight))
        elif isinstance(panel, FinishPanel):
            panel.show_outcomes(sight, self._page.outcomes())
            panel.tell_wall(self._read_out_told())

    def _read_out_told(self) -> str:
        """Why the wall does not show what is read aloud, where it was to."""
        page, read = self._page, self._page.read_out()
        if read is None:
            return ""
        if not may_leave(read.audience, WayOut.wall):
            return page.language.text("Only the network may read it, so it is not on the wall.")
        key = keys.twin_of("wall", page.language)
        return "" if page.wall.isVisible() else page.language.text("The wall is not shown. {key} shows it.", key=key)

    def _promises(self, sight: Sight) -> None:
        """What was promised before stands ready until the start, and in the steps that look back."""
        cockpit, told = self._page.cockpit, self._page.since_last.told()
        for button in (cockpit.ready, cockpit.ready_now):
            button.setText(told)
        cockpit.ready.setVisible(bool(told))
        cockpit.ready_now.setVisible(bool(told) and sight.step.method in LOOKS_BACK)

    def saved(self, now: datetime) -> None:
        """When something was last put on disk."""
        self._saved = "" if self._page.live is None or self._page.live.rehearsal else self._at(now)
        self._say_saved()

    def slow(self, slow: bool) -> None:
        """The disk takes its time, or no longer."""
        self._slow = slow
        self._say_saved()

    def wall_trouble(self) -> str:
        """What is to be said of the wall, where something is."""
        gone = self._page.projector.state is WallState.GONE
        return self._page.language.text(WALL_GONE) if gone else ""

    def _at(self, now: datetime) -> str:
        language = self._page.language
        return language.text("Saved {time}", time=language.clock_seconds(now))

    def _say_saved(self) -> None:
        words = self._page.language.text("Saving …") if self._slow else self._saved
        self._page.capture.saved.show_saved(words, trouble=self._slow)

    def _top(self, sight: Sight) -> None:
        cockpit, language = self._page.cockpit, sight.language
        cockpit.say_network(sight.meeting.network.name)
        cockpit.number.say(language.text("meeting {n}", n=sight.meeting.session.number))
        cockpit.rehearsal.setVisible(sight.rehearsal)
        for widget in (cockpit.pace, cockpit.surprises):
            widget.setVisible(sight.rehearsal)
        cockpit.incident.setVisible(sight.rehearsal and not cockpit.narrow)
        icon, words, late = standing(sight)
        cockpit.pill.show_pill(icon, words, late=late)
        cockpit.people.say(language.text("{n} of {of}", n=sight.people_here, of=len(sight.roster)))
        cockpit.people.setAccessibleName(
            language.text("{n} of {of} are here", n=sight.people_here, of=len(sight.roster))
        )
        cockpit.clock.say(language.clock(sight.now))
        self._wall_mark()

    def _wall_mark(self) -> None:
        cockpit = self._page.cockpit
        gone = self._page.projector.state is WallState.GONE
        words = self._wall_words()
        cockpit.wall_words.say(words)
        cockpit.wall_words.set_kind("late_bold" if gone else "muted")
        icon = "alert-circle-outline" if gone else "projector-screen-outline"
        cockpit.wall_icon.show_icon(icon, "late" if gone else "text2")
        cockpit.wall_icon.setAccessibleName(words if cockpit.wall_words.isHidden() else "")
        for widget in (cockpit.wall_words, cockpit.wall_icon):
            widget.setToolTip(self.wall_trouble() or words)
            widget.setAccessibleDescription(self.wall_trouble())

    def _wall_words(self) -> str:
        language = self._page.language
        match self._page.projector.state:
            case WallState.ON:
                return language.text("The room sees {name}", name=self._page.projector.screen_name)
            case WallState.GONE:
                return language.text("The projector is gone")
            case WallState.MIRRORED:
                return language.text("Both screens show this")
            case WallState.AWAY:
                return language.text("The wall is put away")
            case WallState.SMALL:
                return language.text("The wall is in a window")
        return language.text("One screen only")

    def _before(self, sight: Sight) -> None:
        cockpit, language = self._page.cockpit, sight.language
        session = sight.meeting.session
        cockpit.when.say(language.period(begins(session), ends(session)))
        cockpit.where.say(" · ".join(part for part in (session.place, session.theme) if part))
        cockpit.where.setVisible(bool(cockpit.where.text()))
        cockpit.less_time.setVisible(not sight.unplanned and not sight.rehearsal)
        if sight.unplanned:
            self._page.tell("empty", no_plan(language))
        cockpit.wall_told.say(self._wall_told(sight))
        cockpit.roster.show_rows(person_rows(sight))
        cockpit.start.setText(
            language.text("Start the rehearsal") if sight.rehearsal else language.text("Start the meeting")
        )
        cockpit.start.setEnabled(self._page.live is not None)

    def _wall_told(self, sight: Sight) -> str:
        language, projector = sight.language, self._page.projector
        key = keys.twin_of("wall", language)
        match projector.state:
            case WallState.ON:
                words = language.text("The room sees the wall on the screen {name}.", name=projector.screen_name)
                if len(projector.others) > 1:
                    where = keys.twin_of("wall_where", language)
                    words += " " + language.text("{key} puts it on another.", key=where)
                return words
            case WallState.MIRRORED:
                return language.text(
                    "Both screens show the same, so the room sees this one. Private text stays folded. "
                    "Let the computer extend its screen, and the wall gets one of its own."
                )
            case WallState.GONE:
                return language.text(WALL_GONE)
            case WallState.AWAY:
                return language.text("The wall is put away, and the room sees nothing. {key} shows it.", key=key)
            case WallState.SMALL:
                return language.text(
                    "The wall is in a window, which you can share in a call. {key} puts it away.", key=key
                )
        return language.text(
            "There is one screen only. The wall comes when another is plugged in; {key} shows it in a window.",
            key=key,
        )

    def _running(self, sight: Sight) -> None:
        cockpit, language = self._page.cockpit, sight.language
        cockpit.headline.say(headline(sight, self._page.usual.get(sight.step.method)))
        cockpit.title.say(sight.worded.title)
        cockpit.ring.show_face(ring_face(sight))
        shown = listed(sight)
        cockpit.turns.show_list(shown.title, shown.note, shown.rows)
        words = sight.part or sight.worded
        cockpit.prompts.show_prompts(
            (
                Prompt("message-text-outline", language.choice("prompt", "Say"), words.say),
                Prompt("hand-back-right-outline", language.choice("prompt", "Do"), words.do),
                Prompt("eye-outline", language.choice("prompt", "Watch for"), words.watch),
            )
        )
        self._buttons(sight)

    def _buttons(self, sight: Sight) -> None:
        cockpit, language = self._page.cockpit, sight.language
        paused = sight.state.status == "paused"
        cockpit.pause.setText(language.text("Resume") if paused else language.text("Pause"))
        cockpit.pause.set_icon("play" if paused else "pause")
        way = forward(sight).way
        words = {
            "turn": language.choice("turn", "Next"),
            "part": language.text("Next part"),
            "step": language.text("Next step"),
            "finish": language.text("Finish the meeting"),
        }
        icons = {"turn": "account-arrow-right-outline", "finish": "check"}
        cockpit.forward.setText(words[way])
        cockpit.forward.set_icon(icons.get(way, "arrow-right"))
        another = sight.number < len(sight.steps) or sight.unplanned
        cockpit.next.setVisible(way in {"turn", "part", "finish"} and another)
        cockpit.fit_buttons()
        cockpit.back.setEnabled(sight.number > 1)
        cockpit.undo.setEnabled(sight.state.past is not None)

    def _offers(self, sight: Sight) -> None:
        page = self._page
        cockpit, live = page.cockpit, page.live
        late = sight.live and is_late(sight)
        cockpit.replan.setVisible(late)
        if live is None or not late or sight.view is None:
            self._priced = None
            return
        giver = page.giver()
        # A price follows the whole minutes behind and what was pressed, not the seconds.
        priced = (sight.view.seq, -(-sight.view.behind // 60), sight.view.finish // 60, giver)
        if priced == self._priced:
            return
        self._priced = priced
        tip = sight.language.text("Arrow up and down: another step")
        for policy, offer in zip(cockpit.cards, offers(sight, live, giver), strict=True):
            card = cockpit.cards[policy]
            card.setEnabled(offer.open)
            card.show_option(offer.option)
            card.setToolTip(tip if policy == "take" else offer.option.change)

    def _capture(self, sight: Sight, *, unfolded: bool) -> None:
        capture = self._page.capture
        key = (sight.step.id, sight.step.audience)
        if capture.property("follows") != repr(key):
            capture.setProperty("follows", repr(key))
            capture.follow(sight.step.audience, case_step=sight.step.kind is Kind.case)
        outcomes = self._page.outcomes()
        capture.count.show_chip(str(len(outcomes)), "count")
        capture.none_yet.setVisible(not outcomes)
        if (outcomes, unfolded) != self._written:  # a second that passes changes none of perhaps hundreds of lines
            self._written = outcomes, unfolded
            capture.written.show_rows(written_rows(sight, outcomes, unfolded=unfolded))
