"""Workbooks written part by part, as the programs do that make them (ECMA-376): what reads them writes none of them."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.utils import get_column_letter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
NO_LINKS: Mapping[str, str] = MappingProxyType({})


class Number(NamedTuple):
    """A number and the format that it is shown in."""

    value: float
    form: str = "General"


class Formula(NamedTuple):
    """A formula and what it came to when the file was saved; nothing where no program has worked it out."""

    text: str
    came_to: str = ""


class Sheet(NamedTuple):
    """A sheet by its rows, and its habits.

    `links` are the addresses behind cells; `formulas` makes every cell one; `formatted_to` is the last row that has
    a format and nothing else, `trailing` how many such cells end each row.
    """

    name: str
    rows: Sequence[Sequence[object]]
    hidden: bool = False
    merged: Sequence[str] = ()
    links: Mapping[str, str] = NO_LINKS
    formulas: bool = False
    formatted_to: int = 0
    trailing: int = 0


def workbook(sheets: Sequence[Sheet], flavour: str = "excel") -> bytes:
    """The file. `flavour`: excel, libreoffice, google, numbers, sdk (prefixed names, inline texts) or openpyxl."""
    return _by_openpyxl(sheets) if flavour == "openpyxl" else packed(_Book(sheets, flavour).parts())


def packed(parts: Mapping[str, str]) -> bytes:
    """The parts in one file."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
    return out.getvalue()


class _Book:
    """One workbook in the making: what its cells share grows while they are written."""

    def __init__(self, sheets: Sequence[Sheet], flavour: str) -> None:
        self.sheets = sheets
        self.flavour = flavour
        self.texts: dict[str, int] = {}
        self.forms: dict[str, int] = {"General": 0}

    def parts(self) -> dict[str, str]:
        pages = {f"worksheets/sheet{number}.xml": self._sheet(sheet) for number, sheet in enumerate(self.sheets, 1)}
        beside = {"styles.xml": self._styles(), "sharedStrings.xml": self._shared()}
        beside = {name: text for name, text in beside.items() if text}
        kinds = dict.fromkeys(pages, "worksheet") | {name: name.removesuffix(".xml") for name in beside}
        links = {
            f"xl/worksheets/_rels/sheet{number}.xml.rels": _relations(
                ("hyperlink", address) for address in sheet.links.values()
            )
            for number, sheet in enumerate(self.sheets, 1)
            if sheet.links
        }
        return {
            "[Content_Types].xml": _types({f"/xl/{name}": kind for name, kind in kinds.items()}),
            "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": self._workbook(),
            "xl/_rels/workbook.xml.rels": _relations((kind, name) for name, kind in kinds.items()),
            **{f"xl/{name}": text for name, text in (pages | beside).items()},
            **links,
        }

    def _workbook(self) -> str:
        sheets = "".join(
            f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" '
            f'state="{"hidden" if sheet.hidden else "visible"}" r:id="rId{number}"/>'
            for number, sheet in enumerate(self.sheets, 1)
        )
        return f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets></workbook>'

    def _sheet(self, sheet: Sheet) -> str:
        rows = [self._row(number, cells, sheet) for number, cells in enumerate(sheet.rows, 1)]
        rows += [f'<row r="{n}" s="0" customFormat="1"/>' for n in range(len(sheet.rows) + 1, sheet.formatted_to + 1)]
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
        links = "".join(f'<hyperlink ref="{cell}" r:id="rId{number}"/>' for number, cell in enumerate(sheet.links, 1))
        text = (
            f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">{self._dimension(sheet)}'
            f"<sheetData>{''.join(rows)}</sheetData>"
            + (f"<mergeCells>{merged}</mergeCells>" if merged else "")
            + (f"<hyperlinks>{links}</hyperlinks>" if links else "")
            + "</worksheet>"
        )
        return _prefixed(text) if self.flavour == "sdk" else text

    def _dimension(self, sheet: Sheet) -> str:
        """What a sheet says of its own size: nothing, or what was left of an empty template."""
        if self.flavour == "sdk":
            return '<dimension ref="A1"/>'
        columns = get_column_letter(max((len(cells) for cells in sheet.rows), default=1) + sheet.trailing)
        last = max(len(sheet.rows), sheet.formatted_to, 1)
        return "" if self.flavour == "google" else f'<dimension ref="A1:{columns}{last}"/>'

    def _row(self, number: int, cells: Sequence[object], sheet: Sheet) -> str:
        written = [
            self._cell(f"{get_column_letter(column)}{number}", value, sheet)
            for column, value in enumerate(cells, 1)
            if value != "" or self.flavour == "sdk"
        ]
        last = len(cells)
        written += [f'<c r="{get_column_letter(last + n)}{number}" s="0"/>' for n in range(1, sheet.trailing + 1)]
        if self.flavour == "sdk":
            return f"<row>{''.join(written)}</row>"
        return f'<row r="{number}">{"".join(written)}</row>' if written else ""

    def _cell(self, place: str, value: object, sheet: Sheet) -> str:
        at = "" if self.flavour == "sdk" else f' r="{place}"'
        if isinstance(value, Number):
            return f'<c{at} s="{self.forms.setdefault(value.form, len(self.forms))}"><v>{value.value!r}</v></c>'
        if isinstance(value, Formula):
            came_to = f"<v>{escape(value.came_to)}</v>" if value.came_to else ""
            return f'<c{at} t="str"><f>{escape(value.text)}</f>{came_to}</c>'
        text = escape(str(value))
        if sheet.formulas:
            return f'<c{at} t="str"><f>VLOOKUP(A1,B:C,2)</f><v>{text}</v></c>'
        if self.flavour == "sdk":
            return f'<c{at} t="inlineStr"><is><t>{text}</t></is></c>'
        return f'<c{at} t="s"><v>{self.texts.setdefault(text, len(self.texts))}</v></c>'

    def _shared(self) -> str:
        texts = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in self.texts)
        return f'<sst xmlns="{MAIN}">{texts}</sst>' if texts else ""

    def _styles(self) -> str:
        own = list(enumerate((form for form in self.forms if form != "General"), 164))
        numbers = "".join(f'<numFmt numFmtId="{number}" formatCode={quoteattr(form)}/>' for number, form in own)
        used = "".join(f'<xf numFmtId="{number}" applyNumberFormat="1"/>' for number in (0, *(n for n, _ in own)))
        return (
            f'<styleSheet xmlns="{MAIN}"><numFmts>{numbers}</numFmts>'
            '<fonts><font><sz val="11"/><name val="Calibri"/></font></fonts>'
            '<fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders>'
            f'<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>{used}</cellXfs></styleSheet>'
        )


def _prefixed(text: str) -> str:
    """The same part with every name behind "x:", as the SDK for reports writes it."""
    return re.sub(r"<(/?)(?=\w)", r"<\1x:", text).replace("xmlns=", "xmlns:x=")


def _relations(links: Iterable[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target={quoteattr(target)}'
        f"{' TargetMode=' + quoteattr('External') if kind == 'hyperlink' else ''}/>"
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _types(kinds: Mapping[str, str]) -> str:
    every = {"/xl/workbook.xml": "sheet.main", **kinds}
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{TYPE}.{kind}+xml"/>' for name, kind in every.items())
        + "</Types>"
    )


def _by_openpyxl(sheets: Sequence[Sheet]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for row in sheet.rows:
            page.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
