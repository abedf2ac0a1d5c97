"""What JSON says: records as sites' interfaces, crawlers and the converters of pages write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal

from govinfo.adapters.held_pages import title_in
from govinfo.adapters.text.literals import printed_value

_HAN = re.compile("[\u4e00-\u9fff]")
_MARKUP = re.compile(r"<table[\s>]", re.IGNORECASE)


def text_in(text: str) -> str:
    """The text that JSON holds, or what Python printed; `""` for a text that is neither.

    That is a string, or the strings of a list as lines, behind the title beside it; or all that
    is in it, in its order, where it is in pieces or has tables as lists of cells or in markup.
    """
    said = _json(text)
    longest, holder = max(_strings(said), key=lambda one: len(one[0]), default=("", {}))
    whole = list(_in_order(said))
    pieces = _has_rows(said) or any(map(_MARKUP.search, whole))
    if pieces or 2 * len(longest) < sum(map(len, whole)):
        return "\n".join(whole)
    title = title_in(holder)
    return longest if title in longest else f"{title}\n{longest}"


def _json(text: str) -> object:
    """What a text of JSON says, or of Python, or the list of what its lines say; else `None`."""
    try:
        return json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        pass
    try:
        said = (line for line in text.splitlines() if line.strip())
        return [json.loads(line, parse_float=Decimal) for line in said]
    except (ValueError, RecursionError):
        return printed_value(text)


def _strings(value: object, holder: object = None) -> Iterator[tuple[str, dict[str, object]]]:
    """The texts in it, those of a list as the lines of one, and the objects that hold them."""
    if isinstance(value, str):
        yield value, holder if isinstance(holder, dict) else {}
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part, value)
    elif isinstance(value, list):
        rows = [row for row in value if isinstance(row, dict)]
        named = [[row[name] for row in rows if name in row] for name in (rows[0] if rows else ())]
        for cells in ([one for one in value if not _holds_others(one)], *named):
            if len(cells) >= len(rows) and any(isinstance(cell, str) for cell in cells):
                yield "\n".join(map(_line, cells)), holder if isinstance(holder, dict) else {}
        for part in value:
            yield from _strings(part, value)


def _in_order(value: object) -> Iterator[str]:
    """All that is said in it, in its order: a table's rows a line each, its markup alone."""
    if isinstance(value, list) and _is_table(value):
        yield from (json.dumps(_row(row), ensure_ascii=False, default=str) for row in value)
        yield ""
    elif isinstance(value, list):
        for part in value:
            yield from [_line(part)] if not _holds_others(part) else _in_order(part)
    elif isinstance(value, dict):
        parts = [line for part in value.values() for line in _of_member(part)]
        markup = [line for line in parts if _MARKUP.search(line)]
        # The cells' words stand beside the markup once more.
        yield from markup if len(markup) == 1 else parts


def _of_member(value: object) -> Iterator[str]:
    """What a member of an object says: counts, codes and addresses are none of it."""
    if _holds_others(value):
        yield from _in_order(value)
    elif isinstance(value, str) and _HAN.search(value):
        yield value


def _has_rows(value: object) -> bool:
    """Whether a table's rows are in it."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return _is_table(value) or any(map(_has_rows, parts))


def _is_table(value: object) -> bool:
    """Whether it is a list of rows: lists of cells, or objects whose names are columns'."""
    return (
        isinstance(value, list)
        and len(value) > 1
        and all(_is_row(row) for row in value)
        and max(map(len, value)) > 1
    )


def _is_row(value: object) -> bool:
    if isinstance(value, dict):
        named = all(name.isdecimal() or _HAN.search(name) for name in value)
        return named and not any(map(_holds_others, value.values()))
    return isinstance(value, list) and not any(map(_holds_others, map(_cell, value)))


def _row(value: object) -> object:
    """A row, each of its cells as what it says."""
    return [_cell(cell) for cell in value] if isinstance(value, list) else value


def _cell(value: object) -> object:
    """What a cell says, which some converters describe by an object."""
    return value["text"] if isinstance(value, dict) and "text" in value else value


def _holds_others(value: object) -> bool:
    return isinstance(value, dict | list)


def _line(value: object) -> str:
    """What a line says: a number that was written as one is a figure, and null a blank cell."""
    return str(value) if isinstance(value, str | int | Decimal) else ""
