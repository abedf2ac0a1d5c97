"""`govinfo show`: a page to look at."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING, Any

import click
from attrs import evolve

import govinfo
from govinfo.adapters.base import Pictured
from govinfo.adapters.registry import choose, configured
from govinfo.commands.files import Results, tell_written
from govinfo.commands.options import FILES, FROM, LANG, language, reading, worded
from govinfo.diagnostics import Language
from govinfo.errors import GovInfoError
from govinfo.source import Limits, load

if TYPE_CHECKING:
    from govinfo.render.review import Review


@click.command()
@FILES
@FROM
@reading
@LANG
@click.option(
    "-o",
    "--output",
    "target",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="review.html",
    show_default=True,
    help="Where to write the page; - for standard output.",
)
def show(
    files: tuple[str, ...],
    source_format: str | None,
    lang: Language | None,
    target: IO[str],
) -> None:
    """Make a page to look at.

    Problems stand first, then the tables with what is known of each figure, and the text.

    The page is one file of HTML that needs no network. Of PDF it holds pictures of the pages. The
    exit status is 2 if a file could not be read, 0 otherwise, whatever was found.
    """
    from govinfo.render.review import page  # noqa: PLC0415 - other commands do not need it

    read = Results(files, _review, source_format)
    reviews = [evolve(review, name=name) for name, review in read]
    if reviews or read.unread:
        target.write(page(reviews, lang or language(), read.unread))
        if target.name != "-":
            tell_written(target.name)
    sys.exit(read.close())


def _review(location: Any, *, format: str | None, **options: Any) -> Review:
    from govinfo.render.review import Review, pages  # noqa: PLC0415 - likewise

    source = load(location, Limits())
    report = govinfo.parse(source, format=format, **options)
    findings = (*report.diagnostics, *report.check())
    adapter = configured(choose(source, format), options)
    if not isinstance(adapter, Pictured):
        return Review(source.name, report, findings)
    try:
        pictures = adapter.pictures(source, pages(report, findings))
    except GovInfoError as error:
        click.echo(f"govinfo: {worded('no pictures of pages: {reason}', reason=error)}", err=True)
        pictures = ()
    return Review(source.name, report, findings, pictures)
