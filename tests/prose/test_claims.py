"""The grammar of claims."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from checks.sentences import BLIND_SOUND, BLIND_WRONG, SOUND, WRONG, Said, report_of
from govinfo.prose.claims import linked
from govinfo.prose.vocabulary import Word
from govinfo.prose.wordings import labels
from govinfo.prose.words import chinese_number, tokens

RECEIVED = "requests.received.total"
OVER = "requests.carried_over.total"
FORWARD = "requests.carried_forward.total"
CONCLUDED = "requests.outcomes.total.total"


def _told(table: str, sentence: str) -> list[tuple[object, tuple[str, ...]]]:
    return [(claim.value, claim.paths) for claim in linked(report_of(Said(table, sentence)))]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("全年新收政府信息公开申请 1,050 件。", [(1050, (RECEIVED,))]),
        ("全年新收政府信息公开申请１２件。", [(12, (RECEIVED,))]),
        ("全年新收政府信息公开申請十二件。", [(12, (RECEIVED,))]),
        ("受理申请53件。", [(53, (RECEIVED, OVER))]),
        ("受理申请50件。", [(50, (RECEIVED,))]),
        ("受理申请48件。", [(48, (RECEIVED,))]),
        ("办理申请48件。", [(48, (CONCLUDED,))]),
        ("新收申请50件，2022年结转3件。", [(50, (RECEIVED,)), (3, (OVER,))]),
        ("办结申请48件，5件结转至2024年办理。", [(48, (CONCLUDED,)), (5, (FORWARD,))]),
        ("收到申请50件，2021年结转3件。", [(50, (RECEIVED,))]),
        ("新收申请50余件。", []),
        ("新收申请约50件。", []),
        ("新收申请1.2万件。", []),
        ("第五件申请予以公开。", []),
        ("高效办成一件事，收到申请。", []),
    ],
)
def test_a_count_is_linked_to_what_it_counts(
    sentence: str, told: list[tuple[object, tuple[str, ...]]]
) -> None:
    assert _told("district", sentence) == told


@pytest.mark.parametrize("said", [*SOUND, *WRONG, *BLIND_SOUND, *BLIND_WRONG])
def test_a_claim_knows_its_place(said: Said) -> None:
    report = report_of(said)
    for claim in linked(report):
        assert report.overview is not None
        words = report.overview.text[claim.start : claim.end]
        assert claim.none or any(character in words for character in "件起宗条元")
        assert claim.part == "overview"
        assert claim.sentence in said.sentence
        assert all(path in report.facts for path in claim.paths)


def test_figures_of_other_parts_are_found_there() -> None:
    report = report_of(Said("district", "收到申请50件。"))
    assert report.overview is not None
    moved = evolve(report, overview=None, extra=(report.overview,), problems=report.overview)
    assert [claim.part for claim in linked(moved)] == ["problems", "extra[0]"]


def test_a_line_that_breaks_within_a_sentence_goes_on() -> None:
    sentence = "二是加强依申请公开办理，规范工作流程，全年共收到政府信息公开申请5\n0件。"
    assert _told("district", sentence) == [(50, (RECEIVED,))]


def test_a_claim_says_whose_count_it_is() -> None:
    scopes = {
        "全区收到申请50件。": "whole",
        "我区收到申请50件。": "own",
        "收到申请50件。": "",
    }
    for sentence, scope in scopes.items():
        (claim,) = linked(report_of(Said("district", sentence)))
        assert claim.scope == scope


@pytest.mark.parametrize(
    ("agency", "sentence", "claimed"),
    [
        ("云岭市五里街道办事处", "五里街道共收到申请6件。", True),
        ("云岭市五里街道办事处", "五里街道办事处共收到申请6件。", True),
        ("云岭市五里街道办事处", "三里街道共收到申请6件。", False),
        ("青溪区人民政府", "区政府共收到申请6件。", True),
        ("青溪区人民政府", "市政府共收到申请6件。", False),
        ("青溪区人民政府", "区政府办公室共收到申请6件。", False),
        ("青溪区人民政府", "全市共收到申请6件。", False),
        ("云岭市水务局", "市水务局共收到申请6件。", True),
        ("云岭市水务局", "云溪市水务局共收到申请6件。", False),
        ("云岭市水务局", "全市共收到申请6件。", False),
        ("云岭市水务局", "我市共收到申请6件。", False),
        ("云岭市水务局", "全局共收到申请6件。", True),
        ("云岭市水务局", "各科室共收到申请6件。", False),
    ],
)
def test_only_the_organ_s_own_counts_are_claims(agency: str, sentence: str, claimed: bool) -> None:
    report = evolve(report_of(Said("district", sentence)), agency=agency)
    assert bool(linked(report)) is claimed


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("2023年1月1日至12月31日，收到申请6件。", True),
        ("2022年1月1日至12月31日，收到申请6件。", False),
        ("2022年度，收到申请6件。", False),
        ("去年收到申请6件。", False),
        ("2023年上半年，收到申请6件。", False),
        ("截至2023年底，收到申请6件。", True),
        ("自2019年以来，累计收到申请6件。", False),
        ("2023年，累计收到申请6件。", True),
        ("累计收到申请6件。", False),
    ],
)
def test_only_counts_of_the_year_are_claims(sentence: str, claimed: bool) -> None:
    assert bool(linked(report_of(Said("district", sentence)))) is claimed


def test_what_is_denied_of_lawsuits_is_not_denied_of_requests() -> None:
    told = _told("district", "全年未收到因政府信息公开申请引起的行政诉讼。")
    assert [paths[0] for _, paths in told] == ["disputes.litigation.direct.total"]


@pytest.mark.parametrize(
    "sentence",
    [
        "全年依申请公开信息收取费用999万元。",
        "依申请公开信息收取的费用为999万元。",
        "依申请公开政府信息收取费用共计999万元。",
    ],
)
def test_what_was_collected_for_information_is_named_with_its_verb(sentence: str) -> None:
    report = govinfo.Report.from_figures(
        {"indicators.fees": govinfo.Money("3", "万元")},
        edition="2014",
        year=2014,
        overview=sentence,
    )
    [claim] = report.claims
    assert (claim.path, claim.value) == ("indicators.fees", govinfo.Money("999", "万元"))
    assert claim.agrees is False


def test_every_label_of_the_tables_names_its_rows() -> None:
    known = labels()
    assert known["予以公开"].parts == ("outcomes.granted",)
    assert len(known["不予公开"].parts) == 8
    assert len(known["法人或其他组织"].parts) == 5
    assert known["行政诉讼"].parts == ("litigation.direct", "litigation.after_reconsideration")
    assert "其他" not in known
    assert "总计" not in known


def test_tokens_cover_the_sentence_in_order() -> None:
    text = "全区 收到“政府信息公开”申请5０件（同比增长３％），办结48件。"
    told = tokens(text, 7)
    places = [place for token in told for place in (token.start, token.end)]
    assert places == sorted(places)
    assert [token.value for token in told if token.word is Word.COUNT] == [50, 48]
    count = next(token for token in told if token.word is Word.COUNT)
    assert text[count.start - 7 : count.end - 7] == "5０件"


_DIGITS = "零一二三四五六七八九"


def _written(number: int) -> str:
    """A number below ten thousand in Chinese characters."""
    if number == 0:
        return "零"
    parts, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            parts += ("零" if gap and parts else "") + _DIGITS[digit] + name
        gap = not digit
    return parts.removeprefix("一") if 10 <= number < 20 else parts


@given(st.integers(0, 9999))
def test_chinese_numerals_are_read_as_they_are_written(number: int) -> None:
    assert chinese_number(_written(number)) == number


@given(
    st.text(
        alphabet="收到申请答复复议未无其中结转上年下全区我局0123件条，、（）。；：的一十万",
        max_size=80,
    )
)
def test_no_text_breaks_the_grammar(text: str) -> None:
    report = report_of(Said("district", text))
    for claim in linked(report):
        assert 0 <= claim.start < claim.end <= len(text)


def test_a_report_without_year_or_agency_is_read() -> None:
    report = evolve(report_of(Said("district", "我区收到申请50件。")), year=None, agency=None)
    assert [claim.value for claim in linked(report)] == [50]
    assert linked(govinfo.Report()) == ()
