from __future__ import annotations

import pytest

from govinfo.page_numbers import page_number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        *(("- 1 -", 1), ("—12—", 12), ("第3页", 3), ("第 3 页，共 9 页", 3), ("4/9", 4)),
        *(("12", None), ("    - 1 -", None), ("第1页说明", None), ("2023/12", None)),
    ],
)
def test_the_number_of_a_page(line: str, number: int | None) -> None:
    assert page_number(line) == number
