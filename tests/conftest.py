"""What every test stands on: no screen, no deadline, and nothing of the user's own within reach."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tools import compile_catalogue

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of the code, so no example has a deadline. In CI the same examples come each time;
# at a developer's desk new ones do.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

# Where a process looks for the user's things: each test gets folders of its own.
HOME_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "home/.run",
    "XDG_DOCUMENTS_DIR": "home/Documents",
}


def pytest_configure(config: pytest.Config) -> None:
    """Compiles the fragments that changed since the last time, in the process that hands out the tests.

    Fragments that disagree are the house test's to report: the other tests go on with the catalogue that was.
    """
    if hasattr(config, "workerinput"):
        return
    for language in compile_catalogue.languages():
        if compile_catalogue.stale(language):
            with suppress(compile_catalogue.Refused):
                compile_catalogue.compile_language(language)


@pytest.fixture(autouse=True)
def nothing_of_the_users(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No FACILITATOR_… variable, a home of the test's own, and the same language and time zone on every machine."""
    for name in [name for name in os.environ if name.startswith("FACILITATOR_")]:
        monkeypatch.delenv(name)
    root: Path = tmp_path_factory.mktemp("user")
    for name, folder in HOME_FOLDERS.items():
        (root / folder).mkdir(parents=True, exist_ok=True, mode=0o700)
        monkeypatch.setenv(name, str(root / folder))
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
