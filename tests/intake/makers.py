"""Member files as the programs of the country write them: a record for each, made from its documented habits.

A column is written as "Header={first} {last}": what stands in it of a person, with a constant where the program puts
one. What a program cannot tell (a list without titles, say) is left out of its columns.
"""

import base64
import csv
import io
import quopri
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tests.intake.sheets import Sheet, workbook


class Person(NamedTuple):
    """Somebody in a list, as they are meant."""

    first: str
    last: str
    email: str = ""
    phone: str = ""
    workplace: str = ""
    title: str = ""


PEOPLE = (
    Person("Åse", "Aaberg", "aase@vesteraa.dk", "+45 12 34 56 01", "Østre Skole", "Skoleleder"),
    Person("Jens Ole", "Holm-Østergaard", "jens.ole@vesteraa.dk", "0045 12345602", 'Plejehjemmet "Ro"', "Leder, SFO"),
    Person("Müge", "Çelik", "muge@vesteraa.dk", "12345603", "Børnehuset; afd. Nord", "Pædagogisk leder"),
    Person("Ib", "Juul", "ib@vesteraa.dk", "(12) 34-56 04", "Lundskolen, Vesterå", "Konst. leder"),
    Person("Lone", "Bech"),
    Person("Søren", "Ærø", "soeren@vesteraa.dk", "12 34 56 06", "Søndre Skole", "Viceleder & lærer"),
)


class Maker(NamedTuple):
    """A program: what its files are called, how it writes people, and which fields it can tell."""

    program: str
    file: str
    write: Callable[[Sequence[Person]], bytes]
    tells: frozenset[str]
    facts: Mapping[str, object]  # what the reading says of the file beside the people


def told_by(columns: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{(email|phone|workplace|title)\}", columns))


def parted(columns: str) -> list[tuple[str, str]]:
    """Each column's header and what stands in it."""
    return [(header, value) for header, _, value in (column.partition("=") for column in columns.split("|"))]


def of_csv(
    program: str,
    file: str,
    columns: str,
    *,
    delimiter: str = ";",
    encoding: str = "cp1252",
    quoting: int = csv.QUOTE_MINIMAL,
    line_end: str = "\r\n",
    above: str = "",
    below: str = "",
    blank_after_each: bool = False,
) -> Maker:
    """A program that writes delimited text."""

    def write(people: Sequence[Person]) -> bytes:
        out = io.StringIO()
        out.write(above)
        writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=quoting)  # type: ignore[arg-type]
        writer.writerow(header for header, _ in parted(columns))
        for person in people:
            writer.writerow(value.format(**person._asdict()) for _, value in parted(columns))
            if blank_after_each:
                out.write(delimiter * (columns.count("|")) + line_end + line_end)
        out.write(below)
        return out.getvalue().encode(encoding)

    names = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "utf-16": "UTF-16", "utf-16-le": "UTF-16"}
    facts = {"format": "csv", "delimiter": delimiter, "encoding": names.get(encoding, "UTF-8")}
    return Maker(program, file, write, told_by(columns), facts)


def of_workbook(
    program: str,
    file: str,
    columns: str,
    *,
    flavour: str = "excel",
    sheet: str = "Ark1",
    title: Sequence[Sequence[str]] = (),
    others: Sequence[Sheet] = (),
    **habits: object,
) -> Maker:
    """A program that writes .xlsx. `title` are rows above the headers, `others` sheets before the list."""

    def write(people: Sequence[Person]) -> bytes:
        rows: list[Sequence[object]] = [*title, [header for header, _ in parted(columns)]]
        rows += [[value.format(**person._asdict()) for _, value in parted(columns)] for person in people]
        return workbook([*others, Sheet(sheet, rows, **habits)], flavour)  # type: ignore[arg-type]

    return Maker(program, file, write, told_by(columns), {"format": "workbook", "sheet": sheet, "encoding": None})


def of_cards(
    program: str, file: str, lines: str, *, encoding: str = "utf-8", fold: int = 0, prepare: Callable[[str], str] = str
) -> Maker:
    """A program that writes vCards: its lines, of which those with nothing after the colon are left out."""

    def write(people: Sequence[Person]) -> bytes:
        every: list[str] = []
        for person in people:
            values = {field: prepare(value) for field, value in person._asdict().items()}
            for line in lines.strip().splitlines():
                if "{" not in line or line.format(**values) != re.sub(r"\{\w+\}", "", line):
                    every += folded(line.format(**values), fold)
        return "\r\n".join([*every, ""]).encode(encoding)

    return Maker(program, file, write, told_by(lines), {"format": "vcard"})


def folded(line: str, width: int) -> list[str]:
    """The line in pieces, each after the first behind a space (RFC 2426)."""
    if not width or len(line) <= width:
        return [line]
    return [line[:width], *(f" {line[at : at + width - 1]}" for at in range(width, len(line), width - 1))]


def escaped(value: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", value)


def printable(charset: str) -> Callable[[str], str]:
    """Quoted-printable of a value, in lines that end softly as Outlook and phones break them."""

    def made(value: str) -> str:
        return quopri.encodestring(value.encode(charset), quotetabs=True).decode("ascii").replace("\n", "\r\n")

    return made


PHOTO = base64.b64encode(bytes(range(256)) * 40).decode()
FOLDED_PHOTO = "\n".join(f" {PHOTO[at : at + 74]}" for at in range(0, len(PHOTO), 74))

OUTLOOK_DA = (
    "Titel=|Fornavn={first}|Mellemnavn=|Efternavn={last}|Suffiks=|Firma={workplace}|Afdeling=|Stilling={title}"
    "|Gade (arbejde)=|By (arbejde)=Vesterå|Postnummer (arbejde)=|Arbejdsfax=|Arbejdstelefon={phone}|Arbejdstelefon 2="
    "|Tilbagekald=|Privattelefon=|Mobiltelefon=|Andre oplysninger=|Assistents navn=|Chefs navn=Karen Holm"
    "|E-mail-adresse={email}|E-mail-type=SMTP|E-mail - vist navn={first} {last} ({email})|E-mail 2-adresse="
    "|Fødselsdag=00-00-00|Køn=Ikke angivet|Noter=|Prioritet=Normal|Privat=Falsk|Webside="
)
OUTLOOK_EN = (
    "Title=|First Name={first}|Middle Name=|Last Name={last}|Suffix=|Company={workplace}|Department=|Job Title={title}"
    "|Business Street=|Business City=Vesterå|Business Fax=|Business Phone={phone}|Business Phone 2=|Home Phone="
    "|Mobile Phone=|Pager=|Assistant's Name=|Manager's Name=Karen Holm|E-mail Address={email}|E-mail Type=SMTP"
    "|E-mail Display Name={first} {last}|E-mail 2 Address=|Birthday=0/0/00|Gender=Unspecified|Notes=|Web Page="
)
OUTLOOK_NEW = (
    "First Name={first}|Middle Name=|Last Name={last}|Title=|Suffix=|Nickname=|Given Yomi=|Surname Yomi="
    "|E-mail Address={email}|E-mail 2 Address=|E-mail 3 Address=|Home Phone=|Home Phone 2=|Business Phone={phone}"
    "|Business Phone 2=|Mobile Phone=|Car Phone=|Other Phone=|Primary Phone=|Pager=|Business Fax=|Home Fax="
    "|Other Fax=|Company Main Phone=|Callback=|Radio Phone=|Telex=|TTY/TDD Phone=|IMAddress=|Job Title={title}"
    "|Department=|Company={workplace}|Office Location=|Manager's Name=|Assistant's Name=|Assistant's Phone="
    "|Business Street=|Business City=Vesterå|Business State=|Personal Web Page=|Spouse=|Schools=|Hobby=|Location="
    "|Web Page=|Birthday=|Anniversary=|Notes="
)
OUTLOOK_NEW_DA = (
    "Fornavn={first}|Mellemnavn=|Efternavn={last}|Titel=|Suffiks=|Kaldenavn=|Mailadresse={email}|Mailadresse 2="
    "|Telefon (privat)=|Telefon (arbejde)={phone}|Mobiltelefon=|Stilling={title}|Afdeling=|Firma={workplace}"
    "|Kontorets placering=|Overordnedes navn=Karen Holm|Fødselsdag=|Noter="
)
GOOGLE_OLD = (
    "Name={first} {last}|Given Name={first}|Additional Name=|Family Name={last}|Yomi Name=|Given Name Yomi="
    "|Additional Name Yomi=|Family Name Yomi=|Name Prefix=|Name Suffix=|Initials=|Nickname=|Short Name=|Maiden Name="
    "|Birthday=|Gender=|Location=|Billing Information=|Directory Server=|Mileage=|Occupation=|Hobby=|Sensitivity="
    "|Priority=|Subject=|Notes=|Language=|Photo=|Group Membership=* myContacts|E-mail 1 - Type=* Work"
    "|E-mail 1 - Value={email}|Phone 1 - Type=Work|Phone 1 - Value={phone}|Organization 1 - Type="
    "|Organization 1 - Name={workplace}|Organization 1 - Yomi Name=|Organization 1 - Title={title}"
    "|Organization 1 - Department=|Organization 1 - Symbol="
)
GOOGLE_NEW = (
    "First Name={first}|Middle Name=|Last Name={last}|Phonetic First Name=|Phonetic Middle Name=|Phonetic Last Name="
    "|Name Prefix=|Name Suffix=|Nickname=|File As=|Organization Name={workplace}|Organization Title={title}"
    "|Organization Department=|Birthday=|Notes=|Photo=|Labels=* myContacts|E-mail 1 - Label=* Work"
    "|E-mail 1 - Value={email}|E-mail 2 - Label=|E-mail 2 - Value=|Phone 1 - Label=Work|Phone 1 - Value={phone}"
    "|Address 1 - Country=DK"
)
PLAIN = "Navn={first} {last}|E-mail={email}|Telefon={phone}|Skole={workplace}|Stilling={title}"
SPLIT = "Fornavn={first}|Efternavn={last}|E-mailadresse={email}|Tlf.={phone}|Arbejdsplads={workplace}|Stilling={title}"

CSVS = (
    of_csv("Outlook, classic, Danish", "kontakter.CSV", OUTLOOK_DA, quoting=csv.QUOTE_ALL),
    of_csv("Outlook, classic, English", "contacts.CSV", OUTLOOK_EN, delimiter=",", quoting=csv.QUOTE_ALL),
    of_csv("Outlook, new", "contacts.csv", OUTLOOK_NEW, delimiter=",", encoding="utf-8-sig"),
    of_csv("Outlook, new, Danish", "Kontakter.csv", OUTLOOK_NEW_DA, delimiter=",", encoding="utf-8-sig"),
    of_csv("Google Contacts, older", "google.csv", GOOGLE_OLD, delimiter=",", encoding="utf-16", line_end="\n"),
    of_csv("Google Contacts", "contacts.csv", GOOGLE_NEW, delimiter=",", encoding="utf-8", line_end="\n"),
    of_csv("Excel, CSV", "ledere.csv", SPLIT),
    of_csv("Excel, CSV UTF-8", "ledere.csv", SPLIT, encoding="utf-8-sig"),
    of_csv("Excel, Unicode text", "ledere.txt", SPLIT, delimiter="\t", encoding="utf-16"),
    of_csv("Excel, tabbed text", "ledere.txt", SPLIT, delimiter="\t"),
    of_csv("Excel for Mac, CSV", "ledere.csv", SPLIT, encoding="mac_roman", line_end="\r"),
    of_csv("Excel for Mac, CSV for DOS line ends", "ledere.csv", PLAIN, encoding="mac_roman"),
    of_csv("Excel, English, CSV", "leaders.csv", SPLIT, delimiter=","),
    of_csv("written for Excel, separator named", "liste.csv", PLAIN, above="sep=;\r\n", encoding="utf-8-sig"),
    of_csv("written for Excel, comma named", "liste.csv", PLAIN, delimiter=",", above="sep=,\r\n"),
    of_csv("Numbers", "Ledere.csv", PLAIN, encoding="utf-8", line_end="\n"),
    of_csv("LibreOffice Calc", "ledere.csv", PLAIN, delimiter=",", encoding="utf-8", line_end="\n"),
    of_csv("LibreOffice Calc, all quoted", "ledere.csv", SPLIT, encoding="utf-8", quoting=csv.QUOTE_ALL),
    of_csv("Google Sheets", "Ledernetværk - Ark1.csv", PLAIN, delimiter=",", encoding="utf-8"),
    of_csv("Google Sheets, TSV", "Ledernetværk - Ark1.tsv", PLAIN, delimiter="\t", encoding="utf-8"),
    of_csv(
        "municipal HR, employees",
        "medarbejdere.csv",
        "Medarbejdernr.=00123|CPR-nr.=010190-XXXX|Fornavn={first}|Efternavn={last}|Stillingsbetegnelse={title}"
        "|Org. enhed=4711|Ansættelsessted={workplace}|Ansættelsesdato=01-08-2019|Timetal=37,00|E-mail={email}"
        '|Telefon arbejde=="{phone}"',
        quoting=csv.QUOTE_ALL,
    ),
    of_csv(
        "municipal payroll, names turned round",
        "SD-udtræk.csv",
        "Inst.=A1|Tjenestenr.=10042|Navn={last}, {first}|Stilling={title}|Afd.=12|Institutionsnavn={workplace}"
        "|Telefonnr.={phone}|Mailadresse={email}",
        above="Udtræk over ledere pr. 01-11-2026\r\nVesterå Kommune\r\n\r\n",
        below="\r\nAntal: 6\r\n",
    ),
    of_csv(
        "Aula, employees",
        "Aula-medarbejdere.csv",
        "Navn={first} {last}|UNI-login=abcd1234|Rolle={title}|Institution={workplace}|Mobiltelefon={phone}"
        "|E-mail={email}|Sidst logget på=03-11-2026 12:40",
        encoding="utf-8-sig",
    ),
    of_csv(
        "Active Directory, PowerShell",
        "ledere.csv",
        "GivenName={first}|Surname={last}|DisplayName={first} {last}|mail={email}|telephoneNumber={phone}"
        "|physicalDeliveryOfficeName=|company={workplace}|title={title}|Enabled=True",
        delimiter=",",
        encoding="utf-8",
        quoting=csv.QUOTE_ALL,
        above="#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\r\n",
    ),
    of_csv(
        "Microsoft 365, users",
        "users.csv",
        "Display name={first} {last}|First name={first}|Last name={last}|User principal name=x@vesteraa.onmicrosoft.com"
        "|Phone number={phone}|Office={workplace}|Title={title}|Primary email={email}|Usage location=DK",
        delimiter=",",
        encoding="utf-8-sig",
    ),
    of_csv(
        "Thunderbird",
        "Adressebog.csv",
        "Fornavn={first}|Efternavn={last}|Vist navn={first} {last}|Kaldenavn=|Primær e-mail={email}|Sekundær e-mail="
        "|Skærmnavn=|Arbejdstelefon={phone}|Privattelefon=|Faxnummer=|Mobiltelefon=|Stilling={title}|Afdeling="
        "|Organisation={workplace}|Webside 1=|Fødselsår=|Noter=",
        delimiter=",",
        encoding="utf-8",
        line_end="\n",
    ),
    of_csv(
        "LinkedIn",
        "Connections.csv",
        "First Name={first}|Last Name={last}|URL=https://example.org/in/x|Email Address={email}|Company={workplace}"
        "|Position={title}|Connected On=03 Nov 2026",
        delimiter=",",
        encoding="utf-8",
        line_end="\n",
        above='Notes:\n"When exporting your connection data, you may notice that some addresses are missing, etc."\n\n',
    ),
    of_csv(
        "newsletter program",
        "audience.csv",
        "Email Address={email}|First Name={first}|Last Name={last}|Tags=ledere",
        delimiter=",",
        encoding="utf-8",
        line_end="\n",
    ),
    of_csv(
        "typed by a secretary",
        "Ledere 2026.csv",
        "Leder=  {first}   {last} |Skole={workplace}|Mail= {email} |Tlf={phone}",
        blank_after_each=True,
    ),
    of_csv(
        "database, blank lines first",
        "udtræk.txt",
        "navn={first} {last}|email={email}|telefon={phone}",
        above="\r\n\r\n",
    ),
)

WORKBOOKS = (
    of_workbook("Excel", "ledere.xlsx", SPLIT),
    of_workbook("Excel, formatted down the sheet", "ledere.xlsx", SPLIT, formatted_to=1_048_576),
    of_workbook(
        "Excel, title above",
        "ledere.xlsx",
        PLAIN,
        title=[["Ledernetværk 2026"], [], ["Rettet af", "Karen"]],
        merged=("A1:E1",),
    ),
    of_workbook(
        "Excel, a first sheet that is no list",
        "ledere.xlsx",
        SPLIT,
        sheet="Medlemmer",
        others=[Sheet("Vejledning", [["Sådan bruges arket"], ["Ret kun i de gule felter"]])],
    ),
    of_workbook(
        "Excel, a hidden list",
        "ledere.xlsx",
        SPLIT,
        sheet="I år",
        others=[Sheet("Sidste år", [["Navn", "E-mail"], ["Gammel Leder", "gammel@vesteraa.dk"]], hidden=True)],
    ),
    of_workbook("Excel, formulas", "ledere.xlsx", PLAIN, formulas=True),
    of_workbook("Excel, macros", "ledere.xlsm", PLAIN),
    of_workbook(
        "Microsoft Forms",
        "Tilmelding(1-6).xlsx",
        "ID=1|Starttidspunkt=46329.4|Fuldførelsestidspunkt=46329.5|Mail=anonymous|Navn2={first} {last}"
        "|Hvad er din mailadresse?={email}|Hvilken institution leder du?={workplace}|Telefonnummer={phone}",
        sheet="Sheet1",
    ),
    of_workbook("LibreOffice Calc, Excel format", "ledere.xlsx", SPLIT, flavour="libreoffice", trailing=3),
    of_workbook("Google Sheets, Excel format", "Ledernetværk.xlsx", PLAIN, flavour="google"),
    of_workbook(
        "Numbers, Excel format",
        "Ledere.xlsx",
        PLAIN,
        flavour="numbers",
        sheet="Ark 1 - Tabel 1",
        others=[
            Sheet(
                "Eksportresume",
                [
                    ["Dette dokument blev eksporteret fra Numbers."],
                    [],
                    ["Numbers-arknavn", "Numbers-tabelnavn", "Excel-arbejdsarknavn"],
                ],
            )
        ],
    ),
    of_workbook("report server", "Ledere.xlsx", SPLIT, flavour="sdk", sheet="Sheet1"),
    of_workbook("pandas", "ledere.xlsx", "=0|" + SPLIT, flavour="openpyxl"),
)

CARDS = (
    of_cards(
        "Apple Contacts",
        "Alle.vcf",
        """
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 15.1//EN
N:{last};{first};;;
FN:{first} {last}
ORG:{workplace};
TITLE:{title}
item1.EMAIL;type=INTERNET;type=pref:{email}
item1.X-ABLabel:_$!<Work>!$_
TEL;type=WORK;type=VOICE;type=pref:{phone}
PHOTO;ENCODING=b;TYPE=JPEG:"""
        + PHOTO[:40]
        + """
X-ABUID:5AD380FD\\:ABPerson
END:VCARD
""",
        fold=75,
        prepare=escaped,
    ),
    of_cards(
        "Google Contacts, cards",
        "contacts.vcf",
        """
BEGIN:VCARD
VERSION:3.0
FN:{first} {last}
N:{last};{first};;;
EMAIL;TYPE=INTERNET;TYPE=WORK:{email}
TEL;TYPE=WORK:{phone}
ORG:{workplace}
TITLE:{title}
PHOTO:https://example.org/photo.jpg
CATEGORIES:myContacts
END:VCARD
""",
        prepare=escaped,
    ),
    of_cards(
        "Outlook, classic",
        "kontakt.vcf",
        """
BEGIN:VCARD
VERSION:2.1
X-MS-SIGNATURE:YES
N;LANGUAGE=da;CHARSET=Windows-1252:{last};{first}
FN;CHARSET=Windows-1252:{first} {last}
TITLE;CHARSET=Windows-1252:{title}
TEL;WORK;VOICE:{phone}
X-MS-OL-DEFAULT-POSTAL-ADDRESS:0
EMAIL;PREF;INTERNET:{email}
X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:
"""
        + FOLDED_PHOTO
        + """

REV:20261103T114000Z
END:VCARD
""",
        encoding="cp1252",
    ),
    of_cards(
        "older phone, quoted-printable",
        "backup.vcf",
        """
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{last};{first};;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{first}=20{last}
TEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:{phone}
EMAIL;WORK;ENCODING=QUOTED-PRINTABLE:{email}
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{workplace}
TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{title}
PHOTO;ENCODING=BASE64;JPEG:"""
        + PHOTO
        + """

END:VCARD
""",
        prepare=lambda value: printable("utf-8")(value).replace(";", "=5C=3B"),
        encoding="ascii",
    ),
    of_cards(
        "older phone, Latin letters",
        "kontakter.vcf",
        """
BEGIN:VCARD
VERSION:2.1
N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:{last};{first}
TEL;CELL;ENCODING=QUOTED-PRINTABLE:{phone}
EMAIL;INTERNET;ENCODING=QUOTED-PRINTABLE:{email}
END:VCARD
""",
        prepare=printable("iso-8859-1"),
        encoding="ascii",
    ),
    of_cards(
        "Nextcloud",
        "Kontakter.vcf",
        """
BEGIN:VCARD
VERSION:4.0
PRODID:-//Sabre//Sabre VObject 4.5//EN
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
FN:{first} {last}
N:{last};{first};;;
EMAIL;TYPE=work;PREF=1:mailto:{email}
TEL;VALUE=uri;TYPE="voice,work":tel:{phone}
ORG:{workplace}
TITLE:{title}
PHOTO:data:image/jpeg;base64,"""
        + PHOTO
        + """
END:VCARD
""",
        fold=75,
        prepare=escaped,
    ),
    of_cards(
        "Thunderbird, cards",
        "Adressebog.vcf",
        """
BEGIN:VCARD
VERSION:4.0
FN:{first} {last}
EMAIL;PREF=1:{email}
N:{last};{first};;;
TEL;TYPE=work;VALUE=TEXT:{phone}
TITLE:{title}
ORG:{workplace}
UID:0c2c6a0e-9f2b-4f0a-b2a9-0d5c0c0f2f4e
END:VCARD
""",
        prepare=escaped,
    ),
    of_cards(
        "Outlook on the web",
        "kontakter.vcf",
        """
begin:vcard
version:3.0
n:{last};{first};;;
fn:{first} {last}
org:{workplace}
title:{title}
email;type=work:{email}
tel;type=work:{phone}
tel;type=fax:12 34 56 99
end:vcard
""",
        encoding="utf-8-sig",
        prepare=escaped,
    ),
)

MAKERS = (*CSVS, *WORKBOOKS, *CARDS)
