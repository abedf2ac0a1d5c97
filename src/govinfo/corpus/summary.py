"""What a run says of itself while it goes and at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import field, frozen

NOT_A_REPORT = "NotAReport"
"""The class of error that is counted apart: nothing went wrong with such a document."""


@frozen(slots=True)
class State:
    """How far a run is.

    Attributes:
        total: How many sources there are.
        done: How many are finished.
        no_report: How many of them are no reports.
        failed: How many of them could not be read.
        seconds: How long it has taken.
    """

    total: int
    done: int = 0
    no_report: int = 0
    failed: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Sources a second."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds left at this rate; `None` while nothing is known."""
        return (self.total - self.done) / self.rate if self.rate else None


@frozen(slots=True)
class Summary:
    """What a run came to.

    Attributes:
        total: How many sources there are.
        read: How many documents were read.
        no_report: How many documents are no reports.
        failed: How many could not be read, by class of error.
        duplicates: How many sources have the bytes of another one.
        resumed: How many of all these an earlier run had finished.
        diagnostics: How many findings there are, by code, the commonest first.
        seconds: How long the run took.
        files: What was written.
    """

    total: int
    read: int
    no_report: int
    failed: Mapping[str, int]
    duplicates: int
    resumed: int
    diagnostics: Mapping[str, int]
    seconds: float
    files: Sequence[Path] = field(default=())

    @property
    def left(self) -> int:
        """How many sources are not finished: none, unless the run was interrupted."""
        done = self.read + self.no_report + sum(self.failed.values()) + self.duplicates
        return self.total - done


def parted(errors: Mapping[str, int]) -> tuple[int, dict[str, int]]:
    """How many documents are no reports, and the other errors, the commonest first."""
    ordered = dict(Counter(errors).most_common())
    return ordered.pop(NOT_A_REPORT, 0), ordered
