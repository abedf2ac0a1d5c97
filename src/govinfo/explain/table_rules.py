"""GI1xx, which table and which row it is: what the document has, twice or not at all."""

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
            "A table that every report of the editions 2019 and 2021 holds was not found, so the "
            "report has none of its facts. It was left out, or it is a picture, or it stands in "
            "another file."
        ),
        (
            "未找到该表，而按2019年、2021年样表编制的年报都应有此表。该表数据均未读出。"
            "原因可能是未列出该表，或该表为图片，或在另外的文件中。"
        ),
    ),
    why=(
        (
            "Nothing is known of its figures, not even that they are 0, and its arithmetic is not "
            "checked."
        ),
        "该表数据无从得知，不能视为 0，其勾稽关系也未核对。",
    ),
    todo=(
        (
            "Print the table in the document itself, as a table and not as a picture, even where "
            "every figure is 0. In a report of another organ, look for an attachment and read that."
        ),
        (
            "在正文中列出该表，用表格而不用图片，数据全部为 0 也应列出。"
            "读取其他机关的年报时，请查找附件并读取附件。"
        ),
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
一、总体情况
本局依法公开政府信息。
三、收到和处理政府信息公开申请情况
见附件。
""",
)
ROW_MISSING = rule(
    "GI102",
    "row-missing",
    Severity.WARNING,
    en="{cell}: the table has no such row; its cells stay blank",
    zh="{cell}：表中没有该行，各格留空",
    what=(
        (
            "The table was found, but no row of it could be told to be this one: the row was left "
            "out, or its label is damaged beyond recognition. Its facts are `None`, not 0."
        ),
        (
            "已找到该表，但没有能认定为该行的内容：该行未列出，或标签残缺无法辨认。"
            "该行数值为空（`None`），不是 0。"
        ),
    ),
    why=(
        (
            "A row that is left out does not say that there was nothing to count. Identities in "
            "which it takes part cannot be assessed (GI208)."
        ),
        "缺少一行不等于没有发生，涉及该行的勾稽关系无法判断（GI208）。",
    ),
    todo=(
        (
            "Print every row of the template under the template's own label, with 0 where nothing is "
            "to be counted. If the document does have the row, look whether GI118 reports it under "
            "another label."
        ),
        (
            "按样表列出全部各行，标签用样表原文，没有发生的填 0。"
            "如文中确有该行，请查看 GI118 是否以其他标签报告了该行。"
        ),
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
""",
)
BY_ORDER = rule(
    "GI106",
    "placed-by-order",
    Severity.INFO,
    en="{cell}: the row's label is lost; it is identified by its place between known rows",
    zh="{cell}：该行标签缺失，按其在前后两行之间的次序认定",
    what=(
        (
            "This row of figures has no label of its own that could be read. Either it stands "
            "between two known rows that enclose exactly as many rows as the template has there, "
            "and the sums between rows hold with it; or a cell beside it holds the labels of just "
            "as many rows as stand there."
        ),
        (
            "该行数字没有自己的、可辨认的标签：或者前后两行已知，其间的行数与样表恰好相同，"
            "且各行之间的勾稽关系成立；或者旁边的一个单元格写有若干行的标签，其数目与行数相同。"
        ),
    ),
    why=(
        (
            "The place is good evidence but no proof: where one row was left out and a foreign one "
            "put in, the figures are those of another row."
        ),
        "次序只是依据，不是证明：如果其间漏了一行又多出一行，读出的就是其他行的数字。",
    ),
    todo=(
        "Print the row's label. In a report of another organ, compare the row with the original.",
        "补上该行标签。读取其他机关的年报时，请将该行与原件核对。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
|---|---|---|---|
| 规章 行政规范性文件 | 0 5 | 0 1 | 3 25 |
""",
)
MISWORDED = rule(
    "GI109",
    "label-misworded",
    Severity.INFO,
    en="{cell}: the row is labelled “{printed}”",
    zh="{cell}：该行标签印作“{printed}”",
    what=(
        (
            "The printed label is not the template's, but it is clearly more like this row's label "
            "than like any other's, and it stands where this row must stand. The figures are read "
            "as this row's."
        ),
        ("印出的标签与样表不同，但与该行标签明显最为接近，且位置与样表相符，其数字作为该行读取。"),
    ),
    why=(
        (
            "Mostly it is a slip of the pen or a letter lost in conversion. But other words may also "
            "mean that something else was counted."
        ),
        "多为笔误或转换时丢字，但标签改动也可能意味着统计口径不同。",
    ),
    todo=(
        (
            "Print the label in the template's words. In a report of another organ, judge whether "
            "the printed label means the same."
        ),
        "标签改用样表原文。读取其他机关的年报时，请判断所印标签的含义是否相同。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年转结政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
""",
)
COPIES_DIFFER = rule(
    "GI112",
    "copies-differ",
    Severity.WARNING,
    en="{cell} is printed twice: here {first}, there {second}; {first} is used",
    zh="{cell}出现两次，一处为 {first}，另一处为 {second}，采用 {first}",
    what=(
        (
            "The document prints the table twice, and in this cell or row the two do not agree: or "
            "one is blank there. The facts are those of the copy of which more rows could be read; "
            "where both are alike in that, of the one that stands first; never of a blank form."
        ),
        (
            "文中该表出现两次，此单元格或此行的数字不一致，或其中一份空白。"
            "采用能读出行数较多的一份，行数相同时采用在前的一份；空表不采用。"
        ),
    ),
    why=(
        "Which of the two is right the document does not say: one may be a draft or an older state.",
        "文中没有说明以哪一份为准，其中一份可能是草稿或旧稿。",
    ),
    todo=(
        (
            "Find out which copy is right and delete the other. In a report of another organ, use "
            "neither figure before you have."
        ),
        "查明以哪一份为准，删去另一份。读取其他机关的年报时，查明之前两数均不宜使用。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政强制 | 0 |

| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 21 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
""",
)
COPY = rule(
    "GI113",
    "printed-twice",
    Severity.INFO,
    en="{table}: the table is printed twice, with the same figures; it is read once",
    zh="{table}：该表出现两次，数值相同，只读一次",
    what=(
        "The document prints the table twice, with the same figures. It is read once.",
        "文中该表出现两次，数字相同，只读取一次。",
    ),
    why=(
        (
            "Web pages often hold a copy for small screens, and files a copy that was pasted twice. "
            "Nothing is counted double."
        ),
        "网页常另有一份供手机浏览的表，文件也可能重复粘贴，数据不会重复计算。",
    ),
    todo=(
        "Nothing for the figures. In your own document, delete one of the copies.",
        "数据无须处理。如为本机关文件，请删去重复的一份。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政强制 | 0 |

| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
""",
)
FOREIGN = rule(
    "GI116",
    "foreign-table",
    Severity.INFO,
    en="{table}: another table with labels of this one ({why}) is left out",
    zh="{table}：另有一表使用相同标签（{why}），未采用",
    what=(
        (
            "Another table borrows labels of this one, but it compares years, or stands under a "
            "caption that names another year: the message says by what it was told. It feeds no "
            "fact."
        ),
        (
            "另有一表借用该表的标签，但该表是各年度的比较，或表题注明为其他年度"
            "（消息括号内为判断依据），其数字未采用。"
        ),
    ),
    why=(
        "Its figures would otherwise pass for those of the report's own year.",
        "否则其他年度的数字会被当作本年数据。",
    ),
    todo=(
        (
            "Nothing, if it is such a table. If it is the template's own table with columns added, "
            "move these into a table of their own."
        ),
        "确为比较或其他年度的表，无须处理。如为在样表上增列，请将增加的列另列一表。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政强制 | 0 |

| 指标 | 2022年 | 2023年 | 增长率 |
|---|---|---|---|
| 行政许可 | 10 | 12 | 20% |
""",
)
CAPTION = rule(
    "GI130",
    "caption-of-another-year",
    Severity.WARNING,
    en="{table}: the caption over the only table that has figures names another year, {named}",
    zh="{table}：仅有的一份有数字的表，题注注明为{named}年",
    what=(
        (
            "The table is printed once, or once with figures, and the caption over it names another "
            "year than the report is of. Its figures are read all the same."
        ),
        "该表（或有数字的该表）仅有一份，表题所注年度与年报年度不同。其数字照常读出。",
    ),
    why=(
        (
            "Last year's table may have been left in, beside a form of this year that is blank; or "
            "the caption was not brought up to date. The document does not say which."
        ),
        "可能是误留了上年的表而本年的表空白，也可能只是表题未更新，文中没有说明。",
    ),
    todo=(
        (
            "Print this year's figures under this year's caption. In a report of another organ, "
            "compare the figures with the report of the year that is named."
        ),
        "填写本年数据并更新表题。读取其他机关的年报时，请与所注年度的年报核对。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
2022年度统计表
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
""",
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
            "Among the table's rows stands one whose label is damaged beyond recognition, or that "
            "the template does not have. Its figures feed no fact; they are in the finding's values "
            "as `raw`."
        ),
        (
            "表中有一行标签残缺无法辨认，或为样表所没有。"
            "该行数字未采用，原文保存在该诊断的 `raw` 中。"
        ),
    ),
    why=(
        (
            "If it is a row of the template, that row's facts are missing; if it is not, the report "
            "counts something that other reports do not."
        ),
        "如为样表中的行，则该行数据缺失；如不是，则该年报统计了样表以外的内容。",
    ),
    todo=(
        (
            "Print the template's label, or move what the template does not have below the table. "
            "In a report of another organ, see whether GI102 names the row that it must be."
        ),
        (
            "改用样表标签；样表没有的内容移到表下说明。"
            "读取其他机关的年报时，请对照 GI102 所列缺少的行判断其为哪一行。"
        ),
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政征收 | 7 |
| 行政强制 | 0 |
""",
)
SEVERAL_REPORTS = rule(
    "GI119",
    "several-reports",
    Severity.WARNING,
    en="the document goes on with another report (“{title}”); only the first is read",
    zh="文中另有一份报告（“{title}”），只读第一份",
    what=(
        (
            "After the sections of the first report stands a title that names another organ or "
            "another year, with sections of its own. What follows that title feeds no fact."
        ),
        "第一份年报之后另有其他机关或其他年度的年报标题及其各部分内容，该标题以后的内容均未采用。",
    ),
    why=(
        "The figures of two reports must not be mixed; those of the second are not read at all.",
        "两份年报的数据不能混淆，后一份年报的数据均未读出。",
    ),
    todo=(
        "Split the document at that title, and read each report by itself.",
        "在该标题处将文件拆开，分别读取。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
一、总体情况
本局依法公开政府信息。
某县水务局2023年政府信息公开工作年度报告
一、总体情况
本局依法公开政府信息。
""",
)
TWO_REPORTS = rule(
    "GI129",
    "two-reports-mixed",
    Severity.WARNING,
    en="{table}: tables are printed twice with other figures in {count} rows, as if of two reports",
    zh="{table}：文中各表出现两次，有 {count} 行数字不同，疑为两份年报",
    what=(
        (
            "Tables of the document are printed twice, and several of their rows have other figures "
            "the second time. No title and no section's heading tells where a second report begins. "
            "The message stands at every table, also at one of which only one copy could be read."
        ),
        (
            "文中表格出现两次，且有多行数字前后不同，但没有标题表明另一份年报从何处开始。"
            "各表均给出此提示，只能读出其中一份的表也不例外。"
        ),
    ),
    why=(
        (
            "They may be two years' or two organs' tables. Where a row of the first could not be "
            "read, that of the second stands in its place."
        ),
        "可能是两个年度或两个机关的表格混在一起：前一份读不出的行，读出的可能是后一份的数字。",
    ),
    todo=(
        "Split the document where the second report begins, and read each by itself.",
        "在后一份年报开始处将文件拆开，分别读取。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
| 行政处罚 | 3 |
| 行政强制 | 5 |

| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 21 |
| 行政处罚 | 30 |
| 行政强制 | 50 |
""",
)
