from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo import errors

# These cost little, so that even the short profile can afford some.
MANY = max(60, settings.default.max_examples) if settings.default else 60


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (errors.UnsupportedFormat, ValueError),
        (errors.CorruptDocument, ValueError),
        (errors.EncryptedDocument, ValueError),
        (errors.NoTextLayer, ValueError),
        (errors.LimitExceeded, ValueError),
        (errors.NotAReport, ValueError),
        (errors.UnreadableSource, OSError),
        (errors.MissingDependency, ImportError),
        (errors.BrokenAdapter, LookupError),
    ],
)
def test_every_error_is_of_the_library_and_of_the_builtin_it_resembles(
    error: type[Exception], builtin: type[Exception]
) -> None:
    assert issubclass(error, govinfo.GovInfoError)
    assert issubclass(error, builtin)


def test_a_text_that_is_no_report_is_refused() -> None:
    text = (
        "关于调整水价的通知\n\n各用水单位：\n自2023年3月1日起，居民用水价格调整为每立方米2.8元。\n"
    )
    with pytest.raises(govinfo.NotAReport, match="no table"):
        govinfo.parse(text.encode())


@pytest.mark.parametrize("data", [b"", b"\n \n\t\n", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(govinfo.GovInfoError):
        govinfo.parse(data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x00" * 5000,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"\x01\x02" * 300,
        b"PK\x03\x04" + b"\x14\x00" * 200,
    ],
)
def test_binary_noise_is_refused(data: bytes) -> None:
    with pytest.raises(govinfo.GovInfoError):
        govinfo.parse(data)


@pytest.mark.parametrize("letter", ["公", "0", "a", "\t", "|", " "])
def test_an_endless_line_is_refused_in_linear_time(letter: str) -> None:
    taken = []
    for size in (5_000_000, 50_000_000):
        data = (letter * (size // len(letter.encode()))).encode()
        begun = time.process_time()
        with pytest.raises(govinfo.GovInfoError):
            govinfo.parse(data)
        taken.append(time.process_time() - begun)
    assert taken[1] < 40 * max(taken[0], 0.05)


def test_an_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "空.txt"
    path.write_bytes(b"")
    with pytest.raises(govinfo.CorruptDocument, match=r"空\.txt"):
        govinfo.parse(path)


@settings(max_examples=MANY)
@given(st.binary(max_size=400))
def test_nothing_but_its_own_errors_leaves_parse_whatever_the_bytes(data: bytes) -> None:
    with suppress(govinfo.GovInfoError):
        govinfo.parse(data)


LABELS = """
自然人 商业企业 其他 总计 规章 行政许可 3.其他 一、本年新收政府信息公开申请数量
（一）予以公开 （六）其他处理 四、结转下年度继续办理 结果维持 行政复议 行政诉讼
一、总体情况 统计指标 1.政府公报公开政府信息数 2022年政府信息公开工作年度报告 某局 2020年
0 12 000000 -3 / 1,234 1.5万元 万元 。 （ ） | |---| ** # <br>
"""
MARKS = ("\t", "\n", "\n\n", "\f", " ", "　", "[bookmark: x]")
WORDS = st.sampled_from([*LABELS.split(), *MARKS])


@settings(max_examples=MANY)
@given(st.lists(WORDS, max_size=60))
def test_nothing_but_its_own_errors_leaves_parse_whatever_the_words(words: list[str]) -> None:
    try:
        report = govinfo.parse("".join(words).encode())
    except govinfo.GovInfoError:
        return
    assert govinfo.Report.from_dict(report.to_dict()) == report


def test_rows_without_any_figure_are_no_crash() -> None:
    """Digits glued so that no row holds a figure that could be one."""
    text = """二、主动公开政府信息情况
信息内容 上一年项目数量 本年增/减 处理决定数量
行政许可 0-50
其他对外管理服务事项 0-80
信息内容 上一年项目数量 本年增/减 处理决定数量
行政处罚 0949
行政强制 33-210
信息内容 上一年项目数量 本年增/减
行政事业性收费 0-2
信息内容 采购项目数量 采购总金额
政府集中采购 00.23
"""
    report = govinfo.parse(text.encode())
    assert {fact.value for fact in report.facts.values()} == {None}
    assert any(said.path.startswith("proactive") for said in report.diagnostics)
