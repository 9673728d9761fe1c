"""A home folder as people have them, and none at all: real processes, with an environment of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-m", "facilitator")
ROOT = Path(__file__).parents[2]
NO_HOME = "There is no home folder here for your data. Nothing was written. Name the file for it with --store.\n"
posix = pytest.mark.skipif(os.name != "posix", reason="homes are told otherwise on Windows")


def started(*arguments, before=(), **environment):
    """The command in an environment of these variables alone."""
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "FACILITATOR_LANGUAGE": "en", **environment}
    done = subprocess.run(
        [*before, *COMMAND, *map(str, arguments)], env=given, capture_output=True, check=False, cwd=ROOT
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def window(**environment):
    """The window of such an environment, which closes as soon as it is painted."""
    return started(QT_QPA_PLATFORM="offscreen", FACILITATOR_QUIT_WHEN_PAINTED="1", **environment)


@posix
@pytest.mark.parametrize(
    ("name", "locale"),
    [("Søren Åge Æbler", "C"), ('net\' "værk" $HOME', "POSIX"), ("S\udcf8ren", "da_DK.ISO-8859-1")],
    ids=["letters", "signs", "bytes"],
)
def test_a_home_of_any_letters_is_written_in_whatever_the_locale(tmp_path, name, locale):
    home = tmp_path / name
    home.mkdir()
    environment = {"LC_ALL": locale, "HOME": str(home)}

    assert started("network", "new", "Skøle", **environment)[0] == 0

    code, told, complaint = started("networks", **environment)
    assert (code, complaint) == (0, "")
    assert "Skøle" in told
    assert window(**environment)[:2] == (0, "Skøle\n")  # no XDG_RUNTIME_DIR either
    assert len(list(home.rglob("networks.facilitator"))) == 1


@posix
def test_the_other_files_of_a_home_with_danish_letters_are_written_too(tmp_path):
    home = tmp_path / "Søren Åge Æbler"
    home.mkdir()
    environment = {"LC_ALL": "C", "HOME": str(home)}
    network = started("network", "new", "Skøle", "--json", **environment)[1].split('"')[3]
    at = ("--template", "ordinary", "--at", "2026-12-08T09:00", "--json")
    session = started("session", "new", network, *at, **environment)[1].split('"')[3]

    for arguments in (
        ("export", session, "--as", "agenda", "--to", home / "Dagsorden på øen.pdf"),
        ("backup", "--plain", "--to", home / "Kopi på øen.facilitator"),
        ("restore", home / "Kopi på øen.facilitator"),
    ):
        assert started(*arguments, **environment)[0] == 0

    assert (home / "Dagsorden på øen.pdf").read_bytes().startswith(b"%PDF")


@posix
def test_a_home_that_can_not_be_made_is_named(tmp_path):
    taken = tmp_path / "hjem"
    taken.write_text("en fil")

    code, told, complaint = started("networks", HOME=str(taken))

    folder = taken / ".local" / "share" / "facilitator"
    assert (code, told) == (1, "")
    assert complaint == f"The folder {folder} can't be made. Nothing was written. Choose another folder.\n"
    assert taken.read_text() == "en fil"
    assert started("--store", tmp_path / "stik" / "mit.facilitator", "networks", HOME=str(taken))[0] == 0


def nobody():
    """What comes before a command so that it is an account that the system knows no home of."""
    before = ("unshare", "--user", "--map-user=12345")
    try:
        tried = subprocess.run([*before, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return before if tried.returncode == 0 else None


@pytest.mark.skipif(sys.platform != "linux" or nobody() is None, reason="no account can be made up here")
def test_an_account_without_a_home_is_told_so_and_can_name_a_file(tmp_path):
    before = nobody()

    assert started("networks", before=before) == (1, "", NO_HOME)
    assert started(before=before, QT_QPA_PLATFORM="offscreen") == (1, "", NO_HOME)
    named = started("--store", tmp_path / "mit.facilitator", "networks", before=before)
    assert named == (0, "No networks yet.\n", "")
