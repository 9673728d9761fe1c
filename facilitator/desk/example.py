"""An invented network to look around in: three meetings held, one to come (or just played), and the rest of its year.

Everything goes through the same engine and the same store as a real network does.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from random import Random

from msgspec.structs import replace

from facilitator.desk import papers
from facilitator.desk.meetings import lead
from facilitator.desk.planning import plan_meeting
from facilitator.desk.story import MORNING, Stage
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.live import commands
from facilitator.live.clock import ManualClock
from facilitator.live.runner import Runner
from facilitator.model.agenda import Lead, LeadBy
from facilitator.model.attendance import Status
from facilitator.model.ids import IdMaker, new_id, repeatable_ids
from facilitator.model.member import Member, Role
from facilitator.model.network import Body, Contact, Network, Phase
from facilitator.model.session import Session, begins
from facilitator.store import networks, sessions
from facilitator.store.database import Database

Told = Callable[[int, int], None]
YEAR = tuple(
    date.fromisoformat(day)
    for day in (
        "2026-08-25",
        "2026-09-22",
        "2026-10-27",
        "2026-12-08",
        "2027-01-26",
        "2027-03-02",
        "2027-04-06",
        "2027-05-04",
        "2027-06-08",
    )
)
DECEMBER = 3  # the place in the year of the meeting that the story tells
TUESDAY = 1
NINE = time(9, 0)
EARLY = -20  # minutes: when the facilitator is there, with cables and coffee
A_WEEK = 7 * 24 * 60  # minutes
LEADS: Mapping[str, str] = {"check-in": "Dorthe", "since-last": "Lone", "check-out": "Mette"}

# Name, role, workplace, and the number of the phone's last two digits.
CAST: tuple[tuple[str, Role, str], ...] = (
    ("Mette Sørensen", Role.chair, "Højvang Skole"),
    ("Jonas Kjær", Role.deputy, "Søndre Skole"),
    ("Åse Aaberg", Role.member, "Østre Skole"),
    ("Birgitte Østergaard", Role.member, "Vestre Skole"),
    ("Claus Friis", Role.member, "Fjordskolen"),
    ("Dorthe Lund", Role.member, "Nørre Skole"),
    ("Hassan Demir", Role.member, "Bakkeskolen"),
    ("Ib Juul", Role.member, "Lundskolen"),
    ("Lone Bech", Role.member, "Engskolen"),
)
HOSTS = ("Mette", "Jonas", "Åse", "Mette", "Jonas", "Birgitte", "Claus", "Dorthe", "Åse")
TEMPLATES = ("founding", *("ordinary",) * 8)
AWAY: Mapping[int, Mapping[str, Status]] = {
    0: {"Hassan": Status.late},
    1: {"Birgitte": Status.excused},
    2: {"Claus": Status.late, "Ib": Status.excused},
}
# Promises from the meeting before: who, days from that meeting, Danish, English.
PROMISES: tuple[tuple[str, int, str, str], ...] = (
    ("Jonas", 35, "Skabelon til trivselssamtaler", "A template for talks on wellbeing"),
    ("Hassan", 38, "Datoer for skolebesøg", "Dates for school visits"),
    ("Mette", 42, "Spørg chefen om vikardækning", "Ask the head about substitutes"),
    ("Claus", 52, "Del vagtplan for ledelsen", "Share the managers' duty plan"),
    ("Lone", 80, "Find oplægsholder til møde 7", "Find a speaker for meeting 7"),
    ("Ib", 85, "Skriv til HR om sygefravær", "Write to HR about sick leave"),
)


def make_example(
    database: Database,
    library: Library,
    language: Language,
    locale: Path,
    *,
    today: date,
    tell: Told = lambda done, of: None,
) -> str:
    """The example as it looks on the eve of its fourth meeting, which is in the days to come. The network's id.

    All of it or nothing: where `tell` raises, because it was called off, none of it stays.
    """
    with database.atomic():
        tell(0, DECEMBER)
        play = Play(database, library, language, year_around(today), new_id)
        for index in range(DECEMBER):
            play.hold(index)
            _approved(database, library, locale, play.meetings[index])
            tell(index + 1, DECEMBER)
    database.settle()
    return play.network.id


def play_demo(database: Database, library: Library, language: Language, tell: Told = lambda done, of: None) -> Session:
    """The same network in its own year, with the fourth meeting played whole. The same each time."""
    play = Play(database, library, language, YEAR, repeatable_ids(Random(1), _milliseconds(YEAR[0])))
    of = DECEMBER + len(MORNING)
    for index in range(DECEMBER):
        play.hold(index)
        tell(index + 1, of)
    for index, _ in enumerate(play.december(), start=DECEMBER + 1):
        tell(index, of)
    return sessions.get_session(database, play.meetings[DECEMBER].id)


def year_around(today: date) -> tuple[date, ...]:
    """The example's year moved by whole weeks, so that its fourth meeting is a Tuesday within the week."""
    coming = today + timedelta(days=(TUESDAY - today.weekday() - 1) % 7 + 1)
    moved = coming - YEAR[DECEMBER]
    return tuple(day + moved for day in YEAR)


class Play:
    """The network, its people and its year of meetings, made in a store; `hold` and `december` bring them to life."""

    def __init__(
        self, database: Database, library: Library, language: Language, year: Sequence[date], make_id: IdMaker
    ) -> None:
        self._database = database
        self._library = library
        self._language = language
        self._make_id = make_id
        self._danish = language.code == "da"
        self.network = networks.save_network(database, self._new_network())
        members = networks.save_members(database, self._new_members())
        self._people = {member.name.split()[0]: member for member in members}
        self.meetings = tuple(
            self._planned(day, host, template) for day, host, template in zip(year, HOSTS, TEMPLATES, strict=True)
        )
        self._share_the_lead(self.meetings[DECEMBER])

    def hold(self, index: int) -> None:
        """Lead that meeting through the engine, just as it was planned."""
        session = self.meetings[index]
        clock = _clock_at(session)
        runner = self._runner(session, clock)
        runner.do(commands.Start())
        for name, member in self._people.items():
            runner.do(commands.Attend(member=member.id, status=AWAY[index].get(name, Status.present)))
        *most, last = sessions.agenda(self._database, session.id)
        for step in most:
            clock.wait(step.minutes * 60)
            if step is most[-1] and index == DECEMBER - 1:
                self._promise(runner, session)
            runner.do(commands.Next())
        clock.wait(last.minutes * 60)
        runner.do(commands.Finish())

    def december(self) -> Iterator[None]:
        """Lead the fourth meeting as the story tells it, a moment at a time."""
        session = self.meetings[DECEMBER]
        clock = _clock_at(session, minutes=EARLY)
        runner = self._runner(session, clock)
        stage = Stage(
            members={name: member.id for name, member in self._people.items()},
            steps={step.method: step.id for step in sessions.agenda(self._database, session.id)},
            day=session.starts_at.date(),
            danish=self._danish,
        )
        nine = clock.running() - EARLY * 60_000
        for moment in MORNING:
            clock.wait(max(0, nine + round(moment.minutes * 60_000) - clock.running()) / 1000)
            runner.do(moment.says(stage))
            yield

    def _runner(self, session: Session, clock: ManualClock) -> Runner:
        return lead(self._database, session.id, clock, self._library, self._language, make_id=self._make_id).runner

    def _new_network(self) -> Network:
        name = "Skoleledere i Vesterå" if self._danish else "School leaders in Vesterå"
        taken = {network.name for network in networks.list_networks(self._database)}
        numbered = (name if number == 1 else f"{name} {number}" for number in count(1))
        return Network(
            id=self._make_id(),
            name=next(each for each in numbered if each not in taken),
            field="skoler" if self._danish else "schools",
            municipality="Vesterå Kommune" if self._danish else "Vesterå Municipality",
            phase=Phase.running,
            language=self._language.code,
            body=Body(name="Vesterå Kommune"),
            consultant=Contact(name="Karen Holm", email="karen@holm.example", phone="12 34 56 00"),
        )

    def _new_members(self) -> Iterator[Member]:
        for number, (person, role, workplace) in enumerate(CAST, start=1):
            yield Member(
                id=self._make_id(),
                network=self.network.id,
                name=person,
                email=f"{person.split()[0].lower().replace('å', 'aa')}@vesteraa.example",
                phone=f"12 34 56 {number:02d}",
                workplace=workplace,
                title="skoleleder" if self._danish else "head teacher",
                role=role,
            )

    def _planned(self, day: date, host: str, template: str) -> Session:
        member = self._people[host]
        room = (", lokale 2" if self._danish else ", room 2") if host == "Mette" else ""
        return plan_meeting(
            self._database,
            self._library,
            self.network,
            template=template,
            starts_at=datetime.combine(day, NINE),
            place=member.workplace + room,
            host=member.id,
            make_id=self._make_id,
        )

    def _share_the_lead(self, session: Session) -> None:
        """Members lead their first steps: check-in, since last time, and the closing round."""
        steps = [
            replace(step, lead=Lead(LeadBy.network, (self._people[LEADS[step.method]].id,)))
            if step.method in LEADS
            else step
            for step in sessions.agenda(self._database, session.id)
        ]
        sessions.save_agenda(self._database, session.id, steps)

    def _promise(self, runner: Runner, session: Session) -> None:
        for name, days, danish, english in PROMISES:
            runner.do(
                commands.WriteAction(
                    text=danish if self._danish else english,
                    owners=(self._people[name].id,),
                    due=session.starts_at.date() + timedelta(days=days),
                )
            )


def _approved(database: Database, library: Library, locale: Path, session: Session) -> None:
    papers.approve(database, session.id, _clock_at(session, minutes=A_WEEK), library, locale)


def _clock_at(session: Session, minutes: int = 0) -> ManualClock:
    return ManualClock(wall=round(begins(session).timestamp() + 60 * minutes) * 1000)


def _milliseconds(day: date) -> int:
    return round(datetime.combine(day, NINE).timestamp() * 1000)
