"""Whole reports as web pages: what a reader sees of the text, and what not."""

from __future__ import annotations

from html import escape

import pytest

from govinfo.blocks import Block, Cell, Paragraph, Table
from govinfo.template.requests import Requests
from reports.told import (
    FULL,
    SPARSE,
    Told,
    expect,
    other_year,
    with_table,
)
from reports.web import (
    by_hand,
    content,
    page,
    plain,
    web_table,
)

# Text within text.


def test_a_span_for_each_character() -> None:
    def inline(text: str) -> str:
        return "".join(f'<span lang="EN-US"><font>{escape(c)}</font></span>' for c in text)

    expect(page(content(FULL, inline)).encode(), FULL)


def test_line_breaks_within_labels() -> None:
    def broken(text: str) -> str:
        if len(text) < 3 or text[-1].isdigit():
            return plain(text)
        half = len(text) // 2
        return f"{plain(text[:half])}<br/>\n    {plain(text[half:])}"

    def table(one: Table) -> str:
        return web_table(one, broken)

    expect(page(content(FULL, table=table)).encode(), FULL)


def test_labels_over_several_paragraphs() -> None:
    def broken(text: str) -> str:
        if len(text) < 4 or text[-1].isdigit():
            return f"<p>{plain(text)}</p>"
        return f"<p>{plain(text[:3])}</p><p>{plain(text[3:])}</p>"

    expect(page(content(FULL, table=lambda one: web_table(one, broken))).encode(), FULL)


def test_a_group_label_written_downwards() -> None:
    def table(one: Table) -> str:
        tall = {cell.text for cell in one.cells if cell.rowspan > 2 and cell.colspan == 1}
        return web_table(one, lambda text: "<br>".join(text) if text in tall else plain(text))

    expect(page(content(FULL, table=table)).encode(), FULL)


@pytest.mark.parametrize("blank", ["&nbsp;", "　", "&#8203;", "&emsp;", "\ufeff", " \n\t "])
def test_blanks_of_every_kind_around_and_in_texts(blank: str) -> None:
    def spaced(text: str) -> str:
        inner = blank.join(text) if len(text) == 2 and not text.isdigit() else plain(text)
        return f"{blank}{inner}{blank}"

    expect(page(content(SPARSE, table=lambda one: web_table(one, spaced))).encode(), SPARSE)


def test_full_width_figures_and_punctuation() -> None:
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")

    def widened(text: str) -> str:
        return plain(text.translate(wide).replace("（", "(").replace("）", ")"))

    expect(page(content(FULL, table=lambda one: web_table(one, widened))).encode(), FULL)


# What a reader does not see.

GONE = [
    '<div style="display:none">{}</div>',
    '<div style="visibility: hidden;">{}</div>',
    "<div hidden>{}</div>",
    '<div class="gone">{}</div>',
    "<template>{}</template>",
    "<noscript>{}</noscript>",
    "<!-- {} -->",
    "<script type='text/html'>{}</script>",
    '<div style="position:absolute; DISPLAY : none !important">{}</div>',
]


@pytest.mark.parametrize("gone", GONE)
def test_a_hidden_copy_of_each_table_with_other_year(gone: str) -> None:
    others = {table.n_columns: table for table in other_year(FULL).tables().values()}

    def table(one: Table) -> str:
        return gone.format(web_table(others[one.n_columns])) + web_table(one)

    style = "<style>.gone, .x { color: red; display: none }</style>"
    expect(page(content(FULL, table=table), head=style).encode(), FULL)


def test_hidden_cells_and_rows() -> None:
    def table(one: Table) -> str:
        made = web_table(one)
        made = made.replace("<tr>", '<tr style="display:none"><td>规章</td><td>9</td></tr><tr>', 2)
        return made.replace("</tr>", '<td style="display:none">777</td></tr>')

    expect(page(content(FULL, table=table)).encode(), FULL)


def test_a_visible_copy_for_small_screens() -> None:
    def table(one: Table) -> str:
        if one.n_columns != 10:
            return web_table(one)
        return f'<div class="pc">{web_table(one)}</div><div class="m">{web_table(one)}</div>'

    told = FULL.but(findings=(("GI113", "requests"),))
    expect(page(content(FULL, table=table)).encode(), told)


def captioned(told: Told, year: int) -> list[Block]:
    return [Paragraph(f"{year}年收到和处理申请情况表"), told.table(Requests)]


def test_last_years_table_after_this_years() -> None:
    old = other_year(FULL)
    both = [*captioned(FULL, 2023), *captioned(old, 2022)]
    told = FULL.but(findings=(("GI116", "requests"),))
    expect(by_hand(with_table(FULL, "requests", *both)), told)


def test_last_years_table_before_this_years() -> None:
    old = other_year(FULL)
    both = [*captioned(old, 2022), *captioned(FULL, 2023)]
    told = FULL.but(findings=(("GI116", "requests"),))
    expect(by_hand(with_table(FULL, "requests", *both)), told)


def test_last_years_table_beside_this_years() -> None:
    """Two tables side by side in a layout table, their captions over them."""
    old = other_year(FULL)

    def table(one: Table) -> str:
        if one.n_columns != 10:
            return web_table(one)
        sides = ((2022, old.table(Requests)), (2023, one))
        cells = (f"<td><p>{year}年</p>{web_table(made)}</td>" for year, made in sides)
        return f"<table><tr>{''.join(cells)}</tr></table>"

    told = FULL.but(findings=(("GI116", "requests"),))
    expect(page(content(FULL, table=table)).encode(), told)


def test_a_table_that_compares_two_years() -> None:
    """It has rows of the template and columns of its own."""
    compared = [("收到申请数量对比", "上年", "本年"), ("本年新收政府信息公开申请数量", "4", "5")]
    compared += [("上年结转政府信息公开申请数量", "1", "2"), ("重复申请", "0", "7")]
    cells = [Cell(t, at, column) for at, row in enumerate(compared) for column, t in enumerate(row)]
    blocks = with_table(FULL, "requests", Table(tuple(cells)), FULL.table(Requests))
    expect(by_hand(blocks), FULL.but(findings=(("GI116", "requests"),)))
