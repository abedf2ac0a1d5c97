from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import govinfo
from govinfo.cli import main
from govinfo.export.columns import Figure, figures, plain_name
from govinfo.export.tables import wide_columns
from govinfo.template.editions import Edition
from govinfo.template.report import Report

BY_PATH = {figure.path: figure for figure in figures()}


@pytest.mark.parametrize("edition", list(Edition))
def test_every_figure_of_every_edition_is_a_column(edition: Edition) -> None:
    told = set(Report.blank(edition).facts)
    assert told == {path for path, one in BY_PATH.items() if str(edition) in one.editions}


def test_columns_stand_in_the_order_of_the_editions() -> None:
    first = [*Report.blank("2014").facts, *Report.blank("2019").facts]
    assert [path for path in BY_PATH if path in set(first)] == first


@pytest.mark.parametrize(
    ("path", "figure"),
    [
        (
            "requests.received.total",
            Figure(
                "requests.received.total",
                dict.fromkeys(("2019", "2021"), "总计 · 一、本年新收政府信息公开申请数量"),
                "件",
            ),
        ),
        (
            "proactive.licensing.decisions",
            Figure(
                "proactive.licensing.decisions",
                {"2019": "处理决定数量 · 行政许可", "2021": "本年处理决定数量 · 行政许可"},
            ),
        ),
        (
            "proactive.fees.amount",
            Figure("proactive.fees.amount", {"2021": "本年收费金额 · 行政事业性收费"}, money=True),
        ),
    ],
)
def test_what_is_known_of_a_figure(path: str, figure: Figure) -> None:
    assert BY_PATH[path] == figure


def test_the_label_is_the_latest() -> None:
    assert BY_PATH["proactive.licensing.decisions"].label == "本年处理决定数量 · 行政许可"


def test_figures_of_the_list_have_their_printed_units() -> None:
    assert BY_PATH["indicators.training.participants"].unit == "人次"


def test_plain_names_are_as_many_also_where_a_database_cuts_them() -> None:
    names = [plain_name(name) for name in wide_columns()]
    assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in names)
    assert len({name[:63] for name in names}) == len(names)


def test_csv_and_arrow_take_plain_names() -> None:
    example = Path(__file__).parents[2] / "examples" / "report.txt"
    shown = CliRunner().invoke(main, ["parse", str(example), "-q", "--plain-names"])
    (row,) = csv.DictReader(io.StringIO(shown.stdout))
    assert row["proactive_procurement_amount"] == "3.58"
    assert row["proactive_procurement_amount_unit"] == "亿元"
    assert row["proactive_procurement_amount_yuan"] == "358000000"
    table = govinfo.to_arrow([govinfo.parse(example)], plain_names=True)
    assert "requests_received_total" in table.column_names
    assert table.schema.field("requests_received_total").metadata[b"unit"] == "件".encode()
