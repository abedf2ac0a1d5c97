"""Texts of documents as cells of a sheet: what a spreadsheet neither refuses nor computes."""

from __future__ import annotations

import re
from typing import Any

from govinfo.export.visible import visible

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA = re.compile(r"\A(?:[=@\t\r]|[+-](?![\d.]+\Z))")
_QUOTED = re.compile(r"\A'(?=[=@\t\r+-])")


def cell(value: Any) -> Any:
    """A value without characters that no sheet can hold; U+FFFD stands in their place.

    Characters that command a terminal or turn the letters are spelt out.
    """
    return visible(_UNPRINTABLE.sub("\ufffd", value)) if isinstance(value, str) else value


def csv_cell(value: Any) -> Any:
    """A value as comma-separated values hold it: a text that would be a formula is quoted.

    >>> [csv_cell(value) for value in ("=1+1", "-1.5", "公开", 3)]
    ["'=1+1", '-1.5', '公开', 3]
    """
    value = cell(value)
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def unquoted(text: str) -> str:
    """The text that `csv_cell` wrote."""
    return _QUOTED.sub("", text)
