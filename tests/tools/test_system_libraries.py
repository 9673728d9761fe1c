import sys
from pathlib import Path

import pytest

from tools import system_libraries

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt brings all of its libraries")


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine on which `ldd` says what it is told to say, and where nobody may install anything."""

    def says(**answers):
        ldd = tmp_path / "ldd"
        cases = "".join(f'*{part}*) echo "{answer}" ;;\n' for part, answer in answers.items())
        ldd.write_text(f'#!/bin/sh\ncase "$1" in\n{cases}esac\n')
        ldd.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(system_libraries, "install", lambda packages: False)

    return says


def test_a_machine_that_has_all_is_told_nothing(machine, capsys):
    machine(xcb="libxcb.so.1 => /usr/lib/libxcb.so.1 (0x7f)")

    system_libraries.provide(Path("Qt"))

    assert capsys.readouterr().out == ""


def test_what_only_a_window_needs_is_named_and_the_setting_up_goes_on(machine, capsys):
    machine(xcb="libxcb-cursor.so.0 => not found")

    system_libraries.provide(Path("Qt"))

    assert "sudo apt-get install libxcb-cursor0" in capsys.readouterr().out


def test_what_qt_can_not_load_without_ends_the_setting_up_in_one_sentence(machine):
    machine(Widgets="libEGL.so.1 => not found", xcb="libxcb-cursor.so.0 => not found")

    with pytest.raises(SystemExit) as end:
        system_libraries.provide(Path("Qt"))

    assert str(end.value).endswith("On Debian: sudo apt-get install libegl1 libxcb-cursor0")


def test_a_library_without_a_known_package_is_named_itself(machine):
    machine(Widgets="libnew.so.9 => not found")

    with pytest.raises(SystemExit, match=r"libnew\.so\.9"):
        system_libraries.provide(Path("Qt"))


def test_qts_own_libraries_are_not_asked_of_the_system(machine, capsys):
    machine(Widgets="libQt6Quick.so.6 => not found")

    system_libraries.provide(Path("Qt"))

    assert capsys.readouterr().out == ""
