"""GI1xx, which figure belongs to which column."""

from __future__ import annotations

from govinfo.diagnostics import Severity, rule

CELLS_MISSING = rule(
    "GI103",
    "cells-missing",
    Severity.WARNING,
    en="{cell}: {found} figures for {expected} columns ({raw}); cells whose figure cannot be told "
    "stay blank",
    zh="{cell}：{expected}列只有{found}个数（{raw}），无法确定数字的单元格留空",
    what=(
        (
            "The row has fewer figures than the template has columns, or none. Blank cells were "
            "lost, or figures run together, and the sums of the row leave no single way to place "
            "what is printed. Cells whose figure cannot be told are `None`; what is printed is kept "
            "on these facts and in the finding, as `raw`. Of a row of zeros one cell that is not "
            "printed is read as 0; it may have been blank."
        ),
        (
            "该行数字少于样表的列数，或没有数字：空白格丢失，或数字相连，"
            "按行内合计也不能得出唯一的对应关系。"
            "无法确定数字的单元格为空（`None`），原文保存在各格数据和诊断的 `raw` 中。"
            "全为 0 的行若只缺一格，该格读作 0；原件中也可能是空白。"
        ),
    ),
    why=(
        "A figure in the wrong column looks like a right one; a blank cell does not deceive.",
        "数字归错列不易发现，留空则不会误导。",
    ),
    todo=(
        (
            "Give each figure a cell of its own and leave none blank: enter 0 where nothing is to be "
            "counted. In a report of another organ, read the row from the original document."
        ),
        "每个数字单独占一格，单元格不要留空，没有发生的填 0。读取其他机关的年报时，请对照原件逐格读取该行。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
行政规范性文件 2 30
""",
)
CELLS_AMBIGUOUS = rule(
    "GI104",
    "cells-ambiguous",
    Severity.WARNING,
    en="{cell}: of {found} figures ({raw}) for {expected} columns it cannot be told which column "
    "each is in, or whether they are this row's; none is placed",
    zh="{cell}：共{expected}列，有{found}个数（{raw}），无法确定各属哪一列、是否属于该行，均未采用",
    what=(
        (
            "The row has more figures than the template has columns; or a merged cell covers several "
            "columns or rows; or the header contradicts itself, or is another edition's; or the row's "
            "label is printed twice, or may belong to the figures before it as to those after it. "
            "The cells are `None`; what is printed is kept on these facts and in the finding, as "
            "`raw`."
        ),
        (
            "该行数字多于样表的列数，或合并单元格占多列、多行，或表头自相矛盾、属另一版样表，"
            "或同一标签有两行，或标签前后的数字都可能属于它。各格为空（`None`），原文保存在各格数据和诊断的 `raw` 中。"
        ),
    ),
    why=(
        "The row can be read in several ways, and nothing in the document says which is meant.",
        "该行有多种读法，文中没有可据以确定的内容，不作猜测。",
    ),
    todo=(
        (
            "Give each column of the template one cell: split merged cells, take out figures that "
            "belong elsewhere, put remarks below the table. In a report of another organ, read the "
            "row from the original document."
        ),
        (
            "按样表每列一格填写：拆分合并的单元格，移出不属于该行的数字，说明写在表下。"
            "读取其他机关的年报时，请对照原件逐格读取该行。"
        ),
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
行政规范性文件 2 0 1 30
""",
)
RECOVERED = rule(
    "GI105",
    "recovered-by-identity",
    Severity.INFO,
    en="{cell}: {raw} is read as {values}, the only reading that its digits and the table's sums allow",
    zh="{cell}：“{raw}”按位数和勾稽关系只能读作 {values}",
    what=(
        (
            "Figures were printed without separation, or a 0 was lost, and the sums of the row "
            "leave one single reading. It is taken; what is printed is kept on the facts, as `raw`."
        ),
        (
            "数字之间没有分隔，或丢失一个 0，而按行内的勾稽关系只有一种读法，"
            "已据此读取；原文保存在各格数据的 `raw` 中。"
        ),
    ),
    why=(
        "The reading is right only if the row adds up. If the report itself does not, it is wrong.",
        "该读法以该行合计无误为前提；如果年报本身合计有误，读出的数字就是错的。",
    ),
    todo=(
        (
            "Give each figure a cell of its own. In a report of another organ, compare the row with "
            "the original."
        ),
        "每个数字单独占一格。读取其他机关的年报时，请将该行与原件核对。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
一、本年新收政府信息公开申请数量 520000 7
二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0
四、结转下年度继续办理 0 0 0 0 0 0 0
""",
)
GLUED = rule(
    "GI110",
    "number-in-label",
    Severity.WARNING,
    en="{cell}: the number {raw} is glued to the row's label; it is no value of the row",
    zh="{cell}：标签后连有数字 {raw}，未作为该行数值",
    what=(
        "A number is printed directly after the row's label. It is not read as a value of the row.",
        "该行标签之后紧接着印有数字，该数字未作为该行数值读取。",
    ),
    why=(
        (
            "It may be a figure that slipped out of its cell, the number of a note, or a count from "
            "elsewhere: the document does not say."
        ),
        "该数字可能是从单元格中错位的数据，也可能是注释序号或别处的数字，文中无法判断。",
    ),
    todo=(
        (
            "Compare the row with the original. If the number is a figure of the row, give it its "
            "own cell; otherwise take it out of the label."
        ),
        "将该行与原件核对：属于该行数据的，移入相应单元格；不属于的，从标签中删去。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可229 | 236 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
""",
)
COLUMNS_UNUSUAL = rule(
    "GI111",
    "columns-unusual",
    Severity.INFO,
    en="{cell}: columns in the order {order}",
    zh="{cell}：各列次序为 {order}",
    what=(
        (
            "The table's header names the columns in another order than the template's. The figures "
            "are placed by the header, in the order that the message gives. The row named is the "
            "first to which this applies."
        ),
        (
            "表头各列的次序与样表不同，数字按表头所示次序（见消息）读取。"
            "消息所列为该次序适用的第一行。"
        ),
    ),
    why=(
        (
            "The facts are right if the header is; but who reads or adds up such tables by position "
            "takes one column for another."
        ),
        "表头无误则读出的数据无误，但按位置读取或汇总的人会把一列当作另一列。",
    ),
    todo=(
        (
            "Put the columns in the template's order. In a report of another organ, compare one row "
            "with the original."
        ),
        "按样表次序排列各列。读取其他机关的年报时，请取一行与原件核对。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |
|---|---|---|---|
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 30 | 2 | 1 |
""",
)
SUM_UNSURE = rule(
    "GI115",
    "placed-by-count",
    Severity.WARNING,
    en="{cell}: the figures {raw} are placed by their number alone, and they do not add up",
    zh="{cell}：{raw} 仅按个数对应各列，且与合计不符",
    what=(
        (
            "The document has no cell borders here. The row has as many figures as the template has "
            "columns, so each went to its column in turn; but the row then does not add up."
        ),
        (
            "文中此处没有单元格边界。该行数字的个数与样表列数相同，因此依次对应各列，"
            "但对应后该行合计不符。"
        ),
    ),
    why=(
        (
            "Either the report is wrong or the placing is: a blank cell may be lost, and a foreign "
            "number, such as a page's, be in the row."
        ),
        "要么年报数字有误，要么对应有误：可能丢失了空白格，又混入了页码等其他数字。",
    ),
    todo=(
        (
            "Compare the row with the original. If the figures stand as printed, correct the one "
            "that GI203 or GI204 is about."
        ),
        "将该行与原件核对。如对应无误，请按 GI203 或 GI204 更正数字。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
一、本年新收政府信息公开申请数量 5 0 0 0 0 0 7
二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0
四、结转下年度继续办理 0 0 0 0 0 0 0
""",
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
            "The column labels stand in another order than the template's, but the rows add up "
            "better in the template's order, or the labels stand on lines of their own and allow "
            "more than one order, or name a column that the template does not have (备注), and no "
            "grid tells what is in it. The figures are read in the template's order."
        ),
        (
            "各列标签的次序与样表不同，但按样表次序各行合计更相符；"
            "或标签各占一行，可有不止一种次序；或另有样表以外的栏（如备注），又无表格线可据。"
            "数字按样表次序读取。"
        ),
    ),
    why=(
        (
            "Text taken from a page reads a header by height, and a lost label moves the others. "
            "But if the document did change the order of its columns, the figures are in wrong ones."
        ),
        (
            "从版面提取的文字按高低排列表头，丢失一个标签也会使其余标签错位。"
            "但如果文中确实改变了列序，读出的数字就归错了列。"
        ),
    ),
    todo=(
        (
            "Compare one row with the original. In your own document, print the header just as the "
            "template does."
        ),
        "取一行与原件核对。如为本机关文件，请按样表原样列出表头。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 总计 | 其他 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 0 | 6 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
""",
)
SHIFTED = rule(
    "GI120",
    "perhaps-shifted",
    Severity.WARNING,
    en="{cell}: a cell of the row may be lost or merged, so that its figures ({raw}) stand in other "
    "columns than their own",
    zh="{cell}：该行可能缺少一格或有单元格合并，其各数（{raw}）可能不在本来的列",
    what=(
        (
            "The row begins or ends blank, or a cell of it holds the digits of several, and its "
            "figures add up otherwise than they stand, or do not add up as they are printed: so it "
            "would look if a cell were lost or merged and the others had moved. The figures are "
            "given where they are printed."
        ),
        (
            "该行首格或末格为空，或某格含有几个数的数字，而各数换一种位置即可相加，或按所印位置并不相加，"
            "很像缺少一格或有单元格合并、其余各数随之移动。数字仍按所印位置读取。"
        ),
    ),
    why=(
        (
            "Converters fill up a row that has lost a cell with a blank one; the figures beside the "
            "lost cell are then in wrong columns. Of merged cells they print the first and leave the "
            "others blank."
        ),
        (
            "转换软件常给缺格的行补一个空白单元格，缺格旁边的数字便归错了列；对合并的单元格，则只印首格，"
            "其余留空。"
        ),
    ),
    todo=(
        (
            "Compare the row with the original, and put in the cell that is lost. If none is, enter "
            "the total."
        ),
        "将该行与原件核对，补上缺少的一格；如没有缺格，请填写总计。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 2 | 0 | 0 | 0 | 7 | |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
""",
)
PERHAPS_TWO_ROWS = rule(
    "GI121",
    "perhaps-of-two-rows",
    Severity.WARNING,
    en="{cell}: the figures {raw} are placed by their number alone, and a row beside it is missing "
    "({missing}): some of them may be that row's",
    zh="{cell}：{raw} 仅按个数对应各列，而相邻一行缺失（{missing}），其中可能有该行的数字",
    what=(
        (
            "The layout keeps no blank cells, as other rows show, so figures go to columns because "
            "there are as many. The row before or after was not found: if only its label is lost, "
            "its figures may be among these, and as many of this row's are blank."
        ),
        (
            "从其他行可见，该版式不保留空白单元格，数字仅因个数相符而归入各列；而其前或其后一行未能找到。"
            "如该行只是标签缺失，其数字可能混在本行之中，本行则有同样多的空白。"
        ),
    ),
    why=(
        "A figure would then stand in the wrong row, and in a wrong column.",
        "这样，数字会归错行，也会归错列。",
    ),
    todo=(
        "Compare both rows with the original document.",
        "将这两行与原件核对。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
信息内容
本年制发件数
本年废止件数
现行有效件数
规章
1
4
5
第二十条第（五）项
信息内容
本年处理决定数量
行政许可
第二十条第（六）项
信息内容
本年处理决定数量
行政处罚
3
行政强制
0
""",
)
