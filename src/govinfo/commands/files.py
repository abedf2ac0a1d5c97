"""Files read one after another."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

import click

from govinfo.commands.chinese import kind_of
from govinfo.commands.options import language, reading_options, worded
from govinfo.errors import GovInfoError
from govinfo.export.visible import visible

T = TypeVar("T")

UNREADABLE = 2
"""Exit status where a file could not be read."""
_MANY = 20
"""Files from which a progress bar is shown."""


class Failed(click.ClickException):
    """One line about what is wrong, printed as the lines about files are."""

    exit_code = UNREADABLE

    def show(self, file: Any = None) -> None:
        """Print the line."""
        click.echo(f"govinfo: {visible(self.message)}", file=file, err=file is None)


def said(error: Exception, name: str = "") -> str:
    """What is said of an error: of which file, what, and in Chinese its kind and what to do."""
    what = " ".join(str(error).splitlines())
    why = what if name in what else f"{name}: {what}"
    kind = kind_of(type(error).__name__) if language() == "zh" else ""
    return f"{kind}：{why}" if kind else why


def tell_written(path: object) -> None:
    """Say on standard error which file was written."""
    click.echo(f"govinfo: {worded('wrote {path}', path=path)}", err=True)


class Results(Generic[T]):
    """What a reader made of files, by their names.

    What cannot be read is reported on standard error, and kept in `unread`.

    Attributes:
        unread: Each file that could not be read so far, and why.
    """

    def __init__(
        self, files: Sequence[str], reader: Callable[..., T], source_format: str | None
    ) -> None:
        self._files = files
        self._reader = reader
        self._format = source_format
        self.unread: dict[str, str] = {}

    def __iter__(self) -> Iterator[tuple[str, T]]:
        for name in _with_progress(self._files):
            try:
                source = sys.stdin.buffer if name == "-" else name
                result = self._reader(source, format=self._format, **reading_options())
            except GovInfoError as error:
                why = said(error, name)
                self.unread[name] = why
                click.echo(f"govinfo: {visible(str(why))}", err=True)
                continue
            yield name, result

    @property
    def errors(self) -> list[dict[str, str]]:
        """What could not be read, as entries of a program's output."""
        return [{"file": name, "error": error} for name, error in self.unread.items()]

    @property
    def status(self) -> int:
        """The exit status: 2 where a file could not be read, otherwise 0."""
        return UNREADABLE if self.unread else 0

    def tell_readers(self) -> None:
        """Name what could not be read in text for people that goes to a file or a pipe.

        Whoever reads it there has not seen the errors.
        """
        if not sys.stdout.isatty():
            for why in self.unread.values():
                click.echo(visible(why))

    def close(self) -> int:
        """Print how many files were read, where not all of several were.

        Returns:
            The exit status.
        """
        if self.unread and len(self._files) > 1:
            read, unread = len(self._files) - len(self.unread), len(self.unread)
            words = worded("{read} read, {unread} not", read=read, unread=unread)
            click.echo(f"govinfo: {words}", err=True)
        return self.status


def _with_progress(files: Sequence[str]) -> Iterator[str]:
    """The files, with a progress bar where there are many and a person is watching."""
    if len(files) < _MANY or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    with click.progressbar(files, label=worded("Reading"), file=sys.stderr) as bar:
        yield from bar
