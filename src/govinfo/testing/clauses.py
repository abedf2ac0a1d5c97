"""Ties each test of the contract to the clause of docs/adapter-contract.md that it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest

PAGE = "docs/adapter-contract.md"


def clause(number: str, *, needs: str = "") -> Callable[[Callable[[Any], None]], Any]:
    """Mark a test of the contract.

    Args:
        number: Of the clause, such as `"3.2"`. A failure tells it.
        needs: Name of the attribute or method by which a class declares that the clause
            concerns it; the test is there only for classes that do.
    """

    def mark(test: Callable[[Any], None]) -> Callable[[Any], None]:
        @wraps(test)
        def cited(self: Any) -> None:
            try:
                test(self)
            except (Exception, pytest.fail.Exception) as error:
                error.add_note(f"This is clause {number} of {PAGE}.")
                raise

        vars(cited).update(clause=number, needs=needs)
        return cited

    return mark


def clause_tests(cls: type) -> dict[str, Any]:
    """The tests of a contract's class by name, those that it does not declare included."""
    return {
        name: value
        for base in reversed(cls.__mro__)
        for name, value in vars(base).items()
        if name.startswith("test_") and callable(value)
    }
