"""Clause 7: an adapter gives the same for the same, soon, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import gc
import io
import pickle
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from govinfo.blocks import Block, Document, Paragraph
from govinfo.errors import GovInfoError
from govinfo.source import Limits, Source
from govinfo.testing import shape
from govinfo.testing.clauses import clause
from govinfo.testing.grids import table_of
from govinfo.testing.hooks import SAMPLE, Hooks

_THREADS, _TASKS = 4, 24
_SLOW = 20.0
"""Seconds of the processor in which some hundred tables must be read on any machine."""
_FAR_FROM_LINEAR = 3.0


class Behaving(Hooks):
    """How an adapter behaves when it is used again and again."""

    @clause("7.1")
    def test_the_same_bytes_give_the_same_document(self) -> None:
        def check(document: Document) -> None:
            data = self.write(document)
            one, other = self.read(data), self.read(data)
            assert one == other, f"first:\n{one.dump()}\nthen:\n{other.dump()}"

        self.any_of(self.documents(), check)

    @clause("7.2")
    def test_nothing_is_kept_from_one_read_to_the_next(self) -> None:
        one, other = self.write(SAMPLE), self.write(_other())
        alone = [self.read(one), self.read(other)]
        adapter = self.adapter
        for data, expected in zip([one, other, one, other], alone * 2, strict=True):
            for broken in (b"", data[: len(data) // 2]):
                with contextlib.suppress(GovInfoError):
                    adapter.read(Source(broken), Limits())
            read = adapter.read(Source(data), Limits())
            assert read == expected, f"alone:\n{expected.dump()}\nafter others:\n{read.dump()}"

    @clause("7.3")
    def test_threads_may_share_an_adapter(self) -> None:
        files = [self.write(SAMPLE), self.write(_other())] * (_TASKS // 2)
        expected = [self.read(data) for data in files]
        adapter = self.adapter
        with ThreadPoolExecutor(_THREADS) as pool:
            read = list(pool.map(lambda data: adapter.read(Source(data), Limits()), files))
        wrong = sum(one != other for one, other in zip(read, expected, strict=True))
        assert not wrong, f"{wrong} of {len(files)} documents differ from those read alone"

    @clause("7.4")
    def test_documents_can_be_kept_and_compared(self) -> None:
        read = self.read(self.write(SAMPLE))
        again = pickle.loads(pickle.dumps(read))  # noqa: S301 - our own bytes
        assert again == read, "a document that was pickled is not equal to itself"
        assert hash(again) == hash(read), "a document that was pickled hashes otherwise"

    @clause("7.5")
    def test_the_name_of_the_file_changes_nothing(self) -> None:
        data = self.write(SAMPLE)
        one, other = (self.read(data, name=name) for name in ("a.unknown", "甲乙.PDF"))
        assert one == other, f"one name:\n{one.dump()}\nanother:\n{other.dump()}"

    @clause("7.6")
    def test_nothing_is_printed_or_warned_of(self) -> None:
        data = self.write(SAMPLE)
        said = io.StringIO()
        with (
            warnings.catch_warnings(),
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
        ):
            warnings.simplefilter("error")
            self.read(data)
            with contextlib.suppress(GovInfoError):
                self.read(data[: len(data) // 2])
        assert said.getvalue() == "", f"it printed {said.getvalue()!r}"

    @clause("7.7")
    def test_time_grows_with_the_document_only(self) -> None:
        self._seconds(_long(1))  # what is loaded by the first document is no part of the work
        few, many = (self._seconds(_long(groups)) for groups in (25, 100))
        assert many < _SLOW, f"{many:.1f} seconds"
        assert many < 4 * _FAR_FROM_LINEAR * max(few, 0.05), (
            f"four times as much took {many / few:.0f} times as long"
        )

    def _seconds(self, document: Document) -> float:
        data = self.write(document)
        with _uncollected():
            start = time.process_time()
            read = self.read(data)
            taken = time.process_time() - start
        assert len(shape.words(read)) == len(shape.words(document)), "not all was read"
        return taken


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is collected meanwhile: walking what a process holds is no part of the work."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _other() -> Document:
    return Document(
        (
            Paragraph("丙水木。"),
            table_of([["丁", "7"], ["戊", "8"]]),
            Paragraph("火金土。"),
            table_of([["己", "1", "2", "3"], ["庚", "4", "5", "6"]]),
        )
    )


def _long(groups: int) -> Document:
    return Document((*chain.from_iterable(map(_group, range(groups))), Paragraph("丙土。")))


def _group(number: int) -> tuple[Block, ...]:
    """Text and a table of which no two groups have the same: what repeats may be a header."""
    name = "".join("甲乙丙丁水火木金土"[number // 9**power % 9] for power in range(4))
    rows = [["项目", name, "合计"], *([f"甲{row}", str(row), str(row)] for row in range(9))]
    return (Paragraph(f"{name}木金土。"), Paragraph(f"乙金{name}。"), table_of(rows))
