"""What looks like a civil registration number is seen, and other figures are left alone."""

import pytest

from facilitator.model.civil import looks_like_civil_number


@pytest.mark.parametrize(
    "text", ["010203-1234", "Ring til 3112991234 i morgen", "(290200 1234)", "311299\N{EN DASH}1234"]
)
def test_ten_digits_that_begin_with_a_date_look_like_one(text: str) -> None:
    assert looks_like_civil_number(text)


@pytest.mark.parametrize(
    "text", ["", "12 34 56 78", "320199-1234", "011399-1234", "0102031234567", "8.12.2026", "123456"]
)
def test_other_figures_do_not(text: str) -> None:
    assert not looks_like_civil_number(text)
