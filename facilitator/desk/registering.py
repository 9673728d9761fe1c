"""The app among one user's apps, and the packs that it opens: registered without an administrator.

What is written is said by pure functions, `linux_files` and `windows_values`; `register` and `unregister` write it and
take it away. On macOS the bundle itself says what it opens, and the system reads it there.
"""

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path, PurePath, PureWindowsPath

import msgspec

from facilitator.desk.papers import write_whole
from facilitator.language import Language, later

if sys.platform == "win32":
    import winreg

PACK = "application/vnd.facilitator.netpack+zip"
SEALED = "application/vnd.facilitator.sealed-netpack"
CLASSES = r"Software\Classes"
PACK_CLASS, SEALED_CLASS = "Facilitator.Pack", "Facilitator.SealedPack"
PACK_WORDS, SEALED_WORDS = later("Handover pack"), later("Sealed handover pack")
REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))


class Value(msgspec.Struct, frozen=True):
    """A text in the user's half of the Windows registry; the value without a name is a key's own."""

    key: str
    name: str
    text: str


def linux_files(program: PurePath, resources: Path, data: Path) -> dict[Path, str]:
    """The files under the user's data folder (`~/.local/share`) that make the app known, each with its text."""
    desktop = resources / "desktop"
    entry = (desktop / "facilitator.desktop").read_text(encoding="utf-8")
    opening = f"Exec={_exec_word(str(program))} %f\nMimeType={PACK};{SEALED};"
    icon = resources / "icons" / "app" / "facilitator.svg"
    return {
        data / "mime" / "packages" / "facilitator.xml": (desktop / "facilitator.xml").read_text(encoding="utf-8"),
        data / "icons" / "hicolor" / "scalable" / "apps" / "facilitator.svg": icon.read_text(encoding="utf-8"),
        data / "applications" / "facilitator.desktop": entry.replace("Exec=facilitator", opening),
    }


def windows_values(program: PureWindowsPath, language: Language) -> tuple[Value, ...]:
    """What the registry is told. The ending `.age` belongs to others too, so there the app is only offered."""
    values = [
        Value(rf"{CLASSES}\.netpack", "", PACK_CLASS),
        Value(rf"{CLASSES}\.netpack", "Content Type", PACK),
        Value(rf"{CLASSES}\.age\OpenWithProgids", SEALED_CLASS, ""),
    ]
    for name, words in ((PACK_CLASS, PACK_WORDS), (SEALED_CLASS, SEALED_WORDS)):
        values += [
            Value(rf"{CLASSES}\{name}", "", language.text(words)),
            Value(rf"{CLASSES}\{name}\DefaultIcon", "", f'"{program}",0'),
            Value(rf"{CLASSES}\{name}\shell\open\command", "", f'"{program}" "%1"'),
        ]
    return tuple(values)


def can_register() -> bool:
    """Whether the app registers itself here; on macOS its bundle does."""
    return sys.platform in {"linux", "win32"}


def program() -> Path:
    """What is started when the app is opened: the installed program, or the command of a checkout."""
    return Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0]).absolute()


def desktop_data() -> Path:
    """The user's data folder that all programs share, where Linux keeps what is registered."""
    import platformdirs

    return platformdirs.user_data_path()


def registered(program: Path, resources: Path, data: Path, language: Language) -> bool:
    """Whether this very program opens packs for this user."""
    if sys.platform == "win32":
        return _in_registry(windows_values(PureWindowsPath(program), language))
    with suppress(OSError):
        return all(
            path.read_text(encoding="utf-8") == text for path, text in linux_files(program, resources, data).items()
        )
    return False


def register(program: Path, resources: Path, data: Path, language: Language) -> None:
    """Make the app known to this user's desktop; done again, it follows a program that was moved.

    Raises file_not_writable or disk_full; what had been written by then is harmless, and is written over next time.
    """
    if sys.platform == "win32":
        _write_registry(windows_values(PureWindowsPath(program), language))
    elif sys.platform == "linux":
        for path, text in linux_files(program, resources, data).items():
            with suppress(OSError):  # then writing the file tells why
                path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode("utf-8"))
        _refresh(data)


def unregister(program: Path, resources: Path, data: Path, language: Language) -> None:
    """Take away whatever `register` wrote; what others wrote beside it stays."""
    if sys.platform == "win32":
        _clear_registry(windows_values(PureWindowsPath(program), language))
    elif sys.platform == "linux":
        for path in linux_files(program, resources, data):
            path.unlink(missing_ok=True)
        _refresh(data)


def _exec_word(text: str) -> str:
    """A word of a desktop entry's command: quoted, and escaped once as a word and once more as a text of the file."""
    quoted = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in text)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'


def _refresh(data: Path) -> None:
    """Have the desktop read its lists again; where a tool is missing, it does so by itself at the next login."""
    for tool, folder in REFRESH:
        if program := shutil.which(tool):
            subprocess.run([program, str(data / folder)], capture_output=True, check=False)


def emptied(values: tuple[Value, ...]) -> list[str]:
    """The keys of the values and those around them that may go once nothing is in them, innermost first."""
    keys = {PureWindowsPath(value.key) for value in values}
    classes = PureWindowsPath(CLASSES)
    around = {parent for key in keys for parent in key.parents if classes in parent.parents}
    return [str(key) for key in sorted(keys | around, key=lambda key: (-len(key.parts), key))]


if sys.platform == "win32":

    def _write_registry(values: tuple[Value, ...]) -> None:
        for value in values:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, value.key) as key:
                winreg.SetValueEx(key, value.name, 0, winreg.REG_SZ, value.text)

    def _clear_registry(values: tuple[Value, ...]) -> None:
        for value in values:
            with suppress(FileNotFoundError), _opened(value.key) as key:
                winreg.DeleteValue(key, value.name)
        for name in emptied(values):
            with suppress(FileNotFoundError):
                with _opened(name) as key:
                    keys, texts, _ = winreg.QueryInfoKey(key)
                if not keys and not texts:  # else somebody else keeps something there
                    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, name)

    def _in_registry(values: tuple[Value, ...]) -> bool:
        try:
            for value in values:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, value.key) as key:
                    if winreg.QueryValueEx(key, value.name)[0] != value.text:
                        return False
        except OSError:
            return False
        return True

    def _opened(key: str) -> winreg.HKEYType:
        return winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_READ | winreg.KEY_WRITE)
