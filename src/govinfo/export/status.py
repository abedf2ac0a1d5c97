"""What is known of the cell of each figure: a blank one is not one that could not be placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from govinfo.diagnostics import Words
from govinfo.explain.rules import NOT_UNDERSTOOD, ROW_MISSING
from govinfo.grammar.facts import Fact
from govinfo.template.report import Report


class Cell(StrEnum):
    """What is known of a figure's cell."""

    PRINTED = "printed"
    """It prints the figure."""
    BLANK = "blank"
    """It prints nothing."""
    NOT_APPLICABLE = "not applicable"
    """It prints a mark that stands for no figure, such as a stroke."""
    NOT_UNDERSTOOD = "not understood"
    """It prints something that cannot be read as a figure with certainty."""
    NOT_PLACED = "not placed"
    """No cell could be told to be this figure's."""
    NO_ROW = "no such row"
    """The table was found without the row."""


WORDS: Mapping[Cell, Words] = {
    Cell.PRINTED: Words("printed", "已填"),
    Cell.BLANK: Words("blank", "空白"),
    Cell.NOT_APPLICABLE: Words("not applicable", "以符号表示不适用"),
    Cell.NOT_UNDERSTOOD: Words("printed, not understood", "有内容但无法确认"),
    Cell.NOT_PLACED: Words("not placed", "未能确定单元格"),
    Cell.NO_ROW: Words("no such row", "表中无此行"),
}
UNSURE = (Cell.NOT_UNDERSTOOD, Cell.NOT_PLACED)
"""Cells of which something is printed that is no figure of the report."""


def cells(report: Report) -> dict[str, Cell]:
    """What is known of each fact's cell, by path."""
    return dict(_cells(report))


def _cells(report: Report) -> Iterator[tuple[str, Cell]]:
    said: dict[str, set[str]] = {}
    for finding in report.diagnostics:
        said.setdefault(finding.code, set()).add(finding.path)
    read = bool(report.diagnostics) or any(f.raw is not None for f in report.facts.values())
    for path, fact in report.facts.items():
        yield path, _cell(fact, said, read=read)


def _cell(fact: Fact, said: Mapping[str, set[str]], *, read: bool) -> Cell:
    if fact.value is not None:
        return Cell.PRINTED
    if fact.raw is None:
        row = fact.path.rpartition(".")[0]
        if {row, fact.path} & said.get(ROW_MISSING.code, set()):
            return Cell.NO_ROW
        return Cell.NOT_PLACED if read else Cell.BLANK
    if not fact.raw.strip():
        return Cell.BLANK
    doubted = fact.path in said.get(NOT_UNDERSTOOD.code, ())
    return Cell.NOT_UNDERSTOOD if doubted else Cell.NOT_APPLICABLE
