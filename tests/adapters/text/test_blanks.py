from __future__ import annotations

import pytest

from adapters.text.read import shown

ROWS = ("新收", "103", "3", "", "", "1", "", "107", "结转", "8", "0", "", "", "", "0", "8")


def said(cells: tuple[str, ...], gap: str, blank: str) -> str:
    return "".join(f"{cell}{gap}" if cell else blank for cell in cells)


@pytest.mark.parametrize(("gap", "blank"), [("\n\n", "\n"), ("\n\n", "\n\n"), ("\n", "\n")])
def test_a_wider_gap_says_how_many_cells_are_blank(gap: str, blank: str) -> None:
    text = f"三、收到和处理政府信息公开申请情况\n\n{said(ROWS, gap, blank)}"
    assert shown(text) == ["三、收到和处理政府信息公开申请情况", [[cell] for cell in ROWS]]


def test_wider_gaps_between_rows_are_no_blank_cells() -> None:
    text = "\n\n".join(f"{label}\n1\n2\n3" for label in ("规章", "许可", "处罚", "强制"))
    assert all(isinstance(block, str) for block in shown(text))


def test_gaps_of_no_common_measure_tell_nothing() -> None:
    text = "甲\n\n1\n\n\n\n2\n\n\n\n\n3\n\n4\n\n5\n\n6\n\n7\n"
    assert all(isinstance(block, str) for block in shown(text))
