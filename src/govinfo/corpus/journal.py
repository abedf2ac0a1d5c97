"""What is finished, on disk at once: a run that is killed goes on from here.

A SQLite file. What stands in it was committed whole; what does not was not done. Rows stand under
the content they were read from, not under a name: names are looked up when tables are written.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from attrs import frozen

from govinfo.corpus.rows import ERRORS, LOST, Piece, Told
from govinfo.corpus.tables import CLAIMS, DIAGNOSTICS, FACTS, REPORTS

_DRAFT = 2
"""The number of this layout of the file; others are not gone on with."""
_MOST_PAGES = 2**32 - 2
"""Pages that the file may have: as many as SQLite knows numbers for."""
_TABLES = (REPORTS, FACTS, CLAIMS, DIAGNOSTICS)
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS chunks (
    id INTEGER PRIMARY KEY, {", ".join(f"{name} BLOB" for name in _TABLES)}
);
CREATE TABLE IF NOT EXISTS documents (
    sha256 TEXT, extension TEXT, key TEXT, error TEXT, message TEXT,
    chunk INTEGER, row INTEGER, fact INTEGER, facts INTEGER,
    claim INTEGER, claims INTEGER, finding INTEGER, findings INTEGER, fresh INTEGER,
    PRIMARY KEY (sha256, extension)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (
    source TEXT PRIMARY KEY, sha256 TEXT, extension TEXT, bytes INTEGER, error TEXT, message TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_content ON sources (sha256, source);
PRAGMA user_version = {_DRAFT};
"""
# SQLite gives the other columns of the row that has the least source.
_FIRST = """
SELECT min(source) AS source, sha256, extension, bytes FROM sources
WHERE sha256 IS NOT NULL GROUP BY sha256
"""
_READ = f"""
SELECT s.source, s.sha256, s.bytes, d.chunk, d.row, d.fact, d.facts, d.claim, d.claims,
    d.finding, d.findings
FROM ({_FIRST}) s JOIN documents d USING (sha256, extension) WHERE d.error = '' ORDER BY s.source
"""  # noqa: S608 - made of constants
_FAILED = f"""
SELECT source, sha256, error, message FROM sources WHERE error IS NOT NULL
UNION ALL SELECT s.source, s.sha256, d.error, d.message
FROM ({_FIRST}) s JOIN documents d USING (sha256, extension) WHERE d.error <> '' ORDER BY 1
"""  # noqa: S608 - likewise
_REPEATED = f"""
SELECT o.source, o.sha256, s.source FROM sources o JOIN ({_FIRST}) s USING (sha256)
WHERE o.source <> s.source ORDER BY 1
"""  # noqa: S608 - likewise


class Content(NamedTuple):
    """What a document is known by.

    Attributes:
        sha256: The hash of its bytes.
        extension: Its name's ending, which may decide who reads it.
    """

    sha256: str
    extension: str


class Place(NamedTuple):
    """Where a document's rows are.

    Attributes:
        source: Its name, the least of all it has.
        sha256: The hash of its bytes.
        bytes: How many there are.
        chunk: The chunk of its rows.
        row: Its row in the chunk's `reports`.
        fact: Its first row in the chunk's `facts`.
        facts: How many there are.
        claim: Its first row in the chunk's `claims`.
        claims: How many there are.
        finding: Its first row in the chunk's `diagnostics`.
        findings: How many there are.
    """

    source: str
    sha256: str
    bytes: int
    chunk: int
    row: int
    fact: int
    facts: int
    claim: int
    claims: int
    finding: int
    findings: int


@frozen(slots=True)
class Keys:
    """What else than bytes decides what is read.

    Attributes:
        reading: Of how documents are read, by whatever library.
        guard: Of what one may cost, besides: it decides whether a process died.
    """

    reading: str
    guard: str

    def of(self, error: str) -> str:
        """The key that a document with this error stands under; `""` to try again next time."""
        if error in _PASSING:
            return ""
        return f"{self.reading} {self.guard}" if error in _DEATHS else self.reading


_DEATHS = frozenset(ERRORS.values())
_PASSING = frozenset({LOST, "MissingDependency"})


class Journal:
    """The file, open for one run."""

    def __init__(self, path: Path, keys: Keys) -> None:
        """Open the file; documents read in another way than this run's are forgotten."""
        self.path = path
        self._keys = keys
        with self._clear():
            self._base = sqlite3.connect(path, isolation_level=None)
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute(f"PRAGMA max_page_count = {_MOST_PAGES}")
            (draft,) = self._base.execute("PRAGMA user_version").fetchone()
            if draft not in {0, _DRAFT}:
                raise ValueError(f"{path} is of another version of govinfo: overwrite it")
            self._base.executescript(_SCHEMA)
            with self._together():
                self._base.execute("DELETE FROM sources")
                kept = (keys.reading, f"{keys.reading} {keys.guard}")
                self._base.execute("DELETE FROM documents WHERE key NOT IN (?, ?)", kept)
                self._base.execute("UPDATE documents SET fresh = 0")
                self._base.execute(
                    "DELETE FROM chunks WHERE id NOT IN "
                    "(SELECT chunk FROM documents WHERE chunk IS NOT NULL)"
                )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._clear():
            self._base.close()

    def has(self, content: Content) -> tuple[str, bool] | None:
        """The error of a document that is finished, and whether it was in this run.

        The error is `""` where it was read.
        """
        query = "SELECT error, fresh FROM documents WHERE sha256 = ? AND extension = ?"
        with self._clear():
            found = self._base.execute(query, content).fetchone()
        return None if found is None else (str(found[0]), bool(found[1]))

    def name(self, sources: Sequence[tuple[str, Content, int]]) -> None:
        """Keep what sources hold, and how many bytes of it."""
        rows = [(source, *content, size) for source, content, size in sources]
        with self._clear(), self._together():
            self._base.executemany("REPLACE INTO sources VALUES (?, ?, ?, ?, NULL, NULL)", rows)

    def unread(self, source: str, error: str, message: str) -> None:
        """Keep that a source gives no bytes."""
        row = (source, error, message)
        with self._clear():
            self._base.execute("REPLACE INTO sources VALUES (?, NULL, NULL, NULL, ?, ?)", row)

    def add(self, contents: Sequence[Content], piece: Piece) -> None:
        """Keep what was read of documents."""
        with self._clear(), self._together():
            chunk = None
            if piece.tables:
                cursor = self._base.execute(
                    "INSERT INTO chunks VALUES (NULL, ?, ?, ?, ?)",
                    [piece.tables[name] for name in _TABLES],
                )
                chunk = cursor.lastrowid
            row = fact = claim = finding = 0
            for content, told in zip(contents, piece.told, strict=True):
                at = (chunk, row, fact, told.facts, claim, told.claims, finding, told.findings)
                self._insert(content, told, at)
                if not told.error:
                    row, fact = row + 1, fact + told.facts
                    claim, finding = claim + told.claims, finding + told.findings

    def read(self) -> Iterator[Place]:
        """The documents that were read, by source."""
        with self._clear():
            yield from map(Place._make, self._base.execute(_READ))

    def failed(self) -> Iterator[tuple[str, str | None, str, str]]:
        """Source, hash, class of error and message of each document that was not."""
        with self._clear():
            yield from self._base.execute(_FAILED)

    def repeated(self) -> Iterator[tuple[str, str, str]]:
        """Source and hash of each document whose bytes another source has, and that source."""
        with self._clear():
            yield from self._base.execute(_REPEATED)

    def chunk(self, number: int, table: str) -> bytes:
        """A chunk's packed rows of a table."""
        query = f"SELECT {table} FROM chunks WHERE id = ?"  # noqa: S608 - a name of ours
        with self._clear():
            (packed,) = self._base.execute(query, (number,)).fetchone()
            return bytes(packed)

    def _insert(self, content: Content, told: Told, at: tuple[int | None, ...]) -> None:
        key = self._keys.of(told.error)
        self._base.execute(
            "REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            (*content, key, told.error, told.message, *at),
        )

    @contextmanager
    def _together(self) -> Iterator[None]:
        """One transaction."""
        self._base.execute("BEGIN")
        try:
            yield
        except BaseException:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    @contextmanager
    def _clear(self) -> Iterator[None]:
        """What SQLite says of a disk, as the system would."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
            code = errno.ENOSPC if full else errno.EIO
            said = "the disk is full" if full else f"it cannot be used: {error}"
            raise OSError(code, said, str(self.path)) from error
