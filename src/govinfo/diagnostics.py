"""What could not be read surely, and what is wrong with what was read.

A `Rule` is the one place of a diagnostic's code, severity, wording and documentation; a
`Diagnostic` is one finding of a rule in one document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, TypedDict, TypeVar, Unpack

from attrs import field, frozen

from govinfo.blocks import Anchor
from govinfo.entries import Entries

Language = Literal["en", "zh"]
_COUNTED = re.compile(r"(?P<mark>0|\?) × (?P<many>\d+)")
_MARKS = {"0": "为0", "?": "空白"}


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: Stable code, such as `GI103`: the first digit is the family.
        severity: How much it matters.
        message: One sentence in English that names the cell in official wording.
        path: The fact, row or section it is about; `""` for the report as a whole.
        anchor: Where it was printed.
        values: The parts of the message by name, for other languages and for programs.
    """

    code: str
    severity: Severity = field(converter=Severity)
    message: str
    path: str = ""
    anchor: Anchor | None = None
    values: Mapping[str, str] = field(factory=Entries, converter=Entries, repr=False)

    def text(self, language: Language = "en") -> str:
        """The message in a language."""
        rule = RULES.get(self.code)
        return self.message if rule is None else rule.wording(language, self.values)


@frozen(slots=True)
class Words:
    """A text in both languages."""

    en: str
    zh: str

    def text(self, language: Language = "en") -> str:
        """The text in a language."""
        return self.zh if language == "zh" else self.en


def in_chinese(sum_written_out: str) -> str:
    """A sum as Chinese tells it: what is counted in it stands at its end, in words.

    >>> in_chinese("自然人 5 + 0 × 4 + ? × 2"), in_chinese("0 × 20"), in_chinese("5")
    ('自然人 5，其余4项为0、2项空白', '20项为0', '5')
    """
    parts = sum_written_out.split(" + ")
    counted = [match for part in parts if (match := _COUNTED.fullmatch(part)) is not None]
    if not counted:
        return sum_written_out
    rest = " + ".join(part for part in parts if _COUNTED.fullmatch(part) is None)
    words = "、".join(f"{one['many']}项{_MARKS[one['mark']]}" for one in counted)
    return f"{rest}，其余{words}" if rest else words


@frozen(slots=True)
class Rule:
    """A kind of finding, with its page of documentation.

    Attributes:
        code: As in `Diagnostic`.
        name: Short name in English, words joined by hyphens.
        severity: The severity of its findings.
        message: The message, with the names of `Diagnostic.values` in braces.
        what: What a finding says.
        why: Why it matters.
        todo: What to do about it.
        example: A text document that, parsed and checked, has such a finding.
    """

    code: str
    name: str
    severity: Severity
    message: Words
    what: Words
    why: Words
    todo: Words
    example: str

    def wording(self, language: Language, values: Mapping[str, str]) -> str:
        """The message in a language, filled in."""
        if language == "zh":
            values = {name: in_chinese(value) for name, value in values.items()}
        return self.message.text(language).format_map(values)

    def at(self, path: str, anchor: Anchor | None = None, **values: object) -> Diagnostic:
        """A finding of this rule."""
        named = {name: str(value) for name, value in values.items()}
        return Diagnostic(self.code, self.severity, self.wording("en", named), path, anchor, named)


R = TypeVar("R", bound=Rule)
RULES: dict[str, Rule] = {}
"""Every rule by its code, of the modules that are loaded: `govinfo.checks.catalogue` loads all."""


class Page(TypedDict):
    """The texts of a rule, in the order of `Rule`; of two languages English, then Chinese."""

    en: str
    zh: str
    what: tuple[str, str]
    why: tuple[str, str]
    todo: tuple[str, str]
    example: str


def page_of(page: Page) -> tuple[Words, Words, Words, Words, str]:
    """What a rule says: message, what, why, todo, example."""
    what, why, todo = Words(*page["what"]), Words(*page["why"]), Words(*page["todo"])
    return Words(page["en"], page["zh"]), what, why, todo, page["example"]


def rule(code: str, name: str, severity: Severity, **page: Unpack[Page]) -> Rule:
    """Declare a rule whose findings are made where documents are read, and register it.

    Raises:
        ValueError: The code is taken.
    """
    return register(Rule(code, name, severity, *page_of(page)))


def register(rule: R) -> R:
    """Register a rule.

    Raises:
        ValueError: The code is taken.
    """
    if rule.code in RULES:
        raise ValueError(f"rule {rule.code} is declared twice")
    RULES[rule.code] = rule
    return rule
