"""How far a run is, told while it goes: a bar to a person, lines to a file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from govinfo.commands.options import language

if TYPE_CHECKING:
    from govinfo.corpus import State

_EVERY = 10.0
"""Seconds between lines."""

Tell = Callable[["State"], None]


@contextmanager
def told(*, bar: bool) -> Iterator[Tell]:
    """What a run may be told to, on standard error."""
    if not bar:
        yield _lines()
        return
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.progress import (  # noqa: PLC0415 - likewise
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
    )

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True)) as shown:
        task = shown.add_task("", total=None)

        def tell(state: State) -> None:
            shown.update(task, total=state.total, completed=state.done, description=_rest(state))

        yield tell


def _lines() -> Tell:
    last, told_of = -_EVERY, -1

    def tell(state: State) -> None:
        nonlocal last, told_of
        now = time.monotonic()
        if state.done != told_of and (now - last >= _EVERY or state.done == state.total):
            last, told_of = now, state.done
            far = f"{state.done:,}/{state.total:,}，" if language() == "zh" else ""
            far = far or f"{state.done:,} of {state.total:,}, "
            click.echo(f"govinfo: {far}{_rest(state)}", err=True)

    return tell


def _rest(state: State) -> str:
    left = "" if state.left is None else clock(state.left)
    if language() == "zh":
        rest = f"，剩余 {left}" if left else ""
        done = f"每秒 {state.rate:.0f} 份"
        return f"{done}，{state.failed} 份未能读取，{state.no_report} 份不是报告{rest}"
    rest = f", {left} left" if left else ""
    return f"{state.rate:.0f} a second, {state.failed} failed, {state.no_report} no report{rest}"


def clock(seconds: float) -> str:
    """Seconds as a clock shows them."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
