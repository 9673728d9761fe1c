"""`backup`, `restore`, `check`: a store copied, brought back, and looked through."""

import sys
from pathlib import Path

import click

from facilitator.cli.context import Context, say, say_json
from facilitator.cli.networks import as_json
from facilitator.desk.today import now_here
from facilitator.model.trouble import Trouble
from facilitator.store import backup as copies
from facilitator.store import check as checking


@click.command("backup")
@click.option("--to", "to", type=click.Path(path_type=Path), required=True, help="The file to make.")
@click.option("--plain", is_flag=True, help="Without a passphrase: anybody who has the file can read it.")
@click.pass_obj
def backup(context: Context, to: Path, plain: bool) -> None:
    """Copy the store. A plain store's copy gets a passphrase, unless --plain."""
    database = context.database
    needed = not plain and not database.keyed
    copies.backup(database, to, context.passphrase(ask=True, confirm=True) if needed else None, plain=plain)
    say(context.language.text("The backup is made and checked: {file}", file=to.name))


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore(context: Context, file: Path) -> None:
    """Bring back the store from FILE. The store that it replaces is kept beside it."""
    kept = _restored(context, file)
    say(context.language.text("The store is brought back from {file}.", file=file.name))
    if kept is not None:
        say(context.language.text("The one it replaces is kept as {file}.", file=kept.name))


def _restored(context: Context, file: Path) -> Path | None:
    """With the passphrase of the environment, else none, else the one that is asked for."""
    now = now_here(context.clock)
    try:
        return copies.restore(context.store_path, file, context.passphrase(ask=False), now=now)
    except Trouble as trouble:
        if trouble.name != "passphrase_needed":
            raise
    return copies.restore(context.store_path, file, context.passphrase(ask=True), now=now)


@click.command("check")
@as_json
@click.pass_obj
def check(context: Context, as_json: bool) -> None:
    """Look through the store for anything that is not as it should be."""
    problems = checking.check(context.database)
    if as_json:
        say_json({"ok": not problems, "problems": list(problems)})
    elif problems:
        for problem in problems:
            click.echo(problem, err=True)
    else:
        say(context.language.text("The store is whole."))
    if problems:
        sys.exit(1)
