"""A report's tables as HTML, and a document as a page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from govinfo.blocks import Block, Cell, Document, Heading, Paragraph, Table
from govinfo.diagnostics import Language
from govinfo.export.status import legend, marks
from govinfo.export.visible import visible
from govinfo.render.grid import header_height, shares
from govinfo.render.page import lines_of, tables_of
from govinfo.template.report import Report

_LANGUAGE: Language = "zh"
"""Of a notebook's view: the template's labels are Chinese too."""
_INLINE = ' style="border:1px solid;padding:.2em .5em;text-align:center"'

_STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { max-width: 156mm; margin: 2em auto; padding: 0 1em; background: #fff; color: #000;
  font: 16pt/1.75 "仿宋_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif }
h1 { font: 22pt/1.5 "方正小标宋简体", "小标宋体", STZhongsong, "Noto Serif CJK SC", serif;
  text-align: center; margin: 0 0 1em }
h2 { font: 16pt/1.75 "黑体", SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 2em;
  margin: 0; break-after: avoid }
p { text-indent: 2em; text-align: justify; margin: 0 }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .5em 0;
  font-size: 10pt; line-height: 1.35 }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 1px solid; padding: .25em .3em; text-align: center; font-weight: normal;
  white-space: pre-line }
td { padding: .25em .1em }
th.label { text-align: left }
"""


def to_html(report: Report) -> str:
    """The title, what is in doubt, and the tables, as a fragment that needs no style sheet."""
    parts = [f"<h3>{escape(visible(report.title))}</h3>", *_doubts(report)]
    for grammar, table in tables_of(report, marks(report)):
        parts.append(f"<h4>{escape(grammar.layout.heading)}</h4>")
        parts.append(f'<table style="border-collapse:collapse">{_rows(table, _INLINE)}</table>')
    return "".join(parts)


def _doubts(report: Report) -> Iterator[str]:
    """What could not be read surely, and what the marks in the tables mean."""
    if report.diagnostics:
        told = (f"{one.code} {one.text(_LANGUAGE)}" for one in report.diagnostics)
        yield f"<ul>{''.join(f'<li>{escape(visible(line))}</li>' for line in told)}</ul>"
    means = "；".join(legend(report, _LANGUAGE))
    if means:
        yield f"<p>{escape(means)}</p>"


def to_page(document: Document) -> str:
    """The document as a page with a style sheet, for the screen and for print on A4."""
    title = next((block.text for block in document.blocks if isinstance(block, Heading)), "")
    meta = "".join(
        f'<meta name="{escape(name)}" content="{escape(value)}">\n'
        for name, value in document.metadata.items()
    )
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n{meta}'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{_body(document.blocks)}</body>\n</html>\n"
    )


def _body(blocks: Iterable[Block]) -> str:
    parts = []
    for block in blocks:
        match block:
            case Heading():
                text = "<br>".join(map(escape, lines_of(block)))
                parts.append(f"<h{block.level}>{text}</h{block.level}>\n")
            case Paragraph():
                parts.append(f"<p>{escape(block.text)}</p>\n")
            case Table():
                parts.append(f"<table>\n{_columns(block)}{_rows(block)}</table>\n")
    return "".join(parts)


def _rows(table: Table, attributes: str = "") -> str:
    rows = [f"<tr>{_cells(row, attributes)}</tr>\n" for row in table.rows]
    head = header_height(table)
    over = f"<thead>\n{''.join(rows[:head])}</thead>\n" if head else ""
    return f"{over}<tbody>\n{''.join(rows[head:])}</tbody>\n"


def _cells(row: Sequence[Cell], attributes: str) -> str:
    """A row's cells; labels that stand beside figures are of a class of their own."""
    beside = f'{attributes} class="label"' if any(not cell.header for cell in row) else attributes
    return "".join(_cell(cell, beside if cell.header else attributes) for cell in row)


def _columns(table: Table) -> str:
    widths = (f'<col style="width:{share:.1%}">' for share in shares(table))
    return f"<colgroup>{''.join(widths)}</colgroup>\n"


def _cell(cell: Cell, attributes: str) -> str:
    name = "th" if cell.header else "td"
    spans = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    spans += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return f"<{name}{spans}{attributes}>{escape(cell.text)}</{name}>"
