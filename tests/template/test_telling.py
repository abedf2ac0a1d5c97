"""The edition where a table cannot be read: by what is sure, else by the year, else not at all."""

from __future__ import annotations

import pytest

import govinfo
import layouts
from govinfo import Edition, Indicators, Proactive2019, Proactive2021, Requests

TITLE = "云岭市水务局{}政府信息公开工作年度报告"
GLUED_2021 = """第二十条第（一）项
信息内容本年制发件数本年废止件数现行有效件数
规章000
行政规范性文件000
第二十条第（五）项
信息内容本年处理决定数量
行政许可0
"""
GLUED_2019 = """第二十条第（一）项
信息内容本年新制作数量本年新公开数量对外公开总数量
规章000
规范性文件000
第二十条第（五）项
信息内容上一年项目数量本年增/减处理决定数量
行政许可000
其他对外管理服务事项000
"""
BARS = """信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
"""
PICTURE = "（图片）\n"


def edition(proactive: str, year: str = "2022年", **tables: str) -> Edition | None:
    title = TITLE.format(year)
    text = layouts.report({"proactive": proactive, **tables}, title=title)
    return govinfo.parse(text.encode()).edition


def requests(told: Edition) -> str:
    figures = layouts.balanced(1)
    rows = {compiled.path for compiled in told.rows_of(Requests)}
    kept = {
        path: value
        for path, value in figures.items()
        if path.split(".", 1)[1].rpartition(".")[0] in rows
    }
    return layouts.tab_separated(layouts.drawn(Requests, kept))


@pytest.mark.parametrize("year", ["2020年", "2023年", ""])
@pytest.mark.parametrize(
    ("printed", "told"), [(GLUED_2021, "2021"), (GLUED_2019, "2019"), (BARS, "2021")]
)
def test_the_words_of_a_table_that_cannot_be_read_tell_it(
    printed: str, told: str, year: str
) -> None:
    assert edition(printed, year) == told


@pytest.mark.parametrize(
    ("year", "told"),
    [("2016年", "2014"), ("2019年", "2019"), ("2020年", "2019"), ("2023年", "2021"), ("", None)],
)
def test_where_nothing_else_tells_it_the_year_does(year: str, told: str | None) -> None:
    assert edition(PICTURE, year) == told


def test_the_rows_of_section_3_come_before_the_year() -> None:
    assert edition(PICTURE, "2020年", requests=requests(Edition("2021"))) == "2021"


def test_the_words_of_section_2_come_before_the_rows_of_section_3() -> None:
    assert edition(GLUED_2019, "2023年", requests=requests(Edition("2021"))) == "2019"


def test_a_word_of_the_running_text_tells_nothing() -> None:
    said = "本年政府集中采购12项。"
    assert edition(f"{PICTURE}{said}", "2023年") == "2021"


def test_a_year_before_any_edition_tells_none() -> None:
    assert edition(PICTURE, "2009年") is None


def test_section_2_comes_before_the_rows_and_the_year() -> None:
    older = layouts.tab_led(layouts.drawn(Proactive2019, layouts.sound(Proactive2019, 1)))
    assert edition(older, "2023年", requests=requests(Edition("2021"))) == "2019"


def test_a_list_of_2014_beside_later_tables_tells_nothing() -> None:
    newer = layouts.tab_led(layouts.drawn(Proactive2021, layouts.sound(Proactive2021, 1)))
    listed = layouts.tab_led(layouts.drawn(Indicators, layouts.sound(Indicators, 1)))
    assert edition(newer, "2021年", indicators=listed) == "2021"


@pytest.mark.parametrize("year", range(2009, 2019))
def test_reports_of_earlier_years_are_not_told_that_later_tables_lack(year: int) -> None:
    title = f"某市人民政府{year}年政府信息公开工作年度报告"
    text = f"{title}\n一、概述\n推进公开。\n三、依申请公开情况\n12件。\n"
    assert govinfo.parse(text.encode()).diagnostics == ()


@pytest.mark.parametrize("year", ["2020年", "2023年", ""])
def test_reports_of_later_years_are(year: str) -> None:
    text = f"某市人民政府{year}政府信息公开工作年度报告\n一、总体情况\n推进公开。\n"
    found = govinfo.parse(text.encode()).diagnostics
    assert [(said.code, said.path) for said in found] == [
        ("GI101", part) for part in ("proactive", "requests", "disputes")
    ]
