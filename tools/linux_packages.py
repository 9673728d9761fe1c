"""What Linux users are handed: a Debian package and a portable archive, made of the folder that was built.

`python -m tools.linux_packages FOLDER` writes both beside the folder. The same folder gives the same bytes: their
dates come from $SOURCE_DATE_EPOCH, and nothing in them depends on who built or where.
"""

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from facilitator import __version__
from tools.app_icon import DRAWING, SIZES, draw_png
from tools.system_libraries import PACKAGES

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "resources" / "desktop"
PACKAGING = ROOT / "packaging"
HOME = "usr/lib/facilitator"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
READ = ("fontconfig-config", "xkb-data")
"""What the libraries read from the system besides other libraries: its fonts, and its keyboards."""
C_LIBRARY = re.compile(r"(ld-linux[\w-]*|lib(c|m|dl|pthread|resolv|rt|util))\.so")
NOBODY = "Facilitator <facilitator@localhost>"


class Unprovided(Exception):
    """Something in the folder asks for a library that is neither in it nor in a package that we know."""


def depends(libraries: Iterable[str], glibc: str) -> list[str]:
    """The Debian packages of the libraries that are left to the system, and of what those in the folder read.

    Raises Unprovided.
    """
    asked = {library for library in libraries if not C_LIBRARY.match(library)}
    if unknown := asked - PACKAGES.keys():
        raise Unprovided(", ".join(sorted(unknown)))
    return [f"libc6 (>= {glibc})", *sorted({PACKAGES[library] for library in asked} | {*READ})]


def control(version: str, architecture: str, kilobytes: int, packages: list[str], maintainer: str = NOBODY) -> str:
    """The text that the package is described by."""
    return (
        (PACKAGING / "control")
        .read_text(encoding="utf-8")
        .format(
            version=debian_version(version),
            architecture=architecture,
            maintainer=maintainer,
            kilobytes=kilobytes,
            depends=", ".join(packages),
        )
    )


def debian_version(version: str) -> str:
    """The version as Debian sorts it: what comes before a release is written with a tilde."""
    return re.sub(r"\.?(dev|a|b|rc)(?=\d)", r"~\1", version)


def newest_glibc(folder: Path) -> str:
    """The newest version of the C library that anything in the folder asks for."""
    asked = {found for file in elf_files(folder) for found in re.findall(rb"GLIBC_(\d+)\.(\d+)\b", file.read_bytes())}
    return "{}.{}".format(*max((int(major), int(minor)) for major, minor in asked))


def left_to_the_system(folder: Path) -> set[str]:
    """The libraries that what is in the folder asks for, and that the folder does not have."""
    told = set()
    for file in elf_files(folder):
        read = subprocess.run(["readelf", "--dynamic", file], capture_output=True, text=True, check=True)
        told.update(re.findall(r"\(NEEDED\).*\[(.+)\]", read.stdout))
    return told - {path.name for path in folder.rglob("*")}


def elf_files(folder: Path) -> list[Path]:
    """Programs and libraries, each once."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink() and _is_elf(path)]


def make_archive(folder: Path, to: Path, date: int) -> None:
    """The folder as an archive that is unpacked and started; its files belong to whoever unpacks it."""

    def nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = date
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
        return member

    with (
        to.open("wb") as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=date) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        inside = to.name.removesuffix(".tar.gz")
        for path in (folder, *sorted(folder.rglob("*"))):
            archive.add(path, f"{inside}/{path.relative_to(folder)}", recursive=False, filter=nobodys)
        archive.add(PACKAGING / "copyright", f"{inside}/COPYRIGHT", filter=nobodys)


def make_package(folder: Path, to: Path, date: int) -> None:
    """The Debian package; nobody needs to be root to make it."""
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / "debian"
        lay_out(folder, tree)
        files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
        kilobytes = sum(path.stat().st_size for path in files) // 1024
        packages = depends(left_to_the_system(folder), newest_glibc(folder))
        about = tree / "DEBIAN"
        about.mkdir(mode=0o755)
        _write(about / "control", control(__version__, architecture(), kilobytes, packages, _maintainer()))
        _write(about / "md5sums", "".join(f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files))
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, to],
            env=os.environ | {"SOURCE_DATE_EPOCH": str(date)},
            stdout=subprocess.DEVNULL,
            check=True,
        )


def lay_out(folder: Path, tree: Path) -> None:
    """Every file of the package where it will lie, readable by all."""
    shutil.copytree(folder, tree / HOME, symlinks=True)
    share = tree / "usr" / "share"
    placed = {
        share / "applications" / "facilitator.desktop": DESKTOP / "facilitator.desktop",
        share / "mime" / "packages" / "facilitator.xml": DESKTOP / "facilitator.xml",
        share / "doc" / "facilitator" / "copyright": PACKAGING / "copyright",
        share / "icons" / "hicolor" / "scalable" / "apps" / "facilitator.svg": DRAWING,
    }
    for place, source in placed.items():
        place.parent.mkdir(parents=True)
        shutil.copyfile(source, place)
    for side in SIZES:
        draw_png(share / "icons" / "hicolor" / f"{side}x{side}" / "apps" / "facilitator.png", side)
    command = tree / "usr" / "bin" / "facilitator"
    command.parent.mkdir()
    command.symlink_to(f"../../{HOME}/facilitator")
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def architecture() -> str:
    """Debian's name for this machine's kind."""
    return ARCHITECTURES.get(platform.machine(), platform.machine())


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _maintainer() -> str:
    return os.environ.get("DEBMAINTAINER", NOBODY)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(0o644)


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def main() -> None:
    """Make what can be made here, and name it."""
    folder = Path(sys.argv[1])
    date = int(os.environ.get("SOURCE_DATE_EPOCH") or folder.stat().st_mtime)
    archive = folder.parent / f"facilitator-{__version__}-linux-{platform.machine()}.tar.gz"
    make_archive(folder, archive, date)
    made = [archive]
    if shutil.which("dpkg-deb"):
        made.append(folder.parent / f"facilitator_{debian_version(__version__)}_{architecture()}.deb")
        try:
            make_package(folder, made[-1], date)
        except Unprovided as error:
            sys.exit(f"{folder} can't be handed out: it lacks {error}.")
    for file in made:
        print(f"{file}: {file.stat().st_size / 2**20:.0f} MB.")


if __name__ == "__main__":
    main()
