"""Tables that a text draws with tabs or commas between the cells, or a tab before each."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

from govinfo.adapters.text.rows import HEADING, Found, Part, Row, is_empty, table_of

_LONG_CELL = 100
"""Characters from which a tab-led line is an indented paragraph, as a sentence is, not a cell."""
_SHORT_CELL = 12
"""Characters up to which a line that ends as a sentence does may be a cell."""
_FEWEST = 3
"""Lines from which commas make a table."""
_SIGNS = {",": (2, _FEWEST), ";": (2, _FEWEST), "；": (1, 2)}
"""What parts values, from how many on a line is a row, and from how many lines on they are a table.

A comma may set off thousands, and a semicolon end a letter that HTML names.
"""
_PAIR = re.compile(r"[^\d,;；\[\]{}]{2,40}[,;；](?:\d{1,12}|[^\d,;；\[\]{}]{2,40})")
"""Two labels, or a label and its only figure, whose thousands no sign sets off."""
_FULL = 4
"""Values from which fewer lines are a table."""
_NO_VALUE = re.compile(r"\d\s+\d|[\[\]{}]")
"""Two figures, or a part of a list."""
_LOOKED_AT = 60
"""Lines of a run by which it is told whether they are rows."""
_LONG_ROW = 20
"""Cells from which a row is rather all the cells of a table."""
_ORDINAL = re.compile(r"^[\s\u3000]*[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?\t")


_ENDED = re.compile(r"\t([^\t]*\t)?")
_FIGURE = re.compile(r"[-+]?[\d０-９][\d０-９,.]*")


def comma_rows(lines: Sequence[Row], start: int, number: int) -> Found:
    """Rows of values that signs part, of which enough hold figures to be no prose."""
    return max((_signed_rows(lines, start, number, sign) for sign in _SIGNS), key=lambda f: f[1])


def _signed_rows(lines: Sequence[Row], start: int, number: int, sign: str) -> Found:
    least, fewest = _SIGNS[sign]
    if sign not in lines[start].text:
        return (), start
    seen = _end_of_rows(lines[start : start + _LOOKED_AT], sign, least)
    values = _values(lines[start : start + seen], sign)
    if not (_are_values(values) and (seen >= fewest or _are_full(values))):
        return (), start
    end = start + _end_of_rows(lines[start:], sign, least)
    rows = _values(lines[start:end], sign)
    if len(rows) != end - start:
        return (), start
    anchors = [line.anchor for line in lines[start:end]]
    placed = [
        [(cell.strip(), anchor) for cell in row] for row, anchor in zip(rows, anchors, strict=True)
    ]
    return [table_of(placed, number)], end


def _end_of_rows(lines: Sequence[Row], sign: str, least: int) -> int:
    ends = (at for at, line in enumerate(lines) if not _is_row(line.text, sign, least))
    return next(ends, len(lines))


def _values(lines: Sequence[Row], sign: str) -> list[list[str]]:
    return list(csv.reader([line.text for line in lines], delimiter=sign))


def _are_values(rows: Sequence[Sequence[str]]) -> bool:
    """Whether enough rows hold figures, or several have as many cells, as sentences have not."""
    with_figures = sum(any(cell.strip().isdecimal() for cell in row) for row in rows)
    even = len({len(row) for row in rows}) == 1 < len(rows) and len(rows[0]) > _FEWEST
    return even or with_figures * 3 >= len(rows) > 0


def _are_full(rows: Sequence[Sequence[str]]) -> bool:
    """Whether few rows have as many values each, none of them two: a header and its row."""
    cells = [cell.strip() for row in rows for cell in row]
    even = len({len(row) for row in rows}) == 1
    return even and len(cells) >= _FULL and not any(map(_NO_VALUE.search, cells))


def _is_row(text: str, sign: str, least: int) -> bool:
    parted = text.count(sign) >= least or (sign in text and _PAIR.fullmatch(text) is not None)
    return parted and "。" not in text and len(text) < _LONG_CELL * 2


def tab_led(lines: Sequence[Row], start: int, number: int) -> Found:
    """Cells on lines of their own, each behind a tab; a blank line ends a row."""
    rows: list[list[Part]] = []
    position = end = start
    while position < len(lines):
        row, after = _tab_led_row(lines, position)
        if row is None:
            break
        rows.append(row)
        position = end = after
        if position < len(lines) and is_empty(lines[position]) and "\t" not in lines[position].text:
            position += 1
    if any(len(row) > _LONG_ROW for row in rows):
        # Nothing parts the rows: only the cells are known, and their order.
        rows = [[cell] for row in rows for cell in row]
    cells = sum(map(len, rows))
    return ([table_of(rows, number)], end) if cells > 1 else ((), start)


def _tab_led_row(lines: Sequence[Row], start: int) -> tuple[list[Part] | None, int]:
    cells: list[Part] = []
    position = start
    while position < len(lines):
        text = lines[position].text
        if text.startswith("\t") and "\t" not in text[1:]:
            if len(text) > _LONG_CELL or _is_sentence(text):
                return None, start
            cells.append((text[1:].strip(), lines[position].anchor))
        elif (
            "\t" in text
            or not cells
            or is_empty(lines[position])
            or len(text) > _LONG_CELL
            or HEADING.match(text.strip())
        ):
            break
        else:
            last, anchor = cells[-1]
            cells[-1] = (f"{last}\n{text.strip()}".strip(), anchor)
        position += 1
    if position < len(lines) and "\t" in lines[position].text:
        return None, start
    return (cells, position) if cells else (None, start)


def _is_sentence(text: str) -> bool:
    """Whether a line is prose; a cell may say `无。`."""
    return len(text) > _SHORT_CELL and text.rstrip().endswith("。")


def tab_between(lines: Sequence[Row], start: int, number: int) -> Found:
    """Cells on lines of their own, and a tab on a line of its own between those of a row.

    This is what a browser makes of cells that hold paragraphs.
    """
    rows: list[list[Part]] = []
    position = end = start
    follows = False
    while position < len(lines):
        line = lines[position]
        if line.text == "\t" and rows:
            if follows:
                rows[-1].append(("", line.anchor))
            follows, end = True, position + 1
        elif is_empty(line):
            pass
        elif (
            "\t" in line.text or len(line.text) > _LONG_CELL or not _has_tab_after(lines, position)
        ):
            if not follows:
                break
            rows[-1].append((line.text.strip(), line.anchor))
            follows, end = False, position + 1
        elif follows:
            rows[-1].append((line.text.strip(), line.anchor))
            follows, end = False, position + 1
        else:
            rows.append([(line.text.strip(), line.anchor)])
        position += 1
    rows = [row for row in rows if row]
    return ([table_of(rows, number)], end) if sum(map(len, rows)) > len(rows) + 1 else ((), start)


def _has_tab_after(lines: Sequence[Row], at: int) -> bool:
    """Whether a tab alone follows a line, or the next line that says something."""
    said = 0
    for after in range(at + 1, len(lines)):
        if lines[after].text == "\t":
            return True
        said += not is_empty(lines[after])
        if said > 1:
            break
    return False


def tab_ended(lines: Sequence[Row], start: int, number: int) -> Found:
    """Cells on lines of their own, a tab at both ends; lines of a tab alone end a row."""
    rows: list[list[Part]] = [[]]
    end = start
    while end < len(lines) and _ENDED.fullmatch(lines[end].text):
        text = lines[end].text.strip()
        alone = end + 1 < len(lines) and _FIGURE.fullmatch(lines[end + 1].text.strip())
        if text or (rows[-1] and alone and lines[end - 1].text.strip()):
            rows[-1].append((text, lines[end].anchor))
        elif rows[-1]:
            rows.append([])
        end += 1
    rows = [row for row in rows if row]
    return ([table_of(rows, number)], end) if len(rows) > 1 else ((), start)


def tab_rows(lines: Sequence[Row], start: int, number: int) -> Found:
    """Rows with tabs between the cells; a single blank line may stand between rows."""
    rows: list[list[Part]] = []
    position = end = start
    while position < len(lines):
        line = lines[position]
        text, anchor = line.text, line.anchor
        if "\t" in text and len(text) < 10 * _LONG_CELL and not _is_numbered(text):
            rows.append([(cell.strip(), anchor) for cell in text.split("\t")])
            end = position + 1
        elif position == end and rows and _completes(rows[-1], lines, position):
            rows[-1].append((text.strip(), anchor))
            end = position + 1
        elif not is_empty(line) or position != end or not rows:
            break
        position += 1
    # A tab before each line and none within sets it off from the margin.
    between = any(row[0][0] or len(row) > 2 for row in rows)
    several = between and (len(rows) > 1 or len(rows[0]) > 2)
    return ([table_of(_unenclosed(rows), number)], end) if rows and several else ((), start)


def _unenclosed(rows: list[list[Part]]) -> list[list[Part]]:
    """Rows without the tab that stands at the end of each, where one stands before each as well.

    Tools that set a tab wherever two strings meet leave blank cells out: taken for a cell, the
    last tab would fill up a row that has lost one. Before the first string of all, and after the
    last, there is none.
    """
    ended = all(len(row) > 2 and not row[-1][0] for row in rows[1:-1])
    enclosed = ended and len(rows) > _FEWEST and all(not row[0][0] for row in rows[1:])
    if not enclosed:
        return rows
    return [row if row[-1][0] or len(row) == 1 else row[:-1] for row in rows]


def _completes(row: Sequence[Part], lines: Sequence[Row], at: int) -> bool:
    """Whether a line is a row's last cell, which found no room: the next row has one cell more."""
    text = lines[at].text
    after = next((line.text for line in lines[at + 1 : at + 3] if not is_empty(line)), "")
    return (
        bool(text.strip())
        and len(text) < _LONG_CELL
        and after.count("\t") == len(row) >= 2
        and all(part and _FIGURE.fullmatch(part) is None for part, _ in row)
        and not any(map(str.isdecimal, text))
    )


def _is_numbered(text: str) -> bool:
    """Whether the only tab stands between a number and the text that it numbers."""
    return text.count("\t") == 1 and _ORDINAL.match(text) is not None
