"""What a text tells is read, and what it does not tell is spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import govinfo


def assert_told(text: str, told: Mapping[str, object], untold: Sequence[str]) -> None:
    """The figures that a text tells are read; those that it does not have none, and a warning."""
    report = govinfo.parse(text.encode())
    read = {path: fact.value for path, fact in report.facts.items()}
    assert {path: read.get(path) for path in (*told, *untold)} == {
        **told,
        **dict.fromkeys(untold),
    }
    warned = {said.path for said in report.diagnostics if said.severity != "info" and said.path}
    for path in untold:
        assert any(path == one or path.startswith(f"{one}.") for one in warned), path
