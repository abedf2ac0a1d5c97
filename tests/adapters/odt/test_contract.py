from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from govinfo.adapters.odt import OdtAdapter
from govinfo.adapters.registry import choose
from govinfo.blocks import Document, Table
from govinfo.source import Source
from govinfo.testing import AdapterContract
from govinfo.testing.grids import LETTERS, MARKUP
from odtml import NAMESPACES, content, markup, par, parts, write, zipped


class TestOdt(AdapterContract):
    adapter_class = OdtAdapter
    metadata = ("title", "creator")
    letters = (LETTERS + MARKUP).replace("。", "")  # Rows as wide as a table that end so are text.

    def write(self, document: Document) -> bytes:
        return write(document)

    def unseen(self, seen: str, unseen: str) -> Mapping[str, bytes]:
        hidden = '<style:style style:name="T" style:family="text">'
        hidden += "<style:text-properties {}/></style:style>"
        span = f'<text:span text:style-name="T">{unseen}</text:span>'
        note = f"<text:note><text:note-body>{par(unseen)}</text:note-body></text:note>"
        section = f'<text:section text:display="none">{par(unseen)}</text:section>'
        header = (
            f"<office:master-styles><style:master-page><style:header>{par(unseen)}</style:header>"
        )
        return {
            "header": zipped(
                parts(par(seen), common=f"{header}</style:master-page></office:master-styles>")
            ),
            "note": zipped(parts(par(seen + note))),
            "comment": zipped(
                parts(par(f"{seen}<office:annotation>{par(unseen)}</office:annotation>"))
            ),
            "deleted": zipped(
                parts(f"<text:tracked-changes>{par(unseen)}</text:tracked-changes>{par(seen)}")
            ),
            "section": zipped(parts(par(seen) + section)),
            "hidden": zipped(parts(par(seen + span), styles=hidden.format('text:display="none"'))),
            "struck": zipped(
                parts(
                    par(seen + span), styles=hidden.format('style:text-line-through-style="solid"')
                )
            ),
        }

    def nested(self, outer: Table, inner: Table) -> bytes:
        return zipped(parts(markup(outer, last=markup(inner))))

    def deep(self, depth: int) -> bytes:
        opened, closed = "<table:table><table:table-row><table:table-cell>", "</table:table-cell>"
        closed += "</table:table-row></table:table>"
        return zipped(parts(f"{opened * depth}{par('甲')}{closed * depth}"))

    def encrypted(self) -> bytes:
        made = parts(par("甲"))
        made["content.xml"] = "\x8a\x1f"
        made["META-INF/manifest.xml"] = (
            f"<manifest:manifest{NAMESPACES}><manifest:file-entry "
            'manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
            "</manifest:manifest>"
        )
        return zipped(made)

    def pictures(self) -> bytes:
        return zipped(parts(par("<draw:frame><draw:image/></draw:frame>")))

    def bomb(self, size: int) -> bytes:
        return zipped({**parts(""), "content.xml": content(" " * size)})


def test_a_package_that_was_packed_again_is_told_by_its_parts() -> None:
    own = zipped(parts(par("甲")))
    with zipfile.ZipFile(io.BytesIO(own)) as package:
        held = {name: package.read(name) for name in sorted(package.namelist())}
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in held.items():
            package.writestr(name, data)
    assert choose(Source(again.getvalue())).name == "odt"
