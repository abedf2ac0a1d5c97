"""Writes the pages that are derived from the code: `python docs/make.py`.

With `--check` it writes nothing and fails if a page is not what it would write.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from govinfo.checks.catalogue import catalogue, page
from govinfo.diagnostics import Language
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import label_of
from govinfo.grammar.values import Kind
from govinfo.prose.measures import measures
from govinfo.template.editions import editions, tables
from govinfo.template.panel import PANEL, Source

HERE = Path(__file__).parent
KINDS = {Kind.COUNT: "count", Kind.CHANGE: "count, signed", Kind.MONEY: "amount of money"}


def facts() -> Iterator[str]:
    """The page of every fact."""
    yield "# Every figure and its path"
    yield ""
    yield "Made from the template's classes by `docs/make.py`."
    for cls in tables():
        grammar = compile_class(cls)
        yield ""
        yield f"## `{cls.__name__}`: {grammar.layout.heading}"
        yield ""
        yield "| path | printed labels | value |"
        yield "|---|---|---|"
        for row, column, path in grammar.cells():
            unit = f", {column.unit}" if column.unit else ""
            yield f"| `{path}` | {label_of(row, column)} | {KINDS[column.kind]}{unit} |"


def diagnostics(language: Language) -> Iterator[str]:
    """The page of every rule."""
    yield {"en": "# Every finding", "zh": "# 全部诊断"}[language]
    yield ""
    yield {
        "en": "Codes are stable. Made from the rules by `docs/make.py`; "
        "`govinfo rule CODE` prints one.",
        "zh": "代码保持不变。本页由 `docs/make.py` 据规则生成；`govinfo rule 代码` 可单独查看。",
    }[language]
    for rule in catalogue():
        yield ""
        yield from page(rule, language)


def panel() -> Iterator[str]:
    """The page of the variables that hold over the editions."""
    yield "# One panel over the editions"
    yield ""
    yield "Made from `govinfo.template.panel` by `docs/make.py`. A variable is one fact of an"
    yield "edition's tables, or a sum, or a [measure](claims.md) of its narratives; where one is"
    yield "blank, the value is blank. *Near* is told against the latest edition whose tables have"
    yield "it. `govinfo.harmonise(report)` gives the variables by name, and `govinfo batch"
    yield "--harmonise` as columns."
    yield ""
    years = [str(edition) for edition in editions()]
    yield f"| variable | what it counts | {' | '.join(years)} |"
    yield f"|---|---|{'---|' * len(years)}"
    for variable in PANEL:
        cells = (_source(variable.sources.get(year)) for year in years)
        label = f"{variable.label.en} ({variable.label.zh})"
        yield f"| `{variable.name}` | {label} | {' | '.join(cells)} |"


def spoken() -> Iterator[str]:
    """The page of the measures of running text."""
    yield "# The measures that are taken of running text"
    yield ""
    yield "Made from `govinfo.prose.measures` by `docs/make.py`. [claims.md](claims.md) tells how"
    yield "they are taken, and how to add one."
    yield ""
    yield "| measure | what it counts | units |"
    yield "|---|---|---|"
    for one in measures().values():
        yield f"| `{one.path}` | {one.label.en} ({one.label.zh}) | {one.units} |"


def _source(source: Source | None) -> str:
    if source is None:
        return "–"
    terms = " + ".join(f"`{path}`" for path in source.terms)
    return terms if source.reason is None else f"{terms} (near: {source.reason.en})"


def main() -> int:
    """Write the pages, or compare them."""
    stale = []
    pages = {
        "facts.md": facts(),
        "panel.md": panel(),
        "measures.md": spoken(),
        "diagnostics.md": diagnostics("en"),
        "diagnostics.zh.md": diagnostics("zh"),
    }
    for name, lines in pages.items():
        path, text = HERE / name, "\n".join(lines) + "\n"
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: not up to date; run python docs/make.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
