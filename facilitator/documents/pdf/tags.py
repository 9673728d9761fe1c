"""The tags of a PDF: what each stretch of a page is, for those who have it read aloud.

While a document is laid out, a `Structure` grows with one `Element` for each heading, paragraph, cell and so on, in
reading order. While its pages are drawn, each stretch of drawing is marked as belonging to an element (`Marks`). At the
end both become the objects that ISO 32000 calls the structure tree and the parent tree.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

# Reportlab's types don't know its document's catalog and references, which is where tags hang.
PDF = Any

Box = tuple[float, float, float, float]


class Element(msgspec.Struct, frozen=True):
    """A part of the document. `number` is its place in the reading order; `inside` is its parent's number."""

    number: int
    tag: str
    inside: int
    scope: str = ""  # of a table's head cell: Row or Column
    numbering: str = ""  # of a list: Decimal or Disc
    alt: str = ""


NOTHING = Element(-1, "", -1)  # of page furniture, which is read by no one


class Structure:
    """The elements in reading order; the first is the document."""

    def __init__(self) -> None:
        self.elements = [Element(0, "Document", -1)]

    @property
    def root(self) -> Element:
        return self.elements[0]

    def add(self, tag: str, inside: Element, *, scope: str = "", numbering: str = "", alt: str = "") -> Element:
        """A new element, last in the reading order."""
        element = Element(len(self.elements), tag, inside.number, scope, numbering, alt)
        self.elements.append(element)
        return element


class Marks:
    """Which stretches of which pages belong to which element."""

    def __init__(self) -> None:
        self.pages: list[list[int]] = []  # for each page, the number of the element that each of its marks belongs to
        self.of: dict[int, list[tuple[int, int]]] = {}  # for each element, the page and mark of its stretches
        self.boxes: dict[int, Box] = {}  # for a figure, where on its page it lies

    def new_page(self) -> None:
        self.pages.append([])

    def mark(self, element: Element) -> int:
        """A new stretch of the page being drawn; gives its mark."""
        page = self.pages[-1]
        page.append(element.number)
        self.of.setdefault(element.number, []).append((len(self.pages) - 1, len(page) - 1))
        return len(page) - 1


class _Object(PDFDictionary):
    """A dictionary that stands by itself in the file, so that others can point at it."""

    __RefOnly__ = 1


class _Array(PDFArray):
    """An array that stands by itself in the file."""

    __RefOnly__ = 1


def hang(structure: Structure, marks: Marks, pdf: PDF, pages: Sequence[PDFObject]) -> None:
    """Hangs the structure tree on the catalog of a document whose pages are drawn."""
    root = _Object({"Type": PDFName("StructTreeRoot")})
    objects = [_Object({"Type": PDFName("StructElem"), "S": PDFName(one.tag)}) for one in structure.elements]
    children: list[list[object]] = [[] for _ in objects]
    for element, dictionary in zip(structure.elements, objects, strict=True):
        dictionary["P"] = pdf.Reference(root if element.inside < 0 else objects[element.inside])
        if element.inside >= 0:
            children[element.inside].append(pdf.Reference(dictionary))
        children[element.number].extend(_stretches(element, marks, dictionary, pdf, pages))
        _describe(element, marks, dictionary)
    for dictionary, kids in zip(objects, children, strict=True):
        if kids:
            dictionary["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)

    numbers: list[object] = []
    for index, page in enumerate(marks.pages):
        parents = _Array([pdf.Reference(objects[number]) for number in page])
        numbers += [index, pdf.Reference(parents)]
    root["K"] = pdf.Reference(objects[0])
    root["ParentTree"] = pdf.Reference(_Object({"Nums": PDFArray(numbers)}))
    root["ParentTreeNextKey"] = len(marks.pages)
    pdf.Catalog.StructTreeRoot = root
    pdf.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _stretches(
    element: Element, marks: Marks, dictionary: PDFDictionary, pdf: PDF, pages: Sequence[PDFObject]
) -> list[object]:
    """The element's stretches as its children: bare marks on its own page, and references to other pages."""
    stretches = marks.of.get(element.number, [])
    if not stretches:
        return []
    home = stretches[0][0]
    dictionary["Pg"] = pdf.Reference(pages[home])
    return [
        mark
        if page == home
        else PDFDictionary({"Type": PDFName("MCR"), "Pg": pdf.Reference(pages[page]), "MCID": mark})
        for page, mark in stretches
    ]


def _describe(element: Element, marks: Marks, dictionary: PDFDictionary) -> None:
    if element.alt:
        dictionary["Alt"] = PDFString(element.alt)
    if element.scope:
        dictionary["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
    if element.numbering:
        dictionary["A"] = PDFDictionary({"O": PDFName("List"), "ListNumbering": PDFName(element.numbering)})
    if element.number in marks.boxes:
        box = PDFArray(list(marks.boxes[element.number]))
        dictionary["A"] = PDFDictionary({"O": PDFName("Layout"), "BBox": box, "Placement": PDFName("Block")})
