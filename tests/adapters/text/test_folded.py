from __future__ import annotations

import pytest

from adapters.text.read import shown
from govinfo.testing.reflows import cut

PROSE = (
    "本年度认真落实条例要求，健全制度，主动公开信息二百三十条，收到申请1306件，办结1290件，结转16件；"
    "其中，予以公开1024件，部分公开20件，不予公开（含三类内部事务）95件，无法提供151件，未收取任何费用。"
)
LINES = [line for at in range(0, 24, 3) for line in (PROSE[at:], f"规章 12 0 {at}")]


@pytest.mark.parametrize("columns", [20, 40, 60, 72])
def test_lines_cut_where_they_were_full_are_whole(columns: int) -> None:
    assert shown(cut("\n".join(LINES), columns)) == LINES


def test_rows_that_were_cut_are_whole() -> None:
    rows = [f"{name:　<16}{4:>12}{123:>12}{1234:>12}{'':>4}" for name in ("规章", "许可")] * 6
    assert shown(cut("\n".join(rows), 50)) == shown("\n".join(rows))


def test_a_row_after_one_that_ends_where_it_is_full_is_its_own() -> None:
    full = f"（一）机构数{1256:>16}"
    text = f"{cut(PROSE * 2 + '完毕。', 28)}{full}\n（二）查阅点数{1885:>14}\n"
    assert len(full.encode("gbk")) == 28
    assert shown(text)[-2:] == [full, f"（二）查阅点数{1885:>14}"]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"| 规章 | {at:>3} |\n" for at in range(9)) + "\n正文",
        "".join(f"规章名称及其数量      {at:>3}\n" for at in range(12)),
        "本年度认真落实各项要求和部署\n" * 12,
    ],
)
def test_lines_of_one_length_are_not_cut(text: str) -> None:
    assert sum(map(len, shown(text))) >= 9


def test_a_text_is_cut_before_or_after_its_lines_are_numbered() -> None:
    numbered = "\n".join(f"{at:4d}  {line}" for at, line in enumerate(LINES, 1))
    assert shown(cut(numbered, 72)) == LINES
    parts = cut("\n".join(LINES), 72).splitlines()
    assert shown("\n".join(f"{at:4d}  {part}" for at, part in enumerate(parts, 1))) == LINES


def test_drawn_rows_with_blanks_behind_them_are_not_cut() -> None:
    border = f"├{'─' * 20}┼{'─' * 4}┤"
    rows = [line for row in ROWS_OF_TWO for line in (*row, border)]
    table = "\n".join([border.translate(TOP), *rows[:-1], border.translate(FOOT)])
    padded = "\n".join(f"{line}  " for line in table.split("\n"))
    assert shown(padded) == shown(table)


ROWS_OF_TWO = [
    (f"│ （{number}）部分公开（区 │ 40 │", "│ 分处理的）         │    │")
    for number in "一二三四五六"
]
TOP, FOOT = str.maketrans("├┼┤", "┌┬┐"), str.maketrans("├┼┤", "└┴┘")
