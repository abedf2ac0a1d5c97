from __future__ import annotations

import pytest

from govinfo import Money, Report
from govinfo.blocks import Anchor
from govinfo.diagnostics import Diagnostic, Language, Severity
from govinfo.render.findings import summary, wrong_cells
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


@pytest.mark.parametrize("path", ["requests.received.total", "requests.received", "requests"])
def test_a_table_is_called_as_the_template_calls_it(path: str) -> None:
    anchor = Anchor(page=4, table=2, row=2)
    assert place(anchor, "zh", path) == "第4页，表三，第2行"
    assert place(anchor, "zh", "indicators.disclosure.total") == "第4页，文中第2个表，第2行"


def breach(path: str, contributors: str = "") -> Diagnostic:
    values = {"contributors": contributors}
    return Diagnostic("GI202", Severity.ERROR, "", path, values=values)


def test_wrong_cells_are_counted_and_not_their_breaches() -> None:
    explaining = Diagnostic("GI209", Severity.INFO, "", "a")
    assert wrong_cells([]) == 0
    assert wrong_cells([breach("t", "a b"), breach("u", "a c"), explaining]) == 1
    assert wrong_cells([breach("t", "a b"), breach("u", "b c"), breach("v", "d")]) == 2
    assert wrong_cells([Diagnostic("GI301", Severity.WARNING, "", "a")]) == 0


def test_many_zeros_are_told_in_words() -> None:
    rows = Report.blank("2021").facts.where(part="requests")
    figures: dict[str, int | Money | None] = dict.fromkeys(rows, 0)
    figures |= {"requests.outcomes.total.total": 3, "requests.outcomes.granted.total": 2}
    (finding,) = Report.from_figures(figures, edition="2021").check(select="GI202")
    # 予以公开 is one of 21 outcomes: 1 + 1 + 8 + 3 + 5 + 3.
    assert finding.text("zh").endswith("而各项之和为 2：（一）予以公开 2，其余20项为0")
    assert finding.text("en").endswith("（一）予以公开 2 + 0 × 20")
