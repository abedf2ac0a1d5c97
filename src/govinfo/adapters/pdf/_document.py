"""Pages to a document: everything in reading order, across page breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from govinfo.adapters.pdf._continued import continued
from govinfo.adapters.pdf._furniture import Sheet, without_furniture
from govinfo.adapters.pdf._grid import SHORT, grids, merged
from govinfo.adapters.pdf._idle import without_idle_rows
from govinfo.adapters.pdf._lines import lines_of
from govinfo.adapters.pdf._page_layout import Passage, layout
from govinfo.adapters.pdf._paragraphs import Measure, Text, may_go_on, paragraphs
from govinfo.adapters.pdf._signs import on_lines
from govinfo.adapters.pdf._spread import single_pages
from govinfo.adapters.pdf._struck import without_struck
from govinfo.adapters.pdf._tables import Part, filled
from govinfo.adapters.symbols import UNKNOWN
from govinfo.blocks import Anchor, Block, Cell, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govinfo.adapters.pdf._page import Page, Run
    from govinfo.blocks import Box
    from govinfo.source import Limits

Item = Text | Part


def blocks_of(pages: Sequence[Page], limits: Limits) -> tuple[Block, ...]:
    """The blocks of a document in reading order.

    Raises:
        LimitExceeded: They, or the cells of the tables, are more than `limits` allow.
    """
    singles = single_pages(pages)
    sheets = without_furniture([_sheet(page, limits) for page in singles])
    items: list[Item] = []
    for single, sheet in zip(singles, sheets, strict=True):
        found = list(_layout(sheet, limits))
        lines = [line for zone in found if isinstance(zone, Passage) for line in zone.lines]
        # Where the margins of one of two pages are, its sheet does not say.
        width = single.width if single is pages[single.number - 1] else 0.0
        measure = Measure.of(lines, width) if lines else None
        _append(items, list(_items(found, measure, sheet.page.number)), measure)
    blocks = tuple(_blocks(items, pages))
    _check(blocks, limits)
    return blocks


def _sheet(page: Page, limits: Limits) -> Sheet:
    parts: list[Part] = []
    width, height = page.width, page.height
    runs: Sequence[Run] = [
        run
        for run in page.runs
        if run.rights[-1] > 0 < run.bottom and run.lefts[0] < width and run.top < height
    ]
    horizontals, verticals = merged(page.horizontals), merged(page.verticals)
    dashes = [line for line in page.horizontals if line.stop - line.start < SHORT]
    runs, horizontals = without_struck(runs, horizontals, verticals, dashes, page.strokes)
    for grid in grids(horizontals, verticals, runs, limits):
        part, outside = filled(grid, runs, page.number, page.pictures)
        part = without_idle_rows(part)
        if any(field.text for field in part.fields):
            parts.append(part)
            runs = outside
    runs = on_lines(runs, _outside(page.pictures, parts))
    return Sheet(evolve(page, runs=tuple(runs)), tuple(parts), tuple(lines_of(runs)))


def _outside(pictures: Sequence[Box], parts: Sequence[Part]) -> Iterator[Box]:
    """The pictures that stand in no table."""
    for picture in pictures:
        middle = (picture[1] + picture[3]) / 2
        if not any(part.box[1] < middle < part.box[3] for part in parts):
            yield picture


def _layout(sheet: Sheet, limits: Limits) -> Iterator[Passage | Part]:
    """The tables and passages of a page in reading order."""
    lines = list(sheet.lines)
    for part in sheet.parts:
        above = [line for line in lines if line.middle < part.box[1]]
        yield from layout(above, sheet.page, limits)
        lines = lines[len(above) :]
        yield part
    yield from layout(lines, sheet.page, limits)


def _items(found: Iterable[Passage | Part], measure: Measure | None, page: int) -> Iterator[Item]:
    """The tables and paragraphs of a page."""
    for zone in found:
        if isinstance(zone, Part):
            yield zone
        elif zone.is_column or measure is None:
            yield from paragraphs(zone.lines, Measure.of(zone.lines), page)
        else:
            yield from paragraphs(zone.lines, measure, page)


def _append(items: list[Item], following: list[Item], measure: Measure | None) -> None:
    """Add a page's items; the first goes on with the last one of the pages before, or not."""
    if items and following:
        last, first = items[-1], following[0]
        whole: Item | None = None
        if isinstance(last, Part) and isinstance(first, Part):
            whole = continued(last, first)
        elif isinstance(last, Text) and isinstance(first, Text):
            whole = _whole(last, first, measure)
        if whole is not None:
            items[-1] = whole
            following = following[1:]
    items += following


def _whole(last: Text, first: Text, measure: Measure | None) -> Text | None:
    """A paragraph that goes on over a page break; `None` where another begins."""
    if measure is None or not may_go_on(last, first.lines[0], measure):
        return None
    return evolve(last, lines=last.lines + first.lines, is_open=first.is_open)


def _blocks(items: Iterable[Item], pages: Sequence[Page]) -> Iterator[Block]:
    n_tables = 0
    for item in items:
        if isinstance(item, Text):
            page = pages[item.page - 1]
            box = page.shown(item.box)
            yield Paragraph(item.text, Anchor(page=item.page, box=box))
        elif item.is_frame:
            yield from _framed(item, pages)
        else:
            n_tables += 1
            yield _table(item, n_tables, pages)


def _framed(part: Part, pages: Sequence[Page]) -> Iterator[Block]:
    """A single cell is no table: a border around paragraphs."""
    anchor = Anchor(page=part.page, box=pages[part.page - 1].shown(part.box))
    for text in part.fields[0].text.split("\n"):
        yield Paragraph(text, anchor)


def _table(part: Part, number: int, pages: Sequence[Page]) -> Table:
    cells = []
    for (row, column, rowspan, colspan), text, border, page, *_ in part.fields:
        stands_on = pages[page - 1]
        box = stands_on.shown(border)
        anchor = Anchor(page, box, None, None, number, row + 1, column + 1)
        readings = stands_on.readings_in(border) if text == UNKNOWN else ()
        cells.append(Cell(text, row, column, rowspan, colspan, False, anchor, readings))
    anchor = Anchor(page=part.page, box=pages[part.page - 1].shown(part.box), table=number)
    return Table(tuple(cells), anchor, aligned=part.aligned)


def _check(blocks: Sequence[Block], limits: Limits) -> None:
    if len(blocks) > limits.blocks:
        raise limits.exceeded("blocks", f"the document has {len(blocks):,} blocks, more")
    cells = sum(len(block.cells) for block in blocks if isinstance(block, Table))
    if cells > limits.cells:
        raise limits.exceeded("cells", f"the tables have {cells:,} cells, more")
