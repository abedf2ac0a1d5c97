from __future__ import annotations

from typing import Any

import pytest

import govinfo
import layouts
from govinfo.template.narrative import part_of, parted, tell


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("一、总体情况", "overview"),
        ("一、基本情况", "overview"),
        ("一、概述", "overview"),
        ("一、公开总体情况", "overview"),
        ("一、政府信息公开工作的基础概况", "overview"),
        ("二、公开情况", None),
        ("二、主动公开政府信息情况", "proactive"),
        ("二、主动公开", "proactive"),
        ("三、收到和处理政府信息公开申请情况", "requests"),
        ("三、依申请公开情况", "requests"),
        ("四、政府信息公开行政复议、行政诉讼情况", "disputes"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "disputes"),
        ("五、存在的主要问题及改进情况", "problems"),
        ("五、存在的主要问题及提升措施", "problems"),
        ("五、政府信息公开工作存在的主要问题及改进情况", "problems"),
        ("六、其他需要报告的事项", "other_matters"),
        ("六、其他事项", "other_matters"),
        ("第五部分 存在的主要问题及改进情况", "problems"),
        ("一 概述", "overview"),
        ("????一、总体情况", "overview"),
        ("二　主动公开政府信息情况", "proactive"),
        ("6、 监督保障制度", None),
        ("七、需要说明的其他事项", "other_matters"),
    ],
)
def test_a_heading_tells_its_part(heading: str, part: str | None) -> None:
    told = tell(heading)
    assert (told.part if told else None) == part


@pytest.mark.parametrize(
    "line",
    [
        "一是加强组织领导。",
        "二是公开的时间更加及时；",
        "一、本年度我局认真落实条例要求，全面推进政务公开工作，及时回应社会关切。公开信息120条。",
        "一",
        "一 主动公开",
        "三 存在问题",
        "一 些单位公开不及时",
        "一概述",
        "2022年1月1日",
        "总计",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert tell(line) is None


def test_a_heading_without_its_number_is_known_by_its_words() -> None:
    """Word's automatic numbering leaves no number in the text."""
    told = tell("总体情况")
    assert told is not None
    assert (told.number, told.part) == (None, "overview")


def parse(**changes: Any) -> govinfo.Report:
    tables = {
        "proactive": layouts.tab_led(
            layouts.drawn(govinfo.Proactive2021, layouts.sound(govinfo.Proactive2021, 1))
        ),
        "requests": layouts.tab_led(layouts.drawn(govinfo.Requests, layouts.balanced(1))),
        "disputes": layouts.tab_led(
            layouts.drawn(govinfo.Disputes, layouts.sound(govinfo.Disputes, 1))
        ),
    }
    return govinfo.parse(layouts.report(tables, **changes).encode())


def test_the_narratives_are_what_stands_under_their_headings() -> None:
    report = parse(
        said={
            "overview": "全年公开信息。\n（一）主动公开。更新栏目。\n（二）监督。纳入考核。",
            "problems": "一是解读不足。\n二是培训不足。",
            "other_matters": "无。",
        }
    )
    assert report.overview is not None
    assert (
        report.overview.text == "全年公开信息。\n（一）主动公开。更新栏目。\n（二）监督。纳入考核。"
    )
    assert report.overview.heading == "一、总体情况"
    assert report.overview.anchor is not None
    assert report.problems is not None
    assert report.problems.text == "一是解读不足。\n二是培训不足。"
    assert report.other_matters is not None
    assert report.other_matters.text == "无。"
    assert report.extra == ()


@pytest.mark.parametrize(
    "numbers", ["一二三四五六", "一一二三四五", "一三四五六七", "二三四五六七"]
)
def test_misnumbered_headings_are_known_by_their_words(numbers: str) -> None:
    names = [heading.partition("、")[2] for heading in layouts.HEADINGS.values()]
    headings = {
        part: f"{number}、{name}"
        for part, number, name in zip(layouts.HEADINGS, numbers, names, strict=True)
    }
    report = parse(headings=headings)
    for narrative, heading in (
        (report.overview, headings["overview"]),
        (report.problems, headings["problems"]),
        (report.other_matters, headings["other_matters"]),
    ):
        assert narrative is not None
        assert narrative.heading == heading
        assert narrative.text


def test_headings_without_numbers_are_known_by_their_words() -> None:
    headings = {part: heading.partition("、")[2] for part, heading in layouts.HEADINGS.items()}
    report = parse(headings=headings)
    assert report.overview is not None
    assert report.overview.text
    assert report.problems is not None
    assert report.problems.text
    assert len(report.facts) == 200


def test_a_section_of_its_own_is_kept_under_its_heading() -> None:
    problems = "公开不足。\n六、监督保障制度\n建立保密审查机制。"
    report = parse(
        said={"problems": problems}, headings={"other_matters": "七、其他需要报告的事项"}
    )
    assert [(section.heading, section.text) for section in report.extra] == [
        ("六、监督保障制度", "建立保密审查机制。")
    ]
    assert report.problems is not None
    assert report.problems.text == "公开不足。"


def test_headings_lost_altogether_lose_no_table() -> None:
    report = parse(headings=dict.fromkeys(layouts.HEADINGS, ""))
    assert len(report.facts) == 200
    assert report.edition == govinfo.Edition.E2021


def test_what_stands_before_section_1_is_the_preamble() -> None:
    report = govinfo.parse(
        layouts.report({}, before="本年报的统计期限自2022年1月1日起至12月31日止。").encode()
    )
    assert report.preamble is not None
    assert report.preamble.text == "本年报的统计期限自2022年1月1日起至12月31日止。"


def test_headings_are_kept_as_printed_those_of_tables_too() -> None:
    text = """某县档案局2023年政府信息公开工作年度报告
一、总体情况
认真落实各项要求。
二、主动公开政府信息情况
本部分无数据。
三、平台建设情况
建成专栏一个。
四、存在的主要问题及改进情况
解读不够。
"""
    report = govinfo.parse(text.encode())
    assert [(heading.number, heading.part) for heading in report.headings] == [
        (1, "overview"),
        (2, "proactive"),
        (3, None),
        (4, "problems"),
    ]
    assert report.headings[2].text == "三、平台建设情况"
    assert report.headings[2].anchor == report.extra[-1].anchor
    assert govinfo.Report.from_dict(report.to_dict()).headings == report.headings


INNER = (
    "（一）主动公开政府信息情况",
    "(一)主动公开政府信息情况",
    "1.主动公开政府信息情况",
    "1、主动公开政府信息情况",
    "主动公开政府信息情况",
    "（一）主动公开政府信息情况。",
)


@pytest.mark.parametrize("heading", INNER)
@pytest.mark.parametrize("mark", ["", "### "])
def test_a_heading_within_the_overview_does_not_end_it(heading: str, mark: str) -> None:
    said = f"本局落实条例。\n{mark}{heading}\n公开30条。\n{mark}（二）依申请公开情况\n未收到申请。"
    report = parse(said={"overview": said}, mark="## " if mark else "")
    assert report.overview is not None
    assert "公开30条。" in report.overview.text
    assert report.overview.text.endswith("未收到申请。")
    assert [heading.part for heading in report.headings] == list(layouts.HEADINGS)
    assert len(report.facts) == 200


def test_a_heading_in_brackets_stands_within_a_section_where_sections_lost_their_numbers() -> None:
    text = (
        "云岭市农牧局2020年政府信息公开工作年度报告\n• 总体情况\n2020年，我局推进公开。\n"
        "（一）主动公开政府信息情况\n2020年，发布信息15条。\n• 主动公开政府信息情况\n"
        "行政许可\t0\t0\t0\n行政处罚\t0\t0\t0\n• 存在的主要问题及改进情况\n解读不够。\n"
    )
    report = govinfo.parse(text.encode())
    assert report.overview is not None
    assert report.overview.text.splitlines() == [
        "2020年，我局推进公开。",
        "（一）主动公开政府信息情况",
        "2020年，发布信息15条。",
    ]
    assert report.problems is not None
    assert report.problems.text == "解读不够。"


def test_sections_numbered_in_brackets_are_sections_where_none_are_numbered_otherwise() -> None:
    names = {part: heading.partition("、")[2] for part, heading in layouts.HEADINGS.items()}
    report = parse(
        headings={
            part: f"（{number}）{name}"
            for (part, name), number in zip(names.items(), "一二三四五六", strict=True)
        }
    )
    assert report.problems is not None
    assert report.problems.heading == "（五）存在的主要问题及改进情况"
    assert report.overview is not None
    assert report.overview.text


def test_a_narrative_in_brackets_is_found_where_no_other_heading_names_it() -> None:
    headings = {"problems": "（五）存在的主要问题及改进情况"}
    report = parse(headings=headings, said={"problems": "解读不足。"})
    assert report.problems is not None
    assert report.problems.text == "解读不足。"


def test_a_list_of_contents_is_in_no_narrative() -> None:
    contents = "目录\n" + "\n".join(
        f"{text}……{n}" for n, text in enumerate(layouts.HEADINGS.values())
    )
    report = parse(before=contents)
    assert report.preamble is None
    assert report.overview is not None
    assert "……" not in report.overview.text


@pytest.mark.parametrize("leader", ["-", "—", ".", "…", "·", "_", " ", "　", ".-", "- ", "一、"])
def test_a_line_of_leaders_is_told_in_no_time(leader: str) -> None:
    """As the leaders' pattern was, 40 dashes would take longer than the suite."""
    for line in (leader * 110, f"一、总体情况{leader * 50}", f"一、总体情况{leader * 20}x"):
        tell(line[:119])
        part_of(line)


def test_leaders_and_the_number_of_a_page_are_no_part_of_a_heading() -> None:
    assert part_of("总体情况..........12") == "overview"
    assert part_of("总体情况 …… 3") == "overview"


@pytest.mark.parametrize(
    "inner",
    [
        ("一、存在的主要问题", "二、改进措施"),
        ("（一）存在问题", "（二）改进情况"),
        ("1.存在的问题", "2.下一步工作打算"),
        ("（一）存在的主要问题及改进情况", "（二）下一步打算"),
    ],
)
def test_a_section_that_is_divided_stays_one(inner: tuple[str, str]) -> None:
    first, second = inner
    said = f"{first}\n解读不够。\n{second}\n加强培训。"
    report = parse(said={"problems": said})
    assert report.problems is not None
    assert report.problems.text == said
    assert report.extra == ()


def test_two_sections_of_the_template_made_of_one_stay_two() -> None:
    said = "解读不够。\n六、下一步改进措施\n加强培训。"
    report = parse(said={"problems": said}, headings={"other_matters": "七、其他需要报告的事项"})
    assert report.problems is not None
    assert report.problems.text == "解读不够。"
    assert [extra.heading for extra in report.extra] == ["六、下一步改进措施"]


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        (
            "现公布年报。 一、总体情况 今年公开9条。 二、主动公开政府信息情况",
            ["现公布年报。", "一、总体情况", "今年公开9条。", "二、主动公开政府信息情况"],
        ),
        (
            "五、 存在的主要问题及改进措施 公开不够及时。 六、其他需要报告的事项 无。",
            ["五、 存在的主要问题及改进措施", "公开不够及时。", "六、其他需要报告的事项", "无。"],
        ),
        ("今年重点做好： 一、主动公开 二、依申请公开。", None),
        ("一是见 三、存在的主要问题 一节。", None),
        ("一、总体情况 今年公开9条", None),
        ("一、总体情况今年公开9条。", None),
        ("今年公开9条。见第 二、主动公开政府信息情况 部分。 后文。", None),
        (" 今年公开9条。 ", ["今年公开9条。"]),
        (" 总体情况 ", ["总体情况"]),
        ("  ", []),
    ],
)
def test_a_line_is_parted_at_the_templates_headings(line: str, texts: list[str] | None) -> None:
    assert parted(line) == ([line] if texts is None else texts)


def test_a_header_a_cell_a_line_is_no_part_of_the_text_over_it() -> None:
    text = """某县林业局2023年政府信息公开工作年度报告
    二、主动公开政府信息情况
    2023年我局公开信息9条。
    第二十条第（一）项|信息内容|本年制发件数|本年废止件数|现行有效件数|规章|0|0|0|行政规范性文件|2|0|7
    三、收到和处理政府信息公开申请情况
    2023年我局收到申请3件。
    （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况|自然人|法人或其他组织|总计|商业|企业|科研|机构
    社会公益组织|法律服务机构|其他|一、本年新收政府信息公开申请数量|3|0|0|0|0|0|3
    """
    report = govinfo.parse("\n".join(text.replace("|", "\n").split()).encode(), format="text")
    said = {one.heading[:1]: one.text for one in report.extra}
    assert said == {"二": "2023年我局公开信息9条。", "三": "2023年我局收到申请3件。"}
    assert report.facts["requests.received.total"].value == 3


@pytest.mark.parametrize("part", ["二", "三", "四"])
@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("本年主动公开信息12条", True),
        ("全部答复；", True),
        ("没有发生", True),
        ("无", True),
        ("尚未审结", False),
        ("复议后起诉", False),
        ("规章", False),
        ("0 0 0", False),
        ("规章 0件", False),
        ("本年未废止件数", False),
    ],
)
def test_what_says_something_under_a_tables_heading_is_kept(
    part: str, said: str, kept: bool
) -> None:
    headings = {
        "二": "二、主动公开政府信息情况",
        "三": "三、收到和处理政府信息公开申请情况",
        "四": "四、政府信息公开行政复议、行政诉讼情况",
    }
    lines = ["某县水务局2022年政府信息公开工作年度报告", "一、总体情况", "总体良好。"]
    for number, heading in headings.items():
        lines += [heading, *([said] if number == part else [])]
    report = govinfo.parse("\n".join(lines).encode(), format="text")
    assert [one.text for one in report.extra] == ([said] if kept else [])


def test_the_parts_of_an_overview_count_on_from_one_that_names_a_section() -> None:
    parts = ["1、主动公开政府信息情况", "2、依申请公开政府信息情况", "3、监督保障情况"]
    inner = [line for part in parts for line in (part, "按要求推进。")]
    text = "\n".join(
        ["一、总体情况", "总体良好。", *inner, "二、主动公开政府信息情况", "公开9条。"]
    )
    title = "某县水务局2022年政府信息公开工作年度报告"
    report = govinfo.parse(f"{title}\n{text}".encode(), format="text")
    assert report.overview is not None
    assert report.overview.text.split("\n") == ["总体良好。", *inner]


def test_behind_a_list_that_names_a_section_a_section_may_have_digits() -> None:
    text = """某县水务局2022年政府信息公开工作年度报告
一、总体情况
公开9条。
二、主动公开政府信息情况
见表。
五、存在的主要问题及改进情况
1、主动公开不够全面
2、解读形式单一
6、其他需报告事项
收费0元。"""
    report = govinfo.parse(text.encode(), format="text")
    assert report.other_matters is not None
    assert report.other_matters.text == "收费0元。"


def test_lost_blanks_behind_headings_are_no_part_of_them() -> None:
    told = tell("一、总体情况?")
    assert told is not None
    assert told.part == "overview"
