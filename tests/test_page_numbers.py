from __future__ import annotations

import pytest

from govinfo.page_numbers import page_number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        *(("- 1 -", 1), ("—12—", 12), ("第3页", 3), ("第 3 页，共 9 页", 3), ("4/9", 4)),
        *(("-- 2 of 4 --", 2), ("Page 3 of 9", 3), ("--- PAGE 3 ---", 3), ("[page 3]", 3)),
        ("----------------Page (0) Break----------------", 0),
        *(("pages 3", None), ("a page 3", None), ("-- 2 of --", None), ("—— 12 ——", None)),
        *(("12", None), ("    - 1 -", None), ("第1页说明", None), ("2023/12", None)),
    ],
)
def test_the_number_of_a_page(line: str, number: int | None) -> None:
    assert page_number(line) == number
