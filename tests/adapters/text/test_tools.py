"""Whole reports as tools that turn documents into text leave them: every figure is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest

import govinfo
import layouts
from govinfo.blocks import Table
from govinfo.render.text import wide

TABLES = {
    "proactive": govinfo.Proactive2021,
    "requests": govinfo.Requests,
    "disputes": govinfo.Disputes,
}
DRAWN: dict[str, Callable[[Table], str]] = {
    "bar ended": layouts.bar_ended,
    "bar ended, bars leading": partial(layouts.bar_ended, leading=True),
    "bar ended, not filled up": partial(layouts.bar_ended, filled=False),
    "bars behind": layouts.bars_behind,
    "AsciiDoc": layouts.asciidoc,
    "boxes": partial(layouts.boxed, wide=wide),
    "boxes, a place a character": partial(layouts.boxed, wide=len),
    "tabs between": layouts.tabs_between,
    "fixed width": layouts.fixed_width,
}
CHANGED: dict[str, Callable[[str], str]] = {
    "one line": lambda text: " ".join(text.split()),
    "a string of JSON": lambda text: json.dumps(text, ensure_ascii=False),
    "a record of JSON": lambda text: json.dumps({"url": "", "text": text}),
    "quoted": lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
    "numbered": lambda text: "".join(
        f"{number:>5}\t{line}\n" for number, line in enumerate(text.splitlines(), 1)
    ),
    "coloured": lambda text: text.replace("2022", "\x1b[32m2022\x1b[0m"),
    "with spaces of no width": "\u200b".join,
}


def figures(seed: int) -> dict[str, layouts.Figures]:
    return {
        "proactive": layouts.sound(govinfo.Proactive2021, seed),
        "requests": layouts.balanced(seed),
        "disputes": layouts.sound(govinfo.Disputes, seed),
    }


def written(seed: int, draw: Callable[[Table], str]) -> str:
    return layouts.report(
        {
            part: draw(layouts.drawn(TABLES[part], values, show=layouts.bare))
            for part, values in figures(seed).items()
        }
    )


def lost(text: str, seed: int) -> list[str]:
    found = govinfo.parse(text.encode(), format="text")
    truth = {path: value for values in figures(seed).values() for path, value in values.items()}
    return [
        f"{path}: {value}, got {found.facts[path].value}"
        for path, value in truth.items()
        if layouts.bare(found.facts[path].value) != layouts.bare(value)
    ]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", DRAWN)
def test_a_report_with_its_tables_in_every_layout(name: str, seed: int) -> None:
    assert lost(written(seed, DRAWN[name]), seed) == []


@pytest.mark.parametrize("name", CHANGED)
def test_a_report_with_its_text_changed_in_every_way(name: str) -> None:
    text = written(1, partial(layouts.cell_a_line, blank_lines=False))
    assert lost(CHANGED[name](text), 1) == []
