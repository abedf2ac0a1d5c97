"""Rows of figures beside one cell that holds the labels of several rows."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.grammar.lexicon import Lexicon
from govinfo.layout.groups import FigureGroup, Item
from govinfo.layout.lines import Line, Piece


def beside_shared_label(
    line: Line, number: int, starts: Sequence[int], lexicon: Lexicon
) -> list[FigureGroup]:
    """The rows of figures under a label that holds several rows' labels.

    Where each cell holds a number for each of them, they are as many rows; else the figures are
    of one of them, and it is not told which.
    """
    if len(starts) > 1 or len(starts) == len(line.texts):
        return []
    if not any(piece.number or not piece.key.full for piece in line.pieces):
        return []
    for at, label in enumerate(line.pieces):
        among = lexicon.several(label.text) if label.key.full and at not in starts else ()
        if among:
            cells = [piece for piece in line.pieces[at + 1 :] if line.table or piece.text]
            printed = any(piece.text and not piece.blank for piece in cells)
            return _rows(line, number, label, cells, among, lexicon) if printed else []
    return []


def _rows(  # noqa: PLR0913 - a label, its cells, and what it may be
    line: Line,
    number: int,
    label: Piece,
    cells: Sequence[Piece],
    among: tuple[int, ...],
    lexicon: Lexicon,
) -> list[FigureGroup]:
    whole = FigureGroup(
        tuple(cells),
        number,
        line.table,
        line.aligned,
        label=label.text,
        anchor=label.anchor,
        width=lexicon.width(among[0]),
        among=among,
        reach=label.rowspan,
    )
    texts = [piece.text.split() for piece in cells]
    if not all(len(parts) in (0, len(among)) for parts in texts):
        return [whole]
    return [
        whole._replace(
            cells=tuple(
                piece._replace(text=parts[at]) if parts else piece
                for piece, parts in zip(cells, texts, strict=True)
            ),
            width=lexicon.width(row),
            among=(row,),
        )
        for at, row in enumerate(among)
    ]


def name_beside_shared_labels(items: list[Item], lexicon: Lexicon) -> None:
    """Give rows beside a cell that holds their labels these, in order, if there are as many.

    Otherwise it is not told whose the figures are.
    """
    groups = [(at, item) for at, item in enumerate(items) if isinstance(item, FigureGroup)]
    taken: set[int] = set()
    for number, (place, first) in enumerate(groups):
        if not first.among or place in taken:
            continue
        beside = [(place, first)]
        for other, group in groups[number + 1 : number + len(first.among)]:
            if group.label or group.text or group.line >= first.line + first.reach:
                break
            beside.append((other, group))
        rows = [row for row in first.among if lexicon.width(row) >= len(first.printed)]
        told = len(beside) == len(rows)
        named = zip(beside if told else beside[:1], rows or first.among, strict=told)
        for (at, group), row in named:
            taken.add(at)
            items[at] = group._replace(
                row=row,
                how="shared",
                rival=not told,
                label=first.label,
                anchor=first.anchor,
            )
