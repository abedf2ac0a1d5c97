from __future__ import annotations

import unicodedata

import pytest

from govinfo.adapters.pdf._characters import ordinary, unmapped


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("⼀、⼆、⽂件", "一、二、文件"),
        ("⻔⼾⽹站", "门户网站"),
        ("⾏政⻋辆⻅证", "行政车见证".replace("车", "车辆")),
        ("of\ufb01ce \ufb02ow", "office flow"),
        ("\uf900\ufa0a", "\u8c48\u898b"),
        ("︵四︶︽条例︾", "（四）《条例》"),
        ("⸺⸻", "—————"),
        ("软\u00ad连\u200b字\ufeff", "软连字"),
    ],
)
def test_odd_names_of_ordinary_characters(odd: str, plain: str) -> None:
    assert ordinary(odd) == plain


@pytest.mark.parametrize("kept", ["０１２３，（）", "①②㈠", "㎡㎏", "½²", "Ⅳⅷ", "〔2023〕"])
def test_what_is_printed_otherwise_stays(kept: str) -> None:
    assert ordinary(kept) == kept


def test_every_radical_becomes_an_ideograph() -> None:
    radicals = [*range(0x2F00, 0x2FD6), *range(0x2E80, 0x2E9A), *range(0x2E9B, 0x2EF4)]
    names = [unicodedata.name(ordinary(chr(code))) for code in radicals]
    assert not [name for name in names if not name.startswith("CJK UNIFIED IDEOGRAPH")]


def test_unmapped_counts_what_a_font_does_not_name() -> None:
    assert unmapped("正文\ufffd\ue000 \x01\n") == 3
