"""The page as it is written; what a browser makes of it is tested beside."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from itertools import product

import attrs
import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo.blocks import Anchor
from govinfo.checks.identities import judge
from govinfo.diagnostics import Diagnostic, Language, Severity
from govinfo.explain.cell_rules import UNIT_MISSING
from govinfo.explain.placement_rules import CELLS_MISSING, COLUMNS_UNSURE
from govinfo.explain.table_rules import ROW_UNKNOWN
from govinfo.grammar.facts import Fact
from govinfo.render.review import Review, page, pages
from govinfo.render.review._known import State, states
from govinfo.render.review._words import _WORDS
from govinfo.template.narrative import Narrative
from govinfo.template.report import Facts
from render.reviewed import (
    CASES,
    FLAWED,
    GRANTED,
    LICENCES,
    RECEIVED,
    REPEATED,
    SOUND,
    flawed,
    on_the_web,
    review,
    sound,
)
from reports.told import OF_2014, OF_2019, SPARSE, Told
from reports.web import by_hand

LANGUAGES: tuple[Language, ...] = ("zh", "en")
TEMPLATES = files("govinfo.render") / "templates"
STYLE = (TEMPLATES / "review.css").read_text(encoding="utf-8")


def soup_of(*reviews: Review, language: Language = "zh") -> BeautifulSoup:
    return BeautifulSoup(page(reviews, language), "lxml")


@pytest.fixture(scope="module")
def ten() -> BeautifulSoup:
    return soup_of(flawed())


@pytest.fixture(scope="module")
def none() -> BeautifulSoup:
    return soup_of(sound())


def cell(soup: BeautifulSoup, path: str) -> Tag:
    found = soup.find(id=f"report-1.{path}")
    assert isinstance(found, Tag), path
    return found


def text_of(soup: BeautifulSoup | Tag, selector: str) -> str:
    found = soup.select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


def known(soup: BeautifulSoup, path: str) -> list[str]:
    box = cell(soup, path).parent
    assert box is not None
    return list(box["class"])


def test_the_conclusion_says_what_to_do_and_how_much(ten: BeautifulSoup) -> None:
    assert text_of(ten, ".verdict .sentence") == "须改正后发布"
    counts = text_of(ten, ".verdict .counts")
    assert counts == "6 项错误 4 项警告 改正 3 个数字，可消除其中 5 项"
    assert "5 项不成立" in text_of(ten, ".tally")


def test_a_sound_report_has_no_problems(none: BeautifulSoup) -> None:
    assert text_of(none, ".verdict .sentence") == "未发现问题"
    assert text_of(none, ".problems .none") == "没有错误，也没有警告。"
    assert none.select(".problems .finding") == []
    assert "2 处与表一致" in text_of(none, ".tally")


def test_what_cannot_be_judged_is_not_called_sound() -> None:
    report = govinfo.parse(by_hand(SPARSE))
    notes = [one for one in report.check() if one.severity is Severity.INFO]
    soup = soup_of(Review("sparse.html", report, notes))
    assert text_of(soup, ".verdict .sentence") == "未发现问题，但部分无法判断"


def test_cells_that_explain_the_most_stand_first(ten: BeautifulSoup) -> None:
    first = ten.select(".correction")
    assert [text_of(one, ".change .to-cell") for one in first] == [
        "表三 · 自然人 · （一）予以公开",
        "表三 · 法人或其他组织 · 商业企业 · 四、结转下年度继续办理",
        "表四 · 行政复议 · 总计",
    ]
    printed, expected = text_of(first[2], "del"), text_of(first[2], "ins")
    assert (printed, expected) == ("0", str(SOUND.figures[CASES]))
    codes = [[code.text for code in one.select(".explained .code")] for one in first]
    assert codes == [["GI202", "GI203"], ["GI201", "GI203"], ["GI204"]]


def test_every_finding_stands_once(ten: BeautifulSoup) -> None:
    shown = Counter(one.text for one in ten.select(".problems .finding .code"))
    assert shown == Counter(finding.code for finding in flawed().findings)


def test_a_hint_at_several_cells_stands_with_all_it_explains() -> None:
    """Two wrong cells in one row: both hints and the three breaches are one problem."""
    other = GRANTED.replace("natural_person", "enterprise")
    figures = {**SOUND.figures, GRANTED: 500, other: 700}
    soup = soup_of(on_the_web(SOUND.but(figures=figures)))
    (problem,) = soup.select(".correction")
    assert len(problem.select(".lead")) == 2
    assert [code.text for code in problem.select(".explained .code")] == ["GI202", "GI202", "GI203"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (GRANTED, ["wrong", "broken"]),
        (GRANTED.replace("natural_person", "total"), ["broken", "sound"]),
        (CASES, ["wrong", "broken", "contradicted"]),
        (RECEIVED, ["contradicted", "sound"]),
        (LICENCES, ["doubtful", "blank"]),
        (REPEATED, ["doubtful", "blank"]),
        (REPEATED.replace("other_organization", "total"), ["open", "sound"]),
        ("proactive.penalties.decisions", ["wrong"]),
        ("proactive.rules.issued", ["unchecked"]),
        ("disputes.litigation.direct.upheld", ["sound"]),
    ],
)
def test_a_cell_shows_all_that_is_known_of_it(
    ten: BeautifulSoup, path: str, expected: list[str]
) -> None:
    assert known(ten, path) == expected
    said = text_of(cell(ten, path), ".said").split(", ")
    assert said == [_WORDS[f"state_{state}"].zh for state in expected]


def test_a_cell_leads_to_its_identities_findings_and_sentences(ten: BeautifulSoup) -> None:
    button = cell(ten, CASES)
    (relation,) = (cell(ten, name.removeprefix("report-1.")) for name in ids(button, "sums"))
    assert "不成立" in relation.text
    assert relation.select_one(".sign").text == "≠"  # type: ignore[union-attr]
    assert "结果维持 201 + 结果纠正 202 + 其他结果 203 + 尚未审结 204 = 810" in " ".join(
        relation.text.split()
    )
    codes = [ten.find(id=name).select_one(".code").text for name in ids(button, "findings")]  # type: ignore[union-attr]
    assert codes == ["GI204", "GI209", "GI301"]
    (claim,) = ids(button, "claims")
    mark = ten.find(id=claim)
    assert isinstance(mark, Tag)
    assert mark["data-cell"] == button["id"]
    assert (mark["class"], text_of(mark, "mark")) == (["claim", "contradicted"], "810件")


def ids(element: Tag, name: str) -> list[str]:
    return str(element.get(f"data-{name}", "")).split()


def test_what_was_not_understood_is_shown_as_printed(ten: BeautifulSoup) -> None:
    assert text_of(cell(ten, LICENCES), ".value") == "?约300"
    assert cell(ten, LICENCES)["data-raw"] == "约300"


def test_the_figures_of_a_row_that_could_not_be_placed_stand_in_none_of_its_cells() -> None:
    report = sound().report
    fact = attrs.evolve(report.facts[CASES], value=None, raw="0 0 0")
    sign = attrs.evolve(report.facts[RECEIVED], value=None, raw="——")
    facts = {**report.facts, CASES: fact, RECEIVED: sign}
    report = attrs.evolve(report, facts=Facts(list(facts.values())))
    finding = CELLS_MISSING.at(CASES, cell="表四", found=3, expected=15, raw="0 0 0")
    soup = soup_of(Review("", report, [finding]))
    assert text_of(cell(soup, CASES), ".value") == "?"
    assert text_of(cell(soup, RECEIVED), ".value") == "——"


def test_a_sum_with_blanks_is_at_least_what_is_printed() -> None:
    soup = soup_of(on_the_web(SPARSE))
    (relation,) = ids(cell(soup, "disputes.litigation.direct.total"), "sums")
    sides = [" ".join(one.text.split()) for one in soup.select(f'[id="{relation}"] .side')]
    assert sides == ["尚未审结 ?，其余3项为0", "0"]
    granted = ids(cell(soup, "requests.outcomes.granted.natural_person"), "sums")
    (side, *_) = soup.select(f'[id="{granted[0]}"] .side')
    assert text_of(side, "b") == "≥ 3"


def test_a_pages_picture_has_the_places_of_what_is_wrong_on_it(ten: BeautifulSoup) -> None:
    button = cell(ten, CASES)
    assert button["data-page"] == "3"
    sheet = ten.find(id="report-1.page-3")
    assert isinstance(sheet, Tag)
    spot = sheet.select_one(f'rect[data-cell="{button["id"]}"]')
    assert spot is not None
    left, top, right, bottom = map(float, str(button["data-box"]).split())
    assert [float(str(spot[name])) for name in ("x", "y", "width", "height")] == pytest.approx(
        [left, top, right - left, bottom - top]
    )
    assert str(sheet.select_one("image")["href"]).startswith("data:image/")  # type: ignore[index]


def test_the_tables_are_real_tables(ten: BeautifulSoup) -> None:
    for table in ten.select(".table table"):
        labels = table.select("th")
        assert labels
        assert all(label["scope"] in {"col", "colgroup", "row", "rowgroup"} for label in labels)
        assert table.select("thead th")
        assert not table.select("thead td")
    group = next(one for one in ten.select("th") if one.text == "（三）不予公开")
    assert (group["scope"], group["rowspan"]) == ("rowgroup", "8")


@pytest.mark.parametrize("told", [SOUND, FLAWED, OF_2019, OF_2014, SPARSE])
def test_every_figure_has_a_cell_and_every_link_an_end(told: Told) -> None:
    check_links(on_the_web(told))


@given(data=st.data())
def test_so_it_is_whatever_is_printed(data: st.DataObject) -> None:
    paths = data.draw(st.sets(st.sampled_from(sorted(SOUND.figures)), max_size=12))
    printed = st.sampled_from(["", "0", "7", "-3", "约5", "1(撤诉)", "<b>", "12.5万元", "/"])
    told = SOUND.but(printed={path: data.draw(printed) for path in sorted(paths)})
    check_links(on_the_web(told))


def check_links(made: Review) -> None:
    soup = soup_of(made)
    names = Counter(str(element["id"]) for element in soup.find_all(id=True))
    assert max(names.values()) == 1
    shown = [str(button["id"]) for button in soup.select("button.figure")]
    assert sorted(shown) == sorted(f"report-1.{path}" for path in made.report.facts)
    ends = {str(link["href"])[1:] for link in soup.select('a[href^="#"]')} - {""}
    for kind in ("cell", "cells", "sums", "findings", "claims", "claim"):
        ends |= {name for one in soup.select(f"[data-{kind}]") for name in ids(one, kind)}
    assert ends <= set(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_for_nothing_and_forbids_the_rest(language: Language) -> None:
    html = page([flawed()], language)
    soup = BeautifulSoup(html, "lxml")
    for element in soup.find_all(True):
        for name, value in element.attrs.items():
            assert not name.startswith("on"), element.name
            assert name not in {"style", "src", "srcset", "action"}, element.name
            if name == "href":
                assert str(value).startswith(("#", "data:image/")), value
    policy = soup.select_one('meta[http-equiv="Content-Security-Policy"]')
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in str(policy["content"]).split("; "))
    assert rules.pop("default-src") == "'none'"
    assert rules.pop("img-src") == "data:"
    for kind, name in (("style", "style-src"), ("script", "script-src")):
        (inner,) = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        hashed = b64encode(sha256(inner.encode()).digest()).decode()
        assert rules.pop(name) == f"'sha256-{hashed}'"
    assert rules == {"base-uri": "'none'", "form-action": "'none'"}


def test_what_a_document_prints_is_escaped() -> None:
    evil = "<script>alert('1')</script>\"'"
    report = govinfo.parse(by_hand(SOUND))
    fact = attrs.evolve(report.facts[GRANTED], raw=evil, note=evil)
    report = attrs.evolve(
        report,
        title=evil,
        agency=evil,
        overview=Narrative(evil, evil),
        facts=Facts([fact if one.path == GRANTED else one for one in report.facts.values()]),
    )
    finding = Diagnostic("XX1", "error", f"{evil} `{evil}`", GRANTED, None, {"cell": evil})
    for language in LANGUAGES:
        soup = soup_of(Review(evil, report, [finding]), language=language)
        assert len(soup.find_all("script")) == 1
        assert text_of(soup, "h1") == evil
        assert cell(soup, GRANTED)["data-raw"] == evil


def spoken(soup: BeautifulSoup, language: str) -> Iterator[str]:
    """What the page says in its own language: texts, and what is only heard or hovered over."""
    for hidden in soup.select("style, script"):
        hidden.decompose()
    for text in soup.find_all(string=True):
        inner = text.find_parent(lang=True)
        if inner is None or inner["lang"] == language:
            yield str(text)
    for name in ("aria-label", "title", "data-text", "data-blank", "data-none", *state_names()):
        yield from (str(one[name]) for one in soup.select(f"[{name}]"))


def state_names() -> list[str]:
    return [f"data-{state}" for state in State]


def test_an_english_page_speaks_english_but_for_what_is_marked() -> None:
    soup = soup_of(flawed(), sound(), language="en")
    said = list(spoken(soup, "en"))
    assert any("does not hold" in text for text in said)
    assert [text for text in said if re.search("[\u4e00-\u9fff]", text)] == []


def test_a_chinese_page_speaks_chinese() -> None:
    soup = soup_of(flawed(), sound())
    codes = re.compile(r"GI\d{3}|govinfo|report\.(?:pdf|html)|Esc\b|raw|html")
    said = [codes.sub("", text) for text in spoken(soup, "zh-CN")]
    assert [text for text in said if re.search("[A-Za-z]{2,}", text)] == []


def test_every_word_is_used_and_stands_in_both_languages() -> None:
    used = "".join(
        (TEMPLATES / name).read_text(encoding="utf-8") for name in ("review.html", "report.html")
    )
    kinds = {kind for kind in ("state", "verdict", "status", "claim") if f'"{kind}"' in used}
    for name, words in _WORDS.items():
        assert words.en, name
        assert re.search("[\u4e00-\u9fff]", words.zh), name
        named = re.search(rf"say\.{name}\b|[\"(]{name}\"", used)
        assert named or name.partition("_")[0] in kinds, name


def test_the_gravest_report_stands_first() -> None:
    soup = soup_of(sound(), flawed())
    rows = [
        [" ".join(one.text.split()) for one in row.select("td")]
        for row in soup.select(".index tbody tr")
    ]
    assert rows == [["须改正后发布", "6", "4", "2"], ["未发现问题", "0", "0", "0"]]
    assert next(text_of(one, ".facts") for one in soup.select("article")).endswith("report.pdf")


def test_a_report_without_tables_says_so() -> None:
    report = govinfo.parse(
        "某县档案局2023年政府信息公开工作年度报告\n一、总体情况\n平稳。".encode()
    )
    soup = soup_of(Review("-", report, report.diagnostics))
    assert text_of(soup, ".tables .none") == "文中没有找到样表中的表格。"
    assert text_of(soup, ".verdict .sentence") == "须核实后发布"


def test_of_many_pages_those_with_problems_are_shown() -> None:
    facts = [Fact(f"requests.{n}", 1, anchor=Anchor(page=n)) for n in range(1, 101)]
    finding = Diagnostic("GI201", "error", "", "", Anchor(page=90))
    chosen = pages(govinfo.Report(facts=Facts(facts)), [finding])
    assert chosen == (*range(1, 24), 90)


def test_a_finding_about_a_section_leads_to_its_heading_and_marks_no_figure() -> None:
    made = sound()
    findings = [
        Diagnostic("XX5", "warning", "misnumbered", part)
        for part in ("requests", "disputes", "problems", "preamble", "indicators", "")
    ]
    soup = soup_of(attrs.evolve(made, findings=findings))
    led = [one.select_one("a.action") for one in soup.select(".problems .finding")]
    ends = [one and text_of(soup, f'[id="{str(one["href"])[1:]}"]') for one in led]
    assert ends == [
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "正文之前",
        None,
        None,
    ]
    assert soup.select("td.doubtful") == []


@pytest.mark.parametrize(
    ("code", "path", "count"),
    [
        (CELLS_MISSING.code, "requests.received", 7),
        (CELLS_MISSING.code, "disputes", 15),
        (COLUMNS_UNSURE.code, "requests", 175),
        (ROW_UNKNOWN.code, "requests", 0),
        (UNIT_MISSING.code, "proactive.fees.amount", 1),
    ],
)
def test_what_could_not_be_read_surely_is_doubtful(code: str, path: str, count: int) -> None:
    report = sound().report
    finding = Diagnostic(code, "warning", "", path)
    found = states(report, (), [finding])
    assert sum(State.DOUBTFUL in one for one in found.values()) == count
    note = attrs.evolve(finding, severity="info")
    assert not any(State.DOUBTFUL in one for one in states(report, (), [note]).values())


def test_a_blank_in_an_open_identity_is_blank_only() -> None:
    report = govinfo.parse(by_hand(SPARSE))
    found = states(report, judge(report), ())
    assert found["disputes.litigation.direct.pending"] == (State.BLANK,)
    assert found["disputes.litigation.direct.total"] == (State.OPEN,)


COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")


def themes() -> dict[str, dict[str, str]]:
    dark, light = STYLE.split("{% endset %}")
    return {
        "dark": dict(COLOUR.findall(dark)),
        "light": dict(COLOUR.findall(light.split("color-scheme")[0])),
    }


FILLS = ("good-fill", "bad-fill", "doubt-fill", "says-fill", "open-fill", "hatch", "card", "paper")
PAIRS = [
    *product(("ink",), (*FILLS, "head")),
    *product(("soft", "link"), ("card", "paper", "bad-fill", "open-fill")),
    *product(("bad", "doubt", "good"), ("card", "paper")),
    ("bad", "bad-fill"),
    ("doubt", "doubt-fill"),
    ("good", "good-fill"),
    ("says", "says-fill"),
    ("on-solid", "bad-solid"),
    ("on-doubt", "doubt-solid"),
    ("on-good", "good-solid"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_texts_stand_out_from_their_ground(theme: str, text: str, ground: str) -> None:
    """WCAG 2.1, AA: 4.5 to 1."""
    colours = themes()[theme]
    bright, dim = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_review_of_a_file_in_another_place_is_named_as_it_was_given() -> None:
    made = attrs.evolve(review(by_hand(SOUND), "x"), name="市/局.html")
    assert text_of(soup_of(made), ".facts").endswith("市/局.html")
