"""The tables of a panel and their schemas."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from govinfo.export.arrow import (
    arrow,
    diagnostics_schema,
    facts_schema,
    figure_fields,
    reports_schema,
    typed,
)

REPORTS, FACTS, DIAGNOSTICS = "reports", "facts", "diagnostics"
FAILURES, DUPLICATES = "failures", "duplicates"

TITLES = {
    REPORTS: "报告",
    FACTS: "指标",
    DIAGNOSTICS: "诊断",
    FAILURES: "未能读取",
    DUPLICATES: "重复文件",
}
"""The tables, with what a Chinese reader calls them."""


def source_field() -> Any:
    """The column that every table begins with."""
    return typed("source", "来源")


@cache
def schemas() -> Mapping[str, Any]:
    """The schema of each table."""
    pa = arrow()
    source, sha256 = source_field(), typed("sha256", "内容摘要")
    return {
        REPORTS: pa.schema([source, sha256, typed("bytes", "字节数", "int64"), *read_schema()]),
        FACTS: pa.schema([source, *facts_schema()]),
        DIAGNOSTICS: pa.schema([source, *diagnostics_schema()]),
        FAILURES: pa.schema(
            [
                source,
                sha256,
                typed("error", "错误类别"),
                typed("message", "错误说明"),
                typed("todo", "如何处理"),
            ]
        ),
        DUPLICATES: pa.schema([source, sha256, typed("same_as", "相同于")]),
    }


@cache
def read_schema() -> Any:
    """What reading a document gives of its row of `reports`."""
    pa = arrow()
    known = {field.name for field in figure_fields()} | {"source", "sha256"}
    about = [field for field in reports_schema() if field.name not in known]
    return pa.schema([*about, typed("seconds", "用时（秒）", "float64"), *figure_fields()])
