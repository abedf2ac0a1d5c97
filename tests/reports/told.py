"""What a report made by a test says, and whether the library reads just that.

A test puts figures, sentences and a title into a `Told`, has them written as a document, and
compares. Labels are those of the template's classes: they are derived, not written out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

import attrs
from attrs import frozen

import govinfo
from govinfo.blocks import Block, Document, Heading, Paragraph, Table
from govinfo.grammar.compile import ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.grammar.values import Kind
from govinfo.money import Money
from govinfo.render.grid import grid
from govinfo.template.disputes import Disputes
from govinfo.template.indicators import Indicators
from govinfo.template.narrative import SECTIONS
from govinfo.template.proactive import Proactive2019, Proactive2021
from govinfo.template.report import Report
from govinfo.template.requests import Requests

Value = int | Money | None
Figures = Mapping[str, Value]
Text = Callable[[str], str]
"""What a table prints for a fact's path."""

HEADINGS = {section.part: section.heading for section in SECTIONS}
SIX = (
    *("natural_person", "enterprise", "research_institution", "public_interest_organization"),
    *("legal_service_organization", "other_organization"),
)
ONE_ROW = "outcomes.other.total"
THREE_ROWS = tuple(
    f"outcomes.other.{name}" for name in ("not_corrected_in_time", "fee_unpaid", "other")
)


@frozen
class Told:
    """What was put into a document, and so what must come out.

    Attributes:
        figures: Every fact of every table of the document, by path.
        edition: The template's edition.
        printed: What a cell prints, where it is not the value's plain form.
        findings: Code and path of each diagnostic, in any order.
        headings: How the sections of text are headed, by part.
    """

    figures: Figures
    edition: str | None = "2021"
    title: str = "云岭市水务局2023年政府信息公开工作年度报告"
    agency: str | None = "云岭市水务局"
    year: int | None = 2023
    published: date | None = None
    preamble: str | None = "本报告依据条例编制。\n所列数据统计至12月31日。"
    overview: str | None = "本局制度健全，公开有序。"
    problems: str | None = "公开内容不够细致。\n下一步将加强培训。"
    other_matters: str | None = "本年度未收取信息处理费。"
    extra: tuple[tuple[str, str], ...] = ()
    printed: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    findings: tuple[tuple[str, str], ...] = ()
    headings: Mapping[str, str] = HEADINGS

    def but(self, **changes: Any) -> Told:
        """The same with other parts."""
        return attrs.evolve(self, **changes)

    def with_figures(self, **changes: Value) -> Told:
        """The same with other figures; `__` in a name stands for the point of a path."""
        named = {name.replace("__", "."): value for name, value in changes.items()}
        assert set(named) <= set(self.figures)
        return self.but(figures={**self.figures, **named})

    def text(self, path: str) -> str:
        """What the cell of a fact prints."""
        if path in self.printed:
            return self.printed[path]
        value = self.figures[path]
        if isinstance(value, Money):
            in_header = path != "proactive.procurement.amount"
            return str(value.amount) if in_header else str(value)
        if value is not None and path.endswith(".change") and value > 0:
            return f"+{value}"
        return "" if value is None else str(value)

    def table(self, cls: type, text: Text | None = None) -> Table:
        """A section's table, as the template prints it."""
        grammar = compile_class(cls)
        rows = [row for row in grammar.rows if grammar.path(row, row.columns[0]) in self.figures]
        printed = text or self.text

        def cell(row: RowSpec, column: ColumnSpec) -> str:
            return printed(grammar.path(row, column))

        return grid(grammar, rows, cell)

    def tables(self) -> dict[str, Table]:
        """The tables of the document, by part."""
        return {cls_part(cls): self.table(cls) for cls in classes(self)}

    def blocks(self) -> list[Block]:
        """The whole report, in the order of the template."""
        tables: dict[str, Table] = self.tables()
        made: list[Block] = [Heading(self.title, 1), *_paragraphs(self.preamble)]
        for part in ("overview", "proactive", "requests", "disputes", "problems", "other_matters"):
            text = getattr(self, part) if part not in ("proactive", "requests", "disputes") else ""
            if part not in tables and not text:
                continue
            made += [Heading(HEADINGS[part], 2), *_paragraphs(text)]
            if part in tables:
                made.append(tables[part])
        if "indicators" in tables:
            made += [Heading(HEADINGS["indicators"], 2), tables["indicators"]]
        return made


def with_table(told: Told, part: str, *instead: Block) -> list[Block]:
    """The report's blocks with others in place of one table."""
    table = told.tables()[part]
    made: list[Block] = []
    for block in told.blocks():
        made += instead if block == table else [block]
    return made


def _paragraphs(text: str | None) -> Iterator[Paragraph]:
    return (Paragraph(line) for line in (text or "").split("\n") if line)


def cls_part(cls: type) -> str:
    part: str = compile_class(cls).layout.part
    return part


def classes(told: Told) -> list[type]:
    """The classes of the tables that hold a document's figures."""
    newer = "proactive.rules.issued" in told.figures
    every = [Indicators, Proactive2021 if newer else Proactive2019, Requests, Disputes]
    parts = {path.partition(".")[0] for path in told.figures}
    return [cls for cls in every if cls_part(cls) in parts]


def _counted(grammar: Grammar, numbers: Iterator[int]) -> dict[str, Value]:
    """Figures that all differ."""
    made: dict[str, Value] = {}
    for _, column, path in grammar.cells():
        number = next(numbers)
        if column.kind is Kind.MONEY:
            made[path] = Money(Decimal(number) + Decimal("0.32"), "万元")
        else:
            made[path] = -number if column.kind is Kind.CHANGE and number % 2 else number
    return made


def proactive(cls: type = Proactive2021) -> dict[str, Value]:
    return _counted(compile_class(cls), count(301))


def indicators() -> dict[str, Value]:
    return _counted(compile_class(Indicators), count(601))


def requests(other: Sequence[str] = THREE_ROWS) -> dict[str, Value]:
    """Requests that add up, nearly all figures different."""
    made: dict[str, Value] = {}
    numbers = count(11)
    lacking = {ONE_ROW, *THREE_ROWS} - set(other)
    paths = [row.path for row in compile_class(Requests).rows if row.path not in lacking]
    outcomes = [p for p in paths if p.startswith("outcomes.") and p != "outcomes.total"]
    sums = dict.fromkeys(SIX, 0)

    def put(row: str, values: Mapping[str, int]) -> None:
        made.update({f"requests.{row}.{name}": value for name, value in values.items()})
        made[f"requests.{row}.total"] = sum(values.values())

    for row in outcomes:
        values = {name: next(numbers) for name in SIX}
        sums = {name: sums[name] + values[name] for name in SIX}
        put(row, values)
    over = {name: next(numbers) for name in SIX}
    forward = {name: next(numbers) for name in SIX}
    put("outcomes.total", sums)
    put("carried_over", over)
    put("carried_forward", forward)
    put("received", {name: sums[name] + forward[name] - over[name] for name in SIX})
    return made


def disputes() -> dict[str, Value]:
    made: dict[str, Value] = {}
    numbers = count(201)
    for which in ("reconsideration", "litigation.direct", "litigation.after_reconsideration"):
        four = {name: next(numbers) for name in ("upheld", "corrected", "other", "pending")}
        made.update({f"disputes.{which}.{name}": value for name, value in four.items()})
        made[f"disputes.{which}.total"] = sum(four.values())
    return made


FULL = Told({**proactive(), **requests(), **disputes()})
"""Edition 2021, a different figure in nearly every cell."""

OF_2019 = Told(
    {**proactive(Proactive2019), **requests((ONE_ROW,)), **disputes()},
    edition="2019",
    title="云岭市水务局2020年政府信息公开工作年度报告",
    year=2020,
)

OF_2014 = Told(
    indicators(),
    edition="2014",
    title="云岭市水务局2016年政府信息公开工作年度报告",
    year=2016,
)

BLANK = FULL.but(figures=dict.fromkeys(FULL.figures))


def sparse() -> Told:
    """What most small organs report: zeros, a few requests, and cells left blank."""
    figures: dict[str, Value] = dict.fromkeys(FULL.figures, 0)
    figures |= {path: None for path in figures if ".research_institution" in path}
    figures |= {path: None for path in figures if ".not_processed.excessive." in path}
    few = ("received", "outcomes.granted", "outcomes.total")
    figures |= {f"requests.{row}.{name}": 3 for row in few for name in (SIX[0], "total")}
    figures["disputes.litigation.direct.pending"] = None
    figures["proactive.rules.issued"] = None
    figures["proactive.fees.amount"] = Money("0", "万元")
    return FULL.but(figures=figures)


SPARSE = sparse()
EDITIONS = {"2021": FULL, "2019": OF_2019, "2014": OF_2014, "blank": BLANK, "sparse": SPARSE}


def other_year(told: Told) -> Told:
    """The same report with other figures."""
    return told.but(
        figures={
            path: value + 1000 if isinstance(value, int) else value
            for path, value in told.figures.items()
        }
    )


def expect(data: bytes, told: Told, format: str | None = None, *, placed: bool = True) -> Report:
    """Reads a document and compares everything that it says with what was put in.

    Args:
        data: The document.
        told: What was put in.
        format: The format, where it is not to be sniffed.
        placed: Whether the tables have the rows and columns of the template, so that each fact
            must stand in the cell that the template has for it.
    """
    report = govinfo.parse(data, format=format)
    got = {path: fact.value for path, fact in report.facts.items()}
    put = dict(told.figures)
    wrong = {
        path: (put.get(path, "absent"), got.get(path, "absent"))
        for path in {**put, **got}
        if put.get(path, "absent") != got.get(path, "absent")
    }
    assert not wrong, f"put in and read: {wrong}"
    assert list(got) == [path for path in _template_order(told) if path in put]
    said = _said(report)
    expected = {
        "title": told.title,
        "agency": told.agency,
        "year": told.year,
        "published": told.published,
        "edition": told.edition,
        "preamble": told.preamble,
        "overview": told.overview,
        "problems": told.problems,
        "other_matters": told.other_matters,
        "extra": told.extra,
        "headings": {
            part: told.headings[part]
            for part in ("overview", "problems", "other_matters")
            if getattr(told, part) is not None
        },
        "notes": dict(told.notes),
        "findings": sorted(told.findings),
    }
    other = {name: (expected[name], said[name]) for name in said if said[name] != expected[name]}
    assert not other, f"put in and read: {other}"
    _expect_cells(report, govinfo.read(data, format=format))
    if placed:
        _expect_places(report, told)
    return report


def _template_order(told: Told) -> Iterator[str]:
    for cls in classes(told):
        yield from (path for _, _, path in compile_class(cls).cells())


def _said(report: Report) -> dict[str, object]:
    told = {name: getattr(report, name) for name in ("overview", "problems", "other_matters")}
    return {
        "title": report.title,
        "agency": report.agency,
        "year": report.year,
        "published": report.published,
        "edition": report.edition.value if report.edition else None,
        "preamble": report.preamble.text if report.preamble else None,
        **{name: text.text if text else None for name, text in told.items()},
        "headings": {name: text.heading for name, text in told.items() if text},
        "extra": tuple((part.heading, part.text) for part in report.extra),
        "notes": {path: fact.note for path, fact in report.facts.items() if fact.note},
        "findings": sorted((finding.code, finding.path) for finding in report.diagnostics),
    }


def _expect_cells(report: Report, document: Document) -> None:
    """A fact in a table stands where its anchor says, and was printed as it says."""
    cells = {
        cell.anchor: cell.text
        for block in document.blocks
        if isinstance(block, Table)
        for cell in block.cells
    }
    for path, fact in report.facts.items():
        if fact.anchor is not None and fact.anchor.table is not None:
            assert cells[fact.anchor] == fact.raw, (path, cells[fact.anchor], fact.raw)
        else:
            assert fact.value is None or fact.anchor is not None, path


def _expect_places(report: Report, told: Told) -> None:
    """Each fact stands in the row and column that the template has for it."""
    expected = {
        cell.text: (cell.row + 1, cell.column + 1)
        for cls in classes(told)
        for cell in told.table(cls, text=str).cells
        if cell.text in told.figures
    }
    anchors = {path: fact.anchor for path, fact in report.facts.items()}
    wrong = {
        path: (place, str(anchors[path]))
        for path, place in expected.items()
        if (one := anchors[path]) is None or (one.row, one.column) != place
    }
    assert not wrong, f"row and column put in and read: {wrong}"
