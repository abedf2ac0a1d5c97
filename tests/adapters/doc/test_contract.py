from __future__ import annotations

import wordbin
from govinfo.adapters.doc import DocAdapter
from govinfo.blocks import Document, Table
from govinfo.testing import AdapterContract
from govinfo.testing.grids import LETTERS, MARKUP
from wordbin import RETURN, Par, Run, cell, file, par, row_end, sprm, switch, table


class TestDoc(AdapterContract):
    adapter_class = DocAdapter
    metadata = ("title", "author")
    letters = (LETTERS + MARKUP).replace("。", "")  # Rows as wide as a table that end so are text.
    also_claims = (".xls", ".ppt")

    def write(self, document: Document) -> bytes:
        return wordbin.write(document)

    def unseen(self, seen: str, unseen: str) -> dict[str, bytes]:
        ways = {
            "deleted": switch(0x0800),
            "hidden": switch(0x083C),
            "struck": switch(0x0837),
            "struck twice": switch(0x2A53),
            "white": sprm(0x6870, b"\xff\xff\xff\0"),
            "white by number": switch(0x2A42, 8),
            "tiny": sprm(0x4A43, b"\x02\0"),
        }
        made = {
            way: file([Par([Run(seen), Run(unseen, properties), Run(RETURN)])])
            for way, properties in ways.items()
        }
        code = [Run("\x13"), Run(unseen), Run("\x14"), Run("\x15")]
        made["code of a field"] = file([Par([Run(seen), *code, Run(RETURN)])])
        made["note"] = file([par(seen + "\x02")], notes=[par(unseen)])
        return made

    def nested(self, outer: Table, inner: Table) -> bytes:
        return file([*table(outer, last=table(inner, depth=2)), par("")])

    def deep(self, depth: int) -> bytes:
        return file([cell("甲", depth), row_end([0, 100], [0], depth), par("")])

    def encrypted(self) -> bytes:
        return file([par("甲")], flags=0x0100)

    def pictures(self) -> bytes:
        return file([Par([Run("\x01", switch(0x0855)), Run(RETURN)])])
