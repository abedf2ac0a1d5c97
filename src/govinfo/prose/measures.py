"""The measures that are taken of running text because the tables lack them, as data.

Each is a path with the words that name it, the units it is counted in, and what spoils it: patterns
of Python's `re`. The words stand right before the figure, with nothing between but what says little
(共, 累计, 达: `measured.FILL`). Times, organs, plans and comparisons are judged for all alike, in
`measured`. docs/measures.md is made of this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import field, frozen

from govinfo.diagnostics import Words
from govinfo.installed import load_group

PREFIX = "narrative."
"""How the path of a measure begins."""
_GROUP = "govinfo.measures"
"""The entry points by which installed packages bring measures."""


@frozen(slots=True)
class Measure:
    """A figure that narratives give.

    Attributes:
        path: Its name: `narrative.disclosed.website`. Measures that differ in the last piece only
            are a family.
        label: What it counts.
        words: What stands right before the figure, to the first word that names the measure.
        units: The units that it is counted in, parted by blanks.
        after: What may stand right behind the figure instead: `1名` 专职人员.
        again: Words that suffice before the figure where the sentence has told another measure of
            the family before.
        near: What must stand in the sentence before the figure.
        never: What must not stand in the sentence before it, behind what is `near`.
        unless: What must not stand in the clause before the words.
        among: Whether it counts where it follows 其中 (`of these`).
        stock: Whether it is what there is at the time, not what came to be in the year.
    """

    path: str
    label: Words
    words: str
    units: str
    after: str = ""
    again: str = ""
    near: str = ""
    never: str = ""
    unless: str = ""
    among: bool = field(default=True, kw_only=True)
    stock: bool = field(default=False, kw_only=True)

    @property
    def family(self) -> str:
        """The path without its last piece."""
        return self.path.rpartition(".")[0]


MEASURES: dict[str, Measure] = {}
"""Every measure that was declared, by path."""


def measures() -> Mapping[str, Measure]:
    """Every measure by path: the library's, those of installed packages, one's own."""
    load_group(_GROUP)
    return dict(MEASURES)


def measure(  # noqa: PLR0913 - a keyword each
    path: str,
    *,
    en: str,
    zh: str,
    words: str,
    units: str,
    after: str = "",
    again: str = "",
    near: str = "",
    never: str = "",
    unless: str = "",
    among: bool = True,
    stock: bool = False,
) -> Measure:
    """Take one more figure of narratives; a measure of the same path is replaced.

    Args:
        path: Its name, beginning with `narrative.`.
        en: What it counts, in English.
        zh: What it counts, in Chinese.
        words: A pattern of what names it, right before the figure.
        units: The units that it is counted in, parted by blanks; `%` for a rate.
        after: A pattern of what may stand right behind the figure instead.
        again: A pattern that suffices where the sentence has told a measure of the same family.
        near: A pattern of what must stand in the sentence before the figure.
        never: A pattern of what must not stand in the sentence before it, behind what is `near`.
        unless: A pattern of what must not stand in the clause before the words.
        among: Whether it counts where it follows 其中.
        stock: Whether it is what there is, not what came to be in the year.

    Raises:
        ValueError: The path does not begin so, a unit is missing, or a pattern is none.
    """
    if not path.startswith(PREFIX) or not units.split():
        raise ValueError(f"a measure is named {PREFIX}… and has a unit, not {path!r}, {units!r}")
    for pattern in (words, after, again, near, never, unless):
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{path}: {pattern!r} is no pattern: {error}") from error
    made = Measure(
        *(path, Words(en, zh), words, units, after, again, near, never, unless),
        among=among,
        stock=stock,
    )
    MEASURES[path] = made
    return made


# What the patterns below share.
_KINDS = r"(?:各类|各种|各项|各方面|政府|政务|公开)"
_PUBLISH = r"(?:主动公开|公开|发布|公布|推送|刊发|刊登|刊载|更新|发表)了?"
_ITEMS = rf"{_KINDS}*(?:信息|文章|推文|博文|消息|图文信息|动态信息)(?:数量|总数|总量|数|量)?"
_TIME = r"(?:全年|年内|本年度?|今年|累计|共计?|合计|总计|已)*"
_PUBLISHED = rf"{_TIME}{_PUBLISH}(?:{_ITEMS})?"
_NAMED = r"(?:“[^”]{1,16}”)?"
_WECHAT = rf"微信(?:公众号|公众平台|公众账号|订阅号|平台|号)?{_NAMED}"
_WEIBO = rf"微博(?:账号|平台|号)?{_NAMED}"
_WEBSITE = r"(?:网站|官网|门户网|政府网|信息网)(?:平台|上)?"
_BOARD = r"(?:公开栏|公示栏|公告栏|宣传栏)"
_CHANNEL = (
    r"专栏|专题|栏目|目录|平台|显示屏|电视|广播|报纸|抖音|客户端|APP|微博|微信|网站|官网|新媒体"
    rf"|公报|公众号|{_BOARD}"
)
_SEVERAL = r"(?:等|多种|多个|各种|各类|渠道|方式|载体|途径|形式)"
_ITEM_UNITS = "条 条次 篇 篇次 则"
_OURS = "公开(?![招选考遴竞])"
_TOPIC = (
    r"(?:各类|政府信息公开|政府信息与政务公开|政务公开|信息公开|依申请公开|业务|专题|集中|工作"
    r"|知识|能力)"
)
_HELD = r"(?:举办|举行|召开|开展|组织|进行|开设|安排)了?"
_OTHERS = r"参加(?!或)|参与|派|转载|转发|上级|省里|市里|要求"
_ELSEWHERE = (
    r"安全|消防|普法|法治|法律|执法|技能|就业|创业|招商|党[建课员校史]|农[业民村]|医|环保|营商|企业|群众|村民"
    r"|居民|防汛|防灾|教师|学生|应急|反诈|税|放管服|禁毒|急救|志愿|公务员"
)
_PROPOSED = r"(?:省|市|区|县|镇|乡|级|[、和])*"
_HANDLED = r"(?:办理|承办|办复)了?(?:的)?"

measure(
    "narrative.disclosed.total",
    en="items of information disclosed, in all",
    zh="主动公开政府信息数",
    words=rf"(?:主动公开|公开)(?:了|的)?{_KINDS}*信息(?:总数量?|总量|数量|数|量)?"
    rf"|发布(?:了)?(?:各类)?(?:政府|政务)信息(?:数量|总量|总数|数|量)?",
    units=f"{_ITEM_UNITS} 件 件次",
    unless=rf"(?:申请|不予?|未|拟|应|可|再|多|少)$|{_OTHERS}|审核|审查|监测|检查|清理|整改|抽查|撤|删除"
    rf"|^(?!.*{_SEVERAL}).*(?:{_CHANNEL}|网上|线[上下]|媒体|通过|利用|依托|借助|在[^年]{{2}}|围绕|领域|方面|关于|类|项目)",
    among=False,
)
measure(
    "narrative.disclosed.website",
    en="items disclosed on the government website",
    zh="政府网站公开信息数",
    words=rf"{_WEBSITE}{_PUBLISHED}",
    units=_ITEM_UNITS,
    again=_WEBSITE,
    unless=_OTHERS,
)
measure(
    "narrative.disclosed.wechat",
    en="items disclosed on WeChat",
    zh="政务微信公开信息数",
    words=rf"{_WECHAT}{_PUBLISHED}|(?:发布|推送|编发)了?(?:政务)?{_WECHAT}{_ITEMS}",
    units=_ITEM_UNITS,
    again=_WECHAT,
    unless=_OTHERS,
)
measure(
    "narrative.disclosed.weibo",
    en="items disclosed on Weibo",
    zh="政务微博公开信息数",
    words=rf"{_WEIBO}{_PUBLISHED}|(?:发布|推送|编发)了?(?:政务)?{_WEIBO}(?:{_ITEMS})?",
    units=_ITEM_UNITS,
    again=_WEIBO,
    unless=_OTHERS,
)
measure(
    "narrative.disclosed.new_media",
    en="items disclosed on WeChat and Weibo together, or on “new media”",
    zh="政务新媒体（微博、微信合计）公开信息数",
    words=rf"(?:新媒体|微博[、和及]?(?:政务|官方)?微信|微信[、和及]?(?:政务|官方)?微博|两微一端)"
    rf"(?:公众号|平台|账号|等|”)*{_PUBLISHED}",
    units=_ITEM_UNITS,
    again=r"新媒体",
    unless=_OTHERS,
)
measure(
    "narrative.disclosed.gazette",
    en="items disclosed in the gazette",
    zh="政府公报公开信息数",
    words=rf"公报{_PUBLISHED}(?:各类)?(?:文件)?",
    units=f"{_ITEM_UNITS} 件",
    again="公报",
)
measure(
    "narrative.disclosed.other",
    en="items disclosed in other ways, such as on notice boards",
    zh="其他方式（含公开栏等）公开信息数",
    words=rf"(?:其[他它](?:方式|渠道|形式|途径)|{_BOARD}){_PUBLISHED}",
    units=_ITEM_UNITS,
    again=r"其[他它](?:方式|渠道|形式|途径)",
)
measure(
    "narrative.interpretations",
    en="pieces that explain policies",
    zh="政策解读数",
    words=r"(?:政策(?:文件)?解读|解读(?=稿件|材料|信息|文章|产品|作品))"
    r"(?:性)?(?:类)?(?:稿件|材料|信息|文章|产品|作品|稿)?(?:数量|数)?",
    units="篇 篇次 条 件 个 份 则 幅",
    unless=rf"{_OTHERS}|图文|图表|视频|专家|(?:图解|文字|图片|动漫|原创)$",
)
measure(
    "narrative.press_conferences",
    en="press conferences held",
    zh="新闻发布会次数",
    words=r"新闻发布会(?:总次数|次数)?",
    units="次 场 场次",
    unless=_OTHERS,
)
measure(
    "narrative.online_interviews",
    en="interviews held online",
    zh="在线访谈次数",
    words=r"(?:在线|网络|网上)访谈(?:活动|节目)?(?:次数)?",
    units="次 场 期 场次",
    unless=_OTHERS,
)
measure(
    "narrative.responses",
    en="responses to what the public asked about",
    zh="回应社会关切次数",
    words=r"回应(?:了)?(?:公众|社会|群众|民生|网民|网络|或|重大)*(?:关注|关切|热点|舆情|问题|事项)+"
    r"(?:热点|或|重大|舆情|问题|事项)*",
    units="次 件 条 个 件次",
)
measure(
    "narrative.gazette_issues",
    en="issues of the gazette",
    zh="政府公报期数",
    words=r"公报(?:》)?(?:全年|共|已)*(?:编印|编发|出刊|出版|发行|刊发|印发)?",
    units="期",
)
measure(
    "narrative.training.sessions",
    en="training sessions held",
    zh="培训次数",
    words=rf"(?:{_HELD}{_TOPIC}*|^{_TOPIC}+|(?:政务|信息)公开{_TOPIC}*)培训(?:班|会议|会|活动|讲座|课程)*(?:次数)?",
    units="次 期 场 场次 班次 班",
    never=_ELSEWHERE,
    unless=_OTHERS,
)
measure(
    "narrative.training.participants",
    en="people trained",
    zh="培训人数",
    words=r"(?:接受|参加)?(?:培训|参训|受训)(?:了)?(?:全[市区县省镇乡]|各类|各级|相关|有关|机关|基层|业务"
    r"|政务公开|信息公开|工作)*(?:人员|干部|骨干|人数|学员|职工|同志|人次)?(?:数)?",
    units="人 人次 名",
    never=_ELSEWHERE,
    unless=r"参加(?!$)|派|上级",
)
measure(
    "narrative.meetings",
    en="meetings on open government information",
    zh="政务公开工作会议次数",
    words=r"(?:召开|组织召开)了?(?:全[市区县])?(?:政务公开|政府信息公开|信息公开)(?:工作)?(?:领导小组|专题|推进"
    r"|调度|部署|工作|联席)*(?:会议|推进会|调度会|部署会|会)(?:或(?:专题)?会议)?(?:数|次数)?",
    units="次 场 场次",
    unless=_OTHERS,
)
measure(
    "narrative.staff.total",
    en="staff for open government information",
    zh="政府信息公开工作人员数",
    words=r"(?:^|有|共|配备|配齐|从事|落实|明确|安排|配置|现|全[市区县镇乡局])"
    r"(?:政府信息公开|信息公开|政务公开)(?:工作)?的?人员(?:数)?|(?:^|有|配备)工作人员(?:数)?",
    units="人 名",
    near=_OURS,
    unless=r"兼职|培训|专职|增|新|调整|表彰|组织|派|参加|抽调|考核|问责|约谈",
    stock=True,
)
measure(
    "narrative.staff.full_time",
    en="of these, full time",
    zh="专职人员数",
    words=r"专职(?:工作)?人员(?:数)?",
    units="人 名",
    after=r"专职(?:工作)?人员",
    again="专职",
    near=_OURS,
    unless="增|新|减",
    stock=True,
)
measure(
    "narrative.staff.part_time",
    en="of these, part time",
    zh="兼职人员数",
    words=r"兼职(?:工作)?人员(?:数)?",
    units="人 名",
    after=r"兼职(?:工作)?人员",
    again="兼职",
    near=_OURS,
    unless="专$|增|新|减",
    stock=True,
)
measure(
    "narrative.reading_points",
    en="reading points",
    zh="政府信息公开查阅点数",
    words=r"查阅(?:服务)?(?:点|场所|室|窗口|区)(?:数)?",
    units="个 处 家",
    unless="新[增设建]",
    stock=True,
)
measure(
    "narrative.proposals.deputies",
    en="suggestions of deputies to people's congresses handled",
    zh="办理人大代表建议数",
    words=rf"(?:人大(?:代表)?|代表)(?:议案|意见)?(?:和|、)?建议(?:数|总数)?|{_HANDLED}{_PROPOSED}建议",
    units="件 条 项 份",
    unless=r"公开|征集|结果|市民|群众|企业|优秀|重点",
    among=False,
)
measure(
    "narrative.proposals.members",
    en="proposals of members of the CPPCC handled",
    zh="办理政协提案数",
    words=rf"(?:政协(?:委员)?|委员)提案(?:数|总数)?|{_HANDLED}{_PROPOSED}提案",
    units="件 条 项 份",
    again="提案",
    unless=r"公开|征集|结果|提交|立案|优秀|重点",
    among=False,
)
measure(
    "narrative.proposals.total",
    en="suggestions and proposals handled, together",
    zh="办理建议提案合计数",
    words=r"(?:人大(?:代表)?|代表)?(?:建议|议案)[、和及与]?(?:政协)?(?:委员)?提案(?:数|总数)?",
    units="件 条 项 份",
    unless=r"公开|征集|结果|以上",
    among=False,
)
_PUBLIC = r"群众|市民|申请|信访|热线|留言|来信|投诉|民生|评查"
_PROPOSALS = r"提案|(?:代表|人大|承办)[^，。；]{0,8}建议"
_RATES = r"(?:、[^，。；%\d]{1,10}?率|[和及与][^，。；%\d]{1,10}?率)*"
measure(
    "narrative.proposals.answer_rate",
    en="share of suggestions and proposals answered",
    zh="建议提案办复率",
    words=rf"(?:办复|办结|答复)率{_RATES}",
    units="%",
    near=_PROPOSALS,
    never=_PUBLIC,
)
measure(
    "narrative.proposals.satisfaction_rate",
    en="satisfaction with the answers to suggestions and proposals",
    zh="建议提案满意率",
    words=rf"(?:满意(?:或|和|、)基本满意|满意)[率度]{_RATES}",
    units="%",
    near=_PROPOSALS,
    never=_PUBLIC,
)
