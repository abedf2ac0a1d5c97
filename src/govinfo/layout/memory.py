"""Plans of forms met before: thousands of reports print the same words in the same places.

A plan knows no figure's value. So a document that differs from one met before in nothing but plain
figures has its plan, and it is enough to put the new cells in the places of the old ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from govinfo.blocks import Anchor
from govinfo.grammar.lexicon import Lexicon
from govinfo.layout.lines import Line, Piece
from govinfo.layout.plan import Plan
from govinfo.layout.row_labels import rejoined
from govinfo.layout.stub import without_stubs

_LONGEST = 9
"""Digits of a plain figure; more may be several figures that ran together."""
_MOST_LINES = 3000
"""Lines from which a document is not remembered."""
_KEPT = 64
"""Plans that are kept; beyond, all are forgotten."""

Skeleton = tuple[object, ...]
"""All that a document prints apart from its plain figures, and where."""
_Spot = tuple[int, int]
"""A piece: number of its line in the plan, and of the piece in it."""


def skeleton_of(lines: Sequence[Line]) -> Skeleton | None:
    """What some lines print apart from plain figures; `None` for too long a document."""
    if len(lines) > _MOST_LINES:
        return None
    return tuple(
        [
            (
                line.block,
                line.table,
                line.aligned,
                line.header,
                line.foreign,
                tuple(
                    [
                        (
                            "9"
                            if piece.number and not line.header and _is_plain(piece)
                            else piece.text,
                            *piece[4:7],
                        )
                        for piece in line.pieces
                    ]
                ),
            )
            for line in lines
        ]
    )


def _is_plain(piece: Piece) -> bool:
    """Whether a figure is one of which a plan asks nothing more."""
    text = piece.text
    if not text.isdecimal() or len(text) > _LONGEST:
        return False
    return text.isascii() and (text[0] != "0" or text == "0")


@frozen(slots=True)
class _Kept:
    """A plan with the places of its cells and labels.

    Attributes:
        plan: The plan, of the first document of its form.
        cells: For each row the places of its cells.
        joined: Whether broken lines were made one, or codes left out.
        labels: For each row, then for each bare label, the place of its label, if it has one.
    """

    plan: Plan
    joined: bool
    cells: tuple[tuple[_Spot, ...], ...]
    labels: tuple[_Spot | None, ...]


@frozen(slots=True)
class _New:
    """A plan as it was made.

    Attributes:
        plan: The plan.
        lines: The lines of its document.
    """

    plan: Plan
    lines: Sequence[Line]


class Plans:
    """A memory of plans, by what the document prints apart from its figures.

    Where a plan's cells stand is looked up when a second document of its form comes: of most forms
    none does.
    """

    def __init__(self) -> None:
        self._kept: dict[object, _Kept | _New | None] = {}

    def recall(self, skeleton: object, lines: Sequence[Line], words: Lexicon) -> Plan | None:
        """The plan of a form met before, with the cells of these lines in it."""
        kept = self._kept.get(skeleton)
        if isinstance(kept, _New):
            kept = self._kept[skeleton] = _kept(kept.lines, kept.plan)
        if kept is None:
            return None
        own = [lines[number] for number in kept.plan.numbers]
        if kept.joined:
            own = rejoined(without_stubs(own, words), words)
        return _bound(kept, own)

    def remember(self, skeleton: object, lines: Sequence[Line], plan: Plan) -> None:
        """Keep a plan; it is recalled if its cells stand as they do in the document."""
        if skeleton in self._kept:
            return
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[skeleton] = _New(plan, lines)

    def forget(self) -> None:
        """Keep nothing."""
        self._kept.clear()


def _kept(lines: Sequence[Line], plan: Plan) -> _Kept | None:
    """A plan with its places; `None` if a cell of it is only a part of one of the document."""
    pieces: dict[int, _Spot] = {}
    anchors: dict[int, _Spot] = {}
    for number, line in enumerate(plan.lines):
        for at, piece in enumerate(line.pieces):
            pieces[id(piece)] = anchors[id(piece.anchor)] = (number, at)
    cells = [[pieces.get(id(cell)) for cell in row.cells] for row in plan.rows]
    if any(None in spots for spots in cells):
        return None
    places = [*(row.anchor for row in plan.rows), *(label.anchor for label in plan.labels)]
    labels = tuple(None if place is None else anchors.get(id(place)) for place in places)
    as_printed = [lines[number] for number in plan.numbers]
    joined = list(map(id, as_printed)) != list(map(id, plan.lines))
    return _Kept(plan, joined, tuple(tuple(filter(None, spots)) for spots in cells), labels)


def _bound(kept: _Kept, lines: Sequence[Line]) -> Plan:
    """A plan with the cells and labels of other lines in their places."""

    def place(spot: _Spot | None) -> Anchor | None:
        return None if spot is None else lines[spot[0]].pieces[spot[1]].anchor

    plan = kept.plan
    rows = tuple(
        [
            row.bound(tuple([lines[n].pieces[at] for n, at in spots]), place(label))
            for row, spots, label in zip(
                plan.rows, kept.cells, kept.labels[: len(plan.rows)], strict=True
            )
        ]
    )
    return evolve(
        plan,
        lines=tuple(lines),
        rows=rows,
        labels=tuple(
            [
                evolve(bare, anchor=place(label))
                for bare, label in zip(plan.labels, kept.labels[len(plan.rows) :], strict=True)
            ]
        ),
    )
