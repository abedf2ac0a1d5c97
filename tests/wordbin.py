"""Writes documents of Word 97 by hand: a header, the text, its formatting in pages, the tables."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from attrs import frozen

from compoundml import compound, summary
from govinfo.adapters.doc import DocAdapter
from govinfo.blocks import Document, Heading, Table
from govinfo.source import Limits, Source
from govinfo.testing import Slot, slots

_TEXT_AT, _PAGE, _WIDTH = 2048, 512, 1000
_HEADER = 1024
CELL, RETURN = "\x07", "\r"


@frozen
class Run:
    """Letters that look alike, and their properties."""

    text: str
    properties: bytes = b""


@frozen
class Par:
    """A paragraph with the mark that ends it, and its properties."""

    runs: Sequence[Run]
    properties: bytes = b""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def sprm(code: int, value: bytes) -> bytes:
    return struct.pack("<H", code) + value


def switch(code: int, value: int = 1) -> bytes:
    return sprm(code, bytes([value]))


def par(text: str, properties: bytes = b"", end: str = RETURN) -> Par:
    return Par([Run(text.replace("\n", "\x0b") + end)], properties)


def in_table(depth: int = 1) -> bytes:
    return switch(0x2416) + sprm(0x6649, struct.pack("<I", depth))


def cell(text: str, depth: int = 1) -> Par:
    if depth > 1:
        return par(text, in_table(depth) + switch(0x244B))
    return par(text, in_table(), CELL)


def row_end(edges: Sequence[int], flags: Sequence[int], depth: int = 1) -> Par:
    """The mark that ends a row, with its definition."""
    held = struct.pack(f"<B{len(edges)}h", len(flags), *edges)
    held += b"".join(struct.pack("<H18x", flag) for flag in flags)
    ends = switch(0x2417) if depth == 1 else switch(0x244B) + switch(0x244C)
    definition = sprm(0xD608, struct.pack("<H", len(held) + 1) + held)
    end = CELL if depth == 1 else RETURN
    return Par([Run(end)], in_table(depth) + ends + definition)


def table(made: Table, last: Sequence[Par] = (), depth: int = 1) -> list[Par]:
    """The paragraphs of a table; `last` stand in its last cell after its text."""
    pars: list[Par] = []
    for line in slots(made):
        shown = [slot for slot in line if slot.first]
        for slot in shown:
            text = slot.cell.text if slot.begins else ""
            if last and slot.begins and slot.cell is made.cells[-1]:
                pars += [par(text, in_table(depth)), *last, cell("", depth)]
            else:
                pars.append(cell(text, depth))
        edges = [shown[0].cell.column * _WIDTH]
        edges += [(slot.cell.column + slot.cell.colspan) * _WIDTH for slot in shown]
        pars.append(row_end(edges, [_flag(slot) for slot in shown], depth))
    return pars


def _flag(slot: Slot) -> int:
    if slot.cell.rowspan == 1:
        return 0
    return 0x60 if slot.begins else 0x20


def file(
    pars: Sequence[Par],
    *,
    notes: Sequence[Par] = (),
    metadata: Mapping[str, str] | None = None,
    flags: int = 0,
    kind: int = 0xA5EC,
    version: int = 0xC1,
    class_id: bytes = bytes(16),
) -> bytes:
    """A document; notes stand after its body, as Word keeps them."""
    whole = [*pars, *notes]
    text = "".join(one.text for one in whole)
    units = text.encode("utf-16-le")
    word = bytearray(_TEXT_AT) + units
    word = bytearray(word.ljust(-(-len(word) // _PAGE) * _PAGE, b"\0"))
    of_paragraphs = [(len(one.text.encode("utf-16-le")), one.properties) for one in whole]
    of_runs = [
        (len(run.text.encode("utf-16-le")), run.properties) for one in whole for run in one.runs
    ]
    table_stream = bytearray(16)
    places: dict[int, tuple[int, int]] = {}

    def add(number: int, data: bytes) -> None:
        places[number] = (len(table_stream), len(data))
        table_stream.extend(data)

    for number, runs, paragraphs in ((12, of_runs, False), (13, of_paragraphs, True)):
        pages, starts = _pages(runs, paragraphs=paragraphs)
        first = len(word) // _PAGE
        word += b"".join(pages)
        add(
            number,
            struct.pack(f"<{len(starts)}I", *starts)
            + struct.pack(f"<{len(pages)}I", *range(first, first + len(pages))),
        )
    length = len(units) // 2
    pieces = struct.pack("<IIHIH", 0, length, 0, _TEXT_AT, 0)
    add(33, b"\x02" + struct.pack("<I", len(pieces)) + pieces)
    struct.pack_into("<HH", word, 0, kind, version)
    struct.pack_into("<H", word, 0x0A, flags | 0x0200)
    body = sum(len(one.text.encode("utf-16-le")) // 2 for one in pars)
    struct.pack_into("<II", word, 0x4C, body, length - body)
    for number, place in places.items():
        struct.pack_into("<II", word, 0x9A + 8 * number, *place)
    streams = {
        "WordDocument": bytes(word),
        "1Table": bytes(table_stream),
        "\x05SummaryInformation": summary(**(metadata or {})),
    }
    return compound(streams, class_id)


def _pages(runs: Sequence[tuple[int, bytes]], *, paragraphs: bool) -> tuple[list[bytes], list[int]]:
    """Formatting in pages, and where the text of each begins, the last one's end included."""
    pages, starts = [], [_TEXT_AT]
    at, rest = _TEXT_AT, list(runs)
    while rest:
        step = 13 if paragraphs else 1
        taken, end = 0, _PAGE - 1
        places, edges = b"", [at]
        page = bytearray(_PAGE)
        for size, properties in rest:
            held = _held(properties, paragraphs=paragraphs)
            begin = (end - len(held)) // 2 * 2
            if begin < 4 * (taken + 2) + step * (taken + 1):
                break
            page[begin : begin + len(held)] = held
            places += bytes([begin // 2]) + bytes(step - 1)
            end = begin
            at += size
            edges.append(at)
            taken += 1
        page[: 4 * len(edges)] = struct.pack(f"<{len(edges)}I", *edges)
        page[4 * len(edges) : 4 * len(edges) + len(places)] = places
        page[-1] = taken
        pages.append(bytes(page))
        starts.append(at)
        rest = rest[taken:]
    return pages, starts


def _held(properties: bytes, *, paragraphs: bool) -> bytes:
    if not paragraphs:
        return bytes([len(properties)]) + properties
    held = struct.pack("<H", 0) + properties
    # An even count of bytes is told in a second byte, after a zero.
    if len(held) % 2:
        return bytes([(len(held) + 1) // 2]) + held
    return bytes([0, len(held) // 2]) + held


def write(document: Document) -> bytes:
    """A file with a document's blocks and metadata."""
    pars: list[Par] = []
    for block, after in zip(document.blocks, [*document.blocks[1:], None], strict=True):
        if isinstance(block, Table):
            pars += table(block)
            if after is None or isinstance(after, Table):
                pars.append(par(""))
        elif isinstance(block, Heading):
            pars.append(par(block.text, switch(0x2640, block.level - 1)))
        else:
            pars.append(par(getattr(block, "text", "")))
    return file(pars, metadata=document.metadata)


def read(data: bytes, limits: Limits | None = None) -> Document:
    return DocAdapter().read(Source(data), limits or Limits())


def dump(pars: Sequence[Par]) -> list[str]:
    return [one for one in read(file(pars)).dump().splitlines() if not one.startswith("metadata")]
