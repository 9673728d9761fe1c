"""The app registered for one user: what would be written, and that it is written and taken away again."""

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path, PurePosixPath, PureWindowsPath
from xml.etree import ElementTree

import pytest

from facilitator.desk.registering import (
    PACK,
    SEALED,
    Value,
    emptied,
    linux_files,
    register,
    registered,
    unregister,
    windows_values,
)
from facilitator.model.trouble import Trouble
from tests.desk.conftest import RESOURCES

PROGRAM = Path("/opt/Mine programmer på æøå/facilitator")
INSTALLED = PureWindowsPath(r"C:\Mine programmer\æøå\facilitator.exe")


def entry(text: str) -> dict[str, str]:
    """A desktop entry's lines by their keys."""
    parser = ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return dict(parser["Desktop Entry"])


def command(value: str) -> list[str]:
    """The words of a desktop entry's command, as the specification has them read."""
    words = re.findall(r'"(?:\\.|[^"\\])*"|[^\s"]+', unescaped(value))
    return [unescaped(word.strip('"')).replace("%%", "%") for word in words]


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def test_the_entry_says_everything_in_danish_too():
    said = entry((RESOURCES / "desktop" / "facilitator.desktop").read_text(encoding="utf-8"))

    assert said["Type"] == "Application"
    assert said["Icon"] == "facilitator"
    assert [key for key in ("GenericName", "Comment", "Keywords") if said[key] == said[f"{key}[da]"]] == []


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils are not installed")
def test_the_entry_is_one_by_the_desktops_own_tool():
    file = RESOURCES / "desktop" / "facilitator.desktop"
    told = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)

    assert told.stdout + told.stderr == ""


def test_each_kind_of_pack_is_known_by_its_ending_and_named_in_both_languages():
    types = ElementTree.parse(RESOURCES / "desktop" / "facilitator.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}

    endings = {kind.get("type"): [glob.get("pattern") for glob in kind.findall("m:glob", space)] for kind in types}

    assert endings == {PACK: ["*.netpack"], SEALED: ["*.netpack.age"]}
    assert all(len(kind.findall("m:comment", space)) == 2 for kind in types)


@pytest.mark.parametrize(
    "program",
    [
        "/opt/facilitator/facilitator",
        "/hjem/Mine programmer på æøå/facilitator",
        '/hjem/50 % "min" $HOME `her`/facilitator',
        "/hjem/en \\ og en %f/facilitator",
    ],
)
def test_the_command_of_an_entry_is_the_program_whatever_its_folder_is_called(program):
    files = linux_files(PurePosixPath(program), RESOURCES, Path("data"))

    said = entry(files[Path("data/applications/facilitator.desktop")])

    assert command(said["Exec"]) == [program, "%f"]
    assert said["MimeType"] == f"{PACK};{SEALED};"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system keeps other lists")
def test_registering_writes_the_files_and_taking_it_back_leaves_what_was_there(tmp_path, danish):
    others = tmp_path / "applications" / "other.desktop"
    others.parent.mkdir()
    others.write_text("[Desktop Entry]\n")

    assert not registered(PROGRAM, RESOURCES, tmp_path, danish)
    register(PROGRAM, RESOURCES, tmp_path, danish)
    assert registered(PROGRAM, RESOURCES, tmp_path, danish)
    assert not registered(PROGRAM.with_name("moved"), RESOURCES, tmp_path, danish)

    written = linux_files(PROGRAM, RESOURCES, tmp_path)
    assert {path: path.read_text(encoding="utf-8") for path in written} == written
    if shutil.which("update-mime-database"):
        assert f"50:{PACK}:*.netpack\n" in (tmp_path / "mime" / "globs2").read_text()

    unregister(PROGRAM, RESOURCES, tmp_path, danish)
    unregister(PROGRAM, RESOURCES, tmp_path, danish)

    assert not any(path.exists() for path in written)
    assert others.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system keeps other lists")
def test_a_place_that_can_not_be_written_to_is_told_plainly(tmp_path, danish):
    (tmp_path / "mime").write_text("a file where a folder should be")

    with pytest.raises(Trouble) as told:
        register(PROGRAM, RESOURCES, tmp_path, danish)

    assert told.value.name == "file_not_writable"


def test_windows_opens_a_pack_with_the_program_and_only_offers_it_for_age_files(danish):
    values = windows_values(INSTALLED, danish)

    assert Value(r"Software\Classes\.netpack", "", "Facilitator.Pack") in values
    assert Value(r"Software\Classes\Facilitator.Pack", "", "Overdragelsespakke") in values
    assert Value(r"Software\Classes\Facilitator.Pack\shell\open\command", "", f'"{INSTALLED}" "%1"') in values
    assert [value for value in values if value.key.endswith(".age") and not value.name] == []
    assert Value(r"Software\Classes\.age\OpenWithProgids", "Facilitator.SealedPack", "") in values


def test_windows_keys_are_emptied_from_the_inside_and_never_those_that_all_share(danish):
    keys = emptied(windows_values(INSTALLED, danish))

    assert keys.index(r"Software\Classes\Facilitator.Pack\shell\open\command") < keys.index(
        r"Software\Classes\Facilitator.Pack\shell"
    )
    assert r"Software\Classes\Facilitator.Pack" in keys
    assert not {"Software", r"Software\Classes"} & set(keys)
