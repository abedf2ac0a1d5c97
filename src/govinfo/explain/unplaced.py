"""What is to be said of figures that stand in a table and that no row has taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.grammar.facts import table_of
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import Lexicon
from govinfo.layout.header_lines import FEW
from govinfo.layout.lines import Piece, joined
from govinfo.layout.plan import Plan, PlannedRow
from govinfo.layout.regions import NEAR

_NOTE_OPEN = re.compile(r"\A[\d０-９][\d０-９,.]*+[(（][^()（）]*+\Z")


def about_unplaced(
    plan: Plan, words: Lexicon, known: Callable[[Key], bool]
) -> Iterator[Diagnostic]:
    """Rows of figures that could not be told, or else figures that no row has taken.

    Args:
        plan: The table's layout.
        words: The grammar's labels.
        known: Whether a label belongs to another table of the same document.
    """
    unknown = list(_unknown(plan, words, known))
    yield from unknown or list(_left(plan)) or list(_before_labels(plan)) or _broken(plan)


def _unknown(plan: Plan, words: Lexicon, known: Callable[[Key], bool]) -> Iterator[Diagnostic]:
    """Rows of figures amid the table's, or next to them, that could not be told."""
    # A blank row beside one that could not be told may be that one's label.
    told = {row.row for row in plan.rows if any(cell.text for cell in row.cells)}
    before: PlannedRow | None = None
    for row, after in zip(plan.rows, _told_after(plan.rows), strict=True):
        if row.row is not None:
            before = row
            continue
        printed = row.printed
        if not printed or known(key(row.text)):
            continue
        low = -1 if before is None or before.row is None else before.row
        high = len(plan.grammar.rows) if after is None or after.row is None else after.row
        near = [abs(row.line - other.line) < NEAR for other in (before, after) if other]
        lost = [number for number in range(low + 1, high) if number not in told]
        amid = before is not None and after is not None
        narrow = words.widest <= FEW and row.lines == 1
        amid = amid and (row.table or len(printed) > 1 or (narrow and all(near)))
        fits_one = any(len(printed) == words.width(number) for number in lost)
        named = bool(row.text or row.unit)
        beside = any(near) and ((amid and (lost or named or narrow)) or (named and fits_one))
        beside = beside or (amid and _goes_on(row, before))
        if beside or (fits_one and words.begins(key(row.text))):
            yield _said(plan, printed, row.text)


def _goes_on(row: PlannedRow, before: PlannedRow | None) -> bool:
    """Whether several figures stand right below a row: the rest of its own, where cells wrap."""
    texts = [cell.text for cell in row.printed]
    counted = texts == [str(number) for number in range(1, len(texts) + 1)]
    follows = before is not None and row.line == before.line + before.lines
    return follows and len(texts) > 1 and not counted


def _left(plan: Plan) -> Iterator[Diagnostic]:
    """The first figures beside a row's label, or amid the table's rows, that no row has taken."""
    told = plan.told
    if not told:
        return
    untaken = list(_untaken(plan, told))
    if not untaken:
        return
    places = {cell.anchor for row in told if row.table for cell in row.cells}
    for beside_label, figures, found in untaken:
        left = [one for one in found if one.anchor not in places]
        if left and (beside_label or len(left) == len(figures) > 1):
            yield _said(plan, left, "")
            return


def _before_labels(plan: Plan) -> Iterator[Diagnostic]:
    """The first figure that stands before a label in its line, where few rows have any there.

    Rows that are numbered have one each; that of a few may be the beginning of their own.
    """
    told = {row.anchor for row in plan.told}
    found: list[Piece] = []
    for line, named in zip(plan.lines, plan.named, strict=True):
        first = next((at for at, rows in enumerate(named) if rows), 0)
        if first and not line.table and line.pieces[first].anchor in told:
            found += [piece for piece in line.pieces[:first] if piece.number]
    if 0 < 2 * len(found) < len(told):
        yield _said(plan, found[:1], "")


def _broken(plan: Plan) -> Iterator[Diagnostic]:
    """The first figure whose note goes on elsewhere: `92（均为自`, then `然失效）`."""
    told = plan.told
    if not told:
        return
    for line in plan.lines[max(0, told[0].line - 1) : told[-1].line + told[-1].lines + 1]:
        for piece in line.pieces:
            if _NOTE_OPEN.fullmatch(piece.text):
                yield _said(plan, [piece], "")
                return


def _untaken(
    plan: Plan, told: Sequence[PlannedRow]
) -> Iterator[tuple[bool, list[Piece], list[Piece]]]:
    """Lines amid the rows: whether a label stands there, the figures, those that no row has."""
    taken = {id(cell) for row in told for cell in row.cells}
    blocks = frozenset().union(*(row.blocks for row in told))
    last = max(row.line + row.lines for row in told)
    for number in range(told[0].line, min(last, len(plan.lines))):
        line = plan.lines[number]
        if taken.issuperset([id(piece) for piece in line.pieces if piece.number]):
            continue
        labels = [at for at, rows in enumerate(plan.named[number]) if rows]
        own = line.table and line.block in blocks and len(line.pieces) > 1
        if line.header or not (labels or own):
            continue
        figures = [piece for piece in line.pieces[min(labels, default=0) :] if piece.number]
        left = [one for one in figures if id(one) not in taken]
        if left:
            yield bool(labels), figures, left


def _said(plan: Plan, figures: Sequence[Piece], text: str) -> Diagnostic:
    return rules.ROW_UNKNOWN.at(
        plan.grammar.layout.part,
        figures[0].anchor,
        table=table_of(plan.grammar),
        printed=text,
        raw=joined(figures),
    )


def _told_after(rows: Sequence[PlannedRow]) -> list[PlannedRow | None]:
    """For each row the next one after it that is known."""
    following: list[PlannedRow | None] = []
    after: PlannedRow | None = None
    for row in reversed(rows):
        following.append(after)
        after = after if row.row is None else row
    return following[::-1]
