"""Whole reports as Word files: what Word shows of a text, and what it does not."""

from __future__ import annotations

import re
from html import escape

import govinfo
from govinfo.blocks import Cell, Paragraph, Table
from govinfo.template.requests import Requests
from reports.told import (
    FULL,
    HEADINGS,
    SPARSE,
    expect,
    other_year,
)
from reports.word import (
    body,
    by_hand,
    numbered_by_word,
    package,
    plain,
    word_table,
)
from wordml import (
    NAMESPACES,
    par,
    parts,
    relationships,
    run,
    zipped,
)

WHEN = 'w:author="编辑" w:date="2024-01-09T08:00:00Z"'
HIDDEN = "<w:vanish/>"


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


def test_a_hidden_copy_of_each_table_with_other_year() -> None:
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


def test_figures_with_marks_of_notes_and_white_copies_beside_them() -> None:
    ways = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>',
        '<w:r><w:rPr><w:position w:val="8"/><w:sz w:val="12"/></w:rPr><w:t>2</w:t></w:r>',
        '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>7</w:t></w:r>',
        '<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>6</w:t></w:r>',
    )
    at = 0

    def inline(text: str) -> str:
        nonlocal at
        at += 1
        return plain(text) + (ways[at % len(ways)] if text.isdigit() else "")

    report = govinfo.parse(by_hand(FULL, inline))
    got = {path: fact.value for path, fact in report.facts.items()}
    assert got == dict(FULL.figures)


def test_each_rows_figures_in_a_table_of_their_own() -> None:
    """As programs that fill in forms write them: the cell of a row holds a table of a row."""

    def table(one: Table) -> str:
        if one.n_columns != 10:
            return word_table(one)
        return word_table(one, row=lambda at, cells: f"<w:tr>{_boxed(cells, at)}</w:tr>")

    def _boxed(cells: str, at: int) -> str:
        every = re.findall(r"<w:tc>.*?</w:tc>", cells)
        if at < 3:
            return cells
        inner = f"<w:tbl><w:tblPr/><w:tr>{''.join(every[-7:])}</w:tr></w:tbl><w:p/>"
        box = f'<w:tc><w:tcPr><w:gridSpan w:val="7"/></w:tcPr>{inner}</w:tc>'
        return "".join(every[:-7]) + box

    expect(package(body(FULL.blocks(), table=table)), FULL)
