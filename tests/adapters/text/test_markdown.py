from __future__ import annotations

import pytest

from govinfo.adapters.text.layout import blocks_of
from govinfo.adapters.text.markdown import heading_of, plain, with_whole_tags
from govinfo.adapters.text.pipes import is_pipe_row
from govinfo.blocks import Table
from govinfo.source import Limits


def table(text: str) -> Table:
    (found,) = blocks_of(text, Limits())
    assert isinstance(found, Table)
    return found


def grid(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table(text).rows]


def test_a_pipe_table_keeps_its_grid_and_its_blank_cells() -> None:
    text = "| 信息内容 | 制发 | 废止 |\n|---|:-:|---|\n| 规章 |  | 3 |\n"
    assert grid(text) == [["信息内容", "制发", "废止"], ["规章", "", "3"]]
    assert table(text).aligned


def test_the_row_over_the_dashes_is_a_header() -> None:
    found = table("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n")
    assert [cell.header for cell in found.cells] == [True, True, False, False, False, False]


def test_a_header_without_rows_is_data() -> None:
    found = table("| 规章 | 3 |\n|---|---|\n")
    assert [cell.header for cell in found.cells] == [False, False]


def test_an_escaped_pipe_parts_no_cells() -> None:
    assert grid("| 增\\|减 | 3 |\n|---|---|\n") == [["增|减", "3"]]


def test_a_last_pipe_may_be_left_out() -> None:
    assert grid("| 规章 | 3\n|---|---\n| 行政许可 | 4\n") == [["规章", "3"], ["行政许可", "4"]]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["<span", 'style="x">规章</span>'], [None, '<span style="x">规章</span>']),
        (["3<font color=1", "", "size=2>4"], ["3", None, "<font color=1  size=2>4"]),
        (["3 <b", "<b>4"], ["3 <b", "<b>4"]),
        (["规章<br", "3"], ["规章<br", "3"]),
    ],
)
def test_a_tag_that_a_tool_broke_is_one(lines: list[str], whole: list[str | None]) -> None:
    assert with_whole_tags(lines) == whole


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**规章**", "规章"),
        ("__规章__", "规章"),
        ("本年新<br>制作", "本年新\n制作"),
        ("本年新<BR/>制作", "本年新\n制作"),
        ("[规章](a.html)", "规章"),
        ("<p>规章</p>", "规章"),
        ("<p>规章</p><p>3</p> <p>4", "规章\n3\n4"),
        ("<blockquote>规章</blockquote>", "规章"),
        ("&nbsp;3&amp;", "\xa03&"),
        ("5*3", "5*3"),
        ("a_b_c", "a_b_c"),
    ],
)
def test_marks_of_emphasis_are_no_text(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# 标题", (1, "标题")),
        ("###### 标题", (6, "标题")),
        ("##一、总体情况", (2, "一、总体情况")),
        ("## **一、总体情况**", (2, "一、总体情况")),
        ("正文 # 标题", None),
        ("#", None),
        ("# \u2003", None),
        ("## 标题 ##", (2, "标题")),
        (r"# 标题\#\#", (1, "标题##")),
        ("# 标题" + chr(92) * 2, (1, "标题" + chr(92))),
    ],
)
def test_headings(line: str, heading: tuple[int, str] | None) -> None:
    assert heading_of(line) == heading


@pytest.mark.parametrize("line", ["| a |", "  | a | b", "||", "|---|"])
def test_pipe_rows(line: str) -> None:
    assert is_pipe_row(line)


@pytest.mark.parametrize("line", ["|", "a | b", "", "|一"])
def test_other_lines_are_no_pipe_rows(line: str) -> None:
    assert not is_pipe_row(line)
