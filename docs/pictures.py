"""Draws the pictures of the pages from what the code does with our own examples, as SVG."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from html import escape
from unicodedata import east_asian_width

from rich.console import Console

import govinfo
from govinfo.checks.cells import one_cell
from govinfo.diagnostics import Language
from govinfo.explain.rows import How
from govinfo.grammar.compile import compile_class
from govinfo.grammar.sums import denied, row_sums
from govinfo.render.findings import show_check
from govinfo.solve.damages import run_together
from govinfo.solve.printed import Printed, Steps, Token, values_of
from govinfo.template.assemble import tables_of
from govinfo.template.requests import Requests

DAMAGED = """三、收到和处理政府信息公开申请情况
申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
一、本年新收政府信息公开申请数量 1200003 15
二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1
（一）予以公开 6 0 0 0 0 39
"""
"""Rows as they come out of a PDF."""
_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "printed": "what is printed",
        "read": "what is read",
        "denied": "denied: the sum fails",
        "left": "left: the sum holds",
        "ways": "every way to cut {} into seven figures",
        "agree": "one reading is left, so every cell is placed",
    },
    "zh": {
        "printed": "印出的内容",
        "read": "读到的内容",
        "denied": "排除：合计不符",
        "left": "保留：合计相符",
        "ways": "把 {} 分成七个数的全部办法",
        "agree": "只剩一种读法，各单元格均可确定",
    },
}
_STYLE = (
    "text{font:14px 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;fill:#24292f}"
    ".head{fill:#57606a}.box{fill:#fff;stroke:#8c959f}.sums{fill:#ddf4ff;stroke:#0969da}"
    ".open{fill:#fff8c5;stroke:#9a6700}.no{fill:#ffebe9;stroke:#cf222e}"
    ".yes{fill:#dafbe1;stroke:#1a7f37}.paper{fill:#f6f8fa}.middle{text-anchor:middle}"
)
_KINDS = {How.SUMS: "sums", How.OPEN: "open"}
_BOX, _HIGH, _GAP = 74, 28, 10


def pictures() -> dict[str, str]:
    """Each picture by the name of its file."""
    made = {}
    for language in ("en", "zh"):
        ending = "" if language == "en" else ".zh"
        made[f"plan{ending}.svg"] = plan(language)
        made[f"solve{ending}.svg"] = solve(language)
        made[f"terminal{ending}.svg"] = terminal(language)
    return made


def plan(language: Language) -> str:
    """A damaged table, with what is read of each of its rows."""
    (section,) = tables_of(govinfo.read(DAMAGED.encode(), format="text"))
    words = _WORDS[language]
    shapes = [_text(20, 30, words["printed"], "head"), _text(480, 30, words["read"], "head")]
    columns = section.plan.rows[0].columns
    shapes += [
        _text(480 + n * _BOX + 37, 58, c.label[:4], "head middle") for n, c in enumerate(columns)
    ]
    top = 72
    for planned in section.plan.rows:
        assert planned.row is not None  # noqa: S101 - the example's labels are the template's
        read = section.rows[planned.row]
        shapes.append(_text(20, top + 20, _short(planned.label)))
        left = 250
        for piece in planned.printed:
            width = max(26, 14 + 9 * len(piece.text))
            shapes += _box(left, top, width, piece.text, "box")
            left += width + 4
        kind = _KINDS.get(read.how, "yes")
        for at, cell in enumerate(read.cells):
            text = "?" if at in read.open else str(getattr(cell, "text", cell))
            shapes += _box(480 + at * _BOX, top, _BOX - 4, text, kind)
        top += _HIGH + _GAP
    return _drawing(480 + len(columns) * _BOX + 16, top + 8, shapes)


def solve(language: Language) -> str:
    """The readings of one row, and which of them its sum denies."""
    words = _WORDS[language]
    sums = row_sums(compile_class(Requests).rows[0].columns)
    tokens = (Token(0, "1200003", 1200003), Token(1, "15", 15))
    free = Printed(tokens, tuple(range(7)))
    ways = sorted({values_of(way) for way in run_together(free, Steps(20_000))}, key=str)
    shapes = [_text(20, 30, words["ways"].format("1200003 15"), "head")]
    top = 48
    for values in ways:
        wrong = denied(values, sums)
        for at, value in enumerate(values):
            shapes += _box(20 + at * _BOX, top, _BOX - 4, str(value), "no" if wrong else "yes")
        said = words["denied" if wrong else "left"]
        shapes.append(_text(32 + 7 * _BOX, top + 20, said))
        top += _HIGH + _GAP
    shapes.append(_text(20, top + 20, words["agree"], "head"))
    return _drawing(740, top + 36, shapes)


def terminal(language: Language) -> str:
    """What `govinfo check` prints of a report with one wrong figure."""
    report = govinfo.parse(one_cell.example.encode())
    found = [one for one in (*report.diagnostics, *report.check()) if one.code[:3] == "GI2"]
    console = Console(
        record=True,
        width=400,
        force_terminal=True,
        highlight=False,
        soft_wrap=True,
        file=io.StringIO(),
    )
    show_check(f"report.docx  {report.title}", found, console, language)
    lines = [line.rstrip() for line in console.export_text(styles=False).splitlines()]
    shapes, top = [_text(20, 34, f"$ govinfo check report.docx --lang {language}", "prompt")], 60
    for line in lines:
        kind = next((code for code in ("GI209", "GI204") if line.strip().startswith(code)), "plain")
        for part in _folded(line, 96):
            shapes.append(_text(20, top, part, kind.lower()))
            top += 24
    style = (
        "text{font:14px 'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace;fill:#e6edf3;"
        "white-space:pre}.paper{fill:#0d1117}.prompt{fill:#7ee787}.gi209{fill:#79c0ff}"
        ".gi204{fill:#ffa198}"
    )
    return _drawing(900, top + 4, shapes, style)


def _folded(line: str, width: int) -> Iterator[str]:
    """A line in pieces that a terminal of a width shows one under the other."""
    piece, used = "", 0
    for letter in line:
        needed = 2 if east_asian_width(letter) in "WF" else 1
        if used + needed > width:
            yield piece
            piece, used = "      ", 6
        piece, used = piece + letter, used + needed
    yield piece


def _short(label: str) -> str:
    return label if len(label) <= 14 else f"{label[:13]}…"


def _box(left: float, top: float, width: float, text: str, kind: str) -> list[str]:
    return [
        f'<rect x="{left}" y="{top}" width="{width}" height="{_HIGH}" rx="3" class="{kind}"/>',
        _text(left + width / 2, top + 19, text, "middle"),
    ]


def _text(left: float, top: float, text: str, kind: str = "") -> str:
    return f'<text x="{left}" y="{top}" class="{kind}" xml:space="preserve">{escape(text)}</text>'


def _drawing(width: float, height: float, shapes: Sequence[str], style: str = _STYLE) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">'
    paper = f'<rect width="{width}" height="{height}" rx="8" class="paper"/>'
    return "\n".join([head, f"<style>{style}</style>", paper, *shapes, "</svg>", ""])
