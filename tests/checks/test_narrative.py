"""GI3xx: no false alarm, and few real contradictions missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve

import govinfo
from checks.sentences import (
    BLIND_SOUND,
    BLIND_WRONG,
    LATER_SOUND,
    LATER_WRONG,
    SNARES,
    SOUND,
    WRONG,
    Said,
    report_of,
)
from govinfo.blocks import Anchor
from govinfo.diagnostics import Diagnostic, Severity
from govinfo.prose.claims import linked
from govinfo.template.report import Facts, Report

TRAPS = (*SOUND, *BLIND_SOUND, *LATER_SOUND, *SNARES)
CONTRADICTIONS = (*WRONG, *BLIND_WRONG, *LATER_WRONG)


def _changed(report: Report, path: str, **changes: Any) -> Report:
    """The report with the facts at a path, or below it, changed."""
    facts = (
        evolve(fact, **changes) if fact.path.startswith(path) else fact
        for fact in report.facts.values()
    )
    return evolve(report, facts=Facts(facts))


def _alarms(report: Report) -> list[Diagnostic]:
    return list(report.check(select="GI3"))


def _found(said: Said) -> Counter[str]:
    return Counter(finding.path for finding in _alarms(report_of(said)))


@pytest.mark.parametrize("said", TRAPS, ids=lambda said: said.sentence[:24])
def test_what_the_table_does_not_deny_raises_no_alarm(said: Said) -> None:
    assert [finding.message for finding in _alarms(report_of(said))] == []


@pytest.mark.parametrize("said", CONTRADICTIONS, ids=lambda said: said.sentence[:24])
def test_nothing_but_the_contradiction_is_reported(said: Said) -> None:
    assert _found(said) <= Counter(said.contradicts)


@pytest.mark.parametrize(
    "sentences", [WRONG, BLIND_WRONG, LATER_WRONG], ids=["first", "blind", "later"]
)
def test_most_contradictions_are_found(sentences: Sequence[Said]) -> None:
    wanted = sum(len(said.contradicts) for said in sentences)
    found = sum((_found(said) & Counter(said.contradicts)).total() for said in sentences)
    assert found >= 0.85 * wanted, f"{found} of {wanted}"


def test_the_sentences_are_many_and_half_of_them_traps() -> None:
    assert len(SOUND) >= 30
    assert len(SOUND) + len(WRONG) >= 60
    assert len(BLIND_SOUND) + len(BLIND_WRONG) >= 40
    assert len(LATER_SOUND) + len(LATER_WRONG) >= 40


@pytest.mark.parametrize("said", SOUND, ids=lambda said: said.sentence[:24])
def test_a_cell_that_is_changed_denies_each_claim_that_speaks_of_it_alone(said: Said) -> None:
    report = report_of(said)
    for claim in linked(report):
        if len(claim.readings) > 1 or not isinstance(claim.value, int):
            continue
        path = claim.paths[0]
        changed = _changed(report, path, value=claim.value + 1000)
        assert path in {finding.path for finding in _alarms(changed)}


def test_a_finding_quotes_the_sentence_and_names_the_cell() -> None:
    sentence = "全年答复政府信息公开申请46件。"
    (finding,) = _alarms(report_of(Said("district", sentence)))
    assert (finding.code, finding.severity) == ("GI301", Severity.WARNING)
    assert finding.text("zh") == (
        "“全年答复政府信息公开申请46件”：文字称 46，而表三 · 总计 · （七）总计为 48"
    )
    assert "全年答复政府信息公开申请46件" in finding.text("en")
    assert finding.values["contributors"] == "requests.outcomes.total.total"


def test_a_sum_is_printed_with_its_parts() -> None:
    said = Said("district", "因政府信息公开被提起行政诉讼3件。")
    (finding,) = _alarms(report_of(said))
    assert finding.values["printed"] == "5 (4 + 1)"
    assert finding.values["contributors"].split() == [
        "disputes.litigation.direct.total",
        "disputes.litigation.after_reconsideration.total",
    ]


def test_a_denial_has_a_rule_of_its_own() -> None:
    (finding,) = _alarms(report_of(Said("district", "本年度未收到政府信息公开申请。")))
    assert finding.code == "GI302"


def test_a_finding_stands_where_the_cell_is_printed() -> None:
    report = report_of(Said("bureau", "全年收到政府信息公开申请6件。"))
    path, anchor = "requests.received.total", Anchor(table=3, row=4, column=9)
    facts = (
        evolve(fact, anchor=anchor) if fact.path == path else fact for fact in report.facts.values()
    )
    (finding,) = _alarms(evolve(report, facts=Facts(facts)))
    assert finding.anchor == anchor


def test_a_blank_cell_denies_nothing() -> None:
    report = report_of(Said("bureau", "全年收到政府信息公开申请6件。"))
    assert _alarms(_changed(report, "requests.", value=None)) == []


@pytest.mark.parametrize(("severity", "findings"), [("warning", 0), ("info", 1)])
def test_a_cell_whose_reading_is_doubtful_denies_nothing(severity: str, findings: int) -> None:
    report = report_of(Said("bureau", "全年新收政府信息公开申请6件。"))
    doubt = Diagnostic("GI115", Severity(severity), "", "requests.received")
    found = _alarms(evolve(report, diagnostics=(doubt,)))
    assert len(found) == findings


def test_amounts_compare_in_yuan_and_to_the_coarser_digit() -> None:
    told = {
        "行政事业性收费126.5万元。": 0,
        "行政事业性收费1265000元。": 0,
        "行政事业性收费127万元。": 0,
        "行政事业性收费0.0127亿元。": 0,
        "行政事业性收费126.52万元。": 0,
        "行政事业性收费126.6万元。": 1,
        "行政事业性收费126.5元。": 1,
    }
    found = {sentence: sum(_found(Said("district", sentence)).values()) for sentence in told}
    assert found == told


def test_no_tables_no_findings() -> None:
    report = report_of(Said("district", "全年收到政府信息公开申请6件。"))
    assert _alarms(evolve(report, facts=Facts())) == []
    assert _alarms(govinfo.Report()) == []
