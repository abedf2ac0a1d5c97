"""Writes OpenDocument text by hand, so that a test shows the markup beside what is read of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from govinfo.adapters.odt import OdtAdapter
from govinfo.blocks import Block, Document, Heading, Table
from govinfo.source import Limits, Source
from govinfo.testing import Slot, slots

TYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    **{name: name for name in ("office", "text", "table", "style", "meta", "manifest")},
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}
NAMESPACES = (
    "".join(f' xmlns:{prefix}="{_OASIS}:{name}:1.0"' for prefix, name in _PREFIXES.items())
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    + ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def inline(text: str) -> str:
    """A text with its line breaks and its blanks."""
    return escape(text).replace("\n", "<text:line-break/>").replace(" ", "<text:s/>")


def par(markup: str, style: str = "") -> str:
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:p{name}>{markup}</text:p>"


def heading(markup: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{markup}</text:h>'


def cell(markup: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{markup}</table:table-cell>"


def row(*cells: str) -> str:
    """A row: markup as it is, other strings as cells."""
    inner = "".join(one if one.startswith("<") else cell(par(one)) for one in cells)
    return f"<table:table-row>{inner}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


COVERED = "<table:covered-table-cell/>"


def markup(block: Block, last: str = "") -> str:
    """The markup of a block; `last` follows in the last cell of a table."""
    match block:
        case Heading():
            return heading(inline(block.text), block.level)
        case Table():
            return table(
                *(row(*(_slot(slot, block, last) for slot in line)) for line in slots(block))
            )
        case _:
            return par(inline(block.text))


def _slot(slot: Slot, block: Table, last: str) -> str:
    if not slot.begins:
        return COVERED
    spans = (
        f'table:number-rows-spanned="{slot.cell.rowspan}" '
        f'table:number-columns-spanned="{slot.cell.colspan}"'
    )
    more = last if slot.cell is block.cells[-1] else ""
    return cell(par(inline(slot.cell.text)) + more, spans)


def content(body: str, styles: str = "") -> str:
    return (
        f'<office:document-content{NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def parts(
    body: str, *, styles: str = "", common: str = "", meta: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The parts of a package, for a test to change before it zips them."""
    properties = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in (meta or {}).items())
    return {
        "mimetype": TYPE,
        "content.xml": content(body, styles),
        "styles.xml": f"<office:document-styles{NAMESPACES}>{common}</office:document-styles>",
        "meta.xml": (
            f"<office:document-meta{NAMESPACES}><office:meta>{properties}</office:meta>"
            "</office:document-meta>"
        ),
    }


def zipped(made: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in made.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, text, kind)
    return buffer.getvalue()


def flat(body: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document{NAMESPACES} '
        f'office:mimetype="{TYPE}"><office:body><office:text>{body}</office:text></office:body>'
        "</office:document>"
    ).encode()


def write(document: Document) -> bytes:
    """A package with a document's headings, paragraphs and tables, and its metadata."""
    names = {"title": "dc:title", "creator": "dc:creator"}
    meta = {names[name]: text for name, text in document.metadata.items()}
    return zipped(parts("".join(map(markup, document.blocks)), meta=meta))


def read(data: bytes, limits: Limits | None = None) -> Document:
    return OdtAdapter().read(Source(data), limits or Limits())


def dump(body: str, *, styles: str = "", common: str = "") -> list[str]:
    """The lines of the dump of a document with this body."""
    return read(zipped(parts(body, styles=styles, common=common))).dump().splitlines()
