"""The list of indicators of edition 2014 (国办发〔2014〕32号, 政府信息公开情况统计表).

One figure a row, its unit printed beside it. Reports of 2019 and 2020 often keep parts of it.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from govinfo.grammar.fields import Identity, Layout, row, rows
from govinfo.money import Money


@frozen
class Channels:
    """Items disclosed, by channel; one item may be on several."""

    gazette: int | None = row("1.政府公报公开政府信息数", unit="条")
    website: int | None = row("2.政府网站公开政府信息数", unit="条")
    weibo: int | None = row("3.政务微博公开政府信息数", unit="条")
    wechat: int | None = row("4.政务微信公开政府信息数", unit="条")
    other: int | None = row("5.其他方式公开政府信息数", unit="条")


@frozen
class Disclosure:
    """Information disclosed on the organ's own initiative."""

    total: int | None = row(
        "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", unit="条"
    )
    normative_documents: int | None = row("其中：主动公开规范性文件数", unit="条")
    normative_documents_issued: int | None = row("制发规范性文件总数", unit="件")
    channels: Channels = rows("（二）通过不同渠道和方式公开政府信息的情况")


_RESPONSES = "（二）通过不同渠道和方式回应解读的情况"


@frozen
class Response:
    """Responses to public concern and interpretation of policy."""

    hot_topics: int | None = row(
        "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", unit="次"
    )
    press_conferences: int | None = row("1.参加或举办新闻发布会总次数", under=_RESPONSES, unit="次")
    press_conferences_by_leaders: int | None = row(
        "其中：主要负责同志参加新闻发布会次数", under=_RESPONSES, unit="次"
    )
    online_interviews: int | None = row("2.政府网站在线访谈次数", under=_RESPONSES, unit="次")
    online_interviews_by_leaders: int | None = row(
        "其中：主要负责同志参加政府网站在线访谈次数", under=_RESPONSES, unit="次"
    )
    interpretations: int | None = row("3.政策解读稿件发布数", under=_RESPONSES, unit="篇")
    weibo_wechat: int | None = row("4.微博微信回应事件数", under=_RESPONSES, unit="次")
    other: int | None = row("5.其他方式回应事件数", under=_RESPONSES, unit="次")


@frozen
class Answers:
    """Requests answered, by answer."""

    already_public: int | None = row("1.属于已主动公开范围数", unit="件")
    granted: int | None = row("2.同意公开答复数", unit="件")
    partially_granted: int | None = row("3.同意部分公开答复数", unit="件")
    denied: int | None = row("4.不同意公开答复数", unit="件")
    not_competent: int | None = row("5.不属于本行政机关公开数", unit="件")
    nonexistent: int | None = row("6.申请信息不存在数", unit="件")
    amendment_requested: int | None = row("7.告知作出更改补充数", unit="件")
    other_channel: int | None = row("8.告知通过其他途径办理数", unit="件")


@frozen
class Denials:
    """Requests denied, by ground."""

    state_secret: int | None = row("其中：1.涉及国家秘密", unit="件")
    trade_secret: int | None = row("2.涉及商业秘密", unit="件")
    privacy: int | None = row("3.涉及个人隐私", unit="件")
    security_and_stability: int | None = row(
        "4.危及国家安全、公共安全、经济安全和社会稳定", unit="件"
    )
    not_government_information: int | None = row("5.不是《条例》所指政府信息", unit="件")
    other: int | None = row("6.法律法规规定的其他情形", unit="件")


@frozen
class Applications:
    """Requests for information."""

    received: int | None = row("（一）收到申请数", unit="件")
    in_person: int | None = row("1.当面申请数", unit="件")
    fax: int | None = row("2.传真申请数", unit="件")
    online: int | None = row("3.网络申请数", unit="件")
    letter: int | None = row("4.信函申请数", unit="件")
    concluded: int | None = row("（二）申请办结数", unit="件")
    on_time: int | None = row("1.按时办结数", unit="件")
    extended: int | None = row("2.延期办结数", unit="件")
    answered: int | None = row("（三）申请答复数", unit="件")
    answers: Answers = rows()
    denials: Denials = rows(after="answers.denied")


@frozen
class Reconsiderations:
    """Administrative reconsideration, by result."""

    total: int | None = row("四、行政复议数量", unit="件")
    upheld: int | None = row("（一）维持具体行政行为数", unit="件")
    corrected: int | None = row("（二）被依法纠错数", unit="件")
    other: int | None = row("（三）其他情形数", unit="件")


@frozen
class Litigations:
    """Administrative litigation, by result."""

    total: int | None = row("五、行政诉讼数量", unit="件")
    upheld: int | None = row("（一）维持具体行政行为或者驳回原告诉讼请求数", unit="件")
    corrected: int | None = row("（二）被依法纠错数", unit="件")
    other: int | None = row("（三）其他情形数", unit="件")


@frozen
class Organization:
    """Offices, staff and funding."""

    units: int | None = row("（一）政府信息公开工作专门机构数", unit="个")
    reading_rooms: int | None = row("（二）设置政府信息公开查阅点数", unit="个")
    staff: int | None = row("（三）从事政府信息公开工作人员数", unit="人")
    staff_full_time: int | None = row(
        "1.专职人员数（不包括政府公报及政府网站工作人员数）", unit="人"
    )
    staff_part_time: int | None = row("2.兼职人员数", unit="人")
    funding: Money | None = row(
        "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        unit="万元",
    )


@frozen
class Training:
    """Meetings and training."""

    meetings: int | None = row("（一）召开政府信息公开工作会议或专题会议数", unit="次")
    courses: int | None = row("（二）举办各类培训班数", unit="次")
    participants: int | None = row("（三）接受培训人员数", unit="人次")


def _sum(total: str, *parts: str) -> Identity:
    """The figure of a row is the sum of others."""
    return Identity("sum", parts, (total,))


def _part(part: str, whole: str) -> Identity:
    """The figure of a row counts some of what another counts."""
    return Identity("part", (part,), (whole,), "<=")


_IDENTITIES = (
    _part("response.press_conferences_by_leaders", "response.press_conferences"),
    _part("response.online_interviews_by_leaders", "response.online_interviews"),
    _sum(
        "applications.received",
        "applications.in_person",
        "applications.fax",
        "applications.online",
        "applications.letter",
    ),
    _sum("applications.concluded", "applications.on_time", "applications.extended"),
    _sum("applications.answered", "applications.answers"),
    _sum("applications.answers.denied", "applications.denials"),
    *(
        _sum(f"{cases}.total", f"{cases}.upheld", f"{cases}.corrected", f"{cases}.other")
        for cases in ("reconsideration", "litigation")
    ),
    _sum("organization.staff", "organization.staff_full_time", "organization.staff_part_time"),
)
"""Relations between the list's rows. The channels of `disclosure` do not add up to its total:
one item may be on several."""


@frozen
class Indicators:
    """政府信息公开情况统计表: a list of indicators, each with its unit and one figure."""

    layout: ClassVar[Layout] = Layout(
        part="indicators",
        heading="政府信息公开情况统计表",
        stub="统计指标",
        value="统计数",
        partial=True,
        identities=_IDENTITIES,
    )

    disclosure: Disclosure = rows("一、主动公开情况")
    response: Response = rows("二、回应解读情况")
    applications: Applications = rows("三、依申请公开情况")
    reconsideration: Reconsiderations = rows()
    litigation: Litigations = rows()
    complaints: int | None = row("六、举报投诉数量", unit="件")
    fees: Money | None = row("七、依申请公开信息收取的费用", unit="万元")
    organization: Organization = rows("八、机构建设和保障经费情况")
    training: Training = rows("九、政府信息公开会议和培训情况")
