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
_BESIDE = 2
"""Lines up to which a label and the same again are one row's, no header being between."""
_TWICE = 5
"""Of so many rows at most one is shared by two parts of the same table."""
_BLANK = "空白"


def copies_of(rows: Sequence[ReadRow]) -> list[dict[int, ReadRow]]:
    """The rows of each printed copy of the table; parts of one split table are one copy.

    A row that is blank in one copy is not read from the other: that may be another year's.
    """
    copies: list[dict[int, ReadRow]] = [{}]
    for row in rows:
        held = copies[-1].get(row.number)
        if held is None or (_is_again(row, held) and _worth(row) > _worth(held)):
            copies[-1][row.number] = row
        elif _completes(row, held):
            copies[-1][row.number] = _together(held, row)
        elif _says(row) or (row.pieces and not _is_again(row, held)):
            copies.append({row.number: row})
    return _rejoined(copies)


def _is_again(row: ReadRow, held: ReadRow) -> bool:
    """Whether a row's label stands again in its own table, as where its figures are apart."""
    return abs(row.line - held.line) <= _BESIDE


def _says(row: ReadRow) -> bool:
    """Whether a row has figures that could be placed."""
    return row.sure and row.found > 0


def _worth(row: ReadRow) -> tuple[bool, bool]:
    """Figures that could be placed, before those that could not, before a row without any.

    A row left blank must not silence that its figures stand below, where they cannot be told.
    """
    return _says(row), row.found > 0


def _completes(row: ReadRow, held: ReadRow) -> bool:
    """Whether two rows hold different columns of one: a table printed in parts side by side.

    So is one whose headers name each a part of the columns, one of them perhaps blank; but only if
    nothing stands between its parts: the other may be another year's.
    """
    parts = _is_of_part(row) and _is_of_part(held)
    beside = min(row.blocks) - max(held.blocks) <= 1 if parts else _says(row) and _says(held)
    pairs = zip(row.cells, held.cells, strict=True)
    return beside and all(one is None or other is None for one, other in pairs)


def _is_of_part(row: ReadRow) -> bool:
    """Whether a row has cells under a header that names a part of its columns.

    Where rows have no labels, the header names the kind of case that it is a part of.
    """
    return row.sure and row.partial and bool(row.label)


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

    Where both have figures, which of the two rows is meant cannot be told: neither is placed.
    """
    joined_copies: list[dict[int, ReadRow]] = []
    for copy in copies:
        last = joined_copies[-1] if joined_copies else {}
        both = set(last) & set(copy)
        few = len(both) * _TWICE < len(last | copy)
        if last and few and (_adjoin(last, copy, both) or _goes_on(last, copy)):
            last |= {**copy, **{number: _one_of(last[number], copy[number]) for number in both}}
        else:
            joined_copies.append(dict(copy))
    return joined_copies


def _goes_on(first: Mapping[int, ReadRow], second: Mapping[int, ReadRow]) -> bool:
    """Whether a copy only begins anew with a row that a sentence before the table names."""
    return max(first.keys() - second.keys(), default=-1) < min(second)


def _adjoin(
    first: Mapping[int, ReadRow], second: Mapping[int, ReadRow], both: Iterable[int]
) -> bool:
    """Whether the rows that two copies share stand close together."""
    return all(abs(second[row].line - first[row].line) <= _CLOSE for row in both)


def _one_of(first: ReadRow, second: ReadRow) -> ReadRow:
    """A row of which two are printed: the one that says more, if the other is no row of figures."""
    if _worth(first) != _worth(second) and min(first.found, second.found) <= 1:
        return max(first, second, key=_worth)
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
        named: The other year that the caption over the best names; of none is the document's own.
    """

    best: Mapping[int, ReadRow]
    others: tuple[Mapping[int, ReadRow], ...] = ()
    of_other_years: tuple[str, ...] = ()
    named: int | None = None


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
    years = [_year(copy, caption) for copy in copies]
    printed = [named for named in years if named is not None]
    year = (year_of() if printed else None) or max(printed, default=None)
    told = list(zip(copies, years, strict=True))
    # Where captions name other years only, they throw no table away.
    now = [(copy, named) for copy, named in told if named in (None, year)] or told
    best, of_year = max(
        now, key=lambda one: (_is_filled(one[0]), sure_rows(one[0]), _held_cells(one[0]))
    )
    return Copies(
        best,
        tuple(copy for copy, _ in now if copy is not best),
        tuple(f"{named}年" for named in printed if named != year) if now is not told else (),
        None if of_year in (None, year) else of_year,
    )


def _year(copy: Mapping[int, ReadRow], caption: Callable[[ReadRow], int | None]) -> int | None:
    first = min(copy.values(), key=lambda row: row.line, default=None)
    return caption(first) if first is not None else None


def span_of(copy: Mapping[int, ReadRow]) -> tuple[int, int] | None:
    """The first and the last block in which a copy stands; `None` for one without rows."""
    blocks = [block for row in copy.values() for block in row.blocks]
    return (min(blocks), max(blocks)) if blocks else None


def _is_filled(copy: Mapping[int, ReadRow]) -> bool:
    """Whether a copy has any figure: the form itself may stand before the table."""
    return any(row.found for row in copy.values())


def _held_cells(copy: Mapping[int, ReadRow]) -> int:
    """How many cells of a copy hold something."""
    return sum(cell is not None for row in copy.values() for cell in row.cells)


def sure_rows(copy: Mapping[int, ReadRow]) -> int:
    """How many of a copy's rows could be placed."""
    return sum(row.sure for row in copy.values())


def compare(
    grammar: Grammar, first: Mapping[int, ReadRow], others: Sequence[Mapping[int, ReadRow]]
) -> Iterator[Diagnostic]:
    """What a second copy of the table says otherwise."""
    for other in others:
        both = [number for number in other if number in first]
        whole = not grammar.rows[0].label
        whole = whole or len(both) >= max(3, min(len(first), len(other)) // 2)
        if not whole:
            # Some rows elsewhere are an excerpt; rows that stand together are one table's.
            both = [number for number in both if _adjoin(first, other, [number])]
        found = [
            one for number in both for one in _otherwise(grammar, first[number], other[number])
        ]
        yield from found
        if found and whole:
            # What only one copy prints is no surer than what both do.
            lone = [row for number, row in first.items() if row.found and number not in other]
            yield from (_said(grammar, row, None) for row in lone)
        if both and whole and not found:
            yield rules.COPY.at(grammar.layout.part, table=table_of(grammar))


def _otherwise(grammar: Grammar, mine: ReadRow, yours: ReadRow) -> Iterator[Diagnostic]:
    """What a copy of a row says otherwise: cell by cell, or as a whole if only one can be told."""
    if not (mine.found and yours.found and yours.sure):
        if mine.found or yours.found:
            yield _said(grammar, mine, yours)
        return
    spec = grammar.rows[mine.number]
    for column, ours, theirs in zip(spec.columns, mine.cells, yours.cells, strict=True):
        if theirs is None and yours.partial:
            continue  # A row of a part has no such column to be blank.
        here, there = _text(ours), _text(theirs)
        if read(here, column.kind).value != read(there, column.kind).value:
            yield rules.COPIES_DIFFER.at(
                grammar.path(spec, column),
                ours.anchor if isinstance(ours, Piece) else None,
                cell=cell_of(grammar, spec, column),
                first=here or _BLANK,
                second=there or _BLANK,
            )


def _said(grammar: Grammar, mine: ReadRow, yours: ReadRow | None) -> Diagnostic:
    """That a row's figures stand in one copy only, or cannot be told in the other."""
    spec = grammar.rows[mine.number]
    return rules.COPIES_DIFFER.at(
        grammar.path(spec),
        mine.anchor,
        cell=cell_of(grammar, spec),
        first=mine.raw or _BLANK,
        second=(yours.raw if yours is not None else "") or _BLANK,
    )


def _text(cell: Shown) -> str:
    """What stands in a column, as text."""
    if cell is None:
        return ""
    return cell.text if isinstance(cell, Piece) else str(cell)
