"""Eight times as much of anything is no more than some eight times the work, at every stage.

What is quadratic takes sixty-four times as long. The margin is wide, for the machine may be busy.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import partial

import pytest

import govinfo
import odtml
import ofdml
from govinfo import Report
from hostile.corpus import REPORT, html_of, pdf_of, word_of

_TIMES = 8
_MOST = 24
_WORTH = 0.01
"""Seconds of the small input; a shorter time tells nothing."""
_LABEL = "（一）予以公开"
_ROW = f"{_LABEL} 1 2 3 4 5 6 27"

Make = Callable[[int], bytes]


def _lines(line: str) -> Make:
    return lambda count: (REPORT + f"{line}\n" * count).encode()


def _body(markup: str) -> Make:
    return lambda count: html_of(markup * count)


def _word(markup: str) -> Make:
    return lambda count: word_of(markup * count)


def _rows(count: int) -> bytes:
    cells = "<td>12</td>" * 7
    return html_of(f"<table>{f'<tr><td>{_LABEL}</td>{cells}</tr>' * count}</table>")


def _rules(count: int) -> bytes:
    rules = "".join(f".a{number} p, #b{number} {{display: none}}" for number in range(count))
    return html_of("<div class=a1><p>公开</p></div>" * count, f"<style>{rules}</style>")


def _word_rows(count: int) -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>"
    return word_of(f"<w:tbl>{f'<w:tr>{cell * 8}</w:tr>' * count}</w:tbl>")


def _letters(count: int) -> bytes:
    show = "".join(
        f"1 0 0 1 {20 + at % 90 * 6} {780 - at // 90 * 7} Tm ({at % 10}) Tj\n"
        for at in range(count)
    )
    return pdf_of(f"BT /F 6 Tf\n{show}ET".encode())


def _ruled(count: int) -> bytes:
    lines = "".join(f"20 {10 + 0.7 * at} m 580 {10 + 0.7 * at} l S\n" for at in range(count))
    return pdf_of(f"{lines}20 10 m 20 790 l S 580 10 m 580 790 l S".encode())


def _ofd(count: int) -> bytes:
    return ofdml.ofd(
        ofdml.page("".join(ofdml.text(20, 20 + at % 250, _ROW) for at in range(count)))
    )


def _odt(count: int) -> bytes:
    row = odtml.row(*[odtml.cell(odtml.par("12"))] * 8)
    return odtml.zipped(odtml.parts(odtml.table(*[row] * count)))


CASES: dict[str, tuple[Make, int]] = {
    "lines of prose": (_lines("2023年，收到申请3件，予以公开2件。"), 150),
    "headings": (_lines("一、总体情况"), 150),
    "rows of text": (_lines(_ROW), 150),
    "rows of pipes": (_lines("| 甲 | 1 | 2 |"), 300),
    "digits that ran together": (_lines(f"{_LABEL} 1200003 15"), 60),
    "paragraphs of a page": (_body("<p>公开信息12条</p>"), 300),
    "tables of a page": (_body("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"), 100),
    "rows of a page": (_rows, 100),
    "rules of a page": (_rules, 60),
    "paragraphs of Word": (_word("<w:p><w:r><w:t>公开信息12条</w:t></w:r></w:p>"), 300),
    "rows of Word": (_word_rows, 60),
    "letters of a PDF": (_letters, 700),
    "rulings of a PDF": (_ruled, 130),
    "texts of an OFD": (_ofd, 60),
    "rows of an ODT": (_odt, 60),
}


def _used(data: bytes) -> None:
    with contextlib.suppress(govinfo.GovInfoError):
        report = govinfo.parse(data)
        report.check()
        report.to_json()


def _least(act: Callable[[], object]) -> float:
    """Seconds of processor time of the quickest of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("name", CASES)
def test_the_work_grows_as_the_input_does(name: str) -> None:
    make, count = CASES[name]
    small, large = make(count), make(_TIMES * count)
    _used(small)
    once = max(_WORTH, _least(lambda: _used(small)))
    assert _least(lambda: _used(large)) < _MOST * once


def _contradicted(count: int) -> Report:
    """Each figure of the text contradicts the table."""
    return Report.from_figures(
        {"requests.received.total": 5},
        edition="2021",
        agency="某局",
        year=2023,
        overview="全年新收政府信息公开申请6件，公开政府信息90余条。" * count,
    )


def _checked(report: Report) -> None:
    report.check()


def _shown(report: Report) -> None:
    report.render("html")
    report.to_json()


@pytest.mark.parametrize("use", [_checked, _shown])
def test_so_does_what_is_done_with_a_report(use: Callable[[Report], None]) -> None:
    few, many = _contradicted(40), _contradicted(40 * _TIMES)
    use(few)
    once = max(_WORTH, _least(partial(use, few)))
    assert _least(partial(use, many)) < _MOST * once
