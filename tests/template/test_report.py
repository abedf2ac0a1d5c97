from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

import govinfo
import layouts
from govinfo import Disputes, Edition, Fact, Indicators, Proactive2019, Proactive2021, Requests
from govinfo.template.report import Facts

PARTS = {
    "proactive": (Proactive2021, layouts.sound(Proactive2021, 1)),
    "requests": (Requests, layouts.balanced(1)),
    "disputes": (Disputes, layouts.sound(Disputes, 1)),
}
TEXTS = {
    part: layouts.tab_separated(layouts.drawn(cls, figures))
    for part, (cls, figures) in PARTS.items()
}


def parse(*parts: str, **others: str) -> govinfo.Report:
    texts = {part: TEXTS[part] for part in parts}
    return govinfo.parse(layouts.report({**texts, **others}).encode())


def of_no_year(*parts: str) -> govinfo.Report:
    texts = {part: TEXTS[part] for part in parts}
    title = "云岭市水务局政府信息公开工作年度报告"
    return govinfo.parse(layouts.report(texts, title=title).encode())


WHOLE = parse(*PARTS)


def test_attributes_facts_and_paths_agree() -> None:
    for path, fact in WHOLE.facts.items():
        found: object = WHOLE
        for name in path.split("."):
            found = getattr(found, name)
        assert found == fact.value


def test_facts_are_a_mapping_in_the_order_of_the_template() -> None:
    assert list(WHOLE.facts) == [path for _, figures in PARTS.values() for path in figures]
    assert len(WHOLE.facts) == 200
    assert "requests.received.total" in WHOLE.facts
    with pytest.raises(KeyError):
        WHOLE.facts["requests.nothing"]


def test_facts_are_equal_and_hashable_by_content() -> None:
    one, two = (Facts([Fact("a.b", 1), Fact("a.c", None)]) for _ in range(2))
    assert one == two
    assert hash(one) == hash(two)
    assert one != Facts([Fact("a.c", None), Fact("a.b", 1)])
    assert one != {"a.b": 1}


def test_a_report_is_equal_hashable_and_picklable_by_content() -> None:
    again = parse(*PARTS)
    assert again == WHOLE
    assert hash(again) == hash(WHOLE)
    assert pickle.loads(pickle.dumps(WHOLE)) == WHOLE  # noqa: S301 - our own bytes


@pytest.mark.parametrize("missing", PARTS)
def test_a_table_that_is_not_there_is_none_and_told(missing: str) -> None:
    report = parse(*(part for part in PARTS if part != missing))
    assert getattr(report, missing) is None
    assert [(said.code, said.path) for said in report.diagnostics] == [("GI101", missing)]
    assert not any(path.startswith(f"{missing}.") for path in report.facts)


def test_the_edition_is_what_section_2_looks_like() -> None:
    older = layouts.drawn(Proactive2019, layouts.sound(Proactive2019, 1))
    listed = layouts.drawn(Indicators, layouts.sound(Indicators, 1))
    for report, edition in (
        (WHOLE, Edition.E2021),
        (parse("requests", "disputes", proactive=layouts.tab_led(older)), Edition.E2019),
        (parse("requests", "disputes"), Edition.E2021),
        (parse(indicators=layouts.tab_led(listed)), Edition.E2014),
        # Section 4 is alike in two editions: the year tells which.
        (parse("disputes"), Edition.E2021),
        (of_no_year("disputes"), None),
    ):
        assert report.edition == edition


def test_a_report_of_2014_needs_none_of_the_later_tables() -> None:
    report = _with_the_list_alone(2016)
    assert report.indicators is not None
    assert report.diagnostics == ()


def test_tables_are_missing_of_a_later_report_that_prints_the_list_alone() -> None:
    report = _with_the_list_alone(2020)
    assert report.indicators is not None
    assert [(one.code, one.path) for one in report.diagnostics] == [
        ("GI101", "proactive"),
        ("GI101", "requests"),
        ("GI101", "disputes"),
    ]


def test_a_list_that_is_printed_and_not_read_is_missing_beside_the_tables() -> None:
    listed = layouts.drawn(Indicators, layouts.sound(Indicators, 1))
    report = parse(*PARTS, indicators="".join(f"<a>{row[0].text}</a>\n" for row in listed.rows))
    assert [(one.code, one.path) for one in report.diagnostics] == [("GI101", "indicators")]


def _with_the_list_alone(year: int) -> govinfo.Report:
    listed = layouts.drawn(Indicators, layouts.sound(Indicators, 1))
    title = f"云岭市水务局{year}年政府信息公开工作年度报告"
    text = layouts.report({"indicators": layouts.tab_led(listed)}, title=title)
    return govinfo.parse(text.encode())


def test_the_order_of_the_sections_is_free() -> None:
    text = layouts.report(
        {
            "disputes": TEXTS["requests"],
            "requests": TEXTS["disputes"],
            "proactive": TEXTS["proactive"],
        },
        headings={
            "requests": layouts.HEADINGS["disputes"],
            "disputes": layouts.HEADINGS["requests"],
        },
    )
    assert govinfo.parse(text.encode()).facts.keys() == WHOLE.facts.keys()


def test_importing_the_library_loads_no_format_and_no_template() -> None:
    code = (
        "import sys, govinfo; "
        "print(*[m for m in ('attrs', 'cattrs', 'rapidfuzz', 'click', 'rich', 'charset_normalizer',"
        " 'govinfo.template', 'govinfo.adapters') if m in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_every_public_name_can_be_had() -> None:
    for name in govinfo.__all__:
        assert getattr(govinfo, name) is not None
    assert set(govinfo.__all__) <= set(dir(govinfo))
    with pytest.raises(AttributeError, match="nothing"):
        govinfo.nothing  # noqa: B018 - the access is what fails


def test_a_word_of_the_narrative_does_not_choose_the_edition() -> None:
    """Without its header section 2 has no label that only one edition has."""
    table = layouts.without_header(layouts.drawn(*PARTS["proactive"]))
    body = layouts.tab_separated(table)
    text = layouts.report({"proactive": body}, said={"overview": "公开"})
    assert govinfo.parse(text.encode()).edition is Edition.E2021
