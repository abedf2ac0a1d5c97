from __future__ import annotations

import subprocess
import sys

import pytest

import govinfo.testing
from govinfo.installed import extra

WITHOUT = """
import importlib.util
find_spec = importlib.util.find_spec
lacking = {lacking!r}
importlib.util.find_spec = lambda name, *more: None if name in lacking else find_spec(name, *more)
try:
    import govinfo.testing
except ImportError as error:
    print(f"{{type(error).__name__}}: {{error}}")
"""


@pytest.mark.parametrize(
    ("lacking", "told"),
    [(["hypothesis"], "hypothesis"), (["hypothesis", "pytest"], "hypothesis and pytest")],
)
def test_without_its_libraries_it_says_what_to_install(lacking: list[str], told: str) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", WITHOUT.format(lacking=lacking)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == (
        f"MissingDependency: govinfo.testing needs {told}: {extra('testing')}"
    )


def test_names_are_loaded_when_they_are_used() -> None:
    program = (
        "import sys, govinfo, govinfo.testing\n"
        "print({'hypothesis', 'pytest'} & set(sys.modules) or 'none')\n"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "none"
    for name in govinfo.testing.__all__:
        assert getattr(govinfo.testing, name).__name__ == name


def test_a_name_that_is_none() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        govinfo.testing.Nothing  # noqa: B018
