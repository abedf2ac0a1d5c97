from __future__ import annotations

import pytest

from govinfo.blocks import Anchor
from govinfo.diagnostics import Diagnostic, Language, Severity
from govinfo.render.findings import summary
from govinfo.render.place import place


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "page 4, table 3, row 2, column 5"), ("zh", "第4页，文中第3个表，第2行，第5列")],
)
def test_a_place_is_named_in_both_languages(language: Language, words: str) -> None:
    assert place(Anchor(page=4, table=3, row=2, column=5), language) == words
    assert place(None, language) == ""


@pytest.mark.parametrize(
    ("severities", "english", "chinese"),
    [
        ((), "no findings", "未发现问题"),
        (("info",), "1 note", "提示 1 项"),
        (("error", "error", "warning"), "2 errors, 1 warning", "错误 2 项、警告 1 项"),
    ],
)
def test_findings_are_counted_in_words(
    severities: tuple[Severity, ...], english: str, chinese: str
) -> None:
    found = [Diagnostic("GI201", severity, "") for severity in severities]
    assert (summary(found, "en"), summary(found, "zh")) == (english, chinese)
