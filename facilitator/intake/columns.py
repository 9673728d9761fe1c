"""What stands in which column: by the headers that Danish and English programs write, else by how the cells look."""

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from facilitator.intake.reading import Columns
from facilitator.intake.records import SAMPLE, TITLE_LINES, Record, is_plain_email, plain

# A part of a person and the headers for it, `plain`, the likeliest first: where two are in a file, the first that holds
# anything is taken. Outlook's "Titel"/"Title" is a form of address, its "Stilling"/"Job Title" what we call a title.
_HEADERS = {
    "name": (
        "navn fuldenavn fuldtnavn heltnavn navnfuldt navnogefternavn fornavnogefternavn forogefternavn "
        "fornavnefternavn efternavnfornavn navnefternavnfornavn navnfornavnefternavn vistnavn visningsnavn name "
        "fullname displayname firstandlastname lastnamefirstname namelastfirst medlem medlemmer medlemsnavn "
        "medlemmetsnavn member membername deltager deltagere deltagernavn participant attendee leder ledernavn "
        "ledersnavn lederensnavn leader kontakt kontaktperson kontaktnavn contact contactname person personnavn "
        "arkiveresom arkiversom fileas"
    ),
    "first": "fornavn fornavne givennavn first firstname givenname forename",
    "middle": "mellemnavn mellemnavne middlename additionalname",
    "last": "efternavn efternavne slægtsnavn last lastname familyname surname",
    "email": (
        "email mail emailadresse mailadresse epost epostadresse emailværdi emailarbejde mailarbejde arbejdsmail "
        "arbejdsemail emailarb primæremail primæremailadresse emailaddress mailaddress emailvalue primaryemail "
        "workemail emailwork businessemail adressepåemail emailadressearbejde smtpadresse smtpaddress "
        "email2adresse email2værdi email2address email2value email2 mail2 secondaryemail privatmail privatemail "
        "emailprivat homeemail personalemail emailhome"
    ),
    "phone": (
        "telefon tlf telefonnummer tlfnummer telefonnr tlfnr telf telefonværdi phone phonenumber telephone tel "
        "telephonenumber phonevalue tlfarbejde telefonarbejde telefonnummerarbejde arbejdstelefon arbejdstlf "
        "telefonarb tlfarb direktetelefon direktetlf direktenummer firmatelefon businessphone workphone phonework "
        "officephone primærtelefon "
        "primaryphone mobil mobiltelefon mobiltlf mobilnummer mobilnr mobilnrarbejde mobilarbejde arbejdsmobil "
        "tlfmobil telefonmobil mobile mobilephone mobilenumber cell cellphone phonemobile arbejdstelefon2 "
        "businessphone2 telefon2 tlf2 phone2value firmahovednummer hovednummer companymainphone privattelefon "
        "privattlf tlfprivat telefonprivat telefonhjem hjemmetelefon homephone phonehome andentelefon otherphone"
    ),
    "workplace": (
        "arbejdsplads arbejdssted ansættelsessted tjenestested institution institutionsnavn institutionensnavn "
        "skole skolenavn skolensnavn dagtilbud dagtilbudsnavn børnehus plejehjem plejecenter workplace placeofwork "
        "school institutionname virksomhed virksomhedsnavn firma firmanavn selskab organisation organisationsnavn "
        "organisationnavn company companyname organization organizationname organisationname employer arbejdsgiver "
        "enhed enhedsnavn afdeling afdelingsnavn department organizationdepartment kommune municipality kontor office "
        "officelocation physicaldeliveryofficename"
    ),
    "title": (
        "stilling stillingsbetegnelse jobtitel jobtitle position organizationtitle organisationtitel "
        "organisationtitle titel title funktion rolle role occupation job"
    ),
}
_RANKS = {header: (part, rank) for part, headers in _HEADERS.items() for rank, header in enumerate(headers.split())}
KNOWN_HEADERS = frozenset(_RANKS)

# A header that isn't known word for word, by a word in it, in this order: "Skolens navn (officielt)" is a workplace.
_WORDS = {
    "email": r"e-?mail\w*|mail\w*",
    "phone": r"telefon\w*|tlf\w*|mobil\w*|phone",
    "workplace": r"skole\w*|institution\w*|arbejds(?:plads|sted)\w*|virksomhed\w*|firma\w*|organi[sz]ation\w*|company",
    "first": r"fornavn\w*|first|given",
    "last": r"efternavn\w*|surname|family|last",
    "title": r"stilling\w*|titel|job",
    "name": r"\w*navn|name|leder",
}
_OTHER_MATTERS = re.compile(
    r"\b(type|label|etiket|vist|display|fax|telefax|adresse|gade|vej|by|postnr\w*|barn\w*|bruger\w*|user\w*|id|nr|kode"
    r"|dato|kl|yomi|phonetic|prefix|suffix|nick\w*|kalde\w*|fil\w*|file)\b",
    re.IGNORECASE,
)
_PHONE_LIKE = re.compile(r"\+?[\d\s().\-/]{6,}")
_MOST = 0.5  # the share of filled cells that tells what a column is


def header_among(sheet: Sequence[Record]) -> int | None:
    """Where the header record stands among the first ones: the one with most known headers; None for nowhere."""
    for parts_of in (_known_parts, _parts_by_words):
        found = [
            0 if any("@" in cell for cell in record.cells) else _telling(parts_of(record.cells))
            for record in sheet[:TITLE_LINES]
        ]
        if any(found):
            return found.index(max(found))
    return None


def columns_of(headers: Sequence[str], sheet: Sequence[Record]) -> Columns:
    """What goes where, from the headers (none of them need say anything) and the records under them."""
    sample = [record.cells for record in sheet[:SAMPLE]]
    found = {part: _fullest(part, columns, sheet) for part, columns in _known_parts(headers).items()}
    taken = {column for columns in _known_parts(headers).values() for column in columns}
    for part, columns in _parts_by_words(headers).items():
        free = [column for column in columns if column not in taken]
        known = [found[part]] if part in found else []
        if free and not any(_holds(part, column, sheet) for column in known):
            found[part] = _fullest(part, [*free, *known], sheet)
            taken.add(found[part])
    name = _name_columns(found, sample)
    if name and "email" in found:
        return _columns(name, found)
    free = [column for column in range(_width(headers, sample)) if column not in taken]
    return _completed(name, found, free, sample, any(headers))


def _completed(
    name: tuple[int, ...], found: dict[str, int], free: list[int], sample: list[list[str]], has_headers: bool
) -> Columns:
    """What goes where, with what no header told taken from how the cells look."""
    if "email" not in found:
        emails = [column for column in free if _share(column, sample, is_plain_email) >= _MOST]
        if emails:
            found = {**found, "email": emails[0]}
    if not has_headers and "email" not in found:
        return Columns()  # nothing to hold on to: better to say so than to guess
    if not has_headers:
        phones = [column for column in free if _share(column, sample, _is_phone_like) >= _MOST]
        if phones:
            found = {**found, "phone": phones[0]}
    wordy = [column for column in free if column not in found.values() and _share(column, sample, _is_wordy) >= _MOST]
    if not name and wordy:
        name, wordy = _name_by_content(wordy, sample)
    if not has_headers and wordy:
        found = {**found, "workplace": wordy[0]}
    return _columns(name, found)


def _name_by_content(wordy: list[int], sample: list[list[str]]) -> tuple[tuple[int, ...], list[int]]:
    """The columns of the name, and those that are left: one with two words in it, or two of one word side by side."""
    first, *rest = wordy
    side_by_side = rest[:1] == [first + 1]
    if side_by_side and all(_share(column, sample, _is_one_word) >= _MOST for column in (first, first + 1)):
        return (first, first + 1), rest[1:]
    return (first,), rest


def _columns(name: tuple[int, ...], found: dict[str, int]) -> Columns:
    single = {part: (found[part],) for part in ("email", "phone", "workplace", "title") if part in found}
    return msgspec.structs.replace(Columns(name=name), **single)


def _name_columns(found: dict[str, int], sample: list[list[str]]) -> tuple[int, ...]:
    """First, middle and last name where they stand apart, else the one column of the whole name.

    "Navn" beside "Efternavn" is a first name, unless it already ends with the last name.
    """
    whole, first, middle, last = (found.get(part) for part in ("name", "first", "middle", "last"))
    if first is not None and last is not None and (_fills(first, sample) or whole is None):
        between = (middle,) if middle is not None and _fills(middle, sample) else ()
        return (first, *between, last)
    if whole is not None and last is not None and first is None:
        pairs = [(_cell(cells, whole).casefold(), _cell(cells, last).casefold()) for cells in sample]
        both = [pair for pair in pairs if all(pair)]
        whole_already = sum(last_name in name for name, last_name in both) > len(both) / 2
        return (whole,) if whole_already or not both else (whole, last)
    return tuple(column for column in (whole, first, last) if column is not None)[:1]


def _known_parts(headers: Iterable[str]) -> dict[str, list[int]]:
    """The columns of each part whose headers are known word for word, the likeliest first."""
    ranked = sorted(
        (*_RANKS[plain(header)], column) for column, header in enumerate(headers) if plain(header) in _RANKS
    )
    parts: dict[str, list[int]] = {}
    for part, _, column in ranked:
        parts.setdefault(part, []).append(column)
    return parts


def _parts_by_words(headers: Iterable[str]) -> dict[str, list[int]]:
    """The columns of each part by a word in the header, from left to right."""
    parts: dict[str, list[int]] = {}
    for column, header in enumerate(headers):
        if not _OTHER_MATTERS.search(header):
            part = next(
                (part for part, words in _WORDS.items() if re.search(rf"\b(?:{words})\d*\b", header, re.I)), None
            )
            if part:
                parts.setdefault(part, []).append(column)
    return parts


def _telling(parts: dict[str, list[int]]) -> int:
    """How much of a header line it is: nothing without a name or an e-mail among it."""
    return len(parts) if parts.keys() & {"name", "first", "last", "email"} else 0


def _fullest(part: str, columns: Sequence[int], sheet: Sequence[Record]) -> int:
    """The likeliest column that holds anything: a mail program writes out every phone it could have known."""
    return next((column for column in columns if len(columns) > 1 and _holds(part, column, sheet)), columns[0])


def _holds(part: str, column: int, sheet: Iterable[Record]) -> bool:
    """Whether there is anything in a column; among addresses "anonymous" is nothing."""
    sign = "@" if part == "email" else ""
    return any(sign in cell for record in sheet if (cell := _cell(record.cells, column)))


def _width(headers: Sequence[str], sample: Iterable[Sequence[str]]) -> int:
    return max(len(headers), *(len(cells) for cells in sample), 0)


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""


def _fills(column: int, sample: Iterable[Sequence[str]]) -> bool:
    return any(_cell(cells, column) for cells in sample)


def _share(column: int, sample: Iterable[Sequence[str]], looks_right: Callable[[str], bool]) -> float:
    """Which share of the filled cells of a column look right; nothing for an empty one."""
    filled = [cell for cells in sample if (cell := _cell(cells, column))]
    return sum(map(looks_right, filled)) / len(filled) if filled else 0


def _is_phone_like(cell: str) -> bool:
    return _PHONE_LIKE.fullmatch(cell) is not None


def _is_wordy(cell: str) -> bool:
    return any(sign.isalpha() for sign in cell) and not any(sign.isdigit() or sign == "@" for sign in cell)


def _is_one_word(cell: str) -> bool:
    return len(cell.split()) == 1
