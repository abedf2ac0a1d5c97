"""Tables without rulings, from cells that are drawn row by row.

Figures tell the columns: those of one column stand over each other however they are set, and
those of two columns never do. Texts left of them are labels, texts above them headers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from govinfo.adapters.pdf._cell_borders import Region
from govinfo.adapters.pdf._drawing_order import Block, Row, is_figure
from govinfo.adapters.pdf._lines import joined, starts_item
from govinfo.adapters.pdf._tables import Field, Part, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govinfo.source import Limits

Placed = tuple[Block, Region]

_SHARED = 1.0  # points that two texts of one column have in common at least
_STUB = 0.8  # letters by which labels of one column may begin apart
_LEFT = 6.0  # points by which a cell that goes on on the next page may begin elsewhere
_ALONE = 3  # figures of a row that is a table by itself
_NEAR = 3.0  # heights between rows of one table at most
_LOOKS = 20  # at each cell that a document may have, for the columns of what stands above it


@define(slots=False)
class Drawn:
    """Consecutive rows of one table.

    Attributes:
        rows: The rows.
        top: Where it begins.
        bottom: Where it ends.
        size: How many cells it has.
    """

    rows: list[Row]
    top: float = field(init=False)
    bottom: float = field(init=False)
    size: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        boxes = [block.box for row in self.rows for block in row]
        self.top, self.bottom = min([box[1] for box in boxes]), max([box[3] for box in boxes])
        self.size = len(boxes)

    def go_on(self, alone: Sequence[Row], after: Drawn) -> None:
        """Take in the rows of another, and those of single cells between them."""
        for part in (Drawn(list(alone)), after) if alone else (after,):
            self.rows += part.rows
            self.top, self.bottom = min(self.top, part.top), max(self.bottom, part.bottom)
            self.size += part.size
        self.__dict__.pop("spans", None)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Its columns."""
        return _columns(self.rows)

    @property
    def n_letters(self) -> int:
        """How many letters stand in it."""
        blocks = (block for row in self.rows for block in row)
        return sum(len(run.text) for block in blocks for line in block.lines for run in line.runs)


def tables_of(rows: Sequence[Row], limits: Limits) -> list[Drawn]:
    """The tables among the rows that a page draws: rows of a single cell part them, mostly.

    Raises:
        LimitExceeded: Rows of one cell and of several take turns so often, and so many tables
            seem to go on, that each cell is looked at more than some times.
    """
    found: list[Drawn] = []
    alone: list[Row] = []
    looks = 0
    for rows_of_one in _stretches(rows):
        if len(rows_of_one[0]) < 2:
            alone = rows_of_one
            continue
        table = Drawn(rows_of_one)
        last = found[-1] if found else None
        if last is None:
            found.append(Drawn([*alone, *rows_of_one]) if _is_rest(alone, table) else table)
            alone = []
            continue
        # A cell of several rows, such as a header's, stands beside both.
        is_one = table.top < last.bottom - _SHARED
        if not is_one and has_figure(table.rows[0]):
            looks += last.size
            if looks > _LOOKS * limits.cells:
                raise limits.exceeded("cells", "the cells of a page need more looks", times=_LOOKS)
            is_one = _goes_on(last, alone, table)
        if is_one:
            last.go_on(alone, table)
        else:
            found.append(table)
        alone = []
    return [table for table in found if _is_table(table)]


def _stretches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows of one cell, and rows of several cells from top to bottom, in turns."""
    stretch: list[Row] = []
    for row in rows:
        if stretch and not (
            (len(row) < 2) is (len(stretch[-1]) < 2)
            and (len(row) < 2 or _bottom(stretch[-1]) < _bottom(row))
        ):
            yield stretch
            stretch = []
        stretch.append(row)
    if stretch:
        yield stretch


def _bottom(row: Row) -> float:
    return row[-1].box[3]


def _goes_on(table: Drawn, alone: Sequence[Row], after: Drawn) -> bool:
    """Whether rows of a single cell, blank otherwise, stand between rows of one table."""
    if not table.spans:
        return False
    lines = [line for row in alone for block in row for line in block.lines]
    height = table.rows[-1][0].lines[0].height
    if after.top - table.bottom > (len(lines) + 1) * _NEAR * height:
        return False
    both = merged_spans([*table.spans, *after.spans])
    return len(both) == len(table.spans) and all(
        block.box[2] < both[0][0] for row in alone for block in row
    )


def _is_rest(alone: Sequence[Row], table: Drawn) -> bool:
    """Whether a single cell on top of a page may be what is left of a row of the page before."""
    if len(alone) != 1 or not has_figure(table.rows[0]):
        return False
    (block,) = alone[0]
    gap = table.top - block.box[3]
    is_label = block.box[2] < table.spans[0][0] and not starts_item(block.text)
    return is_label and gap < _NEAR * block.lines[0].height


def _is_table(table: Drawn) -> bool:
    """Whether there are columns of figures, or figures under texts."""
    figures = [sum(is_figure(block.text) for block in row[1:]) for row in table.rows]
    return any(figures) and (len(table.rows) > 1 or max(figures) >= _ALONE)


def has_figure(row: Row) -> bool:
    """Whether one of a row's cells is a figure."""
    return any(is_figure(block.text) for block in row)


def _columns(rows: Sequence[Row]) -> tuple[Span, ...]:
    """The columns of figures, and those that have a header or texts alone."""
    spans = merged_spans(_span(block) for row in rows for block in row if is_figure(block.text))
    if not spans:
        return ()
    first = next((number for number, row in enumerate(rows) if has_figure(row)), 0)
    leaves = rows[max(first - 1, 0) :]
    others = [
        _span(block)
        for row in leaves
        for block in row
        if block.box[0] > spans[0][0] and not over(_span(block), spans)
    ]
    return merged_spans([*spans, *others])


def _span(block: Block) -> Span:
    return block.box[0], block.box[2]


def merged_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Stretches that texts one over the other cover together."""
    found: list[Span] = []
    for left, right in sorted(spans):
        if found and left < found[-1][1] - min(_SHARED, (right - left) / 2):
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return tuple(found)


def over(span: Span, spans: Sequence[Span]) -> list[int]:
    """Numbers of the columns, from left to right, that a text stands over."""
    first = bisect_left(spans, span[0], key=_right)
    last = bisect_right(spans, span[1], key=_left)
    return [
        number
        for number, (left, right) in enumerate(spans[first:last], first)
        if min(right, span[1]) - max(left, span[0]) > min(_SHARED, (right - left) / 2)
    ]


def _left(span: Span) -> float:
    return span[0]


def _right(span: Span) -> float:
    return span[1]


def part_of(table: Drawn, page: int, limits: Limits) -> Part:
    """A table as its cells; without columns where they are not sure.

    Raises:
        LimitExceeded: Its rows and columns make more cells than a document may have.
    """
    if len(table.rows) * len(table.spans) > limits.cells:
        raise limits.exceeded("cells", f"page {page} has a table of more cells")
    rows = _Columns.of(table).placed(table.rows) if table.spans else None
    spans = table.spans if rows is not None else ()
    if rows is None:
        rows = [
            [(block, Region(number, column)) for column, block in enumerate(row)]
            for number, row in enumerate(table.rows)
        ]
    fields = tuple(Field(at, block.text, block.box, page) for row in rows for block, at in row)
    box = (
        min(item.box[0] for item in fields),
        table.top,
        max(item.box[2] for item in fields),
        table.bottom,
    )
    is_sure = bool(spans)
    made = Part((box[0], box[2]), len(rows), fields, box, page, is_sure, False, spans)
    return completed(made) if is_sure else made


@frozen(slots=True)
class _Columns:
    """The columns of a table: those of labels, by where they begin, and those of figures."""

    spans: tuple[Span, ...]
    stubs: tuple[float, ...]
    n_stubs: int

    @classmethod
    def of(cls, table: Drawn) -> _Columns:
        labels = [_labels(row, table.spans) for row in table.rows]
        widest = max(map(len, labels))
        stubs = _stub_columns(block for row in labels for block in row)
        if len(stubs) > widest + 1:
            stubs = stubs[:1]  # labels set in the middle of their column
        return cls(table.spans, stubs, max(widest, len(stubs)))

    def placed(self, rows: Iterable[Row]) -> list[list[Placed]] | None:
        """The cells with their places; `None` where two claim the same, or one has none."""
        found = [self._placed(row, number) for number, row in enumerate(rows)]
        return None if None in found else [row for row in found if row is not None]

    def _placed(self, row: Row, number: int) -> list[Placed] | None:
        labels = _labels(row, self.spans)
        begins = [min(self._stub(block), self.n_stubs - 1) for block in labels]
        if any(left >= right for left, right in pairwise(begins)):
            begins = list(range(len(labels)))
        placed = [
            (block, Region(number, begin, 1, end - begin))
            for block, begin, end in zip(labels, begins, [*begins[1:], self.n_stubs], strict=False)
        ]
        for block in row[len(labels) :]:
            under = over(_span(block), self.spans)
            if not under:
                return None
            placed.append((block, Region(number, self.n_stubs + under[0], 1, len(under))))
        taken = [c for _, at in placed for c in range(at.column, at.column + at.colspan)]
        return placed if len(taken) == len(set(taken)) else None

    def _stub(self, block: Block) -> int:
        return bisect_right(self.stubs, block.box[0] + _SHARED) - 1


def _labels(row: Row, spans: Sequence[Span]) -> list[Block]:
    """The cells left of the columns of figures."""
    edge = spans[0][0] if spans else 0.0
    return [block for block in row if block.box[0] < edge and not over(_span(block), spans)]


def _stub_columns(blocks: Iterable[Block]) -> tuple[float, ...]:
    """Where the columns of labels begin."""
    found: list[float] = []
    for left, letter in sorted((block.box[0], block.lines[0].letter) for block in blocks):
        if not found or left - found[-1] > _STUB * letter:
            found.append(left)
    return tuple(found)


def completed(part: Part) -> Part:
    """The part with a blank cell in each column of figures where a row has none.

    A row that only has an item's label is blank throughout if rows of figures stand above it
    and another item's row follows.
    """
    n_columns = max(item.region.column + item.region.colspan for item in part.fields)
    first = n_columns - len(part.spans)
    fields = list(part.fields)
    rows: list[list[Field]] = [[] for _ in range(part.n_rows)]
    for item in part.fields:
        rows[item.region.row].append(item)
    is_body = False
    for number, row in enumerate(rows):
        values = [item for item in row if item.region.column >= first]
        has_figures = any(is_figure(item.text) for item in values)
        is_body = is_body or has_figures
        after = rows[number + 1] if number + 1 < part.n_rows else []
        is_blank = is_body and not values and _are_items(row) and _are_items(after)
        if not (has_figures or is_blank):
            continue
        taken = {
            column
            for item in row
            for column in range(item.region.column, item.region.column + item.region.colspan)
        }
        top, bottom = min(item.box[1] for item in row), max(item.box[3] for item in row)
        fields += [
            Field(Region(number, column), "", (left, top, right, bottom), row[0].page)
            for column, (left, right) in enumerate(part.spans, first)
            if column not in taken
        ]
    fields.sort(key=lambda item: (item.region.row, item.region.column))
    return evolve(part, fields=tuple(fields))


def _are_items(row: Sequence[Field]) -> bool:
    return bool(row) and starts_item(row[0].text)


def followed(first: Part, second: Part) -> Part | None:
    """One table of two parts on consecutive pages, if the columns of one go on in the other."""
    upper, lower = first.spans, second.spans
    if not (upper and lower and _opens_with_figures(second)):
        return None
    both = merged_spans([*upper, *lower])
    if len(both) != max(len(upper), len(lower)):
        return None
    n_stubs = max(_n_stubs(first), _n_stubs(second))
    fields = [_moved(item, first, both, n_stubs, 0) for item in first.fields]
    below = [_moved(item, second, both, n_stubs, first.n_rows) for item in second.fields]
    n_rows = first.n_rows + second.n_rows
    rest = [item for item in below if item.region.row == first.n_rows]
    if not any(is_figure(item.text) or starts_item(item.text) for item in rest):
        fields = _mended(fields, rest)
        below = [
            item._replace(region=item.region._replace(row=item.region.row - 1))
            for item in below[len(rest) :]
        ]
        n_rows -= 1
    return completed(evolve(first, fields=(*fields, *below), n_rows=n_rows, spans=both))


def _opens_with_figures(part: Part) -> bool:
    """Whether a part has no header: figures stand in its first row, or under what is cut off."""
    rows = min((item.region.row for item in part.fields if is_figure(item.text)), default=9)
    return rows == 0 or (
        rows == 1
        and all(
            item.region.column + item.region.colspan <= _n_stubs(part)
            for item in part.fields
            if item.region.row == 0
        )
    )


def _mended(fields: Sequence[Field], rest: Sequence[Field]) -> list[Field]:
    """Labels that go on after a page break, each in the last cell that stands where it does."""
    mended = list(fields)
    for item in rest:
        below = [at for at, field in enumerate(mended) if _begins_alike(field, item)]
        at = max(below, default=_last_label(mended))
        mended[at] = mended[at]._replace(text=joined(mended[at].text, item.text))
    return mended


def _begins_alike(field: Field, other: Field) -> bool:
    return bool(field.text) and abs(field.box[0] - other.box[0]) < _LEFT


def _last_label(fields: Sequence[Field]) -> int:
    """The number of the last cell with a text that is no figure."""
    texts = [at for at, item in enumerate(fields) if item.text and not is_figure(item.text)]
    return max(texts, default=len(fields) - 1)


def _n_stubs(part: Part) -> int:
    ends = [item.region.column + item.region.colspan for item in part.fields]
    return max(ends) - len(part.spans)


def _moved(item: Field, part: Part, spans: Sequence[Span], n_stubs: int, down: int) -> Field:
    """A cell in the columns of both parts."""
    own = _n_stubs(part)
    at = item.region
    start, stop = at.column, at.column + at.colspan - 1
    columns = [over(span, spans)[0] for span in part.spans]
    left = start if start < own else n_stubs + columns[start - own]
    right = n_stubs + columns[stop - own] if stop >= own else n_stubs - (own - stop)
    return item._replace(region=Region(at.row + down, left, 1, max(right - left + 1, 1)))
