"""The layout of a document's tables in words: which line is which row, and what may be which cell.

One line a row: where it stands, which row of the template it is and by what that is known, each
printed cell with the columns it may belong to, and what was read of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.diagnostics import Language
from govinfo.explain.rows import How, ReadRow
from govinfo.explain.section import Section
from govinfo.grammar.facts import label_of, table_of
from govinfo.layout.cells import Cells
from govinfo.layout.lines import Piece, joined
from govinfo.layout.planned import PlannedRow
from govinfo.render.place import place

_WORDS: dict[str | How, tuple[str, str]] = {
    "header": ("the columns in the order", "各列次序"),
    "label": ("by its label", "依标签"),
    "fuzzy": ("by a label much like it", "依近似标签"),
    "order": ("by the rows around it", "依前后各行"),
    "shared": ("by a label it shares with other rows", "依与他行共用的标签"),
    "none": ("no row of the template that could be told", "无法确定为样表何行"),
    "bare": ("its label stands there without a figure", "有标签而无数字"),
    "missing": ("not in the document", "文中没有"),
    "another": ("its cells could be another row's", "单元格可能属于他行"),
    "any": ("in order, one column or another each", "依次属于某列"),
    "foreign": ("set aside, a table of others: ", "另表，未读："),
    How.CELLS: ("read by place", "按位置读取"),
    How.COUNT: ("read by number", "按个数读取"),
    How.SUMS: ("read by the sums", "按勾稽关系读取"),
    How.OPEN: ("open", "未定"),
}


def in_words(sections: Sequence[Section], language: Language = "en") -> Iterator[str]:
    """Lines that tell how the tables of a document are laid out.

    Args:
        sections: The tables found.
        language: Of the words around labels.
    """
    for section in sections:
        yield from _table(section, language)
        yield ""


def _word(name: str | How, language: Language) -> str:
    return _WORDS[name][language == "zh"]


def _table(section: Section, language: Language) -> Iterator[str]:
    plan, grammar = section.plan, section.plan.grammar
    yield f"{table_of(grammar)} {grammar.layout.part}"
    for _, why in plan.foreign:
        yield f"  {_word('foreign', language)}{why}"
    header: object = None
    told = [row.line for row in plan.told] or [0]
    for row in plan.rows:
        if row.row is None and not told[0] <= row.line <= told[-1]:
            continue  # another table's
        if row.header is not header and row.header.order is not None:
            header = row.header
            labels = "、".join(row.columns[n].label for n in row.header.order)
            if len(row.columns) > 1:
                yield f"  {_word('header', language)} {labels}"
        yield from _row(section, row, language)
    for label in plan.labels:
        path = grammar.path(grammar.rows[label.row])
        yield f"  {place(label.anchor, language)}  {path}  {_word('bare', language)}"
    found = {row.row for row in plan.rows} | {label.row for label in plan.labels}
    lost = [spec for n, spec in enumerate(grammar.rows) if n not in found and not spec.optional]
    if lost and not grammar.layout.partial:
        yield f"  {_word('missing', language)}: {'；'.join(label_of(spec) for spec in lost)}"


def _row(section: Section, planned: PlannedRow, language: Language) -> Iterator[str]:
    where = place(planned.place or planned.anchor, language)
    if planned.row is None:
        words = f"{planned.text} {joined(planned.printed)}".strip()
        yield f"  {where}  ?  {_word('none', language)}: {words}"
        return
    grammar = section.plan.grammar
    spec = grammar.rows[planned.row]
    label = f" “{planned.label}”" if planned.known in ("fuzzy", "shared") else ""
    path = grammar.path(spec) or grammar.layout.part
    yield f"  {where}  {path}  {_word(planned.known, language)}{label}"
    yield f"      {_cells(planned, language)}"
    read = section.rows.get(planned.row)
    if read is None or read.line != planned.line:
        return
    how = How.SUMS if read.chosen else read.how
    if how in (How.SUMS, How.OPEN):
        yield f"      → {_word(how, language)}: {_read(read, planned)}"


def _cells(planned: PlannedRow, language: Language) -> str:
    """Each printed cell with the columns that it may be."""
    evidence = planned.evidence
    if evidence is None:
        return f"{joined(planned.printed)}  ({_word('another', language)})"
    if len(evidence.numbers) == len(planned.columns) and not evidence.loose:
        pairs = zip(evidence.numbers, evidence.order, strict=True)
        shown = [
            f"{planned.columns[column].label or '='} {_text(planned, number)}".strip()
            for number, column in pairs
        ]
        return "  ".join(shown)
    spans = _spans(evidence, planned, language)
    return "  ".join(
        f"{_text(planned, number)} ({span})" if span else _text(planned, number)
        for number, span in zip(evidence.numbers, spans, strict=True)
    ) + ("" if evidence.spans else f"  ({_word('any', language)})")


def _spans(evidence: Cells, planned: PlannedRow, language: Language) -> list[str]:
    del language
    if not evidence.spans:
        return [""] * len(evidence.numbers)
    return [
        "|".join(planned.columns[evidence.order[at]].label for at in range(*span))
        for span in evidence.spans
    ]


def _text(planned: PlannedRow, number: int | None) -> str:
    return "∅" if number is None else planned.cells[number].text or "∅"


def _read(row: ReadRow, planned: PlannedRow) -> str:
    """What is read of a row that is not simply what it prints."""
    return "  ".join(
        f"{column.label} {'?' if at in row.open else _shown(row, at)}"
        for at, column in enumerate(planned.columns)
    )


def _shown(row: ReadRow, at: int) -> str:
    cell = row.cells[at]
    if isinstance(cell, Piece):
        return cell.text or "∅"
    return "∅" if cell is None else str(cell)
