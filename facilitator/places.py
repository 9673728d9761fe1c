"""Where files lie: the user's data, the log, and what the program brings with it. Handed on as one frozen value."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from facilitator.model.trouble import Trouble

APP = "facilitator"
STORE_NAME = "networks.facilitator"


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """The folders and files of one start of the program. Nothing here is made until somebody writes to it."""

    store: Path
    data: Path
    logs: Path
    resources: Path

    @property
    def locale(self) -> Path:
        return self.resources / "locale"


def find_places(store: Path | None = None, environment: Mapping[str, str] = os.environ) -> Places:
    """The places for this user: the store is `store`, else $FACILITATOR_STORE, else in the platform's data folder.

    Raises Trouble("home_unknown") where the account has no home folder and nobody has named a store.
    """
    import platformdirs

    named = store or (Path(environment["FACILITATOR_STORE"]) if environment.get("FACILITATOR_STORE") else None)
    try:
        data = platformdirs.user_data_path(APP, appauthor=False)
        logs = platformdirs.user_log_path(APP, appauthor=False)
        named = (named or data / STORE_NAME).expanduser()
    except RuntimeError:  # neither a variable nor the system tells the home folder
        if named is None:
            raise Trouble("home_unknown") from None
        data = logs = named.parent
    return Places(store=named, data=data, logs=logs, resources=resources_folder())


def resources_folder() -> Path:
    """The folder `resources`: beside the packages in a checkout, inside the unpacked folder of an installed program."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parent.parent
    return root / "resources"


def documents_folder() -> Path:
    """Where the user keeps documents: what a dialog for saving proposes first."""
    import platformdirs

    return platformdirs.user_documents_path()
