"""`members import`: the leaders of a network out of the file that somebody already has."""

from pathlib import Path

import click

from facilitator.cli.context import Context, say, say_json
from facilitator.cli.networks import as_json
from facilitator.desk.importing import import_members, preview, reason_of
from facilitator.store import networks


@click.group("members")
def members() -> None:
    """The members of a network."""


@members.command("import")
@click.argument("network", metavar="NETWORK")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would happen, and change nothing.")
@as_json
@click.pass_obj
def import_(context: Context, network: str, file: Path, dry_run: bool, as_json: bool) -> None:
    """Bring the members in FILE (.xlsx, CSV or vCard) into NETWORK. The same file twice adds nobody twice."""
    database, language = context.database, context.language
    found = networks.find_network(database, network)
    plan = preview(database, found.id, file).plan
    if not dry_run:
        import_members(database, found, plan, today=None)
    names = {
        "added": [item.row.name for item in plan.added],
        "updated": [item.row.name for item in plan.updated],
        "unchanged": [item.row.name for item in plan.unchanged],
    }
    skipped = [{"line": skip.line, "reason": reason_of(skip, language)} for skip in plan.skipped]
    if as_json:
        say_json({**names, "skipped": skipped})
        return
    say(
        language.text(
            "{added} added, {updated} corrected, {unchanged} there already, {skipped} skipped.",
            **{name: len(people) for name, people in names.items()},
            skipped=len(skipped),
        )
    )
    for skip in skipped:
        say(language.text("Line {line} is skipped: {reason}", **skip))
