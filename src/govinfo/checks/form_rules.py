"""GI5xx: the rules of form."""

from __future__ import annotations

from govinfo.diagnostics import Severity, rule

_TOP = """某县档案局2023年政府信息公开工作年度报告
一、总体情况
2023年，我局认真落实各项要求。
二、主动公开政府信息情况
数据见附表。
三、收到和处理政府信息公开申请情况
数据见附表。
"""
_TEMPLATE = (
    "The template of 国办公开办函〔2021〕30号, like that of 〔2019〕60号, has six sections.",
    "国办公开办函〔2021〕30号（以及〔2019〕60号）规定的格式共六部分。",
)

MISSING = rule(
    "GI501",
    "section-missing",
    Severity.WARNING,
    en="the report has no section “{heading}”",
    zh="缺少“{heading}”",
    what=(
        "A section of text that the template has is not in the report.",
        "样表规定的文字部分在报告中不存在。",
    ),
    why=(
        f"{_TEMPLATE[0]} A table that is missing is GI101.",
        f"{_TEMPLATE[1]}缺少表格的，见 GI101。",
    ),
    todo=(
        (
            "Add the section, or give it the template's heading. Where nothing is to be reported "
            "under 六, write 无."
        ),
        "补充该部分，或使用规定的标题。第六部分没有内容的，写“无”。",
    ),
    example=f"""{_TOP}四、政府信息公开行政复议、行政诉讼情况
数据见附表。
六、其他需要报告的事项
无。
""",
)
MISNUMBERED = rule(
    "GI502",
    "section-misnumbered",
    Severity.WARNING,
    en="“{printed}”: the template numbers this section “{heading}”",
    zh="“{printed}”：样表该部分为“{heading}”",
    what=(
        "A heading's number neither is the template's nor follows the number before it.",
        "标题序号既非样表序号，也不接续前一序号。",
    ),
    why=(
        "Sections are cited, and compared between reports, by their numbers.",
        "各部分按序号引用，并据以在不同报告之间比较。",
    ),
    todo=("Correct the number.", "更正序号。"),
    example=f"""{_TOP}三、政府信息公开行政复议、行政诉讼情况
数据见附表。
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
六、其他需要报告的事项
无。
""",
)
RENUMBERED = rule(
    "GI503",
    "section-moved",
    Severity.INFO,
    en="“{printed}”: the template numbers this section “{heading}”; other sections stand before it",
    zh="“{printed}”：样表该部分为“{heading}”，其前另有其他部分",
    what=(
        "The sections are numbered in order, but one of the template's has another number there.",
        "各部分序号连续，但样表规定的某一部分序号与样表不同。",
    ),
    why=(
        f"{_TEMPLATE[0]} Further sections before it move its number.",
        f"{_TEMPLATE[1]}增设的部分使其序号后移。",
    ),
    todo=(
        "Move what the further sections say into 一、总体情况.",
        "将增设部分的内容并入“一、总体情况”。",
    ),
    example=f"""{_TOP}四、政府信息公开行政复议、行政诉讼情况
数据见附表。
五、平台建设情况
建成专栏一个。
六、存在的主要问题及改进情况
解读不够及时，将加强培训。
七、其他需要报告的事项
无。
""",
)
DUPLICATED = rule(
    "GI504",
    "section-duplicated",
    Severity.WARNING,
    en="“{printed}” is printed {count} times as a heading",
    zh="标题“{printed}”出现 {count} 次",
    what=(
        "Two sections have the same heading.",
        "同一标题出现两次以上。",
    ),
    why=(
        (
            "One is mostly a remainder of last year's report or of a draft. Only the first that has "
            "text is read as the section."
        ),
        "多为上年报告或草稿的残留。读取时只取有内容的第一处。",
    ),
    todo=("Delete one, or correct its heading.", "删去一处，或更正标题。"),
    example=f"""{_TOP}四、政府信息公开行政复议、行政诉讼情况
数据见附表。
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
五、存在的主要问题及改进情况
渠道不够多，将加以拓展。
六、其他需要报告的事项
无。
""",
)
EMPTY = rule(
    "GI505",
    "section-empty",
    Severity.WARNING,
    en="“{printed}” says nothing: {text}",
    zh="“{printed}”没有实质内容：{text}",
    what=(
        "A section of text is empty, or is a bare 无 where the template asks for an account.",
        "文字部分为空，或在应有叙述的部分只写“无”。",
    ),
    why=(
        (
            "The Regulations (Art. 50) ask for an account of the main problems and of how they are "
            "met. Only 六、其他需要报告的事项 may be 无."
        ),
        "《条例》第五十条要求报告存在的主要问题及改进情况。只有“六、其他需要报告的事项”可以写“无”。",
    ),
    todo=("Write the section.", "补写该部分。"),
    example=f"""{_TOP}四、政府信息公开行政复议、行政诉讼情况
数据见附表。
五、存在的主要问题及改进情况
无。
六、其他需要报告的事项
无。
""",
)
OTHER_EDITION = rule(
    "GI506",
    "edition-unfit",
    Severity.WARNING,
    en="{table}: printed after the template for {printed}; that for {year} is {issued}",
    zh="{table}：采用的是{printed}年度的格式，{year}年度应采用{issued}",
    what=(
        "A table is that of an edition of the template which does not hold for the report's year.",
        "表格采用的格式版本与报告年度不符。",
    ),
    why=(
        (
            "Editions count different things: figures of another edition cannot be compared with "
            "other organs', nor added up."
        ),
        "各版本格式的统计内容不同，无法与其他机关比较和汇总。",
    ),
    todo=(
        "Use the tables that were issued for the year.",
        "改用该年度适用的表格。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（五）项 | | | |
|---|---|---|---|
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 3 | 0 | 12 |
| 其他对外管理服务事项 | 0 | 0 | 0 |
| 第二十条第（六）项 | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政处罚 | 1 | 0 | 2 |
| 行政强制 | 0 | 0 | 0 |
""",
)
NO_YEAR = rule(
    "GI507",
    "title-without-year",
    Severity.WARNING,
    en="the title “{title}” names no year",
    zh="标题“{title}”未写年度",
    what=(
        "The title does not say which year the report is about.",
        "标题没有写明报告年度。",
    ),
    why=(
        (
            "Reports are filed and compared by year. The year that is read then comes from the text, "
            "and may be wrong."
        ),
        "年度报告按年归档和比较。此时读出的年度取自正文，可能有误。",
    ),
    todo=("Write the year in the title.", "在标题中写明年度。"),
    example="""某县档案局政府信息公开工作年度报告
一、总体情况
2023年，我局认真落实各项要求。
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
""",
)
OTHER_PERIOD = rule(
    "GI508",
    "period-unfit",
    Severity.WARNING,
    en="“{period}”: the period of the figures is not the year {year}",
    zh="“{period}”：统计期限不是{year}年度",
    what=(
        "The text gives a period for the report's figures that is not the year of the title.",
        "正文所写的统计期限与标题年度不符。",
    ),
    why=(
        "Often the sentence is last year's. Readers cannot tell which year the tables count.",
        "多为沿用上年文字所致，读者无法判断表中数据属于哪一年度。",
    ),
    todo=(
        "Correct the period, or the title.",
        "更正统计期限或标题。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。
一、总体情况
我局认真落实各项要求。
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
""",
)
FEES_UNTOLD = rule(
    "GI509",
    "fees-untold",
    Severity.INFO,
    en="{cell} is {printed}, and the text says nothing of fees for information (信息处理费)",
    zh="{cell}为 {printed}，而正文未说明信息处理费收取情况",
    what=(
        (
            "Fees were collected in the year, or requests were dropped because a fee for information "
            "was not paid, and neither section 6 nor any other text says whether fees for "
            "information (信息处理费) were collected."
        ),
        (
            "本年度有收费，或有申请因逾期未缴费而不再处理，但第六部分及其他文字均未说明是否收取"
            "政府信息公开信息处理费。"
        ),
    ),
    why=(
        (
            "Such fees (国办函〔2020〕109号) are administrative fees and part of the amount of section "
            "2, most of which is of other kinds: only the text can tell them apart."
        ),
        (
            "信息处理费（国办函〔2020〕109号）属于行政事业性收费，计入表二收费金额，"
            "而该金额多为其他收费，只有文字能够说明。"
        ),
    ),
    todo=(
        "Say in 六、其他需要报告的事项 how much was collected, or that nothing was.",
        "在“六、其他需要报告的事项”中写明收取金额，没有收取的也应写明。",
    ),
    example="""某县档案局2023年政府信息公开工作年度报告
一、总体情况
2023年，我局认真落实各项要求。
二、主动公开政府信息情况
| 第二十条第（六）项 | |
|---|---|
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 0 |
| 行政强制 | 0 |
| 第二十条第（八）项 | |
| 信息内容 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 12.5 |
五、存在的主要问题及改进情况
解读不够及时，将加强培训。
六、其他需要报告的事项
无。
""",
)
