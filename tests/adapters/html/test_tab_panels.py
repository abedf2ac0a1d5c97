"""What a reader sees at a click, behind tabs and in folds, is read once."""

from __future__ import annotations

import pytest

from adapters.html.pages import dump


def pane(number: int, inner: str, label: str = "规章") -> str:
    return f"{inner}<table><tr><td>{label}</td><td>{number}</td></tr></table>"


@pytest.mark.parametrize(
    "panes",
    [
        "<div class='tab on'>{}</div><div class=tab style='display:none'>{}</div>",
        "<div class='tab'>{}</div><div class='tab hide'>{}</div>",
        "<div id=con_one_1>{}</div><div id=con_one_2 style='display:none'>{}</div>",
        "<dl><dt>一<dd>{}</dd><dt>二<dd hidden>{}</dd></dl>",
        "<ul><li class=i><div class=x>{}</div><li class=i><div class=x hidden>{}</div></ul>",
        "<ul><li><div class=x>{}</div><li><div class=x hidden>{}</div></ul>",
    ],
)
def test_tables_behind_tabs_and_folds(panes: str) -> None:
    style = "<style>.hide{display:none}</style>"
    read = dump(style + panes.format(pane(1, "甲"), pane(2, "乙", "文件")))
    assert [line for line in read if line.startswith("  0")] == ["  0: 规章 | 1", "  0: 文件 | 2"]
    assert "paragraph: 乙" in read


def test_text_behind_a_tab_beside_a_table() -> None:
    page = f"<div class=tab>{pane(1, '甲')}</div><div class=tab hidden>丙</div>"
    assert dump(page)[-1] == "paragraph: 丙"


def test_text_behind_a_tab_where_no_tab_has_a_table() -> None:
    assert dump("<div class=tab>甲</div><div class=tab hidden>丙</div>") == ["paragraph: 甲"]


def test_the_report_of_another_year_behind_a_tab() -> None:
    years = (3 * pane(year, "") for year in (1, 2))
    page = "<div class=tab>{}</div><div class=tab hidden>{}</div>".format(*years)
    assert [line for line in dump(page) if line.startswith("  0")] == 3 * ["  0: 规章 | 1"]


def test_the_same_table_of_another_year_behind_a_tab() -> None:
    page = f"<div class=tab>{pane(1, '甲')}</div><div class=tab hidden>{pane(2, '乙')}</div>"
    assert dump(page) == ["paragraph: 甲", "table: 1 x 2", "  0: 规章 | 1"]


def test_the_last_of_many_folds_of_which_the_first_is_open() -> None:
    folds = "".join(
        f"<li><h3>{at}</h3><div class=x{' hidden' * bool(at)}>{pane(at, '', label)}</div></li>"
        for at, label in enumerate("甲乙丙丁戊己庚")
    )
    assert dump(f"<ul>{folds}</ul>")[-1] == "  0: 庚 | 6"
