"""Files that a stranger might send: each small or large in one way that no report is.

They are made by script when they are needed, a few lines each, and kept nowhere.
"""

from __future__ import annotations

import bz2
import io
import lzma
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial

Make = Callable[[], bytes]

_MEGABYTE = 1 << 20
_LINES = 12_000
"""Lines that stay within `Limits.blocks`."""

REPORT = """某市某局2023年政府信息公开工作年度报告
一、总体情况
2023年，本机关主动公开政府信息12条，收到申请3件，均已答复。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开的内容还不够全面，2024年将加以改进。
六、其他需要报告的事项
无。
"""


def everything() -> Iterator[tuple[str, Make]]:
    """Name and maker of every hostile input."""
    for family in (_texts, _markdown, _tables, _pages, _archives, _word, _mhtml, _pdfs, _damaged):
        for name, make in family():
            yield f"{family.__name__.strip('_')}/{name}", make
    # The documents of these begin with those of this module.
    from hostile import offices, pictures  # noqa: PLC0415

    for kind, inputs in (*offices.families(), *pictures.families()):
        for name, make in inputs:
            yield f"{kind}/{name}", make


def plain() -> list[bytes]:
    """A small document of each format, with nothing wrong but that it is no whole report."""
    return [_utf8(REPORT), _html(""), _docx(), _page(_HELLO)]


# --- text -------------------------------------------------------------------------------------


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _repeated(start: str, unit: str, letters: int, end: str = "") -> bytes:
    return _utf8(start + unit * (letters // len(unit)) + end)


def _counted(line: str) -> bytes:
    return _utf8(REPORT + "\n".join(line.format(n=n) for n in range(_LINES)))


def _texts() -> Iterator[tuple[str, Make]]:
    for char in ("a", "1", "-", ".", "·", "…", "未", "#", "|", "\t", ",", '"', "（", "*", "[", "<"):
        yield f"ten megabytes of {char!r}", partial(_repeated, "", char, 10 * _MEGABYTE)
        yield (
            f"a report and a line of {char!r}",
            partial(_repeated, REPORT, char, 300_000),
        )
    yield "forty dashes", lambda: _utf8(REPORT + "一、总体" + "-" * 40 + "x\n" + "." * 40 + "·x")
    yield "leaders", lambda: _utf8(REPORT + "一、" + "-.·" * 12 + "x\n")
    yield "4,301 digits", lambda: _utf8(REPORT.replace("12条", "9" * 4301 + "条"))
    yield "4,301 digits in a row", lambda: _utf8(_with_row("9" * 4301))
    yield "digits glued in 300 rows", lambda: _utf8(_with_row("1234567890" * 8, 300))
    yield "digits apart in 300 rows", lambda: _utf8(_with_row("\t".join("1234567890" * 8), 300))
    yield "zeros glued", lambda: _utf8(_with_row("0" * 400, 40))
    yield "digits of other scripts", lambda: _utf8(_with_row("٣\t৩\t㊀\t²\t𝟗\t１"))
    yield "surrogates", lambda: _utf8(REPORT + "\ud800\udfff公开\udc00\n" * 50)
    yield "control characters", lambda: _utf8(REPORT + "\x1b[31m红\x07\x08\x9b\u202e反\n" * 50)
    yield "nothing but white space", lambda: b" \n\t" * 400_000
    yield "a sentence of one word", lambda: _utf8(REPORT.replace("均已答复", "未予公开" * 20_000))
    yield "a sentence of figures", lambda: _utf8(REPORT.replace("均已答复", "公开12条，" * 20_000))
    yield (
        "claims repeated",
        lambda: _utf8(REPORT.replace("均已答复。", "收到政府信息公开申请3件。" * 5_000)),
    )
    yield "years repeated", lambda: _utf8(REPORT.replace("均已答复。", "2023年，2022年。" * 20_000))
    for name, line in (
        ("headings", "一、总体情况"),
        ("other headings", "十、关于其他"),
        ("counted headings", "{n}、某某情况"),
        ("labels", "（一）予以公开"),
        ("rows", "（一）予以公开\t1\t2\t3\t4\t5\t6\t7"),
        ("rows without tabs", "（一）予以公开 1 2 3 4 5 6 7"),
        ("section starts", "第二十条 第（一）项"),
        ("figures", "{n}"),
        ("titles", "某市某局2023年政府信息公开工作年度报告"),
        ("sentences", "2023年公开12条，2022年公开{n}条。"),
        ("dates", "2023年1月{n}日"),
        ("contents", "一、总体情况……{n}"),
        ("colons", "收到申请数：{n}件"),
        ("tab-led cells", "\t{n}"),
        ("headers", "三、收到和处理政府信息公开申请情况\t自然人\t法人或其他组织"),
    ):
        yield (
            f"{_LINES:,} lines of {name}",
            partial(_counted, line),
        )
    yield "the report 3,000 times", lambda: _utf8(REPORT * 3_000)
    yield "a million lines", lambda: b"a\n" * 1_000_000
    yield "form feeds", lambda: _utf8(REPORT + "\f" * 300_000)
    yield "utf-16 of half a character", lambda: b"\xff\xfe" + REPORT.encode("utf-16-le") + b"\x00"
    yield "utf-32 out of range", lambda: b"\xff\xfe\x00\x00" + b"\xff\xff\xff\x7f" * 1000
    yield "gb18030 or big5", lambda: REPORT.encode("gb18030") + bytes(range(0x81, 0xFE)) * 2000


def _with_row(figures: str, times: int = 1) -> str:
    row = f"（一）予以公开\t{figures}\n"
    head = "三、收到和处理政府信息公开申请情况\n"
    return REPORT.replace(head, head + "本年新收政府信息公开申请数量\t1\n" + row * times)


# --- Markdown, comma-separated values, drawn tables ---------------------------------------------


def _markdown() -> Iterator[tuple[str, Make]]:
    for name, unit, end in (
        ("comments never closed", "<!-- ", ""),
        ("tags never closed", "<span a", ""),
        ("tags", "<b>", ""),
        ("images never closed", "![", ""),
        ("images half closed", "![]( ", ""),
        ("images named", "[image: ", ""),
        ("links never closed", "[", ""),
        ("links half closed", "[a](", ""),
        ("emphasis never closed", "**a ", ""),
        ("emphasis of code", "`a", ""),
        ("emphasis of one", "*a*", ""),
        ("underlines", "__a", ""),
        ("struck never closed", "~~a", ""),
        ("formulas", "$^{", ""),
        ("escapes", "\\", ""),
        ("entities", "&#x", ""),
        ("quotations", "> ", ""),
        ("litter", "[bookmark: ", ""),
        ("headings of marks", "# ", "x"),
        ("a heading of blanks", "#" + " " * 3000, "x"),
        ("separators", "|--", "x"),
        ("separators of colons", "|:-", "x"),
        ("separators of blanks", "| ", "--x"),
        ("borders", "+-", "x"),
    ):
        yield (
            name,
            partial(_repeated, REPORT, unit, 120_000, f"{end}\n"),
        )
    yield "one heading of #", lambda: b"#" * 8192
    yield "one heading of # and blanks", lambda: b"# " + b"# " * 4096 + b"x"
    yield "continuation lines", lambda: _utf8(REPORT + "|a|b|\n|--|--|\n" + "|\n" * 38_000)
    yield "continued cells", lambda: _utf8(REPORT + "|a|b|\n|--|--|\n" + "| |x|\n" * 38_000)
    yield "pipes alone", lambda: _utf8(REPORT + "a | b\n" * 38_000)
    yield "borders of a grid", lambda: _utf8(REPORT + "+--+--+\n" * 38_000)
    yield "a grid never closed", lambda: _utf8(REPORT + "+--+--+\n" + "|a|b|\n" * 38_000)
    yield "a grid and no end", lambda: _utf8(REPORT + ("+--+\n" + "|a|\n") * 19_000)
    yield "quotes of values", lambda: _utf8(REPORT + 'a,"b,c\n' * 30_000)
    yield "quotes doubled", lambda: _utf8(REPORT + '"' * 100_000 + ",a,b\n" * 3)
    yield "tables of two rows", lambda: _utf8(REPORT + "|a|b|\n|--|--|\n|1|2|\n\n" * 9_500)
    yield "33,000 tables", lambda: _utf8(REPORT + "a\tb\tc\nx\n" * 16_500)
    yield "tables opened", lambda: _utf8(REPORT + "<table><tr><td>\n" * 9_000)
    yield "tables opened and text", lambda: _utf8(REPORT + "<table>\n" + "x\n" * 30_000)
    yield "tables opened, one a line", lambda: _utf8(REPORT + "x<table>y</table>z\n" * 9_000)
    yield "tab-led and not", lambda: _utf8(REPORT + "\ta\nb\n" * 19_000 + "x\ty\n")
    yield "tabs alone", lambda: _utf8(REPORT + "\t\n" * 38_000)
    yield "plus signs", lambda: _utf8(REPORT + "+a+\n" * 38_000)
    yield "values without figures", lambda: _utf8(REPORT + ("a,b,c\n" * 5 + "a,1,c\n") * 6_000)
    yield "wiki tables opened", lambda: _utf8(REPORT + "{|\n" * 38_000)
    yield (
        "a bar now and then",
        lambda: _utf8(REPORT + ("a |\n" * 7 + "|||\n" + "b |\n" * 4 + "||\n") * 2_900),
    )
    yield (
        "cells over a billion rows",
        lambda: _utf8(REPORT + "|===\n" + ".999999999+|x\n.999+|y\n" * 15_000 + "|===\n"),
    )
    yield (
        "fences of one line",
        lambda: _utf8(REPORT + "|===\n" + ".999+|x" * 100_000 + "\n|y" * 9_000 + "\n|===\n"),
    )
    yield "tabs and blanks", lambda: _utf8(REPORT + "a\tb\n\n" * 19_000)


def _tables() -> Iterator[tuple[str, Make]]:
    row = "<tr><td>（一）予以公开" + "<td>1" * 7
    yield "200,000 cells", lambda: _html("<table>" + "<tr><td>1" * 200_000)
    yield "9,000 rows of a label", lambda: _html("<table>" + row * 9_000)
    yield (
        "spans of 2³¹",
        lambda: _html("<table>" + f"<tr><td rowspan={2**31} colspan={2**31}>1<td>2" * 2_000),
    )
    yield "spans of 1,000", lambda: _html("<table>" + "<tr><td rowspan=1000 colspan=1000>1" * 900)
    yield "spans of many digits", lambda: _html("<table><tr><td colspan=" + "9" * 5000 + ">1")
    yield "33,000 tables", lambda: _html("<table><tr><td>1<td>2</table>" * 33_000)
    yield "tables in tables", lambda: _html("<table><tr><td>" * 2_000 + "1")
    yield "9,000 tables of labels", lambda: _html(f"<table>{row}</table>" * 9_000)
    yield "one row of 50,000", lambda: _html("<table><tr>" + "<td>1" * 50_000)


# --- web pages ----------------------------------------------------------------------------------


def _html(body: str, head: str = "") -> bytes:
    return _utf8(
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>"
        + "".join(f"<p>{line}</p>" for line in REPORT.splitlines())
        + body
    )


def _pages() -> Iterator[tuple[str, Make]]:
    yield "an ordered list of 30,000", lambda: _html("<ol>" + "<li>公开" * 30_000)
    yield "a list numbered by digits", lambda: _html(f"<ol start={'9' * 5000}><li>a")
    yield "39,000 paragraphs", lambda: _html("<p>公开信息" * 38_000)
    yield "39,000 headings", lambda: _html("<h2>一、总体情况</h2>" * 38_000)
    yield "39,000 headings of a page", lambda: _html("<h2>某某</h2>" * 38_000)
    yield "39,000 links", lambda: _html("<a href=x>某某</a>" * 38_000)
    yield "39,000 pairs", lambda: _html("<p>发布机构：某局</p>" * 38_000)
    yield "39,000 spans", lambda: _html("<span>公开</span>" * 39_000)
    yield "a million breaks", lambda: _html("<br>" * 1_000_000)
    yield "nested deeply", lambda: _html("<div>" * 100_000)
    yield "nested within limits", lambda: _html("<div>" * 400 + "x")
    yield "nested inline", lambda: _html("<b>" * 30_000)
    yield "never closed", lambda: _html("<p" * 100_000)
    yield "comments never closed", lambda: _html("<!-- " * 100_000)
    yield "comments at the beginning", lambda: b"<!-- --> " * 100_000 + _html("")
    yield "comments at the beginning, never closed", lambda: b"<!--" * 200_000 + b"<html>"
    yield "cdata", lambda: _html("<![CDATA[" * 50_000)
    yield "end tags cut", lambda: _html("</" * 100_000)
    yield "attributes", lambda: _html("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x")
    yield "a style of 100 KB", lambda: _html(f"<p style='{'color:red;' * 10_000}'>x</p>")
    yield "a style of blanks", lambda: _html(f"<p style='color:{' ' * 100_000}x'>x</p>")
    yield "a style of brackets", lambda: _html(f"<p style='color:{'(' * 100_000}'>x</p>")
    yield "a style of numbers", lambda: _html(f"<p style='clip:rect({'1 ' * 50_000}'>x</p>")
    yield (
        "rules of styles",
        lambda: _html(
            "<p class=a1>x</p>" * 2_000,
            "<style>" + "".join(f".a{n}{{color:red}}" for n in range(20_000)) + "</style>",
        ),
    )
    yield (
        "selectors of many names",
        lambda: _html(
            "<p class=a>x</p>" * 5_000, "<style>" + ".a " * 3_000 + "{display:none}</style>"
        ),
    )
    yield (
        "selectors with commas",
        lambda: _html(
            "<p class=a>x</p>" * 3_000, "<style>" + "p:not(.a)," * 3_000 + "b{display:none}</style>"
        ),
    )
    yield "styles imported", lambda: _html("", "<style>" + "@import url(" * 20_000 + "</style>")
    yield (
        "media queries",
        lambda: _html(
            "", "<style>" + "@media (min-width:1px) and " * 9_000 + "{p{color:red}}</style>"
        ),
    )
    yield (
        "variables",
        lambda: _html(
            "<p>x",
            "<style>p{"
            + "".join(f"--v{n}:var(--v{n + 1})var(--v{n + 1});" for n in range(60))
            + "color:var(--v0)}</style>",
        ),
    )
    yield "entities", lambda: _html("&amp;" * 300_000)
    yield "entities by number", lambda: _html("<p>&#55296;&#0;&#x110000;&#27;x</p>" * 2_000)
    yield "surrogates", lambda: _html("<p>\ud800\udfff公开</p>" * 200)
    yield "odd characters in tags", lambda: _html("<t\x0cab\x01le><p\x00 \x02a=1>x</p\x03>" * 200)
    yield (
        "an entity that grows",
        lambda: _xhtml(
            "<!ENTITY a '公开'>"
            + "".join(
                f"<!ENTITY {b} '{f'&{a};' * 10}'>"
                for a, b in zip("abcdefgh", "bcdefghi", strict=True)
            )
        ),
    )
    yield "an external entity", lambda: _xhtml("<!ENTITY i SYSTEM 'file:///etc/passwd'>")
    yield "frames of data", lambda: _html("<iframe srcdoc='" + "&lt;p&gt;公开" * 30_000 + "'>")
    yield "frames in frames", lambda: _html(_frames(14))
    yield "scripts", lambda: _html("<script>" + "document.write('x');" * 50_000 + "</script>")
    yield "ruby", lambda: _html("<ruby>公<rt>gong" * 20_000)
    yield "select", lambda: _html("<select>" + "<option>公开" * 30_000)
    yield "forms", lambda: _html("<form><input value=1>" * 30_000)
    yield "labels of tabs", lambda: _html("<ul>" + "<li id=tab1>一" * 9_000 + "<div id=tab1>二")
    yield "text of one node", lambda: _html("公开" * 2_000_000)
    yield "ten megabytes of paragraphs", lambda: _html("<p>公开信息一条</p>" * 400_000)
    yield "utf-16", lambda: ("\ufeff" + "<html><body>" + "<p>公" * 500_000).encode("utf-16-le")
    yield "spaces between digits", lambda: _html("<td>1" + " " * 100_000 + "x</td>")
    yield "trail", lambda: _html("<p>" + " " * 100_000 + "位置x</p><p>" + ">" * 100_000)


def _xhtml(entities: str) -> bytes:
    return _utf8(
        f"<?xml version='1.0'?><!DOCTYPE html [{entities}]><html><body><p>&i;</p></body></html>"
    )


def _frames(depth: int) -> str:
    inner = "x"
    for _ in range(depth):
        inner = (
            "<iframe srcdoc='" + inner.replace("&", "&amp;").replace("'", "&#39;") + "'></iframe>"
        )
    return inner


def _mhtml() -> Iterator[tuple[str, Make]]:
    yield "a frame of itself", lambda: _parts({"a": _html("<iframe src=cid:a></iframe>")})
    yield (
        "frames of each other",
        lambda: _parts(
            {
                "a": _html("<iframe src=cid:b></iframe><iframe src=cid:b></iframe>"),
                "b": _html("<iframe src=cid:a></iframe><iframe src=cid:a></iframe>"),
            }
        ),
    )
    yield (
        "a tree of frames",
        lambda: _parts(
            {f"f{n}": _html(f"<iframe src=cid:f{n + 1}></iframe>" * 10) for n in range(9)}
        ),
    )
    yield "5,000 parts", lambda: _parts({f"f{n}": b"<p>x</p>" for n in range(5_000)})
    yield "headers", lambda: b"From: x\r\n" + b"A: b\r\n" * 100_000
    yield "a header folded", lambda: b"From: x\r\n" + b" a\r\n" * 200_000
    yield (
        "parts in parts",
        lambda: b"".join(
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n"
            % (n, n)
            for n in range(2_000)
        ),
    )
    yield (
        "one style for all",
        lambda: _parts(
            {
                "a": _html("<p>x", "<link rel=stylesheet href=cid:s>" * 3_000),
                "s": b"p{color:red}" * 3_000,
            }
        ),
    )
    yield (
        "styles that import themselves",
        lambda: _parts(
            {
                "a": _html("<p>x", "<link rel=stylesheet href=cid:s>"),
                "s": b"@import url(cid:s);@import url(cid:t);",
                "t": b"@import url(cid:s);@import url(cid:t);",
            }
        ),
    )


def _parts(parts: dict[str, bytes]) -> bytes:
    head = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="=b"\r\n'
    )
    each = b"".join(
        b"\r\n--=b\r\nContent-Type: %s\r\nContent-ID: <%s>\r\nContent-Location: cid:%s\r\n\r\n%s"
        % (b"text/css" if name in "st" else b"text/html", name.encode(), name.encode(), data)
        for name, data in parts.items()
    )
    return head + each + b"\r\n--=b--\r\n"


# --- Word ---------------------------------------------------------------------------------------

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _docx(
    body: str = "",
    parts: dict[str, str | bytes] | None = None,
    relations: str = "",
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in REPORT.splitlines())
    document = f"<w:document {_W}><w:body>{text}{body}</w:body></w:document>"
    return _zip(
        {
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _rels(relations),
            "_rels/.rels": _rels(
                f'<Relationship Id="r1" Type="{_TYPES}/officeDocument" Target="word/document.xml"/>'
            ),
            **(parts or {}),
        },
        method,
    )


def _rels(inner: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )


def _zip(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=6) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _bomb(start: str, unit: bytes, megabytes: int, end: str, method: int) -> bytes:
    """A document part of so many megabytes, written in pieces."""
    buffer = io.BytesIO()
    piece = unit * (_MEGABYTE // len(unit))
    with zipfile.ZipFile(buffer, "w", method, compresslevel=6) as archive:
        archive.writestr("_rels/.rels", _rels(""))
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(start.encode())
            for _ in range(megabytes):
                part.write(piece)
            part.write(end.encode())
    return buffer.getvalue()


def _archives() -> Iterator[tuple[str, Make]]:
    start = f"<w:document {_W}><w:body><w:p><w:r><w:t>"
    for name, method in (
        ("deflate", zipfile.ZIP_DEFLATED),
        ("bzip2", zipfile.ZIP_BZIP2),
        ("lzma", zipfile.ZIP_LZMA),
    ):
        yield f"a {name} bomb of 200 MB", partial(_bomb, start, b"a", 200, "", method)
    yield "a bomb of elements", lambda: _bomb(start, b"<w:p/>", 100, "", zipfile.ZIP_DEFLATED)
    yield "a size that lies", lambda: lying(_bomb(start, b"a", 150, "", zipfile.ZIP_DEFLATED))
    yield (
        "a styles bomb",
        lambda: _docx(parts={"word/styles.xml": f"<w:styles {_W}>" + "<w:style/>" * 2_000_000}),
    )
    yield (
        "a styles bomb of text",
        lambda: _docx(parts={"word/styles.xml": f"<w:styles {_W}>" + "a" * 150_000_000}),
    )
    yield "relations bomb", lambda: _docx(relations="<Relationship/>" * 2_000_000)
    yield (
        "utf-16 bomb",
        lambda: _docx(
            parts={"word/document.xml": ("\ufeff<a>" + "公" * 50_000_000).encode("utf-16-le")}
        ),
    )
    yield "a zip in a zip", lambda: _docx(parts={"word/a.docx": _docx()})
    yield "60,000 members", lambda: _zip({f"word/x{n}.xml": b"" for n in range(60_000)})
    yield (
        "members with odd names",
        lambda: _docx(
            parts={"../../../etc/passwd": "x", "word//./styles.xml": "<a/>", "C:\\a": "x", "/": "x"}
        ),
    )
    yield "the same name twice", lambda: _docx() + _docx()
    yield "an empty archive", lambda: b"PK\x05\x06" + b"\x00" * 18


def lying(data: bytes) -> bytes:
    """The archive with its directory saying that every member is of a hundred bytes."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 24 : at + 28] = (100).to_bytes(4, "little")
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def _word() -> Iterator[tuple[str, Make]]:
    paragraph = "<w:p><w:r><w:t>公开信息</w:t></w:r></w:p>"
    yield "39,000 paragraphs", lambda: _docx(paragraph * 38_000)
    yield (
        "39,000 headings",
        lambda: _docx(
            '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>一、总体情况</w:t></w:r></w:p>'
            * 38_000
        ),
    )
    yield "a million paragraphs", lambda: _docx("<w:p/>" * 1_000_000)
    yield (
        "a million cells",
        lambda: _docx(
            "<w:tbl>" + ("<w:tr>" + "<w:tc><w:p/></w:tc>" * 100 + "</w:tr>") * 10_000 + "</w:tbl>"
        ),
    )
    yield (
        "spans of 2³¹",
        lambda: _docx(
            "<w:tbl><w:tr>"
            + f'<w:tc><w:tcPr><w:gridSpan w:val="{2**31}"/></w:tcPr>{paragraph}</w:tc>' * 20
            + "</w:tr></w:tbl>"
        ),
    )
    yield (
        "spans of many digits",
        lambda: _docx(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{"9" * 5000}"/></w:tcPr>{paragraph}'
            "</w:tc></w:tr></w:tbl>"
        ),
    )
    yield (
        "tables in tables",
        lambda: _docx("<w:tbl><w:tr><w:tc>" * 200 + paragraph + "</w:tc></w:tr></w:tbl>" * 200),
    )
    yield "nested deeply", lambda: _docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)
    yield (
        "one paragraph of runs",
        lambda: _docx("<w:p>" + "<w:r><w:t>公</w:t></w:r>" * 100_000 + "</w:p>"),
    )
    yield "one run of tabs", lambda: _docx("<w:p><w:r>" + "<w:tab/>" * 200_000 + "</w:r></w:p>")
    yield (
        "instructions of fields",
        lambda: _docx(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + "<w:r><w:instrText>   </w:instrText></w:r>" * 30_000
            + "</w:p>"
        ),
    )
    yield (
        "one instruction of blanks",
        lambda: _docx(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            + " " * 300_000
            + "</w:instrText></w:r></w:p>"
        ),
    )
    yield (
        "fields in fields",
        lambda: _docx(
            "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 30_000 + "</w:p>"
        ),
    )
    yield "a number of 5,000 digits", lambda: _numbered("9" * 5_000)
    yield "a negative number", lambda: _numbered("-" + "9" * 5_000)
    yield "numbers in odd digits", lambda: _numbered("²")
    yield "numbers of other scripts", lambda: _numbered("٣৩")
    yield "a large roman number", lambda: _numbered("999999999", "upperRoman")
    yield "a large letter", lambda: _numbered("999999999", "lowerLetter")
    yield "a large chinese number", lambda: _numbered("9" * 4300, "chineseCounting")
    yield "levels out of range", lambda: _numbered("1", "decimal", "²")
    yield (
        "styles in a circle",
        lambda: _docx(
            '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
            {
                "word/styles.xml": f"<w:styles {_W}>"
                '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
                '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
            },
        ),
    )
    yield (
        "styles in a chain",
        lambda: _docx(
            '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
            {
                "word/styles.xml": f"<w:styles {_W}>"
                + "".join(
                    f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
                    for n in range(30_000)
                )
                + "</w:styles>"
            },
        ),
    )
    yield (
        "an external entity",
        lambda: _docx(
            parts={
                "word/document.xml": "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                f"<w:document {_W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
            }
        ),
    )
    yield (
        "an entity that grows",
        lambda: _docx(
            parts={
                "word/document.xml": "<!DOCTYPE a [<!ENTITY a 'xxxxxxxxxx'>"
                + "".join(
                    f"<!ENTITY {b} '{f'&{a};' * 10}'>"
                    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
                )
                + f"]><w:document {_W}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
            }
        ),
    )
    yield (
        "entities in styles",
        lambda: _docx(
            parts={
                "word/styles.xml": "<!DOCTYPE a [<!ENTITY a 'xxxxxxxxxx'>"
                + "".join(
                    f"<!ENTITY {b} '{f'&{a};' * 10}'>"
                    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
                )
                + f"]><w:styles {_W}>&i;</w:styles>"
            }
        ),
    )
    yield (
        "external relations",
        lambda: _docx(
            relations=f'<Relationship Id="r9" Type="{_TYPES}/styles" TargetMode="External" '
            'Target="http://127.0.0.1:9/a"/>'
        ),
    )
    yield (
        "a chunk of itself",
        lambda: _docx(
            '<w:altChunk r:id="r9"/>' * 50,
            relations=f'<Relationship Id="r9" Type="{_TYPES}/aFChunk" Target="document.xml"/>',
        ),
    )
    yield (
        "chunks of pages",
        lambda: _docx(
            '<w:altChunk r:id="r9"/>' * 3_000,
            {"word/c.html": _html("<p>公开</p>" * 1_000)},
            f'<Relationship Id="r9" Type="{_TYPES}/aFChunk" Target="c.html"/>',
        ),
    )
    yield (
        "odd part names",
        lambda: _docx(
            relations=f'<Relationship Id="r9" Type="{_TYPES}/styles" Target="%00%ff/../..//\\\\"/>'
        ),
    )
    yield "surrogates by number", lambda: _docx("<w:p><w:r><w:t>&#xD800;&#xDFFF;</w:t></w:r></w:p>")
    yield "control characters", lambda: _docx("<w:p><w:r><w:t>a\x00\x01\x1f</w:t></w:r></w:p>")
    yield (
        "bad utf-8",
        lambda: _docx(
            parts={
                "word/document.xml": b"<w:document "
                + _W.encode()
                + b"><w:body><w:p><w:r><w:t>\xed\xa0\x80\xff\xfe</w:t></w:r></w:p></w:body></w:document>"
            }
        ),
    )
    yield (
        "symbols",
        lambda: _docx(
            '<w:p><w:r><w:sym w:font="Wingdings" w:char="FFFFFFFFF"/><w:sym w:char="-1"/>'
            '<w:sym w:char="D800"/></w:r></w:p>'
        ),
    )
    yield "a flat package", lambda: _flat("<w:p/>" * 1_000_000)
    yield (
        "a flat package of parts",
        lambda: _flat(
            "", '<pkg:part pkg:name="/x"><pkg:xmlData><a/></pkg:xmlData></pkg:part>' * 100_000
        ),
    )
    yield (
        "a flat package of odd names",
        lambda: _flat(
            "", f'<pkg:part pkg:name="{"n" * 70_000}"><pkg:xmlData><a/></pkg:xmlData></pkg:part>'
        ),
    )
    yield (
        "notes that note themselves",
        lambda: _docx(
            '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * 5_000,
            {
                "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="1"><w:p><w:r>'
                '<w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>'
            },
            f'<Relationship Id="r9" Type="{_TYPES}/footnotes" Target="footnotes.xml"/>',
        ),
    )
    yield (
        "text boxes in text boxes",
        lambda: _docx(
            "<w:p><w:r><w:pict><w:txbxContent>" * 100
            + "</w:txbxContent></w:pict></w:r></w:p>" * 100
        ),
    )


def _numbered(start: str, number_format: str = "decimal", level: str = "0") -> bytes:
    return _docx(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>公开</w:t></w:r></w:p>",
        {
            "word/numbering.xml": f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">'
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{number_format}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        },
        f'<Relationship Id="r9" Type="{_TYPES}/numbering" Target="numbering.xml"/>',
    )


def _flat(body: str, parts: str = "") -> bytes:
    return _utf8(
        "<?xml version='1.0'?><pkg:package "
        'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document {_W}><w:body>{body}'
        f"</w:body></w:document></pkg:xmlData></pkg:part>{parts}</pkg:package>"
    )


# --- PDF ----------------------------------------------------------------------------------------


def pdf(objects: dict[int, bytes]) -> bytes:
    """A PDF of these objects; 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, data in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    last = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % last
    for number in range(1, last):
        out += b"%010d 00000 %c \n" % (
            places.get(number, 0),
            b"n" if number in places else b"f",
        )
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (last, start)
    return bytes(out)


def _stream(data: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    if packed:
        data = zlib.compress(data, 9)
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _page(
    content: bytes,
    more: dict[int, bytes] | None = None,
    resources: bytes = b"",
    entries: bytes = b"",
    *,
    packed: bool = False,
) -> bytes:
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>%s>>%s>>" % (resources, entries),
            4: _stream(content, packed=packed),
            5: _FONT,
            **(more or {}),
        }
    )


_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<<%s>>>>"
_HELLO = b"BT /F 12 Tf 50 700 Td (report of 2023) Tj ET\n"


def _pdfs() -> Iterator[tuple[str, Make]]:
    yield (
        "a form that draws itself",
        lambda: _page(
            _HELLO + b"/X Do",
            {6: _stream(b"/X Do", _FORM % b"/X 6 0 R")},
            b"/XObject<</X 6 0 R>>",
        ),
    )
    yield (
        "forms that draw each other",
        lambda: _page(
            _HELLO + b"/X Do",
            {
                6: _stream(b"/Y Do", _FORM % b"/Y 7 0 R"),
                7: _stream(b"/X Do", _FORM % b"/X 6 0 R"),
            },
            b"/XObject<</X 6 0 R>>",
        ),
    )
    yield (
        "a tree of forms",
        lambda: _page(
            _HELLO + b"/X Do",
            {6 + n: _stream(b"/X Do " * 10, _FORM % (b"/X %d 0 R" % (7 + n))) for n in range(8)}
            | {14: _stream(b"0 0 m 9 9 l S", _FORM % b"")},
            b"/XObject<</X 6 0 R>>",
        ),
    )
    yield (
        "a form drawn 20,000 times",
        lambda: _page(
            _HELLO + b"/X Do " * 20_000,
            {6: _stream(b"0 0 m 9 9 l S " * 20, _FORM % b"")},
            b"/XObject<</X 6 0 R>>",
        ),
    )
    yield (
        "a chain of forms",
        lambda: _page(
            _HELLO + b"/X Do",
            {6 + n: _stream(b"/X Do", _FORM % (b"/X %d 0 R" % (7 + n))) for n in range(300)}
            | {306: _stream(b"", _FORM % b"")},
            b"/XObject<</X 6 0 R>>",
        ),
    )
    yield "marked content nested", lambda: _page(_HELLO + b"/P BMC " * 3_000_000, packed=True)
    yield "states nested", lambda: _page(_HELLO + b"q " * 3_000_000, packed=True)
    yield "a content stream of 300 MB", lambda: _page(b" " * (300 * _MEGABYTE), packed=True)
    yield (
        "a content stream of 64 MB in pieces",
        lambda: _page(
            b"", {4: b"[%s]" % (b"6 0 R " * 200), 6: _stream(b" " * (64 * _MEGABYTE), packed=True)}
        ),
    )
    yield (
        "a content stream twice packed",
        lambda: _page(
            b"",
            {
                4: _stream(
                    zlib.compress(zlib.compress(b" " * (200 * _MEGABYTE), 9), 9),
                    b"/Filter[/FlateDecode/FlateDecode]",
                )
            },
        ),
    )
    for share in (16, 96, 400):
        yield (
            f"content by LZW, {share} times over",
            partial(_by_lzw, share, b""),
        )
    yield (
        "a picture by LZW",
        partial(
            _by_lzw,
            400,
            b"/Subtype/Image/Width 20000/Height 9999/BitsPerComponent 8/ColorSpace/DeviceRGB",
        ),
    )
    yield (
        "a picture of 300 MB",
        lambda: _page(
            b"/X Do",
            {
                6: _stream(
                    b"\x00" * (300 * _MEGABYTE),
                    b"/Subtype/Image/Width 10000/Height 10000/BitsPerComponent 8/ColorSpace/DeviceRGB",
                    packed=True,
                )
            },
            b"/XObject<</X 6 0 R>>",
        ),
    )
    yield "paths", lambda: _page(_HELLO + b"0 0 m 9 9 l S\n" * 700_000, packed=True)
    yield "rectangles", lambda: _page(_HELLO + b"0 0 9 9 re f\n" * 700_000, packed=True)
    yield "one path", lambda: _page(_HELLO + b"0 0 m " + b"9 9 l\n" * 1_500_000 + b"S", packed=True)
    yield "text", lambda: _page(b"BT /F 1 Tf " + b"1 0 Td (a) Tj\n" * 700_000 + b"ET", packed=True)
    yield (
        "text in one place",
        lambda: _page(
            b"BT /F 9 Tf 50 700 Td " + b"(abcdefgh) Tj -9 0 Td\n" * 60_000 + b"ET", packed=True
        ),
    )
    yield (
        "inline pictures",
        lambda: _page(_HELLO + b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI\n" * 400_000, packed=True),
    )
    yield "rows without rules", lambda: _page(_rows(800), packed=True)
    yield "16,000 figures without rules", lambda: _page(_rows(2_000), packed=True)
    for letters in (4_000, 50_000):
        yield (
            f"{letters:,} letters here and there",
            partial(_scattered, letters),
        )
    yield (
        "1,000 pages of a table",
        lambda: _tables_on_pages(1_000),
    )
    yield "a grid of rules", lambda: _page(_HELLO + _grid(700), packed=True)
    yield (
        "clips nested",
        lambda: _page(b"0 0 500 500 re W n\n" * 20_000 + _HELLO * 2_000, packed=True),
    )
    yield "shadings", lambda: _page(_HELLO + b"/S sh " * 100_000, packed=True)
    yield (
        "patterns of patterns",
        lambda: _page(
            _HELLO + b"/Pattern cs /P scn 0 0 600 800 re f",
            {
                6: _stream(
                    b"/Pattern cs /P scn 0 0 9 9 re f",
                    b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 1/YStep 1"
                    b"/Resources<</Pattern<</P 6 0 R>>>>",
                )
            },
            b"/Pattern<</P 6 0 R>>",
        ),
    )
    yield "one page shown 2,000 times", lambda: _same_page(2_000)
    yield "one page shown 100,000 times", lambda: _same_page(100_000)
    yield (
        "pages in a circle",
        lambda: pdf(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000>>",
            }
        ),
    )
    yield (
        "pages that count wrong",
        lambda: pdf(
            {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 2147483647>>"}
        ),
    )
    yield "20,000 fields", lambda: _fields(20_000)
    yield "20,000 notes", lambda: _notes(20_000)
    yield "an object stream of 300 MB", _object_stream
    yield "a stream of tables of places", _cross_references
    yield "nested arrays", lambda: _page(_HELLO, entries=b"/A" + b"[" * 100_000)
    yield "nested dictionaries", lambda: _page(_HELLO, entries=b"/A" + b"<</A" * 100_000)
    yield "a name of a megabyte", lambda: _page(_HELLO, entries=b"/" + b"A" * _MEGABYTE + b" 1")
    yield (
        "a font of many codes",
        lambda: _page(
            _HELLO,
            {
                5: b"<</Type/Font/Subtype/TrueType/BaseFont/A/ToUnicode 6 0 R>>",
                6: _stream(
                    b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange\n"
                    + b"<0000> <FFFF> <0000>\n" * 20_000
                    + b"endbfrange",
                    packed=True,
                ),
            },
        ),
    )
    yield (
        "a font of glyphs that draw themselves",
        lambda: _page(
            _HELLO,
            {
                5: b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 32"
                b"/LastChar 126/Widths[9]/CharProcs<</a 6 0 R>>/Encoding<</Differences[114/a]>>"
                b"/Resources<</Font<</F 5 0 R>>>>>>",
                6: _stream(b"BT /F 9 Tf (rrrrrrrrrr) Tj ET"),
            },
        ),
    )
    yield (
        "a page as large as a country",
        lambda: _page(
            b"1e9 0 0 1e9 0 0 cm " + _HELLO, entries=b"/MediaBox[0 0 1e30 1e30]/UserUnit 1e9"
        ),
    )
    yield (
        "numbers out of range",
        lambda: _page(
            b"BT /F 1e38 Tf 1e38 -1e38 Td (a) Tj ET 1e38 1e38 m -1e38 9 l S nan inf re f"
        ),
    )
    yield (
        "encrypted with nothing",
        lambda: _page(_HELLO).replace(
            b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 5/R 6>>"
        ),
    )
    yield (
        "outlines in a circle",
        lambda: _page(_HELLO).replace(b"/Catalog", b"/Catalog/Outlines<</First 9 0 R/Last 9 0 R>>"),
    )


def html_of(body: str, head: str = "") -> bytes:
    """A page with more at its end."""
    return _html(body, head)


def word_of(body: str) -> bytes:
    """A Word file with more at its end."""
    return _docx(body)


def pdf_of(content: bytes) -> bytes:
    """A PDF of one page."""
    return _page(content)


def pages_of(count: int) -> bytes:
    """A PDF of one page shown several times."""
    return _same_page(count, _HELLO)


def _rows(count: int) -> bytes:
    return (
        b"BT /F 6 Tf\n"
        + b"".join(
            b"1 0 0 1 %d %d Tm (%d) Tj\n" % (50 + 60 * column, 790 - row % 79 * 10, row)
            for row in range(count)
            for column in range(8)
        )
        + b"ET"
    )


def _by_lzw(times: int, entries: bytes) -> bytes:
    """A page of a stream in which each code stands for one byte more than the one before."""
    codes = [(32, 9)]
    codes += [(code, min(12, max(9, (code + 1).bit_length()))) for code in range(258, 4094)]
    whole = bits = 0
    for code, width in [*codes, (256, 12)] * 8:
        whole, bits = whole << width | code, bits + width
    packed = whole.to_bytes(bits // 8, "big") * (times // 8)
    stream = _stream(packed, b"/Filter/LZWDecode" + entries)
    if not entries:
        return _page(b"", {4: stream})
    return _page(b"600 0 0 800 0 0 cm /X Do", {6: stream}, b"/XObject<</X 6 0 R>>")


def _scattered(count: int) -> bytes:
    """A page of letters in places drawn by chance."""
    draw = random.Random(3)
    return _page(
        b"BT /F 8 Tf\n"
        + b"".join(
            b"1 0 0 1 %d %d Tm (%c) Tj\n"
            % (draw.randrange(20, 580), draw.randrange(20, 780), draw.choice(b"abcdef0123456789"))
            for _ in range(count)
        )
        + b"ET",
        packed=True,
    )


def _tables_on_pages(count: int) -> bytes:
    """Pages that share what they show: a ruled table of three rows."""
    rules = b"".join(b"50 %d m 550 %d l S\n" % (y, y) for y in (700, 720, 740, 760))
    rules += b"".join(b"%d 700 m %d 760 l S\n" % (x, x) for x in (50, 200, 300, 400, 550))
    texts = b"".join(
        b"1 0 0 1 %d %d Tm (%d) Tj\n" % (x, y, x + y)
        for y in (705, 725, 745)
        for x in (60, 210, 310)
    )
    return _same_page(count, rules + b"BT /F 9 Tf\n" + texts + b"ET")


def _grid(count: int) -> bytes:
    return b"".join(b"%d 0 m %d 800 l S 0 %d m 600 %d l S\n" % (n, n, n, n) for n in range(count))


def _same_page(times: int, content: bytes | None = None) -> bytes:
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * times, times),
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>",
            4: _stream(content or _rows(300), packed=True),
            5: _FONT,
        }
    )


def _fields(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(count))
    more = {
        10
        + n: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f%d)/V(%d)/Rect[%d %d %d %d]/P 3 0 R/DA(/F 9 Tf)>>"
        % (n, n, n % 60 * 10, n // 60 % 80 * 10, n % 60 * 10 + 9, n // 60 % 80 * 10 + 9)
        for n in range(count)
    }
    return _page(_HELLO, more, entries=b"/Annots[%s]" % kids).replace(
        b"/Catalog", b"/Catalog/AcroForm<</Fields[%s]/DR<</Font<</F 5 0 R>>>>>>" % kids
    )


def _notes(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(count))
    more = {
        10 + n: b"<</Type/Annot/Subtype/FreeText/Contents(n%d)/Rect[9 9 99 99]>>" % n
        for n in range(count)
    }
    return _page(_HELLO, more, entries=b"/Annots[%s]" % kids)


def _object_stream() -> bytes:
    inner = b"1 0 2 30 3 70 " + b" " * 86
    body = (
        b"<</Type/Catalog/Pages 2 0 R>>".ljust(30)
        + b"<</Type/Pages/Kids[3 0 R]/Count 1>>".ljust(40)
        + b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    )
    packed = zlib.compress(inner + body + b" " * (300 * _MEGABYTE), 9)
    out = b"%PDF-1.7\n4 0 obj\n" + (
        b"<</Type/ObjStm/N 3/First 100/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n"
        % (len(packed), packed)
    )
    places = b"".join(
        bytes((kind,)) + a.to_bytes(4, "big") + bytes((b,))
        for kind, a, b in ((0, 0, 0), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, 9, 0), (1, len(out), 0))
    )
    table = _stream(places, b"/Type/XRef/Size 6/W[1 4 1]/Root 1 0 R")
    return out + b"5 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def _cross_references() -> bytes:
    out = b"%PDF-1.7\n"
    table = _stream(
        b"\x00" * (200 * _MEGABYTE), b"/Type/XRef/Size 30000000/W[1 4 1]/Root 1 0 R", packed=True
    )
    return out + b"5 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (table, len(out))


# --- damaged ------------------------------------------------------------------------------------


def _damaged() -> Iterator[tuple[str, Make]]:
    whole = {
        "text": lambda: _utf8(REPORT),
        "page": lambda: _html("<table><tr><td>1<td>2</table>"),
        "word": lambda: _docx("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        "pdf": lambda: _page(_HELLO),
        "mhtml": lambda: _parts({"a": _html("")}),
    }
    for kind, make in whole.items():
        for share in range(5, 100, 15):
            yield (
                f"{kind} cut at {share} %",
                partial(_cut, make, share),
            )
        for seed in range(6):
            yield (
                f"{kind} with bytes flipped, {seed}",
                partial(_flipped, make, seed),
            )
    yield "a page that is a pdf", lambda: b"<html>%PDF-1.7\n<p>x" + _page(_HELLO)
    yield "a pdf that is an archive", lambda: _page(_HELLO) + _docx()
    yield "an archive that is text", lambda: b"PK\x03\x04" + _utf8(REPORT)
    yield "nothing", lambda: b""
    yield "one zero", lambda: b"\x00"
    yield "ten megabytes of zeros", lambda: b"\x00" * (10 * _MEGABYTE)
    yield "noise", lambda: random.Random(2).randbytes(2 * _MEGABYTE)
    yield "xz", lambda: lzma.compress(_utf8(REPORT))
    yield "bz2", lambda: bz2.compress(_utf8(REPORT))


def _cut(make: Make, share: int) -> bytes:
    data = make()
    return data[: len(data) * share // 100]


def _flipped(make: Make, seed: int) -> bytes:
    data, draw = make(), random.Random(seed)
    changed = bytearray(data)
    for _ in range(max(4, len(data) // 300)):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)
