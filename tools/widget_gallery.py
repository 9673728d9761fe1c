"""Draws every widget in both themes into PNG files, to be looked at beside the design's pictures.

`QT_QPA_PLATFORM=offscreen python tools/widget_gallery.py out/gallery`
"""

import sys
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme import theme as themes
from ui.theme.theme import Theme
from ui.widgets.agenda_rail import AgendaRail, RailRow, RailState
from ui.widgets.agenda_timeline import AgendaTimeline
from ui.widgets.attendance_dots import KINDS, AttendanceDots, Mark
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import DateField, NumberField, TimeField
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label
from ui.widgets.lead_bar import LeadBar, LeadPart, Legend, LegendItem
from ui.widgets.nav_bar import NavBar, NavItem
from ui.widgets.option_card import Option, OptionCard
from ui.widgets.pill import Pill
from ui.widgets.prompts import Prompt, Prompts
from ui.widgets.ring_timer import RingFace, RingTimer
from ui.widgets.saved_mark import SavedMark
from ui.widgets.segments import Choice, Segments
from ui.widgets.switch import Switch
from ui.widgets.tables import make_plain
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.timeline_layout import Block, Part
from ui.widgets.turn_list import TurnList, TurnRow, TurnState
from ui.widgets.wall_face import FaceKind, Named, WallFace, WallView
from ui.widgets.year_line import YearLine, YearMark, YearMeeting

NAVIGATION = (
    NavItem("home", "home-outline", "Hjem"),
    NavItem("networks", "account-group-outline", "Netværk"),
    NavItem("methods", "book-open-page-variant-outline", "Metoder"),
    NavItem("settings", "cog-outline", "Indstillinger"),
)
LEADS = (LegendItem("consultant", "Konsulenten"), LegendItem("together", "Sammen"), LegendItem("network", "Netværket"))
RUN = (
    RailRow(id="1", forecast="9.00", title="Velkommen", state=RailState.DONE),
    RailRow(id="2", forecast="9.06", title="Tjek ind", state=RailState.DONE, slip="+9 min."),
    RailRow(
        id="3",
        forecast="9.27",
        planned="9.18",
        title="Siden sidst",
        detail="runde · Lone leder · 16 min.",
        state=RailState.CURRENT,
    ),
    RailRow(
        id="4",
        forecast="9.43",
        planned="9.34",
        title="Hvad skete der siden?",
        detail="5 min.",
        state=RailState.COMING,
        late=True,
    ),
    RailRow(
        id="5",
        forecast="9.48",
        planned="9.39",
        title="Sag",
        detail="60 min. · Karen",
        state=RailState.COMING,
        late=True,
    ),
    RailRow(
        id="6",
        forecast="10.48",
        planned="10.39",
        title="Pause",
        detail="15 min.",
        locked="fredet",
        state=RailState.COMING,
        late=True,
    ),
    RailRow(
        id="7",
        forecast="11.03",
        planned="10.54",
        title="Pulsen på gruppen",
        detail="8 min. · kan udgå",
        state=RailState.COMING,
        late=True,
    ),
    RailRow(id="8", forecast="11.11", title="Preskortet", detail="40 min. · mindst 25", state=RailState.COMING),
    RailRow(id="end", forecast="12.09", planned="12.00", title="Slut", state=RailState.END, late=True),
)
TURNS = (
    TurnRow(id="1", name="Claus Friis", time="1:50", state=TurnState.DONE),
    TurnRow(id="2", name="Åse Aaberg", time="2:05", state=TurnState.DONE),
    TurnRow(id="3", name="Jonas Kjær", time="1:40", state=TurnState.DONE),
    TurnRow(id="4", name="Birgitte Østergaard", time="1:12", state=TurnState.CURRENT, share=0.6),
    TurnRow(id="5", name="Dorthe Lund", time="næste", mark=True, state=TurnState.NEXT),
    TurnRow(id="6", name="Mette Sørensen", state=TurnState.WAITING),
    TurnRow(id="7", name="Hassan Demir", state=TurnState.WAITING),
    TurnRow(id="8", name="Lone Bech", state=TurnState.WAITING),
)
CASE = (
    ("Ramme og spørgsmål", 5),
    ("Interview", 20),
    ("Teamet taler sammen", 10),
    ("Fokuspersonen svarer", 10),
    ("Teamet igen", 5),
    ("Hvad nu?", 5),
    ("Hvad lærte vi?", 5),
)
AGENDA = (
    ("9.00", "Velkommen", 6, "consultant", "Karen"),
    ("9.06", "Tjek ind", 12, "network", "Dorthe"),
    ("9.18", "Siden sidst", 16, "network", "Lone"),
    ("9.34", "Hvad skete der siden?", 5, "together", "Karen"),
    ("9.39", "Sag: kollegial supervision", 60, "consultant", "Karen"),
    ("10.39", "Pause", 15, "pause", ""),
    ("10.54", "Pulsen på gruppen", 8, "consultant", "Karen"),
    ("11.02", "Preskortet", 40, "consultant", "Karen"),
    ("11.42", "Aftaler og næste møde", 10, "consultant", "Karen"),
    ("11.52", "Tjek ud", 8, "network", "Mette"),
)
PROMPTS = (
    Prompt("message-text-outline", "Sig", "»Hvad prøvede du, og hvad skete der? To minutter hver.«"),
    Prompt("hand-back-right-outline", "Gør", "Sig tak efter hver. Ingen kommenterer."),
    Prompt("eye-outline", "Hold øje med", "At det ikke bliver rapportering til dig."),
)
YEAR = (
    (0.0, "25. aug.", "Højvang", 1.0, 0.0, 0.0),
    (0.11, "22. sep.", "Søndre", 0.92, 0.08, 0.0),
    (0.24, "27. okt.", "Østre", 0.8, 0.18, 0.02),
    (0.39, "8. dec.", "Højvang", 0.6, 0.33, 0.07),
    (0.55, "26. jan.", "Søndre", 0.35, 0.3, 0.35),
    (0.68, "2. mar.", "Vestre", 0.2, 0.2, 0.6),
    (0.80, "6. apr.", "Fjord", 0.0, 0.0, 1.0),
    (0.90, "4. maj", "Nørre", 0.0, 0.0, 1.0),
    (1.0, "8. jun.", "Østre", 0.15, 0.0, 0.85),
)

TODAY = 0.36


def main(folder: Path) -> None:
    """Writes controls, cockpit, planner, network and the wall's faces, each in both themes."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for theme in (themes.light(), themes.dark()):
        themes.apply(app, theme)
        pages = {"controls": controls, "cockpit": cockpit, "planner": planner, "network": network}
        for name, page in pages.items():
            _keep(page(theme), folder / f"{name}-{theme.name}.png")
        for face in walls():
            wall = WallView(theme)
            wall.show_wall(face)
            wall.resize(*((1366, 768) if face.kind is FaceKind.HIDDEN else (1920, 1080)))
            _keep(wall, folder / f"wall-{face.kind}-{theme.name}.png")


def controls(theme: Theme) -> QWidget:
    """Buttons, fields, chips and the like."""
    page, column = _page(900, 980)
    row = _row(column)
    for kind in ("primary", "secondary", "tertiary", "destructive", "destructive_filled"):
        row.addWidget(Button(theme, kind, kind=kind))
    row.addWidget(IconButton(theme, "close", "Luk"))
    row = _row(column)
    for size in ("compact", "normal", "large", "cockpit", "begin"):
        row.addWidget(Button(theme, "Start mødet", kind="primary", size=size, icon="play"))
    row = _row(column)
    off = Button(theme, "Kan ikke", kind="primary")
    off.setEnabled(False)
    row.addWidget(off)
    row.addWidget(Button(theme, "Skjul", icon="eye-off-outline", key="F9"))
    row.addWidget(Button(theme, "Tilføj", key="Ctrl+Enter"))
    row.addWidget(QPushButton("Uden særpræg"))
    _fields(column)
    _chips(column, theme)
    _boxes(column, theme)
    _words(column, theme)
    return page


def _fields(column: QVBoxLayout) -> None:
    row = _row(column)
    row.addWidget(QLineEdit("Fælles vikarer på tværs af skolerne"))
    field = QComboBox()
    field.addItems(["Kun denne computer"])
    row.addWidget(field)
    number = NumberField(suffix=" min.")
    number.setValue(40)
    row.addWidget(number)
    row.addWidget(TimeField())
    date = DateField()
    date.setDate(QDate(2026, 12, 8))
    row.addWidget(date)


def _chips(column: QVBoxLayout, theme: Theme) -> None:
    row = _row(column)
    for kind in ("neutral", "accent", "late", "danger", "dashed", "count"):
        row.addWidget(Chip("3" if kind == "count" else "I gang", kind))
    row.addWidget(KeyHint("F10"))
    chips = QComboBox()
    chips.addItems(["I referatet"])
    chips.setProperty("chip", "accent")
    row.addWidget(chips)
    row.addWidget(Badge(theme, "calendar-clock-outline"))
    row.addWidget(Badge(theme, "trending-down", "late"))
    row.addWidget(Badge(theme, "account-group-outline", side=56))


def _boxes(column: QVBoxLayout, theme: Theme) -> None:
    row = _row(column)
    boxes = (QCheckBox("Med i referatet"), QCheckBox("Ikke med"), QRadioButton("Dansk"))
    boxes[0].setChecked(True)
    boxes[2].setChecked(True)
    for box in boxes:
        row.addWidget(box)
    for on in (False, True):
        switch = Switch(theme, "Fredet")
        switch.setChecked(on)
        row.addWidget(switch)
    saved = SavedMark(theme)
    saved.show_saved("Gemt 9.33.41")
    row.addWidget(saved)
    row = _row(column)
    segments = Segments((Choice("m", "I referatet"), Choice("n", "Kun netværket"), Choice("p", "Kun denne computer")))
    segments.choose("p")
    row.addWidget(segments)
    row.addWidget(Segments((Choice("da", "Dansk"), Choice("en", "English"))))


def _words(column: QVBoxLayout, theme: Theme) -> None:
    for kind in ("page", "title", "section", "strong", "body", "muted", "small", "late", "accent"):
        column.addWidget(Label(f"{kind}: Titlen på mødet er fint fjollet", kind))
    table = QTableWidget(2, 3)
    table.setHorizontalHeaderLabels(["Netværk", "Fase", "Næste møde"])
    for place, text in enumerate(("Skoleledere i Vesterå", "I gang", "Tirsdag den 8. december")):
        table.setItem(0, place, QTableWidgetItem(text))
    make_plain(table, theme)
    table.selectRow(0)
    column.addWidget(table)


def cockpit(theme: Theme) -> QWidget:
    """The parts of the cockpit, about where they stand there."""
    page, column = _page(1366, 768, 0)
    pill = Pill(theme)
    pill.show_pill("clock-alert-outline", "Bagud 9 min. · slut 12.09", late=True)
    row = _row(column)
    row.addStretch(1)
    row.addWidget(pill)
    row.addStretch(1)
    row = _row(column)
    rail = AgendaRail(theme)
    rail.setFixedWidth(268)
    rail.show_steps(RUN)
    row.addWidget(rail)
    middle = QVBoxLayout()
    row.addLayout(middle, 1)
    top = _row(middle)
    ring = RingTimer(theme)
    ring.setFixedSize(304, 304)
    ring.show_face(RingFace(seconds=553, planned=960, note="tilbage af 16 min."))
    top.addWidget(ring)
    turns = TurnList(theme)
    turns.show_list("Taletur 4 af 8", "hørt mindst først", TURNS)
    turns.setFixedHeight(304)
    top.addWidget(turns, 1)
    prompts = Prompts(theme)
    prompts.show_prompts(PROMPTS)
    middle.addWidget(prompts)
    keys = _row(middle)
    keys.addWidget(Button(theme, "Hold pause", size="cockpit", icon="pause", key="F2"))
    keys.addWidget(Button(theme, "+1 min.", size="cockpit", key="F3"))
    keys.addStretch(1)
    keys.addWidget(Button(theme, "Næste punkt", size="cockpit", key="F4"))
    keys.addWidget(
        Button(theme, "Næste", kind="primary", size="cockpit", icon="account-arrow-right-outline", key="PgDn")
    )
    row.addLayout(_capture(theme))
    _replan(_row(column), theme)
    return page


def _capture(theme: Theme) -> QVBoxLayout:
    right = QVBoxLayout()
    kinds = Segments((Choice("n", "Note"), Choice("d", "Beslutning"), Choice("a", "Aftale"), Choice("p", "P-plads")))
    right.addWidget(kinds)
    words = QPlainTextEdit("Åses mødeplan: prøv den på Højvang i januar")
    words.setProperty("capture", "true")
    words.setFixedSize(339, 88)
    right.addWidget(words)
    audiences = (Choice("m", "I referatet"), Choice("n", "Kun netværket"), Choice("p", "Kun denne computer"))
    audience = Segments(audiences, dense=True)
    audience.choose("p")
    right.addWidget(audience)
    for seconds, note, paused in ((41, "sidste minut", False), (-84, "over tiden", False), (300, "sat på pause", True)):
        small = RingTimer(theme)
        small.setFixedSize(130, 130)
        small.show_face(RingFace(seconds=seconds, planned=960, note=note, paused=paused))
        right.addWidget(small)
    return right


def _replan(bar: QHBoxLayout, theme: Theme) -> None:
    icons = ("content-cut", "arrow-right-thin", "debug-step-over", "arrow-collapse-horizontal")
    names = ("Tag tid fra ét punkt", "Slut senere", "Lad punkter udgå", "Forkort punkterne")
    for place, (icon, name) in enumerate(zip(icons, names, strict=True)):
        card = OptionCard(theme)
        late = place == 1
        card.show_option(
            Option(
                icon=icon,
                name=name,
                key=f"F{place + 5}",
                change="Preskortet 40 → 31 min.",
                finish_label="slut",
                finish="12.09" if late else "12.00",
                late=late,
                proposed="" if place else "foreslået",
            )
        )
        bar.addWidget(card)


def planner(theme: Theme) -> QWidget:
    """The timeline with its bar, beside the folded navigation."""
    page, column = _page(680, 800, 0)
    row = _row(column)
    bar = NavBar(theme)
    bar.show_items(NAVIGATION)
    bar.choose("networks")
    bar.show_status("Alt er gemt. Sikkerhedskopi i dag kl. 8.12")
    bar.fold(True)
    row.addWidget(bar)
    inner = QVBoxLayout()
    inner.setContentsMargins(24, 20, 24, 0)
    row.addLayout(inner, 1)
    leads = LeadBar(theme)
    leads.show_parts(tuple(LeadPart(m, lead, name.startswith("Puls")) for _, name, m, lead, _by in AGENDA), "")
    inner.addWidget(leads)
    inner.addWidget(Legend(theme, (*LEADS, LegendItem("lock", "Fredet", right=True))))
    timeline = AgendaTimeline(theme)
    blocks = tuple(_block(*step) for step in AGENDA)
    timeline.show_blocks(blocks, "12.00")
    timeline.select("11.02")
    inner.addWidget(timeline, 1)
    return page


def network(theme: Theme) -> QWidget:
    """The navigation, tabs, the year and attendance."""
    page, column = _page(1280, 640, 0)
    row = _row(column)
    bar = NavBar(theme)
    bar.show_items(NAVIGATION)
    bar.choose("networks")
    bar.show_status("Alt er gemt.\nSikkerhedskopi i dag kl. 8.12")
    row.addWidget(bar)
    inner = QVBoxLayout()
    inner.setContentsMargins(32, 20, 32, 20)
    inner.setSpacing(20)
    row.addLayout(inner, 1)
    tabs = (Tab("o", "Oversigt"), Tab("m", "Medlemmer"), Tab("a", "Aftaler", "7"), Tab("s", "Sager", "3"))
    inner.addWidget(Tabs(theme, tabs))
    card = Card("Året 2026/27")
    card.head.addWidget(Legend(theme, LEADS))
    year = YearLine(theme)
    year.show_year(
        tuple(
            YearMeeting(
                at=at,
                date=date,
                place=place,
                consultant=one,
                together=two,
                network=three,
                held=at < TODAY,
                next=date == "8. dec.",
            )
            for at, date, place, one, two, three in YEAR
        ),
        YearMark(TODAY, "I dag"),
        YearMark(0.95, "Overdragelse"),
    )
    card.body.addWidget(year)
    inner.addWidget(card)
    low = _row(inner)
    members = Card("Medlemmer")
    members.body.addWidget(AttendanceDots(theme, tuple(Mark(kind) for kind in KINDS)))
    kinds = zip(KINDS, ("til stede", "kom senere", "afbud", "fraværende uden afbud"), strict=False)
    members.body.addWidget(Legend(theme, tuple(LegendItem(kind, text) for kind, text in kinds)))
    low.addWidget(members)
    cases = Card("Sager")
    cases.body.addWidget(
        EmptyState(theme, "Der er ingen sager i kø. Spørg på næste møde, hvem der har noget på hjerte.", "Ny sag")
    )
    low.addWidget(cases)
    return page


def walls() -> tuple[WallFace, ...]:
    """The four faces of the wall."""
    name = "Skoleledere i Vesterå"
    ring = RingFace(seconds=553, planned=960, note="tilbage")
    pause = RingFace(seconds=8 * 60, planned=15 * 60, figure="8 min.", icon="coffee-outline")
    return (
        WallFace(
            kind=FaceKind.STEP,
            network=name,
            clock="kl. 9.33",
            title="Siden sidst",
            instruction="Hvad prøvede du, og hvad skete der?",
            ring=ring,
            now=Named("Taler nu", "Birgitte"),
            next=Named("Næste", "Dorthe"),
        ),
        WallFace(
            kind=FaceKind.BREAK,
            network=name,
            clock="kl. 11.05",
            title="Pause",
            ring=pause,
            resumes="Vi fortsætter",
            resumes_at="kl. 11.13",
            after="Derefter: Preskortet",
        ),
        WallFace(
            kind=FaceKind.WELCOME, network=name, clock="kl. 8.52", title="Velkommen", instruction="Vi begynder kl. 9.00"
        ),
        WallFace(kind=FaceKind.HIDDEN, network=name, clock="10.36", hint="Vis igen", key="F9"),
    )


def _block(time: str, title: str, minutes: int, lead: str, led_by: str) -> Block:
    parts = tuple(Part(name, str(length)) for name, length in CASE) if minutes == sum(m for _, m in CASE) else ()
    return Block(
        id=time,
        time=time,
        title=title,
        minutes=minutes,
        length=f"{minutes} min.",
        lead=lead,
        led_by=led_by,
        parts=parts,
        may_go="kan udgå" if title.startswith("Puls") else "",
        protected=title in ("Pause", "Aftaler og næste møde", "Tjek ud"),
    )


def _page(width: int, height: int, margin: int = 20) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setFixedSize(width, height)
    column = QVBoxLayout(page)
    column.setContentsMargins(margin, margin, margin, margin)
    return page, column


def _row(column: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    column.addLayout(row)
    return row


def _keep(widget: QWidget, file: Path) -> None:
    widget.grab().save(str(file))
    print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/gallery"))
