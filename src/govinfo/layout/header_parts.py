"""Headers that do not name all of the template's columns.

Some of them are not printed, or another stands at their place; these have no figure then.

    信息内容 | 处理决定数量                信息内容 | 上一年项目数量 | 本年数量 | 处理决定数量
    行政许可 | 117                        行政许可 | 4             | 5       | 117

Where fewer are named: relies on one line of labels side by side behind the stub's, each of which
is one column's; each figure of the rows under it stands under one of them. Where another's label
stands at a column's place: relies on a cell for each label; a row that has fewer, or more, is not
sure of any.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from govinfo.grammar.compile import ColumnSet
from govinfo.grammar.labels import Key
from govinfo.grammar.lexicon import Lexicon
from govinfo.grammar.sums import row_sums
from govinfo.layout.cells import Cells
from govinfo.layout.groups import FigureGroup
from govinfo.layout.header import Header, Span, columns_named
from govinfo.layout.header_lines import most_like
from govinfo.layout.lines import Line, Piece


def under_parts(
    groups: Sequence[FigureGroup], starts: Sequence[int], lines: Sequence[Line], words: Lexicon
) -> list[FigureGroup]:
    """The groups; of those under such a header, the columns that it names.

    Args:
        groups: The groups of figures.
        starts: From which line the header over each may begin.
        lines: The table's lines.
        words: The grammar's labels.
    """
    labels: Sequence[Piece] = ()
    under: list[tuple[FigureGroup, Sequence[Piece]]] = []
    for group, start in zip(groups, starts, strict=True):
        naming = [line for line in lines[start : group.line] if _names_columns(line, words)]
        if naming:
            labels = _behind_stub(naming[0]) if len(naming) == 1 else ()
        under.append((group, labels))
    beside = {id(labels) for group, labels in under if labels and not _are_over(labels, group)}
    over = {id(labels) for group, labels in under if labels and group.printed} - beside
    if not over:
        return list(groups)
    parts = (
        _part(labels, words.grammar.rows[group.row or 0].columns) if id(labels) in over else ()
        for group, labels in under
    )
    return [
        group._replace(part=part) if part else group
        for group, part in zip(groups, parts, strict=True)
    ]


def against_labels(
    groups: Sequence[FigureGroup],
    headers: Sequence[Header],
    starts: Sequence[int],
    lines: Sequence[Line],
    words: Lexicon,
) -> list[FigureGroup]:
    """The groups; those not to be told that would be read against the labels nearest over them.

    A line of a grid may name too few columns to be read as a header: the one before is used then,
    or the order of the cells. Where a column's label stands elsewhere than its figure would,
    neither is sure. Columns that sums bind are told by these.
    """
    found: list[FigureGroup] = []
    nearest: Sequence[Line] = ()
    for group, header, start in zip(groups, headers, starts, strict=True):
        own = lines[start : group.line]
        nearest = [line for line in own if _names_columns(line, words)] or nearest
        columns = words.grammar.rows[group.row or 0].columns
        alone = group.table and not group.part and not row_sums(columns)
        one = alone and len(nearest) == 1 and nearest[0].table
        against = one and _is_against(nearest[0], group, header, columns)
        found.append(group._replace(rival=True) if against else group)
    return found


def _is_against(line: Line, group: FigureGroup, header: Header, columns: ColumnSet) -> bool:
    """Whether a column's label stands beside the place where its figure is looked for."""
    over: dict[int, list[Span]] = {}
    for piece in line.texts:
        named = columns_named(piece.key, columns)
        if len(named) == 1:
            over.setdefault(named[0], []).append((piece.column, piece.column + piece.colspan))
    places = header.places
    if places is None and len(group.cells) == len(columns) and header.order is not None:
        cells = [(cell.column, cell.column + cell.colspan) for cell in group.cells]
        places = tuple(cells[header.order.index(at)] for at in range(len(columns)))
    if places is None or len(over) == len(columns):
        return False
    return any(
        all(right <= places[at][0] or places[at][1] <= left for left, right in spans)
        for at, spans in over.items()
    )


def without_foreign(cells: Cells, header: Header, columns: ColumnSet) -> Cells | None:
    """The cells of a row, but those under labels that the template does not have.

    `None` where it has not a cell for each label: which of them these are cannot be told then.
    """
    if not header.foreign:
        return cells
    if len(cells.numbers) != len(columns):
        return None
    own = zip(cells.order, cells.numbers, strict=True)
    numbers = tuple(None if column in header.foreign else number for column, number in own)
    return evolve(cells, numbers=numbers, placed=True)


def _names_columns(line: Line, words: Lexicon) -> bool:
    return any(words.is_column(piece.key) for piece in line.texts)


def _behind_stub(line: Line) -> Sequence[Piece]:
    """The labels behind the stub's, if they stand side by side and blank cells behind them."""
    printed = [at for at, piece in enumerate(line.pieces) if piece.text]
    if not line.table or printed != list(range(len(printed))):
        return ()
    return line.pieces[1 : len(printed)]


def _are_over(labels: Sequence[Piece], group: FigureGroup) -> bool:
    """Whether each figure of a row of a grid stands under a label."""
    return (
        group.table
        and not group.part
        and all(
            any(label.column <= cell.column < label.column + label.colspan for label in labels)
            for cell in group.printed
        )
    )


def _part(labels: Sequence[Piece], columns: ColumnSet) -> tuple[int, ...]:
    """The columns that labels name, if each names one, be it damaged, and they are not all."""
    part = sorted({at for label in labels if (at := _column(label.key, columns)) is not None})
    return tuple(part) if len(part) == len(labels) < len(columns) else ()


def _column(label: Key, columns: ColumnSet) -> int | None:
    named = columns_named(label, columns)
    return named[0] if len(named) == 1 else most_like(label, columns)
