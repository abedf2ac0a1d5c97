"""One report among several in a document: of several organs, or of several years of one."""

from __future__ import annotations

import pytest

import govinfo
from govinfo import Report
from govinfo.blocks import Document, Heading, Paragraph
from govinfo.render.page import document_of
from govinfo.render.text import tabs, to_markdown, to_text
from govinfo.template.assemble import report_of
from reports.told import FULL, OF_2019, Told, other_year

AGENCY = "云岭市水务局"


def report(told: Told, year: int, agency: str = AGENCY) -> Document:
    made = Report.from_figures(
        told.figures,
        agency=agency,
        year=year,
        overview="本局依法公开信息。",
        problems="解读不够。",
        other_matters="无。",
    )
    return document_of(made)


def texts(document: Document, title: str | None = None) -> str:
    """The document as text, under another title."""
    text = to_text(document, tabs)
    return text if title is None else title + text[text.index("\n") :]


THIS = report(FULL, 2023)
NEXT = report(other_year(FULL), 2024)
OTHER = report(other_year(FULL), 2023, "青川县档案馆")
CONTENTS = "\n".join(
    block.text for block in THIS.blocks if isinstance(block, Heading) and block.level == 2
)


def expect_this(read: Report, codes: list[str] | None = None) -> None:
    assert (read.agency, read.year) == (AGENCY, 2023)
    assert {path: fact.value for path, fact in read.facts.items()} == FULL.figures
    assert [said.code for said in read.diagnostics] == (["GI119"] if codes is None else codes)


@pytest.mark.parametrize(
    "second",
    [
        texts(NEXT),
        texts(OTHER),
        texts(NEXT, "云岭市水务局\n2024年政府信息公开工作年度报告"),
        texts(NEXT, "云岭市水务局2024年度政府\n信息公开工作年度报告"),
        texts(NEXT, "2024年政府信息公开工作年度报告"),
        texts(NEXT, "附：云岭市水务局2024年政府信息公开工作年度报告"),
        texts(NEXT, "云岭市水务局政府信息公开工作年度报告\n（2024年度）"),
        texts(
            NEXT,
            "云岭市水务局2024年政府信息公开工作年度报告\n发布日期：2025-01-10\n目录\n" + CONTENTS,
        ),
        CONTENTS + "\n" + texts(NEXT),
        texts(NEXT) + "\n" + texts(report(FULL, 2025)),
        "\n".join(line for line in texts(NEXT).split("\n") if "、" not in line[:2]),
    ],
)
def test_the_first_of_two_is_read_and_the_other_told(second: str) -> None:
    expect_this(govinfo.parse(f"{texts(THIS)}\n{second}".encode()))


@pytest.mark.parametrize("format", ["docx", "html", "text", "markdown"])
def test_in_every_format(format: str) -> None:
    both = Document((*THIS.blocks, *NEXT.blocks))
    if format == "text":
        expect_this(govinfo.parse(to_text(both, tabs).encode()))
    elif format == "markdown":
        expect_this(govinfo.parse(to_markdown(both).encode(), format="text"))
    else:
        expect_this(report_of(both))


def test_an_earlier_edition_that_follows_is_not_mixed_in() -> None:
    old = report(OF_2019, 2020)
    read = govinfo.parse(f"{texts(THIS)}\n{texts(old)}".encode())
    expect_this(read)
    assert str(read.edition) == "2021"


def test_a_title_within_a_paragraph_of_lines_cuts_there() -> None:
    body = "一、总体情况\n本局公开信息。\n五、存在的主要问题及改进情况\n解读不够。"
    titles = [f"{AGENCY}{year}年政府信息公开工作年度报告" for year in (2023, 2024)]
    whole = "\n".join(f"{title}\n{body}" for title in titles)
    read = report_of(Document((Paragraph(whole),)))
    assert read.year == 2023
    assert [said.code for said in read.diagnostics if said.code == "GI119"] == ["GI119"]
    assert read.problems is not None
    assert read.problems.text == "解读不够。"


@pytest.mark.parametrize(
    "after",
    [
        "上一篇：云岭市水务局2022年政府信息公开工作年度报告",
        "云岭市水务局2022年政府信息公开工作年度报告\n青川县档案馆2022年政府信息公开工作年度报告",
        "附件：云岭市水务局2022年政府信息公开工作年度报告.docx",
        "云岭市水务局2023年政府信息公开工作年度报告",
        "相关链接\n云岭市水务局2021年政府信息公开工作年度报告\n2022-01-20",
    ],
)
def test_links_to_others_at_the_end_cut_nothing(after: str) -> None:
    expect_this(govinfo.parse(f"{texts(THIS)}\n{after}\n".encode()), [])


def test_a_list_of_contents_before_the_title_cuts_nothing() -> None:
    expect_this(govinfo.parse(f"{CONTENTS}\n{texts(THIS)}".encode()), [])


def test_nor_does_it_hide_a_second_report() -> None:
    expect_this(govinfo.parse(f"{CONTENTS}\n{texts(THIS)}\n{texts(NEXT)}".encode()))


def test_a_sites_menu_between_title_and_report_cuts_nothing() -> None:
    title, _, rest = texts(THIS).partition("\n")
    menu = (
        Heading(title, 1),
        Heading("主动公开", 3),
        Paragraph("云岭市水务局2022年政府信息公开工作年度报告"),
        Heading("依申请公开", 3),
        Paragraph("云岭市水务局2021年政府信息公开工作年度报告"),
    )
    assert rest
    read = report_of(Document((*menu, *THIS.blocks)))
    assert {path: fact.value for path, fact in read.facts.items()} == FULL.figures


def test_a_running_head_cuts_nothing() -> None:
    title = "云岭市水务局2023年政府信息公开工作年度报告"
    text = (
        texts(THIS)
        .replace("\n三、收到", f"\n{title}\n三、收到")
        .replace("\n五、", f"\n{title}\n五、")
    )
    expect_this(govinfo.parse(text.encode()), [])


def test_another_years_title_in_the_text_cuts_nothing() -> None:
    text = texts(THIS).replace(
        "本局依法公开信息。",
        "本局依法公开信息。\n云岭市水务局2022年政府信息公开工作年度报告\n已按时公布。",
    )
    assert "已按时公布" in text
    read = govinfo.parse(text.encode())
    assert {path: fact.value for path, fact in read.facts.items()} == FULL.figures


def untitled(document: Document, *, year: int) -> str:
    """A report's text without its title."""
    text = texts(document).partition("\n")[2]
    return text.replace("本局依法公开信息。", f"{year}年，本局依法公开信息。")


def test_a_report_that_lost_its_title_begins_with_its_first_heading() -> None:
    read = govinfo.parse(f"{texts(THIS)}\n{untitled(NEXT, year=2024)}".encode())
    expect_this(read)


def test_a_copy_of_the_report_is_no_other_report() -> None:
    read = govinfo.parse(f"{texts(THIS)}\n{texts(THIS).partition(chr(10))[2]}".encode())
    assert {path: fact.value for path, fact in read.facts.items()} == FULL.figures
    assert {said.code for said in read.diagnostics} == {"GI113"}


def test_tables_of_two_reports_without_any_heading_are_told_at_each() -> None:
    rows = [line for line in texts(NEXT).split("\n") if not line.startswith(("一、总", "二、主"))]
    tables = "\n".join(line for line in rows[1:] if "\t" in line)
    first = texts(THIS).replace("本局依法公开信息。", "")
    read = govinfo.parse(f"{first}\n{tables}".encode())
    told = {said.path for said in read.diagnostics if said.code == "GI129"}
    assert told == {"proactive", "requests", "disputes"}
