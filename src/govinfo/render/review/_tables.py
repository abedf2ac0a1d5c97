"""A report's tables as the template prints them, each figure with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from govinfo.blocks import Box, Cell, Table
from govinfo.diagnostics import Language
from govinfo.grammar.compile import Grammar, compile_class
from govinfo.grammar.facts import Fact, cell_of
from govinfo.render.grid import grid, rows_of
from govinfo.render.place import place
from govinfo.render.review._known import State
from govinfo.template.report import Report


@frozen(slots=True)
class FigureView:
    """A figure's cell.

    Attributes:
        id: Its element's id.
        label: Its official wording with its table.
        text: The figure; a sign that stands for none, as printed; what was not understood, after
            a `?`; or `""`.
        note: The remark printed with it.
        raw: What was printed; `None` where no cell could be told to be this one's.
        expected: What it should be, where one change would satisfy every identity.
        states: What is known of it, the gravest first.
        place: Where it was printed, in words.
        page: Number of its page; `None` where the format has none.
        box: Its place on that page.
        relations: Ids of the identities it takes part in.
        findings: Ids of the findings about it.
        claims: Ids of the sentences about it.
    """

    id: str
    label: str
    text: str
    note: str
    raw: str | None
    expected: str
    states: tuple[State, ...]
    place: str
    page: int | None
    box: Box | None
    relations: tuple[str, ...]
    findings: tuple[str, ...]
    claims: tuple[str, ...]


@frozen(slots=True)
class CellView:
    """A cell of the page.

    Attributes:
        cell: Its place in the grid; a label's text.
        scope: What a label heads, as HTML says it; `""` for what is no label.
        figure: The figure; `None` for labels, units and dashes.
    """

    cell: Cell
    scope: str
    figure: FigureView | None


@frozen(slots=True)
class PartView:
    """Rows with the labels above them; the template may print several such parts in a table."""

    head: tuple[tuple[CellView, ...], ...]
    body: tuple[tuple[CellView, ...], ...]


@frozen(slots=True)
class TableView:
    """A table.

    Attributes:
        part: The section's name in fact paths.
        heading: Its heading as the template prints it.
        width: How many columns its grid has.
        parts: Its rows.
    """

    part: str
    heading: str
    width: int
    parts: tuple[PartView, ...]


@frozen(slots=True)
class Links:
    """What is about each fact, by path: its states, and ids of what else the page shows."""

    states: Mapping[str, tuple[State, ...]]
    relations: Mapping[str, Sequence[str]]
    findings: Mapping[str, Sequence[str]]
    claims: Mapping[str, Sequence[str]]
    expected: Mapping[str, str]


def sections(report: Report, links: Links, prefix: str, language: Language) -> Iterator[TableView]:
    """The tables in the order of the template; ids begin with the prefix."""
    for section in report.tables:
        grammar = compile_class(type(section))
        inside = f"{grammar.layout.part}."
        rows = rows_of(grammar, [path for path in report.facts if path.startswith(inside)])
        if rows:
            labels = {path: cell_of(grammar, row, column) for row, column, path in grammar.cells()}
            # Printed with paths for figures, the grid says which fact each of its cells holds.
            table = grid(grammar, rows, grammar.path)
            figures = {
                path: _figure(report.facts[path], label, links, prefix, language)
                for path, label in labels.items()
                if path in report.facts
            }
            yield _section(grammar, table, figures)


def _figure(fact: Fact, label: str, links: Links, prefix: str, language: Language) -> FigureView:
    anchor, path = fact.anchor, fact.path
    return FigureView(
        id=f"{prefix}{path}",
        label=label,
        text=_text(fact, links.states[path]),
        note=fact.note or "",
        raw=fact.raw,
        expected=links.expected.get(path, ""),
        states=links.states[path],
        place=place(anchor, language, path),
        page=anchor.page if anchor else None,
        box=anchor.box if anchor else None,
        relations=tuple(links.relations.get(path, ())),
        findings=tuple(links.findings.get(path, ())),
        claims=tuple(links.claims.get(path, ())),
    )


def _text(fact: Fact, known: Sequence[State]) -> str:
    if fact.value is not None or not fact.raw:
        return "" if fact.value is None else str(fact.value)
    if State.DOUBTFUL not in known:
        return fact.raw
    # Several pieces are those of a whole row, whose columns could not be told.
    return "?" if len(fact.raw.split()) > 1 else f"?{fact.raw}"


def _section(grammar: Grammar, table: Table, figures: Mapping[str, FigureView]) -> TableView:
    runs = [
        (above, list(rows))
        for above, rows in groupby(table.rows, key=lambda row: all(cell.header for cell in row))
    ]
    parts = tuple(
        PartView(
            tuple(tuple(_shown(cell, figures, "col") for cell in row) for row in head),
            tuple(tuple(_shown(cell, figures, "row") for cell in row) for row in body),
        )
        for (_, head), (_, body) in zip(runs[::2], runs[1::2], strict=True)
    )
    return TableView(grammar.layout.part, grammar.layout.heading, table.n_columns, parts)


def _shown(cell: Cell, figures: Mapping[str, FigureView], axis: str) -> CellView:
    if not cell.header:
        return CellView(cell, "", figures.get(cell.text))
    span = cell.colspan if axis == "col" else cell.rowspan
    return CellView(cell, f"{axis}group" if span > 1 else axis, None)
