"""`templates`: the agendas that a meeting can begin from."""

import click

from facilitator.cli.context import Context, say, say_json
from facilitator.cli.networks import as_json


@click.command("templates")
@as_json
@click.pass_obj
def templates(context: Context, as_json: bool) -> None:
    """The templates that a meeting can be planned from."""
    code = context.language.code
    found = [
        {"id": template.id, "title": getattr(template, code).title, "minutes": template.minutes}
        for template in context.library.templates()
    ]
    if as_json:
        say_json(found)
        return
    for template in found:
        say(f"{template['id']:<20} {context.language.minutes(int(template['minutes'])):>9}  {template['title']}")
