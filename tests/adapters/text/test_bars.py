from __future__ import annotations

import pytest

from adapters.text.read import shown, tables

PROACTIVE = [
    ["第二十条第（一）项"],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "0", "0", "6"],
    ["第二十条第（六）项"],
    ["信息内容", "本年处理决定数量"],
    ["行政处罚", "187"],
]


def test_a_bar_ends_each_cell_and_bars_fill_up_a_row() -> None:
    text = (
        "二、主动公开政府信息情况\n第二十条第（一）项 |\n|||\n信息内容 |\n本年制发件数 |\n"
        "本年废止件数 |\n现行有效件数 |\n规章 |\n0 |\n0 |\n6 |\n第二十条第（六）项 |\n|||\n"
        "信息内容 |\n本年处理决定数量 |\n||\n行政处罚 |\n187 |\n||\n"
    )
    assert shown(text) == ["二、主动公开政府信息情况", PROACTIVE]


def test_a_bar_before_the_first_cell_of_a_row_is_no_cell() -> None:
    text = (
        "|\n第二十条第（一）项 |\n|||\n|\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n"
        "现行有效件数 |\n|\n规章 |\n0 |\n0 |\n6 |\n|\n第二十条第（六）项 |\n|||\n|\n"
        "信息内容 |\n本年处理决定数量 |\n||\n|\n行政处罚 |\n187 |\n||\n"
    )
    assert shown(text) == [PROACTIVE]


def test_bars_that_fill_up_a_row_may_stand_behind_its_last_cell() -> None:
    text = (
        "二、主动公开政府信息情况\n第二十条第（一）项 | |||\n信息内容 |\n本年制发件数 |\n"
        "本年废止件数 |\n现行有效件数 |\n规章 |\n0 |\n0 |\n6 |\n第二十条第（六）项 | |||\n"
        "信息内容 |\n本年处理决定数量 | ||\n行政处罚 |\n187 | ||\n"
    )
    assert shown(text) == ["二、主动公开政府信息情况", PROACTIVE]
    blank = text.replace("\n0 |\n0 |", "\n|\n0 |").replace("\n187 | ||", "\n| ||")
    assert tables(blank)[0][2::3] == [["规章", "", "0", "6"], ["行政处罚"]]
    # One bar fills up rows that have all columns but one, as the form of 2019 has them.
    wider = "项 | ||\n规章 |\n1 |\n2 |\n文件 |\n13 |\n11 |\n收费 |\n5 | |\n"
    assert tables(wider) == [[["项"], ["规章", "1", "2"], ["文件", "13", "11"], ["收费", "5"]]]


def test_a_table_whose_last_row_is_not_filled_up_ends_where_the_next_has_another_width() -> None:
    text = (
        "项 |\n|||\n规章 |\n1 |\n2 |\n3 |\n许可 |\n4 |\n||\n收费 |\n5 |\n"
        "申请人情况 |\n||||||\n自然人 |\n法人 |\n总计 |\n||||\n新收 |\n1 |\n2 |\n3 |\n"
        "4 |\n5 |\n15 |\n"
    )
    assert tables(text) == [
        [["项"], ["规章", "1", "2", "3"], ["许可", "4"], ["收费", "5"]],
        [["申请人情况"], ["自然人", "法人", "总计"], ["新收", "1", "2", "3", "4", "5", "15"]],
    ]


def test_a_bar_alone_is_a_blank_cell_where_rows_are_filled_up() -> None:
    text = (
        "申请人情况 |\n|||\n新收 |\n26 |\n|\n26 |\n结转 |\n1 |\n|\n1 |\n"
        "办理结果 |\n|||\n公开 |\n2 |\n|\n2 |\n"
    )
    assert tables(text)[0][1] == ["新收", "26", "", "26"]


def test_where_nothing_tells_rows_blank_cells_are_kept_in_order() -> None:
    text = "新收\n|\n26\n|\n|\n|\n26\n|\n结转\n|\n0\n|\n|\n|\n0\n|\n"
    assert tables(text) == [
        [[cell] for cell in ("新收", "26", "", "", "26", "结转", "0", "", "", "0")]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "规章\n|\n0\n|\n行政\n许可\n|\n3\n|\n",
        "规章|\n0|\n行政许可\n|\n3|\n",
        "|规章\n|0\n|行政\n许可\n|3\n",
    ],
)
def test_where_nothing_tells_rows_or_blank_cells_they_are_lines(text: str) -> None:
    assert shown(text) == ["规章", "0", "行政许可", "3"]


def test_a_heading_and_running_text_end_the_cells() -> None:
    text = (
        "收费\n|\n0\n|\n1\n|\n三、收到和处理政府信息公开申请情况\n本年度共收到申请。\n"
        "自然人\n|\n3\n|\n总计\n|\n3\n|\n"
    )
    assert shown(text) == [
        *("收费", "0", "1", "三、收到和处理政府信息公开申请情况", "本年度共收到申请。"),
        *("自然人", "3", "总计", "3"),
    ]


def test_a_menu_between_bars_is_no_table() -> None:
    assert shown("首页 |\n|\n本年度共收到申请。") == ["首页 |", "|", "本年度共收到申请。"]


def test_cells_that_no_table_holds_are_freed_of_their_bars_where_many_lines_end_with_one() -> None:
    cells = ["规章", *"0123456", "行政许可", *"0123456"]
    assert shown("正文。\n" + "".join(f"{cell} |\n\n" for cell in cells)) == ["正文。", *cells]


def test_bars_alone_are_no_table() -> None:
    assert shown("|\n|\n|\n|\n正文") == ["正文"]


def _row(*cells: str, more: int = 0) -> str:
    """A row whose first cell a bar begins, and whose cells bars on lines of their own end."""
    filled = "\n" + "|" * more if more else ""
    return "| " + "\n|\n".join(cells) + "\n|" + filled


@pytest.mark.parametrize("label", ["本年制发件数", "本年\n制发件数"])
def test_a_row_that_a_bar_begins_and_cells_that_bars_on_their_own_lines_end(label: str) -> None:
    rows = [
        _row("第二十条第（一）项", more=3),
        _row("信息内容", label, "本年废止件数", "现行有效件数"),
        _row("规章", "0", "12", "9"),
        _row("行政规范性文件", "3", "", "8").replace("|\n\n|", "|\n|"),
        _row("第二十条第（五）项", more=3),
        _row("信息内容", "本年处理决定数量", more=2),
        _row("行政许可", "31", more=2),
    ]
    text = "\n".join(["二、主动公开政府信息情况", *rows, "三、收到申请情况", "全年没有收到。"])
    first, table, *after = shown(text)
    assert first == "二、主动公开政府信息情况"
    assert [[cell.replace(" ", "") for cell in row] for row in table] == [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "12", "9"],
        ["行政规范性文件", "3", "", "8"],
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "31"],
    ]
    assert after == ["三、收到申请情况", "全年没有收到。"]


@pytest.mark.parametrize("between", [" | \n", " | \n      \n       "])
@pytest.mark.parametrize("begin", ["|\n", "| \n       "])
def test_blank_cells_and_blank_lines_within_rows_that_end_in_bars(begin: str, between: str) -> None:
    """Cells that were broken before their text, with the page's indents on lines of their own."""
    rows = [
        ["（本列数据）", "申请人情况"],
        ["自然人", "法人或其他组织", "总计"],
        ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
        ["一、本年新收", "2", "1", "", "", "", "", "3"],
        ["三、办理结果", "（一）予以公开", "2", "", "", "", "", "", "2"],
        ["（二）部分公开", "", "1", "", "", "", "", "1"],
    ]
    text = "".join(f"{begin}{between.join(row)} | {'|' * (10 - len(row))}\n" for row in rows)
    heading = "三、收到和处理政府信息公开申请情况"
    first, table, last = shown(f"{heading}\n{text}四、行政复议情况\n")
    assert (first, table, last) == (heading, rows, "四、行政复议情况")
