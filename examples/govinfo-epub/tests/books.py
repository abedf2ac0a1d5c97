"""Books, made of chapters."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="text/book.opf"/></rootfiles></container>"""
BOOK = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata>{about}</metadata><manifest>{files}</manifest><spine>{order}</spine></package>"""


def book(
    *chapters: str, about: Mapping[str, str] | None = None, more: Mapping[str, str] | None = None
) -> bytes:
    """A book of these bodies of pages, and further parts by name."""
    pages = {f"text/章{number}.xhtml": page(body) for number, body in enumerate(chapters, 1)}
    files = "".join(
        f'<item id="c{n}" href="%E7%AB%A0{n}.xhtml"/>' for n in range(1, len(chapters) + 1)
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(1, len(chapters) + 1))
    said = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in (about or {}).items())
    opf = BOOK.format(about=said, files=files, order=order)
    # The chapters are stored in another order than that of the spine, which decides.
    stored = dict(reversed(pages.items()))
    return zipped(
        {"META-INF/container.xml": CONTAINER, "text/book.opf": opf, **stored, **(more or {})}
    )


def page(body: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head/><body>{body}</body></html>'


def zipped(parts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in parts.items():
            package.writestr(name, text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
