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
from govinfo.prose.measures import Measure, measures
from govinfo.template.editions import editions, tables
from govinfo.template.panel import PANEL, Source, Variable

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


def panel(language: Language) -> Iterator[str]:
    """The page of the variables that hold over the editions."""
    years = [str(edition) for edition in editions()]
    if language == "en":
        yield "# One panel over the editions"
        yield ""
        yield "Made from `govinfo.template.panel` by `docs/make.py`. A variable is one fact of an"
        yield "edition's tables, or a sum, or a [measure](claims.md) of its narratives; where one is"
        yield "blank, the value is blank. *Near* is told against the latest edition whose tables have"
        yield "it. `govinfo.harmonise(report)` gives the variables by name, and `govinfo batch"
        yield "--harmonise` as columns."
        names = "variable | what it counts"
    else:
        yield "# 面板变量"
        yield ""
        yield "本页由 `docs/make.py` 据 `govinfo.template.panel` 生成。一个变量是某版表格中的一个指标，"
        yield "或几个指标之和，或[文字指标](claims.md)；其中有空白的，变量为空。“近似”相对于表格中有此项的最新一版而言。"
        yield "`govinfo.harmonise(report)` 以变量名给出，`govinfo batch --harmonise` 以列给出。"
        names = "变量 | 含义"
    yield ""
    yield f"| {names} | {' | '.join(years)} |"
    yield f"|---|---|{'---|' * len(years)}"
    for variable in PANEL:
        cells = (_source(variable.sources.get(year), language) for year in years)
        yield f"| `{variable.name}` | {_label(variable, language)} | {' | '.join(cells)} |"


def spoken(language: Language) -> Iterator[str]:
    """The page of the measures of running text."""
    if language == "en":
        yield "# The measures that are taken of running text"
        yield ""
        yield "Made from `govinfo.prose.measures` by `docs/make.py`. [claims.md](claims.md) tells how"
        yield "they are taken, and how to add one."
        names = "measure | what it counts | units"
    else:
        yield "# 文字指标"
        yield ""
        yield "本页由 `docs/make.py` 据 `govinfo.prose.measures` 生成。怎样取得、怎样增加，见"
        yield "[文字中的数字](claims.md)。"
        names = "路径 | 含义 | 计量单位"
    yield ""
    yield f"| {names} |"
    yield "|---|---|---|"
    for one in measures().values():
        yield f"| `{one.path}` | {_label(one, language)} | {one.units} |"


def _label(one: Variable | Measure, language: Language) -> str:
    return one.label.zh if language == "zh" else f"{one.label.en} ({one.label.zh})"


def _source(source: Source | None, language: Language) -> str:
    if source is None:
        return "–"
    terms = " + ".join(f"`{path}`" for path in source.terms)
    if source.reason is None:
        return terms
    reason = source.reason.text(language)
    return f"{terms}（近似：{reason}）" if language == "zh" else f"{terms} (near: {reason})"


PAGES = {
    "facts.md": facts,
    "commands.md": commands,
    "panel.md": panel,
    "measures.md": spoken,
    "diagnostics.md": diagnostics,
}
FOLDERS: dict[Language, str] = {"en": "", "zh": "zh/"}


def main() -> int:
    """Write the pages, or compare them."""
    stale = []
    made = {
        f"{folder}{name}": "\n".join(page_of(language)) + "\n"
        for language, folder in FOLDERS.items()
        for name, page_of in PAGES.items()
    }
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
