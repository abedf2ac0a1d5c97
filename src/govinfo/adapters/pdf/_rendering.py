"""Pages as pixels, to see what a text adds to them."""

from __future__ import annotations

from contextlib import closing
from operator import sub
from typing import Any

from attrs import frozen

_PIXELS, _LONGEST = 2.0, 4000.0  # pixels a point, and of the longer side at most
_DARK = 150  # of 255: the mean of a colour that is no paper's
_INK = 60  # of 255, by which what is drawn differs from what it is drawn on
_VISIBLE = 24  # of 255, by which a pixel must differ for the eye


def scale_of(size: tuple[float, float]) -> float:
    """How many pixels a point a page of this size is painted with."""
    return min(_PIXELS, _LONGEST / max(*size, 1.0))


@frozen(slots=True)
class Rendering:
    """A page as it is painted: rows of pixels of some bytes each."""

    data: bytes
    width: int
    height: int
    stride: int

    @classmethod
    def of(cls, page: Any, scale: float) -> Rendering:
        """A `pypdfium2.PdfPage`, painted."""
        options = {"may_draw_forms": False, "draw_annots": False}
        with closing(page.render(scale=scale, **options)) as bitmap:
            return cls(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)

    def is_dark(self, box: tuple[int, int, int, int]) -> bool:
        """Whether most of a box is painted in a colour that is no paper's."""
        left, top, right, bottom = box
        left, right = max(left, 0), min(right, self.width)
        depth = self.stride // self.width
        pixels = [
            self.data[start : start + 3]
            for row in range(max(top, 0), min(bottom, self.height))
            for start in range(
                row * self.stride + left * depth, row * self.stride + right * depth, depth
            )
        ]
        return 2 * sum(sum(pixel) < 3 * _DARK for pixel in pixels) > len(pixels)

    def has_ink(self, box: tuple[int, int, int, int]) -> bool:
        """Whether the middle of a box is of more than one colour."""
        left, top, right, bottom = box
        across, down = (right - left) // 4, (bottom - top) // 4
        depth = self.stride // self.width
        columns = slice(max(left + across, 0) * depth, min(right - across, self.width) * depth)
        rows = range(max(top + down, 0), min(bottom - down, self.height))
        lines = (self.data[row * self.stride : (row + 1) * self.stride] for row in rows)
        found = b"".join(line[columns] for line in lines)
        return bool(found) and any(
            max(found[part::depth]) - min(found[part::depth]) > _INK for part in range(3)
        )

    def share(self, other: Rendering, box: tuple[int, int, int, int]) -> float:
        """How much of a box's height or width, the lesser, the visible differences reach over."""
        left, top, right, bottom = box
        left, right = max(left, 0), min(right, self.width)
        depth = self.stride // self.width
        rows: list[int] = []
        first, last = right, left - 1
        for row in range(max(top, 0), min(bottom, self.height)):
            start = row * self.stride + left * depth
            stop = start + max(right - left, 0) * depth
            mine, its = self.data[start:stop], other.data[start:stop]
            if mine == its:
                continue
            apart = [at for at, step in enumerate(map(sub, mine, its)) if abs(step) > _VISIBLE]
            if apart:
                rows.append(row)
                first, last = (
                    min(first, left + apart[0] // depth),
                    max(last, left + apart[-1] // depth),
                )
        if not rows:
            return 0.0
        height = (rows[-1] - rows[0] + 1) / max(bottom - top - 1, 1)
        width = (last - first + 1) / max(right - left - 1, 1)
        return min(height, width)
