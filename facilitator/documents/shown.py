"""What a reader sees in place of what the paper's font can't show."""

import re
import unicodedata

STAND_IN = "□"

# Every character that both Lato Regular and Lato Bold have a glyph for, controls apart; the tests hold it to the fonts.
# It stands here, not read from the font, so that a text can be looked through without opening one.
_LATO = """
0020-007E 00A0-00AC 00AE-036F 0374-0375 037A-037E 0384-038A 038C 038E-03A1 03A3-03CE 03D0-0486
0488-0513 0E3F 1D00-1DCA 1DFE-1E9B 1E9E 1EA0-1EF9 1F00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57
1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE
2000-200A 2010 2012-2022 2026 202F-2030 2032-2034 2039-203A 203C-203E 2044 205E-205F 2070-2071
2074-208E 2090-2094 20A0-20B5 20B8-20BA 20DD 2105 2113 2116-2117 2120 2122 2126 212E 2132 214D-214E
2153-215F 2183-2184 2190-2199 21A8 2202 220F 2211-2212 2215 2219-221A 221E-221F 2229 222B 2248
2260-2261 2264-2265 2302 2310 2320-2321 2460-2473 24EA-24F4 24FF-2500 2502 250C 2510 2514 2518 25A1
25AA-25AB 25CA-25CC 25CF 25E6 2600 263C 2669 2776-277F 2C60-2C6C 2C74-2C77 2E17 A717-A71A A720-A721
FB00-FB04 FE20-FE23
"""

# Characters that no font shows by themselves: soft hyphens, joiners, marks of direction, variants and tags, fillers.
_WITHOUT_A_LOOK = """
00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F FEFF FFA0
1BCA0-1BCA3 1D173-1D17A E0000-E0FFF
"""


def _character_class(ranges: str) -> str:
    return "".join("-".join(f"\\U{end:0>8}" for end in one.split("-")) for one in ranges.split())


_INVISIBLE = re.compile(f"[{_character_class(_WITHOUT_A_LOOK)}]+")
_NEW_LINE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOT_IN_LATO = re.compile(f"[^\n{_character_class(_LATO)}]")


def shown(text: str) -> str:
    """The text as the paper can show it, with nothing that has a look dropped.

    - Letters with loose accents are put together first (é from e and ´).
    - Characters without a look of their own (soft hyphens, joiners, marks of direction) go.
    - Every kind of line end becomes a line feed; a tab, and a space the font lacks, becomes a space.
    - The no-break hyphen becomes a hyphen.
    - Anything else that Lato has no glyph for, such as emoji, Arabic, Chinese or a control character, becomes one
      □ for each character: whoever reads sees that something stands there, and how much.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _NOT_IN_LATO.sub(_in_its_place, _NEW_LINE.sub("\n", text))


def can_show(character: str) -> bool:
    """Whether Lato has a glyph for it."""
    return not _NOT_IN_LATO.match(character)


def _in_its_place(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    return "-" if character == "\u2011" else STAND_IN
