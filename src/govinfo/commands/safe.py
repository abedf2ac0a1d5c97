"""What leaves a command: its results, one line about what is wrong, and an exit status."""

from __future__ import annotations

import sys
from typing import Any

import click

import govinfo
from govinfo.commands.files import UNREADABLE
from govinfo.errors import GovInfoError
from govinfo.installed import url


class Safe(click.Group):
    """A group whose commands never end in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it raises becomes a line on standard error and the status 2."""
        for stream in (sys.stdout, sys.stderr):
            # A console that cannot print a character prints another one in its place.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except (GovInfoError, OSError) as error:
            raise Failed(str(error)) from error
        except Exception as error:
            raise Failed(_unforeseen(error)) from error


class Failed(click.ClickException):
    """One line about what is wrong."""

    exit_code = UNREADABLE

    def show(self, file: Any = None) -> None:
        """Print the line as the other lines about files are printed."""
        click.echo(f"govinfo: {self.message}", file=file, err=file is None)


def _unforeseen(error: Exception) -> str:
    what = " ".join(f"{type(error).__name__}: {error}".split())
    where = f" at {url('Issues')}" if url("Issues") else ""
    return (
        f"{what} (a fault of govinfo {govinfo.__version__}: please report it{where} with this "
        "line, the command and, if you may, the file)"
    )
