"""Where files lie: the store somebody named, else the user's own; the resources beside the code or in the bundle."""

import sys
from pathlib import Path

from facilitator.places import documents_folder, find_places, resources_folder


def test_the_store_that_was_named_wins_over_the_environment_and_the_environment_over_the_data_folder() -> None:
    named, told = Path("/somewhere/Vesterå netværk.facilitator"), {"FACILITATOR_STORE": "/elsewhere/a b.facilitator"}

    assert find_places(named, told).store == named
    assert find_places(None, told).store == Path("/elsewhere/a b.facilitator")
    assert find_places(None, {}).store == find_places(None, {}).data / "networks.facilitator"


def test_a_store_in_the_home_folder_may_be_named_by_a_tilde() -> None:
    assert find_places(Path("~/net.facilitator"), {}).store == Path.home() / "net.facilitator"


def test_asking_where_things_lie_makes_no_folder() -> None:
    places = find_places(None, {})

    assert not places.data.exists()
    assert not places.logs.exists()


def test_the_resources_of_the_checkout_hold_what_the_program_brings_with_it() -> None:
    places = find_places(None, {})

    assert (places.resources / "methods" / "break.toml").is_file()
    assert (places.locale / "da" / "wording.po").is_file()


def test_an_unpacked_program_finds_its_resources_inside_its_folder(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert resources_folder() == tmp_path / "resources"


def test_documents_are_kept_in_the_users_own_folder() -> None:
    assert documents_folder().is_relative_to(Path.home())
