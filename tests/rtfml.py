"""Writes rich text by hand, so that a test shows the markup beside what is read of it."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.adapters.rtf import RtfAdapter
from govinfo.blocks import Block, Document, Heading, Table
from govinfo.source import Limits, Source
from govinfo.testing import Slot, slots

_WIDTH = 1000
_HEAD = (
    r"{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}{\f2\fcharset2 Wingdings;}}"
    r"{\colortbl;\red255\green255\blue255;\red31\green56\blue100;}"
)


def escaped(text: str) -> str:
    """A text in the seven bits of rich text; a newline is a line break."""
    return "".join(map(_letter, text))


def _letter(letter: str) -> str:
    if letter == "\n":
        return "\\line "
    if letter in "\\{}":
        return f"\\{letter}"
    if letter.isascii():
        return letter
    units = letter.encode("utf-16-le")
    numbers = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(f"\\u{number - 65536 if number > 32767 else number}?" for number in numbers)


def par(content: str, properties: str = "") -> str:
    return f"\\pard\\plain{properties} {content}\\par\n"


def cell(content: str) -> str:
    return f"\\pard\\plain\\intbl {content}\\cell\n"


def row(definitions: str, *cells: str) -> str:
    """A row with its definition before and after its cells, as Word writes it."""
    return f"\\trowd{definitions}\n{''.join(cells)}\\trowd{definitions}\\row\n"


def plain_row(*contents: str) -> str:
    """A row of cells of one width."""
    edges = "".join(f"\\cellx{_WIDTH * (at + 1)}" for at in range(len(contents)))
    return row(edges, *map(cell, contents))


def table(made: Table, last: str = "") -> str:
    """The markup of a table; `last` follows in its last cell."""
    rows = []
    for line in slots(made):
        shown = [slot for slot in line if slot.first]
        rows.append(
            row(
                "".join(_definition(slot) for slot in shown),
                *(cell(_content(slot, made, last)) for slot in shown),
            )
        )
    return "".join(rows)


def _definition(slot: Slot) -> str:
    merge = ""
    if slot.cell.rowspan > 1:
        merge = "\\clvmgf" if slot.begins else "\\clvmrg"
    return f"{merge}\\cellx{_WIDTH * (slot.cell.column + slot.cell.colspan)}"


def _content(slot: Slot, made: Table, last: str) -> str:
    if not slot.begins:
        return ""
    return escaped(slot.cell.text) + (last if slot.cell is made.cells[-1] else "")


def file(body: str, metadata: Mapping[str, str] | None = None) -> bytes:
    told = "".join(f"{{\\{name} {escaped(text)}}}" for name, text in (metadata or {}).items())
    return f"{{\\rtf1\\ansi\\ansicpg936\\deff0{_HEAD}{{\\info{told}}}\n{body}}}".encode("ascii")


def markup(block: Block) -> str:
    match block:
        case Heading():
            return par(escaped(block.text), f"\\outlinelevel{block.level - 1}")
        case Table():
            return table(block)
        case _:
            return par(escaped(block.text))


def write(document: Document) -> bytes:
    """A file with a document's blocks and metadata."""
    blocks = document.blocks
    joints = [
        "\\pard\\par\n" if isinstance(one, Table) and isinstance(next_, Table) else ""
        for one, next_ in zip(blocks, [*blocks[1:], None], strict=True)
    ]
    made = zip(map(markup, blocks), joints, strict=True)
    return file("".join(text + joint for text, joint in made), document.metadata)


def read(data: bytes, limits: Limits | None = None) -> Document:
    return RtfAdapter().read(Source(data), limits or Limits())


def dump(body: str) -> list[str]:
    """The lines of the dump of a document with this body."""
    return read(file(body)).dump().splitlines()
