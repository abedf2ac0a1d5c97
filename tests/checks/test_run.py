from __future__ import annotations

from random import Random

import pytest

from checks.sound import changed, sound_report
from govinfo.checks.run import chosen
from govinfo.diagnostics import Diagnostic, Severity

CODES = ("GI101", "GI201", "GI208", "GI301")


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), CODES),
        (("GI2",), (), ("GI201", "GI208")),
        (("GI2", "GI3"), ("GI20",), ("GI301",)),
        (("GI208",), ("GI2",), ("GI208",)),
        ((), ("GI2",), ("GI101", "GI301")),
        ((), ("GI",), ()),
    ],
)
def test_the_longer_beginning_of_a_code_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: tuple[str, ...]
) -> None:
    found = [Diagnostic(code, Severity.INFO, "") for code in CODES]
    assert tuple(kept.code for kept in chosen(found, select, ignore)) == codes


def test_a_report_is_checked_by_what_is_selected() -> None:
    report = changed(sound_report(Random(1)), "requests.received.natural_person", 700)
    assert {found.code for found in report.check()} == {"GI201", "GI203", "GI209"}
    assert {found.code for found in report.check(select=["GI203"])} == {"GI203"}
    assert {found.code for found in report.check(ignore=["GI20"])} == set()


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ("GI2", (), {"GI201", "GI203", "GI209"}),
        ("gi203", (), {"GI203"}),
        ((), "GI209", {"GI201", "GI203"}),
        ("GI209", "GI2", {"GI209"}),
    ],
)
def test_a_string_is_one_code(select: str, ignore: str, codes: set[str]) -> None:
    report = changed(sound_report(Random(1)), "requests.received.natural_person", 700)
    assert {found.code for found in report.check(select=select, ignore=ignore)} == codes


@pytest.mark.parametrize(("code", "nearest"), [("GI2O3", "GI203"), ("GI599", "GI509")])
def test_a_code_that_no_rule_has_is_an_error_that_names_the_nearest(
    code: str, nearest: str
) -> None:
    with pytest.raises(ValueError, match=f"{code}.*{nearest}"):
        sound_report(Random(1)).check(select=code)
    with pytest.raises(ValueError, match=code):
        sound_report(Random(1)).check(ignore=[code])
