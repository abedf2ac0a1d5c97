"""What stands between the pages of a text is none of its lines."""

from __future__ import annotations

import pytest

from govinfo.adapters.text.page_ends import without_page_ends
from govinfo.adapters.text.rows import Row
from govinfo.blocks import Anchor


def left(*lines: str) -> list[str]:
    rows = [Row(line, Anchor(line=at)) for at, line in enumerate(lines, 1)]
    return [row.text for row in without_page_ends(rows)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("- 1 -", "- 2 -"), ("第1页 共2页", "第2页 共2页"), ("—3—", "—4—"), ("1/9", "2/9")],
)
def test_numbers_of_pages_are_left_out(first: str, second: str) -> None:
    assert left("规章", first, "0", second, "0") == ["规章", "0", "0"]


def test_one_number_or_numbers_out_of_order_are_lines() -> None:
    assert left("规章", "- 1 -", "0") == ["规章", "- 1 -", "0"]
    assert left("- 1 -", "规章", "- 1 -", "0") == ["- 1 -", "规章", "- 1 -", "0"]


def test_a_figure_alone_is_no_page_and_a_drawn_page_keeps_its_number() -> None:
    assert left("规章", "1", "2", "3") == ["规章", "1", "2", "3"]
    assert left("规章", "    - 1 -", "0", "    - 2 -") == ["规章", "    - 1 -", "0", "    - 2 -"]


def test_a_head_on_every_page_is_left_out_and_a_figure_beside_every_number_is_not() -> None:
    head = "某县统计局年度报告"
    assert left("规章", "- 1 -", head, "0", "- 2 -", head, "1", "- 3 -", head, "2") == [
        *("规章", "0", "1", "2"),
    ]
    assert left("- 1 -", "0", "规章", "- 2 -", "0", "许可", "- 3 -", "0") == [
        *("0", "规章", "0", "许可", "0"),
    ]
