"""Whole reports as Word files, each with one of the ways in which Word files differ."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from itertools import pairwise

import attrs
import pytest

from govinfo.blocks import Block, Cell, Heading, Paragraph, Table
from govinfo.money import Money
from govinfo.template.disputes import Disputes
from govinfo.template.indicators import Indicators
from govinfo.template.proactive import Proactive2019, Proactive2021
from govinfo.template.requests import Requests
from reports import web
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
from reports.word import (
    STYLES,
    body,
    by_hand,
    by_python_docx,
    numbered_by_word,
    package,
    plain,
    rows_of,
    verbose,
    word_table,
)
from wordml import (
    CONTINUE,
    NAMESPACES,
    OFFICE,
    RESTART,
    W,
    content_types,
    par,
    parts,
    relationships,
    run,
    span,
    zipped,
)

EDITIONS = {"2021": FULL, "2019": OF_2019, "2014": OF_2014, "blank": BLANK, "sparse": SPARSE}
WHEN = 'w:author="编辑" w:date="2024-01-09T08:00:00Z"'
HIDDEN = "<w:vanish/>"


# The editions, and who writes them.


@pytest.mark.parametrize("name", EDITIONS)
def test_by_python_docx(name: str) -> None:
    expect(by_python_docx(EDITIONS[name]), EDITIONS[name])


@pytest.mark.parametrize("name", EDITIONS)
def test_by_hand(name: str) -> None:
    expect(by_hand(EDITIONS[name]), EDITIONS[name])


def test_a_list_of_2014_beside_the_tables_of_2019() -> None:
    both = OF_2019.but(figures={**indicators(), **OF_2019.figures})
    expect(by_python_docx(both), both)


def test_word_puts_each_letter_in_a_run() -> None:
    expect(by_hand(FULL, verbose), FULL)


def test_wps_style() -> None:
    """WPS names its styles by number, marks every paragraph, and writes its own parts."""
    looks = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:vertAlign w:val="baseline"/></w:rPr>'

    def inline(text: str) -> str:
        lines = plain(text).replace("<w:r>", f"<w:r>{looks}")
        return f'<w:bookmarkStart w:id="0" w:name="_GoBack"/>{lines}<w:bookmarkEnd w:id="0"/>'

    def heading(block: Heading) -> str:
        return par(inline(block.text), properties=f'<w:pStyle w:val="{block.level}"/>')

    made = parts(
        body(FULL.blocks(), inline, lambda table: word_table(table, inline), heading),
        styles=STYLES,
    )
    made["docProps/app.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>WPS Office_11.8.2.12011_F1E327BC</Application>'
        "</Properties>"
    )
    made["docProps/custom.xml"] = "<Properties/>"
    expect(zipped(made), FULL)


def test_strict() -> None:
    made = parts(body(SPARSE.blocks()))
    strict = {W: "http://purl.oclc.org/ooxml/wordprocessingml/main"}
    strict[OFFICE] = "http://purl.oclc.org/ooxml/officeDocument/relationships"

    def translated(xml: str) -> str:
        for old, new in strict.items():
            xml = xml.replace(old, new)
        return xml

    expect(zipped({name: translated(str(xml)) for name, xml in made.items()}), SPARSE)


def test_with_macros() -> None:
    made = parts(body(OF_2019.blocks()))
    macros = "application/vnd.ms-word.document.macroEnabled.main+xml"
    made["[Content_Types].xml"] = content_types(macros)
    made["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    expect(zipped(made), OF_2019)


def test_parts_that_relationships_name_are_missing() -> None:
    made = parts(body(FULL.blocks()))
    made["word/_rels/document.xml.rels"] = relationships(
        ("rId1", "styles", "nowhere.xml"),
        ("rId2", "numbering", "../../outside.xml"),
        ("rId3", "image", "NULL"),
        ("rId4", "footnotes", ""),
    )
    expect(zipped(made), FULL)


# Merged cells.


def merged_the_old_way(table: Table) -> str:
    """A table whose columns are merged by `hMerge`, a cell for each column."""
    rows = []
    for at in range(table.n_rows):
        cells = []
        for cell, begins in rows_of(table, at):
            down = (RESTART if begins else CONTINUE) if cell.rowspan > 1 else ""
            text = par(plain(cell.text)) if begins else "<w:p/>"
            for number in range(cell.colspan):
                value = "restart" if number == 0 else "continue"
                across = f'<w:hMerge w:val="{value}"/>' if cell.colspan > 1 else ""
                inner = "<w:p/>" if number else text
                cells.append(f"<w:tc><w:tcPr>{across}{down}</w:tcPr>{inner}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_columns_merged_by_hmerge() -> None:
    expect(package(body(FULL.blocks(), table=merged_the_old_way)), FULL)


def test_rows_that_begin_late_and_end_early() -> None:
    def table(one: Table) -> str:
        def row(at: int, cells: str) -> str:
            before = '<w:gridBefore w:val="2"/>' if at % 2 else '<w:gridBefore w:val="1"/>'
            after = '<w:gridAfter w:val="1"/>' if at % 3 else ""
            first = "" if at % 2 else f"<w:tc><w:tcPr>{down(at)}</w:tcPr><w:p/></w:tc>"
            return f"<w:tr><w:trPr>{before}{after}</w:trPr>{first}{cells}</w:tr>"

        def down(at: int) -> str:
            return span(1) if at else ""

        return word_table(one, row=row)

    expect(package(body(SPARSE.blocks(), table=table)), SPARSE, placed=False)


def without_merges(table: Table) -> str:
    """Every cell one row high and one column wide; the rest of a merged cell is blank cells."""
    rows = []
    for at in range(table.n_rows):
        cells = []
        for cell, begins in rows_of(table, at):
            text = par(plain(cell.text)) if begins else "<w:p/>"
            cells.append(f"<w:tc>{text}</w:tc>" + "<w:tc><w:p/></w:tc>" * (cell.colspan - 1))
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_a_grid_without_any_merge() -> None:
    expect(package(body(FULL.blocks(), table=without_merges)), FULL)


def repeated(table: Table) -> str:
    """Merged labels as some converters write them: the text again in each cell they cover."""
    rows = []
    for at in range(table.n_rows):
        cells = "".join(
            f"<w:tc>{par(plain(cell.text))}</w:tc>" * cell.colspan for cell, _ in rows_of(table, at)
        )
        rows.append(f"<w:tr>{cells}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_labels_repeated_in_each_cell_they_cover() -> None:
    def table(one: Table) -> str:
        return repeated(one) if one.n_columns > 4 else word_table(one)

    expect(package(body(FULL.blocks(), table=table)), FULL)


# Tables in other things, and other things in tables.


def nested(xml: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/>{xml}<w:p/></w:tc></w:tr></w:tbl>"


def test_each_table_in_a_cell_of_another() -> None:
    expect(package(body(FULL.blocks(), table=lambda table: nested(word_table(table)))), FULL)


def test_the_whole_report_in_a_cell() -> None:
    expect(package(nested(body(SPARSE.blocks()))), SPARSE)


def test_figures_in_tables_of_their_own_cell() -> None:
    def held(cell: Cell) -> str:
        if not cell.text.isdigit():
            return par(plain(cell.text))
        return nested(par(cell.text)) + "<w:p/>"

    def table(one: Table) -> str:
        return word_table(one, cell=held if one.n_columns > 10 else None)

    expect(package(body(FULL.blocks(), table=table)), FULL)


def controlled(xml: str) -> str:
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="填报区"/><w:id w:val="7"/></w:sdtPr>'
        f"<w:sdtContent>{xml}</w:sdtContent></w:sdt>"
    )


def test_content_controls_around_tables_rows_cells_and_texts() -> None:
    def inline(text: str) -> str:
        return controlled(plain(text)) if text else ""

    def held(cell: Cell) -> str:
        return controlled(par(plain(cell.text)))

    def table(one: Table) -> str:
        def row(_: int, cells: str) -> str:
            last = cells.rindex("<w:tc>")
            return controlled(f"<w:tr>{cells[:last]}{controlled(cells[last:])}</w:tr>")

        return controlled(word_table(one, cell=held, row=row))

    expect(package(body(FULL.blocks(), inline, table)), FULL)


def text_box(xml: str) -> str:
    """A text box as Word writes it: once for itself, once for programs that know only VML."""
    content = f"<w:txbxContent>{xml}</w:txbxContent>"
    return par(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_tables_and_title_in_text_boxes() -> None:
    def heading(block: Heading) -> str:
        made = par(plain(block.text))
        return text_box(made) if block.level == 1 else made

    made = body(FULL.blocks(), heading=heading, table=lambda one: text_box(word_table(one)))
    expect(package(made), FULL)


def test_tables_in_a_part_of_html() -> None:
    blocks = FULL.blocks()
    at = blocks.index(Heading(HEADINGS["proactive"], 2))
    end = blocks.index(Heading(HEADINGS["problems"], 2))
    chunk = '<w:altChunk r:id="rId9"/>'
    made = parts(body(blocks[:at]) + chunk + body(blocks[end:]))
    made["word/_rels/document.xml.rels"] = relationships(("rId9", "aFChunk", "chunk.html"))
    made["word/chunk.html"] = web.page(web.content(blocks[at:end])).encode()
    expect(zipped(made), FULL)


# Tracked changes and hidden text.


def deleted(text: str) -> str:
    inner = f"<w:r><w:delText>{escape(text)}</w:delText></w:r>"
    return f'<w:del w:id="1" {WHEN}>{inner}</w:del>'


def inserted(xml: str) -> str:
    return f'<w:ins w:id="2" {WHEN}>{xml}</w:ins>'


def test_figures_and_sentences_corrected_with_changes_tracked() -> None:
    def inline(text: str) -> str:
        if text.isdigit():
            return deleted("9") + inserted(run(text)) + deleted("99")
        half = len(text) // 2
        return plain(text[:half]) + deleted("旧稿") + inserted(plain(text[half:]))

    expect(by_hand(FULL, inline), FULL)


def test_rows_deleted_and_inserted_with_changes_tracked() -> None:
    def table(one: Table) -> str:
        def row(at: int, cells: str) -> str:
            if at < 4:
                return f"<w:tr>{cells}</w:tr>"
            new = f'<w:tr><w:trPr><w:ins w:id="3" {WHEN}/></w:trPr>{cells}</w:tr>'
            if one.n_columns not in {9, 10}:
                return new
            gone = re.sub(r"<w:t ([^>]*)>([^<]*)</w:t>", r"<w:delText>\g<2></w:delText>", cells)
            gone = re.sub(
                r"<w:r>(.*?)</w:r>", rf'<w:del w:id="5" {WHEN}><w:r>\1</w:r></w:del>', gone
            )
            old = f'<w:tr><w:trPr><w:del w:id="4" {WHEN}/></w:trPr>{gone}</w:tr>'
            return new + old if "vMerge" not in cells else new

        return word_table(one, row=row)

    expect(package(body(SPARSE.blocks(), table=table)), SPARSE)


def test_a_section_moved_with_changes_tracked() -> None:
    """六 was drafted before 五, then moved: accepted, it stands only in its new place."""
    told = SPARSE
    text = told.other_matters or ""
    moved = f'<w:moveFrom w:id="6" {WHEN}>{plain(text)}</w:moveFrom>'
    here = f'<w:moveTo w:id="7" {WHEN}>{plain(text)}</w:moveTo>'
    made = body(told.blocks())
    final = par(plain(text))
    assert made.count(final) == 1
    heading = par(plain(HEADINGS["problems"]))
    made = made.replace(final, par(here)).replace(heading, par(moved) + heading)
    expect(package(made), told)


def hidden(text: str) -> str:
    return run(escape(text), HIDDEN) if text else ""


def other_year(told: Told) -> Told:
    """The same report with other figures."""
    return told.but(
        figures={
            path: value + 1000 if isinstance(value, int) else value
            for path, value in told.figures.items()
        }
    )


def test_a_hidden_copy_of_each_table_with_other_figures() -> None:
    others = {table.n_columns: table for table in other_year(FULL).tables().values()}

    def table(one: Table) -> str:
        return word_table(others[one.n_columns], hidden) + "<w:p/>" + word_table(one)

    expect(package(body(FULL.blocks(), table=table)), FULL)


def test_hidden_text_in_cells_and_paragraphs() -> None:
    def inline(text: str) -> str:
        return hidden("隐藏7") + plain(text) + hidden("8")

    expect(by_hand(FULL, inline), FULL)


def test_text_hidden_by_a_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="gone"><w:name w:val="批注"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )

    def inline(text: str) -> str:
        return plain(text) + run("66", '<w:rStyle w:val="gone"/>')

    expect(package(body(FULL.blocks(), inline), styles=styles), FULL)


# Numbers that Word prints and no text holds.


def test_headings_numbered_by_word() -> None:
    expect(numbered_by_word(FULL, rows=False), FULL)


def test_row_labels_numbered_by_word() -> None:
    expect(numbered_by_word(FULL, headings=False), FULL)


# Text within text.


def test_line_breaks_and_soft_hyphens_in_labels() -> None:
    def inline(text: str) -> str:
        if len(text) < 3 or text.isdigit():
            return plain(text)
        half = len(text) // 2
        broken = "<w:r><w:br/></w:r><w:r><w:softHyphen/></w:r>"
        return plain(text[:half]) + broken + plain(text[half:])

    made = body(FULL.blocks(), table=lambda one: word_table(one, inline))
    expect(package(made), FULL)


def test_line_breaks_in_sentences() -> None:
    told = FULL.but(overview="本局制度健全。\n公开有序。")
    blocks = told.blocks()
    at = blocks.index(Paragraph("本局制度健全。"))
    blocks[at : at + 2] = [Paragraph("本局制度健全。\n公开有序。")]
    expect(by_hand(blocks), told)


def test_labels_over_several_paragraphs() -> None:
    def held(cell: Cell) -> str:
        if len(cell.text) < 4 or cell.text.isdigit():
            return par(plain(cell.text))
        return par(plain(cell.text[:3])) + par(plain(cell.text[3:]))

    expect(package(body(FULL.blocks(), table=lambda one: word_table(one, cell=held))), FULL)


def test_a_group_label_written_downwards() -> None:
    def held(cell: Cell) -> str:
        if cell.rowspan > 2 and cell.colspan == 1:
            return "".join(par(letter) for letter in cell.text)
        return par(plain(cell.text))

    expect(package(body(FULL.blocks(), table=lambda one: word_table(one, cell=held))), FULL)


def test_fields_hyperlinks_and_symbols() -> None:
    """A figure computed by a field, a linked label, a wide blank, a symbol in a sentence."""
    told = FULL.but(overview="本局制度健全，公开有序√")

    def inline(text: str) -> str:
        if text.isdigit():
            return (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> = 9 + '
                '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                "<w:r><w:instrText> REF a </w:instrText></w:r>"
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                f'{run("77")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                f'{run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        if text.endswith("√"):
            symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
            return plain(text[:-1]) + symbol
        if len(text) > 6:
            return f'<w:hyperlink w:anchor="a">{plain(text)}</w:hyperlink>'
        return f'<w:fldSimple w:instr=" DOCPROPERTY x ">{plain(text)}</w:fldSimple>'

    data = by_hand(told, inline)
    told = told.but(overview="本局制度健全，公开有序✓")
    expect(data, told)


def test_headers_footers_notes_and_comments_stay_out() -> None:
    told = FULL
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'

    def inline(text: str) -> str:
        return plain(text) + mark

    made = parts(body(told.blocks(), inline))
    row = word_table(other_year(told).tables()["requests"])
    made["word/header1.xml"] = f"<w:hdr {NAMESPACES}>{par('云岭市发展局2022年报')}{row}</w:hdr>"
    made["word/footnotes.xml"] = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:id="2">{par("注：含上年77件")}</w:footnote>'
        "</w:footnotes>"
    )
    made["word/comments.xml"] = (
        f'<w:comments {NAMESPACES}><w:comment w:id="0">{par("此处应为88")}</w:comment></w:comments>'
    )
    made["word/_rels/document.xml.rels"] = relationships(
        ("rId1", "header", "header1.xml"),
        ("rId2", "footnotes", "footnotes.xml"),
        ("rId3", "comments", "comments.xml"),
    )
    expect(zipped(made), told)


# What stands beside the report's tables.


def test_a_contents_list_with_page_numbers() -> None:
    entries = "".join(
        par(
            plain(heading),
            "<w:r><w:tab/></w:r>",
            run(str(page)),
            properties='<w:pStyle w:val="TOC1"/>',
        )
        for page, heading in enumerate(
            [text for part, text in reversed(HEADINGS.items()) if part != "indicators"], 1
        )
    )
    made = body(FULL.blocks())
    first = par(plain(HEADINGS["overview"]))
    expect(package(made.replace(first, par("目录") + entries + first)), FULL)


def test_last_years_tables_after_this_years() -> None:
    old = other_year(FULL)
    made: list[Block] = []
    for block in FULL.blocks():
        made.append(block)
        for part, table in FULL.tables().items():
            if block == table:
                made += [Paragraph("附：2022年度同一表格"), old.tables()[part]]
    told = FULL.but(
        findings=tuple(("GI116", part) for part in ("proactive", "requests", "disputes"))
    )
    expect(by_python_docx(made), told)


def test_a_table_printed_twice_alike() -> None:
    table = FULL.table(Requests)
    blocks = with_table(FULL, "requests", table, Paragraph("（续）"), table)
    expect(by_python_docx(blocks), FULL.but(findings=(("GI113", "requests"),)))


def test_a_table_printed_twice_with_a_figure_that_differs() -> None:
    path = "requests.outcomes.granted.total"
    table = FULL.table(Requests)
    other = FULL.but(figures={**FULL.figures, path: 4321}).table(Requests)
    blocks = with_table(FULL, "requests", table, Paragraph("（复核稿）"), other)
    expect(by_python_docx(blocks), FULL.but(findings=(("GI112", path),)))


def pieces(table: Table, *starts: int) -> list[Table]:
    """A table cut before rows, a cell cut where the cut goes through it."""
    bounds = [0, *starts, table.n_rows]
    made = []
    for top, bottom in pairwise(bounds):
        cells = []
        for cell in table.cells:
            first = max(cell.row, top)
            last = min(cell.row + cell.rowspan, bottom)
            if first < last:
                text = cell.text if first == cell.row else ""
                cells.append(
                    Cell(text, first - top, cell.column, last - first, cell.colspan, cell.header)
                )
        made.append(Table(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))))
    return made


def test_a_table_in_three_pieces() -> None:
    cut = pieces(FULL.table(Requests), 12, 20)
    blocks = with_table(FULL, "requests", cut[0], Paragraph(""), cut[1], Paragraph(""), cut[2])
    expect(by_python_docx(blocks), FULL, placed=False)


def test_a_table_in_pieces_on_pages_that_print_their_number() -> None:
    cut = pieces(SPARSE.table(Requests), 9)
    blocks = with_table(SPARSE, "requests", cut[0], Paragraph("— 3 —"), cut[1])
    expect(by_python_docx(blocks), SPARSE, placed=False)


def test_a_table_for_each_item_of_article_20() -> None:
    whole = FULL.table(Proactive2021)
    starts = [cell.row for cell in whole.cells if cell.text.startswith("第二十条")][1:]
    expect(
        by_python_docx(with_table(FULL, "proactive", *pieces(whole, *starts))), FULL, placed=False
    )


def test_a_table_for_each_item_of_article_20_in_2019() -> None:
    whole = OF_2019.table(Proactive2019)
    starts = [cell.row for cell in whole.cells if cell.text.startswith("第二十条")][1:]
    expect(
        by_python_docx(with_table(OF_2019, "proactive", *pieces(whole, *starts))),
        OF_2019,
        placed=False,
    )


# Cells as they are filled in.


def test_figures_in_every_way_of_writing_them() -> None:
    told = OF_2019.with_figures(
        proactive__licensing__change=6769,
        proactive__other_services__change=-3,
        proactive__penalties__change=0,
        proactive__compulsion__change=0,
        proactive__rules__produced=None,
        proactive__normative_documents__produced=22,
        proactive__procurement__amount=Money("1234.5", "元"),
    )
    told = told.but(
        printed={
            "proactive.licensing.change": "增6769件",
            "proactive.other_services.change": "减少3",
            "proactive.penalties.change": "无增减",
            "proactive.compulsion.change": "持平",
            "proactive.rules.produced": "/",
            "proactive.normative_documents.produced": "22（其中修订16件）",
            "proactive.procurement.amount": "1,234.50元",
            "requests.received.total": str(told.figures["requests.received.total"]) + "件",
            "requests.outcomes.granted.natural_person": "１１",
        },
        notes={"proactive.normative_documents.produced": "其中修订16件"},
    )
    expect(by_python_docx(told), told)


def test_money_without_a_unit() -> None:
    path = "proactive.procurement.amount"
    told = OF_2019.but(
        figures={**OF_2019.figures, path: Money("2896", None)},
        printed={path: "2896"},
        findings=(("GI108", path),),
    )
    expect(by_hand(told), told)


def test_a_metadata_table_before_the_report() -> None:
    rows = [("索引号", "YL012/2024-00031"), ("发布机构", "云岭市水务局")]
    rows += [("发布日期", "2024年1月25日"), ("文号", "云水函〔2024〕3号")]
    cells = [
        Cell(text, at, column) for at, pair in enumerate(rows) for column, text in enumerate(pair)
    ]
    told = FULL.but(
        title="2023年政府信息公开工作年度报告", agency="云岭市水务局", published=date(2024, 1, 25)
    )
    expect(by_python_docx([Table(tuple(cells)), *told.blocks()]), told)


def test_title_on_three_lines_and_date_at_the_end() -> None:
    told = FULL.but(
        title="云岭市水务局2023年度政府信息公开工作年度报告", published=date(2024, 1, 9)
    )
    lines = ["云岭市水务局", "2023年度政府信息公开工作", "年度报告"]
    blocks = [*(Paragraph(line) for line in lines), *told.blocks()[1:]]
    blocks += [Paragraph("云岭市水务局"), Paragraph("2024年1月9日")]
    told = told.but(other_matters=f"{told.other_matters}\n云岭市水务局\n2024年1月9日")
    expect(by_python_docx(blocks), told)


def test_a_section_of_its_own() -> None:
    told = FULL.but(extra=(("七、下属单位公开情况", "下属两家单位均已公开。"),))
    blocks = [*told.blocks(), Heading(told.extra[0][0], 2), Paragraph(told.extra[0][1])]
    expect(by_python_docx(blocks), told)


def test_a_report_without_one_of_its_tables() -> None:
    part = Disputes.layout.part
    told = FULL.but(
        figures={path: v for path, v in FULL.figures.items() if not path.startswith(part)},
        findings=(("GI101", part),),
    )
    expect(by_python_docx(told), told)


def test_last_years_table_beside_this_years() -> None:
    """Two tables side by side in one of the page's layout, each under its year."""
    old = other_year(FULL)

    def table(one: Table) -> str:
        if one.n_columns != 10:
            return word_table(one)
        sides = ((2022, old.table(Requests)), (2023, one))
        cells = (f"<w:tc>{par(f'{year}年')}{word_table(made)}<w:p/></w:tc>" for year, made in sides)
        return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{''.join(cells)}</w:tr></w:tbl>"

    told = FULL.but(findings=(("GI116", "requests"),))
    expect(package(body(FULL.blocks(), table=table)), told)


def test_header_rows_repeated_on_each_page() -> None:
    """A table cut by hand, its header copied to the top of the second piece."""
    whole = FULL.table(Requests)
    top, rest = pieces(whole, 14)
    head = [cell for cell in whole.cells if cell.row < 3]
    below = [attrs.evolve(cell, row=cell.row + 3) for cell in rest.cells]
    again = Table(tuple(sorted([*head, *below], key=lambda cell: (cell.row, cell.column))))
    blocks = with_table(FULL, "requests", top, Paragraph("（续表）"), again)
    expect(by_python_docx(blocks), FULL, placed=False)


def test_blank_rows_between_rows() -> None:
    def table(one: Table) -> str:
        blank = "<w:tc><w:p/></w:tc>" * one.n_columns

        def row(at: int, cells: str) -> str:
            return f"<w:tr>{cells}</w:tr>" + (f"<w:tr>{blank}</w:tr>" if at in {4, 5} else "")

        return word_table(one, row=row) if one.n_columns == 10 else word_table(one)

    expect(package(body(FULL.blocks(), table=table)), FULL, placed=False)


def test_hidden_rows() -> None:
    """Rows whose text is all hidden, with figures of another draft."""
    old = other_year(FULL)

    def table(one: Table) -> str:
        if one.n_columns != 10:
            return word_table(one)
        drafts = re.findall(r"<w:tr>.*?</w:tr>", word_table(old.table(Requests), hidden))

        def row(at: int, cells: str) -> str:
            return f"<w:tr>{cells}</w:tr>" + (drafts[at] if at in {3, 4, 27} else "")

        return word_table(one, row=row)

    expect(package(body(FULL.blocks(), table=table)), FULL, placed=False)


def test_a_list_of_2014_with_its_units_lost_but_for_money() -> None:
    """The column of units is blank; amounts carry their unit in the cell."""
    money = {path: v for path, v in OF_2014.figures.items() if isinstance(v, Money)}
    told = OF_2014.but(printed={path: str(value) for path, value in money.items()})
    whole = told.table(Indicators)
    cells = [
        attrs.evolve(cell, text="") if cell.column == 1 and cell.row else cell
        for cell in whole.cells
    ]
    expect(by_python_docx(with_table(told, "indicators", Table(tuple(cells)))), told)


def test_some_rows_of_the_list_of_2014() -> None:
    """A report of 2020 that keeps three parts of the old list beside the new tables."""
    kept = ("indicators.response.", "indicators.organization.", "indicators.training.")
    some = {path: v for path, v in indicators().items() if path.startswith(kept)}
    told = OF_2019.but(figures={**some, **OF_2019.figures})
    expect(by_python_docx(told), told)


def test_no_headings_at_all() -> None:
    """What a section holds identifies it too."""
    told = FULL.but(
        preamble="\n".join(
            str(text) for text in (FULL.preamble, FULL.overview, FULL.problems, FULL.other_matters)
        ),
        overview=None,
        problems=None,
        other_matters=None,
    )
    blocks = [
        block
        for block in FULL.blocks()
        if not (isinstance(block, Heading) and block.text in HEADINGS.values())
    ]
    expect(by_python_docx(blocks), told)


@pytest.mark.parametrize(
    "overview",
    ["与2022年相比，公开数量增长。", "2022年底已完成整改。\n本年度运行平稳。"],
)
def test_an_earlier_year_in_the_text_over_the_tables(overview: str) -> None:
    told = FULL.but(overview=overview)
    expect(by_python_docx(told), told)


def test_last_years_tables_in_a_section_of_their_own() -> None:
    old = other_year(FULL)
    blocks = [*FULL.blocks(), Paragraph("附件：2022年度数据"), *old.tables().values()]
    told = FULL.but(
        other_matters=f"{FULL.other_matters}\n附件：2022年度数据",
        findings=tuple(("GI116", part) for part in ("proactive", "requests", "disputes")),
    )
    expect(by_python_docx(blocks), told)
