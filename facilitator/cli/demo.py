"""`demo`: a whole meeting played in fast time, and its papers; needs no screen and touches no store of the user's."""

import sys
from pathlib import Path
from typing import get_args

import click

from facilitator.cli.context import Context, say
from facilitator.desk import papers
from facilitator.desk.example import play_demo
from facilitator.desk.papers import DocumentKind
from facilitator.language import Code
from facilitator.model.trouble import Trouble
from facilitator.store.database import Database, open_store, remove_store

STORE = "demo.facilitator"


@click.command("demo")
@click.option(
    "--out", "out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="The folder to fill."
)
@click.pass_obj
def demo(context: Context, out: Path) -> None:
    """Play a sample meeting through the live engine, and write its agenda, run sheet and minutes to a folder."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Trouble("file_not_writable", name=out.name) from None
    code: Code = "en" if context.asked_language == "en" else "da"
    language = context.language_of(code)
    store = out / STORE
    remove_store(store)
    database = open_store(store)
    try:
        session = _played(context, database, language.code)
        for kind in get_args(DocumentKind):
            name = papers.file_name(database, session, kind, context.library, context.places.locale)
            papers.export(database, session, kind, to=out / name, library=context.library, locale=context.places.locale)
            say(str(out / name))
    finally:
        database.close()


def _played(context: Context, database: Database, code: Code) -> str:
    language = context.language_of(code)
    label = language.text("The meeting of 8 December is played")
    with click.progressbar(range(1), label=label, file=sys.stderr) as bar:

        def tell(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        return play_demo(database, context.library, language, tell).id
