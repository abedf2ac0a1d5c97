"""Reports as Arrow tables: typed columns, each with its Chinese label, unit and editions.

Four shapes: `reports` (wide: a row a report, a column a figure), `facts` (long: a row a figure),
`claims` (a row a figure of the text) and `diagnostics`. Their schemas do not depend on what the
reports hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from govinfo.diagnostics import Diagnostic, Severity
from govinfo.errors import LimitExceeded, MissingDependency
from govinfo.export.columns import SOURCE, UNIT, YUAN, figures, plain_name, source_row
from govinfo.export.status import UNSURE, cells
from govinfo.grammar.facts import Fact
from govinfo.installed import extra
from govinfo.money import Money
from govinfo.template.claim import Claim
from govinfo.template.report import Report

Column = list[Any]
Columns = dict[str, Column]

_PLACES = 10
"""Decimal places of an amount: reports print six at most."""
_MOST = Decimal(10) ** (38 - _PLACES)
_WHOLE = range(-(2**63), 2**63)
_SURROGATE = re.compile("[\ud800-\udfff]")

ABOUT = {
    "title": "标题",
    "agency": "行政机关",
    "year": "年度",
    "published": "发布日期",
    "edition": "模板版本",
}
"""What a report says of itself, with what a Chinese reader calls it."""
COUNTED = {
    Severity.ERROR: ("errors", "错误数"),
    Severity.WARNING: ("warnings", "警告数"),
    Severity.INFO: ("infos", "提示数"),
}
"""The columns that count findings by severity."""
_FACTS = {
    "path": "指标路径",
    "value": "数值",
    "amount": "金额",
    "unit": "单位",
    "raw": "原文",
    "note": "备注",
    "where": "位置",
    "status": "单元格状态",
}
_DIAGNOSTICS = {
    "stage": "阶段",
    "code": "代码",
    "severity": "级别",
    "path": "指标路径",
    "message": "英文说明",
    "message_zh": "中文说明",
    "where": "位置",
    "contributors": "所涉指标",
}
_CLAIMS = {
    "path": "指标路径",
    "label": "指标名称",
    "value": "数值",
    "amount": "金额或比率",
    "unit": "单位",
    "approximate": "约数",
    "agrees": "与表一致",
    "scope": "口径",
    "raw": "原文",
    "sentence": "原句",
    "part": "所在部分",
    "start": "起始位置",
    "end": "终止位置",
}
READING, CHECK = "reading", "check"
"""The stages: what could not be read surely, and what is wrong with what was read."""
_TYPES = {
    "year": "int64",
    "published": "date32",
    "value": "int64",
    "amount": "decimal",
    "approximate": "bool_",
    "agrees": "bool_",
    "start": "int64",
    "end": "int64",
}


def arrow() -> Any:
    """The module `pyarrow`.

    Raises:
        MissingDependency: It is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingDependency(f"Arrow needs pyarrow: {extra('corpus')}") from error
    return pa


def typed(name: str, label: str, kind: str = "string", **told: str) -> Any:
    """A field: its name, its type, and in its metadata its label and whatever else is told."""
    pa = arrow()
    made = pa.decimal128(38, _PLACES) if kind == "decimal" else getattr(pa, kind)()
    return pa.field(name, made, metadata={"label": label, **told})


@cache
def figure_fields() -> tuple[Any, ...]:
    """A field for each figure of each edition; an amount has a second for its unit."""
    found = []
    for figure in figures():
        told = {"editions": ",".join(figure.editions)}
        if figure.unit is not None:
            told["unit"] = figure.unit
        told |= {
            f"label.{edition}": label
            for edition, label in figure.labels.items()
            if label != figure.label
        }
        found.append(
            typed(figure.path, figure.label, "decimal" if figure.money else "int64", **told)
        )
        if figure.money:
            label = f"{figure.label}（单位）"
            found.append(
                typed(figure.path + UNIT, label, editions=told["editions"], unit_of=figure.path)
            )
            label = f"{figure.label}（元）"
            found.append(
                typed(figure.path + YUAN, label, "decimal", editions=told["editions"], unit="元")
            )
    return tuple(found)


@cache
def reports_schema() -> Any:
    """Of the wide table."""
    origin = [typed(name, label) for name, label in SOURCE.items()]
    about = [typed(name, label, _TYPES.get(name, "string")) for name, label in ABOUT.items()]
    counted = [typed(name, label, "int64") for name, label in COUNTED.values()]
    doubt = typed("not_placed", "未能确定的指标")
    return arrow().schema([*origin, *about, *counted, doubt, *figure_fields()])


@cache
def facts_schema() -> Any:
    """Of the long table."""
    return arrow().schema(
        [typed(name, label, _TYPES.get(name, "string")) for name, label in _FACTS.items()]
    )


@cache
def claims_schema() -> Any:
    """Of what narratives say."""
    return arrow().schema(
        [typed(name, label, _TYPES.get(name, "string")) for name, label in _CLAIMS.items()]
    )


@cache
def diagnostics_schema() -> Any:
    """Of the findings."""
    return arrow().schema([typed(name, label) for name, label in _DIAGNOSTICS.items()])


def to_arrow(reports: Iterable[Report], *, plain_names: bool = False) -> Any:
    """Reports as a `pyarrow.Table`: one row a report, one column a figure of any edition.

    Counts are nullable `int64`, amounts `decimal128(38, 10)` beside a column of their unit
    (`….unit`). The metadata of each field hold its `label`, its `unit` where the template has one,
    and the `editions` that have it.

    Args:
        reports: What `govinfo.parse` returned.
        plain_names: Name columns as a database takes them unquoted: `requests_received_total`.

    Raises:
        LimitExceeded: A figure is larger than its column's type.
        MissingDependency: pyarrow is not installed (extra `corpus`).
    """
    schema = reports_schema()
    rows = [wide_row(report, report.diagnostics) for report in reports]
    made = arrow().Table.from_batches([batch(columns_of(rows, schema.names), schema)], schema)
    return made.rename_columns(list(map(plain_name, schema.names))) if plain_names else made


def to_frame(report: Report) -> Any:
    """A report's facts as a `pandas.DataFrame`; see `Report.to_frame`."""
    try:
        import pandas as pd  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingDependency(f"a data frame needs pandas: {extra('corpus')}") from error
    made = batch(fact_columns(report), facts_schema())
    frame = made.to_pandas(types_mapper={arrow().int64(): pd.Int64Dtype()}.get)
    frame.insert(1, "label", [fact.label for fact in report.facts.values()])
    frame.attrs |= source_row(report)
    return frame.set_index("path")


def wide_row(report: Report, findings: Sequence[Diagnostic]) -> dict[str, Any]:
    """A report's row of the wide table, without what it lacks.

    Raises:
        LimitExceeded: A figure is larger than its column's type.
    """
    row = source_row(report) | {name: getattr(report, name) for name in ABOUT}
    row["edition"] = None if report.edition is None else str(report.edition)
    for severity, (name, _) in COUNTED.items():
        row[name] = sum(finding.severity is severity for finding in findings)
    row["not_placed"] = " ".join(path for path, one in cells(report).items() if one in UNSURE)
    for path, fact in report.facts.items():
        value = fact.value
        if isinstance(value, Money):
            row[path], row[path + UNIT] = _amount(path, value), value.unit
            if value.yuan is not None:
                row[path + YUAN] = _amount(path, Money(value.yuan, "元"))
        elif value is not None:
            row[path] = counted(path, value)
    return row


def fact_columns(report: Report) -> Columns:
    """A report's rows of the long table: one a figure.

    Raises:
        LimitExceeded: A figure is larger than its column's type.
    """
    facts = report.facts.values()
    amounts = [fact.value if isinstance(fact.value, Money) else None for fact in facts]
    return {
        "path": [fact.path for fact in facts],
        "value": [_value(fact) for fact in facts],
        "amount": [
            None if amount is None else _amount(fact.path, amount)
            for fact, amount in zip(facts, amounts, strict=True)
        ],
        "unit": [None if amount is None else amount.unit for amount in amounts],
        "raw": [fact.raw for fact in facts],
        "note": [fact.note for fact in facts],
        "where": [None if fact.anchor is None else str(fact.anchor) for fact in facts],
        "status": [str(cell) for cell in cells(report).values()],
    }


def claim_columns(claims: Sequence[Claim]) -> Columns:
    """The rows of what narratives say: one a claim.

    A count stands in `value`; a rate in percent, or an amount of money, in `amount`.

    Raises:
        LimitExceeded: A figure is larger than its column's type.
    """
    rows = []
    for claim in claims:
        row = {name: getattr(claim, name) for name in _CLAIMS if name != "amount"}
        value = claim.value
        if isinstance(value, int):
            row["value"] = counted(claim.path, value)
        else:
            money = value if isinstance(value, Money) else Money(value)
            row |= {"value": None, "amount": _amount(claim.path, money)}
        rows.append(row)
    return columns_of(rows, list(_CLAIMS))


def diagnostic_columns(stages: Mapping[str, Sequence[Diagnostic]]) -> Columns:
    """The rows of the findings of each stage: one a finding."""
    rows = [
        {
            "stage": stage,
            "code": finding.code,
            "severity": str(finding.severity),
            "path": finding.path,
            "message": finding.text("en"),
            "message_zh": finding.text("zh"),
            "where": None if finding.anchor is None else str(finding.anchor),
            "contributors": dict(finding.values).get("contributors"),
        }
        for stage, findings in stages.items()
        for finding in findings
    ]
    return columns_of(rows, list(_DIAGNOSTICS))


def columns_of(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> Columns:
    """Rows as columns; what a row lacks is `None`."""
    return {name: [row.get(name) for row in rows] for name in names}


def batch(columns: Mapping[str, Column], schema: Any) -> Any:
    """Columns as a record batch; what no UTF-8 can say in a text is replaced."""
    pa = arrow()
    arrays = []
    for field in schema:
        column = columns[field.name]
        try:
            arrays.append(pa.array(column, field.type))
        except UnicodeEncodeError:
            arrays.append(pa.array([_sayable(value) for value in column], field.type))
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _sayable(text: str | None) -> str | None:
    return text and _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _value(fact: Fact) -> int | None:
    value = fact.value
    return None if value is None or isinstance(value, Money) else counted(fact.path, value)


def counted(path: str, value: int) -> int:
    """A whole number that its column holds.

    Raises:
        LimitExceeded: It is larger than the column's type.
    """
    if value not in _WHOLE:
        raise LimitExceeded(f"{path} has too many digits for a column of whole numbers (int64)")
    return value


def _amount(path: str, money: Money) -> Decimal:
    amount = money.amount
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_PLACES or abs(amount) >= _MOST:
        raise LimitExceeded(
            f"{path} is {money}: no column of amounts (decimal128(38, {_PLACES})) holds it"
        )
    return amount
