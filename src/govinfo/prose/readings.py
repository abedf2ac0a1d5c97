"""Which facts, or sums of facts, a wording may speak of, and whether a number fits them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from attrs import define, field

from govinfo.diagnostics import Severity
from govinfo.grammar.compile import compile_class
from govinfo.money import Money
from govinfo.prose.scene import Scene
from govinfo.prose.vocabulary import Word
from govinfo.prose.wordings import Label, Role
from govinfo.prose.words import Token
from govinfo.template.report import Report
from govinfo.template.requests import Requests

Sum = tuple[str, ...]
"""Paths of facts to be added up."""

_RECEIVED = "requests.received.total"
_OVER = "requests.carried_over.total"
_CONCLUDED = "requests.outcomes.total.total"
_FORWARD = "requests.carried_forward.total"
_WITHOUT_ANSWER = (("outcomes.other.",), ("outcomes.other.", "outcomes.not_processed."))
"""Outcomes that an organ may not count as answers."""
_LISTED = {
    Word.NEW: ("received",),
    Word.RECEIVE: ("received",),
    Word.HANDLE: ("received", "concluded", "answered"),
    Word.ANSWER: ("concluded", "answered", "on_time"),
}
"""The same in the list of edition 2014."""


_BY_SUMS = "GI105"
"""What speaks of a row that the sums of its table have told."""


@define(slots=True)
class Readings:
    """What may be meant, by the facts that a report has."""

    report: Report
    _doubtful: set[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        said = [one for one in self.report.diagnostics if one.path]
        by_sums = {one.path for one in said if one.code == _BY_SUMS}
        # What the sums tell of a row is known, though a cell of it may have been blank.
        self._doubtful = {one.path for one in said if one.severity is not Severity.INFO}.difference(
            by_sums
        )

    def holds(self, paths: Sum, value: int | Money) -> bool:
        """Whether a number may be the sum; cells that are blank or doubtful may hold anything."""
        return self.agrees(paths, value) is not False

    def agrees(self, paths: Sum, value: int | Money) -> bool | None:
        """Whether a number is the sum; `None` where a cell that is blank or doubtful decides."""
        held = [self._value(path) for path in paths]
        if isinstance(value, Money):
            alike = [None if one is None else _alike(one, value) for one in held]
            return None if None in alike and False not in alike else all(alike)
        known = sum(one for one in held if isinstance(one, int))
        if None in held:
            return None if known <= value else False
        return known == value

    def _value(self, path: str) -> int | Money | None:
        doubtful = any(path == one or path.startswith(f"{one}.") for one in self._doubtful)
        return None if doubtful else self.report.facts[path].value

    def _sums(self, *sums: Sum) -> tuple[Sum, ...]:
        """Those sums of which the report has every fact."""
        facts = self.report.facts
        return tuple(
            dict.fromkeys(one for one in sums if one and all(path in facts for path in one))
        )

    def _present(self, paths: Iterator[str]) -> Sum:
        return tuple(path for path in paths if path in self.report.facts)

    def verbs(
        self, verbs: AbstractSet[Word], side: Sequence[Token], scene: Scene
    ) -> tuple[Sum, ...]:
        """What 收到, 办理, 答复, 结转 count."""
        verbs = _dated(verbs, side, self.report.year)
        if Word.FORWARD in verbs:
            return self._sums((_FORWARD,))
        sums: list[Sum] = [(_OVER,)] if Word.OVER in verbs else []
        if verbs & {Word.NEW, Word.RECEIVE, Word.HANDLE}:
            sums.append((_RECEIVED,))
        if verbs & {Word.RECEIVE, Word.HANDLE}:
            sums.append((_RECEIVED, _OVER))
        if verbs & {Word.HANDLE, Word.ANSWER}:
            sums.append((_CONCLUDED,))
        if any(one.word is Word.ANSWER and "办结" not in one.text for one in side):
            sums += self._answers()
        listed = dict.fromkeys(name for verb in _LISTED if verb in verbs for name in _LISTED[verb])
        found = self._sums(*sums, *((f"indicators.applications.{name}",) for name in listed))
        if found:
            scene.rows = ("outcomes.total",) if verbs == {Word.ANSWER} else ("received",)
        return found

    def _answers(self) -> Iterator[Sum]:
        rows = [row.path for row in compile_class(Requests).rows]
        outcomes = [path for path in rows if path.startswith("outcomes.")]
        for without in _WITHOUT_ANSWER:
            kept = (path for path in outcomes if not path.startswith(("outcomes.total", *without)))
            yield self._present(f"requests.{path}.total" for path in kept)

    def requests(self, labels: Sequence[Label], scene: Scene) -> tuple[Sum, ...]:
        """What labels of section 3 count: rows, columns, or rows in a column."""
        rows = _common([label for label in labels if label.role is Role.OUTCOME])
        columns = _common([label for label in labels if label.role is Role.APPLICANT])
        roles = {label.role for label in labels}
        if (Role.OUTCOME in roles and not rows) or (Role.APPLICANT in roles and not columns):
            return ()
        if rows:
            scene.rows = rows
            return self._sums(self._cells(rows, columns or ("total",)))
        among = (scene.rows, ("received",), ("received", "carried_over"), ("outcomes.total",))
        return self._sums(*(self._cells(one, columns) for one in among))

    def _cells(self, rows: Sequence[str], columns: Sequence[str]) -> Sum:
        return self._present(f"requests.{row}.{column}" for row in rows for column in columns)

    def disputes(self, labels: Sequence[Label], scene: Scene) -> tuple[Sum, ...]:
        """What labels of section 4 count."""
        results = [label for label in labels if label.role is Role.RESULT]
        named = [label for label in labels if label.role is Role.DISPUTE]
        if len(results) > 1:
            return ()
        if results:
            groups = scene.dispute
        else:
            groups = _common(named) or tuple(part for label in named for part in label.parts)
        found = self._results(groups, results[0].parts[0] if results else "total")
        scene.cases = scene.cases or bool(found)
        return found

    def _results(self, groups: Sequence[str], result: str) -> tuple[Sum, ...]:
        tops = dict.fromkeys(group.partition(".")[0] for group in groups)
        return self._sums(
            tuple(f"disputes.{group}.{result}" for group in groups),
            tuple(f"indicators.{top}.{result}" for top in tops),
        )

    def none_of(self, label: Label) -> tuple[Sum, ...]:
        """What is 0 where no case occurred."""
        return self._results(label.parts, "total")

    def groups(self, paths: Sum) -> tuple[Sum, ...]:
        """The parts of a sum over reconsideration and litigation."""
        parts: dict[str, list[str]] = {}
        for path in paths:
            parts.setdefault(".".join(path.split(".")[:2]), []).append(path)
        return tuple(tuple(part) for part in parts.values())

    def documents(self, labels: Sequence[Label], scene: Scene) -> tuple[Sum, ...]:
        """What is said of documents: how many were made, repealed, are in force."""
        rows = {part for label in labels if label.role is Role.DOCUMENT for part in label.parts}
        states = [part for label in labels if label.role is Role.STATE for part in label.parts]
        if len(rows) > 1 or not (rows or scene.document):
            return ()
        row = next(iter(rows), scene.document)
        return self._sums(*((f"proactive.{row}.{state}",) for state in states))

    def decisions(self, label: Label) -> tuple[Sum, ...]:
        """How many decisions of a kind were taken."""
        return self._sums((f"proactive.{label.parts[0]}.decisions",))

    def disclosed(self, labels: Sequence[Label], scene: Scene) -> tuple[Sum, ...]:
        """How many items were disclosed, in all or on one channel."""
        channels = [label for label in labels if label.role is Role.CHANNEL]
        if len(channels) > 1:
            return ()
        label = channels[0] if channels else next(iter(labels))
        found = self._sums(tuple(f"indicators.{part}" for part in label.parts))
        scene.disclosed = scene.disclosed or bool(found)
        return found

    def applications(self, labels: Sequence[Label]) -> tuple[Sum, ...]:
        """What rows about requests of the list count."""
        if len(labels) > 1:
            return ()
        return self._sums(tuple(f"indicators.{part}" for part in labels[0].parts))

    def money(self, roles: AbstractSet[Role]) -> tuple[Sum, ...]:
        """Which amount of money is named."""
        paths = {Role.FEE: "proactive.fees.amount", Role.COLLECTED: "indicators.fees"}
        return self._sums(*((path,) for role, path in paths.items() if roles == {role}))


def _dated(verbs: AbstractSet[Word], side: Sequence[Token], year: int | None) -> set[Word]:
    """The verbs, where a year stands beside 结转 as that year says."""
    found = set(verbs)
    for one in side:
        if one.word in (Word.OVER, Word.FORWARD) and isinstance(one.value, int):
            found.discard(one.word)
            if year is not None and one.value == year + 1 and one.word is Word.FORWARD:
                found.add(Word.FORWARD)
            elif year is not None and one.value == year - (one.word is Word.OVER):
                found.add(Word.OVER)
            else:
                return set()
    return found


def _common(labels: Sequence[Label]) -> tuple[str, ...]:
    """The parts that all labels share: 不予公开 and one of its grounds are that ground."""
    if not labels:
        return ()
    return tuple(
        part for part in labels[0].parts if all(part in label.parts for label in labels[1:])
    )


def _alike(held: int | Money, said: Money) -> bool | None:
    """Whether two amounts agree, to the digit that the coarser of them prints.

    `None` where one has no unit.
    """
    if not isinstance(held, Money) or held.yuan is None or said.yuan is None:
        return None
    step = max(_step(held), _step(said))
    return abs(held.yuan - said.yuan) * 2 <= step and (
        held.yuan == said.yuan or step > min(_step(held), _step(said))
    )


def _step(money: Money) -> Decimal:
    """How many yuan the last printed digit is worth."""
    exponent = money.amount.as_tuple().exponent
    unit = Money(Decimal(1), money.unit).yuan or Decimal(1)
    return unit * Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
