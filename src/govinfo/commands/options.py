"""Options that several commands have, and how they print."""

from __future__ import annotations

import json
import locale
import os
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, TypeVar

import click

from govinfo.commands.chinese import MESSAGES
from govinfo.diagnostics import Language
from govinfo.export.visible import visible_json

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")
FROM = click.option(
    "--from",
    "source_format",
    metavar="NAME",
    help="Read the files by this adapter; by default it is chosen by their bytes.",
)
_KEPT = "govinfo.reading"
F = TypeVar("F", bound=Callable[..., Any])


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
OCR = click.option(
    "--ocr",
    type=click.Choice(["auto", "never", "always"]),
    expose_value=False,
    callback=_keep,
    help="Whether pages that are pictures of text are read: where they have no text and the extra "
    '"ocr" is installed (auto), not at all, or all of them.',
)


def reading(command: F) -> F:
    """What says how adapters read files."""
    return PASSWORD(OCR(command))


LANG = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of findings; by default GOVINFO_LANG, or what the environment says.",
)


def _redirect(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None or value == "-":
        return
    try:
        opened = Path(value).open("w", encoding="utf-8", newline="")  # noqa: SIM115 - closed with the command
    except OSError as error:
        raise click.BadParameter(
            worded("{path} cannot be written: {reason}", path=value, reason=error.strerror),
            context,
            parameter,
        ) from error
    context.with_resource(redirect_stdout(context.with_resource(opened)))


OUTPUT = click.option(
    "-o",
    "--output",
    "target",
    expose_value=False,
    callback=_redirect,
    metavar="FILE",
    help="Write the results to this file, in UTF-8, instead of to standard output.",
)


def reading_options() -> dict[str, Any]:
    """What the command line says about how adapters read files."""
    kept: dict[str, Any] = click.get_current_context().meta.get(_KEPT, {})
    return kept


_LANGUAGES: dict[str, Language] = {"zh": "zh", "chinese": "zh", "en": "en", "english": "en"}
_VARIABLES = ("GOVINFO_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What says a person's language, the first that says something first."""


def language() -> Language:
    """Chinese where the environment says so, whether or not its locale is installed."""
    for said in (*map(os.environ.get, _VARIABLES), locale.getlocale()[0]):
        if said:
            first = said.split(":")[0].lower()
            return next((_LANGUAGES[name] for name in _LANGUAGES if first.startswith(name)), "en")
    return "en"


def worded(message: str, **values: object) -> str:
    """A message of the commands, in the language of whom it is told."""
    words = MESSAGES[message] if language() == "zh" else message
    return words.format(**values)


def print_json(data: Any, indent: int | None = None) -> None:
    """Print data as JSON, Chinese characters unescaped, and what is not seen escaped."""
    click.echo(visible_json(json.dumps(data, ensure_ascii=False, indent=indent)))
