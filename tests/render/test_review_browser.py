"""The page in Chromium: what an official does with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

import govinfo
from govinfo.render.review import page as written
from render.reviewed import CASES, FLAWED, GRANTED, RECEIVED, SOUND, flawed, sound

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("pages")
    for name, review in (("ten", flawed()), ("none", sound())):
        (made / f"{name}.html").write_text(written([review], "zh"), encoding="utf-8")
    both = written([sound(), flawed()], "en")
    (made / "both.html").write_text(both, encoding="utf-8")
    return made


class Opened:
    """A tab of the browser, which remembers what the page asked for and complained of."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._folder = folder
        self.context = browser.new_context(viewport={"width": 1280, "height": 800})
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, name: str) -> Page:
        self.address = (self._folder / f"{name}.html").as_uri()
        self.page.goto(self.address)
        return self.page


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    tab = Opened(browser, folder)
    yield tab
    tab.context.close()
    assert tab.complaints == []
    outside = [url for url in tab.requests if not url.startswith(("data:", tab.address))]
    assert outside == []


def cell(path: str, report: int = 1) -> str:
    return f'[id="report-{report}.{path}"]'


def box_of(page: Page, selector: str) -> list[float]:
    names = ("x", "y", "width", "height")
    return [float(page.get_attribute(selector, name) or "nan") for name in names]


def place_of(path: str) -> list[float]:
    anchor = flawed().report.facts[path].anchor
    assert anchor is not None
    assert anchor.box is not None
    left, top, right, bottom = anchor.box
    return [left, top, right - left, bottom - top]


def test_the_first_problem_is_open_before_anything_is_done(opened: Opened) -> None:
    page = opened.open("ten")
    expect(page.locator("#panel .name")).to_have_text("表三 · 自然人 · （一）予以公开")
    printed, should_be = FLAWED.figures[GRANTED], SOUND.figures[GRANTED]
    expect(page.locator("#panel .detail > .value")).to_have_text(f"{printed}应为 {should_be}")
    expect(page.locator("body")).to_be_focused()


def test_of_a_sound_report_nothing_is_selected(opened: Opened) -> None:
    page = opened.open("none")
    expect(page.locator("#panel .hint")).to_be_visible()
    expect(page.locator("#panel .detail")).to_be_hidden()


def test_the_mouse_selects_a_cell(opened: Opened) -> None:
    page = opened.open("ten")
    page.click(cell(RECEIVED))
    panel = page.locator("#panel")
    expect(panel.locator(".name")).to_have_text("表三 · 总计 · 一、本年新收政府信息公开申请数量")
    expect(panel.locator("[data-slot=place] dd")).to_have_text("第2页，表三，第4行，第10列")
    expect(panel.locator("[data-slot=raw] dd")).to_have_text(str(FLAWED.figures[RECEIVED]))
    expect(panel.locator(".sum")).to_have_count(2)
    expect(panel.locator("[data-slot=findings] .code")).to_have_text("GI301")
    expect(panel.locator("blockquote")).to_contain_text("99999件")
    expect(page.locator(f"td.selected {cell(RECEIVED)}")).to_be_visible()
    expect(page.locator("#live")).to_have_text(
        f"表三 · 总计 · 一、本年新收政府信息公开申请数量, {FLAWED.figures[RECEIVED]}, "
        "与文字叙述不符, 勾稽关系均成立"
    )


def test_the_keyboard_does_all_the_mouse_does(opened: Opened) -> None:
    page = opened.open("ten")
    page.focus(cell("requests.received.natural_person"))
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
    expect(page.locator(cell(GRANTED))).to_be_focused()
    expect(page.locator("#panel .name")).to_have_text("表三 · 自然人 · （一）予以公开")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .name")).to_have_text("表三 · 总计 · （一）予以公开")
    page.keyboard.press("Escape")
    expect(page.locator("#panel .detail")).to_be_hidden()
    expect(page.locator(cell(GRANTED.replace("natural_person", "total")))).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_arrows_cross_the_parts_of_a_table_and_stop_at_its_edge(opened: Opened) -> None:
    page = opened.open("none")
    page.focus(cell("proactive.normative_documents.in_force"))
    page.keyboard.press("ArrowDown")
    expect(page.locator(cell("proactive.licensing.decisions"))).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(cell("proactive.licensing.decisions"))).to_be_focused()


def test_a_table_is_one_stop_of_the_tab_key(opened: Opened) -> None:
    page = opened.open("none")
    page.focus(cell("proactive.rules.issued"))
    page.keyboard.press("Tab")
    expect(page.locator(cell("requests.received.natural_person"))).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator(cell("disputes.reconsideration.upheld"))).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(cell("requests.carried_over.natural_person"))).to_be_focused()


def test_a_problem_leads_to_its_cell_and_its_place_on_the_page_and_back(opened: Opened) -> None:
    page = opened.open("ten")
    link = page.locator(".correction .change .to-cell", has_text="表四")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(cell(CASES))).to_be_focused()
    expect(page.locator(cell(CASES))).to_be_in_viewport()
    chosen = '[id="report-1.page-3"] .chosen-box'
    assert box_of(page, chosen) == pytest.approx(place_of(CASES))
    assert box_of(page, ".crop .chosen-box") == pytest.approx(place_of(CASES))
    left, top, width, height = map(float, (page.get_attribute(".crop", "viewBox") or "").split())
    x, y, w, h = place_of(CASES)
    assert left <= x < x + w <= left + width
    assert top <= y < y + h <= top + height
    page.click("#panel .whole a")
    expect(page.locator('[id="report-1.page-3"]')).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    assert box_of(page, chosen) == [0, 0, 0, 0]


def test_the_box_is_drawn_where_the_figure_is_printed(opened: Opened) -> None:
    """The picture holds ink within the box, and its frame stands on the drawn cell's edges."""
    page = opened.open("ten")
    page.click(cell(CASES))
    shown = page.evaluate(
        """() => {
          const figure = document.getElementById("report-1.page-3");
          const svg = figure.querySelector("svg").getBoundingClientRect();
          const box = figure.querySelector(".chosen-box").getBoundingClientRect();
          return [svg.width, (box.left - svg.left) / svg.width, (box.top - svg.top) / svg.height];
        }"""
    )
    x, y, _, _ = place_of(CASES)
    picture = flawed().pictures[2]
    assert shown[0] > 600
    assert shown[1:] == pytest.approx([x / picture.width, y / picture.height], abs=0.005)


def test_a_mark_on_the_page_leads_to_its_cell(opened: Opened) -> None:
    page = opened.open("ten")
    page.locator(f'rect[data-cell="report-1.{CASES}"]').dispatch_event("click")
    expect(page.locator(cell(CASES))).to_be_focused()


def test_claims_lead_to_cells_and_cells_to_claims(opened: Opened) -> None:
    page = opened.open("ten")
    mark = page.locator(".claim", has_text="810件")
    mark.click()
    expect(page.locator(cell(CASES))).to_be_focused()
    page.click("#panel blockquote a")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()


def test_an_identity_shows_its_cells_while_it_is_looked_at(opened: Opened) -> None:
    page = opened.open("ten")
    page.click(cell(CASES))
    expect(page.locator("td.related")).to_have_count(0)
    page.hover("#panel .sum")
    expect(page.locator("td.related")).to_have_count(5)


def test_figures_of_an_identity_lead_to_their_cells(opened: Opened) -> None:
    page = opened.open("ten")
    page.click(cell(CASES))
    page.click("#panel .sum a", position={"x": 2, "y": 2})
    expect(page.locator(cell("disputes.reconsideration.upheld"))).to_be_focused()


def test_the_theme_follows_the_system_and_the_button(opened: Opened) -> None:
    page = opened.open("none")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(ground)
    assert dark != light
    page.click("#dark")
    assert page.evaluate(ground) == light
    expect(page.locator("#dark")).to_have_attribute("aria-pressed", "false")
    page.emulate_media(color_scheme="light")
    page.click("#dark")
    assert page.evaluate(ground) == dark
    expect(page.locator("#dark")).to_have_attribute("aria-pressed", "true")


def test_it_prints_on_a4_with_problems_before_tables_and_all_unfolded(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened.open("ten")
    page.click("#dark")
    data = page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with closing(PdfDocument(data)) as document:
        sizes = {tuple(map(round, sheet.get_size())) for sheet in document}
        whole = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert sizes == {(595, 842)}
    assert whole.index("须改正后发布") < whole.index("问题清单") < whole.index("统计表")
    assert "GI208" in whole
    assert not [word for word in ("选定的数字", "打印", "查看") if word in whole]
    printed = govinfo.parse(data)
    assert printed.requests is not None
    assert printed.facts["disputes.litigation.direct.total"].value == 826
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_at_the_width_of_a_telephone_only_tables_scroll(opened: Opened) -> None:
    page = opened.open("ten")
    page.set_viewport_size({"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    page.click(".correction .to-cell")
    expect(page.locator("#panel")).to_be_in_viewport()
    button = page.locator(cell(GRANTED))
    lower = button.evaluate("element => element.getBoundingClientRect().bottom")
    assert lower <= page.locator("#panel").evaluate("panel => panel.getBoundingClientRect().top")


def test_at_the_width_of_a_telephone_labels_stay_and_leave_room(opened: Opened) -> None:
    page = opened.open("ten")
    page.set_viewport_size({"width": 400, "height": 800})
    label = page.locator('.requests th[scope="row"]').first
    expect(label).to_have_css("position", "sticky")
    wide = page.evaluate("document.querySelector('.requests .scroll').clientWidth")
    before = label.bounding_box()
    page.evaluate("document.querySelector('.requests .scroll').scrollLeft = 150")
    after = label.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["x"] - before["x"]) <= 1
    assert after["width"] < 0.45 * wide


def test_at_1280_pixels_no_table_scrolls(opened: Opened) -> None:
    page = opened.open("ten")
    wider = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    assert page.eval_on_selector_all(".scroll", wider) == 0


def test_an_address_may_name_a_cell(opened: Opened) -> None:
    page = opened.open("both")
    page.goto(f"{opened.address}#report-2.{RECEIVED}")
    page.reload()
    expect(page.locator(f"td.selected {cell(RECEIVED, 2)}")).to_be_visible()


def test_the_skip_link_leads_past_the_bar(opened: Opened) -> None:
    page = opened.open("ten")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".problems")).to_be_focused()


def test_without_script_the_page_still_tells_all(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "ten.html").as_uri())
    page.click(".correction .to-cell")
    expect(page.locator(cell(GRANTED))).to_be_in_viewport()
    context.close()
