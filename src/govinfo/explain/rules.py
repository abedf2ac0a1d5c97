"""GI1xx: what could not be read surely, or was read in an unusual way."""

from __future__ import annotations

from govinfo.explain.cell_rules import (
    NOT_UNDERSTOOD,
    SIGNS_LOST,
    SPACED,
    UNIT_MISSING,
)
from govinfo.explain.placement_rules import (
    CELLS_AMBIGUOUS,
    CELLS_MISSING,
    COLUMNS_UNSURE,
    COLUMNS_UNUSUAL,
    GLUED,
    PERHAPS_TWO_ROWS,
    RECOVERED,
    SHIFTED,
    SUM_UNSURE,
)
from govinfo.explain.table_rules import (
    BY_ORDER,
    CAPTION,
    COPIES_DIFFER,
    COPY,
    FOREIGN,
    MISWORDED,
    ROW_MISSING,
    ROW_UNKNOWN,
    SEVERAL_REPORTS,
    TABLE_MISSING,
    TWO_REPORTS,
)

__all__ = [
    "BY_ORDER",
    "CAPTION",
    "CELLS_AMBIGUOUS",
    "CELLS_MISSING",
    "COLUMNS_UNSURE",
    "COLUMNS_UNUSUAL",
    "COPIES_DIFFER",
    "COPY",
    "FOREIGN",
    "GLUED",
    "MISWORDED",
    "NOT_UNDERSTOOD",
    "PERHAPS_TWO_ROWS",
    "RECOVERED",
    "ROW_MISSING",
    "ROW_UNKNOWN",
    "SEVERAL_REPORTS",
    "SHIFTED",
    "SIGNS_LOST",
    "SPACED",
    "SUM_UNSURE",
    "TABLE_MISSING",
    "TWO_REPORTS",
    "UNIT_MISSING",
]
