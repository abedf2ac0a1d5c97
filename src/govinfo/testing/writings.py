"""Every way in which the kit writes a document: formats, and manners of using them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from html import escape

from attrs import evolve, field, frozen

from govinfo.blocks import Document, Table
from govinfo.render.html import to_page
from govinfo.render.text import (
    LAYOUTS,
    Writer,
    columns,
    lines,
    pipes,
    tab_led,
    tabs,
    to_markdown,
    to_text,
    with_blanks_shown,
)
from govinfo.render.word import to_docx
from govinfo.testing.tables import parts, rows_of_figures, with_texts
from govinfo.testing.writers import latex, listed, otsl, pipes_by_row, single_spaced

_LONG = 20
"""Rows from which a table is cut into parts."""
_WRAP = 5
"""Letters after which labels are broken."""


@frozen
class Writing:
    """A way to write a document; call it with the document.

    Attributes:
        format: The format it writes: `docx`, `html`, `text` or `markdown`.
        name: What is particular about it.
    """

    format: str
    name: str
    _write: Callable[[Document], bytes] = field(repr=False, eq=False)

    def __call__(self, document: Document) -> bytes:
        """The document's bytes."""
        return self._write(document)


def in_parts(document: Document) -> Document:
    """The document with its long tables in three parts, each under the header again."""
    return _each_table(document, _cut)


def labels_in_lines(document: Document) -> Document:
    """The document with its tables' labels broken over lines."""
    return _each_table(document, lambda table: [_broken(table)])


def _each_table(document: Document, change: Callable[[Table], list[Table]]) -> Document:
    blocks = (
        part
        for block in document.blocks
        for part in (change(block) if isinstance(block, Table) else [block])
    )
    return evolve(document, blocks=tuple(blocks))


def _cut(table: Table) -> list[Table]:
    rows = len(rows_of_figures(table))
    return parts(table, rows // 3, 2 * rows // 3) if rows >= _LONG else [table]


def _broken(table: Table) -> Table:
    def in_lines(text: str) -> str:
        return "\n".join(text[at : at + _WRAP] for at in range(0, len(text), _WRAP))

    return with_texts(table, {cell: in_lines(cell.text) for cell in table.cells if cell.header})


def _text(write: Writer) -> Callable[[Document], bytes]:
    return lambda document: to_text(document, write).encode()


def _marked(write: Writer) -> Callable[[Document], bytes]:
    return lambda document: to_markdown(document, write).encode()


def _html(document: Document) -> bytes:
    return to_page(document).encode()


def _as_answer(document: Document) -> bytes:
    """What a site's interface answers, its markup escaped as for a page."""
    return json.dumps({"code": 0, "data": {"content": escape(to_page(document))}}).encode()


def _as_blocks(document: Document) -> bytes:
    """What a converter of pages writes: an object for each block, a table's rows as lists."""
    return json.dumps(
        [
            {"type": "table", "page": 1, "rows": json.loads(listed(block))}
            if isinstance(block, Table)
            else {"type": "text", "page": 1, "text": block.text}
            for block in document.blocks
        ]
    ).encode()


def _numbered(number: int) -> str:
    return f"Col{number + 1}"


def _shown(write: Writer) -> Writer:
    """For a writer that keeps no blank cells."""
    return lambda table: write(with_blanks_shown(table))


_MANNERS: Mapping[str, Mapping[str, Callable[[Document], bytes]]] = {
    "docx": {
        "official form": to_docx,
        "tables in parts": lambda document: to_docx(in_parts(document)),
        "labels in lines": lambda document: to_docx(labels_in_lines(document)),
    },
    "html": {
        "official form": _html,
        "tables in parts": lambda document: _html(in_parts(document)),
        "labels in lines": lambda document: _html(labels_in_lines(document)),
    },
    "text": {
        **{name: _text(write) for name, write in LAYOUTS.items()},
        "tabs, merged cells once": _text(partial(tabs, merged="once")),
        "tabs behind": _text(partial(tabs, trailing=3)),
        "tab-led, rows not parted": _text(partial(tab_led, apart=False)),
        "tab-led, labels in lines": _text(partial(tab_led, wrap=6)),
        "narrow columns": _text(_shown(lambda table: columns(table, gap=3, indent=4))),
        "lines, parted": _text(_shown(partial(lines, apart=True))),
        "single blanks": _text(_shown(single_spaced)),
        "a page in JSON": _as_answer,
        "blocks in JSON": _as_blocks,
        "rows as lists": _text(listed),
        "LaTeX on a line": _text(latex),
        "OTSL": _text(otsl),
        "tabs, tables in parts": lambda document: _text(tabs)(in_parts(document)),
    },
    "markdown": {
        "official form": lambda document: to_markdown(document).encode(),
        "merged cells repeated": _marked(partial(pipes, repeat=True)),
        "bold labels": _marked(partial(pipes, bold=True)),
        "labels in lines": _marked(partial(pipes, wrap=_WRAP)),
        "invented columns": _marked(partial(pipes, invented=_numbered)),
        "a table a row": _marked(partial(pipes_by_row, name=_numbered)),
    },
}

WRITINGS: Mapping[str, tuple[Writing, ...]] = {
    format: tuple(Writing(format, name, write) for name, write in manners.items())
    for format, manners in _MANNERS.items()
}
"""Every writing by its format. Nothing that a document says is lost in any of them."""
