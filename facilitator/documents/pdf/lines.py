"""Breaking text into lines. Never fails: a word that no line can hold is broken where the line ends."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from facilitator.documents.document import Span
from facilitator.documents.pdf.fonts import Widths
from facilitator.documents.pdf.house_style import Face, Kind
from facilitator.documents.shown import shown


class Piece(msgspec.Struct, frozen=True):
    """Text in one face."""

    text: str
    face: Face
    width: float


class Line(msgspec.Struct, frozen=True):
    """Pieces side by side. `width` leaves out the space at which the line was broken."""

    pieces: tuple[Piece, ...]
    width: float


class _Word(msgspec.Struct, frozen=True):
    """Pieces that stay together, and the spaces in front of them."""

    gap: tuple[Piece, ...]
    gap_width: float
    pieces: tuple[Piece, ...]
    width: float


def _word(gap: list[Piece], pieces: list[Piece]) -> _Word:
    return _Word(tuple(gap), _width(gap), tuple(pieces), _width(pieces))


def _width(pieces: Iterable[Piece]) -> float:
    return sum([piece.width for piece in pieces])


_SPACES_OR_NOT = re.compile(" +|[^ ]+")
# A word may be broken after a hyphen or a slash between letters: not in 9.00–12.00 nor in 8/12.
_WITHIN_A_WORD = re.compile(r"(?<=\w[-/])(?=[^\W\d_])")


def broken(spans: Iterable[Span], kind: Kind, width: float, widths: Widths) -> list[Line]:
    """The lines that the spans fill, each at most `width` wide; at least one, which may be empty."""
    lines: list[Line] = []
    for paragraph in _paragraphs(spans, kind):
        lines.extend(_filled(_words(paragraph, widths), width, widths))
    return lines


def _paragraphs(spans: Iterable[Span], kind: Kind) -> list[list[tuple[str, Face]]]:
    """Spans as the font can show them, divided at line feeds."""
    paragraphs: list[list[tuple[str, Face]]] = [[]]
    for span in spans:
        face = kind.face_of(span)
        first, *others = shown(span.text).split("\n")
        paragraphs[-1].append((first, face))
        paragraphs.extend([(other, face)] for other in others)
    return paragraphs


def _words(spans: list[tuple[str, Face]], widths: Widths) -> Iterator[_Word]:
    gap: list[Piece] = []
    word: list[Piece] = []
    for text, face in spans:
        for part in _parts(text):
            piece = Piece(part, face, widths.of(part, face))
            if part[0] == " ":
                if word:
                    yield _word(gap, word)
                    gap, word = [], []
                gap.append(piece)
            else:
                word.append(piece)
                if part[-1] in "-/":
                    yield _word(gap, word)
                    gap, word = [], []
    if word:
        yield _word(gap, word)


def _parts(text: str) -> Iterator[str]:
    for part in _SPACES_OR_NOT.findall(text):
        yield from _WITHIN_A_WORD.split(part)


def _filled(words: Iterable[_Word], width: float, widths: Widths) -> list[Line]:
    lines: list[Line] = []
    pieces: list[Piece] = []
    used = 0.0
    for word in words:
        space, gap = word.gap, word.gap_width
        if pieces and used + gap + word.width > width:
            # The space stays at the end of the line, unseen, so that whoever copies the text gets two words.
            lines.append(_line(pieces, used, space[:1]))
            pieces, used, space, gap = [], 0.0, (), 0.0
        if gap + word.width <= width:
            pieces += [*space, *word.pieces]
            used += gap + word.width
            continue
        *full, rest = _cut(word.pieces, width, widths)
        lines.extend(_line(part, _width(part)) for part in full)
        pieces, used = rest, _width(rest)
    return [*lines, _line(pieces, used)]


def _line(pieces: list[Piece], width: float, space: tuple[Piece, ...] = ()) -> Line:
    joined: list[Piece] = []
    for piece in (*pieces, *space):
        if joined and joined[-1].face == piece.face:
            last = joined[-1]
            joined[-1] = Piece(last.text + piece.text, piece.face, last.width + piece.width)
        else:
            joined.append(piece)
    return Line(tuple(joined), width)


def _cut(word: tuple[Piece, ...], width: float, widths: Widths) -> list[list[Piece]]:
    """A word too long for a line, cut into lines: each takes at least one character, however narrow the line."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for piece in word:
        start = 0
        for index, character in enumerate(piece.text):
            step = widths.of(character, piece.face)
            begins = start == index and not lines[-1]
            if used + step > width and not begins and not unicodedata.combining(character):
                if index > start:
                    lines[-1].append(_part(piece, start, index, widths))
                lines.append([])
                start, used = index, 0.0
            used += step
        lines[-1].append(_part(piece, start, len(piece.text), widths))
    return lines


def _part(piece: Piece, start: int, end: int, widths: Widths) -> Piece:
    text = piece.text[start:end]
    return Piece(text, piece.face, sum(widths.of(character, piece.face) for character in text))
