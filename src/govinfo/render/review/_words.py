"""Every word that the page itself says, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.diagnostics import Language, Severity, Words
from govinfo.render.findings import SEVERITIES

_WORDS: Mapping[str, Words] = {
    # The page
    "page": Words("Review of annual reports", "年报核查"),
    "skip": Words("Skip to the problems", "跳到问题清单"),
    "dark": Words("Dark", "深色"),
    "print": Words("Print", "打印"),
    "unread": Words("Could not be read", "未能读取的文件"),
    "reports": Words("All reports", "全部报告"),
    "report": Words("Report", "报告"),
    "untitled": Words("Report without a title", "无标题的报告"),
    "file": Words("File", "文件"),
    "agency": Words("Organ", "机关"),
    "year": Words("Year", "年度"),
    "edition": Words("Edition of the template", "样表版本"),
    "published": Words("Published", "发布日期"),
    "conclusion": Words("Conclusion", "结论"),
    "scope": Words(
        "This page compares figures with one another and with the text. Whether they are true it "
        "cannot know.",
        "本页核对数字与数字、数字与文字是否一致，不能判断数字是否属实。",
    ),
    # The conclusion
    "verdict_error": Words("Correct before publication", "须改正后发布"),
    "verdict_warning": Words("Settle before publication", "须核实后发布"),
    "verdict_open": Words(
        "Nothing found wrong, but not all could be judged", "未发现问题，但部分无法判断"
    ),
    "verdict_sound": Words("Nothing found wrong", "未发现问题"),
    "n_errors": Words("{} error|{} errors", "{} 项错误"),
    "n_warnings": Words("{} warning|{} warnings", "{} 项警告"),
    "settles": Words(
        "Correcting {} figure settles {} of them|Correcting {} figures settles {} of them",
        "改正 {} 个数字，可消除其中 {} 项",
    ),
    "identities": Words("Identities", "勾稽关系"),
    "hold": Words("{} hold|{} hold", "{} 项成立"),
    "broken": Words("{} does not hold|{} do not hold", "{} 项不成立"),
    "open": Words("{} cannot be assessed|{} cannot be assessed", "{} 项无法判断"),
    "figures": Words("Figures", "表中数字"),
    "printed": Words("{} printed|{} printed", "已填 {} 格"),
    "blanks": Words("{} blank|{} blank", "空白 {} 格"),
    "claims": Words("Figures in the text", "文中数字"),
    "agree": Words("{} agrees|{} agree", "{} 处与表一致"),
    "contradict": Words("{} contradicts the tables|{} contradict the tables", "{} 处与表不符"),
    "unsure": Words("{} not comparable|{} not comparable", "{} 处无从比较"),
    # Problems
    "problems": Words("Problems", "问题清单"),
    "no_problems": Words("No errors and no warnings.", "没有错误，也没有警告。"),
    "first": Words("Look at these figures first", "先核对并改正这些数字"),
    "other_errors": Words("Further errors", "其他错误"),
    "printed_as": Words("printed", "印为"),
    "should_be": Words("should be", "应为"),
    "by_the_sums": Words("by its sums", "按各项应为"),
    "show_cell": Words("Show the cell", "查看单元格"),
    "show_section": Words("Show the section", "查看该部分"),
    "show_sentence": Words("Show the sentence", "查看原句"),
    "parts": Words("What it is made of", "各项数字"),
    "would_settle": Words("This would settle:", "改正后即可消除："),
    # Tables
    "tables": Words("Tables", "统计表"),
    "no_tables": Words(
        "No table of the template was found in the document.", "文中没有找到样表中的表格。"
    ),
    "legend": Words("What the colours mean", "颜色说明"),
    "keys": Words(
        "Click a figure for what is known of it. By keyboard: arrows move, Enter selects, Escape "
        "returns.",
        "点击数字查看其来源与核对结果。键盘：方向键移动，回车选定，Esc 返回。",
    ),
    "state_wrong": Words("wrong, or most likely so", "有误或很可能有误"),
    "state_broken": Words("in an identity that does not hold", "所在勾稽关系不成立"),
    "state_contradicted": Words("contradicted by the text", "与文字叙述不符"),
    "state_doubtful": Words("doubtful", "存疑"),
    "state_open": Words("cannot be assessed", "无法判断"),
    "state_blank": Words("blank", "空白"),
    "state_unchecked": Words("in no identity", "无勾稽关系可核"),
    "state_sound": Words("all its identities hold", "勾稽关系均成立"),
    # A figure
    "detail": Words("The selected figure", "选定的数字"),
    "hint": Words(
        "Select a figure in a table, or follow a problem: what is known of it stands here.",
        "选定表中一个数字或点开一个问题，这里显示它的来源与核对结果。",
    ),
    "close": Words("Close", "关闭"),
    "raw": Words("As printed", "原文"),
    "no_raw": Words("no cell could be told to be this one's", "未能认定对应的单元格"),
    "nothing": Words("(blank)", "（空白）"),
    "note": Words("Note", "备注"),
    "place": Words("Place", "位置"),
    "sums": Words("Its identities", "所在勾稽关系"),
    "status_holds": Words("holds", "成立"),
    "status_broken": Words("does not hold", "不成立"),
    "status_open": Words("cannot be assessed", "无法判断"),
    "differ": Words("the two differ by {}", "两边相差 {}"),
    "zeros": Words("0 × {}", "{}项为0"),
    "other_zeros": Words(" + 0 × {}", "，其余{}项为0"),
    "findings": Words("Findings about it", "有关问题与提示"),
    "said": Words("What the text says of it", "文字叙述"),
    # Text and pages
    "text": Words("Text", "文字部分"),
    "text_hint": Words(
        "Marked are figures that a table prints too; follow one to its cell.",
        "有标记的是表中也有的数字，点击可到对应单元格。",
    ),
    "claim_agrees": Words("agrees with the table", "与表一致"),
    "claim_contradicted": Words("contradicts the table", "与表不符"),
    "claim_open": Words("not comparable", "无从比较"),
    "preamble": Words("Before section 1", "正文之前"),
    "pages": Words("Pages of the document", "文件原页"),
    "page_number": Words("Page {}", "第 {} 页"),
    "page_picture": Words("Picture of page {}", "第 {} 页的图像"),
    "to_page": Words("Whole page {}", "查看第 {} 页全页"),
}


class Speech:
    """The words of one language: attributes of a template's variable, or counted."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __getattr__(self, name: str) -> str:
        if name not in _WORDS:
            raise AttributeError(f"the page has no word {name!r}")
        return _WORDS[name].text(self.language)

    def of(self, kind: str, name: str) -> str:
        """One word of several that belong together, such as the states."""
        word: str = getattr(self, f"{kind}_{name}")
        return word

    def severity(self, name: str, count: int = 1) -> str:
        """A severity as a title; English adds an s for several."""
        word = SEVERITIES[self.language][Severity(name)].capitalize()
        return f"{word}s" if count != 1 and self.language == "en" else word

    def counted(self, name: str, *numbers: object) -> str:
        """A word with numbers in it; English has one form where the first is 1."""
        one, _, many = getattr(self, name).partition("|")
        chosen: str = one if numbers[0] == 1 or not many else many
        return chosen.format(*numbers)
