"""Hostile files of the formats of offices: OFD, OpenDocument, RTF, Word 97, workbooks, values."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

import biff
import odtml
import ofdml
import rtfml
import sheetml
import wordbin
from compoundml import compound
from hostile import seeds

Make = Callable[[], bytes]
_MEGABYTE = 1 << 20
_TITLE = "某市某局2023年政府信息公开工作年度报告"


def families() -> Iterator[tuple[str, Iterator[tuple[str, Make]]]]:
    """Each format's name and its inputs."""
    yield "ofd", _ofds()
    yield "odt", _odts()
    yield "rtf", _rtfs()
    yield "doc", _docs()
    yield "xls", _old_sheets()
    yield "xlsx", _sheets()
    yield "csv", _values()
    yield "foreign", _foreign()
    yield "changed", _changed()


def _growing(name: str) -> str:
    """Entities, each ten times the one before."""
    each = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in pairwise("abcdefghi"))
    return f"<!DOCTYPE {name} [<!ENTITY a '公开公开公开'>{each}]>"


# --- OFD ----------------------------------------------------------------------------------------


def _ofds() -> Iterator[tuple[str, Make]]:
    line, page = ofdml.text(20, 20, _TITLE), ofdml.page
    yield "60,000 lines of text", lambda: ofdml.ofd(page(line * 60_000))
    yield "a million rulings", lambda: ofdml.ofd(page(ofdml.line(9, 9, 99, 9) * 250_000))
    yield (
        "a path of a million segments",
        lambda: ofdml.ofd(page(ofdml.path("M 0 0 " + "L 9 9 " * 1_000_000))),
    )
    yield "curves", lambda: ofdml.ofd(page(ofdml.path("M 0 0 " + "B 1 1 2 2 3 3 " * 200_000)))
    yield (
        "clips",
        lambda: ofdml.ofd(
            page(ofdml.text(20, 20, _TITLE, 4, ofdml.clips(0, 0, 9, 9) * 3_000) * 20)
        ),
    )
    yield (
        "groups in groups",
        lambda: ofdml.ofd(page("<ofd:PageBlock>" * 5_000 + "</ofd:PageBlock>" * 5_000)),
    )
    yield "deltas", lambda: ofdml.ofd(page(_text_with("g 999999999 1")))
    yield "deltas of many digits", lambda: ofdml.ofd(page(_text_with("g " + "9" * 5_000 + " 1")))
    yield "deltas in groups of groups", lambda: ofdml.ofd(page(_text_with("g 9 " * 100_000)))
    yield "numbers that are none", lambda: ofdml.ofd(page(_text_with("nan inf -inf 1e999 0x1 १ ²")))
    yield "boxes out of range", lambda: ofdml.ofd(page(ofdml.text(1e300, -1e300, _TITLE, 1e300)))
    yield "boxes of nothing", lambda: ofdml.ofd(page(ofdml.text(20, 20, _TITLE, 0) * 50))
    yield "3,000 pages", lambda: ofdml.ofd(*[page(line)] * 3_000)
    yield "one page listed 100,000 times", lambda: _listed(100_000)
    yield (
        "one page of 20 MB listed 2,000 times",
        lambda: _listed(2_000, "<!--" + "a" * (20 * _MEGABYTE) + "-->"),
    )
    yield "a unit that draws itself", lambda: _units({"7": "7"})
    yield "units that draw each other", lambda: _units({"7": "8", "8": "7"})
    yield "a tree of units", lambda: _units({str(n): str(n + 1) for n in range(7, 20)}, times=10)
    yield (
        "a parameter of itself",
        lambda: ofdml.ofd(page(ofdml.text(20, 20, _TITLE, DrawParam=7)), common=_param()),
    )
    yield "an entity that grows", lambda: _ofd_with("OFD.xml", _growing("a") + "<a>&i;</a>")
    yield (
        "an entity that grows on a page",
        lambda: _ofd_with("Doc_0/Pages/Page_0/Content.xml", _growing("a") + "<a>&i;</a>"),
    )
    yield (
        "parts outside",
        lambda: _ofd_with(
            "OFD.xml",
            ofdml.root(
                "OFD", ofdml.element("DocBody", ofdml.element("DocRoot", "../../../etc/passwd"))
            ),
        ),
    )
    yield (
        "a document of itself",
        lambda: _ofd_with(
            "OFD.xml",
            ofdml.root("OFD", ofdml.element("DocBody", ofdml.element("DocRoot", "OFD.xml"))),
        ),
    )
    yield (
        "5,000 documents",
        lambda: _ofd_with(
            "OFD.xml",
            ofdml.root(
                "OFD",
                ofdml.element("DocBody", ofdml.element("DocRoot", "Doc_0/Document.xml")) * 5_000,
            ),
        ),
    )
    yield (
        "a page that inflates",
        lambda: _ofd_with("Doc_0/Pages/Page_0/Content.xml", " " * (200 * _MEGABYTE)),
    )
    yield "surrogates by number", lambda: ofdml.ofd(page(line).replace("某局", "&#xD800;&#xDFFF;"))


def _text_with(deltas: str) -> str:
    code = ofdml.element("TextCode", _TITLE, X=0, Y=3, DeltaX=deltas)
    return ofdml.element("TextObject", code, Boundary="20 20 100 9", Size=4)


def _ofd_with(name: str, content: str) -> bytes:
    return ofdml.zipped({**ofdml.parts(ofdml.page(ofdml.text(20, 20, _TITLE))), name: content})


def _listed(times: int, more: str = "") -> bytes:
    made = ofdml.parts(ofdml.page(ofdml.text(20, 20, _TITLE)))
    listed = '<ofd:Page ID="0" BaseLoc="Pages/Page_0/Content.xml"/>'
    made["Doc_0/Document.xml"] = made["Doc_0/Document.xml"].replace(listed, listed * times)
    made["Doc_0/Pages/Page_0/Content.xml"] += more
    return ofdml.zipped(made)


def _units(calls: dict[str, str], times: int = 2) -> bytes:
    def call(number: str) -> str:
        return f'<ofd:CompositeObject ResourceID="{number}" Boundary="0 0 99 99"/>'

    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{own}" Width="9" Height="9"><ofd:Content>'
        f"{call(other) * times}</ofd:Content></ofd:CompositeGraphicUnit>"
        for own, other in calls.items()
    )
    made = ofdml.parts(
        ofdml.page(ofdml.text(20, 20, _TITLE), call("7")),
        common="<ofd:PublicRes>Res.xml</ofd:PublicRes>",
    )
    made["Doc_0/Res.xml"] = ofdml.root(
        "Res", f"<ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits>"
    )
    return ofdml.zipped(made)


def _param() -> str:
    return '<ofd:DrawParams><ofd:DrawParam ID="7" Relative="7"/></ofd:DrawParams>'


# --- OpenDocument -------------------------------------------------------------------------------


def _odts() -> Iterator[tuple[str, Make]]:
    par, cell = odtml.par, odtml.cell
    yield "blanks counted", lambda: _odt(par('<text:s text:c="999999999"/>'))
    yield "blanks of many digits", lambda: _odt(par(f'<text:s text:c="{"9" * 5_000}"/>'))
    yield "blanks counted over and over", lambda: _odt(par('<text:s text:c="9999"/>' * 20_000))
    yield (
        "columns repeated",
        lambda: _odt(
            odtml.table(odtml.row(cell("1", ' table:number-columns-repeated="999999999"')))
        ),
    )
    yield (
        "rows repeated",
        lambda: _odt(
            odtml.table(
                '<table:table-row table:number-rows-repeated="99999">'
                + cell("1")
                + "</table:table-row>"
            )
        ),
    )
    yield (
        "a row of a megabyte repeated",
        lambda: _odt(
            odtml.table(
                '<table:table-row table:number-rows-repeated="90000">'
                + cell(par("公" * 300_000))
                + "</table:table-row>"
            )
        ),
    )
    yield (
        "rows and columns repeated",
        lambda: _odt(
            odtml.table(
                '<table:table-row table:number-rows-repeated="1048576">'
                + cell("", ' table:number-columns-repeated="16384"')
                + "</table:table-row>"
            )
        ),
    )
    yield (
        "spans",
        lambda: _odt(
            odtml.table(
                odtml.row(
                    cell(
                        "1",
                        ' table:number-columns-spanned="99999999" table:number-rows-spanned="99999999"',
                    )
                )
                * 50
            )
        ),
    )
    yield (
        "tables in tables",
        lambda: _odt(
            "<table:table><table:table-row><table:table-cell>" * 60
            + "</table:table-cell></table:table-row></table:table>" * 60
        ),
    )
    yield (
        "sections in sections",
        lambda: _odt("<text:section>" * 200 + par("x") + "</text:section>" * 200),
    )
    yield (
        "lists in lists",
        lambda: _odt(
            "<text:list><text:list-item>" * 100 + par("x") + "</text:list-item></text:list>" * 100
        ),
    )
    yield (
        "a list of 30,000",
        lambda: _odt(
            "<text:list>"
            + ("<text:list-item>" + par("公开") + "</text:list-item>") * 30_000
            + "</text:list>"
        ),
    )
    yield "39,000 paragraphs", lambda: _odt(par("公开信息一条") * 38_000)
    yield "spans in spans", lambda: _odt(par("<text:span>" * 200 + "x" + "</text:span>" * 200))
    yield (
        "styles in a circle",
        lambda: odtml.zipped(
            odtml.parts(
                par("x", "a"),
                styles='<style:style style:name="a" style:parent-style-name="b"/><style:style style:name="b" style:parent-style-name="a"/>',
            )
        ),
    )
    yield (
        "styles in a chain",
        lambda: odtml.zipped(
            odtml.parts(
                par("x", "s0"),
                styles="".join(
                    f'<style:style style:name="s{n}" style:parent-style-name="s{n + 1}"/>'
                    for n in range(30_000)
                ),
            )
        ),
    )
    yield (
        "an entity that grows",
        lambda: odtml.zipped(
            {**odtml.parts(par(_TITLE)), "content.xml": _growing("a") + odtml.content("&i;")}
        ),
    )
    yield (
        "content that inflates",
        lambda: odtml.zipped(
            {**odtml.parts(par(_TITLE)), "content.xml": odtml.content(" " * (200 * _MEGABYTE))}
        ),
    )
    yield (
        "styles that inflate",
        lambda: odtml.zipped(
            {**odtml.parts(par(_TITLE)), "styles.xml": "<a>" + "<b/>" * 2_000_000 + "</a>"}
        ),
    )
    yield "a flat one, deep", lambda: odtml.flat("<text:section>" * 100_000)


def _odt(body: str) -> bytes:
    return odtml.zipped(odtml.parts(odtml.par(_TITLE) + body))


# --- RTF ----------------------------------------------------------------------------------------


def _rtfs() -> Iterator[tuple[str, Make]]:
    title = rtfml.par(rtfml.escaped(_TITLE))
    yield "groups never closed", lambda: rtfml.file(title + "{" * 500_000)
    yield "groups closed", lambda: rtfml.file(title + "}" * 500_000)
    yield "groups nested", lambda: rtfml.file(title + "{\\b " * 50_000 + "x" + "}" * 50_000)
    yield "destinations skipped", lambda: rtfml.file(title + "{\\*\\x" * 50_000)
    yield "control words", lambda: rtfml.file(title + "\\b\\i" * 500_000)
    yield "a control word of a megabyte", lambda: rtfml.file(title + "\\" + "a" * _MEGABYTE)
    yield "a number of a megabyte", lambda: rtfml.file(title + "\\fs" + "9" * _MEGABYTE + " x")
    yield "binary of a terabyte", lambda: rtfml.file(title + "\\bin999999999999 x")
    yield "binary of less than nothing", lambda: rtfml.file(title + "\\bin-9 x" * 9_000)
    yield (
        "letters by number",
        lambda: rtfml.file(title + "\\u-1?\\u55296?\\u99999999?\\u-99999999999?" * 9_000),
    )
    yield (
        "letters skipped",
        lambda: rtfml.file(title + "\\uc999999999\\u20844 x" * 9_000 + "x" * _MEGABYTE),
    )
    yield "hex that is none", lambda: rtfml.file(title + "\\'zz\\'f\\'" * 90_000)
    yield "rows without cells", lambda: rtfml.file(title + "\\trowd\\row" * 90_000)
    yield "cells without rows", lambda: rtfml.file(title + "\\intbl x\\cell" * 90_000)
    yield (
        "cells defined",
        lambda: rtfml.file(title + "\\trowd" + "\\cellx1" * 200_000 + "\\intbl x\\cell\\row"),
    )
    yield (
        "edges out of range",
        lambda: rtfml.file(
            title + "\\trowd\\cellx-2147483648\\cellx99999999999\\intbl x\\cell y\\cell\\row" * 500
        ),
    )
    yield (
        "cells merged downwards",
        lambda: rtfml.file(title + "\\trowd\\clvmrg\\cellx100\\intbl x\\cell\\row" * 9_000),
    )
    yield (
        "tables nested",
        lambda: rtfml.file(title + "".join(f"\\itap{n}\\intbl x\\nestcell" for n in range(3_000))),
    )
    yield (
        "fonts",
        lambda: rtfml.file(
            title
            + "{\\fonttbl"
            + "".join(f"{{\\f{n}\\fcharset134 a;}}" for n in range(90_000))
            + "}"
        ),
    )
    yield (
        "colours",
        lambda: rtfml.file(title + "{\\colortbl" + "\\red255;" * 300_000 + "}\\cf299999 x"),
    )
    yield "pictures", lambda: rtfml.file(title + "{\\pict " + "00" * (5 * _MEGABYTE) + "}")
    yield (
        "fields in fields",
        lambda: rtfml.file(title + "{\\field{\\*\\fldinst x}{\\fldrslt " * 9_000),
    )
    yield "39,000 paragraphs", lambda: rtfml.file(title + rtfml.par("a") * 38_000)


# --- Word 97 ------------------------------------------------------------------------------------


def _docs() -> Iterator[tuple[str, Make]]:
    whole = partial(wordbin.file, [wordbin.par(_TITLE), wordbin.par("公开信息")])
    yield (
        "30,000 paragraphs",
        lambda: wordbin.file([wordbin.par(_TITLE), *[wordbin.par("公开")] * 30_000]),
    )
    yield "one paragraph of a million", lambda: wordbin.file([wordbin.par("公" * 1_000_000)])
    yield "cells without rows", lambda: wordbin.file([wordbin.cell("1")] * 20_000)
    yield "rows without cells", lambda: wordbin.file([wordbin.row_end((0, 1000), (0,))] * 20_000)
    yield (
        "tables in tables",
        lambda: wordbin.file([wordbin.cell("1", depth) for depth in range(1, 3_000)]),
    )
    yield (
        "a table as deep as can be told",
        lambda: wordbin.file([wordbin.cell("1", 0xFFFFFFFF)] * 50),
    )
    yield "marks of fields", lambda: wordbin.file([wordbin.par(_TITLE + "\x13" * 60_000)])
    yield (
        "fields in fields",
        lambda: wordbin.file([wordbin.par(_TITLE + "\x13a\x14" * 30_000 + "\x15" * 30_000)]),
    )
    for at, name in ((0x1A2, "pieces"), (0xFA, "pages of runs"), (0x102, "pages of paragraphs")):
        yield f"{name} out of range", partial(_pointing, whole, at, 0xFFFFFF00, 0x7FFFFFFF)
        yield f"{name} of nothing", partial(_pointing, whole, at, 0, 0)
        yield f"{name} everywhere", partial(_pointing, whole, at, 0, 1 << 20)
    yield "a text of four billion letters", partial(_pointing, whole, 0x4C, 0xFFFFFFFF, 0xFFFFFFFF)
    yield "sectors in a circle", lambda: _circle(whole())
    yield "streams in a circle", lambda: _looping(whole())
    yield "streams without an end", lambda: _endless(whole(), 0x7FFFFF00)
    yield "streams of unknown size without an end", lambda: _endless(whole(), 0x7FFFFFFF)
    yield "a directory in a circle", lambda: _endless(whole(), 0x7FFFFF00, directory=True)
    yield "tables of a billion sectors", partial(_counting, whole)
    yield "a compound file of zeros", lambda: whole()[:512] + bytes(4 * _MEGABYTE)
    yield "a compound file of ones", lambda: whole()[:512] + b"\xff" * (4 * _MEGABYTE)
    yield "5,000 streams", lambda: compound({f"s{n}": b"" for n in range(1_000)})


def _pointing(whole: Make, at: int, place: int, size: int) -> bytes:
    """A document of which an entry of the header is another."""
    data = bytearray(whole())
    begin = data.find(struct.pack("<HH", 0xA5EC, 0xC1))
    struct.pack_into("<II", data, begin + at, place, size)
    return bytes(data)


def _circle(data: bytes) -> bytes:
    """Every sector is followed by the first one."""
    changed = bytearray(data)
    table = 512 + 512 * struct.unpack_from("<I", data, 76)[0]
    changed[table : table + 400] = bytes(400)
    return bytes(changed)


def _endless(data: bytes, size: int, *, directory: bool = False) -> bytes:
    """Sectors that follow themselves, and streams of them that are said to be long."""
    changed = bytearray(data)
    table = 512 + 512 * struct.unpack_from("<I", data, 76)[0]
    first = struct.unpack_from("<I", data, 48)[0]
    struct.pack_into("<I", changed, table, 0)
    if directory:
        struct.pack_into("<I", changed, table + 4 * first, first)
    for entry in range(1, 4):
        struct.pack_into("<II", changed, 512 + 512 * first + 128 * entry + 116, 0, size)
    return bytes(changed)


def _counting(whole: Make) -> bytes:
    changed = bytearray(whole())
    for at in (44, 64, 72):
        struct.pack_into("<I", changed, at, 1 << 30)
    return bytes(changed)


def _looping(data: bytes) -> bytes:
    """Every entry of the directory has itself beside it."""
    changed = bytearray(data)
    start = 512 + 512 * struct.unpack_from("<I", data, 48)[0]
    for entry in range(4):
        struct.pack_into("<III", changed, start + 128 * entry + 68, entry, entry, entry)
    return bytes(changed)


# --- workbooks ----------------------------------------------------------------------------------


def _old_sheets() -> Iterator[tuple[str, Make]]:
    book = biff.workbook
    title = biff.text(0, 0, _TITLE)
    many = [biff.number(row, 0, row) for row in range(60_000)]
    yield "60,000 numbers", lambda: biff.file(book(title + b"".join(many)))
    yield (
        "cells far away",
        lambda: biff.file(
            book(title + b"".join(biff.number(65_535 - n, 255 - n % 256, n) for n in range(300)))
        ),
    )
    yield (
        "ranges merged",
        lambda: biff.file(
            book(
                title
                + biff.record(
                    0xE5, struct.pack("<H", 1000) + struct.pack("<4H", 0, 65_535, 0, 255) * 1000
                )
            )
        ),
    )
    yield (
        "numbers that are none",
        lambda: biff.file(
            book(
                title
                + b"".join(
                    biff.number(n, 1, value)
                    for n, value in enumerate((float("nan"), float("inf"), -1e308, 5e-324))
                )
            )
        ),
    )
    yield "records that lie", lambda: biff.file(book(title + struct.pack("<HH", 0x204, 0xFFFF)))
    yield "records of nothing", lambda: biff.file(book(title + biff.record(0x204) * 90_000))
    yield (
        "shared texts that lie",
        lambda: biff.file(
            book(
                title,
                more=biff.record(
                    0xFC, struct.pack("<II", 0x7FFFFFFF, 0x7FFFFFFF) + b"\xff\xff\x01" + b"a" * 99
                ),
            )
        ),
    )
    yield (
        "shared texts with runs",
        lambda: biff.file(
            book(
                title,
                more=biff.record(0xFC, struct.pack("<II", 9, 9) + b"\x01\x00\x08\xff\xffa" * 900),
            )
        ),
    )
    yield (
        "sheets at no place",
        lambda: biff.file(book(title).replace(b"S0", b"S0", 1)[:200] + bytes(5_000)),
    )
    yield (
        "formats of numbers",
        lambda: biff.file(
            book(title, more=biff.record(0x41E, struct.pack("<HHB", 200, 8000, 0) + b"#" * 8000))
        ),
    )


def _sheets() -> Iterator[tuple[str, Make]]:
    title = sheetml.inline(0, 0, _TITLE)
    sheet = sheetml.worksheet

    def book(
        rows: str,
        merged: Sequence[str] = (),
        *,
        styles: tuple[str, str, str, str] = ("", "", "", ""),
        strings: str = "",
    ) -> bytes:
        whole = sheet(f"<row>{title}</row>{rows}", merged)
        return sheetml.zipped(sheetml.workbook(whole, styles=styles, strings=strings))

    yield (
        "90,000 rows",
        lambda: book(
            "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 90_000))
        ),
    )
    yield (
        "a cell at the far corner",
        lambda: book('<row r="1048576"><c r="XFD1048576" s="1"><v>1</v></c></row>'),
    )
    yield (
        "cells beyond any sheet",
        lambda: book(
            f'<row r="{"9" * 5_000}"><c r="{"Z" * 5_000}{"9" * 5_000}"><v>1</v></c></row>'
        ),
    )
    yield (
        "places that are none",
        lambda: book(
            '<row r="-1"><c r="A-1"><v>1</v></c><c r="²"><v>1</v></c><c r=""><v>1</v></c></row>'
        ),
    )
    yield "all merged", lambda: book("", ["A2:XFD1048576"] * 50)
    yield (
        "ranges backwards",
        lambda: book("", ["B9:A2", "A0:A0", "A:A", ":", "²:²", "A1:" + "9" * 5_000]),
    )
    yield "20,000 ranges merged", lambda: book("", [f"A{n}:B{n + 1}" for n in range(3, 40_000, 2)])
    yield (
        "a number of many digits",
        lambda: book(f'<row r="3"><c r="A3"><v>{"9" * 100_000}</v></c></row>'),
    )
    yield (
        "numbers that are none",
        lambda: book(
            "".join(
                f'<row r="{n + 3}"><c r="A{n + 3}"><v>{v}</v></c></row>'
                for n, v in enumerate(("nan", "inf", "1e999", "-0", "0x1", "१", "1e-999", "1e308"))
            )
        ),
    )
    yield (
        "dates out of range",
        lambda: book(
            "".join(
                f'<row r="{n + 3}"><c r="A{n + 3}" s="2"><v>{v}</v></c></row>'
                for n, v in enumerate((-1, 0, 60, 1e9, 1e300))
            ),
            styles=("", "", "", '<xf numFmtId="14"/>'),
        ),
    )
    yield (
        "a format of a megabyte",
        lambda: book(
            '<row r="3"><c r="A3" s="2"><v>1</v></c></row>',
            styles=(
                f'<numFmts><numFmt numFmtId="200" formatCode="{"#,;[" * 250_000}"/></numFmts>',
                "",
                "",
                '<xf numFmtId="200"/>',
            ),
        ),
    )
    yield (
        "a format of places",
        lambda: book(
            '<row r="3"><c r="A3" s="2"><v>1</v></c></row>',
            styles=(
                f'<numFmts><numFmt numFmtId="200" formatCode="0.{"0" * 200_000}"/></numFmts>',
                "",
                "",
                '<xf numFmtId="200"/>',
            ),
        ),
    )
    yield (
        "styles out of range",
        lambda: book(
            '<row r="3"><c r="A3" s="99999999999"><v>1</v></c><c r="B3" s="-1"><v>1</v></c></row>'
        ),
    )
    yield (
        "shared texts out of range",
        lambda: book(
            '<row r="3"><c r="A3" t="s"><v>99999999999</v></c><c r="B3" t="s"><v>-1</v></c></row>'
        ),
    )
    yield (
        "one shared text for all",
        lambda: book(
            "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 30_000)),
            strings=f"<si><t>{'公' * 30_000}</t></si>",
        ),
    )
    yield "shared texts that inflate", lambda: book("", strings="<si><t>a</t></si>" * 3_000_000)
    yield "a sheet that inflates", lambda: book(" " * (200 * _MEGABYTE))
    yield (
        "an entity that grows",
        lambda: _book_with("xl/sharedStrings.xml", _growing("a") + "<a>&i;</a>"),
    )
    yield (
        "formulas",
        lambda: book(
            '<row r="3"><c r="A3"><f>WEBSERVICE("http://127.0.0.1:9")</f><v>=cmd|x</v></c></row>'
        ),
    )
    yield (
        "3,000 sheets",
        lambda: sheetml.zipped(sheetml.workbook(*[sheet(f"<row>{title}</row>")] * 3_000)),
    )
    yield "a sheet shown 5,000 times", lambda: _shown_often(5_000)


def _book_with(name: str, content: str) -> bytes:
    made = sheetml.workbook(sheetml.worksheet(f"<row>{sheetml.inline(0, 0, _TITLE)}</row>"))
    return sheetml.zipped({**made, name: content})


def _shown_often(times: int) -> bytes:
    rows = "".join(f"<row>{sheetml.inline(n, 0, '公开')}</row>" for n in range(2_000))
    made = sheetml.workbook(sheetml.worksheet(rows))
    entry = '<sheet name="S1" sheetId="1" r:id="r1"/>'
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace(entry, entry * times)
    return sheetml.zipped(made)


# --- values, and what is no document ------------------------------------------------------------


def _values() -> Iterator[tuple[str, Make]]:
    rows = f"{_TITLE},,\n规章,3,4\n"
    yield "39,000 rows", lambda: (rows + "a,1,2\n" * 38_000).encode()
    yield "a row of 90,000", lambda: (rows + "1," * 90_000 + "\n").encode()
    yield "a quote never closed", lambda: (rows + '"' + "a,b\n" * 30_000).encode()
    yield "quotes in quotes", lambda: (rows + '"""' * 300_000).encode()
    yield (
        "a field of ten megabytes",
        lambda: (rows + '"' + "a" * (10 * _MEGABYTE) + '",1,2\n').encode(),
    )
    yield "zeros between", lambda: (rows * 50).encode("utf-16-le")
    yield "zeros among values", lambda: rows.encode() * 9 + b"a,\x00,b\n" * 900
    yield "returns alone", lambda: (rows + "a,1,2\r" * 30_000).encode()


def _foreign() -> Iterator[tuple[str, Make]]:
    yield "json", lambda: json.dumps({"title": _TITLE, "figures": list(range(90_000))}).encode()
    yield "json nested", lambda: b"[" * 500_000
    yield (
        "json of a report",
        lambda: json.dumps([_TITLE] * 30_000, ensure_ascii=False, indent=1).encode(),
    )
    yield (
        "png",
        lambda: (
            b"\x89PNG\r\n\x1a\n"
            + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 2**31 - 1, 2**31 - 1, 8, 6, 0, 0, 0)
            + bytes(4)
            + struct.pack(">I", 99)
            + b"IDAT"
            + zlib.compress(bytes(99_999_999))
        ),
    )
    yield "tiff", lambda: b"II*\x00\x08\x00\x00\x00" + b"\x00\x01\x04\x00\xff\xff\xff\xff" * 90_000
    yield (
        "tiff of many pages",
        lambda: b"MM\x00*\x00\x00\x00\x08" + b"\x00\x00\x00\x00\x00\x08" * 90_000,
    )
    yield "jpeg", lambda: b"\xff\xd8\xff\xe0" + b"\xff" * 900_000
    yield "gif", lambda: b"GIF89a\xff\xff\xff\xff" + bytes(900_000)
    yield "gzip", lambda: zlib.compress(bytes(50 * _MEGABYTE), wbits=31)
    yield "a tar", lambda: b"a".ljust(257, b"\x00") + b"ustar\x0000" + bytes(900_000)
    yield "7-zip", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(900_000)
    yield "rar", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(900_000)
    yield "an archive of each format", _of_each
    yield "xml of no kind", lambda: b"<?xml version='1.0'?>" + b"<a>" * 200_000
    yield "an executable", lambda: b"MZ" + bytes(60) + b"\x80\x00\x00\x00" + bytes(900_000)


def _of_each() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in ("word/document.xml", "content.xml", "xl/workbook.xml", "OFD.xml"):
            package.writestr(name, "<a/>")
    return made.getvalue()


def _changed() -> Iterator[tuple[str, Make]]:
    """Documents of each format, cut short and with bytes of them changed."""
    for target in ("ofd", "odt", "rtf", "doc", "xls", "xlsx", "csv"):
        for share in (20, 50, 80, 97):
            yield f"{target} cut at {share} %", partial(_cut, target, share)
        for seed in range(5):
            yield f"{target} with bytes flipped, {seed}", partial(_flipped, target, seed)


def _cut(target: str, share: int) -> bytes:
    data = list(seeds.seeds(target))[-1]
    return data[: len(data) * share // 100]


def _flipped(target: str, seed: int) -> bytes:
    draw = random.Random(seed)
    changed = bytearray(list(seeds.seeds(target))[-1])
    for _ in range(max(4, len(changed) // 300)):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)
