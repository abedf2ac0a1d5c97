"""Tables in the markup of wikis, of LaTeX and of OTSL, as converters of pages and scans write them.

OTSL, "Optimized Table Structure Language" (Lysak et al. 2023), has a sign before each cell, which
also says whether the cell is one with that on its left or above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govinfo.adapters.text.markdown import plain
from govinfo.adapters.text.rows import Found, Part, Row, table_of

_LONGEST = 2000
"""Lines of a table, at most."""
_INLINE = re.compile(r"\|\||!!")
_ATTRIBUTES = re.compile(
    r'\A\s*+(?:[a-z-]{1,30}+\s*+=\s*+(?:"[^"]{0,200}+"|[^\s"|]{1,200}+)\s*+)++\|(?!\|)'
)
_BEGIN = re.compile(
    r"\\begin\{(?:tabular|longtable|tabularx|array)\*?\}(?:\[[^\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\})*"
)
_END = re.compile(r"\\end\{(?:tabular|longtable|tabularx|array)\*?\}")
_ROW_END = re.compile(r"\\\\(?:\[[^\]\\]*+\])?|\\tabularnewline")
_AMPERSAND = re.compile(r"(?<!\\)&")
_COVERING = re.compile(r"\\multi(?:column|row)\{[^{}]*\}\{[^{}]*\}")
_COLUMNS = re.compile(r"\\multicolumn\{(\d{1,2})\}")
_OTSL = re.compile(r"<(fcel|ecel|lcel|ucel|xcel|ched|rhed|srow|nl)>")
_AROUND = re.compile(r"</?otsl>")
_COMMAND = re.compile(
    r"\\(?:begin|end)\{\w+\}(?:\[[^\]]*\])*(?:\{\\\w+\})?|\\[a-z]+(?:\{[\d.-]*\})?|[{}]|@\{\}"
)


def wiki_table(lines: Sequence[Row], start: int, number: int) -> Found:
    """A table of a wiki: a cell a line behind a bar or an exclamation mark, rows parted by `|-`."""
    if not lines[start].text.strip().startswith("{|"):
        return (), start
    rows: list[list[Part]] = [[]]
    for at in range(start + 1, min(len(lines), start + _LONGEST)):
        text = lines[at].text.strip()
        if text.startswith("|}"):
            rows = [row for row in rows if row]
            return ([table_of(rows, number)] if rows else ()), at + 1
        if text.startswith("|-"):
            rows.append([])
        elif text[:1] in ("|", "!") and not text.startswith("|+"):
            rows[-1] += [(_cell(part), lines[at].anchor) for part in _INLINE.split(text[1:])]
        elif text and rows[-1]:
            said, anchor = rows[-1][-1]
            rows[-1][-1] = (f"{said}\n{plain(text)}".strip(), anchor)
    return (), start


def _cell(text: str) -> str:
    return plain(_ATTRIBUTES.sub("", text)).strip()


def latex_table(lines: Sequence[Row], start: int, number: int) -> Found:
    """A table of LaTeX: ampersands between the cells, two backslashes behind a row."""
    begin = _BEGIN.search(lines[start].text)
    if begin is None:
        return (), start
    rows: list[list[Part]] = []
    begun: list[str] = []
    anchor = lines[start].anchor
    for at in range(start, min(len(lines), start + _LONGEST)):
        text = lines[at].text if at > start else lines[at].text[begin.end() :]
        if _BEGIN.search(text):
            break
        text, *ended = _END.split(text, maxsplit=1)
        anchor = anchor if any(map(str.strip, begun)) else lines[at].anchor
        first, *rest = _ROW_END.split(text)
        begun.append(first)
        whole = ["\n".join(begun), *rest[:-1]] if rest else []
        begun = rest[-1:] or begun
        for row in whole:
            cells = list(_cells(row))
            if any(cells):
                rows.append([(cell, anchor) for cell in cells])
        if ended:
            return ([table_of(rows, number)] if rows else ()), at + 1
    return (), start


def _cells(row: str) -> Iterator[str]:
    """The cells of a row of LaTeX: a heading of several columns has blank ones behind it."""
    for cell in _AMPERSAND.split(row):
        said = _said(cell)
        yield said
        columns = _COLUMNS.search(cell)
        yield from [""] * (int(columns[1]) - 1 if columns and not said.isdecimal() else 0)


def _said(cell: str) -> str:
    """A cell without its commands."""
    flat = _COMMAND.sub("", _COVERING.sub("", cell)).replace("\\", "")
    return "".join(part.strip() for part in flat.split("\n"))


def otsl_table(lines: Sequence[Row], start: int, number: int) -> Found:
    """A table of OTSL: what a cell continues is said by the cell on its left or above it."""
    rows: list[list[Part]] = [[]]
    end = start
    while end < len(lines) and _OTSL.search(lines[end].text):
        before, *signed = _OTSL.split(_AROUND.sub("", lines[end].text))
        if before.strip():
            break
        for sign, text in zip(signed[::2], signed[1::2], strict=True):
            if sign == "nl":
                rows.append([])
            else:
                rows[-1].append((plain(text).strip(), lines[end].anchor))
        end += 1
    rows = [row for row in rows if row]
    return ([table_of(rows, number)], end) if rows else ((), start)
