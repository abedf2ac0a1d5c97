"""A report as a workbook that is the form itself: the tables as printed, with cells to type in.

A sheet a table, and the text on sheets of its own. In a blank form the totals are formulas; in a
filled one they stand as the report prints them. In both a cell turns red where a sum fails.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any, Literal

from attrs import frozen

from govinfo.blocks import Block, Cell, Document, Heading, Table
from govinfo.errors import MissingDependency
from govinfo.export.cells import cell as printable
from govinfo.grammar.compile import Grammar, compile_class
from govinfo.grammar.equations import Equation, Term, equations
from govinfo.grammar.facts import table_of
from govinfo.grammar.values import Kind
from govinfo.installed import extra
from govinfo.money import Money
from govinfo.render.grid import grid, rows_of, shares
from govinfo.render.page import document_of
from govinfo.template.report import Report

_ROWWISE = ("column-total", "only-row-total")
_TOTALS = (*_ROWWISE, "row-total")
"""Identities of which one side is a single cell, that a formula can fill."""
_WIDTH = 120.0
"""Digits that the columns of a sheet hold together."""
_TEXT_WIDTH = 72.0
_LINE, _ROOM = 15.0, 120.0
"""Heights in points: of a line, and of a cell that a text is to be typed into."""
_ENTRY, _LABEL, _FAILS, _FAILED = "FFFBE6", "F2F2F2", "FFC7CE", "9C0006"
"""Colours of cells to type in, of labels, and of cells of which a sum fails, and their letters."""
_HINT = "填 0 或正整数，没有的事项填 0。合计自动计算；单元格变红表示勾稽关系不成立。"
_Asked = Literal["whole", "decimal"]
_ASKED: Mapping[Kind, tuple[_Asked, str, str]] = {
    Kind.COUNT: ("whole", "0", "此处应为 0 或正整数。"),
    Kind.CHANGE: ("whole", "-1000000000", "此处应为整数，减少填负数。"),
    Kind.MONEY: ("decimal", "0", "此处应为金额数字，单位见表头。"),
}
"""What a cell of each kind takes: type, least value, and what is said of other input."""
_SIGNED = "+0;-0;0"

_UNCOMPUTED = re.compile(
    rb"(<c r=\"[A-Z]+[0-9]+\"(?: s=\"[0-9]+\")?)(><f>[^<]*</f>)(?:<v ?/>|<v></v>)"
)
"""A formula's cell as openpyxl writes it."""

Places = Mapping[str, str]
"""The cell of each figure by its path, such as `C5`."""


def to_workbook(report: Report) -> bytes:
    """The report as a workbook in the form of its edition.

    Raises:
        MissingDependency: openpyxl is not installed.
        ValueError: A figure cannot be printed so that it reads as itself.
    """
    try:
        import openpyxl  # noqa: PLC0415 - only for this format
    except ImportError as error:
        raise MissingDependency(f"workbooks need openpyxl: {extra('spreadsheet')}") from error
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    tables = iter(report.tables)
    texts = 0
    for has_table, blocks in _sheets(document_of(report)):
        if has_table:
            grammar = compile_class(type(next(tables)))
            _Form(report, grammar, workbook.create_sheet(_name(grammar))).write(blocks)
        else:
            texts += 1
            _write_text(workbook.create_sheet(f"文字{texts}"), blocks)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return _computed(buffer.getvalue())


def _computed(data: bytes) -> bytes:
    """The workbook with what its formulas come to in a blank form: the empty text.

    openpyxl writes none, and a formula that nobody has computed is not one that says nothing.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                text = _UNCOMPUTED.sub(rb'\1 t="str"\2<v></v>', text)
            new.writestr(part, text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _sheets(document: Document) -> Iterator[tuple[bool, list[Block]]]:
    """The document's sections by sheets: one with a table alone, others with their neighbours."""
    sections: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level > 1:
            sections.append([])
        sections[-1].append(block)

    def has_table(section: Sequence[Block]) -> bool:
        return any(isinstance(block, Table) for block in section)

    for tabled, some in groupby(sections, key=has_table):
        for blocks in some if tabled else [[block for one in some for block in one]]:
            yield tabled, blocks


def _name(grammar: Grammar) -> str:
    return table_of(grammar).partition("（")[0][:31]


@frozen(slots=True)
class _Form:
    """One table's sheet."""

    report: Report
    grammar: Grammar
    sheet: Any

    def write(self, blocks: Sequence[Block]) -> None:
        """Lay the blocks of a section out, one under the other."""
        (table,) = (block for block in blocks if isinstance(block, Table))
        widths = [_WIDTH * share for share in shares(table)]
        for number, width in enumerate(widths, 1):
            self.sheet.column_dimensions[_letter(number)].width = width
        at = 1
        for block in blocks:
            if isinstance(block, Table):
                self._table(block, at, widths)
                at += block.n_rows
            else:
                _line(self.sheet, block, at, table.n_columns, _WIDTH)
                at += 1
        _print_setup(self.sheet)

    def _table(self, table: Table, top: int, widths: Sequence[float]) -> None:
        paths = self._paths()
        places: dict[str, str] = {}
        for one in table.cells:
            path = paths.get((one.row, one.column))
            place = f"{_letter(one.column + 1)}{one.row + top}"
            if path is not None:
                places[path] = place
            written = self.sheet[place]
            written.value = printable(one.text) or None if path is None else self._value(path, one)
            if written.data_type == "f":
                written.data_type = "s"  # What a report prints is text, also after a =.
            _dress(self.sheet, one, top, entry=path is not None)
        for at in range(table.n_rows):
            self.sheet.row_dimensions[at + top].height = _height(table, at, widths)
        self._ask(places)
        self._compute(places)

    def _paths(self) -> dict[tuple[int, int], str]:
        """The path of the figure at each place of the table."""
        present = [path for path in self.report.facts if path.startswith(self._prefix)]
        known = set(present)
        made = grid(self.grammar, rows_of(self.grammar, present), self.grammar.path)
        return {(one.row, one.column): one.text for one in made.cells if one.text in known}

    @property
    def _prefix(self) -> str:
        return f"{self.grammar.layout.part}."

    def _value(self, path: str, one: Cell) -> int | Decimal | str | None:
        """What a figure's cell holds: a number where it prints nothing else."""
        value = self.report.facts[path].value
        if isinstance(value, Money) and one.text == f"{value.amount:f}":
            return value.amount
        if isinstance(value, int) and one.text in {f"{value}", f"{value:+d}"}:
            return value
        return printable(one.text) or None

    def _ask(self, places: Places) -> None:
        """Say what each cell takes, when something else is typed into it."""
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

        for kind, (type_, least, error) in _ASKED.items():
            asked = DataValidation(
                type_, formula1=least, operator="greaterThanOrEqual", allow_blank=True
            )
            asked.errorStyle, asked.errorTitle, asked.error = "warning", "请核对", error
            asked.promptTitle, asked.prompt = "填写说明", _HINT
            asked.showErrorMessage = asked.showInputMessage = True
            for _, column, path in self.grammar.cells():
                # An amount without a unit over it is typed with its own, as a text.
                unit = kind is not Kind.MONEY or column.unit
                if column.kind is kind and unit and path in places:
                    asked.add(places[path])
                    if kind is Kind.CHANGE:
                        self.sheet[places[path]].number_format = _SIGNED
            if asked.sqref:
                self.sheet.add_data_validation(asked)

    def _compute(self, places: Places) -> None:
        """Totals as formulas where the form is blank; red where a sum fails."""
        blank = all(fact.value is None for fact in self.report.facts.values())
        filled: set[str] = set()
        # The sums of rows first: where a row and a column end in one cell, its row fills it.
        by_row = sorted(equations(self.grammar), key=lambda one: one.kind not in _ROWWISE)
        for equation in by_row:
            left, right = _held(equation.left, places), _held(equation.right, places)
            if not left or not right:
                continue
            if blank and equation.kind in _TOTALS and right[0].path not in filled:
                filled.add(right[0].path)
                total = self.sheet[places[right[0].path]]
                total.value = f'=IF(COUNT({_cells(left, places)})=0,"",{_sum(left, places)})'
                total.protection = _locked()
                total.fill = _filled(_LABEL)
            self._colour(equation, left, right, places)

    def _colour(
        self, equation: Equation, left: Sequence[Term], right: Sequence[Term], places: Places
    ) -> None:
        from openpyxl.formatting.rule import Rule  # noqa: PLC0415
        from openpyxl.styles import Font, PatternFill  # noqa: PLC0415
        from openpyxl.styles.differential import DifferentialStyle  # noqa: PLC0415

        terms = [*left, *right]
        needed = [term for term in terms if not _doubled(term, places)]
        unequal = ">" if equation.relation == "<=" else "<>"
        known = f"COUNT({_cells(needed, places)})={len(needed)}"
        fails = f"AND({known},{_sum(left, places)}{unequal}{_sum(right, places)})"
        look = Rule(
            "expression",
            formula=[fails],
            dxf=DifferentialStyle(fill=PatternFill(bgColor=_FAILS), font=Font(color=_FAILED)),
        )
        for term in right if equation.kind in _TOTALS else terms:
            self.sheet.conditional_formatting.add(places[term.path], look)


def _held(terms: Sequence[Term], places: Places) -> list[Term]:
    """The terms that the form prints."""
    return [term for term in terms if term.path in places]


def _doubled(term: Term, places: Places) -> bool:
    """Whether the form prints a group's row and the rows that it stands for."""
    return any(path in places for path in term.stands_for)


def _sum(terms: Sequence[Term], places: Places) -> str:
    """The sum of cells; a group's own row counts where the rows of the group are blank."""
    plain = [term for term in terms if not _doubled(term, places)]
    parts = [f"SUM({_cells(plain, places)})"] if plain else []
    for term in terms:
        if term not in plain:
            rows = ",".join(places[path] for path in term.stands_for if path in places)
            parts.append(f"IF(COUNT({rows})=0,N({places[term.path]}),0)")
    return "+".join(parts)


def _cells(terms: Sequence[Term], places: Places) -> str:
    return ",".join(places[term.path] for term in terms)


def _write_text(sheet: Any, blocks: Sequence[Block]) -> None:
    """A sheet of headings and text; where a heading has none, a cell to type it into."""
    sheet.column_dimensions["A"].width = _TEXT_WIDTH
    at = 1
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        _line(sheet, block, at, 1, _TEXT_WIDTH)
        at += 1
        section = isinstance(block, Heading) and block.level > 1
        if section and (following is None or isinstance(following, Heading)):
            _open(sheet.cell(at, 1))
            sheet.row_dimensions[at].height = _ROOM
            at += 1
    _print_setup(sheet)


def _line(sheet: Any, block: Block, at: int, columns: int, width: float) -> None:
    """A heading or a paragraph over all columns."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - only for this format

    written = sheet.cell(at, 1, printable(getattr(block, "text", "")))
    written.data_type = "s"
    if columns > 1:
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=columns)
    title = isinstance(block, Heading) and block.level == 1
    if not isinstance(block, Heading) or title:
        _open(written)
    written.font = Font("宋体", 14 if title else 11, bold=isinstance(block, Heading))
    written.alignment = Alignment("center" if title else "left", "center", wrap_text=True)
    lines = math.ceil(2 * len(str(written.value)) / width)
    sheet.row_dimensions[at].height = max(2, lines + 1) * _LINE


def _dress(sheet: Any, one: Cell, top: int, *, entry: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415

    first_row, first_column = one.row + top, one.column + 1
    last_row, last_column = first_row + one.rowspan - 1, first_column + one.colspan - 1
    if (first_row, first_column) != (last_row, last_column):
        sheet.merge_cells(
            start_row=first_row,
            end_row=last_row,
            start_column=first_column,
            end_column=last_column,
        )
    side = Side("thin", "808080")
    for row in range(first_row, last_row + 1):
        for column in range(first_column, last_column + 1):
            sheet.cell(row, column).border = Border(side, side, side, side)
    written = sheet.cell(first_row, first_column)
    written.font = Font("宋体", 10)
    written.alignment = Alignment("center", "center", wrap_text=True)
    written.fill = _filled(_ENTRY if entry else _LABEL)
    if entry:
        written.protection = _locked(locked=False)


def _open(written: Any) -> None:
    """Make a cell one that a text is typed into."""
    from openpyxl.styles import Alignment  # noqa: PLC0415 - only for this format

    written.fill = _filled(_ENTRY)
    written.alignment = Alignment("left", "top", wrap_text=True)
    written.protection = _locked(locked=False)


def _filled(colour: str) -> Any:
    from openpyxl.styles import PatternFill  # noqa: PLC0415 - only for this format

    return PatternFill("solid", colour)


def _locked(*, locked: bool = True) -> Any:
    from openpyxl.styles import Protection  # noqa: PLC0415 - only for this format

    return Protection(locked=locked)


def _height(table: Table, at: int, widths: Sequence[float]) -> float:
    """The height of a row, by the longest of its labels: a letter is two digits wide."""
    lines = [1]
    for one in table.cells:
        if one.row == at and one.rowspan == 1:
            width = sum(widths[one.column : one.column + one.colspan])
            lines.append(math.ceil(2 * len(one.text) / max(1.0, width - 2)))
    return max(lines) * _LINE + 4


def _print_setup(sheet: Any) -> None:
    """One page wide; without a password, so that who must can change it all."""
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    sheet.protection.enable()
    sheet.protection.formatRows = sheet.protection.formatColumns = False


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - only for this format

    letter: str = get_column_letter(number)
    return letter
