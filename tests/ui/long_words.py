"""A store in which everything is as long as it gets: names, titles, places, twelve steps, fourteen leaders."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from facilitator.desk import papers
from facilitator.desk.meetings import lead
from facilitator.desk.planning import plan_meeting
from facilitator.language import Code, Language
from facilitator.library.library import Library
from facilitator.live import commands
from facilitator.live.clock import ManualClock
from facilitator.model.agenda import Kind, Lead, LeadBy, Step
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.member import Member, Role
from facilitator.model.network import Body, Contact, Network, Phase, Profile
from facilitator.model.session import Session, begins
from facilitator.places import find_places
from facilitator.store import networks, sessions
from facilitator.store.database import Database, open_store
from facilitator.store.settings import Settings, save_settings

NAME = "Netværket for specialundervisningskoordinatorer og ungdomspædagogiske afdelingsledere i Vesterå Kommune"
TITLE = "Specialundervisningskoordinator"
WORKPLACE = "Børne- og ungdomspsykiatrisk rådgivningscenter"
THEME = "Arbejdstidstilrettelæggelse og vikardækning i de kommunale specialbørnehaver"
PLACE = f"{WORKPLACE}, Hovedbiblioteksbygningen, mødelokale 2 på tredje sal"
WORDS = (
    "Vi afprøver arbejdstidstilrettelæggelsen på specialundervisningsområdet i fire uger, og ungdomspædagogerne "
    "fortæller på næste møde, hvad de har set i afdelingerne."
)
PEOPLE: Sequence[tuple[str, Role]] = (
    ("Anne-Margrethe Kjeldgaard-Christoffersen", Role.chair),
    ("Christian-Emil Østergaard Rasmussen", Role.deputy),
    ("Åse-Marie Aabenraa Bøttcher-Sørensen", Role.member),
    ("Birgitte Louise Kirkegaard Thorgersen", Role.member),
    ("Claus Friis", Role.member),
    ("Dorthe Lund", Role.member),
    ("Hassan Abdullah Demir-Mikkelsen", Role.member),
    ("Ib Juul", Role.member),
    ("Lone Bech", Role.member),
    ("Mohammed-Yusuf Al-Rashid Vestergaard", Role.member),
    ("Rigmor Søndergaard", Role.member),
    ("Søren Peter Winther-Knudsen", Role.member),
    ("Vibeke Haugaard", Role.member),
    ("Øjvind Ågesen", Role.member),
)
HELD = (datetime(2026, 9, 22, 9), datetime(2026, 10, 27, 9))
COMING = datetime(2026, 12, 8, 9)
LATER = (datetime(2027, 1, 26, 9), datetime(2027, 3, 2, 9), datetime(2027, 4, 6, 9))
A_WEEK = 7 * 24 * 3600  # seconds
EVE = round(datetime.fromisoformat("2026-12-07T08:00:00+00:00").timestamp() * 1000)


def fill(folder: Path, code: Code) -> Path:
    """Make the store in that folder, its papers in that language; its path."""
    places = find_places(folder / "specialundervisningskoordinatorernes netværk.facilitator")
    library, language = Library(places.resources), Language.load(code, places.locale)
    database = open_store(places.store, wall=lambda: EVE)
    consultant = Contact("Karen-Elisabeth Holm-Vestergaard", "karen-elisabeth.holm-vestergaard@konsulenthuset.example")
    profile = Profile(name=consultant.name, title="Organisationsudviklingskonsulent", email=consultant.email)
    save_settings(database, Settings(profile=profile))
    network = networks.save_network(
        database,
        Network(
            id=new_id(),
            name=NAME,
            field="specialundervisningstilbud",
            municipality="Lyngby-Taarbæk Kommune",
            phase=Phase.vitalising,
            language=code,
            body=Body(name="Lyngby-Taarbæk Kommunes Børne- og Ungdomsforvaltning"),
            consultant=consultant,
        ),
    )
    for name, phase in (("Fire ledere", Phase.establishing), (f"{NAME} (det første)", Phase.handed_over)):
        networks.save_network(database, Network(id=new_id(), name=name, phase=phase))
    people = _people(database, network)
    for at in HELD:
        _hold(database, library, language, _planned(database, library, network, people, at), people)
    first = sessions.sessions_of(database, network.id)[0]
    a_week_on = ManualClock(round(begins(first).timestamp() + A_WEEK) * 1000)
    papers.approve(database, first.id, a_week_on, library, places.locale)
    coming = _planned(database, library, network, people, COMING)
    steps = _twelve(library, sessions.agenda(database, coming.id), people)
    sessions.save_agenda(database, coming.id, steps)
    for at in LATER:
        _planned(database, library, network, people, at)
    database.close()
    return places.store


def _people(database: Database, network: Network) -> Sequence[Member]:
    made = [
        Member(
            id=new_id(),
            network=network.id,
            name=name,
            email=f"{name.split()[0].lower()}.{number:02d}@rådgivningscenter.vesteraa-kommune.example",
            phone=f"+45 12 34 56 {number:02d}",
            workplace=WORKPLACE if number % 2 else "Taarbæk Specialbørnehave",
            title=TITLE,
            role=role,
            joined=date(2026, 8, 25),
        )
        for number, (name, role) in enumerate(PEOPLE, start=1)
    ]
    left = replace(made[-1], id=new_id(), name="Ingeborg Præstegaard-Thomasen", left=date(2026, 11, 1))
    return networks.save_members(database, [*made, left])[: len(PEOPLE)]


def _planned(database: Database, library: Library, network: Network, people: Sequence[Member], at: datetime) -> Session:
    return plan_meeting(
        database,
        library,
        network,
        template="ordinary",
        starts_at=at,
        place=PLACE,
        host=people[0].id,
        theme=THEME,
    )


def _twelve(library: Library, steps: Sequence[Step], people: Sequence[Member]) -> list[Step]:
    longest = replace(
        steps[1],
        title="Velkomst og tjek ind-runde om arbejdstidstilrettelæggelsen siden sidst",
        lead=Lead(LeadBy.network, (people[0].id, people[2].id)),
    )
    added = (
        Step(id=new_id(), kind=Kind.free, title="Ungdomspsykiatriens samarbejdsaftaler", minutes=5, least=5),
        Step(id=new_id(), kind=Kind.free, title="Kommunikationsmedarbejderens spørgsmål", minutes=5, optional=True),
    )
    return [steps[0], longest, *steps[2:6], *added, *steps[6:]]


def _hold(database: Database, library: Library, language: Language, session: Session, people: Sequence[Member]) -> None:
    clock = ManualClock(round(begins(session).timestamp() * 1000))
    runner = lead(database, session.id, clock, library, language).runner
    runner.do(commands.Start())
    for member in people:
        runner.do(commands.Attend(member=member.id, status=Status.present))
    runner.do(commands.Attend(member=people[1].id, status=Status.excused))
    *most, last = sessions.agenda(database, session.id)
    for step in most:
        clock.wait(step.minutes * 60)
        if step is most[-1]:
            _write(runner.do, people, session)
        runner.do(commands.Next())
    clock.wait(last.minutes * 60)
    runner.do(commands.Finish())


def _write(do, people: Sequence[Member], session: Session) -> None:
    due = session.starts_at.date() + timedelta(days=35)
    do(commands.WriteDecision(text=WORDS))
    do(commands.WriteNote(text=WORDS))
    do(commands.WriteNote(text=WORDS, audience=Audience.private))
    do(commands.Park(text=WORDS, audience=Audience.network))
    do(commands.WriteCase(text=WORDS, owner=people[2].id))
    do(commands.WriteAction(text=WORDS, owners=(people[0].id, people[1].id, people[2].id), due=due))
    for member in people[:8]:
        do(commands.WriteAction(text=f"{TITLE}ens vagtplan", owners=(member.id,), due=due + timedelta(days=14)))
