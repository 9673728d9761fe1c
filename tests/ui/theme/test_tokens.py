"""The colours keep the contrast that the design promises."""

import pytest

from ui.theme.tokens import DARK, LIGHT, TYPE, Colours, Face

TEXT = [
    ("text", "window"),
    ("text", "surface"),
    ("text2", "window"),
    ("text2", "sunken"),
    ("text2", "accent_soft"),
    ("text3", "surface"),
    ("text3", "sunken"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_press"),
    ("late", "surface"),
    ("late", "late_soft"),
    ("late", "nav"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
]
SHAPES = [
    ("edge", "surface"),
    ("edge", "window"),
    ("accent", "track"),
    ("late_fill", "track"),
    ("lead_consultant", "surface"),
    ("lead_together", "surface"),
    ("lead_network", "surface"),
]
GROUNDS = ("window", "surface", "nav", "sunken", "hover", "accent_soft", "late_soft", "danger_soft")
ANYWHERE = ("text", "text2", "accent", "late", "danger")  # kinds of text that may stand on every ground
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def brightness(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colours: Colours, one: str, other: str) -> float:
    low, high = sorted(brightness(getattr(colours, token)) for token in (one, other))
    return (high + 0.05) / (low + 0.05)


@THEMES
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(colours, text, ground):
    assert contrast(colours, text, ground) >= 4.5


@THEMES
@pytest.mark.parametrize("text", ANYWHERE)
def test_text_can_be_read_on_every_ground(colours, text):
    assert min(contrast(colours, text, ground) for ground in GROUNDS) >= 4.5


@THEMES
def test_faint_text_can_be_read_everywhere_but_on_what_is_chosen(colours):
    assert min(contrast(colours, "text3", ground) for ground in GROUNDS if ground != "accent_soft") >= 4.5


@THEMES
@pytest.mark.parametrize("shape", ["accent", "edge"])
def test_the_keyboards_outline_and_the_edges_of_fields_stand_out_from_every_ground(colours, shape):
    assert min(contrast(colours, shape, ground) for ground in GROUNDS) >= 3.0


@THEMES
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_that_carry_meaning_stand_out_from_their_ground(colours, shape, ground):
    assert contrast(colours, shape, ground) >= 3.0


def test_nothing_but_a_key_hint_is_smaller_than_thirteen():
    faces = {name: getattr(TYPE, name) for name in TYPE.__struct_fields__ if isinstance(getattr(TYPE, name), Face)}

    assert {name for name, face in faces.items() if face.size < 13} == {"key_hint"}
