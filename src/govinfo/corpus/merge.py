"""From the journal to tables: rows under their sources' names, sorted by them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple

from govinfo.corpus.advice import todo
from govinfo.corpus.journal import Journal, Place
from govinfo.corpus.rows import unpack
from govinfo.corpus.tables import (
    CLAIMS,
    DIAGNOSTICS,
    DUPLICATES,
    FACTS,
    FAILURES,
    REPORTS,
    read_schema,
    schemas,
)
from govinfo.export.arrow import arrow, claims_schema, diagnostics_schema, facts_schema

_CHUNKS = 4
"""Chunks in memory: names and chunks are nearly in the same order."""
_ROWS = 4096
"""Rows of failures and duplicates in a batch."""


Extent = tuple[int, int]
"""A document's first row in a chunk's table, and how many there are."""
_EXTENTS: Mapping[str, Callable[[Place], Extent]] = {
    FACTS: attrgetter("fact", "facts"),
    CLAIMS: attrgetter("claim", "claims"),
    DIAGNOSTICS: attrgetter("finding", "findings"),
}


class _Run(NamedTuple):
    """Documents that follow each other by name and in a chunk."""

    places: list[Place]

    def goes_on_with(self, place: Place) -> bool:
        last = self.places[-1]
        return (place.chunk, place.row, place.fact, place.claim, place.finding) == (
            last.chunk,
            last.row + 1,
            last.fact + last.facts,
            last.claim + last.claims,
            last.finding + last.findings,
        )


def batches(journal: Journal, *, harmonise: bool = False) -> Iterator[tuple[str, Any]]:
    """Every table's rows in record batches, each with the name of its table.

    Args:
        journal: What is finished.
        harmonise: Whether `reports` has the columns of the panel, too.
    """
    tables = schemas(harmonise=harmonise)
    # A table at a time: what writers hold of one is let go before the next is begun.
    for table, schema in _packed(harmonise=harmonise).items():
        for rows in _merged(journal, table, schema, tables[table]):
            yield table, rows
    yield from _rows(FAILURES, tables[FAILURES], ((*row, todo(row[2])) for row in journal.failed()))
    yield from _rows(DUPLICATES, tables[DUPLICATES], journal.repeated())


def _packed(*, harmonise: bool) -> dict[str, Any]:
    """The schemas of what is packed in the journal."""
    return {
        REPORTS: read_schema(harmonise=harmonise),
        FACTS: facts_schema(),
        CLAIMS: claims_schema(),
        DIAGNOSTICS: diagnostics_schema(),
    }


def _merged(journal: Journal, table: str, packed: Any, schema: Any) -> Iterator[Any]:
    """A table's rows, by source."""

    @lru_cache(maxsize=_CHUNKS)
    def opened(chunk: int) -> Any:
        return unpack(journal.chunk(chunk, table), packed)

    for run in _runs(journal.read()):
        rows = opened(run.places[0].chunk)
        if table == REPORTS:
            yield _reports(run.places, rows, schema)
        else:
            yield _named(run.places, _EXTENTS[table], rows, schema)


def _runs(places: Iterator[Place]) -> Iterator[_Run]:
    run: _Run | None = None
    for place in places:
        if run is not None and run.goes_on_with(place):
            run.places.append(place)
            continue
        if run is not None:
            yield run
        run = _Run([place])
    if run is not None:
        yield run


def _reports(places: list[Place], rows: Any, schema: Any) -> Any:
    read = rows.slice(places[0].row, len(places))
    known = (
        _texts([place.source for place in places]),
        _texts([place.sha256 for place in places]),
        _numbers([place.bytes for place in places]),
    )
    return arrow().RecordBatch.from_arrays([*known, *read.columns], schema=schema)


def _named(places: list[Place], extent: Callable[[Place], Extent], rows: Any, schema: Any) -> Any:
    """The rows of each source, with its name."""
    counts = [extent(place)[1] for place in places]
    numbers = [number for number, count in enumerate(counts) for _ in range(count)]
    sources = _texts([place.source for place in places]).take(_numbers(numbers))
    held = rows.slice(extent(places[0])[0], len(numbers))
    return arrow().RecordBatch.from_arrays([sources, *held.columns], schema=schema)


def _rows(table: str, schema: Any, rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[str, Any]]:
    while some := list(islice(rows, _ROWS)):
        columns = [_texts(column) for column in zip(*some, strict=True)]
        yield table, arrow().RecordBatch.from_arrays(columns, schema=schema)


# `pyarrow.array` would load pandas, to ask whether a list is one of its series.


def _texts(values: Sequence[str | None]) -> Any:
    builder = arrow().lib.StringBuilder()
    builder.append_values(values)
    return builder.finish()


def _numbers(values: Sequence[int]) -> Any:
    pa = arrow()
    return pa.Array.from_buffers(pa.int64(), len(values), [None, pa.py_buffer(array("q", values))])
