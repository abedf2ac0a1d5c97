"""Tables written as files, one a table: Parquet, CSV, JSON lines.

A file has its name when it is whole; until then it has another one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Protocol

from attrs import frozen

from govinfo.export.arrow import arrow

_ROW_GROUP = {"reports": 1_024, "facts": 32_768}
_ROWS = 4_096
"""Rows of a row group: some megabytes in any table, for they are held until there are so many."""
_ASKED = 16
"""Columns of a table, from its first, by which readers leave out row groups."""


class Writer(Protocol):
    """Writes the batches of all tables, one table after another."""

    def write(self, table: str, batch: Any) -> None:
        """Write rows of a table."""

    def close(self) -> list[Path]:
        """Finish; the files that were made."""

    def abort(self) -> None:
        """Leave nothing behind."""


class Sheet(Protocol):
    """Writes the batches of one table."""

    def write(self, batch: Any) -> None:
        """Write rows."""

    def close(self) -> None:
        """Finish."""


@frozen(slots=True)
class Form:
    """A format of one file a table.

    Attributes:
        ending: Of the files' names.
        sheet: Writes a file, which it is given with the table's name and schema.
    """

    ending: str
    sheet: Callable[[IO[bytes], str, Any], Sheet]


class Folder:
    """A file for each table."""

    def __init__(self, folder: Path, form: Form, schemas: Mapping[str, Any]) -> None:
        self._paths = {table: folder / f"{table}{form.ending}" for table in schemas}
        self._files = {table: unfinished(path).open("wb") for table, path in self._paths.items()}
        self._sheets = {
            table: form.sheet(file, table, schemas[table]) for table, file in self._files.items()
        }
        self._begun = ""

    def write(self, table: str, batch: Any) -> None:
        """Write rows of a table, and let go what was held of the one before."""
        if self._begun not in ("", table):
            self._finish(self._begun)
        self._begun = table
        self._sheets[table].write(batch)

    def close(self) -> list[Path]:
        """Finish; the files that were made."""
        for table in list(self._sheets):
            self._finish(table)
        for path in self._paths.values():
            unfinished(path).replace(path)
        return list(self._paths.values())

    def _finish(self, table: str) -> None:
        self._sheets[table].close()
        del self._sheets[table]
        self._files[table].close()

    def abort(self) -> None:
        """Leave nothing behind."""
        for table, path in self._paths.items():
            with suppress(OSError, ValueError, KeyError):
                self._sheets[table].close()
            with suppress(OSError):
                self._files[table].close()
            unfinished(path).unlink(missing_ok=True)


class Gathered:
    """A sheet's batches, passed on when there are rows enough."""

    def __init__(self, schema: Any, rows: int, write: Callable[[Any], None]) -> None:
        self._schema = schema
        self._rows = rows
        self._write = write
        self._held: list[Any] = []
        self._count = 0

    def add(self, batch: Any) -> None:
        """Hold a batch."""
        self._held.append(batch)
        self._count += batch.num_rows
        if self._count >= self._rows:
            self.flush()

    def flush(self) -> None:
        """Pass on what is held."""
        if self._count:
            self._write(arrow().Table.from_batches(self._held, self._schema))
        self._held, self._count = [], 0
        arrow().default_memory_pool().release_unused()


class Parquet:
    """Zstandard-packed Parquet; the fields' metadata are kept."""

    def __init__(self, file: IO[bytes], table: str, schema: Any) -> None:
        from pyarrow import parquet  # noqa: PLC0415 - optional

        # Of a thousand columns of figures nobody asks for the least and the most by row group; they
        # would be held until the file is whole.
        statistics = list(schema.names[:_ASKED])
        self._writer = parquet.ParquetWriter(
            file, schema, compression="zstd", write_statistics=statistics
        )
        self._rows = Gathered(schema, _ROW_GROUP.get(table, _ROWS), self._writer.write_table)

    def write(self, batch: Any) -> None:
        """Write rows."""
        self._rows.add(batch)

    def close(self) -> None:
        """Finish."""
        try:
            self._rows.flush()
            self._writer.close()
        except BaseException:
            self._writer.is_open = False  # or it tries again when it is collected
            raise


class Csv:
    """Comma-separated values in UTF-8 with the mark that spreadsheets want."""

    def __init__(self, file: IO[bytes], table: str, schema: Any) -> None:
        from pyarrow import csv  # noqa: PLC0415 - optional

        del table
        file.write("\N{ZERO WIDTH NO-BREAK SPACE}".encode())
        self._writer = csv.CSVWriter(file, schema)

    def write(self, batch: Any) -> None:
        """Write rows."""
        self._writer.write(neutral(batch))

    def close(self) -> None:
        """Finish."""
        self._writer.close()


class JsonLines:
    """An object a line; amounts are strings, dates ISO 8601."""

    def __init__(self, file: IO[bytes], table: str, schema: Any) -> None:
        del table, schema
        self._file = file

    def write(self, batch: Any) -> None:
        """Write rows."""
        for row in batch.to_pylist():
            self._file.write(json.dumps(row, ensure_ascii=False, default=_plain).encode() + b"\n")

    def close(self) -> None:
        """Finish."""


def neutral(batch: Any) -> Any:
    """A batch whose texts no spreadsheet takes for formulas: a `'` before what begins like one.

    Numbers printed with a sign stay as they are.
    """
    pa = arrow()
    from pyarrow import compute  # noqa: PLC0415 - optional

    columns = [
        compute.replace_substring_regex(column, FORMULA, r"'\0")
        if pa.types.is_string(column.type)
        else column
        for column in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


# RE2, the engine of Arrow, has no lookahead: a sign alone or before what is no digit.
FORMULA = r"^(?:[=@\t\r]|[+\-](?:[^0-9.]|$))"
"""How a text begins that a spreadsheet computes."""


def plain_amount(amount: Decimal) -> str:
    """An amount without the zeros that only its column's type adds."""
    return format(amount.normalize(), "f")


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return plain_amount(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def unfinished(path: Path) -> Path:
    """Where a file is until it is whole."""
    return path.with_name(f".{path.name}.partial")


SHEETS: Mapping[str, Form] = {
    "parquet": Form(".parquet", Parquet),
    "csv": Form(".csv", Csv),
    "jsonl": Form(".jsonl", JsonLines),
}
"""The formats of one file a table."""
