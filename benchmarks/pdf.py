"""How long a PDF takes to read, against PDFium's own loop over its characters.

    python benchmarks/pdf.py report.pdf [rounds]

The loop and this library take turns, each as often first as second, before any other library
is loaded: what runs right after PyMuPDF's table finder takes two to three times as long as by
itself, so that one fixed order over all ways would measure who comes after whom. The others
follow, each alone. Printed are medians and least times in milliseconds, and their ratios to the
loop's: on a machine that does other work too, the least is the truer. A way whose library is not
installed is named as such.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from govinfo import parse
from govinfo.adapters.pdf import PdfAdapter
from govinfo.source import Limits, Source

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


def ours_to_report(data: bytes) -> None:
    """This library from bytes to a report."""
    parse(data)


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


Way = tuple[str, str, Callable[[bytes], None]]

LIGHT: tuple[Way, ...] = (
    (BASE, "pypdfium2", loop),
    ("govinfo: read()", "pypdfium2", ours),
    ("govinfo: parse()", "pypdfium2", ours_to_report),
)
OTHERS: tuple[Way, ...] = (
    ("govinfo: read(), engine pdfplumber", "pdfplumber", ours_with_pdfplumber),
    ("pdfplumber: extract_tables", "pdfplumber", pdfplumber_tables),
    ("camelot: lattice", "camelot", camelot_tables),
    ("MarkItDown", "markitdown", markitdown_text),
    ("Kreuzberg", "kreuzberg", kreuzberg_text),
    ("PyMuPDF: find_tables", "pymupdf", pymupdf_tables),
)


def measured(ways: tuple[Way, ...], data: bytes, rounds: int) -> dict[str, tuple[float, float]]:
    """Median and least time of each way, in milliseconds."""
    taken: dict[str, list[float]] = {name: [] for name, _, _ in ways}
    for number in range(rounds + 1):
        for name, _, run in ways if number % 2 else ways[::-1]:
            start = time.perf_counter()
            run(data)
            if number:  # the first round warms up
                taken[name].append(1000 * (time.perf_counter() - start))
    return {name: (median(times), min(times)) for name, times in taken.items()}


def main(path: str, rounds: int = 20) -> None:
    """Time every way that is installed."""
    data = Path(path).read_bytes()
    taken = measured(LIGHT, data, rounds)
    absent = [name for name, library, _ in OTHERS if not find_spec(library)]
    for way in OTHERS:
        if way[0] not in absent:
            taken |= measured((way,), data, max(1, rounds // 5))
    base, base_least = taken[BASE]
    for name, (usual, least) in taken.items():
        print(
            f"{name:<38} {usual:8.1f} ms {usual / base:7.2f} x "
            f"   least {least:8.1f} ms {least / base_least:7.2f} x"
        )
    for name in absent:
        print(f"{name:<38} not installed")


if __name__ == "__main__":
    main(sys.argv[1], *(int(argument) for argument in sys.argv[2:3]))
