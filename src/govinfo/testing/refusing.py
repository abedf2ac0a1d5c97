"""Clauses 5 and 6: which errors leave an adapter, and which limits it obeys."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterable

import pytest
from hypothesis import strategies as st

from govinfo.blocks import Document, Paragraph
from govinfo.errors import (
    CorruptDocument,
    EncryptedDocument,
    GovInfoError,
    LimitExceeded,
    NoTextLayer,
    UnsupportedFormat,
)
from govinfo.source import Limits
from govinfo.testing import shape
from govinfo.testing.clauses import clause
from govinfo.testing.grids import table_of
from govinfo.testing.hooks import SAMPLE, Hooks
from govinfo.testing.samples import BINARY, FOREIGN

_CUTS = 40
_MEGABYTE = 1 << 20


class Refusing(Hooks):
    """What an adapter refuses, and how."""

    @clause("5.1")
    def test_no_bytes_are_no_document(self) -> None:
        with pytest.raises(CorruptDocument) as caught:
            self.read(b"")
        assert str(caught.value), "the error says nothing"

    @clause("5.2")
    def test_a_file_that_is_cut_short_is_refused_or_read_to_the_cut(self) -> None:
        data = self.write(SAMPLE)
        whole = "".join(shape.words(self.read(data)))
        for end in sorted({len(data) * part // _CUTS for part in range(1, _CUTS)}):
            read = self._read_or_refuse(data[:end])
            if read is None:
                continue
            assert not self.whole, f"{end} of {len(data)} bytes were read as if they were all"
            found = shape.words(shape.before_the_end(read))
            made_up = [word for word in found if word not in whole]
            assert not made_up, f"{end} of {len(data)} bytes: read what was not written: {made_up}"

    @clause("5.3")
    def test_any_bytes_are_read_or_refused(self) -> None:
        begun = self.write(SAMPLE)

        def check(data: bytes) -> None:
            self._read_or_refuse(data)

        after = st.binary(max_size=400)
        beginnings = st.integers(0, min(len(begun), 200)).map(lambda end: begun[:end])
        self.any_of(st.one_of(after, st.builds(bytes.__add__, beginnings, after)), check)

    @clause("5.4")
    def test_a_damaged_file_is_read_or_refused(self) -> None:
        data = self.write(SAMPLE)
        places = st.tuples(st.integers(0, len(data) - 1), st.integers(0, 255))

        def check(damage: list[tuple[int, int]]) -> None:
            damaged = bytearray(data)
            for place, byte in damage:
                damaged[place] = byte
            self._read_or_refuse(bytes(damaged))

        self.any_of(st.lists(places, min_size=1, max_size=8), check)

    @clause("5.5")
    def test_files_of_other_kinds_are_refused(self) -> None:
        own = {*self.adapter.extensions, *self.also_claims}
        for ending in (ending for ending in BINARY if ending not in own):
            with pytest.raises((CorruptDocument, UnsupportedFormat)) as caught:
                print(self.read(FOREIGN[ending]).dump())  # noqa: T201 - beside the failure
            assert str(caught.value), "the error says nothing"

    @clause("5.6", needs="encrypted")
    def test_a_file_that_needs_a_password_says_so(self) -> None:
        with pytest.raises(EncryptedDocument):
            self.read(self.encrypted())

    @clause("5.7", needs="pictures")
    def test_pictures_of_text_are_no_text(self) -> None:
        with pytest.raises(NoTextLayer):
            self.read(self.pictures())

    @clause("6.1")
    def test_cells_are_limited(self) -> None:
        rows = table_of([[f"甲{row}", "1", "2"] for row in range(12)])
        data = self.write(Document((Paragraph("甲水火"), rows, Paragraph("乙木。"))))
        assert self.read(data, Limits(cells=36)).blocks
        self._exceeds(data, (Limits(cells=cells) for cells in (1, 5, 35)))

    @clause("6.2")
    def test_blocks_are_limited(self) -> None:
        data = self.write(Document(tuple(Paragraph(f"甲水{number}火。") for number in range(60))))
        assert len(self.read(data, Limits(blocks=200)).blocks) == 60
        self._exceeds(data, (Limits(blocks=blocks) for blocks in (1, 10, 40)))

    @clause("6.3")
    def test_lines_are_limited(self) -> None:
        data = self.write(Document((Paragraph("甲" * 30),)))
        assert self.read(data, Limits(line=200)).blocks
        self._exceeds(data, (Limits(line=line) for line in (1, 10)))

    @clause("6.4", needs="paged")
    def test_pages_are_limited(self) -> None:
        data = self.paged([f"甲水{number}。" for number in range(6)])
        assert self.read(data, Limits(pages=6)).blocks
        self._exceeds(data, (Limits(pages=pages) for pages in (1, 5)))

    @clause("6.5", needs="deep")
    def test_depth_is_limited(self) -> None:
        self._exceeds(self.deep(40), [Limits(depth=10)])
        for depth in (1_000, 30_000):
            with pytest.raises(GovInfoError):
                print(self.read(self.deep(depth)).dump())  # noqa: T201 - beside the failure

    @clause("6.6", needs="bomb")
    def test_what_is_unpacked_is_limited(self) -> None:
        data = self.bomb(64 * _MEGABYTE)
        assert len(data) < _MEGABYTE, "the bomb is no small file"
        tracemalloc.start()
        try:
            self._exceeds(data, [Limits(bytes=_MEGABYTE)])
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert most < 16 * _MEGABYTE, f"{most:,} bytes were taken to refuse the file"

    def _read_or_refuse(self, data: bytes) -> Document | None:
        try:
            read = self.read(data)
        except GovInfoError as error:
            if not str(error):
                raise AssertionError("the error says nothing") from error
            return None
        faults = [
            *shape.document_faults(read, self.adapter.name),
            *shape.table_faults(read),
            *shape.anchor_faults(read),
        ]
        assert not faults, "\n".join(faults)
        return read

    def _exceeds(self, data: bytes, limits: Iterable[Limits]) -> None:
        for limit in limits:
            with pytest.raises(LimitExceeded) as caught:
                print(f"{limit}:\n{self.read(data, limit).dump()}")  # noqa: T201 - likewise
            assert str(caught.value), "the error says nothing"
