"""Reports for these tests, with the figures that they print, and tables as plain rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pyarrow import parquet

from govinfo import Money, Report

UNTIMED = ("seconds", "read_at")
"""Columns that no two runs have alike."""


def report(number: int) -> Report:
    """A report whose figures add up, and are known by its number."""
    figures: dict[str, int | Money | None] = {}
    for row in ("received", "outcomes.granted", "outcomes.total"):
        figures[f"requests.{row}.natural_person"] = number
        figures[f"requests.{row}.total"] = number
    figures["proactive.fees.amount"] = Money(f"{number}.25", "万元")
    figures["disputes.reconsideration.upheld"] = 2
    figures["disputes.reconsideration.total"] = 2
    return Report.from_figures(
        figures, edition="2021", agency="云岭市水务局", year=2021 + number % 3, overview="平稳。"
    )


def document(number: int, format: str = "text") -> bytes:
    return report(number).render(format)


def write(folder: Path, numbers: range, format: str = "text", ending: str = "txt") -> None:
    """A file for each number, in folders of ten."""
    for number in numbers:
        path = folder / f"{number // 10:02}" / f"{number:03}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document(number, format))


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """A table's rows, without what no two runs have alike."""
    found: list[dict[str, Any]] = parquet.read_table(out / f"{table}.parquet").to_pylist()
    return [{name: row[name] for name in row if name not in UNTIMED} for row in found]


def tables(out: Path) -> dict[str, list[dict[str, Any]]]:
    names = ("reports", "facts", "diagnostics", "failures", "duplicates")
    return {name: rows(out, name) for name in names}
