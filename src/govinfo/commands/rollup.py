"""`govinfo rollup`: an organ's report beside those of its units, or their sum."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

import govinfo
from govinfo.between.units import Rollup
from govinfo.commands.files import Failed, Results, said, tell_written
from govinfo.commands.guard import console
from govinfo.commands.options import FILES, FROM, LANG, language, print_json, reading, worded
from govinfo.commands.render import ENDINGS, written
from govinfo.diagnostics import Language, Severity
from govinfo.template.editions import Edition
from govinfo.template.report import Report

FINDINGS = 1
"""Exit status where the reports contradict one another."""


@click.command()
@FILES
@click.option("--sum", "only_sum", is_flag=True, help="All files are units; there is no parent.")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(dir_okay=False),
    help="Write the sum as a report to this file, in the format that its ending names.",
)
@click.option(
    "--table",
    type=click.Path(dir_okay=False),
    help="Write who contributed what to this file, .csv or .xlsx: a column for each unit.",
)
@click.option("--agency", help="Whose report the sum is.")
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    help="The edition of the sum; by default the latest of the units'.",
)
@FROM
@reading
@LANG
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "csv", "html"]),
    default="text",
    show_default=True,
    help="text is for people, html a page to look at; csv has a column for each unit.",
)
@click.option("-v", "--all", "every", is_flag=True, help="Print also the sums that agree.")
def rollup(  # noqa: PLR0913 - an option each
    files: tuple[str, ...],
    only_sum: bool,
    target: str | None,
    table: str | None,
    agency: str | None,
    edition: str | None,
    source_format: str | None,
    lang: Language | None,
    output: str,
    every: bool,
) -> None:
    """Sum the reports of units, and compare the sums with the parent's.

    The first FILE is the parent's report, the others are its units'; with --sum all are units'.

    The exit status is 1 if a sum differs or a report does not fit, 2 if a file could not be read
    or the sum not be written, 0 otherwise. Nothing is summed unless every file was read.
    """
    if len(files) < 2 - only_sum:
        raise click.UsageError(worded("give the parent's report and then its units', or --sum"))
    if not only_sum and (target or agency or edition):
        raise click.UsageError(worded("--output, --agency and --edition are for --sum"))
    read = Results(files, govinfo.parse, source_format)
    reports = [report for _, report in read]
    if read.status:
        sys.exit(read.status)
    found = _summed(reports, only_sum, edition)
    spoken = lang or language()
    if target is not None:
        _write(target, lambda: _report(found, target, agency))
    if table is not None:
        _write(table, lambda: _table(found, table))
    _print(found, output, spoken, every=every or only_sum)
    problems = any(finding.severity is not Severity.INFO for finding in found.findings)
    sys.exit(FINDINGS if problems else 0)


def _summed(reports: Sequence[Report], only_sum: bool, edition: str | None) -> Rollup:
    if only_sum:
        return govinfo.rollup(None, reports, edition=edition)
    return govinfo.rollup(reports[0], reports[1:])


def _write(target: str, make: Callable[[], bytes]) -> None:
    try:
        Path(target).write_bytes(make())
    except (ValueError, OSError, govinfo.GovInfoError) as error:
        raise Failed(said(error)) from error
    tell_written(target)


def _report(found: Rollup, target: str, agency: str | None) -> bytes:
    wanted = ENDINGS.get(Path(target).suffix.lower())
    if wanted is None:
        raise ValueError(worded("what is {target}? Its ending names no format", target=target))
    return written(found.report(agency=agency), wanted, None)


def _table(found: Rollup, target: str) -> bytes:
    from govinfo.between.export import rollup_rows  # noqa: PLC0415 - only here
    from govinfo.export.sheet import workbook_of  # noqa: PLC0415 - likewise

    columns, rows = rollup_rows(found)
    match Path(target).suffix.lower():
        case ".xlsx":
            return workbook_of(columns, rows)
        case ".csv":
            return _csv(columns, rows).encode("utf-8-sig")
    raise ValueError(worded("what is {target}? A table is .csv or .xlsx", target=target))


def _csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _print(found: Rollup, output: str, spoken: Language, *, every: bool) -> None:
    if output == "json":
        print_json(found.to_dict(spoken), indent=2)
    elif output == "html":
        from govinfo.render.between_page import between_page  # noqa: PLC0415 - only here

        click.echo(between_page(found, spoken))
    elif output == "csv":
        from govinfo.between.export import rollup_rows  # noqa: PLC0415 - only for this format

        click.echo(_csv(*rollup_rows(found)), nl=False)
    else:
        from govinfo.render.rollup import show_rollup  # noqa: PLC0415

        show_rollup(found, console(soft_wrap=True, highlight=False), spoken, every=every)
