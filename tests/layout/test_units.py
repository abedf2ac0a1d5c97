"""The unit of money beside a figure, in its row, and in its column's header."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import govinfo

Rows = Sequence[Sequence[str]]
ROWS = [
    *(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],),
    *(["规章", "0", "0", "0"], ["行政规范性文件", "1", "0", "3"]),
    *(["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", "12"]),
    *(["第二十条第（六）项"], ["信息内容", "本年处理决定数量"]),
    *(["行政处罚", "3"], ["行政强制", "0"], ["第二十条第（八）项"]),
    ["信息内容", "本年收费金额（单位：万元）"],
]
LAYOUTS: dict[str, Callable[[Rows], str]] = {
    "lines": lambda rows: "\n".join("\n".join(row) for row in rows),
    "pipes": lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in rows),
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "wide blanks": lambda rows: "\n".join("      ".join(row) for row in rows),
    "single blanks": lambda rows: "\n".join(" ".join(row) for row in rows),
}


def read(layout: str, *rows: Sequence[str]) -> tuple[str, list[str]]:
    """The amount of the fees, and the findings at it."""
    table = LAYOUTS[layout]([*ROWS, *rows])
    title = "云岭市水务局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
    report = govinfo.parse(f"{title}{table}\n".encode())
    path = "proactive.fees.amount"
    return str(report.facts[path].value), [d.code for d in report.diagnostics if d.path == path]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        *(("0.3", "0.3万元"), ("0.3元", "0.3元"), ("0.3 元", "0.3元"), ("1,000　元", "1000元")),
        *(("1.2 亿元", "1.2亿元"), ("0 万元", "0万元")),
    ],
)
def test_the_unit_behind_a_figure_is_its_own(layout: str, printed: str, amount: str) -> None:
    assert read(layout, ["行政事业性收费", printed]) == (amount, [])


@pytest.mark.parametrize("layout", ["lines", "pipes", "tabs", "wide blanks"])
@pytest.mark.parametrize(
    "rows",
    [
        [["行政事业性收费", "3000", "元"]],
        [["行政事业性收费", "3000", "（元）"]],
        [["行政事业性收费", "元", "3000"]],
        [["行政事业性收费（元）", "3000"]],
        [["行政事业性收费（单位：元）", "3000"]],
        [["行政事业性收费", "3000"], ["元"]],
    ],
)
def test_a_unit_in_the_row_that_is_not_the_headers_leaves_it_open(layout: str, rows: Rows) -> None:
    assert read(layout, *rows) == ("3000", ["GI108"])


@pytest.mark.parametrize("layout", ["lines", "pipes", "tabs", "wide blanks"])
def test_the_same_unit_twice_is_one(layout: str) -> None:
    assert read(layout, ["行政事业性收费", "3000", "万元"]) == ("3000万元", [])
    assert read(layout, ["行政事业性收费（万元）", "3000"]) == ("3000万元", [])


def test_a_unit_that_was_broken_beside_its_figure_is_whole() -> None:
    broken = "行政事业性收费                  亿   0.3\n                                元\n"
    table = LAYOUTS["wide blanks"](ROWS).replace("（单位：万元）", "")
    title = "云岭市水务局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
    report = govinfo.parse(f"{title}{table}\n{broken}".encode())
    assert str(report.facts["proactive.fees.amount"].value) == "0.3亿元"
