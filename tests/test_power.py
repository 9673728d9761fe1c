"""What the system says of its batteries, and when that is worth a word."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.power import LAST, LOW, Power, read_power, worth_telling


def supply(folder, name, **lines):
    (folder / name).mkdir()
    for file, line in lines.items():
        (folder / name / file).write_text(f"{line}\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system is asked another way")
def test_the_laptops_own_batteries_are_read_and_no_mouses(tmp_path):
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "BAT0", type="Battery", capacity="4", status="Discharging")
    supply(tmp_path, "BAT1", type="Battery", capacity="12", status="Not charging")
    supply(tmp_path, "hid-mouse", type="Battery", scope="Device", capacity="90", status="Discharging")

    assert read_power(tmp_path) == Power(plugged=False, percent=8)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system is asked another way")
def test_a_computer_without_a_battery_has_nothing_to_say(tmp_path):
    supply(tmp_path, "AC", type="Mains", online="1")

    assert read_power(tmp_path) is None
    assert read_power(tmp_path / "nowhere") is None


@given(st.lists(st.integers(0, 100), max_size=200), st.booleans())
def test_it_is_told_at_most_twice_while_it_runs_down(levels, plugged):
    told, said = None, []
    for percent in sorted(levels, reverse=True):
        if worth_telling(Power(plugged, percent), told):
            told = percent
            said.append(percent)

    assert len(said) <= 2
    assert all(percent <= LOW for percent in said)
    assert not (plugged and said)
    assert plugged or bool(said) == any(percent <= LOW for percent in levels)
    assert plugged or any(percent <= LAST for percent in said) == any(percent <= LAST for percent in levels)
