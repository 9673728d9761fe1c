"""The log of what went wrong: a rotating file that tells where in the code, and never what was being worked on."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

NAME = "facilitator.log"
SIZE, KEPT = 512 * 1024, 3


def keep(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    """Write a fault into the log in `folder`; where that can't be written to, it is not kept."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / NAME, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        handler.emit(logging.LogRecord("facilitator", logging.ERROR, "", 0, told(kind, trace), None, None))
        handler.close()
    except OSError:
        return


def told(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it went wrong: the kind of error and the lines of code. Its message is left out, for it may name people."""
    places = traceback.extract_tb(trace)
    lines = [f"  {Path(place.filename).name}:{place.lineno} {place.name}" for place in places]
    return "\n".join([kind.__name__, *lines])
