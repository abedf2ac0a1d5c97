"""Where something was printed, in words."""

from __future__ import annotations

from govinfo.blocks import Anchor
from govinfo.diagnostics import Language

_CHINESE = {
    "page": "第{}页",
    "table": "文中第{}个表",
    "row": "第{}行",
    "column": "第{}列",
    "paragraph": "第{}段",
    "line": "文本第{}行",
}


def place(anchor: Anchor | None, language: Language = "en") -> str:
    """An anchor in words; `""` where nothing is known of it.

    >>> place(Anchor(page=4, table=3, row=2), "zh")
    '第4页，文中第3个表，第2行'
    """
    if anchor is None:
        return ""
    if language == "en":
        return str(anchor)
    parts = ((words, getattr(anchor, name)) for name, words in _CHINESE.items())
    return "，".join(words.format(value) for words, value in parts if value is not None)
