"""Automatic numbers, as Word writes them before paragraphs and in cells."""

from __future__ import annotations

import pytest

from govinfo.adapters.list_numbers import formatted, zero_padded
from govinfo.grammar.values import NOT_UNDERSTOOD, Kind, count, read
from wordml import cell, dump, level, numbered, one_list, par, row, table


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12", 123: "123"}),
        ("decimalFullWidth", {1: "１", 20: "２０"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("numberInDash", {3: "- 3 -"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 22: "22nd"}),
        ("upperRoman", {4: "IV", 9: "IX", 2024: "MMXXIV", 4000: "4000"}),
        ("lowerRoman", {8: "viii"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b"}),
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一〇〇"},
        ),
        (
            "chineseCountingThousand",
            {
                1: "一", 10: "十", 12: "十二", 100: "一百", 101: "一百〇一", 110: "一百一十",
                1001: "一千〇一", 1010: "一千〇一十", 10000: "一万", 10001: "一万〇一",
                100000: "十万", 120345: "十二万〇三百四十五",
            },
        ),
        ("japaneseCounting", {1: "一", 10: "十", 21: "二十一", 105: "百五", 1100: "千百"}),
        ("taiwaneseCountingThousand", {15: "十五", 10000: "一萬"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 21: "贰拾壹"}),
        ("ideographLegalTraditional", {2: "貳", 16: "壹拾陸"}),
        ("japaneseLegal", {3: "参", 10: "壱拾"}),
        ("ideographDigital", {10: "一〇", 23: "二三"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("hex", {30: "1E"}),
        ("unheardOf", {7: "7"}),
    ],
)  # fmt: skip
def test_formats(number_format: str, expected: dict[int, str]) -> None:
    assert {value: formatted(value, number_format) for value in expected} == expected


def test_absurd_numbers_stay_short() -> None:
    for number_format in ("lowerLetter", "upperRoman", "chineseCounting", "japaneseCounting"):
        assert len(formatted(10**12, number_format)) < 40
        assert formatted(-5, number_format) == "-5"


def test_custom_formats_pad_with_zeros() -> None:
    assert zero_padded(7, "001, 002, 003, ...") == "007"
    assert zero_padded(7, "a, b") == "7"


CHINESE = one_list(
    level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>'),
    level(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>'),
    level(2, "decimal", "%3."),
    level(3, "decimal", "%1.%4", "<w:isLgl/>"),
)


def test_headings_and_lower_levels_count_as_word_counts() -> None:
    levels = (0, 1, 1, 2, 2, 0, 1, 2, 3)
    body = "".join(par("甲", properties=numbered(each)) for each in levels)
    assert dump(body, numbering=CHINESE) == [
        "paragraph: 一、甲",
        "paragraph: （一）甲",
        "paragraph: （二）甲",
        "paragraph: 1. 甲",
        "paragraph: 2. 甲",
        "paragraph: 二、甲",
        "paragraph: （一）甲",
        "paragraph: 1. 甲",
        "paragraph: 2.1 甲",
    ]


def test_row_labels_and_cells_that_hold_a_number_only() -> None:
    body = table(
        row(cell(par(properties=numbered(2))), cell(par("国家秘密", properties=numbered(1)))),
        row(cell(par(properties=numbered(2))), cell(par("个人隐私", properties=numbered(1)))),
    )
    assert dump(body, numbering=CHINESE)[1:] == [
        "  0: 1. | （一）国家秘密",
        "  1: 1. | （二）个人隐私",
    ]


def test_the_number_parts_from_the_text() -> None:
    def first(suffix: str) -> str:
        numbering = one_list(level(0, "decimal", "%1", suffix))
        return dump(par("2023年", properties=numbered()), numbering=numbering)[0]

    assert first("") == "paragraph: 1 2023年"
    assert first('<w:suff w:val="tab"/>') == "paragraph: 1 2023年"
    assert first('<w:suff w:val="space"/>') == "paragraph: 1 2023年"
    assert first('<w:suff w:val="nothing"/>') == "paragraph: 12023年"


def test_lists_that_share_a_definition_count_on_unless_they_override() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="5">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    body = "".join(par("甲", properties=numbered(0, num)) for num in (1, 1, 2, 3, 3, 1))
    assert [line.split()[1] for line in dump(body, numbering=numbering)] == [
        "1.", "2.", "3.", "7.", "8.", "9.",
    ]  # fmt: skip


def test_an_override_replaces_a_level() -> None:
    override = (
        f'<w:lvlOverride w:ilvl="0">{level(0, "ideographTraditional", "%1、")}</w:lvlOverride>'
    )
    numbering = one_list(level(0, "decimal", "%1."), overrides=override)
    assert dump(par("目", properties=numbered()), numbering=numbering) == ["paragraph: 甲、 目"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("", "1"), ('<w:lvlRestart w:val="0"/>', "2"), ('<w:lvlRestart w:val="1"/>', "1")],
)
def test_restarts(restart: str, expected: str) -> None:
    numbering = one_list(level(0, "decimal", "%1"), level(1, "decimal", "%2", restart))
    body = "".join(par("甲", properties=numbered(each)) for each in (0, 1, 0, 1))
    assert dump(body, numbering=numbering)[-1] == f"paragraph: {expected} 甲"


def test_a_level_may_restart_only_after_a_higher_one() -> None:
    numbering = one_list(
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2"),
        level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(par("甲", properties=numbered(each)) for each in (0, 1, 2, 1, 2, 0, 2))
    numbers = [line.split()[1] for line in dump(body, numbering=numbering)]
    assert numbers == ["1", "1", "1", "2", "2", "2", "1"]


def test_a_level_above_that_was_never_used_shows_its_start() -> None:
    numbering = one_list(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    body = par("甲", properties=numbered(1)) + par("乙", properties=numbered(0))
    assert dump(body, numbering=numbering) == ["paragraph: 1.1 甲", "paragraph: 1 乙"]


STYLED = (
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2b"><w:basedOn w:val="h2"/></w:style>'
)


def test_numbers_that_come_with_a_style() -> None:
    numbering = one_list(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/><w:suff w:val="nothing"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/><w:suff w:val="nothing"/>'),
    )
    body = "".join(
        par("甲", properties=f'<w:pStyle w:val="{style}"/>{own}')
        for style, own in (
            ("h1", ""),
            ("h2", ""),
            ("h2b", ""),
            ("h1", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
            ("h1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
        )
    )
    assert dump(body, styles=STYLED, numbering=numbering) == [
        "heading: 一、甲",
        "heading: （一）甲",
        "heading: （二）甲",
        "heading: 甲",
        "heading: （三）甲",
    ]


def test_a_style_may_change_only_the_level_of_the_numbering_it_inherits() -> None:
    styles = STYLED + (
        '<w:style w:type="paragraph" w:styleId="lower"><w:basedOn w:val="h1"/><w:pPr><w:numPr>'
        '<w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = one_list(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    body = par("甲", properties='<w:pStyle w:val="lower"/>')
    assert dump(body, styles=styles, numbering=numbering) == ["heading: 1.1 甲"]


def test_a_list_style_stands_for_its_list() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1)")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="n"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = par("甲", properties=numbered(0, 2))
    assert dump(body, styles=styles, numbering=numbering) == ["paragraph: 1) 甲"]


def test_list_styles_that_link_in_a_circle() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = par("甲", properties=numbered(0, 1))
    assert dump(body, styles=styles, numbering=numbering) == ["paragraph: 甲"]


CUSTOM = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
    '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
    '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (level(0, "bullet", "\uf0b7"), "• 甲"),
        (level(0, "bullet", "◆"), "◆ 甲"),
        (level(0, "bullet", "x", '<w:lvlPicBulletId w:val="0"/>'), "• 甲"),
        (level(0, "none", ""), "甲"),
        (level(0, "none", "附件"), "附件 甲"),
        (level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"), "甲"),
        (level(0, "decimal", "第%1项、%3"), "第1项、 甲"),
        (
            CUSTOM,
            "001 甲",
        ),
        ("", "甲"),
    ],
)
def test_levels(markup: str, expected: str) -> None:
    found = dump(par("甲", properties=numbered()), numbering=one_list(markup))
    assert found == [f"paragraph: {expected}"]


def test_paragraphs_deleted_while_changes_were_tracked_are_not_counted() -> None:
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    mark = '<w:rPr><w:del w:id="2" w:author="a"/></w:rPr>'
    body = (
        par("甲", properties=numbered())
        + par(deleted, properties=numbered() + mark)
        + par("乙", properties=numbered())
    )
    assert dump(body, numbering=CHINESE) == ["paragraph: 一、甲", "paragraph: 二、乙"]


@pytest.mark.parametrize("numbering", ["", one_list(level(0, "decimal", "%1."), num=9)])
def test_a_list_that_is_missing_numbers_nothing(numbering: str) -> None:
    assert dump(par("甲", properties=numbered()), numbering=numbering) == ["paragraph: 甲"]


@pytest.mark.parametrize("suffix", ["tab", "space", "nothing"])
@pytest.mark.parametrize("text", ["%1.", "%1"])
def test_a_figure_in_a_cell_stands_apart_from_its_number(text: str, suffix: str) -> None:
    numbering = one_list(level(0, "decimal", text, f'<w:suff w:val="{suffix}"/>'))
    figure = par("13", properties=numbered())
    found = dump(table(row(cell(par("规章")), cell(figure))), numbering=numbering)
    shown = found[-1].rpartition("| ")[2]
    assert count(shown) == read(shown, Kind.MONEY) == NOT_UNDERSTOOD
