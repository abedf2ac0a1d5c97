"""Figures whose label the texts around them spell: pieces of broken labels, and damaged ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Sequence

from attrs import field, frozen

from govinfo.grammar.labels import key
from govinfo.grammar.lexicon import Lexicon
from govinfo.grammar.values import measure_word
from govinfo.layout.groups import FigureGroup, Item, KnownBy, Mark
from govinfo.layout.row_labels import unglued

_NOISE = 2
"""Letters up to which a text says nothing."""
_NEAR = 8
"""How many pieces of text before and after a group of figures may spell its label."""
_BESIDE = 2
"""Rows after the last known one up to which the first row of a label is surely meant."""
_TRIED = 12
"""How many spellings are compared with the labels by likeness."""


@frozen(slots=True)
class _Open:
    """A group of figures without a label of its own, and the texts around it.

    Attributes:
        position: Where it stands among the items.
        figures: The group.
        before: The texts before it up to other figures or labels.
        after: Those after it.
    """

    position: int
    figures: FigureGroup
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def nearest(self) -> int:
        """Where, among the texts before, the nearest label begins: at its ordinal."""
        numbered = [at for at, text in enumerate(self.before) if key(text).ordinal]
        return numbered[-1] if numbered else 0

    def end(self, first: int) -> int:
        """Where, among the texts after, a label ends that runs on from one: at an ordinal."""
        texts = enumerate(self.after[first:], first)
        return next((at for at, text in texts if key(text).ordinal), len(self.after))


_Side = Callable[[_Open], Iterator[str]]
"""What the texts before, beside and after figures may spell."""
_Named = tuple[int, KnownBy, str]
"""A row, by what it is known, and the label as printed."""
_Comparison = Callable[[Sequence[str], Lexicon, range], _Named | None]
"""How texts are compared with the labels of the rows that are still open."""


def spelled(items: Sequence[Item], lexicon: Lexicon, *, after: bool) -> int:
    """How many groups without a row have a label exactly spelled before, or after, them."""
    return _count(_open_groups(items, lexicon), lexicon, _after if after else _before)


def name_by_pieces(items: list[Item], lexicon: Lexicon) -> None:
    """Give figures the row that the pieces of text around them spell, exactly or nearly.

    A text in the figures' own line counts most. Otherwise, where labels stand on lines before
    or after their figures, all stand on the same side: on the side on which more of them spell
    a row, since the outermost label has figures on one side only. What is left may have pieces
    on both sides. Damaged labels come last, lest pieces of the next row's label pass for one.
    """
    known = Known.of(items)
    left = _named(items, known, lexicon, _open_groups(items, lexicon), _beside, _exactly)
    counts = _count(left, lexicon, _before), _count(left, lexicon, _after)
    sides: list[_Side] = [_beside, _both_sides]
    if counts[0] != counts[1] or not any(counts):
        sides.insert(1, _after if counts[1] > counts[0] else _before)
    for comparison in (_exactly, _nearly):
        for side in sides:
            left = _named(items, known, lexicon, left, side, comparison)
    for one in left:
        if not one.figures.text:
            said = (text for text in reversed(one.before) if _says(text, lexicon))
            items[one.position] = one.figures._replace(text=next(said, ""))


def _named(  # noqa: PLR0913 - what is compared with what, and how
    items: list[Item],
    known: Known,
    lexicon: Lexicon,
    groups: Sequence[_Open],
    side: _Side,
    comparison: _Comparison,
) -> list[_Open]:
    """Name groups by the texts on one side; return those that are left."""
    left = []
    for one in groups:
        found = _named_one(one, known, lexicon, side, comparison)
        if found is None:
            left.append(one)
            continue
        row, how, label = found
        glued = one.figures.glued or unglued(label)[1]
        items[one.position] = one.figures._replace(row=row, how=how, label=label, glued=glued)
        known.add(one.position, row)
    return left


def _named_one(
    one: _Open, known: Known, lexicon: Lexicon, side: _Side, comparison: _Comparison
) -> _Named | None:
    if not (one.figures.text or one.before or one.after):
        return None
    if _are_of_several_rows(one, side, lexicon):
        return None
    texts = [text for text in side(one) if text]
    among = known.open_rows(one.position, len(lexicon.grammar.rows)) if texts else range(0)
    if not among:
        return None
    if comparison is _nearly and _exactly([*_before(one), *_after(one)], lexicon, among):
        # A label stands whole on a side that could not be told to be the right one.
        return None
    return comparison(texts, lexicon, among)


def _says(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is long enough for a label, and none that the grammar knows."""
    printed = key(text)
    return len(printed.full) > _NOISE and not lexicon.knows(printed)


def _beside(one: _Open) -> Iterator[str]:
    if one.figures.text:
        yield from _joined(one)


def _before(one: _Open) -> Iterator[str]:
    if not one.figures.text:
        yield from ("".join(one.before[at:]) for at in range(one.nearest, len(one.before)))


def _after(one: _Open) -> Iterator[str]:
    if not one.figures.text and not one.figures.stacked:
        yield from ("".join(one.after[:end]) for end in range(one.end(1), 0, -1))


def _both_sides(one: _Open) -> Iterator[str]:
    if one.before and one.after and not one.figures.text and not one.figures.stacked:
        yield from _joined(one)


def _joined(one: _Open) -> Iterator[str]:
    text, before = one.figures.text, one.before[one.nearest :]
    for left in range(len(before) + 1):
        for right in range(one.end(0) + 1):
            if text or (left and right):
                head = "".join(before[len(before) - left :])
                yield head + text + "".join(one.after[:right])


def _are_of_several_rows(one: _Open, side: _Side, lexicon: Lexicon) -> bool:
    """Whether the texts on a side are the labels of several rows, so that none is this one's."""
    texts = one.before if side is _before else one.after if side is _after else ()
    return len(lexicon.mentioned("".join(texts))) > 1


def _count(groups: Sequence[_Open], lexicon: Lexicon, side: _Side) -> int:
    """How many groups have a label exactly spelled on a side."""
    return sum(any(lexicon.row(key(text)) for text in side(one)) for one in groups)


def _open_groups(items: Sequence[Item], lexicon: Lexicon) -> list[_Open]:
    return [
        _Open(position, item, *_texts_around(items, position, lexicon))
        for position, item in enumerate(items)
        if isinstance(item, FigureGroup)
        and item.row is None
        and not item.label
        and (item.printed or item.table)
    ]


def _texts_around(
    items: Sequence[Item], position: int, lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    over = list(reversed(items[max(0, position - _NEAR) : position]))
    # The measure word right before figures is their own.
    own = bool(over) and isinstance(over[0], Mark) and measure_word(over[0].text) is not None
    before = _texts_up_to_a_row(iter(over[own:]), lexicon)
    after = _texts_up_to_a_row(iter(items[position + 1 : position + 1 + _NEAR]), lexicon)
    return tuple(before)[::-1], tuple(after)


def _texts_up_to_a_row(items: Iterator[Item], lexicon: Lexicon) -> Iterator[str]:
    """The pieces of text up to another row's figures, or the measure word of a blank row.

    Pieces of a group's label, which stands beside its rows, are left out.
    """
    for item in items:
        if isinstance(item, FigureGroup) or item.rows or measure_word(item.text):
            return
        if not lexicon.is_group_piece(item.text):
            yield item.text


def _exactly(texts: Sequence[str], lexicon: Lexicon, among: range) -> _Named | None:
    """The row that one of some texts names."""
    for text in texts:
        rows = [row for row in lexicon.row(key(text)) if row in among]
        if rows:
            return rows[0], "label", text
    return None


def _nearly(texts: Sequence[str], lexicon: Lexicon, among: range) -> _Named | None:
    """The row that one of some texts is surely meant to name."""
    for text in texts[:_TRIED]:
        likest = lexicon.likest(text, among)
        # A text with a piece that only another row's label has is no damaged label of this one.
        if likest is None or not lexicon.mentioned(text) <= {likest}:
            continue
        # Of rows of one label the first is surely meant only right after the last known row.
        if likest - among.start < _BESIDE or lexicon.is_only(likest, among):
            return likest, "fuzzy", text
    return None


@frozen(slots=True)
class Known:
    """The figures whose row is known: a long text is not to be searched for each of the others.

    Attributes:
        positions: Where they stand among the items, ascending.
        rows: The row of each position.
        by_row: The positions of each row, ascending.
    """

    positions: list[int] = field(factory=list)
    rows: dict[int, int] = field(factory=dict)
    by_row: dict[int, list[int]] = field(factory=dict)

    @classmethod
    def of(cls, items: Sequence[Item]) -> Known:
        """The known figures among some items."""
        known = cls()
        for position, item in enumerate(items):
            if isinstance(item, FigureGroup) and item.row is not None and not item.rival:
                known.add(position, item.row)
        return known

    def add(self, position: int, row: int) -> None:
        """Note the row of the figures at a position."""
        insort(self.positions, position)
        self.rows[position] = row
        insort(self.by_row.setdefault(row, []), position)

    def open_rows(self, position: int, end: int) -> range:
        """The rows between the nearest known row before a position and the next one after it."""
        before = bisect_left(self.positions, position)
        low = self.rows[self.positions[before - 1]] if before else -1
        after = (
            (stands[at], row)
            for row, stands in self.by_row.items()
            if row > low and (at := bisect_right(stands, position)) < len(stands)
        )
        return range(low + 1, min(after, default=(0, end))[1])
