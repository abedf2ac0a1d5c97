"""The text of paragraphs, headings and boxes, as a reader sees it."""

from __future__ import annotations

import pytest

from govinfo.blocks import Anchor, Heading
from govinfo.errors import CorruptDocument, EncryptedDocument, LimitExceeded, UnsupportedFormat
from govinfo.source import Limits
from odtml import NAMESPACES, TYPE, cell, dump, flat, heading, par, parts, read, table, zipped


def style(name: str, properties: str, family: str = "text", more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def span(text: str, name: str = "T") -> str:
    return f'<text:span text:style-name="{name}">{text}</text:span>'


HIDDEN = style("T", 'text:display="none"')
RAISED = style("T", 'style:text-position="super 58%"')


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("甲<text:s/>乙", "甲 乙"),
        ('甲<text:s text:c="3"/>乙', "甲   乙"),
        ("甲<text:tab/>乙", "甲⇥乙"),
        ("甲<text:line-break/>乙", "甲⏎乙"),
        ("  甲 \n  乙  ", "甲 乙"),
        ("甲<text:soft-page-break/>乙", "甲乙"),
        ('<text:bookmark text:name="a"/>甲<text:a>乙</text:a>', "甲乙"),
        ('<text:change-start text:change-id="a"/>甲<text:change-end text:change-id="a"/>', "甲"),
        ("<text:date>2024-01-09</text:date>", "2024-01-09"),
        (
            "<text:ruby><text:ruby-base>甲</text:ruby-base><text:ruby-text>jia</text:ruby-text></text:ruby>",
            "甲",
        ),
        ('<text:hidden-text text:is-hidden="true">乙</text:hidden-text>甲', "甲"),
        ("甲\u200b\ufeff乙", "甲乙"),
        ("&lt;甲&gt; &amp;", "<甲> &"),
    ],
)
def test_what_a_paragraph_shows(markup: str, shown: str) -> None:
    assert dump(par(markup)) == [f"paragraph: {shown}"]


def test_a_raised_number_is_no_digit_of_a_figure() -> None:
    assert dump(par(f"12{span('3')}"), styles=RAISED) == ["paragraph: 12[3]"]
    assert dump(par(f"甲{span('3')}"), styles=RAISED) == ["paragraph: 甲3"]


def test_a_style_may_show_what_an_outer_one_hides() -> None:
    shown = style("S", 'text:display="true"')
    hidden = style("P", 'text:display="none"', "paragraph")
    assert dump(par(f"甲{span('乙', 'S')}", "P"), styles=hidden + shown) == ["paragraph: 乙"]


def test_a_style_inherits_what_hides_it() -> None:
    base = style("Base", 'text:display="none"')
    common = f"<office:styles>{base}</office:styles>"
    child = style("T", "", more='style:parent-style-name="Base"')
    assert dump(par(f"甲{span('乙')}"), styles=child, common=common) == ["paragraph: 甲"]


def test_styles_that_inherit_from_each_other() -> None:
    both = style("T", "", more='style:parent-style-name="S"')
    both += style("S", "", more='style:parent-style-name="T"')
    assert dump(par(span("甲")), styles=both) == ["paragraph: 甲"]


def test_a_hidden_paragraph() -> None:
    gone = '<text:hidden-paragraph text:is-hidden="true"/>乙'
    assert dump(par("甲") + par(gone)) == ["paragraph: 甲"]


def test_headings_have_their_levels() -> None:
    assert dump(heading("甲", 2) + heading("乙<text:line-break/>丙", 1)) == [
        "heading: 甲",
        "heading: 乙丙",
    ]
    assert read(zipped(parts(heading("甲", 2)))).blocks == (Heading("甲", 2, Anchor(paragraph=1)),)


def test_a_text_box_comes_after_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{par('乙')}</draw:text-box></draw:frame>"
    assert dump(par(f"甲{box}丁") + par("丙")) == [
        "paragraph: 甲丁",
        "paragraph: 乙",
        "paragraph: 丙",
    ]


def test_text_in_shapes_and_groups() -> None:
    shape = f"<draw:g><draw:custom-shape>{par('乙')}</draw:custom-shape></draw:g>"
    assert dump(f"<draw:rect>{par('甲')}</draw:rect>" + par(shape)) == [
        "paragraph: 甲",
        "paragraph: 乙",
    ]


def test_a_picture_is_a_figure() -> None:
    frame = "<draw:frame><draw:image/><svg:title>流程图</svg:title></draw:frame>"
    assert dump(par(f"甲{frame}")) == ["paragraph: 甲", "figure: 流程图"]


def test_a_table_of_contents_is_read_as_shown() -> None:
    index = (
        "<text:table-of-content><text:table-of-content-source/><text:index-body>"
        f"<text:index-title>{par('目录')}</text:index-title>{par('一、总体情况<text:tab/>1')}"
        "</text:index-body></text:table-of-content>"
    )
    assert dump(index) == ["paragraph: 目录", "paragraph: 一、总体情况⇥1"]


def test_metadata_by_name() -> None:
    made = parts(par("甲"), meta={"dc:title": "报告", "meta:creation-date": "2024-01-09T08:00:00"})
    made["meta.xml"] = made["meta.xml"].replace(
        "</office:meta>",
        '<meta:user-defined meta:name="索引号">甲-1</meta:user-defined></office:meta>',
    )
    assert read(zipped(made)).metadata == {
        "title": "报告",
        "creation-date": "2024-01-09T08:00:00",
        "索引号": "甲-1",
    }


def test_a_flat_document() -> None:
    assert read(flat(heading("甲") + par("乙"))).dump().splitlines() == [
        "heading: 甲",
        "paragraph: 乙",
    ]


def test_a_flat_document_of_another_kind() -> None:
    data = flat(par("甲")).replace(b"office:text>", b"office:spreadsheet>")
    with pytest.raises(UnsupportedFormat, match="spreadsheet"):
        read(data)


def test_a_package_of_another_kind() -> None:
    made = parts(par("甲")) | {"mimetype": TYPE.replace("text", "spreadsheet")}
    with pytest.raises(UnsupportedFormat, match="spreadsheet"):
        read(zipped(made))


def test_a_package_encrypted_as_a_whole() -> None:
    with pytest.raises(EncryptedDocument):
        read(zipped({"mimetype": TYPE, "encrypted-package": "\x8a"}))


def test_a_package_without_styles_and_metadata() -> None:
    made = parts(par("甲"))
    assert (
        read(zipped({name: made[name] for name in ("mimetype", "content.xml")})).dump()
        == "paragraph: 甲"
    )


@pytest.mark.parametrize("content", ["", "<a", f"<office:document-content{NAMESPACES}/>"])
def test_content_that_is_none(content: str) -> None:
    with pytest.raises(CorruptDocument):
        read(zipped({**parts(""), "content.xml": content}))


def test_entities_that_grow() -> None:
    fifty = {new: f"&{old};" * 50 for old, new in ("ab", "bc", "cd", "de", "ef")}
    entities = '<!DOCTYPE x [<!ENTITY a "甲甲甲甲">' + "".join(
        f'<!ENTITY {name} "{value}">' for name, value in fifty.items()
    )
    made = parts(par("乙&f;"))
    made["content.xml"] = f"{entities}]>{made['content.xml']}"
    with pytest.raises(CorruptDocument, match="entities"):
        read(zipped(made))


def test_blanks_are_counted_before_they_are_made() -> None:
    with pytest.raises(LimitExceeded):
        read(zipped(parts(par('<text:s text:c="999999999999"/>甲'))), Limits(line=1_000))


LOOK = (
    '<style:style style:name="T" style:family="text"><style:text-properties {}/></style:style>'
    '<style:style style:name="C" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#1f3864"/></style:style>'
)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('fo:color="#ffffff"', "12"),
        ('fo:color="#ff0000" fo:background-color="#ff0000"', "12"),
        ('fo:color="#ffffff" fo:background-color="#000000"', "128"),
        ('fo:color="#000000"', "128"),
        ('fo:font-size="1pt"', "12"),
        ('fo:font-size="10.5pt"', "128"),
        ('style:text-position="super 58%"', "12[8]"),
        ('style:text-position="33% 58%"', "12[8]"),
        ('style:text-position="-33% 58%"', "12[8]"),
        ('style:text-position="0% 100%"', "128"),
        ('style:font-name="Wingdings"', "12\ufffd"),
    ],
)
def test_text_as_its_looks_show_it(properties: str, expected: str) -> None:
    text = par('12<text:span text:style-name="T">8</text:span>')
    found = read(zipped(parts(text, styles=LOOK.format(properties))))
    assert found.dump().splitlines()[-1] == f"paragraph: {expected}"


def test_white_text_in_a_dark_cell_is_seen() -> None:
    white = par('<text:span text:style-name="T">8</text:span>')
    row = (
        '<table:table><table:table-row><table:table-cell table:style-name="C">'
        f"{white}</table:table-cell><table:table-cell>{white}</table:table-cell></table:table-row>"
        "</table:table>"
    )
    found = read(zipped(parts(row, styles=LOOK.format('fo:color="#ffffff"'))))
    assert found.dump().splitlines()[-1] == "  0: 8 | "


def test_text_of_rows_repeated_is_counted() -> None:
    row = f'<table:table-row table:number-rows-repeated="90">{cell(par("甲" * 900))}'
    data = zipped(parts(table(f"{row}</table:table-row>")))
    assert read(data, Limits()).blocks
    with pytest.raises(LimitExceeded, match="unpacked"):
        read(data, Limits(unpacked=100_000))
