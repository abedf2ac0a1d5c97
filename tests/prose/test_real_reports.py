"""What is taken of the text of real reports, each figure checked by hand, and no other."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import govinfo
from govinfo.prose.measures import PREFIX

SHARED = Path(__file__).parents[3] / "shared"
ALL = Decimal(100)
SAID: dict[str, dict[str, int | Decimal]] = {
    "seeds/000_d058f0def9fe5f52.txt": {
        "proposals.deputies": 2,
        "proposals.members": 3,
        "proposals.answer_rate": ALL,
        "proposals.satisfaction_rate": ALL,
    },
    "seeds/001_c493ddf6db4f273e.txt": {
        "disclosed.website": 127,
        "interpretations": 7,
        "proposals.deputies": 3,
        "proposals.members": 3,
        "proposals.answer_rate": ALL,
        "proposals.satisfaction_rate": ALL,
    },
    "seeds/002_f089e15660e497ba.txt": {"disclosed.total": 420, "disclosed.other": 160},
    "seeds/003_37ebf35e5de4a1ac.txt": {
        "disclosed.total": 513,
        "disclosed.website": 195,
        "disclosed.weibo": 373,
        "disclosed.wechat": 450,
        "disclosed.other": 224,
    },
    # Proposals that others made, sorted by kind and by what became of them.
    "seeds/004_c302cc0a8ba56504.txt": {},
    "corpus/huaian-2024.pdf": {
        "disclosed.website": 5500,
        "interpretations": 21,
        "gazette_issues": 6,
        "press_conferences": 12,
    },
    "corpus/hongze-2023.pdf": {"disclosed.website": 1136},
}
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real reports are not beside the repository"
)


@pytest.mark.parametrize("name", SAID)
def test_what_a_real_report_says_is_taken_and_nothing_else(name: str) -> None:
    claims = govinfo.parse(SHARED / name).claims
    told = [(one.path, one.value) for one in claims if one.path.startswith(PREFIX)]
    assert dict(told) == {PREFIX + path: value for path, value in SAID[name].items()}
    assert len(told) == len(SAID[name])
