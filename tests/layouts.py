"""Figures, titles and texts of made-up reports, for tests that lay them out as text.

`drawn` makes a table of a class and some figures; a writer of `govinfo.render.text` or
`govinfo.testing.writers` makes text of it; `report` puts texts together.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from attrs import evolve

from govinfo.blocks import Table
from govinfo.grammar.compile import ColumnSet, ColumnSpec, RowSpec, compile_class
from govinfo.grammar.values import Kind
from govinfo.money import Money
from govinfo.render.grid import grid
from govinfo.render.text import columns as fixed_width
from govinfo.render.text import lines, tab_led
from govinfo.render.text import pipes as markdown
from govinfo.render.text import tabs as tab_separated
from govinfo.testing.tables import glued as glue
from govinfo.testing.tables import parts, with_texts, without_header
from govinfo.testing.writers import paged, raw, single_spaced
from govinfo.testing.writers import pipes_by_row as markdown_by_row

__all__ = [
    "fixed_width",
    "glue",
    "markdown",
    "markdown_by_row",
    "paged",
    "parts",
    "raw",
    "single_spaced",
    "tab_led",
    "tab_separated",
    "without_header",
]

Value = int | Money | None
Figures = Mapping[str, Value]
Print = Callable[[Value], str]


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
) -> Table:
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
    labels, cells, orders = labels or {}, cells or {}, orders or {}

    def text(row: RowSpec, column: ColumnSpec) -> str:
        path = grammar.path(row, column)
        if path in cells:
            return cells[path]
        value = figures[path]
        shown = (show_change if column.kind is Kind.CHANGE else None) or show
        if isinstance(value, Money) and not column.path:
            return shown(value).removesuffix(value.unit or "")
        return shown(value)

    def unit(row: RowSpec, column: ColumnSpec) -> str:
        if column.path:
            return unit_in_header or "" if column.kind is Kind.MONEY else ""
        value = figures[grammar.path(row, column)]
        return value.unit or "" if isinstance(value, Money) else column.unit or ""

    rows = [
        evolve(
            row,
            columns=_ordered(row.columns, orders.get(row.block)),
            label=labels.get(grammar.path(row), row.label),
        )
        for row in grammar.rows
        if all(grammar.path(row, column) in figures for column in row.columns)
    ]
    return grid(grammar, rows, text, unit)


def _ordered(columns: ColumnSet, order: Sequence[int] | None) -> ColumnSet:
    return tuple(columns[number] for number in order) if order else columns


def damaged(
    label: str, *, drop: Iterable[int] = (), replace: Mapping[int, str] | None = None
) -> str:
    """A label with letters lost or replaced, by position."""
    gone = set(drop)
    instead = replace or {}
    return "".join(instead.get(i, c) for i, c in enumerate(label) if i not in gone)


def cell_a_line(table: Table, *, blank_lines: bool = True, headless: Sequence[str] = ()) -> str:
    """Each cell a paragraph of its own; blank cells vanish.

    Args:
        table: The table.
        blank_lines: Whether blank lines part the paragraphs.
        headless: Texts of the header that are lost.
    """
    lost = {
        cell: ""
        for row in table.rows
        if all(cell.header for cell in row)
        for cell in row
        if cell.text in headless
    }
    return lines(with_texts(table, lost), apart=blank_lines)


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


def balanced_rows(seed: int) -> dict[int, list[int]]:
    """The same figures as rows of the class, by number."""
    from govinfo import Requests  # noqa: PLC0415 - likewise

    grammar = compile_class(Requests)
    figures = {path: int(str(value)) for path, value in balanced(seed).items()}
    return {
        number: [figures[grammar.path(row, column)] for column in row.columns]
        for number, row in enumerate(grammar.rows)
        if grammar.path(row, row.columns[0]) in figures
    }


def count_of(value: Value) -> int:
    """A figure that is known to be a count."""
    assert isinstance(value, int)
    return value


# What tools make of tables


def bar_ended(table: Table, *, leading: bool = False, filled: bool = True) -> str:
    """Each cell on a line that a bar ends; further bars fill up a row with merged cells.

    Args:
        table: The table.
        leading: Whether a bar alone stands before the first cell of a row.
        filled: Whether rows are filled up.
    """
    made = []
    for row in table.rows:
        made += ["|"] if leading else []
        made += [f"{cell.text} |".strip() for cell in row]
        made += ["|" * (table.n_columns - len(row))] if filled else []
    return "\n".join(line for line in made if line) + "\n"


def bars_behind(table: Table) -> str:
    """Rows with a bar behind each cell and none before the first, filled up by further bars."""
    lines_made = []
    for row in table.rows:
        fill = "|" * (table.n_columns - len(row))
        lines_made.append("".join(f"{cell.text} | " for cell in row) + fill)
    return "\n".join(line.rstrip() for line in lines_made) + "\n"


def asciidoc(table: Table) -> str:
    """A table of AsciiDoc, merged cells with what they cover."""
    head = f'[cols="{",".join("1" * table.n_columns)}"]'
    rows = (
        " ".join(f"{cell.colspan}.{cell.rowspan}+|{cell.text}" for cell in row)
        for row in table.rows
    )
    return "\n".join([head, "|===", *rows, "|==="]) + "\n"


def boxed(table: Table, *, wide: Callable[[str], int]) -> str:
    """A table in boxes, as terminals draw it.

    Args:
        table: The table; no text has line breaks.
        wide: How many places a text takes up.
    """
    room = [
        max(
            wide(cell.text) // cell.colspan + 3
            for cell in table.cells
            if cell.column <= column < cell.column + cell.colspan
        )
        for column in range(table.n_columns)
    ]
    at = [sum(room[:column]) + column for column in range(table.n_columns + 1)]
    canvas = [[" "] * (at[-1] + 1) for _ in range(2 * table.n_rows + 1)]
    for cell in table.cells:
        top, low = 2 * cell.row, 2 * (cell.row + cell.rowspan)
        left, right = at[cell.column], at[cell.column + cell.colspan]
        for place in range(left, right + 1):
            for line in (top, low):
                canvas[line][place] = "+" if place in (left, right) else canvas[line][place]
                if canvas[line][place] == " ":
                    canvas[line][place] = "-"
        for line in range(top + 1, low):
            for place in (left, right):
                if canvas[line][place] != "+":
                    canvas[line][place] = "|"
        taken = wide(cell.text)
        begin = left + 2
        canvas[top + 1][begin : begin + taken] = [*cell.text, *[""] * (taken - len(cell.text))]
    return "\n".join("".join(line) for line in canvas) + "\n"


def tabs_where_far(table: Table) -> str:
    """What a tool that measures gaps leaves of a page: wide ones are tabs, behind a blank each."""
    rows = []
    for at, row in enumerate(table.rows):
        label, *figures = [cell.text for cell in row if cell.text]
        near, far = (" ", " \t") if at % 2 else (" \t", " ")
        rows.append(label + far + near.join(figures))
    return "\n".join(rows) + "\n"


def tabs_between(table: Table) -> str:
    """What a browser copies of cells that hold paragraphs: tabs on lines of their own."""
    return "\n".join("\n\n\t\n\n".join(cell.text for cell in row) for row in table.rows) + "\n"
