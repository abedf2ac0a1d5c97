"""The command line."""

from __future__ import annotations

import csv
import io
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

import click

import govinfo
from govinfo.adapters import registry
from govinfo.commands.batch import batch
from govinfo.commands.check import check
from govinfo.commands.chinese import LOGGED
from govinfo.commands.completion import completion
from govinfo.commands.coverage import coverage
from govinfo.commands.diff import diff
from govinfo.commands.files import Results
from govinfo.commands.guard import Guarded, console
from govinfo.commands.options import FILES, FROM, LANG, OUTPUT, language, print_json, reading
from govinfo.commands.plan import plan
from govinfo.commands.render import render
from govinfo.commands.rollup import rollup
from govinfo.commands.rules import rule, rules
from govinfo.commands.show import show
from govinfo.diagnostics import Language
from govinfo.export.visible import visible
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
_EXCEL = click.option(
    "--excel", is_flag=True, help="Write csv as Excel opens it: with a mark that it is UTF-8."
)


_PLAIN = click.option(
    "--plain-names",
    is_flag=True,
    help="Name the columns of csv as a database takes them unquoted: requests_received_total.",
)


@click.group(cls=Guarded, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(govinfo.__version__, prog_name="govinfo")
def main() -> None:
    """Read annual reports on open government information (政府信息公开工作年度报告).

    A FILE is a path, a URL (with the extra "remote"), or - for standard input. Results go to
    standard output; findings, errors and progress go to standard error. The exit status is 0 if
    every file was read, 2 if one was not; of `govinfo check`, `coverage`,
    `diff` and `rollup` it is 1 if they have findings.
    """
    if sys.stderr.isatty():
        _tell_of_pictures()


def _tell_of_pictures() -> None:
    """Tell a person which page is being read as a picture: each takes seconds."""
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("govinfo: %(message)s"))
    told.addFilter(_in_their_language)
    log = logging.getLogger("govinfo.adapters.scan")
    log.addHandler(told)
    log.setLevel(logging.INFO)


def _in_their_language(record: logging.LogRecord) -> bool:
    """Put what is logged in the language of whom it is told; all of it is told."""
    if language() == "zh":
        record.msg = LOGGED.get(record.msg, record.msg)
    return True


for command in (batch, check, completion, coverage, diff, plan, render, rollup, rules, rule, show):
    main.add_command(command)


@main.command()
@FILES
@_OUTPUT
@OUTPUT
@_EXCEL
@_PLAIN
@FROM
@reading
@LANG
@_QUIET
def parse(  # noqa: PLR0913 - an argument is an option
    files: tuple[str, ...],
    output: str,
    source_format: str | None,
    lang: Language | None,
    quiet: bool,
    excel: bool,
    plain_names: bool,
) -> None:
    """Read reports and print their figures.

    The csv is wide: one row a report, the same columns whatever the files. The json of one file is
    the report itself; of several, a list of {"file": ..., "report": ...}, of which jsonl prints one
    a line. A file that could not be read is a row, or a {"file": ..., "error": ...}, too.
    """
    done = _reports(files, source_format, None if quiet else lang or language())
    if excel or plain_names or output == "csv":
        from govinfo.export.columns import plain_name  # noqa: PLC0415 - only here
        from govinfo.export.tables import wide_columns, wide_rows  # noqa: PLC0415 - likewise

        naming = plain_name if plain_names else str
        _write_csv(wide_columns(), wide_rows(done, done.unread), naming, excel=excel)
    elif output == "table":
        _show(done)
        done.tell_readers()
    elif output == "jsonl":
        for name, report in done:
            print_json({"file": name, "report": report.to_dict()})
        for error in done.errors:
            print_json(error)
    else:
        reports = [{"file": name, "report": report.to_dict()} for name, report in done]
        entries: list[dict[str, Any]] = [*done.errors, *reports]
        whole = entries if len(files) > 1 else entries[0].get("report", entries[0])
        print_json(whole, indent=2)
    sys.exit(done.close())


@main.command()
@FILES
@_OUTPUT
@OUTPUT
@_EXCEL
@click.option("--claims", is_flag=True, help="Print what the narratives say of figures, too.")
@FROM
@reading
@LANG
@_QUIET
def facts(  # noqa: PLR0913 - likewise
    files: tuple[str, ...],
    output: str,
    claims: bool,
    source_format: str | None,
    lang: Language | None,
    quiet: bool,
    excel: bool,
) -> None:
    """Print every figure of reports in long form.

    A line each: path, label, value, unit, raw, note, where, status; for programs also the file,
    its sha256, its format, and when and by which version it was read. The status is printed,
    blank, not applicable, not understood, not placed, or no such row. Of a claim of the
    text (--claims) the note is the sentence, and the status is agrees, differs, or told, where no
    table says it.
    """
    from govinfo.export.tables import (  # noqa: PLC0415 - only here
        LONG,
        NOT_READ,
        ORIGIN,
        claim_rows,
        long_rows,
    )

    done = _reports(files, source_format, None if quiet else lang or language())
    if excel or output != "table":
        columns = ["file", *LONG, *ORIGIN]
    else:
        columns = ["file", *LONG] if len(files) > 1 else list(LONG)

    def rows() -> Iterator[dict[str, Any]]:
        for name, report in done:
            for row in chain(long_rows(report), claim_rows(report) if claims else ()):
                yield {"file": name, **row}
        for name, error in done.unread.items():
            yield dict.fromkeys(columns) | {"file": name, "note": error, "status": NOT_READ}

    found = ({name: row[name] for name in columns} for row in rows())
    if excel or output == "csv":
        _write_csv(columns, found, str, excel=excel)
    elif output == "jsonl":
        for row in found:
            print_json(row)
    elif output == "json":
        print_json(list(found), indent=2)
    else:
        _print_rows(columns, found)
    sys.exit(done.close())


@main.command()
@FILES
@FROM
@reading
def blocks(files: tuple[str, ...], source_format: str | None) -> None:
    """Print what an adapter makes of files.

    Headings, paragraphs and rows of tables stand on a line each.
    """
    done = Results(files, govinfo.read, source_format)
    for name, document in done:
        if len(files) > 1:
            click.echo(f"== {name} ({document.format})")
        click.echo(visible(document.dump()))
    sys.exit(done.close())


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


def _write_csv(
    columns: Sequence[str], rows: Any, naming: Callable[[str], str], *, excel: bool
) -> None:
    from govinfo.export.cells import csv_cell  # noqa: PLC0415 - only for this format

    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n" if excel else "\n")
    writer.writerow({name: naming(name) for name in columns})
    writer.writerows({name: csv_cell(row[name]) for name in row} for row in rows)
    click.echo(text.getvalue().encode("utf-8-sig") if excel else text.getvalue(), nl=False)


def _print_rows(columns: Sequence[str], rows: Any) -> None:
    from rich.table import Table  # noqa: PLC0415 - programs do not need it
    from rich.text import Text  # noqa: PLC0415

    written = [["" if row[name] is None else str(row[name]) for name in columns] for row in rows]
    if not sys.stdout.isatty():
        for values in ([*columns], *written):
            click.echo("\t".join(visible(" ".join(value.split())) for value in values))
        return
    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", justify="right" if name == "value" else "left")
    for values in written:
        table.add_row(*map(Text, values))
    console().print(table)
