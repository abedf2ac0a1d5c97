"""The work itself: from the bytes of documents to rows, a pure function that can be sent away."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from importlib.abc import MetaPathFinder
from typing import Any

from attrs import evolve, field, frozen

import govinfo
from govinfo.corpus.tables import DIAGNOSTICS, FACTS, REPORTS, read_schema
from govinfo.entries import Entries
from govinfo.errors import GovInfoError
from govinfo.export.arrow import (
    CHECK,
    READING,
    Columns,
    arrow,
    batch,
    columns_of,
    diagnostic_columns,
    diagnostics_schema,
    fact_columns,
    facts_schema,
    wide_row,
)
from govinfo.isolation import POOL, Guard, Job, Pool, Reason, lacked_memory
from govinfo.source import Limits, Provenance, Source
from govinfo.template.assemble import report_of
from govinfo.template.report import Report

_CODEC = "lz4"
_NAME = "document"
"""What a document is called while it is read: its own name is none of its reading's business."""

ERRORS = {
    Reason.TIMEOUT: "Timeout",
    Reason.MEMORY: "OutOfMemory",
    Reason.CRASH: "Crash",
    Reason.RAISED: "Unexpected",
}
"""The class of error that a failure of the process stands under."""
LOST = "Lost"
"""The class of error where an executor gave no answer at all."""


@frozen(slots=True)
class Bytes:
    """A document to read.

    Attributes:
        data: The whole file.
        extension: Its name's ending, such as `.docx`.
    """

    data: bytes = field(repr=False)
    extension: str = ""


@frozen(slots=True)
class Settings:
    """How documents are read, each and all.

    Attributes:
        format: Name of the adapter; told by the bytes where `None`.
        limits: How large a document may be.
        options: What adapters take, such as `password`.
        check: Whether the reports are checked, too.
        guard: What one document may cost.
    """

    format: str | None = None
    limits: Limits = field(factory=Limits)
    options: Mapping[str, Any] = field(factory=Entries)
    check: bool = True
    guard: Guard = field(factory=Guard)


@frozen(slots=True)
class Told:
    """What became of a document.

    Attributes:
        error: The class of error; `""` where it was read.
        message: What went wrong.
        facts: How many rows of facts it has.
        findings: How many rows of findings it has.
    """

    error: str = ""
    message: str = ""
    facts: int = 0
    findings: int = 0


@frozen(slots=True)
class Piece:
    """What was read of some documents.

    Attributes:
        numbers: Which documents, by position in what was asked for.
        told: What became of each.
        tables: The rows of those that were read, in that order, by table: record batches as
            `pack` writes them. None where none was read.
    """

    numbers: Sequence[int]
    told: Sequence[Told]
    tables: Mapping[str, bytes] = field(factory=dict, repr=False)


def read_documents(
    documents: Sequence[Bytes], settings: Settings, pool: Pool = POOL
) -> list[Piece]:
    """Read documents in a child process of this one; what each does wrong costs itself alone."""
    asked = [(document, settings) for document in documents]
    done, failed = pool.run(Job(_read, _gather, _prepare), asked, settings.guard)
    pieces = [Piece(numbers, told, tables) for numbers, (told, tables) in done if numbers]
    if failed:
        told = [Told(ERRORS[failure.reason], failure.message) for failure in failed.values()]
        pieces.append(Piece(list(failed), told))
    return pieces


def pack(made: Any) -> bytes:
    """A record batch without its schema, compressed."""
    data = made.serialize()
    packed: bytes = arrow().compress(data, _CODEC, asbytes=True)
    return int(data.size).to_bytes(8, "little") + packed


def unpack(data: bytes, schema: Any) -> Any:
    """The record batch that `pack` wrote."""
    pa = arrow()
    size = int.from_bytes(data[:8], "little")
    return pa.ipc.read_record_batch(pa.decompress(memoryview(data)[8:], size, _CODEC), schema)


@frozen(slots=True)
class _Rows:
    """One document's rows."""

    told: Told
    wide: Mapping[str, Any] = field(factory=dict)
    facts: Columns = field(factory=dict)
    findings: Columns = field(factory=dict)


def _read(asked: tuple[Bytes, Settings]) -> _Rows:
    document, settings = asked
    name = _NAME + document.extension
    began = time.perf_counter()
    try:
        source = Source(document.data, name)
        read = govinfo.read(
            source,
            format=settings.format,
            limits=settings.limits,
            **settings.options,
        )
        origin = Provenance.of(source, read.format, govinfo.__version__)
        report = evolve(report_of(read), source=origin)
        stages = {READING: report.diagnostics, CHECK: report.check() if settings.check else ()}
        facts = fact_columns(report)
        wide = wide_row(report, [finding for findings in stages.values() for finding in findings])
    except GovInfoError as error:
        if lacked_memory(error):
            raise
        return _Rows(Told(type(error).__name__, str(error).removeprefix(f"{name}: ")))
    wide |= {"seconds": round(time.perf_counter() - began, 4)}
    found = diagnostic_columns(stages)
    return _Rows(Told("", "", len(facts["path"]), len(found["code"])), wide, facts, found)


def _gather(rows: Sequence[_Rows]) -> tuple[list[Told], dict[str, bytes]]:
    read = [row for row in rows if not row.told.error]
    told = [row.told for row in rows]
    if not read:
        return told, {}
    wide = columns_of([row.wide for row in read], read_schema().names)
    return told, {
        REPORTS: pack(batch(wide, read_schema())),
        FACTS: pack(batch(_joined([row.facts for row in read]), facts_schema())),
        DIAGNOSTICS: pack(batch(_joined([row.findings for row in read]), diagnostics_schema())),
    }


def _prepare() -> None:
    """Load what every document needs, so that none pays for it."""
    _lean()
    blank = Report.blank("2021").render("text")
    _gather([_read((Bytes(blank, ".txt"), Settings()))])


def _lean() -> None:
    """Keep pandas out of this process.

    To ask whether a list is one of its series, pyarrow would load it: half a second and 60 MB for
    each process. It asks once, when the first array is made.
    """
    without = _Without("pandas")
    sys.meta_path.insert(0, without)
    try:
        arrow().array([])
    finally:
        sys.meta_path.remove(without)


class _Without(MetaPathFinder):
    """Finds that a module is not installed."""

    def __init__(self, name: str) -> None:
        self._name = name

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        """Nothing of other modules."""
        del path, target
        if fullname == self._name:
            raise ModuleNotFoundError(fullname, name=fullname)


def _joined(parts: Sequence[Columns]) -> Columns:
    return {name: [value for part in parts for value in part[name]] for name in parts[0]}
