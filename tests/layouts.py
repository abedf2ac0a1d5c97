"""Lays given figures out as text, in the ways in which real reports reach a reader.

The labels come from the classes, by way of their compiled grammars; only the manner of printing
them is written here. `drawn` makes a `Drawn` table of a class and some figures; a writer
(`tab_led`, `markdown`, `fixed_width`, ...) makes text of it; `report` puts texts together.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from attrs import evolve, frozen

from govinfo.grammar.compile import ColumnSet, ColumnSpec, Grammar, RowSpec, compile_class
from govinfo.grammar.values import Kind
from govinfo.money import Money

Value = int | Money | None
Figures = Mapping[str, Value]
Print = Callable[[Value], str]


@frozen(slots=True)
class Cell:
    """A cell at its place in the grid."""

    text: str
    column: int
    colspan: int = 1
    rowspan: int = 1
    label: bool = True


@frozen(slots=True)
class Line:
    """A row of the grid: the cells that begin in it."""

    cells: tuple[Cell, ...]
    kind: str
    """`title`, `header`, `group` or `row`."""
    path: str = ""

    @property
    def labels(self) -> list[str]:
        return [cell.text for cell in self.cells if cell.label and cell.text]

    @property
    def values(self) -> list[str]:
        return [cell.text for cell in self.cells if not cell.label]


@frozen(slots=True)
class Drawn:
    """A table as it would be printed with all its borders."""

    lines: tuple[Line, ...]
    stub: int
    """How many grid columns hold labels."""
    width: int

    def rows(self) -> Iterator[Line]:
        return (line for line in self.lines if line.kind == "row")


def printed(value: Value) -> str:
    """A figure in ordinary digits, money with its unit."""
    return "" if value is None else str(value)


def bare(value: Value) -> str:
    """A figure in ordinary digits, money without its unit."""
    return str(value.amount) if isinstance(value, Money) else printed(value)


def full_width(value: Value) -> str:
    """A figure in full-width digits."""
    return bare(value).translate({ord("0") + n: 0xFF10 + n for n in range(10)})


def grouped(value: Value) -> str:
    """A figure with separators between thousands."""
    return f"{value:,}" if isinstance(value, int) else printed(value)


def with_unit(value: Value) -> str:
    """A figure with a measure word behind it."""
    return f"{value}件" if isinstance(value, int) else printed(value)


def change_in_words(value: Value) -> str:
    """An increase or decrease as officials write it; other figures must not be given."""
    if not isinstance(value, int):
        return printed(value)
    if value == 0:
        return "无增减"
    return f"增加{value}" if value > 0 else f"减少{-value}"


def drawn(
    cls: type,
    figures: Figures,
    *,
    show: Print = printed,
    show_change: Print | None = None,
    unit_in_header: str | None = None,
    orders: Mapping[str, Sequence[int]] | None = None,
    labels: Mapping[str, str] | None = None,
    cells: Mapping[str, str] | None = None,
) -> Drawn:
    """Draw the table of a class.

    Args:
        cls: One of the template's classes.
        figures: Value by path. A row is printed if the figures name its cells.
        show: How a figure is printed.
        show_change: How an increase or decrease is printed; by default like the others.
        unit_in_header: The unit to print in the headers of columns of money.
        orders: Printed order of the columns, for the rows of a block (`""` where there are none).
        labels: Labels to print instead of the template's, by row path.
        cells: Texts to print instead of the figures, by fact path.
    """
    grammar = compile_class(cls)
    rows = [row for row in grammar.rows if _is_printed(grammar, row, figures)]
    labels, cells = labels or {}, cells or {}

    def text_of(row: RowSpec, column: ColumnSpec) -> str:
        path = grammar.path(row, column)
        if path in cells:
            return cells[path]
        change = show_change if column.kind is Kind.CHANGE else None
        return (change or show)(figures[path])

    if rows[0].columns[0].path == "":
        return _listed(grammar, rows, figures, labels, text_of)
    depth = max(len(_outer(row)) + bool(row.label) for row in rows)
    blocks = list(dict.fromkeys(row.block for row in rows))
    lines: list[Line] = []
    width = 0
    for block in blocks:
        within = [row for row in rows if row.block == block]
        columns = within[0].columns
        order = (orders or {}).get(block) or range(len(columns))
        if block:
            lines.append(Line((Cell(block, 0, depth + len(columns)),), "title"))
        lines += _header(grammar, columns, order, depth, unit_in_header)
        for number, row in enumerate(within):
            stub = _stub(within, number, depth, labels.get(grammar.path(row)))
            body = tuple(
                Cell(text_of(row, columns[c]), depth + at, label=False)
                for at, c in enumerate(order)
            )
            lines.append(Line((*stub, *body), "row", grammar.path(row)))
        width = max(width, depth + len(columns))
    return Drawn(tuple(lines), depth, width)


def _is_printed(grammar: Grammar, row: RowSpec, figures: Figures) -> bool:
    return all(grammar.path(row, column) in figures for column in row.columns)


def _outer(row: RowSpec) -> tuple[str, ...]:
    return tuple(group for group in row.groups if group != row.block)


def _stub(
    rows: Sequence[RowSpec], number: int, depth: int, relabelled: str | None
) -> tuple[Cell, ...]:
    """The label cells that begin in a row: groups in their first row only."""
    row = rows[number]
    if not row.label:
        return ()
    outer = _outer(row)
    before = _outer(rows[number - 1]) if number else ()
    cells = []
    for level, group in enumerate(outer):
        if before[: level + 1] == outer[: level + 1]:
            continue
        span = 1
        while number + span < len(rows) and (
            _outer(rows[number + span])[: level + 1] == outer[: level + 1]
        ):
            span += 1
        cells.append(Cell(group, level, rowspan=span))
    cells.append(Cell(relabelled or row.label, len(outer), colspan=depth - len(outer)))
    return tuple(cells)


def _header(
    grammar: Grammar,
    columns: ColumnSet,
    order: Sequence[int],
    depth: int,
    unit: str | None,
) -> list[Line]:
    """The header's levels: groups over columns, columns that no group covers merged downwards."""
    top = 1 if grammar.layout.header else 0
    height = top + 1 + max(len(column.groups) for column in columns)
    levels: list[list[Cell]] = [[] for _ in range(height)]
    if depth:
        levels[0].append(Cell(grammar.layout.stub, 0, depth, height))
    if top:
        levels[0].append(Cell(grammar.layout.header, depth, len(columns)))
    for at, number in enumerate(order):
        column = columns[number]
        before = columns[order[at - 1]].groups if at else ()
        for level, group in enumerate(column.groups):
            if before[: level + 1] != column.groups[: level + 1]:
                span = _run([columns[n].groups[: level + 1] for n in order[at:]])
                levels[top + level].append(Cell(group, depth + at, span))
        level = top + len(column.groups)
        label = column.label
        if unit and column.kind is Kind.MONEY:
            label = f"{label}（单位：{unit}）"
        levels[level].append(Cell(label, depth + at, rowspan=height - level))
    return [Line(tuple(cells), "header") for cells in levels]


def _run(items: Sequence[object]) -> int:
    """How many items from the first on are like it."""
    return next((n for n, item in enumerate(items) if item != items[0]), len(items))


def _listed(
    grammar: Grammar,
    rows: Sequence[RowSpec],
    figures: Figures,
    labels: Mapping[str, str],
    text_of: Callable[[RowSpec, ColumnSpec], str],
) -> Drawn:
    """A list of indicators: label, unit, figure; groups are rows without a figure."""
    layout = grammar.layout
    head = (Cell(layout.stub, 0), Cell("单位", 1), Cell(layout.value, 2))
    lines = [Line(head, "header")]
    before: tuple[str, ...] = ()
    for row in rows:
        for level, group in enumerate(row.groups):
            if before[: level + 1] != row.groups[: level + 1]:
                dashes = (Cell("——", 1, label=False), Cell("——", 2, label=False))
                lines.append(Line((Cell(group, 0), *dashes), "group"))
        before = row.groups
        column = row.columns[0]
        path = grammar.path(row)
        value = figures[path]
        unit = value.unit or "" if isinstance(value, Money) else column.unit or ""
        text = text_of(row, column)
        if isinstance(value, Money):
            text = text.removesuffix(unit)
        lines.append(
            Line(
                (
                    Cell(labels.get(path, row.label), 0),
                    Cell(unit, 1, label=False),
                    Cell(text, 2, label=False),
                ),
                "row",
                path,
            )
        )
    return Drawn(tuple(lines), 1, 3)


# How a table is changed before it is written


def without_header(table: Drawn) -> Drawn:
    """The table without its header and the titles of its blocks."""
    return evolve(table, lines=tuple(x for x in table.lines if x.kind in ("row", "group")))


def parts(table: Drawn, *at: int, repeat_header: bool = True) -> list[Drawn]:
    """The table cut before the rows of these numbers, each part under the header again."""
    header = [line for line in table.lines if line.kind == "header"]
    body = [line for line in table.lines if line.kind == "row"]
    bounds = [0, *at, len(body)]
    cut = []
    for number, (start, end) in enumerate(pairwise(bounds)):
        over = header if repeat_header or not number else []
        cut.append(evolve(table, lines=(*over, *_unspanned(body[start:end]))))
    return cut


def _unspanned(lines: Sequence[Line]) -> list[Line]:
    """Rows cut off from the rest: no merged cell reaches over the end."""
    return [
        evolve(
            line,
            cells=tuple(
                evolve(cell, rowspan=min(cell.rowspan, len(lines) - number)) for cell in line.cells
            ),
        )
        for number, line in enumerate(lines)
    ]


def damaged(
    label: str, *, drop: Iterable[int] = (), replace: Mapping[int, str] | None = None
) -> str:
    """A label with letters lost or replaced, by position."""
    gone = set(drop)
    instead = replace or {}
    return "".join(instead.get(i, c) for i, c in enumerate(label) if i not in gone)


# Writers


def _full(table: Drawn) -> list[list[tuple[Cell | None, bool]]]:
    """For every line the cells that cover it from left to right.

    Each with whether it begins there; `None` where nothing covers a column.
    """
    held: dict[int, tuple[Cell, int]] = {}
    found: list[list[tuple[Cell | None, bool]]] = []
    for number, line in enumerate(table.lines):
        for cell in line.cells:
            for column in range(cell.column, cell.column + cell.colspan):
                held[column] = (cell, number + cell.rowspan)
        row: list[tuple[Cell | None, bool]] = []
        column = 0
        while column < table.width:
            covering, end = held.get(column, (None, 0))
            if covering is None or end <= number:
                column += 1
                continue
            row.append((covering, covering in line.cells))
            column += covering.colspan
        found.append(row)
    return found


def tab_led(table: Drawn, *, apart: bool = True, wrap: int = 0) -> str:
    """Each cell on a line behind a tab, a merged cell once and then blank.

    Args:
        table: The table.
        apart: Whether blank lines part the rows.
        wrap: Letters after which a label is broken over lines; 0 for never.
    """
    rows = [
        "\n".join("\t" + (_wrapped(cell, wrap) if begins else "") for cell, begins in row if cell)
        for row in _full(table)
    ]
    return ("\n\n" if apart else "\n").join(rows) + "\n"


def _wrapped(cell: Cell, wrap: int) -> str:
    if not wrap or not cell.label:
        return cell.text
    return "\n".join(cell.text[i : i + wrap] for i in range(0, len(cell.text), wrap))


def cell_a_line(table: Drawn, *, blank_lines: bool = True, headless: Sequence[str] = ()) -> str:
    """Each cell a paragraph of its own; blank cells vanish.

    Args:
        table: The table.
        blank_lines: Whether blank lines part the paragraphs.
        headless: Texts of the header that are lost.
    """
    texts = [
        cell.text
        for line in table.lines
        for cell in line.cells
        if cell.text and not (line.kind == "header" and cell.text in headless)
    ]
    return ("\n\n" if blank_lines else "\n").join(texts) + "\n"


def tab_separated(table: Drawn, *, trailing: int = 0, merged: str = "grid") -> str:
    """Rows of cells with tabs between.

    Args:
        table: The table.
        trailing: Tabs after the last cell.
        merged: `grid` keeps a place for every column a merged cell covers, as spreadsheets do;
            `once` prints only the cells that begin in the row, as browsers do.
    """
    lines = []
    for row in _full(table):
        cells: list[str] = []
        for cell, begins in row:
            if cell is None:
                continue
            if merged == "once":
                cells += [cell.text] if begins else []
            else:
                cells += [cell.text if begins else "", *[""] * (cell.colspan - 1)]
        lines.append("\t".join(cells) + "\t" * trailing)
    return "\n".join(lines) + "\n"


def single_spaced(table: Drawn, *, groups: bool = True) -> str:
    """Rows of cells with single blanks between; blank cells vanish.

    Args:
        table: The table.
        groups: Whether the labels of groups are printed.
    """
    lines = []
    for line in table.lines:
        texts = [cell.text for cell in line.cells if cell.text]
        if line.kind == "row" and not groups:
            texts = [*line.labels[-1:], *(text for text in line.values if text)]
        lines.append(" ".join(texts))
    return "\n".join(lines) + "\n"


def markdown(
    table: Drawn,
    *,
    repeat: bool = False,
    bold: bool = False,
    wrap: int = 0,
    invented: Callable[[int], str] | None = None,
) -> str:
    """A pipe table.

    Args:
        table: The table.
        repeat: Whether merged cells are printed in every place that they cover.
        bold: Whether labels are set in bold.
        wrap: Letters after which a label is broken by `<br>`; 0 for never.
        invented: Names for a header row that the converter makes up.
    """

    def text(cell: Cell) -> str:
        body = "<br>".join(_wrapped(cell, wrap).split("\n"))
        return f"**{body}**" if bold and cell.label and body else body

    rows = []
    for row in _full(table):
        cells: list[str] = []
        for cell, begins in row:
            if cell is not None:
                first = text(cell) if begins or repeat else ""
                cells += [first, *[first if repeat else ""] * (cell.colspan - 1)]
        rows.append([*cells, *[""] * (table.width - len(cells))])
    if invented is not None:
        rows.insert(0, [invented(i) for i in range(table.width)])
    return _pipes(rows)


def markdown_by_row(
    table: Drawn, *, name: Callable[[int], str], full: bool = False, gap: bool = True
) -> str:
    """A pipe table for every row, under invented column names.

    Args:
        table: The table.
        name: The name of a column by its number.
        full: Whether each row has a cell for every column of the grid, or only for those of
            the cells that begin in it.
        gap: Whether a blank line parts the tables.
    """
    texts = []
    for row in _full(table):
        cells = [
            text
            for cell, begins in row
            if cell is not None and (begins or full)
            for text in (
                cell.text if begins else "",
                *([""] * (cell.colspan - 1) if full else []),
            )
        ]
        texts.append(_pipes([[name(i) for i in range(len(cells))], cells]))
    return ("\n" if gap else "").join(texts)


def _pipes(rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines) + "\n"


def wide(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _fold(text: str, width: int) -> list[str]:
    """A text broken into lines of at most so many columns."""
    lines = [""]
    for character in text:
        if wide(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines


def fixed_width(
    table: Drawn, *, stub: Sequence[int] = (), cell: int = 8, gap: int = 2, indent: int = 0
) -> str:
    """Columns of fixed width, as `pdftotext -layout` prints them.

    Labels are broken to fit; every cell stands in the middle of its row's height.

    Args:
        table: The table.
        stub: Widths of the label columns; 24 each where not given.
        cell: Width of the value columns.
        gap: Blanks between columns.
        indent: Blanks before each line.
    """
    widths = [*stub, *[24] * (table.stub - len(stub)), *[cell] * (table.width - table.stub)]
    starts = [indent + sum(widths[:i]) + gap * i for i in range(table.width + 1)]
    folded: dict[int, list[str]] = {}
    for line in table.lines:
        for c in line.cells:
            room = starts[c.column + c.colspan] - starts[c.column] - gap
            # A figure is never broken: it would be another figure.
            folded[id(c)] = (_fold(c.text, room) if c.label else [c.text]) if c.text else []
    heights = [
        max((len(folded[id(c)]) for c in line.cells if c.rowspan == 1), default=1) or 1
        for line in table.lines
    ]
    for number, line in enumerate(table.lines):
        for c in line.cells:
            lack = len(folded[id(c)]) - sum(heights[number : number + c.rowspan])
            heights[number + c.rowspan - 1] += max(0, lack)
    tops = [sum(heights[:i]) for i in range(len(heights))]
    canvas: list[list[tuple[int, str]]] = [[] for _ in range(sum(heights))]
    for number, line in enumerate(table.lines):
        for c in line.cells:
            texts = folded[id(c)]
            room = starts[c.column + c.colspan] - starts[c.column] - gap
            top = tops[number] + (sum(heights[number : number + c.rowspan]) - len(texts)) // 2
            for at, text in enumerate(texts):
                left = starts[c.column]
                if not c.label or line.kind == "header":
                    left += (room - wide(text)) // 2
                canvas[top + at].append((left, text))
    return "\n".join(_placed(row) for row in canvas) + "\n"


def _placed(texts: Iterable[tuple[int, str]]) -> str:
    line = ""
    for left, text in sorted(texts):
        line += " " * (left - wide(line)) + text
    return line


def paged(texts: Sequence[str], *, first: int = 1, form_feed: bool = True) -> str:
    """Texts on pages of their own, each with its page's number below."""
    pages = [f"{text}\n{' ' * 30}- {number} -\n" for number, text in enumerate(texts, first)]
    return ("\f" if form_feed else "\n").join(pages)


def raw(table: Drawn, *, values: str = "after", wrap: int = 16, letters: int = 1) -> str:
    """Text in the order of a PDF's content stream.

    A label that fits on one line has its values beside it; a longer one is printed in pieces
    with the values on a line of their own.

    Args:
        table: The table.
        values: Where that line stands: `before`, `after` or `amid` the pieces.
        wrap: Letters of a line of labels.
        letters: How many letters of a merged group label a line holds.
    """
    lines: list[str] = []
    for line in table.lines:
        if line.kind in ("title", "header"):
            lines += [cell.text for cell in line.cells if cell.text]
            continue
        figures = " ".join(text for text in line.values if text)
        if not line.labels:
            lines.append(figures)
            continue
        *groups, label = line.labels
        for group in groups:
            lines += [group[i : i + letters] for i in range(0, len(group), letters)]
        pieces = [label[i : i + wrap] for i in range(0, len(label), wrap)]
        if len(pieces) == 1:
            lines.append(f"{label} {figures}".strip())
            continue
        at = {"before": 0, "after": len(pieces), "amid": (len(pieces) + 1) // 2}[values]
        lines += [*pieces[:at], *([figures] if figures else []), *pieces[at:]]
    return "\n".join(lines) + "\n"


def glue(table: Drawn, ends: Sequence[int]) -> Drawn:
    """Values run together: all up to each end become one (`[6]`: six, then the rest)."""

    def merged(line: Line) -> Line:
        if line.kind != "row":
            return line
        labels = [cell for cell in line.cells if cell.label]
        texts = line.values
        bounds = [0, *(end for end in ends if end < len(texts)), len(texts)]
        cells = [
            Cell("".join(texts[start:end]), table.stub + n, label=False)
            for n, (start, end) in enumerate(pairwise(bounds))
        ]
        return evolve(line, cells=(*labels, *cells))

    return evolve(table, lines=tuple(merged(line) for line in table.lines))


# Whole reports

_SAID = {
    "overview": "本年度认真落实条例要求，及时回应群众关切，各项工作平稳推进。",
    "problems": "公开内容还不够丰富。下一步将加强培训，完善制度。",
    "other_matters": "本年度没有其他需要报告的事项。",
}
HEADINGS = {
    "overview": "一、总体情况",
    "proactive": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other_matters": "六、其他需要报告的事项",
}


def report(
    tables: Mapping[str, str],
    *,
    title: str = "云岭市水务局2022年政府信息公开工作年度报告",
    before: str = "",
    mark: str = "",
    headings: Mapping[str, str] | None = None,
    said: Mapping[str, str] | None = None,
) -> str:
    """A report of all sections, with these tables in theirs.

    Args:
        tables: Text of each table by part; `indicators` stands in section 2.
        title: The title, of one or several lines.
        before: What stands between the title and section 1.
        mark: What marks a heading, such as `## `.
        headings: Headings to print instead of the template's.
        said: Running text to print instead of the usual.
    """
    names = {**HEADINGS, **(headings or {})}
    words = {**_SAID, **(said or {})}
    texts = [f"{mark[1:]}{title}" if mark else title, before]
    for part, heading in names.items():
        texts.append(f"{mark}{heading}" if heading else "")
        if part == "proactive" and "indicators" in tables:
            texts.append(tables["indicators"])
        texts.append(tables.get(part, words.get(part, "")))
    return "\n\n".join(text for text in texts if text) + "\n"


_TRADITIONAL = dict(
    zip(
        "开请数结转办务处国规业产关认获现没补类访举报诉复议讼维纠总计经续组织构会机个条废发强罚费额与"
        "稳权属执询无当质审证对时间应级点项区县镇乡厅门问题进体据统标单动读热舆网传络闻员专职训设阅资万"
        "亿责负过内云岭调备录为围径纳线继编缴许谈购辑这错隐驳余",
        "開請數結轉辦務處國規業產關認獲現沒補類訪舉報訴復議訟維糾總計經續組織構會機個條廢發強罰費額與"
        "穩權屬執詢無當質審證對時間應級點項區縣鎮鄉廳門問題進體據統標單動讀熱輿網傳絡聞員專職訓設閱資萬"
        "億責負過內雲嶺調備錄為圍徑納線繼編繳許談購輯這錯隱駁餘",
        strict=True,
    )
)


def traditional(text: str) -> str:
    """The text in Traditional characters, converted one by one as mirrors of pages do."""
    return "".join(_TRADITIONAL.get(character, character) for character in text)


# Figures


@cache
def paths(cls: type) -> tuple[str, ...]:
    """Every fact path of a class, in template order."""
    return tuple(path for _, _, path in compile_class(cls).cells())


ONE_ROW = "requests.outcomes.other.total."
THREE_ROWS = tuple(
    f"requests.outcomes.other.{name}." for name in ("not_corrected_in_time", "fee_unpaid", "other")
)


def edition(found: Iterable[str], *, three_rows: bool) -> list[str]:
    """The paths without those of the other edition's rows of （六）其他处理."""
    absent = (ONE_ROW,) if three_rows else THREE_ROWS
    return [path for path in found if not path.startswith(absent)]


def sound(cls: type, seed: int, *, three_rows: bool = True, most: int = 60) -> dict[str, Value]:
    """Plausible figures whose rows add up, the same for the same seed."""
    chance = random.Random(seed)
    grammar = compile_class(cls)
    wanted = set(edition(paths(cls), three_rows=three_rows))
    figures: dict[str, Value] = {}
    for row in grammar.rows:
        row_values: list[int] = []
        for column in row.columns:
            value: Value
            count = chance.choice((0, 0, 0, chance.randint(1, most)))
            if column.addends:
                count = sum(row_values[addend] for addend in column.addends)
            if column.kind is Kind.CHANGE:
                count = chance.randint(-9, 9)
            row_values.append(count)
            value = (
                Money(f"{chance.randint(1, 9999)}.{chance.randint(1, 9)}", "万元")
                if (column.kind is Kind.MONEY)
                else count
            )
            path = grammar.path(row, column)
            if path in wanted:
                figures[path] = value
    return figures


def balanced(seed: int, *, three_rows: bool = True, most: int = 40) -> dict[str, Value]:
    """Figures of `Requests` that satisfy all identities, the same for the same seed."""
    from govinfo import Requests  # noqa: PLC0415 - only this function is about one class

    chance = random.Random(seed)
    grammar = compile_class(Requests)
    wanted = set(edition(paths(Requests), three_rows=three_rows))
    columns = [column.path for column in grammar.rows[0].columns[:-1]]
    figures: dict[str, Value] = {}
    for path in sorted(wanted):
        *_, column = path.split(".")
        likely = 0.3 if column == "natural_person" else 0.06
        count = chance.randint(1, most) if chance.random() < likely else 0
        figures[path] = count
    outcomes = sorted(
        {
            path.rpartition(".")[0]
            for path in wanted
            if ".outcomes." in path and not path.startswith("requests.outcomes.total.")
        }
    )
    for column in columns:
        concluded = sum(count_of(figures[f"{row}.{column}"]) for row in outcomes)
        figures[f"requests.outcomes.total.{column}"] = concluded
        left = chance.choice((0, 0, 1, 2))
        figures[f"requests.carried_forward.{column}"] = left
        carried = min(chance.choice((0, 0, 1, 3)), concluded + left)
        figures[f"requests.carried_over.{column}"] = carried
        figures[f"requests.received.{column}"] = concluded + left - carried
    for row in {path.rpartition(".")[0] for path in wanted}:
        figures[f"{row}.total"] = sum(count_of(figures[f"{row}.{c}"]) for c in columns)
    return {path: figures[path] for path in paths(Requests) if path in wanted}


def count_of(value: Value) -> int:
    """A figure that is known to be a count."""
    assert isinstance(value, int)
    return value
