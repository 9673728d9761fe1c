"""Civil registration numbers (CPR): seen in what somebody types, so that they are told before it is shared."""

import re

# Six digits of a date, then four; written together, with a hyphen or with a space. Longer figures are something else.
_NUMBER = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[-\N{EN DASH} ]?\d{4}(?!\d)")


def looks_like_civil_number(text: str) -> bool:
    """Whether some ten digits in the text are shaped as a civil registration number, DDMMYY-XXXX."""
    return _NUMBER.search(text) is not None
