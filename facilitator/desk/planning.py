"""Networks and meetings as they come into being: a name is enough for the one, a template and a time for the other."""

from datetime import datetime

from facilitator.library.library import Library
from facilitator.model.ids import IdMaker, new_id
from facilitator.model.member import roster
from facilitator.model.network import Contact, Network
from facilitator.model.session import Session
from facilitator.store import networks, sessions
from facilitator.store.database import Database
from facilitator.store.settings import load_settings

USUAL_SIZE = 8  # people, where a network has no members yet (methods are described for so many)


def new_network(
    database: Database,
    name: str,
    *,
    field: str = "",
    municipality: str = "",
    language: str = "da",
    make_id: IdMaker = new_id,
) -> Network:
    """A network made here, with the facilitator at this computer as its consultant. Raises what saving one does."""
    profile = load_settings(database).profile
    consultant = Contact(name=profile.name, email=profile.email, phone=profile.phone)
    network = Network(
        id=make_id(),
        name=name,
        field=" ".join(field.split()),
        municipality=" ".join(municipality.split()),
        language="en" if language == "en" else "da",
        consultant=consultant,
    )
    return networks.save_network(database, network)


def plan_meeting(
    database: Database,
    library: Library,
    network: Network,
    *,
    template: str,
    starts_at: datetime,
    place: str = "",
    host: str = "",
    theme: str = "",
    make_id: IdMaker = new_id,
) -> Session:
    """A meeting with the template's agenda, as long as that is. Raises Trouble("no_such_template")."""
    model = library.template(template)
    people = len(roster(networks.members_of(database, network.id), starts_at.date())) or USUAL_SIZE
    steps = library.steps_of(model, people, make_id)
    with database.atomic():
        session = Session(
            id=make_id(),
            network=network.id,
            number=sessions.next_number(database, network.id),
            starts_at=starts_at,
            zone=network.zone,
            minutes=sum(step.minutes for step in steps),
            template=template,
            place=" ".join(place.split()),
            host=host,
            theme=" ".join(theme.split()),
        )
        return sessions.plan_session(database, session, steps)
