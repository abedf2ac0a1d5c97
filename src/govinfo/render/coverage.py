"""Which unit has which year: its words, and the grid for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.between.coverage import WANTING, Coverage, Entry, State
from govinfo.diagnostics import Language, Words


@frozen(slots=True)
class Look:
    """How a state is shown.

    Attributes:
        words: What it is called.
        mark: The sign that stands for it in a grid.
        colour: In a terminal.
    """

    words: Words
    mark: str
    colour: str


LOOKS: Mapping[State, Look] = {
    State.PUBLISHED: Look(Words("published in time", "按期公布"), "✓", "green"),
    State.UNDATED: Look(Words("there, undated", "已有，日期不明"), "·", "default"),
    State.LATE: Look(Words("late", "逾期公布"), "!", "yellow"),
    State.TWICE: Look(Words("there twice", "不止一份"), "2", "yellow"),
    State.UNREADABLE: Look(Words("unreadable", "无法读取"), "?", "yellow"),
    State.MISSING: Look(Words("missing", "缺失"), "×", "bold red"),
    State.NOT_DUE: Look(Words("not due", "未到期或无须编制"), "–", "dim"),
}
WORDS = {
    "unit": Words("Unit", "单位"),
    "of": Words("{}: {}", "{}：{}"),
    "and": Words("; ", "；"),
    "details": Words("To be seen to", "需要处理"),
    "none": Words("Every unit has every year, in time.", "各单位各年度报告齐全，均按期公布。"),
    "matched": Words("Names taken for a unit's", "视为同一单位的名称"),
    "strangers": Words("Reports of no unit of the roster", "未能对应到名单的报告"),
    "unread": Words("Files that gave no report", "未能读取的文件"),
    "near": Words("near: {}", "相近：{}"),
    "nothing_near": Words("nothing near", "无相近名称"),
    "no_agency": Words("names no organ", "未写明机关"),
    "no_year": Words("names no year", "未写明年度"),
    "days": Words(
        "{published}, {days} days after {due}", "{published} 公布，逾期 {days} 天（{due}）"
    ),
    "on": Words("As of {}.", "截至 {}。"),
    "law": Words(
        "Late by Art. 49 of the Regulations: after 31 January; of governments at county level and "
        "above, after 31 March.",
        "逾期依《条例》第四十九条：1月31日之后；县级以上人民政府为3月31日之后。",
    ),
}
"""The words of the grid and of its page."""


def show_coverage(found: Coverage, console: Console, language: Language) -> None:
    """Print the grid, what each sign stands for, and what is to be seen to."""
    say = {name: words.text(language) for name, words in WORDS.items()}
    console.print(_grid(found, say["unit"]), soft_wrap=False)
    for state, count in found.counts.items():
        if count:
            look = LOOKS[state]
            console.print(Text(f"{look.mark} {count:>4}  {look.words.text(language)}", look.colour))
    console.print(Text(f"{say['on'].format(found.on)} {say['law']}", style="dim"))
    for heading, lines in notes(found, language):
        console.print()
        console.print(Text(heading, style="bold"))
        for line in lines:
            console.print(Text(f"  {line}"))


def _grid(found: Coverage, unit: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(unit, overflow="fold")
    for year in found.years:
        table.add_column(str(year), justify="center")
    for name, entries in rows(found):
        marks = (Text(LOOKS[one.state].mark, LOOKS[one.state].colour) for one in entries)
        table.add_row(Text(name), *marks)
    return table


def rows(found: Coverage) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Each unit's name with its years."""
    width = len(found.years)
    for at in range(0, len(found.entries), width or 1):
        entries = found.entries[at : at + width]
        yield entries[0].unit.name, entries


def notes(found: Coverage, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is said beside the grid: a heading, and a line each."""
    say = {name: words.text(language) for name, words in WORDS.items()}
    wanting = [entry for entry in found.entries if entry.state in WANTING]
    if wanting:
        yield say["details"], tuple(detail(one, language) for one in wanting)
    if found.matched:
        matched = found.matched.items()
        yield say["matched"], tuple(f"{unit} ← {'、'.join(names)}" for unit, names in matched)
    if found.strangers:
        yield say["strangers"], tuple(_stranger(found, say))
    if found.unread:
        yield say["unread"], tuple(f"{one.source}: {one.reason}" for one in found.unread)


def detail(entry: Entry, language: Language) -> str:
    """A unit and year in words."""
    state = LOOKS[entry.state].words.text(language)
    parts = [WORDS["of"].text(language).format(f"{entry.unit.name} {entry.year}", state)]
    if entry.days_late is not None:
        said = WORDS["days"].text(language)
        first = min(one.published for one in entry.reports if one.published is not None)
        parts.append(said.format(published=first, days=entry.days_late, due=entry.due))
    if entry.state is State.TWICE:
        parts += [f"{one.source} ({one.published or '?'})" for one in entry.reports]
    elif entry.state is State.UNREADABLE:
        parts += [f"{one.source}: {one.reason}" for one in entry.unread]
    return WORDS["and"].text(language).join(parts)


def _stranger(found: Coverage, say: Mapping[str, str]) -> Iterator[str]:
    for one in found.strangers:
        told = [one.report.source, one.report.agency or say["no_agency"]]
        told.append(say["no_year"] if one.report.year is None else str(one.report.year))
        if one.near:
            told.append(say["near"].format("、".join(one.near)))
        elif one.report.agency and one.report.year is not None:
            told.append(say["nothing_near"])
        yield say["and"].join(told)
