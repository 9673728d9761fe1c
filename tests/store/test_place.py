"""Where a store lies: on a disk of our own, on a network drive, or in a folder that somebody's program copies."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from facilitator.store.database import open_store
from facilitator.store.place import OUR_OWN, Mount, Place, look_where, mounts_in, place_of
from tests.store.builders import a_network

MOUNTINFO = r"""22 27 0:21 / /proc rw,relatime shared:5 - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
40 27 0:33 / /hjem/karen/Fælles\040drev rw shared:9 - cifs //vesteraa/faelles rw,vers=3.1.1
41 27 0:34 / /mnt/sky rw - fuse.sshfs karen@sky:/ rw
42 27 0:35 / /mnt/stik rw - fuseblk /dev/sdb1 rw
43 41 254:3 / /mnt/sky/disk rw - ext4 /dev/vdb rw
44 27 0:36 / /mnt/stik rw - nfs4 server:/stik rw
"""


def nothing_lies_there(_):
    return ()


def posix(path, kind="ext4", marks=nothing_lies_there):
    return place_of(PurePosixPath(path), [Mount("/", kind)], marks)


@pytest.mark.parametrize("kind", ["ext4", "apfs", "btrfs", "fuseblk", "overlay", "tmpfs", "vfat"])
def test_a_disk_of_this_computer_is_our_own(kind):
    assert posix("/hjem/karen/netværk.facilitator", kind) == OUR_OWN
    assert OUR_OWN.warning is None


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "davfs", "smbfs"])
def test_a_disk_of_another_computer_is_a_network_drive(kind):
    place = posix("/hjem/karen/netværk.facilitator", kind)

    assert place == Place(network=True)
    assert place.warning.name == "store_shared"


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/hjem/karen/a.facilitator", False),
        ("/hjem/karen/Fælles drev/a.facilitator", True),
        ("/hjem/karen/Fælles drev 2/a.facilitator", False),
        ("/mnt/sky/a.facilitator", True),
        ("/mnt/sky/disk/a.facilitator", False),
        ("/mnt/stik/a.facilitator", True),  # what was mounted there last is what is seen
    ],
)
def test_the_nearest_file_system_counts(path, network):
    mounts = mounts_in(MOUNTINFO)

    assert place_of(PurePosixPath(path), mounts, nothing_lies_there).network is network


@pytest.mark.parametrize(
    ("path", "network"),
    [
        (r"\\vesteraa\fælles\a.facilitator", True),
        (r"\\?\UNC\vesteraa\fælles\a.facilitator", True),
        (r"C:\Brugere\karen\a.facilitator", False),
    ],
)
def test_a_path_that_begins_with_a_servers_name_is_on_the_network(path, network):
    assert place_of(PureWindowsPath(path), (), nothing_lies_there).network is network


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (r"C:\Brugere\karen\OneDrive\Netværk\a.facilitator", "OneDrive"),
        (r"C:\Brugere\karen\OneDrive - Vesterå Kommune\a.facilitator", "OneDrive"),
        (r"C:\Brugere\karen\onedrive - vesterå kommune\Skrivebord\a.facilitator", "OneDrive"),
        (r"C:\Brugere\karen\Dropbox (Karen)\a.facilitator", "Dropbox"),
        (r"C:\Brugere\karen\iCloudDrive\a.facilitator", "iCloud Drive"),
        (r"G:\Mit drev\a.facilitator", "Google Drive"),
        (r"C:\Brugere\karen\Box\a.facilitator", "Box"),
        (r"C:\Brugere\karen\Documents\Netværk\a.facilitator", ""),
        (r"C:\Brugere\karen\Mit OneDrive-kursus\a.facilitator", ""),
        (r"C:\Brugere\karen\OneDrive.facilitator", ""),
    ],
)
def test_the_folders_of_programs_that_copy_are_known_on_windows(path, service):
    assert place_of(PureWindowsPath(path), (), nothing_lies_there) == Place(service=service)


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/Brugere/karen/Library/Mobile Documents/com~apple~CloudDocs/a.facilitator", "iCloud Drive"),
        ("/Brugere/karen/Library/CloudStorage/OneDrive-VesteråKommune/a.facilitator", "OneDrive"),
        ("/Brugere/karen/Library/CloudStorage/GoogleDrive-karen@vesteraa.dk/My Drive/a.facilitator", "Google Drive"),
        ("/Brugere/karen/Library/CloudStorage/ProtonDrive-karen/a.facilitator", "ProtonDrive"),
        ("/hjem/karen/Nextcloud/a.facilitator", "Nextcloud"),
        ("/hjem/karen/Nextcloud2/a.facilitator", "Nextcloud"),
        ("/hjem/karen/ownCloud/Netværk/a.facilitator", "ownCloud"),
        ("/hjem/karen/Box-noter/a.facilitator", ""),
    ],
)
def test_and_elsewhere(path, service):
    assert posix(path) == Place(service=service)


def test_a_folder_that_syncthing_has_marked_is_copied_and_so_is_what_lies_in_it(tmp_path):
    (tmp_path / "delt" / ".stfolder").mkdir(parents=True)
    (tmp_path / "delt" / "netværk").mkdir()

    place = look_where(tmp_path / "delt" / "netværk" / "a.facilitator")

    assert place.service == "Syncthing"
    assert place.warning.facts == {"service": "Syncthing"}


def test_a_link_is_followed_to_where_the_store_really_lies(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "genvej").symlink_to(tmp_path / "Dropbox")

    assert look_where(tmp_path / "genvej" / "a.facilitator").service == "Dropbox"


@pytest.mark.parametrize("passphrase", [None, "åben sesam"])
def test_a_store_in_a_shared_place_is_one_file_whenever_nobody_writes(tmp_path, passphrase):
    path = tmp_path / "OneDrive - Vesterå Kommune" / "a.facilitator"
    database = open_store(path, passphrase)
    second = database.second()

    a_network(database)

    there = {each.name for each in path.parent.iterdir()}
    assert there == ({path.name, path.name + ".key"} if passphrase else {path.name})
    assert second.value("PRAGMA journal_mode") == "delete"
    assert second.value("SELECT count(*) FROM members") == 4
    second.close()
    database.close()


def test_a_store_that_moves_keeps_its_log_as_the_new_place_allows(tmp_path):
    path = tmp_path / "a.facilitator"
    open_store(path).close()
    modes = []
    for folder in ("Dropbox", "Netværk"):
        (tmp_path / folder).mkdir()
        path = path.rename(tmp_path / folder / path.name)
        database = open_store(path)
        a_network(database, folder)
        modes.append(database.value("PRAGMA journal_mode"))
        database.close()

    assert modes == ["delete", "wal"]


def test_a_store_that_somebody_has_open_keeps_its_log_until_the_next_time(tmp_path):
    path = tmp_path / "a.facilitator"
    other = open_store(path)
    (tmp_path / ".stfolder").mkdir()

    open_store(path).close()
    assert other.value("PRAGMA journal_mode") == "wal"
    other.close()
    database = open_store(path)

    assert database.value("PRAGMA journal_mode") == "delete"
    database.close()
