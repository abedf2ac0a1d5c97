"""An edition that the library does not know, added from outside as docs/new-edition.md tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from attrs import evolve, frozen
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import govinfo
from govinfo import Disputes, Proactive2021, Report, Requests
from govinfo.cli import main
from govinfo.export.schema import schema
from govinfo.export.sheet import to_csv, to_xlsx
from govinfo.grammar.fields import Layout, row, rows
from govinfo.render.page import document_of
from govinfo.template.editions import (
    Edition,
    add,
    edition_of_year,
    editions,
    parts,
    tables,
    tables_of,
    withdraw,
)
from govinfo.template.requests import Applicants, Outcomes
from govinfo.testing.compare import differences
from govinfo.testing.strategies import WRITINGS, Writing, reports
from reports.told import FULL, OF_2014, OF_2019, Told

GUIDE = Path(__file__).parents[2] / "docs" / "new-edition.md"
EVERY = [writing for writings in WRITINGS.values() for writing in writings]
KNOWN = tuple(editions())
EXAMPLES = 8


@pytest.fixture
def guided() -> Iterator[dict[str, Any]]:
    """What the guide names; its edition is there for as long as the test runs."""
    names: dict[str, Any] = {}
    snippets = GUIDE.read_text(encoding="utf-8").split("```python\n")[1:]
    try:
        for snippet in snippets:
            code = snippet.partition("```")[0]
            exec(compile(code, str(GUIDE), "exec", dont_inherit=True), names)  # noqa: S102
        yield names
    finally:
        if "edition" in names:
            withdraw(names["edition"])


def test_the_guide_runs(guided: dict[str, Any]) -> None:
    assert guided["again"].edition is guided["edition"]
    assert isinstance(guided["again"].proactive, guided["Proactive2027"])


@pytest.mark.parametrize("writing", EVERY, ids=lambda one: f"{one.format}: {one.name}")
@pytest.mark.usefixtures("guided")
def test_reports_of_it_come_back_from_every_format(writing: Writing) -> None:
    @settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def comes_back(data: st.DataObject) -> None:
        report = data.draw(reports("2027"))
        read = govinfo.parse(writing(document_of(report)))
        assert differences(report, read) == {}
        assert "proactive.inspections.decisions" in read.facts
        assert Report.from_dict(read.to_dict()) == read

    comes_back()


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
@pytest.mark.usefixtures("guided")
def test_sheets_and_json_hold_it(data: st.DataObject) -> None:
    report = data.draw(reports("2027"))
    assert differences(report, govinfo.parse(to_csv(report))) == {}
    assert differences(report, govinfo.parse(to_xlsx(report))) == {}
    Draft202012Validator(schema()).validate(report.to_dict())


def test_pages_and_commands_show_it(guided: dict[str, Any], tmp_path: Path) -> None:
    report = guided["again"]
    assert "行政检查" in report._repr_html_()
    document = tmp_path / "report.docx"
    document.write_bytes(report.render("docx"))
    page = tmp_path / "report.html"
    for arguments in (["facts", document, "--format", "csv"], ["show", document, "-o", page]):
        done = CliRunner().invoke(main, [str(argument) for argument in arguments])
        assert done.exit_code == 0, done.output
        shown = page.read_text(encoding="utf-8") if page.exists() else done.output
        assert "行政检查" in shown
        assert "行政强制措施和强制执行" in shown


@pytest.mark.usefixtures("guided")
def test_its_checks_know_its_years() -> None:
    report = Report.blank("2027")
    of_2030 = evolve(report, title="某县档案局2030年政府信息公开工作年度报告", year=2030)
    assert "GI506" not in [finding.code for finding in of_2030.check()]
    of_2026 = evolve(report, title="某县档案局2026年政府信息公开工作年度报告", year=2026)
    (said,) = [finding for finding in of_2026.check() if finding.code == "GI506"]
    assert said.values["issued"] == "国办公开办函〔2021〕30号"
    assert said.values["printed"] == "2027–"
    assert Edition("2021").span == "2021–2026"


@pytest.mark.parametrize("told", [FULL, OF_2019, OF_2014], ids=lambda told: told.edition)
@pytest.mark.parametrize("format", ["docx", "html", "text", "markdown"])
def test_reports_of_others_are_read_as_before(
    told: Told, format: str, request: pytest.FixtureRequest
) -> None:
    report = Report.from_figures(told.figures, agency=told.agency, year=told.year)
    written = report.render(format)
    before = govinfo.parse(written)
    request.getfixturevalue("guided")
    assert govinfo.parse(written) == before
    assert str(before.edition) == told.edition


@pytest.mark.parametrize("told", [FULL, OF_2019, OF_2014], ids=lambda told: told.edition)
def test_figures_of_others_are_theirs_as_before(told: Told, request: pytest.FixtureRequest) -> None:
    before = Report.from_figures(told.figures, edition=told.edition)
    request.getfixturevalue("guided")
    assert Report.from_figures(told.figures, edition=told.edition) == before
    assert Report.from_dict({**before.to_dict(), "proactive": None}) == before
    assert Report.from_dict({**before.to_dict(), "facts": []}) == before


def test_nothing_is_left_of_an_edition_that_was_withdrawn(
    request: pytest.FixtureRequest,
) -> None:
    names = request.getfixturevalue("guided")
    written = names["report"].render("text")
    withdraw(names["edition"])
    assert editions() == KNOWN
    read = govinfo.parse(written)
    add(names["edition"])
    assert (str(read.edition), type(read.proactive)) == ("2021", Proactive2021)


@frozen
class Requests2028:
    """A table that the known editions share: a row renamed, and one more after the outcomes."""

    layout: ClassVar[Layout] = Requests.layout

    received: Applicants = row("一、本年新收政府信息公开申请数量")
    carried_over: Applicants = row("二、往年未办结转入本年的件数")
    outcomes: Outcomes = rows("三、本年度办理结果")
    carried_forward: Applicants = row("四、结转下年度继续办理")
    withdrawn: Applicants = row("五、申请人撤回申请数量")


@pytest.fixture
def another() -> Iterator[Edition]:
    edition = Edition(
        "2028",
        issued="国办公开办函〔2028〕1号",
        tables=(Proactive2021, Requests2028, Disputes),
        rows=tuple(Edition("2021").rows),
    )
    add(edition)
    yield edition
    withdraw(edition)


@pytest.mark.parametrize("writing", EVERY, ids=lambda one: f"{one.format}: {one.name}")
@pytest.mark.usefixtures("another")
def test_a_table_that_editions_share_may_change(writing: Writing) -> None:
    @settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def comes_back(data: st.DataObject) -> None:
        report = data.draw(reports("2028"))
        assert differences(report, govinfo.parse(writing(document_of(report)))) == {}

    comes_back()


def test_an_edition_is_its_year() -> None:
    assert [str(edition) for edition in Edition] == ["2014", "2019", "2021"]
    assert Edition("2021") is Edition.E2021
    assert Edition.E2021 == "2021"
    assert Edition.E2021.value == "2021"
    assert "2019" in Edition
    assert len(Edition) == 3
    assert [edition_of_year(year).value for year in (2009, 2016, 2020, 2024)] == [
        "2014",
        "2014",
        "2019",
        "2021",
    ]


@pytest.mark.parametrize("year", ["2020", "", "1999"])
def test_what_is_no_edition_is_said(year: str) -> None:
    with pytest.raises(ValueError, match="there are 2014, 2019, 2021"):
        Edition(year)
    with pytest.raises(AttributeError, match="no edition"):
        getattr(Edition, f"E{year}")


def test_an_edition_is_frozen() -> None:
    with pytest.raises(AttributeError, match="cannot be set"):
        Edition("2021").issued = "x"


def test_an_edition_is_added_once() -> None:
    with pytest.raises(ValueError, match="already"):
        add(Edition("2021", issued="x", tables=(Requests,)))


def test_tables_are_in_the_order_of_a_reports_facts() -> None:
    assert parts() == ("indicators", "proactive", "requests", "disputes")
    assert [cls.__name__ for cls in tables()] == [
        "Indicators",
        "Proactive2019",
        "Proactive2021",
        "Requests",
        "Disputes",
    ]
    assert tables_of("disputes") == (Disputes,)
    assert Edition.E2019.table_of("indicators") is None
