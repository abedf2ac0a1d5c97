"""A document drawn from bytes, for fuzzing what follows the adapters."""

from __future__ import annotations

from govinfo import Disputes, Proactive2021, Requests
from govinfo.blocks import Block, Cell, Document, Figure, Heading, Paragraph, Table
from govinfo.grammar.compile import compile_class
from hostile.corpus import REPORT

_LABELS = tuple(
    dict.fromkeys(
        label
        for cls in (Requests, Disputes, Proactive2021)
        for row in compile_class(cls).rows
        for label in (row.label, *(column.label for column in row.columns))
    )
)
_TEXTS = (
    *REPORT.splitlines(),
    *("", " ", "/", "—", "无", "0", "1", "12", "1 2", "3\n4", "-1", "１２", "9" * 40, "1.5万元"),
    *("2023年", "三、", "（一）", "合计", "单位：件", "表1", "上一年", "续表"),
    "2023年，本机关收到申请3件，予以公开2件。",
)  # fmt: skip
_ALL = (*_LABELS, *_TEXTS)


def document(data: bytes) -> Document:
    """The document that some bytes stand for: each block is told by a few of them."""
    given = iter(data)
    blocks: list[Block] = []
    while (kind := next(given, None)) is not None and len(blocks) < 300:
        match kind % 5:
            case 0:
                blocks.append(Heading(_text(next(given, 0)), 1 + next(given, 0) % 6))
            case 1:
                blocks.append(Paragraph("".join(_text(next(given, 0)) for _ in range(kind // 64))))
            case 2:
                blocks.append(Figure(_text(next(given, 0))))
            case _:
                blocks.append(_table(given, kind))
    return Document(tuple(blocks), format="drawn")


def _text(number: int) -> str:
    return _ALL[number % len(_ALL)]


def _table(given: object, kind: int) -> Table:
    assert hasattr(given, "__next__")
    take = given.__next__
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    try:
        rows, columns = 1 + take() % 12, 1 + take() % 12
        for row in range(rows):
            for column in range(columns):
                if (row, column) in taken:
                    continue
                number, span = take(), take()
                tall = 1 + (span & 3 if span > 200 else 0)
                wide = 1
                while wide <= span >> 2 & 3 and column + wide < columns:
                    if (row, column + wide) in taken:
                        break
                    wide += 1
                tall = min(tall, rows - row)
                taken.update((row + r, column + c) for r in range(tall) for c in range(wide))
                cells.append(Cell(_text(number), row, column, tall, wide, header=span == 1))
    except StopIteration:
        pass
    return Table(tuple(cells), aligned=kind % 5 == 3)
