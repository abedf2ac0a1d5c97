"""GI1xx, what the text of a cell says."""

from __future__ import annotations

from govinfo.diagnostics import Severity, rule

NOT_UNDERSTOOD = rule(
    "GI107",
    "number-not-understood",
    Severity.WARNING,
    en="{cell}: “{raw}” is not a figure that can be read with certainty; the cell stays blank",
    zh="{cell}：“{raw}”不能确定为数值，该格留空",
    what=(
        (
            "The cell does not hold one plain number: it holds words, several numbers, a percentage, "
            "an approximation (约120), leading zeros (007), or a fraction or an amount of money "
            "where a count belongs. The fact is `None`; what is printed is kept on it, as `raw`. "
            "There, \ufffd is what the file does not tell: the result of a formula that no program has "
            "worked out, or a letter whose character it does not name."
        ),
        (
            "单元格所填不是一个明确的数：为文字、多个数、百分比、约数（约120）、"
            "以 0 开头的数（007），或在应填件数处填了小数、金额。"
            "该格为空（`None`），原文保存在该格数据的 `raw` 中。"
            "其中的 \ufffd 表示文件没有说明的内容：尚无软件算出结果的公式，或没有注明字符的字形。"
        ),
    ),
    why=(
        (
            "What is not surely a number is not made one: a guessed figure could not be told from a "
            "printed one."
        ),
        "不能确定的内容不作数值读取，否则猜测的数与印出的数无从区分。",
    ),
    todo=(
        (
            "Enter one number in Arabic digits, and a remark in brackets after it, such as "
            "22（其中修订16件）, or below the table. Of a workbook with formulas, open it in a "
            "spreadsheet program and save it. In a report of another organ, judge by the text in `raw`."
        ),
        (
            "用阿拉伯数字填写一个数；需要说明的，写在其后的括号内，如“22（其中修订16件）”，"
            "或写在表下。含有公式的工作簿，请用电子表格软件打开并保存一次。"
            "读取其他机关的年报时，请按 `raw` 中的原文判断。"
        ),
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 约120 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
""",
)
UNIT_MISSING = rule(
    "GI108",
    "unit-missing",
    Severity.WARNING,
    en="{cell}: {raw} is printed without a unit, or its row prints another than its header",
    zh="{cell}：{raw} 未注明单位，或该行所注单位与表头不一致",
    what=(
        (
            "An amount of money has no unit, neither in its cell nor in its column's header, or its "
            "row prints another beside it (元) than the header (万元). The amount is read; its unit "
            "is `None`."
        ),
        (
            "金额未注明单位，单元格和表头中均没有，或该行另注的单位（元）与表头（万元）不一致。"
            "金额已读出，单位为空（`None`）。"
        ),
    ),
    why=(
        (
            "It may be in 元 or in 万元, and these differ ten thousand times. The unit is never "
            "guessed, not even where the template has one."
        ),
        "可能为元，也可能为万元，二者相差一万倍。单位不作猜测，样表规定了单位的也不例外。",
    ),
    todo=(
        (
            "Print the unit in the header, such as 本年收费金额（单位：万元）, or in the cell, such "
            "as 182.32万元. In a report of another organ, compare with its other years."
        ),
        (
            "在表头注明单位，如“本年收费金额（单位：万元）”，或在单元格内注明，如“182.32万元”。"
            "读取其他机关的年报时，请与其他年度比较。"
        ),
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政处罚 | 3 |
| 行政强制 | 0 |
| 信息内容 | 本年收费金额 |
| 行政事业性收费 | 182.32 |
""",
)
SPACED = rule(
    "GI114",
    "digits-spaced",
    Severity.INFO,
    en="{cell}: the digits of “{raw}” are printed apart; it is read as {value}",
    zh="{cell}：“{raw}”各位数字间有空格，读作 {value}",
    what=(
        "Single blanks stand between the digits of one cell. They are read as one number.",
        "同一单元格的各位数字之间有空格，作为一个数读取。",
    ),
    why=(
        (
            "Blanks mostly come from justified print or from conversion. If the cell holds two "
            "numbers, the reading is wrong."
        ),
        "空格多由排版或转换产生；但如果该格实为两个数，读出的数字就是错的。",
    ),
    todo=(
        ("Take the blanks out. In a report of another organ, compare the cell with the original."),
        "删去数字间的空格。读取其他机关的年报时，请将该格与原件核对。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 1 2 |
| 行政处罚 | 3 |
| 行政强制 | 0 |
""",
)
SIGNS_LOST = rule(
    "GI131",
    "signs-lost",
    Severity.WARNING,
    en="{cell}: the text has no punctuation at all; {raw} may have lost its minus or its point",
    zh="{cell}：全文没有任何标点，{raw} 的负号或小数点可能已丢失",
    what=(
        (
            "Nowhere in the document stands a single sign: no comma, no bracket, no point. The "
            "figure is a change or an amount of money, of which a sign may be a part; it is read as "
            "it is printed."
        ),
        "全文没有任何标点符号。该数为增减数或金额，负号或小数点属于数值本身；仍按原文读取。",
    ),
    why=(
        (
            "Programs that clean texts for other purposes take out all punctuation: -3 is then 3, "
            "and 419.51 is 41951."
        ),
        "为其他用途清洗文本的程序会删去全部标点：-3 成为 3，419.51 成为 41951。",
    ),
    todo=(
        "Take the figure from the document that the text was made of.",
        "请以清洗之前的文件为准。",
    ),
    example="""某县档案局2020年政府信息公开工作年度报告
二 主动公开政府信息情况
第二十条第一项
信息内容 本年新制作数量 本年新公开数量 对外公开总数量
规章 0 0 4
规范性文件 3 1 12
第二十条第五项
信息内容 上一年项目数量 本年增减 处理决定数量
行政许可 21 3 18
其他对外管理服务事项 5 0 0
""",
)
