"""The sample report made to PDF by programs that people use."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.pdf.sample import DISPUTES, PROACTIVE, PROSE, REQUESTS, TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.pdf.sample import Grid

HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
)
PARAGRAPHS = [*TITLE, PROSE[0], HEADINGS[0], PROSE[1], *HEADINGS[1:], PROSE[1]]
GRIDS = (PROACTIVE, REQUESTS, DISPUTES)

_STYLE = """
@page { size: %s; margin: 2cm }
body { font-family: "Noto Serif CJK SC", "WenQuanYi Zen Hei"; font-size: 12pt; margin: 0 }
table { border-collapse: collapse; width: 100%%; font-size: %spt }
td { border: 0.5pt solid black; padding: 2pt }
p { text-indent: 2em; margin: 0; line-height: 1.6; text-align: justify }
h1 { text-align: center; font-size: 18pt; margin: 4pt }
h2 { font-size: 14pt }
"""


def html(*, gap: float = 0, page: str = "A4", size: float = 8, only_tables: bool = False) -> str:
    """The report as a page; `gap` points of white stand before the table of requests."""
    first, second, third = (_html_table(grid) for grid in GRIDS)
    headings = [f"<h2>{heading}</h2>" for heading in HEADINGS]
    gap_html = f'<div style="height: {gap}pt"></div>'
    tables = f"{gap_html}{headings[2]}{second}{headings[3]}{third}"
    if not only_tables:
        title = "".join(f"<h1>{line}</h1>" for line in TITLE)
        tables = (
            f"{title}<p>{PROSE[0]}</p>{headings[0]}<p>{PROSE[1]}</p>{headings[1]}{first}"
            f"{tables}{headings[4]}<p>{PROSE[1]}</p>"
        )
    style = _STYLE % (page, size)
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{tables}</body>"


def _html_table(grid: Grid) -> str:
    rows = [
        "".join(
            f"<td rowspan={rowspan} colspan={colspan}>{text}</td>"
            for _, _, rowspan, colspan, text in grid.starting_in(row)
        )
        for row in range(grid.n_rows)
    ]
    return "<table border=1 cellspacing=0><tr>" + "</tr><tr>".join(rows) + "</tr></table>"


def docx(*, gap: int = 0) -> bytes:
    """The report as Word writes it, with `gap` points of white before the table of requests."""
    import docx as library  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    document = library.Document()
    normal = document.styles["Normal"]
    normal.font.name = "Noto Serif CJK SC"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    for line in TITLE:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).font.size = Pt(20)
    for index, text in enumerate((PROSE[0], HEADINGS[0], PROSE[1], HEADINGS[1])):
        paragraph = document.add_paragraph(text)
        paragraph.paragraph_format.first_line_indent = Pt(24)
        paragraph.paragraph_format.space_after = Pt(gap if index == 2 else 4)
    for grid, heading in zip(GRIDS, HEADINGS[2:], strict=True):
        table = document.add_table(grid.n_rows, grid.n_columns)
        table.style = "Table Grid"
        for row, column, rowspan, colspan, text in grid.cells:
            cell = table.cell(row, column)
            if rowspan > 1 or colspan > 1:
                cell = cell.merge(table.cell(row + rowspan - 1, column + colspan - 1))
            cell.text = ""
            cell.paragraphs[0].add_run(text).font.size = Pt(9)
        document.add_paragraph(heading)
    document.add_paragraph(PROSE[1])
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@cache
def weasyprint(page: str) -> bytes:
    import weasyprint as library  # type: ignore[import-untyped]  # noqa: PLC0415

    data: bytes = library.HTML(string=page).write_pdf()
    return data


def has_weasyprint() -> bool:
    """Whether WeasyPrint can be loaded: without Pango its import fails with an OSError."""
    try:
        import weasyprint as _  # noqa: F401, PLC0415
    except (ImportError, OSError):
        return False
    return True


def has_chinese_font() -> bool:
    """Whether the system has one of the fonts that the pages ask for."""
    program = shutil.which("fc-list")
    if program is None:
        return False
    listed = subprocess.run([program], check=False, capture_output=True, timeout=30)  # noqa: S603
    return any(name in listed.stdout for name in (b"Noto Serif CJK", b"WenQuanYi Zen Hei"))


def soffice(files: Mapping[str, bytes], reader: str = "") -> dict[str, bytes]:
    """Files by name (with their endings) as PDF, by the same names.

    Args:
        files: What to convert.
        reader: The filter to read them by, where the program has several.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        program = shutil.which("soffice") or ""
        profile = f"-env:UserInstallation=file://{folder}/profile"
        options = [f"--infilter={reader}"] if reader else []
        command = [program, "--headless", profile, *options]
        command += ["--convert-to", "pdf", "--outdir", folder]
        paths = [str(Path(folder) / name) for name in files]
        subprocess.run([*command, *paths], check=True, capture_output=True, timeout=120)  # noqa: S603
        return {name: (Path(folder) / name).with_suffix(".pdf").read_bytes() for name in files}


def chromium(page: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]
        folders = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        program = shutil.which("chromium") or ""
        command = [program, *flags, *folders, source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603
        return target.read_bytes()
