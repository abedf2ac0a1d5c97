"""GI5xx: the form of a report."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve

import govinfo
from govinfo import Edition, Fact, Facts, Money, Narrative
from govinfo.diagnostics import Severity

TITLE = "云岭市青溪区水务局2023年政府信息公开工作年度报告"
SECTIONS = {
    "一、总体情况": "2023年，我局认真落实各项要求。",
    "二、主动公开政府信息情况": "数据见附表。",
    "三、收到和处理政府信息公开申请情况": "数据见附表。",
    "四、政府信息公开行政复议、行政诉讼情况": "数据见附表。",
    "五、存在的主要问题及改进情况": "解读不够及时，将加强培训。",
    "六、其他需要报告的事项": "无。",
}


def report(
    changes: Mapping[str, str | None] | None = None,
    *,
    headings: Mapping[str, str] | None = None,
    title: str = TITLE,
    preamble: str = "",
) -> govinfo.Report:
    """A report of six sections; changed texts by heading (`None`: no such section)."""
    texts = SECTIONS | dict(changes or {})
    lines = [title, preamble]
    for heading, text in texts.items():
        if text is not None:
            lines += [(headings or {}).get(heading, heading), text]
    return govinfo.parse("\n".join(line for line in lines if line).encode())


def found(made: govinfo.Report) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in made.check(select="GI5")]


def test_a_report_in_good_form_has_no_finding() -> None:
    assert found(report()) == []


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("一、总体情况", "overview"),
        ("五、存在的主要问题及改进情况", "problems"),
        ("六、其他需要报告的事项", "other_matters"),
    ],
)
def test_a_section_that_is_missing_is_named(heading: str, part: str) -> None:
    (finding,) = report({heading: None}).check(select="GI5")
    assert (finding.code, finding.path, finding.severity) == ("GI501", part, Severity.WARNING)
    assert finding.text("zh") == f"缺少“{heading}”"


def test_a_part_of_a_report_lacks_nothing() -> None:
    some = dict.fromkeys(list(SECTIONS)[2:])
    assert found(report(some)) == []


def test_one_heading_may_name_two_sections() -> None:
    both = {"五、存在的主要问题及改进情况": "五、存在的主要问题及其他需要报告的事项"}
    assert found(report({"六、其他需要报告的事项": None}, headings=both)) == []


def test_a_number_that_neither_fits_nor_follows_is_wrong() -> None:
    wrong = {"四、政府信息公开行政复议、行政诉讼情况": "三、政府信息公开行政复议、行政诉讼情况"}
    (finding,) = report(headings=wrong).check(select="GI5")
    assert (finding.code, finding.path) == ("GI502", "disputes")
    assert finding.anchor is not None
    assert finding.values["printed"] == "三、政府信息公开行政复议、行政诉讼情况"


def test_sections_after_one_of_their_own_have_moved() -> None:
    before = dict(list(SECTIONS.items())[:4])
    after = {
        "五、平台建设情况": "建成专栏一个。",
        "六、存在的主要问题及改进情况": "解读不够及时，将加强培训。",
        "七、其他需要报告的事项": "无。",
    }
    none: dict[str, str | None] = dict.fromkeys(list(SECTIONS)[4:])
    assert found(report({**before, **none, **after})) == [
        ("GI503", "problems"),
        ("GI503", "other_matters"),
    ]


@pytest.mark.parametrize("style", ["{}、{}", "第{}部分 {}", "{}.{}", "{} {}"])
def test_numbers_may_be_written_otherwise(style: str) -> None:
    written = {heading: style.format(*heading.split("、", 1)) for heading in SECTIONS}
    assert [code for code, _ in found(report(headings=written)) if code in "GI502 GI503"] == []


def test_a_heading_printed_twice_is_reported_once() -> None:
    again = report(
        {"五、存在的主要问题及改进情况": "解读不够。\n五、存在的主要问题及改进情况\n渠道不多。"}
    )
    assert found(again) == [("GI504", "problems")]


@pytest.mark.parametrize(
    ("heading", "text", "codes"),
    [
        ("五、存在的主要问题及改进情况", "无", ["GI505"]),
        ("五、存在的主要问题及改进情况", "（无）", ["GI505"]),
        ("五、存在的主要问题及改进情况", "", ["GI505"]),
        ("五、存在的主要问题及改进情况", "暂无。", ["GI505"]),
        ("一、总体情况", "无。", ["GI505"]),
        ("一、总体情况", "", ["GI505"]),
        ("六、其他需要报告的事项", "", ["GI505"]),
        ("六、其他需要报告的事项", "无", []),
        ("六、其他需要报告的事项", "无其他需要报告的事项。", []),
        ("五、存在的主要问题及改进情况", "无重大问题，个别栏目更新不及时，已整改。", []),
    ],
)
def test_a_section_that_says_nothing(heading: str, text: str, codes: list[str]) -> None:
    assert [code for code, _ in found(report({heading: text}))] == codes


def test_a_section_divided_by_headings_of_its_own_is_not_empty() -> None:
    divided = report({"一、总体情况": "\n一、加强领导\n成立领导小组。"})
    assert "GI505" not in [code for code, _ in found(divided)]


TABLES = {
    "2019": """| 第二十条第（五）项 | | | |
|---|---|---|---|
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 3 | 0 | 12 |
| 其他对外管理服务事项 | 0 | 0 | 0 |
| 第二十条第（六）项 | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政处罚 | 1 | 0 | 2 |
| 行政强制 | 0 | 0 | 0 |""",
    "2021": """| 第二十条第（五）项 | |
|---|---|
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 12 |
| 第二十条第（六）项 | |
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 2 |
| 行政强制 | 0 |
| 第二十条第（八）项 | |
| 信息内容 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 8.5 |""",
}


@pytest.mark.parametrize(
    ("edition", "year", "paths"),
    [
        ("2019", 2018, ["proactive"]),
        ("2019", 2019, []),
        ("2019", 2020, []),
        ("2019", 2021, ["proactive"]),
        ("2021", 2020, ["proactive"]),
        ("2021", 2021, []),
        ("2021", 2030, []),
    ],
)
def test_an_edition_holds_for_its_years(edition: str, year: int, paths: list[str]) -> None:
    title = TITLE.replace("2023", str(year))
    made = report({"二、主动公开政府信息情况": TABLES[edition]}, title=title)
    assert made.edition == edition
    assert [path for code, path in found(made) if code == "GI506"] == paths


def test_a_single_row_of_other_outcomes_is_of_2019() -> None:
    path = "requests.outcomes.other.total.total"
    made = evolve(report(), facts=Facts([Fact(path, 0, raw="0")]))
    assert found(made) == [("GI506", "requests.outcomes.other")]
    assert found(evolve(made, facts=Facts([Fact(path, None)]))) == []


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("云岭市青溪区水务局政府信息公开工作年度报告", ["GI507"]),
        ("云岭市青溪区水务局二〇二三年政府信息公开工作年度报告", []),
        ("云岭学院2022-2023学年信息公开工作年度报告", []),
    ],
)
def test_a_title_names_its_year(title: str, codes: list[str]) -> None:
    assert [code for code, _ in found(report(title=title))] == codes


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        ("统计期限自2023年1月1日起至12月31日止", []),
        ("统计期限为2023年1月1日—2023年12月31日", []),
        ("统计期限自 2023 年 1 月 1 日至 2023 年 12 月 31 日", []),
        ("数据统计期限自2023年3月20日（机构成立之日）起，至年底", []),
        ("统计期限自2023年3月20日起至12月31日止", []),
        ("统计期限自2022年1月1日起至12月31日止", ["GI508"]),
        ("统计期限自2023年1月1日起至2022年12月31日止", ["GI508"]),
        ("统计时限为2023年1月1日至2023年11月30日", ["GI508"]),
        ("公示期限为2022年3月1日至3月7日", []),
    ],
)
def test_the_period_is_the_year(period: str, codes: list[str]) -> None:
    told = f"本报告根据条例编制，所列{period}。"
    if period.startswith("公示"):
        told = f"报告{period}。"
    assert [code for code, _ in found(report(preamble=told))] == codes


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("无。", ["GI509"]),
        ("全年未收取政府信息公开信息处理费。", []),
        ("本年度收取信息处理费120元。", []),
    ],
)
def test_fees_are_spoken_of(told: str, codes: list[str]) -> None:
    changes = {"二、主动公开政府信息情况": TABLES["2021"], "六、其他需要报告的事项": told}
    assert [code for code, _ in found(report(changes))] == codes


def test_what_was_not_paid_was_asked_for() -> None:
    path = "requests.outcomes.other.fee_unpaid.total"
    assert found(evolve(report(), facts=Facts([Fact(path, 2)]))) == [("GI509", path)]
    free = Facts([Fact(path, 0), Fact("proactive.fees.amount", Money("0", "万元"))])
    assert found(evolve(report(), facts=free)) == []


def test_sections_of_2014_are_others() -> None:
    old = evolve(report({"五、存在的主要问题及改进情况": None}), edition=Edition.E2014)
    assert found(old) == []


def test_a_report_of_no_document_has_no_form() -> None:
    assert found(govinfo.Report()) == []
    assert found(govinfo.Report(overview=Narrative("无。"))) == []
