"""What a run writes opens in the programs that people have, with types and labels."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from pyarrow import parquet

import govinfo
from corpus.papers import report
from govinfo import Report
from govinfo.corpus.writers import neutral
from reports.programs import by_libreoffice

RECEIVED = "requests.received.total"
MONEY = "proactive.fees.amount"
LABELS = {
    RECEIVED: "总计 · 一、本年新收政府信息公开申请数量",
    MONEY: "本年收费金额 · 行政事业性收费",
}
TITLES = ("云岭市水务局2022年政府信息公开工作年度报告", "=SUM(1)年政府信息公开工作年度报告")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports, the title of one a formula, in all formats; and a file that is none."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "in").mkdir()
    first = attrs.evolve(report(1), published=date(2022, 1, 31))
    for number, each in enumerate((first, attrs.evolve(report(2), title=TITLES[1]))):
        (folder / "in" / f"{number}.html").write_bytes(each.render("html"))
    (folder / "in" / "=cmd.txt").write_bytes("通知\n".encode())
    formats = ("parquet", "csv", "jsonl", "xlsx", "duckdb")
    summary = govinfo.batch(folder / "in", folder / "out", to=formats)
    assert {path.suffix.removeprefix(".") for path in summary.files} == set(formats)
    assert all(path.exists() for path in summary.files)
    assert not list((folder / "out").glob("*.partial"))
    return folder / "out"


def test_the_schema_is_the_same_whatever_there_is(out: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    govinfo.batch(tmp_path / "in", tmp_path / "out")
    for table in ("reports", "facts", "diagnostics", "failures", "duplicates"):
        empty = parquet.read_schema(tmp_path / "out" / f"{table}.parquet")
        assert empty.equals(parquet.read_schema(out / f"{table}.parquet"), check_metadata=True)


def test_parquet_has_types_labels_units_and_editions(out: Path) -> None:
    schema = parquet.read_schema(out / "reports.parquet")
    count, money = schema.field(RECEIVED), schema.field(MONEY)
    assert (count.type, money.type) == (pa.int64(), pa.decimal128(38, 10))
    assert schema.field(f"{MONEY}.unit").type == pa.string()
    assert schema.field("published").type == pa.date32()
    for field in (count, money):
        assert field.metadata[b"label"].decode() == LABELS[field.name]
    assert count.metadata[b"unit"].decode() == "件"
    assert count.metadata[b"editions"] == b"2019,2021"
    assert money.metadata[b"editions"] == b"2021"
    assert all(field.metadata[b"label"] for field in schema)


def test_in_pandas(out: Path) -> None:
    frame = pd.read_parquet(out / "reports.parquet", dtype_backend="pyarrow")
    assert str(frame[RECEIVED].dtype) == "int64[pyarrow]"
    assert frame[RECEIVED].tolist() == [1, 2]
    assert frame[MONEY].tolist() == [Decimal("1.25"), Decimal("2.25")]
    assert frame["published"][0] == date(2022, 1, 31)


def test_in_polars(out: Path) -> None:
    frame = pl.read_parquet(out / "reports.parquet")
    assert frame.schema[RECEIVED] == pl.Int64
    assert isinstance(frame.schema[MONEY], pl.Decimal)
    assert frame.schema["published"] == pl.Date
    assert frame[RECEIVED].sum() == 3
    assert frame["indicators.disclosure.total"].null_count() == 2


def test_in_duckdb(out: Path) -> None:
    query = f"SELECT sum(\"{RECEIVED}\"), max(published) FROM '{out}/reports.parquet'"  # noqa: S608
    with duckdb.connect() as base:
        assert base.execute(query).fetchall() == [(3, date(2022, 1, 31))]


def test_a_database(out: Path) -> None:
    with duckdb.connect(str(out / "corpus.duckdb"), read_only=True) as base:
        (count,) = base.execute("SELECT count(*) FROM facts").fetchall()[0]
        assert count == parquet.read_metadata(out / "facts.parquet").num_rows
        found = {
            name: (kind, comment)
            for name, kind, comment in base.execute(
                "SELECT column_name, data_type, comment FROM duckdb_columns() "
                "WHERE table_name = 'reports'"
            ).fetchall()
        }
    assert found[RECEIVED] == ("BIGINT", f"{LABELS[RECEIVED]}；单位：件；模板版本：2019,2021")
    assert found[MONEY][0] == "DECIMAL(38,10)"


def cells(book: Any, sheet: str) -> Iterator[dict[str, Any]]:
    header, *body = book[sheet].iter_rows()
    for row in body:
        yield {name.value: cell for name, cell in zip(header, row, strict=True)}


def check_book(book: Any) -> None:
    assert book.sheetnames == ["报告", "指标", "文中数字", "诊断", "未能读取", "重复文件", "说明"]
    first, second = cells(book, "报告")
    assert (first[LABELS[RECEIVED]].value, second[LABELS[RECEIVED]].value) == (1, 2)
    assert first[LABELS[MONEY]].value == pytest.approx(1.25)
    assert second["标题"].value == TITLES[1]
    assert (first["标题"].data_type, second["标题"].data_type) == ("s", "s")
    assert first["发布日期"].is_date
    (failure,) = cells(book, "未能读取")
    assert failure["来源"].value.endswith("=cmd.txt")
    assert failure["错误类别"].value == "NotAReport"
    header = [cell.value for cell in book["报告"][1]]
    assert len(set(header)) == len(header)


def test_a_workbook_in_openpyxl(out: Path) -> None:
    book = openpyxl.load_workbook(out / "corpus.xlsx")
    check_book(book)
    assert all(sheet.freeze_panes in {"A2", "B2"} for sheet in book)
    told = {row["路径"].value: row for row in cells(book, "说明")}
    assert told[RECEIVED]["列名"].value == LABELS[RECEIVED]
    assert told[RECEIVED]["单位"].value == "件"


def test_a_workbook_in_libreoffice(out: Path, tmp_path: Path) -> None:
    data = (out / "corpus.xlsx").read_bytes()
    made = by_libreoffice(tmp_path / "work", {"corpus.xlsx": data}, "xlsx")["corpus.xlsx"]
    check_book(openpyxl.load_workbook(io.BytesIO(made)))


def test_csv_opens_in_spreadsheets_and_computes_nothing(out: Path) -> None:
    data = (out / "reports.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    first, second = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert (first["title"], second["title"]) == (TITLES[0], f"'{TITLES[1]}")
    assert (first[RECEIVED], first["published"]) == ("1", "2022-01-31")
    assert Decimal(first[MONEY]) == Decimal("1.25")
    assert first["indicators.disclosure.total"] == ""


def test_json_lines(out: Path) -> None:
    lines = (out / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert (first[RECEIVED], first[MONEY], first["published"]) == (1, "1.25", "2022-01-31")
    assert second["title"] == TITLES[1]
    assert list(first) == list(second) == parquet.read_schema(out / "reports.parquet").names


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM", "'@SUM"),
        ("+cmd", "'+cmd"),
        ("-", "'-"),
        ("\tx", "'\tx"),
        ("-7", "-7"),
        ("+8", "+8"),
        ("—", "—"),
        ("1=2", "1=2"),
        (None, None),
    ],
)
def test_formulas_are_neutralised(text: str | None, written: str | None) -> None:
    batch = pa.RecordBatch.from_pydict({"raw": pa.array([text], pa.string()), "n": [1]})
    assert neutral(batch).to_pylist() == [{"raw": written, "n": 1}]


def test_one_file_for_all_tables(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(report(1).render("text"))
    for name in ("panel.xlsx", "panel.duckdb"):
        summary = govinfo.batch(tmp_path / "in", tmp_path / name)
        assert summary.files == [tmp_path / name]
        with pytest.raises(FileExistsError, match="panel"):
            govinfo.batch(tmp_path / "in", tmp_path / name)
        assert govinfo.batch(tmp_path / "in", tmp_path / name, resume=True).resumed == 1
    with pytest.raises(ValueError, match="one file of format xlsx"):
        govinfo.batch(tmp_path / "in", tmp_path / "other.xlsx", to="csv")
    with pytest.raises(ValueError, match="'ods' cannot be written"):
        govinfo.batch(tmp_path / "in", tmp_path / "out", to="ods")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("panel.xslx", "did you mean .xlsx"),
        ("panel.duckbd", "did you mean .duckdb"),
        ("panel.csv", "name a folder, and csv as the format"),
        ("panel.parquet", "name a folder, and parquet as the format"),
    ],
)
def test_a_name_that_was_meant_for_a_file_makes_no_folder(
    tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "a.txt").write_bytes(report(1).render("text"))
    with pytest.raises(ValueError, match=message):
        govinfo.batch(tmp_path / "a.txt", tmp_path / name)
    assert not (tmp_path / name).exists()
    (tmp_path / name).mkdir()
    assert govinfo.batch(tmp_path / "a.txt", tmp_path / name).read == 1


@pytest.mark.parametrize("name", ["2023.v2", "out.d", "panel"])
def test_another_name_is_a_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_bytes(report(1).render("text"))
    assert govinfo.batch(tmp_path / "a.txt", tmp_path / name).files[0].parent == tmp_path / name


def test_a_sheet_that_is_full_goes_on_on_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govinfo.corpus.books._SHEET_ROWS", 101)
    (tmp_path / "a.txt").write_bytes(report(1).render("text"))
    govinfo.batch(tmp_path / "a.txt", tmp_path / "panel.xlsx")
    book = openpyxl.load_workbook(tmp_path / "panel.xlsx")
    sheets = [name for name in book.sheetnames if name.startswith("指标")]
    assert sheets[:2] == ["指标", "指标 2"]
    count = len(Report.blank("2021").facts)
    assert sum(book[name].max_row - 1 for name in sheets) == count
    assert all(book[name].max_row <= 101 for name in sheets)
