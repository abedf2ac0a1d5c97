"""Tables written into one file: a workbook, a DuckDB database."""

from __future__ import annotations

import errno
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from govinfo.corpus.tables import TITLES
from govinfo.corpus.writers import Gathered, Writer, unfinished
from govinfo.errors import MissingDependency
from govinfo.installed import extra

_SHEET_ROWS = 1_048_576
"""Rows that a sheet has at most."""
_INSERTED = 131_072
"""Rows that are inserted at once."""
_WORDS = ("列名", "路径", "单位", "模板版本")
_LONGEST = 32_767
"""Characters that a cell has at most."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WHOLE = 10**15
"""From here on a spreadsheet rounds numbers: they are written as texts."""


class Workbook:
    """A workbook (`.xlsx`): a sheet a table, the Chinese labels as its header, frozen.

    The last sheet says which path, unit and editions each column has. Texts stay texts, whatever
    they begin with.
    """

    def __init__(self, path: Path, schemas: Mapping[str, Any]) -> None:
        try:
            import openpyxl  # noqa: PLC0415 - optional
            from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - likewise
        except ImportError as error:
            raise MissingDependency(f"workbooks need openpyxl: {extra('spreadsheet')}") from error
        self._path = path
        self._schemas = schemas
        self._book = openpyxl.Workbook(write_only=True)
        self._cell = WriteOnlyCell
        self._rows: Counter[str] = Counter()
        self._sheets = {table: self._sheet(table, 1) for table in schemas}

    def write(self, table: str, batch: Any) -> None:
        """Write rows of a table; on another sheet where one is full."""
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            self._rows[table] += 1
            number, full = divmod(self._rows[table] - 1, _SHEET_ROWS - 1)
            if number and not full:
                self._sheets[table] = self._sheet(table, number + 1)
            sheet = self._sheets[table]
            sheet.append([self._value(sheet, value) for value in row])

    def close(self) -> list[Path]:
        """Finish; the file that was made."""
        sheet = self._book.create_sheet("说明")
        sheet.freeze_panes = "A2"
        sheet.append(_WORDS)
        for schema in self._schemas.values():
            for field, label in zip(schema, labels(schema), strict=True):
                told = field.metadata
                editions = told.get(b"editions", b"").decode()
                sheet.append([label, field.name, told.get(b"unit", b"").decode(), editions])
        partial = unfinished(self._path)
        self._book.save(partial)
        partial.replace(self._path)
        return [self._path]

    def abort(self) -> None:
        """Leave nothing behind."""
        for sheet in self._book.worksheets:
            sheet.close()
        self._book.close()
        unfinished(self._path).unlink(missing_ok=True)

    def _sheet(self, table: str, number: int) -> Any:
        sheet = self._book.create_sheet(TITLES[table] + (f" {number}" if number > 1 else ""))
        sheet.freeze_panes = "B2"
        sheet.append(labels(self._schemas[table]))
        return sheet

    def _value(self, sheet: Any, value: Any) -> Any:
        if isinstance(value, (int, Decimal)) and not -_WHOLE < value < _WHOLE:
            value = format(value, "f")
        if not isinstance(value, str):
            return value
        cell = self._cell(sheet, _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", value)[:_LONGEST])
        cell.data_type = "s"
        return cell


class Database:
    """A DuckDB database: a table a table; the labels are its columns' comments."""

    def __init__(self, path: Path, schemas: Mapping[str, Any]) -> None:
        try:
            import duckdb  # noqa: PLC0415 - optional
        except ImportError as error:
            raise MissingDependency(f"DuckDB: {extra('duckdb')}") from error
        self._path = path
        unfinished(path).unlink(missing_ok=True)
        self._error = duckdb.Error
        self._base = duckdb.connect(str(unfinished(path)))
        self._rows = {
            table: Gathered(schema, _INSERTED, self._inserter(table))
            for table, schema in schemas.items()
        }
        for table, schema in schemas.items():
            self._base.register("rows", schema.empty_table())
            self._base.execute(f"CREATE TABLE {table} AS SELECT * FROM rows")  # noqa: S608 - ours
            for field in schema:
                comment = _comment(field).replace("'", "''")
                self._base.execute(f"COMMENT ON COLUMN {table}.\"{field.name}\" IS '{comment}'")

    def write(self, table: str, batch: Any) -> None:
        """Write rows of a table."""
        with self._clear():
            self._rows[table].add(batch)

    def close(self) -> list[Path]:
        """Finish; the file that was made."""
        with self._clear():
            for rows in self._rows.values():
                rows.flush()
            self._base.close()
        unfinished(self._path).replace(self._path)
        return [self._path]

    def abort(self) -> None:
        """Leave nothing behind."""
        self._base.close()
        partial = unfinished(self._path)
        for path in (partial, partial.with_name(f"{partial.name}.wal")):
            path.unlink(missing_ok=True)

    @contextmanager
    def _clear(self) -> Iterator[None]:
        """What DuckDB says of a disk, as the system would."""
        try:
            yield
        except self._error as error:
            raise OSError(errno.EIO, str(error), str(self._path)) from error

    def _inserter(self, table: str) -> Any:
        def insert(rows: Any) -> None:
            self._base.register("rows", rows)
            self._base.execute(f"INSERT INTO {table} SELECT * FROM rows")  # noqa: S608 - ours

        return insert


def labels(schema: Any) -> list[str]:
    """The fields' labels; one that several have, with the path."""
    found = [field.metadata[b"label"].decode() for field in schema]
    often = Counter(found)
    return [
        f"{label}（{field.name}）" if often[label] > 1 else label
        for label, field in zip(found, schema, strict=True)
    ]


def _comment(field: Any) -> str:
    told = {name.decode(): value.decode() for name, value in field.metadata.items()}
    return "；".join(_comment_parts(told))


def _comment_parts(told: dict[str, str]) -> Iterator[str]:
    yield told["label"]
    if "unit" in told:
        yield f"单位：{told['unit']}"
    if "editions" in told:
        yield f"模板版本：{told['editions']}"


BOOKS: Mapping[str, Callable[[Path, Mapping[str, Any]], Writer]] = {
    "xlsx": Workbook,
    "duckdb": Database,
}
"""The formats of one file for all tables."""
