"""`govinfo batch`: many documents into the tables of a panel."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from govinfo.commands.chinese import kind_of
from govinfo.commands.files import Failed, said
from govinfo.commands.options import FROM, language, reading, reading_options, worded
from govinfo.diagnostics import Words
from govinfo.errors import GovInfoError, MissingDependency
from govinfo.installed import extra

if TYPE_CHECKING:
    from govinfo.corpus import Summary

_FORMATS = ("parquet", "csv", "jsonl", "xlsx", "duckdb")
_INTERRUPTED = 130
"""Exit status after Ctrl-C or SIGTERM, as shells have it."""
_WORDS = {
    "documents": Words("documents in", "份文件，用时"),
    "resumed": Words("of them finished before", "份此前已完成"),
    "read": Words("read", "份已读取"),
    "no_report": Words("no report", "份不是报告"),
    "failed": Words("failed: ", "份未能读取："),
    "duplicates": Words("duplicates", "份重复"),
    "left": Words("left", "份未处理"),
    "commonest": Words("the commonest findings:", "最常见的诊断："),
    "wrote": Words("wrote", "已写出"),
}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMG]?)(?:i?B)?", re.IGNORECASE)
_UNITS = {"": 0, "K": 10, "M": 20, "G": 30}


def _bytes(context: click.Context, parameter: click.Parameter, given: str) -> int:
    found = _SIZE.fullmatch(given.strip())
    if found is None:
        raise click.BadParameter(
            worded("{given} is no size, such as 800M or 2G", given=given), context, parameter
        )
    return int(float(found[1]) * (1 << _UNITS[found[2].upper()]))


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option(
    "-o", "--output", "out", required=True, help="A folder, or a file.xlsx or file.duckdb."
)
@click.option(
    "--to",
    multiple=True,
    type=click.Choice(_FORMATS),
    help="What to write, again for several; by default what -o ends in, or else parquet.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes; by default one a core.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=60,
    show_default=True,
    help="Seconds that a document may take.",
)
@click.option(
    "--memory",
    default="1G",
    show_default=True,
    callback=_bytes,
    metavar="SIZE",
    help="Memory that a document may take, such as 800M.",
)
@click.option("--resume", is_flag=True, help="Go on with the run that OUT holds.")
@click.option("--overwrite", is_flag=True, help="Begin anew, whatever OUT holds.")
@click.option("--no-check", is_flag=True, help="Do not check the reports, only read them.")
@click.option(
    "--harmonise",
    is_flag=True,
    help="Add columns whose names hold over the editions (panel.…; docs/panel.md).",
)
@click.option("--dask", metavar="ADDRESS", help="Read on a Dask cluster, such as tcp://host:8786.")
@FROM
@reading
@click.option("-q", "--quiet", is_flag=True, help="Print no progress.")
def batch(  # noqa: PLR0913 - an option each
    sources: tuple[str, ...],
    out: str,
    to: tuple[str, ...],
    jobs: int | None,
    timeout: float,
    memory: int,
    resume: bool,
    overwrite: bool,
    no_check: bool,
    harmonise: bool,
    dask: str | None,
    source_format: str | None,
    quiet: bool,
) -> None:
    """Read many reports into the tables of a panel.

    SRC is a file, a folder, a glob, an archive (.zip, .tar, also packed), a URL (with the extra
    "remote"), or @FILE, a list of these. OUT becomes a folder of tables: reports (a row a report),
    facts (a row a figure), claims (a row a figure of the text), diagnostics, failures, duplicates.

    A document that cannot be read costs itself alone. The exit status is 0 if the tables were
    written, whatever stands in them, 2 if not, and 130 if the run was interrupted.
    """
    from govinfo.commands.progress import told  # noqa: PLC0415 - only here
    from govinfo.corpus import Interrupted, batch  # noqa: PLC0415 - likewise

    with ExitStack() as stack:
        try:
            shown = nullcontext(None) if quiet else told(bar=sys.stderr.isatty())
            stack.enter_context(_terminated())
            executor = stack.enter_context(_cluster(dask)) if dask else None
            summary = batch(
                sources,
                out,
                to=to or None,
                executor=executor,
                jobs=jobs,
                timeout=timeout,
                memory=memory,
                check=not no_check,
                harmonise=harmonise,
                resume=resume,
                overwrite=overwrite,
                progress=stack.enter_context(shown),
                format=source_format,
                **reading_options(),
            )
        except Interrupted as error:
            stack.close()
            _print(error.summary)
            _tell(worded("interrupted; to go on: the same command with --resume"))
            sys.exit(_INTERRUPTED)
        except KeyboardInterrupt:
            _tell(worded("interrupted; what was finished is kept for --resume"))
            sys.exit(_INTERRUPTED)
        except FileExistsError:
            held = "{out} holds a run already: --resume goes on with it, --overwrite begins anew"
            raise Failed(worded(held, out=out)) from None
        except (GovInfoError, OSError, ValueError, TypeError) as error:
            why = said(error)
            if isinstance(error, OSError) and _was_disk(error):
                kept = "{reason}; what was finished is kept, --resume goes on with it"
                why = worded(kept, reason=why)
            raise Failed(why) from error
    _print(summary)


def _was_disk(error: OSError) -> bool:
    return error.errno is not None and not isinstance(error, (GovInfoError, PermissionError))


def _tell(message: str) -> None:
    click.echo(f"govinfo: {message}", err=True)


@contextmanager
def _terminated() -> Iterator[None]:
    """SIGTERM is taken for Ctrl-C."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _cluster(address: str) -> Iterator[Any]:
    try:
        from distributed import Client  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingDependency(f"--dask needs distributed: {extra('dask')}") from error
    with Client(address) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor()


def _print(summary: Summary) -> None:
    from govinfo.checks.catalogue import catalogue  # noqa: PLC0415 - only here
    from govinfo.commands.progress import clock  # noqa: PLC0415 - likewise

    spoken = language()

    def line(count: int, what: str) -> None:
        if count:
            click.echo(f"{count:>9,}  {what}")

    def word(name: str) -> str:
        return _WORDS[name].text(spoken)

    click.echo(f"{summary.total:>9,}  {word('documents')} {clock(summary.seconds)}")
    line(summary.resumed, word("resumed"))
    line(summary.read, word("read"))
    line(summary.no_report, word("no_report"))
    for error, count in summary.failed.items():
        kind = kind_of(error) if spoken == "zh" else ""
        line(count, f"{word('failed')}{kind or error}")
    line(summary.duplicates, word("duplicates"))
    line(summary.left, word("left"))
    rules = {rule.code: rule for rule in catalogue()}
    if summary.diagnostics:
        click.echo(word("commonest"))
    for code, count in summary.diagnostics.items():
        known = rules.get(code)
        what = "" if known is None else known.what.zh if spoken == "zh" else known.name
        line(count, f"{code} {what}".rstrip())
    for path in summary.files:
        click.echo(f"{word('wrote')} {path}")
