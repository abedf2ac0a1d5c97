"""`govinfo diff`: a report beside that of the year before."""

from __future__ import annotations

import sys

import click

import govinfo
from govinfo.commands.files import Results
from govinfo.commands.guard import console
from govinfo.commands.options import FROM, LANG, language, print_json, reading
from govinfo.diagnostics import Language, Severity

FINDINGS = 1
"""Exit status where the reports contradict one another."""


@click.command()
@click.argument("last")
@click.argument("this")
@FROM
@reading
@LANG
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="text is for people, html a page to look at; json is for programs.",
)
@click.option(
    "-v", "--all", "every", is_flag=True, help="Print also the figures that did not change."
)
def diff(  # noqa: PLR0913 - an argument is an option
    last: str,
    this: str,
    source_format: str | None,
    lang: Language | None,
    output: str,
    every: bool,
) -> None:
    """Compare a report with that of the year before.

    Every figure that changed, what LAST hands on to THIS and is another figure there, and what
    the text repeats. What cannot be read surely is for `govinfo check` to say.

    The exit status is 1 if the reports contradict one another, 2 if one could not be read, 0
    otherwise.
    """
    read = Results((last, this), govinfo.parse, source_format)
    reports = [report for _, report in read]
    if read.status:
        sys.exit(read.status)
    found = govinfo.compare(*reports)
    spoken = lang or language()
    if output == "json":
        print_json(found.to_dict(spoken), indent=2)
    elif output == "html":
        from govinfo.render.between_page import between_page  # noqa: PLC0415 - only here

        click.echo(between_page(found, spoken))
    else:
        from govinfo.render.comparison import show_comparison  # noqa: PLC0415

        show_comparison(found, console(soft_wrap=True, highlight=False), spoken, every=every)
    problems = any(finding.severity is not Severity.INFO for finding in found.findings)
    sys.exit(FINDINGS if problems else 0)
