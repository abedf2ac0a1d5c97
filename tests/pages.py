"""A page of the documentation followed from top to bottom, as by a reader who copies and pastes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from govinfo.cli import main

_FENCE = re.compile(r"```(python|console)\n(.*?)```", re.DOTALL)


def follow(page: Path) -> dict[str, Any]:
    """Run a page's snippets in order in the current folder; what its Python names.

    A console's lines after `$` are commands; where lines of output follow, they must be what is
    printed.
    """
    names: dict[str, Any] = {}
    for kind, text in _FENCE.findall(page.read_text(encoding="utf-8")):
        if kind == "python":
            # The page's annotations are not postponed as this file's are.
            exec(compile(text, page.name, "exec", dont_inherit=True), names)  # noqa: S102
            continue
        for command, expected in _commands(text):
            printed = _run(command)
            assert not expected or printed == expected, f"{page.name}: {command}\n{printed}"
    return names


def _commands(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split("$ ")[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def _run(command: str) -> str:
    """What a command prints; `| grep WORD` is done here."""
    command, _, word = command.partition(" | grep ")
    program, *arguments = shlex.split(command)
    assert program == "govinfo"
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in {0, 1}, f"{command}: {result.output}"
    lines = result.stdout.splitlines(keepends=True)
    return "".join(line for line in lines if word.strip() in line)
