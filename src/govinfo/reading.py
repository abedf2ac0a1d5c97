"""From a location to a document and a report: `read`, `parse`, `interpret`."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from attrs import frozen

from govinfo.adapters.base import Adapter
from govinfo.adapters.registry import choose, configured
from govinfo.blocks import Document
from govinfo.checks.run import check_tables
from govinfo.diagnostics import Diagnostic
from govinfo.errors import BrokenAdapter, CorruptDocument, GovInfoError, NotAReport
from govinfo.explain.section import interpret as interpret_lines
from govinfo.grammar.compile import compile_class
from govinfo.grammar.lexicon import lexicon
from govinfo.layout.lines import lines_of
from govinfo.source import Limits, Location, Source, load
from govinfo.template.assemble import report_of
from govinfo.template.report import Facts, Report

T = TypeVar("T")


@frozen
class Interpreted(Generic[T]):
    """A table read by a class.

    Attributes:
        section: An instance of the class.
        facts: A fact for every cell.
        diagnostics: What could not be read surely.
    """

    section: T
    facts: Facts
    diagnostics: tuple[Diagnostic, ...]

    @property
    def tables(self) -> tuple[T]:
        """The section, as the only table."""
        return (self.section,)

    def check(self) -> tuple[Diagnostic, ...]:
        """The sums of the class (`total=True`, `Layout.identities`) that the figures break."""
        return check_tables(self)


def read(
    location: Location,
    *,
    format: str | None = None,
    limits: Limits | None = None,
    **options: Any,
) -> Document:
    """Read only the blocks of a document.

    Args:
        location: A path, a URL (with the extra `remote`), bytes, or a binary file.
        format: Name of the adapter to use; sniffed from the bytes where not given.
        limits: How large the document may be.
        **options: What the format's adapter takes: `password` opens an encrypted PDF, `engine`
            names what reads one (`"auto"`, `"pdfium"`, or `"pdfplumber"`, ten times slower).
            Options of another format's adapter make no difference.

    Raises:
        GovInfoError: Whatever is wrong with the file; see `govinfo.errors` for the branches.
        TypeError: No installed adapter has an option of that name.
    """
    limits = limits or Limits()
    source = load(location, limits)
    if not source.data:
        raise CorruptDocument(f"{source.name or 'the document'} is empty: it has no bytes")
    return _read(configured(choose(source, format), options), source, limits)


def parse(
    location: Location,
    *,
    format: str | None = None,
    limits: Limits | None = None,
    **options: Any,
) -> Report:
    """Read a report.

    Args:
        location: A path, a URL (with the extra `remote`), bytes, or a binary file.
        format: Name of the adapter to use; sniffed from the bytes where not given.
        limits: How large the document may be.
        **options: What the format's adapter takes, such as `password`; see `read`.

    Returns:
        The report. What could not be read surely is in its `diagnostics`, never an error.

    Raises:
        NotAReport: The document was read, but nothing in it is a part of a report.
        GovInfoError: Whatever else is wrong with the file; see `govinfo.errors`.
    """
    return report_of(read(location, format=format, limits=limits, **options))


def interpret(document: Document, cls: type[T]) -> Interpreted[T]:
    """Read one table out of a document by a class of your own, or one of the template's.

    Args:
        document: What `read` returned.
        cls: A frozen attrs class whose fields are declared with `row`, `rows`, `column` and
            `columns`.

    Raises:
        NotAReport: The document holds no such table.
        TypeError: The class is not so declared.
    """
    grammar = compile_class(cls)
    section = interpret_lines(lines_of(document, lexicon(grammar).knows), grammar)
    if section is None:
        raise NotAReport(f"the document holds no table of the labels of {cls.__name__}")
    return Interpreted(section.build(), Facts(section.facts), section.diagnostics)


def _read(adapter: Adapter, source: Source, limits: Limits) -> Document:
    try:
        document = adapter.read(source, limits)
    except GovInfoError as error:
        if source.name and source.name not in str(error):
            raise type(error)(f"{source.name}: {error}") from error
        raise
    except RecursionError as error:
        raise CorruptDocument(f"{source.name or 'the document'} is nested too deeply") from error
    except (Exception, SystemExit) as error:
        # Nothing but the library's own errors leaves it, whoever wrote the adapter.
        raise BrokenAdapter(
            f"{source.name or 'the document'}: adapter {adapter.name!r} failed: "
            f"{type(error).__name__}: {error}"
        ) from error
    if not isinstance(document, Document):
        raise BrokenAdapter(
            f"adapter {adapter.name!r} returned a {type(document).__name__}, not a Document"
        )
    return document
