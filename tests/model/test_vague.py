"""Promises that nobody could see kept are heard; those that say what is done are left in peace."""

import pytest

from facilitator.model.vague import sounds_vague


@pytest.mark.parametrize(
    "promise",
    [
        "Tage fat i det",
        "Jonas tager selv fat i vagtplanen",
        "Kigge lidt på mødestrukturen",
        "Vi ser på\nplanen",
        "arbejde videre med trivslen",
        "have mere fokus på pauser",
        "Følge op på samtalen",
        "Look into the rota",
        "work on the meeting plan",
        "be more aware of breaks",
    ],
)
def test_what_could_mean_anything_is_heard(promise: str) -> None:
    assert sounds_vague(promise)


@pytest.mark.parametrize(
    "promise",
    [
        "",
        "Claus sender mødeplanen",
        "Ringe til Pia om fridagen",
        "Mette sætter kaffe over",
        "Book a room for January",
        "Skrive tre linjer om taget",
        "Aflyse fredagsmødet",
    ],
)
def test_what_says_what_is_done_is_left_in_peace(promise: str) -> None:
    assert not sounds_vague(promise)
