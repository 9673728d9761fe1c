"""Which error means what to the user."""

import errno

import pytest
from sqlcipher3 import dbapi2 as driver

from facilitator.model.network import Network
from facilitator.model.trouble import Trouble
from facilitator.store import networks
from facilitator.store.errors import translated, trouble_of


def driver_error(code, text="x"):
    error = driver.OperationalError(text)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (driver_error(5), "store_locked"),
        (driver_error(5 | 2 << 8), "store_locked"),
        (driver_error(8 | 5 << 8), "store_read_only"),
        (driver_error(10 | 3 << 8), "disk_failed"),
        (driver_error(11), "store_damaged"),
        (driver_error(13), "disk_full"),
        (driver_error(26), "store_damaged"),
        (driver_error(1, "database or disk is full"), "disk_full"),
        (driver_error(None, "database disk image is malformed"), "store_damaged"),
        (OSError(errno.ENOSPC, "x"), "disk_full"),
        (OSError(errno.EROFS, "x"), "store_read_only"),
        (PermissionError(errno.EACCES, "x"), "store_read_only"),
        (OSError(errno.EIO, "x"), "disk_failed"),
        (FileNotFoundError(errno.ENOENT, "x"), "file_unreadable"),
        (OSError("no number"), "file_unreadable"),
    ],
    ids=str,
)
def test_what_the_user_can_do_something_about_has_a_name(tmp_path, error, name):
    assert trouble_of(error, tmp_path / "a.facilitator").name == name


@pytest.mark.parametrize("code", [1, 19, 20, None])
def test_our_own_mistakes_stay_what_they_are(tmp_path, code):
    error = driver_error(code)

    with pytest.raises(driver.OperationalError) as raised, translated(tmp_path):
        raise error

    assert raised.value is error


def test_half_a_character_is_no_text(store):
    with pytest.raises(Trouble) as raised:
        networks.save_network(store, Network(id="n", name="Skole\udcff"))

    assert raised.value.name == "text_unreadable"
    with pytest.raises(Trouble):
        networks.find_network(store, "\udcff")


def test_trouble_goes_through_as_it_is(tmp_path):
    with pytest.raises(Trouble) as raised, translated(tmp_path):
        raise Trouble("name_empty")

    assert raised.value.name == "name_empty"


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    trouble = trouble_of(driver_error(14), tmp_path / "a.facilitator")

    assert (trouble.name, trouble.facts) == ("file_unreadable", {"name": "a.facilitator"})
