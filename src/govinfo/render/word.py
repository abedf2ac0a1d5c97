"""A document as a Word file, in the looks of official documents (GB/T 9704).

A4 with the margins of official documents; the title in 小标宋 二号, headings in 黑体, headings
within a section in 楷体, text in 仿宋, all 三号, 22 lines a page; tables in 宋体; page numbers at
the outer edge.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from attrs import frozen

from govinfo.blocks import Block, Cell, Document, Figure, Heading, Paragraph, Table
from govinfo.render.grid import header_height, shares
from govinfo.render.page import lines_of
from govinfo.render.text import covering, stub_width

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS_A_MM = 1440 / 25.4
_WIDTH, _HEIGHT = 210, 297
_TOP, _BOTTOM, _LEFT, _RIGHT = 37, 35, 28, 26
"""Margins in millimetres."""
_BODY_WIDTH = round((_WIDTH - _LEFT - _RIGHT) * _TWIPS_A_MM)
_LATIN = "Times New Roman"
_ROW_HEIGHT = 340
"""Least height of a table's row, in twips."""
_KEPT_TOGETHER = 20
"""Rows up to which a table is not broken over pages."""
_LINE = 260
"""Height of a line in a table, in twips."""
_INDENT = 57
"""Between a border and a label, in twips."""
_SUBHEADING = re.compile(r"^（[一二三四五六七八九十]{1,3}）[^。；]{1,40}$")


@frozen(slots=True)
class _Looks:
    """A paragraph style: font, size in half-points, and how lines are set."""

    name: str
    font: str
    size: int
    setting: str
    outline: int | None = None

    def xml(self) -> str:
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        keep = "" if self.outline is None else "<w:keepNext/>"
        return f"<w:pPr {_NAMESPACE}>{keep}{self.setting}{outline}</w:pPr>"


_EXACT = 'w:after="0" w:line="579" w:lineRule="exact"/>'
_FIRST_LINE = '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'
_INDENTED = f'<w:spacing w:before="0" {_EXACT}{_FIRST_LINE}'
_TITLE = _Looks(
    "Title",
    "方正小标宋简体",
    44,
    '<w:spacing w:before="0" w:after="480" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>',
)
_SECTION = _Looks("Heading 1", "黑体", 32, f'<w:spacing w:before="156" {_EXACT}{_FIRST_LINE}', 0)
_SUBSECTION = _Looks("Heading 2", "楷体_GB2312", 32, _INDENTED, 1)
_TEXT = _Looks("Normal", "仿宋_GB2312", 32, _INDENTED)
_STYLES = (_TEXT, _TITLE, _SECTION, _SUBSECTION)


def to_docx(document: Document) -> bytes:
    """The document as a Word file."""
    import docx  # noqa: PLC0415 - only for this format

    word = docx.Document()
    _set_page(word)
    _set_styles(word)
    headings = (block.text for block in document.blocks if isinstance(block, Heading))
    describe(word, next(headings, ""), "zh-CN")
    for block, following in pairwise([*document.blocks, None]):
        if block is not None:
            _append(word, block)
        if isinstance(block, Heading) and block.level > 1 and not _has_body(following):
            word.add_paragraph()
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _has_body(block: Block | None) -> bool:
    return block is not None and not isinstance(block, Heading)


def _append(word: WordDocument, block: Block) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415 - only for this format

    match block:
        case Heading():
            style = _TITLE if block.level == 1 else _SECTION
            word.add_paragraph("\n".join(lines_of(block)), style=style.name)
        case Paragraph() | Figure():
            style = _SUBSECTION if _SUBHEADING.match(block.text) else _TEXT
            word.add_paragraph(block.text, style=style.name)
        case Table():
            word.element.body.insert_element_before(parse_xml(_table(block)), "w:sectPr")


def _set_page(word: WordDocument) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415 - only for this format
    from docx.shared import Mm  # noqa: PLC0415

    section = word.sections[0]
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.footer_distance = Mm(_BOTTOM - 7)
    word.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]._p  # noqa: SLF001 - python-docx has no fields
        paragraph.getparent().replace(paragraph, parse_xml(_page_number(side)))


def _page_number(side: str) -> str:
    looks = _run_properties("宋体", 28, latin="宋体")
    field = "".join(
        f"<w:r>{looks}{inner}</w:r>"
        for inner in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    margin = f'<w:ind w:{side}Chars="100" w:{side}="280" w:firstLineChars="0" w:firstLine="0"/>'
    spacing = '<w:spacing w:line="240" w:lineRule="auto"/>'
    return f'<w:p {_NAMESPACE}><w:pPr>{spacing}{margin}<w:jc w:val="{side}"/></w:pPr>{field}</w:p>'


def _run_properties(font: str, size: int, latin: str = _LATIN) -> str:
    return (
        f'<w:rPr><w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{font}" '
        f'w:cs="{latin}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr>'
    )


_IN_TABLE = _run_properties("宋体", 20)


def _set_styles(word: WordDocument) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415 - only for this format

    for looks in _STYLES:
        element = word.styles[looks.name].element
        for old in element.xpath("./w:pPr | ./w:rPr"):
            element.remove(old)
        element.append(parse_xml(looks.xml()))
        properties = _run_properties(looks.font, looks.size)
        element.append(parse_xml(properties.replace("<w:rPr>", f"<w:rPr {_NAMESPACE}>", 1)))


def describe(word: WordDocument, title: str, language: str) -> None:
    """Say of a file what it is, and not who made the empty file that it grew from, and when."""
    properties = word.core_properties
    for said in list(properties._element):  # noqa: SLF001 - python-docx has no word for it
        properties._element.remove(said)  # noqa: SLF001
    properties.title, properties.language = title, language


def _table(table: Table) -> str:
    twips = [round(share * _BODY_WIDTH) for share in shares(table)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="28" w:type="dxa"/>' for side in ("left", "right"))
    rows = "".join(_rows(table, twips))
    return (
        f'<w:tbl {_NAMESPACE}><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _rows(table: Table, twips: list[int]) -> Iterator[str]:
    head, labels = header_height(table), stub_width(table)
    for at, row in enumerate(covering(table)):
        labels_only = all(cell.header for cell, _ in row)
        # A small table stays on one page, and a long one's header with its first row.
        kept = at < head or (table.n_rows <= _KEPT_TOGETHER and at < table.n_rows - 1)
        cells = "".join(
            _cell(
                cell,
                sum(twips[cell.column : cell.column + cell.colspan]),
                begins=begins,
                kept=kept,
                left=cell.column < labels and (not labels_only or cell.colspan == table.n_columns),
            )
            for cell, begins in row
        )
        header = "<w:tblHeader/>" if at < head else ""
        height = f'<w:trHeight w:val="{_ROW_HEIGHT}" w:hRule="atLeast"/>'
        yield f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, width: int, *, begins: bool, kept: bool, left: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    down = '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    run = f"<w:r>{_IN_TABLE}<w:t>{escape(cell.text)}</w:t></w:r>" if begins and cell.text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}'
        f'{down if cell.rowspan > 1 else ""}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
        f'{"<w:keepNext/>" if kept else ""}<w:spacing w:line="{_LINE}" w:lineRule="exact"/>'
        f'<w:ind w:left="{_INDENT if left else 0}" w:firstLineChars="0" w:firstLine="0"/>'
        f'<w:jc w:val="{"left" if left else "center"}"/></w:pPr>{run}</w:p></w:tc>'
    )
