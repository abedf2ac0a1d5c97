from __future__ import annotations

from adapters.text.read import shown

FULL = (
    "   一、本年新收         7557    206   75    7838\n"
    "   二、上年结转         320     3     321   644\n"
)


def test_a_row_with_fewer_figures_than_columns_has_blank_cells() -> None:
    text = FULL + "   （一）予以公开       334           337   671\n"
    assert shown(text)[2] == [["（一）予以公开", "334", "", "337", "671"]]


def test_a_row_that_ends_before_the_last_column_may_have_lost_a_cell() -> None:
    text = FULL + "   （一）予以公开       334     3     337\n"
    assert all(isinstance(block, str) for block in shown(text))


def test_rows_with_a_figure_in_every_column_stay_lines() -> None:
    assert all(isinstance(block, str) for block in shown(FULL))


def test_a_figure_between_two_columns_tells_nothing() -> None:
    text = FULL + "   （一）予以公开       334  33133719123 671\n"
    assert all(isinstance(block, str) for block in shown(text))


def test_a_gap_with_a_piece_of_a_figure_beside_it_is_no_blank_cell() -> None:
    above, below = " " * 32 + "3（见\n", " " * 32 + "附件）\n"
    text = f"{FULL}{above}   （一）予以公开       334           337   671\n{below}"
    assert all(isinstance(block, str) for block in shown(text))


def test_columns_are_told_of_one_table_at_a_time() -> None:
    text = (
        "信息内容    本年制发    本年废止    现行有效\n规章        3           2           9\n"
        "文件        4           5           8\n"
        "信息内容    上一年    本年增减    处理决定\n行政许可    95        +38\n"
    )
    assert all(isinstance(block, str) for block in shown(text))
