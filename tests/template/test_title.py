from __future__ import annotations

import pytest

from govinfo.template.title import find_title, is_form

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
        ["????????云岭市水务局", "???????????2022年政府信息公开工作年度报告"],
        ["附件2 云岭市水务局2022年政府信息公开工作年度报告"],
        ["云岭市水务局2022年政府信息公开工作年度报告_云岭市人民政府网"],
        ["【年报】云岭市水务局2022年政府信息公开工作年度报告 - 公开平台 - 云岭市政府门户网站"],
    ],
)
def test_a_title_is_found_on_one_line_or_several(lines: list[str]) -> None:
    title = find_title(["首页 > 政务公开 > 年度报告", *lines, "根据条例要求，现公布年度报告。"])
    assert title is not None
    assert title.agency == AGENCY
    assert title.year == 2022
    assert title.line == len(lines)


@pytest.mark.parametrize("line", ["2022年政府信息公开工作年度报告", "2022年度政府信息公开年报"])
def test_a_line_printed_twice_is_no_part_of_itself(line: str) -> None:
    title = find_title([AGENCY, line, line])
    assert title is not None
    assert (title.text, title.agency) == (AGENCY + line, AGENCY)


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
        ("yunling.example.com东城街道2019年政府信息公开工作年度报告", "东城街道"),
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


def test_a_sites_name_before_the_organs_is_no_part_of_an_agency() -> None:
    title = find_title(["云岭市人民政府门户网站 部门 云岭市水务局2022年政府信息公开工作年度报告"])
    assert title is not None
    assert (title.agency, title.year) == (None, 2022)


def test_an_agency_under_its_title_may_have_another_name_in_brackets() -> None:
    kind = "政府信息公开工作年度报告"
    title = find_title([kind, "云岭经开区管委会（滨江商务区管委会）", "2023年1月8日"])
    assert title is not None
    assert title.agency == "云岭经开区管委会(滨江商务区管委会)"
    sealed = find_title([kind, "云岭市水务局（盖章）"])
    assert sealed is not None
    assert sealed.agency is None


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
        "第三条 各科室编制政府信息公开工作年度报告",
        "本机关2022年政府信息公开工作年度报告",
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


@pytest.mark.parametrize(
    "lines",
    [
        ["云岭市水务局2022年度政府", "信息公开工作年度报告"],
        ["云岭市水务局2022年政", "府信息公开工作年度报告"],
        ["云岭市水务局2022年政府信息", "公开工作年度报告"],
        ["云岭市水务局2022年政府信息公开工", "作年度报告"],
        ["云岭市水务局2022年政府信息公开工作年度报", "告"],
        ["云岭市水务局20", "22年政府信息公开工作年度报告"],
        ["云岭市水务局2022", "年政府信息公开工作年度报告"],
        ["云岭市水务局2022年", "度政府信息公开工作年度报告"],
        ["云岭市水务局关于", "2022年度政府信息公开工作情况的报告"],
        ["2022年度云岭市水务局", "政府信息公开工作年度报告"],
        ["云岭市水务局二〇二二年度", "政府信息公开工作年度报告"],
        ["云岭市水务局", "2022年", "政府信息公开", "工作年度报告"],
        ["云岭市水务局 2022 年度 政府", "信息公开工作年度报告"],
        ["云岭市水务局政府信息公开工作年度报告", "（2022年度）"],
        ["云岭市水务局", "政府信息公开工作年度报告", "2022年"],
        ["云岭市水务局政府信息公开工作年度报告（2022年）"],
        ["云岭市水务局政府信息公开年度报告(2022)"],
        ["云岭市水务局2022政府信息公开年度报告"],
        ["标题：云岭市水务局2022年政府信息公开工作年度报告"],
        ['title: "云岭市水务局2022年政府信息公开工作年度报告"'],
        ["云岭市水务局2022年政府信息公开工作年度报告.docx"],
        ["【年报】云岭市水务局2022年政府信息公开工作年度报告"],
    ],
)
def test_a_title_broken_or_dressed_anyhow_names_its_organ_and_year(lines: list[str]) -> None:
    title = find_title(["首页 > 信息公开", *lines, "根据条例，编制本报告。"])
    assert title is not None
    assert (title.agency, title.year) == (AGENCY, 2022)
    assert (title.first, title.line) == (1, len(lines))


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (["云岭市某街道办事", "处2022年政府信息公开工作年度报告"], "云岭市某街道办事处"),
        (["云岭市人民", "政府2022年政府信息公开工作年度报告"], "云岭市人民政府"),
        (["2022年云岭市人民", "政府信息公开工作年度报告"], "云岭市人民政府"),
    ],
)
def test_an_organs_name_broken_over_lines(lines: list[str], agency: str) -> None:
    title = find_title(lines)
    assert title is not None
    assert (title.agency, title.year) == (agency, 2022)


@pytest.mark.parametrize(
    "line",
    [
        "×××（单位）××××年政府信息公开工作年度报告",
        "×××（单位）2022年政府信息公开工作年度报告",
        "XX县（部门）2022年政府信息公开工作年度报告",
        "XX县人民政府20XX年政府信息公开工作年度报告",
        "xx局2022年政府信息公开工作年度报告",
        "（单位名称）2022年政府信息公开工作年度报告",
        "____局____年政府信息公开工作年度报告",
        "□□□□年□□□政府信息公开工作年度报告",
        "***单位2022年政府信息公开工作年度报告",
        "○○县○○局2022年政府信息公开工作年度报告",
        "……局2022年政府信息公开工作年度报告",
    ],
)
def test_a_place_left_for_a_name_is_no_organ(line: str) -> None:
    title = find_title([line])
    assert title is not None
    assert title.agency is None
    assert is_form(title.text)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("淮安市洪泽区⼈⺠政府2024年政府信息公开⼯作年度报告", "淮安市洪泽区人民政府"),
        ("⻓岭县⽔务局2024年政府信息公开工作年度报告", "长岭县水务局"),
        ("雲嶺市水務局2024年政府信息公開工作年度報告", "雲嶺市水務局"),
        ("雲嶺市檔案館2024年政府資訊公開工作年度報告", "雲嶺市檔案館"),
    ],
)
def test_radicals_are_ideographs_and_traditional_characters_stay(line: str, agency: str) -> None:
    title = find_title([line])
    assert title is not None
    assert (title.agency, title.year) == (agency, 2024)
    assert "⺠" not in title.text


@pytest.mark.parametrize(
    "line",
    [
        "云岭市发布2022年政府信息公开工作年度报告",
        "一图读懂云岭市水务局2022年政府信息公开工作年度报告",
        "云岭市水务局2022年上半年政府信息公开工作报告",
        "云岭市2022年第三季度政府信息公开工作报告",
        "云岭市2022年政府信息公开工作年度报告评估报告",
        "论政府信息公开年度报告",
        "我国政府信息公开年度报告",
        "关于报送2022年政府信息公开工作年度报告",
        "云岭市2022年政务公开工作自查报告",
        "云岭市2022年度法治政府建设年度报告",
        "下一篇：云岭市水务局2021年政府信息公开工作年度报告",
    ],
)
def test_what_names_something_else_is_no_title(line: str) -> None:
    assert find_title([line]) is None


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["云岭市水务局2022年政府信息公开工作年度报告", "（2023年1月20日）"], None),
        (["附件：云岭市水务局2022年政府信息公开工作年度报告"], None),
        (
            ["2022年度", "政府信息公开", "工作年度报告", "云岭市水务局", "2023年1月"],
            "2022年度政府信息公开工作年度报告",
        ),
        (
            ["政府信息公开工作年度报告", "（2022年度）", "云岭市水务局"],
            "政府信息公开工作年度报告（2022年度）",
        ),
    ],
)
def test_covers_and_dates_around_a_title(lines: list[str], text: str | None) -> None:
    title = find_title(lines)
    assert title is not None
    assert (title.agency, title.year) == (AGENCY, 2022)
    assert title.text == (text or "云岭市水务局2022年政府信息公开工作年度报告")


@pytest.mark.parametrize("day", [" 2023-01-29", "（2023.1.29）", " 2023/01/29 09:30", "[2023-1-9]"])
def test_the_day_behind_a_title_in_its_line_is_no_part_of_it(day: str) -> None:
    title = find_title([f"云岭市水务局2022年政府信息公开工作年度报告{day}"])
    assert title is not None
    assert (title.agency, title.year) == (AGENCY, 2022)
    assert title.text == "云岭市水务局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize("place", ["本溪市民政局", "全椒县水利局", "全州县人民政府"])
def test_a_place_may_begin_as_an_organ_speaks_of_itself(place: str) -> None:
    title = find_title([f"{place}2022年政府信息公开工作年度报告"])
    assert title is not None
    assert title.agency == place


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("海关总署2010年海关信息公开工作年度报告", "海关总署"),
        ("云岭海关2016年海关政府信息公开年度工作报告", "云岭海关"),
        ("云岭市2022年水务局政府信息公开工作年度报告", "云岭市水务局"),
        ("云岭县2022年教育局政府信息公开工作年度报告", "云岭县教育局"),
        ("云岭市水务局2022年度主动公开及政府信息公开工作年度报告", AGENCY),
    ],
)
def test_behind_the_year_may_stand_what_the_information_is_of(title: str, agency: str) -> None:
    assert find_title([title]).agency == agency  # type: ignore[union-attr]


@pytest.mark.parametrize("before", ["全社会", "全县各部门", "本机关"])
def test_those_spoken_of_together_are_no_organ_of_the_title_below(before: str) -> None:
    title = find_title([before, "政府信息公开工作年度报告"])
    assert title is not None
    assert title.agency is None


def test_a_lost_blank_behind_a_title_is_no_part_of_it() -> None:
    title = find_title(["云岭市水务局2022年政府信息公开工作年度报告?"])
    assert title is not None
    assert title.text == "云岭市水务局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize("asked", ["如何写好", "什么是", "云岭市水务局是否公开了", "在哪里看"])
def test_a_question_on_reports_is_no_title(asked: str) -> None:
    assert find_title([f"{asked}2022年政府信息公开工作年度报告？"]) is None


@pytest.mark.parametrize("part", ["", "政务公开"])
def test_the_year_may_stand_behind_the_subject(part: str) -> None:
    title = find_title([f"云岭市水务局{part}政府信息公开2022年度报告"])
    assert title is not None
    assert title.year == 2022


def test_an_item_on_the_report_of_this_organ_is_no_title() -> None:
    assert find_title(["10、编制、报送并及时公开本机关政府信息公开年度报告(10)"]) is None


def test_a_school_year_is_no_year() -> None:
    title = find_title(["2021-2022学年云岭大学信息公开年度报告"])
    assert title is not None
    assert (title.agency, title.year) == ("云岭大学", None)


@pytest.mark.parametrize(
    "lines",
    [
        ["青龙县住房和城乡", "建设局2022年度政府", "信息公开工作年度报告"],
        ["青龙县住房和", "城乡建设局2022年度政府信息公开工作年度报告"],
    ],
)
def test_an_organ_s_name_may_break_at_a_conjunction(lines: list[str]) -> None:
    title = find_title(lines)
    assert title is not None
    assert (title.agency, title.year) == ("青龙县住房和城乡建设局", 2022)


def test_a_page_of_a_book_on_the_web_is_no_part_of_its_title() -> None:
    title = find_title(["Page 2 - 云岭市水务局2022年政府信息公开工作年度报告", "P. 2"])
    assert title is not None
    assert title.agency == AGENCY
