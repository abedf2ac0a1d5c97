"""The command line."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from typing import Any

import click

import govinfo
from govinfo.adapters import registry
from govinfo.commands.batch import batch
from govinfo.commands.check import check
from govinfo.commands.diff import diff
from govinfo.commands.files import Results
from govinfo.commands.guard import Guarded, console
from govinfo.commands.options import FILES, FROM, LANG, PASSWORD, language, print_json
from govinfo.commands.plan import plan
from govinfo.commands.render import render
from govinfo.commands.rollup import rollup
from govinfo.commands.rules import rule, rules
from govinfo.commands.show import show
from govinfo.diagnostics import Language
from govinfo.template.report import Report

_OUTPUT = click.option(
    "--format",
    "output",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="table is for people; json, jsonl and csv are for programs.",
)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print no findings.")


@click.group(cls=Guarded, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(govinfo.__version__, prog_name="govinfo")
def main() -> None:
    """Read annual reports on open government information (政府信息公开工作年度报告).

    A FILE is a path, a URL (with the extra "remote"), or - for standard input. Results go to
    standard output; findings, errors and progress go to standard error. The exit status is 0 if
    every file was read, 2 if one was not; of `govinfo check`, `diff`
    and `rollup` it is 1 if they have findings.
    """


for command in (batch, check, diff, plan, render, rollup, rules, rule, show):
    main.add_command(command)


@main.command()
@FILES
@_OUTPUT
@FROM
@PASSWORD
@LANG
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
    done = _reports(files, source_format, None if quiet else lang or language())
    if output == "table":
        _show(done)
    elif output == "csv":
        from govinfo.export.tables import wide_rows  # noqa: PLC0415 - only for this format

        columns, rows = wide_rows(list(done))
        _write_csv(columns, rows)
    elif output == "jsonl":
        for name, report in done:
            print_json({"file": name, "report": report.to_dict()})
    else:
        reports = [{"file": name, "report": report.to_dict()} for name, report in done]
        whole = reports[0]["report"] if len(files) == 1 and reports else reports
        if reports or len(files) > 1:
            print_json(whole, indent=2)
    sys.exit(done.status)


@main.command()
@FILES
@_OUTPUT
@FROM
@PASSWORD
@LANG
@_QUIET
def facts(
    files: tuple[str, ...],
    output: str,
    source_format: str | None,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Print every figure of reports in long form.

    A line each: path, label, value, unit, raw, note, where.
    """
    from govinfo.export.tables import LONG, long_rows  # noqa: PLC0415 - after the parser is

    done = _reports(files, source_format, None if quiet else lang or language())
    found = ({"file": name, **row} for name, report in done for row in long_rows(report))
    columns = ["file", *LONG] if len(files) > 1 else list(LONG)
    rows = ({name: row[name] for name in columns} for row in found)
    if output == "csv":
        _write_csv(columns, rows)
    elif output == "jsonl":
        for row in rows:
            print_json(row)
    elif output == "json":
        print_json(list(rows), indent=2)
    else:
        _print_rows(columns, rows)
    sys.exit(done.status)


@main.command()
@FILES
@FROM
@PASSWORD
def blocks(files: tuple[str, ...], source_format: str | None) -> None:
    """Print what an adapter makes of files.

    Headings, paragraphs and rows of tables stand on a line each.
    """
    done = Results(files, govinfo.read, source_format)
    for name, document in done:
        if len(files) > 1:
            click.echo(f"== {name} ({document.format})")
        click.echo(document.dump())
    sys.exit(done.status)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    from govinfo.export.schema import schema as make  # noqa: PLC0415 - only here

    print_json(make(), indent=2)


@main.command()
def adapters() -> None:
    """List the formats that can be read.

    Adapters that are installed but broken are listed with what is wrong with them.
    """
    for entry in registry.registered():
        if entry.adapter is None:
            click.echo(f"{entry.name}\tbroken: {entry.fault}\t({entry.package})")
        else:
            endings = " ".join(entry.adapter.extensions)
            click.echo(f"{entry.name}\t{endings}\t({entry.package})")


def _reports(
    files: tuple[str, ...], source_format: str | None, lang: Language | None
) -> Results[Report]:
    """The files' reports; their findings are printed in a language, if one is given."""

    def read(source: Any, *, format: str | None, **options: Any) -> Report:
        report = govinfo.parse(source, format=format, **options)
        if lang is not None and report.diagnostics:
            _print_findings(str(source) if len(files) > 1 else "", report, lang)
        return report

    return Results(files, read, source_format)


def _show(done: Results[Report]) -> None:
    from govinfo.render.terminal import show  # noqa: PLC0415

    out = console()
    for number, (_, report) in enumerate(done):
        if number:
            out.print()
        show(report, out)


def _print_findings(name: str, report: Report, lang: Language) -> None:
    from govinfo.render.findings import show_findings  # noqa: PLC0415

    err = console(stderr=True, soft_wrap=True)
    if name:
        err.print(f"== {name}", highlight=False, markup=False)
    show_findings(report.diagnostics, err, lang)


def _write_csv(columns: Sequence[str], rows: Any) -> None:
    from govinfo.export.cells import csv_cell  # noqa: PLC0415 - only for this format

    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: csv_cell(row[name]) for name in row} for row in rows)
    click.echo(text.getvalue(), nl=False)


def _print_rows(columns: Sequence[str], rows: Any) -> None:
    from rich.table import Table  # noqa: PLC0415 - programs do not need it

    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", justify="right" if name == "value" else "left")
    for row in rows:
        table.add_row(*("" if row[name] is None else str(row[name]) for name in columns))
    console().print(table)
