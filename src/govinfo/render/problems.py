"""Findings as a list to send (问题清单): a table to be worked off, as a Word file or a workbook."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from attrs import frozen

from govinfo.diagnostics import RULES, Diagnostic, Language, Words
from govinfo.export.cells import cell
from govinfo.export.sheet import workbook_of
from govinfo.render.findings import SEVERITIES, ordered, section
from govinfo.render.place import place
from govinfo.render.word import describe

TITLE = Words("List of problems", "问题清单")
_COLUMNS = (
    Words("No.", "序号"),
    Words("Report", "报告"),
    Words("Part", "部分"),
    Words("Severity", "级别"),
    Words("Problem", "问题"),
    Words("Place", "位置"),
    Words("What to do", "处理建议"),
    Words("Code", "代码"),
    Words("Outcome", "核实情况"),
)
"""What each column is headed by; the last is left to whom the list is sent."""
_ELSEWHERE = Words("Text and form", "文字与格式")
_UNREAD = Words("could not be read", "未能读取")
_NONE = Words("No problems were found.", "未发现问题。")
_WIDTHS = (12, 36, 20, 16, 64, 30, 44, 17, 28)
"""Of the columns in Word, in millimetres: those of A4 on its side."""
_SHEET_WIDTHS = (6, 30, 14, 8, 70, 24, 50, 9, 24)
"""Of the columns in a workbook, in digits."""


@frozen(slots=True)
class Listed:
    """A report whose findings are listed.

    Attributes:
        name: What the file is called.
        title: The report's title; `""` where it has none.
        findings: What was found in it.
    """

    name: str
    title: str
    findings: Sequence[Diagnostic]


def to_word(reports: Sequence[Listed], unread: Mapping[str, str], language: Language) -> bytes:
    """The list as a Word file, A4 on its side.

    Args:
        reports: The reports.
        unread: Why each file that could not be read could not be.
        language: Language of the list.
    """
    import docx  # noqa: PLC0415 - only for this format
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    word = docx.Document()
    page = word.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
    describe(word, TITLE.text(language), "zh-CN" if language == "zh" else "en")
    _set_font(word.styles["Normal"], size=10)
    _set_font(word.styles["Title"], size=18)
    word.add_paragraph(TITLE.text(language), style="Title")
    rows = list(_rows(reports, unread, language))
    if not rows:
        word.add_paragraph(_NONE.text(language))
        return _saved(word)
    table = word.add_table(rows=0, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    head: list[str | int] = [name.text(language) for name in _COLUMNS]
    for number, values in enumerate([head, *rows]):
        for written, value in zip(table.add_row().cells, values, strict=True):
            written.text = str(cell(value))
            for run in written.paragraphs[0].runs if not number else ():
                run.bold = True
    _repeat(table.rows[0])
    return _saved(word)


def to_sheet(reports: Sequence[Listed], unread: Mapping[str, str], language: Language) -> bytes:
    """The list as a workbook of one sheet; arguments as those of `to_word`.

    Raises:
        MissingDependency: openpyxl is not installed.
    """
    names = [name.text(language) for name in _COLUMNS]
    rows = (dict(zip(names, row, strict=True)) for row in _rows(reports, unread, language))
    return workbook_of(names, rows, title=TITLE.text(language), widths=_SHEET_WIDTHS)


def _rows(
    reports: Sequence[Listed], unread: Mapping[str, str], language: Language
) -> Iterator[list[str | int]]:
    """What could not be read first, then the findings of each report, the gravest first."""
    number = count(1)
    for name, error in unread.items():
        yield [next(number), name, "", _UNREAD.text(language), error, "", "", "", ""]
    for report in reports:
        about = f"{report.title}（{report.name}）" if report.title else report.name
        for finding in ordered(report.findings):
            rule = RULES.get(finding.code)
            yield [
                next(number),
                about,
                section(finding)[1] or _ELSEWHERE.text(language),
                SEVERITIES[language][finding.severity],
                finding.text(language),
                place(finding.anchor, language, finding.path),
                rule.todo.text(language) if rule is not None else "",
                finding.code,
                "",
            ]


def _set_font(style: Any, size: int) -> None:
    """A style in the type of documents in Chinese."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - only for this format
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    style.font.name, style.font.size = "Times New Roman", Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")


def _repeat(row: Any) -> None:
    """Print a row at the top of each page."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - only for this format

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no word for it


def _saved(word: Any) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()
