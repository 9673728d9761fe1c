"""The tokens of the design: every colour, size and distance the window uses, and nowhere else."""

import msgspec


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """One theme's colours, as `#RRGGBB`; `scrim` lies behind a dialog and is `#AARRGGBB`."""

    window: str
    surface: str
    nav: str
    sunken: str
    hover: str
    line: str
    edge: str
    track: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    accent_soft: str
    on_accent: str
    late: str
    late_fill: str
    late_soft: str
    danger: str
    danger_soft: str
    lead_consultant: str
    lead_together: str
    lead_network: str
    paper: str
    scrim: str


LIGHT = Colours(
    window="#F6F3EE",
    surface="#FFFEFB",
    nav="#EFEBE3",
    sunken="#EDE8DF",
    hover="#F3EFE7",
    line="#DED7CB",
    edge="#857D70",
    track="#E4DDD1",
    text="#1E2927",
    text2="#4F5A56",
    text3="#5E6863",
    accent="#14584E",
    accent_hover="#0F473F",
    accent_press="#0A352F",
    accent_soft="#DBEAE5",
    on_accent="#FFFFFF",
    late="#8A4F00",
    late_fill="#B26800",
    late_soft="#FBECD2",
    danger="#A8261C",
    danger_soft="#FBE5E1",
    lead_consultant="#96876B",
    lead_together="#459180",
    lead_network="#14584E",
    paper="#FFFFFF",
    scrim="#611E2927",
)

DARK = Colours(
    window="#151A19",
    surface="#1E2423",
    nav="#121615",
    sunken="#101413",
    hover="#273030",
    line="#36403D",
    edge="#7D8984",
    track="#323B38",
    text="#EFEDE7",
    text2="#BCC3BE",
    text3="#98A29D",
    accent="#7FCBB8",
    accent_hover="#98D7C7",
    accent_press="#63B5A1",
    accent_soft="#21403A",
    on_accent="#08241F",
    late="#F2B857",
    late_fill="#E0A13A",
    late_soft="#3B2E15",
    danger="#F49A90",
    danger_soft="#43231F",
    lead_consultant="#8F8673",
    lead_together="#4C8F80",
    lead_network="#9ADBCA",
    paper="#FFFFFF",
    scrim="#80000000",
)


class Face(msgspec.Struct, frozen=True):
    """A step of the type scale: size and line height in logical px; only two weights exist.

    `tracking` is what is added between letters, as a share of the size: large bold letters stand a little closer.
    """

    size: int
    line: int
    bold: bool = False
    tracking: float = 0.0


class TypeScale(msgspec.Struct, frozen=True):
    """Every size that text may have on a screen; the wall's are for a window 1920 wide."""

    key_hint: Face = Face(12, 16)
    small: Face = Face(13, 18)
    body: Face = Face(14, 20)
    body_strong: Face = Face(14, 20, bold=True)
    prompt: Face = Face(15, 22)
    prompt_roomy: Face = Face(17, 25)
    navigation: Face = Face(15, 20)
    strong: Face = Face(16, 24, bold=True)
    capture: Face = Face(16, 23)
    section: Face = Face(18, 24, bold=True)
    title: Face = Face(22, 28, bold=True)
    page: Face = Face(28, 36, bold=True, tracking=-0.008)
    welcome: Face = Face(40, 48, bold=True, tracking=-0.012)
    speaker: Face = Face(19, 24, bold=True)
    pill: Face = Face(20, 26, bold=True)
    finish: Face = Face(22, 26, bold=True)
    clock: Face = Face(24, 30, bold=True)
    step: Face = Face(26, 34, bold=True)
    ring: Face = Face(92, 100, bold=True, tracking=-0.02)
    wall_head: Face = Face(48, 60)
    wall_label: Face = Face(56, 68)
    wall_instruction: Face = Face(64, 80)
    wall_next: Face = Face(96, 116)
    wall_title: Face = Face(112, 132, bold=True, tracking=-0.02)
    wall_speaker: Face = Face(120, 144, bold=True, tracking=-0.02)
    wall_break: Face = Face(160, 192, bold=True, tracking=-0.02)
    wall_ring: Face = Face(192, 208, bold=True, tracking=-0.02)
    wall_least: int = 72  # a name shrinks to fit, never below this


class Space(msgspec.Struct, frozen=True):
    """The distances between things."""

    hair: int = 4
    tight: int = 8
    near: int = 12
    even: int = 16
    roomy: int = 20
    wide: int = 24
    page: int = 32
    far: int = 40
    vast: int = 64


class Radius(msgspec.Struct, frozen=True):
    """Rounded corners."""

    key_hint: int = 4
    control: int = 8
    option: int = 10
    card: int = 12


class Size(msgspec.Struct, frozen=True):
    """Fixed heights and widths."""

    border: int = 1
    selected_border: int = 2
    focus_gap: int = 2
    focus_line: int = 2
    icon: int = 20
    navigation_icon: int = 22
    button: int = 40
    button_compact: int = 32
    button_large: int = 44
    button_cockpit: int = 48
    button_begin: int = 64
    field: int = 40
    segment: int = 36
    switch_width: int = 36
    switch_height: int = 20
    chip: int = 24
    key_hint: int = 20
    tab: int = 44
    pill: int = 40
    hit: int = 32
    hit_cockpit: int = 36
    navigation: int = 208
    navigation_folded: int = 64
    navigation_row: int = 44
    table_row: int = 48
    table_head: int = 36
    week_row: int = 66
    action_row: int = 53
    member_row: int = 32
    minutes_row: int = 40
    menu_row: int = 44
    method_row: int = 60
    rail: int = 268
    rail_row: int = 51
    rail_row_done: int = 38
    rail_row_current: int = 76
    rail_row_end: int = 46
    turn_row: int = 28
    turn_row_current: int = 50
    turn_row_next: int = 30
    capture: int = 380
    cockpit_top: int = 56
    replan_bar: int = 108
    dialog: int = 960
    dialog_footer: int = 68
    drawer: int = 292
    inspector: int = 324
    timeline_least: int = 480
    time_column: int = 48
    block_least: int = 24
    block_gap: int = 3
    block_lead: int = 6
    ring: int = 304
    wall_ring: int = 560


TYPE = TypeScale()
SPACE = Space()
RADIUS = Radius()
SIZE = Size()
