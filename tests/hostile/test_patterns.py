"""No pattern of the package takes work out of proportion to a text, whatever stands there."""

from __future__ import annotations

import re
import sys
from typing import Any

import pytest

from hostile.patterns import compiled, is_slow, left_out

_FOUND = {pattern: name for name, pattern in compiled()}


def test_the_patterns_are_found() -> None:
    assert len(_FOUND) > 150


def test_no_module_is_left_out() -> None:
    pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")
    assert left_out() == []


@pytest.mark.skipif(sys.platform != "linux", reason="a timer of processor time ends a pattern")
@pytest.mark.parametrize("pattern", _FOUND, ids=_FOUND.values())
def test_a_pattern_passes_a_text_once(pattern: re.Pattern[Any]) -> None:
    assert is_slow(pattern) is None


@pytest.mark.skipif(sys.platform != "linux", reason="likewise")
@pytest.mark.parametrize("slow", [r"\s*x", r"(?:a+)+b", r"<!--.*?-->", r"(\w+\s?)*\Z"])
def test_a_slow_pattern_is_found(slow: str) -> None:
    assert is_slow(re.compile(slow)) is not None
