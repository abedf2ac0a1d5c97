"""What the clauses of a sentence say of figures: each count, and each denial."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from attrs import define, field, frozen

from govinfo.money import Money
from govinfo.prose.readings import Readings, Sum
from govinfo.prose.scene import Scene
from govinfo.prose.vocabulary import Word
from govinfo.prose.wordings import Label, Role
from govinfo.prose.words import Token


@frozen(slots=True)
class Said:
    """A number that a sentence gives.

    Attributes:
        start: Where it begins in the narrative's text.
        end: Where it ends.
        value: The number.
        sums: Every sum of facts that it may be.
        scope: As `Claim.scope`.
        none: Whether it is said that there was none.
    """

    start: int
    end: int
    value: int | Money
    sums: tuple[Sum, ...]
    scope: str
    none: bool


_PLACE = re.compile(r".{0,8}[省市区县州镇乡旗](?:人民)?")
_LATE = frozenset(("延期", "延长", "超期", "逾期"))
_IN_ALL = ("合计", "共计", "总计", "总共")
_AND = ("和", "及", "与", "或", "以及", "或者")
_COUNTED = frozenset((Word.COUNT, Word.MONEY))
_BOUNDS = frozenset((Word.COUNT, Word.MONEY, Word.NUMBER, Word.BREAK))
_VERBS = frozenset((Word.NEW, Word.RECEIVE, Word.HANDLE, Word.ANSWER, Word.OVER, Word.FORWARD))
_PASSED = _VERBS | {
    *(Word.FILL, Word.LIST, Word.SUBJECT, Word.HAPPEN, Word.YEAR, Word.THIS, Word.SINCE),
    *(Word.WHOLE, Word.OWN, Word.EVERY, Word.LABEL, Word.REQUEST, Word.AMONG, Word.EACH),
    Word.SETTLE,
}
"""Words that are understood whatever stands beside them."""
_TOLD = frozenset(Word) - {Word.FILL, Word.LIST, Word.SUBJECT, Word.HAPPEN, Word.AMONG, Word.ANSWER}
_CARRIED = frozenset((Word.NEW, Word.OVER, Word.FORWARD))
"""Verbs of which two in a sentence speak of requests, if of nothing else."""
_AFTER = frozenset((Word.FORWARD, Word.OVER, Word.ANSWER))
"""Verbs that may follow what they count: 5件结转下年度."""
_HAPPENED = frozenset((Word.HAPPEN, Word.RECEIVE))
_NUMBERS = frozenset((Word.COUNT, Word.MONEY, Word.NUMBER))
_UNCOUNTABLE = frozenset((Word.COMPARED, Word.CHANGED, Word.SPAN))
_MOST = 100
"""Words of a clause from which nothing of it is understood; some lists run on without a comma."""


@define(slots=True)
class Clauses:
    """One sentence, walked from its first word to its last."""

    tokens: Sequence[Token]
    scene: Scene
    readings: Readings
    left: list[Token] = field(factory=list)
    last: tuple[Sum, ...] = ()
    _words: AbstractSet[Word] = field(init=False)
    _texts: AbstractSet[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._words = {token.word for token in self.tokens}
        self._texts = {token.text for token in self.tokens}

    def said(self) -> Iterator[Said]:
        """What the sentence says of figures."""
        for at, token in enumerate(self.tokens):
            if token.word is Word.BREAK:
                self.left.clear()
                self.scene.end_clause(token.text)
            elif token.word in _COUNTED:
                yield from self._count(token, self._right(at))
                self.left.clear()
            elif token.word is Word.NUMBER:
                self.left.clear()
            elif token.word is Word.NOT:
                yield from self._denied(token, self._clause(at))
                self.left.append(token)
            else:
                if token.word in _TOLD:
                    self.scene.see(token, self.tokens[at - 1] if at else None)
                if token.word is Word.AMONG:
                    self.left.clear()
                self.left.append(token)

    def _right(self, at: int) -> list[Token]:
        """The words after a count, up to the next, the next comma or the end."""
        found = []
        for token in islice(self.tokens, at + 1, at + 1 + _MOST):
            if token.word in _BOUNDS or token.word is Word.LIST:
                break
            found.append(token)
        return found

    def _clause(self, at: int) -> list[Token]:
        """The words after a denial, up to the next comma."""
        found = []
        for token in islice(self.tokens, at + 1, at + 1 + _MOST):
            if token.word is Word.BREAK:
                break
            found.append(token)
        return found

    def _count(self, token: Token, right: list[Token]) -> Iterator[Said]:
        sums = self._sums(token, right) if self._is_sure(right) else ()
        sums = sums or self._summed_up(token)
        if not sums:
            return
        self.last = sums
        each = any(one.word is Word.EACH for one in self.left) or token.value == 0
        if each and len(sums) == 1 and len(kinds := self.readings.groups(sums[0])) > 1:
            for kind in kinds:
                yield self._said(token, token, token.value, (kind,))
            return
        yield self._said(token, token, token.value, sums)

    def _is_sure(self, right: Sequence[Token]) -> bool:
        """Whether a count is the organ's own, of the year, and all words beside it are known."""
        if not self.scene.trusted or not _UNCOUNTABLE.isdisjoint(one.word for one in self.left):
            return False
        understood = self._understood(self.left) and self._understood(right)
        if not understood:
            self.scene.doubt()
        return understood

    def _sums(self, token: Token, right: list[Token]) -> tuple[Sum, ...]:
        """What the count may be the sum of; the words before it decide, or else those after."""
        words = {one.word for one in self.left}
        side, named = self.left, [one for one in self.left if one.label is not None]
        if not named and not words & _VERBS:
            side, named = right, [one for one in right if one.label is not None]
            if not named and not {one.word for one in right} & _AFTER:
                return ()
        labels = [one.label for one in named if one.label is not None]
        roles = {label.role for label in labels}
        if isinstance(token.value, Money):
            return self.readings.money(roles)
        if any(one.word is Word.SETTLE for one in (*self.left, *right)):
            return ()
        if side is self.left and any(one.label for one in right) and Role.DISPUTE not in roles:
            # 收到12件来自企业: what stands after the count makes it a part.
            return ()
        return self._counted(token, side, labels, right)

    def _summed_up(self, token: Token) -> tuple[Sum, ...]:
        """What was counted last, where this is its total: 收到 49 件, 另有 1 件, 合计 50 件."""
        total = any(one.text in _IN_ALL for one in self.left)
        fits = [one for one in self.last if self.readings.holds(one, token.value or 0)]
        return tuple(fits) if total and not any(one.label for one in self.left) else ()

    def _understood(self, side: Sequence[Token]) -> bool:
        if len(side) >= _MOST:
            return False
        unknown = [at for at, one in enumerate(side) if one.word not in _PASSED]
        return all(self._admits(side, at) for at in unknown)

    def _admits(self, side: Sequence[Token], at: int) -> bool:
        """Whether a word that says nothing by itself is understood among the others."""
        one = side[at]
        if one.word is Word.OTHER:
            after = [other.label for other in side[at + 1 : at + 2] if other.label is not None]
            website = any(label.role is Role.CHANNEL for label in after)
            return website and _PLACE.fullmatch(one.text) is not None
        if one.word is Word.MATTERS:
            return any("共" in other.text for other in side)
        return one.word in (Word.PUBLISH, Word.WAY) and self.scene.admits(one, side)

    def _counted(
        self, token: Token, side: Sequence[Token], labels: Sequence[Label], right: Sequence[Token]
    ) -> tuple[Sum, ...]:
        roles = {label.role for label in labels}
        if roles & {Role.DISPUTE, Role.RESULT}:
            return self._cases(side, labels)
        if roles & {Role.DOCUMENT, Role.STATE}:
            verbs = any(one.word in _VERBS for one in side)
            return () if verbs else self.readings.documents(labels, self.scene)
        if Role.DECISION in roles:
            return self._decisions(token, side, labels)
        if roles & {Role.DISCLOSED, Role.CHANNEL}:
            return self._items(token, labels)
        return self._requests(side, labels, right)

    def _cases(self, side: Sequence[Token], labels: Sequence[Label]) -> tuple[Sum, ...]:
        """Reconsiderations and lawsuits: those against the organ, over open information."""
        acted = any(one.word in _VERBS and one.word is not Word.RECEIVE for one in side)
        told = Word.SUBJECT in self._words or Word.REQUEST in self._words
        bare = not any("案" in one.text for one in side) and len(side) <= 3
        bare = bare and any(label.role is Role.DISPUTE for label in labels)
        surely = told or bare or self.scene.requests or self.scene.cases
        if acted or not surely or not _joined(side):
            self.scene.dispute = ()  # The results that follow are those of other cases.
            return ()
        return self.readings.disputes(labels, self.scene)

    def _decisions(
        self, token: Token, side: Sequence[Token], labels: Sequence[Label]
    ) -> tuple[Sum, ...]:
        """Decisions taken: neither those published nor cases handled."""
        other = any(
            one.word in _VERBS or one.word is Word.PUBLISH or "案" in one.text for one in side
        )
        plain = token.text[-1] in "件起宗例" and not other and len(labels) == 1
        return self.readings.decisions(labels[0]) if plain else ()

    def _items(self, token: Token, labels: Sequence[Label]) -> tuple[Sum, ...]:
        """Items disclosed, in all or on a channel."""
        told = self.scene.disclosed or any(label.role is Role.DISCLOSED for label in labels)
        told = told or "公开" in self._texts
        counted = told and token.text.endswith("条")
        return self.readings.disclosed(labels, self.scene) if counted else ()

    def _requests(
        self, side: Sequence[Token], labels: Sequence[Label], right: Sequence[Token]
    ) -> tuple[Sum, ...]:
        """Requests, by outcome, by applicant, by way, or as they came and went."""
        near = any(one.word is Word.REQUEST for one in (*side, *right[:1]))
        if not near and not self._tells_of_requests(labels):
            return ()
        roles = {label.role for label in labels}
        if Role.APPLICATION in roles:
            return self.readings.applications(labels)
        if roles & {Role.OUTCOME, Role.APPLICANT}:
            return self.readings.requests(labels, self.scene)
        verbs = {one.word for one in side} & _VERBS
        return () if self._of_a_part(verbs) else self.readings.verbs(verbs, side, self.scene)

    def _tells_of_requests(self, labels: Sequence[Label]) -> bool:
        """Whether requests are spoken of, though no word beside the count names them."""
        if self.scene.dispute or self.scene.document:
            return False
        told = self.scene.requests or len(self._words & _CARRIED) > 1
        return told or self.scene.telling(self.tokens, labels)

    def _of_a_part(self, verbs: AbstractSet[Word]) -> bool:
        """Whether requests received or answered are only some: in time, of those not withdrawn."""
        if Word.ANSWER in verbs and not self._texts.isdisjoint(_LATE):
            return True
        withdrawn = any("撤" in text for text in self._texts)
        partial = any(one.word is Word.AMONG for one in self.left)
        return partial and (withdrawn or bool(verbs & {Word.RECEIVE, Word.HANDLE}))

    def _denied(self, token: Token, clause: Sequence[Token]) -> Iterator[Said]:
        """What a denial says did not happen: 未收到申请, 未发生行政复议."""
        known = self._understood(self.left) and self._understood(clause)
        if not self.scene.trusted or not known or not clause:
            return
        roles = {one.label.role for one in clause if one.label is not None}
        if roles - {Role.DISPUTE} or any(one.word in _NUMBERS for one in clause):
            return
        if roles:
            happened = any(one.word in _HAPPENED or one.text == "被" for one in clause)
            if happened or not token.text.endswith("未"):
                yield from self._no_cases(token, clause)
        words = {one.word for one in clause}
        carried = words & {Word.OVER, Word.FORWARD}
        received = bool(words & {Word.RECEIVE, Word.NEW}) or clause[0].word is Word.REQUEST
        received = received and (not roles or _lists_requests(clause))
        sums: tuple[Sum, ...] = ()
        if len(carried) == 1 and not roles:
            sums = self.readings.verbs(carried, clause, self.scene)
        elif Word.REQUEST in words and received:
            sums = self.readings.verbs({Word.NEW}, clause, self.scene)
        if sums:
            yield self._said(token, clause[-1], 0, sums, none=True)

    def _no_cases(self, token: Token, clause: Sequence[Token]) -> Iterator[Said]:
        for one in clause:
            sums = self.readings.none_of(one.label) if one.label is not None else ()
            if sums:
                yield self._said(token, one, 0, sums, none=True)

    def _said(
        self,
        first: Token,
        last: Token,
        value: int | Money | None,
        sums: tuple[Sum, ...],
        *,
        none: bool = False,
    ) -> Said:
        assert value is not None  # a count's, or 0  # noqa: S101
        return Said(first.start, last.end, value, sums, self.scene.scope, none)


def _lists_requests(clause: Sequence[Token]) -> bool:
    """Whether 申请 is one of several things denied: in 因申请引起的行政诉讼 it is not."""
    places = [at for at, one in enumerate(clause) if one.word is Word.REQUEST]
    after = clause[places[0] + 1 : places[0] + 2] if places else ()
    return any(one.word is Word.LIST or one.text in _AND for one in after)


def _joined(side: Sequence[Token]) -> bool:
    """Whether reconsideration and litigation, where both are named, are named together."""
    named = [(place, one.label) for place, one in enumerate(side) if one.label is not None]
    at = [place for place, label in named if label.role is Role.DISPUTE]
    kinds = {label.parts[0].partition(".")[0] for _, label in named if label.role is Role.DISPUTE}
    if len(kinds) < 2:
        return True
    between = side[at[0] + 1 : at[-1]]
    return all(one.word is Word.LIST or one.text in _AND for one in between)
