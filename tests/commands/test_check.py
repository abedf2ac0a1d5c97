from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import govinfo
from govinfo.checks.cells import one_cell
from govinfo.checks.sums import balance
from govinfo.cli import main

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "report.txt")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], input=stdin)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    path = tmp_path / "broken.txt"
    path.write_text(one_cell.example, encoding="utf-8")
    return str(path)


def test_problems_stand_first_under_their_table_in_official_wording(broken: str) -> None:
    lines = run(broken, "--lang", "zh", "--ignore", "GI1").stdout.splitlines()
    assert lines[0] == f"{broken}  某县档案局2023年政府信息公开工作年度报告  错误 1 项、提示 1 项"
    assert lines[1:3] == ["  约 1 处单元格有误", "  表四"]
    assert "GI209 提示 表四 · 行政复议 · 总计印为 0，如改为 11" in lines[3]
    assert "结果维持 5 + 结果纠正 6 + 其他结果 0 + 尚未审结 0" in lines[4]
    assert "表四，第4行，第5列" in lines[4]


def test_english_says_the_same(broken: str) -> None:
    out = run(broken, "--lang", "en", "--select", "GI204").stdout
    assert "1 error" in out
    assert "GI204 error 表四 · 行政复议: “总计” is printed as 0" in out


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 1),
        (("--select", "GI209"), 0),
        (("--ignore", "gi"), 0),
        (("--select", "GI2", "--ignore", "GI204"), 0),
        (("--select", "GI204,GI208"), 1),
    ],
)
def test_the_exit_status_is_1_for_errors_and_warnings_only(
    broken: str, arguments: tuple[str, ...], status: int
) -> None:
    assert run(broken, *arguments).exit_code == status


def test_an_unreadable_file_is_worse_than_findings(broken: str, tmp_path: Path) -> None:
    result = run(broken, str(tmp_path / "absent.txt"))
    assert result.exit_code == 2
    assert "GI204" in result.stdout
    assert "absent.txt" in result.stderr


def test_a_prefix_that_no_rule_has_is_refused(broken: str) -> None:
    result = run(broken, "--select", "GI9")
    assert result.exit_code == 2
    assert "govinfo rules" in result.stderr


def test_standard_input_is_read(broken: str) -> None:
    assert "GI204" in run("-", stdin=Path(broken).read_bytes()).stdout


def test_many_notes_of_a_kind_are_counted_unless_all_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "misworded.txt"
    rows = {
        "一、本年新收政府信息公开申请数量": "一、本年新收到政府信息公开申请数量",
        "| 二、上年结转政府信息公开申请数量": "| 二、上年转结政府信息公开申请数量",
        "四、结转下年度继续办理": "四、转结下年度继续办理",
    }
    text = balance.example
    for label, printed in rows.items():
        text = text.replace(label, printed)
    path.write_text(text, encoding="utf-8")
    short, every, none = (
        run(str(path), "--lang", "en", "--select", "GI109", *more).stdout
        for more in ([], ["-v"], ["-q"])
    )
    assert (short.count("GI109 note"), every.count("GI109 note")) == (2, 3)
    assert "GI109 and 1 more of the kind" in short
    assert none.splitlines() == [f"{path}  某县档案局2023年政府信息公开工作年度报告  no findings"]


def found(*arguments: str) -> Any:
    return json.loads(run(*arguments).stdout)


def test_json_is_a_list_of_files_with_their_findings(broken: str) -> None:
    (first, second) = found(broken, EXAMPLE, "--format", "json", "--lang", "zh")
    assert (first["file"], second["file"]) == (broken, EXAMPLE)
    finding = next(item for item in first["findings"] if item["code"] == "GI204")
    assert finding["severity"] == "error"
    assert finding["path"] == "disputes.reconsideration.total"
    assert finding["message"].startswith("表四 · 行政复议")
    assert finding["anchor"]["line"] == 7
    assert finding["values"]["left_sum"] == "11"


def test_sarif_names_rule_file_and_line(broken: str) -> None:
    log = found(broken, "--format", "sarif", "--lang", "en")
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    result = next(item for item in one["results"] if item["ruleId"] == "GI204")
    assert (log["version"], rules[result["ruleIndex"]]["id"]) == ("2.1.0", "GI204")
    assert result["level"] == "error"
    place = result["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 7}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "disputes.reconsideration.total"


def test_html_is_one_page_of_all_reports(broken: str) -> None:
    result = run(broken, EXAMPLE, "--format", "html", "--lang", "zh")
    assert result.exit_code == 1
    assert result.stdout.count("<html") == 1
    assert "某县档案局2023年" in result.stdout
    assert "云岭市青溪区人民政府2020年" in result.stdout


def test_a_sound_report_says_so(tmp_path: Path) -> None:
    sound = tmp_path / "sound.txt"
    text = one_cell.example.replace("| 5 | 6 | 0 | 0 | 0 |", "| 5 | 6 | 0 | 0 | 11 |")
    sound.write_text(text, encoding="utf-8")
    result = run(str(sound), "--select", "GI2", "--lang", "zh")
    assert "未发现问题" in result.stdout
    assert result.exit_code == 0


def test_the_example_report_is_sound_but_for_a_number_in_a_label() -> None:
    report = govinfo.parse(EXAMPLE)
    assert [item.code for item in (*report.diagnostics, *report.check(select=["GI2"]))] == ["GI110"]
