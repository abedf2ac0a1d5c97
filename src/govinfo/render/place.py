"""Where something was printed, in words."""

from __future__ import annotations

from govinfo.blocks import Anchor
from govinfo.diagnostics import Language
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import table_of
from govinfo.template.editions import tables_of

_CHINESE = {
    "page": "第{}页",
    "table": "文中第{}个表",
    "row": "第{}行",
    "column": "第{}列",
    "paragraph": "第{}段",
    "line": "文本第{}行",
}


def place(anchor: Anchor | None, language: Language = "en", path: str = "") -> str:
    """An anchor in words; `""` where nothing is known of it.

    Args:
        anchor: The place.
        language: Language of the words.
        path: The fact, row or section that is printed there: its table is called as the template
            calls it, and not by its number in the document.

    >>> place(Anchor(page=4, table=3, row=2), "zh")
    '第4页，文中第3个表，第2行'
    >>> place(Anchor(page=4, table=2, row=2), "zh", "requests.received.total")
    '第4页，表三，第2行'
    """
    if anchor is None:
        return ""
    if language == "en":
        return str(anchor)
    table = _table(path)
    known = _CHINESE | ({"table": table} if table else {})
    parts = ((words, getattr(anchor, name)) for name, words in known.items())
    return "，".join(words.format(value) for words, value in parts if value is not None)


def _table(path: str) -> str:
    """The number of the table that a path stands in; `""` where it has none."""
    classes = tables_of(path.partition(".")[0])
    name = table_of(compile_class(classes[-1])) if classes else ""
    return name if name.startswith("表") else ""
