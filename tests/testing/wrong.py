"""Adapters that are wrong in one way each, by the clause of the contract that they break."""

from __future__ import annotations

import io
import time
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any

from attrs import evolve

from govinfo.adapters.docx import DocxAdapter
from govinfo.adapters.pdf import PdfAdapter
from govinfo.blocks import Anchor, Block, Cell, Document, Heading, Paragraph, Table
from govinfo.errors import CorruptDocument, EncryptedDocument, LimitExceeded, NoTextLayer
from govinfo.source import Limits, Source
from testing.loading import LoadingAdapter

_ENDLESS = 10**12


def altered(change: Callable[[Document], Any], of: Any = DocxAdapter) -> type:
    """An adapter whose documents are changed before they are returned."""

    class Altered(of):  # type: ignore[misc]
        def read(self, source: Source, limits: Limits) -> Any:
            return change(super().read(source, limits))

    return Altered


def by_block(change: Callable[[Block], Block]) -> type:
    """An adapter that changes each block."""
    return altered(lambda read: evolve(read, blocks=tuple(map(change, read.blocks))))


def by_text(change: Callable[[str], str]) -> type:
    """An adapter that changes each text."""

    def of_block(block: Block) -> Block:
        if isinstance(block, Table):
            return _with_cells(block, (evolve(c, text=change(c.text)) for c in block.cells))
        return evolve(block, text=change(block.text))

    return by_block(of_block)


def by_cells(change: Callable[[Table], Iterable[Cell]]) -> type:
    """An adapter that changes the cells of each table."""
    return by_block(lambda b: _with_cells(b, change(b)) if isinstance(b, Table) else b)


def by_blocks(change: Callable[[tuple[Block, ...]], Iterable[Block]]) -> type:
    """An adapter that changes the sequence of blocks."""
    return altered(lambda read: evolve(read, blocks=tuple(change(read.blocks))))


def on_error(error: type[Exception], instead: Callable[[], Document]) -> type:
    """An adapter that does something else where the right one raises an error."""

    class Instead(DocxAdapter):
        def read(self, source: Source, limits: Limits) -> Document:
            try:
                return super().read(source, limits)
            except error:
                return instead()

    return Instead


def raising(error: Exception) -> Callable[[], Document]:
    def do() -> Document:
        raise error

    return do


def without_limit(name: str, of: Any = DocxAdapter) -> type:
    """An adapter that ignores one of the limits."""

    class Limitless(of):  # type: ignore[misc]
        def read(self, source: Source, limits: Limits) -> Any:
            return super().read(source, evolve(limits, **{name: _ENDLESS}))

    return Limitless


def with_member(**members: Any) -> type:
    return type("WithMember", (DocxAdapter,), members)


def sniffing(sniff: Callable[[bytes], Any]) -> type:
    return with_member(sniff=lambda _, head: sniff(head))


class Half:
    name = "docx"
    extensions = (".docx",)


class ReadsHeaders(DocxAdapter):
    def read(self, source: Source, limits: Limits) -> Document:
        read = super().read(source, limits)
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            if "word/header1.xml" in archive.namelist():
                return evolve(read, blocks=(Paragraph("丙丁戊己庚"), *read.blocks))
        return read


class UnpacksFirst(DocxAdapter):
    def read(self, source: Source, limits: Limits) -> Document:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            archive.read("word/document.xml")
        return super().read(source, limits)


class KeepsState(DocxAdapter):
    def __init__(self) -> None:
        self._read = 0

    def read(self, source: Source, limits: Limits) -> Document:
        self._read += 1
        read = super().read(source, limits)
        return evolve(read, metadata={"read": str(self._read)})


class KeepsErrors(DocxAdapter):
    """Keeps state only when reading fails."""

    def __init__(self) -> None:
        self._failed = False

    def read(self, source: Source, limits: Limits) -> Document:
        failed, self._failed = self._failed, True
        read = super().read(source, limits)
        self._failed = False
        return evolve(read, blocks=()) if failed else read


class SharesBuffer(DocxAdapter):
    def read(self, source: Source, limits: Limits) -> Document:
        self._document = super().read(source, limits)
        time.sleep(0.002)
        return self._document


class NamesFile(DocxAdapter):
    def read(self, source: Source, limits: Limits) -> Document:
        return evolve(super().read(source, limits), metadata={"file": source.name})


class Slow(DocxAdapter):
    def read(self, source: Source, limits: Limits) -> Document:
        read = super().read(source, limits)
        cells = sum(len(block.cells) for block in read.blocks if isinstance(block, Table))
        end = time.process_time() + (cells / 2_000) ** 4
        while time.process_time() < end:
            pass
        return read


_COUNTER = count()


def _with_cells(table: Table, cells: Iterable[Cell]) -> Table:
    return evolve(table, cells=tuple(cells))


def _reordered(table: Table) -> Iterator[Cell]:
    """Columns counted by the cells of a row, whatever hangs down from the rows above."""
    for row in table.rows:
        column = 0
        for cell in row:
            at = Anchor(table=cell.anchor.table if cell.anchor else None, row=cell.row + 1)
            yield evolve(cell, column=column, anchor=evolve(at, column=column + 1))
            column += cell.colspan


def _repeated(table: Table) -> Iterator[Cell]:
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                yield evolve(cell, row=row, column=column, rowspan=1, colspan=1)


def _one_column(block: Block) -> bool:
    return isinstance(block, Table) and block.n_columns == 1


def _not_nested(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for before, block in zip((None, *blocks), blocks, strict=False):
        if not (isinstance(before, Table) and isinstance(block, Table)):
            yield block


def _unpicklable(text: str) -> str:
    class Text(str):
        __slots__ = ()

    return Text(text)


def _with_list(read: Document) -> Document:
    blocks: Any = list(read.blocks)
    return evolve(read, blocks=blocks)


def _said(read: Document, say: Callable[[str], object]) -> Document:
    say("reading")
    return read


_OTHER = Document((Paragraph("甲", Anchor(paragraph=1)),), format="docx")
_LOST = on_error(CorruptDocument, lambda: _OTHER)

WRONG: list[tuple[str, str, type]] = [
    ("1.1", "lacks members", Half),
    ("1.1", "name with a capital", with_member(name="Docx")),
    ("1.2", "extensions in a string", with_member(extensions=".docx")),
    ("1.2", "extensions without a dot", with_member(extensions=("docx",))),
    ("1.2", "media type of no kind", with_member(media_types=("docx",))),
    ("1.3", "not registered", with_member()),
    ("1.4", "loads lxml at once", LoadingAdapter),
    ("1.5", "options in a string", with_member(options="password")),
    ("1.5", "options that nothing takes", with_member(options=("password",), configured=None)),
    ("2.1", "claims nothing", sniffing(lambda _: False)),
    ("2.2", "sniffs by an index", sniffing(lambda head: head[0] == ord("P"))),
    ("2.2", "answers with something", sniffing(lambda head: head[:2])),
    ("2.3", "claims every ZIP file", sniffing(lambda head: head.startswith(b"PK"))),
    ("2.4", "is another's", with_member(name="other")),
    ("3.1", "names no format", altered(lambda read: evolve(read, format=""))),
    ("3.1", "returns blocks only", altered(lambda read: read.blocks)),
    ("3.1", "blocks in a list", altered(_with_list)),
    ("3.1", "blank paragraphs", by_blocks(lambda blocks: (*blocks, Paragraph(" ")))),
    ("3.1", "control characters", by_text(lambda text: f"{text}\r")),
    (
        "3.2",
        "cells by column",
        by_cells(lambda t: sorted(t.cells, key=lambda c: (c.column, c.row))),
    ),
    (
        "3.2",
        "cells overlap",
        by_cells(lambda t: (evolve(c, colspan=c.colspan + 1) for c in t.cells)),
    ),
    ("3.3", "loses markup", by_text(lambda text: text.replace("<", ""))),
    ("3.3", "unescapes twice", by_text(lambda text: text.replace("&", "&amp;"))),
    (
        "3.3",
        "headings are paragraphs",
        by_block(lambda b: Paragraph(b.text, b.anchor) if isinstance(b, Heading) else b),
    ),
    ("3.3", "loses the last paragraph", by_blocks(lambda blocks: blocks[:-1])),
    ("3.4", "drops a cell", by_cells(lambda table: table.cells[:-1])),
    ("3.4", "counts columns by cells", by_cells(_reordered)),
    ("3.4", "loses spans", by_cells(lambda t: (evolve(c, rowspan=1) for c in t.cells))),
    (
        "3.4",
        "columns from 1",
        by_cells(lambda t: (evolve(c, column=c.column + 1) for c in t.cells)),
    ),
    (
        "3.5",
        "tables last",
        by_blocks(lambda blocks: sorted(blocks, key=lambda b: isinstance(b, Table))),
    ),
    (
        "3.5",
        "not aligned",
        by_block(lambda b: evolve(b, aligned=False) if isinstance(b, Table) else b),
    ),
    ("3.6", "drops blank cells", by_cells(lambda t: (c for c in t.cells if c.text))),
    ("3.6", "blank cells with a dash", by_text(lambda text: text or "-")),
    ("3.7", "line breaks lost", by_text(lambda text: text.replace("\n", ""))),
    ("3.8", "blanks lost", by_text(lambda text: text.replace(" ", ""))),
    (
        "3.9",
        "drops tables of one column",
        by_blocks(lambda blocks: (b for b in blocks if not _one_column(b))),
    ),
    ("3.10", "drops nested tables", by_blocks(_not_nested)),
    ("3.11", "reads page headers", ReadsHeaders),
    ("3.12", "drops metadata", altered(lambda read: evolve(read, metadata={}))),
    ("3.13", "repeats merged cells", by_cells(_repeated)),
    ("4.1", "no places", by_block(lambda block: evolve(block, anchor=None))),
    (
        "4.1",
        "rows from 0",
        by_cells(
            lambda t: (
                evolve(c, anchor=Anchor(table=1, row=c.row, column=c.column + 1)) for c in t.cells
            )
        ),
    ),
    (
        "4.2",
        "every table is the first",
        by_block(lambda b: evolve(b, anchor=Anchor(table=1)) if isinstance(b, Table) else b),
    ),
    ("5.1", "nothing is a document", _LOST),
    ("5.2", "a cut file is a document", _LOST),
    ("5.2", "a cut file is its own error", on_error(CorruptDocument, raising(ValueError("cut")))),
    ("5.3", "an error of its own", on_error(CorruptDocument, raising(KeyError("body")))),
    ("5.3", "an error that says nothing", on_error(CorruptDocument, raising(CorruptDocument()))),
    (
        "5.4",
        "an error of the library",
        on_error(CorruptDocument, raising(zipfile.BadZipFile("bad"))),
    ),
    ("5.5", "another's file is a document", _LOST),
    ("5.6", "encrypted is corrupt", on_error(EncryptedDocument, raising(CorruptDocument("?")))),
    ("5.7", "pictures are a document", on_error(NoTextLayer, lambda: _OTHER)),
    ("6.1", "ignores the limit of cells", without_limit("cells")),
    ("6.2", "ignores the limit of blocks", without_limit("blocks")),
    ("6.3", "ignores the limit of a line", without_limit("line")),
    ("6.4", "ignores the limit of pages", without_limit("pages", PdfAdapter)),
    ("6.5", "ignores the limit of depth", without_limit("depth")),
    ("6.5", "recurses", on_error(LimitExceeded, raising(RecursionError()))),
    ("6.6", "ignores the limit of bytes", without_limit("bytes")),
    ("6.6", "unpacks before it looks", UnpacksFirst),
    ("7.1", "never twice the same", by_text(lambda text: f"{text}{next(_COUNTER)}")),
    ("7.2", "counts its reads", KeepsState),
    ("7.2", "remembers a failure", KeepsErrors),
    ("7.3", "shares a buffer", SharesBuffer),
    ("7.4", "cannot be pickled", by_text(_unpicklable)),
    ("7.5", "names the file", NamesFile),
    ("7.6", "prints", altered(lambda read: _said(read, print))),
    ("7.6", "warns", altered(lambda read: _said(read, warnings.warn))),
    ("7.7", "slower and slower", Slow),
    (
        "4.3",
        "tells no pages",
        altered(
            lambda read: evolve(
                read, blocks=tuple(evolve(b, anchor=Anchor(paragraph=1)) for b in read.blocks)
            ),
            PdfAdapter,
        ),
    ),
]
"""Clause, what is wrong, adapter."""
