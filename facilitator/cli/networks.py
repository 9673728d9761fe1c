"""`networks` and `network`: what there is, a new one, and one shown."""

import click

from facilitator.cli.context import Context, say, say_json
from facilitator.cli.shapes import action_json, member_json
from facilitator.desk.planning import new_network
from facilitator.desk.today import now_here
from facilitator.model.outcome import Action
from facilitator.model.session import begins
from facilitator.store import networks as kept
from facilitator.store import outcomes, sessions
from facilitator.store.networks import NetworkOverview

as_json = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")


@click.command("networks")
@as_json
@click.pass_obj
def networks(context: Context, as_json: bool) -> None:
    """The networks, with how many members, meetings and open actions each has."""
    overviews = kept.overviews(context.database, now_here(context.clock))
    if as_json:
        say_json([_overview_json(overview) for overview in overviews])
        return
    if not overviews:
        say(context.language.text("No networks yet."))
    for overview in overviews:
        say(_overview_line(context, overview))


@click.group("network")
def network() -> None:
    """A network: made, or shown."""


@network.command("new")
@click.argument("name")
@click.option("--field", default="", help="What its members lead: schools, day care, …")
@as_json
@click.pass_obj
def new(context: Context, name: str, field: str, as_json: bool) -> None:
    """Make a network called NAME."""
    made = new_network(context.database, name, field=field, language=context.language.code)
    if as_json:
        say_json({"id": made.id})
    else:
        say(context.language.text("{name} is made: {id}", name=made.name, id=made.id))


@network.command("show")
@click.argument("network", metavar="NETWORK")
@as_json
@click.pass_obj
def show(context: Context, network: str, as_json: bool) -> None:
    """Show NETWORK: its members, meetings and actions."""
    database = context.database
    found = kept.find_network(database, network)
    members = kept.members_of(database, found.id)
    meetings = sessions.sessions_of(database, found.id)
    actions = [
        outcome
        for meeting in meetings
        for outcome in outcomes.outcomes_of(database, meeting.id)
        if isinstance(outcome, Action)
    ]
    if as_json:
        say_json(
            {
                "id": found.id,
                "name": found.name,
                "field": found.field,
                "phase": found.phase,
                "members": [member_json(member) for member in members],
                "sessions": [
                    {
                        "id": meeting.id,
                        "number": meeting.number,
                        "starts_at": begins(meeting).isoformat(),
                        "state": meeting.state,
                    }
                    for meeting in meetings
                ],
                "actions": [action_json(action) for action in actions],
            }
        )
        return
    language = context.language
    say(found.name)
    for member in members:
        say("  " + " · ".join(part for part in (member.name, member.workplace, member.email, member.phone) if part))
    for meeting in meetings:
        say(f"  {meeting.number}  {language.moment(begins(meeting))}  {meeting.id}")
    for action in actions:
        say(f"  - {action.text}")


def _overview_json(overview: NetworkOverview) -> dict[str, object]:
    return {
        "id": overview.network.id,
        "name": overview.network.name,
        "phase": overview.network.phase,
        "members": overview.members,
        "sessions": overview.sessions,
        "open_actions": overview.open_actions,
    }


def _overview_line(context: Context, overview: NetworkOverview) -> str:
    language = context.language
    counts = (
        language.count("{n} member", "{n} members", overview.members),
        language.count("{n} meeting", "{n} meetings", overview.sessions),
        language.count("{n} open action", "{n} open actions", overview.open_actions),
    )
    return f"{overview.network.id}  {overview.network.name}  ({', '.join(counts)})"
