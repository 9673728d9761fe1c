"""Photos as they may be kept: small enough, and without a word about where, when or by what they were taken."""

from facilitator.model.trouble import Trouble

BYTES = 400_000
SIDE = 2_000  # pixels, the longer one
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # the three kinds of JPEG that everything can show
_HEAD, _HEAD_LENGTH = 0xE0, 16  # that it is a JPEG, and no small picture in it
_BESIDE = frozenset(range(0xE1, 0xF0)) | {0xFE}  # camera, place, colour profile; a comment


def plain_size(picture: bytes) -> tuple[int, int]:
    """Width and height of a JPEG in pixels, where it may be kept.

    Raises Trouble("photo_not_plain") for anything else: another format, too large, or with anything in it but the
    picture.
    """
    size = _size_in(picture) if len(picture) <= BYTES and picture[:2] == bytes((0xFF, _START)) else None
    if size is None or not 1 <= min(size) <= max(size) <= SIDE:
        raise Trouble("photo_not_plain")
    return size


def _size_in(picture: bytes) -> tuple[int, int] | None:
    """Reads the segments before the picture itself; None where one of them may not be there or is cut short."""
    at, size = 2, None
    while at + 4 <= len(picture) and picture[at] == 0xFF:  # noqa: PLR2004 (the byte that begins a marker)
        marker, length = picture[at + 1], int.from_bytes(picture[at + 2 : at + 4])
        if marker in _BESIDE or (marker == _HEAD and length != _HEAD_LENGTH) or at + 2 + length > len(picture):
            return None
        if marker == _SCAN:
            return size if picture.endswith(bytes((0xFF, _END))) else None
        if marker in _FRAMES:
            size = (int.from_bytes(picture[at + 7 : at + 9]), int.from_bytes(picture[at + 5 : at + 7]))
        at += 2 + length
    return None
