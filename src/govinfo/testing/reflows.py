"""What mail, terminals, editors and programs do to a whole text; each leaves all that it says."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial


def cut(text: str, columns: int) -> str:
    """The text with every line cut where it is full, amid words and numbers."""
    return "".join(f"{part}\n" for line in text.splitlines() for part in _parts(line, columns))


def _parts(line: str, columns: int) -> Iterator[str]:
    part, width = "", 0
    for letter in line:
        wide = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if width + wide > columns:
            yield part
            part, width = "", 0
        part, width = part + letter, width + wide
    yield part


def one_line(text: str, sign: str) -> str:
    """The lines of a text on one, a sign between them."""
    return sign.join(line.strip() for line in text.splitlines() if line.strip())


def numbered(text: str, form: str) -> str:
    """The lines behind their numbers."""
    return "".join(form.format(at, line) + "\n" for at, line in enumerate(text.splitlines(), 1))


def paged(text: str, head: str = "") -> str:
    """The lines with a page's number after every forty, and what is printed on each page anew."""
    lines: list[str] = []
    for at, line in enumerate(text.splitlines()):
        if at and not at % _ON_A_PAGE:
            lines += [f"- {at // _ON_A_PAGE} -", *filter(None, [head])]
        lines.append(line)
    return "\n".join(lines)


_ON_A_PAGE = 40


def around(text: str, before: str, behind: str) -> str:
    """The lines with something before and behind each."""
    return "\n".join(f"{before}{line}{behind}" for line in text.splitlines())


def coloured(text: str) -> str:
    """The lines as a terminal is told to colour them."""
    return "".join(f"\x1b[1;32m{line}\x1b[0m\n" for line in text.splitlines())


REFLOWS: Mapping[str, Callable[[str], str]] = {
    **{f"cut at {columns} columns": partial(cut, columns=columns) for columns in (40, 60, 72, 80)},
    "numbered": partial(numbered, form="{:>5}\t{}"),
    "numbered, blanks after": partial(numbered, form="{:4d}  {}"),
    "numbered, colons after": partial(numbered, form="{}: {}"),
    "quoted": partial(numbered, form="> {1}"),
    "coloured": coloured,
    "with spaces of no width": "\u200b".join,
    "a string of JSON": partial(json.dumps, ensure_ascii=False),
    "a string of JSON in ASCII": json.dumps,
    "a record of JSON": lambda text: json.dumps({"url": "", "text": text}),
    "numbered, cut": lambda text: cut(numbered(text, "{:4d}  {}"), 76),
    "a list of lines in JSON": lambda text: json.dumps(text.splitlines(), ensure_ascii=False),
    "records of lines in JSON": lambda text: json.dumps([{"text": x} for x in text.splitlines()]),
    "lines of JSON": lambda text: "\n".join(map(json.dumps, text.splitlines())),
    "quotation marks around": partial(around, before='"', behind='"'),
    "quotation marks around, commas behind": partial(around, before='"', behind='",'),
    "backslashes behind": partial(around, before="", behind="\\"),
    "commas behind": partial(around, before="", behind=","),
    "blanks before each": partial(around, before="    ", behind=""),
    "a tab before each": partial(around, before="\t", behind=""),
    "bars escaped": lambda text: text.replace("|", "\\|"),
    "on pages": paged,
    "on pages with a head": partial(paged, head="云岭市水务局2024年政府信息公开工作年度报告"),
    "a blank line after each": lambda text: "\n\n".join(text.splitlines()),
    "cut, quoted": lambda text: numbered(cut(text, 72), "> {1}"),
}
"""Ways by their names. Of lines, of whatever layout, none loses a letter."""
ON_ONE_LINE: Mapping[str, Callable[[str], str]] = {
    **{
        f"on one line, {name} between": partial(one_line, sign=sign)
        for name, sign in {
            "blanks": " ",
            "no-break blanks": "\u00a0",
            "wide blanks": "\u3000",
            "tabs": "\t",
            "bars": "|",
            "semicolons": ";",
            "commas": ",",
            "wide semicolons": "；",
            "hashes": "#",
        }.items()
    },
    "on one line, tabs between, cut": lambda text: cut(one_line(text, "\t"), 72),
}
"""The same of texts that print each cell on a line of its own, as `get_text` joins them."""
