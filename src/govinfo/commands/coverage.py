"""`govinfo coverage`: which unit has which year."""

from __future__ import annotations

import csv
import io
import sys
from datetime import datetime

import click

from govinfo.between.coverage import Coverage
from govinfo.commands.files import Failed, said
from govinfo.commands.options import LANG, OUTPUT, language, print_json, worded
from govinfo.diagnostics import Language
from govinfo.errors import GovInfoError

WANTING = 1
"""Exit status where a unit's report is missing, late, unreadable, or there twice."""


def _years(
    context: click.Context, parameter: click.Parameter, given: str | None
) -> tuple[int, ...] | None:
    """Years such as `2019-2023`, `2021`, or `2019,2021`."""
    if given is None:
        return None
    found: list[int] = []
    for part in given.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isdecimal() and (last or first).isdecimal() and len(first) == 4):
            wrong = worded("{given} is no year, such as 2023 or 2019-2023", given=part)
            raise click.BadParameter(wrong, context, parameter)
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


@click.command()
@click.argument("out", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--roster",
    required=True,
    metavar="FILE",
    help="The units, a CSV file with a column name (名称).",
)
@click.option("--years", callback=_years, metavar="YEARS", help="Such as 2019-2023.")
@click.option(
    "--place", default="", metavar="NAME", help="What names may begin with or not, such as 云岭市."
)
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of which it is said what is missing; by default today.",
)
@LANG
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "csv", "json", "html"]),
    default="text",
    show_default=True,
    help="text is for people, html a page to look at; csv has a row a unit and year.",
)
@OUTPUT
def coverage(  # noqa: PLR0913 - an option each
    out: str,
    roster: str,
    years: tuple[int, ...] | None,
    place: str,
    on: datetime | None,
    lang: Language | None,
    output: str,
) -> None:
    """Tell which unit has the report of which year.

    OUT is the folder of a run of govinfo batch. The roster may have the columns aliases (别名,
    parted by ;), deadline (截止日期, such as 03-31), from and to (起始年度, 终止年度). A unit's
    reports are those whose titles name it; what is merely near is told, and taken for nobody's.

    The exit status is 1 if a report is missing, late, unreadable or there twice, 2 if the roster or
    the run cannot be read, 0 otherwise.
    """
    import govinfo  # noqa: PLC0415 - its name is this function's

    try:
        found = govinfo.coverage(
            out, roster, years=years, place=place, on=on.date() if on is not None else None
        )
    except (GovInfoError, OSError, ValueError) as error:
        raise Failed(said(error)) from error
    _print(found, output, lang or language())
    sys.exit(0 if found.complete else WANTING)


def _print(found: Coverage, output: str, spoken: Language) -> None:
    if output == "json":
        print_json(found.to_dict(), indent=2)
    elif output == "html":
        from govinfo.render.coverage_page import coverage_page  # noqa: PLC0415 - only here

        click.echo(coverage_page(found, spoken))
    elif output == "csv":
        from govinfo.between.export import ENTRY, coverage_rows  # noqa: PLC0415 - only here
        from govinfo.export.cells import csv_cell  # noqa: PLC0415 - likewise

        text = io.StringIO()
        writer = csv.DictWriter(text, ENTRY, lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: csv_cell(row[key]) for key in row} for row in coverage_rows(found))
        click.echo(text.getvalue(), nl=False)
    else:
        from rich.console import Console  # noqa: PLC0415 - programs do not need it

        from govinfo.render.coverage import show_coverage  # noqa: PLC0415

        show_coverage(found, Console(soft_wrap=True, highlight=False), spoken)
