"""The key file: what opens, what doesn't, and what is kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.model.trouble import Trouble
from facilitator.store import keys

KEYRING = {"kind": "keyring", "service": "facilitator", "anything": [1, 2]}


@given(st.text(min_size=1, max_size=30))
@settings(max_examples=10)
def test_what_a_passphrase_has_locked_it_opens(passphrase):
    key = keys.new_key()

    assert keys.unwrapped(keys.wrapped(key, passphrase), passphrase) == key


def test_another_passphrase_opens_nothing():
    file = keys.wrapped(keys.new_key(), "Åse")

    with pytest.raises(Trouble) as trouble:
        keys.unwrapped(file, "Ase")

    assert trouble.value.name == "passphrase_wrong"


def test_the_same_key_never_looks_the_same():
    key = keys.new_key()

    assert keys.wrapped(key, "a") != keys.wrapped(key, "a")


def test_a_new_passphrase_replaces_the_old_one_and_leaves_other_kinds(tmp_path):
    key = keys.new_key()
    file = keys.KeyFile(wrappings=(KEYRING, *keys.wrapped(key, "gammel").wrappings))

    keys.write(tmp_path / "a.key", keys.wrapped(key, "ny", file))
    read = keys.read(tmp_path / "a.key")

    assert KEYRING in read.wrappings
    assert keys.unwrapped(read, "ny") == key
    with pytest.raises(Trouble):
        keys.unwrapped(read, "gammel")


def test_a_key_file_that_asks_for_endless_work_is_refused():
    (wrapping,) = keys.wrapped(keys.new_key(), "a").wrappings

    with pytest.raises(Trouble) as trouble:
        keys.unwrapped(keys.KeyFile(wrappings=({**wrapping, "n": 1 << 30},)), "a")

    assert trouble.value.name == "store_key_damaged"


@pytest.mark.parametrize(
    "file",
    [keys.KeyFile(format=2), keys.KeyFile(wrappings=(KEYRING,))],
    ids=["a newer format", "only kinds that we don't know"],
)
def test_a_key_file_of_a_newer_version_is_told_as_such(file):
    with pytest.raises(Trouble) as trouble:
        keys.unwrapped(file, "a")

    assert trouble.value.name == "store_newer"


def test_writing_a_key_file_leaves_nothing_beside_it(tmp_path):
    keys.write(tmp_path / "a.key", keys.wrapped(keys.new_key(), "a"))

    assert [each.name for each in tmp_path.iterdir()] == ["a.key"]
    assert (tmp_path / "a.key").stat().st_mode & 0o777 == 0o600
