"""Tells sheets that were saved as text from text that only has commas or tabs in it."""

from __future__ import annotations

import csv
import io
from typing import Final

from govinfo.adapters.foreign import has_control_characters, is_foreign

_DELIMITERS: Final = (",", "\t", ";")
_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def text_of(head: bytes) -> str | None:
    """The beginning of a file in which delimiters and line ends can be told; no more is right."""
    if not head.strip() or is_foreign(head):
        return None
    if head.startswith(_UTF_16):
        return head.decode("utf-16", "replace").lstrip("\ufeff")
    text = head.decode("latin-1")
    return None if has_control_characters(text) else text


def delimiter_of(text: str, *, is_cut: bool) -> str | None:
    """What parts the cells of a sheet; `None` where the text is none.

    Args:
        text: The sheet, or its beginning.
        is_cut: Whether more follows, so that the last row may not be whole.
    """
    for delimiter in _DELIMITERS:
        if delimiter in text and _is_sheet(rows_of(text, delimiter), delimiter, is_cut=is_cut):
            return delimiter
    return None


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a sheet, blank lines left out; none where they cannot be told."""
    try:
        return [row for row in csv.reader(io.StringIO(text, ""), delimiter=delimiter) if row]
    except csv.Error:
        return []


def _is_sheet(rows: list[list[str]], delimiter: str, *, is_cut: bool) -> bool:
    """Whether all rows have as many cells.

    Rows of tabs are common in plain text, so that among them one must show that the blank cells
    after its text were written too.
    """
    whole = rows[:-1] if is_cut else rows
    if len(whole) < _FEWEST_ROWS or len(whole[0]) < _FEWEST_CELLS:
        return False
    if any(len(row) != len(whole[0]) for row in whole):
        return False
    return delimiter == "," or any(row[0] and not any(row[1:]) for row in whole)
