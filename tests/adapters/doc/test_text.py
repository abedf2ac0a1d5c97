"""Text, fields, lists, rows and other programs' files, as Word 97 keeps them."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import pytest

import govinfo
from biff import Sheet, workbook
from compoundml import compound
from govinfo.blocks import Anchor, Document, Figure, Heading, Paragraph, Table
from govinfo.errors import (
    CorruptDocument,
    EncryptedDocument,
    GovInfoError,
    UnsupportedFormat,
)
from govinfo.testing.grids import table_of
from wordbin import (
    CELL,
    RETURN,
    Par,
    Run,
    cell,
    dump,
    file,
    in_table,
    par,
    read,
    row_end,
    sprm,
    switch,
    table,
)

SUPERSCRIPT, RAISED = switch(0x2A48), sprm(0x4845, struct.pack("<h", 8))
WHITE = sprm(0x6870, b"\xff\xff\xff\0")
DELETED, HIDDEN, SPECIAL = switch(0x0800), switch(0x083C), switch(0x0855)


def text(*runs: str | Run) -> str:
    """The text of the only paragraph."""
    made = [Run(run) if isinstance(run, str) else run for run in runs]
    (block,) = read(file([Par([*made, Run(RETURN)])])).blocks
    assert isinstance(block, Paragraph)
    return block.text


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (["12", Run("1", SUPERSCRIPT)], "12[1]"),
        (["12", Run("1", RAISED)], "12[1]"),
        (["12", Run("1", switch(0x2A48, 2))], "12[1]"),
        ([Run("8", DELETED), "12"], "12"),
        ([Run("8", HIDDEN), "12"], "12"),
        ([Run("8", switch(0x083C, 0)), "12"], "812"),
        ([Run("8", WHITE), "12"], "12"),
        ([Run("8", WHITE + sprm(0x2A0C, b"\1")), "12"], "812"),
        ([Run("8", WHITE + sprm(0x4866, struct.pack("<H", 1 << 5))), "12"], "812"),
        (["甲\x02乙\x05丙"], "甲乙丙"),
        (["甲\t乙\x0b丙\x1e丁\x1f戊"], "甲\t乙\n丙-丁戊"),
        ([Run("(", SPECIAL + sprm(0x6A09, struct.pack("<HH", 3, 0xF031))), "件"], "1件"),
        (["\U0001f600甲"], "\U0001f600甲"),
    ],
)
def test_what_a_reader_sees(runs: Sequence[str | Run], expected: str) -> None:
    assert text(*runs) == expected


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (["共\x13 PAGE \x1412\x15件"], "共12件"),
        (["共\x13 IF \x13 PAGE \x143\x15 \x1412\x15件"], "共12件"),
        (["共\x13 PAGE \x15件"], "共件"),
        (["共\x13 eq \\o(12) \x15件"], "共\ufffd件"),
        (["共\x13码"], "共"),
    ],
)
def test_fields(runs: Sequence[str], expected: str) -> None:
    assert text(*runs) == expected


def test_a_deleted_mark_joins_two_paragraphs() -> None:
    first = Par([Run("甲"), Run(RETURN, DELETED)])
    assert dump([first, par("乙"), par("丙")]) == ["paragraph: 甲乙", "paragraph: 丙"]


def test_headings_and_their_places() -> None:
    blocks = read(
        file([par("甲", switch(0x2640, 0)), par("乙"), par("丙", switch(0x2640, 9))])
    ).blocks
    assert blocks == (
        Heading("甲", 1, Anchor(paragraph=1)),
        Paragraph("乙", Anchor(paragraph=2)),
        Paragraph("丙", Anchor(paragraph=3)),
    )


def test_a_picture_in_a_cell_is_no_blank() -> None:
    picture = Par([Run("\x01", SPECIAL), Run(CELL)], in_table())
    row = [cell("甲"), picture, cell(""), row_end([0, 1000, 2000, 3000], [0, 0, 0])]
    assert dump([*row, par("末")])[:2] == ["table: 1 x 3", "  0: 甲 | \ufffd | "]
    (block, _) = read(file([Par([Run("\x01", SPECIAL), Run(RETURN)]), par("甲")])).blocks
    assert isinstance(block, Figure)


@pytest.mark.parametrize("flags", [[1, 2, 0], [2, 1, 0]], ids=["LibreOffice", "Microsoft"])
def test_cells_merged_in_their_row(flags: list[int]) -> None:
    row = [cell("甲"), cell(""), cell("乙"), row_end([0, 1000, 2000, 3000], flags)]
    below = [cell("1"), cell("2"), cell("3"), row_end([0, 1004, 2000, 3010], [0, 0, 0])]
    assert dump([*row, *below, par("")])[1:] == ["  0: 甲 <2 columns> | 乙", "  1: 1 | 2 | 3"]


def test_a_merge_told_apart_from_the_definition() -> None:
    def merged(index: int, how: int) -> bytes:
        return sprm(0xD62B, bytes([2, index, how]))

    ends = [row_end([0, 1000, 2000], [0, 0]) for _ in range(2)]
    pars: list[Par] = []
    for end, how, texts in zip(ends, (3, 1), ("甲乙", "丙丁"), strict=True):
        pars += [*map(cell, texts), Par(end.runs, end.properties + merged(0, how))]
    assert dump([*pars, par("")])[1:] == ["  0: 甲 <2 rows> | 乙", "  1: 丁"]


def test_a_deleted_row_is_left_out_unless_it_shows_something() -> None:
    def row(texts: str, properties: bytes) -> list[Par]:
        cells = [Par([Run(one, properties), Run(CELL)], in_table()) for one in texts]
        end = row_end([0, 1000, 2000], [0, 0])
        return [*cells, Par([Run(CELL, DELETED)], end.properties)]

    kept = [cell("甲"), cell("1"), row_end([0, 1000, 2000], [0, 0])]
    pars = [*kept, *row("乙2", DELETED), *row("丙3", b""), par("")]
    assert dump(pars) == ["table: 2 x 2", "  0: 甲 | 1", "  1: 丙 | 3"]


def test_white_letters_in_a_dark_cell_are_seen() -> None:
    white = [Par([Run("8", WHITE), Run(CELL)], in_table()) for _ in range(2)]
    end = row_end([0, 1000, 2000], [0, 0])
    dark = b"\0\0\0\xff" + b"\x1f\x38\x64\0" + b"\0\0"
    shades = sprm(0xD612, bytes([10]) + dark)
    pars = [*white, Par(end.runs, end.properties + shades), par("")]
    assert dump(pars)[1] == "  0: 8 | "


def test_what_wps_writes_has_a_class_of_its_own() -> None:
    made = table(table_of([["甲", "1"], ["乙", "2"]]))
    data = file([*made, par("末")], class_id=bytes(range(16)))
    assert govinfo.read(data).format == "doc"


REFUSED = [
    (file([par("甲")], kind=0xA5DC, version=0x65), UnsupportedFormat, "Word 95"),
    (file([par("甲")], version=0x65), UnsupportedFormat, "Word 95"),
    (file([par("甲")], kind=0), CorruptDocument, "begin"),
    (file([par("甲")], flags=0x0100), EncryptedDocument, "password"),
    (compound({"CONTENTS": b"", "MatOST": b""}), UnsupportedFormat, "Works"),
    (compound({"PowerPoint Document": b""}), UnsupportedFormat, "PowerPoint"),
    (compound({"EncryptedPackage": b""}), EncryptedDocument, "password"),
    (compound({"Book": b""}), UnsupportedFormat, "Excel 95"),
    (compound({"WordDocument": b""}), CorruptDocument, "begin"),
    (compound({"WordDocument": struct.pack("<HH", 0xA5EC, 0xC1)}), CorruptDocument, "0Table"),
    (compound({"Other": b""}), UnsupportedFormat, "OLE"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", CorruptDocument, "damaged"),
    (b"hello", CorruptDocument, "not a document"),
]


@pytest.mark.parametrize(
    ("data", "error", "said"),
    REFUSED,
    ids=[f"{n}-{said}" for n, (_, _, said) in enumerate(REFUSED)],
)
def test_what_is_refused(data: bytes, error: type[GovInfoError], said: str) -> None:
    with pytest.raises(error, match=said):
        read(data)


def test_a_workbook_whose_beginning_does_not_tell_is_handed_on() -> None:
    sheet = Sheet()
    sheet.table(table_of([["甲", "1"]]))
    data = compound({"A": b"x", "Workbook": workbook(sheet.data())})
    found = govinfo.read(data)
    assert isinstance(found, Document)
    assert found.format == "xls"
    assert isinstance(found.blocks[0], Table)
