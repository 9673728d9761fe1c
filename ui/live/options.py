"""The ways to put the plan right, each with its price before it is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.language import Language, later
from facilitator.model.event import Policy
from facilitator.model.trouble import Trouble
from ui.live import keys
from ui.live.sight import Sight
from ui.live_run import Answer, LiveRun, commands
from ui.widgets.option_card import Option

POLICIES: tuple[Policy, ...] = ("take", "push", "skip", "compress")
ICONS: Mapping[Policy, str] = {
    "take": "content-cut",
    "push": "arrow-right-thin",
    "skip": "debug-step-over",
    "compress": "arrow-collapse-horizontal",
}
NAMES: Mapping[Policy, str] = {
    "take": later("Take from one step"),
    "push": later("Finish later"),
    "skip": later("Drop steps"),
    "compress": later("Shorten the steps"),
}


@dataclass(frozen=True)
class Offer:
    """One of the four, with the command that it comes to; `open` where it can be done."""

    option: Option
    command: commands.Replan
    open: bool


def offers(sight: Sight, live: LiveRun, giver: str | None) -> tuple[Offer, ...]:
    """The four in their order. `giver` is the step that *take* would take from."""
    return tuple(_offer(sight, live, policy, giver) for policy in POLICIES)


def _offer(sight: Sight, live: LiveRun, policy: Policy, giver: str | None) -> Offer:
    step = giver if policy in {"take", "skip"} else None
    answer = live.price(policy, step)
    language = sight.language
    key = keys.twin_of(policy, language)
    name = language.text(NAMES[policy])
    command = commands.Replan(policy=policy, step=step)
    if isinstance(answer, Trouble):
        change = refusal(answer, language)
        option = Option(icon=ICONS[policy], name=name, key=key, change=change, finish_label="", finish="")
        return Offer(option, command, open=False)
    finish = answer.view.finish if answer.view is not None else 0
    agreed = sight.view.agreed if sight.view is not None else finish
    option = Option(
        icon=ICONS[policy],
        name=name,
        key=key,
        change=change_words(sight, policy, answer),
        finish_label=language.text("ends"),
        finish=sight.clock(finish),
        late=finish >= agreed + 60,
        late_word=language.text("later than agreed"),
        proposed=language.text("proposed") if policy == "take" else "",
    )
    return Offer(option, command, open=True)


def refusal(trouble: Trouble, language: Language) -> str:
    """Why not, in the few words that a card has room for."""
    if trouble.name == "step_cannot_give":
        return language.text("Gives at most {n} min.", n=trouble.facts.get("spare", 0))
    if trouble.name == "cannot_recover":
        return language.text(
            "Finds {n} of {of} min.", n=trouble.facts.get("can", 0), of=trouble.facts.get("minutes", 0)
        )
    return language.say(trouble)


def change_words(sight: Sight, policy: Policy, answer: Answer) -> str:
    """What each step would lose, in one line."""
    language, prices = sight.language, answer.prices or ()
    current = sight.view.step if sight.view is not None else ""
    prices = tuple(price for price in prices if price[0] != current)
    titles = {step.id: sight.words[step.id].title for step in sight.steps}
    if policy == "push" or not prices:
        return language.text("All steps keep their time")
    if policy == "take":
        step, was, minutes = prices[0]
        return language.text("{title} {was} → {n} min.", title=titles.get(step, ""), was=was, n=minutes)
    if policy == "compress":
        return _shortened(language, prices, titles)
    gone = [titles.get(step, "") for step, _, minutes in prices if minutes == 0]
    less = [f"{titles.get(step, '')} \N{MINUS SIGN}{was - minutes}" for step, was, minutes in prices if minutes]
    return ", ".join((*gone, *less))


def price_words(sight: Sight, answer: Answer) -> str:
    """What more time costs, at length: which steps go, and how long the others become."""
    language = sight.language
    titles = {step.id: sight.words[step.id].title for step in sight.steps}
    current = sight.view.step if sight.view is not None else ""
    prices = [price for price in answer.prices or () if price[0] != current]
    gone = [titles.get(step, "") for step, _, minutes in prices if minutes == 0]
    less = [
        language.text("{title} {n} min.", title=titles.get(step, ""), n=minutes)
        for step, _, minutes in prices
        if minutes
    ]
    went = [language.text("{titles} goes", titles=language.join(gone))] if gone else []
    return ", ".join((*went, *less))


def _shortened(language: Language, prices: tuple[tuple[str, int, int], ...], titles: Mapping[str, str]) -> str:
    """The step that loses most by name; the others by how many they are."""
    losses = sorted(((was - minutes, titles.get(step, "")) for step, was, minutes in prices), reverse=True)
    most, title = losses[0]
    first = f"{title} \N{MINUS SIGN}{most}"
    if len(losses) == 1:
        return first
    rest = losses[1][0]
    if len(losses) == 2:  # noqa: PLR2004 (two are both named)
        return f"{first}, {losses[1][1]} \N{MINUS SIGN}{rest}"
    others = len(losses) - 1
    if all(loss == rest for loss, _ in losses[1:]):
        return f"{first}, {language.count('{n} other', '{n} others', others)} \N{MINUS SIGN}{rest}"
    total = sum(loss for loss, _ in losses[1:])
    return f"{first}, {language.count('{n} other', '{n} others', others)} \N{MINUS SIGN}{total}"


@dataclass(frozen=True)
class MoreTime:
    """A way to give the running step more minutes, with its price in words."""

    words: str
    command: commands.AnyCommand


def more_time(sight: Sight, live: LiveRun, giver: str | None) -> tuple[MoreTime, ...]:
    """One, five and ten minutes: ending later, and where it can be found, ending as agreed."""
    language, view = sight.language, sight.view
    if view is None:
        return ()
    found = []
    for minutes in (1, 5, 10):
        seconds = minutes * 60
        finish = view.finish + max(0, seconds + min(0, view.remaining))
        words = language.text("{n} min. · ends at {time}", n=minutes, time=sight.clock(finish))
        found.append(MoreTime(words, commands.AddTime(seconds=seconds)))
        answer = live.price("skip", giver, seconds)
        if isinstance(answer, Trouble) or answer.view is None or not answer.prices:
            continue
        change = price_words(sight, answer)
        if not change:
            continue
        ends = sight.clock(answer.view.finish)
        words = language.text("{n} min. · {change} · ends at {time}", n=minutes, change=change, time=ends)
        found.append(MoreTime(words, commands.Replan(policy="skip", step=giver, seconds=seconds)))
    return tuple(found)
