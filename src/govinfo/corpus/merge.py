"""From the journal to tables: rows under their sources' names, sorted by them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
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
    read, tables = _packed(harmonise=harmonise), schemas(harmonise=harmonise)

    @lru_cache(maxsize=_CHUNKS)
    def opened(chunk: int) -> dict[str, Any]:
        packed = journal.chunk(chunk)
        return {name: unpack(packed[name], schema) for name, schema in read.items()}

    for run in _runs(journal.read()):
        first, rows = run.places[0], opened(run.places[0].chunk)
        facts = [(place.source, place.facts) for place in run.places]
        claims = [(place.source, place.claims) for place in run.places]
        findings = [(place.source, place.findings) for place in run.places]
        yield REPORTS, _reports(run.places, rows[REPORTS], tables[REPORTS])
        yield FACTS, _named(facts, rows[FACTS].slice(first.fact), tables[FACTS])
        yield CLAIMS, _named(claims, rows[CLAIMS].slice(first.claim), tables[CLAIMS])
        yield (
            DIAGNOSTICS,
            _named(findings, rows[DIAGNOSTICS].slice(first.finding), tables[DIAGNOSTICS]),
        )
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


def _named(counted: list[tuple[str, int]], rows: Any, schema: Any) -> Any:
    """So many rows of each source, with its name."""
    numbers = [number for number, (_, count) in enumerate(counted) for _ in range(count)]
    sources = _texts([source for source, _ in counted]).take(_numbers(numbers))
    held = rows.slice(0, len(numbers))
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
