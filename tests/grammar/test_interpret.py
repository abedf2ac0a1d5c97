"""The interpreter as a whole: what feeds a table, and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve, frozen

import govinfo
import layouts
from govinfo import Disputes, Document, Layout, Paragraph, Proactive2021, Requests
from govinfo.blocks import Table
from govinfo.grammar.fields import column, row, rows
from govinfo.testing.tables import figures_in, rows_of_figures
from layouts import Value

FIGURES = layouts.balanced(11)
TABLE = layouts.tab_separated(layouts.drawn(Requests, FIGURES))


def read(text: str, cls: type = Requests) -> govinfo.Interpreted[object]:
    return govinfo.interpret(govinfo.read(text.encode(), format="text"), cls)


def values(found: govinfo.Interpreted[object]) -> dict[str, Value]:
    return {path: fact.value for path, fact in found.facts.items()}


def codes(found: govinfo.Interpreted[object]) -> list[tuple[str, str]]:
    return [(said.code, said.path) for said in found.diagnostics]


def test_facts_know_what_was_printed_where() -> None:
    fact = read(f"前文\n\n{TABLE}").facts["requests.received.total"]
    assert fact.raw == str(FIGURES["requests.received.total"])
    assert fact.label == "总计 · 一、本年新收政府信息公开申请数量"
    assert fact.anchor is not None
    assert (fact.anchor.line, fact.anchor.table) == (6, 1)


def test_facts_stand_in_the_order_of_the_template() -> None:
    assert list(read(TABLE).facts) == list(FIGURES)


def test_the_section_holds_what_the_facts_hold() -> None:
    found = govinfo.interpret(govinfo.read(TABLE.encode(), format="text"), Requests)
    assert found.section.received.total == FIGURES["requests.received.total"]
    assert found.section.outcomes.other.total is None
    fee_unpaid = found.section.outcomes.other.fee_unpaid
    assert fee_unpaid is not None
    assert fee_unpaid.total == FIGURES["requests.outcomes.other.fee_unpaid.total"]


def test_a_document_without_the_table_is_refused() -> None:
    with pytest.raises(govinfo.NotAReport, match="Requests"):
        read("一、总体情况\n本年新收申请8件。")


@pytest.mark.parametrize(
    "other",
    [
        "项目\t2021年\t2022年\n本年新收政府信息公开申请数量\t31\t44\n（一）予以公开\t3\t4\n",
        "项目\t上年\t本年\n本年新收政府信息公开申请数量\t31\t44\n结转下年度继续办理\t3\t4\n",
        "指标\t数量\t同比增长\n本年新收政府信息公开申请数量\t31\t12%\n予以公开\t3\t4%\n",
        "| 年份 | 本年新收政府信息公开申请数量 | 予以公开 |\n|---|---|---|\n| 2021 | 31 | 3 |\n",
        "序号\t规范性文件名称\t文号\n1\t节约用水管理办法\t云水发〔2022〕3号\n",
        "索 引 号\t11YL0018/2023\n发布机构\t云岭市水务局\n",
    ],
)
@pytest.mark.parametrize("where", ["before", "after"])
def test_tables_that_are_not_the_templates_feed_no_fact(other: str, where: str) -> None:
    text = f"{other}\n本年情况如下：\n\n{TABLE}"
    if where == "after":
        text = f"{TABLE}\n与上年比较：\n\n{other}"
    found = read(text)
    assert values(found) == FIGURES
    assert all(said.severity is govinfo.Severity.INFO for said in found.diagnostics)


@pytest.mark.parametrize(
    "prose",
    [
        "全年本年新收政府信息公开申请8件，予以公开5件，结转下年度继续办理1件。",
        "一、本年新收政府信息公开申请数量为8件",
        "重复申请 3 件",
        "其中，信访举报投诉类申请3件，占5.2%；",
    ],
)
def test_running_text_feeds_no_fact(prose: str) -> None:
    assert values(read(f"{prose}\n\n{TABLE}\n{prose}\n")) == FIGURES


def test_a_copy_of_the_same_figures_adds_nothing() -> None:
    found = read(f"{TABLE}\n又一份：\n\n{TABLE}")
    assert values(found) == FIGURES
    assert codes(found) == [("GI113", "requests")]


def test_a_copy_of_other_figures_is_told_cell_by_cell() -> None:
    path = "requests.carried_over.enterprise"
    other = layouts.drawn(Requests, {**FIGURES, path: 77})
    found = read(f"{TABLE}\n又一份：\n\n{layouts.tab_separated(other)}")
    assert values(found) == FIGURES
    assert codes(found) == [("GI112", path)]
    assert "77" in found.diagnostics[0].message


def test_a_row_printed_twice_in_a_table_of_few_rows_is_told() -> None:
    rows = (
        "信息内容\t本年处理决定数量",
        "行政许可\t5",
        "行政许可\t7",
        "行政处罚\t3",
        "行政强制\t0",
    )
    found = read("\n".join(rows), Proactive2021)
    (told,) = [finding for finding in found.diagnostics if finding.code == "GI112"]
    assert told.path == "proactive.licensing.decisions"
    assert {told.values["first"], told.values["second"]} == {"5", "7"}


def test_a_copy_in_another_layout_is_a_copy_too() -> None:
    copy = layouts.single_spaced(layouts.drawn(Requests, FIGURES))
    found = read(f"{TABLE}\n又一份：\n\n{copy}")
    assert values(found) == FIGURES
    assert codes(found) == [("GI113", "requests")]


def test_merged_cells_of_a_table_are_one_cell_each() -> None:
    table = layouts.drawn(Requests, FIGURES)
    found = govinfo.interpret(Document((Paragraph("三、情况"), table)), Requests)
    assert {path: fact.value for path, fact in found.facts.items()} == FIGURES
    assert found.diagnostics == ()


def test_figures_that_do_not_add_up_are_read_as_printed() -> None:
    figures = {**FIGURES, "requests.received.total": 9999}
    assert values(read(layouts.markdown(layouts.drawn(Requests, figures)))) == figures


def test_figures_placed_by_their_number_alone_that_do_not_add_up_are_warned_of() -> None:
    figures = {**FIGURES, "requests.received.total": 9999}
    found = read(layouts.single_spaced(layouts.drawn(Requests, figures)))
    assert values(found) == figures
    assert codes(found) == [("GI115", "requests.received")]


def test_a_table_of_blank_cells_is_a_table() -> None:
    figures: dict[str, Value] = dict.fromkeys(FIGURES)
    for writer in (layouts.tab_led, layouts.tab_separated, layouts.markdown):
        found = read(writer(layouts.drawn(Requests, figures)))
        assert values(found) == figures
        assert not found.diagnostics


def test_one_value_for_two_columns_is_not_placed() -> None:
    text = """第二十条第（八）项\n信息内容\n上一年项目数量\n本年增/减\n行政事业性收费\n0
第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量
规章\n1\n2\n3\n规范性文件\n4\n5\n6\n"""
    found = read(text, govinfo.Proactive2019)
    fees = [found.facts[f"proactive.fees.{name}"] for name in ("previous_items", "change")]
    assert [fact.value for fact in fees] == [None, None]
    assert ("GI103", "proactive.fees") in codes(found)
    assert all(fact.raw == "0" for fact in fees), "the token stays available"


def test_a_change_that_is_no_figure_leaves_the_row_its_others() -> None:
    text = """信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量
规章\n1\n2\n3\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量
行政许可\n6\n00\n3\n行政处罚\n000\n行政强制\n00\n"""
    found = read(text, govinfo.Proactive2019)

    def row(name: str) -> list[object]:
        columns = ("previous_items", "change", "decisions")
        return [found.facts[f"proactive.{name}.{column}"].value for column in columns]

    assert row("licensing") == [6, None, 3]
    assert row("penalties") == [0, 0, 0]
    assert row("compulsion") == [None, None, None]
    assert ("GI107", "proactive.licensing.change") in codes(found)


def test_ten_zeros_for_fifteen_columns_are_not_placed() -> None:
    figures: dict[str, Value] = dict.fromkeys(layouts.paths(Disputes), 0)
    for path in list(figures)[10:]:
        figures[path] = None
    found = read(layouts.cell_a_line(layouts.drawn(Disputes, figures)), Disputes)
    assert set(values(found).values()) == {None}
    assert codes(found) == [("GI103", "disputes")]


def test_messages_name_the_cell_in_official_wording() -> None:
    figures = {**FIGURES}
    cells = {"requests.outcomes.granted.natural_person": "约30"}
    found = read(layouts.markdown(layouts.drawn(Requests, figures, cells=cells)))
    (said,) = found.diagnostics
    assert said.code == "GI107"
    for words in ("表三", "自然人", "（一）予以公开", "约30"):
        assert words in said.message
        assert words in said.text("zh")


@frozen
class Reply:
    granted: int | None = column("同意")
    refused: int | None = column("不同意")
    total: int | None = column("合计", total=True)


@frozen
class Replies:
    """A provincial table of a user's own."""

    layout = Layout(part="replies", heading="七、答复方式", stub="申请方式")

    letter: Reply = row("1.信函申请")
    online: Reply = row("2.网络申请")
    counter: Reply = row("3.当面申请")


@pytest.mark.parametrize(
    "write", [layouts.tab_separated, layouts.markdown, layouts.cell_a_line, layouts.tab_led]
)
def test_a_class_of_ones_own_is_read_alike(write: object) -> None:
    figures: dict[str, Value] = {path: n for n, path in enumerate(layouts.paths(Replies))}
    for name in ("letter", "online", "counter"):
        parts = [figures[f"replies.{name}.{column}"] for column in ("granted", "refused")]
        figures[f"replies.{name}.total"] = sum(map(layouts.count_of, parts))
    assert callable(write)
    found = read(write(layouts.drawn(Replies, figures)), Replies)
    assert values(found) == figures


def test_groups_of_rows_of_ones_own_are_read_alike() -> None:
    @frozen
    class Nested:
        layout = Layout(part="nested", heading="八、分类", stub="类别")
        written: Replies = rows("（一）书面答复")

    figures: dict[str, Value] = dict.fromkeys(layouts.paths(Nested), 0)
    found = read(layouts.tab_separated(layouts.drawn(Nested, figures)), Nested)
    assert values(found) == figures


def test_proactive_2021_is_read_by_its_own_class() -> None:
    figures = layouts.sound(Proactive2021, 2)
    found = read(layouts.tab_led(layouts.drawn(Proactive2021, figures)), Proactive2021)
    assert values(found) == figures


@pytest.mark.parametrize("write", [layouts.markdown, layouts.tab_led, layouts.single_spaced])
def test_a_label_printed_for_two_rows_loses_no_other_row(
    write: Callable[[Table], str],
) -> None:
    """3.同意部分公开答复数 has lost its 部分, so that it reads like the row before."""
    figures = layouts.sound(govinfo.Indicators, 1)
    twice = "indicators.applications.answers.partially_granted"
    table = layouts.drawn(govinfo.Indicators, figures, labels={twice: "3.同意公开答复数"})
    found = read(write(table), govinfo.Indicators)
    unsure = {twice, "indicators.applications.answers.granted"}
    assert {path: value for path, value in values(found).items() if path not in unsure} == {
        path: value for path, value in figures.items() if path not in unsure
    }
    assert found.diagnostics


def test_a_figure_that_covers_two_rows_is_in_neither() -> None:
    drawn = layouts.drawn(Requests, FIGURES)
    first, second = rows_of_figures(drawn)[2:4]
    upper, lower = figures_in(drawn, first)[0], figures_in(drawn, second)[0]
    cells = tuple(evolve(c, rowspan=2) if c == upper else c for c in drawn.cells if c != lower)
    found = govinfo.interpret(Document((Table(cells),)), Requests)
    for name in ("granted", "partially_granted"):
        path = f"requests.outcomes.{name}"
        assert found.facts[f"{path}.natural_person"].value is None
        assert any(path in said.path for said in found.diagnostics)
    assert found.facts["requests.received.total"].value == FIGURES["requests.received.total"]


def test_a_figure_that_covers_two_columns_is_in_neither() -> None:
    drawn = layouts.drawn(Requests, FIGURES)
    left, right = figures_in(drawn, rows_of_figures(drawn)[2])[:2]
    cells = tuple(evolve(c, colspan=2) if c == left else c for c in drawn.cells if c != right)
    found = govinfo.interpret(Document((Table(cells),)), Requests)
    row_path = "requests.outcomes.granted"
    read = {p: f.value for p, f in found.facts.items() if p.startswith(f"{row_path}.")}
    covered = {f"{row_path}.natural_person", f"{row_path}.enterprise"}
    assert read == {p: None if p in covered else FIGURES[p] for p in read}
    assert ("GI103", row_path) in {(said.code, said.path) for said in found.diagnostics}
