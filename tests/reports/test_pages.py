"""Whole reports as web pages, each with one of the ways in which pages differ."""

from __future__ import annotations

import re
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape

import attrs
import pytest

import govinfo
from govinfo.blocks import Block, Cell, Heading, Paragraph, Table
from govinfo.template.requests import Requests
from reports.told import (
    BLANK,
    FULL,
    HEADINGS,
    OF_2014,
    OF_2019,
    SPARSE,
    Told,
    expect,
    indicators,
    with_table,
)
from reports.web import (
    OTHER_YEARS,
    SEEN,
    by_hand,
    by_word,
    content,
    layout,
    page,
    plain,
    portal,
    spans,
    web_table,
    without_title,
)

EDITIONS = {"2021": FULL, "2019": OF_2019, "2014": OF_2014, "blank": BLANK, "sparse": SPARSE}


def other_figures(told: Told) -> Told:
    """The same report with other figures."""
    return told.but(
        figures={
            path: value + 1000 if isinstance(value, int) else value
            for path, value in told.figures.items()
        }
    )


@pytest.mark.parametrize("name", EDITIONS)
def test_nothing_but_the_report(name: str) -> None:
    expect(by_hand(EDITIONS[name]), EDITIONS[name])


def test_a_list_of_2014_beside_the_tables_of_2019() -> None:
    both = OF_2019.but(figures={**indicators(), **OF_2019.figures})
    expect(by_hand(both), both)


def test_a_fragment() -> None:
    expect(content(FULL).encode(), FULL, "html")


def test_marked_headings_and_header_cells() -> None:
    def table(one: Table) -> str:
        rows = []
        for row in one.rows:
            cells = ((("th" if cell.header else "td"), cell) for cell in row)
            rows.append(
                "".join(f"<{tag}{spans(cell)}>{plain(cell.text)}</{tag}>" for tag, cell in cells)
            )
        head, rest = rows[0], rows[1:]
        lines = "".join(f"<tr>{row}</tr>" for row in rest)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"

    def heading(block: Heading, text: str) -> str:
        return f"<h{block.level}>{text}</h{block.level}>"

    expect(page(content(FULL, table=table, heading=heading)).encode(), FULL)


# What surrounds the report on the pages of content management systems.


def test_a_portal() -> None:
    expect(portal(FULL).encode(), FULL.but(published=SEEN))


def test_a_portal_with_a_report_of_2014() -> None:
    expect(portal(OF_2014).encode(), OF_2014.but(published=SEEN))


def test_the_agency_stands_only_in_the_metadata() -> None:
    told = FULL.but(title="2023年政府信息公开工作年度报告", published=SEEN)
    expect(portal(told).encode(), told)


def test_layout_tables() -> None:
    expect(layout(FULL, "utf-8").encode(), FULL)


def test_a_sidebar_of_other_years_before_the_report() -> None:
    inner = f"""<aside class="left"><h3>历年年报</h3><ul>{OTHER_YEARS}</ul></aside>
    <main><div class="info"><ul><li><b>索引号：</b><span>YL012/2024-00031</span></li>
    <li><b>发布机构：</b><span>云岭市水务局</span></li><li><b>发布日期：</b><span>2024-01-25</span></li>
    </ul></div><article><h1>{FULL.title}</h1>{without_title(FULL)}</article></main>
    <footer><p>主办：云岭市人民政府</p></footer>"""
    expect(page(inner).encode(), FULL.but(published=SEEN))


def test_other_years_listed_without_links() -> None:
    """To whom the text after the report belongs cannot be told; the title is the report's."""
    listed = "".join(
        f"<li>{year}年云岭市水务局政府信息公开工作年度报告</li>" for year in range(2019, 2023)
    )
    inner = f"<h1>{FULL.title}</h1>{without_title(FULL)}<h3>往年年报</h3><ul>{listed}</ul>"
    report = govinfo.parse(page(inner).encode())
    assert {path: fact.value for path, fact in report.facts.items()} == dict(FULL.figures)
    assert (report.title, report.year, report.agency) == (FULL.title, FULL.year, FULL.agency)


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2024-01-25 09:30　来源：云岭市水务局",
        "发布日期：2024年1月25日　　浏览次数：<span>128</span>次　　字号：[大 中 小]",
        "来源：云岭市水务局　时间：2024/01/25　【<a href='#'>打印</a>】",
    ],
)
def test_a_line_of_metadata_below_the_title(line: str) -> None:
    inner = f'<h1>{FULL.title}</h1><div class="info">{line}</div>{without_title(FULL)}'
    expect(page(inner).encode(), FULL.but(published=SEEN))


def test_a_contents_list_of_links() -> None:
    entries = "".join(
        f'<li><a href="#{at}">{text}</a></li>'
        for at, (part, text) in enumerate(reversed(HEADINGS.items()))
        if part != "indicators"
    )
    inner = f"<h1>{FULL.title}</h1><ul>{entries}</ul>{without_title(FULL)}"
    expect(page(inner).encode(), FULL)


# Encodings.


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("gb18030", "gb2312"),
        ("gb18030", "utf-8"),
        ("gb18030", "big5"),
        ("utf-8", "gb2312"),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", "gbk"),
        ("utf-16", "gb2312"),
        ("utf-16-le", "utf-8"),
        ("utf-16-be", "utf-16"),
    ],
)
def test_whatever_the_page_declares(encoding: str, declared: str) -> None:
    expect(layout(SPARSE, declared).encode(encoding), SPARSE)


# Simplified and Traditional, for the characters of the template and of these reports.
_PAIRS = (
    "专專业業个個为為举舉于於云雲从從会會传傳体體众眾关關内內决決况況减減办辦务務动動单單参參发發后後"
    "员員围圍国國处處复復够夠将將属屬岭嶺应應废廢开開强強当當径徑总總护護报報据據数數无無时時机機权權"
    "条條构構标標济濟点點热熱现現确確稳穩类類纠糾纳納线線组組细細织織经經结結络絡统統继繼续續维維编編"
    "缴繳网網罚罰职職舆輿范範获獲补補规規计計认認训訓议議许許讼訟设設访訪诉訴询詢请請读讀谈談负負责責"
    "购購费費转轉辑輯过過这這进進采採错錯门門问問闻聞阅閱隐隱项項题題额額驳駁万萬审審号號区區执執识識码碼没沒闭閉"
)
TRADITIONAL = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))


def mirrored(told: Told) -> Told:
    """What a Traditional mirror of a report says: its own words are in its own characters."""
    names = ("title", "agency", "preamble", "overview", "problems", "other_matters")
    words = {name: getattr(told, name).translate(TRADITIONAL) for name in names}
    headings = {part: text.translate(TRADITIONAL) for part, text in HEADINGS.items()}
    return told.but(**words, headings=headings, published=SEEN)


@pytest.mark.parametrize("told", [FULL, OF_2019, OF_2014], ids=["2021", "2019", "2014"])
def test_a_traditional_mirror(told: Told) -> None:
    mirror = portal(told).translate(TRADITIONAL).replace("發布日期", "發佈日期")
    expect(mirror.encode(), mirrored(told))


@pytest.mark.parametrize("declared", ["big5", "gb2312", "utf-8"])
def test_a_traditional_mirror_in_big5(declared: str) -> None:
    mirror = layout(FULL, declared).translate(TRADITIONAL)
    expect(mirror.encode("big5hkscs"), mirrored(FULL).but(published=None))


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
def test_a_hidden_copy_of_each_table_with_other_figures(gone: str) -> None:
    others = {table.n_columns: table for table in other_figures(FULL).tables().values()}

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
    old = other_figures(FULL)
    both = [*captioned(FULL, 2023), *captioned(old, 2022)]
    told = FULL.but(findings=(("GI116", "requests"),))
    expect(by_hand(with_table(FULL, "requests", *both)), told)


def test_last_years_table_before_this_years() -> None:
    old = other_figures(FULL)
    both = [*captioned(old, 2022), *captioned(FULL, 2023)]
    told = FULL.but(findings=(("GI116", "requests"),))
    expect(by_hand(with_table(FULL, "requests", *both)), told)


def test_last_years_table_beside_this_years() -> None:
    """Two tables side by side in a layout table, their captions over them."""
    old = other_figures(FULL)

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


# Programs that write pages.


def test_saved_by_word() -> None:
    expect(by_word(FULL).encode("gb18030"), FULL)


def test_saved_by_word_in_a_single_file() -> None:
    message = MIMEMultipart("related", type="text/html")
    message.attach(MIMEText(by_word(SPARSE), "html", "gb18030"))
    message.attach(MIMEText("<xml></xml>", "xml"))
    expect(message.as_bytes(), SPARSE)


def test_saved_by_wps() -> None:
    def inline(text: str) -> str:
        return (
            f'<span style="mso-spacerun:\'yes\';font-family:宋体"><font face="宋体">{escape(text)}'
            "</font></span><span><o:p></o:p></span>"
        )

    def table(one: Table) -> str:
        return f"<div align=center>{web_table(one, lambda t: f'<p>{inline(t)}</p>')}</div>"

    made = f"<!--StartFragment-->{content(FULL, inline, table)}<!--EndFragment-->"
    head = '<meta name="Generator" content="Kingsoft WPS">'
    expect(page(made, head=head).encode(), FULL)


def test_xhtml() -> None:
    made = content(SPARSE).replace("<td></td>", "<td/>").replace("&nbsp;", "&#160;")
    assert "<td/>" in made
    data = f"""<?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>年报</title><script src="a.js"/></head>
    <body><div class="empty"/>{made}</body></html>"""
    expect(data.encode(), SPARSE)


def test_elements_left_open() -> None:
    made = content(FULL)
    for closing in ("</td>", "</tr>", "</tbody>", "</p>", "</b>"):
        made = made.replace(closing, "")
    made = made.replace("<b>", "")
    expect(page(made).encode(), FULL)


def test_elements_closed_in_the_wrong_order() -> None:
    def table(one: Table) -> str:
        made = web_table(one, lambda text: f"<p><span><strong>{plain(text)}</span></strong>")
        return f"<center><font size=2>{made}</center></font></div>"

    expect(page(content(FULL, table=table)).encode(), FULL)


def test_headings_numbered_by_the_browser() -> None:
    """Each section is an entry of one list."""
    made = content(FULL)
    for part, text in HEADINGS.items():
        if part != "indicators":
            bold = f"<p><b>{text}</b></p>"
            name = text.split("、", 1)[1]
            made = made.replace(bold, f"</li><li><b>{name}</b>")
    first = made.index("</li>")
    made = (
        f"{made[:first]}<ol style='list-style-type:cjk-ideographic'>{made[first + 5 :]}</li></ol>"
    )
    expect(page(made).encode(), FULL)


# Tables as authors change them.


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
