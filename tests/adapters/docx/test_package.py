"""Packages of every producer, whole, broken, hostile; and files that are something else."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
import zipfile

import pytest

from govinfo.adapters import registry
from govinfo.adapters.docx import DocxAdapter
from govinfo.errors import (
    CorruptDocument,
    EncryptedDocument,
    GovInfoError,
    LimitExceeded,
    UnsupportedFormat,
)
from govinfo.source import Limits, Source
from wordml import (
    OFFICE,
    W,
    content_types,
    document,
    level,
    numbered,
    one_list,
    par,
    parts,
    read,
    relationships,
    row,
    run,
    table,
    zipped,
)

BODY = par("一、总体情况", properties='<w:outlineLvl w:val="0"/>') + table(row("规章", "3"))
EXPECTED = ["heading: 一、总体情况", "table: 1 x 2", "  0: 规章 | 3"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def lines(made: dict[str, str | bytes]) -> list[str]:
    return read(zipped(made)).dump().splitlines()


def test_the_adapter_is_registered_and_recognises_its_files() -> None:
    data = zipped(parts(BODY))
    assert registry.choose(Source(data)).name == "docx"
    assert registry.by_name("docx").extensions == (".docx", ".docm")


def test_listing_the_adapter_loads_no_library() -> None:
    code = "import govinfo.adapters.docx, sys; sys.exit('lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


@pytest.mark.parametrize(
    "head", [b"", b"PK\x03\x04", b"%PDF-1.7", b"<html>", zipped({"mimetype": "x", "word/a": ""})]
)
def test_other_files_are_not_recognised(head: bytes) -> None:
    assert not DocxAdapter().sniff(head)


def test_strict_ooxml() -> None:
    strict = "http://purl.oclc.org/ooxml"
    made = {
        name: str(content)
        .replace(W, f"{strict}/wordprocessingml/main")
        .replace(OFFICE, f"{strict}/officeDocument/relationships")
        for name, content in parts(
            BODY + par("甲", properties=numbered()), numbering=one_list(level(0, "decimal", "%1."))
        ).items()
    }
    assert lines({**made}) == [*EXPECTED, "paragraph: 1. 甲"]


def test_a_document_with_macros() -> None:
    made = parts(BODY)
    made["[Content_Types].xml"] = content_types(
        "application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    made["word/vbaProject.bin"] = b"\x00"
    assert lines(made) == EXPECTED


def test_another_prefix_for_the_namespace() -> None:
    made = parts(BODY)
    made["word/document.xml"] = (
        str(made["word/document.xml"])
        .replace("<w:", "<x:")
        .replace("</w:", "</x:")
        .replace(" w:", " x:")
        .replace("xmlns:w", "xmlns:x")
    )
    assert lines(made) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings(encoding: str) -> None:
    made = parts(BODY)
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    made["word/document.xml"] = (declared + str(made["word/document.xml"])).encode(encoding)
    assert lines(made) == EXPECTED


@pytest.mark.parametrize(
    "lost",
    [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
    ],
)
def test_a_part_that_is_missing_is_no_crash(lost: str) -> None:
    made = parts(BODY, styles="<w:style/>", numbering="<w:num/>")
    del made[lost]
    assert lines(made) == EXPECTED


@pytest.mark.parametrize("part", ["_rels/.rels", "word/styles.xml", "docProps/core.xml"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"<a><b", b"<a/>"])
def test_a_part_that_is_broken_is_no_crash(part: str, content: bytes) -> None:
    assert lines({**parts(BODY, styles="<w:style/>"), part: content}) == EXPECTED


def test_relationships_to_nothing() -> None:
    made = parts(BODY)
    made["word/_rels/document.xml.rels"] = relationships(
        ("rId1", "image", "NULL"),
        ("rId2", "image", "media/gone.png"),
        ("rId3", "styles", "../../../gone.xml"),
        ("rId4", "numbering", ""),
    )
    assert lines(made) == EXPECTED


def test_the_main_part_by_its_relationship() -> None:
    made = parts(BODY)
    made["content/report%20text.xml"] = made["content/report text.xml"] = made.pop(
        "word/document.xml"
    )
    made["_rels/.rels"] = relationships(("a", "officeDocument", "/content/report%20text.xml"))
    assert lines(made) == EXPECTED


def test_the_main_part_under_another_number() -> None:
    made = parts(BODY)
    made["word/document2.xml"] = made.pop("word/document.xml")
    made["_rels/.rels"] = relationships(("a", "officeDocument", "word/document2.xml"))
    assert lines(made) == EXPECTED


def test_two_candidates_for_the_main_part() -> None:
    made = parts(par("旧"))
    made["word/document2.xml"] = document(BODY)
    made["_rels/.rels"] = relationships(("a", "officeDocument", "word/document2.xml"))
    assert lines(made) == EXPECTED


def test_companions_by_their_relationships() -> None:
    body = par("甲", properties=numbered())
    made = parts(body, numbering=one_list(level(0, "decimal", "%1.")))
    made["word/lists/n.xml"] = made.pop("word/numbering.xml")
    made["word/_rels/document.xml.rels"] = relationships(("n", "numbering", "lists\\n.xml"))
    assert lines(made) == ["paragraph: 1. 甲"]


def test_names_in_other_case_and_with_backslashes() -> None:
    made = {name.replace("/", "\\").upper(): content for name, content in parts(BODY).items()}
    assert lines({**made}) == EXPECTED


@pytest.mark.parametrize(
    ("fault", "mended"),
    [
        ("规\x0b章", "规章"),
        ("规&#x0B;章", "规章"),
        ("规&#0;章", "规章"),
        ("规 & 章", "规 & 章"),
        ("规&nbsp;章", "规\xa0章"),
    ],
)
def test_markup_that_is_not_well_formed_is_mended(fault: str, mended: str) -> None:
    broken = document(BODY + par("甲&amp;乙")).replace("规章", fault)
    found = lines({**parts(BODY), "word/document.xml": broken})
    assert found == [*EXPECTED[:2], f"  0: {mended} | 3", "paragraph: 甲&乙"]


def test_an_attribute_given_twice_is_mended() -> None:
    broken = document(BODY).replace('w:w="900"', 'w:w="900" w:w="1"')
    assert lines({**parts(BODY), "word/document.xml": broken}) == EXPECTED


def test_a_body_that_ends_too_early_is_mended() -> None:
    broken = document(BODY).replace("<w:t ", "<w:t bad&value ", 1)
    assert lines({**parts(BODY), "word/document.xml": broken}) == EXPECTED[1:]


def test_markup_that_cannot_be_mended_is_no_blank_document() -> None:
    broken = document(BODY).replace("</w:p>", "</w:p></w:body></w:document>", 1)
    with pytest.raises(CorruptDocument, match="damaged"):
        lines({**parts(BODY), "word/document.xml": broken})


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;">]>'
    made = parts(BODY + par("甲&b;乙"))
    made["word/document.xml"] = bomb + str(made["word/document.xml"])
    assert "哈" not in "".join(lines(made))


def test_metadata() -> None:
    core = (
        '<p:coreProperties xmlns:p="p" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title> 年度报告 </dc:title><dc:creator/><p:keywords>公开</p:keywords>"
        "</p:coreProperties>"
    )
    found = read(zipped({**parts(BODY), "docProps/core.xml": core}))
    assert dict(found.metadata) == {"title": "年度报告", "keywords": "公开"}
    assert found.format == "docx"


# Files that are something else


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", CorruptDocument, "not a Word file"),
        (b"hello", CorruptDocument, "not a Word file"),
        (zipped(parts(BODY))[:-40], CorruptDocument, "cut short"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedDocument, "password"),
        (OLE + "WordDocument".encode("utf-16-le"), UnsupportedFormat, "Word 97-2003"),
        (OLE, UnsupportedFormat, "OLE"),
        (b"<pkg:package", CorruptDocument, "not XML"),
        (zipped({"a.txt": "a"}), UnsupportedFormat, "not of a Word document"),
        (zipped({"word/styles.xml": "<a/>"}), CorruptDocument, "main part"),
        (zipped({"word/document.xml": "<a/>"}), CorruptDocument, "no document body"),
        (zipped({"word/document.xml": ""}), CorruptDocument, "not XML"),
        (zipped({"word/document.xml": b"\x00\x01"}), CorruptDocument, "not XML"),
        (
            zipped(
                {
                    "_rels/.rels": relationships(("a", "officeDocument", "xl/workbook.xml")),
                    "xl/workbook.xml": "<a/>",
                }
            ),
            UnsupportedFormat,
            "workbook",
        ),
    ],
)
def test_what_is_wrong_is_said(data: bytes, error: type[GovInfoError], words: str) -> None:
    with pytest.raises(error, match=words):
        read(data)


def test_encrypted_files_are_claimed_by_the_adapter_of_old_word_to_say_so() -> None:
    assert registry.choose(Source(OLE, "report.docx")).name == "doc"


def test_a_package_in_one_xml_file() -> None:
    data = (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package '
        'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AA==</pkg:binaryData></pkg:part>'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{document(par("规章"))}'
        "</pkg:xmlData></pkg:part></pkg:package>"
    ).encode()
    assert registry.choose(Source(data, "report.xml")).name == "docx"
    assert read(data).dump() == "paragraph: 规章"


def _with_flag(data: bytes) -> bytes:
    """The archive with the mark of encryption on its parts."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            changed[place + offset] |= 1
            place = data.find(signature, place + 4)
    return bytes(changed)


def test_a_zip_file_with_a_password() -> None:
    with pytest.raises(EncryptedDocument):
        read(_with_flag(zipped(parts(BODY))))


def test_a_part_that_unpacks_beyond_the_limit() -> None:
    bomb = zipped({**parts(BODY), "word/document.xml": " " * 3_000_000})
    assert len(bomb) < 10_000
    with pytest.raises(LimitExceeded, match="unpacks"):
        read(bomb, Limits(bytes=2_000_000))


def test_parts_that_are_not_read_are_not_unpacked() -> None:
    made = {**parts(BODY), "word/media/image1.png": bytes(3_000_000)}
    assert read(zipped(made), Limits(bytes=2_000_000)).dump().splitlines() == EXPECTED


def test_more_tags_than_the_limits_can_mean() -> None:
    with pytest.raises(LimitExceeded, match="tags"):
        read(zipped(parts("<w:p/>" * 20_000)), Limits(blocks=100, cells=100))


def test_elements_nested_without_end() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + par("甲") + "</w:sdtContent></w:sdt>" * 5000
    with pytest.raises(LimitExceeded):
        read(zipped(parts(deep)))


def test_whatever_the_bytes_only_our_errors_leave() -> None:
    whole = zipped(
        parts(BODY * 3, styles="<w:style/>", numbering=one_list(level(0, "decimal", "%1")))
    )
    chance = random.Random(7)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))
        except GovInfoError:
            continue


def test_whatever_the_markup_only_our_errors_leave() -> None:
    made = parts(
        par("甲", properties=numbered() + '<w:pStyle w:val="a"/>')
        + table(row("规章", "3"), row(par(run("x", "<w:vanish/>")), "4")),
        styles='<w:style w:styleId="a"><w:pPr><w:numPr/></w:pPr></w:style>',
        numbering=one_list(level(0, "decimal", "%1")),
    )
    chance = random.Random(11)
    for _ in range(300):
        changed = dict(made)
        for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
            markup = str(made[name])
            begin = chance.randrange(len(markup))
            changed[name] = markup[:begin] + markup[begin + chance.randrange(40) :]
        try:
            read(zipped(changed))
        except GovInfoError:
            continue


# Embedded documents


def with_chunk(name: str, content: str | bytes, body: str = "") -> dict[str, str | bytes]:
    made = parts(body or par("前") + '<w:altChunk r:id="c"/>' + par("后"))
    made["word/_rels/document.xml.rels"] = relationships(("c", "aFChunk", name))
    made[f"word/{name}"] = content
    return made


def test_an_embedded_word_file_is_read_in_its_place() -> None:
    made = with_chunk("chunk.docx", zipped(parts(BODY)))
    assert lines(made) == ["paragraph: 前", *EXPECTED, "paragraph: 后"]
    anchors = [str(block.anchor) for block in read(zipped(made)).blocks]
    assert anchors == ["paragraph 1", "paragraph 1", "table 1", "paragraph 2"]


def test_tables_of_an_embedded_document_are_numbered_on() -> None:
    made = with_chunk(
        "c.docx", zipped(parts(BODY)), table(row("甲", "1")) + '<w:altChunk r:id="c"/>'
    )
    anchors = [str(block.anchor) for block in read(zipped(made)).blocks]
    assert anchors == ["table 1", "paragraph 0", "table 2"]


def test_an_embedded_document_in_a_cell() -> None:
    holding = f'<w:tc><w:tcPr/><w:altChunk r:id="c"/>{par("")}</w:tc>'
    made = with_chunk("c.docx", zipped(parts(BODY)), table(row("甲", holding)))
    assert lines(made) == ["table: 1 x 2", "  0: 甲 | 一、总体情况", *EXPECTED[1:]]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\x00\x01\x02", OLE])
def test_an_embedded_document_that_cannot_be_read_is_left_out(content: bytes) -> None:
    assert lines(with_chunk("chunk.bin", content)) == ["paragraph: 前", "paragraph: 后"]


def test_an_embedded_document_that_is_missing_is_left_out() -> None:
    made = with_chunk("chunk.docx", b"")
    del made["word/chunk.docx"]
    assert lines(made) == ["paragraph: 前", "paragraph: 后"]


def test_documents_in_embedded_documents_are_left_out() -> None:
    inner = zipped(with_chunk("inner.docx", zipped(parts(BODY))))
    made = with_chunk("chunk.docx", inner)
    assert lines(made) == ["paragraph: 前", "paragraph: 前", "paragraph: 后", "paragraph: 后"]


WEB_ARCHIVE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "55SyIOS5mQ==\r\n--b--\r\n"
)


class _Lines:
    """Stands for the adapter of another format."""

    name = "lines"

    def read(self, source: Source, _: Limits) -> object:
        return read(zipped(parts("".join(map(par, source.data.decode().split())))))


@pytest.mark.parametrize(
    "content",
    [
        "甲 乙",
        WEB_ARCHIVE,
    ],
    ids=["page", "web archive"],
)
def test_embedded_pages_are_read_by_the_adapter_of_their_format(
    content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "choose", lambda _: _Lines())
    assert lines(with_chunk("chunk.htm", content)) == [
        "paragraph: 前",
        "paragraph: 甲",
        "paragraph: 乙",
        "paragraph: 后",
    ]


def test_deflate64_and_other_methods_unknown_here() -> None:
    data = zipped(parts(BODY))
    patched = data.replace(b"\x14\x00\x00\x00\x08\x00", b"\x14\x00\x00\x00\x09\x00")
    with pytest.raises(CorruptDocument):
        read(patched)


def test_an_archive_stored_without_compression() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts(BODY).items():
            archive.writestr(name, content)
    assert read(buffer.getvalue()).dump().splitlines() == EXPECTED


# Files made to be expensive

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.mark.parametrize(
    ("body", "styles", "numbering"),
    [
        pytest.param(
            "<w:p>" + "".join(map(FIELD.format, ("begin", "separate"))) * 30_000 + "</w:p>",
            "", "", id="fields in fields",
        ),
        pytest.param(
            "".join(par("甲", properties=f'<w:pStyle w:val="{n}"/>') for n in range(2000)),
            "".join(
                f'<w:style w:styleId="{n}"><w:basedOn w:val="{n + 1}"/></w:style>'
                for n in range(2000)
            ),
            "", id="styles based on styles",
        ),
        pytest.param(
            par("甲", properties=numbered()) * 2000, "",
            one_list(level(0, "decimal", "长" * 1_000_000)), id="a number as long as a book",
        ),
    ],
)  # fmt: skip
def test_files_made_to_be_expensive(body: str, styles: str, numbering: str) -> None:
    """They cost no more than 20,000 plain paragraphs, by a wide margin."""
    data = zipped(parts(body, styles=styles, numbering=numbering))
    plain = zipped(parts(par("甲" * 20) * 20_000))
    taken = []
    for one in (plain, data):
        begin = time.process_time()
        read(one)
        taken.append(time.process_time() - begin)
    assert taken[1] < 20 * taken[0]


def test_a_chunk_that_is_named_many_times_counts_every_time() -> None:
    body = '<w:altChunk r:id="c"/>' * 100
    data = zipped(with_chunk("c.docx", zipped(parts(par("甲") * 10)), body))
    assert len(read(data).blocks) == 1000
    with pytest.raises(LimitExceeded):
        read(data, Limits(blocks=999))
    data = zipped(with_chunk("c.docx", zipped(parts(table(row("1", "2")))), body))
    with pytest.raises(LimitExceeded):
        read(data, Limits(cells=199))


def test_paragraphs_that_run_on_keep_the_limit_of_a_line() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    with pytest.raises(LimitExceeded):
        read(zipped(parts(par("一二三", properties=mark) * 10)), Limits(line=20))


@pytest.mark.parametrize("main", ["xl/workbook.xml", "ppt/presentation.xml"])
def test_packages_of_other_programs_are_not_recognised(main: str) -> None:
    assert not DocxAdapter().sniff(zipped({"[Content_Types].xml": "", "_rels/.rels": "", main: ""}))
