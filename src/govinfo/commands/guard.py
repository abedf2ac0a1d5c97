"""What leaves a command: its output, one line about what went wrong, and an exit status."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any

import click

import govinfo
from govinfo.commands.chinese import Misused, in_chinese, usage_in_chinese
from govinfo.commands.files import UNREADABLE, said
from govinfo.commands.options import language, worded
from govinfo.errors import GovInfoError
from govinfo.export.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment

_PIPE_CLOSED = 141
"""Exit status where the reader of the output has seen enough, as of a program that a pipe ends."""


_FAILED = (
    "{version} failed: {reason}; please report this line, and the file if you may, as SECURITY.md "
    "says"
)


class Guarded(click.Group):
    """A group of commands that end without a traceback.

    Exit status 1 stands for findings and nothing else: a full disk, a folder that cannot be
    written and a failure of the library itself end with 2, and say so in one line.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the program's own options."""
        with _in_their_language():
            return super().parse_args(ctx, args)

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the program, its help in the language of whom it helps."""
        spoken = in_chinese(self, "") if language() == "zh" else self
        return click.Group.main(spoken, *arguments, **options)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """A command, its help likewise."""
        found = super().get_command(context, name)
        return in_chinese(found, name) if found is not None and language() == "zh" else found

    def invoke(self, context: click.Context) -> Any:
        """Run a command, and write out what it printed while that can still be said to fail."""
        # A character that the terminal, or no text at all, can hold is shown as its number.
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(AttributeError, ValueError):
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        try:
            try:
                with _in_their_language():
                    return super().invoke(context)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            sys.exit(_PIPE_CLOSED)
        except click.FileError as error:
            words = error.format_message()
            _fail(usage_in_chinese(words) if language() == "zh" else words)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except GovInfoError as error:
            _fail(said(error))
        except OSError as error:
            _drop_output()
            _fail(f"{error.filename or 'output'}: {error.strerror or error}")
        except Exception as error:  # noqa: BLE001 - the last place at which one can be told
            reason = f"{type(error).__name__}: {error}".partition("\n")[0]
            _fail(worded(_FAILED, version=govinfo.__version__, reason=reason))


def console(**options: Any) -> Console:
    """A terminal, or what stands for one; that nobody reads on is for the command to hear."""
    from rich.console import Console, RenderHook  # noqa: PLC0415 - programs do not need it

    class Heard(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    class Hook(RenderHook):
        def process_renderables(self, renderables: list[Any]) -> list[Any]:
            return [_Shown(one) for one in renderables]

    made = Heard(**options)
    made.push_render_hook(Hook())
    return made


class _Shown:
    """What is printed, with what a terminal would obey spelt out."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for part in console.render(self._inner, options):
            yield part if part.control else part._replace(text=visible(part.text))


@contextlib.contextmanager
def _in_their_language() -> Iterator[None]:
    """Say what is wrong with a command line in the language of whom it is said."""
    try:
        yield
    except click.UsageError as error:
        # What prints itself otherwise, as a page of help does, is in that language already.
        if language() != "zh" or type(error).show is not click.UsageError.show:
            raise
        raise Misused(error) from error


def _fail(message: str) -> None:
    click.echo(f"govinfo: {visible(message)}", err=True)
    sys.exit(UNREADABLE)


def _drop_output() -> None:
    """Let what is still to be written go nowhere, so that no second error is told at the end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
