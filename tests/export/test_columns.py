from __future__ import annotations

import pytest

from govinfo.export.columns import Figure, figures
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
