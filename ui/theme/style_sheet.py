"""The style sheet of the application, made from the tokens.

It is written in the design's px; larger text enlarges every length in it but lines and borders.
Widgets say what they are by properties, never how they look: `kind` and `measure` on buttons (`size` is a property
of Qt's own), `type` and `chip` on labels, `card`, `ground` and `rule` on frames, `segment` in a segment control.
"""

import re
from pathlib import Path

from ui.theme.tokens import RADIUS, SIZE, TYPE, Colours, Face

LENGTH = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)px")
WITHIN = re.compile(r"within\((\d+), (\d+)\)")  # a height and the borders in it, as `_inner` writes them
THICKEST = 3  # px: what is no longer than this is a line or a border


def style_sheet(colours: Colours, controls: Path, text: float = 1.0) -> str:
    """The whole style sheet; `controls` is the folder with the theme's own pictures of small controls."""
    pictures = controls.as_posix()
    sheet = "\n".join(
        (
            _grounds(colours),
            _labels(colours),
            _buttons(colours),
            _segments(colours),
            _fields(colours, pictures),
            _boxes(colours, pictures),
            _views(colours),
            _menus(colours),
        )
    )
    # A scroll bar holds no text, and a control's picture is as large as its place.
    return "\n".join((enlarged(sheet, text), _scrolling(colours)))


def enlarged(sheet: str, text: float) -> str:
    """The same sheet for text that is so many times larger."""

    def length(found: re.Match[str]) -> str:
        px = float(found[1])
        return found[0] if px <= THICKEST or text == 1 else f"{round(px * text)}px"

    def within(found: re.Match[str]) -> str:
        return f"{round(int(found[1]) * text) - 2 * int(found[2])}px"

    return WITHIN.sub(within, LENGTH.sub(length, sheet))


def _face(face: Face) -> str:
    tracking = f" letter-spacing: {face.tracking * face.size:.2f}px;" if face.tracking else ""
    return f"font-size: {face.size}px; font-weight: {'bold' if face.bold else 'normal'};{tracking}"


def _inner(height: int, border: int = SIZE.border) -> str:
    """A style sheet counts a height without its borders."""
    return f"min-height: within({height}, {border}); max-height: within({height}, {border});"


def _grounds(colours: Colours) -> str:
    grounds = "\n".join(
        f'QFrame[ground="{token}"] {{ background: {getattr(colours, token)}; border: none; }}'
        for token in ("window", "surface", "nav", "sunken", "accent_soft", "late_soft", "danger_soft")
    )
    rules = "\n".join(
        f'QFrame[rule="{side}"] {{ border-{side}: {SIZE.border}px solid {colours.line}; }}'
        for side in ("top", "bottom", "left", "right")
    )
    return f"""
QMainWindow, QDialog {{ background: {colours.window}; }}
{grounds}
{rules}
QFrame[card="true"] {{
    background: {colours.surface}; border: {SIZE.border}px solid {colours.line}; border-radius: {RADIUS.card}px;
}}
QFrame[card="soft"] {{ background: {colours.accent_soft}; border: none; border-radius: {RADIUS.card}px; }}
QFrame[card="late"] {{ background: {colours.late_soft}; border: none; border-radius: {RADIUS.card}px; }}
QFrame[card="option"] {{
    background: {colours.surface}; border: {SIZE.border}px solid {colours.edge}; border-radius: {RADIUS.option}px;
}}
QFrame[line="across"] {{ background: {colours.line}; border: none; min-height: 1px; max-height: 1px; }}
QFrame[line="down"] {{ background: {colours.line}; border: none; min-width: 1px; max-width: 1px; }}
QFrame[footer="true"] {{
    background: {colours.nav}; border: none; border-top: {SIZE.border}px solid {colours.line};
    border-bottom-left-radius: {RADIUS.card - 1}px; border-bottom-right-radius: {RADIUS.card - 1}px;
    min-height: {SIZE.dialog_footer - 1}px;
}}
QFrame[sheet="true"] {{
    background: {colours.window}; border: {SIZE.border}px solid {colours.edge}; border-radius: {RADIUS.card}px;
}}
QToolTip {{
    background: {colours.surface}; color: {colours.text}; border: {SIZE.border}px solid {colours.edge};
    padding: 6px; {_face(TYPE.small)}
}}
QSplitter::handle {{ background: {colours.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QProgressBar {{
    background: {colours.track}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px;
    text-align: center; color: transparent;
}}
QProgressBar::chunk {{ background: {colours.accent}; border-radius: 4px; }}
"""


def _labels(colours: Colours) -> str:
    kinds = (
        ("page", TYPE.page, colours.text),
        ("welcome", TYPE.welcome, colours.text),
        ("title", TYPE.title, colours.text),
        ("section", TYPE.section, colours.text),
        ("strong", TYPE.strong, colours.text),
        ("step", TYPE.step, colours.text),
        ("clock", TYPE.clock, colours.text),
        ("finish", TYPE.finish, colours.accent),
        ("heading", Face(15, 20, bold=True), colours.text),
        ("body", TYPE.body, colours.text),
        ("bold", TYPE.body_strong, colours.text),
        ("muted", TYPE.body, colours.text2),
        ("lead", Face(20, 28), colours.text2),
        ("prompt", TYPE.prompt, colours.text),
        ("reading", Face(16, 24), colours.text2),
        ("small", TYPE.small, colours.text2),
        ("small_bold", Face(13, 18, bold=True), colours.text),
        ("faint", TYPE.small, colours.text3),
        ("accent", Face(14, 20, bold=True), colours.accent),
        ("late", TYPE.small, colours.late),
        ("late_bold", Face(14, 20, bold=True), colours.late),
        ("danger", TYPE.small, colours.danger),
        ("mark", Face(13, 18, bold=True), colours.accent),
    )
    lines = "\n".join(f'QLabel[type="{name}"] {{ color: {colour}; {_face(face)} }}' for name, face, colour in kinds)
    chip = f"""border-radius: {SIZE.chip // 2}px; padding: 0px 10px; {_face(TYPE.small)}
    {_inner(SIZE.chip, 0)}"""
    return f"""
QLabel {{ background: transparent; color: {colours.text}; }}
QLabel:disabled {{ color: {colours.text3}; }}
{lines}
QLabel[type="keyhint"] {{
    color: {colours.text2}; background: {colours.surface};
    border: {SIZE.border}px solid {colours.edge}; border-radius: {RADIUS.key_hint}px;
    padding: 0px 6px; {_face(TYPE.key_hint)} {_inner(SIZE.key_hint)}
}}
QLabel[chip="neutral"] {{ background: {colours.sunken}; color: {colours.text2}; {chip} }}
QLabel[chip="accent"] {{ background: {colours.accent_soft}; color: {colours.accent}; {chip} font-weight: bold; }}
QLabel[chip="late"] {{ background: {colours.late_soft}; color: {colours.late}; {chip} font-weight: bold; }}
QLabel[chip="danger"] {{ background: {colours.danger_soft}; color: {colours.danger}; {chip} font-weight: bold; }}
QLabel[chip="dashed"] {{
    background: transparent; color: {colours.text2}; {chip} border: {SIZE.border}px dashed {colours.edge};
    {_inner(SIZE.chip)}
}}
QLabel[chip="count"] {{
    background: {colours.sunken}; color: {colours.text2}; border-radius: 10px; padding: 0px 7px;
    {_face(TYPE.small)} {_inner(20, 0)}
}}
"""


def _buttons(colours: Colours) -> str:
    sizes = "\n".join(
        f'QPushButton[measure="{name}"] {{ {_inner(height)} padding: 0px {padding}px; font-size: {font}px; }}'
        for name, height, padding, font in (
            ("compact", SIZE.button_compact, 12, 14),
            ("normal", SIZE.button, 16, 14),
            ("large", SIZE.button_large, 20, 15),
            ("cockpit", SIZE.button_cockpit, 16, 15),
            ("begin", SIZE.button_begin, 36, 20),
        )
    )
    soft = f"background: {colours.hover};"
    return f"""
QPushButton {{
    background: {colours.surface}; color: {colours.text}; border: {SIZE.border}px solid {colours.edge};
    border-radius: {RADIUS.control}px; padding: 0px 16px; font-weight: bold; outline: none; {_inner(SIZE.button)}
}}
QPushButton:hover {{ {soft} }}
QPushButton:pressed {{ background: {colours.sunken}; }}
QPushButton:disabled {{ color: {colours.text3}; border-color: {colours.line}; background: transparent; }}
{sizes}
QPushButton[kind="primary"] {{
    background: {colours.accent}; color: {colours.on_accent}; border-color: {colours.accent};
}}
QPushButton[kind="primary"]:hover {{ background: {colours.accent_hover}; border-color: {colours.accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {colours.accent_press}; border-color: {colours.accent_press}; }}
QPushButton[kind="primary"]:disabled {{
    background: {colours.track}; color: {colours.text3}; border-color: {colours.track};
}}
QPushButton[kind="tertiary"] {{ background: transparent; color: {colours.accent}; border-color: transparent; }}
QPushButton[kind="tertiary"]:hover {{ {soft} border-color: {colours.hover}; }}
QPushButton[kind="tertiary"]:disabled {{ color: {colours.text3}; background: transparent; }}
QPushButton[kind="destructive"] {{ color: {colours.danger}; border-color: {colours.danger}; }}
QPushButton[kind="destructive"]:hover {{ background: {colours.danger_soft}; }}
QPushButton[kind="destructive_filled"] {{
    background: {colours.danger}; color: {colours.surface}; border-color: {colours.danger};
}}
QPushButton[kind="bare"] {{ background: transparent; border-color: transparent; padding: 0px; }}
QPushButton[measure="icon"] {{ min-height: 30px; max-height: 62px; padding: 0px; }}
QPushButton[kind="bare"]:hover {{ {soft} }}
QToolButton {{
    background: transparent; color: {colours.text}; border: {SIZE.border}px solid transparent;
    border-radius: {RADIUS.control}px; padding: 4px; outline: none;
}}
QToolButton:hover {{ {soft} }}
QToolButton:pressed {{ background: {colours.sunken}; }}
QToolButton::menu-indicator {{ image: none; width: 0px; }}
QToolButton[split="true"] {{
    background: {colours.accent}; color: {colours.on_accent}; border-color: {colours.accent}; font-weight: bold;
    padding: 0px 52px 0px 16px; {_inner(SIZE.button)}
}}
QToolButton[split="true"]:hover {{ background: {colours.accent_hover}; }}
QToolButton[split="true"]::menu-button {{
    border: none; border-left: 1px solid {colours.on_accent}; width: 39px; background: transparent;
    border-top-right-radius: {RADIUS.control}px; border-bottom-right-radius: {RADIUS.control}px;
}}
QToolButton[split="true"]::menu-arrow {{ image: none; }}
"""


def _segments(colours: Colours) -> str:
    left = f"border-top-left-radius: {RADIUS.control}px; border-bottom-left-radius: {RADIUS.control}px;"
    right = f"border-top-right-radius: {RADIUS.control}px; border-bottom-right-radius: {RADIUS.control}px;"
    return f"""
QToolButton[segment] {{
    background: {colours.surface}; color: {colours.text2}; border: {SIZE.border}px solid {colours.edge};
    border-left-color: {colours.line}; border-right-width: 0px; border-radius: 0px; padding: 0px 8px;
    {_face(TYPE.body)} {_inner(SIZE.segment)}
}}
QToolButton[segment][dense="true"] {{ font-size: {TYPE.small.size}px; padding: 0px 4px; }}
QToolButton[segment]:hover {{ background: {colours.hover}; }}
QToolButton[segment]:checked {{
    background: {colours.accent}; color: {colours.on_accent}; border-color: {colours.accent}; font-weight: bold;
}}
QToolButton[segment="first"], QToolButton[segment="only"] {{ border-left-color: {colours.edge}; {left} }}
QToolButton[segment="last"], QToolButton[segment="only"] {{
    border-right: {SIZE.border}px solid {colours.edge}; {right}
}}
QToolButton[segment="last"]:checked, QToolButton[segment="only"]:checked {{ border-right-color: {colours.accent}; }}
QToolButton[segment="first"]:checked, QToolButton[segment="only"]:checked {{ border-left-color: {colours.accent}; }}
QToolButton[segment]:disabled {{ color: {colours.text3}; }}
"""


def _fields(colours: Colours, pictures: str) -> str:
    one_line = "QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit"
    focused = ", ".join(f"{kind.strip()}:focus" for kind in one_line.split(","))
    off = ", ".join(f"{kind.strip()}:disabled" for kind in one_line.split(","))
    arrows = ("QComboBox::down-arrow", "QDateEdit::down-arrow", 'QDateTimeEdit[calendarPopup="true"]::down-arrow')
    spins = ("QSpinBox", "QDoubleSpinBox", "QTimeEdit")
    steppers = ", ".join(f"{kind}::{way}-button" for kind in spins for way in ("up", "down"))
    return f"""
{one_line} {{
    background: {colours.surface}; color: {colours.text}; border: {SIZE.border}px solid {colours.edge};
    border-radius: {RADIUS.control}px; padding: 0px 12px; {_inner(SIZE.field)}
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
    placeholder-text-color: {colours.text3};
}}
{focused} {{
    border: {SIZE.selected_border}px solid {colours.accent}; padding: 0px 11px;
    {_inner(SIZE.field, SIZE.selected_border)}
}}
{off} {{ color: {colours.text3}; border-color: {colours.line}; background: {colours.window}; }}
QLineEdit {{ padding: 0px 10px; }}
QLineEdit:focus {{ padding: 0px 9px; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QSpinBox[wrong="true"], QDateEdit[wrong="true"] {{
    border-color: {colours.late_fill};
}}
QLineEdit[measure="compact"], QComboBox[measure="compact"] {{ {_inner(SIZE.segment)} }}
QLineEdit[measure="bare"] {{ background: transparent; border-color: transparent; padding: 0px; {_inner(SIZE.hit)} }}
QLineEdit[measure="bare"]:hover {{ background: {colours.hover}; }}
QLineEdit[measure="bare"]:focus {{
    background: {colours.surface}; border-color: {colours.accent}; padding: 0px 6px;
    {_inner(SIZE.hit, SIZE.selected_border)}
}}
QLineEdit[measure="compact"]:focus, QComboBox[measure="compact"]:focus {{
    {_inner(SIZE.segment, SIZE.selected_border)}
}}
QLineEdit[inside="true"] {{ border: none; background: transparent; padding: 0px; min-height: 20px; }}
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit[calendarPopup="true"]::drop-down {{
    border: none; width: 36px; subcontrol-origin: padding; subcontrol-position: center right;
}}
{", ".join(arrows)} {{ image: url("{pictures}/chevron-down.svg"); width: 20px; height: 20px; }}
QComboBox[chip="accent"] {{
    background: {colours.accent_soft}; color: {colours.accent}; border: none; font-weight: bold;
    border-radius: {SIZE.chip // 2}px; {_inner(SIZE.chip, 0)} {_face(Face(13, 18, bold=True))}
}}
QComboBox[chip="late"] {{
    background: {colours.late_soft}; color: {colours.late}; border: none; font-weight: bold;
    border-radius: {SIZE.chip // 2}px; {_inner(SIZE.chip, 0)} {_face(Face(13, 18, bold=True))}
}}
QComboBox[chip="neutral"] {{
    background: {colours.sunken}; color: {colours.text2}; border: none;
    border-radius: {SIZE.chip // 2}px; {_inner(SIZE.chip, 0)} {_face(TYPE.small)}
}}
QComboBox[chip="dashed"] {{
    background: transparent; color: {colours.text2}; border: 1px dashed {colours.edge};
    border-radius: {SIZE.chip // 2}px; {_inner(SIZE.chip)} {_face(TYPE.small)}
}}
QComboBox[chip]:focus {{ border: {SIZE.selected_border}px solid {colours.accent}; {_inner(SIZE.chip, 2)} }}
QComboBox QAbstractItemView {{
    background: {colours.surface}; border: {SIZE.border}px solid {colours.edge}; padding: 4px; outline: none;
    selection-background-color: {colours.accent_soft}; selection-color: {colours.text};
}}
QComboBox QAbstractItemView::item {{ min-height: 36px; padding: 0px 8px; border: none; border-radius: 4px; }}
QComboBox QAbstractItemView::item:selected {{ background: {colours.accent_soft}; color: {colours.text}; }}
{steppers} {{ border: none; width: 0px; }}
QTextEdit, QPlainTextEdit {{
    background: {colours.surface}; color: {colours.text}; border: {SIZE.border}px solid {colours.edge};
    border-radius: {RADIUS.control}px; padding: 8px;
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
    placeholder-text-color: {colours.text3};
}}
QTextEdit:focus, QPlainTextEdit:focus {{ border: {SIZE.selected_border}px solid {colours.accent}; padding: 7px; }}
QTextEdit[capture="true"], QPlainTextEdit[capture="true"] {{ {_face(TYPE.capture)} }}
QTextBrowser[plain="true"], QTextEdit[plain="true"] {{ background: transparent; border: none; padding: 0px; }}
"""


def _boxes(colours: Colours, pictures: str) -> str:
    return f"""
QCheckBox, QRadioButton {{ background: transparent; color: {colours.text}; spacing: 10px; outline: none;
    min-height: {SIZE.hit - 4}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {colours.text3}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: 20px; height: 20px; }}
QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked {{
    image: url("{pictures}/checkbox-blank-outline.svg");
}}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    image: url("{pictures}/checkbox-marked.svg");
}}
QRadioButton::indicator:unchecked {{ image: url("{pictures}/radiobox-blank.svg"); }}
QRadioButton::indicator:checked {{ image: url("{pictures}/radiobox-marked.svg"); }}
QGroupBox {{ border: none; margin: 0px; padding: 0px; }}
QTabWidget::pane {{ border: none; border-top: {SIZE.border}px solid {colours.line}; }}
QTabBar {{ background: transparent; outline: none; {_face(TYPE.navigation)} }}
QTabBar::tab {{
    background: transparent; color: {colours.text2}; border: none; border-bottom: 3px solid transparent;
    padding: 0px 2px; margin-right: 26px; min-height: {SIZE.tab - 3}px;
}}
QTabBar::tab:hover {{ color: {colours.text}; }}
QTabBar::tab:selected {{ color: {colours.accent}; font-weight: bold; border-bottom-color: {colours.accent}; }}
"""


def _views(colours: Colours) -> str:
    return f"""
QTableView, QListView, QTreeView {{
    background: transparent; color: {colours.text}; border: none; outline: none; gridline-color: transparent;
    selection-background-color: {colours.accent_soft}; selection-color: {colours.text};
    alternate-background-color: {colours.hover};
}}
QTableView::item, QTreeView::item {{ border: none; border-bottom: 1px solid {colours.line}; padding: 0px 13px; }}
QTableView::item:hover, QTreeView::item:hover {{ background: {colours.hover}; }}
QTableView::item:selected, QTreeView::item:selected {{ background: {colours.accent_soft}; color: {colours.text}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; color: {colours.text2}; border: none; border-bottom: 1px solid {colours.line};
    padding: 0px 16px; min-height: {SIZE.table_head - 1}px; text-align: left; {_face(TYPE.small)}
}}
QTableCornerButton::section {{ background: transparent; border: none; }}
QCalendarWidget QAbstractItemView::item {{ padding: 0px; border: none; }}
QCalendarWidget QWidget {{ alternate-background-color: {colours.hover}; }}
QCalendarWidget QAbstractItemView:enabled {{
    background: {colours.surface}; color: {colours.text};
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
}}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {colours.nav}; }}
"""


def _menus(colours: Colours) -> str:
    return f"""
QMenuBar {{ background: {colours.nav}; color: {colours.text}; }}
QMenuBar::item:selected {{ background: {colours.accent_soft}; }}
QMenu {{
    background: {colours.surface}; color: {colours.text}; border: {SIZE.border}px solid {colours.edge}; padding: 6px;
}}
QMenu::item {{
    padding: 0px 24px 0px 12px; min-height: {SIZE.menu_row}px; border-radius: {RADIUS.control}px;
    {_face(TYPE.navigation)}
}}
QMenu::item:selected {{ background: {colours.accent_soft}; font-weight: bold; }}
QMenu::item:disabled {{ color: {colours.text3}; }}
QMenu::icon {{ padding-left: 12px; }}
QMenu::separator {{ height: 1px; background: {colours.line}; margin: 6px 0px; }}
"""


def _scrolling(colours: Colours) -> str:
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget#qt_scrollarea_viewport {{ background: transparent; }}
QScrollArea > QWidget > QWidget[ground="none"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; border: none; width: 12px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; border: none; height: 12px; margin: 0px; }}
QScrollBar::handle {{ background: {colours.edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::handle:hover {{ background: {colours.text2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
