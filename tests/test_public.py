"""What `import govinfo` promises."""

from __future__ import annotations

import subprocess
import sys

import pytest

import govinfo


@pytest.mark.parametrize("name", govinfo.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(govinfo, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = govinfo.nothing_of_the_kind


def test_names_are_listed() -> None:
    assert set(govinfo.__all__) <= set(dir(govinfo))


def test_importing_loads_nothing_that_costs() -> None:
    code = (
        "import sys, govinfo\n"
        "print([name for name in ('attrs', 'lxml', 'docx', 'bs4', 'pypdfium2', 'rich', 'click',"
        " 'cattrs', 'rapidfuzz') if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
