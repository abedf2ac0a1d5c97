"""Whole reports as Word files: who writes them, and what their tables are made of."""

from __future__ import annotations

import pytest

from govinfo.blocks import Cell, Heading, Table
from reports import web
from reports.told import (
    EDITIONS,
    FULL,
    HEADINGS,
    OF_2019,
    SPARSE,
    expect,
    indicators,
)
from reports.word import (
    STYLES,
    body,
    by_hand,
    by_python_docx,
    package,
    plain,
    rows_of,
    verbose,
    word_table,
)
from wordml import (
    CONTINUE,
    OFFICE,
    RESTART,
    W,
    content_types,
    par,
    parts,
    relationships,
    span,
    zipped,
)

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
