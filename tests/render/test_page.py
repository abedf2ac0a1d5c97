from __future__ import annotations

from datetime import date

import attrs
import pytest

from govinfo import Fact, Money, Narrative, Report
from govinfo.blocks import Heading, Paragraph, Table
from govinfo.grammar.values import Kind
from govinfo.render.page import document_of, printed
from reports.told import FULL, OF_2014, OF_2019

REPORT = Report.from_figures(FULL.figures, agency="云岭市水务局", year=2023)


def headings(report: Report) -> list[str]:
    return [block.text for block in document_of(report).blocks if isinstance(block, Heading)]


def texts(report: Report) -> list[str]:
    """Headings and paragraphs, `#` for a table."""
    return [
        block.text if isinstance(block, (Heading, Paragraph)) else "#"
        for block in document_of(report).blocks
    ]


def cell(report: Report, label: str, offset: int = 1) -> str:
    """What is printed in the row of a label."""
    for block in document_of(report).blocks:
        for row in block.rows if isinstance(block, Table) else ():
            for at, one in enumerate(row):
                if one.text == label:
                    return row[at + offset].text
    raise AssertionError(label)


def test_sections_stand_in_the_templates_order_under_its_headings() -> None:
    assert headings(REPORT) == [
        "云岭市水务局2023年政府信息公开工作年度报告",
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]


def test_what_is_none_is_not_printed() -> None:
    less = attrs.evolve(REPORT, problems=None)
    assert "五、存在的主要问题及改进情况" not in headings(less)
    assert "六、其他需要报告的事项" in headings(less)


def test_a_list_without_tables_numbers_its_narratives_on() -> None:
    report = Report.from_figures(OF_2014.figures)
    assert headings(report)[1:] == [
        "一、总体情况",
        "二、存在的主要问题及改进情况",
        "三、其他需要报告的事项",
        "政府信息公开情况统计表",
    ]


def test_variants_of_headings_are_printed_as_the_template_has_them() -> None:
    told = Narrative("有不足。", "五、存在的主要问题及提升措施")
    assert "五、存在的主要问题及改进情况" in headings(attrs.evolve(REPORT, problems=told))


def test_other_sections_are_numbered_on() -> None:
    extra = (Narrative("有专人。", "7、监督保障"), Narrative("见附件。", "第三部分 附件"))
    assert headings(attrs.evolve(REPORT, extra=extra))[-2:] == ["七、监督保障", "八、附件"]


@pytest.mark.parametrize(
    ("text", "order"),
    [("本年公开文件3件。", ["本年公开文件3件。", "#"]), ("注：含上年。", ["#", "注：含上年。"])],
)
def test_text_found_beside_a_table_stands_beside_it(text: str, order: list[str]) -> None:
    extra = (Narrative(text, "二、主动公开政府信息情况"),)
    found = texts(attrs.evolve(REPORT, extra=extra))
    at = found.index("二、主动公开政府信息情况")
    assert found[at + 1 : at + 3] == order


def test_amounts_stand_without_the_unit_that_the_header_prints() -> None:
    assert cell(REPORT, "行政事业性收费") == "310.32"
    other = Report.from_figures({"proactive.fees.amount": Money("3.5", "亿元")})
    assert cell(other, "行政事业性收费") == "3.5亿元"
    assert cell(Report.from_figures(OF_2019.figures), "政府集中采购", 2) == "322.32万元"


def test_no_unit_is_printed_for_an_amount_of_which_none_is_known() -> None:
    report = Report.from_figures({"proactive.fees.amount": Money("3.5")})
    assert cell(report, "行政事业性收费") == "3.5"
    assert cell(report, "信息内容") == "本年制发件数"
    assert all(
        "万元" not in c.text
        for b in document_of(report).blocks
        if isinstance(b, Table)
        for c in b.cells
    )


@pytest.mark.parametrize("unit", ["元", "万元", "亿元"])
def test_a_list_prints_the_amounts_own_unit(unit: str) -> None:
    report = Report.from_figures({"indicators.fees": Money("3.5", unit)})
    label = "七、依申请公开信息收取的费用"
    assert (cell(report, label), cell(report, label, 2)) == (unit, "3.5")


@pytest.mark.parametrize(
    ("fact", "kind", "text"),
    [
        (Fact("p", 3, note="裁定撤诉"), Kind.COUNT, "3（裁定撤诉）"),
        (Fact("p", 8), Kind.CHANGE, "+8"),
        (Fact("p", -7), Kind.CHANGE, "-7"),
        (Fact("p", 0), Kind.CHANGE, "0"),
        (Fact("p", Money("1E+3", "元")), Kind.MONEY, "1000元"),
        (Fact("p", None), Kind.COUNT, ""),
        (Fact("p", None, raw="/"), Kind.COUNT, "/"),
        (Fact("p", None, raw="约5"), Kind.COUNT, "约5"),
        # Not placed when it was read, so not placed now either.
        (Fact("p", None, raw="5"), Kind.COUNT, ""),
    ],
)
def test_what_a_cell_prints(fact: Fact, kind: Kind, text: str) -> None:
    assert printed(fact, kind) == text


@pytest.mark.parametrize("note", ["a)b(", "（"])
def test_a_note_that_would_be_read_otherwise_is_refused(note: str) -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        printed(Fact("p", 3, note=note), Kind.COUNT)


def test_an_amount_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        printed(Fact("p", Money("NaN", "元")), Kind.MONEY)


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    report = attrs.evolve(REPORT, overview=Narrative("一\x00段\x0b文\ud800字\t。", ""))
    for format in ("docx", "html", "text", "markdown"):
        assert report.render(format)
    assert "一段 文字 。" in texts(report)


def test_the_date_of_publication_is_metadata() -> None:
    report = attrs.evolve(REPORT, published=date(2024, 1, 25))
    assert dict(document_of(report).metadata) == {"PubDate": "2024-01-25"}
