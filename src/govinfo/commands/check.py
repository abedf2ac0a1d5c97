"""`govinfo check`: what is wrong with reports."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

import click

import govinfo
from govinfo.commands.files import Results
from govinfo.commands.guard import console
from govinfo.commands.options import (
    FILES,
    FROM,
    LANG,
    OUTPUT,
    language,
    print_json,
    reading,
    worded,
)
from govinfo.diagnostics import Diagnostic, Language, Severity
from govinfo.template.report import Report

FINDINGS = 1
"""Exit status where a report has errors or warnings."""

Checked = tuple[str, Report, Sequence[Diagnostic]]
Unread = Mapping[str, str]
"""Why each file that could not be read could not be."""


def _codes(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    from govinfo.checks.run import UnknownCode, codes  # noqa: PLC0415 - only here

    try:
        return codes(code for each in given for code in each.split(",") if code.strip())
    except UnknownCode as error:
        if error.nearest:
            words = worded(
                "there is no rule {code}, the nearest is {nearest}; `govinfo rules` lists them",
                code=error.code,
                nearest=error.nearest,
            )
        else:
            words = worded("there is no rule {code}; `govinfo rules` lists them", code=error.code)
        raise click.BadParameter(words, context, parameter) from error


@click.command()
@FILES
@OUTPUT
@FROM
@reading
@LANG
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "html", "docx", "xlsx", "json", "sarif"]),
    default="text",
    show_default=True,
    help="text is for people, html a page of all reports to look at, docx and xlsx a list of "
    "problems to send; json and sarif are for programs.",
)
@click.option(
    "--select",
    multiple=True,
    callback=_codes,
    metavar="CODE",
    help="Only findings whose code begins so, such as GI2 or GI201; several by commas or again.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=_codes,
    metavar="CODE",
    help="Leave out findings whose code begins so; the longer beginning of a code decides.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print problems only, no notes.")
@click.option("-v", "--verbose", is_flag=True, help="Print each of many notes of one kind.")
def check(  # noqa: PLR0913 - an argument is an option
    files: tuple[str, ...],
    source_format: str | None,
    lang: Language | None,
    output: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Say what is wrong with reports.

    That is what cannot be read surely, sums, the narrative against the tables, and form.

    The findings go to standard output. The exit status is 1 if a report has errors or warnings,
    2 if a file could not be read, 0 otherwise: notes do not count.
    """
    from govinfo.checks.run import chosen  # noqa: PLC0415 - only here

    read = Results(files, govinfo.parse, source_format)
    least = Severity.WARNING if quiet else Severity.INFO

    def checked() -> Iterable[Checked]:
        for name, report in read:
            found = chosen((*report.diagnostics, *report.check()), select, ignore)
            yield name, report, [finding for finding in found if _counts(finding, least)]

    spoken = lang or language()
    if output in _LISTS and sys.stdout.isatty():
        raise click.UsageError(worded("name a file for the {output} with -o", output=output))
    if output == "text":
        problems = _print_text(checked(), spoken, every=verbose)
        read.tell_readers()
    else:
        problems = _PRINTERS[output](list(checked()), read.unread, spoken)
    sys.exit(read.close() or (FINDINGS if problems else 0))


def _counts(finding: Diagnostic, least: Severity) -> bool:
    order = list(Severity)
    return order.index(finding.severity) <= order.index(least)


def _problems(findings: Sequence[Diagnostic]) -> bool:
    return any(_counts(finding, Severity.WARNING) for finding in findings)


def _print_text(checked: Iterable[Checked], lang: Language, *, every: bool) -> bool:
    from govinfo.render.findings import show_check  # noqa: PLC0415

    out = console(soft_wrap=True, highlight=False)
    problems = False
    for name, report, findings in checked:
        show_check(f"{name}  {report.title}".rstrip(), findings, out, lang, every=every)
        problems |= _problems(findings)
    return problems


def _print_json(checked: Sequence[Checked], unread: Unread, lang: Language) -> bool:
    from govinfo.export.convert import finding_data  # noqa: PLC0415

    errors = [{"file": name, "error": error} for name, error in unread.items()]
    found = [
        {
            "file": name,
            "title": report.title,
            "findings": [finding_data(finding, lang) for finding in findings],
        }
        for name, report, findings in checked
    ]
    print_json([*errors, *found], indent=2)
    return any(_problems(findings) for _, _, findings in checked)


def _print_sarif(checked: Sequence[Checked], unread: Unread, lang: Language) -> bool:
    from govinfo.export.sarif import Found, sarif  # noqa: PLC0415

    held = [Found(name, findings, report.facts) for name, report, findings in checked]
    print_json(sarif(held, lang, govinfo.__version__, unread), indent=2)
    return any(_problems(one.findings) for one in held)


def _print_html(checked: Sequence[Checked], unread: Unread, lang: Language) -> bool:
    from govinfo.render.review import Review, page  # noqa: PLC0415

    reviews = [Review(name, report, tuple(findings)) for name, report, findings in checked]
    click.echo(page(reviews, lang, unread))
    return any(_problems(review.findings) for review in reviews)


def _print_list(output: str) -> Callable[[Sequence[Checked], Unread, Language], bool]:
    def print_list(checked: Sequence[Checked], unread: Unread, lang: Language) -> bool:
        from govinfo.render.problems import Listed, to_sheet, to_word  # noqa: PLC0415

        listed = [Listed(name, report.title, findings) for name, report, findings in checked]
        click.echo((to_word if output == "docx" else to_sheet)(listed, unread, lang), nl=False)
        return any(_problems(one.findings) for one in listed)

    return print_list


_LISTS = ("docx", "xlsx")
_PRINTERS = {name: _print_list(name) for name in _LISTS} | {
    "html": _print_html,
    "json": _print_json,
    "sarif": _print_sarif,
}
