"""The labels of one grammar by key: what a printed label may be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache

from attrs import field, frozen
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from govinfo.grammar.compile import ColumnSet, Grammar, RowSpec
from govinfo.grammar.labels import Key, key

LIKE = 70.0
"""Least similarity, of 100, at which a damaged label may still be a row's."""
MARGIN = 8.0
"""By how much the likest row must surpass every other."""
_OTHER_ORDINAL = 5.0
"""What an ordinal that is not the row's takes from its likeness."""
_SHORTEST = 3
"""Letters from which a damaged label is compared at all."""

_SHARED = 3
"""Labels in which a word stands that tells no row from the others."""
_PIECE = 5
"""Letters of a piece of a label by which its row is told among the others."""

_FILLERS = (
    *("统计指标", "指标", "指标名称", "单位", "统计数", "序号", "项目", "类别"),
    *("数量", "小计", "情况", "内容", "备注", "单位名称"),
)
"""Words that headers add to the template's."""
_NUMBERS = {chinese: str(number) for number, chinese in enumerate("一二三四五六七八九十", 1)}


@frozen(slots=True)
class Kinds:
    """What a label may be.

    Attributes:
        rows: The rows that it may name.
        group: Whether it stands over or before rows.
        column: Whether it heads a column.
        head: Whether it belongs to the header otherwise.
        fragment: Whether it may be a piece of a column's label, or holds whole ones.
        together: Whether it is several labels of the header that ran together.
        known: Whether it is any label of the grammar's.
    """

    rows: tuple[int, ...] = ()
    group: bool = False
    column: bool = False
    head: bool = False
    fragment: bool = False
    together: bool = False
    known: bool = field(init=False)

    @known.default
    def _known(self) -> bool:
        return bool(self.rows) or self.group or self.column or self.head


_NOTHING = Kinds()
_REMEMBERED = 20_000
"""Labels of which a lexicon remembers what they may be."""


@frozen(slots=False, eq=False)
class Lexicon:
    """Keys of one grammar.

    Attributes:
        grammar: The grammar.
        rows: Row numbers by key, in template order.
        groups: Keys of labels over or before rows.
        columns: Keys of column labels.
        heads: Keys of labels over columns, of the stub, and filler words of headers.
        forms: The keys by which each row may be named.
        ordinals: The ordinal of each row's label.
        seen: What was already looked up.
    """

    grammar: Grammar
    rows: dict[str, tuple[int, ...]]
    groups: frozenset[str]
    columns: frozenset[str]
    heads: frozenset[str]
    forms: tuple[tuple[str, ...], ...]
    ordinals: tuple[str, ...]
    seen: dict[Key, Kinds] = field(factory=dict, repr=False)

    def kinds(self, printed: Key) -> Kinds:
        """What a label may be."""
        try:
            return self.seen[printed]
        except KeyError:
            if len(self.seen) > _REMEMBERED:
                self.seen.clear()
            known = self.seen[printed] = self._kinds(printed)
        return known

    def _kinds(self, printed: Key) -> Kinds:
        full, bare = printed.full, printed.bare
        if not full:
            return _NOTHING
        rows = self.rows.get(full) or self.rows.get(bare) or ()
        column = full in self.columns or bare in self.columns
        if column and printed.ordinal:
            # A word so common that it also heads a column names a row by its ordinal only.
            rows, column = (
                tuple(row for row in rows if _alike(self.ordinals[row], printed.ordinal)),
                not rows,
            )
        group = full in self.groups or bare in self.groups
        together = self._is_header(bare)
        head = full in self.heads or bare in self.heads
        fragment = together or (len(bare) > 1 and any(bare in form for form in self.columns))
        if not (rows or group or column or head or fragment):
            # Most texts are none of a grammar's labels.
            return _NOTHING
        return Kinds(rows, group, column, head, fragment, together)

    def _is_header(self, bare: str) -> bool:
        """Whether a text is several labels of a header that ran together."""
        return len(bare) > _SHORTEST and self.header.fullmatch(bare) is not None

    @cached_property
    def header(self) -> re.Pattern[str]:
        """A header's labels one after the other."""
        labels = [label for label in self.heads | self.columns if len(label) > 1]
        one = "|".join(sorted(map(re.escape, labels), key=len, reverse=True)) or "(?!)"
        return re.compile(f"(?>{one}){{2,}}")

    def row(self, printed: Key) -> tuple[int, ...]:
        """The rows that a label may name."""
        return self.kinds(printed).rows

    def is_group(self, printed: Key) -> bool:
        """Whether a label stands over or before rows."""
        return self.kinds(printed).group

    def is_column(self, printed: Key) -> bool:
        """Whether a label heads a column."""
        return self.kinds(printed).column

    def is_head(self, printed: Key) -> bool:
        """Whether a label belongs to the table's header: a column's, a group's, the stub's."""
        kinds = self.kinds(printed)
        return kinds.column or kinds.head or kinds.together

    def is_fragment(self, printed: Key) -> bool:
        """Whether a text may be a piece of a column's label."""
        return self.kinds(printed).fragment

    def knows(self, printed: Key) -> bool:
        """Whether a key is any label's."""
        return self.kinds(printed).known

    def begins(self, printed: Key, least: int = _SHORTEST + 1) -> bool:
        """Whether a text may be the first piece of a label of a row, or of a group of rows.

        Args:
            printed: The text.
            least: Letters that it has at least.
        """
        if len(printed.full) < least:
            return False
        at = bisect_left(self.in_order, printed.full)
        return any(form.startswith(printed.full) for form in self.in_order[at : at + 1])

    def is_amid(self, printed: Key) -> bool:
        """Whether a text is a piece of a row's label that tells which."""
        return len(printed.full) > _SHORTEST and any(printed.full in form for form in self.rows)

    @cached_property
    def in_order(self) -> list[str]:
        """Every key of a row or of a group of rows; those that begin alike stand together."""
        return sorted({*self.rows, *self.groups})

    def width(self, number: int) -> int:
        """How many columns a row has."""
        return self.widths[number]

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """How many columns each row has."""
        return tuple(len(row.columns) for row in self.grammar.rows)

    @cached_property
    def even(self) -> bool:
        """Whether all rows have as many columns."""
        return set(self.widths) == {self.widest}

    @cached_property
    def own(self) -> frozenset[int]:
        """The rows that carry the label of the group they stand in."""
        return frozenset(number for number, row in enumerate(self.grammar.rows) if row.own)

    @cached_property
    def heading(self) -> str:
        """The key of the section's heading."""
        return key(self.grammar.layout.heading).full

    @cached_property
    def widest(self) -> int:
        """How many columns the widest row has."""
        return max(self.widths)

    @lru_cache(maxsize=4096)  # noqa: B019 - there are few lexicons, and they live as long as the process
    def several(self, text: str) -> tuple[int, ...]:
        """The rows of which a text holds the labels one after the other, where it holds several.

        >>> from govinfo.grammar.compile import compile_class
        >>> from govinfo.template.requests import Requests
        >>> lexicon(compile_class(Requests)).several("1.属于国家秘密 2.其他法律行政法规禁止公开")
        (4, 5)
        """
        printed = key(text)
        if len(printed.full) < 2 * _SHORTEST or self.knows(printed):
            return ()
        found: list[int] = []
        for part in self.labels.findall(printed.full):
            rows = self.rows[part]
            row = next((row for row in rows if not found or row > found[-1]), rows[0])
            if row not in found:
                found.append(row)
        return tuple(found) if len(found) > 1 else ()

    @lru_cache(maxsize=4096)  # noqa: B019 - likewise
    def is_group_piece(self, text: str) -> bool:
        """Whether a text is a piece of a label over rows, and of no row's own: `办理结果`."""
        piece = key(text).full
        if len(piece) < 2 or not any(piece in group for group in self.groups):
            return False
        return not any(piece in forms[0] for forms in self.forms if forms)

    def mentioned(self, text: str) -> frozenset[int]:
        """The rows of whose labels a text holds a piece that no other row's label has."""
        printed = key(text).full
        pieces = (printed[at : at + _PIECE] for at in range(len(printed) - _PIECE + 1))
        return frozenset(self.pieces[piece] for piece in pieces if piece in self.pieces)

    @cached_property
    def pieces(self) -> dict[str, int]:
        """The row of each piece of a label that stands in no other label."""
        rows: dict[str, set[int]] = {}
        others = (*self.groups, *self.heads, *self.columns)
        for row, forms in enumerate(self.forms):
            form = forms[0] if forms else ""
            for at in range(len(form) - _PIECE + 1):
                rows.setdefault(form[at : at + _PIECE], set()).add(row)
        return {
            piece: row
            for piece, (row, *more) in rows.items()
            if not more and not any(piece in other for other in others)
        }

    @cached_property
    def labels(self) -> re.Pattern[str]:
        """Finds labels of rows in a text, none that also heads a column or stands for a group."""
        forms = [f for f in self.rows if len(f) > 1 and f not in self.columns | self.groups]
        return re.compile("|".join(sorted(map(re.escape, forms), key=len, reverse=True)) or "(?!)")

    def likest(self, text: str, among: range) -> int | None:
        """The one row, of a range, that a damaged label is surely meant for."""
        printed = key(text)
        if len(printed.full) < _SHORTEST or not among:
            return None
        cut_off = self._cut_off(printed)
        if cut_off is not None:
            return cut_off if cut_off in among else None
        scores: dict[int, float] = {}
        for form in {printed.full, printed.bare}:
            for _, score, at in process.extract(
                form, self.flat[0], scorer=fuzz.ratio, limit=None, score_cutoff=LIKE - MARGIN
            ):
                row = self.flat[1][at]
                scores[row] = max(scores.get(row, 0.0), score)
        if printed.ordinal:
            for row in scores:
                scores[row] -= 0.0 if self.ordinals[row] == printed.ordinal else _OTHER_ORDINAL
        best, row = max(((scores[row], -row) for row in scores if row in among), default=(0.0, 1))
        rivals = max(
            (s for other, s in scores.items() if not self._alike(other, -row)), default=0.0
        )
        if best < LIKE or best < rivals + MARGIN:
            return None
        # What the place leaves to one row only may be that row's, however little it says.
        return None if len(among) > 1 and self._says_less(printed, -row) else -row

    def _says_less(self, printed: Key, row: int) -> bool:
        """Whether a label lacks a word that tells a row from the others.

        Such a label is not damaged but another's: `主动公开文件数`, of a form of its own, counts
        all documents, and not those of `其中：主动公开规范性文件数`.
        """
        if printed.ordinal and _alike(self.ordinals[row], printed.ordinal):
            return False
        return all(
            any(self._tells(lost) for lost in _lost(form, text))
            for form in self.forms[row]
            for text in {printed.full, printed.bare}
        )

    def _tells(self, word: str) -> bool:
        """Whether a word stands in few rows' labels."""
        return len(word) > 1 and sum(word in forms[0] for forms in self.forms if forms) < _SHARED

    def _cut_off(self, printed: Key) -> int | None:
        """The one row of the printed ordinal whose label begins so: a cell cuts it off."""
        if not printed.ordinal:
            return None
        rows = [
            row
            for row, ordinal in enumerate(self.ordinals)
            if _alike(ordinal, printed.ordinal) and self.forms[row][0].startswith(printed.full)
        ]
        return rows[0] if len(rows) == 1 else None

    def is_only(self, row: int, among: range) -> bool:
        """Whether no other row of a range prints the same label."""
        return not any(other != row and self._alike(other, row) for other in among)

    def _alike(self, row: int, other: int) -> bool:
        """Whether two rows print the same label, so that only their order tells them apart."""
        return self.forms[row][0] == self.forms[other][0]

    @cached_property
    def flat(self) -> tuple[list[str], list[int]]:
        """Every form by which a row may be named, and whose it is."""
        pairs = [(form, row) for row, forms in enumerate(self.forms) for form in forms]
        return [form for form, _ in pairs], [row for _, row in pairs]


@lru_cache(maxsize=256)
def lexicon(grammar: Grammar) -> Lexicon:
    """The lexicon of a grammar."""
    rows: dict[str, list[int]] = {}
    row_forms = tuple(tuple(_row_forms(row)) for row in grammar.rows)
    for number, own in enumerate(row_forms):
        for form in own:
            rows.setdefault(form, []).append(number)
    groups = {form for row in grammar.rows for group in row.groups for form in _keys(group)}
    columns = {
        form for row in grammar.rows for forms in column_keys(row.columns) for form in forms if form
    }
    heads = {
        form
        for row in grammar.rows
        for column in row.columns
        for group in column.groups
        for form in _keys(group)
    }
    layout = grammar.layout
    for text in (layout.stub, layout.header, layout.value, *_FILLERS):
        heads.update(_keys(text))
    return Lexicon(
        grammar,
        {form: tuple(numbers) for form, numbers in rows.items()},
        frozenset(groups - {""}),
        frozenset(columns),
        frozenset(heads - {""} - columns),
        row_forms,
        tuple(key(row.label).ordinal for row in grammar.rows),
    )


def _lost(form: str, printed: str) -> Iterator[str]:
    """The pieces of a label that are missing from what is printed, none printed for them."""
    for change in Levenshtein.opcodes(form, printed):
        if change.tag == "delete":
            yield form[change.src_start : change.src_end]


def _alike(ordinal: str, other: str) -> bool:
    """Whether two ordinals name the same number, be it 七 or 7."""
    return ordinal == other or _NUMBERS.get(ordinal, ordinal) == _NUMBERS.get(other, other)


@lru_cache(maxsize=256)
def column_keys(columns: ColumnSet) -> tuple[frozenset[str], ...]:
    """The keys by which each column may be named."""
    return tuple(
        frozenset(form for text in (column.label, *column.aliases) for form in _keys(text))
        for column in columns
    )


@lru_cache(maxsize=256)
def group_keys(columns: ColumnSet) -> frozenset[str]:
    """The keys of the labels over several columns."""
    return frozenset(key(group).bare for column in columns for group in column.groups)


@lru_cache(maxsize=256)
def groups_over(columns: ColumnSet) -> tuple[tuple[str, ...], ...]:
    """The keys of the labels over each column, outermost first."""
    return tuple(tuple(key(group).bare for group in column.groups) for column in columns)


def _row_forms(row: RowSpec) -> dict[str, None]:
    """A row's own keys, and those with the labels of its groups put before."""
    own = [form for text in (row.label, *row.aliases) for form in _keys(text)]
    forms = dict.fromkeys(form for form in own if form)
    before = ""
    for group in reversed(row.groups):
        before = key(group).bare + before
        forms.update(dict.fromkeys(before + form for form in own if form))
        outer = key(group).bare
        forms.update(dict.fromkeys(outer + form for form in own if form))
    return forms


def _keys(text: str) -> tuple[str, ...]:
    printed = key(text)
    return tuple(dict.fromkeys(form for form in (printed.full, printed.bare) if form))
