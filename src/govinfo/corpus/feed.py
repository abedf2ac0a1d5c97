"""From sources to the journal: documents go out in parcels, what was read comes back."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait

from govinfo.corpus.crew import Crew, answer
from govinfo.corpus.journal import Content, Journal
from govinfo.corpus.rows import Bytes, Piece
from govinfo.corpus.sources import Item, Reader
from govinfo.corpus.summary import State, parted
from govinfo.errors import GovInfoError

_PARCEL = 32
"""Documents of a parcel at most: the way there and back costs little for each."""
_PARCEL_BYTES = 1 << 20
"""Bytes of a parcel, unless one document has more."""
_AHEAD = 2
"""Parcels for each job that are under way: one that is read, one that waits."""
_NAMES = 256
"""Names that are written together."""


class Feed:
    """One run's way from items to the journal."""

    def __init__(
        self,
        journal: Journal,
        crew: Crew,
        reader: Reader,
        tell: Callable[[State], None] | None,
    ) -> None:
        self.resumed = 0
        self._journal = journal
        self._crew = crew
        self._reader = reader
        self._tell = tell or _silent
        self._parcel: list[tuple[Content, Bytes]] = []
        self._size = 0
        self._away: dict[Future[list[Piece]], list[tuple[Content, Bytes]]] = {}
        self._pending: Counter[Content] = Counter()
        self._names: list[tuple[str, Content, int]] = []
        self._errors: Counter[str] = Counter()
        self._done = 0
        self._total = 0
        self._began = time.monotonic()

    def run(self, items: Sequence[Item]) -> None:
        """Have all items read."""
        self._total = len(items)
        most = max(1, min(_PARCEL, len(items) // (self._crew.jobs * 4)))
        self._say()
        for item in items:
            self._take(item)
            if len(self._parcel) >= most or self._size >= _PARCEL_BYTES:
                self._send()
        self._send()
        while self._away:
            self._collect()
        self._write_names()

    def salvage(self) -> None:
        """Keep what is finished, and wait for nothing else."""
        self._tell = _silent
        for future in list(self._away):
            if future.done() and not future.cancelled() and future.exception() is None:
                self._keep(future)
            else:
                future.cancel()
        self._write_names()

    def _take(self, item: Item) -> None:
        try:
            source = self._reader.read(item)
        except GovInfoError as error:
            message = str(error).removeprefix(f"{item.name}: ")
            self._journal.unread(item.name, type(error).__name__, message)
            self._finish(type(error).__name__)
            return
        digest = hashlib.sha256(source.data).hexdigest()
        content = Content(digest, source.extension)
        self._names.append((item.name, content, len(source.data)))
        if len(self._names) >= _NAMES:
            self._write_names()
        if content in self._pending:
            self._pending[content] += 1
            return
        known = self._journal.has(content)
        if known is not None:
            outcome, fresh = known
            self.resumed += not fresh
            self._finish(outcome)
            return
        self._pending[content] = 1
        self._parcel.append((content, Bytes(source.data, source.extension)))
        self._size += len(source.data)

    def _send(self) -> None:
        if not self._parcel:
            return
        while len(self._away) >= self._crew.jobs * _AHEAD:
            self._collect()
        self._submit(self._parcel)
        self._parcel, self._size = [], 0

    def _submit(self, parcel: list[tuple[Content, Bytes]]) -> None:
        self._away[self._crew.submit([document for _, document in parcel])] = parcel

    def _collect(self) -> None:
        """Wait for something, and keep it."""
        finished, _ = wait(self._away, return_when=FIRST_COMPLETED)
        for future in finished:
            self._keep(future)

    def _keep(self, future: Future[list[Piece]]) -> None:
        parcel = self._away.pop(future)
        pieces = answer(future, len(parcel))
        if pieces is None:
            for one in parcel:
                self._submit([one])
            return
        for piece in pieces:
            contents = [parcel[number][0] for number in piece.numbers]
            self._journal.add(contents, piece)
            for content, told in zip(contents, piece.told, strict=True):
                self._finish(told.error, self._pending.pop(content))
        self._say()

    def _finish(self, error: str, sources: int = 1) -> None:
        self._done += sources
        if error:
            self._errors[error] += 1

    def _write_names(self) -> None:
        self._journal.name(self._names)
        self._names = []
        self._say()

    def _say(self) -> None:
        no_report, failed = parted(self._errors)
        seconds = time.monotonic() - self._began
        self._tell(State(self._total, self._done, no_report, sum(failed.values()), seconds))


def _silent(_state: State) -> None:
    """Tell nobody."""
