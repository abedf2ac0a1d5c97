from __future__ import annotations

from unicodedata import east_asian_width

import pytest

from adapters.text.read import blocks, shown, tables
from govinfo.blocks import Table


def test_rows_without_a_bar_before_them_filled_up_by_bars() -> None:
    text = (
        "第二十条第（一）项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
        "规章 | 0 | 0 | 6 |\n行政许可 | 12 | ||\n"
    )
    (table,) = blocks(text)
    assert isinstance(table, Table)
    assert not table.aligned
    assert tables(text) == [
        [
            ["第二十条第（一）项"],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "0", "0", "6"],
            ["行政许可", "12"],
        ]
    ]


def test_the_single_cell_that_fills_up_a_row_is_left_out() -> None:
    text = (
        "申请人情况 | | ||||\n新收 | 1 | 0 | 1 | ||\n结转 | 2 | 0 | 2 | ||\n"
        "办理结果 | 公开 | 3 | 0 | 3 | |\n"
    )
    assert tables(text)[0][3] == ["办理结果", "公开", "3", "0", "3"]


def test_blank_cells_of_rows_without_blanks_around_the_bars_are_cells() -> None:
    assert tables("|规章|3|||\n|---|---|---|---|\n|许可|4|||\n") == [
        [["规章", "3", "", ""], ["许可", "4", "", ""]]
    ]


def test_a_header_of_one_cell_over_a_line_of_dashes() -> None:
    text = "第二十条第（一）项  \n---  \n信息内容 | 制发 | 废止  \n规章 | 3 | 2  \n"
    assert tables(text) == [
        [["第二十条第（一）项"], ["信息内容", "制发", "废止"], ["规章", "3", "2"]]
    ]


def test_a_row_of_cells_that_bars_begin_may_run_on() -> None:
    text = "|自然人 |企业 | |总计\n|新收 |3 |0 |3\n|结转\n|1 |0 |1\n"
    assert tables(text) == [
        [["自然人", "企业", "", "总计"], ["新收", "3", "0", "3"], ["结转", "1", "0", "1"]]
    ]


def test_a_table_of_asciidoc() -> None:
    text = (
        '[width="99%",cols="20%,40%,40%",options="header",]\n|===\n|信息内容 |制发 |\n废止\n\n'
        "|规章 |3\n|2\n|===\n后文\n"
    )
    assert shown(text)[1:] == [[["信息内容", "制发", "废止"], ["规章", "3", "2"]], "后文"]


def test_cells_of_asciidoc_that_cover_others() -> None:
    text = '[cols="1,1,1"]\n|===\n.2+|申请人 2+|情况\n|自然人 |总计\n|新收 |3 |3\n|===\n'
    (table,) = (block for block in blocks(text) if isinstance(block, Table))
    assert [(cell.row, cell.column, cell.rowspan, cell.colspan) for cell in table.cells[:4]] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_a_fence_that_is_never_closed_is_a_line() -> None:
    assert shown("|===\n正文") == ["|===", "正文"]


@pytest.mark.parametrize(
    ("broken", "between"),
    [
        ("| 信息内容 | 制发 |\n废止 |\n|---|---|---|\n| 规章 | 13 |\n20 |\n", "softly"),
        ("| 信息内容 | 制发\n| 废止 |\n|---|---|---|\n| 规章 | 1\n3 | 2\n0 |\n", "amid a number"),
    ],
)
def test_rows_broken_to_fit_a_width_are_whole_again(broken: str, between: str) -> None:
    figures = ["13", "20"] if between == "softly" else ["1 3", "2 0"]
    assert tables(broken) == [[["信息内容", "制发", "废止"], ["规章", *figures]]]


def test_figures_broken_where_lines_are_full_are_whole_again() -> None:
    text = "| 信息内容 | 制发数 |\n|---|---|\n" + "".join(
        f"| 第{name}种规章 | 12\n345 |\n" for name in "一二三"
    )
    assert tables(text)[0][1] == ["第一种规章", "12345"]


def test_rows_of_other_widths_than_the_dashes_are_left_as_they_are() -> None:
    assert tables("| 信息 | 制发 |\n|---|---|\n| 规章 | 3 | 4\n| 许可 | 5\n")[0][1:] == [
        ["规章", "3", "4"],
        ["许可", "5"],
    ]


def _broken(line: str, width: int) -> str:
    """A line broken where it fills so many places, a Chinese letter two."""
    made, left = "", width
    for letter in line:
        places = 1 + (east_asian_width(letter) in "WF")
        made, left = (made, left) if places <= left else (made + "\n", width)
        made, left = made + letter, left - places
    return made


@pytest.mark.parametrize("width", [22, 30, 36, 44])
def test_rows_without_dashes_that_were_broken_at_a_width_are_whole_again(width: int) -> None:
    rows = [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "12", "116"],
        ["行政规范性文件", "3", "", "40"],
        ["行政许可", "1287", "", ""],
        ["行政处罚", "11290", "2290", "31"],
        ["行政强制", "20", "11", "90087"],
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    text = "\n".join(_broken(line, width) for line in lines) + "\n三、收到申请情况\n"
    (table,) = tables(text)
    # Where few lines are broken, a label may keep a blank; a figure may not.
    assert [[row[0].replace(" ", ""), *row[1:]] for row in table[1:]] == rows[1:]
    assert ["".join(cell.split()) for cell in table[0]] == rows[0]
    assert shown(text)[1:] == ["三、收到申请情况"]


_CELL_A_LINE = (
    "|\n第二十条第（一）项 | ||||\n"
    "|\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 | |\n"
    "|\n规章 |\n2 |\n13 |\n40 | |\n|\n行政规范性文件 |\n7 |\n5 |\n116 | |\n"
)


@pytest.mark.parametrize("cut", [5, 7, 11, 15, 19, 22])
def test_a_text_that_was_cut_off_in_a_cell_keeps_the_rows_before(cut: int) -> None:
    (table, *_) = tables(_CELL_A_LINE[:-cut])
    assert [row[:4] for row in table[1:3]] == [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "2", "13", "40"],
    ]


def test_a_row_that_running_text_follows_was_not_cut_off() -> None:
    after = "|\n行政许可 |\n说明\n以下是正文。\n全年无变化。\n"
    assert shown(f"{_CELL_A_LINE}{after}")[-2:] == ["以下是正文。", "全年无变化。"]


def test_a_bar_that_ends_few_rows_stands_before_a_blank_cell() -> None:
    """Rows as scripts print them, a bar between every two cells: the last cell may be blank."""
    assert tables("行政许可 | 6 | 1 | 4\n行政处罚 |  | 0 | \n行政强制 | 0 |  | 9\n") == [
        [["行政许可", "6", "1", "4"], ["行政处罚", "", "0", ""], ["行政强制", "0", "", "9"]]
    ]


def test_a_bar_that_ends_most_rows_parts_no_cells() -> None:
    assert tables("行政许可 | 6 | 1 |\n行政处罚 | 2 | 0 |\n行政强制 | 0 | 3\n") == [
        [["行政许可", "6", "1"], ["行政处罚", "2", "0"], ["行政强制", "0", "3"]]
    ]
