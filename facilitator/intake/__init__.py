"""Members out of the file that somebody already has: a spreadsheet's or mail program's CSV, or vCards.

`read` turns bytes into a `Reading` (what goes where, what can't be used and why); `compare` holds it against the
members there are. Nothing here changes anything.
"""

from facilitator.intake.decoding import Encoding
from facilitator.intake.file import read
from facilitator.intake.plan import Change, Item, Plan, compare, members_to_save
from facilitator.intake.reading import DELIMITERS, FIELDS, Choices, Columns, Field, Reading, Row, Skipped

__all__ = [
    "DELIMITERS",
    "FIELDS",
    "Change",
    "Choices",
    "Columns",
    "Encoding",
    "Field",
    "Item",
    "Plan",
    "Reading",
    "Row",
    "Skipped",
    "compare",
    "members_to_save",
    "read",
]
