"""Laying the plan anew: shown when there is something to choose, and the price is what happens."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.live.builders import Room, plain
from ui.live.options import more_time, offers
from ui.live_run import LiveRun

K = Qt.Key


def nine_behind(room: Room) -> LiveRun:
    """The check-in took nine minutes more than planned."""
    page = room.open(start=True)
    room.till("9.06")
    room.press(K.Key_F4)
    room.till("9.27")
    room.press(K.Key_F4)
    assert page.live is not None
    return page.live


def test_the_bar_is_there_only_when_there_is_something_to_choose(room: Room) -> None:
    page = room.open(start=True)
    assert not page.cockpit.replan.isVisible()
    room.till("9.08")
    assert page.cockpit.replan.isVisible()
    room.press(K.Key_F5)
    assert not page.cockpit.replan.isVisible()


def test_the_four_cards_say_what_each_costs(room: Room) -> None:
    live = nine_behind(room)
    page = room.settled()
    shown = offers(page.sight(), live, page.giver())
    assert [(plain(offer.option.change), offer.option.finish) for offer in shown] == [
        ("Preskortet 40 → 31 min.", "12.00"),
        ("Alle punkter beholder tiden", "12.09"),
        ("Pulsen på gruppen, Preskortet \N{MINUS SIGN}1", "12.00"),
        (plain(shown[3].option.change), "12.00"),
    ]
    assert [offer.option.late for offer in shown] == [False, True, False, False]


@pytest.mark.parametrize("policy", ["take", "push", "skip", "compress"])
def test_the_price_is_the_effect(room: Room, policy: str) -> None:
    live = nine_behind(room)
    page = room.settled()
    priced = live.price(policy, page.giver())
    minutes = {step: after for step, _, after in priced.prices}
    room.press({"take": K.Key_F5, "push": K.Key_F6, "skip": K.Key_F7, "compress": K.Key_F8}[policy])
    assert live.view().finish == priced.view.finish
    assert live.view().behind == priced.view.behind
    now = {step.id: 0 if step.dropped else step.planned // 60 for step in live.state.steps}
    assert {step: now[step] for step in minutes} == minutes


def test_arrow_keys_choose_another_giver(room: Room) -> None:
    nine_behind(room)
    page = room.settled()
    first = page.giver()
    room.press(K.Key_R)
    assert page.cockpit.cards["take"].hasFocus()
    room.press(K.Key_Down)
    assert page.giver() != first
    chosen = page.giver()
    room.press(K.Key_F5)
    changed = [step.id for step in page.live.state.steps if step.planned != step.original]
    assert changed == [chosen]


def test_ten_minutes_more_tell_their_price_before_they_are_taken(room: Room) -> None:
    page = room.open(start=True)
    for clock in ("9.06", "9.18", "9.34", "9.39"):
        room.till(clock)
        room.press(K.Key_F4)
    room.till("10.39")
    words = [plain(offer.words) for offer in more_time(page.sight(), page.live, page.giver())]
    assert "10 min. · slut 12.10" in words
    assert "10 min. · Pulsen på gruppen udgår, Preskortet 38 min. · slut 12.00" in words
    offer = more_time(page.sight(), page.live, page.giver())[-1]
    page.do(offer.command)
    room.settled()
    assert page.sight().clock(page.sight().view.finish) == "12.00"
    assert page.sight().view.remaining == 600


def test_replanning_when_on_time_is_told_to_be_needless(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F5)
    assert "ikke bagud" in page.cockpit.notice.words.text()
