"""`export`: a paper about a meeting, in a file."""

from pathlib import Path
from typing import Any, cast, get_args

import click

from facilitator.cli.context import Context, say
from facilitator.desk import papers
from facilitator.desk.papers import DocumentKind
from facilitator.store.sessions import find_session


@click.command("export")
@click.argument("session", metavar="SESSION")
@click.option("--as", "kind", type=click.Choice(get_args(DocumentKind)), required=True, help="Which paper.")
@click.option("--to", "to", type=click.Path(path_type=Path), required=True, help="The file; its ending names the form.")
@click.pass_obj
def export(context: Context, session: str, kind: str, to: Path) -> None:
    """Write a paper about SESSION as PDF, or minutes as an e-mail draft (.eml), in its network's language."""
    found = find_session(context.database, session)
    wanted = cast(Any, kind)
    written = papers.export(
        context.database, found.id, wanted, to=to, library=context.library, locale=context.places.locale
    )
    say(context.language.text("{file} is written.", file=written.name))
