from __future__ import annotations

from adapters.text.read import shown

ROWS = [["信息内容", "制发", "废止"], ["规章", "", "2"], ["行政许可", "40"]]


def test_a_table_of_a_wiki() -> None:
    text = (
        '{| class="wikitable"\n|+ 表\n!信息内容\n! width="18%"| 制发 !! 废止\n|-\n|规章 || || 2\n'
        '|-\n|行政\n许可\n|colspan="2"| 40\n|}\n正文'
    )
    rows = [*ROWS[:2], ["行政\n许可", "40"]]
    assert shown(text) == [rows, "正文"]


def test_a_table_of_latex() -> None:
    text = (
        "\\begin{longtable}[]{@{}lll@{}}\n\\toprule\n信息内容 & 制发 & 废止 \\\\\n\\midrule\n"
        "规章 & & 2 \\\\ \\hline\n行政\n许可 & \\multicolumn{2}{l}{40} \\\\\n\\bottomrule\n"
        "\\end{longtable}\n正文"
    )
    assert shown(text) == [ROWS, "正文"]


def test_a_table_of_latex_that_is_one_line() -> None:
    text = (
        "\\begin{tabular}{|p{2cm}|c|c|} \\hline \\multicolumn{3}{|c|}{第二十条} \\\\ \\hline "
        "信息内容 & 制发 & 废止 \\\\ \\hline 规章 &  & 2 \\\\ \\hline "
        "行政许可 & \\multicolumn{2}{|c|}{40} \\\\ \\hline \\end{tabular}\n正文"
    )
    assert shown(text) == [[["第二十条", "", ""], *ROWS], "正文"]


def test_a_table_of_otsl() -> None:
    text = (
        "<loc_9><otsl><loc_1><ched>信息内容<ched>制发<ched>废止<nl><rhed>规章<ecel><fcel>2<nl>"
        "<fcel>行政许可<fcel>40<nl></otsl>\n<text><loc_7>正文</text>"
    )
    assert shown(text) == [ROWS, "正文"]


def test_what_is_never_closed_is_no_table() -> None:
    assert shown("{| 表\n正文") == ["{| 表", "正文"]
    assert shown("\\begin{tabular}{l}\n正文") == ["\\begin{tabular}{l}", "正文"]
