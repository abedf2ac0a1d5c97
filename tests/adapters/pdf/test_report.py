from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from adapters.pdf import producers
from adapters.pdf.drawing import ENGINES, cells, paragraphs, read, tables
from govinfo.adapters.pdf import PdfAdapter
from govinfo.source import Limits, Source

SHARED = Path(__file__).parents[3] / "../shared"
REPORT = SHARED / "corpus/huaian-2024.pdf"
STATUS = Path("/proc/self/statm")
EXPECTED = SHARED / "expected/huaian-2024.json"

needs_report = pytest.mark.skipif(not REPORT.exists(), reason="the shared report is not there")


@needs_report
@pytest.mark.parametrize("engine", ENGINES)
def test_the_report_carries_its_figures_row_by_row(engine: str) -> None:
    document = read(REPORT.read_bytes(), engine)
    facts = json.loads(EXPECTED.read_text(encoding="utf-8"))["facts"]
    figures = [
        str(value["amount"] if isinstance(value, dict) else value) for value in facts.values()
    ]
    proactive, requests, disputes = tables(document)
    printed = [text for *_, text in cells(proactive) if text[0].isdigit()]
    printed += [text for row, column, *_, text in cells(requests) if row > 2 and column > 2]
    printed += [text for row, *_, text in cells(disputes) if row == 3]
    assert printed == figures
    assert (len(requests.rows), requests.n_columns) == (28, 10)
    labels = [text for *_, text in cells(requests)]
    assert "（四）无法提供" in labels
    assert "三、本年度办理结果" in labels


@needs_report
def test_both_engines_give_the_same_document() -> None:
    data = REPORT.read_bytes()
    first, second = (read(data, engine) for engine in ENGINES)
    assert first.dump() == second.dump()


@needs_report
def test_the_report_in_prose() -> None:
    texts = paragraphs(read(REPORT.read_bytes()))
    assert texts[:2] == ["淮安市人民政府", "2024年政府信息公开工作年度报告"]
    assert len(texts) == 18
    assert not [text for text in texts if text.strip("-1234567890 ") == ""]


@pytest.mark.skipif(not STATUS.exists(), reason="the system does not tell the resident size")
@pytest.mark.skipif(not producers.has_weasyprint(), reason="WeasyPrint is not there")
def test_memory_does_not_grow() -> None:
    source = Source(producers.weasyprint(producers.html()))
    adapter, limits = PdfAdapter(), Limits()

    def resident(reads: int) -> int:
        """Pages held now, not at most: the tests before this one may have held more."""
        for _ in range(reads):
            adapter.read(source, limits)
        gc.collect()
        return int(STATUS.read_text(encoding="ascii").split()[1])

    before = resident(20)
    assert resident(60) < 1.2 * before
