"""What the keys of rounds do: turns given, let go by and corrected, in which order, how people sit, who is unheard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.model.attendance import HERE, Status
from facilitator.model.trouble import Trouble
from ui.live.panels import CorrectPanel
from ui.live.people import PeoplePanel, person_rows
from ui.live.seating import SeatingPanel
from ui.live.sight import SECOND, Sight
from ui.live.turns import order_words, turn_for
from ui.live_run import Order, commands, turn_elapsed, unheard

if TYPE_CHECKING:
    from ui.live.page import LivePage

ORDERS = (Order.least_heard, Order.seating, Order.random)


class Rounds:
    """The acts of the group "turns" in `keys.ACTS` that are more than a command."""

    def __init__(self, page: LivePage) -> None:
        self._page = page

    def give_turn(self) -> None:
        """Opens the list of those who are here; whoever is chosen gets the turn."""
        self._choose(self._page.language.text("Who gets the turn?"))

    def give_away(self) -> None:
        """The same, where whoever has the word or is next keeps a turn for later."""
        page, sight = self._page, self._page.sight()
        giver = self._giver(sight)
        if giver:
            title = page.language.text("Who gets the turn from {name}?", name=sight.called(giver))
            self._choose(title, giver)

    def passes(self) -> commands.AnyCommand | None:
        """Whoever has the word, else whoever is next, comes last, and the one after has the word."""
        sight = self._page.sight()
        giver = self._giver(sight)
        taker = next((member for member in sight.speakers.waiting if member != giver), "") if giver else ""
        if taker:
            return turn_for(sight, taker, giver)
        if giver and giver == sight.speakers.speaking:
            return commands.EndTurn()  # nobody to come after: they have said pass
        if giver:
            self._page.refuse(Trouble("nobody_waits"))
        return None

    def correct_turn(self) -> None:
        """Opens the form for a turn that was longer or shorter than the clock says."""
        page, sight = self._page, self._page.sight()
        state = sight.state
        spoke = {
            turn.member: (sight.name(turn.member), turn.used // SECOND)
            for turn in state.turns
            if turn.used or not turn.let_go
        }
        if state.turn is not None and page.live is not None:
            seconds = turn_elapsed(state, page.live.at()) // SECOND
            spoke[state.turn.member] = (sight.name(state.turn.member), seconds)
        if not spoke:
            page.refuse(Trouble("no_turn"))
            return
        panel = CorrectPanel(page.theme, page.language, page.guard, dict(reversed(spoke.items())))
        panel.agreed.connect(lambda command: page.do(command, page.beside.close))
        page.beside.open(panel)

    def next_order(self) -> None:
        """The next way to go round, for the round that runs or is about to."""
        page, sight = self._page, self._page.sight()
        if not sight.live or not sight.round:
            page.refuse(Trouble("no_round" if sight.live else "not_started"))
            return
        page.orders[sight.place] = ORDERS[(ORDERS.index(sight.order) + 1) % len(ORDERS)]
        page.refresh()
        page.announce(order_words(page.sight()))

    def say_unheard(self) -> None:
        """Says who is here and has not had the word, by name and in words; nowhere but in a cockpit of one's own."""
        page, sight = self._page, self._page.sight()
        language = page.language
        if not sight.live:
            page.refuse(Trouble("not_started"))
            return
        if sight.mirrored:
            words = language.text("Both screens show the same, so who has not spoken is not shown.")
        elif names := [row.name for row in person_rows(sight) if row.id in unheard(sight.roster, sight.state)]:
            words = language.text("Not heard yet in this meeting: {names}.", names=language.join(names))
        else:
            words = language.text("Everybody who is here has had the word.")
        page.tell("state", words)
        if page.cockpit.notice.kind != "state":  # a question that waits for its answer stays
            page.announce(words)

    def seating(self) -> None:
        """Opens the seats round the table; a round that runs goes on as it began."""
        page, sight = self._page, self._page.sight()
        panel = SeatingPanel(page.theme, page.language)
        panel.seats.show_people([(member, sight.name(member)) for member in sight.roster])
        panel.seats.arranged.connect(page.seat)
        page.beside.open(panel)

    def _choose(self, title: str, giver: str = "") -> None:
        page, sight = self._page, self._page.sight()
        panel = PeoplePanel(page.theme, page.language, title=title, name="turn_panel", marks=False)

        def chosen(member: object) -> None:
            page.do(turn_for(page.sight(), str(member), giver), page.beside.close)

        panel.agreed.connect(chosen)
        rows = [row for row in person_rows(sight) if sight.attendance.get(row.id, Status.expected) in HERE]
        panel.show_people(tuple(replace(row, status="") for row in rows if row.id != giver))
        page.beside.open(panel)

    def _giver(self, sight: Sight) -> str:
        """Whoever has the word in the round, else whoever is next; where there is neither, says why."""
        if not sight.live or not sight.round:
            self._page.refuse(Trouble("no_round" if sight.live else "not_started"))
            return ""
        giver = sight.speakers.speaking or sight.speakers.next or ""
        if not giver:
            self._page.refuse(Trouble("nobody_waits"))
        return giver
