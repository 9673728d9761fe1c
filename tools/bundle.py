"""What goes into the installed folder, and what stays out: the rules that build_installer.spec goes by.

Of files, what goes in is named: what a library's next version brings along stays out until somebody finds a use for it.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePath
from sysconfig import get_path

Entry = tuple[str, str, str]
"""PyInstaller's: where a file goes inside the folder, where it comes from (a link: what it names), and its kind."""

LANGUAGES = {"root", "da", "da_DK", "en", "en_001", "en_150", "en_GB", "en_US"}
WEIGHTS = {"Lato-Regular.ttf", "Lato-Bold.ttf"}
QT_WORDS = {"qtbase_da.qm"}  # Qt's own words in English stand in its code
QT_PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platformthemes": {"qxdgdesktopportal"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
}
LICENCES = Path(__file__).parents[1] / "packaging" / "licences"
LICENCE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|OFL)", re.IGNORECASE)
DRAWN_WITHOUT = {"opengl32sw.dll", "d3dcompiler_47.dll"}  # Windows' ways to draw what is not drawn by widgets
UNUSED = (
    # The window loads five of Qt's modules; the others are brought by PyInstaller since it can't know.
    *("PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtTest"),
    # Photos come as JPEG, PNG or GIF (intake/photo.py): Pillow's readers of other formats never get a file.
    *("PIL._avif", "PIL._webp", "PIL._imagingcms", "PIL._imagingtk"),
    # The icons are files by now; the rest serves whoever develops.
    *("qtawesome", "qtpy", "pip", "setuptools", "tkinter", "unittest", "doctest", "pydoc", "lib2to3", "test"),
)


def foreign_modules(lock: str, distributions: Mapping[str, list[str]]) -> set[str]:
    """The modules that testing and measuring brought into the environment: none of theirs is pinned in `lock`.

    `distributions` names for each module what it was installed by, as `importlib.metadata` tells it.
    """
    ours = {*pinned(lock), "facilitator"}
    return {module for module, by in distributions.items() if ours.isdisjoint(map(_plain, by))}


def pinned(lock: str) -> set[str]:
    """What the lock pins, by names written in one way: small, with hyphens."""
    return {_plain(match[1]) for match in re.finditer(r"^([\w.-]+)==", lock, re.MULTILINE)}


def licences(lock: str) -> list[tuple[str, str]]:
    """The licence texts of Python, of Qt and of what the lock pins and is installed here, each with its folder."""
    found = [(str(text), "licences") for text in sorted(LICENCES.iterdir())]
    found += [(str(text), "licences/python") for text in Path(get_path("stdlib")).glob("LICENSE*")]
    for name in sorted(pinned(lock)):
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:  # pinned for another system
            continue
        texts = [file for file in files if LICENCE.match(file.name) and ".dist-info" in str(file)]
        found += [(str(file.locate()), f"licences/{name}") for file in texts]
    return found


def system_licences(entries: Iterable[Entry]) -> list[Entry]:
    """What Debian tells about the licence of each library that comes from the system; nothing where Debian is not."""
    if shutil.which("dpkg-query") is None:
        return []
    libraries = {PurePath(source).name for _, source, _ in entries if source.startswith(("/lib/", "/usr/lib/"))}
    asked = ["dpkg-query", "--search", *(f"*/{name}" for name in sorted(libraries))]
    packages = owners(subprocess.run(asked, capture_output=True, text=True, check=False).stdout)
    told = {package: Path("/usr/share/doc", package, "copyright") for package in sorted(packages)}
    return [(f"licences/system/{name}.txt", str(file), "DATA") for name, file in told.items() if file.exists()]


def owners(told: str) -> set[str]:
    """The packages that `dpkg-query --search` names, without their architecture."""
    lines = (line.partition(": ")[0] for line in told.splitlines() if not line.startswith("diversion "))
    return {name.partition(":")[0] for line in lines for name in line.split(", ")}


def wanted(entry: Entry) -> bool:
    """Whether the app uses this file: the two languages, the two weights, the plugins that are named above."""
    place = PurePath(entry[0])
    folder = place.parent.name
    if folder == "locale-data":
        return place.stem in LANGUAGES
    if "fontpkg_lato" in place.parts and place.suffix == ".ttf":
        return place.name in WEIGHTS
    if place.suffix == ".qm":
        return place.name in QT_WORDS
    if "PySide6" in place.parts and "plugins" in place.parts:
        return place.name.split(".")[0].removeprefix("lib") in QT_PLUGINS.get(folder, ())
    return place.name.lower() not in DRAWN_WITHOUT


def needed(entries: Iterable[Entry], libraries_of: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The files without the libraries, and the links to them, that nothing which stays asks for.

    `libraries_of` tells for a file's source the names of all libraries that loading it loads.
    """
    files = list(entries)
    asked = {name for place, source, kind in files if _loads(place, kind) for name in libraries_of(source)}
    return [
        (place, source, kind)
        for place, source, kind in files
        if kind not in {"BINARY", "SYMLINK"} or _loads(place, kind) or PurePath(place).name in asked
    ]


def _loads(place: str, kind: str) -> bool:
    """Whether the app itself loads the file: Python, its extensions, and Qt's plugins."""
    name, folders = PurePath(place).name, PurePath(place).parts
    return kind == "EXTENSION" or (kind == "BINARY" and ("plugins" in folders or name.startswith("libpython")))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
