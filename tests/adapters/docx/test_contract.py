from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from govinfo.adapters.docx import DocxAdapter
from govinfo.blocks import Cell, Document, Heading, Table
from govinfo.testing import AdapterContract
from reports.word import STYLES, body, package, plain, word_table
from wordml import document, par, parts, run, zipped

WHEN = 'w:author="编辑" w:date="2024-01-09T08:00:00Z"'
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"


class TestDocx(AdapterContract):
    adapter_class = DocxAdapter
    metadata = ("title", "creator")

    def write(self, document: Document) -> bytes:
        made = parts(body(document.blocks, heading=_heading), styles=STYLES + MORE_STYLES)
        made["docProps/core.xml"] = _properties(document.metadata)
        return zipped(made)

    def unseen(self, seen: str, unseen: str) -> Mapping[str, bytes]:
        ways = {
            "hidden": par(run(unseen, "<w:vanish/>")),
            "deleted": par(
                f"<w:del {WHEN}><w:r><w:delText>{unseen}</w:delText></w:r></w:del>",
            ),
            "struck": par(run(unseen, "<w:strike/>")),
            "comment": par('<w:r><w:commentReference w:id="0"/></w:r>'),
            "header": "",
        }
        return {way: self._with_parts(par(seen) + markup, unseen) for way, markup in ways.items()}

    def _with_parts(self, markup: str, unseen: str) -> bytes:
        """A package that says the unseen in its header, its notes and its comments, too."""
        made = parts(markup)
        for name in ("header1", "footer1", "comments", "footnotes", "endnotes"):
            made[f"word/{name}.xml"] = document(par(unseen))
        return zipped(made)

    def nested(self, outer: Table, inner: Table) -> bytes:
        def held(cell: Cell) -> str:
            text = par(plain(cell.text))
            return f"{text}{word_table(inner)}<w:p/>" if cell is outer.cells[-1] else text

        return package(word_table(outer, cell=held))

    def deep(self, depth: int) -> bytes:
        opened = "<w:tbl><w:tr><w:tc>" * depth
        return package(f"{opened}{par('甲')}{'</w:tc></w:tr></w:tbl>' * depth}")

    def encrypted(self) -> bytes:
        streams = "EncryptionInfo\0EncryptedPackage\0".encode("utf-16-le")
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + streams

    def pictures(self) -> bytes:
        return package(par("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"))

    def bomb(self, size: int) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("word/document.xml", document(" " * size))
        return made.getvalue()


MORE_STYLES = (
    '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="heading 4"/>'
    '<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
)


def _heading(block: Heading) -> str:
    return par(plain(block.text), properties=f'<w:pStyle w:val="{block.level}"/>')


def _properties(metadata: Mapping[str, str]) -> str:
    inner = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in metadata.items())
    return f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}">{inner}</cp:coreProperties>'
