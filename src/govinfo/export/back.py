"""The library's own files read back: what `govinfo parse`, `facts` and `render` wrote of a report.

They hold a report's figures by name, so that nothing of them is looked for as in a document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from govinfo.adapters.zips import folders
from govinfo.blocks import Anchor
from govinfo.diagnostics import Diagnostic
from govinfo.errors import NotAReport
from govinfo.explain.rules import NOT_UNDERSTOOD, ROW_MISSING
from govinfo.export import sheet
from govinfo.export.columns import UNIT, YUAN
from govinfo.export.status import UNSURE, Cell
from govinfo.export.tables import wide_columns
from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import Fact, cell_of
from govinfo.source import Limits
from govinfo.template.editions import tables
from govinfo.template.report import Facts, Report

_BLANK = b"\xef\xbb\xbf \t\r\n"
_NAMED = {"file", "report", "error"}
"""What an object of several names: a report of a file, or why there is none."""
_MOST_NAMES = 65_536  # bytes of a sheet's first row
_PLACE = re.compile(r"(?<![a-z])([a-z]++) (\d++)")


def read_back(data: bytes, limits: Limits) -> Report | None:
    """The report in a file of the library's own; `None` where the bytes are another's.

    Raises:
        NotAReport: The file holds several reports, none, or what no report has.
        GovInfoError: It is a workbook that cannot be unpacked.
    """
    try:
        return _read_back(data, limits)
    except ValueError as error:
        if isinstance(error, NotAReport):
            raise
        raise NotAReport(str(error)) from error


def _read_back(data: bytes, limits: Limits) -> Report | None:
    if data.lstrip(_BLANK)[:1] in (b"{", b"["):
        found = _objects(data)
        return None if found is None else _of_objects(found)
    if "xl" in folders(data[:4096]):
        from govinfo.adapters.xlsx._reader import first_rows  # noqa: PLC0415 - only for workbooks

        return _of_table(first_rows(data, limits))
    if b"path" in (head := data[:_MOST_NAMES]) or b"not_placed" in head:
        names = next(sheet.table_of(head.partition(b"\n")[0]), [])
        if _is_long(names) or _is_wide(names):
            return _of_table(enumerate(sheet.table_of(data), 1))
    return None


def _objects(data: bytes) -> list[dict[str, Any]] | None:
    """The objects of JSON, or of lines of JSON; `None` where they are no reports of the library."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    found = _json(text)
    if found is None:
        lines = [_json(line) for line in text.splitlines() if line.strip()]
        found = lines if len(lines) > 1 else None
    held = [found] if isinstance(found, dict) else found
    if not isinstance(held, list) or not held:
        return None
    return held if all(map(_is_own, held)) else None


def _is_own(one: Any) -> bool:
    return isinstance(one, dict) and ("facts" in one or ("file" in one and set(one) <= _NAMED))


def is_json(data: bytes) -> bool:
    """Whether bytes are an object or a list in JSON, whoever wrote it."""
    return (
        data.lstrip(_BLANK)[:1] in (b"{", b"[")
        and _json(data.decode("utf-8-sig", "replace")) is not None
    )


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _of_objects(found: Sequence[Mapping[str, Any]]) -> Report:
    if len(found) > 1:
        raise NotAReport(f"this JSON holds {len(found)} reports; give them one by one")
    (data,) = found
    if "file" in data and "error" in data:
        raise NotAReport(f"this JSON holds no report: {data['file']} was not read: {data['error']}")
    inner = data.get("report", data)
    if not isinstance(inner, Mapping):
        raise NotAReport("this JSON is not what `govinfo parse --format json` writes")
    return Report.from_dict(inner)


def _is_long(names: Sequence[str]) -> bool:
    return {"path", "value"} <= set(names)


def _is_wide(names: Sequence[str]) -> bool:
    return {"title", "not_placed", "error"} <= set(names)


def _of_table(rows: Iterator[tuple[int, Sequence[str]]]) -> Report | None:
    """The report in numbered rows; `None` where the first does not name what the library does."""
    _, names = next(rows, (0, ()))
    if not (_is_long(names) or _is_wide(names)):
        return None
    held = [{**dict(zip(names, row, strict=False)), sheet.NUMBER: str(at)} for at, row in rows]
    if _is_wide(names):
        return _of_wide(held)
    files = {row.get("file", "") for row in held}
    if len(files) > 1:
        raise NotAReport(f"this sheet holds the figures of {len(files)} files; keep those of one")
    return _of_facts(held) if {"raw", "status"} <= set(names) else sheet.from_rows(held)


def _of_wide(rows: Sequence[Mapping[str, str]]) -> Report:
    if len(rows) != 1:
        raise NotAReport(f"this sheet holds {len(rows)} reports, one a row; keep one of them")
    (row,) = rows
    if row.get("error"):
        raise NotAReport(f"this sheet holds no report: {row.get('file')}: {row['error']}")
    unsure = row["not_placed"].split()
    about = [name for name in wide_columns() if name in sheet.ABOUT]
    paths = [
        name
        for name in row
        if "." in name and not name.endswith((UNIT, YUAN)) and (row[name] or name in unsure)
    ]
    held: list[dict[str, str]] = [{"path": name, "value": row.get(name, "")} for name in about]
    for path in paths:
        status = Cell.NOT_PLACED if path in unsure else Cell.PRINTED
        unit = row.get(path + UNIT, "")
        said = {"path": path, "value": row[path], "unit": unit, "status": status}
        held.append(said if path in unsure else {**said, "raw": row[path]})
    return _of_facts(held, every=True)


def _of_facts(rows: Sequence[Mapping[str, str]], *, every: bool = False) -> Report:
    """The report of the figures that `govinfo facts` lists, with what it knows of each.

    Args:
        rows: The rows.
        every: Whether figures that are not listed are blank ones, rather than of no table.
    """
    report = sheet.from_rows([{**row, "value": row.get("value") or ""} for row in rows])
    listed = {row["path"]: row for row in rows if row.get("path")}
    facts = [
        _fact(fact, listed.get(fact.path, {}))
        for fact in report.facts.values()
        if fact.path in listed or every
    ]
    told = {name: getattr(report, name) for name in sheet.ABOUT}
    found = tuple(_doubts(facts, listed))
    return Report(**told | {"title": ""} | _titled(listed), facts=Facts(facts), diagnostics=found)


def _titled(listed: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The title as it is listed, for none is made up where none was read."""
    return {"title": listed["title"]["value"]} if "title" in listed else {}


def _fact(fact: Fact, row: Mapping[str, str]) -> Fact:
    status = row.get("status", Cell.BLANK)
    raw = row.get("raw", "")
    is_blank = not raw and status not in (Cell.BLANK, Cell.PRINTED)
    return attrs.evolve(
        fact,
        label=row.get("label") or fact.label,
        raw=None if is_blank else raw,
        anchor=_anchor(row.get("where", "")),
    )


def _anchor(text: str) -> Anchor | None:
    """Where `where` says that a figure was printed."""
    found: dict[str, Any] = {name: int(number) for name, number in _PLACE.findall(text)}
    return Anchor(**found) if found else None


def _doubts(facts: Sequence[Fact], listed: Mapping[str, Mapping[str, str]]) -> Iterator[Diagnostic]:
    """What the list says of figures that it does not give."""
    known = {fact.path: fact for fact in facts}
    for cls in tables():
        grammar = compile_class(cls)
        for row in grammar.rows:
            of_row = [grammar.path(row, column) for column in row.columns]
            states = [listed.get(path, {}).get("status") for path in of_row]
            if all(state == Cell.NO_ROW for state in states):
                yield ROW_MISSING.at(grammar.path(row), cell=cell_of(grammar, row))
            for path, column, state in zip(of_row, row.columns, states, strict=True):
                if state in UNSURE and path in known:
                    fact, cell = known[path], cell_of(grammar, row, column)
                    raw = fact.raw or "?"
                    yield NOT_UNDERSTOOD.at(path, fact.anchor, cell=cell, raw=raw)
