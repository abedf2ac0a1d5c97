from __future__ import annotations

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo.adapters.text.decoding import decode, looks_like_text

SIMPLIFIED = (
    "云岭市水务局2022年政府信息公开工作年度报告\r\n一、总体情况\t（〇）“三安全一稳定”\n" * 30
)
TRADITIONAL = (
    "臺灣某市水務局政府資訊公開年度報告\n一、總體情況，本年度共受理申請案件，均依限答復。\n" * 30
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_chinese_text_is_decoded(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)) == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "utf-8", "gb18030"])
def test_traditional_text_is_decoded(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == TRADITIONAL


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF8, "utf-8"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + "报告".encode(encoding)) == "报告"


def test_a_few_broken_bytes_do_not_make_a_file_unreadable() -> None:
    data = SIMPLIFIED.encode()
    text = decode(data[:300] + b"\xff" + data[300:])
    assert text.count("\ufffd") <= 3
    assert text.startswith(SIMPLIFIED[:20])


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(govinfo.CorruptDocument):
        decode(bytes(range(256)) * 20)


@pytest.mark.parametrize(
    "head",
    [
        SIMPLIFIED.encode(),
        SIMPLIFIED.encode()[:50],  # may end within a character
        SIMPLIFIED.encode("gb18030"),
        SIMPLIFIED.encode("utf-16-le"),
        b"\xef\xbb\xbfabc",
        b"a\tb\r\n\x0c",
    ],
)
def test_text_looks_like_text(head: bytes) -> None:
    assert looks_like_text(head)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b" \n\t",
        b"%PDF-1.4",
        b"PK\x03\x04abc",
        b"\xd0\xcf\x11\xe0",
        b"{\\rtf1",
        b"\x00\x01\x02" * 40,
    ],
)
def test_other_formats_do_not_look_like_text(head: bytes) -> None:
    assert not looks_like_text(head)


@given(
    st.text(
        alphabet=st.sampled_from("云岭市水务局年度报告公开信息总计予以0123，。\n\t"), min_size=8
    )
)
def test_utf_8_and_utf_16_with_a_mark_are_never_mistaken(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(text.encode("utf-16")) == text


def test_stray_control_characters_are_dropped() -> None:
    assert decode(codecs.BOM_UTF8 + "规\x00章\x0b3".encode()) == "规章3"


@pytest.mark.parametrize("data", [b"", b" \n\t"])
def test_nothing_is_no_text(data: bytes) -> None:
    with pytest.raises(govinfo.CorruptDocument, match="empty"):
        decode(data)


def test_a_file_of_another_format_is_no_text() -> None:
    with pytest.raises(govinfo.CorruptDocument, match="PDF"):
        decode(b"%PDF-1.7\nnothing but letters")


@pytest.mark.parametrize(
    "text",
    [
        '"一、总体情况\\n规章\\t3"',
        '{"id": 7, "text": "一、总体情况\\n规章\\t3"}',
        '[{"text": "\\u4e00、总体情况\\n规章\\t3"}]',
        "\x1b[1m一、总体情况\x1b[0m\n规章\t\x1b[32m3\x1b[0m",
        "一、总\u200b体情况\n规\u00ad章\t3",
    ],
)
def test_what_a_program_or_a_terminal_adds_is_no_text(text: str) -> None:
    assert decode(text.encode()) == "一、总体情况\n规章\t3"


def test_escaped_line_ends_part_a_text_that_has_none_of_its_own() -> None:
    assert decode(("甲\\n" * 6 + "乙\\t3").encode()) == "甲\n" * 6 + "乙\t3"
    assert decode("路径 C:\\new".encode()) == "路径 C:\\new"


@pytest.mark.parametrize("escaped", [True, False])
def test_the_text_in_an_object_of_json_is_read_without_what_closes_it(escaped: bool) -> None:
    said = "云岭市水务局\n" + "本机关制度健全，公开有序。\n" * 20 + "89"
    assert decode(json.dumps({"content": said}, ensure_ascii=escaped).encode()) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("政府信息公開(kāi)工(gōng)作年度報(bào)告", "政府信息公開工作年度報告"),
        ("公(gong)(gong)開(kai)(kai)申請(qing)人(ren)情況(kuang)", "公開申請人情況"),
        ("第(dì)二十條(tiáo)第（一(yī)）項(xiàng)", "第二十條第（一）項"),
        ("網（wǎng）絡（luò）申請", "網絡申請"),
    ],
)
def test_syllables_behind_letters_are_no_text(printed: str, said: str) -> None:
    assert decode((printed * 5).encode()) == said * 5


def test_letters_in_brackets_that_are_few_or_no_syllable_are_text() -> None:
    for text in (
        "附件(a)、附件(b)、甲(e)、乙(u)",
        "微博(weibo)" * 9,
        "甲(A)乙(bc)丙(xyz)丁(bmp)" * 9,
    ):
        assert decode(text.encode()) == text
