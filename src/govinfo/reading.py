"""From a location to a document and a report: `read`, `parse`, `interpret`."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from attrs import evolve, frozen

from govinfo._version import VERSION
from govinfo.adapters.base import Adapter
from govinfo.adapters.registry import choose, configured
from govinfo.blocks import Document
from govinfo.checks.run import check_tables
from govinfo.diagnostics import Diagnostic
from govinfo.errors import (
    BrokenAdapter,
    CorruptDocument,
    GovInfoError,
    LimitExceeded,
    NotAReport,
    UnexpectedFailure,
)
from govinfo.explain.section import interpret as interpret_lines
from govinfo.export.back import is_json, read_back
from govinfo.grammar.compile import compile_class
from govinfo.grammar.lexicon import lexicon
from govinfo.layout.lines import lines_of
from govinfo.source import Limits, Location, Provenance, Source, load
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
    return _document(load(location, limits), format, limits, options)


def parse(
    location: Location,
    *,
    format: str | None = None,
    limits: Limits | None = None,
    isolated: bool = False,
    **options: Any,
) -> Report:
    """Read a report.

    Args:
        location: A path, a URL (with the extra `remote`), bytes, or a binary file. The library's
            own JSON, CSV and workbooks are read back as what they were written from.
        format: Name of the adapter to use; sniffed from the bytes where not given.
        limits: How large the document may be.
        isolated: Read in a process of its own, which may take `limits.seconds` in all and, on
            Linux, 1 GiB of memory: `LimitExceeded` if it takes more, `CorruptDocument` if it
            dies. The process is kept for the next document.
        **options: What the format's adapter takes, such as `password`; see `read`.

    Returns:
        The report. What could not be read surely is in its `diagnostics`, never an error.

    Raises:
        NotAReport: The document was read, but nothing in it is a part of a report.
        UnexpectedFailure: The library itself failed on it.
        GovInfoError: Whatever else is wrong with the file; see `govinfo.errors`.
    """
    limits = limits or Limits()
    if isolated:
        return _apart(load(location, limits), format, limits, options)
    source = load(location, limits)
    written = read_back(source.data, limits) if format is None else None
    if written is not None:
        return written
    document = _document(source, format, limits, options)
    try:
        report = report_of(document)
    except NotAReport as error:
        if is_json(source.data):
            raise NotAReport(f"this JSON is not what govinfo writes, and {error}") from error
        raise
    except GovInfoError:
        raise
    except Exception as error:
        # Whatever a document holds, its reader can tell it from a fault of his own.
        raise UnexpectedFailure(f"in a document that was read, {_failure(error)}") from error
    return evolve(report, source=Provenance.of(source, document.format, VERSION))


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
    return Interpreted(section.build(), Facts.of(section.facts), section.diagnostics)


def _apart(source: Source, format: str | None, limits: Limits, options: dict[str, Any]) -> Report:
    """The report, read in a child process."""
    from govinfo.isolation import POOL, Guard, Job, Reason  # noqa: PLC0415 - only here

    asked = (source, format, limits, options)
    done, failed = POOL.run(Job(_parsed, list, _warm), [asked], Guard(limits.seconds))
    if failed:
        failure, name = failed[0], source.name or "the document"
        if failure.reason is Reason.RAISED:
            raise RuntimeError(f"{name}: {failure.message}")
        if failure.reason is Reason.TIMEOUT:
            raise limits.exceeded("seconds", f"{name} takes more time")
        kind = CorruptDocument if failure.reason is Reason.CRASH else LimitExceeded
        raise kind(f"{name}: {failure.message}")
    (((_, (result,)),)) = done
    if isinstance(result, Exception):
        raise result
    report: Report = result
    return report


def _warm() -> None:
    """Load what every document needs, so that none pays for it."""
    parse(Report.blank("2021").render("text"))


def _parsed(asked: tuple[Source, str | None, Limits, dict[str, Any]]) -> Report | Exception:
    """What the child does: what is wrong with a file, or with the call, is an answer, too."""
    from govinfo.isolation import lacked_memory  # noqa: PLC0415 - only here

    source, format, limits, options = asked
    try:
        return parse(source, format=format, limits=limits, **options)
    except (GovInfoError, TypeError) as error:
        if lacked_memory(error):
            raise
        return error


def _failure(error: BaseException) -> str:
    return (
        f"govinfo {VERSION} failed: {type(error).__name__}: {error}; please report it, with the "
        "file if you may, as SECURITY.md says"
    )


def _document(
    source: Source, format: str | None, limits: Limits, options: dict[str, Any]
) -> Document:
    if not source.data:
        raise CorruptDocument(f"{source.name or 'the document'} is empty: it has no bytes")
    return _read(configured(choose(source, format), options), source, limits)


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
        if type(adapter).__module__.startswith("govinfo.adapters."):
            raise UnexpectedFailure(
                f"{source.name or 'the document'}: {_failure(error)}"
            ) from error
        raise BrokenAdapter(
            f"{source.name or 'the document'}: adapter {adapter.name!r} failed: "
            f"{type(error).__name__}: {error}"
        ) from error
    if not isinstance(document, Document):
        raise BrokenAdapter(
            f"adapter {adapter.name!r} returned a {type(document).__name__}, not a Document"
        )
    return document
