"""`session`: a meeting planned, or shown as it is planned, running or was held."""

from typing import Any

import click

from facilitator.cli.answers import run_json
from facilitator.cli.context import Context, say, say_json
from facilitator.cli.networks import as_json
from facilitator.cli.shapes import lead_json, of_kind
from facilitator.desk.meetings import Meeting, meeting_of
from facilitator.desk.planning import plan_meeting
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.model.agenda import clock_times
from facilitator.model.outcome import Action, Case, Decision, Note, Parked
from facilitator.model.session import begins, ends, local_time
from facilitator.store import networks
from facilitator.store import sessions as kept


@click.group("session")
def session() -> None:
    """A meeting: planned, or shown."""


@session.command("new")
@click.argument("network", metavar="NETWORK")
@click.option("--template", required=True, help="The template whose agenda it gets (see `templates`).")
@click.option("--at", "at", required=True, help="When it begins, in the network's local time: 2026-12-01T09:00.")
@click.option("--place", default="", help="Where.")
@as_json
@click.pass_obj
def new(context: Context, network: str, *, template: str, at: str, place: str, as_json: bool) -> None:
    """Plan a meeting of NETWORK."""
    found = networks.find_network(context.database, network)
    planned = plan_meeting(
        context.database, context.library, found, template=template, starts_at=local_time(at), place=place
    )
    if as_json:
        say_json({"id": planned.id})
        return
    language = context.language
    say(
        language.text(
            "Meeting {number} is planned: {when} ({id})",
            number=planned.number,
            when=language.period(begins(planned), ends(planned)),
            id=planned.id,
        )
    )


@session.command("show")
@click.argument("session", metavar="SESSION")
@as_json
@click.pass_obj
def show(context: Context, session: str, as_json: bool) -> None:
    """Show SESSION: agenda, attendance, what was written, and how its run stands."""
    found = kept.find_session(context.database, session)
    meeting = meeting_of(context.database, found.id)
    told = meeting_json(meeting, context.library, context.language, context)
    if as_json:
        say_json(told)
        return
    language = context.language
    say(f"{meeting.network.name}, {language.text('meeting {number}', number=found.number)}")
    say(language.period(begins(found), ends(found)))
    for step in told["steps"]:
        say(f"  {step['starts']}  {step['minutes']:>3}  {step['title']}")
    for name in ("decisions", "actions", "notes", "parked", "cases"):
        for record in told[name]:
            say(f"  - {record['text']}")


def meeting_json(meeting: Meeting, library: Library, language: Language, context: Context) -> dict[str, Any]:
    """Everything about a meeting, as `session show --json` tells it."""
    session = meeting.session
    outcomes = meeting.outcomes
    titles = {step.id: library.worded(step, language).title for step in meeting.steps}
    return {
        "id": session.id,
        "network": session.network,
        "number": session.number,
        "place": session.place,
        "starts_at": begins(session).isoformat(),
        "ends_at": ends(session).isoformat(),
        "steps": _steps_json(meeting, library, language),
        "attendance": [
            {"member": each.member, "name": meeting.people.get(each.member, ""), "status": each.status}
            for each in meeting.attendance
        ],
        "notes": of_kind(outcomes, Note),
        "decisions": of_kind(outcomes, Decision),
        "parked": of_kind(outcomes, Parked),
        "actions": of_kind(outcomes, Action),
        "cases": of_kind(outcomes, Case),
        "run": _run_json(meeting, titles, context),
    }


def _steps_json(meeting: Meeting, library: Library, language: Language) -> list[dict[str, Any]]:
    times = clock_times(meeting.steps, begins(meeting.session))
    told = []
    for index, step in enumerate(meeting.steps):
        worded = library.worded(step, language)
        told.append(
            {
                "id": step.id,
                "title": worded.title,
                "kind": step.kind,
                "minutes": step.minutes,
                "starts": f"{times[index]:%H:%M}",
                "ends": f"{times[index + 1]:%H:%M}",
                "protected": step.protected,
                "optional": step.optional,
                "lead": lead_json(step.lead),
                "led": lead_json(meeting.led.get(step.id) or step.led or step.lead),
                "parts": [{"title": part.title, "minutes": part.minutes} for part in worded.parts],
            }
        )
    return told


def _run_json(meeting: Meeting, titles: dict[str, str], context: Context) -> dict[str, Any]:
    view = meeting.view(context.clock)
    told = run_json(view, begins(meeting.session).tzinfo, lambda step: titles.get(step, ""))  # type: ignore[arg-type]
    return {"state": told.pop("state"), "seq": view.seq if view else 0} | told
