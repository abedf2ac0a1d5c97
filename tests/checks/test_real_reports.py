"""What real reports are told, each finding checked by hand, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

import govinfo

SHARED = Path(__file__).parents[3] / "shared"
FOUND = {
    "seeds/000_d058f0def9fe5f52.txt": [],
    "seeds/001_c493ddf6db4f273e.txt": [("GI208", "disputes.reconsideration.total")],
    # The narrative says that four requests were dealt with, the table that none came in.
    "seeds/002_f089e15660e497ba.txt": [("GI301", "requests.received.total")],
    # A blank table; sections 五 and 六 are numbered 七 and 八; the title names no year.
    "seeds/003_37ebf35e5de4a1ac.txt": [
        ("GI208", "requests.outcomes.total.natural_person"),
        ("GI208", "requests.outcomes.total.natural_person"),
        ("GI208", "requests.received.total"),
        ("GI208", "disputes.reconsideration.total"),
        ("GI503", "problems"),
        ("GI503", "other_matters"),
        ("GI507", ""),
    ],
    "seeds/004_c302cc0a8ba56504.txt": [],
    "corpus/huaian-2024.pdf": [],
}
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real reports are not beside the repository"
)


@pytest.mark.parametrize("name", FOUND)
def test_a_real_report_is_told_what_is_so_and_nothing_else(name: str) -> None:
    report = govinfo.parse(SHARED / name)
    assert [(found.code, found.path) for found in report.check()] == FOUND[name]


def test_the_contradiction_names_both_figures() -> None:
    report = govinfo.parse(SHARED / "seeds/002_f089e15660e497ba.txt")
    (found,) = report.check(select=["GI3"])
    assert (found.values["said"], found.values["printed"]) == ("4", "0")
