"""Two reports to look at, one of ten problems and one of none, as pages of PDF and of the web."""

from __future__ import annotations

from functools import cache

import attrs

import govinfo
from adapters.pdf.drawing import Sketch, draw
from adapters.pdf.sample import Grid
from govinfo.adapters.pdf import PdfAdapter
from govinfo.blocks import Heading, Paragraph, Table
from govinfo.render.review import Review, pages
from govinfo.source import Source
from layouts import count_of
from reports.told import FULL, Told
from reports.web import by_hand

SOUND = FULL.but(
    overview=(
        f"2023年，本局新收政府信息公开申请{FULL.figures['requests.received.total']}件。"
        f"政府信息公开行政复议{FULL.figures['disputes.reconsideration.total']}件。"
    )
)
GRANTED = "requests.outcomes.granted.natural_person"
FORWARD = "requests.carried_forward.enterprise"
CASES = "disputes.reconsideration.total"
LICENCES = "proactive.licensing.decisions"
REPEATED = "requests.outcomes.not_processed.repeated.other_organization"
RECEIVED = "requests.received.total"
FLAWED = SOUND.but(
    figures={
        **SOUND.figures,
        GRANTED: count_of(SOUND.figures[GRANTED]) + 10,  # breaks its row and its column
        FORWARD: count_of(SOUND.figures[FORWARD]) + 2,  # breaks its row and the balance
        CASES: 0,  # breaks its group, and the text says otherwise
        "proactive.penalties.decisions": -5,
    },
    printed={LICENCES: "约300", REPEATED: "3/4"},
    overview=(
        f"2023年，本局新收政府信息公开申请99999件。政府信息公开行政复议{SOUND.figures[CASES]}件。"
    ),
)
"""Six errors, of which correcting three figures settles five, and four warnings."""

_PAGE = (842.0, 595.0)
_LEFT, _SIZE, _ROW = 20.0, 7.0, 17.0
_WIDTHS = {
    4: (160, 200, 200, 200),
    10: (80, 70, 250, *[54] * 7),
    15: (52,) * 15,
}
"""Widths of the columns of a table that has so many."""


def _drawn(sketch: Sketch, table: Table, top: float) -> float:
    """Draw a table below a height; where it ends."""
    xs = [_LEFT]
    for width in _WIDTHS[table.n_columns]:
        xs.append(xs[-1] + width)
    ys = [top + number * _ROW for number in range(table.n_rows + 1)]
    cells = tuple((c.row, c.column, c.rowspan, c.colspan, c.text) for c in table.cells)
    draw(sketch, Grid(cells), xs, ys, size=_SIZE)
    return ys[-1] + 10


def pdf(told: Told) -> bytes:
    """The report as PDF: sections 1 and 2, section 3, the others, each on a page."""
    sketch, top = Sketch(_PAGE), 20.0
    for block in told.blocks():
        match block:
            case Table():
                top = _drawn(sketch, block, top)
            case Heading() | Paragraph():
                if block.text.startswith(("三、", "四、")):
                    sketch.page()
                    top = 20.0
                sketch.text(_LEFT, top, block.text)
                top += 22
            case _:
                raise TypeError(block)
    return sketch.page().data()


def review(data: bytes, name: str) -> Review:
    """The report of a file, ready to be shown."""
    report = govinfo.parse(data)
    findings = (*report.diagnostics, *report.check())
    made = Review(name, report, findings)
    if not data.startswith(b"%PDF"):
        return made
    pictures = PdfAdapter().pictures(Source(data), pages(report, findings))
    return attrs.evolve(made, pictures=pictures)


def on_the_web(told: Told) -> Review:
    return review(by_hand(told), "report.html")


@cache
def flawed() -> Review:
    """The report of ten problems as PDF."""
    return review(pdf(FLAWED), "report.pdf")


@cache
def sound() -> Review:
    """The report of none as a web page."""
    return on_the_web(SOUND)
