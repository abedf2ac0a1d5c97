"""The command line."""

from __future__ import annotations

import csv
import io
import json
import locale
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

import govinfo
from govinfo.adapters import registry
from govinfo.diagnostics import Language
from govinfo.errors import GovInfoError

_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")
_FROM = click.option(
    "--from",
    "source_format",
    metavar="NAME",
    help="Read the files by this adapter; by default it is chosen by their bytes.",
)
_LANG = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of findings; by default that of the locale.",
)
_OUTPUT = click.option(
    "--format",
    "output",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="table is for people; json, jsonl and csv are for programs.",
)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print no findings.")

UNREADABLE = 2
"""Exit status where a file could not be read."""
_MANY = 20
"""Files from which a progress bar is shown."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(govinfo.__version__, prog_name="govinfo")
def main() -> None:
    """Read annual reports on open government information (政府信息公开工作年度报告).

    A FILE is a path, a URL (with the extra "remote"), or - for standard input. Results go to
    standard output; findings, errors and progress go to standard error. The exit status is 0 if
    every file was read and 2 if one was not.
    """


@main.command()
@_FILES
@_OUTPUT
@_FROM
@_LANG
@_QUIET
def parse(
    files: tuple[str, ...],
    output: str,
    source_format: str | None,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Read reports and print their figures.

    The csv is wide: one row a report, one column a figure. The json of one file is the report
    itself; of several, a list of {"file": ..., "report": ...}, of which jsonl prints one a line.
    """
    done = _Results(files, govinfo.parse, source_format, None if quiet else lang or _language())
    if output == "table":
        _show(done)
    elif output == "csv":
        from govinfo.export.tables import wide_rows  # noqa: PLC0415 - only for this format

        columns, rows = wide_rows(list(done))
        _write_csv(columns, rows)
    elif output == "jsonl":
        for name, report in done:
            _print_json({"file": name, "report": report.to_dict()})
    else:
        reports = [{"file": name, "report": report.to_dict()} for name, report in done]
        whole = reports[0]["report"] if len(files) == 1 and reports else reports
        if reports or len(files) > 1:
            _print_json(whole, indent=2)
    sys.exit(done.status)


@main.command()
@_FILES
@_OUTPUT
@_FROM
@_LANG
@_QUIET
def facts(
    files: tuple[str, ...],
    output: str,
    source_format: str | None,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Print every figure of reports in long form: path, label, value, unit, raw, note, where."""
    from govinfo.export.tables import LONG, long_rows  # noqa: PLC0415 - after the parser is

    done = _Results(files, govinfo.parse, source_format, None if quiet else lang or _language())
    found = ({"file": name, **row} for name, report in done for row in long_rows(report))
    columns = ["file", *LONG] if len(files) > 1 else list(LONG)
    rows = ({name: row[name] for name in columns} for row in found)
    if output == "csv":
        _write_csv(columns, rows)
    elif output == "jsonl":
        for row in rows:
            _print_json(row)
    elif output == "json":
        _print_json(list(rows), indent=2)
    else:
        _print_rows(columns, rows)
    sys.exit(done.status)


@main.command()
@_FILES
@_FROM
def blocks(files: tuple[str, ...], source_format: str | None) -> None:
    """Print what an adapter makes of files: headings, paragraphs and tables, a line each."""
    done = _Results(files, govinfo.read, source_format)
    for name, document in done:
        if len(files) > 1:
            click.echo(f"== {name} ({document.format})")
        click.echo(document.dump())
    sys.exit(done.status)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    from govinfo.export.schema import schema as make  # noqa: PLC0415 - only here

    _print_json(make(), indent=2)


@main.command()
def adapters() -> None:
    """List the formats that can be read, and adapters that are installed but broken."""
    for entry in registry.registered():
        if entry.adapter is None:
            click.echo(f"{entry.name}\tbroken: {entry.fault}\t({entry.package})")
        else:
            endings = " ".join(entry.adapter.extensions)
            click.echo(f"{entry.name}\t{endings}\t({entry.package})")


class _Results:
    """Files read one after another; what cannot be read is reported and remembered."""

    def __init__(
        self,
        files: Sequence[str],
        reader: Callable[..., Any],
        source_format: str | None,
        lang: Language | None = None,
    ) -> None:
        self._files = files
        self._reader = reader
        self._format = source_format
        self._lang = lang
        self.status = 0

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        for name in _with_progress(self._files):
            try:
                source = sys.stdin.buffer if name == "-" else name
                result = self._reader(source, format=self._format)
            except GovInfoError as error:
                self.status = UNREADABLE
                click.echo(f"govinfo: {error}", err=True)
                continue
            yield name, result
            if self._lang is not None and result.diagnostics:
                _print_findings(name if len(self._files) > 1 else "", result, self._lang)


def _with_progress(files: Sequence[str]) -> Iterator[str]:
    """The files, with a progress bar where there are many and a person is watching."""
    if len(files) < _MANY or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as bar:
        yield from bar


def _show(done: _Results) -> None:
    from rich.console import Console  # noqa: PLC0415 - programs do not need it

    from govinfo.render.terminal import show  # noqa: PLC0415

    out = Console()
    for number, (_, report) in enumerate(done):
        if number:
            out.print()
        show(report, out)


def _print_findings(name: str, report: Any, lang: Language) -> None:
    from rich.console import Console  # noqa: PLC0415 - programs do not need it

    from govinfo.render.terminal import show_findings  # noqa: PLC0415

    err = Console(stderr=True, soft_wrap=True)
    if name:
        err.print(f"== {name}", highlight=False, markup=False)
    show_findings(report.diagnostics, err, lang)


def _language() -> Language:
    """Chinese where the locale is Chinese, English otherwise."""
    name, _ = locale.getlocale()
    return "zh" if (name or "").lower().startswith(("zh", "chinese")) else "en"


def _print_json(data: Any, indent: int | None = None) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=indent))


def _write_csv(columns: Sequence[str], rows: Any) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    click.echo(text.getvalue(), nl=False)


def _print_rows(columns: Sequence[str], rows: Any) -> None:
    from rich.console import Console  # noqa: PLC0415 - programs do not need it
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", justify="right" if name == "value" else "left")
    for row in rows:
        table.add_row(*("" if row[name] is None else str(row[name]) for name in columns))
    Console().print(table)
