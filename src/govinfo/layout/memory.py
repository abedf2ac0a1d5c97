"""Plans of forms met before: thousands of reports print the same words in the same places.

A plan knows no figure's value. So lines that differ from some met before in nothing but plain
figures have their plan, and it is enough to put the new cells in the places of the old ones. What
stands elsewhere in the document, an organ's name or a sentence, has no say in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

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
_KEPT = 128
"""Plans that are kept; beyond, all are forgotten."""

_Spot = tuple[int, int]
"""A piece: number of its line in the plan, and of the piece in it."""


@frozen(slots=True)
class Skeleton:
    """All that a document prints apart from its plain figures, and where.

    Attributes:
        lines: What each line prints.
        steps: How many blocks lie between each line and the one before.
    """

    lines: tuple[object, ...]
    steps: tuple[int, ...]

    def of(self, part: range) -> Skeleton:
        """That of some of its lines, wherever in a document these stand."""
        start, stop = part.start, part.stop
        return Skeleton(self.lines[start:stop], self.steps[start + 1 : stop])


def skeleton_of(lines: Sequence[Line]) -> Skeleton | None:
    """What some lines print apart from plain figures; `None` for too long a document."""
    if len(lines) > _MOST_LINES:
        return None
    printed = [
        (
            line.table,
            line.aligned,
            line.header,
            line.foreign,
            *[
                (
                    "9" if piece.number and not line.header and _is_plain(piece) else piece.text,
                    *piece[4:7],
                )
                for piece in line.pieces
            ],
        )
        for line in lines
    ]
    steps = [after.block - before.block for before, after in pairwise(lines)]
    return Skeleton(tuple(printed), (0, *steps))


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
        block: The block of the first line that it was made of.
        joined: Whether broken lines were made one, or codes left out.
        cells: For each row the places of its cells.
        labels: For each row, then for each bare label, the place of its label, if it has one.
        untaken: The places of the figures that no row has taken.
    """

    plan: Plan
    block: int
    joined: bool
    cells: tuple[tuple[_Spot, ...], ...]
    labels: tuple[_Spot | None, ...]
    untaken: tuple[_Spot, ...]


@frozen(slots=True)
class _New:
    """A plan as it was made.

    Attributes:
        plan: The plan.
        lines: The lines that it was made of.
    """

    plan: Plan
    lines: Sequence[Line]


class Plans:
    """A memory of plans, by what the lines print that they were made of.

    Where a plan's cells stand is looked up when a second document of its form comes: of most forms
    none does.
    """

    def __init__(self) -> None:
        self._known: dict[object, _Kept | _New | None] = {}

    def plan(
        self, lines: Sequence[Line], skeleton: Skeleton, words: Lexicon, make: Callable[[], Plan]
    ) -> Plan:
        """The plan of some lines: one that is known, with these lines' cells in it, or a new one.

        Args:
            lines: The lines.
            skeleton: Theirs.
            words: The labels of the table's grammar.
            make: Makes their plan.
        """
        kind = (words.grammar, skeleton)
        known = self._known.get(kind)
        if isinstance(known, _New):
            known = self._known[kind] = _kept(known.lines, known.plan)
        if known is not None:
            return _bound(known, lines, words)
        made = make()
        if kind not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[kind] = _New(made, lines)
        return made

    def forget(self) -> None:
        """Keep nothing."""
        self._known.clear()


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
    return _Kept(
        plan,
        lines[0].block,
        list(map(id, as_printed)) != list(map(id, plan.lines)),
        tuple(tuple(filter(None, spots)) for spots in cells),
        labels,
        tuple(pieces[id(piece)] for piece in plan.untaken),
    )


def _bound(kept: _Kept, printed: Sequence[Line], words: Lexicon) -> Plan:
    """A plan with the cells and labels of other lines in their places."""
    plan = kept.plan
    lines = [printed[number] for number in plan.numbers]
    if kept.joined:
        lines = rejoined(without_stubs(lines, words), words)
    further = printed[0].block - kept.block

    def place(spot: _Spot | None) -> Anchor | None:
        return None if spot is None else lines[spot[0]].pieces[spot[1]].anchor

    rows = [
        row._replace(
            cells=tuple([lines[n].pieces[at] for n, at in spots]),
            anchor=place(label),
            blocks=frozenset([block + further for block in row.blocks]),
        )
        for row, spots, label in zip(
            plan.rows, kept.cells, kept.labels[: len(plan.rows)], strict=True
        )
    ]
    labels = [
        evolve(bare, anchor=place(label), block=bare.block + further)
        for bare, label in zip(plan.labels, kept.labels[len(plan.rows) :], strict=True)
    ]
    return evolve(
        plan,
        lines=tuple(lines),
        rows=tuple(rows),
        labels=tuple(labels),
        foreign=tuple([(block + further, why) for block, why in plan.foreign]),
        untaken=tuple([lines[n].pieces[at] for n, at in kept.untaken]),
    )
