"""The contract can fail: each clause has a test that catches an adapter which breaks it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.docx import test_contract as docx
from adapters.pdf import test_contract as pdf
from govinfo.adapters.pdf import PdfAdapter
from govinfo.testing import AdapterContract
from govinfo.testing.clauses import PAGE, clause_tests
from testing.wrong import WRONG, Half

ROOT = Path(__file__).parents[2]
CLAUSE = re.compile(r"^- \*\*(\d+\.\d+)\*\* ", re.MULTILINE)
DECLARED = re.compile(r"\((`\w+`(?:, `\w+`)*)\)")


def clauses() -> list[str]:
    return CLAUSE.findall((ROOT / PAGE).read_text(encoding="utf-8"))


def contract(adapter: type) -> type[AdapterContract]:
    base = pdf.TestPdf if issubclass(adapter, PdfAdapter) else docx.TestDocx
    return type("Wrong", (base,), {"adapter_class": adapter})


def test_every_clause_has_a_test_and_every_test_a_clause() -> None:
    cited = [test.clause for test in clause_tests(AdapterContract).values()]
    assert sorted(cited) == sorted(clauses())
    assert len(set(cited)) == len(cited)


def test_every_declaration_is_told_in_the_page() -> None:
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    told = {name for found in DECLARED.findall(page) for name in re.findall(r"\w+", found)}
    needed = {test.needs for test in clause_tests(AdapterContract).values() if test.needs}
    assert needed <= told
    assert all(hasattr(AdapterContract, name) for name in told - {"True", "False"})


def test_every_clause_is_broken_by_some_adapter() -> None:
    assert {clause for clause, _, _ in WRONG} == set(clauses())


@pytest.mark.parametrize(
    ("clause", "adapter"), [(c, a) for c, _, a in WRONG], ids=[w for _, w, _ in WRONG]
)
def test_a_wrong_adapter_is_caught(clause: str, adapter: type) -> None:
    checked = contract(adapter)
    (name,) = (name for name, test in clause_tests(checked).items() if test.clause == clause)
    with pytest.raises((Exception, pytest.fail.Exception)) as caught:
        getattr(checked(), name)()
    assert f"clause {clause} of {PAGE}" in "".join(caught.value.__notes__)


def test_what_is_not_declared_is_no_test_of_the_class() -> None:
    class Least(AdapterContract):
        adapter_class = Half  # type: ignore[assignment]

        def write(self, document: object) -> bytes:
            raise NotImplementedError

    class More(Least):
        def encrypted(self) -> bytes:
            return b""

    assert Least.test_a_file_that_needs_a_password_says_so is None
    assert More.test_a_file_that_needs_a_password_says_so is not None


def test_without_a_writer_no_contract_is_made() -> None:
    class Unwritten(AdapterContract):
        adapter_class = PdfAdapter

    with pytest.raises(TypeError, match="write"):
        Unwritten()  # type: ignore[abstract]
