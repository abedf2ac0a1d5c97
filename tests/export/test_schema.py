from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # its stubs are a package of their own
import pytest

import govinfo
import layouts
from govinfo.export.schema import schema

TEXTS = Path(__file__).parents[1] / "fixtures" / "text"
REPORTS = [path for path in sorted(TEXTS.glob("*")) if path.suffix in (".txt", ".md")]
SCHEMA = schema()
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def data(name: str = "list-beside-tables-2020.txt") -> Any:
    return json.loads(govinfo.parse(TEXTS / name).to_json())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    json.dumps(SCHEMA)
    assert SCHEMA["$id"].startswith("urn:")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_report_keeps_it(path: Path) -> None:
    VALIDATOR.validate(data(path.name))


def spoil_year(report: Any) -> None:
    report["year"] = "2020"


def spoil_count(report: Any) -> None:
    report["requests"]["received"]["total"] = 1.5


def spoil_unit(report: Any) -> None:
    report["proactive"]["procurement"]["amount"] = {"amount": "1", "unit": "円"}


def spoil_amount(report: Any) -> None:
    report["proactive"]["procurement"]["amount"] = {"amount": "about 1", "unit": "元"}


def spoil_name(report: Any) -> None:
    report["requests"]["recieved"] = None


def spoil_edition(report: Any) -> None:
    report["edition"] = "2020"


@pytest.mark.parametrize(
    "spoil", [spoil_year, spoil_count, spoil_unit, spoil_amount, spoil_name, spoil_edition]
)
def test_other_data_does_not(spoil: Any) -> None:
    report = data()
    spoil(report)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(report)


@pytest.mark.parametrize(
    "cls",
    [
        govinfo.Requests,
        govinfo.Disputes,
        govinfo.Proactive2019,
        govinfo.Proactive2021,
        govinfo.Indicators,
    ],
)
def test_every_fact_of_the_template_has_a_place_in_it(cls: type) -> None:
    for path in layouts.paths(cls):
        place: Any = {"$ref": f"#/$defs/{cls.__name__}"}
        for name in path.split(".")[1:]:
            options = place.get("anyOf", [place])
            refs = [option["$ref"] for option in options if "$ref" in option]
            place = SCHEMA["$defs"][refs[0].rpartition("/")[2]]["properties"][name]
        assert "anyOf" in place, path


def test_fields_carry_their_printed_labels() -> None:
    applicants = SCHEMA["$defs"]["Applicants"]["properties"]
    assert applicants["natural_person"]["title"] == "自然人"
