"""The national template as it is issued: blank, filled in, and passed on by LibreOffice."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

import govinfo
from govinfo.grammar.compile import compile_class
from reports.programs import by_libreoffice, there_and_back
from reports.told import BLANK, FULL, SPARSE, Told, classes, expect

TEMPLATE = Path(__file__).parents[3] / "shared/corpus/template-2021.docx"
pytestmark = pytest.mark.skipif(not TEMPLATE.exists(), reason="the template is not there")

DOCUMENTS = {"full": FULL.but(preamble=None), "sparse": SPARSE.but(preamble=None)}
_TITLE = "政府信息公开工作年度报告格式模板"


def cells_to_fill() -> list[tuple[int, int, int]]:
    """Table, row and column of the template's blank cells, as one counts them on paper."""
    first = [(0, row, column) for row in (2, 3) for column in (1, 2, 3)]
    first += [(0, row, 1) for row in (6, 9, 10, 13)]
    second = [(1, row, column) for row in range(3, 28) for column in range(3, 10)]
    return first + second + [(2, 3, column) for column in range(15)]


def filled_in(told: Told) -> bytes:
    """The template with a report's figures, sentences and title, filled in by python-docx."""
    opened = docx.Document(str(TEMPLATE))
    paths = [path for cls in classes(told) for _, _, path in compile_class(cls).cells()]
    paths = [path for path in paths if path in told.figures]
    rows = [[list(row.cells) for row in table.rows] for table in opened.tables]
    for (table, row, column), path in zip(cells_to_fill(), paths, strict=True):
        rows[table][row][column].text = told.text(path)
    texts = iter((told.overview, told.problems, told.other_matters))
    for paragraph in opened.paragraphs:
        if paragraph.text.strip() == _TITLE:
            paragraph.text = told.title
        elif paragraph.text.strip().startswith("（文字描述"):
            paragraph.text = next(texts) or ""
    assert next(texts, None) is None
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def test_blank() -> None:
    report = govinfo.parse(TEMPLATE)
    assert {path: fact.value for path, fact in report.facts.items()} == dict(BLANK.figures)
    assert len(report.facts) == 200
    assert all(fact.raw == "" for fact in report.facts.values())
    assert report.diagnostics == ()
    assert report.edition == "2021"


def test_each_blank_fact_stands_in_the_right_cell() -> None:
    facts = govinfo.parse(TEMPLATE).facts.values()
    places = [
        (fact.anchor.table or 0, fact.anchor.row or 0, fact.anchor.column or 0)
        for fact in facts
        if fact.anchor
    ]
    assert [(t - 1, r - 1, c - 1) for t, r, c in places] == cells_to_fill()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_filled_in_by_python_docx(name: str) -> None:
    expect(filled_in(DOCUMENTS[name]), DOCUMENTS[name])


@pytest.fixture(scope="module")
def passed_on(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The filled and the blank template after LibreOffice: as Word files and as pages."""
    folder = tmp_path_factory.mktemp("libreoffice")
    files = {f"{name}.docx": filled_in(told) for name, told in DOCUMENTS.items()}
    files["blank.docx"] = TEMPLATE.read_bytes()
    back = there_and_back(folder, files)
    pages = by_libreoffice(folder / "pages", files, "html")
    # The page goes back into a Word file, too.
    again = by_libreoffice(folder / "again", {"full.html": pages["full.html"]}, "docx")
    return {**back, **pages, "again.docx": again["full.docx"]}


@pytest.mark.parametrize(
    "name", ["full.docx", "sparse.docx", "full.html", "sparse.html", "again.docx"]
)
def test_filled_in_and_passed_on_by_libreoffice(passed_on: dict[str, bytes], name: str) -> None:
    expect(passed_on[name], DOCUMENTS.get(Path(name).stem, DOCUMENTS["full"]))


@pytest.mark.parametrize("name", ["blank.docx", "blank.html"])
def test_blank_and_passed_on_by_libreoffice(passed_on: dict[str, bytes], name: str) -> None:
    report = govinfo.parse(passed_on[name])
    assert {path: fact.value for path, fact in report.facts.items()} == dict(BLANK.figures)
    assert report.diagnostics == ()
