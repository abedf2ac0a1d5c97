"""How long a PDF takes to read, against PDFium's own loop over its characters.

    python benchmarks/pdf.py report.pdf [rounds]

Every way is run once in each round, so that a busy machine slows all of them alike; what is
printed is the median in milliseconds, and its ratio to the loop. Ways whose library is not
installed are left out.
"""

from __future__ import annotations

import io
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from govinfo.adapters.pdf import PdfAdapter
from govinfo.source import Limits, Source

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = "PDFium: characters with loose boxes"


def loop(data: bytes) -> None:
    """Every character of every page with its loose box, in one reused struct."""
    pdfium, raw = import_module("pypdfium2"), import_module("pypdfium2.raw")

    document = pdfium.PdfDocument(data)
    box = raw.FS_RECTF()
    for index in range(len(document)):
        page = document[index]
        text_page = page.get_textpage()
        for at in range(text_page.count_chars()):
            raw.FPDFText_GetUnicode(text_page.raw, at)
            raw.FPDFText_GetLooseCharBox(text_page.raw, at, box)
            _ = (box.left, box.top, box.right, box.bottom)
        text_page.close()
        page.close()
    document.close()


def ours(data: bytes) -> None:
    """This library as it is."""
    PdfAdapter().read(Source(data), Limits())


def ours_with_pdfplumber(data: bytes) -> None:
    """This library with its second engine."""
    PdfAdapter(engine="pdfplumber").read(Source(data), Limits())


def pdfplumber_tables(data: bytes) -> None:
    """The tables of every page."""
    pdfplumber = import_module("pdfplumber")

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_tables()


def pymupdf_tables(data: bytes) -> None:
    """The tables of every page."""
    pymupdf = import_module("pymupdf")

    with pymupdf.open(stream=data, filetype="pdf") as document:
        for page in document:
            for table in page.find_tables().tables:
                table.extract()


def camelot_tables(data: bytes) -> None:
    """The ruled tables of every page."""
    camelot = import_module("camelot")

    camelot.read_pdf(io.BytesIO(data), pages="all", flavor="lattice")


def markitdown_text(data: bytes) -> None:
    """The document as Markdown."""
    import_module("markitdown").MarkItDown().convert_stream(io.BytesIO(data), file_extension=".pdf")


def kreuzberg_text(data: bytes) -> None:
    """The document's text."""
    import_module("kreuzberg").extract_bytes_sync(data, "application/pdf")


WAYS: tuple[tuple[str, str, Callable[[bytes], None]], ...] = (
    (BASE, "pypdfium2", loop),
    ("govinfo: read()", "pypdfium2", ours),
    ("govinfo: read(), engine pdfplumber", "pdfplumber", ours_with_pdfplumber),
    ("pdfplumber: extract_tables", "pdfplumber", pdfplumber_tables),
    ("PyMuPDF: find_tables", "pymupdf", pymupdf_tables),
    ("camelot: lattice", "camelot", camelot_tables),
    ("MarkItDown", "markitdown", markitdown_text),
    ("Kreuzberg", "kreuzberg", kreuzberg_text),
)


def main(path: str, rounds: int = 9) -> None:
    """Time every way that is installed."""
    data = Path(path).read_bytes()
    ways = [way for way in WAYS if find_spec(way[1])]
    times: dict[str, list[float]] = {name: [] for name, _, _ in ways}
    for number in range(rounds + 1):
        for name, _, run in ways:
            start = time.perf_counter()
            run(data)
            if number:  # the first round warms up
                times[name].append(1000 * (time.perf_counter() - start))
    base = median(times[BASE])
    for name, taken in times.items():
        print(f"{name:<38} {median(taken):8.1f} ms {median(taken) / base:7.2f} x")


if __name__ == "__main__":
    main(sys.argv[1], *(int(argument) for argument in sys.argv[2:3]))
