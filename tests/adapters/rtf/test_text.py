"""Text, fields, boxes and tables as Word, WPS and LibreOffice write them in rich text."""

from __future__ import annotations

import pytest

from govinfo.blocks import Anchor, Figure, Heading, Paragraph, Table
from govinfo.errors import CorruptDocument, LimitExceeded
from govinfo.source import Limits
from rtfml import cell, dump, escaped, file, par, plain_row, read, row


def text(markup: str) -> str:
    """The text of the only paragraph."""
    (block,) = read(file(par(markup))).blocks
    assert isinstance(block, Paragraph)
    return block.text


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("\\'b9\\'ab\\'bf\\'aa", "公开"),
        ("\\u20844\\'b9\\'ab", "公\ufffd"),
        ("\\uc2\\u20844\\'b9\\'ab\\u24320\\'bf\\'aa", "公开"),
        ("{\\uc0\\u20844 \\u24320 }", "公开"),
        ("\\u-4047?", "1"),
        ("\\u-10179?\\u-8704?", "\U0001f600"),
        # Many files say so of their Latin fonts, and write Chinese in the document's encoding.
        ("{\\f1\\'d3\\'d0}", "有"),
        ("{\\upr{x}{\\*\\ud{\\u20844?}}}", "公"),
        ("a\\tab b\\line c\\~d\\_e\\-f", "a\tb\nc\u00a0d-ef"),
        ("\\ldblquote a\\rdblquote\\emdash b", "“a”—b"),
        ("1\n2\r\n3", "123"),
        ("{\\f2 l}x", "●x"),
    ],
)
def test_letters(markup: str, expected: str) -> None:
    assert text(markup) == expected


def test_bytes_of_another_encoding() -> None:
    data = file(par("%")).replace(b"%", "公开".encode("gb18030"))
    assert read(data).dump() == "paragraph: 公开"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("12{\\super 1}", "12[1]"),
        ("12{\\sub 1}", "12[1]"),
        ("12{\\up6 1}", "12[1]"),
        ("12{\\dn6\\fs12 1}", "12[1]"),
        ("1{\\up1 2}", "12"),
        ("12{\\super\\chftn}{\\footnote\\pard 9}", "12"),
        ("{\\v 8}12", "12"),
        ("{\\deleted 8}12", "12"),
        ("{\\strike 8}12", "12"),
        ("{\\strike0 8}12", "812"),
        ("{\\fs2 8}12", "12"),
        ("{\\cf1 8}12", "12"),
        ("{\\cf1\\highlight2 8}12", "812"),
        ("{\\cf2\\chcbpat2 8}12", "12"),
        ("{\\revised 8}12", "812"),
        ("{\\mmath{\\*\\moMath{\\*\\mf{\\*\\mnum{\\mr 1}}{\\*\\mden{\\mr 2}}}}}", "1/2"),
        ("{\\mmath{\\*\\moMath{\\msSup{\\me{\\mr 12}}{\\msup{\\mr 1}}}}}", "12[1]"),
    ],
)
def test_what_a_reader_sees_of_a_figure(markup: str, expected: str) -> None:
    assert text(markup) == expected


FIELD = "{\\field{\\*\\fldinst{%s}}{\\fldrslt{%s}}}"
LIST = "FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres%d{\\*\\ffname A}{\\*\\ffl 0}{\\*\\ffl 12}}}"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (FIELD % ("PAGE", "12"), "12"),
        (FIELD % ("HYPERLINK x", FIELD % ("PAGE", "3")), "3"),
        (FIELD % (LIST % 1, ""), "12"),
        (FIELD % (LIST % 25, ""), "0"),
        (FIELD % ("eq \\\\o(12)", ""), "\ufffd"),
    ],
)
def test_fields(markup: str, expected: str) -> None:
    assert text("a" + markup) == f"a{expected}"


def test_automatic_numbers_are_written_out_before_the_text() -> None:
    body = par(f"{{\\listtext\\pard\\plain {escaped('一、')}\\tab}}{escaped('总体情况')}")
    assert dump(body) == ["paragraph: 一、 总体情况"]
    assert dump(par("{\\listtext\\pard 1.\\tab}")) == []
    assert dump(par("{\\listtext\\pard \\u-3978?\\tab}a")) == ["paragraph: • a"]


def test_headings_by_their_level_and_by_their_style() -> None:
    styles = "{\\stylesheet{\\s1\\outlinelevel0 heading 1;}{\\s2 Normal;}}"
    body = styles + par("a", "\\s1") + par("b", "\\outlinelevel1") + par("c", "\\s2")
    assert read(file(body)).blocks == (
        Heading("a", 1, Anchor(paragraph=1)),
        Heading("b", 2, Anchor(paragraph=2)),
        Paragraph("c", Anchor(paragraph=3)),
    )


def test_boxes_and_pictures_stand_after_the_paragraph_that_they_hang_on() -> None:
    box = (
        "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt "
        f"{par('b')}{plain_row('1', '2')}}}}}{{\\shprslt{{\\*\\do{{\\dptxbxtext {par('b')}}}}}}}}}"
    )
    picture = "{\\*\\shppict{\\pict\\pngblip 00ff}}{\\nonshppict{\\pict 00}}"
    document = read(file(par("a" + box + picture) + par("c")))
    assert document.dump().splitlines() == [
        "paragraph: a",
        "paragraph: b",
        "table: 1 x 2",
        "  0: 1 | 2",
        "figure: ",
        "paragraph: c",
    ]
    assert document.blocks[1] == Paragraph("b", Anchor(paragraph=1))
    assert document.blocks[3] == Figure("", Anchor(paragraph=1))


def test_a_picture_in_a_cell_is_no_blank() -> None:
    assert dump(plain_row("a", "{\\pict 00}", "")) == ["table: 1 x 3", "  0: a | \ufffd | "]


def test_columns_lie_between_any_two_edges() -> None:
    head = row("\\cellx1000\\cellx3012", cell("a"), cell("b"))
    below = row("\\cellx1004\\cellx2000\\cellx3000", cell("c"), cell("1"), cell("2"))
    (table,) = read(file(head + below)).blocks
    assert isinstance(table, Table)
    assert [(one.text, one.column, one.colspan) for one in table.cells] == [
        *(("a", 0, 1), ("b", 1, 2)),
        *(("c", 0, 1), ("1", 1, 1), ("2", 2, 1)),
    ]


def test_cells_merged_in_their_row_and_rows_with_too_few_edges() -> None:
    merged = row("\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000", *map(cell, ("a", "", "b")))
    odd = row("\\cellx1000", *map(cell, ("c", "d", "e")))
    (table,) = read(file(merged + odd)).blocks
    assert isinstance(table, Table)
    assert [(one.text, one.column, one.colspan) for one in table.rows[0]] == [
        ("a", 0, 2),
        ("b", 2, 1),
    ]
    assert [one.text for one in table.rows[1]] == ["c", "d", "e"]


def test_white_letters_in_a_dark_cell_are_seen() -> None:
    made = row("\\clcbpat2\\cellx1000\\cellx2000", cell("{\\cf1 8}"), cell("{\\cf1 8}9"))
    assert dump(made) == ["table: 1 x 2", "  0: 8 | 9"]


def test_a_row_that_never_ends_is_text() -> None:
    assert dump(plain_row("a", "1") + cell("b") + cell("c")) == [
        "table: 1 x 2",
        "  0: a | 1",
        "paragraph: b",
        "paragraph: c",
    ]


@pytest.mark.parametrize(
    "data", [b"hello", b"{\\rtf1 a", b"{\\rtf1{\\pict\\bin99 a}}", b"{\\ rtf1}"]
)
def test_what_is_cut_short_or_no_rich_text_is_refused(data: bytes) -> None:
    with pytest.raises(CorruptDocument):
        read(data)


def test_raw_data_of_pictures_are_passed_over() -> None:
    assert read(b"{\\rtf1 a{\\pict\\bin5 }}}}}}b\\par}").dump().splitlines() == [
        "paragraph: ab",
        "figure: ",
    ]


def test_limits() -> None:
    with pytest.raises(LimitExceeded):
        read(file("\\pard\\intbl\\itap30000 a\\nestcell"), Limits())
