"""The numbers of pages that are left in a text."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?:[-—–―]\s*+(\d{1,3})\s*+[-—–―]|--\s?(\d{1,3}) of \d{1,3}\s?--"
    r"|第\s*+(\d{1,3})\s*+页(?:[，,\s]*+共\s*+\d{1,3}\s*+页)?"
    r"|(\d{1,3})\s*+/\s*+\d{1,3}"
    r"|[-=#*\[(<]{0,20}+\s{0,4}+page\s*+\(?(\d{1,3})\)?(?:\s*+(?:of|/)\s*+\d{1,3})?"
    r"(?:\s*+break)?\s*+[-=#*\])>]{0,20}+)\s*+",
    re.IGNORECASE,
)
_LONGEST = 60


def page_number(line: str) -> int | None:
    """The number of a page that a line says, and nothing else; `None` for any other."""
    match = _NUMBER.fullmatch(line) if len(line) < _LONGEST else None
    return int(next(filter(None, match.groups()))) if match else None
