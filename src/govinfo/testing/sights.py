"""Cells that a reader sees otherwise than their text says, in documents that the kit writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from attrs import evolve, field, frozen
from hypothesis import strategies as st

from govinfo.blocks import Cell, Document, Table
from govinfo.testing.tables import figures_in, rows_of_figures, with_texts
from govinfo.testing.writings import WRITINGS

_MARK = "\ue00f"
"""What stands in a cell until its markup does: a character that no report has."""
_BODY = "word/document.xml"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_VML = "urn:schemas-microsoft-com:vml"

Markup = Callable[[str], str]
"""The markup of a cell that shows a figure."""


@frozen
class Sight:
    """A document with a cell that a reader sees otherwise than its text says.

    Attributes:
        kind: A key of `UNSEEN` or `WITHOUT_TEXT`, under the document's format.
        where: Which figure of which table it is, for people.
        data: The document's bytes.
    """

    kind: str
    where: str
    data: bytes = field(repr=False)


def sights(
    document: Document, format: str, kinds: Mapping[str, Mapping[str, Markup]]
) -> st.SearchStrategy[Sight]:
    """The document with one figure shown in one of some ways.

    Args:
        document: A document with tables that have figures.
        format: `html` or `docx`.
        kinds: `UNSEEN` or `WITHOUT_TEXT`.
    """
    figures = [
        (at, cell)
        for at, table in enumerate(document.blocks)
        if isinstance(table, Table)
        for row in rows_of_figures(table)
        for cell in figures_in(table, row)
        if cell.text.isdecimal()
    ]

    @st.composite
    def drawn(draw: st.DrawFn) -> Sight:
        kind = draw(st.sampled_from(list(kinds[format])))
        at, cell = draw(st.sampled_from(figures))
        marked = _marked(document, at, cell)
        data = draw(st.sampled_from(WRITINGS[format]))(marked)
        shown = _PUT_IN[format](data, kinds[format][kind](cell.text))
        return Sight(kind, f"table {at}, row {cell.row}, column {cell.column}", shown)

    return drawn() if figures else st.nothing()


def _marked(document: Document, at: int, cell: Cell) -> Document:
    table = document.blocks[at]
    assert isinstance(table, Table)  # noqa: S101 - so chosen
    blocks = (*document.blocks[:at], with_texts(table, {cell: _MARK}), *document.blocks[at + 1 :])
    return evolve(document, blocks=blocks)


def _in_page(data: bytes, markup: str) -> bytes:
    return data.replace(_MARK.encode(), markup.encode())


def _in_word(data: bytes, markup: str) -> bytes:
    """The mark stands in a run's text, which ends before the markup and begins again after it."""
    amid = f"</w:t></w:r>{markup}<w:r><w:t>".encode()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w") as again:
        for part in package.infolist():
            content = package.read(part)
            again.writestr(
                part, content.replace(_MARK.encode(), amid) if part.filename == _BODY else content
            )
    return made.getvalue()


_PUT_IN: Mapping[str, Callable[[bytes, str], bytes]] = {"html": _in_page, "docx": _in_word}


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def _drawn(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def _styled(style: str) -> Markup:
    return lambda figure: f'<span style="{style}">7</span>{figure}'


def _with_run(properties: str) -> Markup:
    return lambda figure: _run("7", properties) + _run(figure)


UNSEEN: Mapping[str, Mapping[str, Markup]] = {
    "html": {
        "not displayed": _styled("display:none"),
        "invisible": _styled("visibility:hidden"),
        "off the page": _styled("position:absolute;left:-9999px"),
        "white": _styled("color:#fff"),
        "without size": _styled("font-size:0"),
        "transparent": _styled("opacity:0"),
        "by a variable": _styled("--seen:none;display:var(--seen)"),
        "of a reckoned size": _styled("font-size:calc(1px - 1px)"),
        "clipped away": _styled("display:inline-block;clip-path:inset(0 100% 0 0)"),
        "in a closed fold": lambda figure: f"<details><summary>{figure}</summary>7</details>",
        "turned round": lambda figure: f"<bdo dir=rtl>{figure[::-1]}</bdo>",
        "struck": lambda figure: f"<s>7</s>{figure}",
        "a comment": lambda figure: f"<!--7-->{figure}",
        "a hidden entry": lambda figure: f'<input type="hidden" value="7">{figure}',
        "a note": lambda figure: f"{figure}<sup>7</sup>",
    },
    "docx": {
        "hidden": _with_run("<w:vanish/>"),
        "white": _with_run('<w:color w:val="FFFFFF"/>'),
        "white by the theme": _with_run('<w:color w:val="000000" w:themeColor="background1"/>'),
        "narrow": _with_run('<w:w w:val="1"/>'),
        "turned round": lambda figure: f'<w:bdo w:val="rtl">{_run(figure[::-1])}</w:bdo>',
        "struck": _with_run("<w:strike/>"),
        "tiny": _with_run('<w:sz w:val="2"/>'),
        "deleted": lambda figure: (
            f'<w:del w:id="1"><w:r><w:delText>7</w:delText></w:r></w:del>{_run(figure)}'
        ),
        "a note": lambda figure: _run(figure) + _run("7", '<w:vertAlign w:val="superscript"/>'),
        "raised": lambda figure: _run(figure) + _run("7", '<w:position w:val="8"/>'),
    },
}
"""Cells in which digits stand that no reader takes for the figure's; the figure is as it was."""

WITHOUT_TEXT: Mapping[str, Mapping[str, Markup]] = {
    "html": {
        "an image": lambda _: '<img src="figure.png">',
        "an image that is described": lambda figure: f'<img src="figure.png" alt="{figure}">',
        "an image beside a digit": lambda figure: f'{figure[:1]}<img src="figure.png">',
        "a drawing": lambda figure: f"<svg><text>{figure}</text></svg>",
        "written by a script": lambda figure: f"<script>document.write('{figure}')</script>",
        "struck": lambda figure: f"<del>{figure}</del>",
        "mirrored": lambda figure: (
            f'<span style="display:inline-block;transform:scaleX(-1)">{figure}</span>'
        ),
        "upside down": lambda figure: (
            f'<span style="display:inline-block;rotate:180deg">{figure}</span>'
        ),
        "cut off": lambda figure: (
            f'<div style="width:.4em;overflow:hidden;white-space:nowrap">{figure}{figure}</div>'
        ),
        "covered": lambda figure: (
            f'<div style="position:relative">{figure}<div style="position:absolute;left:0;top:0;'
            'width:3em;height:1em;background:#000"></div></div>'
        ),
    },
    "docx": {
        "a picture": lambda _: _drawn(f'<w:drawing><p:pic xmlns:p="{_PIC}"/></w:drawing>'),
        "a picture beside a digit": lambda figure: (
            _run(figure[:1]) + _drawn(f'<w:drawing><p:pic xmlns:p="{_PIC}"/></w:drawing>')
        ),
        "struck": lambda figure: _run(figure, "<w:strike/>"),
        "deleted": lambda figure: (
            f'<w:del w:id="1"><w:r><w:delText>{figure}</w:delText></w:r></w:del>'
        ),
        "under a line": lambda figure: (
            _run(figure) + _drawn(f'<w:pict><v:line xmlns:v="{_VML}"/></w:pict>')
        ),
    },
}
"""Cells that show a figure by other means than text, or one that no longer holds: no blanks."""
