"""Cells without rulings, told by the order in which they are drawn.

Programs draw a table row by row and a cell at once, its lines one below the other, before they
go to the next cell on the right. So a label wrapped over several lines, with its row's figures
beside the first or the middle one, is one piece in the page's content, and rows need not be
told by height. Where the content is drawn in any other order, there is nothing to be learnt.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import field, frozen

from govinfo.adapters.pdf._characters import is_ideograph
from govinfo.adapters.pdf._lines import Line, first_width, is_item, joined
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govinfo.adapters.pdf._page import Run
    from govinfo.blocks import Box

_APART = 0.3  # letters between two cells on one line
_SAMPLE = 4  # letters at the beginning of a run that show how large they are
_DIGITS = 0.8  # of their font's box: the size of letters that are no ideographs
_SHARED = 0.5  # of the height that pieces of one line have in common
_LEADING = 1.9  # of the height, between two lines of a cell at most
_SAME = 0.25  # of the height, by which cells of one row may miss each other's place
_SIZE = 1.15  # of the letters' size: more is another text
_NUMBERED = 3.0  # letters between the number of an item and its text
_ALIGNED = 0.6  # letters by which lines of a cell may miss each other's side or middle
_INDENT = 2.3  # letters by which a cell's first line may stand in
_FIGURE = re.compile(rf"[-+＋－—–―/／\d０-９.．,，%％\s{PICTURE}]+[件条个项宗次元万亿]{{0,2}}")
_POINT = re.compile(r"\d[.,]|[.,]\d")  # a number's point is narrow in its place
_BACK = 1.0  # points by which a cell may reach into the next one

Row = tuple["Block", ...]
Place = Callable[["Block"], float]


@frozen(slots=True)
class Block:
    """Lines drawn at once, one below the other: a cell."""

    lines: tuple[Line, ...]
    box: Box = field(init=False)
    """The box around its lines."""

    @box.default
    def _box(self) -> Box:
        boxes = [line.box for line in self.lines]
        return (
            min([box[0] for box in boxes]),
            boxes[0][1],
            max([box[2] for box in boxes]),
            boxes[-1][3],
        )

    @property
    def text(self) -> str:
        """Its lines as one."""
        text = ""
        for line in self.lines:
            text = joined(text, line.text)
        return text


def rows_of(lines: Iterable[Line], order: Mapping[int, int]) -> list[Row]:
    """The cells of some lines by rows, in the order in which they are drawn.

    Args:
        lines: Lines of a page.
        order: The place of each of their runs, by its id, in the page's content.
    """
    runs = [run for line in lines for run in line.runs]
    if any(id(run) not in order for run in runs):
        return []
    runs.sort(key=lambda run: order[id(run)])
    blocks = _cut(_blocks(_fragments(runs)))
    rows: list[list[Block]] = []
    for block in blocks:
        if rows and _is_beside(rows[-1][-1], block):
            rows[-1].append(block)
        else:
            rows.append([block])
    return [tuple(row) for row in rows]


def _fragments(runs: Iterable[Run]) -> list[Line]:
    """What is drawn on one line without a wide gap."""
    found: list[list[Run]] = []
    for whole in runs:
        for run in _parts(whole):
            if found and _goes_on(found[-1], run):
                found[-1].append(run)
            else:
                found.append([run])
    return [Line.of(part) for part in found]


def _parts(run: Run) -> list[Run]:
    """A run parted at its wide gaps."""
    gap = _APART * _letter(run)
    sides = enumerate(zip(run.rights, run.lefts[1:], strict=False), 1)
    stops = [
        index
        for index, (end, start) in sides
        if start - end > gap * (2 if _POINT.match(run.text, index - 1) else 1)
    ]
    if not stops:
        return [run]
    return [run.part(start, stop) for start, stop in pairwise([0, *stops, len(run.text)])]


def _letter(run: Run) -> float:
    """How large a run's letters are: an ideograph is as wide as high, its font's box higher."""
    widths = [
        run.rights[at] - run.lefts[at]
        for at, char in enumerate(run.text[:_SAMPLE])
        if is_ideograph(char)
    ]
    return max(widths, default=_DIGITS * (run.bottom - run.top))


def _goes_on(runs: Sequence[Run], run: Run) -> bool:
    """Whether a run stands right after others on their line, or after an item's number."""
    before = runs[-1]
    height = min(before.bottom - before.top, run.bottom - run.top)
    common = min(before.bottom, run.bottom) - max(before.top, run.top)
    wide = _NUMBERED if is_item("".join([part.text for part in runs])) else _APART
    if _POINT.match(before.text[-1] + run.text[0]):
        wide = max(wide, 2 * _APART)
    gap = wide * min(_letter(before), _letter(run))
    return common > _SHARED * height and -height < run.left - before.right < gap


def _blocks(fragments: Iterable[Line]) -> list[Block]:
    """Fragments drawn one after the other, each right below the one before."""
    found: list[list[Line]] = []
    for line in fragments:
        if found and _is_below(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return [Block(tuple(lines)) for lines in found]


def _is_below(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with a cell: right below, and set as the lines above are."""
    before = lines[-1]
    step = line.middle - before.middle
    height = min(before.height, line.height)
    sizes = sorted((before.letter, line.letter))
    return (
        _SHARED * height < step < _LEADING * height
        and is_figure(before.text) is is_figure(line.text)
        and _are_aligned(lines, line)
        and (sizes[1] <= _SIZE * sizes[0] or before.has_ideographs is not line.has_ideographs)
    )


def _are_aligned(lines: Sequence[Line], line: Line) -> bool:
    slack = _ALIGNED * max(line.letter, lines[-1].letter)
    first, last = lines[0].box, lines[-1].box
    left, right = line.box[0], line.box[2]
    return (
        abs(left - last[0]) < slack
        or abs(left + right - last[0] - last[2]) < 2 * slack
        or (len(lines) == 1 and 0 < first[0] - left < _INDENT * line.letter)
    )


def is_figure(text: str) -> bool:
    """Whether a text is a number or a sign for none, perhaps with a measure word."""
    return _FIGURE.fullmatch(text) is not None and not is_item(text)


def _is_beside(block: Block, after: Block) -> bool:
    """Whether a block is the next cell of the row: to the right, and not wholly below."""
    last = block.lines[-1]
    lowest = last.middle + _SHARED * last.letter
    return after.box[0] > block.box[2] - _BACK and after.lines[0].middle < lowest


def _cut(blocks: Sequence[Block]) -> list[Block]:
    """Blocks, of which the lines of rows of a single cell are cut off."""
    places = _places(blocks)
    found: list[Block] = []
    after: Block | None = None
    for block in reversed(blocks):
        parts = _parted(block, after, places)
        found += reversed(parts)
        after = parts[0]
    return found[::-1]


def _places(blocks: Sequence[Block]) -> tuple[Place, Place]:
    """By what the cells of a row stand level: their first lines or their middles; the surer first.

    Either way a cell of another row may stand level by chance.
    """
    pairs = [
        (block, after)
        for block, after in pairwise(blocks)
        if len(block.lines) != len(after.lines) and _is_beside(block, after)
    ]
    tops = sum(_is_level(block, after, _first) for block, after in pairs)
    middles = sum(_is_level(block, after, _centre) for block, after in pairs)
    return (_first, _centre) if tops > middles else (_centre, _first)


def _first(block: Block) -> float:
    return block.lines[0].middle


def _centre(block: Block) -> float:
    return (block.lines[0].middle + block.lines[-1].middle) / 2


def _is_level(block: Block, after: Block, place: Place) -> bool:
    return abs(place(block) - place(after)) < _SAME * block.lines[-1].height


def _parted(block: Block, after: Block | None, places: Sequence[Place]) -> list[Block]:
    """The cell beside which the next one stands, and what is drawn right above it."""
    if len(block.lines) < 2 or after is None:
        return [block]
    for place in places:
        for start in range(len(block.lines)):
            cell = Block(block.lines[start:])
            if _is_level(cell, after, place) and _is_beside(cell, after):
                return [*_single(block.lines[:start]), cell] if start else [block]
    return [block]


def _single(lines: Sequence[Line]) -> list[Block]:
    """Lines above a row: each full one goes on with the next."""
    widest = max(line.box[2] - line.box[0] for line in lines)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if before.box[2] - before.box[0] + first_width(line) > widest:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Block(tuple(group)) for group in groups]
