"""A run from beginning to end."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from typing import Any

from attrs import evolve

import govinfo
from govinfo.adapters.registry import by_name, configured
from govinfo.corpus.crew import Crew
from govinfo.corpus.feed import Feed
from govinfo.corpus.journal import Journal, Keys
from govinfo.corpus.merge import batches
from govinfo.corpus.rows import Settings
from govinfo.corpus.sources import Item, Reader, items_of
from govinfo.corpus.summary import State, Summary, parted
from govinfo.corpus.tables import DIAGNOSTICS, DUPLICATES, FAILURES, REPORTS, schemas
from govinfo.corpus.target import Target, target
from govinfo.corpus.writers import Writer
from govinfo.entries import Entries
from govinfo.isolation import Guard
from govinfo.source import Limits

_COMMONEST = 10
"""How many kinds of findings a summary names."""


class Interrupted(KeyboardInterrupt):
    """A run was interrupted; what was finished is on disk.

    Attributes:
        summary: What it came to.
    """

    def __init__(self, summary: Summary) -> None:
        super().__init__("the run was interrupted; go on with it by resume=True")
        self.summary = summary


def batch(  # noqa: PLR0913 - a keyword each
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    to: str | Sequence[str] | None = None,
    executor: Executor | None = None,
    jobs: int | None = None,
    timeout: float | None = 60.0,
    memory: int | None = 1 << 30,
    check: bool = True,
    harmonise: bool = False,
    resume: bool = False,
    overwrite: bool = False,
    progress: Callable[[State], None] | None = None,
    format: str | None = None,
    limits: Limits | None = None,
    **options: Any,
) -> Summary:
    """Read many documents into the tables of a panel.

    The tables are `reports` (a row a report, a column a figure), `facts` (a row a figure),
    `claims` (a row a figure of the text), `diagnostics`, `failures` and `duplicates`, sorted by
    source. A document that crashes or hangs
    its process costs itself alone and stands in `failures`.

    Args:
        sources: Files, folders, globs, archives (`.zip`, `.tar`, also packed), URLs (with the
            extra `remote`), and `@FILE`, a list of such sources.
        out: A folder, or a file that ends in `.xlsx` or `.duckdb`.
        to: `parquet`, `csv`, `jsonl`, `xlsx`, `duckdb`, or several; by default what `out` ends
            in, or else `parquet`.
        executor: Who reads, such as `distributed.Client(...).get_executor()`; by default
            processes of this machine.
        jobs: How many documents are read at the same time; by default one a core, or one a
            worker of `executor`.
        timeout: Seconds that one document may take.
        memory: Bytes that one may take (on Linux).
        check: Whether the reports are checked (`Report.check`), too.
        harmonise: Whether `reports` has the variables of `govinfo.harmonise`, too: the columns
            `panel.…`.
        resume: Go on with the run that `out` holds: what it finished is not read again, unless
            `options`, `limits` or the library's version differ.
        overwrite: Begin anew, whatever `out` holds.
        progress: Called with the `State` of the run, now and then.
        format: As in `govinfo.parse`; so are `limits` and `options`.
        limits: How large a document may be.
        **options: What adapters take, such as `password`.

    Raises:
        Interrupted: The run was interrupted (a `KeyboardInterrupt`); what was finished is written.
        FileExistsError: `out` holds a run, and neither `resume` nor `overwrite` is given.
        OSError: `out` cannot be written; what was finished is kept, for `resume`.
        MissingDependency: A library that is needed is not installed; the message names the extra.
        ValueError: There is no such format to write.
        TypeError: No installed adapter has an option of that name.
    """
    began = time.monotonic()
    configured(by_name(format or "text"), options)
    guard = Guard(timeout, memory)
    settings = Settings(
        format, limits or Limits(), _kept(options), check=check, harmonise=harmonise, guard=guard
    )
    goal = target(out, to)
    schemas(harmonise=harmonise)  # what is missing is missed before anything is read
    goal.prepare(resume=resume, overwrite=overwrite)
    items = items_of([sources] if isinstance(sources, str | os.PathLike) else sources)
    reader = Reader(settings.limits)
    with Journal(goal.journal, _keys(settings)) as journal:
        crew = Crew(executor, jobs, settings)
        feed = Feed(journal, crew, reader, progress)
        try:
            feed.run(items)
        except KeyboardInterrupt:
            crew.stop()
            feed.salvage()
            raise Interrupted(
                _written(journal, goal, items, feed, began, harmonise=harmonise)
            ) from None
        except BaseException:
            crew.stop()
            raise
        finally:
            reader.close()
        crew.close()
        return _written(journal, goal, items, feed, began, harmonise=harmonise)


def _kept(options: dict[str, Any]) -> Any:
    return options or Entries()


def _keys(settings: Settings) -> Keys:
    reading = evolve(settings, guard=Guard())
    tables = schemas(harmonise=settings.harmonise)
    columns = [f"{field.name}: {field.type}" for schema in tables.values() for field in schema]
    told = repr((govinfo.__version__, reading, sorted(tables), columns))
    return Keys(hashlib.sha256(told.encode()).hexdigest(), repr(settings.guard))


def _written(  # noqa: PLR0913 - what a run is made of
    journal: Journal,
    goal: Target,
    items: Sequence[Item],
    feed: Feed,
    began: float,
    *,
    harmonise: bool,
) -> Summary:
    """Write the tables, and say what they hold."""
    rows: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    writers = goal.open(schemas(harmonise=harmonise))
    try:
        for table, rows_of in batches(journal, harmonise=harmonise):
            rows[table] += rows_of.num_rows
            if table == FAILURES:
                errors.update(rows_of.column("error").to_pylist())
            elif table == DIAGNOSTICS:
                codes.update(rows_of.column("code").to_pylist())
            for writer in writers:
                writer.write(table, rows_of)
        files = [path for writer in writers for path in writer.close()]
    except BaseException:
        _abort(writers)
        raise
    no_report, failed = parted(errors)
    return Summary(
        total=len(items),
        read=rows[REPORTS],
        no_report=no_report,
        failed=failed,
        duplicates=rows[DUPLICATES],
        resumed=feed.resumed,
        diagnostics=dict(codes.most_common(_COMMONEST)),
        seconds=time.monotonic() - began,
        files=files,
    )


def _abort(writers: Sequence[Writer]) -> None:
    for writer in writers:
        writer.abort()
