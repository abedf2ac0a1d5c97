"""Which file a report was read from stands in everything that is written of it."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

import govinfo
from govinfo.cli import main
from govinfo.export import sheet
from govinfo.isolation import POOL
from govinfo.source import Provenance

EXAMPLE = Path(__file__).parents[2] / "examples" / "report.txt"
DIGEST = sha256(EXAMPLE.read_bytes()).hexdigest()


@pytest.mark.parametrize("isolated", [False, True])
def test_a_report_knows_its_file(*, isolated: bool) -> None:
    source = govinfo.parse(EXAMPLE, isolated=isolated).source
    POOL.close()
    assert source is not None
    assert (source.name, source.sha256, source.format) == (str(EXAMPLE), DIGEST, "text")
    assert source.version == govinfo.__version__
    assert timedelta(0) <= datetime.now(UTC) - source.read_at < timedelta(minutes=10)


def test_bytes_have_no_name_and_figures_no_source() -> None:
    source = govinfo.parse(EXAMPLE.read_bytes()).source
    assert source is not None
    assert source.name == ""
    assert govinfo.Report.blank("2021").source is None


def test_reports_of_the_same_words_are_equal_whenever_they_were_read() -> None:
    read = govinfo.parse(EXAMPLE)
    later = Provenance("", "", "", "", datetime(2024, 1, 1, tzinfo=UTC))
    assert read == attrs.evolve(read, source=later)


def test_json_brings_it_back() -> None:
    read = govinfo.parse(EXAMPLE)
    data = json.loads(read.to_json())
    assert data["source"]["sha256"] == DIGEST
    assert govinfo.Report.from_dict(data).source == read.source


def test_every_table_for_programs_names_it() -> None:
    for command in ("parse", "facts"):
        result = CliRunner().invoke(main, [command, str(EXAMPLE), "-q", "--format", "csv"])
        for row in csv.DictReader(io.StringIO(result.stdout)):
            assert (row["file"], row["sha256"], row["format"]) == (str(EXAMPLE), DIGEST, "text")
            assert datetime.fromisoformat(row["read_at"]).tzinfo == UTC
            assert row["version"] == govinfo.__version__


def test_frames_name_it() -> None:
    read = govinfo.parse(EXAMPLE)
    (row,) = govinfo.to_arrow([read]).to_pylist()
    assert (row["source"], row["sha256"], row["format"]) == (str(EXAMPLE), DIGEST, "text")
    assert read.to_frame().attrs["sha256"] == DIGEST


def test_a_sheet_names_it_and_is_read_all_the_same() -> None:
    read = govinfo.parse(EXAMPLE)
    assert DIGEST in sheet.to_csv(read).decode("utf-8-sig")
    assert govinfo.parse(sheet.to_csv(read)).facts.keys() == read.facts.keys()


def test_a_file_that_cannot_be_read_is_an_entry_also_alone(tmp_path: Path) -> None:
    unread = tmp_path / "unread.pdf"
    unread.write_bytes(b"no report")
    result = CliRunner().invoke(main, ["parse", str(unread), "--format", "json"])
    assert result.exit_code == 2
    assert json.loads(result.stdout)["file"] == str(unread)
    assert "unread.pdf" in json.loads(result.stdout)["error"]
