"""Writes OFD by hand, so that a test shows the markup beside what is read of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from statistics import median
from xml.sax.saxutils import escape

from govinfo.adapters.ofd import OfdAdapter
from govinfo.adapters.pdf import _pdfium
from govinfo.adapters.pdf._page import Page, Run, Way
from govinfo.blocks import Document
from govinfo.source import Limits, Source

A4 = (210.0, 297.0)
_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_MM = 25.4 / 72
STYLES = ("run", "letter", "matrix")


def read(data: bytes, limits: Limits | None = None) -> Document:
    return OfdAdapter().read(Source(data), limits or Limits())


def element(name: str, content: str = "", /, **attributes: object) -> str:
    told = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<ofd:{name}{told}>{content}</ofd:{name}>"


def root(name: str, content: str, /, **attributes: object) -> str:
    made = element(name, content, **attributes).replace(">", f" {_NAMESPACE}>", 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>{made}'


def box(*numbers: float) -> str:
    return " ".join(f"{one:.4f}" for one in numbers)


def text(
    x: float, y: float, content: str, size: float = 4, inner: str = "", **attributes: object
) -> str:
    """A line of text whose letters stand between y and y + size, in millimetres."""
    width = sum(advance(char) for char in content) * size
    steps = [f"{advance(char) * size:g}" for char in content[:-1]]
    code = element("TextCode", escape(content), X=0, Y=f"{0.8 * size:g}", **_apart(steps))
    shown: dict[str, object] = {
        "Boundary": box(x, y, width, size),
        "Font": 1,
        "Size": size,
        **attributes,
    }
    return element("TextObject", inner + code, **shown)


def advance(char: str) -> float:
    return 0.5 if char < "\u2e80" else 1.0


def grouped(steps: Sequence[str]) -> str:
    """Distances between letters, those that repeat in the short form."""
    groups = [(step, len(list(same))) for step, same in groupby(steps)]
    return " ".join(f"g {n} {step}" if n > 2 else " ".join([step] * n) for step, n in groups)


def _apart(steps: Sequence[str]) -> dict[str, str]:
    return {"DeltaX": grouped(steps)} if steps else {}


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    data = f"M 0 0 L {x1 - x0:g} {y1 - y0:g}"
    edges = box(x0, y0, max(x1 - x0, 0.2), max(y1 - y0, 0.2))
    return path(data, Boundary=edges, LineWidth=0.2)


def rectangle(x0: float, y0: float, x1: float, y1: float, inner: str = "", **more: object) -> str:
    width, height = x1 - x0, y1 - y0
    data = f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} C"
    return path(data, inner, Boundary=box(x0, y0, width, height), **more)


def path(data: str, inner: str = "", /, **attributes: object) -> str:
    return element("PathObject", inner + element("AbbreviatedData", data), **attributes)


def clips(x0: float, y0: float, x1: float, y1: float) -> str:
    """What cuts an object to a rectangle in its own space."""
    area = rectangle(x0, y0, x1, y1, Fill="true").replace("PathObject", "Path")
    return element("Clips", element("Clip", element("Area", area)))


def colour(value: str, **attributes: object) -> str:
    return element("FillColor", Value=value, **attributes)


def layer(*objects: str, **attributes: object) -> str:
    return element("Layer", "".join(objects), **attributes)


def page(*layers: str, size: tuple[float, float] = A4, before: str = "") -> str:
    """A page's part; objects without a layer get one."""
    content = "".join(one if one.startswith("<ofd:Layer") else layer(one) for one in layers)
    area = element("Area", element("PhysicalBox", box(0, 0, *size)))
    return root("Page", before + area + element("Content", content))


def parts(
    *pages: str, common: str = "", after: str = "", info: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The parts of a document with these pages."""
    told = "".join(element(name, escape(value)) for name, value in (info or {}).items())
    body = element("DocInfo", told) + element("DocRoot", "Doc_0/Document.xml")
    listed = "".join(
        element("Page", ID=number, BaseLoc=f"Pages/Page_{number}/Content.xml")
        for number in range(len(pages))
    )
    area = element("PageArea", element("PhysicalBox", box(0, 0, *A4)))
    shared = element("CommonData", element("MaxUnitID", "9") + area + common)
    document = root("Document", shared + element("Pages", listed) + after)
    return {
        "OFD.xml": root("OFD", element("DocBody", body), DocType="OFD", Version="1.0"),
        "Doc_0/Document.xml": document,
        **{f"Doc_0/Pages/Page_{at}/Content.xml": one for at, one in enumerate(pages)},
    }


def zipped(made: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in made.items():
            package.writestr(name, content)
    return buffer.getvalue()


def ofd(*pages: str, common: str = "", after: str = "") -> bytes:
    return zipped(parts(*pages, common=common, after=after))


def rewritten(pdf: bytes, style: str) -> bytes:
    """What a PDF draws, as OFD."""
    pages, _ = _pdfium.read(pdf, None, Limits())
    return ofd(*(_rewritten(one, style) for one in pages))


def _rewritten(one: Page, style: str) -> str:
    sized = zip(one.runs, _sizes(one.runs), strict=True)
    runs = "".join(made for run, size in sized for made in _run(run, style, size * _MM))
    rules = "".join(
        line(rule.start * _MM, rule.at * _MM, rule.stop * _MM, rule.at * _MM)
        for rule in one.horizontals
    ) + "".join(
        line(rule.at * _MM, rule.start * _MM, rule.at * _MM, rule.stop * _MM)
        for rule in one.verticals
    )
    return page(layer(runs + rules), size=(one.width * _MM, one.height * _MM))


def _sizes(runs: Iterable[Run]) -> Iterator[float]:
    """How large each run is set: as wide as its ideographs, which are squares, or as two digits.

    A run of neither is as large as the last one. A box is not much lower than its letters are
    large.
    """
    size = 9.0
    for run in runs:
        widths = [
            (right - left) * (2 if char.isdigit() else 1)
            for char, left, right in zip(run.text, run.lefts, run.rights, strict=True)
            if run.way is Way.ALONG and ("\u4e00" <= char <= "\u9fff" or char.isdigit())
        ]
        size = median(widths) if widths else size
        yield min(size, 1.4 * (run.bottom - run.top))


def _run(run: Run, style: str, size: float) -> Iterable[str]:
    """A run as one object, or each of its letters as one; or all in points, under a matrix."""
    if run.way is not Way.ALONG:
        size = (run.bottom - run.top) * _MM / len(run.text)
        for at, char in enumerate(run.text):
            yield text(run.left * _MM, run.top * _MM + at * size, char, size)
        return
    top = run.middle * _MM - size / 2
    if style == "letter":
        for char, left in zip(run.text, run.lefts, strict=True):
            yield text(left * _MM, top, char, size)
        return
    unit, matrix = (1.0, {}) if style == "run" else (_MM, {"CTM": f"{_MM:.6f} 0 0 {_MM:.6f} 0 0"})
    high = size / unit
    steps = [f"{(right - left) * _MM / unit:.3f}" for left, right in pairwise(run.lefts)]
    code = element("TextCode", escape(run.text), X=0, Y=f"{0.8 * high:.4f}", **_apart(steps))
    edges = box(run.left * _MM, top, (run.right - run.left) * _MM, size)
    yield element("TextObject", code, Boundary=edges, Font=1, Size=f"{high:.4f}", **matrix)
