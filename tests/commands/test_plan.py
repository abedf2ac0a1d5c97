"""`govinfo plan` tells which line is which row, what each cell may be, and what was read of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from govinfo.cli import main

DOCUMENT = """云岭市水务局2024年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
一、本年新收政府信息公开申请数量 6 0 0 0 0 39
二、上年结转政府信息公开申请数量 000000 0
（一）予以公开 4 0 0 0 0 0 4
3.补正后申请内容仍不明碓 0 0 0 0 0 0 0
四、结转下年度继续办理
"""


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(DOCUMENT, encoding="utf-8")
    return str(path)


def told(*arguments: str) -> list[str]:
    result = CliRunner().invoke(main, ["plan", *arguments])
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_each_row_with_what_it_is_known_by_and_what_its_cells_may_be(document: str) -> None:
    lines = told(document, "--lang", "en")
    assert lines[0] == "表三 requests"
    assert "the columns in the order 自然人、商业企业" in lines[1]
    granted = lines.index("  line 6  requests.outcomes.granted  by its label")
    cells = "自然人 4  商业企业 0  科研机构 0  社会公益组织 0  法律服务机构 0  其他 0  总计 4"
    assert lines[granted + 1].strip() == cells
    assert "  line 8  requests.carried_forward  its label stands there without a figure" in lines
    assert any(line.startswith("  not in the document: （二）部分公开") for line in lines)


def test_a_row_that_is_not_simply_what_it_prints(document: str) -> None:
    lines = told(document, "--lang", "en")
    received = lines.index("  line 4  requests.received  by its label")
    assert lines[received + 1].endswith("(in order, one column or another each)")
    assert lines[received + 2].startswith("      → open: 自然人 ?")
    over = lines.index("  line 5  requests.carried_over  by its label")
    assert lines[over + 2].startswith("      → read by the sums: 自然人 0")
    assert any("by a label much like it “3.补正后申请内容仍不明碓”" in line for line in lines)


def test_in_chinese(document: str) -> None:
    lines = told(document, "--lang", "zh")
    assert "  文本第6行  requests.outcomes.granted  依标签" in lines


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    assert CliRunner().invoke(main, ["plan", str(path)]).exit_code == 2
