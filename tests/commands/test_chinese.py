"""The command line in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import east_asian_width

import click
import pytest
from click.testing import CliRunner

from govinfo import errors
from govinfo.cli import main
from govinfo.commands import chinese

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
    kinds = [cls for cls in vars(errors).values() if isinstance(cls, type)]
    for cls in kinds:
        if issubclass(cls, errors.GovInfoError) and cls is not errors.GovInfoError:
            assert chinese.kind_of(cls("…"))


def test_what_could_not_be_read_is_told_by_kind(tmp_path: Path) -> None:
    (tmp_path / "no.txt").write_text("x", encoding="utf-8")
    told = CliRunner(env=ZH).invoke(main, ["check", str(tmp_path / "no.txt")])
    assert told.stderr.startswith("govinfo: 不是年度报告：")


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
