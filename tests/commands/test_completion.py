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


def test_commands_are_completed() -> None:
    env = {"_GOVINFO_COMPLETE": "bash_complete", "COMP_WORDS": "govinfo ch", "COMP_CWORD": "1"}
    result = CliRunner(env=env).invoke(main, prog_name="govinfo")
    assert "check" in result.stdout
