"""`govinfo rules` and `govinfo rule`: what can be found, and what to do about it."""

from __future__ import annotations

import click

from govinfo.commands.options import LANG, language, print_json, worded
from govinfo.diagnostics import Language


@click.command()
@LANG
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text")
def rules(lang: Language | None, output: str) -> None:
    """List every kind of finding.

    With its code, severity, name, and what it says.
    """
    from govinfo.checks.catalogue import catalogue  # noqa: PLC0415 - only here
    from govinfo.render.findings import SEVERITIES  # noqa: PLC0415 - likewise

    spoken = lang or language()
    if output == "json":
        print_json(
            [
                {
                    "code": rule.code,
                    "name": rule.name,
                    "severity": rule.severity,
                    "message": rule.message.text(spoken),
                    "what": rule.what.text(spoken),
                    "why": rule.why.text(spoken),
                    "todo": rule.todo.text(spoken),
                    "example": rule.example,
                }
                for rule in catalogue()
            ],
            indent=2,
        )
        return
    for rule in catalogue():
        severity = SEVERITIES["zh"][rule.severity] if spoken == "zh" else f"{rule.severity:7}"
        click.echo(f"{rule.code}  {severity}  {rule.name}")
        click.echo(f"    {rule.what.text(spoken)}")


@click.command()
@click.argument("code")
@LANG
def rule(code: str, lang: Language | None) -> None:
    """Print the page of one kind of finding, such as GI201.

    What it says, why it matters, what to do, and an example.
    """
    from govinfo.checks.catalogue import catalogue, page  # noqa: PLC0415 - only here

    for found in catalogue():
        if code.upper() in {found.code, found.name.upper()}:
            click.echo("\n".join(page(found, lang or language())))
            return
    raise click.BadParameter(
        worded("there is no rule {code}; `govinfo rules` lists them", code=code)
    )
