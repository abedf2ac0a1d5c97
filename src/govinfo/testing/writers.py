"""Ways in which real texts draw tables that no one would choose, for `govinfo.render.text`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from govinfo.blocks import Table
from govinfo.render.text import covering, piped
from govinfo.testing.tables import figures_in


def single_spaced(table: Table, *, groups: bool = True) -> str:
    """Rows of cells with single blanks between; blank cells vanish.

    Args:
        table: The table.
        groups: Whether the labels of groups are printed.
    """
    lines = []
    for number, row in enumerate(table.rows):
        cells = [cell for cell in row if cell.text]
        if not groups and figures_in(table, number):
            labels = [cell for cell in cells if cell.header]
            cells = [cell for cell in cells if not cell.header or cell in labels[-1:]]
        lines.append(" ".join(cell.text for cell in cells))
    return "\n".join(lines) + "\n"


def listed(table: Table) -> str:
    """Rows as lists of JSON on one line, a cell that is merged once and then null."""
    return json.dumps(
        [[said or None for said in row] for row in _by_column(table)], ensure_ascii=False
    )


def latex(table: Table) -> str:
    """A table of LaTeX on one line, as models that recognise pages write it."""
    rows = " ".join(" & ".join(row) + " \\\\ \\hline" for row in _by_column(table))
    return f"\\begin{{tabular}}{{{'|c' * table.n_columns}|}} \\hline {rows} \\end{{tabular}}"


def otsl(table: Table) -> str:
    """A table of OTSL, a sign before each cell."""
    rows = (
        "".join(f"<fcel>{said}" if said else "<ecel>" for said in row) for row in _by_column(table)
    )
    return f"<otsl>{'<nl>'.join(rows)}<nl></otsl>"


def _by_column(table: Table) -> list[list[str]]:
    """For every row a text for each column, a merged cell's where it begins."""
    return [
        [
            cell.text if begins and not at else ""
            for cell, begins in row
            for at in range(cell.colspan)
        ]
        for row in covering(table)
    ]


def pipes_by_row(
    table: Table, *, name: Callable[[int], str], full: bool = False, gap: bool = True
) -> str:
    """A pipe table for every row, under invented column names.

    Args:
        table: The table.
        name: The name of a column by its number.
        full: Whether each row has a cell for every column of the grid, or only for those of
            the cells that begin in it.
        gap: Whether a blank line parts the tables.
    """
    texts = []
    for row in covering(table):
        cells = [
            text
            for cell, begins in row
            if begins or full
            for text in (
                cell.text if begins else "",
                *([""] * (cell.colspan - 1) if full else []),
            )
        ]
        texts.append(piped([[name(i) for i in range(len(cells))], cells]))
    return ("\n" if gap else "").join(texts)


def raw(table: Table, *, values: str = "after", wrap: int = 16, letters: int = 1) -> str:
    """Text in the order of a PDF's content stream.

    A label that fits on one line has its values beside it; a longer one is printed in pieces
    with the values on a line of their own.

    Args:
        table: The table.
        values: Where that line stands: `before`, `after` or `amid` the pieces.
        wrap: Letters of a line of labels.
        letters: How many letters of a merged group label a line holds.
    """
    lines: list[str] = []
    for row in table.rows:
        if all(cell.header for cell in row):
            lines += [cell.text for cell in row if cell.text]
            continue
        figures = " ".join(cell.text for cell in row if not cell.header and cell.text)
        labels = [cell.text for cell in row if cell.header and cell.text]
        if not labels:
            lines.append(figures)
            continue
        *groups, label = labels
        for group in groups:
            lines += _pieces(group, letters)
        pieces = _pieces(label, wrap)
        if len(pieces) == 1:
            lines.append(f"{label} {figures}".strip())
            continue
        at = {"before": 0, "after": len(pieces), "amid": (len(pieces) + 1) // 2}[values]
        lines += [*pieces[:at], *([figures] if figures else []), *pieces[at:]]
    return "\n".join(lines) + "\n"


def paged(texts: Sequence[str], *, first: int = 1, form_feed: bool = True) -> str:
    """Texts on pages of their own, each with its page's number below."""
    pages = [f"{text}\n{' ' * 30}- {number} -\n" for number, text in enumerate(texts, first)]
    return ("\f" if form_feed else "\n").join(pages)


def _pieces(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]
