"""What a report is told by beside its tables."""

from __future__ import annotations

import pytest

import govinfo
from govinfo import NotAReport
from govinfo.blocks import Cell, Document, Heading, Paragraph, Table
from govinfo.grammar.compile import compile_class
from govinfo.render.page import document_of
from govinfo.template.assemble import report_of
from govinfo.template.indicators import Indicators
from reports.told import FULL

TITLE = "云岭市水务局2023年政府信息公开工作年度报告"
BODY = (
    Heading("一、总体情况"),
    Paragraph("本机关做好政府信息公开工作。"),
    Heading("五、存在的主要问题及改进情况"),
    Paragraph("公开的形式有待丰富。"),
)


@pytest.mark.parametrize("name", ["ArticleTitle", "标题", "信息名称：", "名 称", "og:title"])
def test_a_title_named_beside_the_text_is_the_reports(name: str) -> None:
    report = report_of(Document(BODY, {name: TITLE}))
    assert (report.title, report.agency, report.year) == (TITLE, "云岭市水务局", 2023)


@pytest.mark.parametrize(
    "line",
    [
        f"名 称: {TITLE} 发布日期: 2024年01月14日",
        f"标　　题：{TITLE}",
        f"索引号: 0012 信息名称：{TITLE} | 文号: 无",
    ],
)
def test_a_line_of_metadata_may_name_the_title(line: str) -> None:
    report = report_of(Document((Paragraph(line), *BODY)))
    assert (report.title, report.agency, report.year) == (TITLE, "云岭市水务局", 2023)


@pytest.mark.parametrize("named", ["关于印发公文处理办法的通知", "云岭市水务局", ""])
def test_a_name_that_is_no_reports_title_is_none(named: str) -> None:
    assert report_of(Document(BODY, {"ArticleTitle": named})).title == ""


def test_a_printed_title_comes_first() -> None:
    named = "青川县档案馆2019年政府信息公开工作年度报告"
    report = report_of(Document((Paragraph(TITLE), *BODY), {"ArticleTitle": named}))
    assert (report.title, report.year) == (TITLE, 2023)


@pytest.mark.parametrize("path", ["政府信息公开年报", "首页 > 政府信息公开 > 信息公开年度报告"])
def test_a_pages_path_is_no_title_where_its_publisher_names_one(path: str) -> None:
    report = report_of(Document((Paragraph(path), *BODY), {"ArticleTitle": TITLE}))
    printed = report_of(Document((Paragraph(TITLE), *BODY)))
    assert (report.title, report.agency, report.year) == (
        printed.title,
        printed.agency,
        printed.year,
    )


MENU = ("政府信息公开指南", "法定主动公开内容", "政府信息公开年报", "依申请公开")


@pytest.mark.parametrize("body", [BODY, tuple(Heading(f"{block.text}") for block in BODY)])
@pytest.mark.parametrize("title", [(TITLE,), ("云岭市水务局", "2023年政府信息公开工作年度报告")])
def test_headings_of_a_menu_over_the_title_are_no_sections(
    title: tuple[str, ...], body: tuple[Heading | Paragraph, ...]
) -> None:
    menus = ([Heading(name) for name in MENU], [Paragraph(MENU[0]), Heading(MENU[1])])
    for menu in menus:
        report = report_of(Document((*menu, *map(Heading, title), *body)))
        assert (report.title, report.agency, report.year) == ("".join(title), "云岭市水务局", 2023)
        assert report.headings == report_of(Document((Heading(TITLE), *body))).headings


def test_a_title_below_a_section_of_text_is_none_of_the_report() -> None:
    linked = Paragraph("云岭市水务局2022年政府信息公开工作年度报告")
    body = (Heading("总体情况"), Paragraph("工作有序。"), linked, *BODY[2:])
    assert report_of(Document(body)).headings[0].text == "总体情况"


@pytest.mark.parametrize(
    "window", [TITLE, f"{TITLE}_政府信息公开年报_云岭市水务局", f"云岭市政府网 - {TITLE}"]
)
def test_a_page_that_prints_no_title_has_its_windows(window: str) -> None:
    told = Paragraph("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。")
    for body in (BODY, (told, *BODY), (Paragraph("政府信息公开年报"), *BODY)):
        report = report_of(Document(body, {"title": window}, "html"))
        assert (report.title, report.agency, report.year) == (TITLE, "云岭市水务局", 2023)


@pytest.mark.parametrize(
    "document",
    [
        Document(BODY, {"title": TITLE}, "docx"),
        Document(BODY, {"title": "政府信息公开年报_云岭市水务局"}, "html"),
    ],
)
def test_a_files_property_or_a_windows_column_is_no_title(document: Document) -> None:
    report = report_of(document)
    assert (report.title, report.agency) == ("", None)


def test_a_files_property_names_the_year_only_where_the_text_does_not() -> None:
    told = Paragraph("本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。")
    for body, year in ((BODY, 2023), ((told, *BODY), 2022)):
        assert report_of(Document(body, {"title": TITLE}, "docx")).year == year


def test_the_preamble_is_whole_where_no_title_is_printed() -> None:
    report = report_of(Document((Paragraph("本报告依据条例编制。"), *BODY), {"标题": TITLE}))
    assert report.preamble is not None
    assert report.preamble.text == "本报告依据条例编制。"


def test_a_named_title_alone_makes_no_report() -> None:
    with pytest.raises(NotAReport):
        report_of(Document((Paragraph("请下载附件。"),), {"ArticleTitle": TITLE}))


def test_a_spreadsheet_that_holds_a_whole_report() -> None:
    """Converters of workbooks make one table of it: a paragraph in a row, and the tables' rows."""
    told = govinfo.Report.from_figures(FULL.figures, title=TITLE, overview="公开信息30条。")
    rows: list[list[str]] = []
    for block in document_of(told).blocks:
        if isinstance(block, Table):
            rows += [[cell.text for cell in row] for row in block.rows]
        elif isinstance(block, (Heading, Paragraph)):
            rows.append([block.text])
    cells = tuple(
        Cell(text, at, column) for at, row in enumerate(rows) for column, text in enumerate(row)
    )
    report = report_of(Document((Table(cells, aligned=False),)))
    assert (report.title, report.agency, report.year) == (TITLE, "云岭市水务局", 2023)
    assert report.overview is not None
    assert report.overview.text == "公开信息30条。"
    assert [heading.part for heading in report.headings] == [
        *("overview", "proactive", "requests", "disputes", "problems", "other_matters")
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("发布机构：云岭市水务局", ""),
        ("索引号：0012 发布机构：云岭市水务局 发布日期：2024-01-20", ""),
        ("", "云岭市水务局\n2024年1月20日"),
        ("", "2024年1月20日\n　　云岭市水务局"),
        ("", "云岭市水务局　2024年1月20日"),
        ("发布机构：云岭市人民政府办公室", "云岭市水务局\n2024年1月20日"),
    ],
)
def test_an_organ_that_the_title_lacks_signs_or_publishes(before: str, after: str) -> None:
    lines = f"{before}\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n{after}"
    report = govinfo.parse(lines.encode())
    assert (report.agency, report.year) == ("云岭市水务局", 2023)


def test_a_name_without_a_date_signs_nothing() -> None:
    text = "2023年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n云岭市水务局\n"
    assert govinfo.parse(text.encode()).agency is None


@pytest.mark.parametrize("filled", ["", " | |", " | " + "|" * 300])
def test_a_page_laid_out_in_a_table_prints_its_title_and_its_date_there(filled: str) -> None:
    lines = [
        f"发文机关：水务局 | 主题词：年报 |{filled}",
        f"标题：云岭市水务局2023年政府信息公开工作年度报告 | {filled}",
        f"主题分类：其它 | 发布日期：2024-01-18 |{filled}",
        *("一、总体情况", "全年公开信息 20 条。", "二、主动公开政府信息情况", "见附表。"),
    ]
    report = govinfo.parse("\n".join(lines).encode())
    assert report.title == "云岭市水务局2023年政府信息公开工作年度报告"
    assert (report.agency, report.year) == ("云岭市水务局", 2023)
    assert str(report.published) == "2024-01-18"


def test_whose_report_it_is_the_preamble_says_where_the_page_lost_its_title() -> None:
    lines = [
        "根据条例，现公布云岭市水务局2023年政府信息公开工作年度报告。",
        *("一、总体情况", "全年公开信息 20 条。", "二、主动公开政府信息情况", "见附表。"),
    ]
    report = govinfo.parse("\n".join(lines).encode())
    assert (report.title, report.agency, report.year) == ("", "云岭市水务局", 2023)


def test_a_list_of_which_no_row_can_be_read_is_told_as_missing() -> None:
    labels = "、".join(
        f"{row.label}，件"
        for row in compile_class(Indicators).rows
        if row.label and not row.optional
    )
    title = Heading("云岭市水务局2016年政府信息公开工作年度报告", 1)
    report = report_of(Document((title, *BODY, Paragraph(f"统计如下：{labels}"))))
    assert [said.path for said in report.diagnostics if said.code == "GI101"] == ["indicators"]
    without = report_of(Document((title, *BODY)))
    assert "GI101" not in [said.code for said in without.diagnostics]


def test_a_label_is_no_value_of_the_one_before_it() -> None:
    labels = "| 发布机构： | 发布日期： | 2024-01-19 |\n| 来 源： | 文 号： | |\n"
    body = "\n一、总体情况\n2023年公开政府信息31条。\n五、存在的主要问题及改进情况\n解读不够。\n"
    report = govinfo.parse(f"{labels}{body}".encode())
    assert (report.agency, str(report.published)) == (None, "2024-01-19")


def test_labels_in_brackets_say_whose_report_it_is_though_a_value_lacks() -> None:
    labels = (
        "[ 索 引 号 ]\tYL012/2024-00031\t[ 文 号 ]\t\t[ 发布机构 ]\t云岭市水务局\n"
        "[ 成文日期 ]\t2024-01-18\t[ 公开日期 ]\t2024-01-19\t[ 有 效 性 ]\t\n"
    )
    body = "\n\n一、总体情况\n2023年公开信息31条。\n五、存在的主要问题及改进情况\n解读不够。\n"
    report = govinfo.parse(f"{labels}{body}".encode())
    assert (report.agency, str(report.published)) == ("云岭市水务局", "2024-01-19")
