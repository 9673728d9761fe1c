"""What a PDF says about itself: title, author, language and date, twice over (Info and XMP), the same in both."""

from datetime import datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFName, PDFObject, PDFStream, PDFString

from facilitator.documents.document import Document

PRODUCER = "Facilitator"
LANGUAGES = {"da": "da-DK", "en": "en-GB"}

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class Info(PDFInfo):
    """The information dictionary, which holds what the document has and nothing else."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.title, self.author, self.subject = (_plain(one) for one in _said(document))

    def format(self, pdf: PDFDocument) -> bytes:
        entries: dict[str, PDFObject] = {"Title": PDFString(self.title), "Producer": PDFString(PRODUCER)}
        if self.author:
            entries["Author"] = PDFString(self.author)
        if self.subject:
            entries["Subject"] = PDFString(self.subject)
        if self.document.made_at:
            entries["CreationDate"] = entries["ModDate"] = PDFString(_pdf_date(self.document.made_at))
        return PDFDictionary(entries).format(pdf)


def xmp(document: Document) -> PDFStream:
    """The metadata stream. It is never compressed, so that tools which know no PDF can read it."""
    title, author, subject = (escape(_plain(one)) for one in _said(document))
    properties = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:language><rdf:Bag><rdf:li>{LANGUAGES[document.language]}</rdf:li></rdf:Bag></dc:language>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
    ]
    if author:
        properties.append(f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>")
    if subject:
        described = f'<rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>'
        properties.append(f"<dc:description>{described}</dc:description>")
    if document.made_at:
        moment = document.made_at.isoformat(timespec="seconds")
        properties += [f"<xmp:{name}>{moment}</xmp:{name}>" for name in ("CreateDate", "ModifyDate")]
    content = _XMP.format(properties="\n".join(properties)).encode()
    return PDFStream(PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), content, [])


def _said(document: Document) -> tuple[str, str, str]:
    return document.title, document.author, document.subject


def _plain(text: str) -> str:
    """Text that any reader of metadata takes: one line, without the controls and halves of characters XML forbids."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _pdf_date(moment: datetime) -> str:
    offset = f"{moment:%z}"
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{offset[:3]}'{offset[3:5]}'" if offset else "")
