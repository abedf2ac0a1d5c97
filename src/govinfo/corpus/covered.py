"""Which unit has which year, by the tables of a run."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from govinfo.between.coverage import Coverage, Held, Unread, cover
from govinfo.between.roster import Unit, read_roster
from govinfo.corpus.tables import DUPLICATES, FAILURES, REPORTS
from govinfo.corpus.writers import SHEETS
from govinfo.export.arrow import arrow

_WANTED = {
    REPORTS: ("source", "agency", "year", "published"),
    FAILURES: ("source", "error", "message"),
    DUPLICATES: ("source", "same_as"),
}

_TYPES = {"year": "int64", "published": "date32"}


def coverage(
    out: str | os.PathLike[str],
    roster: str | os.PathLike[str] | Sequence[Unit],
    *,
    years: Iterable[int] | None = None,
    place: str = "",
    on: date | None = None,
) -> Coverage:
    """Which unit of a roster has the report of which year.

    Reports are those of a run of `govinfo.batch`. Late is what was published after the day that
    Art. 49 of the Regulations sets: 31 January of the next year, 31 March for governments at
    county level and above. Units are told by their names as titles print them; those that are
    merely near are told (`Coverage.strangers`), never taken.

    Args:
        out: The folder of the run, written as Parquet, CSV or JSON lines.
        roster: A CSV file with a column `name` (名称), and perhaps `aliases`, `deadline`, `from`
            and `to`; or units.
        years: The years to look at; by default from the first to the last of the reports.
        place: What names of units may begin with or not, such as `云岭市`.
        on: The day of which it is said what is missing; by default today.

    Raises:
        FileNotFoundError: The folder holds no tables.
        ValueError: The roster is none, or two of its units have one name.
        MissingDependency: pyarrow is not installed (extra `corpus`).
        GovInfoError: The roster cannot be read.
    """
    units = read_roster(roster) if isinstance(roster, str | os.PathLike) else tuple(roster)
    copies: dict[str, list[str]] = {}
    for row in _rows(Path(out), DUPLICATES):
        copies.setdefault(row["same_as"], []).append(row["source"])
    reports = [
        Held(**row, copies=tuple(copies.get(row["source"], ())))
        for row in _rows(Path(out), REPORTS)
    ]
    unread = [
        Unread(row["source"], f"{row['error']}: {row['message']}")
        for row in _rows(Path(out), FAILURES)
    ]
    return cover(units, reports, unread, years=years, place=place, on=on)


def _rows(folder: Path, table: str) -> Iterator[dict[str, Any]]:
    """A table's rows, of the columns that are wanted."""
    pa = arrow()
    for ending in (form.ending for form in SHEETS.values()):
        path = folder / f"{table}{ending}"
        if path.exists():
            break
    else:
        raise FileNotFoundError(
            f"{folder} holds no table {table} of a run: write it with govinfo batch, as parquet, "
            "csv or jsonl"
        )
    columns = list(_WANTED[table])
    if path.suffix == ".parquet":
        from pyarrow import parquet  # noqa: PLC0415 - optional

        yield from parquet.read_table(path, columns=columns).to_pylist()
    elif path.suffix == ".csv":
        from pyarrow import csv  # noqa: PLC0415 - optional

        types = {name: _TYPES.get(name, "string") for name in columns}
        told = csv.ConvertOptions(
            include_columns=columns,
            column_types={name: getattr(pa, kind)() for name, kind in types.items()},
            strings_can_be_null=True,
        )
        yield from csv.read_csv(path, convert_options=told).to_pylist()
    else:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row.get("published"):
                    row["published"] = date.fromisoformat(row["published"])
                yield {name: row[name] for name in columns}
