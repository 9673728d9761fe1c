"""`run`: a meeting led from standard input, one JSON command a line, answered when it is durable."""

import sys

import click
import msgspec

from facilitator.cli.answers import answer_json
from facilitator.cli.context import Context
from facilitator.desk.meetings import Led, held, lead, meeting_of, refuse_other_run
from facilitator.language import Language
from facilitator.live import commands
from facilitator.live.clock import FastClock
from facilitator.live.commands import understood
from facilitator.model.trouble import Trouble
from facilitator.store.database import Database
from facilitator.store.sessions import find_session

FASTEST = 1_000_000


@click.command("run")
@click.argument("session", metavar="SESSION")
@click.option("--rehearsal", is_flag=True, help="Play it without leaving a trace.")
@click.option("--speed", type=click.FloatRange(1, FASTEST), default=1.0, help="How many times faster its time passes.")
@click.pass_obj
def run_session(context: Context, session: str, rehearsal: bool, speed: float) -> None:
    """Run SESSION live from standard input, one JSON command a line; each answer comes when it is on disk."""
    database = context.database
    found = find_session(database, session)
    clock = context.clock if speed == 1 else FastClock(speed, context.clock)
    with held(database, meeting_of(database, found.id), rehearsal=rehearsal):
        led = lead(database, found.id, clock, context.library, context.language, rehearsal=rehearsal)
        for line in sys.stdin.buffer:
            if line.strip():
                sys.stdout.buffer.write(_answered(led, database, context.language, line.strip(), rehearsal) + b"\n")
                sys.stdout.buffer.flush()


def _answered(led: Led, database: Database, language: Language, line: bytes, rehearsal: bool) -> bytes:
    try:
        command = understood(line)
        if isinstance(command, commands.Start) and not rehearsal:
            refuse_other_run(database, led.meeting.session.id)
        answer = led.runner.do(command)
    except Trouble as trouble:
        return msgspec.json.encode({"ok": False, "error": " ".join(language.say(trouble).split())})
    return msgspec.json.encode(answer_json(answer, led.meeting.zone, led.title_of))
