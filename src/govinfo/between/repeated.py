"""What a text repeats of another: passages, also such as changed nothing but their numbers.

Passages are found from their first letters, which an index of the other text knows: the time
grows with the length of both texts, not with their product. Blanks are no letters, and every
number is one, whatever it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

_LETTER = re.compile(r"\d[\d,，.．]*\d|\d|\S")
"""A number, or a letter that is no blank."""
_ENDS = frozenset("。！？；!?;")
_SEED = 6
"""Letters by which a passage is looked up."""
_WHOLE = 8
"""Letters that a sentence has at least to count: 无。 and the like say nothing of copying."""
_LONG = 20
"""Letters that a passage within sentences has at least: more than a statute's name has."""
_MOST = 8
"""Places of the other text that are tried for one beginning."""

Span = tuple[int, int]
"""First character, and the one after the last."""


@frozen(slots=True)
class Passage:
    """A passage that stands in both texts: some sentences, or a part of one.

    Attributes:
        this: As the later text has it.
        last: As the earlier text has it.
        this_at: Its place in the later text.
        last_at: Its place in the earlier text.
        renumbered: Whether a number in it is another one now; the passage is then of one
            sentence.
    """

    this: str
    last: str
    this_at: Span
    last_at: Span
    renumbered: bool


@frozen(slots=True)
class Repetition:
    """What a text repeats of another.

    Attributes:
        share: Share of the later text's letters that stand in repeated passages, from 0 to 1.
        passages: These passages in the order of the later text.
    """

    share: float
    passages: tuple[Passage, ...]


@frozen(slots=True, eq=False)
class _Text:
    """A text in letters: `same` takes all numbers for one, `spans` are the letters' places."""

    text: str
    same: Sequence[str]
    said: Sequence[str]
    spans: Sequence[Span]
    ends: frozenset[int]
    """Letters after which a sentence ends, and 0 for the beginning."""

    def slice(self, start: int, end: int) -> Span:
        return self.spans[start][0], self.spans[end - 1][1]


@frozen(slots=True)
class _Match:
    this: int
    last: int
    length: int


def repetition(last: str, this: str) -> Repetition:
    """What a text repeats of an earlier one."""
    before, now = _text(last), _text(this)
    matches = list(_matches(before, now))
    covered = sum(match.length for match in matches)
    return Repetition(
        covered / len(now.same) if now.same else 0.0,
        tuple(passage for match in matches for passage in _passages(before, now, match)),
    )


def _text(text: str) -> _Text:
    found = list(_LETTER.finditer(text))
    said = [one[0] for one in found]
    ends = {0, len(said)}
    for at, one in enumerate(found):
        parted = at + 1 < len(found) and "\n" in text[one.end() : found[at + 1].start()]
        if parted or one[0] in _ENDS:
            ends.add(at + 1)
    same = ["0" if letter[0].isdigit() else letter for letter in said]
    return _Text(text, same, said, [one.span() for one in found], frozenset(ends))


def _matches(before: _Text, now: _Text) -> Iterator[_Match]:
    """Passages of both texts, none overlapping another in the later one."""
    known = _index(before)
    at = 0
    while at + _SEED <= len(now.same):
        if now.same[at] in _ENDS:
            at += 1  # It belongs to the sentence before.
            continue
        places = known.get(tuple(now.same[at : at + _SEED]), ())
        tried = (_Match(at, place, _common(before, place, now, at)) for place in places)
        found = max(tried, key=lambda match: match.length, default=None)
        counted = None if found is None else _counted(now, found)
        if counted is None:
            at += 1
        else:
            yield counted
            at += counted.length


def _index(text: _Text) -> Mapping[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(text.same) - _SEED + 1):
        places = found.setdefault(tuple(text.same[at : at + _SEED]), [])
        if len(places) < _MOST:
            places.append(at)
    return found


def _common(before: _Text, place: int, now: _Text, at: int) -> int:
    """How many letters two places of the texts have in common."""
    length = 0
    most = min(len(before.same) - place, len(now.same) - at)
    while length < most and before.same[place + length] == now.same[at + length]:
        length += 1
    return length


def _counted(now: _Text, match: _Match) -> _Match | None:
    """The passage if it is long, or else as far as it is whole sentences."""
    if match.length >= _LONG:
        return match
    if match.this not in now.ends:
        return None
    lengths = range(match.length, _WHOLE - 1, -1)
    # A line without an end mark is a heading, and headings are the template's or the organ's habit.
    whole = next((n for n in lengths if now.same[match.this + n - 1] in _ENDS), None)
    return None if whole is None else _Match(match.this, match.last, whole)


def _passages(before: _Text, now: _Text, match: _Match) -> Iterator[Passage]:
    """A match in passages: what is repeated word for word, and each sentence with new numbers."""
    end = match.this + match.length
    cuts = sorted({match.this, end, *(at for at in range(match.this, end) if at in now.ends)})
    moved = match.last - match.this
    first = match.this
    for start, stop in pairwise(cuts):
        if now.said[start:stop] == before.said[start + moved : stop + moved]:
            continue
        if first < start:
            yield _passage(before, now, _Match(first, first + moved, start - first))
        yield _passage(before, now, _Match(start, start + moved, stop - start), renumbered=True)
        first = stop
    if first < end:
        yield _passage(before, now, _Match(first, first + moved, end - first))


def _passage(before: _Text, now: _Text, match: _Match, *, renumbered: bool = False) -> Passage:
    this = now.slice(match.this, match.this + match.length)
    last = before.slice(match.last, match.last + match.length)
    return Passage(now.text[slice(*this)], before.text[slice(*last)], this, last, renumbered)
