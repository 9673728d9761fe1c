"""The command line's door: reads what was asked, and turns every trouble into one plain line and an exit code."""

import io
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import click

from facilitator import __version__
from facilitator.cli.context import Context, system_environment
from facilitator.cli.demo import demo
from facilitator.cli.exporting import export
from facilitator.cli.keeping import backup, check, restore
from facilitator.cli.members import members
from facilitator.cli.networks import network, networks
from facilitator.cli.running import run_session
from facilitator.cli.sessions import session
from facilitator.cli.templates import templates
from facilitator.desk import faults
from facilitator.language import Language, chosen_language
from facilitator.live.clock import SystemClock
from facilitator.model.trouble import Trouble
from facilitator.places import find_places, resources_folder

OUR_BUG, INTERRUPTED = 1, 130


@click.group(context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 110})
@click.option("--store", "store", type=click.Path(path_type=Path), help="The store to work on.")
@click.option("--language", type=click.Choice(["da", "en"]), help="The language to answer in.")
@click.version_option(__version__, prog_name="facilitator")
@click.pass_context
def cli(click_context: click.Context, store: Path | None, language: str | None) -> None:
    """Keeps leader networks: plans their meetings, runs them live, and writes their minutes.

    Without a command it opens the desktop app.
    """
    environment: Mapping[str, str] = click_context.obj or system_environment()
    context = Context(find_places(store, environment), language, environment, SystemClock())
    click_context.obj = context
    click_context.call_on_close(context.close)


@cli.result_callback()
@click.pass_obj
def note_where_it_lies(context: Context, /, *_: object, **__: object) -> None:
    """After a command that was carried out: one line on standard error, where the store lies in a shared place."""
    warning = context.warning
    if warning is not None:
        language = context.language
        click.echo(language.text("Note: {words}", words=" ".join(language.say(warning).split())), err=True)


for command in (
    demo,
    networks,
    network,
    members,
    templates,
    session,
    run_session,
    export,
    backup,
    restore,
    check,
):
    cli.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Carry out the command; the exit code. 0 done, 1 trouble, 2 wrong usage."""
    _speak_utf8()
    try:
        code = cli.main(args=list(arguments), prog_name="facilitator", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Trouble as trouble:
        _complain(arguments, trouble)
        return 1
    except BrokenPipeError:
        return _pipe_closed()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        _log_bug(error)
        _complain(arguments, Trouble("our_bug"))
        return OUR_BUG
    return code if isinstance(code, int) else 0


def _complain(arguments: Sequence[str], trouble: Trouble) -> None:
    language = _language_of(arguments)
    click.echo(" ".join(language.say(trouble).split()), err=True)


def _language_of(arguments: Sequence[str]) -> Language:
    """The language to complain in, found again since the context is gone by then."""
    asked: str | None = None
    for index, argument in enumerate(arguments):
        if argument.startswith("--language="):
            asked = argument.partition("=")[2]
        elif argument == "--language" and index + 1 < len(arguments):
            asked = arguments[index + 1]
    environment = system_environment()
    try:
        return Context(find_places(_store_of(arguments), environment), asked, environment, SystemClock()).language
    except Exception:  # the complaint must come out whatever ails the store or the home folder
        return Language.load(chosen_language(asked, environment, None), resources_folder() / "locale")


def _store_of(arguments: Sequence[str]) -> Path | None:
    for index, argument in enumerate(arguments):
        if argument.startswith("--store="):
            return Path(argument.partition("=")[2])
        if argument == "--store" and index + 1 < len(arguments):
            return Path(arguments[index + 1])
    return None


def _speak_utf8() -> None:
    """Standard input and output are UTF-8 whatever the locale says; a name never stops a command."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is not sys.stdin else "surrogateescape")


def _pipe_closed() -> int:
    # The reader is gone; say nothing more, also not when Python flushes at its end.
    sys.stdout = io.TextIOWrapper(io.BytesIO())
    return 0


def _log_bug(error: Exception) -> None:
    with suppress(Trouble):
        faults.keep(find_places(None, system_environment()).logs, error)
