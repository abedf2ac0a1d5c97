"""Texts whose line ends a program wrote as signs."""

from __future__ import annotations

import json

import pytest

from govinfo.adapters.text.decoding import decode

LINES = ("一、总体情况", "网址 http://yunling.gov.cn/news。", "", "规章", "行政许可", "3", "0", "5")
TEXT = "\n".join(LINES)


@pytest.mark.parametrize(
    "sign", ["\\n", "\\\\n", "\\r\\n", "<n>", "&lt;br/&gt;", "/n", "n", "⏎", "[SEP]"]
)
def test_a_sign_that_ends_every_line_ends_it(sign: str) -> None:
    assert [line for line in decode(TEXT.replace("\n", sign).encode()).split("\n") if line] == [
        line for line in LINES if line
    ]


@pytest.mark.parametrize("sign", ["<n>", "/n", "n", "[SEP]"])
def test_a_sign_in_a_text_of_as_many_lines_is_its_own(sign: str) -> None:
    text = "\n".join(f"{sign}规章{at}" for at in range(9))
    assert decode(f"{text}\n".encode()) == f"{text}\n"


def test_the_end_of_a_spoken_syllable_ends_no_line() -> None:
    text = (
        "本年度報(bào)告涉及多個機關(guān)，權(quán)限與監(jiān)督、網(wǎng)站準(zhǔn)則、鎮(zhèn)政府。"
        * 3
    )
    assert decode(text.encode()) == "本年度報告涉及多個機關，權限與監督、網站準則、鎮政府。" * 3


def test_what_several_programs_escaped() -> None:
    text = json.dumps(f"{TEXT}\t1", ensure_ascii=False).strip('"')
    escaped = json.dumps(f"{text}。", ensure_ascii=False)
    assert decode(f"正文：{escaped}".encode()).endswith("规章\n行政许可\n3\n0\n5\t1。")


def test_a_blank_of_a_vocabulary_is_blank() -> None:
    assert decode("规章\u25810\u25811".encode()) == "规章 0 1"
