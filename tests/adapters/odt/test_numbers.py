"""Automatic numbers of lists and headings."""

from __future__ import annotations

import pytest

from govinfo.adapters.odt._numbers import formatted
from odtml import cell, dump, heading, par, row, table


def level(
    number: int, number_format: str, prefix: str = "", suffix: str = "", more: str = ""
) -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{number_format}" '
        f'style:num-prefix="{prefix}" style:num-suffix="{suffix}" {more}>'
        "<style:list-level-properties><style:list-level-label-alignment "
        'text:label-followed-by="nothing"/></style:list-level-properties>'
        "</text:list-level-style-number>"
    )


def list_style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


STYLE = list_style(
    level(1, "一, 二, 三, ...", suffix="、"),
    level(2, "一, 二, 三, ...", "（", "）"),
    level(3, "1", suffix="."),
)


def item(*content: str, attributes: str = "") -> str:
    inner = "".join(part if part.startswith("<") else par(part) for part in content)
    return f"<text:list-item {attributes}>{inner}</text:list-item>"


def listed(*items: str, attributes: str = 'text:style-name="L"') -> str:
    return f"<text:list {attributes}>{''.join(items)}</text:list>"


def inner(*items: str) -> str:
    return listed(*items, attributes="")


def texts(body: str, styles: str = STYLE, common: str = "") -> list[str]:
    return [line.partition(": ")[2] for line in dump(body, styles=styles, common=common)]


def test_levels() -> None:
    body = listed(
        item("甲", inner(item("乙", inner(item("丙"), item("丁"))), item("戊"))), item("己")
    )
    assert texts(body) == ["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "二、己"]


def test_deeper_levels_begin_again() -> None:
    body = listed(item("甲", inner(item("乙"))), item("丙", inner(item("丁"))))
    assert texts(body) == ["一、甲", "（一）乙", "二、丙", "（一）丁"]


def test_only_the_first_paragraph_of_an_item_has_a_number() -> None:
    assert texts(listed(item("甲", "乙"), item("丙"))) == ["一、甲", "乙", "二、丙"]


def test_a_list_begins_anew() -> None:
    assert texts(listed(item("甲")) + par("文") + listed(item("乙"))) == ["一、甲", "文", "一、乙"]


def test_a_list_goes_on() -> None:
    more = listed(item("乙"), attributes='text:style-name="L" text:continue-numbering="true"')
    assert texts(listed(item("甲")) + par("文") + more) == ["一、甲", "文", "二、乙"]


def test_a_list_goes_on_after_another() -> None:
    first = listed(item("甲"), attributes='text:style-name="L" xml:id="a"')
    more = listed(item("丙"), attributes='text:style-name="L" text:continue-list="a"')
    assert texts(first + listed(item("乙")) + more) == ["一、甲", "一、乙", "二、丙"]


def test_a_deeper_level_goes_on() -> None:
    more = listed(
        item(inner(item("丙"))), attributes='text:style-name="L" text:continue-numbering="true"'
    )
    assert texts(listed(item("甲", inner(item("乙")))) + more) == ["一、甲", "（一）乙", "（二）丙"]


def test_numbers_in_cells() -> None:
    more = 'text:style-name="L" text:continue-numbering="true"'
    rows = (row(cell(listed(item(text), attributes=more)), "3") for text in ("甲", "乙"))
    assert dump(table(*rows), styles=STYLE)[1:] == ["  0: 一、甲 | 3", "  1: 二、乙 | 3"]


def test_a_number_that_is_set() -> None:
    assert texts(listed(item("甲", attributes='text:start-value="5"'), item("乙"))) == [
        "五、甲",
        "六、乙",
    ]


def test_a_style_that_begins_elsewhere() -> None:
    styles = list_style(level(1, "1", suffix=".", more='text:start-value="3"'))
    assert texts(listed(item("甲"), item("乙")), styles) == ["3.甲", "4.乙"]


def test_levels_shown_together() -> None:
    styles = list_style(level(1, "1"), level(2, "1", suffix=" ", more='text:display-levels="2"'))
    assert texts(listed(item("甲", inner(item("乙")))), styles) == ["1甲", "1.1 乙"]


def test_a_pattern_of_libreoffice() -> None:
    styles = list_style(level(1, "1", more='loext:num-list-format="第%1%条　"'))
    assert texts(listed(item("甲")), styles) == ["第1条　甲"]


def test_bullets() -> None:
    styles = list_style('<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>')
    assert texts(listed(item("甲")), styles) == ["• 甲"]


def test_a_header_of_a_list_has_no_number() -> None:
    body = listed(f"<text:list-header>{par('甲')}</text:list-header>", item("乙"))
    assert texts(body) == ["甲", "一、乙"]


def test_a_number_that_the_file_shows_is_not_read_twice() -> None:
    assert texts(listed(item("<text:number>一、</text:number>" + par("甲")))) == ["一、甲"]


def test_a_style_of_the_paragraph() -> None:
    own = '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>'
    assert texts(listed(item(par("甲", "P")), attributes=""), STYLE + own) == ["一、甲"]


def test_headings_numbered_by_their_outline() -> None:
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" '
        'style:num-format="一, 二, 三, ..." style:num-suffix="、"><style:list-level-properties>'
        '<style:list-level-label-alignment text:label-followed-by="nothing"/>'
        "</style:list-level-properties></text:outline-level-style></text:outline-style></office:styles>"
    )
    body = heading("甲") + par("文") + heading("乙")
    assert texts(body, common=outline) == ["一、甲", "文", "二、乙"]


@pytest.mark.parametrize(
    ("number_format", "numbers"),
    [
        ("1", {1: "1", 12: "12"}),
        ("a", {1: "a", 27: "aa"}),
        ("A", {26: "Z"}),
        ("i", {4: "iv", 1999: "mcmxcix"}),
        ("I", {9: "IX"}),
        ("一, 二, 三, ...", {10: "十", 12: "十二", 20: "二十", 103: "一百〇三", 120: "一百二十"}),
        ("壹, 贰, 叁, ...", {1: "壹", 10: "壹拾"}),
        ("壹, 貳, 參, ...", {2: "貳"}),
        ("①, ②, ③, ...", {3: "③", 21: "21"}),
        ("１, ２, ３, ...", {12: "１２"}),
        ("甲, 乙, 丙, ...", {1: "甲", 11: "甲"}),
        ("子, 丑, 寅, ...", {12: "亥"}),
        ("?", {7: "7"}),
    ],
)
def test_formats(number_format: str, numbers: dict[int, str]) -> None:
    assert {number: formatted(number, number_format) for number in numbers} == numbers
