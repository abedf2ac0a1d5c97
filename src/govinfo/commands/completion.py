"""`govinfo completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_VARIABLE = "_GOVINFO_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands and options.

    For bash, add to ~/.bashrc: eval "$(govinfo completion bash)". For zsh likewise to ~/.zshrc.
    For fish: govinfo completion fish > ~/.config/fish/completions/govinfo.fish.
    """
    cls = get_completion_class(shell)
    assert cls is not None  # the choice above  # noqa: S101
    root = context.find_root()
    click.echo(cls(root.command, {}, root.info_name or "govinfo", _VARIABLE).source())
