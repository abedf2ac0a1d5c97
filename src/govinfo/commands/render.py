"""`govinfo render`: a report written as a document, or as a sheet to be filled in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

import govinfo
from govinfo.commands.files import Failed, said
from govinfo.commands.options import reading, reading_options, worded
from govinfo.errors import GovInfoError
from govinfo.render.text import LAYOUTS
from govinfo.render.workbook import to_workbook
from govinfo.render.write import FORMATS
from govinfo.template.editions import Edition
from govinfo.template.report import Report

_SHEETS = {"csv": (".csv",), "xlsx": (".xlsx",), "json": (".json",)}
"""What figures are filled in: a form of a report that is no document."""
ENDINGS = {ending: name for name, endings in {**FORMATS, **_SHEETS}.items() for ending in endings}
"""The format of a file by what its name ends in."""


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@click.option(
    "--blank",
    type=click.Choice([edition.value for edition in Edition]),
    help="Write the blank template of an edition; no FILE is then read.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice([*FORMATS, *_SHEETS]),
    help="What to write; by default what the output's ending says, or else markdown.",
)
@click.option(
    "--paths",
    is_flag=True,
    help="Write xlsx as csv is: one row a figure under its path, not the form itself.",
)
@click.option("--layout", type=click.Choice(list(LAYOUTS)), help="How text draws tables.")
@click.option(
    "--from",
    "source_format",
    metavar="NAME",
    help="Read FILE by this adapter; by default it is told by its bytes.",
)
@reading
def render(  # noqa: PLR0913 - an option each
    file: str | None,
    blank: str | None,
    output: str | None,
    output_format: str | None,
    paths: bool,
    layout: str | None,
    source_format: str | None,
) -> None:
    """Write a report in the official form of its edition.

    FILE is the json of `govinfo parse`, a sheet (csv, xlsx) with the columns path and value, such
    as `govinfo facts --format csv` prints, or any document that can be read; - is standard input.

    To fill in: `govinfo render --blank 2021 -o form.xlsx` is the form as a workbook, whose totals
    add themselves up, and `-o figures.csv` a list of the figures' paths. Both are read again.
    """
    if (file is None) == (blank is None):
        raise click.UsageError(worded("give either a FILE or --blank EDITION"))
    wanted = output_format or ENDINGS.get(Path(output or "").suffix.lower())
    if wanted is None and output is not None:
        raise click.UsageError(
            worded("what is {output}? Name a format with --format", output=output)
        )
    try:
        report = Report.blank(blank) if blank else _parsed(file or "-", source_format)
        made = written(report, wanted or "markdown", layout, paths=paths)
    except GovInfoError as error:
        raise Failed(said(error, file or "")) from error
    except ValueError as error:
        raise Failed(str(error)) from error
    if output is None or output == "-":
        click.echo(made, nl=False)
        return
    try:
        Path(output).write_bytes(made)
    except OSError as error:
        raise Failed(
            worded("{path} cannot be written: {reason}", path=output, reason=error.strerror)
        ) from error


def _parsed(name: str, source_format: str | None) -> Report:
    source = sys.stdin.buffer if name == "-" else name
    return govinfo.parse(source, format=source_format, **reading_options())


def written(report: Report, wanted: str, layout: str | None, *, paths: bool = False) -> bytes:
    """A report in a format; a workbook as the form itself, or as a list of paths.

    Raises:
        ValueError: The report cannot be written so.
    """
    from govinfo.export import sheet  # noqa: PLC0415 - only here

    if paths and wanted not in {"csv", "xlsx"}:
        raise ValueError(worded("--paths is for csv and xlsx, not for {wanted}", wanted=wanted))
    if layout is not None and wanted != "text":
        raise ValueError(worded("--layout is for text, not for {wanted}", wanted=wanted))
    match wanted:
        case "csv":
            return sheet.to_csv(report)
        case "xlsx":
            return sheet.to_xlsx(report) if paths else to_workbook(report)
        case "json":
            return f"{report.to_json(indent=2)}\n".encode()
    return report.render(wanted, layout=layout)
