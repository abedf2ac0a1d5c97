"""Rows of figures and the rows of the template that they are.

Lines become items: labels, other text, and groups of figures. A group of figures belongs to the
label in its own line, to the label before it, to the label that the pieces of text around it
spell, or, by its place between two known rows, to the row that must stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govinfo.grammar.labels import key
from govinfo.grammar.lexicon import Lexicon
from govinfo.grammar.values import measure_word
from govinfo.layout.groups import FigureGroup, Item, Mark
from govinfo.layout.shared_labels import name_beside_shared_labels
from govinfo.layout.spelled import name_by_pieces, spelled
from govinfo.money import YUAN

_NOISE = 2
"""Letters up to which a text between a label and its figures says nothing."""
_NEAR = 8
"""How many pieces of text before and after a group of figures may spell its label."""
_MANY = 6
"""Labels and groups of figures from which their regular alternation is no accident."""
_COLUMN = 2
"""Labels without figures before another from which signs for nothing after it may be any row's."""
_BESIDE = 2
"""Rows after the last known one up to which the first row of that label is surely meant."""
_YUAN = "元"
_MULTIPLE = re.compile(r"(?<![千百万亿])[千百万亿]++$")
"""What a unit of money begins with that the end of a line parted."""
_FEW = 4
"""Figures up to which 1 2 3 is a row as likely as the numbers of columns."""


def assign(items: Sequence[Item], lexicon: Lexicon) -> list[FigureGroup]:
    """Give each group of figures its row; return the groups in printed order.

    Groups whose row is not known keep `row` `None`.
    """
    behind = _behind_lone_figures(items, lexicon)
    own = [item for at, item in enumerate(items) if at + 1 not in behind]
    _take_units(own)
    name_beside_shared_labels(own, lexicon)
    _by_labels(own, lexicon)
    name_by_pieces(own, lexicon)
    _by_order(own, lexicon)
    named = iter(own)
    found = [item if at + 1 in behind else next(named) for at, item in enumerate(items)]
    for at in behind:
        # The lone figure may as well have been the row's, and this a row without a label.
        group = found[at]
        if isinstance(group, FigureGroup):
            found[at] = group._replace(how="order")
    groups = _torn_apart([item for item in found if isinstance(item, FigureGroup)])
    return _beside_strays(_under_own_ordinals(groups, items, lexicon), lexicon)


def _under_own_ordinals(
    groups: Sequence[FigureGroup], items: Sequence[Item], lexicon: Lexicon
) -> list[FigureGroup]:
    """The groups; none is a row's by a common word alone whose label stands under its ordinal.

    其他 without 3. before it, or under another number, is a row that the writer put in.
    """
    printed = [(item.text, item.rows) for item in items if isinstance(item, Mark)]
    printed += [(group.label, (group.row,)) for group in groups if group.row is not None]
    own = {
        row for text, rows in printed for row in rows if key(text).ordinal == lexicon.ordinals[row]
    }
    return [
        group._replace(row=None, text=group.text or group.label)
        if group.row in own and _is_common(group.label, group.row, lexicon)
        else group
        for group in groups
    ]


def _is_common(label: str, row: int, lexicon: Lexicon) -> bool:
    """Whether a label is a word that also heads a column, without the row's ordinal."""
    printed = key(label)
    return printed.ordinal != lexicon.ordinals[row] and lexicon.is_column(key(printed.bare))


def _torn_apart(groups: Sequence[FigureGroup]) -> list[FigureGroup]:
    """The groups; those of a run of which some have no row are not told: it may be cut wrongly."""
    torn = {group.run for group in groups if group.run is not None and group.row is None}
    return [group._replace(rival=True) if group.run in torn else group for group in groups]


def _beside_strays(groups: Sequence[FigureGroup], lexicon: Lexicon) -> list[FigureGroup]:
    """The groups; not to be told if a whole row without a label stands between one and the next.

    Where the template has none between the two, it is one of theirs, and theirs another's: unless
    their labels stand beside them, they may have been printed before them or after.
    """
    found = list(groups)
    for at, stray in enumerate(groups[1:-1], 1):
        before, after = groups[at - 1], groups[at + 1]
        between = before.row is not None and after.row == before.row + 1
        figures = [part for cell in stray.printed for part in cell.text.split()]
        whole = len(figures) == lexicon.widest > _FEW
        if stray.row is None and between and whole and not (stray.label or stray.text):
            for beside in (at - 1, at + 1):
                group = found[beside]
                found[beside] = group._replace(rival=group.rival or not _has_label_beside(group))
    return found


def _has_label_beside(group: FigureGroup) -> bool:
    """Whether a row's label stands in its line, or its table."""
    first = group.cells[0].anchor if group.cells else None
    if first is None or group.anchor is None:
        return True
    return (group.anchor.line, group.anchor.table) == (first.line, first.table)


def _behind_lone_figures(items: Sequence[Item], lexicon: Lexicon) -> set[int]:
    """Where whole rows stand right after a figure on a line of its own: a page's number?"""
    found: set[int] = set()
    for at, (lone, row) in enumerate(pairwise(items)):
        if not (isinstance(lone, FigureGroup) and isinstance(row, FigureGroup)):
            continue
        alone = len(lone.cells) == 1 and not (lone.table or lone.label)
        whole = row.lines == 1 and len(row.printed) == lexicon.widest > _FEW
        if alone and whole:
            found.add(at + 1)
    return found


def _take_units(items: list[Item]) -> None:
    """A measure word on a line of its own is that of the figures after it.

    A unit of money that none follow is that of the figures before it.
    """
    for at, (before, item) in enumerate(pairwise(items)):
        if not (isinstance(item, FigureGroup) and isinstance(before, Mark)):
            continue
        unit = measure_word(before.text) if item.unit is None else None
        over = before if item.unit == _YUAN else items[at - 1] if unit == _YUAN and at else None
        if isinstance(over, Mark) and (multiple := _MULTIPLE.search(over.text)):
            unit = measure_word(f"{multiple[0]}{_YUAN}")
        if unit is not None:
            items[at + 1] = item._replace(unit=unit)
    for at, (item, after) in enumerate(pairwise(items)):
        if isinstance(item, FigureGroup) and isinstance(after, Mark) and item.unit is None:
            unit = measure_word(after.text) if _YUAN in after.text else None
            if unit == _YUAN and (multiple := _MULTIPLE.search(item.text)):
                unit = measure_word(f"{multiple[0]}{_YUAN}")
            if unit in YUAN and not any(isinstance(a, FigureGroup) for a in items[at + 2 : at + 3]):
                items[at] = item._replace(unit=unit)


def _by_labels(items: list[Item], lexicon: Lexicon) -> None:
    """Figures in a label's own line, and figures right after a label."""
    last = -1
    bare = 0
    before = _figures_precede_labels(items, lexicon)
    unsure = _may_precede_labels(items, lexicon)
    for position, item in enumerate(items):
        if not isinstance(item, Mark) or not item.rows:
            continue
        later = [row for row in item.rows if row > last] or item.rows
        row = later[0]
        if before and item.alone:
            continue
        at = _own_figures(items, position, item, lexicon)
        group = None if at is None else items[at]
        column = bare >= min(_COLUMN, lexicon.widest)
        if isinstance(group, FigureGroup) and not group.printed and column:
            # Labels one below the other, then signs for nothing: a column after a column.
            continue
        bare, passed = (bare + 1, bare) if group is None else (0, bare)
        if at is not None and isinstance(group, FigureGroup) and group.row is None:
            items[at] = named = group.named(row, item)
            apart = len(later) > 1 and row - last > _BESIDE and not _stands_again(items, position)
            either = unsure and item.alone
            if apart or either or (passed and _begin_behind_labels(items, at)):
                items[at] = named._replace(rival=True)
            last = row
        elif not lexicon.grammar.rows[row].own:
            last = row


def _stands_again(items: Sequence[Item], position: int) -> bool:
    """Whether a label of several rows stands once more, so that the first is the first row's."""
    mark = items[position]
    return any(
        isinstance(item, Mark) and isinstance(mark, Mark) and item.rows == mark.rows
        for item in items[position + 1 :]
    )


def _begin_behind_labels(items: Sequence[Item], at: int) -> bool:
    """Whether two whole rows stand behind a label: the first may be that of a label before it."""
    label, *rows = items[at - 1 : at + 2]
    return len(rows) > 1 and all(
        isinstance(row, FigureGroup)
        and len(row.printed) >= _FEW
        and row.line > label.line
        and not row.text
        for row in rows
    )


def _own_figures(items: Sequence[Item], position: int, mark: Mark, lexicon: Lexicon) -> int | None:
    """Where a label's own figures stand."""
    if _is_after_ordinal(items, position, mark, lexicon):
        return position - 1
    for at, item in enumerate(items[position + 1 : position + 2 + _NEAR], position + 1):
        if isinstance(item, FigureGroup):
            own = item.label == mark.text
            follows = mark.alone and not (item.label or item.text)
            return at if own or follows else None
        printed = key(item.text)
        if item.rows or printed.ordinal or len(printed.full) > _NOISE:
            return None
    return None


def _is_after_ordinal(items: Sequence[Item], position: int, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether figures stand between a label and its ordinal, which is alone over or beside them."""
    if position < 2 or not mark.alone or key(mark.text).ordinal:
        return False
    over, figures = items[position - 2 : position]
    if not isinstance(figures, FigureGroup) or figures.label:
        return False
    printed = key(figures.text or (over.text if isinstance(over, Mark) else ""))
    own = {lexicon.ordinals[row] for row in mark.rows}
    return not printed.full and own == {printed.ordinal}


def _figures_precede_labels(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Whether labels on lines of their own stand after their figures rather than before.

    Before is usual. After is certain where every row's figures stand before its label, and where
    rows with their labels beside them are mixed with rows whose labels in pieces follow them.
    """
    if any(isinstance(item, FigureGroup) and item.label for item in items):
        return spelled(items, lexicon, after=True) > spelled(items, lexicon, after=False)
    if any(isinstance(item, FigureGroup) and item.stacked for item in items):
        return False
    kinds = [
        isinstance(item, FigureGroup)
        for item in items
        if isinstance(item, FigureGroup) or item.rows
    ]
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
        whole = sum(map(bool, texts)) == lexicon.width(row.rows[0]) > 1
        if near and whole and row.alone and not item.label and not counted:
            after, before = (_too_wide(items, lexicon, step=step) for step in (-1, 1))
            return before or not after
    return False


def _too_wide(items: Sequence[Item], lexicon: Lexicon, *, step: int) -> bool:
    """Whether a row would have more figures than columns if labels stood on one side of them.

    Args:
        items: The items.
        lexicon: The grammar's labels.
        step: 1 if each label stands before its figures, -1 if after.
    """
    told = [item for item in items if isinstance(item, FigureGroup) or item.rows]
    return any(
        isinstance(label, Mark)
        and isinstance(group, FigureGroup)
        and len(group.printed) > max(map(lexicon.width, label.rows))
        for label, group in pairwise(told[::step])
    )


def _by_order(items: list[Item], lexicon: Lexicon) -> None:
    """Groups without a label, where two known rows enclose as many as the template has there."""
    rows = lexicon.grammar.rows
    groups = [(at, item) for at, item in enumerate(items) if isinstance(item, FigureGroup)]
    known = [(n, item.row) for n, (_, item) in enumerate(groups) if item.row is not None]
    for (left, low), (right, high) in pairwise(known):
        if right == left + 1:
            continue  # Nearly everywhere.
        between = range(low + 1, high)
        lost = [
            (at, group)
            for at, group in groups[left + 1 : right]
            if between
            and len(group.printed) == len(rows[between[0]].columns)
            and (group.table or len(group.printed) > 1)
        ]
        for variant in _variants(between, lexicon):
            if lost and len(lost) == len(variant):
                for (at, group), row in zip(lost, variant, strict=True):
                    items[at] = group._replace(row=row, how="order")


def _variants(between: range, lexicon: Lexicon) -> list[list[int]]:
    """The rows of a range in each edition: a group's own row, or the rows of the group."""
    rows = lexicon.grammar.rows
    variants = [
        [row for row in between if not (rows[row].optional and not rows[row].own)],
        [row for row in between if not rows[row].own],
    ]
    return variants[:1] if variants[0] == variants[1] else variants
