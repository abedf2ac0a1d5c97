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


def test_the_api_is_listed_and_nothing_else() -> None:
    _ = govinfo.parse  # loaded, with the modules it is made of
    assert set(dir(govinfo)) == {*govinfo.__all__, "__version__"}


def test_the_package_is_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "govinfo", "--version"], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == f"govinfo, version {govinfo.__version__}"


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
