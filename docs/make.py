"""Writes the pages that are derived from the code: `python docs/make.py`.

With `--check` it writes nothing and fails if a page is not what it would write.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
from pictures import pictures

from govinfo.checks.catalogue import catalogue, page
from govinfo.cli import main as program
from govinfo.commands.chinese import in_chinese
from govinfo.diagnostics import Language
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import label_of
from govinfo.grammar.values import Kind
from govinfo.template.editions import editions, tables
from govinfo.template.panel import PANEL, Source

HERE = Path(__file__).parent
KINDS: dict[Language, dict[Kind, str]] = {
    "en": {Kind.COUNT: "count", Kind.CHANGE: "count, signed", Kind.MONEY: "amount of money"},
    "zh": {Kind.COUNT: "数量", Kind.CHANGE: "增减量", Kind.MONEY: "金额"},
}
STATUS = """\
| status | of | means |
|---|---|---|
| 0 | all | done; of `check`, `diff` and `rollup`: nothing was found (notes do not count) |
| 1 | `check`, `diff`, `rollup` | errors or warnings were found, figures contradict one another, a sum differs |
| 2 | all | a file could not be read, the output could not be written, the command line is wrong, the library failed |
| 130 | `batch` | interrupted; what was finished is kept |
| 141 | all | whoever read the output has seen enough |"""
STATUS_ZH = """\
| 退出码 | 命令 | 含义 |
|---|---|---|
| 0 | 全部 | 完成；`check`、`diff`、`rollup` 没有发现问题（提示不计） |
| 1 | `check`、`diff`、`rollup` | 发现错误或警告、数字相互矛盾、汇总不一致 |
| 2 | 全部 | 有文件未能读取、结果不能写出、命令行有误，或程序出错 |
| 130 | `batch` | 被中断，已完成的部分保留 |
| 141 | 全部 | 读取输出的程序提前结束 |"""


def facts(language: Language) -> Iterator[str]:
    """The page of every fact."""
    if language == "en":
        yield "# Every figure and its path"
        yield ""
        yield "Made from the template's classes by `docs/make.py`. The *basis* is what the figure"
        yield "is reported under: the article of the Regulations on Open Government Information"
        yield "(《中华人民共和国政府信息公开条例》), or the document that prescribes the table."
        names = "| path | printed labels | value | editions | basis |"
    else:
        yield "# 全部指标及其路径"
        yield ""
        yield "本页由 `docs/make.py` 据模板类生成。“依据”是该指标所依的"
        yield "《中华人民共和国政府信息公开条例》条款，或规定该表的文件。"
        names = "| 路径 | 印出的标签 | 数值 | 版本 | 依据 |"
    for cls in tables():
        grammar = compile_class(cls)
        having = {edition: edition.rows_of(cls) for edition in editions() if cls in edition.tables}
        yield ""
        yield f"## `{cls.__name__}`: {grammar.layout.heading}"
        yield ""
        yield names
        yield "|---|---|---|---|---|"
        for row, column, path in grammar.cells():
            unit = f", {column.unit}" if column.unit else ""
            kind = f"{KINDS[language][column.kind]}{unit}"
            held = ", ".join(edition for edition, rows in having.items() if row in rows)
            articles = [part for part in (grammar.layout.basis, row.block) if part]
            basis = "、".join(articles or [edition.issued for edition in having])
            yield f"| `{path}` | {label_of(row, column)} | {kind} | {held} | {basis} |"


def commands(language: Language) -> Iterator[str]:
    """The page of the command line: what every command says of itself, and its exit status."""
    chinese = language == "zh"
    yield "# 命令行" if chinese else "# The command line"
    yield ""
    yield (
        "本页由 `docs/make.py` 据各命令的 `--help` 生成。"
        if chinese
        else "Made from what `--help` says by `docs/make.py`."
    )
    yield ""
    yield "## 退出码" if chinese else "## Exit status"
    yield ""
    yield STATUS_ZH if chinese else STATUS
    for name in ("", *sorted(program.commands)):
        command = program.commands[name] if name else program
        shown = in_chinese(command, name) if chinese else command
        usage = " ".join(shown.collect_usage_pieces(click.Context(shown, info_name=name)))
        yield ""
        yield f"## govinfo {name}".rstrip()
        yield ""
        yield f"`{' '.join(part for part in ('govinfo', name, usage) if part)}`"
        yield ""
        yield from cleandoc(shown.help or "").splitlines()
        options = [one for one in shown.params if isinstance(one, click.Option)]
        if options:
            yield ""
            yield "| 选项 | 作用 |" if chinese else "| option | does |"
            yield "|---|---|"
            yield from map(_option, options)


def _option(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    listed = ", ".join(f"`{choice}`" for choice in choices)
    told = " ".join(part for part in (option.help or "", listed) if part)
    return f"| {names} | {told} |"


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
    yield "edition's tables, or a sum; where one is blank, the value is blank. *Near* is told"
    yield "against the latest edition. `govinfo.harmonise(report)` gives the variables by name."
    yield ""
    years = [str(edition) for edition in editions()]
    yield f"| variable | what it counts | {' | '.join(years)} |"
    yield f"|---|---|{'---|' * len(years)}"
    for variable in PANEL:
        cells = (_source(variable.sources.get(year)) for year in years)
        label = f"{variable.label.en} ({variable.label.zh})"
        yield f"| `{variable.name}` | {label} | {' | '.join(cells)} |"


def _source(source: Source | None) -> str:
    if source is None:
        return "–"
    terms = " + ".join(f"`{path}`" for path in source.terms)
    return terms if source.reason is None else f"{terms} (near: {source.reason.en})"


def main() -> int:
    """Write the pages, or compare them."""
    stale = []
    pages = {
        "facts.md": facts("en"),
        "zh/facts.md": facts("zh"),
        "commands.md": commands("en"),
        "zh/commands.md": commands("zh"),
        "panel.md": panel(),
        "diagnostics.md": diagnostics("en"),
        "diagnostics.zh.md": diagnostics("zh"),
    }
    made = {name: "\n".join(lines) + "\n" for name, lines in pages.items()}
    made |= {f"pictures/{name}": text for name, text in pictures().items()}
    for name, text in made.items():
        path = HERE / name
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: not up to date; run python docs/make.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
