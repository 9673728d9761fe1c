"""Where a store lies, told from its path: on this computer's own disk, on another's, or in a folder that is copied.

SQLite's log is shared through memory, which two computers don't have in common; and a program that copies a folder
takes the store and its log at different moments. In such a place a log lies beside the store only while it is written.
"""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath, PureWindowsPath

import msgspec

from facilitator.model.trouble import Trouble

# fmt: off
_NETWORK = frozenset((
    "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs",
    "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse", "glusterfs", "lustre",
    "ncpfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "webdav",
))
# fmt: on
_REMOTE_DRIVE = 4  # what Windows' GetDriveTypeW calls DRIVE_REMOTE

# A folder of that name; most add whose it is: "OneDrive - Vesterå Kommune", "Dropbox (Karen)".
_WHOSE = r"( ?[-(].*)?"
_BY_NAME = {
    re.compile(names, re.IGNORECASE): service
    for names, service in {
        "onedrive" + _WHOSE: "OneDrive",
        "dropbox" + _WHOSE: "Dropbox",
        "icloud ?drive|mobile documents": "iCloud Drive",
        f"google ?drive{_WHOSE}|my drive|mit drev": "Google Drive",
        r"nextcloud\d*" + _WHOSE: "Nextcloud",
        r"owncloud\d*" + _WHOSE: "ownCloud",
        "box|box sync": "Box",
    }.items()
}
_BY_MARK = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}


class Mount(msgspec.Struct, frozen=True):
    """A file system: the folder at which it begins, and its type as the system calls it."""

    at: str
    kind: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a store lies. `service` names what copies the folder elsewhere; `network` that it is no disk of ours."""

    service: str = ""
    network: bool = False

    @property
    def shared(self) -> bool:
        """Whether another computer may get at the store's files."""
        return self.network or bool(self.service)

    @property
    def warning(self) -> Trouble | None:
        """What the user should know of it, where there is anything to know."""
        return Trouble("store_shared", **({"service": self.service} if self.service else {})) if self.shared else None


OUR_OWN = Place()


def place_of(path: PurePath, mounts: Iterable[Mount], marks: Callable[[PurePath], Iterable[str]]) -> Place:
    """The rule. `path` is absolute and without links; `marks` gives what lies in a folder, as far as it can be read."""
    drive = path.drive if isinstance(path, PureWindowsPath) else ""
    around = [mount for mount in mounts if path.is_relative_to(type(path)(mount.at))]
    # What was mounted last hides what was mounted before it at the same folder.
    nearest = max(enumerate(around), key=lambda each: (len(type(path)(each[1].at).parts), each[0]), default=None)
    network = drive.startswith("\\\\") or (nearest is not None and nearest[1].kind in _NETWORK)
    return Place(service=_service(path, marks), network=network)


def look_where(path: Path) -> Place:
    """Where the store at `path` lies, as the system tells it today; a place of our own where it tells nothing."""
    try:
        return place_of(path.resolve(), tuple(_mounts(path)), _lying_in)
    except OSError:
        return OUR_OWN


def mounts_in(told: str) -> tuple[Mount, ...]:
    """The file systems in Linux's table (proc(5), mountinfo), in the order in which they were mounted."""
    found = []
    for line in told.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and kinds[0]:  # noqa: PLR2004 (the fifth is where it is mounted)
            at = re.sub(r"\\(\d{3})", lambda escaped: chr(int(escaped[1], 8)), fields[4])
            found.append(Mount(at, kinds[0]))
    return tuple(found)


def _service(path: PurePath, marks: Callable[[PurePath], Iterable[str]]) -> str:
    for folder in path.parents:
        if folder.parent.name == "CloudStorage":  # where macOS keeps them all: "GoogleDrive-karen@vesteraa.dk"
            return _named(folder.name) or folder.name.partition("-")[0]
        service = _named(folder.name) or next((_BY_MARK[each] for each in marks(folder) if each in _BY_MARK), "")
        if service:
            return service
    return ""


def _named(name: str) -> str:
    return next((service for pattern, service in _BY_NAME.items() if pattern.fullmatch(name)), "")


def _lying_in(folder: PurePath) -> Iterable[str]:
    return (mark for mark in _BY_MARK if Path(folder, mark).exists())


def _mounts(path: Path) -> Iterable[Mount]:
    if sys.platform == "win32":
        import ctypes

        drive = path.resolve().anchor
        if ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE:
            yield Mount(drive, "smbfs")
    elif sys.platform == "darwin":
        import subprocess

        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        for at, kind in re.findall(r" on (.+) \((\w+)", told):
            yield Mount(at, kind)
    else:
        yield from mounts_in(Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape"))
