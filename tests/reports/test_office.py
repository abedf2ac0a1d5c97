"""Whole reports as LibreOffice writes them in other formats: .doc, rich text, OpenDocument."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

import pytest

import govinfo
from govinfo.template.report import Report
from reports.programs import by_libreoffice
from reports.told import FULL, OF_2014, OF_2019, SPARSE, Told, other_year
from reports.word import (
    LISTS,
    STYLES,
    by_hand,
    by_python_docx,
    numbered_by_word,
    package,
    plain,
    verbose,
)
from wordml import cell, numbered, par, row, run, table

FORMATS = ("doc", "rtf", "odt")
TOLD: Mapping[str, Told] = {"full": FULL, "2019": OF_2019, "2014": OF_2014, "sparse": SPARSE}
WHEN = 'w:author="编辑" w:date="2024-01-09T08:00:00Z"'
_LOOKS = (
    '<w:vertAlign w:val="superscript"/>',
    "<w:vanish/>",
    "<w:strike/>",
    '<w:color w:val="FFFFFF"/>',
)


class Spoilt:
    """Puts beside figures what is no part of them: notes, and text that no reader sees."""

    def __init__(self) -> None:
        self._at = 0

    def __call__(self, text: str) -> str:
        if not text.isdigit():
            return plain(text)
        self._at += 1
        deleted = f"<w:del {WHEN} w:id='1'><w:r><w:delText>{escape('7')}</w:delText></w:r></w:del>"
        looks = _LOOKS[self._at % len(_LOOKS)]
        return deleted + plain(text) + run(str(self._at % 9 + 1), looks)


REPORTS = {
    **{f"python-docx-{name}": by_python_docx(told) for name, told in TOLD.items()},
    **{f"by-hand-{name}": by_hand(told) for name, told in TOLD.items()},
    **{f"spoilt-{name}": by_hand(told, Spoilt()) for name, told in TOLD.items()},
    **{f"verbose-{name}": by_hand(told, verbose) for name, told in TOLD.items()},
    "numbered-full": numbered_by_word(FULL),
    "numbered-2019": numbered_by_word(OF_2019, rows=False),
    "other-year-full": by_python_docx([*FULL.blocks(), *other_year(FULL).blocks()]),
}
FEATURES = package(
    par(
        "甲",
        f'<w:del {WHEN} w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>',
        f'<w:ins {WHEN} w:id="2"><w:r><w:t>增</w:t></w:r></w:ins>',
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


def told_by(report: Report, to: str) -> Any:
    """All that a report says, whatever file it was read from."""
    said = report.to_dict() | {"source": None}
    return json.loads(_joined(json.dumps(said, ensure_ascii=False), to))


def _joined(text: str, to: str) -> str:
    """LibreOffice writes rich text with a tab after every number of a list."""
    return text.replace("、 ", "、").replace("） ", "）") if to == "rtf" else text


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each report in each format."""
    folder = tmp_path_factory.mktemp("office")
    files = {f"{name}.docx": data for name, data in REPORTS.items()}
    files["features.docx"] = FEATURES
    made: dict[str, bytes] = {}
    for to in FORMATS:
        made |= by_libreoffice(folder / to, files, to)
    return made


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
def test_every_fact_is_read_as_of_the_word_file(
    name: str, to: str, converted: dict[str, bytes]
) -> None:
    report = govinfo.parse(converted[f"{name}.{to}"])
    of_word = govinfo.parse(REPORTS[name])
    assert {path: fact.value for path, fact in report.facts.items()} == dict(
        TOLD[name.rpartition("-")[2]].figures
    )
    assert told_by(report, to) == told_by(of_word, to)


@pytest.mark.parametrize("to", FORMATS)
def test_what_documents_have_besides(to: str, converted: dict[str, bytes]) -> None:
    found = govinfo.read(converted[f"features.{to}"])
    assert found.format == to
    lines = [line for line in found.dump().splitlines() if not line.startswith("metadata: ")]
    assert [_joined(line, to) for line in lines] == govinfo.read(FEATURES).dump().splitlines()
