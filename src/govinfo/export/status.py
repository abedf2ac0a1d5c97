"""What is known of the cell of each figure: a blank one is not one that could not be placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum

from govinfo.diagnostics import Language, Severity, Words
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
MARKS: Mapping[Cell, str] = {Cell.NOT_UNDERSTOOD: "?", Cell.NOT_PLACED: "?", Cell.NO_ROW: "×"}
"""What people are shown in place of a figure that is not simply blank."""
_DOUBT = "doubt"
"""A warning that a row's cells are not simply what is printed in it."""
UNSURE = (Cell.NOT_UNDERSTOOD, Cell.NOT_PLACED)
"""Cells of which something is printed that is no figure of the report."""


def cells(report: Report) -> dict[str, Cell]:
    """What is known of each fact's cell, by path."""
    return dict(_cells(report))


def marks(report: Report) -> dict[str, str]:
    """What people are shown in the cells of figures that there are not, by path."""
    return {
        path: MARKS[cell] + (report.facts[path].raw or "" if cell is Cell.NOT_UNDERSTOOD else "")
        for path, cell in cells(report).items()
        if cell in MARKS
    }


def legend(report: Report, language: Language) -> list[str]:
    """Each mark that a report's cells have, with what it means."""
    used = [cell for cell in dict.fromkeys(cells(report).values()) if cell in MARKS]
    return [f"{MARKS[cell]} {WORDS[cell].text(language)}" for cell in used]


def _cells(report: Report) -> Iterator[tuple[str, Cell]]:
    said: dict[str, set[str]] = {}
    for finding in report.diagnostics:
        kind = finding.code if finding.code in (ROW_MISSING.code, NOT_UNDERSTOOD.code) else _DOUBT
        if kind != _DOUBT or finding.severity is not Severity.INFO:
            said.setdefault(finding.path, set()).add(kind)
    read = bool(report.diagnostics) or any(f.raw is not None for f in report.facts.values())
    for path, fact in report.facts.items():
        about = said.get(path, set()) | said.get(path.rpartition(".")[0], set())
        yield path, _cell(fact, about, read=read)


def _cell(fact: Fact, about: AbstractSet[str], *, read: bool) -> Cell:
    """What is known of a cell.

    Args:
        fact: The fact.
        about: What findings say of it, or of its row.
        read: Whether the report was read from a document.
    """
    if fact.value is not None:
        return Cell.PRINTED
    if fact.raw is None:
        unplaced = Cell.NOT_PLACED if read else Cell.BLANK
        return Cell.NO_ROW if ROW_MISSING.code in about else unplaced
    if not fact.raw.strip():
        return Cell.BLANK
    if NOT_UNDERSTOOD.code in about:
        return Cell.NOT_UNDERSTOOD
    return Cell.NOT_PLACED if _DOUBT in about else Cell.NOT_APPLICABLE
