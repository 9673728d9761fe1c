"""The log of what went wrong: a rotating file that tells where in the code, and never what was being worked on."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

SIZE, KEPT = 512 * 1024, 3


def open_log(folder: Path) -> logging.Logger:
    """A logger into `folder`; where that can't be written to, one that keeps nothing."""
    logger = logging.Logger("facilitator")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "facilitator.log", maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    return logger


def told(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it went wrong: the kind of error and the lines of code. Its message is left out, for it may name people."""
    places = traceback.extract_tb(trace)
    lines = [f"  {Path(place.filename).name}:{place.lineno} {place.name}" for place in places]
    return "\n".join([kind.__name__, *lines])
