from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import govinfo

TEXTS = Path(__file__).parents[1] / "fixtures" / "text"
REPORTS = {path.stem: path for path in sorted(TEXTS.glob("*")) if path.suffix in (".txt", ".md")}
NAMES = ["list-beside-tables-2020", "numbers-in-every-dress-2019", "metadata-before-2021"]


def report(name: str) -> govinfo.Report:
    return govinfo.parse(REPORTS[name])


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_comes_back_from_its_json(name: str) -> None:
    read = report(name)
    again = govinfo.Report.from_dict(json.loads(read.to_json()))
    assert again == read
    assert again.to_json() == read.to_json()


def test_the_data_is_plain() -> None:
    data = report("numbers-in-every-dress-2019").to_dict()

    def plain(value: Any) -> bool:
        if isinstance(value, dict):
            return all(type(key) is str and plain(item) for key, item in value.items())
        if isinstance(value, (list, tuple)):
            return all(map(plain, value))
        return value is None or isinstance(value, (str, int, bool, float))

    assert plain(data)


def test_sections_are_nested_as_the_paths_say() -> None:
    data = report("numbers-in-every-dress-2019").to_dict()
    assert data["requests"]["received"]["natural_person"] == 6
    assert data["proactive"]["procurement"]["amount"] == {"amount": "3.58", "unit": "亿元"}
    assert data["edition"] == "2019"
    facts = {fact["path"]: fact for fact in data["facts"]}
    assert facts["disputes.litigation.direct.other"]["value"] == 1
    assert facts["disputes.litigation.direct.other"]["note"] == "裁定撤诉"
    assert facts["disputes.litigation.direct.other"]["raw"] == "1(裁定撤诉)"


def test_dates_are_iso() -> None:
    read = report("metadata-before-2021")
    assert read.published == date(2023, 1, 18)
    assert read.to_dict()["published"] == "2023-01-18"


def test_chinese_stands_unescaped_in_json() -> None:
    text = report("metadata-before-2021").to_json(indent=1)
    assert "云岭市水务局" in text
    assert text.startswith("{\n")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(year="two thousand"),
        lambda data: data.update(unknown=1),
        lambda data: data["facts"][0].update(value=1.5),
        lambda data: data["facts"][0].update(value=True),
        lambda data: data["facts"][0].update(value={"amount": "x", "unit": None}),
        lambda data: data["facts"][0].update(value={"amount": "1", "unit": "円"}),
        lambda data: data.update(published="18.1.2023"),
        lambda data: data.update(requests=[]),
        lambda data: data.update(facts=None),
    ],
)
def test_other_data_is_refused_as_a_value_error(spoil: Any) -> None:
    data = json.loads(report("list-beside-tables-2020").to_json())
    spoil(data)
    with pytest.raises(ValueError, match="not a report's data"):
        govinfo.Report.from_dict(data)
