"""What the author of an adapter gives to the contract."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, TypeVar

from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from govinfo.adapters.base import Adapter
from govinfo.blocks import Block, Document, Heading, Paragraph, Table
from govinfo.source import Limits, Source
from govinfo.testing.clauses import clause_tests
from govinfo.testing.grids import LETTERS, MARKUP, documents, table_of

T = TypeVar("T")

SAMPLE = Document(
    (
        Heading("甲、水火情况"),
        Paragraph("甲木金土，共3119件。"),
        table_of([["项目", "自然人", "合计"], ["甲", "12", "15"], ["乙", "", "0"]]),
        Paragraph("乙水木。"),
    )
)


class Hooks(ABC):
    """Attributes and methods that say what an adapter's format can hold.

    `adapter_class` and `write` must be given. A test that needs another method exists only in
    classes that have it.

    Attributes:
        adapter_class: The adapter, made without arguments.
        spans: Whether the format has merged cells.
        headings: Whether it marks headings; otherwise they are written, and read, as paragraphs.
        breaks: Whether a cell's text may have several lines.
        labelled: Whether every row of a table must begin with a label to be told from other lines.
        blank_rows: Whether a row can be told in which no cell has text but those of other rows.
        aligned: What `Table.aligned` is to be.
        whole: Whether a file that is cut short must be refused; otherwise its beginning is read.
        letters: The characters that texts may hold besides Chinese ones.
        metadata: Names of the metadata that `write` writes and the adapter reads.
        also_claims: Endings of other formats that `sniff` claims all the same, from
            `govinfo.testing.samples.FOREIGN`.
        least_examples: How many documents are tried by each test that tries any, at least.
    """

    adapter_class: ClassVar[Callable[[], Adapter]]
    spans: ClassVar[bool] = True
    headings: ClassVar[bool] = True
    breaks: ClassVar[bool] = True
    labelled: ClassVar[bool] = False
    blank_rows: ClassVar[bool] = True
    aligned: ClassVar[bool] = True
    whole: ClassVar[bool] = True
    letters: ClassVar[str] = LETTERS + MARKUP
    metadata: ClassVar[tuple[str, ...]] = ()
    also_claims: ClassVar[tuple[str, ...]] = ()
    least_examples: ClassVar[int] = 25

    @abstractmethod
    def write(self, document: Document) -> bytes:
        """A file with these headings, paragraphs and tables, and the metadata declared."""

    def unseen(self, seen: str, unseen: str) -> Mapping[str, bytes]:
        """Files with the paragraph `seen`, in which no reader of the body sees `unseen`.

        Each by the place where it stands: a page header, a footer, a note, a comment, hidden
        or deleted text.
        """
        raise NotImplementedError

    def nested(self, outer: Table, inner: Table) -> bytes:
        """A file with one table, in whose last cell another stands after the cell's text."""
        raise NotImplementedError

    def deep(self, depth: int) -> bytes:
        """A file whose elements, such as tables in tables, are nested this deep."""
        raise NotImplementedError

    def paged(self, pages: Sequence[str]) -> bytes:
        """A file with these paragraphs, one on each page."""
        raise NotImplementedError

    def encrypted(self) -> bytes:
        """A file that needs a password."""
        raise NotImplementedError

    def pictures(self) -> bytes:
        """A file that holds a picture and no text."""
        raise NotImplementedError

    def bomb(self, size: int) -> bytes:
        """A small file, the main part of which unpacks to so many bytes."""
        raise NotImplementedError

    def __init_subclass__(cls) -> None:
        """Leave out the tests that the class does not declare to need."""
        super().__init_subclass__()
        for name, test in clause_tests(cls).items():
            needs = getattr(test, "needs", "")
            if needs and name not in vars(cls):
                setattr(cls, name, test if _declares(cls, needs) else None)

    # What the tests share.

    @property
    def adapter(self) -> Adapter:
        """A new adapter."""
        return type(self).adapter_class()

    def read(self, data: bytes, limits: Limits | None = None, name: str = "") -> Document:
        """What the adapter makes of bytes."""
        return self.adapter.read(Source(data, name), limits or Limits())

    def documents(self) -> st.SearchStrategy[Document]:
        """Documents that the format can hold."""
        return documents(
            spans=self.spans,
            breaks=self.breaks,
            labelled=self.labelled,
            blank_rows=self.blank_rows,
            letters=self.letters,
        )

    def expected(self, document: Document) -> tuple[Block, ...]:
        """What is to be read of a document that was written."""
        return tuple(self._expected(block) for block in document.blocks)

    def _expected(self, block: Block) -> Block:
        if isinstance(block, Heading) and not self.headings:
            return Paragraph(block.text)
        if isinstance(block, Table):
            return evolve(block, aligned=self.aligned)
        return block

    def any_of(self, strategy: st.SearchStrategy[T], check: Callable[[T], None]) -> None:
        """Check many examples, more where the profile of Hypothesis says so."""
        chosen = settings(
            max_examples=max(self.least_examples, settings().max_examples),
            deadline=None,
            # To explain what fails takes minutes, and the documents shown say it as well.
            phases=[phase for phase in settings().phases if phase is not Phase.explain],
            suppress_health_check=list(HealthCheck),
        )
        chosen(given(strategy)(check))()


def _declares(cls: type[Hooks], needs: str) -> bool:
    declared = getattr(cls, needs)
    return declared is not getattr(Hooks, needs) if callable(declared) else bool(declared)
