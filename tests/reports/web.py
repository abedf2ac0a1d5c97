"""Writes reports as web pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from govinfo.blocks import Block, Cell, Heading, Paragraph, Table
from reports.told import Told

Inline = Callable[[str], str]
"""The markup of a text."""


def plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def spans(cell: Cell) -> str:
    down = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return down + (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "")


def web_table(
    table: Table,
    inline: Inline = plain,
    attributes: Callable[[Cell], str] = spans,
    opening: str = '<table border="1">',
) -> str:
    """A table, by default with the spans that it has."""
    rows = (
        f"<tr>{''.join(f'<td{attributes(c)}>{inline(c.text)}</td>' for c in row)}</tr>"
        for row in table.rows
    )
    return f"{opening}<tbody>{''.join(rows)}</tbody></table>"


def content(
    told: Told | Sequence[Block],
    inline: Inline = plain,
    table: Callable[[Table], str] | None = None,
    heading: Callable[[Heading, str], str] | None = None,
) -> str:
    """The report's blocks as the inside of a page."""
    made = []
    for block in told.blocks() if isinstance(told, Told) else told:
        match block:
            case Heading():
                text = inline(block.text)
                made.append(heading(block, text) if heading else f"<p><b>{text}</b></p>")
            case Paragraph():
                made.append(f"<p>　　{inline(block.text)}</p>")
            case Table():
                made.append(table(block) if table else web_table(block, inline))
    return "\n".join(made)


def page(inner: str, charset: str = "utf-8", head: str = "") -> str:
    """A page with nothing around the report."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>年度报告</title>{head}'
        f"</head><body>{inner}</body></html>"
    )


def by_hand(told: Told | Sequence[Block]) -> bytes:
    return page(content(told)).encode()
