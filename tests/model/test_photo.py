"""Which pictures may be kept: JPEGs of a size, with nothing in them but the picture."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facilitator.model.photo import BYTES, plain_size
from facilitator.model.trouble import Trouble


def jpeg(width: int = 60, height: int = 40, **how: object) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "JPEG", **how)
    return file.getvalue()


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"optimize": True, "quality": 55}])
def test_a_plain_one_tells_its_size(how):
    assert plain_size(jpeg(**how)) == (60, 40)


def with_its_maker() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Telefonmaker"
    return jpeg(exif=exif)


def png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (60, 40)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        png(),
        with_its_maker(),
        jpeg(comment=b"Hos Dorthe"),
        jpeg(icc_profile=b"profile"),
        jpeg(2001, 1),
        jpeg()[:-2],
        jpeg() + b"mere",
        jpeg() + bytes(BYTES),
    ],
    ids=["nothing", "PNG", "maker", "comment", "profile", "too wide", "cut short", "something after", "too large"],
)
def test_anything_more_or_less_is_refused(picture):
    with pytest.raises(Trouble) as told:
        plain_size(picture)
    assert told.value.name == "photo_not_plain"


@given(st.integers(0, 200), st.binary(max_size=40))
def test_rubbish_is_a_size_or_a_plain_trouble(at, rubbish):
    assert became(jpeg()[:at] + rubbish) in {"a size", "photo_not_plain"}


def became(picture: bytes) -> str:
    try:
        plain_size(picture)
    except Trouble as trouble:
        return trouble.name
    return "a size"
