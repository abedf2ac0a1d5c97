"""What LibreOffice makes of Word files reads as they do."""

from __future__ import annotations

from pathlib import Path

import pytest

import govinfo
from reports.programs import by_libreoffice
from reports.told import FULL, OF_2014, OF_2019, SPARSE
from reports.word import LISTS, STYLES, by_hand, by_python_docx, numbered_by_word, package
from wordml import cell, numbered, par, row, run, table

FIXTURES = Path(__file__).parents[2] / "fixtures" / "docx"
REPORTS = {
    **{path.stem: path.read_bytes() for path in sorted(FIXTURES.glob("*.docx"))},
    "full": by_python_docx(FULL),
    "of-2019": by_python_docx(OF_2019),
    "of-2014": by_hand(OF_2014),
    "sparse": by_python_docx(SPARSE, "Normal Table"),
    "numbered": numbered_by_word(FULL),
    "numbered-2019": numbered_by_word(OF_2019, rows=False),
}


TRACKED = 'w:author="编辑" w:date="2024-01-09T08:00:00Z"'
FEATURES = package(
    par(
        "甲",
        f'<w:del {TRACKED} w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>',
        f'<w:ins {TRACKED} w:id="2"><w:r><w:t>增</w:t></w:r></w:ins>',
    )
    + par(run("见"), run("隐", "<w:vanish/>"), run("划", "<w:strike/>"))
    + par(run("12"), run("3", '<w:vertAlign w:val="superscript"/>'))
    + par("<w:r><w:t>前</w:t><w:tab/><w:t>后</w:t><w:br/><w:t>下  两</w:t></w:r>")
    + par("一项", properties=numbered(0, 1))
    + par("二项", properties=numbered(1, 1))
    + par("文")
    + par("三项", properties=numbered(0, 1))
    + par("四项", properties=numbered(2, 2))
    + table(
        row("甲", cell(par("乙"), table(row("1", "2"), row("3", "4")), "<w:p/>")), row("丙", "丁")
    )
    + par("末"),
    styles=STYLES,
    numbering=LISTS,
)
"""What a Word file has besides text in cells: changes, hidden text, lists, nested tables."""


@pytest.fixture(scope="module")
def opendocument(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Word files as LibreOffice keeps them as its own."""
    files = {f"{name}.docx": data for name, data in REPORTS.items()}
    files["features.docx"] = FEATURES
    folder = tmp_path_factory.mktemp("converted")
    made = by_libreoffice(folder / "odt", files, "odt")
    flat = by_libreoffice(folder / "fodt", {"full.docx": files["full.docx"]}, "fodt")
    return made | flat


def test_reports_read_the_same(opendocument: dict[str, bytes]) -> None:
    reports = {name: data for name, data in opendocument.items() if Path(name).stem in REPORTS}
    assert len(reports) == len(REPORTS) + 1
    for name, data in reports.items():
        assert govinfo.parse(data) == govinfo.parse(REPORTS[Path(name).stem]), name


def test_what_documents_have_besides_reads_the_same(opendocument: dict[str, bytes]) -> None:
    read = govinfo.read(opendocument["features.odt"])
    assert read.blocks == govinfo.read(FEATURES).blocks
    assert read.dump().splitlines()[-1] == "paragraph: 末"
