"""An unusual order of columns stands unless the rows deny it."""

from __future__ import annotations

from govinfo import Requests
from govinfo.grammar.compile import compile_class
from govinfo.grammar.sums import row_sums
from govinfo.solve.orders import stands

SUMS = row_sums(compile_class(Requests).rows[0].columns)
TOTAL_FIRST = (6, 0, 1, 2, 3, 4, 5)


def test_rows_that_add_up_in_the_printed_order_keep_it() -> None:
    assert stands(TOTAL_FIRST, [[3, 1, 2, 0, 0, 0, 0]], SUMS)


def test_rows_that_add_up_in_the_templates_order_alone_deny_it() -> None:
    assert not stands(TOTAL_FIRST, [[1, 2, 0, 0, 0, 0, 3]], SUMS)


def test_rows_of_zeros_say_nothing() -> None:
    assert stands(TOTAL_FIRST, [[0] * 7], SUMS)
