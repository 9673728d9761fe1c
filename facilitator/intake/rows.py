"""From what stands in a file to a person or to the reason why it can't be one."""

import re
import unicodedata

from facilitator.intake.reading import FIELDS, Reason, Row, Skipped
from facilitator.model.member import FIELD_LIMIT

# Signs that can't be seen: left by copying from web pages and phones, they would keep two equal names apart.
_UNSEEN = dict.fromkeys(
    [code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc" and not chr(code).isspace()]
    + [0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)
_FORMULA_TEXT = re.compile(r'="(.*)"', re.DOTALL)  # how a number is kept as text for a spreadsheet: ="0045"
_ADDRESS_IN_BRACKETS = re.compile(r"[^<>]*<([^<>@]+@[^<>@]+)>")  # Åse Aaberg <aase@vesteraa.dk>
_LINK_BEFORE = re.compile(r"(?:mailto|tel):", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r";(?:ext|phone-context)=.*", re.IGNORECASE)  # of an address like tel:+45…;ext=12
_SEVERAL = " ::: "  # between several values in one cell of Google's
_ADDRESS = re.compile(r"[^\s;,]+@[^\s;,]+")


def tidy(text: str) -> str:
    """A value as it is shown and kept: one line, spaces folded, letters composed (macOS writes å as a and a ring)."""
    text = text.strip()
    if text.startswith("=") and (formula := _FORMULA_TEXT.fullmatch(text)):
        text = formula[1]
    if not text.isprintable():
        text = text.translate(_UNSEEN)
    return " ".join(unicodedata.normalize("NFC", text).split())


def row_of(line: int, values: dict[str, str], *, name_is_whole: bool = True) -> Row:
    """The person on a line, from each field's text as written. A name put together from columns is never turned."""
    fields = {field: tidy(value) for field, value in values.items()}
    for field in ("email", "phone"):
        fields[field] = fields.get(field, "").split(_SEVERAL)[0]
    address = _ADDRESS_IN_BRACKETS.fullmatch(fields["email"])
    fields["email"] = _without_link(address[1] if address else fields["email"])
    if fields["email"].count("@") > 1 and (several := _ADDRESS.search(fields["email"])):
        fields["email"] = several[0].strip("<>")
    # A lone mark before a number keeps it text in a spreadsheet, and is not seen there.
    fields["phone"] = _AFTER_NUMBER.sub("", _without_link(fields["phone"].removeprefix("'")))
    name = fields.get("name", "")
    fields["name"] = turned_round(name) if name_is_whole else name
    return Row(line=line, **fields)


def _without_link(value: str) -> str:
    link = _LINK_BEFORE.match(value)
    return value[link.end() :].strip() if link else value


def turned_round(name: str) -> str:
    """The name in the order it is said: "Sørensen, Mette" is Mette Sørensen.

    "Mette Sørensen, skoleleder" is left alone: in a list with capitals no first name begins with a small letter.
    """
    last, comma, first = (part.strip() for part in name.partition(","))
    if not (last and comma and first) or "," in first or (first[0].islower() and not last[0].islower()):
        return name
    return f"{first} {last}"


def sifted(row: Row, *, broken: Reason | None = None) -> Row | Skipped:
    """The row, or why it can't be used. An address must have an @ and nothing more: the mail server knows the rest."""
    values = {field: getattr(row, field) for field in FIELDS}
    if broken:
        return Skipped(line=row.line, reason=broken, row=row)
    if any("\ufffd" in value for value in values.values()):
        return Skipped(line=row.line, reason="unreadable", row=row)
    if not row.name:
        return Skipped(line=row.line, reason="no_name", row=row)
    if row.email and "@" not in row.email:
        return Skipped(line=row.line, reason="email_without_at", row=row)
    for field, value in values.items():
        if len(value) > FIELD_LIMIT:
            facts: dict[str, str | int] = {"field": field, "limit": FIELD_LIMIT}
            return Skipped(line=row.line, reason="value_too_long", row=row, facts=facts)
    return row


def parted(sifted_rows: list[Row | Skipped]) -> tuple[tuple[Row, ...], tuple[Skipped, ...]]:
    """Those that can be used, and those that can't."""
    rows = tuple(row for row in sifted_rows if isinstance(row, Row))
    return rows, tuple(skipped for skipped in sifted_rows if isinstance(skipped, Skipped))
