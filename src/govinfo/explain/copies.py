"""A table that a document prints more than once, or in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.explain.rows import ReadRow, Shown, opened
from govinfo.grammar.compile import Grammar
from govinfo.grammar.facts import cell_of, table_of
from govinfo.grammar.values import read
from govinfo.layout.lines import Piece

_CLOSE = 10
"""Lines up to which two rows of one label stand in the same table."""
_TWICE = 5
"""Of so many rows at most one is shared by two parts of the same table."""


def copies_of(rows: Sequence[ReadRow]) -> list[dict[int, ReadRow]]:
    """The rows of each printed copy of the table; parts of one split table are one copy."""
    copies: list[dict[int, ReadRow]] = [{}]
    for row in rows:
        held = copies[-1].get(row.number)
        if held is None or _worth(row) > _worth(held):
            copies[-1][row.number] = row
        elif _completes(row, held):
            copies[-1][row.number] = _together(held, row)
        elif _says(row):
            copies.append({row.number: row})
    return _rejoined(copies)


def _says(row: ReadRow) -> bool:
    """Whether a row has figures that could be placed."""
    return row.sure and row.found > 0


def _worth(row: ReadRow) -> tuple[bool, bool]:
    """Figures that could be placed, before those that could not, before a row without any.

    A row left blank must not silence that its figures stand below, where they cannot be told.
    """
    return _says(row), row.found > 0


def _completes(row: ReadRow, held: ReadRow) -> bool:
    """Whether two rows hold different columns of one: a table printed in parts side by side."""
    pairs = zip(row.cells, held.cells, strict=True)
    return _says(row) and _says(held) and all(one is None or other is None for one, other in pairs)


def _together(first: ReadRow, second: ReadRow) -> ReadRow:
    """A row printed in two parts."""
    pairs = zip(first.cells, second.cells, strict=True)
    cells = tuple(other if one is None else one for one, other in pairs)
    return first._replace(
        cells=cells,
        evidence=None,
        raw=f"{first.raw} {second.raw}",
        found=first.found + second.found,
        blocks=first.blocks | second.blocks,
        partial=None in cells,
        shifted=first.shifted or second.shifted,
        unsure=first.unsure or second.unsure,
        header=evolve(first.header, unsure=first.header.unsure or second.header.unsure),
    )


def _rejoined(copies: Sequence[dict[int, ReadRow]]) -> list[dict[int, ReadRow]]:
    """Copies that share hardly a row are one table in which a row's label is printed twice.

    Which of the two rows is meant cannot be told: neither is placed.
    """
    joined_copies: list[dict[int, ReadRow]] = []
    for copy in copies:
        last = joined_copies[-1] if joined_copies else {}
        both = set(last) & set(copy)
        if last and len(both) * _TWICE < len(last | copy) and _adjoin(last, copy, both):
            twice = {number: _ambiguous(last[number], copy[number]) for number in both}
            last |= {**copy, **twice}
        else:
            joined_copies.append(dict(copy))
    return joined_copies


def _adjoin(
    first: Mapping[int, ReadRow], second: Mapping[int, ReadRow], both: Iterable[int]
) -> bool:
    """Whether the rows that two copies share stand close together."""
    return all(abs(second[row].line - first[row].line) <= _CLOSE for row in both)


def _ambiguous(first: ReadRow, second: ReadRow) -> ReadRow:
    """A row of which two are printed."""
    return opened(first)._replace(
        evidence=None,
        raw=f"{first.raw} / {second.raw}",
        found=first.found + second.found,
        blocks=first.blocks | second.blocks,
    )


@frozen(slots=True)
class Copies:
    """The printed copies of a table.

    Attributes:
        best: The one to read.
        others: The others of it.
        of_other_years: What says that the rest are of other years.
    """

    best: Mapping[int, ReadRow]
    others: tuple[Mapping[int, ReadRow], ...] = ()
    of_other_years: tuple[str, ...] = ()


def one_copy(
    copies: Sequence[Mapping[int, ReadRow]],
    year_of: Callable[[], int | None],
    caption: Callable[[ReadRow], int | None],
) -> Copies:
    """Tell the copy to read from the other copies of it, and those of other years.

    Args:
        copies: The printed copies of the table.
        year_of: Gives the year the document is about.
        caption: The year that the caption over a row names.
    """
    if len(copies) < 2:
        # A caption alone throws the only table there is not away.
        return Copies(copies[0] if copies else {})
    year = year_of()
    years = [_year(copy, caption) for copy in copies]
    printed = [named for named in years if named is not None]
    latest = year if year is not None and printed else max(printed, default=None)
    now = [copy for copy, named in zip(copies, years, strict=True) if named in (None, latest)]
    if not now:
        now, years = list(copies), []
    best = max(now, key=sure_rows, default={})
    older = tuple(f"{named}年" for named in years if named not in (None, latest))
    return Copies(best, tuple(copy for copy in now if copy is not best), older)


def _year(copy: Mapping[int, ReadRow], caption: Callable[[ReadRow], int | None]) -> int | None:
    first = min(copy.values(), key=lambda row: row.line, default=None)
    return caption(first) if first is not None else None


def span_of(copy: Mapping[int, ReadRow]) -> tuple[int, int] | None:
    """The first and the last block in which a copy stands; `None` for one without rows."""
    blocks = [block for row in copy.values() for block in row.blocks]
    return (min(blocks), max(blocks)) if blocks else None


def sure_rows(copy: Mapping[int, ReadRow]) -> int:
    """How many of a copy's rows could be placed."""
    return sum(row.sure for row in copy.values())


def compare(
    grammar: Grammar, first: Mapping[int, ReadRow], others: Sequence[Mapping[int, ReadRow]]
) -> Iterator[Diagnostic]:
    """What a second copy of the table says otherwise."""
    for other in others:
        both = [number for number in other if number in first and other[number].sure]
        whole = len(both) >= max(3, len(first) // 2) or not grammar.rows[0].label
        if not whole:
            # Some rows elsewhere are an excerpt; rows that stand together are one table's.
            both = [number for number in both if _adjoin(first, other, [number])]
        differ = False
        for number in both:
            spec = grammar.rows[number]
            for column, mine, yours in zip(
                spec.columns, first[number].cells, other[number].cells, strict=True
            ):
                here, there = _text(mine), _text(yours)
                if read(here, column.kind).value != read(there, column.kind).value:
                    differ = True
                    yield rules.COPIES_DIFFER.at(
                        grammar.path(spec, column),
                        mine.anchor if isinstance(mine, Piece) else None,
                        cell=cell_of(grammar, spec, column),
                        first=here or "空白",
                        second=there or "空白",
                    )
        if both and whole and not differ:
            yield rules.COPY.at(grammar.layout.part, table=table_of(grammar))


def _text(cell: Shown) -> str:
    """What stands in a column, as text."""
    if cell is None:
        return ""
    return cell.text if isinstance(cell, Piece) else str(cell)
