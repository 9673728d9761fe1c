"""The open store behind typed methods: reads at once on the window's own connection, writes on the writer's thread.

With jobs.py and live_run.py it is the only door of the windows to the store and the live engine. Each write says what
changed by one typed signal a subject; whoever shows that subject reads again.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.desk import today
from facilitator.live.clock import Clock, SystemClock
from facilitator.store.database import Database, open_store
from facilitator.store.networks import NetworkOverview
from facilitator.store.settings import GongChoices, Settings, WallChoices
from ui.jobs import Job
from ui.workspace.files import LaidOut
from ui.workspace.leading import Workspace

if TYPE_CHECKING:
    from facilitator.desk.importing import Preview
    from facilitator.desk.meetings import Meeting
    from facilitator.desk.papers import DocumentKind
    from facilitator.desk.ready import Ready
    from facilitator.store.acts import Act, Touched
    from facilitator.store.deleted import Deletion
    from facilitator.store.runs import LiveRun as StoredRun
    from ui.live_run import LiveRun
    from ui.workspace.agenda_history import AgendaHistory
else:
    # Papers, intake and the live engine are loaded by the first who needs them: the networks are painted before.
    _LATER = {
        "Act": ("facilitator.store.acts", "Act"),
        "AgendaHistory": ("ui.workspace.agenda_history", "AgendaHistory"),
        "Deletion": ("facilitator.store.deleted", "Deletion"),
        "DocumentKind": ("facilitator.desk.papers", "DocumentKind"),
        "LiveRun": ("ui.live_run", "LiveRun"),
        "Meeting": ("facilitator.desk.meetings", "Meeting"),
        "Preview": ("facilitator.desk.importing", "Preview"),
        "Ready": ("facilitator.desk.ready", "Ready"),
        "StoredRun": ("facilitator.store.runs", "LiveRun"),
        "Touched": ("facilitator.store.acts", "Touched"),
    }

    def __getattr__(name):
        if name not in _LATER:
            raise AttributeError(name)
        module, there = _LATER[name]
        return getattr(import_module(module), there)


__all__ = [
    "Act",
    "AgendaHistory",
    "Database",
    "Deletion",
    "DocumentKind",
    "GongChoices",
    "Job",
    "LaidOut",
    "LiveRun",
    "Meeting",
    "NetworkOverview",
    "Preview",
    "Ready",
    "Settings",
    "StoredRun",
    "SystemClock",
    "Touched",
    "WallChoices",
    "Workspace",
    "bring_back",
    "open_database",
]


def open_database(path: Path, passphrase: str | None = None) -> Database:
    """The store at `path`, made when missing. Raises the Troubles of opening one, with the file untouched."""
    return open_store(path, passphrase)


def bring_back(path: Path, file: Path, passphrase: str | None, clock: Clock) -> Path | None:
    """Make a backup the store at `path`, which nobody has open; where the one that it replaces lies now."""
    from facilitator.store import backup

    return backup.restore(path, file, passphrase, now=today.now_here(clock))
