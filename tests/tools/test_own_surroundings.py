"""The first thing that the installed program does: what it opens must not inherit its libraries and plugins."""

import os
import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "own_surroundings.py"


@pytest.mark.parametrize("before", [None, "/opt/theirs"])
def test_what_the_app_opens_finds_its_libraries_as_it_would_without_the_app(before, monkeypatch):
    for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        monkeypatch.setenv(name, "/opt/facilitator/_internal")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    runpy.run_path(str(SCRIPT))

    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert not {"LD_LIBRARY_PATH_ORIG", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"} & set(os.environ)
