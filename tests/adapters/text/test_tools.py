"""Whole reports as tools that turn documents into text leave them: every figure is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest

import govinfo
import layouts
from govinfo import Severity
from govinfo.blocks import Table
from govinfo.render.text import wide
from govinfo.testing.reflows import ON_ONE_LINE, REFLOWS

TABLES = {
    "proactive": govinfo.Proactive2021,
    "requests": govinfo.Requests,
    "disputes": govinfo.Disputes,
}
DRAWN: dict[str, Callable[[Table], str]] = {
    "bar ended": layouts.bar_ended,
    "bar ended, bars leading": partial(layouts.bar_ended, leading=True),
    "bar ended, not filled up": partial(layouts.bar_ended, filled=False),
    "bars behind": layouts.bars_behind,
    "AsciiDoc": layouts.asciidoc,
    "boxes": partial(layouts.boxed, wide=wide),
    "boxes, a place a character": partial(layouts.boxed, wide=len),
    "tabs between": layouts.tabs_between,
    "tabs where cells are far apart": layouts.tabs_where_far,
    "fixed width": layouts.fixed_width,
}


def figures(seed: int) -> dict[str, layouts.Figures]:
    return {
        "proactive": layouts.sound(govinfo.Proactive2021, seed),
        "requests": layouts.balanced(seed),
        "disputes": layouts.sound(govinfo.Disputes, seed),
    }


def written(seed: int, draw: Callable[[Table], str]) -> str:
    return layouts.report(
        {
            part: draw(layouts.drawn(TABLES[part], values, show=layouts.bare))
            for part, values in figures(seed).items()
        }
    )


def lost(text: str, seed: int) -> list[str]:
    found = govinfo.parse(text.encode(), format="text")
    truth = {path: value for values in figures(seed).values() for path, value in values.items()}
    return [
        f"{path}: {value}, got {found.facts[path].value}"
        for path, value in truth.items()
        if layouts.bare(found.facts[path].value) != layouts.bare(value)
    ]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", DRAWN)
def test_a_report_with_its_tables_in_every_layout(name: str, seed: int) -> None:
    assert lost(written(seed, DRAWN[name]), seed) == []


@pytest.mark.parametrize("name", [*REFLOWS, *ON_ONE_LINE])
def test_a_report_with_its_text_changed_in_every_way(name: str) -> None:
    text = written(1, partial(layouts.cell_a_line, blank_lines=False))
    assert lost({**REFLOWS, **ON_ONE_LINE}[name](text), 1) == []


@pytest.mark.parametrize("change", REFLOWS)
@pytest.mark.parametrize("layout", ["bar ended", "bars behind", "fixed width", "boxes"])
def test_a_report_laid_out_and_changed_is_read_or_spoken_of(layout: str, change: str) -> None:
    found = govinfo.parse(REFLOWS[change](written(2, DRAWN[layout])).encode(), format="text")
    told = [one.path for one in found.diagnostics if one.path and one.severity is not Severity.INFO]
    truth = {path: value for values in figures(2).values() for path, value in values.items()}
    for path, value in truth.items():
        read = found.facts[path].value if path in found.facts else None
        spoken_of = any(path == at or path.startswith(f"{at}.") for at in told)
        assert layouts.bare(read) == layouts.bare(value) or (read is None and spoken_of), path


def test_a_report_without_tables_on_one_line_has_its_title_and_its_sections() -> None:
    text = (
        "云岭市 水务局2024年政府信息公开工作年度报告 本年度认真落实条例要求。 一、总体情况 "
        "公开有序。 按期答复。 五、存在的主要问题及改进情况 内容不够细致。 "
        "六、其他需要报告的事项 无其他事项。"
    )
    report = govinfo.parse(f"{text}{'补充说明。' * 20}".encode(), format="text")
    assert (report.agency, report.year) == ("云岭市水务局", 2024)
    assert report.overview is not None
    assert report.overview.text == "公开有序。 按期答复。"
    assert report.problems is not None
    assert report.problems.text == "内容不够细致。"


@pytest.mark.parametrize("records", [False, True])
def test_numbers_among_the_lines_of_a_list_are_figures_and_null_is_a_blank_cell(
    records: bool,
) -> None:
    cells = [
        *("云岭市水务局2024年政府信息公开工作年度报告", "二、主动公开政府信息情况"),
        *("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章", 4, 12, 9),
        *("行政规范性文件", None, 3, 5),
        *("第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", 31),
    ]
    listed = [{"text": cell} for cell in cells] if records else cells
    facts = govinfo.parse(json.dumps(listed, ensure_ascii=False).encode(), format="text").facts
    names = ("issued", "repealed", "in_force")
    assert [facts[f"proactive.rules.{name}"].value for name in names] == [4, 12, 9]
    read = [facts[f"proactive.normative_documents.{name}"].value for name in names]
    assert read == [None, 3, 5]
