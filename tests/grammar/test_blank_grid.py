"""A grid whose writer left zeros and totals blank: its columns' sums say that nothing has moved."""

from __future__ import annotations

import govinfo
from govinfo.grammar.compile import compile_class
from govinfo.template.requests import Requests

NAMES = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
FIGURES = {
    "received": "821 35 . . 2 1 859",
    "carried_over": "18 . . . . . 18",
    "outcomes.granted": "258 12 . . 1 1 .",
    "outcomes.partially_granted": "3 . . . . . .",
    "outcomes.unavailable.not_held": "506 23 . . 1 . .",
    "outcomes.total": "767 35 . . 2 1 805",
    "carried_forward": "72 . . . . . 72",
}


def page(figures: dict[str, str]) -> str:
    """A page with the table, a cell for every column of every row."""
    grammar = compile_class(Requests)
    rows = []
    for row in grammar.rows:
        shown = figures.get(grammar.path(row).partition(".")[2], ". . . . . . .").split()
        cells = "".join(f"<td>{'&nbsp;' if one == '.' else one}</td>" for one in shown)
        rows.append(f"<tr><td>{row.label}</td>{cells}</tr>")
    head = "".join(f"<td>{name}</td>" for name in NAMES)
    title = (
        "<p>云岭市水务局2019年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>"
    )
    return f"{title}<table><tr><td>申请人情况</td>{head}</tr>{''.join(rows)}</table>"


def findings(figures: dict[str, str]) -> set[str]:
    report = govinfo.parse(page(figures).encode())
    return {said.path or "" for said in report.diagnostics if said.code == "GI120"}


def test_where_every_column_adds_up_nothing_is_said() -> None:
    report = govinfo.parse(page(FIGURES).encode())
    assert findings(FIGURES) == set()
    assert report.facts["requests.outcomes.granted.legal_service_organization"].value == 1
    assert report.facts["requests.outcomes.granted.research_institution"].value is None


def test_a_row_whose_cells_moved_breaks_a_column_and_is_told() -> None:
    moved = {**FIGURES, "outcomes.granted": "258 12 . 1 1 . ."}
    assert "requests.outcomes.granted" in findings(moved)
