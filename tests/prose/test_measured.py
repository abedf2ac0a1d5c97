"""Measures: what is taken of running text is right, and most of what is said is taken."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from checks.sentences import Said, report_of
from govinfo.prose.measured import vocabulary
from govinfo.prose.measures import MEASURES, PREFIX, measures
from prose.spoken import BLIND, FIRST, SNARES, Spoken

Told = Counter[tuple[str, int | str]]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = dict(MEASURES)
    yield
    MEASURES.clear()
    MEASURES.update(before)


def report(sentence: str, table: str = "district") -> govinfo.Report:
    return report_of(Said(table, sentence))


def found(spoken: Spoken) -> Told:
    claims = report(spoken.sentence, spoken.table).claims
    return Counter(
        (one.path.removeprefix(PREFIX), f"{one.value}%" if one.unit == "%" else plain(one.value))
        for one in claims
    )


def plain(value: object) -> int:
    assert isinstance(value, int)
    return value


def values(sentence: str, table: str = "district") -> dict[str, Any]:
    return {
        claim.path.removeprefix(PREFIX): claim.value for claim in report(sentence, table).claims
    }


@pytest.mark.parametrize("spoken", [*FIRST, *SNARES, *BLIND], ids=lambda one: one.sentence[:24])
def test_what_is_taken_is_said(spoken: Spoken) -> None:
    assert found(spoken) <= Counter(spoken.told)


@pytest.mark.parametrize(
    ("sentences", "recall"), [(FIRST, 0.98), (BLIND, 0.94)], ids=["first", "blind"]
)
def test_most_of_what_is_said_is_taken(sentences: Sequence[Spoken], recall: float) -> None:
    said = sum(len(one.told) for one in sentences)
    taken = sum((found(one) & Counter(one.told)).total() for one in sentences)
    assert taken >= recall * said, f"{taken} of {said}"


@pytest.mark.parametrize(
    ("mirrored", "sentence"),
    [
        ("全區主動公開政府資訊8460條。", "全区主动公开政府信息8460条。"),
        ("受理申請50件，其中予以公開21件。", "受理申请50件，其中予以公开21件。"),
        ("發布信息約1500餘條，發布微博幾十條。", "发布信息约1500余条，发布微博几十条。"),
        ("組織培訓會議3場，參訓120人次。", "组织培训会议3场，参训120人次。"),
        ("審核公開信息560條，發布政策解讀12篇。", "审核公开信息560条，发布政策解读12篇。"),
        ("與上年相比，新收申請減少7件。", "与上年相比，新收申请减少7件。"),
        ("本年度未收到行政復議，行政訴訟2起。", "本年度未收到行政复议，行政诉讼2起。"),
    ],
)
def test_a_mirror_in_traditional_characters_says_the_same(mirrored: str, sentence: str) -> None:
    for one, same in zip(report(mirrored).claims, report(sentence).claims, strict=True):
        assert (one.paths, one.value, one.unit) == (same.paths, same.value, same.unit)
        assert (one.agrees, one.approximate, one.scope) == (
            same.agrees,
            same.approximate,
            same.scope,
        )
        assert one.sentence in mirrored


def test_the_sentences_are_two_hundred_and_speak_of_every_measure() -> None:
    assert len(FIRST) + len(BLIND) >= 200
    assert {path for one in (*FIRST, *BLIND) for path, _ in one.told} >= {
        path.removeprefix(PREFIX) for path in measures()
    }


def test_a_claim_knows_its_place_and_how_it_is_said() -> None:
    text = (
        "（一）概况\n\n2023年，我区认真落实条例各项要求，通过区政府网站公开\n 政府信息3,215余条。"
    )
    (claim,) = report(text).claims
    assert claim.path == "narrative.disclosed.website"
    assert claim.label == "政府网站公开信息数"
    assert (claim.value, claim.unit, claim.raw) == (3215, "条", "3,215余条")
    assert claim.approximate
    assert text[claim.start : claim.end] == "网站公开\n 政府信息3,215余条"
    assert claim.sentence.endswith("要求，通过区政府网站公开政府信息3,215余条")
    assert (claim.part, claim.agrees, claim.readings) == ("overview", None, ())


@pytest.mark.parametrize(
    ("printed", "value", "approximate"),
    [
        ("1200条", 1200, False),
        ("1.2万条", 12_000, False),
        ("近1200条", 1200, True),
        ("1.2万余条", 12_000, True),
        ("1200条左右", 1200, True),
        ("一千二百余条", 1200, True),
    ],
)
def test_numbers_as_they_are_written(printed: str, value: int, approximate: bool) -> None:
    (claim,) = report(f"全年主动公开政府信息{printed}。").claims
    assert (claim.value, claim.approximate) == (value, approximate)


@pytest.mark.parametrize(
    "printed", ["9999999999百亿条", "1.25条", "800-900条", "1200条以上", "第12条", "12/30条"]
)
def test_what_is_no_plain_count_is_left_out(printed: str) -> None:
    assert values(f"全年主动公开政府信息{printed}。") == {}


@pytest.mark.parametrize("digits", ["9" * 11, "9" * 5000, "1" + ",000" * 9, "0." + "3" * 50])
def test_digits_without_end_are_no_figure(digits: str) -> None:
    said = ("公开政府信息{}条", "提案满意率{}%", "收到申请{}件", "行政事业性收费{}万元")
    told = report("，".join(said).format(*[digits] * len(said)))
    assert told.claims == ()
    json.loads(told.to_json())


def test_rates_are_exact_decimals() -> None:
    assert values("政协提案办复率98.50%。") == {"proposals.answer_rate": Decimal("98.50")}


def test_the_whole_is_told_from_the_own() -> None:
    whole, own = report("全区公开政府信息900条。"), report("我局公开政府信息90条。", "bureau")
    assert [claim.scope for claim in (*whole.claims, *own.claims)] == ["whole", "own"]
    assert values("全市公开政府信息900条。", "bureau") == {}


def test_plans_are_told_to_the_end_of_the_problems() -> None:
    text = "下一步，我们将改进工作。\n一是举办培训班3期。"
    assert values(text) == {"training.sessions": 3}
    told = report(text)
    assert evolve(told, overview=None, problems=told.overview).claims == ()


def test_another_year_is_told_of_to_the_end_of_its_paragraph() -> None:
    other, own = "2022年，制度更加健全。", "公开政府信息90条。"
    assert values(other + own) == {}
    assert values(f"{other}\n{own}") == {"disclosed.total": 90}
    assert values(f"{other}今年，{own}") == {"disclosed.total": 90}
    assert values(f"{other}2023年，{own}") == {"disclosed.total": 90}


def test_where_a_fact_is_spoken_of_too_both_are_told() -> None:
    claims = report("全年主动公开政府信息860条。", "list").claims
    assert {claim.path: claim.agrees for claim in claims} == {
        "narrative.disclosed.total": None,
        "indicators.disclosure.total": True,
    }


def test_a_measure_of_ones_own_is_taken_like_the_others() -> None:
    sentence = "全年开展网上直播12场，区教育局开展网上直播3场。"
    assert values(sentence) == {}
    govinfo.measure(
        "narrative.livestreams", en="livestreams", zh="网上直播", words="网上直播", units="场 次"
    )
    assert values(sentence) == {"livestreams": 12}
    assert list(govinfo.measures())[-1] == "narrative.livestreams"


@pytest.mark.parametrize(
    ("path", "words", "units"),
    [("livestreams", "直播", "场"), ("narrative.x", "直播", " "), ("narrative.x", "(直播", "场")],
)
def test_a_measure_that_is_none_is_refused(path: str, words: str, units: str) -> None:
    with pytest.raises(ValueError, match=r"measure|pattern"):
        govinfo.measure(path, en="", zh="", words=words, units=units)


def test_claims_are_in_the_data_and_made_anew_of_the_text() -> None:
    told = report("全年主动公开政府信息1.2万余条，提案满意率99.5%。")
    data = json.loads(told.to_json())
    assert [(one["value"], one["unit"]) for one in data["claims"]] == [(12000, "条"), ("99.5", "%")]
    again = govinfo.Report.from_dict(data | {"claims": []})
    assert again.claims == told.claims


def test_only_measures_of_a_unit_are_looked_for() -> None:
    """Each figure is compared with the patterns of its unit, in a window of bounded length."""
    known = vocabulary(tuple(measures().values()))
    assert max(len(counted.words) for counted in known.by_unit.values()) <= 12
    assert known is vocabulary(tuple(measures().values()))


@given(
    st.text(
        alphabet="公开信息微网站培训班人次条件期，、。年上下全我局0123百分%余近将（", max_size=80
    )
)
def test_no_text_breaks_it(text: str) -> None:
    for claim in report(text).claims:
        assert 0 <= claim.start < claim.end <= len(text)


@given(st.sampled_from([*FIRST, *SNARES]), st.sampled_from([*FIRST, *SNARES]))
def test_sentences_do_not_change_what_others_say(first: Spoken, second: Spoken) -> None:
    if "下一步" in first.sentence or first.table != second.table:
        return  # What follows may be planned.
    together = Spoken(f"{first.sentence}\n{second.sentence}", (), first.table)
    measured = {(path, value) for path, value in found(together) if "." not in path or is_own(path)}
    alone = {one for spoken in (first, second) for one in found(spoken) if is_own(one[0])}
    assert {one for one in measured if is_own(one[0])} == alone


def is_own(path: str) -> bool:
    return PREFIX + path in measures()
