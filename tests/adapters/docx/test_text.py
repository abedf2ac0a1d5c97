"""What the reader of a paragraph sees, and what hangs on it."""

from __future__ import annotations

import pytest

from govinfo.blocks import Anchor, Figure, Heading, Paragraph
from govinfo.errors import LimitExceeded, NoTextLayer
from govinfo.source import Limits
from wordml import cell, dump, par, parts, read, read_body, row, run, table, zipped


def text(*content: str, styles: str = "", properties: str = "") -> str:
    """The text of the only paragraph."""
    (block,) = read_body(par(*content, properties=properties), styles=styles).blocks
    assert isinstance(block, (Paragraph, Heading))
    return block.text


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = '<w:r><w:instrText xml:space="preserve"> PAGEREF _Toc1 \\h </w:instrText></w:r>'


def test_runs_are_joined() -> None:
    assert text("受理", "申请", "12", "件") == "受理申请12件"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<w:br/>", "甲\n乙"),
        ("<w:cr/>", "甲\n乙"),
        ("<w:tab/>", "甲\t乙"),
        ("<w:ptab/>", "甲\t乙"),
        ("<w:noBreakHyphen/>", "甲-乙"),
        ("<w:softHyphen/>", "甲乙"),
        ("<w:lastRenderedPageBreak/>", "甲乙"),
        ('<w:footnoteReference w:id="2"/>', "甲乙"),
        ('<w:commentReference w:id="2"/>', "甲乙"),
        ('<w:sym w:font="宋体" w:char="2460"/>', "甲①乙"),
        ('<w:sym w:font="Times New Roman" w:char="F031"/>', "甲1乙"),
        ('<w:sym w:font="Symbol" w:char="F02D"/>', "甲−乙"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "甲☑乙"),
        ('<w:sym w:font="Wingdings 2" w:char="0052"/>', "甲☑乙"),
        ('<w:sym w:font="Wingdings" w:char="F028"/>', "甲\ufffd乙"),
        ('<w:sym w:font="Webdings" w:char="F0E5"/>', "甲\ufffd乙"),
        ('<w:sym w:font="宋体" w:char="zz"/>', "甲乙"),
    ],
)
def test_what_stands_for_a_character(markup: str, expected: str) -> None:
    assert text("甲", f"<w:r>{markup}</w:r>", "乙") == expected


def test_characters_that_have_no_width_are_dropped() -> None:
    assert text("行政\u00ad许可\u200b数\ufeff量\u2060") == "行政许可数量"


def test_space_is_kept_only_where_it_is_meant() -> None:
    assert text("<w:r><w:t> 3 </w:t></w:r>", run(" 件 ")) == "3 件 "
    assert text("<w:r><w:t>\n  行政\n  许可\n</w:t></w:r>") == "行政   许可"


def test_comments_in_the_xml_part_nothing() -> None:
    assert text("<w:r><w:t>12<!-- 3 -->34</w:t></w:r>") == "1234"


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:hyperlink>%s</w:hyperlink>",
        '<w:fldSimple w:instr="DATE">%s</w:fldSimple>',
        "<w:smartTag>%s</w:smartTag>",
        "<w:customXml>%s</w:customXml>",
        '<w:ins w:id="1" w:author="a">%s</w:ins>',
        '<w:moveTo w:id="1" w:author="a">%s</w:moveTo>',
        '<w:dir w:val="ltr">%s</w:dir>',
        '<w:bdo w:val="ltr">%s</w:bdo>',
        "<w:sdt><w:sdtPr/><w:sdtContent>%s</w:sdtContent></w:sdt>",
        '<w:hyperlink><w:ins w:id="1" w:author="a">%s</w:ins></w:hyperlink>',
    ],
)
def test_wrappers_are_seen_through(wrapper: str) -> None:
    assert text("共", wrapper % run("12"), "件") == "共12件"


def test_tracked_changes_are_read_as_accepted() -> None:
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>3</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="1" w:author="a">{run("旧")}</w:moveFrom>'
    inserted = f'<w:ins w:id="1" w:author="a">{run("4")}</w:ins>'
    assert text("共", deleted, inserted, moved, "件") == "共4件"


@pytest.mark.parametrize(
    "mark", ['<w:del w:id="1" w:author="a"/>', '<w:moveFrom w:id="1" w:author="a"/>', "<w:vanish/>"]
)
def test_a_paragraph_whose_mark_is_gone_runs_on_into_the_next(mark: str) -> None:
    properties = f"<w:rPr>{mark}</w:rPr>"
    body = par("一、总体", properties=properties) + par("情况") + par("正文", properties=properties)
    assert dump(body) == ["paragraph: 一、总体情况", "paragraph: 正文"]
    assert dump(par("甲", properties=properties) + table(row("乙", "1"))) == [
        "paragraph: 甲",
        "table: 1 x 2",
        "  0: 乙 | 1",
    ]


HIDDEN_STYLES = (
    '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:basedOn w:val="p"/></w:style>'
)


@pytest.mark.parametrize(
    ("run_properties", "paragraph_style", "expected"),
    [
        ("<w:vanish/>", "", "见"),
        ('<w:vanish w:val="1"/>', "", "见"),
        ('<w:vanish w:val="0"/>', "", "隐见"),
        ('<w:vanish w:val="false"/>', "", "隐见"),
        ("<w:webHidden/>", "", "隐见"),
        ('<w:rStyle w:val="c"/>', "", "见"),
        ('<w:rStyle w:val="c"/><w:vanish w:val="0"/>', "", "隐见"),
        ('<w:rStyle w:val="c"/>', "p", "隐"),
        ('<w:vanish w:val="0"/>', "q", "隐"),
    ],
)
def test_hidden_text_is_not_read(run_properties: str, paragraph_style: str, expected: str) -> None:
    style = f'<w:pStyle w:val="{paragraph_style}"/>' if paragraph_style else ""
    body = (run("隐", run_properties), "见")
    assert text(*body, styles=HIDDEN_STYLES, properties=style) == expected


def test_hidden_text_in_a_cell() -> None:
    assert dump(table(row("甲", cell(par(run("9", "<w:vanish/>"))))))[1] == "  0: 甲 | "


def test_a_field_shows_its_result_and_not_its_code() -> None:
    body = (field("begin"), CODE, field("separate"), "12", field("end"), "件")
    assert text(*body) == "12件"


def test_a_field_in_the_code_of_a_field() -> None:
    inner = (field("begin"), CODE, field("separate"), "内", field("end"))
    assert text(field("begin"), CODE, *inner, field("separate"), "外", field("end")) == "外"


@pytest.mark.parametrize("separate", ["", field("separate")])
def test_what_a_field_draws_is_said_to_be_unknown(separate: str) -> None:
    code = '<w:r><w:instrText xml:space="preserve"> eq \\o\\ac(□,12)</w:instrText></w:r>'
    assert text("共", field("begin"), code, separate, field("end"), "件") == "共\ufffd件"
    result = run("12")
    assert text(field("begin"), code, field("separate"), result, field("end"), "件") == "12件"


def test_a_field_without_result_shows_nothing() -> None:
    assert text(field("begin"), CODE, field("end"), "件") == "件"


def test_a_field_that_never_ends_does_not_swallow_the_document() -> None:
    assert dump(par("甲", field("begin"), CODE, "码") + par("乙", field("end"), "丙")) == [
        "paragraph: 甲",
        "paragraph: 乙丙",
    ]


def test_a_table_of_contents_is_read_over_its_paragraphs() -> None:
    body = par(field("begin"), CODE, field("separate"), "一、总体情况") + par("二、", field("end"))
    assert dump(body) == ["paragraph: 一、总体情况", "paragraph: 二、"]


def test_ruby_and_mathematics() -> None:
    reading, base = run("gong"), run("公")
    ruby = f"<w:r><w:ruby><w:rt>{reading}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    assert text(ruby, "开", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>") == "公开a+b"


def test_a_prompt_to_fill_in_is_a_blank() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run('单击此处输入文字')}</w:sdtContent></w:sdt>"
    )
    assert text("共", prompt, "件") == "共件"


@pytest.mark.parametrize("number", ["12", "１２", " 3.5 "])
def test_a_number_filled_in_under_the_mark_of_a_prompt_is_read(number: str) -> None:
    """Programs that fill in forms leave the mark."""
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run(number)}</w:sdtContent></w:sdt>"
    )
    assert text("共", control, "件") == f"共{number}件"


CHARACTER_STYLES = "".join(
    f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/>'
    f"<w:rPr>{properties}</w:rPr></w:style>"
    for name, properties in (
        ("Note", '<w:vertAlign w:val="superscript"/>'),
        ("Struck", "<w:strike/>"),
        ("Plain", ""),
    )
)


@pytest.mark.parametrize(
    ("properties", "read"),
    [
        ('<w:vertAlign w:val="superscript"/>', "12[3]"),
        ('<w:rStyle w:val="Note"/>', "12[3]"),
        ('<w:rStyle w:val="Note"/><w:vertAlign w:val="baseline"/>', "123"),
        ('<w:rStyle w:val="Plain"/>', "123"),
        ("<w:strike/>", "12"),
        ('<w:rStyle w:val="Struck"/>', "12"),
        ('<w:rStyle w:val="Struck"/><w:strike w:val="0"/>', "123"),
    ],
)
def test_a_digit_that_is_raised_or_struck_is_no_digit_of_the_figure(
    properties: str, read: str
) -> None:
    assert text("12", run("3", properties), styles=CHARACTER_STYLES) == read


def box(*paragraphs: str) -> str:
    """A text box as Word writes it: a drawing, and a copy for versions that know none."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    body = par(box(par("框内"), table(row("规章", "3"))), "锚段") + par("后")
    assert dump(body) == [
        "paragraph: 锚段",
        "paragraph: 框内",
        "table: 1 x 2",
        "  0: 规章 | 3",
        "paragraph: 后",
    ]
    assert [block.anchor for block in read_body(body).blocks] == [
        Anchor(paragraph=1),
        Anchor(paragraph=1),
        Anchor(table=1),
        Anchor(paragraph=2),
    ]


def test_a_text_box_in_a_cell_is_text_of_the_cell() -> None:
    assert dump(table(row("规章", cell(par(box(par("12")), "件"))))) == [
        "table: 1 x 2",
        "  0: 规章 | 件⏎12",
    ]


def test_a_text_box_of_old_word_and_word_art() -> None:
    old = (
        "<w:r><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{par('框内')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    art = '<w:r><w:pict><v:shape><v:textpath string="年度报告"/></v:shape></w:pict></w:r>'
    assert dump(par(old) + par(art)) == ["paragraph: 框内", "paragraph: 年度报告"]


def alternatives(requires: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{par("新")}</mc:Choice>'
        f"<mc:Fallback>{par('旧')}</mc:Fallback></mc:AlternateContent>"
    )


def test_an_alternative_that_word_does_not_understand_gives_way() -> None:
    assert dump(alternatives("wps")) == ["paragraph: 新"]
    assert dump(alternatives("wps w14")) == ["paragraph: 新"]
    assert dump(alternatives("unheard")) == ["paragraph: 旧"]


def picture(description: str, attributes: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{description}" {attributes}/>'
        "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def test_a_picture_is_known_by_its_description() -> None:
    figures = read_body(par("图", picture("流程图")) + par(picture("不见", 'hidden="1"'))).blocks
    assert figures[1:] == (Figure("流程图", Anchor(paragraph=1)),)


@pytest.mark.parametrize(
    "body", [par(picture("")), table(row("", cell(par(picture("扫描件")))))], ids=["body", "table"]
)
def test_pictures_alone_are_no_text(body: str) -> None:
    with pytest.raises(NoTextLayer):
        read_body(body)


def test_a_document_without_anything_is_blank() -> None:
    assert read_body(par() + par("")).blocks == ()


def test_headers_footers_notes_and_comments_stay_out() -> None:
    made = parts(par("正文", '<w:r><w:footnoteReference w:id="1"/></w:r>'))
    for kind in ("header1", "footer1", "footnotes", "endnotes", "comments"):
        made[f"word/{kind}.xml"] = f"<w:x xmlns:w='{kind}'>{kind}</w:x>"
    assert read(zipped(made)).dump() == "paragraph: 正文"


HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="二级"/><w:pPr>'
    '<w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2b"><w:name w:val="x"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2c"><w:name w:val="y"/><w:basedOn w:val="2"/><w:pPr>'
    '<w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="标题 3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="r"><w:name w:val="r"/><w:basedOn w:val="r"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:pStyle w:val="1"/>', 1),
        ('<w:pStyle w:val="2"/>', 2),
        ('<w:pStyle w:val="2b"/>', 2),
        ('<w:pStyle w:val="3"/>', 3),
        ('<w:pStyle w:val="2c"/>', None),
        ('<w:pStyle w:val="r"/>', None),
        ('<w:pStyle w:val="missing"/>', None),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', None),
        ('<w:outlineLvl w:val="x"/>', None),
        ("", None),
    ],
)
def test_headings(properties: str, expected: int | None) -> None:
    (block,) = read_body(par("一、总体情况", properties=properties), styles=HEADINGS).blocks
    assert (block.level if isinstance(block, Heading) else None) == expected


def test_a_heading_is_one_line() -> None:
    outline = '<w:outlineLvl w:val="0"/>'
    assert (
        text(" 某某局", "<w:r><w:br/></w:r>", " 年度报告", properties=outline) == "某某局年度报告"
    )
    assert text("Annual", "<w:r><w:br/></w:r>", "Report", properties=outline) == "Annual Report"


def test_limits_of_lines_and_blocks() -> None:
    with pytest.raises(LimitExceeded):
        read(zipped(parts(par("一二三四"))), Limits(line=3))
    with pytest.raises(LimitExceeded):
        read(zipped(parts(par("一") * 4)), Limits(blocks=3))
    deep = "<w:smartTag>" * 30 + run("深") + "</w:smartTag>" * 30
    with pytest.raises(LimitExceeded):
        read(zipped(parts(par(deep))), Limits(depth=20))
