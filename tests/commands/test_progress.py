from __future__ import annotations

import pytest

from govinfo.commands.progress import clock, told
from govinfo.corpus import State


def test_lines_are_few(capsys: pytest.CaptureFixture[str]) -> None:
    with told(bar=False) as tell:
        for done in range(4):
            tell(State(4, done, 1, 2, 0.5 * done))
        tell(State(4, 4, 1, 2, 2.0))
        tell(State(4, 4, 1, 2, 2.0))
    first, last = capsys.readouterr().err.splitlines()
    assert first == "govinfo: 0 of 4, 0 a second, 2 failed, 1 no report"
    assert last == "govinfo: 4 of 4, 2 a second, 2 failed, 1 no report, 0:00 left"


def test_a_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with told(bar=True) as tell:
        tell(State(2000, 1000, 1, 2, 10.0))
    assert "1000/2000 100 a second, 2 failed, 1 no report, 0:10 left" in capsys.readouterr().err


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (61.4, "1:01"), (3723, "1:02:03")])
def test_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown
