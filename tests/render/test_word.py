from __future__ import annotations

import io
from typing import Any

import docx
import pytest

import govinfo
from govinfo import Money, Report
from reports.told import FULL, OF_2014

MM_A_DIGIT, PADDING = 1.76, 1
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tables(word: Any) -> list[Any]:
    return list(word.element.body.iterchildren(f"{W}tbl"))


def made(report: Report) -> Any:
    return docx.Document(io.BytesIO(report.render("docx")))


REPORT = Report.from_figures(
    FULL.figures,
    agency="云岭市水务局",
    year=2023,
    overview="本局制度健全。\n（一）主动公开\n公开3件。",
)
WORD = made(REPORT)


def test_the_page_is_that_of_official_documents() -> None:
    (section,) = WORD.sections
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(side.mm) for side in sides] == [210, 297, 37, 28]


@pytest.mark.parametrize(
    ("text", "style", "font", "points"),
    [
        ("云岭市水务局\n2023年政府信息公开工作年度报告", "Title", "方正小标宋简体", 22),
        ("一、总体情况", "Heading 1", "黑体", 16),
        ("（一）主动公开", "Heading 2", "楷体_GB2312", 16),
        ("本局制度健全。", "Normal", "仿宋_GB2312", 16),
    ],
)
def test_each_part_has_its_font(text: str, style: str, font: str, points: int) -> None:
    (paragraph,) = (one for one in WORD.paragraphs if one.text == text)
    assert paragraph.style.name == style
    assert paragraph.style.font.size.pt == points
    fonts = paragraph.style.element.find(f"{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}eastAsia") == font


def test_pages_are_numbered_at_the_outer_edge() -> None:
    (section,) = WORD.sections
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph.text == "— 1 —"
        assert paragraph.alignment is not None
        assert paragraph.alignment.name.lower() == side


def test_merged_cells_are_those_of_the_template() -> None:
    requests = WORD.tables[1]
    assert (len(requests.rows), len(requests.columns)) == (28, 10)
    assert requests.cell(2, 2).text == requests.cell(0, 0).text != ""
    assert requests.cell(14, 1).text == "（三）不予公开"


def test_a_long_tables_header_is_repeated_and_no_row_is_broken() -> None:
    requests = tables(WORD)[1]
    repeated = [
        row.find(f"{W}trPr/{W}tblHeader") is not None for row in requests.iterchildren(f"{W}tr")
    ]
    assert repeated == [True] * 3 + [False] * 25
    assert all(
        row.find(f"{W}trPr/{W}cantSplit") is not None for row in requests.iterchildren(f"{W}tr")
    )


def test_a_table_with_headers_within_repeats_none() -> None:
    assert not any(
        row.find(f"{W}trPr/{W}tblHeader") is not None
        for row in tables(WORD)[0].iterchildren(f"{W}tr")
    )


@pytest.mark.parametrize("value", [0, 12345, 98765432])
def test_a_table_is_as_wide_as_the_text_and_its_figures_fit(value: int) -> None:
    report = Report.from_figures({"requests.received.total": value})
    digits = len(str(value)) * MM_A_DIGIT
    widths = [[column.width.mm for column in table.columns] for table in made(report).tables]
    assert all(abs(sum(each) - 156) < 1 for each in widths)
    assert widths[1][-1] - PADDING > digits


def test_an_empty_section_has_a_paragraph_to_write_in() -> None:
    paragraphs = [one.text for one in made(Report.blank("2014")).paragraphs]
    at = paragraphs.index("二、存在的主要问题及改进情况")
    assert paragraphs[at + 1] == ""


def test_the_list_of_2014_has_three_columns() -> None:
    (table,) = made(
        Report.from_figures({**OF_2014.figures, "indicators.fees": Money("1", "元")})
    ).tables
    assert len(table.columns) == 3


def test_a_file_says_what_it_is_and_not_what_it_grew_from() -> None:
    """python-docx grows files from an empty one of 2013, which names its maker."""
    data = Report.blank("2021").render("docx")
    assert dict(govinfo.read(data).metadata) == {
        "title": "政府信息公开工作年度报告",
        "language": "zh-CN",
    }
