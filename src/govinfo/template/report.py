"""A report: its tables as typed sections, its narratives, its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any, TypeVar, overload

from attrs import field, frozen

from govinfo.diagnostics import Diagnostic
from govinfo.grammar.facts import Fact, FactParts
from govinfo.money import Money
from govinfo.source import Provenance
from govinfo.template.claim import Claim
from govinfo.template.disputes import Disputes
from govinfo.template.editions import Edition, parts
from govinfo.template.indicators import Indicators
from govinfo.template.narrative import TEXTS, Narrative, PrintedHeading
from govinfo.template.proactive import Proactive2019, Proactive2021
from govinfo.template.requests import Requests
from govinfo.template.views import merged, section_of

D = TypeVar("D")


def _is_within(path: str, row: str) -> bool:
    """Whether a path begins with a row's, told with its part or without."""
    return any(
        f"{path}.".startswith(f"{start}{row}.") for start in ("", path.partition(".")[0] + ".")
    )


class Facts(Mapping[str, Fact]):
    """A report's facts by path, in the order of the template. Immutable."""

    __slots__ = ("_by_path",)

    def __init__(self, facts: Iterator[Fact] | tuple[Fact, ...] | list[Fact] = ()) -> None:
        self._by_path: dict[str, Fact | FactParts] = {fact.path: fact for fact in facts}

    @classmethod
    def of(cls, facts: Iterable[FactParts]) -> Facts:
        """The facts of these parts, each made when it is first asked for."""
        found = cls()
        found._by_path = {parts[0]: parts for parts in facts}
        return found

    def __getitem__(self, path: str) -> Fact:
        found = self.get(path)
        if found is None:
            raise KeyError(self._nearest(path))
        return found

    # `Mapping` has these by `__getitem__`, whose error is worth its price only where it is shown.
    def __contains__(self, path: object) -> bool:
        return path in self._by_path

    @overload
    def get(self, path: str, /) -> Fact | None: ...
    @overload
    def get(self, path: str, /, default: Fact | D) -> Fact | D: ...
    def get(self, path: str, /, default: Any = None) -> Any:
        """The fact of a path, or what is given in its place."""
        found = self._by_path.get(path)
        if isinstance(found, tuple):
            found = self._by_path[path] = Fact(*found)
        return default if found is None else found

    def query(self, pattern: str) -> Facts:
        """The facts whose paths match a pattern.

        Args:
            pattern: A path in which `*` stands for any text, dots too, and `?` for a letter.

        >>> facts = Facts([Fact("requests.received.total", 3), Fact("requests.received.other", 0)])
        >>> facts.query("requests.*.total")
        <Facts: 1>
        """
        return Facts([self[path] for path in self._by_path if fnmatchcase(path, pattern)])

    def where(
        self, *, part: str | None = None, row: str | None = None, column: str | None = None
    ) -> Facts:
        """The facts of a part of the report, of a row or group of rows, of a column.

        Args:
            part: The first piece of their paths, such as `requests`.
            row: The pieces that follow, such as `outcomes.denied` for all of its rows; or a row's
                whole path, as findings name it: `requests.received`.
            column: The last pieces, such as `total`.
        """
        return Facts(
            [
                self[path]
                for path in self._by_path
                if (part is None or path.startswith(f"{part}."))
                and (row is None or _is_within(path, row))
                and (column is None or path.endswith(f".{column}"))
            ]
        )

    def _nearest(self, path: object) -> str:
        """What is said of a path that is no fact's."""
        from rapidfuzz import process  # noqa: PLC0415 - only for what is wrong

        found = process.extractOne(str(path), list(self._by_path))
        hint = f"the nearest is {found[0]!r}" if found else "the report has no facts"
        return f"{path!r} is no fact of the report; {hint}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_path)

    def __len__(self) -> int:
        return len(self._by_path)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Facts):
            return list(self.values()) == list(other.values())
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self.values()))

    def __repr__(self) -> str:
        return f"<Facts: {len(self)}>"


PARTS = (
    "preamble",
    "overview",
    "proactive",
    "requests",
    "disputes",
    "problems",
    "other_matters",
    "indicators",
)
"""The parts of a report in the order in which it prints them; the list of 2014 last."""


@frozen(init=False, slots=False, repr=False)
class Report:
    """An annual report on open government information.

    Figures are stored once, as facts: the sections that are tables are views of them, made when
    they are first asked for. A section that is given instead of facts makes facts; one that is
    given beside facts must say the same, or it is a `ValueError`.

    Attributes:
        title: The title, its lines joined; the one that the publisher names beside the text
            where none is printed over it; `""` if there is neither.
        agency: The organ whose report it is, as the title names it.
        year: The year the report is about.
        published: The date of publication, where the document prints one.
        edition: The template's edition, by what section 2 looks like.
        preamble: What stands before section 1.
        overview: 一、总体情况.
        problems: 五、存在的主要问题及改进情况.
        other_matters: 六、其他需要报告的事项.
        extra: Sections that the template does not know.
        headings: The headings of all sections, of tables too, in the order in which they stand.
        facts: A `Fact` for every template cell of every table that the document has.
        diagnostics: What could not be read surely.
        source: Which file it was read from, when and by what; `None` where it was not read. Reports
            are equal whatever it is.
    """

    title: str = ""
    agency: str | None = None
    year: int | None = None
    published: date | None = None
    edition: Edition | None = None
    preamble: Narrative | None = None
    overview: Narrative | None = None
    problems: Narrative | None = None
    other_matters: Narrative | None = None
    extra: tuple[Narrative, ...] = ()
    headings: tuple[PrintedHeading, ...] = ()
    facts: Facts = field(factory=Facts)
    diagnostics: tuple[Diagnostic, ...] = ()
    source: Provenance | None = field(default=None, eq=False)

    def __init__(  # noqa: PLR0913 - a report is these parts
        self,
        title: str = "",
        agency: str | None = None,
        year: int | None = None,
        published: date | None = None,
        edition: Edition | None = None,
        preamble: Narrative | None = None,
        overview: Narrative | None = None,
        proactive: Any = None,
        requests: Any = None,
        disputes: Any = None,
        problems: Narrative | None = None,
        other_matters: Narrative | None = None,
        indicators: Any = None,
        extra: tuple[Narrative, ...] = (),
        headings: tuple[PrintedHeading, ...] = (),
        facts: Facts | None = None,
        diagnostics: tuple[Diagnostic, ...] = (),
        source: Provenance | None = None,
    ) -> None:
        """A report of these parts.

        Raises:
            ValueError: A section and a fact give different values.
        """
        facts = Facts() if facts is None else facts
        given = {
            "proactive": proactive,
            "requests": requests,
            "disputes": disputes,
            "indicators": indicators,
        }
        if any(section is not None for section in given.values()):
            facts = Facts(merged(facts, given))
        self.__attrs_init__(
            title=title,
            agency=agency,
            year=year,
            published=published,
            edition=edition,
            preamble=preamble,
            overview=overview,
            problems=problems,
            other_matters=other_matters,
            extra=extra,
            headings=headings,
            facts=facts,
            diagnostics=diagnostics,
            source=source,
        )

    def __repr__(self) -> str:
        about = (
            self.title or "without a title",
            f"edition {self.edition}" if self.edition else "of no known edition",
            f"{len(self.facts)} facts",
            f"{len(self.diagnostics)} diagnostic{'' if len(self.diagnostics) == 1 else 's'}",
        )
        return f"<Report: {', '.join(about)}>"

    @cached_property
    def proactive(self) -> Proactive2019 | Proactive2021 | None:
        """二、主动公开政府信息情况; `None` where the document has no such table."""
        section: Proactive2019 | Proactive2021 | None = self._view("proactive")
        return section

    @cached_property
    def requests(self) -> Requests | None:
        """三、收到和处理政府信息公开申请情况."""
        section: Requests | None = self._view("requests")
        return section

    @cached_property
    def disputes(self) -> Disputes | None:
        """四、政府信息公开行政复议、行政诉讼情况."""
        section: Disputes | None = self._view("disputes")
        return section

    @cached_property
    def indicators(self) -> Indicators | None:
        """The list of edition 2014."""
        section: Indicators | None = self._view("indicators")
        return section

    def _view(self, part: str) -> Any:
        return section_of(self.facts, part, self.edition)

    @property
    def tables(self) -> tuple[Any, ...]:
        """The tables that the document has, in the order of the template."""
        found = (getattr(self, part) for part in parts())
        return tuple(table for table in found if table is not None)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the narratives say of figures: each that is linked to facts, whether it agrees
        with them or not, and each measure that the tables lack; see docs/measures.md.
        """  # noqa: D205 - one sentence
        from govinfo.prose.claims import claims  # noqa: PLC0415 - the layer to the right

        return claims(self)

    def check(
        self, *, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
    ) -> tuple[Diagnostic, ...]:
        """What is wrong with the report: its arithmetic, its narrative, its form.

        What could not be read surely is in `diagnostics`, not repeated here.

        Args:
            select: A code such as `GI201`, the beginning of several such as `GI2`, or some of
                these; only such findings are given.
            ignore: Likewise, findings to leave out; the longer beginning of a code decides.

        Raises:
            ValueError: No rule's code begins so.
        """
        from govinfo.checks.run import check  # noqa: PLC0415 - the layer to the right

        return check(self, select=select, ignore=ignore)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain dicts, lists, strings and numbers; see `govinfo schema`.

        Amounts of money are `{"amount": "182.32", "unit": "万元"}`, dates ISO 8601.
        """
        from govinfo.export.convert import to_dict  # noqa: PLC0415 - the layer to the right

        return to_dict(self)

    def to_frame(self) -> Any:
        """The facts as a `pandas.DataFrame`, one row a figure, by `path`.

        Its columns are `label`, `value` (`Int64`), `amount` (decimal), `unit`, `raw`, `note` and
        `where`. For many reports at once, one row a report, see `govinfo.to_arrow`.

        Raises:
            MissingDependency: pandas or pyarrow is not installed (extra `corpus`).
            LimitExceeded: A figure is larger than its column's type.
        """
        from govinfo.export.arrow import to_frame  # noqa: PLC0415 - the layer to the right

        return to_frame(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as JSON, Chinese characters unescaped.

        Args:
            indent: As in `json.dumps`.
        """
        import json  # noqa: PLC0415 - only here

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Report:
        """The report that `to_dict` made.

        Raises:
            ValueError: The data is not of the shape that `govinfo schema` describes.
        """
        from govinfo.export.convert import from_dict  # noqa: PLC0415 - the layer to the right

        return from_dict(cls, data)

    @classmethod
    def blank(cls, edition: Edition | str) -> Report:
        """The template of an edition: every figure `None`, every narrative empty.

        Raises:
            ValueError: There is no such edition.
        """
        return cls.from_figures({}, edition=edition)

    @classmethod
    def from_figures(
        cls,
        figures: Mapping[str, int | Money | None],
        *,
        edition: Edition | str | None = None,
        notes: Mapping[str, str] | None = None,
        **about: Any,
    ) -> Report:
        """A report of these figures and narratives, as `render` wants it.

        It has a fact for every figure of its edition's tables: those not given are `None`.
        Whether they add up is for `check` to say.

        Args:
            figures: Value by path; see docs/facts.md.
            edition: The template's edition; by default the one that has these figures, and the
                latest where several have.
            notes: Remarks to print beside figures, by path.
            about: `title`, `agency`, `year` and `published`; `preamble`, `overview`, `problems`
                and `other_matters` as text. Without a title, agency and year make one.

        Raises:
            ValueError: A path is no figure's, a value is not of its kind, or there is no such
                edition.
        """
        from govinfo.template.figures import of_figures  # noqa: PLC0415 - it imports this module

        chosen = None if edition is None else Edition(edition)
        return of_figures(figures, edition=chosen, notes=notes, **about)

    def render(self, format: str = "docx", *, layout: str | None = None) -> bytes:
        """The report as a document in the official form of its edition.

        What is `None` is not printed: a part without its heading, a figure as a blank cell. The
        figures are those of the facts.

        Args:
            format: `docx`, `html`, `text` or `markdown`; the last three are UTF-8.
            layout: How `text` draws its tables: `tabs`, `columns`, `lines`, `tab-led` or `pipes`;
                see `govinfo.render.text`.

        Raises:
            ValueError: There is no such format or layout, a section and a fact give different
                values, or a figure cannot be printed so that it reads as itself.
        """
        from govinfo.render.write import render  # noqa: PLC0415 - the layer to the right

        return render(self, format, layout)

    def _repr_html_(self) -> str:
        """For notebooks: the tables as the template prints them."""
        from govinfo.render.html import to_html  # noqa: PLC0415 - the layer to the right

        return to_html(self)


def narratives(report: Report) -> tuple[tuple[str, Narrative], ...]:
    """The sections of running text that a report has, with their names: `overview`, `extra[0]`."""
    named = (
        *((part, getattr(report, part)) for part in TEXTS),
        *((f"extra[{number}]", narrative) for number, narrative in enumerate(report.extra)),
    )
    return tuple((part, narrative) for part, narrative in named if narrative is not None)
