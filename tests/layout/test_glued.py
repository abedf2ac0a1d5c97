"""Texts whose cells ran together, as a program prints the text of a page's elements."""

from __future__ import annotations

import pytest

import govinfo
from govinfo.grammar.labels import key
from govinfo.layout.glued import lines_in

# Rows with the ordinals of the template, so that a row's last digit stands before another's.
ROWS = (
    "一、本年新收政府信息公开申请数量0000000",
    "二、上年结转政府信息公开申请数量0000000",
    "三、本年度办理结果（一）予以公开0000000",
    "（三）不予公开1.属于国家秘密0000000",
    "2.其他法律行政法规禁止公开0000000",
    "（七）总计0000000",
    "四、结转下年度继续办理0000000",
)
LABELS = frozenset(
    key(label)
    for row in ROWS
    for label in (row[:-7], *row[:-7].replace("果", "果|").replace("开1", "开|1").split("|"))
)
PROSE = "全年公开信息31条。"


def parted(text: str) -> list[str]:
    return lines_in(text, LABELS.__contains__)


def test_each_row_is_a_line_with_its_figures() -> None:
    assert parted(PROSE + "".join(ROWS) + "五、其他2024年，无。") == [
        PROSE,
        "一、本年新收政府信息公开申请数量\t0000000",
        "二、上年结转政府信息公开申请数量\t0000000",
        "三、本年度办理结果",
        "（一）予以公开\t0000000",
        "（三）不予公开",
        "1.属于国家秘密\t0000000",
        "2.其他法律行政法规禁止公开\t0000000",
        "（七）总计\t0000000",
        "四、结转下年度继续办理\t0000000",
        "五、其他",
        "2024年，无。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ROWS),
        " ".join(row.replace("0000000", " 0 0 0 0 0 0 0") for row in ROWS[:5]),
        PROSE * 40,
        "".join(ROWS[:5]),
        "，".join(f"{row[:-7]}为{number}件" for number, row in enumerate(ROWS)),
    ],
    ids=("on lines", "with blanks", "prose", "few rows", "a sentence"),
)
def test_another_text_is_left_as_it_is(text: str) -> None:
    assert all(parted(line) == [line] for line in text.splitlines())


def test_a_figure_keeps_its_unit_and_its_sign() -> None:
    text = "".join(ROWS).replace("四、结", "行政许可-12件政府采购13.5万元收费7元四、结")
    names = {key(name) for name in ("行政许可", "政府采购", "收费")}
    lines = lines_in(text, (LABELS | names).__contains__)
    assert lines[-5:-1] == ["行政许可\t-12", "件", "政府采购\t13.5万元", "收费\t7元"]


def test_what_blank_cells_leave_is_not_read_as_whole() -> None:
    # 20 may be one figure, or two of which neither's column is known.
    rows = "".join(row.replace("（七）总计0000000", "（七）总计2020") for row in ROWS)
    text = f"某县2024年政府信息公开工作年度报告 {PROSE}{rows}"
    report = govinfo.parse(text.encode())
    path = "requests.outcomes.total"
    assert {f.value for p, f in report.facts.items() if p.startswith(f"{path}.")} == {None}
    assert path in {said.path for said in report.diagnostics if said.code == "GI103"}


JOINED = (
    "某县2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
    "第二十条第（一）项信息内容 本年制发件数 本年废止件数 现行有效件数规章 1 38 0"
    "行政规范性文件 62 0 3第二十条第（五）项信息内容 本年处理决定数量行政许可 0"
    "第二十条第（六）项信息内容 本年处理决定数量行政处罚 2行政强制 4"
    "第二十条第（八）项信息内容 本年收费金额（单位：万元）行政事业性收费 0.5"
)
"""Rows of a table that were joined without a blank, as a line a paragraph is made."""
PRINTED = {
    "rules": ("issued", "repealed", "in_force"),
    "normative_documents": ("issued", "repealed", "in_force"),
    "licensing": ("decisions",),
    "penalties": ("decisions",),
    "compulsion": ("decisions",),
}


def counts_of(text: str) -> dict[str, tuple[object, ...]]:
    facts = govinfo.parse(text.encode()).facts
    return {
        row: tuple(facts[f"proactive.{row}.{column}"].value for column in columns)
        for row, columns in PRINTED.items()
    }


def test_rows_that_were_joined_are_parted_where_a_label_stands_behind_a_figure() -> None:
    assert counts_of(JOINED) == {
        "rules": (1, 38, 0),
        "normative_documents": (62, 0, 3),
        "licensing": (0,),
        "penalties": (2,),
        "compulsion": (4,),
    }


def test_a_figure_behind_another_rows_label_is_that_ones() -> None:
    # Fewer rows than tell that cells ran together: 0.5 stands behind the next row's label.
    text = JOINED.replace("规章 1 38 0行政规范性文件 62 0 3", "")
    assert counts_of(text)["compulsion"] in ((4,), (None,))
    said = govinfo.parse(text.encode()).diagnostics
    assert "proactive.compulsion" in {one.path for one in said} or counts_of(text)["compulsion"][0]


def test_running_text_with_as_many_figures_is_no_table() -> None:
    text = "，".join(f"{row[:-7]}{number}件" for number, row in enumerate(ROWS * 2, 1))
    assert parted(text) == [text]


@pytest.mark.parametrize(
    "header",
    [
        "自然人 法人 或 其他 组织 总计\n商业 企业 科研 机构 社会 公益 组织 法律 服务 机构 其他",
        "自然人法人或其他组织总计\n商业企业科研机构社会公益组织法律服务机构其他",
    ],
)
def test_a_header_is_read_whose_blanks_part_words_or_are_gone(header: str) -> None:
    rows = (
        "一 、 本年 新收 政府 信息 公开 申请 数量 7 5 0 0 0 0 12",
        "（ 七 ） 总计 4 3 0 0 0 0 7",
    )
    text = f"某县2024年政府信息公开工作年度报告\n{header}\n" + "\n".join(rows)
    facts = govinfo.parse(text.encode()).facts
    for row, figures in (
        ("received", (7, 5, 0, 0, 0, 0, 12)),
        ("outcomes.total", (4, 3) + (0,) * 4 + (7,)),
    ):
        assert (
            tuple(f.value for p, f in facts.items() if p.startswith(f"requests.{row}.")) == figures
        )
