import os
import sys
from pathlib import Path

import pytest

from facilitator import __version__
from tools.check_installer import Broken, Tried, check, megabytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the program is a shell's")


@pytest.fixture
def built(tmp_path):
    """A folder whose program does what the lines of shell say."""

    def make(*lines):
        folder = tmp_path / "facilitator"
        folder.mkdir()
        program = folder / "facilitator"
        program.write_text("\n".join(("#!/bin/sh", *lines)))
        program.chmod(0o755)
        return folder

    return make


def test_a_file_with_two_names_counts_once(tmp_path):
    (tmp_path / "one").write_bytes(os.urandom(2**20))
    alone = megabytes(tmp_path)
    os.link(tmp_path / "one", tmp_path / "two")

    assert megabytes(tmp_path) == alone == 2  # the file, and a little for its folder


def test_a_folder_that_is_too_large_is_refused_before_anything_is_tried(built):
    folder = built("exit 1")

    with pytest.raises(Broken, match="takes 1 MB, which is more than 0"):
        list(check(folder, most=0))


def test_a_program_that_fails_is_refused_with_its_own_words(built):
    folder = built('echo "libQt6Gui.so.6 is missing" >&2', "exit 127")

    with pytest.raises(Broken, match=r"--version ended with 127: libQt6Gui\.so\.6 is missing"):
        list(check(folder))


def test_a_program_of_another_version_is_refused(built):
    with pytest.raises(Broken, match="tells another version"):
        list(check(built("echo facilitator, version 0.0.0")))


def test_a_demo_without_papers_is_refused(built):
    with pytest.raises(Broken, match="wrote no papers"):
        list(check(built(f"echo {__version__}")))


def test_the_program_is_tried_with_nothing_of_this_environment(built, tmp_path, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/somewhere")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    program = Tried(built("/usr/bin/env"), tmp_path)

    said = dict(line.split("=", 1) for line in program(FACILITATOR_LANGUAGE="da").splitlines())

    assert not {"LD_LIBRARY_PATH", "QT_QPA_PLATFORM", "PYTHONPATH", "VIRTUAL_ENV"} & set(said)
    assert said["FACILITATOR_LANGUAGE"] == "da"
    assert not Path(said["PATH"]).exists()
    assert "æøå" in str(program.folder)
