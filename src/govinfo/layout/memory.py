"""Plans of forms met before: thousands of reports print the same words in the same places.

A plan knows no figure's value. So a document that differs from one met before in nothing but plain
figures has its plan, and it is enough to put the new cells in the places of the old ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, field, frozen

from govinfo.blocks import Anchor
from govinfo.grammar.compile import Grammar
from govinfo.grammar.lexicon import Lexicon
from govinfo.layout.lines import Line, Piece
from govinfo.layout.plan import Plan
from govinfo.layout.row_labels import rejoined
from govinfo.layout.stub import without_stubs

_LONGEST = 9
"""Digits of a plain figure; more may be several figures that ran together."""
_MOST_LINES = 3000
"""Lines from which a document is not remembered."""
_KEPT = 32
"""Forms that are kept; beyond, all are forgotten."""

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
        untaken: The places of the figures that no row has taken.
    """

    plan: Plan
    joined: bool
    cells: tuple[tuple[_Spot, ...], ...]
    labels: tuple[_Spot | None, ...]
    untaken: tuple[_Spot, ...]


@frozen(slots=True)
class _New:
    """A plan as it was made.

    Attributes:
        plan: The plan.
        lines: The lines of its document.
    """

    plan: Plan
    lines: Sequence[Line]


@frozen(slots=True, eq=False)
class Form:
    """What is known of the documents of one skeleton: the plan of each table, or that it lacks it.

    Where a plan's cells stand is looked up when a second document of its form comes: of most forms
    none does.
    """

    _kept: dict[Grammar, _Kept | _New | None] = field(factory=dict, init=False)
    _absent: set[Grammar] = field(factory=set, init=False)

    def plan(
        self, lines: Sequence[Line], words: Lexicon, make: Callable[[], Plan | None]
    ) -> Plan | None:
        """The plan of a table, its cells those of these lines; `None` if they have no such table.

        Args:
            lines: The lines of a document of the form.
            words: The labels of the table's grammar.
            make: Makes the plan of these lines, where no other's can be taken.
        """
        grammar = words.grammar
        if grammar in self._absent:
            return None
        known = self._kept.get(grammar)
        if isinstance(known, _New):
            known = self._kept[grammar] = _kept(known.lines, known.plan)
        if known is not None:
            return _bound(known, lines, words)
        made = make()
        if made is None:
            self._absent.add(grammar)
        elif grammar not in self._kept:
            self._kept[grammar] = _New(made, lines)
        return made


class Forms:
    """The forms of documents, by what they print apart from their figures."""

    def __init__(self) -> None:
        self._known: dict[Skeleton, Form] = {}

    def of(self, lines: Sequence[Line]) -> Form | None:
        """The form of a document's lines; `None` for too long a document."""
        skeleton = skeleton_of(lines)
        if skeleton is None:
            return None
        form = self._known.get(skeleton)
        if form is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            form = self._known[skeleton] = Form()
        return form

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
    joined = list(map(id, as_printed)) != list(map(id, plan.lines))
    untaken = tuple(pieces[id(piece)] for piece in plan.untaken)
    return _Kept(
        plan, joined, tuple(tuple(filter(None, spots)) for spots in cells), labels, untaken
    )


def _bound(kept: _Kept, document: Sequence[Line], words: Lexicon) -> Plan:
    """A plan with the cells and labels of a document's lines in their places."""
    plan = kept.plan
    lines = [document[number] for number in plan.numbers]
    if kept.joined:
        lines = rejoined(without_stubs(lines, words), words)

    def place(spot: _Spot | None) -> Anchor | None:
        return None if spot is None else lines[spot[0]].pieces[spot[1]].anchor

    rows = [
        row._replace(cells=tuple([lines[n].pieces[at] for n, at in spots]), anchor=place(label))
        for row, spots, label in zip(
            plan.rows, kept.cells, kept.labels[: len(plan.rows)], strict=True
        )
    ]
    labels = [
        evolve(bare, anchor=place(label))
        for bare, label in zip(plan.labels, kept.labels[len(plan.rows) :], strict=True)
    ]
    return evolve(
        plan,
        lines=tuple(lines),
        rows=tuple(rows),
        labels=tuple(labels),
        untaken=tuple([lines[n].pieces[at] for n, at in kept.untaken]),
    )
