"""The page of two years, and of an organ and its units, as a reader finds it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

import govinfo
from govinfo.checks import between_rules as rules
from govinfo.diagnostics import Language, Rule
from govinfo.render.between_page import between_page
from govinfo.template.report import Report


def reports(rule: Rule) -> list[Report]:
    return [govinfo.parse(text.encode(), format="text") for text in rule.example.split(rules.NEXT)]


def cells(page: BeautifulSoup) -> list[list[str]]:
    return [[cell.text for cell in row.select("th, td")] for row in page.select("tbody tr")]


def test_what_changed_and_what_contradicts() -> None:
    found = govinfo.compare(*reports(rules.IN_FORCE))
    page = BeautifulSoup(between_page(found, "zh"), "lxml")
    assert page.html is not None
    assert page.html["lang"] == "zh-CN"
    assert [one.text for one in page.select(".findings .code")] == ["GI403"]
    assert cells(page)[-1] == ["现行有效件数 · 行政规范性文件", "10", "12", "+2"]
    assert [row.th.text for row in page.select("tr.differs") if row.th] == [
        "现行有效件数 · 行政规范性文件"
    ]


def test_a_figure_that_did_not_change_but_should_have_is_shown() -> None:
    this = Report.from_figures({"requests.carried_over.total": 0}, edition="2021")
    last = Report.from_figures(
        {"requests.carried_forward.total": 4, "requests.carried_over.total": 0}, edition="2021"
    )
    page = BeautifulSoup(between_page(govinfo.compare(last, this), "en"), "lxml")
    assert ["总计 · 二、上年结转政府信息公开申请数量", "0", "0", "0"] in cells(page)


def test_what_both_texts_say_is_marked_in_both() -> None:
    problems = "公开的内容还不够细致，解读的形式比较单一。今年培训{}次。"
    texts = (problems.format(2), f"{problems.format(3)}{problems.format(3)}另设课程。")
    last, this = (Report.from_figures({}, edition="2021", problems=text) for text in texts)
    page = BeautifulSoup(between_page(govinfo.compare(last, this), "en"), "lxml")
    before, now = page.select(".pair > div > p")
    assert (before.text, now.text) == texts
    assert len(before.select("mark")) < len(now.select("mark"))
    assert "另设课程。" not in [mark.text for mark in now.select("mark")]


def test_units_stand_with_their_contributors() -> None:
    parent, *units = reports(rules.SUM)
    page = BeautifulSoup(between_page(govinfo.rollup(parent, units), "en"), "lxml")
    assert cells(page)[0][1:] == ["9", "8", "+1", "某县水务局 5、某县档案局 3"]
    alone = BeautifulSoup(between_page(govinfo.rollup(None, units), "zh"), "lxml")
    assert next(row[2:4] for row in cells(alone) if "本年新收" in row[0]) == ["8", ""]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_asks_for_nothing_and_what_is_printed_is_no_markup(language: Language) -> None:
    last, this = (
        Report.from_figures({}, title=f"<script>{year}</script>", year=year, edition="2021")
        for year in (2022, 2023)
    )
    page = BeautifulSoup(between_page(govinfo.compare(last, this), language), "lxml")
    assert page.select("script, link, img, iframe") == []
    (policy,) = page.select('meta[http-equiv="Content-Security-Policy"]')
    assert str(policy["content"]).startswith("default-src 'none'; style-src 'sha256-")
    assert page.h1 is not None
    assert page.h1.text == "<script>2023</script>"
