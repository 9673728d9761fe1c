"""The log of what went wrong: a rotating file that tells where in the code, and never what was being worked on.

An error's own message is left out, for it may name people, and so is the folder that the program lies in, for it may
be a person's. A crash that Python itself does not survive is written by the interpreter and taken into the log at the
next start.
"""

import faulthandler
import logging
import os
import platform
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from facilitator import __version__

NAME = "facilitator.log"
SIZE, KEPT = 512 * 1024, 3
SHOWN = 20_000  # characters of the log that a report ends with

_CRASHES = "crash-*.txt"
_CRASH_LINE = re.compile(r'File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>.*)')


def keep(folder: Path, error: BaseException) -> None:
    """Write a fault into the log in `folder`; where that can't be written to, it is not kept."""
    _write(folder, told(error))


def told(error: BaseException) -> str:
    """Where it went wrong: the kinds of error, the one that came of the other first, and the lines of code."""
    lines: list[str] = []
    for place, each in enumerate(_chain(error)):
        lines.append(f"{'because of ' if place else ''}{type(each).__name__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(each.__traceback__)
        ]
    return "\n".join(lines)


def report(folder: Path, facts: Mapping[str, str], *, went_wrong: str, nothing: str) -> str:
    """What a user can read and send: these facts, a line each, and the end of the log under `went_wrong`."""
    lines = [f"{name}: {fact}" for name, fact in facts.items()]
    return "\n".join((f"Facilitator {__version__}", *lines, "", f"{went_wrong}:", logged(folder) or nothing))


def logged(folder: Path) -> str:
    """The end of the log, oldest first."""
    text = ""
    for name in (NAME, *(f"{NAME}.{number}" for number in range(1, KEPT + 1))):
        with suppress(OSError):
            text = (folder / name).read_text(encoding="utf-8", errors="replace") + text
        if len(text) >= SHOWN:
            break
    cut = text[-SHOWN:]
    return (cut[cut.find("\n") + 1 :] if len(text) > SHOWN else cut).strip()


def watch_for_crash(folder: Path) -> Callable[[], None]:
    """From now on a crash of the interpreter itself leaves a trace in `folder`; call what is returned on leaving."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / _CRASHES.replace("*", str(os.getpid()))
        file = path.open("w", encoding="utf-8")
    except OSError:
        return lambda: None
    faulthandler.enable(file)

    def leave() -> None:
        faulthandler.disable()
        file.close()
        path.unlink(missing_ok=True)

    return leave


def take_in_crashes(folder: Path) -> int:
    """Put what earlier crashes left into the log, in its own few words; how many there were."""
    found = 0
    for path in sorted(folder.glob(_CRASHES)):
        if _lives(path):
            continue
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            path.unlink()
        except OSError:  # still written by a program that runs
            continue
        if text.strip():
            found += 1
            _write(folder, _crash_told(text))
    return found


def _crash_told(text: str) -> str:
    """The first line says what the system did; the others where the code was."""
    places = (_CRASH_LINE.search(line) for line in text.splitlines())
    lines = [f"  {Path(place['file']).name}:{place['line']} {place['name']}" for place in places if place]
    return "\n".join((text.partition("\n")[0].strip(), *lines))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _write(folder: Path, words: str) -> None:
    whole = f"Facilitator {__version__}, Python {platform.python_version()}, {platform.system()}\n{words}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _Handler(folder / NAME, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.emit(logging.LogRecord("facilitator", logging.ERROR, "", 0, whole, None, None))
    handler.close()


class _Handler(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (the library's name)
        """A full disk: there is nowhere left to tell it."""


def _lives(path: Path) -> bool:
    """Whether the program that a trace belongs to still runs, as far as the system tells."""
    process = path.stem.partition("-")[2]
    if os.name != "posix" or not process.isdecimal() or int(process) == os.getpid():
        return False  # elsewhere a file in use can't be removed; one of our own number is an earlier program's
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
