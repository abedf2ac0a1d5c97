"""Reads China's annual reports on open government information into typed, traceable facts.

    import govinfo

    report = govinfo.parse("report.docx")
    report.requests.outcomes.granted.natural_person
    report.facts["requests.received.total"].anchor
    report.diagnostics

Names are loaded when first used: `import govinfo` itself costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from govinfo._version import VERSION

if TYPE_CHECKING:
    from govinfo.between.panel import Harmonised as Harmonised
    from govinfo.between.panel import harmonise as harmonise
    from govinfo.between.units import Rollup as Rollup
    from govinfo.between.units import rollup as rollup
    from govinfo.between.years import Comparison as Comparison
    from govinfo.between.years import compare as compare
    from govinfo.blocks import Anchor as Anchor
    from govinfo.blocks import Cell as Cell
    from govinfo.blocks import Document as Document
    from govinfo.blocks import Figure as Figure
    from govinfo.blocks import Heading as Heading
    from govinfo.blocks import Paragraph as Paragraph
    from govinfo.blocks import Table as Table
    from govinfo.corpus.run import Interrupted as Interrupted
    from govinfo.corpus.run import batch as batch
    from govinfo.diagnostics import Diagnostic as Diagnostic
    from govinfo.diagnostics import Severity as Severity
    from govinfo.errors import BrokenAdapter as BrokenAdapter
    from govinfo.errors import CorruptDocument as CorruptDocument
    from govinfo.errors import EncryptedDocument as EncryptedDocument
    from govinfo.errors import GovInfoError as GovInfoError
    from govinfo.errors import LimitExceeded as LimitExceeded
    from govinfo.errors import MissingDependency as MissingDependency
    from govinfo.errors import NotAReport as NotAReport
    from govinfo.errors import NoTextLayer as NoTextLayer
    from govinfo.errors import UnexpectedFailure as UnexpectedFailure
    from govinfo.errors import UnreadableSource as UnreadableSource
    from govinfo.errors import UnsupportedFormat as UnsupportedFormat
    from govinfo.export.arrow import to_arrow as to_arrow
    from govinfo.grammar.facts import Fact as Fact
    from govinfo.grammar.fields import Layout as Layout
    from govinfo.grammar.fields import column as column
    from govinfo.grammar.fields import columns as columns
    from govinfo.grammar.fields import row as row
    from govinfo.grammar.fields import rows as rows
    from govinfo.money import Money as Money
    from govinfo.reading import Interpreted as Interpreted
    from govinfo.reading import interpret as interpret
    from govinfo.reading import parse as parse
    from govinfo.reading import read as read
    from govinfo.source import Limits as Limits
    from govinfo.template.disputes import Disputes as Disputes
    from govinfo.template.editions import Edition as Edition
    from govinfo.template.indicators import Indicators as Indicators
    from govinfo.template.narrative import Narrative as Narrative
    from govinfo.template.proactive import Proactive2019 as Proactive2019
    from govinfo.template.proactive import Proactive2021 as Proactive2021
    from govinfo.template.report import Facts as Facts
    from govinfo.template.report import Report as Report
    from govinfo.template.requests import Requests as Requests

__version__ = VERSION

_MODULES = {
    "govinfo.between.panel": ("Harmonised", "harmonise"),
    "govinfo.between.units": ("Rollup", "rollup"),
    "govinfo.between.years": ("Comparison", "compare"),
    "govinfo.corpus.run": ("Interrupted", "batch"),
    "govinfo.blocks": ("Anchor", "Cell", "Document", "Figure", "Heading", "Paragraph", "Table"),
    "govinfo.diagnostics": ("Diagnostic", "Severity"),
    "govinfo.errors": (
        "BrokenAdapter",
        "CorruptDocument",
        "EncryptedDocument",
        "GovInfoError",
        "LimitExceeded",
        "MissingDependency",
        "NoTextLayer",
        "NotAReport",
        "UnexpectedFailure",
        "UnreadableSource",
        "UnsupportedFormat",
    ),
    "govinfo.export.arrow": ("to_arrow",),
    "govinfo.grammar.facts": ("Fact",),
    "govinfo.grammar.fields": ("Layout", "column", "columns", "row", "rows"),
    "govinfo.money": ("Money",),
    "govinfo.reading": ("Interpreted", "interpret", "parse", "read"),
    "govinfo.source": ("Limits",),
    "govinfo.template.disputes": ("Disputes",),
    "govinfo.template.indicators": ("Indicators",),
    "govinfo.template.narrative": ("Narrative",),
    "govinfo.template.proactive": ("Proactive2019", "Proactive2021"),
    "govinfo.template.editions": ("Edition",),
    "govinfo.template.report": ("Facts", "Report"),
    "govinfo.template.requests": ("Requests",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = sorted(_HOME)  # noqa: PLE0605 - one list of names, above


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'govinfo' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
