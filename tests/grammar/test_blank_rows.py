"""Tables printed blank, in texts that keep no blank cells: signs for nothing stand in them."""

from __future__ import annotations

import pytest

import govinfo
from govinfo import Report

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
