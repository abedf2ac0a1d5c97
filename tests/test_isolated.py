"""`parse(isolated=True)` gives what `parse` gives, whatever the document does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import govinfo
from corpus.poison import installed, poison
from govinfo.isolation import POOL, Guard

EXAMPLE = Path(__file__).parents[1] / "examples" / "report.txt"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    POOL.close()


def test_the_same_report_or_the_same_error() -> None:
    assert govinfo.parse(EXAMPLE, isolated=True) == govinfo.parse(EXAMPLE)
    told: tuple[tuple[bytes, dict[str, Any]], ...] = (
        (b"%PDF-1.4 no more", {}),
        ("通知".encode(), {}),
        (b"", {}),
        (b"\0\1\2", {}),
        ("通知".encode(), {"no_option": 1}),
    )
    for data, options in told:
        errors = []
        for isolated in (False, True):
            with pytest.raises((govinfo.GovInfoError, TypeError)) as caught:
                govinfo.parse(data, isolated=isolated, **options)
            errors.append((caught.type, str(caught.value)))
        assert errors[0] == errors[1]


@pytest.mark.parametrize(
    ("deed", "error", "message"),
    [
        ("crash", govinfo.CorruptDocument, "ended by SIGSEGV"),
        ("memory", govinfo.LimitExceeded, "more memory than 256 MiB"),
        ("hang", govinfo.LimitExceeded, r"the limit of 3\.0 \(seconds\)"),
        ("raise", govinfo.BrokenAdapter, "KeyError"),
    ],
)
def test_a_document_that_hurts_is_an_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    deed: str,
    error: type[govinfo.GovInfoError],
    message: str,
) -> None:
    monkeypatch.setattr("govinfo.isolation.Guard", lambda seconds: Guard(seconds, 256 << 20))
    with installed(tmp_path / "plugin"), pytest.raises(error, match=message):
        govinfo.parse(poison(deed), isolated=True, limits=govinfo.Limits(seconds=3.0))
