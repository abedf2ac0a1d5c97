"""Text in JSON: a string, lines, or pieces in their order."""

from __future__ import annotations

import json
from hashlib import md5

import pytest

from govinfo.adapters.text.records import text_in

TEXT = "一、总体情况\n本局依法公开信息，按时答复申请，一年来没有收到对公开工作的投诉。"
TITLE = "云岭市水务局2023年政府信息公开工作年度报告"
ROWS = [["信息内容", "制发"], ["规章", "3"]]
TABLE = "<table><tr><td>规章</td><td>3</td></tr></table>"
AS_LINES = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"content": TEXT}, TEXT),
        ({"content": TEXT, "title": TITLE, "id": 7}, f"{TITLE}\n{TEXT}"),
        ({"title": TITLE, "content": f"{TITLE}\n{TEXT}"}, f"{TITLE}\n{TEXT}"),
        ([TITLE, *TEXT.split("\n"), 3, None], f"{TITLE}\n{TEXT}\n3\n"),
        ({"text": TEXT, "tables": [ROWS]}, f"{TEXT}\n{AS_LINES}\n"),
        (
            [
                {"type": "text", "text": TITLE},
                {"type": "table", "page_idx": 1, "table_caption": [], "table_body": TABLE},
                {"type": "text", "text": TEXT},
            ],
            f"{TITLE}\n{TABLE}\n{TEXT}",
        ),
        (
            [
                {"type": "Title", "text": TITLE, "metadata": {"filetype": "text/html"}},
                {"type": "Table", "text": "规章 3", "metadata": {"text_as_html": TABLE}},
            ],
            f"{TITLE}\n{TABLE}",
        ),
        (
            {"tables": [{"grid": [[{"text": said, "span": 1} for said in row] for row in ROWS]}]},
            f"{AS_LINES}\n",
        ),
        ({"code": 0}, ""),
    ],
)
def test_what_is_said(value: object, said: str) -> None:
    assert text_in(json.dumps(value)) == said


def test_lines_of_json() -> None:
    lines = [{"t": "p", "data": TITLE}, {"t": "tab", "data": ROWS}, {"t": "p", "data": TEXT}]
    text = "\n".join(map(json.dumps, lines))
    assert text_in(text) == f"{TITLE}\n{AS_LINES}\n\n{TEXT}"


LINES = [TITLE, *TEXT.split("\n"), "规章", "0", "12", "0"]


def told(at: int, line: str) -> dict[str, object]:
    digest = md5(line.encode(), usedforsecurity=False).hexdigest()
    again = line in LINES[:at]
    return {"行号": at, "是否重复": again, "是否跨文件重复": False, "md5": digest, "内容": line}


@pytest.mark.parametrize("lines", [LINES, LINES * 20])
def test_lines_that_say_which_they_are(lines: list[str]) -> None:
    # As a corpus tells them that was searched for lines which stand twice.
    rows = [told(at, line) for at, line in enumerate(lines)]
    record = {"文件名": "a.txt", "是否待查文件": False, "段落数": len(rows), "段落": rows}
    assert text_in(json.dumps(record, ensure_ascii=False)) == "\n".join([*lines, ""])


def test_rows_that_are_numbered_are_rows() -> None:
    names = ("规章", "许可", "处罚")
    rows = [{"序号": at, "名称": name, "数": at % 2} for at, name in enumerate(names)]
    said = text_in(json.dumps({"text": TEXT, "table": rows})).split("\n")
    assert said[2:5] == [json.dumps(row, ensure_ascii=False) for row in rows]


def test_what_python_printed() -> None:
    assert text_in(repr([TITLE, *TEXT.split("\n")])) == f"{TITLE}\n{TEXT}"
    assert text_in(repr({"title": TITLE, "content": TEXT, "ok": True})) == f"{TITLE}\n{TEXT}"
    assert text_in(str({"text": TEXT, "tables": [ROWS]})) == f"{TEXT}\n{AS_LINES}\n"


def test_a_sheet_column_by_column() -> None:
    columns = {
        TITLE: {"0": "一、总体情况", "1": "信息内容", "2": "规章"},
        "Unnamed: 1": {"0": None, "1": "制发", "2": 3},
    }
    rows = ['["信息内容", "制发"]', '["规章", "3"]']
    assert text_in(json.dumps(columns)).split("\n") == [TITLE, "一、总体情况", *rows]


def test_no_json() -> None:
    assert text_in("[图片]") == ""
