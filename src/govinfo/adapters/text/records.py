"""What JSON says: records as sites' interfaces, crawlers and the converters of pages write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from govinfo.adapters.held_pages import AROUND, TABLE, WORDS, title_in
from govinfo.adapters.text.cells_in_json import TEXTS, of_cells
from govinfo.adapters.text.frames import shown
from govinfo.adapters.text.literals import printed_value

_ALONE = re.compile(r"<table[\s>].*</table>", re.IGNORECASE | re.DOTALL)
_FILE = re.compile(r"\.\w{2,4}\Z")
_LEAST = 4
"""Of so much text a string that holds a report is at least one part."""
_DEEPEST = 40
_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2


def text_in(text: str) -> str:
    """The text that JSON holds, or what Python printed; `""` for a text that is neither.

    That is a string, or the strings of a list as lines, behind the title beside it; or all that
    is in it, in its order, where it is in pieces or has tables: as lists of cells, as cells that
    say where they stand, or in markup.
    """
    said = _json(text)
    whole = list(_in_order(said, _DEEPEST))
    longest, holder = max(_strings(said), key=lambda one: len(one[0]), default=("", {}))
    if any(map(_is_drawn, whole)) or 2 * len(longest) < sum(map(len, whole)):
        return "\n".join(whole)
    # As it was written, with escapes or without, it is much of the text.
    if _LEAST * len(json.dumps(longest, ensure_ascii="\\u" in text)) <= len(text):
        return ""
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
            if len(cells) >= len(rows) and _has_words(cells):
                yield "\n".join(map(_line, cells)), holder if isinstance(holder, dict) else {}
        for part in value:
            yield from _strings(part, value)


def _in_order(value: object, depth: int) -> Iterator[str]:
    """All that is said in it, in its order: a table's rows a line each, its markup alone."""
    if depth == 0:
        return
    if isinstance(value, list) and (table := of_cells(value) or of_cells(_flat(value))):
        yield table
    elif isinstance(value, list) and (lines := _lines_told(value)):
        yield from map(_line, lines)
        yield ""
    elif isinstance(value, list) and _is_table(value):
        yield from (json.dumps(_row(row), ensure_ascii=False, default=str) for row in value)
        yield ""
    elif isinstance(value, list) and any(isinstance(part, str | dict | list) for part in value):
        for part in value:
            yield from [_line(part)] if not _holds_others(part) else _in_order(part, depth - 1)
    elif isinstance(value, dict) and (sheet := _by_column(value)):
        yield from (_of_sheet(row) for row in sheet)
    elif isinstance(value, dict):
        yield from _of_object(value, depth)


def _lines_told(rows: Sequence[object]) -> Sequence[object]:
    """The lines of which objects say nothing but which they are; none if they are no such.

    So does a corpus that was searched for what stands twice: a line's number, its digest, whether
    it is there again.
    """
    named = [row for row in rows if isinstance(row, dict)]
    if len(named) < max(_FEWEST_ROWS, len(rows)) or len({tuple(row) for row in named}) > 1:
        return ()
    told = [[row[name] for row in named] for name in named[0]]
    if any(map(_holds_others, (cell for cells in told for cell in cells))):
        return ()
    said = [cells for cells in told if not _tells_which(cells)]
    return said[0] if len(said) == 1 and len(told) > 1 and _has_words(said[0]) else ()


def _tells_which(cells: Sequence[object]) -> bool:
    """Whether a column says which lines its are: numbers in order, digests, whether or not."""
    if all(isinstance(cell, bool) for cell in cells):
        return True
    numbers = [cell for cell in cells if isinstance(cell, int)]
    if len(numbers) == len(cells):
        return all(before < after for before, after in pairwise(numbers))
    texts = [cell for cell in cells if isinstance(cell, str)]
    digests = not any(text.strip().isdecimal() for text in texts) and not _has_words(texts)
    return digests and len(texts) == len(cells)


def _has_words(cells: Sequence[object]) -> bool:
    return any(isinstance(cell, str) and WORDS.search(cell) for cell in cells)


def _by_column(value: dict[str, object]) -> list[list[object]]:
    """The rows of a sheet of which each column is an object, as data frames write it."""
    columns = [one for one in value.values() if isinstance(one, dict) and all(map(_is_count, one))]
    if len(columns) < max(_FEWEST_COLUMNS, len(value)) or len({tuple(one) for one in columns}) > 1:
        return []
    rows = zip(*(one.values() for one in columns), strict=True)
    return [list(value), *map(list, rows)]


def _is_count(name: str) -> bool:
    return name.isdecimal()


def _of_sheet(row: Sequence[object]) -> str:
    """A row of a sheet: as a list of cells, or as the text of the only one that is filled."""
    said = [shown("" if cell is None else str(cell)) for cell in row]
    filled = [cell for cell in said if cell]
    return filled[0] if len(filled) == 1 else json.dumps(said, ensure_ascii=False)


def _flat(rows: Sequence[object]) -> list[object]:
    """The cells of rows in a list; one that covers several places may be listed in each."""
    cells = [cell for row in rows if isinstance(row, list) for cell in row]
    return [cell for at, cell in enumerate(cells) if not at or cell != cells[at - 1]]


def _of_object(value: dict[str, object], depth: int) -> list[str]:
    """What an object says: counts, codes and addresses are none of it."""
    said: list[str] = []
    for name, part in value.items():
        if _holds_others(part):
            # A table may be told by the cell and by the row.
            said += [one for one in _in_order(part, depth - 1) if not (one and one in said[-1:])]
        elif isinstance(part, str) and (name.lower() in TEXTS or _is_said(part)) and part.strip():
            plain = _plain(part)
            # Some tell a block's text again as it was before they changed it.
            said += [plain] if plain not in said else []
    # A block may tell its table again as running text.
    tables = [one for one in said if TABLE.match(one)]
    return tables if len(tables) == 1 and _is_block(value, depth) else said


def _is_said(text: str) -> bool:
    """Whether a text has words, and is neither an address nor a file's name."""
    named = len(text.split()) == 1 and ("://" in text or _FILE.search(text) is not None)
    return WORDS.search(text) is not None and not named


def _plain(text: str) -> str:
    """A text; the markup of one that is a table on a line."""
    inner = AROUND.sub("", text).strip() if TABLE.search(text) else ""
    return " ".join(inner.split()) if _ALONE.fullmatch(inner) else text


def _is_drawn(line: str) -> bool:
    """Whether a line is a table, one of its rows, or the end of one."""
    return line == "" or line[:1] == "[" or TABLE.search(line) is not None


def _is_block(value: dict[str, object], depth: int) -> bool:
    """Whether an object has no objects listed in it: it is one block of a page."""
    for part in value.values():
        if isinstance(part, list) and any(isinstance(one, dict) for one in part):
            return False
        if isinstance(part, dict) and (not depth or not _is_block(part, depth - 1)):
            return False
    return True


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
        named = all(name.isdecimal() or WORDS.search(name) for name in value)
        return named and not any(map(_holds_others, value.values()))
    cells = value if isinstance(value, list) and not of_cells(value) else [[]]
    return not any(map(_holds_others, map(_cell, cells)))


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
