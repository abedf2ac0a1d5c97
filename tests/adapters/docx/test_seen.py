"""What a reader sees in Word where the markup says something else: colours, notes, controls."""

from __future__ import annotations

import pytest

from govinfo.blocks import Paragraph, Table
from wordml import (
    cell,
    dump,
    grid,
    par,
    parts,
    read,
    read_body,
    relationships,
    row,
    run,
    span,
    table,
    zipped,
)


def text(*content: str, styles: str = "", properties: str = "") -> str:
    """The text of the only paragraph."""
    (block,) = read_body(par(*content, properties=properties), styles=styles).blocks
    assert isinstance(block, Paragraph)
    return block.text


# Text in the colour of what is behind it.

WHITE = '<w:color w:val="FFFFFF"/>'
WHITE_STYLES = (
    f'<w:style w:type="character" w:styleId="c"><w:rPr>{WHITE}</w:rPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="p"><w:rPr>{WHITE}</w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="d"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="t"><w:rPr>'
    '<w:color w:val="000000" w:themeColor="background1"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    "properties",
    [
        WHITE,
        '<w:color w:val="fffffe"/>',
        '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
        '<w:color w:themeColor="background1" w:val="FFFFFF"/>',
        '<w:color w:themeColor="background1"/>',
        '<w:color w:val="000000" w:themeColor="light1"/>',
        '<w:rStyle w:val="t"/>',
        '<w:w w:val="1"/>',
        "<w14:textFill><w14:noFill/></w14:textFill>",
        *(
            f"<w14:textFill><w14:solidFill>{colour}</w14:solidFill></w14:textFill>"
            for colour in (
                '<w14:srgbClr w14:val="FFFFFF"/>',
                '<w14:schemeClr w14:val="bg1"/>',
                '<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>',
            )
        ),
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        '<w:color w:val="FF0000"/><w:shd w:val="clear" w:color="auto" w:fill="FF0000"/>',
        '<w:rStyle w:val="c"/>',
        '<w:sz w:val="2"/>',
        '<w:rStyle w:val="d"/>',
    ],
)
def test_text_that_no_eye_sees_is_not_read(properties: str) -> None:
    assert text(run("8", properties), "12", styles=WHITE_STYLES) == "12"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:color w:val="000000"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="F0F0F0"/>',
        '<w:color w:val="FFFFFF" w:themeColor="text1"/>',
        '<w:color w:val="BFBFBF" w:themeColor="background1" w:themeShade="BF"/>',
        (
            "<w14:textFill><w14:solidFill>"
            '<w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/></w14:schemeClr>'
            "</w14:solidFill></w14:textFill>"
        ),
        '<w:w w:val="66"/>',
        (
            f"{WHITE}<w14:textFill><w14:solidFill>"
            '<w14:srgbClr w14:val="000000"/></w14:solidFill></w14:textFill>'
        ),
        f'{WHITE}<w:highlight w:val="blue"/>',
        f'{WHITE}<w:shd w:val="clear" w:color="auto" w:fill="4472C4"/>',
        f'{WHITE}<w:shd w:val="pct25" w:color="000000" w:fill="FFFFFF"/>',
        f'{WHITE}<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>',
        '<w:rStyle w:val="c"/><w:color w:val="000000"/>',
        '<w:sz w:val="20"/>',
        '<w:rStyle w:val="d"/><w:sz w:val="20"/>',
    ],
)
def test_text_that_differs_from_what_is_behind_it_is_read(properties: str) -> None:
    assert text(run("8", properties), "12", styles=WHITE_STYLES) == "812"


def test_a_paragraph_in_a_style_without_a_colour_of_its_own_is_not_seen() -> None:
    style = '<w:pStyle w:val="p"/>'
    shown = run("12", '<w:color w:val="000000"/>')
    assert text("8", shown, styles=WHITE_STYLES, properties=style) == "12"
    assert dump(table(row("甲", cell(par("8", properties=style)))), styles=WHITE_STYLES) == [
        "table: 1 x 2",
        "  0: 甲 | ",
    ]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", "\ufffc"),
        ('<w:strike w:val="0"/>', "8"),
        ('<w:rStyle w:val="s"/>', "8"),
    ],
)
def test_a_paragraph_in_a_style_that_strikes_is_struck(own: str, expected: str) -> None:
    """The property toggles: where both styles strike, neither does."""
    kinds = {"p": "paragraph", "s": "character"}
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:rPr><w:strike/></w:rPr></w:style>'
        for name, kind in kinds.items()
    )
    struck = cell(par(run("8", own), properties='<w:pStyle w:val="p"/>'))
    assert dump(table(row("甲", struck, "3")), styles=styles)[1] == f"  0: 甲 | {expected} | 3"


def test_a_row_that_is_held_flat_is_not_seen() -> None:
    def held(height: int, rule: str) -> str:
        return f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'

    rows = [
        row("甲", "7", properties=held(10, "exact")),
        row("乙", "8", properties=held(10, "atLeast")),
        row("丙", "9", properties=held(400, "exact")),
    ]
    assert dump(table(*rows)) == ["table: 2 x 2", "  0: 乙 | 8", "  1: 丙 | 9"]


def test_letters_that_are_turned_round_are_read_as_they_stand() -> None:
    assert text(f'<w:bdo w:val="rtl">{run("2")}{run("1")}</w:bdo>', "件") == "12件"
    assert text(f'<w:bdo w:val="ltr">{run("12")}</w:bdo>', "件") == "12件"
    assert text("\u202e21\u202c", "件") == "12件"


@pytest.mark.parametrize(
    ("shading", "colour", "expected"),
    [
        ('<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>', "D9E2F3", ""),
        ('<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>', "FFFFFF", "9"),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', "FFFFFF", ""),
        ('<w:shd w:val="nil"/>', "FFFFFF", ""),
        ("", "D9E2F3", "9"),
    ],
)
def test_a_cell_has_a_colour_of_its_own(shading: str, colour: str, expected: str) -> None:
    figure = cell(par(run("9", f'<w:color w:val="{colour}"/>')), properties=shading)
    assert dump(table(row("甲", figure)))[1] == f"  0: 甲 | {expected}"


def test_a_table_whose_style_has_colours_is_read() -> None:
    """Which cells they are behind is not looked up; white letters on dark rows are common."""
    styles = (
        '<w:style w:type="table" w:styleId="dark"><w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>'
        '<w:style w:type="table" w:styleId="mine"><w:basedOn w:val="dark"/></w:style>'
        '<w:style w:type="table" w:styleId="grid"><w:name w:val="Table Grid"/></w:style>'
    )
    white = cell(par(run("9", WHITE)))
    for name, expected in (("dark", "9"), ("mine", "9"), ("grid", ""), ("lost", "")):
        body = table(row("甲", white)).replace(
            "<w:tblPr/>", f'<w:tblPr><w:tblStyle w:val="{name}"/></w:tblPr>'
        )
        assert dump(body, styles=styles)[1] == f"  0: 甲 | {expected}", name


def test_on_a_page_with_a_colour_white_text_is_read() -> None:
    made = parts(par(run("8", WHITE), "12"))
    made["word/document.xml"] = str(made["word/document.xml"]).replace(
        "<w:body>", '<w:background w:color="1F3864"/><w:body>'
    )
    (block,) = read(zipped(made)).blocks
    assert block == Paragraph("812", block.anchor)


@pytest.mark.parametrize(
    "drawn",
    [
        '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>',
        '<w:r><w:pict><v:rect style="position:absolute;z-index:-251"/></w:pict></w:r>',
    ],
)
def test_before_something_drawn_white_text_is_read_but_in_tables(drawn: str) -> None:
    cover = par(drawn, run("报告", WHITE))
    body = cover + table(row("甲", cell(par(run("9", WHITE)))))
    assert dump(body) == ["paragraph: 报告", "table: 1 x 2", "  0: 甲 | "]


# A note's number is no digit of a figure.

SMALL = '<w:sz w:val="12"/>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("12", run("1", '<w:position w:val="8"/>')), "12[1]"),
        (("12", run("1", '<w:position w:val="4pt"/>')), "12[1]"),
        (("12", run("1", f'<w:position w:val="6"/>{SMALL}')), "12[1]"),
        (("12", run("1", f'<w:position w:val="-6"/>{SMALL}')), "12[1]"),
        (
            ("12", run("1", '<w:position w:val="8"/>'), run("0", '<w:position w:val="8"/>')),
            "12[10]",
        ),
        (("12", run("1,2", '<w:vertAlign w:val="superscript"/>')), "12[1,2]"),
        (("12", run("[1]", '<w:vertAlign w:val="superscript"/>')), "12[1]"),
        ((run("1", '<w:vertAlign w:val="superscript"/>'), "12"), "[1]12"),
        ((run("12", '<w:position w:val="8"/>'),), "12"),
        ((run("1", '<w:position w:val="8"/>'), run("2", '<w:position w:val="8"/>')), "12"),
        (("1", run("2", '<w:position w:val="2"/>')), "12"),
        (
            (run("1", '<w:position w:val="-2"/>'), run("2", '<w:position w:val="1"/>')),
            "12",
        ),
        (
            (run("12", '<w:position w:val="8"/>'), run("1", '<w:position w:val="16"/>')),
            "12[1]",
        ),
        (("m", run("2", '<w:vertAlign w:val="superscript"/>')), "m2"),
        (("第", run("12", '<w:position w:val="8"/>'), "件"), "第12件"),
    ],
)
def test_a_raised_number_after_a_figure_is_a_note(content: tuple[str, ...], expected: str) -> None:
    assert text(*content) == expected


def m(name: str, *content: str) -> str:
    return f"<m:{name}>{''.join(content)}</m:{name}>"


def letters(written: str) -> str:
    return m("r", m("t", written))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (m("sSup", m("e", letters("12")), m("sup", letters("1"))), "12[1]"),
        (m("sSub", m("e", letters("12")), m("sub", letters("1"))), "12[1]"),
        (letters("12") + m("sSup", m("e", letters("3")), m("sup", letters("4"))), "123[4]"),
        (m("sPre", m("sub", ""), m("sup", letters("1")), m("e", letters("12"))), "[1]12"),
        (m("sSup", m("e", letters("x")), m("sup", letters("2"))), "x2"),
        (m("f", m("num", letters("1")), m("den", letters("2"))), "1/2"),
        (m("d", m("e", letters("12"))), "(12)"),
        (letters("1") + m("d", m("dPr"), m("e", letters("2"))), "1(2)"),
        (
            m("phant", m("phantPr", '<m:show m:val="0"/>'), m("e", letters("9"))) + letters("12"),
            "12",
        ),
        (m("m", m("mr", m("e", letters("1")), m("e", letters("2")))), "1 2"),
        (f'<w:del w:id="1">{letters("9")}</w:del>{letters("12")}', "12"),
    ],
)
def test_formulas_are_written_in_a_line(formula: str, expected: str) -> None:
    assert text(m("oMath", formula)) == expected


# Lists to choose from, and controls that are bound to data.


def begin(data: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


ENTRIES = '<w:listEntry w:val="0"/><w:listEntry w:val="12"/><w:listEntry w:val="30"/>'
FORM = "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ('<w:result w:val="1"/>', "12"),
        ('<w:default w:val="2"/>', "30"),
        ('<w:result w:val="0"/><w:default w:val="2"/>', "0"),
        ("", "0"),
        ('<w:result w:val="7"/>', "0"),
    ],
)
def test_a_list_of_an_old_form_shows_the_chosen_entry(chosen: str, expected: str) -> None:
    field = begin(f"<w:ddList>{chosen}{ENTRIES}</w:ddList>") + FORM
    assert text("共", field, mark("end"), "件") == f"共{expected}件"
    assert text("共", field, mark("separate"), mark("end"), "件") == f"共{expected}件"
    assert text("共", field, mark("separate"), "5", mark("end"), "件") == f"共{expected}件"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("MACROBUTTON NoMacro 12", "12"),
        (" gotobutton here 12 ", "12"),
        ("SYMBOL 49", "\ufffd"),
        ('XE "7"', ""),
    ],
)
def test_fields_without_a_result_show_what_their_code_says(code: str, expected: str) -> None:
    said = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    assert text("共", begin("") + said + mark("end"), "件") == f"共{expected}件"


def test_a_list_without_entries_and_a_text_field_show_their_result() -> None:
    for data in ("<w:ddList/>", "<w:textInput/>", "<w:checkBox/>"):
        field = (begin(data), FORM, mark("separate"), "5", mark("end"))
        assert text("共", *field, "件") == "共5件"


ITEM = "{16BB3F27-6769-43F1-94EF-38FF097B8F79}"
DATA = '<r xmlns="urn:a" n="31"><v>12</v><v>13</v><w><v>14</v></w><e/><t>2</t></r>'
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def bound(xpath: str, shown: str = "17", kind: str = "<w:text/>", item: str = ITEM) -> str:
    binding = (
        f"<w:dataBinding w:prefixMappings=\"xmlns:n='urn:a'\" "
        f'w:xpath="{xpath}" w:storeItemID="{item}"/>'
    )
    properties = f"<w:sdtPr>{binding}{kind}</w:sdtPr>"
    return f"<w:sdt>{properties}<w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def with_data(body: str) -> bytes:
    made = parts(body)
    made["customXml/item1.xml"] = DATA
    made["customXml/_rels/item1.xml.rels"] = relationships(
        ("rId1", "customXmlProps", "itemProps1.xml")
    )
    made["customXml/itemProps1.xml"] = f'<d:datastoreItem xmlns:d="{CUSTOM}" d:itemID="{ITEM}"/>'
    return zipped(made)


LIST = (
    '<w:dropDownList><w:listItem w:displayText="一" w:value="1"/>'
    '<w:listItem w:displayText="二十" w:value="2"/></w:dropDownList>'
)


@pytest.mark.parametrize(
    ("control", "expected"),
    [
        (bound("/n:r[1]/n:v[1]", run("17")), "12"),
        (bound("/n:r/n:v", run("17")), "12"),
        (bound("/n:r/n:v[2]", run("1") + run("7")), "13"),
        (bound("/n:r[1]/n:w[1]/n:v[1]/text()[1]", run("17")), "14"),
        (bound("/n:r/@n", run("17")), "31"),
        (bound("/n:r/n:v", run("17"), item=ITEM.lower()), "12"),
        (bound("/n:r/n:v", run("17"), item=""), "12"),
        (bound("/n:r/n:v", ""), "12"),
        (bound("/n:r/n:v", run("请填写"), "<w:showingPlcHdr/><w:text/>"), "12"),
        (bound("/n:r/n:e", run("17")), ""),
        (bound("/n:r/n:t", run("一"), LIST), "二十"),
        # Bound to nothing, or shown in another way: then what stands there counts.
        (bound("/n:r/n:v", run("17"), item="{0}"), "17"),
        (bound("/n:r/n:none", run("17")), "17"),
        (bound("/x:r/x:v", run("17")), "17"),
        (bound("//n:v[. = 12]", run("17")), "17"),
        (bound("/n:r/n:v", run("17日"), "<w:date/>"), "17日"),
        (bound("/n:r/n:v", run("☒"), "<w14:checkbox/>"), "☒"),
    ],
)
def test_a_bound_control_shows_what_it_is_bound_to(control: str, expected: str) -> None:
    (block,) = read(with_data(par("共", control, "件"))).blocks
    assert block == Paragraph(f"共{expected}件", block.anchor)


def test_bound_controls_around_paragraphs_and_cells() -> None:
    around = bound("/n:r/n:v[2]", par("17"))
    whole = bound("/n:r/n:v", cell("17"))
    (found,) = read(with_data(table(row("甲", whole, cell(around))))).blocks
    assert isinstance(found, Table)
    assert [one.text for one in found.cells] == ["甲", "12", "13"]


# Letters of symbol fonts.


def test_letters_of_a_symbol_font_are_what_is_seen() -> None:
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    assert text(run("l", fonts), "甲") == "●甲"
    assert text(run("12", fonts), "甲") == "\ufffd\ufffd甲"
    assert text(run("\uf06c", fonts), "甲") == "●甲"
    assert text(run("12", fonts.replace("Wingdings", "Symbol")), "甲") == "12甲"
    assert text(run("12", fonts.replace("Wingdings", "Segoe UI Symbol")), "甲") == "12甲"


def test_digits_moved_to_the_private_area_are_digits() -> None:
    assert text("\uf031\uf032", "件") == "12件"
    assert text("\uf031\uf0e5", "件") == "1\ufffd件"


# Pictures.


@pytest.mark.parametrize(
    "drawn",
    [
        "<w:drawing><pic:pic/></w:drawing>",
        '<w:drawing><a:graphic><a:graphicData uri="x/chart"/></a:graphic></w:drawing>',
        "<w:drawing><wps:wsp><a:blipFill><a:blip/></a:blipFill></wps:wsp></w:drawing>",
        "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>",
        "<w:object><v:shape><v:imagedata/></v:shape></w:object>",
    ],
)
def test_a_picture_in_a_cell_is_no_blank(drawn: str) -> None:
    body = table(row("甲", cell(par(f"<w:r>{drawn}</w:r>")), "3"))
    assert dump(body) == ["table: 1 x 3", "  0: 甲 | \ufffc | 3"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("1") + "<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "1\ufffc"),
        (run("12件") + "<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "12件"),
        (run("34") + "<w:r><w:pict><v:line/></w:pict></w:r>", "34\ufffc"),
        (
            run("34") + "<w:r><w:drawing><wps:wsp><wps:spPr/></wps:wsp></w:drawing></w:r>",
            "34\ufffc",
        ),
        (run("15", "<w:strike/>"), "\ufffc"),
        (run("15", "<w:dstrike/>"), "\ufffc"),
        (run("15", "<w:strike/>") + run("12"), "12"),
        (run("暂无", "<w:strike/>"), ""),
        (run("15", "<w:vanish/>"), ""),
        ('<w:del w:id="1"><w:r><w:delText>15</w:delText></w:r></w:del>', "\ufffc"),
        ('<w:del w:id="1"><w:r><w:delText>15</w:delText></w:r></w:del>' + run("12"), "12"),
        ('<w:del w:id="1"><w:r><w:delText>。</w:delText></w:r></w:del>', ""),
        (run("7", "<w14:textFill><w14:noFill/></w14:textFill>") + run("12"), "12"),
    ],
)
def test_what_is_seen_beside_or_in_stead_of_a_figure_is_told(content: str, expected: str) -> None:
    assert dump(table(row("甲", cell(par(content)), "3")))[1] == f"  0: 甲 | {expected} | 3"


def test_a_figure_in_a_cell_that_is_crossed_out_is_not_read() -> None:
    borders = '<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>'
    head = cell(par("项目 时间"), properties=borders)
    body = row(head, cell(par("15"), properties=borders), "3")
    assert dump(table(body))[1] == "  0: 项目 时间 | 15\ufffc | 3"
    none = borders.replace("single", "nil")
    assert dump(table(row("甲", cell(par("15"), properties=none))))[1] == "  0: 甲 | 15"


# Tables in cells that are columns to a reader.


def test_figures_of_a_row_as_a_table_in_its_merged_cell() -> None:
    head = row("项目", "甲", "乙", "丙")
    figures = row(cell("一"), cell(table(row("1", "2", "3")), "<w:p/>", properties=span(3)))
    (found,) = read_body(table(head, figures, row("二", "4", "5", "6"))).blocks
    assert isinstance(found, Table)
    assert [(text, at, column) for text, at, column, _, _ in grid(found)] == [
        *(("项目", 0, 0), ("甲", 0, 1), ("乙", 0, 2), ("丙", 0, 3)),
        *(("一", 1, 0), ("1", 1, 1), ("2", 1, 2), ("3", 1, 3)),
        *(("二", 2, 0), ("4", 2, 1), ("5", 2, 2), ("6", 2, 3)),
    ]


def test_a_table_of_all_figures_in_one_cell_beside_the_labels() -> None:
    figures = table(row("1", "2"), row("3", "4"))
    tall = cell(figures, "<w:p/>", properties=f'{span(2)}<w:vMerge w:val="restart"/>')
    below = cell("", properties=f"{span(2)}<w:vMerge/>")
    (found,) = read_body(table(row("项目", "甲", "乙"), row("一", tall), row("二", below))).blocks
    assert isinstance(found, Table)
    assert [one.text for one in found.cells] == ["项目", "甲", "乙", "一", "1", "2", "二", "3", "4"]
    assert found.cells[-1].row == found.cells[-1].column == 2


def test_two_columns_of_which_one_holds_tables() -> None:
    rows = (
        row("项目", cell(table(row("甲", "乙", "丙")), "<w:p/>")),
        row("一", cell(table(row("1", "2", "3")), "<w:p/>")),
        row("合计", "6"),
    )
    (found,) = read_body(table(*rows)).blocks
    assert isinstance(found, Table)
    assert grid(found)[-2:] == [("合计", 2, 0, 1, 1), ("6", 2, 1, 1, 3)]
    assert found.n_columns == 4


def test_a_table_that_does_not_fit_its_cell_stands_after_the_table() -> None:
    odd = cell(table(row("1", "2", "3")), "<w:p/>", properties=span(2))
    assert dump(table(row("项目", "甲", "乙"), row("一", odd))) == [
        "table: 2 x 3",
        "  0: 项目 | 甲 | 乙",
        "  1: 一 | \ufffc <2 columns>",
        "table: 1 x 3",
        "  0: 1 | 2 | 3",
    ]


# Packages of other programs.


def test_a_package_that_names_its_types_in_small_letters() -> None:
    made = parts(par("共12件"))
    made = {name.lower(): content for name, content in made.items()}
    (block,) = read(zipped(made)).blocks
    assert block == Paragraph("共12件", block.anchor)


def test_a_row_that_ends_before_the_table_does() -> None:
    short = row("一", "1", "2", properties='<w:gridAfter w:val="1"/><w:wAfter w:w="900"/>')
    (found,) = read_body(
        table(row("项目", "甲", "乙", "丙"), short, row("二", "3", "4", "5"))
    ).blocks
    assert isinstance(found, Table)
    assert [(one.text, one.column) for one in found.rows[1]] == [("一", 0), ("1", 1), ("2", 2)]
