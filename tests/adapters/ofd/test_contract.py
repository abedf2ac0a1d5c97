from __future__ import annotations

from collections.abc import Mapping, Sequence

import ofdml
from govinfo.adapters.ofd import OfdAdapter
from govinfo.blocks import Document, Table
from govinfo.testing import AdapterContract
from govinfo.testing.grids import LETTERS

LEFT, TOP, BOTTOM, WIDTH = 25.0, 20.0, 275.0, 30.0
SIZE, LEADING, PAD = 2.8, 3.9, 2.0


class TestOfd(AdapterContract):
    adapter_class = OfdAdapter
    headings = False
    breaks = False
    blank_rows = False
    letters = LETTERS + "<>&"
    metadata = ("Title", "Author")

    def write(self, document: Document) -> bytes:
        pages: list[list[str]] = [[]]
        y = TOP
        for block in document.blocks:
            height = sum(_heights(block)) if isinstance(block, Table) else SIZE
            if y + height > BOTTOM:
                pages.append([])
                y = TOP
            if isinstance(block, Table):
                pages[-1] += _drawn(block, y)
            else:
                pages[-1].append(ofdml.text(LEFT + 8, y, block.text, 4))
            y += height + 5
        made = [ofdml.page(ofdml.layer(*objects)) for objects in pages]
        return ofdml.zipped(ofdml.parts(*made, info=document.metadata))

    def unseen(self, seen: str, unseen: str) -> Mapping[str, bytes]:
        shown, under = ofdml.text(LEFT, TOP, seen), (LEFT, TOP + 20)
        white, clear = ofdml.colour("255 255 255"), ofdml.colour("0 0 0", Alpha=0)
        clip = ofdml.clips(0, 30, 90, 40)
        cover = ofdml.rectangle(20, 35, 200, 50, white, Fill="true", Stroke="false")
        hidden = {
            "not visible": ofdml.text(*under, unseen, Visible="false"),
            "a block that is not visible": ofdml.element(
                "PageBlock", ofdml.text(*under, unseen), Visible="false"
            ),
            "not painted": ofdml.text(*under, unseen, Fill="false"),
            "clear": ofdml.text(*under, unseen, inner=clear),
            "white": ofdml.text(*under, unseen, inner=white),
            "clipped": ofdml.text(*under, unseen, inner=clip),
            "covered": ofdml.text(*under, unseen) + cover,
            "below the page": ofdml.text(LEFT, 500, unseen),
        }
        return {
            where: ofdml.ofd(ofdml.page(ofdml.layer(shown + one))) for where, one in hidden.items()
        }

    def deep(self, depth: int) -> bytes:
        opened, closed = "<ofd:PageBlock>" * depth, "</ofd:PageBlock>" * depth
        text = ofdml.text(LEFT, TOP, "甲")
        return ofdml.ofd(ofdml.page(ofdml.layer(opened + text + closed)))

    def paged(self, pages: Sequence[str]) -> bytes:
        return ofdml.ofd(*(ofdml.page(ofdml.text(LEFT, TOP, text)) for text in pages))

    def encrypted(self) -> bytes:
        made: dict[str, str | bytes] = {**ofdml.parts(ofdml.page(ofdml.text(LEFT, TOP, "甲")))}
        made["Doc_0/Document.xml"] = b"\x8a\x1f"
        made["Encryptions.xml"] = ofdml.root("Encryptions", "")
        return ofdml.zipped(made)

    def pictures(self) -> bytes:
        image = ofdml.element("ImageObject", Boundary="20 20 100 100", ResourceID="7")
        return ofdml.ofd(ofdml.page(ofdml.layer(image)))

    def bomb(self, size: int) -> bytes:
        made = ofdml.parts(ofdml.page(""))
        return ofdml.zipped({**made, "Doc_0/Pages/Page_0/Content.xml": " " * size})


def _heights(table: Table) -> list[float]:
    """The rows' heights, so that each cell's lines find room."""
    most = [1] * table.n_rows
    for cell in table.cells:
        most[cell.row] = max(most[cell.row], cell.text.count("\n") + 1)
    return [lines * LEADING + PAD for lines in most]


def _drawn(table: Table, top: float) -> list[str]:
    heights = _heights(table)
    ys = [top + sum(heights[:row]) for row in range(table.n_rows + 1)]
    objects = []
    for cell in table.cells:
        x0, x1 = (LEFT + WIDTH * at for at in (cell.column, cell.column + cell.colspan))
        y0, y1 = ys[cell.row], ys[cell.row + cell.rowspan]
        objects.append(ofdml.rectangle(x0, y0, x1, y1))
        objects += [
            ofdml.text(x0 + 1.4, y0 + 1.4 + number * LEADING, line, SIZE)
            for number, line in enumerate(cell.text.split("\n"))
        ]
    return objects
