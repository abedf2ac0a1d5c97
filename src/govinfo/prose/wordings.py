"""By what words running text names the figures of the template.

Every wording is derived from a label that a template class carries; `_ALIASES` adds the few that
prose prefers to what the template prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum, auto
from functools import lru_cache

from attrs import frozen

from govinfo.grammar.compile import compile_class
from govinfo.grammar.labels import key
from govinfo.grammar.values import Kind
from govinfo.template.disputes import Disputes
from govinfo.template.editions import tables_of
from govinfo.template.indicators import Indicators
from govinfo.template.requests import Requests


class Role(IntEnum):
    """What a wording names."""

    OUTCOME = auto()
    """Rows of section 3: 予以公开."""
    APPLICANT = auto()
    """Columns of section 3: 自然人."""
    DISPUTE = auto()
    """Groups of columns of section 4: 行政复议."""
    RESULT = auto()
    """A column of each group of section 4: 结果维持."""
    DOCUMENT = auto()
    """A row of section 2 that counts documents: 规章."""
    STATE = auto()
    """A column of such a row: 废止."""
    DECISION = auto()
    """A row of section 2 that counts decisions: 行政处罚."""
    FEE = auto()
    """A row of section 2 that holds an amount of money: 行政事业性收费."""
    DISCLOSED = auto()
    """How many items were disclosed, in the list of edition 2014."""
    CHANNEL = auto()
    """By which channel, in that list: 政务微信."""
    APPLICATION = auto()
    """A row about requests of that list: 信函申请."""
    COLLECTED = auto()
    """The fees for information of that list."""


@frozen(slots=True)
class Label:
    """What a wording names: its role, and the parts of paths that it stands for."""

    role: Role
    parts: tuple[str, ...]


_SHORTEST = 3
"""Letters of the shortest label that prose would name a figure by: 其他 and 总计 say too little."""
_LEADING = ("属于", "申请人", "本机关", "要求", "危及", "结果", "尚")
_ORGANISATIONS = (
    "enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_organization",
    "other_organization",
)
_LITIGATION = ("litigation.direct", "litigation.after_reconsideration")
_ALIASES: Mapping[Label, tuple[str, ...]] = {
    Label(Role.OUTCOME, ("outcomes.granted",)): ("决定公开", "准予公开"),
    Label(Role.RESULT, ("upheld",)): ("维持",),
    Label(Role.RESULT, ("corrected",)): ("纠正", "纠错"),
    Label(Role.RESULT, ("pending",)): (
        *("尚在审理", "正在审理", "仍在审理", "未审结", "未结案", "尚未结案", "审理中"),
    ),
    Label(Role.DISPUTE, ("reconsideration",)): (
        *("申请行政复议", "提起行政复议", "行政复议申请", "行政复议案件", "复议案件", "复议"),
        "申请复议",
    ),
    Label(Role.DISPUTE, _LITIGATION): (
        *("提起行政诉讼", "行政诉讼案件", "诉讼案件", "诉讼", "提起诉讼"),
    ),
    Label(Role.DISPUTE, ("litigation.direct",)): ("未经复议直接提起诉讼", "直接起诉"),
    Label(Role.STATE, ("issued",)): ("制定", "出台", "新制定", "印发"),
    Label(Role.STATE, ("produced",)): ("制作", "制定", "制发", "出台", "印发"),
    Label(Role.DISCLOSED, ("disclosure.total",)): (
        *("主动公开信息", "主动公开各类政府信息", "主动公开各类信息"),
    ),
    Label(Role.APPLICANT, _ORGANISATIONS): (
        *("法人或者其他组织", "法人和其他组织", "法人及其他组织"),
    ),
    Label(Role.CHANNEL, ("disclosure.channels.wechat",)): (
        *("微信公众号", "政务微信公众号", "官方微信"),
    ),
    Label(Role.CHANNEL, ("disclosure.channels.weibo",)): ("官方微博",),
    Label(Role.COLLECTED, ("fees",)): (
        *("依申请公开信息收取费用", "依申请公开政府信息收取费用", "依申请公开收取费用"),
        "依申请公开政府信息收取的费用",
    ),
}
"""By what other words prose names a figure: its label stands in the template alone."""


@lru_cache(maxsize=1)
def labels() -> Mapping[str, Label]:
    """Every wording and what it names; of two roles the first declared holds."""
    found: dict[str, Label] = {}
    for wording, label in (*_requests(), *_disputes(), *_proactive(), *_indicators()):
        for form in (wording, *_ALIASES.get(label, ())):
            known = found.setdefault(form, label)
            if known.role is Role.STATE is label.role:
                parts = dict.fromkeys((*known.parts, *label.parts))
                found[form] = Label(Role.STATE, tuple(parts))
    return found


def _requests() -> Iterator[tuple[str, Label]]:
    grammar = compile_class(Requests)
    rows: dict[str, list[str]] = {}
    for row in grammar.rows:
        for text in dict.fromkeys((row.label, *row.groups)):
            rows.setdefault(text, []).append(row.path)
    within = {row.path for row in grammar.rows if len(row.groups) or row.own}
    for text, paths in rows.items():
        if set(paths) < within:
            yield from _named(text, Label(Role.OUTCOME, tuple(paths)))
    columns: dict[str, list[str]] = {}
    for column in grammar.rows[0].columns:
        for text in (column.label, *column.groups):
            columns.setdefault(text, []).append(column.path)
    for text, paths in columns.items():
        yield from _named(text, Label(Role.APPLICANT, tuple(paths)))


def _disputes() -> Iterator[tuple[str, Label]]:
    groups: dict[str, dict[str, None]] = {}
    results: dict[str, str] = {}
    for column in compile_class(Disputes).rows[0].columns:
        prefix, _, result = column.path.rpartition(".")
        for text in column.groups:
            groups.setdefault(text, {})[prefix] = None
        results[column.label] = result
    for text, prefixes in groups.items():
        yield text, Label(Role.DISPUTE, tuple(prefixes))
    for text, result in results.items():
        yield from _named(text, Label(Role.RESULT, (result,)))


def _proactive() -> Iterator[tuple[str, Label]]:
    states: dict[str, dict[str, None]] = {}
    for cls in reversed(tables_of("proactive")):
        for row in compile_class(cls).rows:
            names = {column.path for column in row.columns}
            kinds = {column.kind for column in row.columns}
            if "decisions" in names:
                role = Role.DECISION
            elif kinds == {Kind.MONEY}:
                role = Role.FEE
            elif kinds == {Kind.COUNT}:
                role = Role.DOCUMENT
                for column in row.columns:
                    states.setdefault(_state(column.label), {})[column.path] = None
            else:
                continue
            for text in (row.label, *row.aliases):
                yield text, Label(role, (row.path,))
    for text, paths in states.items():
        yield text, Label(Role.STATE, tuple(paths))


def _state(label: str) -> str:
    """What a column of documents says happened to them: 废止 of 本年废止件数."""
    return label.removeprefix("本年").removesuffix("数量").removesuffix("件数")


def _indicators() -> Iterator[tuple[str, Label]]:
    roles = {
        "disclosure.channels.": Role.CHANNEL,
        "disclosure.total": Role.DISCLOSED,
        "applications.": Role.APPLICATION,
        "fees": Role.COLLECTED,
    }
    # These prose names by verbs.
    verbs = {f"applications.{name}" for name in ("received", "concluded", "on_time", "answered")}
    for row in compile_class(Indicators).rows:
        role = next((roles[start] for start in roles if row.path.startswith(start)), None)
        if role is None or row.path in verbs:
            continue
        text = key(row.label).bare.removesuffix("数")
        if role is Role.CHANNEL:
            text = text.partition("公开")[0]
        for form in (text, text.removesuffix("申请").removesuffix("答复")):
            yield form, Label(role, (row.path,))
        if role is Role.CHANNEL:
            yield text.removeprefix("政府").removeprefix("政务"), Label(role, (row.path,))


def _named(text: str, label: Label) -> Iterator[tuple[str, Label]]:
    """The wordings that a printed label lends to prose."""
    for whole in dict.fromkeys((key(text).bare, key(text.partition("、")[0]).bare)):
        forms = [whole, whole.replace("政府信息", "信息")]
        for start in _LEADING:
            forms += [form.removeprefix(start) for form in forms]
        for form in dict.fromkeys(forms):
            if len(form) >= (_SHORTEST if form == whole else _SHORTEST + 1):
                yield form, label
