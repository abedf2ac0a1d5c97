"""The command line in Chinese."""

from __future__ import annotations

import ast
import logging
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from unicodedata import east_asian_width

import click
import pytest
from click.testing import CliRunner

from govinfo import errors
from govinfo.cli import _tell_of_pictures, main
from govinfo.commands import chinese
from govinfo.corpus.advice import KINDS
from hostile.patterns import is_slow

PLACE = re.compile(r"\{\w+\}")
ZH, EN = {"GOVINFO_LANG": "zh"}, {"GOVINFO_LANG": "en"}


def options() -> Iterator[tuple[str, str]]:
    for name, command in main.commands.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.help:
                yield name, str(parameter.name)


def test_every_command_and_every_option_has_its_help_in_chinese() -> None:
    assert set(chinese.HELP) == {"", *main.commands}
    used = {"help", "version"}
    for command, name in options():
        known = [key for key in (f"{command}.{name}", name) if key in chinese.OPTIONS]
        assert known, f"{command} --{name}"
        used.add(known[0])
    assert set(chinese.OPTIONS) <= used


@pytest.mark.parametrize("command", [[], *([name] for name in main.commands)])
def test_help_is_chinese_and_fits_the_terminal(command: list[str]) -> None:
    shown = CliRunner(env=ZH).invoke(main, [*command, "--help"], terminal_width=80)
    assert shown.exit_code == 0
    assert "显示本说明。" in shown.stdout
    assert not re.search("Usage|Options|Commands|this message", shown.stdout)
    for line in shown.stdout.splitlines():
        width = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)
        assert width <= 80, line
        assert not line.strip().startswith(tuple("，。；、）")), line


def test_help_stays_english_elsewhere() -> None:
    CliRunner(env=ZH).invoke(main, ["check", "--help"])
    shown = CliRunner(env=EN).invoke(main, ["check", "--help"])
    assert shown.stdout.startswith("Usage: ")
    assert not re.search("[\u4e00-\u9fff]", shown.stdout)


def test_a_command_does_the_same_in_both(tmp_path: Path) -> None:
    made = [tmp_path / "en.txt", tmp_path / "zh.txt"]
    for path, env in zip(made, (EN, ZH), strict=True):
        arguments = ["render", "--blank", "2021", "-o", str(path)]
        assert CliRunner(env=env).invoke(main, arguments).exit_code == 0
    assert made[0].read_bytes() == made[1].read_bytes()


def test_every_kind_of_error_has_a_name() -> None:
    assert all(map(chinese.kind_of, KINDS))
    kinds = [cls for cls in vars(errors).values() if isinstance(cls, type)]
    for cls in kinds:
        if issubclass(cls, errors.GovInfoError) and cls is not errors.GovInfoError:
            assert chinese.kind_of(cls.__name__)


@pytest.mark.parametrize("command", ["check", "render"])
def test_what_could_not_be_read_is_told_by_kind_and_with_what_to_do(
    command: str, tmp_path: Path
) -> None:
    (tmp_path / "no.txt").write_text("x", encoding="utf-8")
    told = CliRunner(env=ZH).invoke(main, [command, str(tmp_path / "no.txt")])
    assert told.stderr.startswith("govinfo: 不是年度报告，如确为报告，请用 govinfo blocks 查看")
    assert str(tmp_path / "no.txt") in told.stderr


WRONG = [
    (["chek"], "没有命令 chek，是否为 check"),
    (["--bad"], "没有选项 --bad"),
    (["check"], "缺少参数 FILE..."),
    (["check", "-o"], "选项 -o 后面应有一个值"),
    (["check", "x", "--selct", "GI2"], "没有选项 --selct，是否为 --"),
    (["check", "x", "--format", "foo"], "--format 的值有误：没有“foo”，可选 text, html, docx"),
    (["check", "x", "--select", "GI2O9"], "--select 的值有误：没有诊断 GI2O9，最接近的是 GI209"),
    (
        ["check", "x", "--select", "?"],
        "没有诊断 ?；`govinfo rules` 列出全部诊断",
    ),
    (["rule", "GI999"], "没有诊断 GI999；`govinfo rules` 列出全部诊断"),
    (["render"], "请给出 FILE 或 --blank 版本，二者取一"),
    (["render", "x", "-o", "x.foo"], "由 x.foo 的扩展名不能判断格式，请用 --format 指定"),
    (["render", "--blank", "2021", "-o", "."], "-o / --output 的值有误：. 是文件夹，不是文件"),
    (["render", "--blank", "2021", "--paths"], "--paths 只用于 csv 和 xlsx，不用于 markdown"),
    (["batch", "x", "-o", "y", "-j", "z"], "-j / --jobs 的值有误：“z”不是整数"),
    (["batch", "x", "-o", "y", "-j", "0"], "-j / --jobs 的值有误：0 不在范围 x>=1 之内"),
    (["batch", "x", "-o", "y", "--memory", "z"], "z 不是内存大小，应如 800M 或 2G"),
    (["batch", "x"], "缺少选项 -o / --output"),
    (["coverage", "absent", "--roster", "x"], "OUT 的值有误：absent 不存在"),
    (["coverage", ".", "--roster", "x", "--years", "20"], "20 不是年度，应如 2023 或 2019-2023"),
    (["coverage", ".", "--roster", "x", "--on", "20"], "“20”不是日期，应如 2024-01-31"),
    (["coverage", ".", "--roster", "x"], "无法打开，请核对文件名或网址：x: "),
    (["rollup", "x"], "请先给出上级机关的报告，再给出所属单位的报告，或使用 --sum"),
    (["diff", "x", "y", "z"], "多余的参数：z"),
    (["completion"], "缺少参数 {bash|zsh|fish}"),
    (["show", "x", "-o", "absent/y"], "无法打开文件 absent/y："),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_a_wrong_command_line_is_told_in_chinese(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner(env=ZH).invoke(main, arguments)
    assert said in told.stderr
    assert not re.search("Usage|Error|Try |Invalid|Missing|No such opt", told.stderr)
    english = CliRunner(env=EN).invoke(main, arguments)
    assert told.exit_code == english.exit_code == 2
    assert not re.search("[\u4e00-\u9fff]", english.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="a timer of processor time ends a pattern")
@pytest.mark.parametrize("pattern", chinese.USAGE)
def test_a_pattern_of_what_click_says_passes_it_once(pattern: str) -> None:
    """They are compiled when a command line is wrong, and not by every other."""
    assert is_slow(re.compile(rf"\A(?:{pattern})\Z")) is None


def test_what_is_told_while_pictures_are_read_is_chinese(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOVINFO_LANG", "zh")
    log = logging.getLogger("govinfo.adapters.scan")
    before, level = list(log.handlers), log.level
    try:
        _tell_of_pictures()
        for message in chinese.LOGGED:
            log.info(message, 3)
    finally:
        log.handlers, log.level = before, level
    assert capsys.readouterr().err.splitlines() == [
        "govinfo: 正在识别第 3 页",
        "govinfo: 正在识别第 3 页上的图片",
    ]
    # Read where it lies: to import it takes the extra.
    module = find_spec("govinfo.adapters.scan._page")
    assert module is not None
    assert module.origin is not None
    logged = re.findall(r'_LOG\.info\("(.*?)"', Path(module.origin).read_text("utf-8"))
    assert set(logged) == set(chinese.LOGGED)


def test_every_message_is_there_in_chinese_and_said_somewhere() -> None:
    folder = Path(chinese.__file__).parent
    nodes = [
        node
        for path in folder.glob("*.py")
        if path.name != "chinese.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]
    texts = {node.value for node in nodes if isinstance(node, ast.Constant)}
    first = [
        node.args[0]
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id == "worded"
    ]
    said = {node.value for node in first if isinstance(node, ast.Constant)}
    assert said <= set(chinese.MESSAGES) <= texts
    for english, words in chinese.MESSAGES.items():
        assert sorted(PLACE.findall(english)) == sorted(PLACE.findall(words))


def test_a_page_names_what_could_not_be_read_though_nothing_was(tmp_path: Path) -> None:
    made = tmp_path / "page.html"
    arguments = ["show", str(tmp_path / "absent.pdf"), "-o", str(made)]
    assert CliRunner().invoke(main, arguments).exit_code == 2
    assert "absent.pdf" in made.read_text(encoding="utf-8")
    shown = CliRunner().invoke(main, ["check", str(tmp_path / "absent.pdf"), "--format", "html"])
    assert "absent.pdf" in shown.stdout


def test_only_findings_end_with_1(tmp_path: Path) -> None:
    target = str(tmp_path / "absent" / "page.html")
    source = Path(__file__).parents[2] / "examples" / "report.txt"
    assert CliRunner().invoke(main, ["show", str(source), "-o", target]).exit_code == 2
