"""What a reader sees in a cell and its text does not say; each case was looked at in Chromium."""

from __future__ import annotations

import pytest

import govinfo
from adapters.html.pages import grid
from adapters.html.test_cascade import cell
from govinfo.adapters.symbols import PICTURE

ABSOLUTE = "position:absolute;left:0;top:8px;width:14px"
RELATIVE = "position:relative"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<del>15</del>", PICTURE),
        ("<s>1,500</s>", PICTURE),
        ("<strike>15</strike><br>", PICTURE),
        ("<span style='text-decoration:line-through'>15</span>", PICTURE),
        ("<s>15</s>12", "12"),
        ("<s>15</s><ins>12</ins>", "12"),
        ("<s>15</s><input value=12>", "12"),
        ("<s>暂无</s>", ""),
        ("<s></s>", ""),
        ("<i style='display:none'>9</i><s>15</s>", PICTURE),
        ("<s>15</s><i style='display:none'>9</i>", PICTURE),
    ],
)
def test_a_struck_figure_is_no_blank_where_none_stands_in_its_stead(
    content: str, text: str
) -> None:
    assert cell(content) == text


@pytest.mark.parametrize("attributes", ["style='text-decoration:line-through'", "class=old"])
@pytest.mark.parametrize("where", ["td", "tr"])
def test_a_style_strikes_out_all_figures_in_an_element(where: str, attributes: str) -> None:
    style = "<style>.old{text-decoration:line-through}</style>"
    row = "<tr><td>规章</td><td>3</td><td>15</td></tr>"
    row = row.replace(f"<{where}>", f"<{where} {attributes}>")
    head = "<tr><td>项目</td><td>制发</td><td>废止</td></tr>"
    texts = [text for text, *_ in grid(f"{style}<table>{head}{row}</table>")]
    assert texts[-2:] == [PICTURE, PICTURE]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<bdo dir=rtl>21</bdo>", "12"),
        ("<span style='direction:rtl;unicode-bidi:bidi-override'>21</span>", "12"),
        ("<bdo dir=rtl>2<b>1</b></bdo>", PICTURE),
        ("<bdo dir=ltr>12</bdo>", "12"),
        ("<span style='direction:rtl'>12</span>", "12"),
    ],
)
def test_digits_from_right_to_left(content: str, text: str) -> None:
    assert cell(content) == text


@pytest.mark.parametrize(
    "content",
    [
        "<div style='display:flex'><i style='order:2'>2</i><i style='order:1'>1</i></div>",
        "<span>7</span><span style='margin-left:-9px;background:#fff'>12</span>",
        "<span style='letter-spacing:-7px'>12</span>",
        f"<div style='{RELATIVE}'>15<div style='{ABSOLUTE};border-top:1px solid'></div></div>",
        f"<div style='{RELATIVE}'>15<b style='{ABSOLUTE};background:#fff'></b></div>",
        "1<script>document.write('2')</script>",
        "<script>document.write(12)</script>",
        "<input type=password value=12>",
    ],
)
def test_what_is_drawn_in_another_way_is_not_read(content: str) -> None:
    assert PICTURE in cell(content)


@pytest.mark.parametrize(
    "content",
    [
        "12<script>var shown = true;</script>",
        "<span style='margin-left:-1px'>12</span>",
        "<div style='order:0'>12</div>",
        f"12<div style='{ABSOLUTE}'></div>",
        f"12<div style='{ABSOLUTE};border:none;background:transparent'></div>",
    ],
)
def test_what_draws_nothing_changes_nothing(content: str) -> None:
    assert cell(content) == "12"


def test_a_formulas_power_is_a_note() -> None:
    assert cell("<math><msup><mn>12</mn><mn>1</mn></msup></math>") == "12[1]"
    assert cell("<math><mn>12</mn></math>") == "12"


@pytest.mark.parametrize(
    "style",
    [
        "td{ & .a{display:none} }",
        "td{ color:red; .a{display:none} }",
        "tr{ td, th { .a{display:none} } }",
        "@media screen{ td{ .a{display:none} } }",
        ".a{ &{display:none} }",
        "i{ &.a{display:none} }",
        ".a{color:hsl(0 0% 100%)}",
    ],
)
def test_rules_in_rules_and_colours_of_functions(style: str) -> None:
    assert cell("<i class=a>7</i>12", style) == "12"


HEADER = (
    "<tr><td colspan=5>行政复议<td colspan=10>行政诉讼<tr>"
    + "".join(
        f"<td rowspan=2>{name}" for name in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    )
    + "<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉<tr>"
    + "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计" * 2
)
FIGURES = (12, 3, 4, 1, 20, 5, 0, 2, 1, 8, 6, 1, 0, 2, 9)


@pytest.mark.parametrize(
    "above",
    [
        "".join(f"<td><s>{figure + 1}</s>" for figure in FIGURES),
        "<td>" * 15,
        "<td>&nbsp;" * 15,
        "".join(f"<td style='color:#fff'>{figure + 1}" for figure in FIGURES),
    ],
    ids=["struck", "blank", "spaces", "white"],
)
def test_a_row_that_says_nothing_above_the_figures_is_no_row(above: str) -> None:
    row = "".join(f"<td>{figure}" for figure in FIGURES)
    heading = "<h1>某县2023年政府信息公开工作年度报告</h1><h2>四、行政复议、行政诉讼情况</h2>"
    report = govinfo.parse(f"{heading}<table>{HEADER}<tr>{above}<tr>{row}</table>".encode())
    found = [fact.value for path, fact in report.facts.items() if path.startswith("disputes.")]
    assert tuple(found) == FIGURES
