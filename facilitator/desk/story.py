"""The meeting that the example plays: one real morning, minute by minute, through the live engine.

Two come late, a round overruns, one step gives what was lost, a case needs ten minutes more, and it ends at twelve.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import msgspec

from facilitator.live import commands
from facilitator.live.commands import AnyCommand
from facilitator.model.agenda import LeadBy
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience


class Stage(msgspec.Struct, frozen=True):
    """Whom and what the story speaks of: members by first name, steps by method, the day, and the words' language."""

    members: Mapping[str, str]
    steps: Mapping[str, str]
    day: date
    danish: bool

    def words(self, danish: str, english: str) -> str:
        """The sentence in the story's language."""
        return danish if self.danish else english


Says = Callable[[Stage], AnyCommand]


class Moment(msgspec.Struct, frozen=True):
    """Something that is said to the run at a time: minutes from the planned start."""

    minutes: float
    says: Says


def _attend(name: str, status: Status) -> Says:
    return lambda stage: commands.Attend(member=stage.members[name], status=status)


def _turn(name: str) -> Says:
    return lambda stage: commands.GiveTurn(member=stage.members[name])


def _lead(step: str, name: str) -> Says:
    return lambda stage: commands.SetLead(step=stage.steps[step], by=LeadBy.network, members=(stage.members[name],))


def _note(danish: str, english: str, audience: Audience = Audience.minutes) -> Says:
    return lambda stage: commands.WriteNote(text=stage.words(danish, english), audience=audience)


def _decision(danish: str, english: str) -> Says:
    return lambda stage: commands.WriteDecision(text=stage.words(danish, english))


def _action(name: str, danish: str, english: str, days: int) -> Says:
    return lambda stage: commands.WriteAction(
        text=stage.words(danish, english), owners=(stage.members[name],), due=stage.day + timedelta(days=days)
    )


def _just(command: AnyCommand) -> Says:
    return lambda stage: command


NEXT, NEXT_PART = _just(commands.Next()), _just(commands.NextPart())

# Minutes from nine o'clock: the clock of practice's storyboard, row by row.
MORNING: tuple[Moment, ...] = (
    Moment(-5, _attend("Ib", Status.excused)),
    Moment(0, _just(commands.Start())),
    *(Moment(2, _attend(name, Status.present)) for name in ("Mette", "Jonas", "Åse", "Birgitte", "Claus", "Dorthe")),
    Moment(
        5,
        _decision(
            "Netværket tager én sag på hvert møde til og med marts.",
            "The network takes one case at every meeting up to March.",
        ),
    ),
    Moment(6, NEXT),
    Moment(6.2, _lead("check-in", "Dorthe")),
    Moment(6.4, _turn("Dorthe")),
    Moment(7, _attend("Lone", Status.late)),
    Moment(8, _turn("Mette")),
    Moment(9.5, _turn("Jonas")),
    Moment(11, _turn("Åse")),
    Moment(17, _turn("Birgitte")),
    Moment(19, _turn("Claus")),
    Moment(20, _attend("Hassan", Status.late)),
    Moment(22, _turn("Lone")),
    Moment(
        24,
        lambda stage: commands.Park(
            text=stage.words("Fælles vikarer på tværs af skolerne", "Shared substitutes across the schools")
        ),
    ),
    Moment(24.5, _turn("Hassan")),
    Moment(
        26.5, _note("December fylder; der er travlt på alle skoler.", "December takes up room; every school is busy.")
    ),
    Moment(27, NEXT),
    Moment(27.5, lambda stage: commands.Replan(policy="take", step=stage.steps["pressure-map"])),
    Moment(27.8, _lead("since-last", "Lone")),
    Moment(28, _turn("Claus")),
    Moment(
        30,
        _action(
            "Claus", "Sender sin mødeplan for lærerteamene til alle", "Sends everyone the meeting plan of his teams", 3
        ),
    ),
    Moment(30.2, _turn("Åse")),
    Moment(
        31,
        _note(
            "Åses mødeplan: prøv den på Højvang i januar.",
            "Åse's meeting plan: try it at Højvang in January.",
            Audience.private,
        ),
    ),
    Moment(32.5, _turn("Jonas")),
    Moment(34, _turn("Birgitte")),
    Moment(36, _turn("Dorthe")),
    Moment(38, _turn("Mette")),
    Moment(40, _turn("Hassan")),
    Moment(41.5, _turn("Lone")),
    Moment(43, NEXT),
    Moment(46, _action("Hassan", "Sender to datoer for skolebesøg", "Sends two dates for school visits", 10)),
    Moment(48, NEXT),
    Moment(
        49,
        lambda stage: commands.WriteCase(
            text=stage.words(
                "Hvordan siger jeg nej til en opgave, som alle venter, at jeg tager?",
                "How do I say no to a task that everyone expects me to take?",
            ),
            owner=stage.members["Dorthe"],
        ),
    ),
    Moment(53, NEXT_PART),
    Moment(
        66,
        _note(
            "Spørg i januar, hvordan det gik.",
            "Ask in January how it went.",
            Audience.private,
        ),
    ),
    Moment(73, NEXT_PART),
    Moment(85, NEXT_PART),
    Moment(96, NEXT_PART),
    Moment(
        99,
        lambda stage: commands.Replan(policy="skip", step=stage.steps["pressure-map"], seconds=600),
    ),
    Moment(103, NEXT_PART),
    Moment(110, NEXT_PART),
    Moment(118, NEXT),
    Moment(133, NEXT),
    Moment(
        148,
        _note("Tema: opgaver, der kan stoppes, kortes eller deles.", "Theme: tasks to stop, shorten or share."),
    ),
    Moment(
        160,
        _decision(
            "Netværket arbejder videre med temaet på møde 5.", "The network goes on with the theme at meeting 5."
        ),
    ),
    Moment(162, NEXT),
    Moment(
        163,
        _decision(
            "Jonas leder sagen på møde 5. Karen er med ved siden af.",
            "Jonas leads the case at meeting 5. Karen is there beside him.",
        ),
    ),
    Moment(
        164,
        _action(
            "Mette",
            "Spørger skolechefen om tid til netværket næste skoleår",
            "Asks the head of schools for time for the network next school year",
            38,
        ),
    ),
    Moment(
        166,
        _action(
            "Lone",
            "Prøver mødefri onsdag i fire uger og fortæller, hvad hun ser",
            "Tries Wednesdays without meetings for four weeks and tells what she sees",
            49,
        ),
    ),
    Moment(
        168,
        _decision("Spillereglerne ses efter på mødet den 2. marts.", "The ground rules are looked at on 2 March."),
    ),
    Moment(
        170,
        _note("Pulsen blev ikke nået og er med på møde 5.", "There was no time for the pulse; it is at meeting 5."),
    ),
    Moment(172, NEXT),
    Moment(172.5, _lead("check-out", "Mette")),
    Moment(180, _just(commands.Finish())),
)
