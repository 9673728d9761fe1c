import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from facilitator import __version__
from tools.linux_packages import Unprovided, control, debian_version, depends, make_archive, make_package

DATE = 1_796_000_000
NEEDS_TOOLS = pytest.mark.skipif(
    not all(map(shutil.which, ("dpkg-deb", "readelf"))), reason="the tools of Debian are not here"
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what Linux is handed is made on Linux")


@pytest.fixture
def built(tmp_path):
    """A folder like the built one: a program, its data, and a link between two libraries."""
    folder = tmp_path / "dist" / "facilitator"
    inside = folder / "_internal"
    inside.mkdir(parents=True)
    shutil.copy(shutil.which("true"), folder / "facilitator")
    (inside / "Lato.ttf").write_bytes(b"font")
    (inside / "libQt6Gui.so.6").write_bytes(b"library")
    (inside / "libQt6.so").symlink_to("libQt6Gui.so.6")
    return folder


def fields(text: str) -> dict[str, str]:
    """The fields of a control file; lines that go on are left out."""
    return dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))


def test_the_package_asks_for_what_is_left_to_the_system_each_package_once():
    left = {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0"}

    packages = depends(left, "2.36")

    assert packages == ["libc6 (>= 2.36)", "fontconfig-config", "libegl1", "libglib2.0-0", "xkb-data"]


def test_a_library_that_no_package_is_known_for_stops_the_making():
    with pytest.raises(Unprovided, match=r"^libQt6Gui\.so\.6, libnew\.so\.1$"):
        depends({"libnew.so.1", "libQt6Gui.so.6", "libc.so.6", "libEGL.so.1"}, "2.36")


@pytest.mark.parametrize(
    ("version", "written"), [("0.1.0", "0.1.0"), ("0.2.0.dev3", "0.2.0~dev3"), ("1.0rc1", "1.0~rc1")]
)
def test_a_version_before_a_release_is_sorted_before_it(version, written):
    assert debian_version(version) == written


def test_the_control_file_says_all_that_debian_asks_for():
    said = fields(control("0.1.0", "amd64", 1234, ["libc6 (>= 2.36)", "libegl1"]))

    wanted = {"Package", "Version", "Architecture", "Maintainer", "Description", "Depends", "Installed-Size"}
    assert wanted <= set(said)
    assert said["Depends"] == "libc6 (>= 2.36), libegl1"
    assert len(said["Description"]) < 80


def test_the_archive_holds_the_folder_and_nothing_of_who_made_it(built, tmp_path):
    archive = tmp_path / "facilitator-0.1.0-linux-x86_64.tar.gz"

    make_archive(built, archive, DATE)

    with tarfile.open(archive) as packed:
        members = {member.name.removeprefix("facilitator-0.1.0-linux-x86_64/"): member for member in packed}
    assert {"facilitator", "_internal/Lato.ttf", "_internal/libQt6.so", "COPYRIGHT"} <= set(members)
    assert members["facilitator"].mode == 0o755
    assert members["_internal/libQt6.so"].linkname == "libQt6Gui.so.6"
    assert {(member.uid, member.uname, member.mtime) for member in members.values()} == {(0, "", DATE)}


def test_the_same_folder_gives_the_same_archive_whenever_it_is_made(built, tmp_path):
    make_archive(built, tmp_path / "facilitator.tar.gz", DATE)
    first = (tmp_path / "facilitator.tar.gz").read_bytes()
    for path in built.rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)

    make_archive(built, tmp_path / "facilitator.tar.gz", DATE)

    assert (tmp_path / "facilitator.tar.gz").read_bytes() == first


@NEEDS_TOOLS
def test_an_installed_package_has_its_command_its_entry_and_its_icon(built, tmp_path):
    package, root = tmp_path / "facilitator.deb", tmp_path / "root"

    make_package(built, package, DATE)
    subprocess.run(["dpkg-deb", "-x", package, root], check=True)

    command = root / "usr" / "bin" / "facilitator"
    assert not command.readlink().is_absolute()
    assert subprocess.run([command], check=True).returncode == 0
    share = root / "usr" / "share"
    assert "Exec=facilitator\n" in (share / "applications" / "facilitator.desktop").read_text(encoding="utf-8")
    assert (share / "mime" / "packages" / "facilitator.xml").exists()
    assert {path.parts[-3] for path in share.rglob("apps/facilitator.*")} >= {"16x16", "48x48", "256x256", "scalable"}


@NEEDS_TOOLS
def test_the_package_tells_its_version_and_the_sums_of_its_files(built, tmp_path):
    package = tmp_path / "facilitator.deb"

    make_package(built, package, DATE)

    told = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True, check=True).stdout
    subprocess.run(["dpkg-deb", "-R", package, tmp_path / "raw"], check=True)
    checked = subprocess.run(
        ["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=tmp_path / "raw", capture_output=True, check=False
    )
    assert fields(told)["Version"] == __version__
    assert checked.returncode == 0
    assert Path(tmp_path / "raw" / "DEBIAN" / "md5sums").read_text(encoding="utf-8").count("\n") > 10
