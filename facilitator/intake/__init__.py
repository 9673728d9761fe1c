"""Members out of the file that somebody already has: a workbook, a spreadsheet's or mail program's CSV, or vCards.

`read` turns bytes into a `Reading` (what goes where, what can't be used and why); `compare` holds it against the
members there are. Nothing here changes anything.
"""

from facilitator.intake.decoding import Encoding
from facilitator.intake.file import LARGEST, read
from facilitator.intake.plan import Change, Item, Plan, compare, members_to_save
from facilitator.intake.progress import Tell, part, untold
from facilitator.intake.reading import DELIMITERS, FIELDS, Choices, Columns, Field, Reading, Row, Skipped

__all__ = [
    "DELIMITERS",
    "FIELDS",
    "LARGEST",
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
    "Tell",
    "compare",
    "members_to_save",
    "part",
    "read",
    "untold",
]
