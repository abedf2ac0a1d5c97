"""The command line in Chinese: what `--help` says, what the commands say, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any
from unicodedata import east_asian_width

import click

from govinfo.export.visible import visible

HELP: Mapping[str, str] = {
    "": """读取政府信息公开工作年度报告。

    FILE 是文件路径、网址（需安装扩展 “remote”）或表示标准输入的 -。结果写到标准输出，
    诊断、错误和进度写到标准错误。全部读出时退出码为 0，有文件未能读取时为 2；
    check、coverage、diff、rollup 有发现时为 1。""",
    "adapters": """列出可以读取的格式。

    已安装但不能使用的适配器也会列出，并说明原因。""",
    "batch": """批量读取报告，汇成面板数据表。

    SRC 是文件、文件夹、通配符、压缩包（.zip、.tar 等）、网址（需安装扩展 “remote”），或 @FILE（一份
    来源清单）。OUT 成为存放各表的文件夹：reports（每份报告一行）、facts（每个数字一行）、
    diagnostics、failures、duplicates。

    读不出的文件只影响它自己。各表写出时退出码为 0，未写出时为 2，中断时为 130。""",
    "blocks": """显示适配器从文件中读到的内容。

    标题、段落和表格的每一行各占一行。""",
    "check": """检查报告中的问题。

    包括无法确定的内容、勾稽关系、文字与表格是否一致以及格式。

    结果写到标准输出。有错误或警告时退出码为 1，有文件未能读取时为 2，否则为 0；提示不计。""",
    "completion": """输出命令行补全脚本。

    bash：在 ~/.bashrc 中加入 eval "$(govinfo completion bash)"；zsh 同样加入 ~/.zshrc。
    fish：govinfo completion fish > ~/.config/fish/completions/govinfo.fish。""",
    "diff": """与上一年的报告比较。

    列出每个变化的数字、上年（LAST）结转到本年（THIS）而两边不一致的数字，以及重复的文字。

    两份报告相互矛盾时退出码为 1，有文件未能读取时为 2，否则为 0。""",
    "facts": """逐个列出报告中的数字。

    每行一个：路径、标签、数值、单位、原文、备注、位置、状态；供程序使用的格式另有文件名、
    sha256、文件格式、读取版本和时间。状态为 printed（已填）、blank（空白）、
    not applicable（以符号表示不适用）、
    not understood（有内容但无法确认）、not placed（未能确定单元格）或 no such row
    （表中无此行）。""",
    "parse": """读取报告并显示其中的数字。

    csv 为宽表：每份报告一行，无论读哪些文件，各列都相同。一份文件的 json 就是报告本身；多份时是
    {"file": …, "report": …} 的列表，jsonl 每行一份。未能读取的文件也占一行，或为
    {"file": …, "error": …}。""",
    "plan": """说明文件中的表格是如何识别的。

    对每个印出的行：它的位置，它是样表的哪一行、依据什么认定，每个单元格可能属于哪一列。某行不能照印出的
    样子读取时，以 → 开头的一行说明读到了什么；? 表示无法确定的数字。""",
    "coverage": """显示各单位各年度的报告是否齐全。

    OUT 是 `govinfo batch` 写出的文件夹。名册可另有各列：aliases（别名，以“；”分开）、deadline
    （截止日期，如 03-31）、from 和 to（起始年度、终止年度）。报告按标题中的名称归到单位；
    只是相近的名称会列出，但不归到任何单位。

    有报告缺失、逾期、读不出或重复时退出码为 1，名册或文件夹不能读取时为 2，否则为 0。""",
    "render": """按样表格式写出报告。

    FILE 是 `govinfo parse` 的 json、带有 path 和 value 两列的表（csv、xlsx，如 `govinfo facts
    --format csv` 所写），或任何能读取的文件；- 为标准输入。

    填报：`govinfo render --blank 2021 -o form.xlsx` 得到可直接填写、合计自动计算的样表，
    `-o figures.csv` 得到各指标路径的清单。两者填好后都可再读入。""",
    "rollup": """汇总各单位的报告，并与上级机关的报告比较。

    第一个 FILE 是上级机关的报告，其余是所属单位的；加 --sum 时全部是所属单位的。

    汇总数不一致或有报告不适用时退出码为 1，有文件未能读取或汇总不能写出时为 2，否则为 0。
    全部文件都能读取时才汇总。""",
    "rule": """显示一种诊断的说明，例如 GI201。

    包括它说明什么、为何重要、如何处理，以及一个例子。""",
    "rules": """列出全部诊断。

    包括代码、级别、名称和含义。""",
    "schema": "输出报告 JSON 的模式（JSON Schema）。",
    "show": """生成一个核查页面。

    先列问题，再列表格和每个数字的情况，最后是文字。

    页面是一个不需要网络的 HTML 文件，PDF 附有页面图像。有文件未能读取时
    退出码为 2，否则为 0，与发现无关。""",
}
"""What each command says of itself; `""` is the program."""
OPTIONS: Mapping[str, str] = {
    "help": "显示本说明。",
    "version": "显示版本。",
    "source_format": "用指定的适配器读取；默认按文件内容判断。",
    "password": "打开加密文件的密码。",
    "lang": "诊断所用的语言；默认依 GOVINFO_LANG，其次依系统环境。",
    "target": "把结果以 UTF-8 写入此文件，而不写到标准输出。",
    "quiet": "不显示诊断。",
    "ocr": "是否识别图片中的文字：auto 在没有文字且已安装扩展 “ocr” 时识别；never 不识别；"
    "always 把每一页都当作图片识别。",
    "excel": "把 csv 写成 Excel 可直接打开的形式（带 UTF-8 标记）。",
    "coverage.roster": "单位名册，带有 name（名称）一列的 CSV 文件。",
    "coverage.years": "年度，例如 2019-2023。",
    "coverage.place": "名称可带可不带的地名，例如 云岭市。",
    "coverage.on": "按哪一天判断是否缺失；默认今天。",
    "coverage.output": "text 供人阅读，html 为可浏览的页面；csv 中每个单位每年一行。",
    "facts.claims": "另列出文字部分所说的数字。",
    "facts.output": "table 供人阅读；json、jsonl、csv 供程序使用。",
    "parse.output": "table 供人阅读；json、jsonl、csv 供程序使用。",
    "parse.plain_names": "csv 的列名写成数据库可不加引号使用的形式，如 requests_received_total。",
    "batch.out": "文件夹，或 .xlsx、.duckdb 文件。",
    "batch.to": "写出的格式，可重复；默认依 -o 的扩展名，否则为 parquet。",
    "batch.jobs": "进程数；默认每个处理器核心一个。",
    "batch.timeout": "一份文件最多用多少秒。",
    "batch.memory": "一份文件最多用多少内存，例如 800M。",
    "batch.resume": "接着 OUT 中未完成的任务继续。",
    "batch.overwrite": "不管 OUT 中有什么，重新开始。",
    "batch.no_check": "只读取，不检查。",
    "batch.harmonise": "增加各版通用的列（panel.…，见 docs/zh/panel.md）。",
    "batch.dask": "在 Dask 集群上读取，例如 tcp://host:8786。",
    "batch.quiet": "不显示进度。",
    "check.output": "text 供人阅读，html 为全部报告的核查页面，docx、xlsx 为可分发的问题清单；"
    "json、sarif 供程序使用。",
    "check.select": "只要代码以此开头的诊断，例如 GI2 或 GI201；多个用逗号分开或重复给出。",
    "check.ignore": "不要代码以此开头的诊断；两者都符合时以较长的为准。",
    "check.quiet": "只显示问题，不显示提示。",
    "check.verbose": "同类提示全部列出。",
    "diff.output": "text 供人阅读，html 为可浏览的页面；json 供程序使用。",
    "diff.every": "未变化的数字也列出。",
    "render.blank": "写出某一版的空白样表，此时不读 FILE。",
    "render.output": "写入此文件。",
    "render.output_format": "写出的格式；默认依输出文件的扩展名，否则为 markdown。",
    "render.paths": "xlsx 写成与 csv 相同的清单（每个指标路径一行），而不是样表。",
    "render.layout": "text 中表格的画法。",
    "rollup.only_sum": "全部文件都是所属单位的，没有上级机关的。",
    "rollup.target": "把汇总写成一份报告，格式依扩展名。",
    "rollup.table": "把各单位的数字写入此文件（.csv 或 .xlsx），每个单位一列。",
    "rollup.agency": "汇总报告的机关名称。",
    "rollup.edition": "汇总采用的样表版本；默认为各单位中最新的。",
    "rollup.output": "text 供人阅读，html 为可浏览的页面；csv 中每个单位一列。",
    "rollup.every": "一致的汇总数也列出。",
    "show.target": "页面写到哪里；- 为标准输出。",
}
"""What options do: of one command as `command.option`, of several by their name alone."""
_ERRORS: Mapping[str, tuple[str, str]] = {
    "UnsupportedFormat": ("不支持的格式", "请另存为 DOCX 或 PDF，或安装读取该格式的插件"),
    "CorruptDocument": ("文件已损坏", "请重新获取，或用原软件打开后另存"),
    "EncryptedDocument": ("文件已加密", "请用 --password 提供密码，或解密后再读取"),
    "NoTextLayer": ("没有文字层，可能是扫描件", "请先识别其中的文字"),
    "LimitExceeded": ("超出限制", "如确需读取，请在 Python 中用 Limits 调高"),
    "NotAReport": ("不是年度报告", "如确为报告，请用 govinfo blocks 查看读到了什么"),
    "UnreadableSource": ("无法打开", "请核对文件名或网址"),
    "MissingDependency": ("缺少所需的程序库", "请按下述命令安装"),
    "UnexpectedFailure": ("本程序出错", "请按 SECURITY.md 所说报告"),
    "BrokenAdapter": ("插件出错", "请告知插件的作者"),
    "Timeout": ("超时", "如确需读取，请加 --resume 并调大 --timeout"),
    "OutOfMemory": ("内存不足", "如确需读取，请加 --resume 并调大 --memory"),
    "Crash": ("读取时崩溃", "请报告，并谨慎对待该文件"),
    "Unexpected": ("本程序出错", "请按 SECURITY.md 所说报告"),
    "Lost": ("工作进程失去联系", "请查明原因后加 --resume 继续"),
}
"""What kind each class of error, and each failure of a run, is; and what to do."""
MESSAGES: Mapping[str, str] = {
    "wrote {path}": "已写出 {path}",
    "{read} read, {unread} not": "已读 {read} 个，未能读取 {unread} 个",
    "Reading": "正在读取",
    "{path} cannot be written: {reason}": "{path} 无法写入：{reason}",
    "{version} failed: {reason}; please report this line, and the file if you may, as SECURITY.md "
    "says": "版本 {version} 出错，请按 SECURITY.md 所说报告这一行，如有可能附上文件：{reason}",
    "no pictures of pages: {reason}": "没有页面图像：{reason}",
    "there is no rule {code}, the nearest is {nearest}; `govinfo rules` lists them": (
        "没有诊断 {code}，最接近的是 {nearest}；`govinfo rules` 列出全部诊断"
    ),
    "there is no rule {code}; `govinfo rules` lists them": (
        "没有诊断 {code}；`govinfo rules` 列出全部诊断"
    ),
    "name a file for the {output} with -o": "请用 -o 指定写出 {output} 的文件",
    "give either a FILE or --blank EDITION": "请给出 FILE 或 --blank 版本，二者取一",
    "what is {output}? Name a format with --format": (
        "由 {output} 的扩展名不能判断格式，请用 --format 指定"
    ),
    "--paths is for csv and xlsx, not for {wanted}": "--paths 只用于 csv 和 xlsx，不用于 {wanted}",
    "--layout is for text, not for {wanted}": "--layout 只用于 text，不用于 {wanted}",
    "give the parent's report and then its units', or --sum": (
        "请先给出上级机关的报告，再给出所属单位的报告，或使用 --sum"
    ),
    "--output, --agency and --edition are for --sum": (
        "--output、--agency 和 --edition 只用于 --sum"
    ),
    "what is {target}? Its ending names no format": "由 {target} 的扩展名不能判断格式",
    "what is {target}? A table is .csv or .xlsx": "{target} 的扩展名应为 .csv 或 .xlsx",
    "{given} is no year, such as 2023 or 2019-2023": "{given} 不是年度，应如 2023 或 2019-2023",
    "{given} is no size, such as 800M or 2G": "{given} 不是内存大小，应如 800M 或 2G",
    "interrupted; to go on: the same command with --resume": "已中断；用同样的命令加 --resume 继续",
    "interrupted; what was finished is kept for --resume": (
        "已中断；已完成的部分保留，可用 --resume 继续"
    ),
    "{out} holds a run already: --resume goes on with it, --overwrite begins anew": (
        "{out} 中已有一次任务：--resume 接着继续，--overwrite 重新开始"
    ),
    "{reason}; what was finished is kept, --resume goes on with it": (
        "{reason}；已完成的部分保留，可用 --resume 继续"
    ),
}
"""What the commands say themselves, by the English."""
LOGGED: Mapping[str, str] = {
    "page %d is read as a picture": "正在识别第 %d 页",
    "a picture on page %d is read": "正在识别第 %d 页上的图片",
}
"""What is told while pictures are read, by the English that is logged."""
USAGE: Mapping[str, str] = {
    r"([^.\n]+)\.? \(?(?:Did you mean|Possible options:) (?:one of: )?([^?)\n]*)\??\)?": (
        "{}，是否为 {}？"
    ),
    r"Missing option ([^.\n]+)\.": "缺少选项 {}",
    r"Missing argument '([^'\n]+)'\.(?s:.*)": "缺少参数 {}",
    r"No such command '([^'\n]+)'\.?": "没有命令 {}",
    r"No such option:? ([^.\n]+)\.?": "没有选项 {}",
    r"Got unexpected extra arguments? \(([^\n]*)\)": "多余的参数：{}",
    r"Option '([^'\n]+)' requires an argument\.": "选项 {} 后面应有一个值",
    r"Option '([^'\n]+)' does not take a value\.": "选项 {} 不带值",
    r"Could not open file '([^'\n]+)': ([^\n]*)": "无法打开文件 {}：{}",
    r"Invalid value for ([^:\n]+): ([^\n]*)": "{} 的值有误：{}",
    r"Invalid value: ([^\n]*)": "{}",
    r"'([^'\n]*)' is not one of ([^\n]*)\.": "没有“{}”，可选 {}",
    r"'([^'\n]*)' is not a valid integer(?: range)?\.": "“{}”不是整数",
    r"([^\s]+) is not in the range ([^\n]*)\.": "{} 不在范围 {} 之内",
    r"'([^'\n]*)' does not match the formats? [^\n]*": "“{}”不是日期，应如 2024-01-31",
    r"(?:File|Directory|Path) '([^'\n]*)' does not exist\.": "{} 不存在",
    r"File '([^'\n]*)' is a directory\.": "{} 是文件夹，不是文件",
    r"Directory '([^'\n]*)' is a file\.": "{} 是文件，不是文件夹",
}
"""What click says of a command line that is wrong, by patterns of its words."""
_HEADINGS = {"Options": "选项", "Commands": "命令"}


_WORD = re.compile(
    r"[^\s\u2e80-\uffef]+[，。；、）：》”]*|[（《“]?[\u2e80-\uffef][，。；、）：》”]*|\s+"
)
"""What a line is not broken within: a word, or an ideograph with the punctuation beside it."""
_AS_IT_STANDS = "\b\n"
"""What click begins a paragraph with whose lines it is to leave."""


class _Formatter(click.HelpFormatter):
    """Help whose lines are broken where Chinese is, an ideograph being two letters wide."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_text(self, text: str) -> None:
        super().write_text(_broken(text, self.width - self.current_indent))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        rows = list(rows)
        first = min(max(len(name) for name, _ in rows), col_max) + col_spacing
        width = max(self.width - self.current_indent - first, 10)
        broken = [(name, _broken(text, width)) for name, text in rows]
        super().write_dl(broken, col_max, col_spacing)


def _broken(text: str, width: int) -> str:
    """A text's paragraphs, each with its lines broken at a width in letters."""
    paragraphs = ("".join(_lines(part, width)) for part in text.split("\n\n") if part.strip())
    return "\n\n".join(_AS_IT_STANDS + part for part in paragraphs)


def _lines(paragraph: str, width: int) -> Iterator[str]:
    wide = r"[\u2e80-\uffef]"
    joined = re.sub(rf"(?<={wide})\s*\n\s*(?={wide})|(?<=[，。；、：）])\s+", "", paragraph.strip())
    used = 0
    for word in _WORD.findall(" ".join(joined.split())):
        needed = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in word)
        if used and used + needed > width:
            yield "\n"
            used = 0
        if used or not word.isspace():
            yield word
            used += needed


class _Context(click.Context):
    formatter_class = _Formatter


def in_chinese(command: click.Command, name: str) -> Any:
    """A command with all its help in Chinese.

    Args:
        command: The command; it stays as it is.
        name: What it is called; `""` for the program.
    """
    made = copy(command)
    made.context_class = _Context
    made.help, made.short_help = HELP.get(name, command.help), None
    made.params = [_option(name, one) for one in command.params]
    made.add_help_option = False
    return click.help_option("-h", "--help", help=OPTIONS["help"])(made)


def _option(command: str, parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option):
        return parameter
    made = copy(parameter)
    names = (f"{command}.{parameter.name}", str(parameter.name))
    made.help = next((OPTIONS[name] for name in names if name in OPTIONS), parameter.help)
    return made


def kind_of(error: str) -> str:
    """What an error is by the name of its class, and what to do; `""` where none is known."""
    return "，".join(_ERRORS.get(error, ()))


def usage_in_chinese(said: str) -> str:
    """What click says of a command line, in Chinese; as it stands where it says something else."""
    for pattern, words in USAGE.items():
        found = re.fullmatch(pattern, said)
        if found is not None:
            return words.format(*map(usage_in_chinese, found.groups())).replace("'", "")
    return said


class Misused(click.UsageError):
    """A command line that is wrong, told in Chinese."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(usage_in_chinese(error.format_message()), error.ctx)

    def show(self, file: Any = None) -> None:
        """Print the usage, how to see more of it, and what is wrong."""
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file=file, err=file is None)
            click.echo(f"说明见：{self.ctx.command_path} --help\n", file=file, err=file is None)
        click.echo(f"错误：{visible(self.message)}", file=file, err=file is None)
