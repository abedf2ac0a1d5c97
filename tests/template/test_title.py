from __future__ import annotations

import pytest

from govinfo.template.title import find_title

AGENCY = "云岭市水务局"


@pytest.mark.parametrize(
    "lines",
    [
        ["云岭市水务局2022年政府信息公开工作年度报告"],
        ["云岭市水务局2022年政府信息公开", "工作年度报告"],
        ["云岭市水务局", "2022年政府信息公开工作年度报告"],
        ["云岭市水务局", "2022年政府信息公开", "工作年度报告"],
        ["2022年云岭市水务局政府信息公开工作年度报告"],
        ["2022年", "云岭市水务局", "政府信息公开工作年度报告"],
        ["2022年度", "云岭市水务局政府信息公开", "工作年度报告"],
        ["云岭市水务局2022年度政府信息公开工作报告"],
        ["云岭市水务局2022年政府信息公开年度报告"],
        ["云岭市水务局 2022 年 政府信息公开 工作年度报告"],
        ["云岭市水务局关于2022年度政府信息公开工作情况的报告"],
        ["云岭市水务局２０２２年政府信息公开工作年度报告"],
        ["云岭市水务局2022年政府信息公开工作年报"],
    ],
)
def test_a_title_is_found_on_one_line_or_several(lines: list[str]) -> None:
    title = find_title(["首页 > 政务公开 > 年度报告", *lines, "根据条例要求，现公布年度报告。"])
    assert title is not None
    assert title.agency == AGENCY
    assert title.year == 2022
    assert title.line == len(lines)


def test_lines_are_joined_without_blanks() -> None:
    title = find_title(["云岭市水务局 2022年政府信息公开", "　工作年度报告"])
    assert title is not None
    assert title.text == "云岭市水务局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("云岭市人民政府2022年政府信息公开工作年度报告", "云岭市人民政府"),
        ("云岭市青溪镇人民政府2022年政府信息公开工作年度报告", "云岭市青溪镇人民政府"),
        ("云岭市人民政府办公室2022年政府信息公开工作年度报告", "云岭市人民政府办公室"),
        ("云岭市政务公开办公室2022年政府信息公开工作年度报告", "云岭市政务公开办公室"),
        ("云岭市2022年政府信息公开工作年度报告", "云岭市"),
    ],
)
def test_the_agency_is_named_by_the_title(line: str, agency: str) -> None:
    title = find_title([line])
    assert title is not None
    assert title.agency == agency


def test_a_title_may_name_neither_agency_nor_year() -> None:
    title = find_title(["政府信息公开工作年度报告"])
    assert title is not None
    assert (title.agency, title.year) == (None, None)


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("云岭市水务局二〇二二年政府信息公开工作年度报告", 2022),
        ("云岭市水务局二○二一年度政府信息公开工作年度报告", 2021),
        ("云岭市水务局2019年度政府信息公开工作年度报告", 2019),
    ],
)
def test_years_in_chinese_digits(line: str, year: int) -> None:
    title = find_title([line])
    assert title is not None
    assert (title.year, title.agency) == (year, AGENCY)


def test_a_title_in_title_marks_is_one() -> None:
    title = find_title(["《云岭市水务局2022年政府信息公开工作年度报告》"])
    assert title is not None
    assert (title.text, title.agency) == ("云岭市水务局2022年政府信息公开工作年度报告", AGENCY)


@pytest.mark.parametrize(
    "line",
    [
        "本年度报告根据条例编制，公布2022年政府信息公开工作年度报告。",
        "关于做好2022年政府信息公开工作年度报告",
        "云岭市水务局2022年工作总结报告",
        "政府信息公开指南",
        "一、总体情况",
    ],
)
def test_what_is_no_title(line: str) -> None:
    assert find_title([line]) is None


def test_the_fullest_title_wins_over_a_menu_entry() -> None:
    title = find_title(
        ["政府信息公开年报", "云岭市水务局2022年政府信息公开工作年度报告", "政府信息公开年度报告"]
    )
    assert title is not None
    assert title.text == "云岭市水务局2022年政府信息公开工作年度报告"
