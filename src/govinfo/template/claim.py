"""Claims: figures of running text, each with what it counts and where it is said."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from govinfo.money import Money


@frozen(slots=True)
class Claim:
    """What a narrative says of a figure, true or not.

    It speaks of facts, or of a measure that the tables lack (`narrative.…`; docs/measures.md).

    Attributes:
        paths: The fact, or the facts whose sum, it speaks of, or the measure. Of several
            readings the one that holds, otherwise the first.
        label: What that counts: the template's labels, joined by ` + `, or the measure's.
        value: What it says: a count, an amount of money, or a rate in percent.
        unit: The unit printed with it: `件`, `人次`, `万元`, `%`.
        raw: The words that say it, as printed: `420余条`.
        part: The narrative: `overview`, `problems`, `other_matters`, `preamble`, `extra[0]`.
        start: Where the claim begins in the narrative's text.
        end: Where it ends.
        sentence: The sentence, or the clauses around the claim where it is long.
        agrees: Whether the cells say the same; `None` where there is nothing to compare it with:
            of a measure, and where a cell is blank or doubtful.
        approximate: Whether the words say that it is about so many (余, 近, 约).
        scope: `whole` where it names the whole district or system, `own` where it names the
            organ, `""` where it names none.
        none: Whether it says that there was nothing at all (未收到, 未发生).
        readings: Every sum of facts that it may speak of.
    """

    paths: tuple[str, ...]
    label: str
    value: int | Decimal | Money
    unit: str
    raw: str
    part: str
    start: int
    end: int
    sentence: str
    agrees: bool | None = None
    approximate: bool = False
    scope: str = ""
    none: bool = False
    readings: tuple[tuple[str, ...], ...] = ()

    @property
    def path(self) -> str:
        """The path, of a sum all of them joined by `+`."""
        return "+".join(self.paths)
