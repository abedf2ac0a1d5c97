from __future__ import annotations

import pytest
from click.testing import CliRunner

from govinfo.cli import main


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell], prog_name="govinfo")
    assert result.exit_code == 0
    assert "_GOVINFO_COMPLETE" in result.stdout
    assert "govinfo" in result.stdout


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("ch", "check"),
        ("cov", "coverage"),
        ("coverage x --ro", "--roster"),
        ("facts --cl", "--claims"),
    ],
)
def test_commands_and_options_are_completed(typed: str, completed: str) -> None:
    words = f"govinfo {typed}"
    env = {
        "_GOVINFO_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    result = CliRunner(env=env).invoke(main, prog_name="govinfo")
    assert completed in result.stdout
