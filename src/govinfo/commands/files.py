"""Files read one after another."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

import click

from govinfo.commands.options import reading_options
from govinfo.errors import GovInfoError

T = TypeVar("T")

UNREADABLE = 2
"""Exit status where a file could not be read."""
_MANY = 20
"""Files from which a progress bar is shown."""


class Results(Generic[T]):
    """What a reader made of files, by their names.

    What cannot be read is reported on standard error and remembered in `status`.
    """

    def __init__(
        self, files: Sequence[str], reader: Callable[..., T], source_format: str | None
    ) -> None:
        self._files = files
        self._reader = reader
        self._format = source_format
        self.status = 0

    def __iter__(self) -> Iterator[tuple[str, T]]:
        for name in _with_progress(self._files):
            try:
                source = sys.stdin.buffer if name == "-" else name
                result = self._reader(source, format=self._format, **reading_options())
            except GovInfoError as error:
                self.status = UNREADABLE
                click.echo(f"govinfo: {error}", err=True)
                continue
            yield name, result


def _with_progress(files: Sequence[str]) -> Iterator[str]:
    """The files, with a progress bar where there are many and a person is watching."""
    if len(files) < _MANY or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as bar:
        yield from bar
