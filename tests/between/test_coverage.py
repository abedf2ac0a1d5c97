"""Which unit has which year: each state told where it holds, and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.between.coverage import WANTING, Held, State, Unread, cover
from govinfo.between.roster import Names, Unit, normal, read_roster

WATER, ARCHIVE, TOWN = "云岭市水务局", "云岭市档案局", "云岭市青溪区人民政府"
UNITS = (Unit(WATER, ("云岭市水利局",)), Unit(ARCHIVE), Unit(TOWN))
TODAY = date(2024, 6, 1)


def held(agency: str | None, year: int | None = 2023, published: str | None = "2024-01-20") -> Held:
    day = None if published is None else date.fromisoformat(published)
    return Held(f"{agency}-{year}-{published}.docx", agency, year, day)


def states(*reports: Held, unread: tuple[Unread, ...] = ()) -> dict[str, State]:
    found = cover(UNITS, reports, unread, years=[2023], on=TODAY)
    return {entry.unit.name: entry.state for entry in found.entries}


def test_each_state_where_it_holds() -> None:
    reports = [held(WATER), held(WATER, 2022, "2023-02-01"), held(TOWN, 2023, None)]
    found = cover(UNITS, reports, on=TODAY)
    told = {(entry.unit.name, entry.year): entry.state for entry in found.entries}
    assert found.years == (2022, 2023)
    assert told == {
        (WATER, 2022): State.LATE,
        (WATER, 2023): State.PUBLISHED,
        (ARCHIVE, 2022): State.MISSING,
        (ARCHIVE, 2023): State.MISSING,
        (TOWN, 2022): State.MISSING,
        (TOWN, 2023): State.UNDATED,
    }
    assert found.entry(WATER, 2022).days_late == 1
    assert found.counts[State.MISSING] == 3
    assert not found.complete


@pytest.mark.parametrize(
    ("unit", "last"),
    [
        (WATER, "2024-01-31"),
        (TOWN, "2024-03-31"),
        ("云岭市政府", "2024-03-31"),
        ("青溪区云岭镇人民政府", "2024-01-31"),
        ("云岭市人民政府办公室", "2024-01-31"),
    ],
)
def test_late_is_the_day_after_that_of_article_49(unit: str, last: str) -> None:
    day = date.fromisoformat(last)
    for published, state in (
        (day, State.PUBLISHED),
        (date.fromordinal(day.toordinal() + 1), State.LATE),
    ):
        report = Held("a", unit, 2023, published)
        (entry,) = cover([Unit(unit)], [report], on=TODAY).entries
        assert (entry.state, entry.due) == (state, day)


def test_what_is_not_due_yet_is_not_missing() -> None:
    (entry,) = cover([Unit(WATER)], [], years=[2023], on=date(2024, 1, 31)).entries
    assert entry.state is State.NOT_DUE
    (entry,) = cover([Unit(WATER)], [], years=[2023], on=date(2024, 2, 1)).entries
    assert entry.state is State.MISSING


def test_a_unit_need_not_report_of_years_when_it_was_not_there() -> None:
    units = [Unit(WATER, first=2022, last=2022)]
    found = cover(units, [], years=[2021, 2022, 2023], on=TODAY)
    assert [entry.state for entry in found.entries] == [State.NOT_DUE, State.MISSING, State.NOT_DUE]


def test_two_documents_of_one_year_are_told() -> None:
    assert states(held(WATER), held("云岭市水利局"))[WATER] is State.TWICE


def test_names_are_the_same_but_for_widths_blanks_and_longer_wordings() -> None:
    printed = ("云岭市 水利局", "云岭市 檔案局", "云岭市青溪区政府")
    found = cover(UNITS, [held(name) for name in printed], on=TODAY)
    assert found.complete
    assert found.matched == {unit.name: (name,) for unit, name in zip(UNITS, printed, strict=True)}
    assert found.strangers == ()


def test_what_is_merely_near_is_told_and_taken_for_nobodys() -> None:
    near, far = held("云岭市青溪区水务局"), held("某县气象台")
    found = cover(UNITS, [near, far, held(None), held(WATER, None)], years=[2023], on=TODAY)
    assert {entry.state for entry in found.entries} == {State.MISSING}
    told = {one.report: one.near for one in found.strangers}
    assert told[near][0] == WATER
    assert (told[far], told[held(None)], told[held(WATER, None)]) == ((), (), ())


def test_names_may_lack_the_place_where_that_is_said() -> None:
    report = held("水务局")
    assert cover(UNITS, [report], on=TODAY).strangers[0].near[0] == WATER
    found = cover(UNITS, [report], place="云岭市", on=TODAY)
    assert found.entry(WATER, 2023).state is State.PUBLISHED


def test_a_file_that_gave_no_report_is_its_units_where_its_name_says_so() -> None:
    files = (
        Unread("2023/云岭市水务局.pdf", "NoTextLayer: pictures"),
        Unread("年报/云岭市档案局.pdf", "CorruptDocument: cut"),
        Unread("2023/云岭市水务局与云岭市档案局.pdf", "CorruptDocument: cut"),
    )
    found = cover(UNITS, [], files, years=[2023], on=TODAY)
    assert found.entry(WATER, 2023).state is State.UNREADABLE
    assert found.entry(WATER, 2023).unread == files[:1]
    assert found.entry(ARCHIVE, 2023).state is State.MISSING
    assert set(found.unread) == set(files[1:])
    assert states(held(WATER), unread=files[:1])[WATER] is State.PUBLISHED


def test_two_units_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="云岭市 水务局"):
        Names([Unit(WATER), Unit("云岭市 水务局")])


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_roster_as_a_spreadsheet_writes_it(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(
        "单位名称,别名,截止日期,起始年度,终止年度,备注\r\n"
        "云岭市水务局,水利局；水务局,3月31日,2019,2022年,某\r\n\r\n云岭市档案局,,,,,\r\n".encode(
            charset
        )
    )
    water, archive = read_roster(path)
    assert water == Unit("云岭市水务局", ("水利局", "水务局"), (3, 31), 2019, 2022)
    assert archive == Unit("云岭市档案局")


def test_a_list_of_names_is_a_roster() -> None:
    assert read_roster("云岭市水务局\n云岭市档案局\n".encode()) == (Unit(WATER), Unit(ARCHIVE))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("编号,地址\n1,某路\n", "编号"),
        ("name\n", "no unit"),
        ("name,deadline\n甲局,二月\n", "二月"),
        ("name,deadline\n甲局,13-40\n", "13-40"),
        ("name,from\n甲局,早\n", "早"),
    ],
)
def test_what_is_no_roster_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_roster(text.encode() or b"\n")


@given(st.data())
def test_every_report_is_told_of_once(data: st.DataObject) -> None:
    agencies = st.sampled_from([WATER, "云岭市 水利局", ARCHIVE, TOWN, "云岭市水文局", None])
    days = st.sampled_from([None, date(2023, 1, 5), date(2023, 2, 5), date(2024, 5, 1)])
    years = st.sampled_from([2021, 2022, 2023, None])
    reports = [
        Held(str(number), *one)
        for number, one in enumerate(data.draw(st.lists(st.tuples(agencies, years, days))))
    ]
    found = cover(UNITS, reports, on=TODAY)
    told = [one for entry in found.entries for one in entry.reports]
    told += [one.report for one in found.strangers]
    assert sorted(told, key=lambda one: int(one.source)) == reports
    assert sum(found.counts.values()) == len(found.entries) == len(UNITS) * len(found.years)
    assert found.complete is not any(entry.state in WANTING for entry in found.entries)
    for entry in found.entries:
        assert (entry.state in (State.MISSING, State.NOT_DUE)) is (not entry.reports)
        assert (entry.state is State.TWICE) is (len(entry.reports) > 1)
        if entry.state is State.LATE:
            assert entry.days_late is not None


def test_normal_names_stay_apart() -> None:
    names = (
        "云岭市水务局",
        "云岭市水利局",
        "青溪区水务局",
        "云岭市人民政府",
        "云岭市人民政府办公室",
    )
    assert len({normal(name) for name in names}) == len(names)
