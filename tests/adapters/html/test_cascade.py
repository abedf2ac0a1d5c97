"""Which text is seen is told by what holds for an element; each case was looked at in Chromium."""

from __future__ import annotations

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from adapters.html.pages import dump, grid


def cell(content: str, style: str = "", attributes: str = "") -> str:
    """The text of a cell beside a label, with a style sheet."""
    table = f"<table><tr><td>规章</td><td {attributes}>{content}</td></tr></table>"
    return grid(f"<style>{style}</style>{table}")[1][0]


@pytest.mark.parametrize(
    ("style", "content"),
    [
        ("td .a{display:none}", "<i class=a>7</i>12"),
        ("td>i.a{display:none}", "<i class=a>7</i>12"),
        ("i[data-old]{display:none}", "<i data-old=1>7</i>12"),
        ("table u{visibility:hidden} table u b{visibility:visible}", "<u>7<b>1</b></u>2"),
        (
            "em.a{display:none} em.a.on{display:inline}",
            "<em class=a>7</em><em class='a on'>12</em>",
        ),
        ("td:nth-child(2) .a{display:none}", "<i class=a>7</i>12"),
        ("b + .a{display:none}", "<b></b><i class=a>7</i>12"),
        (".a:not(.on){display:none}", "<i class=a>7</i><i class='a on'>12</i>"),
        (".a{display:none!important}", "<i class=a style='display:inline'>7</i>12"),
        ("#a{display:none} .a{display:inline}", "<i class=a id=a>7</i>12"),
        ("i.a.b{display:none} .b{display:inline}", "<i class='a b'>7</i>12"),
        (".a{display:none} .a{display:inline}", "<i class=a>12</i>"),
        ("@media print{.a{display:none}}", "<i class=a>12</i>"),
        ("@media screen and (min-width:600px){.a{display:none}}", "<i class=a>7</i>12"),
        ("@media (max-width:600px){.a{display:none}}", "<i class=a>12</i>"),
        ("@media not print{.a{display:none}}", "<i class=a>7</i>12"),
        ("@supports (display:grid){.a{display:none}}", "<i class=a>7</i>12"),
        (".a:foo, .a{display:none}", "<i class=a>12</i>"),
        ("/* .a{display:none} */", "<i class=a>12</i>"),
        (".a{opacity:0}", "<i class=a>7</i>12"),
        (".a{position:absolute} .b{left:-9999px}", "<i class='a b'>7</i>12"),
        (".b{left:-9999px}", "<i class=b style='position:absolute'>7</i>12"),
        (".b{left:-9999px}", "<i class=b>12</i>"),
        ("i{position:absolute;left:1000px;top:3000px}", "<i>12</i>"),
        (".a{color:white}", "<i class=a>7</i>12"),
        (".a{font:0/0 a}", "<i class=a>7</i>12"),
        (".a{font-size:0} .a b{font-size:14px}", "<i class=a>7<b>12</b></i>"),
        (".a{background:#036;color:#fff}", "<i class=a>12</i>"),
        ("td{background:#def} .a{color:#def}", "<i class=a>7</i>12"),
        ("td{background:url(a.png)} .a{color:#fff}", "<i class=a>12</i>"),
        ("p{display:block}", "<i hidden>7</i><i hidden style='display:inline'>12</i>"),
        (".a{text-decoration:line-through}", "<i class=a>7</i>12"),
    ],
)
def test_rules(style: str, content: str) -> None:
    assert cell(content, style) == "12"


@pytest.mark.parametrize(
    "style",
    [
        *("display : NONE", "visibility:hidden", "opacity:0.0", "opacity:0%", "filter:opacity(0)"),
        *("position:absolute;left:-9999px", "position:fixed;top:-500em", "font-size:0px"),
        *(
            "font-size:1px",
            "font-size:1pt",
            "text-indent:-9999px;display:inline-block",
            "color:transparent",
        ),
        *("color:#fff", "color:rgb(255,255,255)", "color:#fefefe", "-webkit-text-fill-color:#0000"),
        *("position:absolute;clip:rect(0 0 0 0)", "position:absolute;clip:rect(1px,1px,1px,1px)"),
        *("clip-path:inset(50%)", "clip-path:circle(0)", "clip-path:polygon(0 0,0 0,0 0)"),
        *(
            "display:inline-block;width:0;overflow:hidden",
            "display:inline-block;transform:scale(0)",
        ),
        *("display:inline-block;scale:0", "display:contents;color:transparent"),
        *(
            "position:absolute;width:1px;height:1px;overflow:hidden",
            "float:left;transform:scale(1, 0)",
        ),
        *(
            "display:inline-block;transform:translateX(-9999px)",
            "display:inline-block;transform:rotateY(90deg)",
            "display:block;text-indent:200%;white-space:nowrap;overflow:hidden",
            "opacity:1e-9",
            "display:block;content-visibility:hidden",
        ),
    ],
)
def test_inline_styles_that_hide(style: str) -> None:
    assert cell(f"<span style='{style}'>7</span>12") == "12"
    assert cell(f"12<font color=red><span style='{style}'>7</span></font>") == "12"


@pytest.mark.parametrize(
    "style",
    [
        *("transform:scale(0)", "scale:0", "transform:translateX(-9999px)", "translate:-9999px"),
        *("transform:rotateY(90deg)", "text-indent:-9999px", "transform:translateY(-5px)"),
        *("display:contents;opacity:0", "display:contents;height:0;overflow:hidden", "zoom:0"),
        "display:contents;position:absolute;left:-9999px",
    ],
)
def test_what_applies_to_boxes_hides_no_text_in_a_line(style: str) -> None:
    assert cell(f"1<span style='{style}'>2</span>") == "12"


def test_what_is_in_a_flexible_box_is_a_box() -> None:
    assert cell("<b style='display:flex'><i style='scale:0'>7</i><i>12</i></b>") == "12"


@pytest.mark.parametrize(
    "style",
    [
        *("opacity:.4", "position:relative;left:-1px", "width:0;overflow:hidden", "font-size:13px"),
        *("color:#fff;background:#000", "color:#ccc", "clip:rect(0 0 0 0)", "transform:scale(1)"),
        *("visibility:visible", "text-indent:-2em", "clip-path:inset(0)", "overflow:hidden"),
        *(
            "content-visibility:hidden",
            "transform:rotate(360deg)",
            "scale:1",
            "filter:grayscale(1)",
        ),
    ],
)
def test_inline_styles_that_do_not(style: str) -> None:
    assert cell(f"1<span style='{style}'>2</span>") == "12"


@pytest.mark.parametrize(
    ("attributes", "content"),
    [
        ("", "<font color=white>7</font>12"),
        ("bgcolor=DDEEFF", "<font color='#ddeeff'>7</font>12"),
        ("bgcolor=#000000 style='color:#fff'", "<b>12</b>"),
        ("background=a.png", "<font color=white>12</font>"),
    ],
)
def test_colours_of_attributes(attributes: str, content: str) -> None:
    assert cell(content, attributes=attributes) == "12"


@pytest.mark.parametrize("style", ["visibility:hidden", "opacity:0", "color:#fff", "font-size:0"])
def test_a_cell_whose_text_is_not_seen_keeps_its_place(style: str) -> None:
    row = f"<tr><td>规章<td style='{style}'>7<td>12</tr>"
    assert [text for text, *_ in grid(f"<table>{row}</table>")] == ["规章", "", "12"]


def test_a_style_sheet_that_is_not_at_hand_may_draw_behind_a_whole_cell() -> None:
    head = "<tr><td style='color:#fff'>项目<td>数</tr>"
    row = "<tr><td>规章<td><font color=#fff>7</font>12</tr>"
    page = f"<link rel=stylesheet href=a.css><table>{head}{row}</table>"
    assert [text for text, *_ in grid(page)] == ["项目", "数", "规章", "12"]


@pytest.mark.parametrize(
    ("style", "content", "text"),
    [
        (".a::before{content:'1'}", "<i class=a></i>2", "12"),
        (".a:after{content:'2'}", "1<i class=a></i>", "12"),
        (".a::before{content:attr(data-n)}", "<i class=a data-n=12></i>", "12"),
        (r".a::before{content:'\31\32'}", "<i class=a></i>", "12"),
        (".a::after{content:'9';display:none}", "12<i class=a></i>", "12"),
        (r".a::before{content:'\e600'}", "<i class=a></i>12", "12"),
        (".a::before{content:url(12.png)}", "<i class=a></i>", "\ufffc"),
        (".a{background:url(12.png)}", "<i class=a></i>", "\ufffc"),
        (".a{background:url(12.png)}", "<i class=a>12</i>", "12"),
    ],
)
def test_what_rules_put_in(style: str, content: str, text: str) -> None:
    assert cell(content, style) == text


def test_a_counter_is_no_picture_in_a_line() -> None:
    assert dump("<style>h2::before{content:counter(a) '、'}</style><h2>题</h2>") == [
        "heading: 、题"
    ]


@pytest.mark.parametrize(
    ("style", "content"),
    [
        ("td .a{vertical-align:super}", "12<i class=a>1</i>"),
        (".a{vertical-align:top} .b{font-size:8px}", "12<i class='a b'>1</i>"),
        (".b{top:-4px}", "12<i class=b style='position:relative'>1</i>"),
        *((f".a{{{style}}}", "12<i class=a>1</i>") for style in ("vertical-align:3px",)),
        ("", "12<sup>1</sup>"),
        ("", "12<a href='#n1'><sup>1</sup></a>"),
        ("", "12<sup><a href='#n1'>1</a></sup>"),
        ("", "12<a href='#n1' role=doc-noteref>1</a>"),
        ("", "12<sub>1</sub>"),
        *(
            ("", f"12<span style='{style}'>1</span>")
            for style in (
                *("position:relative;top:-.4em", "position:relative;bottom:5px"),
                *("vertical-align:20%;font-size:70%", "vertical-align:text-top;font-size:.6em"),
                *("position:relative;top:-4pt;font-size:7pt", "vertical-align:top;font-size:8px"),
                *("display:inline-block;transform:translateY(-5px)", "font-variant-position:super"),
            )
        ),
    ],
)
def test_raised_digits_are_a_note(style: str, content: str) -> None:
    assert cell(content, style) == "12[1]"


def test_a_note_before_a_number_is_none_of_its_digits() -> None:
    assert cell("<sup>1</sup>12") == "[1]12"


def test_what_is_as_high_as_its_line_is_not_raised() -> None:
    assert cell("1<span style='vertical-align:top'>2</span>") == "12"


@pytest.mark.parametrize(
    ("style", "content", "text"),
    [
        (".a{margin-left:1em}", "12<i class=a>5</i>", "12  5"),
        (".a{padding-right:12px}", "<i class=a>12</i>5", "12  5"),
        (".a{display:inline-block;width:40px}", "<i class=a>12</i>5", "12  5"),
        (".a{float:right}", "12<i class=a>5</i>", "12  5"),
        (".a{display:block}", "12<i class=a>5</i>", "12\n5"),
        (".a{display:inline-flex;gap:1em}", "<b class=a><i>12</i><i>5</i></b>", "12  5"),
        (".a{margin-left:1em}", "规<i class=a>章</i>", "规章"),
        ("", "<i>12</i> <i>5</i>", "12 5"),
        ("", "<i>1</i><i>2</i>", "12"),
    ],
)
def test_gaps_part_numbers(style: str, content: str, text: str) -> None:
    assert cell(content, style) == text


def whole(sheet: str, link: str, header: str, value: str) -> bytes:
    """A page saved whole, with a style sheet as a part of its own."""
    page = f"<head>{link}</head><p>甲<i class=a>乙</i></p>"
    message = MIMEMultipart("related")
    message.attach(MIMEText(page, "html", "utf-8"))
    part = MIMEText(sheet, "css", "utf-8")
    part[header] = value
    message.attach(part)
    return message.as_bytes()


@pytest.mark.parametrize(
    ("link", "header", "value"),
    [
        (
            "<link rel=stylesheet href='cid:css-1@mhtml.blink'>",
            "Content-Location",
            "cid:css-1@mhtml.blink",
        ),
        ("<link rel=stylesheet href='cid:css-1'>", "Content-ID", "<css-1>"),
        (
            "<link rel=StyleSheet href='http://a.gov.cn/c/b.css'>",
            "Content-Location",
            "http://a.gov.cn/c/b.css",
        ),
    ],
)
def test_style_sheets_of_a_page_saved_whole(link: str, header: str, value: str) -> None:
    sheet = '@charset "utf-8";\n.a{display:none}'
    assert dump(whole(sheet, link, header, value)) == ["paragraph: 甲"]
    printed = link.replace("<link", "<link media=print")
    assert dump(whole(sheet, printed, header, value)) == ["paragraph: 甲乙"]


def test_style_sheets_that_a_style_sheet_imports() -> None:
    message = MIMEMultipart("related")
    page = "<link rel=stylesheet href=a.css><p>甲<i class=a>乙</i><i class=b>丙</i></p>"
    message.attach(MIMEText(page, "html", "utf-8"))
    sheets = {
        "a.css": "@import url('b.css'); @import 'c.css' print;",
        "b.css": ".a{display:none}",
        "c.css": ".b{display:none}",
    }
    for name, sheet in sheets.items():
        part = MIMEText(sheet, "css", "utf-8")
        part["Content-Location"] = f"http://a.gov.cn/{name}"
        message.attach(part)
    assert dump(message.as_bytes()) == ["paragraph: 甲丙"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<select><option>0<option selected>12</select>", "12"),
        ("<select><option>12<option>0</select>", "12"),
        ("<select multiple><option>0<option>5</select>", "\ufffc"),
        ("<select size=2><option>0<option>5</select>", "\ufffc"),
        ("<button>12</button>", "12"),
        ("<input value=12>", "12"),
        ("<input type=button value=12>", "12"),
        ("<input type=hidden value=7>12", "12"),
        ("<textarea>12</textarea>", "12"),
        *((f"{box}5", "12  5") for box in ("<input value=12>", "<textarea>12</textarea>")),
        *((f"12{box}", "12  5") for box in ("<button>5</button>", "<select><option>5</select>")),
        ("<img src=a.png alt=12>", "\ufffc"),
        ("1<img src=a.png>", "1\ufffc"),
        ("<svg><text>12</text></svg>", "\ufffc"),
        ("<img src=a.gif width=1 height=1>12", "12"),
        ("<img src=a.png>规章", "规章"),
        ("<img src=a.png style='display:none'>", ""),
    ],
)
def test_controls_and_pictures_in_a_cell(content: str, text: str) -> None:
    assert cell(content) == text


def test_controls_outside_of_tables_are_the_pages() -> None:
    assert dump("<p>甲</p><select><option>友情链接</select><button>打印</button>") == [
        "paragraph: 甲"
    ]


def test_pictures_alone_make_no_table() -> None:
    page = "<table><tr><td><img src=a.png alt=徽><td><img src=b.png></table><p>甲</p>"
    assert dump(page) == ["figure: 徽", "paragraph: 甲"]


@pytest.mark.parametrize(
    ("style", "content"),
    [
        # What a window of usual size is, and what a browser of today does.
        ("@supports not (display:grid){.a{display:none}}", "<i class=a>12</i>"),
        ("@supports (display:grid) and (not (-ms-flow:x)){.a{display:none}}", "<i class=a>7</i>12"),
        ("@supports selector(:is(a)){.a{display:none}}", "<i class=a>7</i>12"),
        ("@media (orientation:landscape){.a{display:none}}", "<i class=a>7</i>12"),
        ("@media (prefers-color-scheme: light){.a{display:none}}", "<i class=a>7</i>12"),
        ("@media (prefers-color-scheme:dark){.a{display:none}}", "<i class=a>12</i>"),
        ("@media (width >= 600px){.a{display:none}}", "<i class=a>7</i>12"),
        ("@media (400px<width<=900px){.a{display:none}}", "<i class=a>12</i>"),
        ("@media screen and (color){.a{display:none}}", "<i class=a>7</i>12"),
        ("@media (min-resolution:2dppx){.a{display:none}}", "<i class=a>12</i>"),
        ("@media (hover:hover) or (width<9px){.a{display:none}}", "<i class=a>7</i>12"),
        (".a{@media screen{display:none}}", "<i class=a>7</i>12"),
        ("@scope (td){.a{display:none}}", "<i class=a>7</i>12"),
        # Layers come in the order in which they are named; what stands in none counts most.
        (
            "@layer x,y; @layer y{.a{display:none}} @layer x{.a{display:inline}}",
            "<i class=a>7</i>12",
        ),
        (".a{display:inline} @layer x{.a{display:none}}", "<i class=a>12</i>"),
        (".a{display:none} @layer x{i.a.a{display:inline}}", "<i class=a>7</i>12"),
        (
            "@layer x{.a{display:none!important}} .a{display:inline!important}",
            "<i class=a>7</i>12",
        ),
        (
            "@layer x{.a{display:none} @layer y{.a{display:inline}}}",
            "<i class=a>7</i>12",
        ),
        # Variables.
        (":root{--d:none} .a{display:var(--d)}", "<i class=a>7</i>12"),
        (".a{display:var(--x,none)}", "<i class=a>7</i>12"),
        (".a{color:var(--x)} td{--x:#fff}", "<i class=a>7</i>12"),
        (
            ":root{--x:#fff} .b{--x:#000} .a{color:var(--x)}",
            "<b class=b><i class=a>12</i></b><i class=a>7</i>",
        ),
        (":root{--x:var(--y);--y:hidden} .a{visibility:var(--x)}", "<i class=a>7</i>12"),
        ("", "<i style='--v:hidden;visibility:var(--v)'>7</i>12"),
        (".a{display:var(--nowhere)}", "<i class=a>12</i>"),
        # What a browser does not know it leaves out.
        ("", "<i style='display:none;display:foo'>7</i>12"),
        ("", "<i style='visibility:hidden;visibility:shown'>7</i>12"),
        ("", "<i style='color:#fff;color:blau'>7</i>12"),
        ("", "<i style='font-size:0;font-size:big'>7</i>12"),
        ("", "<i style='display:foo'>12</i>"),
        # Sheets in other languages, in the address, with escapes; elements that browsers put in.
        ("", "<style type='text/less'>.a{display:none}</style><i class=a>12</i>"),
        ("", "<style type='text/css'>.a{display:none}</style><i class=a>7</i>12"),
        ("", "<link rel=stylesheet href='data:text/css,.a{display:none}'><i class=a>7</i>12"),
        (
            "",
            "<link rel=stylesheet href='data:;base64,LmF7ZGlzcGxheTpub25lfQ=='><i class=a>7</i>12",
        ),
        ("@import url('data:text/css,.a{display:none}');", "<i class=a>7</i>12"),
        (r".a{\64 isplay:none}", "<i class=a>7</i>12"),
        ("tbody tr .a{display:none}", "<i class=a>7</i>12"),
        ("tbody{background:#036} td{color:#fff}", "12"),
        ("@media not (unheard-of:thing){.a{display:none}}", "<i class=a>12</i>"),
        ("td{color:#fff} td i{color:initial}", "7<i>12</i>"),
        ("td i{visibility:hidden} td i b{visibility:initial}", "<i>7<b>12</b></i>"),
        ("i{display:none} i{all:revert}", "<i>12</i>"),
        (".a{color:oklch(1 0 0)}", "<i class=a>7</i>12"),
        (".a{color:lab(100 0 0)}", "<i class=a>7</i>12"),
        (".a{color:color(display-p3 1 1 1)}", "<i class=a>7</i>12"),
        (".a{color:oklch(.6 .2 30)}", "<i class=a>12</i>"),
        ("td i::before{content:'7';color:#fff}", "<i>12</i>"),
        ("td i::before{content:attr(data-n,'7')}", "<i data-n=12></i>"),
        # Rules for what is put before or after a text that is hidden itself.
        (".a{font-size:0} .a::after{content:'12';font-size:14px}", "<i class=a>7</i>"),
        (".a{visibility:hidden} .a::after{content:'12';visibility:visible}", "<i class=a>7</i>"),
        (".a{color:transparent} .a::after{content:'12';color:#000}", "<i class=a>7</i>"),
    ],
)
def test_rules_of_newer_css(style: str, content: str) -> None:
    assert cell(content, style) == "12"


@pytest.mark.parametrize(
    "style",
    [
        *(
            "font-size:calc(1px - 1px)",
            "font-size:.001em",
            "font-size:1%",
            "font-size:min(0px, 9px)",
        ),
        *("position:absolute;left:calc(-100px * 20)", "opacity:calc(0)", "zoom:0.01"),
        *("position:absolute;inset:-9999px auto auto -9999px", "display:block;translate:-9999px"),
        *(
            "display:inline-block;margin-inline-start:-9999px",
            "display:block;line-height:0;overflow:hidden",
        ),
        *(
            "display:inline-block;clip-path:inset(0 100% 0 0)",
            "display:inline-block;width:0;overflow:auto",
        ),
        *("color:Canvas", "color:hsl(0,0%,100%)"),
    ],
)
def test_inline_styles_of_newer_css_that_hide(style: str) -> None:
    assert cell(f"<span style='{style}'>7</span>12").strip() == "12"


@pytest.mark.parametrize(
    "style",
    [
        *("transform:scaleX(-1)", "transform:rotate(180deg)", "rotate:180deg", "scale:-1 1"),
        *("transform:matrix(-1,0,0,1,0,0)", "transform:rotate(0.5turn)"),
        "transform:rotateY(180deg)",
        *("width:.55em;overflow:hidden", "max-width:6px;overflow-x:clip", "filter:blur(30px)"),
        *("clip-path:inset(0 50% 0 0)", "mask-image:linear-gradient(#000,transparent)"),
        *("-webkit-text-security:disc", "mix-blend-mode:screen", "letter-spacing:-.5em"),
        "animation:x 0s forwards",
        *("background:linear-gradient(transparent 45%,#000 45%)", "color:#333;background:#333"),
    ],
)
def test_a_figure_that_is_shown_otherwise_than_it_is_written_is_not_read(style: str) -> None:
    assert cell(f"<i style='display:inline-block;{style}'>12</i>") == "\ufffc"


@pytest.mark.parametrize(
    ("style", "content"),
    [
        (".a::first-letter{font-size:0}", "<div class=a>712</div>"),
        (".a::first-letter{color:#fff}", "<div class=a>712</div>"),
        (
            ".a{position:relative} .a::after{content:'';position:absolute;inset:0;background:#fff}",
            "<i class=a>7</i>12",
        ),
        (
            ".a::after{content:'';position:absolute;top:50%;width:9px;border-top:1px solid}",
            "<i class=a>7</i>12",
        ),
        ("", "<b style='display:flex;flex-direction:row-reverse'><i>2</i><i>1</i></b>"),
        (
            "",
            "<b style='display:grid'><i style='grid-area:1/2'>2</i><i style='grid-area:1/1'>1</i>",
        ),
        ("", "<div style='height:1.2em;overflow:hidden'>12<br>7</div>"),
        ("td::before{content:counter(x)}", "12"),
        ("i{float:left}", "<i style='translate:1ch'>2</i><i style='translate:-1ch'>1</i>"),
        (
            "i{display:inline-block}",
            "<i style='transform:translateX(1ch)'>2</i><i style='transform:translateX(-1ch)'>1</i>",
        ),
        ("", "<progress value=3 max=9>7</progress>12"),
        ("", "<meter value=.3>7</meter>12"),
        ("", "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"),
    ],
)
def test_cells_of_which_it_cannot_be_told_what_is_seen(style: str, content: str) -> None:
    assert "\ufffc" in cell(content, style)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<i style='color:transparent;text-shadow:0 0 0 #000'>12</i>", "12"),
        ("<i style='color:transparent;-webkit-text-stroke:1px #000'>12</i>", "12"),
        ("<i style='color:transparent;background:#000;background-clip:text'>12</i>", "12"),
        ("<i style='opacity:0;animation:appear 1s forwards'>甲</i>", "甲"),
        ("<details><summary>12</summary>7</details>", "12"),
        ("<details open><summary>1</summary>2</details>", "1\n2"),
        ("<div popover>7</div>12", "12"),
        ("<div hidden=until-found>7</div>12", "12"),
        ("<i hidden=until-found>1</i>2", "12"),
        ("<select><option hidden>7<option>12</select>", "7"),
        ("<span dir=rtl style='unicode-bidi:bidi-override'>21</span>", "12"),
        ("&#x202E;21&#x202C;", "12"),
        ("1&#x202E;32&#x202C;4", "1234"),
        ("1<sup style='vertical-align:baseline;font-size:100%'>2</sup>", "12"),
        ("12<sup style='vertical-align:baseline;position:relative;top:-.5em'>1</sup>", "12[1]"),
        ("12<tt style='font-size:50%'>1</tt>", "12  1"),
        ("<math><mn>12</mn><mphantom><mn>7</mn></mphantom></math>", "12"),
        (
            "<math><semantics><mn>12</mn><annotation>7</annotation></semantics></math>",
            "12",
        ),
    ],
)
def test_elements_that_show_what_they_hold_otherwise(content: str, text: str) -> None:
    assert cell(content) == text


@pytest.mark.parametrize(
    "columns",
    [
        "<col><col style='visibility:collapse'><col>",
        "<col><col class=off>",
        "<colgroup><col></colgroup><colgroup style='visibility:collapse'>",
    ],
)
def test_columns_that_take_no_place(columns: str) -> None:
    row = "<tr><td>规章<td>7<td>12</tr><tr><td colspan=2>其他<td>3</tr>"
    page = f"<style>.off{{visibility:collapse}}</style><table>{columns}{row}</table>"
    assert grid(page) == [
        *(("规章", 0, 0, 1, 1), ("12", 0, 1, 1, 1)),
        *(("其他", 1, 0, 1, 1), ("3", 1, 1, 1, 1)),
    ]


def test_a_copy_in_a_closed_fold_is_not_seen() -> None:
    table = "<table><tr><td>规章<td>{}</tr></table>"
    fold = f"<details{{}}><summary>甲</summary>{table.format(7)}</details>"
    rows = [line for line in dump(fold.format("") + table.format(12)) if "规章" in line]
    assert rows == ["  0: 规章 | 12"]
    other = table.format(12).replace("规章", "其他")
    for page in (fold.format(""), fold.format("") + other, fold.format(" open")):
        assert "  0: 规章 | 7" in dump(page)


@pytest.mark.parametrize(
    "style",
    [
        *("position:relative;left:-5px", "margin-left:-5px", "transform:translateX(9px)"),
        *("display:inline-block;overflow:hidden;height:1em;line-height:1", "transform:none"),
        *("display:inline-block;overflow:hidden;width:3ch", "rotate:none;scale:none;mask:none"),
    ],
)
def test_a_figure_alone_in_its_cell_is_seen(style: str) -> None:
    assert cell(f"<span style='{style}'>12</span>") == "12"
    assert cell(f"<div style='display:grid;place-items:center'><b style='{style}'>12</b>") == "12"


def test_cells_that_fade_in_are_seen() -> None:
    assert cell("12", "td{animation:fade 1s}") == "12"


def test_columns_have_a_colour_behind_them() -> None:
    columns = "<col style='background:#036'><col bgcolor=#003366>"
    row = "<tr><td>规章<td>12</tr>"
    page = f"<style>td{{color:#fff}}</style><table>{columns}{row}</table>"
    assert [text for text, *_ in grid(page)] == ["规章", "12"]


def test_variables_that_stand_for_many_others_are_not_followed() -> None:
    """What would grow by ten with each is left out, as a browser leaves out what is too long."""
    chain = ";".join(f"--v{at}:{f'var(--v{at + 1}) ' * 10}" for at in range(12))
    assert cell("<i class=a>12</i>", f":root{{{chain};--v12:none}} .a{{display:var(--v0)}}") == "12"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<div style='color:#fff'>7<a href='#'>12</a></div>", "12"),
        ("<div style='color:#fff'>7<mark>12</mark></div>", "12"),
        ("<div style='color:#fff'>7<a>1</a></div>12", "12"),
        ("<font color=#fff>7<font color=#fff style='color:inherit'>1</font></font>12", "12"),
        ("<font color=#fff style='color:inherit'>12</font>", "12"),
        ("<div style='color:#fff'><a href='#' style='color:inherit'>7</a></div>12", "12"),
    ],
)
def test_links_and_marks_have_a_colour_of_their_own(content: str, text: str) -> None:
    assert cell(content) == text
