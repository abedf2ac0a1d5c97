"""Findings in words for people: problems first, grouped by table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from govinfo.checks.cells import one_cell
from govinfo.diagnostics import Diagnostic, Language, Severity
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import table_of
from govinfo.render.place import place
from govinfo.template.editions import parts, tables_of

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
SEVERITIES: dict[Language, dict[Severity, str]] = {
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"},
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
}
_ELSEWHERE = {"en": "Text and form", "zh": "文字与格式"}
_NONE = {"en": "no findings", "zh": "未发现问题"}
_NOTES = {"en": " (notes)", "zh": "（提示）"}
_MORE = {"en": "and {} more of the kind (-v lists them)", "zh": "另有 {} 项同类提示（-v 全部列出）"}
_FEW = 2
"""Notes of one kind in one table that are printed where not all are asked for."""
_SEVERITIES = list(Severity)


def show_check(
    name: str,
    findings: Sequence[Diagnostic],
    console: Console,
    language: Language,
    *,
    every: bool = False,
) -> None:
    """Print what is wrong with a report.

    Args:
        name: What to call the report.
        findings: What was found in it.
        console: Where to print.
        language: Language of the messages.
        every: Whether to print each of many notes of one kind.
    """
    head = Text(name, style="bold")
    head.append(f"  {summary(findings, language)}", style="dim")
    console.print(head)
    wrong = wrong_cells(findings)
    if wrong:
        console.print(Text(f"  {_wrong(wrong, language)}", style=COLOURS[Severity.ERROR]))
    for (note, table), held in groupby(ordered(findings), key=section):
        heading = table or _ELSEWHERE[language]
        console.print(Text(f"  {heading}{_NOTES[language] if note else ''}", style="bold"))
        for _, alike in groupby(held, key=lambda finding: finding.code):
            _show_alike(list(alike), console, language, _FEW if note and not every else None)


def _show_alike(
    findings: Sequence[Diagnostic], console: Console, language: Language, most: int | None
) -> None:
    """Print findings of one kind, of many only some and how many more there are."""
    shown = findings[:most]
    for finding in shown:
        console.print(Text("    ") + _line(finding, language))
    if len(shown) < len(findings):
        more = _MORE[language].format(len(findings) - len(shown))
        console.print(Text(f"    {findings[0].code} {more}", style="dim"))


def show_findings(findings: Sequence[Diagnostic], console: Console, language: Language) -> None:
    """Print findings, the gravest first."""
    for finding in sorted(findings, key=lambda found: _SEVERITIES.index(found.severity)):
        console.print(_line(finding, language))


def wrong_cells(findings: Sequence[Diagnostic]) -> int:
    """About how many cells are wrong: those that explain errors, and one for errors that meet.

    Errors that share cells are explained together: one wrong figure breaks a sum by row and one
    by column.
    """
    groups: list[set[str]] = []
    explained = {finding.path for finding in findings if finding.code == one_cell.code}
    for finding in findings:
        about = {finding.path, *finding.values.get("contributors", "").split()}
        if finding.severity is Severity.ERROR and not about & explained:
            for group in [group for group in groups if group & about]:
                groups.remove(group)
                about |= group
            groups.append(about)
    return len(explained) + len(groups)


def _wrong(count: int, language: Language) -> str:
    if language == "zh":
        return f"约 {count} 处单元格有误"
    return f"about {count} cell{' is' if count == 1 else 's are'} wrong"


def summary(findings: Sequence[Diagnostic], language: Language) -> str:
    """How many findings there are of each severity, in words."""
    counted = [
        (severity, sum(finding.severity is severity for finding in findings))
        for severity in Severity
    ]
    words = SEVERITIES[language]
    if language == "zh":
        parts = [f"{words[severity]} {count} 项" for severity, count in counted if count]
    else:
        parts = [
            f"{count} {words[severity]}{'s' if count > 1 else ''}"
            for severity, count in counted
            if count
        ]
    return ("、" if language == "zh" else ", ").join(parts) or _NONE[language]


def _line(finding: Diagnostic, language: Language) -> Text:
    line = Text()
    line.append(
        f"{finding.code} {SEVERITIES[language][finding.severity]} ", style=COLOURS[finding.severity]
    )
    line.append(finding.text(language))
    where = place(finding.anchor, language, finding.path)
    if where:
        line.append(f" ({where})" if language == "en" else f"（{where}）", style="dim")
    return line


def ordered(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Findings as people want them: problems before notes, by table, what explains others first."""
    return sorted(findings, key=_order)


def _order(finding: Diagnostic) -> tuple[bool, int, bool, int, str]:
    order = parts()
    part = _part(finding)
    return (
        _is_note(finding),
        order.index(part) if part in order else len(order),
        finding.code != one_cell.code,
        _SEVERITIES.index(finding.severity),
        finding.code,
    )


def section(finding: Diagnostic) -> tuple[bool, str]:
    """Whether a finding is a note, and the table that it is about; `""` where it is about none."""
    classes = tables_of(_part(finding))
    return _is_note(finding), table_of(compile_class(classes[-1])) if classes else ""


def _is_note(finding: Diagnostic) -> bool:
    return finding.severity is Severity.INFO and finding.code != one_cell.code


def _part(finding: Diagnostic) -> str:
    return finding.path.partition(".")[0]
