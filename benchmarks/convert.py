"""The tools that `converters.py` measures, and the files that they take."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import field, frozen

from govinfo import Report
from govinfo.blocks import Document, Heading, Paragraph, Table
from govinfo.render.page import document_of

_SECONDS = 120


@frozen
class Converter:
    """A tool that makes text of a file.

    Attributes:
        name: The tool, and how it is used.
        takes: The format that it is given: `html`, `docx`, `doc`, `pdf` or `xlsx`.
        needs: The module, or the program, that it comes as.
    """

    name: str
    takes: str
    needs: str
    _convert: Callable[[Path], str] = field(repr=False, eq=False)
    is_program: bool = False

    def __call__(self, path: Path) -> str:
        """The text that the tool makes of the file."""
        return self._convert(path)

    @property
    def slug(self) -> str:
        """The name as a part of a file's name."""
        name = f"{self.takes} {self.name}"
        return "".join(letter if letter.isalnum() else "-" for letter in name)

    def is_installed(self) -> bool:
        """Whether the tool can be run, and its format written."""
        found = shutil.which(self.needs) if self.is_program else _has_module(self.needs)
        writer = _WRITERS[self.takes][1]
        return bool(found) and (not writer or bool(shutil.which(writer) or find_spec(writer)))


def _has_module(name: str) -> bool:
    """Whether a module is there; that of a package that is not is an error to look for."""
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


# Files


def written(
    reports: Sequence[Report], folder: Path, formats: Iterable[str]
) -> dict[str, list[Path]]:
    """Each report as a file of each format."""
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[Path]] = {}
    for name in formats:
        write, _ = _WRITERS[name]
        paths = [
            folder / f"{number:03}.{name.replace(', ', '-')}" for number in range(len(reports))
        ]
        write(reports, paths)
        files[name] = paths
    return files


def _rendered(format: str, reports: Sequence[Report], paths: Sequence[Path]) -> None:
    for report, path in zip(reports, paths, strict=True):
        path.write_bytes(report.render(format))


def _changed(
    change: Callable[[str], str], reports: Sequence[Report], paths: Sequence[Path]
) -> None:
    for report, path in zip(reports, paths, strict=True):
        path.write_text(change(report.render("html").decode()))


def _with_paragraphs(page: str) -> str:
    """A page as content management systems write it: paragraphs in every cell."""
    return re.sub(r"(<t[dh][^>]*>)([^<]*)(?=</?t[dhr]|</t)", r"\1<p><span>\2</span></p>", page)


def _word_markup(page: str) -> str:
    """A page as Word writes it: paragraphs and styled spans, a blank that does not break alone."""

    def cell(match: re.Match[str]) -> str:
        said = match[2] or "&nbsp;"
        return f'{match[1]}<p align="center"><span style="{_WORD_STYLE}">{said}</span></p>'

    return re.sub(r"(<t[dh][^>]*>)([^<]*)(?=</?t[dhr]|</t)", cell, page)


_WORD_STYLE = "font-size:12.0pt;font-family:宋体"


def _indented(page: str) -> str:
    """A page as people and templates lay out its source: rows and cells on lines of their own."""
    return re.sub(r"<(t[rdh])\b[^>]*>|</t[rdh]>", lambda tag: f"\n\t\t\t{tag[0]}\n\t\t\t\t", page)


def _bordered(page: str) -> str:
    return page.replace("<table", '<table border="1"')


def _pdf(reports: Sequence[Report], paths: Sequence[Path]) -> None:
    weasyprint: Any = importlib.import_module("weasyprint")
    for report, path in zip(reports, paths, strict=True):
        weasyprint.HTML(string=report.render("html").decode()).write_pdf(path)


def _doc(reports: Sequence[Report], paths: Sequence[Path]) -> None:
    with tempfile.TemporaryDirectory() as made:
        sources = [Path(made) / f"{path.stem}.docx" for path in paths]
        _rendered("docx", reports, sources)
        profile = f"-env:UserInstallation=file://{made}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "doc:MS Word 97"]
        run([*command, "--outdir", str(paths[0].parent), *map(str, sources)], seconds=600)


def _xlsx(reports: Sequence[Report], paths: Sequence[Path]) -> None:
    for report, path in zip(reports, paths, strict=True):
        _sheet(document_of(report), path)


def _sheet(document: Document, path: Path) -> None:
    """A sheet as people copy one out of a report: tables under each other, cells merged."""
    openpyxl: Any = importlib.import_module("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    row = 1
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            sheet.cell(row, 1, block.text)
            row += 1
        if not isinstance(block, Table):
            continue
        for cell in block.cells:
            top, left = row + cell.row, 1 + cell.column
            text = cell.text
            sheet.cell(top, left, int(text) if text.isdecimal() else text or None)
            bottom, right = top + cell.rowspan - 1, left + cell.colspan - 1
            if (bottom, right) != (top, left):
                sheet.merge_cells(None, top, left, bottom, right)
        row += block.n_rows
    book.save(path)


_WRITERS: dict[str, tuple[Callable[[Sequence[Report], Sequence[Path]], None], str]] = {
    "html": (partial(_rendered, "html"), ""),
    "html, paragraphs": (partial(_changed, _with_paragraphs), ""),
    "html, borders": (partial(_changed, _bordered), ""),
    "html, indented": (partial(_changed, _indented), ""),
    "html, Word's": (partial(_changed, _word_markup), ""),
    "docx": (partial(_rendered, "docx"), ""),
    "doc": (_doc, "soffice"),
    "pdf": (_pdf, "weasyprint"),
    "xlsx": (_xlsx, "openpyxl"),
}
"""How each format is written, and what that needs."""


# Tools


def run(command: Sequence[str], *, seconds: float = _SECONDS) -> str:
    """What a program prints."""
    done = subprocess.run(  # noqa: S603 - a benchmark of these very programs
        command, capture_output=True, check=True, timeout=seconds
    )
    return done.stdout.decode("utf-8", errors="replace")


def _program(name: str, takes: str, *command: str) -> Converter:
    """A program that prints; `{}` stands for the file."""

    def convert(path: Path) -> str:
        return run([part.replace("{}", str(path)) for part in command])

    return Converter(name, takes, command[0], convert, is_program=True)


def _module(name: str, takes: str, needs: str, convert: Callable[[Any, Path], str]) -> Converter:
    """A function of a package, which is imported when the tool is used."""
    return Converter(name, takes, needs, lambda path: convert(importlib.import_module(needs), path))


def _trafilatura(module: Any, path: Path, **options: Any) -> str:
    return str(module.extract(path.read_text(), include_tables=True, **options))


def _html2text(module: Any, path: Path, **options: Any) -> str:
    maker = module.HTML2Text()
    for option, value in options.items():
        setattr(maker, option, value)
    return str(maker.handle(path.read_text()))


def _soup(separator: str, *, strip: bool = False) -> Callable[[Any, Path], str]:
    def convert(module: Any, path: Path) -> str:
        soup = module.BeautifulSoup(path.read_text(), "lxml")
        return str(soup.body.get_text(separator, strip=strip))

    return convert


@cache
def _maker(module: Any) -> Any:
    return module.MarkItDown()


def _markitdown(module: Any, path: Path) -> str:
    return str(_maker(module).convert(str(path)).text_content)


def _mammoth(module: Any, path: Path) -> str:
    with path.open("rb") as file:
        return str(module.convert_to_markdown(file).value)


def _docx2python(module: Any, path: Path) -> str:
    with module.docx2python(path) as content:
        return str(content.text)


def _rows(module: Any, path: Path) -> str:
    """The rows of a Word file's tables as many scripts print them, a merged cell once a column."""
    document = module.Document(path)
    return "\n".join(
        part.text
        if not hasattr(part, "rows")
        else "\n".join(" | ".join(cell.text for cell in row.cells) for row in part.rows)
        for part in document.iter_inner_content()
    )


def _gne(module: Any, path: Path) -> str:
    found = module.GeneralNewsExtractor().extract(path.read_text())
    return f"{found['title']}\n{found['content']}"


def _boilerpy(module: Any, path: Path) -> str:
    return str(module.KeepEverythingExtractor().get_content(path.read_text()))


def _kreuzberg(module: Any, path: Path) -> str:
    return str(module.extract_file_sync(str(path)).content)


def _resiliparse(module: Any, path: Path) -> str:
    return str(module.html2text.extract_plain_text(path.read_text(), preserve_formatting=True))


def _pdfplumber(module: Any, path: Path, **options: Any) -> str:
    with module.open(path) as pages:
        return "\n".join(page.extract_text(**options) for page in pages.pages)


def _pypdf(module: Any, path: Path, **options: Any) -> str:
    return "\n".join(page.extract_text(**options) for page in module.PdfReader(path).pages)


def _pymupdf(module: Any, path: Path, **options: Any) -> str:
    with module.open(path) as pages:
        return "\n".join(page.get_text(**options) for page in pages)


def _pdfium(module: Any, path: Path) -> str:
    with module.PdfDocument(path) as pages:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


@cache
def _browser(module: Any) -> Any:
    """A browser for all pages of this process, which ends with it."""
    play = module.sync_playwright().start()
    program = shutil.which("chromium")
    return play.chromium.launch(executable_path=program, args=["--no-sandbox"])


def _inner_text(module: Any, path: Path) -> str:
    page = _browser(module).new_page()
    page.set_content(path.read_text())
    text = str(page.inner_text("body"))
    page.close()
    return text


def _pandas(show: Callable[[Any], str]) -> Callable[[Any, Path], str]:
    return lambda module, path: show(module.read_excel(path))


def _pandoc(name: str, takes: str, to: str, *more: str) -> Converter:
    format, *_ = takes.split(",")
    return _program(name, takes, "pandoc", "-f", format, "-t", to, *more, "{}")


def _calibre(path: Path) -> str:
    with tempfile.TemporaryDirectory() as made:
        text = Path(made) / "report.txt"
        run(["ebook-convert", str(path), str(text)])
        return text.read_text()


def _antiword(path: Path) -> str:
    return run(["antiword", "-m", "UTF-8.txt", "-w", "0", str(path)])


_GRID = "markdown-simple_tables-multiline_tables-pipe_tables"
_PIPE = "markdown-simple_tables-multiline_tables-grid_tables"

CONVERTERS = (
    _module("trafilatura", "html", "trafilatura", _trafilatura),
    _module(
        "trafilatura, Markdown",
        "html",
        "trafilatura",
        partial(_trafilatura, output_format="markdown"),
    ),
    _module("html2text", "html", "html2text", _html2text),
    _module("html2text, not wrapped", "html", "html2text", partial(_html2text, body_width=0)),
    _module(
        "html2text, padded",
        "html",
        "html2text",
        partial(_html2text, body_width=0, pad_tables=True),
    ),
    _module("markdownify", "html", "markdownify", lambda m, p: str(m.markdownify(p.read_text()))),
    _module("markitdown", "html", "markitdown", _markitdown),
    _module("inscriptis", "html", "inscriptis", lambda m, p: str(m.get_text(p.read_text()))),
    _module("html-text", "html", "html_text", lambda m, p: str(m.extract_text(p.read_text()))),
    _module("resiliparse", "html", "resiliparse.extract", _resiliparse),
    _module("get_text, lines", "html", "bs4", _soup("\n", strip=True)),
    _module("get_text, blanks", "html", "bs4", _soup(" ", strip=True)),
    _module("get_text, tabs", "html", "bs4", _soup("\t", strip=True)),
    _module("get_text, bars", "html", "bs4", _soup("|", strip=True)),
    _module("get_text", "html", "bs4", _soup("")),
    _module(
        "html-to-markdown",
        "html",
        "html_to_markdown",
        lambda m, p: str(m.convert(p.read_text()).content),
    ),
    _module("boilerpy3", "html", "boilerpy3.extractors", _boilerpy),
    _module("gne", "html", "gne", _gne),
    _module("kreuzberg", "html", "kreuzberg", _kreuzberg),
    _module("innerText", "html", "playwright.sync_api", _inner_text),
    _module("innerText", "html, paragraphs", "playwright.sync_api", _inner_text),
    _module("trafilatura", "html, paragraphs", "trafilatura", _trafilatura),
    _module("html2text", "html, paragraphs", "html2text", _html2text),
    _module(
        "inscriptis", "html, paragraphs", "inscriptis", lambda m, p: str(m.get_text(p.read_text()))
    ),
    _module(
        "html-text",
        "html, paragraphs",
        "html_text",
        lambda m, p: str(m.extract_text(p.read_text())),
    ),
    _module("get_text, lines", "html, paragraphs", "bs4", _soup("\n", strip=True)),
    _module("trafilatura", "html, Word's", "trafilatura", _trafilatura),
    _module("html2text", "html, Word's", "html2text", _html2text),
    _module(
        "markdownify", "html, Word's", "markdownify", lambda m, p: m.markdownify(p.read_text())
    ),
    _pandoc("pandoc, Markdown", "html, Word's", "markdown"),
    _pandoc("pandoc, GitHub's", "html, Word's", "gfm"),
    _pandoc("pandoc, MediaWiki", "html, Word's", "mediawiki"),
    _program("w3m", "html, borders", "w3m", "-dump", "-T", "text/html", "-O", "UTF-8", "{}"),
    _program(
        "elinks",
        "html, borders",
        "elinks",
        "-force-html",
        "-dump",
        "-no-references",
        "-dump-charset",
        "UTF-8",
        "{}",
    ),
    _program(
        "lynx",
        "html, paragraphs",
        "lynx",
        "-dump",
        "-force_html",
        "-nolist",
        "-assume_charset=utf-8",
        "-display_charset=utf-8",
        "{}",
    ),
    _module("get_text", "html, indented", "bs4", _soup("")),
    _module("get_text, lines", "html, indented", "bs4", _soup("\n")),
    _program("links", "html", "links", "-dump", "-codepage", "utf-8", "{}"),
    _program("w3m", "html", "w3m", "-dump", "-T", "text/html", "-O", "UTF-8", "{}"),
    _program("w3m, wide", "html", "w3m", "-dump", "-cols", "200", "-O", "UTF-8", "{}"),
    _program(
        "lynx",
        "html",
        "lynx",
        "-dump",
        "-nolist",
        "-assume_charset=utf-8",
        "-display_charset=utf-8",
        "{}",
    ),
    _program(
        "elinks",
        "html",
        "elinks",
        "-dump",
        "-no-references",
        "-dump-charset",
        "UTF-8",
        "{}",
    ),
    _program("html2text (Debian)", "html", "html2text", "-utf8", "{}"),
    _pandoc("pandoc, plain", "html", "plain"),
    _pandoc("pandoc, 40 columns", "html", "plain", "--columns=40"),
    _pandoc("pandoc, Markdown", "html", "markdown"),
    _pandoc("pandoc, GitHub's", "html", "gfm"),
    _pandoc("pandoc, pipes", "html", _PIPE),
    _pandoc("pandoc, grid", "html", _GRID),
    _pandoc("pandoc, AsciiDoc", "html", "asciidoc"),
    _pandoc("pandoc, reStructuredText", "html", "rst"),
    _pandoc("pandoc, Org", "html", "org"),
    _pandoc("pandoc, MediaWiki", "html", "mediawiki"),
    _pandoc("pandoc, DokuWiki", "html", "dokuwiki"),
    _pandoc("pandoc, Textile", "html", "textile"),
    _pandoc("pandoc, LaTeX", "html", "latex"),
    _pandoc("pandoc, plain", "docx", "plain"),
    _pandoc("pandoc, Markdown", "docx", "markdown"),
    _pandoc("pandoc, GitHub's", "docx", "gfm"),
    _pandoc("pandoc, MediaWiki", "docx", "mediawiki"),
    _module("python-docx, rows", "docx", "docx", _rows),
    _module("kreuzberg", "docx", "kreuzberg", _kreuzberg),
    _module("markitdown", "docx", "markitdown", _markitdown),
    _module("mammoth, Markdown", "docx", "mammoth", _mammoth),
    _module("docx2txt", "docx", "docx2txt", lambda m, p: str(m.process(str(p)))),
    _program("docx2txt (Debian)", "docx", "docx2txt", "{}", "-"),
    _module("docx2python", "docx", "docx2python", _docx2python),
    _program("AbiWord", "docx", "abiword", "--to=txt", "--to-name=fd://1", "{}"),
    Converter("calibre", "docx", "ebook-convert", _calibre, is_program=True),
    Converter("antiword", "doc", "antiword", _antiword, is_program=True),
    _program("catdoc", "doc", "catdoc", "-d", "utf-8", "{}"),
    _program("pdftotext", "pdf", "pdftotext", "{}", "-"),
    _program("pdftotext -layout", "pdf", "pdftotext", "-layout", "{}", "-"),
    _program("pdftotext -raw", "pdf", "pdftotext", "-raw", "{}", "-"),
    _program("pdftotext -fixed", "pdf", "pdftotext", "-layout", "-fixed", "5", "{}", "-"),
    _program("MuPDF", "pdf", "mutool", "draw", "-q", "-F", "txt", "{}"),
    _program("Ghostscript", "pdf", "gs", "-q", "-sDEVICE=txtwrite", "-o", "-", "{}"),
    _module("pdfplumber", "pdf", "pdfplumber", _pdfplumber),
    _module("pdfplumber, layout", "pdf", "pdfplumber", partial(_pdfplumber, layout=True)),
    _module("pypdf", "pdf", "pypdf", _pypdf),
    _module("pypdf, layout", "pdf", "pypdf", partial(_pypdf, extraction_mode="layout")),
    _module("PyMuPDF", "pdf", "pymupdf", _pymupdf),
    _module("PyMuPDF, sorted", "pdf", "pymupdf", partial(_pymupdf, sort=True)),
    _module("pymupdf4llm", "pdf", "pymupdf4llm", lambda m, p: str(m.to_markdown(p))),
    _module("pdfminer.six", "pdf", "pdfminer.high_level", lambda m, p: str(m.extract_text(p))),
    _module("pypdfium2", "pdf", "pypdfium2", _pdfium),
    _module("kreuzberg", "pdf", "kreuzberg", _kreuzberg),
    _module("markitdown", "pdf", "markitdown", _markitdown),
    _module("markitdown", "xlsx", "markitdown", _markitdown),
    _module("pandas, to_string", "xlsx", "pandas", _pandas(lambda d: str(d.to_string()))),
    _module("pandas, to_markdown", "xlsx", "pandas", _pandas(lambda d: str(d.to_markdown()))),
    _module("pandas, to_csv", "xlsx", "pandas", _pandas(lambda d: str(d.to_csv(index=False)))),
    _module("pandas, to_json", "xlsx", "pandas", _pandas(lambda d: str(d.to_json()))),
    _module("tabulate, psql", "xlsx", "pandas", _pandas(lambda d: d.to_markdown(tablefmt="psql"))),
)
