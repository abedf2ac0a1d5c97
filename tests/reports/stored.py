"""The documents under `tests/fixtures`: what each was made of, and by which program.

They are kept so that they are read also where the programs are not installed;
`tests/fixtures/make_by_programs.py` makes them anew.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reports import web
from reports.told import FULL, OF_2014, OF_2019, SPARSE, Told
from reports.word import by_hand, by_python_docx, numbered_by_word, verbose

if TYPE_CHECKING:
    from collections.abc import Callable

    Sources = dict[str, tuple[Told, Callable[[], bytes]]]


def scripted() -> bytes:
    """A page whose tables a script writes when it is shown."""
    tables = {part: web.web_table(table) for part, table in SPARSE.tables().items()}
    inner = web.content(SPARSE, table=lambda table: f'<div id="t{table.n_columns}"></div>')
    numbers = {SPARSE.tables()[part].n_columns: made for part, made in tables.items()}
    lines = (
        f'document.getElementById("t{number}").innerHTML = {json.dumps(made)};'
        for number, made in numbers.items()
    )
    script = "".join(lines).replace("</", "<\\/")
    return web.page(f"{inner}<script>{script}</script>").encode()


def left_open() -> bytes:
    """A page whose cells and rows are not closed, for the browser to mend."""
    made = web.content(OF_2019)
    for closing in ("</td>", "</tr>", "</tbody>", "</p>"):
        made = made.replace(closing, "")
    return web.page(made).encode()


THERE_AND_BACK: Sources = {
    "python-docx-2021": (FULL, lambda: by_python_docx(FULL)),
    "by-hand-2019": (OF_2019, lambda: by_hand(OF_2019, verbose)),
    "by-hand-2014": (OF_2014, lambda: by_hand(OF_2014)),
    "numbered-2021": (FULL, lambda: numbered_by_word(FULL)),
}
"""Word files that LibreOffice turned into its own format and back."""

PAGES_TO_WORD: Sources = {
    "page-2021": (FULL, lambda: web.by_hand(FULL)),
    "page-sparse": (SPARSE, lambda: web.by_hand(SPARSE)),
    # LibreOffice makes blanks of wrapped lines, which then do stand in its file.
    "saved-by-word-2019": (OF_2019, lambda: web.by_word(OF_2019, wrap=False).encode("gb18030")),
}
"""Pages that LibreOffice turned into Word files."""

WORD_TO_PAGES: Sources = {
    "python-docx-2021": (FULL, lambda: by_python_docx(FULL)),
    # In a page the numbers are the browser's: it knows no Chinese ones.
    "numbered-2021": (
        FULL.but(
            headings={
                "overview": "1. 总体情况",
                "problems": "5. 存在的主要问题及改进情况",
                "other_matters": "6. 其他需要报告的事项",
            }
        ),
        lambda: numbered_by_word(FULL),
    ),
}
"""Word files that LibreOffice turned into pages."""

SAVED_BY_CHROMIUM: Sources = {
    "portal-2021": (
        FULL.but(published=web.SEEN),
        lambda: web.portal(FULL).encode(),
    ),
    "scripted-sparse": (SPARSE, scripted),
    "left-open-2019": (OF_2019, left_open),
}
"""Pages as Chromium held them."""

STORED = {
    **{f"docx/there-and-back-{name}.docx": told for name, (told, _) in THERE_AND_BACK.items()},
    **{f"docx/from-{name}.docx": told for name, (told, _) in PAGES_TO_WORD.items()},
    **{f"html/libreoffice-{name}.html": told for name, (told, _) in WORD_TO_PAGES.items()},
    **{f"html/chromium-{name}.html": told for name, (told, _) in SAVED_BY_CHROMIUM.items()},
}
"""What each stored document says, by its path."""
