"""Tagged minutes beside a plain build of the same text, and beside two other makers of accessible PDF."""

import importlib.util
import io
from collections.abc import Callable
from itertools import count
from pathlib import Path

from benchmarks.figure import Figure, alternating, milliseconds
from facilitator.documents.document import Column, Document, Heading, Table, paragraph
from facilitator.documents.pdf.write import write

ROUNDS = 15
GOAL_PLAIN = 1.5
WORDS = (
    "Netværket arbejder videre med temaet på næste møde og ser på, hvilke opgaver der kan stoppes, kortes eller deles. "
    "Ledelsen spørger skolechefen om tid til netværket i det kommende skoleår, og Jonas er vært næste gang."
)
POINTS, ROWS = 20, 28


def said(about: str) -> tuple[str, str]:
    """A long and a short paragraph that are about nothing else."""
    return f"Om {about}: {WORDS}", f"Om {about}: {WORDS[:110]}"


def agreed(about: str) -> str:
    """What is agreed in one row of the table."""
    return f"Om {about}: {WORDS[:70]}"


def minutes_of_four_pages(points: int = POINTS, rows: int = ROWS, meeting: int = 4) -> Document:
    """Headings, paragraphs and a table, four pages of them; each meeting's words are its own."""
    blocks: list[object] = [Heading(1, f"Referat, møde {meeting}")]
    for number in range(1, points + 1):
        long, short = said(f"{meeting}.{number}")
        blocks += [Heading(2, f"Punkt {number}"), paragraph(long), paragraph(short)]
    cells = tuple(
        (paragraph(f"Leder {row}"), paragraph(agreed(f"{meeting}.{row}")), paragraph("18.12.2026"))
        for row in range(rows)
    )
    blocks += [Heading(2, "Aftaler"), Table(columns=_columns(), rows=cells)]
    return Document(title=f"Referat, møde {meeting}", language="da", blocks=tuple(blocks))  # type: ignore[arg-type]


def _columns() -> tuple[Column, ...]:
    return (Column("Hvem", 2), Column("Hvad", 5), Column("Inden", 2))


def plain(points: int = POINTS, rows: int = ROWS, meeting: int = 4) -> bytes:
    """The same text by reportlab's own layout, untagged, in the same fonts and sizes."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.platypus import Paragraph, SimpleDocTemplate
    from reportlab.platypus import Table as Grid

    from facilitator.documents.pdf.fonts import FILES, make_ready

    make_ready()
    regular, bold = FILES
    body = ParagraphStyle("body", fontName=regular, fontSize=10, leading=14.5, spaceAfter=4)
    head = ParagraphStyle("head", fontName=bold, fontSize=13, leading=18, spaceBefore=8)
    story = [Paragraph(f"Referat, møde {meeting}", ParagraphStyle("title", fontName=bold, fontSize=22, leading=28))]
    for number in range(1, points + 1):
        long, short = said(f"{meeting}.{number}")
        story += [Paragraph(f"Punkt {number}", head), Paragraph(long, body), Paragraph(short, body)]
    grid = [[Paragraph(text, body) for text in ("Hvem", "Hvad", "Inden")]]
    grid += [
        [Paragraph(text, body) for text in (f"Leder {row}", agreed(f"{meeting}.{row}"), "18.12.2026")]
        for row in range(rows)
    ]
    story += [Paragraph("Aftaler", head), Grid(grid, colWidths=[38 * mm, 95 * mm, 35 * mm], repeatRows=1)]  # type: ignore[list-item]
    to = io.BytesIO()
    SimpleDocTemplate(to, pagesize=A4, leftMargin=22 * mm, rightMargin=20 * mm, invariant=1).build(story)
    return to.getvalue()


def markup(points: int, rows: int, meeting: int) -> str:
    """The same as HTML, for WeasyPrint."""
    parts = [
        f"<h2>Punkt {number}</h2>" + "".join(f"<p>{words}</p>" for words in said(f"{meeting}.{number}"))
        for number in range(1, points + 1)
    ]
    cells = "".join(
        f"<tr><td>Leder {row}</td><td>{agreed(f'{meeting}.{row}')}</td><td>18.12.2026</td></tr>" for row in range(rows)
    )
    head = "<tr><th>Hvem</th><th>Hvad</th><th>Inden</th></tr>"
    return (
        f"<!doctype html><html lang='da'><head><title>Referat, møde {meeting}</title></head><body>"
        f"<h1>Referat, møde {meeting}</h1>"
        f"{''.join(parts)}<h2>Aftaler</h2><table><thead>{head}</thead><tbody>{cells}</tbody></table></body></html>"
    )


def typesetting(points: int, rows: int, meeting: int) -> str:
    """The same as Typst's own markup."""
    parts = "\n".join(
        f"== Punkt {number}\n" + "\n\n".join(said(f"{meeting}.{number}")) + "\n" for number in range(1, points + 1)
    )
    cells = ", ".join(f"[Leder {row}], [{agreed(f'{meeting}.{row}')}], [18.12.2026]" for row in range(rows))
    return (
        f'#set document(title: "Referat, møde {meeting}")\n#set text(lang: "da", size: 10pt)\n'
        f"= Referat, møde {meeting}\n"
        f"{parts}\n== Aftaler\n#table(columns: (2fr, 5fr, 2fr), table.header([Hvem], [Hvad], [Inden]), {cells})\n"
    )


def run(folder: Path, scale: float = 1.0) -> tuple[Figure, ...]:
    """The makers in turn. Those of the benchmark's own lock are left out where they aren't installed."""
    points, rows = (POINTS, ROWS) if scale == 1 else (2, 2)
    rounds = ROUNDS if scale == 1 else 1
    # Each round is another meeting, as each export is: Typst keeps in mind what it has set, and sets the same text
    # again in half the time.
    makers: dict[str, Callable[[int], object]] = {
        "plain": lambda meeting: plain(points, rows, meeting),
        "tagged": lambda meeting: write(minutes_of_four_pages(points, rows, meeting)),
    }
    if scale == 1 and importlib.util.find_spec("typst"):
        makers["Typst ua-1"] = lambda meeting: _typst(folder, typesetting(points, rows, meeting))
    if scale == 1 and importlib.util.find_spec("weasyprint"):
        makers["WeasyPrint pdf/ua-1"] = lambda meeting: _weasyprint(markup(points, rows, meeting))
    for maker in makers.values():
        maker(0)  # fonts read and modules loaded before anything is timed
    taken = dict(zip(makers, alternating(rounds, *map(_meeting_by_meeting, makers.values())), strict=True))
    ours, floor = taken["tagged"], taken["plain"]
    figures = [
        Figure(
            "Tagged minutes of 4 pages with tables, against a plain build of the same text",
            f"{milliseconds(ours)}, {ours / floor:.2f} x {milliseconds(floor)}",
            f"≤ {GOAL_PLAIN} x",
            ours / floor <= GOAL_PLAIN,
            f"medians of {rounds}, in turn, each another meeting's",
        )
    ]
    for name in list(taken)[2:]:
        figures.append(
            Figure(
                f"The same, against {name}",
                f"{milliseconds(ours)}, {ours / taken[name]:.2f} x {milliseconds(taken[name])}",
                "ahead" if "Typst" in name else "–",
                ours < taken[name] if "Typst" in name else None,
                "in the same rounds",
            )
        )
    return tuple(figures)


def _meeting_by_meeting(maker: Callable[[int], object]) -> Callable[[], object]:
    meetings = count(1)
    return lambda: maker(next(meetings))


def _typst(folder: Path, markup: str) -> bytes:
    import typst

    source = folder / "minutes.typ"
    source.write_text(markup, encoding="utf-8")
    made: bytes = typst.compile(str(source), pdf_standards=["ua-1"])
    return made


def _weasyprint(html: str) -> bytes:
    from weasyprint import HTML

    made: bytes = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return made
