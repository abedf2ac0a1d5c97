"""Options that several commands have, and how they print."""

from __future__ import annotations

import json
import locale
from typing import Any

import click

from govinfo.diagnostics import Language

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")
FROM = click.option(
    "--from",
    "source_format",
    metavar="NAME",
    help="Read the files by this adapter; by default it is chosen by their bytes.",
)
_KEPT = "govinfo.reading"


def _keep(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.meta.setdefault(_KEPT, {})[parameter.name] = value


PASSWORD = click.option(
    "--password",
    expose_value=False,
    callback=_keep,
    metavar="TEXT",
    help="Opens encrypted files.",
)
LANG = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of findings; by default that of the locale.",
)


def reading_options() -> dict[str, Any]:
    """What the command line says about how adapters read files."""
    kept: dict[str, Any] = click.get_current_context().meta.get(_KEPT, {})
    return kept


def language() -> Language:
    """Chinese where the locale is Chinese, English otherwise."""
    name, _ = locale.getlocale()
    return "zh" if (name or "").lower().startswith(("zh", "chinese")) else "en"


def print_json(data: Any, indent: int | None = None) -> None:
    """Print data as JSON, Chinese characters unescaped."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=indent))
