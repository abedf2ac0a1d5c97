"""Section 3: requests received and processed (Regulations on Open Government Information, ch. 4).

Templates: 国办公开办函〔2019〕60号 (edition 2019), 国办公开办函〔2021〕30号 (edition 2021).
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from govinfo.grammar.fields import Identity, Layout, column, row, rows

_ORGANISATIONS = "法人或其他组织"


@frozen
class Applicants:
    """One row of the table: how many requests, by kind of applicant. Counts of 件."""

    natural_person: int | None = column("自然人")
    enterprise: int | None = column("商业企业", under=_ORGANISATIONS)
    research_institution: int | None = column("科研机构", under=_ORGANISATIONS)
    public_interest_organization: int | None = column("社会公益组织", under=_ORGANISATIONS)
    legal_service_organization: int | None = column("法律服务机构", under=_ORGANISATIONS)
    other_organization: int | None = column("其他", under=_ORGANISATIONS)
    total: int | None = column("总计", aliases=("合计",), total=True)


@frozen
class Denied:
    """Requests denied, by the ground of Arts. 14 to 16 of the Regulations."""

    state_secret: Applicants = row("1.属于国家秘密")
    prohibited_by_law: Applicants = row("2.其他法律行政法规禁止公开")
    security_and_stability: Applicants = row("3.危及“三安全一稳定”")
    third_party_rights: Applicants = row("4.保护第三方合法权益")
    internal_affairs: Applicants = row("5.属于三类内部事务信息")
    process_information: Applicants = row("6.属于四类过程性信息")
    enforcement_files: Applicants = row("7.属于行政执法案卷")
    administrative_inquiry: Applicants = row("8.属于行政查询事项")


@frozen
class Unavailable:
    """Requests for information that the organ could not provide (Arts. 30 and 36)."""

    not_held: Applicants = row("1.本机关不掌握相关政府信息")
    requires_creation: Applicants = row("2.没有现成信息需要另行制作")
    still_unclear: Applicants = row("3.补正后申请内容仍不明确")


@frozen
class NotProcessed:
    """Requests that were not processed as such (Arts. 35, 36 and 39)."""

    petition: Applicants = row("1.信访举报投诉类申请")
    repeated: Applicants = row("2.重复申请")
    published_material: Applicants = row("3.要求提供公开出版物")
    excessive: Applicants = row("4.无正当理由大量反复申请")
    confirmation: Applicants = row("5.要求行政机关确认或重新出具已获取信息")


@frozen
class OtherOutcomes:
    """（六）其他处理: one row in edition 2019 (`total`), three in edition 2021."""

    total: Applicants | None = row(own=True, optional=True)
    not_corrected_in_time: Applicants | None = row(
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", optional=True
    )
    fee_unpaid: Applicants | None = row(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", optional=True
    )
    other: Applicants | None = row("3.其他", optional=True)


@frozen
class Outcomes:
    """What became of the requests in the year of the report."""

    granted: Applicants = row("（一）予以公开")
    partially_granted: Applicants = row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
    denied: Denied = rows("（三）不予公开")
    unavailable: Unavailable = rows("（四）无法提供")
    not_processed: NotProcessed = rows("（五）不予处理")
    other: OtherOutcomes = rows("（六）其他处理")
    total: Applicants = row("（七）总计", aliases=("（七）合计",), total=True)


@frozen
class Requests:
    """三、收到和处理政府信息公开申请情况: 25 rows (edition 2019: 23) of 7 counts."""

    layout: ClassVar[Layout] = Layout(
        part="requests",
        heading="三、收到和处理政府信息公开申请情况",
        stub="（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        header="申请人情况",
        basis="第五十条第（二）项",
        identities=(
            Identity(
                "balance", ("received", "carried_over"), ("outcomes.total", "carried_forward")
            ),
        ),
    )

    received: Applicants = row(
        "一、本年新收政府信息公开申请数量", aliases=("一、本年新收申请数量",)
    )
    carried_over: Applicants = row(
        "二、上年结转政府信息公开申请数量", aliases=("二、上年结转申请数量",)
    )
    outcomes: Outcomes = rows("三、本年度办理结果")
    carried_forward: Applicants = row("四、结转下年度继续办理")
