"""Rules of one's own are registered like those of the library."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

import govinfo
from govinfo import installed
from govinfo.checks import Check, Found, Inspection, finding, found, registry
from govinfo.checks.cells import negative_figure
from govinfo.diagnostics import RULES, Severity
from govinfo.prose.wordings import _ALIASES, labels

WORDS = ("en", "zh")


def any_title(of: Inspection) -> Iterator[Found]:
    yield found("", title=of.report.title)


def register(code: str, *, tables: bool = False) -> Check:
    return finding(
        code,
        "any-title",
        Severity.INFO,
        tables=tables,
        en="{title}",
        zh="题为{title}",
        what=WORDS,
        why=WORDS,
        todo=WORDS,
        example="",
    )(any_title)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = dict(RULES)
    yield
    RULES.clear()
    RULES.update(before)


def test_a_registered_rule_is_part_of_every_check() -> None:
    register("XX001")
    (mine,) = govinfo.Report(title="年报").check(select="XX")
    assert (mine.code, mine.message, mine.text("zh")) == ("XX001", "年报", "题为年报")


def test_a_code_of_the_library_is_refused() -> None:
    with pytest.raises(ValueError, match="GI201"):
        register("GI201")


def test_the_same_function_may_be_registered_again() -> None:
    assert register("XX001") is not register("XX001")


def test_a_single_table_is_checked_by_rules_of_tables_only() -> None:
    document = govinfo.read(negative_figure.example.encode())
    read = govinfo.interpret(document, govinfo.Proactive2021)
    register("XX001")
    assert {one.code for one in read.check()} == {"GI207"}


def test_rules_of_a_package_that_cannot_be_loaded_are_warned_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = EntryPoint("ours", "no_such_package.rules", "govinfo.checks")
    monkeypatch.setattr(installed, "entry_points", lambda **_: [broken])
    installed.load_group.cache_clear()
    with pytest.warns(UserWarning, match="no_such_package"):
        registry.registered()


def test_prose_has_other_words_for_labels_that_there_are() -> None:
    assert set(_ALIASES) <= set(labels().values())
