"""What is to be said of figures that stand in a table and that no row has taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from govinfo.blocks import Anchor
from govinfo.diagnostics import Diagnostic
from govinfo.explain import rules
from govinfo.grammar.compile import Grammar
from govinfo.grammar.facts import table_of
from govinfo.grammar.labels import Key, key
from govinfo.grammar.lexicon import Lexicon
from govinfo.layout.header_lines import FEW
from govinfo.layout.lines import Piece, joined
from govinfo.layout.plan import Plan
from govinfo.layout.planned import PlannedRow
from govinfo.layout.regions import NEAR


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
    if unknown or not plan.untaken:
        yield from unknown
    else:
        yield _said(plan, plan.untaken, "")


def row_unknown(grammar: Grammar, anchor: Anchor | None, label: str, raw: str) -> Diagnostic:
    """That a row has figures that is none of the template's, or none of the edition's."""
    return rules.ROW_UNKNOWN.at(
        grammar.layout.part, anchor, table=table_of(grammar), printed=label, raw=raw
    )


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
        whole = fits_one and len(printed) > FEW
        close = any(near) or (amid and whole)
        beside = close and ((amid and (lost or named or narrow)) or (named and fits_one))
        beside = beside or (amid and _goes_on(row, before)) or _stands_first(row, before, after)
        if beside or (fits_one and words.begins(key(row.text))):
            yield _said(plan, printed, row.text)


def _goes_on(row: PlannedRow, before: PlannedRow | None) -> bool:
    """Whether several figures stand right below a row: the rest of its own, where cells wrap."""
    follows = before is not None and row.line == before.line + before.lines
    return follows and len(row.printed) > 1 and not _is_counted(row)


def _stands_first(row: PlannedRow, before: PlannedRow | None, after: PlannedRow | None) -> bool:
    """Whether as many figures as the first known row has stand right above its label."""
    if before is not None or after is None or _is_counted(row):
        return False
    follows = after.line == row.line + row.lines + 1
    return follows and len(row.printed) == len(after.columns) > 1


def _is_counted(row: PlannedRow) -> bool:
    """Whether figures number the columns: 1 2 3."""
    texts = [cell.text for cell in row.printed]
    return texts == [str(number) for number in range(1, len(texts) + 1)]


def _said(plan: Plan, figures: Sequence[Piece], text: str) -> Diagnostic:
    return row_unknown(plan.grammar, figures[0].anchor, text, joined(figures))


def _told_after(rows: Sequence[PlannedRow]) -> list[PlannedRow | None]:
    """For each row the next one after it that is known."""
    following: list[PlannedRow | None] = []
    after: PlannedRow | None = None
    for row in reversed(rows):
        following.append(after)
        after = after if row.row is None else row
    return following[::-1]
