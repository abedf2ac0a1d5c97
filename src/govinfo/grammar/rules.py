"""GI1xx: what could not be read surely, or was read in an unusual way."""

from __future__ import annotations

from govinfo.diagnostics import Severity, rule

TABLE_MISSING = rule(
    "GI101",
    "table-missing",
    Severity.WARNING,
    en="{table}: the document has no such table, or none that could be recognised",
    zh="{table}：文中没有该表，或无法识别",
    what=(
        (
            "A table that every report of its edition must hold was not found. Its facts are not in "
            "the report at all. The table may be a picture, or in another document."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
ROW_MISSING = rule(
    "GI102",
    "row-missing",
    Severity.WARNING,
    en="{cell}: the table has no such row; its cells stay blank",
    zh="{cell}：表中没有该行，各格留空",
    what=(
        (
            "The table was found, but no row of it could be identified as this one: the row was left "
            "out, or its label is beyond recognition. Its facts are `None`."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
CELLS_MISSING = rule(
    "GI103",
    "cells-missing",
    Severity.WARNING,
    en="{cell}: {found} figures for {expected} columns ({raw}); which is which cannot be told, "
    "so none is placed",
    zh="{cell}：{expected}列只有{found}个数（{raw}），无法确定各数属于哪一列，均未采用",
    what=(
        (
            "The layout lost blank cells or joined figures, and no identity of the table leaves one "
            "single way to place what remains. The tokens are in the diagnostic's values under `raw`. "
            "Read the figures from the original document."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
CELLS_AMBIGUOUS = rule(
    "GI104",
    "cells-ambiguous",
    Severity.WARNING,
    en="{cell}: {found} figures for {expected} columns ({raw}), or one that stands in several; "
    "none is placed",
    zh="{cell}：{expected}列有{found}个数（{raw}），或一个数占多列，均未采用",
    what=(
        (
            "There are more figures than columns, a merged cell covers several columns or rows, or "
            "the columns' order cannot be told. Nothing is placed by guess."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
RECOVERED = rule(
    "GI105",
    "recovered-by-identity",
    Severity.INFO,
    en="{cell}: {raw} is read as {values}, the only reading that the table's sums allow",
    zh="{cell}：“{raw}”按勾稽关系只能读作 {values}",
    what=(
        (
            "Figures were printed without separation, or a blank was lost, and exactly one reading "
            "satisfies the row's identities. If the report itself does not add up, the reading is wrong."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
BY_ORDER = rule(
    "GI106",
    "placed-by-order",
    Severity.INFO,
    en="{cell}: the row's label is lost; it is identified by its place between known rows",
    zh="{cell}：该行标签缺失，按其在前后两行之间的次序认定",
    what=(
        (
            "Between two rows that are known stand exactly as many rows of figures as the template "
            "has there."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
NOT_UNDERSTOOD = rule(
    "GI107",
    "number-not-understood",
    Severity.WARNING,
    en="{cell}: “{raw}” is not a figure that can be read with certainty; the cell stays blank",
    zh="{cell}：“{raw}”不能确定为数值，该格留空",
    what=(
        (
            "The cell holds words, several numbers, a percentage, an approximation, a number with "
            "leading zeros, or a fraction where a count belongs. The text is on the fact as `raw`."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
UNIT_MISSING = rule(
    "GI108",
    "unit-missing",
    Severity.WARNING,
    en="{cell}: {raw} is printed without a unit, neither in the cell nor in the column's header",
    zh="{cell}：{raw} 未注明单位，单元格与表头均无",
    what=(
        (
            "An amount of money without its unit may be yuan or ten thousand yuan. The unit is "
            "`None`; it is never guessed."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
MISWORDED = rule(
    "GI109",
    "label-misworded",
    Severity.INFO,
    en="{cell}: the row is labelled “{printed}”",
    zh="{cell}：该行标签印作“{printed}”",
    what=(
        "The printed label differs from the template's, yet only one row of the template fits.",
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
GLUED = rule(
    "GI110",
    "number-in-label",
    Severity.WARNING,
    en="{cell}: the number {raw} is glued to the row's label; it is no value of the row",
    zh="{cell}：标签后连有数字 {raw}，未作为该行数值",
    what=(
        (
            "A number printed directly after a label may be a figure of a column that was lost, or a "
            "count from elsewhere. It is reported, never placed."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
COLUMNS_UNUSUAL = rule(
    "GI111",
    "columns-unusual",
    Severity.INFO,
    en="{cell}: columns in the order {order}",
    zh="{cell}：各列次序为 {order}",
    what=(
        (
            "The table's header was found incomplete, or in an order other than the template's. "
            "The figures are placed in the order named."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
COLUMNS_UNSURE = rule(
    "GI117",
    "columns-unsure",
    Severity.WARNING,
    en="{table}: the order in which the column labels stand is not that of the figures, or may not "
    "be; the figures are read in the template's order",
    zh="{table}：各列标签的次序与数值不符，或无法确定；数值按样表列序读取",
    what=(
        (
            "Texts drawn from a page read a header by height, and a lost label of a group moves the "
            "others: the labels' order is then not that of the columns. The sums of the rows decide; where "
            "they cannot, the template's order is assumed. Compare one row with the original."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
SHIFTED = rule(
    "GI120",
    "perhaps-shifted",
    Severity.WARNING,
    en="{cell}: the total is blank and the last figure is the sum of those before it ({raw}): a "
    "cell may be lost and the others moved up",
    zh="{cell}：总计为空，而最后一数等于前各数之和（{raw}），可能缺少一格、其余前移",
    what=(
        (
            "Converters pad a row that has lost a cell with a blank one at its end. The figures are "
            "given where they are printed; compare the row with the original document."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
SEVERAL_REPORTS = rule(
    "GI119",
    "several-reports",
    Severity.WARNING,
    en="the document goes on with another report (“{title}”); only the first is read",
    zh="文中另有一份报告（“{title}”），只读第一份",
    what=(
        (
            "A title that names another organ stands after the first report's sections. What follows "
            "it feeds no fact. Split the document to read the other report."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
ROW_UNKNOWN = rule(
    "GI118",
    "row-unknown",
    Severity.WARNING,
    en="{table}: a row of figures labelled “{printed}” ({raw}) is no row of the template that "
    "could be told; it is not placed",
    zh="{table}：标签为“{printed}”的一行数值（{raw}）无法认定为样表的哪一行，未采用",
    what=(
        (
            "Between rows of the table stands one whose label is damaged beyond recognition, or that "
            "the template does not have. Its figures are in the diagnostic's values under `raw`."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
COPIES_DIFFER = rule(
    "GI112",
    "copies-differ",
    Severity.WARNING,
    en="{cell}: the table is printed twice; here {first}, there {second}; the first is used",
    zh="{cell}：该表出现两次，一处为 {first}，另一处为 {second}，采用前者",
    what=(
        (
            "The document holds two copies of a table that do not agree. Which is right the document "
            "does not say: find the copy that was published, and compare."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
COPY = rule(
    "GI113",
    "printed-twice",
    Severity.INFO,
    en="{table}: the table is printed twice, with the same figures; it is read once",
    zh="{table}：该表出现两次，数值相同，只读一次",
    what=(
        (
            "Pages often hold a copy for small screens, and files a copy pasted twice. It adds "
            "nothing; the figures are those of the first copy."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
SPACED = rule(
    "GI114",
    "digits-spaced",
    Severity.INFO,
    en="{cell}: the digits of “{raw}” are printed apart; it is read as {value}",
    zh="{cell}：“{raw}”各位数字间有空格，读作 {value}",
    what=(
        (
            "Blanks stand between the digits of one cell. If the cell holds two numbers, the reading "
            "is wrong."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
SUM_UNSURE = rule(
    "GI115",
    "placed-by-count",
    Severity.WARNING,
    en="{cell}: the figures {raw} are placed by their number alone, and they do not add up",
    zh="{cell}：{raw} 仅按个数对应各列，且与合计不符",
    what=(
        (
            "The layout has no cell borders: figures are assigned to columns because their number is "
            "right. Where the row's sum then fails, either the report or the assignment is wrong."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
FOREIGN = rule(
    "GI116",
    "foreign-table",
    Severity.INFO,
    en="{table}: another table with labels of this one ({why}) is left out",
    zh="{table}：另有一表使用相同标签（{why}），未采用",
    what=(
        (
            "Comparisons with other years and other tables that borrow the template's labels do not "
            "feed the report's facts."
        ),
        "",
    ),
    why=("", ""),
    todo=("", ""),
    example="",
)
