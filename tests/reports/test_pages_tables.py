"""Whole reports as web pages: the ways in which tables are drawn."""

from __future__ import annotations

import re

import attrs
import pytest

import govinfo
from govinfo.blocks import Cell, Table
from govinfo.template.requests import Requests
from reports.told import (
    FULL,
    SPARSE,
    expect,
    with_table,
)
from reports.web import (
    SEEN,
    by_hand,
    content,
    page,
    plain,
    spans,
    web_table,
    without_title,
)

# Spans.


def test_no_spans_at_all() -> None:
    def table(one: Table) -> str:
        return web_table(one, attributes=lambda _: "")

    expect(page(content(FULL, table=table)).encode(), FULL, placed=False)


def test_no_colspans() -> None:
    def table(one: Table) -> str:
        return web_table(one, attributes=lambda c: spans(attrs.evolve(c, colspan=1)))

    expect(page(content(FULL, table=table)).encode(), FULL, placed=False)


def test_no_rowspans() -> None:
    def table(one: Table) -> str:
        return web_table(one, attributes=lambda c: spans(attrs.evolve(c, rowspan=1)))

    expect(page(content(FULL, table=table)).encode(), FULL, placed=False)


def test_spans_that_reach_too_far() -> None:
    """The group of all outcomes a row too high: 四、结转下年度继续办理 is pushed to the right."""

    def attributes(cell: Cell) -> str:
        more = cell.rowspan + (cell.rowspan > 20)
        return spans(attrs.evolve(cell, rowspan=more))

    def table(one: Table) -> str:
        return web_table(one, attributes=attributes)

    expect(page(content(FULL, table=table)).encode(), FULL, placed=False)


def test_absurd_spans() -> None:
    """The last cell of each row is a million columns wide, and a title row a million rows high."""

    def table(one: Table) -> str:
        last = {row[-1] for row in one.rows if row}

        def attributes(cell: Cell) -> str:
            if cell in last and cell.rowspan == cell.colspan == 1:
                return ' colspan="1000000" rowspan="-3"'
            return spans(cell)

        return web_table(one, attributes=attributes)

    expect(page(content(FULL, table=table)).encode(), FULL)


def test_spans_to_the_end_of_a_row_group() -> None:
    """`rowspan=0` reaches to the end of the `tbody`: each group of labels stands in its own."""

    def table(one: Table) -> str:
        if one.n_columns != 10:
            return web_table(one)
        ends = {cell.row + cell.rowspan for cell in one.cells if cell.column == 1}
        rows = []
        for at, row in enumerate(one.rows):
            cells = []
            for cell in row:
                inner = cell.column == 1 and cell.rowspan > 1
                if cell.column == 0 and cell.rowspan > 20:
                    # A column of blank cells in place of the outer group, but for its first row.
                    continue
                attributes = spans(cell)
                if inner:
                    attributes = re.sub(r'rowspan="\d+"', 'rowspan="0"', attributes)
                cells.append(f"<td{attributes}>{plain(cell.text)}</td>")
            outer = next((c for c in one.cells if c.column == 0 and c.rowspan > 20), None)
            assert outer is not None
            if outer.row <= at < outer.row + outer.rowspan:
                cells.insert(0, f"<td>{outer.text if at == outer.row else ''}</td>")
            rows.append(f"<tr>{''.join(cells)}</tr>" + ("</tbody><tbody>" * (at + 1 in ends)))
        return f"<table><tbody>{''.join(rows)}</tbody></table>"

    expect(page(content(FULL, table=table)).encode(), FULL)


# Tables in pieces, in other tables, and without table elements.


def split(one: Table) -> str:
    """Each label row begins a table of its own: what an editor makes of page breaks."""
    if one.n_columns != 10:
        return web_table(one)
    rows = ["".join(f"<td>{plain(cell.text)}</td>" for cell in row) for row in one.rows]
    pieces = (rows[:9], rows[9:20], rows[20:])
    return "<p>&nbsp;</p>".join(
        f"<table>{''.join(f'<tr>{row}</tr>' for row in piece)}</table>" for piece in pieces
    )


def test_a_table_in_three_pieces() -> None:
    expect(page(content(FULL, table=split)).encode(), FULL, placed=False)


def test_pieces_that_repeat_the_header() -> None:
    def table(one: Table) -> str:
        if one.n_columns != 10:
            return web_table(one)
        top = Table(tuple(cell for cell in one.cells if cell.row < 3))
        head = re.sub(r"</?t(able|body)[^>]*>", "", web_table(top))
        rows = ["".join(f"<td>{plain(cell.text)}</td>" for cell in row) for row in one.rows]
        lines = [f"<tr>{row}</tr>" for row in rows]
        return "".join(
            f"<table>{head}{''.join(part)}</table>" for part in (lines[3:14], lines[14:])
        )

    expect(page(content(FULL, table=table)).encode(), FULL, placed=False)


def test_nested_tables() -> None:
    def table(one: Table) -> str:
        return f"<table><tr><td><table><tr><td>{web_table(one)}</td></tr></table></td></tr></table>"

    expect(page(content(FULL, table=table)).encode(), FULL)


def test_figures_in_tables_of_their_own_cell() -> None:
    def framed(text: str) -> str:
        return f"<table><tr><td>{text}</td></tr></table>" if text.isdigit() else plain(text)

    def table(one: Table) -> str:
        return web_table(one, framed)

    expect(page(content(FULL, table=table)).encode(), FULL)


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ('<div class="tr">{}</div>', '<div class="td">{}</div>'),
        ('<ul class="row">{}</ul>', "<li>{}</li>"),
        ("<div>{}</div>", "<p>{}</p>"),
    ],
    ids=["divs", "lists", "paragraphs"],
)
def test_tables_drawn_without_table_elements(row: str, cell: str) -> None:
    def table(one: Table) -> str:
        rows = ("".join(cell.format(plain(c.text)) for c in line) for line in one.rows)
        return f'<div class="table">{"".join(row.format(line) for line in rows)}</div>'

    expect(page(content(FULL, table=table)).encode(), FULL, placed=False)


# Tables as authors change them.


def test_a_blank_column_right_of_each() -> None:
    """As spreadsheets are pasted: 总计 over the columns of disputes names no row of requests."""

    def table(one: Table) -> str:
        def attributes(cell: Cell) -> str:
            return spans(attrs.evolve(cell, colspan=2 * cell.colspan - 1))

        def blank(cell: Cell) -> str:
            return f"<td{spans(attrs.evolve(cell, colspan=1))}></td>"

        rows = (
            "".join(f"<td{attributes(c)}>{plain(c.text)}</td>{blank(c)}" for c in row)
            for row in one.rows
        )
        return f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>"

    expect(page(content(FULL, table=table)).encode(), FULL, placed=False)


def test_blank_cells_in_a_table_without_spans() -> None:
    def table(one: Table) -> str:
        return web_table(one, attributes=lambda _: "")

    expect(page(content(SPARSE, table=table)).encode(), SPARSE, placed=False)


def test_blank_cells_of_tables_drawn_by_style() -> None:
    """`display: table` makes cells of `div`s, so that blank ones keep their place."""

    def table(one: Table) -> str:
        rows = (
            "".join(f'<div class="c">{plain(cell.text)}</div>' for cell in row) for row in one.rows
        )
        lines = "".join(f'<div style="display:table-row">{row}</div>' for row in rows)
        return f'<div class="t">{lines}</div>'

    style = "<style>.t { display: table } .c { display: table-cell; border: 1px solid }</style>"
    expect(page(content(SPARSE, table=table), head=style).encode(), SPARSE, placed=False)


def test_blank_cells_of_tables_drawn_by_role() -> None:
    def table(one: Table) -> str:
        rows = (
            "".join(
                f'<div role="cell" aria-colspan="{cell.colspan}" aria-rowspan="{cell.rowspan}">'
                f"{plain(cell.text)}</div>"
                for cell in row
            )
            for row in one.rows
        )
        lines = "".join(f'<div role="row">{row}</div>' for row in rows)
        return f'<div role="table">{lines}</div>'

    expect(page(content(SPARSE, table=table)).encode(), SPARSE)


def test_blank_cells_that_a_drawing_without_cells_loses() -> None:
    """A blank `div` leaves no trace among the cells: what cannot be placed is not, and is said."""

    def table(one: Table) -> str:
        rows = ("".join(f"<div>{plain(cell.text)}</div>" for cell in row) for row in one.rows)
        return "".join(f"<div>{row}</div>" for row in rows)

    report = govinfo.parse(page(content(SPARSE, table=table)).encode())
    # Of a row of zeros one of which is lost the sums leave only zeros: read so, and said so.
    zeros = {finding.path for finding in report.diagnostics if finding.code == "GI105"}
    wrong = {
        path: fact.value
        for path, fact in report.facts.items()
        if fact.value is not None
        and fact.value != SPARSE.figures[path]
        and not any(path.startswith(one) for one in zeros)
    }
    assert not wrong
    lost = {
        path
        for path, fact in report.facts.items()
        if fact.value is None and SPARSE.figures[path] is not None
    }
    told = {finding.path for finding in report.diagnostics if finding.path}
    assert {path for path in lost if not any(path.startswith(one) for one in told)} == set()


def widened(one: Table, name: str, *, first: bool = False) -> Table:
    """A table with one more column, blank but for its label."""
    depth = 3 if one.n_columns == 10 else 1
    shift = 1 if first else 0
    at = 0 if first else one.n_columns
    cells = [attrs.evolve(cell, column=cell.column + shift) for cell in one.cells]
    cells.append(Cell(name, 0, at, depth))
    cells += [
        Cell(str(row - depth + 1) if first else "", row, at) for row in range(depth, one.n_rows)
    ]
    return Table(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def test_a_column_of_remarks_after_the_figures() -> None:
    table = widened(FULL.table(Requests), "备注")
    expect(by_hand(with_table(FULL, "requests", table)), FULL)


def test_a_column_of_row_numbers_before_the_labels() -> None:
    table = widened(FULL.table(Requests), "序号", first=True)
    expect(by_hand(with_table(FULL, "requests", table)), FULL, placed=False)


def test_a_caption_and_a_note_in_the_table() -> None:
    def table(one: Table) -> str:
        note = f'<tr><td colspan="{one.n_columns}">注：数据统计截至2023年12月31日。</td></tr>'
        made = web_table(one).replace("</tbody>", f"{note}</tbody>")
        return made.replace("<tbody>", "<caption>单位：件</caption><tbody>")

    expect(page(content(FULL, table=table)).encode(), FULL)


def test_the_last_row_in_a_foot_that_the_source_has_first() -> None:
    def table(one: Table) -> str:
        made = web_table(one)
        if one.n_columns != 10:
            return made
        at = made.rindex("<tr>")
        last = made[at:].replace("</tbody></table>", "")
        body = made[made.index("<tbody>") : at]
        return f'<table border="1"><tfoot>{last}</tfoot>{body}</tbody></table>'

    expect(page(content(FULL, table=table)).encode(), FULL)


def test_columns_in_another_order() -> None:
    """总计 stands first of all columns; the header says so, and so does the finding."""
    whole = FULL.table(Requests)
    last = whole.n_columns - 1
    first = last - 6

    def moved(cell: Cell) -> Cell:
        if cell.row == 0 or cell.column < first:
            return cell
        column = first if cell.column == last else cell.column + 1
        return attrs.evolve(cell, column=column)

    cells = sorted(map(moved, whole.cells), key=lambda cell: (cell.row, cell.column))
    told = FULL.but(findings=(("GI111", "requests.received"),))
    expect(by_hand(with_table(FULL, "requests", Table(tuple(cells)))), told, placed=False)


def test_a_label_misworded() -> None:
    def table(one: Table) -> str:
        return web_table(one).replace("上年结转", "上年转结").replace("行政法规禁止", "行政止")

    told = FULL.but(
        findings=(
            ("GI109", "requests.carried_over"),
            ("GI109", "requests.outcomes.denied.prohibited_by_law"),
        )
    )
    expect(page(content(FULL, table=table)).encode(), told)


def test_a_number_glued_to_a_label() -> None:
    def table(one: Table) -> str:
        return web_table(one).replace(">行政许可<", ">行政许可229<")

    told = FULL.but(findings=(("GI110", "proactive.licensing"),))
    expect(page(content(FULL, table=table)).encode(), told)


def test_notes_and_blanks_within_figures() -> None:
    one, two = "disputes.litigation.direct.upheld", "requests.received.enterprise"
    told = FULL.but(
        printed={one: "205\n（裁定撤诉）", two: "1 518"},
        notes={one: "裁定撤诉"},
        findings=(("GI114", two),),
    )
    expect(by_hand(told), told)


def test_cells_that_overlap() -> None:
    """A label reaches down into a row whose own label reaches across it."""

    def table(one: Table) -> str:
        return web_table(one).replace(
            '<td colspan="2">（七）总计</td>', '<td rowspan="2">（七）</td><td>总计</td>'
        )

    made = page(content(FULL, table=table))
    assert 'rowspan="2">（七）' in made
    expect(made.encode(), FULL)


def test_lines_of_buttons() -> None:
    """Without links: what scripts make buttons of."""
    buttons = "<p>【打印】 【关闭】</p><p>字号：[大 中 小]</p><p>分享到：微信 微博</p>"
    inner = f"<h1>{FULL.title}</h1>{buttons}{without_title(FULL)}{buttons}"
    expect(page(inner).encode(), FULL)


def test_zero_width_characters_in_text() -> None:
    def inline(text: str) -> str:
        return "&#8203;".join(text[at : at + 2] for at in range(0, len(text), 2)) + "\ufeff"

    expect(page(content(FULL, inline)).encode(), FULL)


def test_published_from_a_meta_element() -> None:
    head = '<meta name="PubDate" content="2024-01-25 10:11">'
    expect(page(content(FULL), head=head).encode(), FULL.but(published=SEEN))


def test_metadata_in_a_definition_list() -> None:
    listed = [
        ("索引号", "YL012/2024-00031"),
        ("发布机构", "云岭市水务局"),
        ("发布日期", "2024-01-25"),
    ]
    entries = "".join(f"<dt>{name}：</dt><dd>{value}</dd>" for name, value in listed)
    told = FULL.but(title="2023年政府信息公开工作年度报告", published=SEEN)
    inner = f"<dl>{entries}</dl><h1>{told.title}</h1>{without_title(told)}"
    expect(page(inner).encode(), told)


def test_a_table_that_is_a_picture() -> None:
    def table(one: Table) -> str:
        return web_table(one) if one.n_columns != 10 else '<img src="b3.png" alt="表三">'

    told = FULL.but(
        figures={p: v for p, v in FULL.figures.items() if not p.startswith("requests")},
        findings=(("GI101", "requests"),),
    )
    expect(page(content(told.but(figures=FULL.figures), table=table)).encode(), told)
