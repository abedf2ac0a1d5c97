"""Where a run's results go."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from govinfo.corpus.books import BOOKS
from govinfo.corpus.writers import SHEETS, Folder, Writer

FORMATS = (*SHEETS, *BOOKS)
"""What can be written."""
_JOURNAL = ".journal"
_BOOK = "corpus"


@frozen(slots=True)
class Target:
    """Files to write.

    Attributes:
        folder: Where they are.
        formats: What is written.
        book: The file of a format that has one for all tables; by its format's name in the folder
            where `None`.
        journal: The file that a run keeps what is finished in.
    """

    folder: Path
    formats: Sequence[str]
    book: Path | None
    journal: Path

    def open(self, schemas: Mapping[str, Any]) -> list[Writer]:
        """A writer for each format, of tables with these schemas."""
        made: list[Writer] = []
        try:
            for name in self.formats:
                if name in SHEETS:
                    made.append(Folder(self.folder, SHEETS[name], schemas))
                else:
                    place = self.book or self.folder / f"{_BOOK}.{name}"
                    made.append(BOOKS[name](place, schemas))
        except BaseException:
            for writer in made:
                writer.abort()
            raise
        return made

    def prepare(self, *, resume: bool, overwrite: bool) -> None:
        """Make the folder, and see whether an earlier run's results may go.

        Raises:
            FileExistsError: There are some, and it was not said what to do with them.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        if overwrite:
            for ending in ("", "-wal", "-shm"):
                self.journal.with_name(f"{self.journal.name}{ending}").unlink(missing_ok=True)
        elif self.journal.exists() and not resume:
            raise FileExistsError(
                f"{self.book or self.folder} holds a run: go on with it (resume), or begin "
                "anew (overwrite)"
            )


def target(out: str | os.PathLike[str], to: str | Sequence[str] | None) -> Target:
    """What `out` and `to` mean: a folder, or one file where its ending says so.

    Raises:
        ValueError: There is no such format, or it is not that of the file.
    """
    path = Path(out)
    own = path.suffix.lower().removeprefix(".")
    formats = [to] if isinstance(to, str) else list(to or ([own] if own in BOOKS else ["parquet"]))
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise ValueError(f"{unknown[0]!r} cannot be written; there are: {', '.join(FORMATS)}")
    if own not in BOOKS or path.is_dir():
        _refuse_as_folder(path, own)
        return Target(path, formats, None, path / _JOURNAL)
    if formats != [own]:
        raise ValueError(f"{path} is one file of format {own}: for others, name a folder")
    return Target(path.parent, formats, path, path.with_name(f".{path.name}{_JOURNAL}"))


def _refuse_as_folder(path: Path, own: str) -> None:
    """A name that ends like a file's is no folder's, unless there is one of that name.

    Raises:
        ValueError: It was meant for a file.
    """
    if path.is_dir():
        return
    if own in SHEETS:
        raise ValueError(
            f"{path}: {own} is a file for each table: name a folder, and {own} as the format"
        )
    if near := difflib.get_close_matches(own, FORMATS, n=1):
        raise ValueError(f"{path} ends like no file that can be written; did you mean .{near[0]}?")
