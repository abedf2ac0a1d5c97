from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal

import attrs
import pandas as pd
import pyarrow as pa
import pytest

import govinfo
from govinfo import LimitExceeded, MissingDependency, Money, Report
from govinfo.template.report import Facts

REPORT = Report.from_figures(
    {
        "requests.received.total": 12,
        "requests.received.natural_person": 0,
        "proactive.fees.amount": Money("3.58", "亿元"),
    },
    edition="2021",
    agency="云岭市水务局",
    year=2022,
    published=date(2023, 1, 31),
)
LIST = Report.from_figures({"indicators.disclosure.total": 7}, edition="2014", year=2015)


def test_reports_as_a_table() -> None:
    table = govinfo.to_arrow([REPORT, LIST])
    first, second = table.to_pylist()
    assert (first["title"], first["year"]) == ("云岭市水务局2022年政府信息公开工作年度报告", 2022)
    assert (first["published"], first["edition"]) == (date(2023, 1, 31), "2021")
    assert first["requests.received.total"] == 12
    assert first["requests.received.natural_person"] == 0
    assert first["requests.received.enterprise"] is None
    assert first["proactive.fees.amount"] == Decimal("3.58")
    assert first["proactive.fees.amount.unit"] == "亿元"
    assert (second["edition"], second["indicators.disclosure.total"]) == ("2014", 7)
    assert second["proactive.fees.amount"] is None
    assert table.schema.equals(govinfo.to_arrow([]).schema, check_metadata=True)


def test_a_column_says_what_it_is() -> None:
    field = govinfo.to_arrow([]).schema.field("proactive.licensing.decisions")
    assert field.type == pa.int64()
    assert {name.decode(): value.decode() for name, value in field.metadata.items()} == {
        "label": "本年处理决定数量 · 行政许可",
        "label.2019": "处理决定数量 · 行政许可",
        "editions": "2019,2021",
    }


def test_findings_are_counted() -> None:
    text = REPORT.render("text").decode().replace("12", "一二")
    read = govinfo.parse(text.encode())
    (row,) = govinfo.to_arrow([read]).to_pylist()
    assert row["warnings"] == sum(one.severity == "warning" for one in read.diagnostics) > 0


def test_a_report_as_a_frame() -> None:
    read = govinfo.parse(REPORT.render("docx"))
    frame = read.to_frame()
    assert list(frame.index) == list(read.facts)
    row = frame.loc["requests.received.total"]
    assert row["value"] == 12
    assert row["label"] == "总计 · 一、本年新收政府信息公开申请数量"
    assert row["where"].startswith("table ")
    assert frame["value"].dtype == pd.Int64Dtype()
    money = frame.loc["proactive.fees.amount"]
    assert (money["amount"], money["unit"]) == (Decimal("3.58"), "亿元")
    assert pd.isna(money["value"])
    assert set(frame["status"]) <= {"printed", "blank"}
    assert row["status"] == "printed"


def test_an_amount_stands_as_printed_with_its_unit_and_in_yuan() -> None:
    table = govinfo.to_arrow([REPORT])
    names = table.column_names
    at = names.index("proactive.fees.amount")
    columns = ["proactive.fees.amount", "proactive.fees.amount.unit", "proactive.fees.amount_yuan"]
    assert names[at : at + 3] == columns
    (row,) = table.select(columns).to_pylist()
    assert list(row.values()) == [Decimal("3.58"), "亿元", Decimal(358_000_000)]
    assert table.column("not_placed").to_pylist() == [""]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("requests.received.total", 2**63),
        pytest.param("requests.received.total", 10**5000, id="count of 5,000 digits"),
        ("proactive.fees.amount", Money("1e28", "元")),
        ("proactive.fees.amount", Money("0.00000000001", "元")),
    ],
)
def test_a_figure_that_no_column_holds_is_an_error_never_another_figure(
    path: str, value: int | Money
) -> None:
    large = Report.from_figures({path: value}, edition="2021")
    with pytest.raises(LimitExceeded, match=path):
        govinfo.to_arrow([large])
    with pytest.raises(LimitExceeded, match=path):
        large.to_frame()


def test_letters_that_no_text_can_hold_are_replaced() -> None:
    facts = [
        attrs.evolve(fact, raw="1\ud800") if fact.value == 12 else fact
        for fact in REPORT.facts.values()
    ]
    odd = attrs.evolve(REPORT, title="甲\udfff", facts=Facts(facts))
    assert govinfo.to_arrow([odd]).to_pylist()[0]["title"] == "甲\N{REPLACEMENT CHARACTER}"
    assert odd.to_frame().loc["requests.received.total", "raw"] == "1\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("name", ["pyarrow", "pandas"])
def test_what_is_not_installed_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingDependency, match=r"pip install .*pandas"):
        REPORT.to_frame()
