"""A photo is kept upright and small, with nothing in it but the picture; what is no picture is told in one sentence."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from facilitator.intake.photo import photo
from facilitator.model.photo import BYTES, SIDE, plain_size
from facilitator.model.trouble import Trouble

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825
LYING_ON_ITS_SIDE = 6


def a_file(image: Image.Image, form: str = "JPEG", **how: object) -> bytes:
    """The picture as a file of that form."""
    file = BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def from_a_telephone(width: int = 640, height: int = 480) -> bytes:
    """A picture on its side that tells its camera and its place, with a red corner where the top right is."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 4, height // 4))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = LYING_ON_ITS_SIDE, "Telefonmaker"
    exif.get_ifd(PLACE)[1] = "N"
    return a_file(image, exif=exif, comment=b"Hos Dorthe")


def test_neither_camera_nor_place_nor_comment_comes_with_it():
    taken = from_a_telephone()
    assert b"Telefonmaker" in taken
    assert b"Hos Dorthe" in taken

    kept = photo(taken)

    assert b"Telefonmaker" not in kept
    assert b"Hos Dorthe" not in kept
    assert dict(Image.open(BytesIO(kept)).getexif()) == {}
    assert plain_size(kept) == (480, 640)


def test_it_stands_upright():
    kept = Image.open(BytesIO(photo(from_a_telephone())))

    right, left = kept.getpixel((470, 10)), kept.getpixel((10, 10))
    assert right[1] < 60 < left[1]


@pytest.mark.parametrize("held", range(1, 9))
def test_however_the_camera_was_held_it_stands_as_other_programs_show_it(held):
    image = Image.new("RGB", (64, 48), "white")
    image.paste("red", (0, 0, 24, 16))
    exif = Image.Exif()
    exif[ORIENTATION] = held
    taken = a_file(image, quality=95, exif=exif)

    shown = ImageOps.exif_transpose(Image.open(BytesIO(taken)))
    kept = Image.open(BytesIO(photo(taken)))

    assert kept.size == shown.size
    assert max(abs(a - b) for a, b in zip(kept.tobytes(), shown.tobytes(), strict=True)) < 60


def test_spoiled_words_about_a_picture_cost_only_the_words():
    taken = from_a_telephone()
    at = taken.index(b"Exif\0\0") + 6
    spoiled = taken[:at] + b"\xff" * 20 + taken[at + 20 :]

    assert plain_size(photo(spoiled)) == (640, 480)


def test_two_pictures_in_one_file_are_the_first():
    first, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (30, 20), "blue")
    kept = Image.open(BytesIO(photo(a_file(first, "MPO", save_all=True, append_images=[second]))))
    assert kept.size == (60, 40)


def test_a_large_one_is_made_to_fit():
    kept = photo(a_file(Image.effect_noise((3000, 2400), 90).convert("RGB"), quality=90))

    assert len(kept) <= BYTES
    assert max(plain_size(kept)) <= SIDE


@pytest.mark.parametrize(
    ("mode", "form"),
    [("P", "PNG"), ("LA", "PNG"), ("1", "PNG"), ("RGBA", "PNG"), ("CMYK", "JPEG"), ("L", "JPEG"), ("P", "GIF")],
)
def test_every_way_of_keeping_colours_is_read(mode, form):
    assert plain_size(photo(a_file(Image.new(mode, (300, 1)), form))) == (300, 1)


def test_what_is_seen_through_is_white_paper():
    kept = Image.open(BytesIO(photo(a_file(Image.new("RGBA", (8, 8), (255, 0, 0, 0)), "PNG"))))
    assert min(kept.getpixel((4, 4))) > 250


def test_it_tells_how_far_it_has_come():
    told = []
    photo(from_a_telephone(), lambda done, of: told.append((done, of)))
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]


def test_a_picture_of_too_many_pixels_is_refused_before_they_are_read():
    hostile = a_file(Image.new("1", (12_000, 12_000)), "PNG")
    assert len(hostile) < 100_000

    with pytest.raises(Trouble) as told:
        photo(hostile)

    assert told.value.name == "photo_too_large"


def test_a_file_of_too_many_bytes_is_refused():
    with pytest.raises(Trouble) as told:
        photo(bytes(41 * 2**20))
    assert told.value.name == "photo_too_large"


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"%PDF-1.7", a_file(Image.new("RGB", (9, 9)), "TIFF"), a_file(Image.new("RGB", (9, 9)), "BMP")],
    ids=["nothing", "a head alone", "a paper", "TIFF", "BMP"],
)
def test_what_is_no_picture_of_ours_is_told(data):
    with pytest.raises(Trouble) as told:
        photo(data)
    assert told.value.name == "photo_unreadable"


WHOLE = (
    from_a_telephone(64, 48),
    a_file(Image.effect_noise((40, 30), 60), "PNG"),
    a_file(Image.new("P", (30, 9)), "GIF"),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WHOLE), st.data())
def test_a_spoiled_file_is_a_photo_or_a_plain_trouble(whole, data):
    at = data.draw(st.integers(0, len(whole) - 1))
    spoiled = whole[:at] + data.draw(st.binary(max_size=12)) + whole[data.draw(st.integers(at, len(whole))) :]
    assert became(spoiled) in {"a photo", "photo_unreadable", "photo_too_large"}


def became(data: bytes) -> str:
    try:
        plain_size(photo(data))
    except Trouble as trouble:
        return trouble.name
    return "a photo"
