from __future__ import annotations

from collections.abc import Mapping

import rtfml
from govinfo.adapters.rtf import RtfAdapter
from govinfo.blocks import Document, Table
from govinfo.testing import AdapterContract
from govinfo.testing.grids import LETTERS, MARKUP
from rtfml import escaped, file, par


class TestRtf(AdapterContract):
    adapter_class = RtfAdapter
    metadata = ("title", "author")
    letters = (LETTERS + MARKUP).replace("。", "")  # Rows as wide as a table that end so are text.

    def write(self, document: Document) -> bytes:
        return rtfml.write(document)

    def unseen(self, seen: str, unseen: str) -> Mapping[str, bytes]:
        text, more = escaped(seen), escaped(unseen)
        ways = {
            "hidden": f"{{\\v {more}}}",
            "deleted": f"{{\\deleted {more}}}",
            "struck": f"{{\\strike {more}}}",
            "white": f"{{\\cf1 {more}}}",
            "note": f"{{\\super\\chftn}}{{\\footnote\\pard {more}}}",
            "comment": f"{{\\*\\annotation {more}}}",
            "bookmark": f"{{\\*\\bkmkstart {more}}}",
            "another": f"{{\\*\\unknown {more}}}",
        }
        made = {way: file(par(text + markup)) for way, markup in ways.items()}
        made["header"] = file(f"{{\\header {par(more)}}}{par(text)}")
        return made

    def nested(self, outer: Table, inner: Table) -> bytes:
        rows = []
        for cells in inner.rows:
            edges = "".join(f"\\cellx{500 * (cell.column + 1)}" for cell in cells)
            texts = "".join(
                f"\\pard\\plain\\intbl\\itap2 {escaped(cell.text)}\\nestcell{{\\nonesttables\\par}}"
                for cell in cells
            )
            rows.append(f"{texts}{{\\*\\nesttableprops\\trowd{edges}\\nestrow}}")
        inside = f"\\par\n{''.join(rows)}\\pard\\plain\\intbl\\itap1 "
        return file(rtfml.table(outer, last=inside))

    def deep(self, depth: int) -> bytes:
        return file("{" * depth + "a" + "}" * depth)

    def pictures(self) -> bytes:
        return file(par("{\\pict\\pngblip 89504e47}"))
