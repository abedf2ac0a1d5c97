"""`govinfo plan`: how the tables of a document are laid out, and why."""

from __future__ import annotations

import sys
from typing import Any

import click

import govinfo
from govinfo.commands.files import Results
from govinfo.commands.options import FILES, FROM, LANG, language, reading
from govinfo.diagnostics import Language
from govinfo.explain.section import Section
from govinfo.export.visible import visible


@click.command()
@FILES
@FROM
@reading
@LANG
def plan(files: tuple[str, ...], source_format: str | None, lang: Language | None) -> None:
    """Explain how the tables of documents are laid out.

    For each printed row: where it stands, which row of the template it is and by what that is
    known, and which column each of its cells may be. Where a row is not simply what it prints, a
    line begins with → and tells what is read of it; ? is a figure that cannot be told.
    """
    from govinfo.render.plan import in_words  # noqa: PLC0415 - other commands do not need it

    read = Results(files, _sections, source_format)
    for name, sections in read:
        if len(files) > 1:
            click.echo(f"{name}:")
        for line in in_words(sections, lang or language()):
            click.echo(visible(line))
    sys.exit(read.close())


def _sections(location: Any, *, format: str | None, **options: Any) -> list[Section]:
    from govinfo.template.assemble import tables_of  # noqa: PLC0415 - likewise

    return tables_of(govinfo.read(location, format=format, **options))
