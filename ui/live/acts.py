"""What each key of the meeting does: it asks the run for a command, or opens what asks for more first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from facilitator.model.agenda import LeadBy
from facilitator.model.audience import Audience
from facilitator.model.event import PartEntered, Policy, TurnStarted
from facilitator.model.outcome import AnyOutcome, Photo
from facilitator.model.trouble import Trouble
from ui.live import keys
from ui.live.asking import ask_how_long, ask_where
from ui.live.gently import take_the_time
from ui.live.options import POLICIES, more_time
from ui.live.over import Over
from ui.live.panels import AddStepPanel, BeganPanel, KeysPanel, Panel
from ui.live.parts import LiveMenu
from ui.live.people import PeoplePanel, person_rows, status_for
from ui.live.photos import Photos
from ui.live.printing import print_papers
from ui.live.rail import standing
from ui.live.ready import MARKS
from ui.live.refit import ask_less_time
from ui.live.rounds import Rounds
from ui.live.sight import Sight
from ui.live.turns import before, forward, turn_for
from ui.live.unplanned import BeginStepPanel, open_title
from ui.live.written import FOLDED
from ui.live_run import commands

if TYPE_CHECKING:
    from ui.live.page import LivePage

LEADS = (LeadBy.consultant, LeadBy.together, LeadBy.network)
A_MINUTE = 60
IN_MENU = (
    ("attend", "seating", "order", "unheard"),
    ("turn", "turn_pass", "turn_away", "turn_correct", "deal"),
    ("pause_for", "began_earlier", "step_add", "lead", "gap", "gently"),
    ("photo", "photo_paste"),
    ("wall", "wall_where", "print", "incident", "keys"),
    ("finish", "discard"),
)


class Acts:
    """Every act of `keys.ACTS` by its id. What is pressed is decided when it is its turn, by how it stands then."""

    def __init__(self, page: LivePage) -> None:
        self._page = page
        self._over = Over(page)
        self.rounds = Rounds(page)
        self.photos = Photos(page)
        self._simple: dict[str, Callable[[], commands.AnyCommand | None]] = {
            "start": lambda: commands.Start(open_step=open_title(page.room)),
            "next": self._next,
            "back": commands.Back,
            "next_part": commands.NextPart,
            "undo": self._undo,
            "end_turn": commands.EndTurn,
            "turn_pass": self.rounds.passes,
            "deal": commands.DealGroups,
            "add_time": lambda: commands.AddTime(seconds=A_MINUTE),
            "forward": self._forward,
            "backward": self._backward,
            "pause": self._pause,
            "gap": self._gap,
            "wait": self._wait,
            "lead": self._lead,
        }
        self._other: dict[str, Callable[[], None]] = {
            "finish": self._over.finish,
            "discard": self._over.discard,
            "turn": self.rounds.give_turn,
            "turn_away": self.rounds.give_away,
            "turn_correct": self.rounds.correct_turn,
            "order": self.rounds.next_order,
            "unheard": self.rounds.say_unheard,
            "seating": self.rounds.seating,
            "price": self.more_time,
            "began_earlier": lambda: self._ask(BeganPanel(page.theme, page.language, page.guard)),
            "state": self.say_state,
            "gently": lambda: take_the_time(page),
            "replan": self.go_to_replan,
            "rail": self.go_to_rail,
            "print": lambda: print_papers(page),
            "ready": page.since_last.open,
            **{act: partial(page.since_last.mark_chosen, act) for act in MARKS},
            "refit": lambda: ask_less_time(page),
            "step_add": self.add_step,
            "step_up": lambda: self.move_step(-1),
            "step_down": lambda: self.move_step(1),
            "step_drop": self.drop_step,
            "attend": self.attendance,
            "write": self.write,
            "add": self._over.add,
            "audience": page.capture.next_audience,
            "edit": self.edit,
            "remove": self.remove,
            "photo": self.photos.ask,
            "photo_paste": self.photos.paste,
            "hide": page.toggle_hidden,
            "read_out": self._over.read_out,
            "wall": page.toggle_wall,
            "wall_where": lambda: ask_where(page),
            "pause_for": self.pause_for,
            "incident": self.incident,
            "menu": self.menu,
            "keys": lambda: page.beside.open(KeysPanel(page.theme, page.language)),
        }

    def perform(self, act: str) -> None:
        """Do what that key does."""
        page = self._page
        if page.hidden and act != "hide":
            return
        if page.live is None:
            if act in {"hide", "keys", "menu"}:
                self._other[act]()
            return
        if act in self._simple:
            page.press(self._simple[act])
        elif act in POLICIES:
            self.replan(act)
        elif act in {"note", "decision", "action", "parked", "case"}:
            page.capture.set_kind(act)
            self.write()
        elif act in self._other:
            self._other[act]()

    # Decided when it is their turn

    def _next(self) -> commands.AnyCommand | None:
        """The next step; where there is no plan, and so none, it is asked for."""
        sight = self._page.sight()
        if sight.live and sight.unplanned and sight.number == len(sight.steps):
            self.add_step()
            return None
        return commands.Next()

    def _forward(self) -> commands.AnyCommand | None:
        sight = self._page.sight()
        if not sight.live:
            return None
        further = forward(sight)
        match further.way:
            case "turn":
                return turn_for(sight, further.member)
            case "part":
                return commands.NextPart()
            case "step":
                return commands.Next()
        self._over.finish()
        return None

    def _backward(self) -> commands.AnyCommand | None:
        sight = self._page.sight()
        if not sight.live:
            return None
        latest = sight.state.past.what if sight.state.past is not None else None
        if isinstance(latest, PartEntered | TurnStarted):
            return commands.Undo()
        back = before(sight)
        match back.way:
            case "turn":
                return turn_for(sight, back.member)
            case "part":
                words = sight.language.text("A part that is over does not come back. Ctrl+B takes up the step before.")
                self._page.tell("refused", words)
                return None
        return commands.Back()

    def _undo(self) -> commands.AnyCommand | None:
        """The latest of the run; before there is one, the latest that was done about the meeting."""
        page = self._page
        about = page.meeting.session.id
        if page.sight().view is None and page.workspace.history.latest(about) is not None:
            page.workspace.history.undo(about)
            return None
        return commands.Undo()

    def _pause(self) -> commands.AnyCommand | None:
        status = self._page.sight().state.status
        return commands.Resume() if status == "paused" else commands.Pause()

    def _gap(self) -> commands.AnyCommand | None:
        page, gap = self._page, self._page.sight().state.gap
        if page.live is not None and page.live.unruled_gap() is None:
            hidden = page.unseen.ruling(page.sight())
            if hidden is not None:
                return hidden
        was = "meeting" if gap is not None and gap.was == "pause" else "pause"
        return commands.RuleGap(was="meeting" if was == "meeting" else "pause")

    def _wait(self) -> commands.AnyCommand | None:
        sight = self._page.sight()
        return commands.Wait(seconds=A_MINUTE) if sight.rehearsal and sight.live else None

    def _lead(self) -> commands.AnyCommand | None:
        """The next of the three, for the step that has the keyboard in the rail, else for the current one."""
        sight = self._page.sight()
        rail = self._page.cockpit.rail
        chosen = rail.current_id() if rail.hasFocus() else ""
        step = next((step for step in sight.steps if step.id == chosen), sight.step)
        lead = sight.lead_of(step)
        by = LEADS[(LEADS.index(lead.by) + 1) % len(LEADS)]
        return commands.SetLead(step=step.id, by=by, members=() if by is LeadBy.consultant else lead.members)

    # Time and plan

    def pause_for(self) -> None:
        """Opens the menu with the lengths of a pause."""
        if self._page.sight().live:
            ask_how_long(self._page)
        else:
            self._page.refuse(Trouble("not_started"))

    def more_time(self) -> None:
        """Opens the menu with more minutes and what each costs."""
        page, sight = self._page, self._page.sight()
        if page.live is None or not sight.live:
            page.refuse(Trouble("not_started"))
            return
        menu = page.beside.menu("more_time_menu")
        for offer in more_time(sight, page.live, page.giver()):
            menu.addAction(offer.words.replace("&", "&&")).triggered.connect(
                lambda _=False, command=offer.command: page.do(command)
            )
        page.beside.pop_up(menu, page.cockpit.more_time)

    def replan(self, policy: Policy | str) -> None:
        """Chooses one of the four, at the price that is shown."""
        page = self._page

        def press() -> commands.AnyCommand | None:
            giver = page.giver() if policy in {"take", "skip"} else None
            return next(commands.Replan(policy=known, step=giver) for known in POLICIES if known == policy)

        page.press(press)

    def go_to_replan(self) -> None:
        """The keyboard goes to the four cards."""
        page = self._page
        if page.cockpit.replan.isVisible():
            page.cockpit.cards["take"].setFocus()
        else:
            page.refuse(Trouble("nothing_to_recover"))

    def say_state(self) -> None:
        """Says in words how it stands, also to a screen reader."""
        page, sight = self._page, self._page.sight()
        words = ". ".join((sight.worded.title, page.cockpit.ring.accessibleName(), standing(sight)[1]))
        page.tell("state", words)
        if page.cockpit.notice.kind != "state":  # a question that waits for its answer stays
            page.announce(words)

    def write(self) -> None:
        """The keyboard goes to what is being written down."""
        self._page.cockpit.show_rail(False)
        self._page.capture.write()

    def go_to_rail(self) -> None:
        """The keyboard goes to the agenda, to the first step to come."""
        page, sight = self._page, self._page.sight()
        page.cockpit.show_rail(True)
        page.cockpit.rail.setFocus()
        if not self._coming(sight):
            place = min(sight.number, len(sight.steps) - 1) if sight.live else 0
            page.cockpit.rail.go_to(sight.steps[place].id)

    def add_step(self) -> None:
        """Opens the form for a step after the one that has the keyboard in the rail, else after the current one.

        Where there is no plan, the step begins now.
        """
        page, sight = self._page, self._page.sight()
        if sight.unplanned and sight.live:
            self._ask(BeginStepPanel(page.theme, page.language, page.guard))
            return
        chosen = self._coming(sight) or sight.step.id
        title = sight.words[chosen].title
        self._ask(AddStepPanel(page.theme, page.language, page.guard, chosen, title))

    def move_step(self, way: int) -> None:
        """One place up or down among the steps to come."""
        page, sight = self._page, self._page.sight()
        step = self._coming(sight)
        if not step:
            self.go_to_rail()
            return
        order = [each.id for each in sight.steps[sight.number - 1 :]]  # the current one stands first, and stays
        place = order.index(step)
        if way < 0 and place > 1:
            page.do(commands.MoveStep(step=step, after=order[place - 2]))
        elif way > 0 and place + 1 < len(order):
            page.do(commands.MoveStep(step=step, after=order[place + 1]))

    def drop_step(self) -> None:
        """The step that has the keyboard in the rail goes; undo brings it back."""
        step = self._coming(self._page.sight())
        if step:
            self._page.do(commands.DropStep(step=step))
        else:
            self.go_to_rail()

    def step_menu(self, step_id: str) -> None:
        """What can be done with a step of the rail."""
        page, sight = self._page, self._page.sight()
        step = next((step for step in sight.steps if step.id == step_id), None)
        if step is None or not sight.live:
            return
        language, menu = page.language, page.beside.menu("step_menu")
        words = (
            (LeadBy.consultant, language.text("The consultant led")),
            (LeadBy.together, language.text("We led together")),
            (LeadBy.network, language.text("The network led")),
        )
        lead = sight.lead_of(step)
        for by, text in words:
            members = () if by is LeadBy.consultant else lead.members
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(lead.by is by)
            command = commands.SetLead(step=step.id, by=by, members=members)
            action.triggered.connect(lambda _=False, command=command: page.do(command))
        people = menu.addMenu(language.text("Who led"))
        for member in sight.roster:
            command = commands.SetLead(step=step.id, by=LeadBy.network, members=(member,))
            people.addAction(sight.name(member)).triggered.connect(lambda _=False, command=command: page.do(command))
        menu.addSeparator()
        for act in ("step_up", "step_down", "step_drop", "step_add"):
            self._entry(menu, act)
        page.cockpit.rail.setFocus()
        place = page.cockpit.rail.rows.index(page.cockpit.rail.rows.place(step_id))
        box = page.cockpit.rail.visualRect(place)
        menu.popup(page.cockpit.rail.viewport().mapToGlobal(box.bottomLeft() + QPoint(page.theme.px(76), 0)))

    # People, end, writing

    def attendance(self) -> None:
        """Opens attendance, or before the start goes to the list that is there."""
        page, sight = self._page, self._page.sight()
        if not sight.live:
            page.cockpit.roster.setFocus()
            return
        title = page.language.text("Attendance")
        panel = PeoplePanel(page.theme, page.language, title=title, name="people_panel", marks=True)
        panel.marked.connect(self.mark)
        panel.show_people(person_rows(sight))
        page.beside.open(panel)

    def mark(self, member: str, act: str) -> None:
        """How it is with somebody."""
        self._page.press(lambda: commands.Attend(member=member, status=status_for(act, self._page.sight())))

    def edit(self) -> None:
        """Edits in place what has the keyboard in the list, else what was written last."""
        outcome = self._written()
        if outcome is not None:
            if outcome.audience is Audience.private:
                self._page.unfold(True)
            hint = self._page.language.text("What does the photo show?") if isinstance(outcome, Photo) else ""
            self._page.capture.written.open_edit(outcome.id, outcome.text, hint)

    def remove(self) -> None:
        """Removes it; undo brings it back."""
        outcome = self._written()
        if outcome is not None:
            self._page.do(commands.Erase(id=outcome.id))

    def _written(self) -> AnyOutcome | None:
        """What the list's own keys are about; a folded row stands for the private text that came last."""
        page = self._page
        outcomes, written = page.outcomes(), page.capture.written
        chosen = written.current_id() if written.hasFocus() else ""
        if chosen == FOLDED:
            outcomes, chosen = tuple(o for o in outcomes if o.audience is Audience.private), ""
            page.unfold(True)
        found = next((each for each in outcomes if each.id == chosen), None)
        return found or (outcomes[-1] if outcomes else None)

    def incident(self) -> None:
        """Opens the menu of what may come in between; only a rehearsal has one."""
        if self._page.incidents is not None:
            self._page.incidents.ask()
        else:
            self._page.tell("refused", self._page.language.text("Only a rehearsal has such things happen by a key."))

    # Menus and forms

    def menu(self) -> None:
        """Everything that has no button of its own, with its key."""
        page = self._page
        menu = page.beside.menu("cockpit_menu")
        for group in IN_MENU:
            for act in group:
                if act != "incident" or page.incidents is not None:
                    self._entry(menu, act)
            menu.addSeparator()
        leave = menu.addAction(page.language.text("Leave for the network"))
        leave.triggered.connect(page.leave)
        page.beside.pop_up(menu, page.cockpit.menu)

    def _entry(self, menu: LiveMenu, act: str) -> None:
        page = self._page
        words = page.language.text(keys.act(act).words)
        entry = menu.addAction(f"{words}\t{keys.twin_of(act, page.language)}")
        entry.setObjectName(act)
        entry.triggered.connect(lambda: self.perform(act))

    def _coming(self, sight: Sight) -> str:
        """The step to come that has the keyboard in the rail, or nothing: then the first press goes there."""
        rail = self._page.cockpit.rail
        chosen = rail.current_id() if rail.hasFocus() else ""
        return chosen if sight.live and any(step.id == chosen for step in sight.steps[sight.number :]) else ""

    def _ask(self, panel: Panel) -> None:
        """Opens a form; what it asks for is done, and then it closes."""
        page = self._page

        panel.agreed.connect(lambda command: page.do(command, page.beside.close))
        page.beside.open(panel)
