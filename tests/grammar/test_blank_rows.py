"""Tables and rows printed blank, in texts that keep blank cells badly or not at all."""

from __future__ import annotations

import pytest

import govinfo
import layouts
from govinfo import Report, Requests
from govinfo.testing.tables import label_of, rows_of_figures, with_texts

OVERVIEW = "被申请行政复议3758件，其中结果维持729件。公开内容还不够细致，解读形式单一。"
TEXTS = ("columns", "lines")


def again(report: Report, layout: str) -> Report:
    return govinfo.parse(report.render("text", layout=layout))


@pytest.mark.parametrize("layout", TEXTS)
def test_a_blank_table_takes_no_sentence_of_the_narrative(layout: str) -> None:
    read = again(Report.from_figures({"requests.received.total": 3}, overview=OVERVIEW), layout)
    assert read.overview is not None
    assert read.overview.text == OVERVIEW
    assert read.disputes is not None


@pytest.mark.parametrize("layout", TEXTS)
def test_a_header_does_not_begin_in_the_blank_table_before(layout: str) -> None:
    path = "disputes.reconsideration.upheld"
    read = again(Report.from_figures({path: 3}, edition="2019"), layout)
    assert read.facts[path].value == 3


@pytest.mark.parametrize("first", [0, 1])
def test_a_row_is_not_filled_from_the_next_one_whose_label_is_lost(first: int) -> None:
    zeros: dict[str, layouts.Value] = dict.fromkeys(layouts.balanced(1), 0)
    truth = {**zeros, **dict.fromkeys(list(zeros)[first::2])}
    drawn = layouts.drawn(Requests, truth)
    lost = label_of(drawn, rows_of_figures(drawn)[5])
    assert lost is not None
    text = layouts.tab_led(with_texts(drawn, {lost: ""}), apart=False)
    report = govinfo.parse(layouts.report({"requests": text}).encode())
    row = "requests.outcomes.denied.state_secret"
    read = {path: fact.value for path, fact in report.facts.items() if path.startswith(row)}
    assert set(read.values()) == {None}
    assert ("GI104", row) in {(found.code, found.path) for found in report.diagnostics}


def told(text: str, row: str) -> set[str]:
    report = govinfo.parse(layouts.report({"proactive": text}).encode())
    return {found.code for found in report.diagnostics if found.path == row}


LINES = """信息内容
本年制发件数
本年废止件数
现行有效件数
规章
{}
{}
信息内容
本年处理决定数量
{}
"""


@pytest.mark.parametrize(
    ("figures", "second", "rest", "said"),
    [
        # Of rules one figure is blank, the next row's label is lost: 4 and 5 may be that row's.
        ("1\n4\n5", "", "行政许可", {"GI121"}),
        # No blank cell is lost anywhere: the next row was left out, and the figures are sure.
        ("1\n4\n5", "", "行政许可\n7\n行政处罚\n3\n行政强制\n0", set()),
        # The next row is there.
        ("1\n4\n5", "行政规范性文件\n2\n0\n3", "行政许可", set()),
    ],
)
def test_figures_that_may_be_of_the_next_row_are_told(
    figures: str, second: str, rest: str, said: set[str]
) -> None:
    assert told(LINES.format(figures, second, rest), "proactive.rules") == said
