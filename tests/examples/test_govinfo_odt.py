"""The sample plugin, installed as a stranger would install it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import govinfo
from environments import Environment, make_environment
from reports.programs import by_libreoffice
from reports.told import FULL, OF_2014, OF_2019, SPARSE
from reports.word import LISTS, STYLES, by_hand, by_python_docx, numbered_by_word, package
from wordml import cell, numbered, par, row, run, table

PLUGIN = Path(__file__).parents[2] / "examples" / "govinfo-odt"
SAMPLE = ("--from", "odt-sample")
PARSE = "import sys; from govinfo.cli import main; main(sys.argv[1:])"
FIXTURES = Path(__file__).parents[1] / "fixtures" / "docx"
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
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    folder = tmp_path_factory.mktemp("odt")
    sources = shutil.copytree(PLUGIN, folder / "govinfo-odt")
    made = make_environment(folder / "environment")
    made.install(sources)
    shutil.copytree(PLUGIN / "tests", made.folder / "tests")
    return made


@pytest.fixture(scope="module")
def opendocument(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Word files as LibreOffice keeps them as its own."""
    files = {f"{name}.docx": data for name, data in REPORTS.items()}
    files["features.docx"] = FEATURES
    folder = tmp_path_factory.mktemp("converted")
    made = by_libreoffice(folder / "odt", files, "odt")
    flat = by_libreoffice(folder / "fodt", {"full.docx": files["full.docx"]}, "fodt")
    return made | flat


def test_its_own_tests_pass(environment: Environment) -> None:
    options = ("-q", "-p", "no:cacheprovider", "-c", str(PLUGIN / "pyproject.toml"))
    done = environment.run("-m", "pytest", *options, "--rootdir", ".", "tests", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout


def test_it_reads_what_libreoffice_writes(
    environment: Environment, opendocument: dict[str, bytes]
) -> None:
    reports = {name: data for name, data in opendocument.items() if Path(name).stem in REPORTS}
    for name, data in reports.items():
        (environment.folder / name).write_bytes(data)
    done = environment.run("-c", PARSE, "parse", *SAMPLE, "--format", "jsonl", "-q", *reports)
    read = {found["file"]: found["report"] for found in map(json.loads, done.stdout.splitlines())}
    assert list(read) == list(reports)
    for name, report in read.items():
        assert report == govinfo.parse(REPORTS[Path(name).stem]).to_dict(), name


def test_it_reads_what_documents_have_besides(
    environment: Environment, opendocument: dict[str, bytes]
) -> None:
    (environment.folder / "features.odt").write_bytes(opendocument["features.odt"])
    shown = environment.run("-c", PARSE, "blocks", *SAMPLE, "features.odt").stdout
    lines = [line for line in shown.splitlines() if not line.startswith("metadata: ")]
    assert lines == govinfo.read(FEATURES).dump().splitlines()
    assert lines[:2] == ["paragraph: 甲增", "paragraph: 见"]


def test_the_library_reads_the_same_itself(opendocument: dict[str, bytes]) -> None:
    for name, data in opendocument.items():
        if Path(name).stem in REPORTS:
            read = govinfo.parse(data).to_dict()
            assert read == govinfo.parse(REPORTS[Path(name).stem]).to_dict(), name
        else:
            assert govinfo.read(data).blocks == govinfo.read(FEATURES).blocks


def test_both_are_listed_and_the_librarys_own_reads_unless_asked(
    environment: Environment, opendocument: dict[str, bytes]
) -> None:
    (environment.folder / "both.odt").write_bytes(opendocument["features.odt"])
    listing = environment.run("-W", "error", "-c", PARSE, "adapters").stdout
    assert "odt\t.odt .ott .fodt\t(govinfo-reports)" in listing
    assert "odt-sample\t.odt .ott .fodt\t(govinfo-odt)" in listing
    told = environment.run(
        "-W", "error", "-c", "import govinfo; print(govinfo.read('both.odt').format)"
    )
    assert told.stdout.strip() == "odt"
