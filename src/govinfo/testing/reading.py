"""Clauses 3 and 4: what is read of a file, and where it says that it stood."""

from __future__ import annotations

from attrs import evolve
from hypothesis import strategies as st

from govinfo.blocks import Cell, Document, Heading, Paragraph, Table
from govinfo.testing import shape
from govinfo.testing.clauses import clause
from govinfo.testing.grids import lines, table_of, tables
from govinfo.testing.hooks import SAMPLE, Hooks

_SEEN, _UNSEEN = "甲木金土。", "丙丁戊己庚"


class Reading(Hooks):
    """What is read of a file."""

    @clause("3.1")
    def test_a_document_is_made_of_blocks(self) -> None:
        def check(document: Document) -> None:
            faults = list(shape.document_faults(self._again(document), self.adapter.name))
            assert not faults, "\n".join(faults)

        self.any_of(self.documents(), check)

    @clause("3.2")
    def test_cells_stand_in_reading_order_and_apart(self) -> None:
        def check(document: Document) -> None:
            faults = list(shape.table_faults(self._again(document)))
            assert not faults, "\n".join(faults)

        self.any_of(self.documents(), check)

    @clause("3.3")
    def test_running_text_comes_back(self) -> None:
        blocks = st.lists(st.one_of(lines(self.letters).map(Paragraph), lines().map(Heading)))
        self._comes_back(blocks.filter(bool).map(lambda made: Document(tuple(made))))

    @clause("3.4")
    def test_any_grid_comes_back(self) -> None:
        grids = tables(
            spans=self.spans, breaks=False, labelled=self.labelled, blank_rows=self.blank_rows
        )
        self._comes_back(grids.map(_amid_text))

    @clause("3.5")
    def test_whole_documents_come_back_in_reading_order(self) -> None:
        self._comes_back(self.documents())

    @clause("3.6")
    def test_blank_cells_are_empty_strings(self) -> None:
        for blank in ("", " ", "　"):
            table = table_of([["项目", "自然人", blank], ["甲", blank, "15"], ["乙", "3", blank]])
            read = self._again(_amid_text(table))
            texts = [cell.text for block in _tables(read) for cell in block.cells]
            assert texts == ["项目", "自然人", "", "甲", "", "15", "乙", "3", ""], read.dump()

    @clause("3.7", needs="breaks")
    def test_line_breaks_in_cells_are_newlines(self) -> None:
        table = table_of([["项目\n类别", "合计"], ["甲\n\n乙\n丙", "15"]])
        read = self._again(_amid_text(table))
        texts = [cell.text for block in _tables(read) for cell in block.cells]
        texts = [text.replace("\n\n", "\n") for text in texts]
        assert texts == ["项目\n类别", "合计", "甲\n乙\n丙", "15"], f"{texts}"

    @clause("3.8")
    def test_blanks_inside_a_text_stay(self) -> None:
        for text in ("1 234", "ABC xyz", "0 0 0"):
            read = self._again(_amid_text(table_of([["甲", "乙"], [text, "3"]])))
            texts = [cell.text for block in _tables(read) for cell in block.cells]
            assert text in texts, f"{text!r} is not among {texts}"

    @clause("3.9")
    def test_a_table_of_one_column_loses_no_text(self) -> None:
        written = _amid_text(table_of([["甲水"], ["乙火"], ["丙木"]]))
        read = self._again(written)
        assert shape.words(read) == shape.words(written), read.dump()

    @clause("3.10", needs="nested")
    def test_a_table_in_a_cell_comes_after_its_table(self) -> None:
        outer = table_of([["甲", "乙"], ["丙", "丁"]])
        inner = table_of([["1", "2"], ["3", "4"]])
        read = self.read(self.nested(outer, inner))
        (expected,) = shape.bare(self.expected(Document((inner,))))
        assert expected in shape.bare(read.blocks), read.dump()
        assert shape.words(read) == shape.words(Document((outer, inner))), read.dump()

    @clause("3.11", needs="unseen")
    def test_what_a_reader_does_not_see_is_left_out(self) -> None:
        for place, data in self.unseen(_SEEN, _UNSEEN).items():
            read = self.read(data)
            assert shape.words(read) == [_SEEN], f"{place}:\n{read.dump()}"

    @clause("3.12", needs="metadata")
    def test_metadata_come_back(self) -> None:
        given = {name: f"甲水火{number}" for number, name in enumerate(self.metadata)}
        read = self.read(self.write(evolve(SAMPLE, metadata=given)))
        found = {name: read.metadata.get(name) for name in self.metadata}
        assert found == given, f"read {dict(read.metadata)}"

    @clause("3.13")
    def test_a_merged_cell_stands_once_at_its_corner(self) -> None:
        head = (Cell("甲", 0, 0, rowspan=2), Cell("乙", 0, 1, colspan=2))
        row = (Cell("丙", 1, 1), Cell("丁", 1, 2))
        written = Table((*head, *row))
        plain = table_of([["甲", "乙", "乙"], ["甲", "丙", "丁"]])
        self._is_read(_amid_text(written if self.spans else plain))

    @clause("4.1")
    def test_everything_says_where_it_stood(self) -> None:
        def check(document: Document) -> None:
            faults = list(shape.anchor_faults(self._again(document)))
            assert not faults, "\n".join(faults)

        self.any_of(self.documents(), check)

    @clause("4.2")
    def test_places_follow_the_reading_order(self) -> None:
        def check(document: Document) -> None:
            faults = list(shape.order_faults(self._again(document)))
            assert not faults, "\n".join(faults)

        self.any_of(self.documents(), check)

    @clause("4.3", needs="paged")
    def test_pages_are_told(self) -> None:
        texts = ["甲水火。", "乙金土水木。", "丙丁木。", "土火乙。"]
        read = self.read(self.paged(texts))
        found = [(block.anchor.page, block.text) for block in _running(read) if block.anchor]
        assert found == list(enumerate(texts, 1)), f"{found}"

    def _again(self, document: Document) -> Document:
        return self.read(self.write(document))

    def _comes_back(self, documents: st.SearchStrategy[Document]) -> None:
        self.any_of(documents, self._is_read)

    def _is_read(self, document: Document) -> None:
        wrote = Document(shape.bare(self.expected(document)))
        again = self._again(document)
        faults = list(shape.document_faults(again, self.adapter.name))
        assert not faults, "\n".join(faults)
        read = Document(shape.bare(again.blocks))
        assert read == wrote, f"written:\n{wrote.dump()}\nread:\n{read.dump()}"


def _amid_text(table: Table) -> Document:
    return Document((Paragraph("甲水火情况"), table, Paragraph("乙木金土。")))


def _tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def _running(document: Document) -> list[Heading | Paragraph]:
    return [block for block in document.blocks if isinstance(block, (Heading, Paragraph))]
