"""A photo as it is handed over, made as it may be kept: upright, small, and with nothing in it but the picture.

What a telephone writes beside a picture (where, when, by whom, a small copy of it) never gets past here: the pixels
are painted on a fresh sheet, and only that is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.intake.progress import Tell, untold
from facilitator.model.photo import BYTES, SIDE
from facilitator.model.trouble import Trouble

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 40 * 2**20  # bytes of a file
PIXELS = 64_000_000  # a telephone's best has 50 millions
FORMS = ("JPEG", "PNG", "GIF")  # few, for each is a reader that a hostile file could be made for
ENDINGS = "*.jpg *.jpeg *.png *.gif"  # of files that hold one of them
QUALITIES = (85, 70, 55, 45)
SMALLER = 0.85
_WHITE = (255, 255, 255)
_STEPS = 4
_ORIENTATION = 0x0112
_TURNS: Mapping[int, str] = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


def photo(data: bytes, tell: Tell = untold) -> bytes:
    """The JPEG that is kept of a picture. Raises Trouble("photo_unreadable") or ("photo_too_large", limit=...)."""
    if len(data) > LARGEST:
        raise _too_large()
    tell(0, _STEPS)
    try:
        seen = _opened(data)
        tell(1, _STEPS)
        sheet = _upright(seen)
    except Trouble:
        raise
    except Exception as error:  # whatever a damaged or hostile file makes its reader stumble over
        raise Trouble("photo_unreadable") from error
    tell(2, _STEPS)
    written = _written(sheet)
    tell(_STEPS, _STEPS)
    return written


def taken(file: Path) -> bytes:
    """What a file holds, as far as it can be a photo. Raises photo_too_large or photo_unreadable."""
    try:
        if file.stat().st_size > LARGEST:
            raise _too_large()
        return file.read_bytes()
    except OSError as error:
        raise Trouble("photo_unreadable") from error


def _too_large() -> Trouble:
    return Trouble("photo_too_large", limit=PIXELS // 1_000_000)


def _opened(data: bytes) -> Image:
    """Its head is read, not a pixel yet: how large it says it is decides whether it is read on."""
    from PIL import Image

    Image.preinit()  # so that these readers are known, and no others are looked for
    try:
        seen = Image.open(BytesIO(data), formats=FORMS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large() from None
    if seen.width * seen.height > PIXELS:
        raise _too_large()
    return seen


def _upright(seen: Image) -> Image:
    from PIL import Image

    seen.draft("RGB", (SIDE, SIDE))  # a JPEG is read at about the size that is wanted, in a fraction of the room
    seen.load()
    small = seen
    if small.mode not in {"RGB", "RGBA"}:
        small = small.convert("RGBA" if small.has_transparency_data else "RGB")
    small.thumbnail((SIDE, SIDE))
    sheet = Image.new("RGB", small.size, _WHITE)
    sheet.paste(small, (0, 0), small if small.mode == "RGBA" else None)
    turn = _TURNS.get(_held(seen))
    return sheet if turn is None else sheet.transpose(Image.Transpose[turn])


def _held(seen: Image) -> int:
    """How the camera says that it was held; upright, where what it says can't be made out."""
    try:
        return int(seen.getexif().get(_ORIENTATION, 1))
    except Exception:  # a spoiled word about the picture is no reason to refuse the picture
        return 1


def _written(sheet: Image) -> bytes:
    """As good as there is room for, and then as large.

    Neither optimised nor progressive: Pillow makes those in one go and lets no other thread of Python run meanwhile.
    """
    while True:
        for quality in QUALITIES:
            file = BytesIO()
            sheet.save(file, "JPEG", quality=quality)
            if file.tell() <= BYTES:
                return file.getvalue()
        sheet = sheet.resize((max(1, round(sheet.width * SMALLER)), max(1, round(sheet.height * SMALLER))))
