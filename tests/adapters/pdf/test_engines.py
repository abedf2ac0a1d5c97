from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from adapters.pdf.drawing import Sketch, paragraphs, read
from govinfo.adapters.pdf import PdfAdapter, _pdfium, _pdfplumber
from govinfo.errors import NoTextLayer
from govinfo.source import Limits, Source

if TYPE_CHECKING:
    from types import ModuleType

    from govinfo.adapters.pdf._page import Page

TEXT = "一、总体情况"


def nameless(page: Page) -> Page:
    """The page as an engine reads it that cannot name its letters."""
    runs = tuple(run._replace(text="\ufffd" * len(run.text)) for run in page.runs)
    return evolve(page, runs=runs, unmapped=sum(len(run.text) for run in runs))


def blind(monkeypatch: pytest.MonkeyPatch, engine: ModuleType) -> None:
    seeing = engine.read

    def read_nameless(
        data: bytes, password: str | None, limits: Limits, *guides: list[Page]
    ) -> object:
        answer = seeing(data, password, limits, *guides)
        if isinstance(answer, tuple):
            pages, metadata = answer
            return [nameless(page) for page in pages], metadata
        return [nameless(page) for page in answer]

    monkeypatch.setattr(engine, "read", read_nameless)


def test_where_pdfium_names_no_letters_pdfplumber_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    blind(monkeypatch, _pdfium)
    data = Sketch().text(90, 300, TEXT).data()
    document = read(data, "auto")
    assert paragraphs(document) == [TEXT]
    assert document.metadata["engine"] == "pdfplumber"


def test_nothing_is_said_of_the_engine_that_reads_all(monkeypatch: pytest.MonkeyPatch) -> None:
    data = Sketch().text(90, 300, TEXT).data()
    assert "engine" not in read(data, "auto").metadata
    blind(monkeypatch, _pdfplumber)
    assert "engine" not in read(data, "auto").metadata


def test_where_neither_names_letters_there_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    blind(monkeypatch, _pdfium)
    blind(monkeypatch, _pdfplumber)
    with pytest.raises(NoTextLayer, match="fonts"):
        PdfAdapter(ocr="never").read(Source(Sketch().text(90, 300, TEXT).data()), Limits())


def test_several_threads_may_read_at_once() -> None:
    data = Sketch().text(90, 300, TEXT).data()
    with ThreadPoolExecutor(4) as pool:
        documents = list(pool.map(read, [data] * 24))
    assert all(paragraphs(document) == [TEXT] for document in documents)
