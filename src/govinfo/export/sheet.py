"""A report as a spreadsheet in long form, to be filled in by hand and read again.

One row a figure: `path`, `label`, `value`, `unit`, `note`. The title, the narratives and the rest
of what a report says stand in rows of their own, under their names. `path` and `value` are
enough; other columns, and rows without a value, are passed over. What `govinfo facts` prints as
csv is such a sheet.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from govinfo.errors import MissingDependency
from govinfo.export.cells import cell, csv_cell, unquoted
from govinfo.export.columns import SOURCE, source_row
from govinfo.grammar.compile import ColumnSpec, compile_class
from govinfo.grammar.values import Kind, read
from govinfo.installed import extra
from govinfo.money import Money
from govinfo.template.dates import date_of
from govinfo.template.editions import Edition, tables
from govinfo.template.narrative import TEXTS, Narrative
from govinfo.template.report import Report

COLUMNS = ("path", "label", "value", "unit", "note")
"""The columns of a sheet."""
ABOUT = ("edition", "title", "agency", "year", "published")
"""What a report says of itself."""
NUMBER = "row of the sheet"
"""Under this name a row has its number, where one is known."""
_EXTRA = "extra"
_YEAR = re.compile(r"((?:19|20)\d\d) ?年?度?")
_LABEL_WIDTH = 60

SheetRow = Mapping[str, Any]


def to_csv(report: Report) -> bytes:
    """The report as comma-separated values in UTF-8, with the mark that spreadsheets want."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: csv_cell(row[name]) for name in row} for row in rows_of(report))
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(report: Report) -> bytes:
    """The report as a workbook of one sheet.

    Raises:
        MissingDependency: openpyxl is not installed.
    """
    return workbook_of(COLUMNS, rows_of(report))


def workbook_of(
    columns: Sequence[str],
    rows: Iterable[SheetRow],
    *,
    title: str = "Sheet",
    widths: Sequence[float] = (_LABEL_WIDTH, _LABEL_WIDTH),
) -> bytes:
    """A workbook of one sheet: a row of names, and rows.

    Args:
        columns: The names.
        rows: The rows by name.
        title: What the sheet is called.
        widths: Of the first columns, in digits; their texts are broken into lines.

    Raises:
        MissingDependency: openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = title
    sheet.append(list(columns))
    for row in rows:
        sheet.append([cell(row.get(name)) for name in columns])
    for written in (one for row in sheet.iter_rows() for one in row if one.data_type == "f"):
        written.data_type = "s"  # What a document prints is text, also where it begins with =.
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for held, width in zip(sheet.iter_cols(), widths, strict=False):
        sheet.column_dimensions[held[0].column_letter].width = width
        for one in held:
            one.alignment = openpyxl.styles.Alignment(vertical="top", wrap_text=True)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def table_of(data: bytes) -> Iterator[list[str]]:
    """The rows of comma-separated values; none where the bytes are no such text."""
    try:
        yield from csv.reader(io.StringIO(_decoded(data), ""))
    except csv.Error:
        return


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")  # as spreadsheets in China save it


def rows_of(report: Report) -> Iterator[dict[str, Any]]:
    """The rows of a sheet: what the report says of itself, its narratives, its figures."""
    for name in ABOUT:
        value = getattr(report, name)
        yield {"path": name, "value": None if value is None else str(value)}
    for name in TEXTS:
        narrative = getattr(report, name)
        if narrative is not None:
            yield {"path": name, "label": narrative.heading, "value": narrative.text}
    for narrative in report.extra:
        yield {"path": _EXTRA, "label": narrative.heading, "value": narrative.text}
    for name, value in source_row(report).items():
        yield {"path": name, "value": value}
    columns = _columns()
    for fact in report.facts.values():
        value = fact.value
        yield {
            "path": fact.path,
            "label": fact.label,
            "value": str(value.amount) if isinstance(value, Money) else value,
            "unit": value.unit if isinstance(value, Money) else columns[fact.path].unit,
            "note": fact.note,
        }


def from_rows(rows: Iterable[SheetRow]) -> Report:
    """The report of a sheet's rows.

    Raises:
        ValueError: A row's path is no figure's, or its value cannot be read.
    """
    columns = _columns()
    figures: dict[str, int | Money | None] = {}
    notes: dict[str, str] = {}
    about: dict[str, Any] = {}
    extra: list[Narrative] = []
    seen = False
    for row in rows:
        seen = True
        path, value = _text(row.get("path")), _text(row.get("value"))
        try:
            if path in ABOUT or path in TEXTS:
                about |= _said(path, value)
            elif path == _EXTRA:
                extra.append(Narrative(value, _text(row.get("label"))))
            elif path and path not in SOURCE:
                figures[path], note = _figure(value, _text(row.get("unit")), columns.get(path))
                if note or row.get("note"):
                    notes[path] = note or _text(row.get("note"))
        except ValueError as error:
            at = f"row {row[NUMBER]}, " if NUMBER in row else ""
            raise ValueError(f"{at}{path}: {error}") from error
    if not seen or not ({*figures, *about}):
        raise ValueError("this is no sheet of a report: it needs the columns path and value")
    report = Report.from_figures(figures, notes=notes, **about)
    return attrs.evolve(report, extra=tuple(extra))


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # spreadsheets keep whole numbers as fractions
    return "" if value is None else unquoted(str(value).strip())


def _said(path: str, value: str) -> dict[str, Any]:
    if not value and path not in TEXTS:
        return {}
    match path:
        case "year":
            return {path: _year(value)}
        case "published":
            published = date_of(value)
            if published is None:
                raise ValueError(f"{value!r} is no date, such as 2024-01-31")
            return {path: published}
        case "edition":
            return {path: Edition(value)}
    return {path: value}


def _year(text: str) -> int:
    found = _YEAR.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no year, such as 2023")
    return int(found[1])


def _figure(
    text: str, unit: str, column: ColumnSpec | None
) -> tuple[int | Money | None, str | None]:
    """Value and note of a cell; a path that is no figure's is left to `Report` to name."""
    if column is None:
        return None, None
    reading = read(text, column.kind, unit if column.kind is Kind.MONEY and unit else None)
    if not reading.understood:
        raise ValueError(f"{text!r} is not a figure that can be read with certainty")
    return reading.value, reading.note


def _columns() -> dict[str, ColumnSpec]:
    return {path: column for cls in tables() for _, column, path in compile_class(cls).cells()}


def _openpyxl() -> Any:
    try:
        import openpyxl  # noqa: PLC0415 - only for this format
    except ImportError as error:
        raise MissingDependency(f"workbooks need openpyxl: {extra('spreadsheet')}") from error
    return openpyxl
