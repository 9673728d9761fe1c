import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from tools.bundle import QT_WORDS, UNUSED, foreign_modules, licences, needed, owners, wanted

ROOT = Path(__file__).parents[2]


def imports(file: Path) -> Iterator[str]:
    """What a file imports, each with the names taken out of it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/translations/qtbase_da.qm",
        "PySide6/Qt/lib/libQt6Pdf.so.6",
        "babel/locale-data/da.dat",
        "fontpkg_lato/files/Lato-Bold.ttf",
        "resources/icons/gavel.svg",
    ],
)
def test_what_the_app_uses_goes_in(place):
    assert wanted((place, "", "BINARY"))


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/imageformats/qjpeg.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_help_da.qm",
        "babel/locale-data/fr.dat",
        "fontpkg_lato/files/Lato-Thin.ttf",
    ],
)
def test_what_the_app_never_loads_stays_out(place):
    assert not wanted((place, "", "BINARY"))


def test_a_library_stays_only_where_something_that_stays_asks_for_it():
    extension = ("PySide6/QtGui.abi3.so", "gui", "EXTENSION")
    plugin = ("PySide6/Qt/plugins/platforms/libqxcb.so", "xcb", "BINARY")
    gui = ("PySide6/Qt/lib/libQt6Gui.so.6", "libgui", "BINARY")
    gui_link = ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK")
    cursor = ("libxcb-cursor.so.0", "cursor", "BINARY")
    gtk = ("libgtk-3.so.0", "gtk", "BINARY")
    gtk_link = ("lib/libgtk-3.so.0", "libgtk-3.so.0", "SYMLINK")
    font = ("Lato-Bold.ttf", "lato", "DATA")
    libraries = {"gui": {"libQt6Gui.so.6"}, "xcb": {"libQt6Gui.so.6", "libxcb-cursor.so.0"}}

    kept = needed([extension, plugin, gui, gui_link, cursor, gtk, gtk_link, font], libraries.__getitem__)

    assert kept == [extension, plugin, gui, gui_link, cursor, font]


def test_what_testing_brought_stays_out_whatever_way_its_name_is_written():
    lock = "babel==2.18.0 \\\n    --hash=sha256:ab\nsqlite-utils==4.2.1 \\\nsqlcipher3==0.6.4 \\\n"
    distributions = {
        "babel": ["Babel"],
        "sqlite_utils": ["sqlite_utils"],
        "sqlcipher3": ["sqlcipher3"],
        "facilitator": ["facilitator"],
        "_pytest": ["pytest"],
        "lxml": ["lxml"],
    }

    assert foreign_modules(lock, distributions) == {"_pytest", "lxml"}


def test_the_licences_of_what_is_shipped_go_with_it():
    found = licences("msgspec==0.22.0 \\\nnot-for-this-system==1.0 \\\nplatformdirs==4.14.7 \\\n")

    assert {"licences", "licences/msgspec", "licences/platformdirs"} <= {folder for _, folder in found}
    assert "licences/not-for-this-system" not in {folder for _, folder in found}
    assert all(Path(file).read_text(encoding="utf-8") for file, _ in found)


def test_debians_answer_names_the_packages_that_the_systems_libraries_came_from():
    told = (
        "libx11-6:amd64: /usr/lib/x86_64-linux-gnu/libX11.so.6\n"
        "libc6:amd64, libc6:i386: /usr/share/doc/libc6\n"
        "diversion by libssl3 from: /lib/libssl.so.3\n"
        "fontconfig-config: /etc/fonts/fonts.conf\n"
    )

    assert owners(told) == {"libx11-6", "libc6", "fontconfig-config"}


def test_nothing_that_stays_out_is_imported_by_the_app():
    unused = tuple(f"{module}." for module in UNUSED)
    said = [
        (str(path.relative_to(ROOT)), name)
        for package in ("facilitator", "ui")
        for path in (ROOT / package).rglob("*.py")
        for name in imports(path)
        if f"{name}.".startswith(unused)
    ]

    assert said == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt's files have other names")
@pytest.mark.parametrize(
    "place",
    ["platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqoffscreen.so", "iconengines/libqsvgicon.so"],
)
def test_the_plugins_that_a_window_needs_are_those_that_qt_has(place):
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))

    assert (plugins / place).exists()
    assert wanted((f"PySide6/Qt/plugins/{place}", "", "BINARY"))


def test_qts_danish_words_are_the_file_that_qt_has():
    words = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    assert [name for name in QT_WORDS if not (words / name).exists()] == []
