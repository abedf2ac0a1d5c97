"""Writes reports as Word files: by python-docx, and by hand."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

import docx

from govinfo.blocks import Block, Cell, Heading, Paragraph, Table
from reports.told import Told
from wordml import CONTINUE, RESTART, level, numbered, one_list, par, parts, run, span, zipped

Inline = Callable[[str], str]
"""The runs of a text."""


def by_python_docx(told: Told | Sequence[Block], style: str = "Table Grid") -> bytes:
    """The report as python-docx writes it, cells merged by its own `merge`."""
    opened = docx.Document()
    for block in told.blocks() if isinstance(told, Told) else told:
        match block:
            case Heading():
                opened.add_heading(block.text, block.level)
            case Paragraph():
                opened.add_paragraph(block.text)
            case Table():
                made = opened.add_table(block.n_rows, block.n_columns, style)
                rows = [list(row.cells) for row in made.rows]
                for cell in block.cells:
                    first = rows[cell.row][cell.column]
                    last = rows[cell.row + cell.rowspan - 1][cell.column + cell.colspan - 1]
                    merged = first.merge(last) if last is not first else first
                    merged.text = cell.text
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def plain(text: str) -> str:
    """A text in one run, its newlines as line breaks."""
    return "".join(
        ("<w:r><w:br/></w:r>" if at else "") + (run(escape(line)) if line else "")
        for at, line in enumerate(text.split("\n"))
    )


def verbose(text: str) -> str:
    """A text as Word writes it after some editing: a run a character, each with its looks."""
    looks = (
        '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体" w:cs="宋体" '
        'w:hint="eastAsia"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="24"/>'
        '<w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    )
    runs = "".join(
        f'<w:r w:rsidRPr="00A77B3E"><w:rPr>{looks}</w:rPr><w:t>{escape(letter)}</w:t></w:r>'
        for letter in text
        if letter != "\n"
    )
    return f'<w:proofErr w:type="gramStart"/>{runs}<w:proofErr w:type="gramEnd"/>'


def body(
    blocks: Sequence[Block],
    inline: Inline = plain,
    table: Callable[[Table], str] | None = None,
    heading: Callable[[Heading], str] | None = None,
) -> str:
    """The body of a Word file written by hand."""
    made = []
    for block in blocks:
        match block:
            case Heading():
                made.append(heading(block) if heading else par(inline(block.text)))
            case Paragraph():
                made.append(par(inline(block.text)))
            case Table():
                made.append(table(block) if table else word_table(block, inline))
    return "".join(made)


def word_table(
    table: Table,
    inline: Inline = plain,
    cell: Callable[[Cell], str] | None = None,
    row: Callable[[int, str], str] | None = None,
) -> str:
    """A table with `gridSpan` and `vMerge`.

    Args:
        table: The table.
        inline: How texts become runs.
        cell: What a cell holds, in place of one paragraph.
        row: The whole row, from its number and its cells.
    """
    held = cell or (lambda one: par(inline(one.text)))
    made_rows = (_row(table, at, held) for at in range(table.n_rows))
    whole = row or (lambda _, cells: f"<w:tr>{cells}</w:tr>")
    rows = "".join(whole(at, cells) for at, cells in enumerate(made_rows))
    columns = '<w:gridCol w:w="900"/>' * table.n_columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def rows_of(table: Table, at: int) -> list[tuple[Cell, bool]]:
    """The cells that a row shows, and whether each begins there."""
    shown = [(cell, cell.row == at) for cell in table.cells if _covers(cell, at)]
    return sorted(shown, key=lambda pair: pair[0].column)


def _covers(cell: Cell, at: int) -> bool:
    return cell.row <= at < cell.row + cell.rowspan


def _row(table: Table, at: int, held: Callable[[Cell], str]) -> str:
    cells = []
    for cell, begins in rows_of(table, at):
        merge = (RESTART if begins else CONTINUE) if cell.rowspan > 1 else ""
        width = span(cell.colspan) if cell.colspan > 1 else ""
        inner = held(cell) if begins else "<w:p/>"
        cells.append(f"<w:tc><w:tcPr>{width}{merge}</w:tcPr>{inner}</w:tc>")
    return "".join(cells)


def by_hand(told: Told | Sequence[Block], inline: Inline = plain) -> bytes:
    """The report as a small Word file."""
    blocks = told.blocks() if isinstance(told, Told) else told
    return package(body(blocks, inline))


def package(body_xml: str, **more: str) -> bytes:
    return zipped(parts(body_xml, **more))


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in (1, 2, 3)
)
_LEVELS = (
    level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>'),
    level(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>'),
    level(2, "decimal", "%3."),
)
OF_HEADINGS, OF_ROWS = 1, 2
LISTS = one_list(*_LEVELS, num=OF_HEADINGS) + one_list(*_LEVELS, num=OF_ROWS).replace(
    '"0"><w:lvl w:ilvl="0"', '"1"><w:lvl w:ilvl="0"'
).replace('<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="1"/>')
"""A list for the headings, and one for the rows of a table."""
ORDINALS = (
    (0, re.compile(r"^[一二三四五六]、")),
    (1, re.compile(r"^（[一二三四五六七]）")),
    (2, re.compile(r"^\d\.")),
)


def automatic(text: str, of: int) -> tuple[str, str]:
    """A label's text without its ordinal, and the properties of the list that prints it."""
    for depth, ordinal in ORDINALS:
        if ordinal.match(text):
            return ordinal.sub("", text), numbered(depth, of)
    return text, ""


def numbered_by_word(told: Told, *, headings: bool = True, rows: bool = True) -> bytes:
    """The report with ordinals that Word prints and no text holds."""

    def heading(block: Heading) -> str:
        text, numbering = automatic(block.text, OF_HEADINGS) if headings else (block.text, "")
        return par(plain(text), properties=f'<w:pStyle w:val="{block.level}"/>{numbering}')

    def held(cell: Cell) -> str:
        text, numbering = automatic(cell.text, OF_ROWS)
        return par(plain(text), properties=numbering)

    def table(one: Table) -> str:
        return word_table(one, cell=held if rows and one.n_columns in {9, 10} else None)

    made = body(told.blocks(), table=table, heading=heading)
    return package(made, styles=STYLES, numbering=LISTS)
