"""Rows of figures and the rows of the template that they are.

Lines become items: labels, other text, and groups of figures. A group of figures belongs to the
label in its own line, to the label before it, to the label that the pieces of text around it
spell, or, by its place between two known rows, to the row that must stand there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from attrs import field, frozen

from govinfo.grammar.labels import key
from govinfo.grammar.lexicon import Lexicon
from govinfo.grammar.values import measure_word
from govinfo.layout.items import Figures, Item, KnownBy, Mark, unglued

_NOISE = 2
"""Letters up to which a text between a label and its figures says nothing."""
_NEAR = 8
"""How many pieces of text before and after a group of figures may spell its label."""
_MANY = 6
"""Labels and groups of figures from which their regular alternation is no accident."""
_FEW = 4
"""Figures up to which 1 2 3 is a row as likely as the numbers of columns."""
_COLUMN = 2
"""Labels without figures before another from which signs for nothing after it may be any row's."""
_TRIED = 12
"""How many spellings are compared with the labels by likeness."""


def assign(items: Sequence[Item], lexicon: Lexicon) -> list[Figures]:
    """Give each group of figures its row; return the groups in printed order.

    Groups whose row is not known keep `row` `None`.
    """
    _take_units(items)
    _by_shared_labels(items, lexicon)
    _by_labels(items, lexicon)
    _by_pieces(items, lexicon)
    groups = [item for item in items if isinstance(item, Figures)]
    _by_order(groups, lexicon)
    return groups


def _take_units(items: Sequence[Item]) -> None:
    """A measure word on a line of its own is that of the figures after it."""
    for before, item in pairwise(items):
        if isinstance(item, Figures) and isinstance(before, Mark) and item.unit is None:
            item.unit = measure_word(before.text)


def _by_shared_labels(items: Sequence[Item], lexicon: Lexicon) -> None:
    """Rows beside a cell that holds their labels: in its order, if there are as many.

    Otherwise it is not told whose the figures are.
    """
    groups = [item for item in items if isinstance(item, Figures)]
    for at, first in enumerate(groups):
        if not first.among or first.row is not None:
            continue
        beside = [first]
        for group in groups[at + 1 : at + len(first.among)]:
            if group.label or group.text or group.line >= first.line + first.reach:
                break
            beside.append(group)
        rows = [row for row in first.among if lexicon.width(row) >= len(first.printed)]
        told = len(beside) == len(rows)
        for group, row in zip(beside if told else [first], rows or first.among, strict=told):
            group.row, group.how, group.rival = row, "shared", not told
            group.label, group.anchor = first.label, first.anchor


def _by_labels(items: Sequence[Item], lexicon: Lexicon) -> None:
    """Figures in a label's own line, and figures right after a label."""
    last = -1
    bare = 0
    shifted = _figures_precede_labels(items, lexicon)
    unsure = not shifted and _may_precede_labels(items, lexicon)
    for position, item in enumerate(items):
        if not isinstance(item, Mark) or not item.rows:
            continue
        row = next((row for row in item.rows if row > last), item.rows[0])
        if unsure and item.alone:
            continue
        figures = _after_ordinal(items, position, lexicon) or _own_figures(
            items, position, shifted=shifted
        )
        if figures is not None and not figures.printed and bare >= _COLUMN:
            # Labels one below the other, then signs for nothing: a column after a column.
            continue
        bare = 0 if figures is not None else bare + 1
        if figures is not None and figures.row is None:
            figures.row, figures.label, figures.anchor = row, item.text, item.anchor
            figures.glued = figures.glued or item.glued
            last = row
        elif not lexicon.grammar.rows[row].own:
            last = row


def _after_ordinal(items: Sequence[Item], position: int, lexicon: Lexicon) -> Figures | None:
    """The figures between a label and its ordinal, which stands alone over them."""
    if position < 2 or key(items[position].text).ordinal:
        return None
    mark, figures, ordinal = items[position], items[position - 1], items[position - 2]
    if not (isinstance(mark, Mark) and mark.alone and isinstance(ordinal, Mark)):
        return None
    if not isinstance(figures, Figures) or figures.label or figures.text:
        return None
    printed = key(ordinal.text)
    own = {lexicon.ordinals[row] for row in mark.rows}
    return figures if not printed.full and own == {printed.ordinal} else None


def _own_figures(items: Sequence[Item], position: int, *, shifted: bool) -> Figures | None:
    mark = items[position]
    assert isinstance(mark, Mark)  # noqa: S101 - the caller's loop
    if shifted and mark.alone:
        before = items[position - 1] if position else None
        return before if isinstance(before, Figures) and not before.label else None
    for item in items[position + 1 : position + 2 + _NEAR]:
        if isinstance(item, Figures):
            own = item.label == mark.text and item.line == mark.line
            follows = mark.alone and not (item.label or item.text)
            return item if own or follows else None
        printed = key(item.text)
        if item.rows or printed.ordinal or len(printed.full) > _NOISE:
            return _continued(items, position)
    return None


def _continued(items: Sequence[Item], position: int) -> Figures | None:
    """The figures after a label that runs on over pieces which name no row of their own."""
    text = ""
    for item in items[position + 1 : position + 2 + _NEAR]:
        if isinstance(item, Figures):
            mark = items[position]
            whole = key(f"{mark.text}{text}") if isinstance(mark, Mark) else None
            same = (
                whole is not None and isinstance(mark, Mark) and whole.bare == key(mark.text).bare
            )
            return item if same and not item.label and not item.text else None
        if item.rows or key(item.text).ordinal:
            return None
        text += item.text
    return None


def _figures_precede_labels(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Whether labels on lines of their own stand after their figures rather than before.

    Before is usual. After is certain where every row's figures stand before its label, and where
    rows with their labels beside them are mixed with rows whose labels in pieces follow them.
    """
    if any(isinstance(item, Figures) and item.label for item in items):
        open_figures = _open_figures(items)
        return _count(open_figures, lexicon, _after) > _count(open_figures, lexicon, _before)
    if any(isinstance(item, Figures) and item.stacked for item in items):
        return False
    kinds = [isinstance(item, Figures) for item in items if isinstance(item, Figures) or item.rows]
    return len(kinds) >= _MANY and kinds == [True, False] * (len(kinds) // 2)


def _may_precede_labels(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Whether a whole row of figures stands before the first label, which is alone in its line.

    Then it cannot be told whether labels stand before or after their figures.
    """
    for item in items:
        if isinstance(item, Mark):
            if item.rows:
                return False
            continue
        row = next((other for other in items if isinstance(other, Mark) and other.rows), None)
        if row is None or item.line > row.line:
            return False
        texts = [cell.text for cell in item.cells]
        counted = len(texts) > _FEW and texts == [str(n) for n in range(1, len(texts) + 1)]
        near = row.line == item.line + item.lines
        whole = len(item.printed) == lexicon.width(row.rows[0]) > 1
        if near and whole and row.alone and not item.label and not item.stacked and not counted:
            return True
    return False


def _by_pieces(items: Sequence[Item], lexicon: Lexicon) -> None:
    """Figures whose label the pieces of text around them spell, exactly or nearly.

    A text in the figures' own line counts most. Otherwise, where labels stand on lines before
    or after their figures, all stand on the same side: on the side on which more of them spell
    a row, since the outermost label has figures on one side only. What is left may have pieces
    on both sides. Damaged labels come last, lest pieces of the next row's label pass for one.
    """
    open_figures = _open_figures(items)
    known = Known.of(items)
    _settle(open_figures, known, lexicon, _beside, _exactly)
    counts = _count(open_figures, lexicon, _before), _count(open_figures, lexicon, _after)
    sides = [_beside, _both_sides]
    if counts[0] != counts[1] or not any(counts):
        sides.insert(1, _after if counts[1] > counts[0] else _before)
    for spelled in (_exactly, _nearly):
        for side in sides:
            _settle(open_figures, known, lexicon, side, spelled)
    for one in open_figures:
        if one.figures.row is None and not one.figures.text:
            said = (text for text in reversed(one.before) if _says(text, lexicon))
            one.figures.text = next(said, "")


def _says(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is long enough for a label, and none that the grammar knows."""
    printed = key(text)
    return len(printed.full) > _NOISE and not lexicon.knows(printed)


Side = Callable[[Figures, Sequence[str], Sequence[str]], Iterator[str]]
"""What the texts before, beside and after figures may spell."""


_Named = tuple[int, KnownBy, str]
"""A row, by what it is known, and the label as printed."""
Spelled = Callable[[Sequence[str], Lexicon, range], _Named | None]
"""How texts are compared with the labels of the rows that are still open."""


def _beside(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    if figures.text:
        yield from _joined(figures, before, after)


def _before(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    del after
    if not figures.text:
        yield from ("".join(before[at:]) for at in range(len(before)))


def _after(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    del before
    if not figures.text and not figures.stacked:
        yield from ("".join(after[:end]) for end in range(len(after), 0, -1))


def _both_sides(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    if before and after and not figures.text and not figures.stacked:
        yield from _joined(figures, before, after)


def _either_side(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    yield from _before(figures, before, after)
    yield from _after(figures, before, after)


def _joined(figures: Figures, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for left in range(len(before) + 1):
        for right in range(len(after) + 1):
            if figures.text or (left and right):
                head = "".join(before[len(before) - left :])
                yield head + figures.text + "".join(after[:right])


def _settle(
    open_figures: Sequence[Open],
    known: Known,
    lexicon: Lexicon,
    side: Side,
    spelled: Spelled,
) -> None:
    for one in open_figures:
        figures, around = one.figures, (one.before, one.after)
        if figures.row is not None or not (figures.text or one.before or one.after):
            continue
        if _several_before_or_after(one, side, lexicon):
            continue
        texts = [text for text in side(figures, *around) if text]
        among = known.open_rows(one.position, len(lexicon.grammar.rows)) if texts else range(0)
        if not among:
            continue
        if spelled is _nearly and _exactly(list(_either_side(figures, *around)), lexicon, among):
            # A label stands whole on a side that could not be told to be the right one.
            continue
        found = spelled(texts, lexicon, among)
        if found is not None:
            figures.row, figures.how, figures.label = found
            figures.glued = figures.glued or unglued(figures.label)[1]
            known.add(one.position, figures.row)


def _several_before_or_after(one: Open, side: Side, lexicon: Lexicon) -> bool:
    """Whether the texts on a side are the labels of several rows, so that none is this one's."""
    texts = one.before if side is _before else one.after if side is _after else []
    return len(lexicon.mentioned("".join(texts))) > 1


def _count(open_figures: Sequence[Open], lexicon: Lexicon, side: Side) -> int:
    """How many groups without a row have a label exactly spelled on a side."""
    return sum(
        any(lexicon.row(key(text)) for text in side(one.figures, one.before, one.after))
        for one in open_figures
        if one.figures.row is None
    )


@frozen(slots=True)
class Open:
    """A group of figures without a label of its own, and the texts around it."""

    position: int
    figures: Figures
    before: list[str]
    after: list[str]


def _open_figures(items: Sequence[Item]) -> list[Open]:
    return [
        Open(position, item, *_texts_around(items, position))
        for position, item in enumerate(items)
        if isinstance(item, Figures)
        and item.row is None
        and not item.label
        and (item.printed or item.table)
    ]


def _texts_around(items: Sequence[Item], position: int) -> tuple[list[str], list[str]]:
    """The pieces of text up to the next row's figures, or the measure word of a blank row."""
    before: list[str] = []
    for item in reversed(items[max(0, position - _NEAR) : position]):
        if isinstance(item, Figures) or item.rows or (before and measure_word(item.text)):
            break
        if not measure_word(item.text):
            before.insert(0, item.text)
    after: list[str] = []
    for item in items[position + 1 : position + 1 + _NEAR]:
        if isinstance(item, Figures) or item.rows or measure_word(item.text):
            break
        after.append(item.text)
    return before, after


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
            if isinstance(item, Figures) and item.row is not None:
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
        if likest is not None:
            return likest, "fuzzy", text
    return None


def _by_order(groups: Sequence[Figures], lexicon: Lexicon) -> None:
    """Groups without a label, where two known rows enclose as many as the template has there."""
    rows = lexicon.grammar.rows
    known = [i for i, group in enumerate(groups) if group.row is not None]
    for left, right in pairwise(known):
        low, high = groups[left].row, groups[right].row
        if low is None or high is None:
            continue
        between = range(low + 1, high)
        lost = [
            group
            for group in groups[left + 1 : right]
            if between
            and len(group.printed) == len(rows[between[0]].columns)
            and (group.table or group.unit or len(group.printed) > 1)
        ]
        for variant in _variants(between, lexicon):
            if lost and len(lost) == len(variant):
                for group, row in zip(lost, variant, strict=True):
                    group.row, group.how = row, "order"


def _variants(between: range, lexicon: Lexicon) -> list[list[int]]:
    """The rows of a range in each edition: a group's own row, or the rows of the group."""
    rows = lexicon.grammar.rows
    variants = [
        [row for row in between if not (rows[row].optional and not rows[row].own)],
        [row for row in between if not rows[row].own],
    ]
    return variants[:1] if variants[0] == variants[1] else variants
