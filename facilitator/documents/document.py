"""The document tree: what a paper says and how it is built up, with no word about how it is drawn.

Every document of the product is first made as such a tree by a pure function, then written by a writer that
knows one format. A writer decides fonts, colours and page breaks; the tree only says what things are.
"""

from datetime import datetime
from typing import Literal

import msgspec

from facilitator.documents.charts import Drawing


class Span(msgspec.Struct, frozen=True):
    """A stretch of text of one kind. A line feed in it begins a new line."""

    text: str
    strong: bool = False
    quiet: bool = False


class Text(msgspec.Struct, frozen=True):
    """A paragraph. `small` is for what stands above a title or under a figure."""

    spans: tuple[Span, ...]
    small: bool = False

    @property
    def plain(self) -> str:
        """What it says, without any of its looks."""
        return "".join(span.text for span in self.spans)


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 is the paper's title and stands once."""

    level: Literal[1, 2, 3]
    text: str


class Item(msgspec.Struct, frozen=True):
    """One entry of a list: one paragraph or several."""

    paragraphs: tuple[Text, ...]


class List(msgspec.Struct, frozen=True):
    """Entries that belong together. Numbered ones count from `first`."""

    items: tuple[Item, ...]
    kind: Literal["numbered", "bullet", "dash"] = "dash"
    first: int = 1


class Fact(msgspec.Struct, frozen=True):
    """A label and what stands beside it."""

    label: str
    value: Text


class Facts(msgspec.Struct, frozen=True):
    """Facts under each other: one label column, wide enough for the longest label, and one of values."""

    facts: tuple[Fact, ...]


class Column(msgspec.Struct, frozen=True):
    """A column of a table. `share` is its part of the width, against the sum of all shares."""

    title: str
    share: float = 1.0
    align: Literal["left", "right"] = "left"


class Table(msgspec.Struct, frozen=True):
    """Rows under column heads, which are repeated at the top of every page that the table reaches.

    A row that is shorter than the columns has empty cells last; what a row has beyond them is refused.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.columns or any(len(row) > len(self.columns) for row in self.rows):
            raise ValueError("a row has more cells than the table has columns")


class Callout(msgspec.Struct, frozen=True):
    """What a reader must not miss: a heading (of level 2) and paragraphs beside a bar."""

    heading: str
    paragraphs: tuple[Text, ...]


class Photograph(msgspec.Struct, frozen=True):
    """A JPEG as it is kept, shown in this size (points). One that is too large is scaled down."""

    jpeg: bytes
    width: float
    height: float


class Figure(msgspec.Struct, frozen=True):
    """A drawing or a photo, with the words for those who can't see it (never empty) and a caption for all."""

    drawing: Drawing | Photograph
    alt: str
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure needs its words")


class Rule(msgspec.Struct, frozen=True):
    """A thin line across the page."""


class PageBreak(msgspec.Struct, frozen=True):
    """What follows begins on a new page."""


class Keep(msgspec.Struct, frozen=True):
    """Blocks that stay on one page where a page can hold them."""

    blocks: tuple["Block", ...]


Block = Heading | Text | List | Facts | Table | Callout | Figure | Rule | PageBreak | Keep


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole paper. The same document always gives the same bytes, so its date comes from here alone."""

    title: str  # for the reader's window and for search; what is seen on the page is a Heading
    language: Literal["da", "en"]
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    footer: str = ""
    page_of: str = "{page} / {pages}"  # in the document's language, "Side {page} af {pages}"
    made_at: datetime | None = None  # with its zone; None leaves dates out of the file
    landscape: bool = False
    large: bool = False  # to be read standing, with the paper on a table
    writing_margin: bool = False  # a wide left margin, for times and words written by hand


def paragraph(*parts: str | Span, small: bool = False) -> Text:
    """A paragraph of words and spans, as in `paragraph(strong("Beslutning:"), " Vi mødes igen.")`."""
    return Text(tuple(Span(part) if isinstance(part, str) else part for part in parts), small)


def strong(words: str) -> Span:
    """Words that carry the most."""
    return Span(words, strong=True)


def quiet(words: str) -> Span:
    """Words that stand back."""
    return Span(words, quiet=True)


def item(*paragraphs: str | Text) -> Item:
    """An entry of a list."""
    return Item(tuple(paragraph(one) if isinstance(one, str) else one for one in paragraphs))
