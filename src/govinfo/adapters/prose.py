"""Tells rows of a table that are no rows: a text typed into a table, or a table around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

Area = tuple[int, int, int, int, str]
"""A cell at its place: row and column from 0, rowspan, colspan, text."""

SENTENCE: Final = "。"


def rows_of_prose(areas: Iterable[Area]) -> set[int]:
    """Rows that hold one cell as wide as the table, follow each other, and have a sentence.

    One such row heads the rows below it. Several are a text around a table: so it is where the
    whole report was typed into one, or stands in a sheet.

    Args:
        areas: The cells of a table, in reading order.
    """
    found = list(areas)
    if not any(SENTENCE in text for *_, text in found):
        return set()
    width = max(column + colspan for _, column, _, colspan, _ in found)
    wide = {
        row: text for row, _, rowspan, colspan, text in found if colspan == width > 1 == rowspan
    }
    prose: set[int] = set()
    run: list[int] = []
    for row in [*wide, -1]:
        if run and row != run[-1] + 1:
            texts = [wide[one] for one in run if wide[one].strip()]
            if len(texts) > 1 and any(SENTENCE in text for text in texts):
                prose.update(run)
            run = []
        run.append(row)
    return prose
