"""Rows that a program printed as lists or objects."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.text.read import shown, tables
from govinfo.adapters.text.decoding import decode

ROWS = [["信息内容", "制发", ""], ["规章", "3", "0"]]


@pytest.mark.parametrize(
    "text",
    [
        "[['信息内容', '制发', None], ['规章', '3', '0']]",
        '[["信息内容","制发",null],["规章",3,0]]',
        "[\n  [\n    'b'\n  ]\n]".replace("'b'", '"信息内容", "制发", ""').replace(
            "\n]", ',\n  ["规章", 3, 0]\n]'
        ),
        "('信息内容', '制发', nan)\n('规章', '3', 0),",
        '- ["信息内容", "制发", ""]\n- ["规章", "3", "0"]',
        '[{"0": "信息内容", "1": "制发", "2": null}, {"0": "规章", "1": 3, "2": 0}]',
        '{"信息内容": "规章", "制发": "3", "": 0}',
        '{"0":{"0":"信息内容","1":"规章"},"1":{"0":"制发","1":3},"2":{"0":null,"1":0}}',
        '{"columns":["0","1","2"],"data":[["信息内容","制发",""],["规章","3","0"]]}',
        "[[\"信息内容\", '\\u5236\\u53d1', None],\n [\"规章\", '3', '0']]",
    ],
)
def test_each_notation_is_the_same_table(text: str) -> None:
    assert shown(f"前文\n{text}\n正文") == ["前文", ROWS, "正文"]


@pytest.mark.parametrize("write", [repr, json.dumps], ids=["python", "json"])
def test_tables_a_line_each_keep_the_line_ends_in_their_cells(
    write: Callable[[object], str],
) -> None:
    """Of a page with few lines of its own it would be taken for a string of a program's."""
    table = [["信息内容", "本年制\n发件数", "本年废\n止件数"], ["规章", "3", "0"]]
    for printed in ([table] * 4, [[table] * 4]):
        text = "\n".join(["前文", *map(write, printed)])
        assert shown(decode(text.encode())) == ["前文", *[table] * 4]


def test_lists_that_stand_in_one_are_tables_of_their_own() -> None:
    assert shown(f"[{json.dumps(ROWS)}, {json.dumps(ROWS)}]\n正文") == [ROWS, ROWS, "正文"]


@pytest.mark.parametrize(
    "text",
    [
        "[1]",
        "['规章', '3']",
        "[图片]",
        "(一)本机关公开信息,3件",
        "[['规章', 3], ['规范性文件', 4]",
        "[['规章', 3], ('规范性文件', 4]]",
        "[['规章', 三], ['规范性文件', 4]]",
        "[[[[[[[['规章', 3], ['规范性文件', 4]]]]]]]]",
        '{"规章": 3}',
    ],
)
def test_what_is_no_table_stays_text(text: str) -> None:
    assert not tables(text)


@given(st.lists(st.lists(st.text("规章3", min_size=1), min_size=2, max_size=4), min_size=2))
def test_what_was_listed_is_read(rows: list[list[str]]) -> None:
    for text in (json.dumps(rows), json.dumps(rows, ensure_ascii=False, indent=1), repr(rows)):
        assert tables(f"前文\n{text}") == [rows]
