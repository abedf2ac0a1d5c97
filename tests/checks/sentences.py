"""Sentences in the manner of agencies' prose, each with the figures that its table prints.

They were written before the grammar of claims. About half are traps: whatever they say, the
table does not contradict it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import frozen

from govinfo import Edition, Fact, Facts, Money, Narrative, Report
from govinfo.grammar.compile import build, compile_class
from govinfo.template.disputes import Disputes
from govinfo.template.indicators import Indicators
from govinfo.template.proactive import Proactive2019, Proactive2021
from govinfo.template.requests import Requests


@frozen(slots=True)
class Said:
    """A sentence, whose report says it, and the first cell of each contradiction."""

    table: str
    sentence: str
    contradicts: tuple[str, ...] = ()


_Values = Mapping[str, int | Money]
_QINGXI: _Values = {
    "proactive.rules.issued": 0,
    "proactive.rules.repealed": 0,
    "proactive.rules.in_force": 0,
    "proactive.normative_documents.issued": 7,
    "proactive.normative_documents.repealed": 3,
    "proactive.normative_documents.in_force": 62,
    "proactive.licensing.decisions": 15230,
    "proactive.penalties.decisions": 842,
    "proactive.compulsion.decisions": 31,
    "proactive.fees.amount": Money(Decimal("126.5"), "万元"),
    "requests.received.natural_person": 40,
    "requests.received.enterprise": 6,
    "requests.received.legal_service_organization": 3,
    "requests.received.other_organization": 1,
    "requests.received.total": 50,
    "requests.carried_over.natural_person": 3,
    "requests.carried_over.total": 3,
    "requests.outcomes.granted.natural_person": 15,
    "requests.outcomes.granted.enterprise": 4,
    "requests.outcomes.granted.legal_service_organization": 1,
    "requests.outcomes.granted.total": 20,
    "requests.outcomes.partially_granted.natural_person": 4,
    "requests.outcomes.partially_granted.enterprise": 1,
    "requests.outcomes.partially_granted.legal_service_organization": 1,
    "requests.outcomes.partially_granted.total": 6,
    "requests.outcomes.denied.third_party_rights.natural_person": 1,
    "requests.outcomes.denied.third_party_rights.total": 1,
    "requests.outcomes.denied.internal_affairs.natural_person": 2,
    "requests.outcomes.denied.internal_affairs.total": 2,
    "requests.outcomes.denied.process_information.natural_person": 1,
    "requests.outcomes.denied.process_information.total": 1,
    "requests.outcomes.denied.enforcement_files.natural_person": 2,
    "requests.outcomes.denied.enforcement_files.enterprise": 1,
    "requests.outcomes.denied.enforcement_files.total": 3,
    "requests.outcomes.unavailable.not_held.natural_person": 8,
    "requests.outcomes.unavailable.not_held.legal_service_organization": 1,
    "requests.outcomes.unavailable.not_held.total": 9,
    "requests.outcomes.unavailable.requires_creation.natural_person": 1,
    "requests.outcomes.unavailable.requires_creation.total": 1,
    "requests.outcomes.not_processed.petition.natural_person": 2,
    "requests.outcomes.not_processed.petition.total": 2,
    "requests.outcomes.other.not_corrected_in_time.natural_person": 1,
    "requests.outcomes.other.not_corrected_in_time.total": 1,
    "requests.outcomes.other.other.natural_person": 1,
    "requests.outcomes.other.other.other_organization": 1,
    "requests.outcomes.other.other.total": 2,
    "requests.outcomes.total.natural_person": 38,
    "requests.outcomes.total.enterprise": 6,
    "requests.outcomes.total.legal_service_organization": 3,
    "requests.outcomes.total.other_organization": 1,
    "requests.outcomes.total.total": 48,
    "requests.carried_forward.natural_person": 5,
    "requests.carried_forward.total": 5,
    "disputes.reconsideration.upheld": 4,
    "disputes.reconsideration.corrected": 1,
    "disputes.reconsideration.other": 2,
    "disputes.reconsideration.pending": 1,
    "disputes.reconsideration.total": 8,
    "disputes.litigation.direct.upheld": 2,
    "disputes.litigation.direct.other": 1,
    "disputes.litigation.direct.pending": 1,
    "disputes.litigation.direct.total": 4,
    "disputes.litigation.after_reconsideration.upheld": 1,
    "disputes.litigation.after_reconsideration.total": 1,
}
_BUREAU: _Values = {
    "requests.received.natural_person": 3,
    "requests.received.enterprise": 1,
    "requests.received.total": 4,
    "requests.outcomes.granted.natural_person": 2,
    "requests.outcomes.granted.enterprise": 1,
    "requests.outcomes.granted.total": 3,
    "requests.outcomes.unavailable.not_held.natural_person": 1,
    "requests.outcomes.unavailable.not_held.total": 1,
    "requests.outcomes.total.natural_person": 3,
    "requests.outcomes.total.enterprise": 1,
    "requests.outcomes.total.total": 4,
    "disputes.reconsideration.upheld": 1,
    "disputes.reconsideration.total": 1,
}
_LIST: _Values = {
    "indicators.disclosure.total": 860,
    "indicators.disclosure.channels.gazette": 12,
    "indicators.disclosure.channels.website": 610,
    "indicators.disclosure.channels.weibo": 140,
    "indicators.disclosure.channels.wechat": 320,
    "indicators.disclosure.channels.other": 55,
    "indicators.applications.received": 14,
    "indicators.applications.in_person": 2,
    "indicators.applications.online": 9,
    "indicators.applications.letter": 3,
    "indicators.applications.concluded": 14,
    "indicators.applications.on_time": 14,
    "indicators.applications.answered": 14,
    "indicators.applications.answers.granted": 12,
    "indicators.applications.answers.nonexistent": 2,
    "indicators.reconsideration.total": 1,
    "indicators.reconsideration.upheld": 1,
}
_NEW = (Proactive2021, Requests, Disputes)
_OLD = (Proactive2019, Requests, Disputes)
_TABLES: dict[str, tuple[str, int, Edition, tuple[type, ...], _Values]] = {
    "district": ("青溪区人民政府", 2023, Edition.E2021, _NEW, _QINGXI),
    "bureau": ("云岭市青溪区水务局", 2022, Edition.E2021, _NEW, _BUREAU),
    "empty": ("云岭市档案局", 2020, Edition.E2019, _OLD, {}),
    "list": ("云岭市教育局", 2018, Edition.E2014, (Indicators,), _LIST),
}


def report_of(said: Said) -> Report:
    """A report whose overview is the sentence; cells not named above print 0."""
    agency, year, edition, classes, values = _TABLES[said.table]
    paths = [path for cls in classes for _, _, path in compile_class(cls).cells()]
    absent = "requests.outcomes.other.total." if edition is Edition.E2021 else ".other.other."
    unknown = set(values) - set(paths)
    assert not unknown, unknown
    printed = {path: values.get(path, 0) for path in paths if absent not in path}
    sections: dict[str, Any] = {}
    for cls in classes:
        part = compile_class(cls).layout.part
        held = {
            p.removeprefix(f"{part}."): v for p, v in printed.items() if p.startswith(f"{part}.")
        }
        sections[part] = build(cls, held)
    return Report(
        title=f"{agency}{year}年政府信息公开工作年度报告",
        agency=agency,
        year=year,
        edition=edition,
        overview=Narrative(said.sentence, "一、总体情况"),
        facts=Facts([Fact(path, value) for path, value in printed.items()]),
        **sections,
    )


_NEW_REQUESTS = "requests.received.total"
_ANSWERED = "requests.outcomes.total.total"
_FORWARD = "requests.carried_forward.total"
_GRANTED = "requests.outcomes.granted.total"
_PARTLY = "requests.outcomes.partially_granted.total"
_DENIED = "requests.outcomes.denied.state_secret.total"
_RECONSIDERED = "disputes.reconsideration.total"
_SUED = "disputes.litigation.direct.total"

SOUND = (
    Said(
        "district",
        "全区各级行政机关全年新收政府信息公开申请50件，上年结转3件，办结48件，结转下年度继续办理5件。",
    ),
    Said(
        "district",
        "2023年共受理依申请公开53件（含上年度结转3件），按期答复48件，其余5件顺延至2024年办理。",
    ),
    Said(
        "district",
        "区政府办公室代表区政府受理申请21件，办结19件；其余申请由各镇街、部门分别办理。",
    ),
    Said("district", "依申请公开数量较上年增加12件，增长31.6%，主要集中在土地征收和房屋拆迁领域。"),
    Said(
        "district",
        "其中，区自然资源局收到申请17件，区住建局收到申请11件，两部门合计占全区申请量的一半以上。",
    ),
    Said("district", "2022年全区收到政府信息公开申请38件，2023年为50件。"),
    Said("district", "“区长信箱”全年受理群众来信1260件，办结1251件，办结率99.3%。"),
    Said("district", "全年办理人大代表建议86件、政协提案112件，均已按时答复并予以公开。"),
    Said("district", "全区行政复议机构全年共受理行政复议案件143件，审结131件，直接纠错率为12%。"),
    Said(
        "district",
        "自2008年《条例》施行以来，全区累计受理政府信息公开申请412件，累计公开信息9.6万条。",
    ),
    Said("district", "上半年收到申请22件，下半年收到申请28件。"),
    Said("district", "收到政府信息公开申请五十件，其中自然人提出40件、商业企业提出6件。"),
    Said(
        "district",
        "答复申请48件，其中予以公开20件，部分公开6件，不予公开7件，无法提供10件，不予处理2件，其他处理3件。",
    ),
    Said("district", "因政府信息公开引发行政复议８件，结果维持４件，纠正１件。"),
    Said("district", "因政府信息公开被提起行政诉讼5起，其中法院判决维持3起、1起尚在审理之中。"),
    Said("district", "举办政务公开培训班3期，培训业务骨干150余人次，现场答复基层咨询60多件。"),
    Said("district", "已办结的申请中，超过八成在10个工作日内答复，平均办理时长9天。"),
    Said("district", "近50件申请涉及征地补偿，答复中均附具了救济途径。"),
    Said("district", "全区现行有效行政规范性文件62件，年内新制发7件、废止3件。"),
    Said("district", "目前区政府网站存有历年规范性文件415件，其中当年上传58件。"),
    Said("district", "全年作出行政处罚决定842件、行政强制31件，办理行政许可1.52万件。"),
    Said("district", "申请办理中，11件经沟通后由申请人主动撤回。"),
    Said(
        "district",
        "受理的申请中有23件通过在线平台提交，19件通过邮寄方式提交，8件为当面提交。",
    ),
    Said("district", "答复信访事项207件，满意率98%。"),
    Said("district", "12345热线承办政府信息公开类工单96件，均按时答复。"),
    Said(
        "district",
        "行政诉讼方面，全区行政机关作为被告的一审案件共67件，负责人出庭应诉率100%。",
    ),
    Said("district", "与2022年（41件）相比，新收申请量增加9件。"),
    Said("district", "未发生因政府信息公开工作被追究责任的情形。"),
    Said("district", "严格执行收费规定，全年未向申请人收取任何费用。"),
    Said("district", "编发《政府公报》4期，登载规章和规范性文件5件。"),
    Said("empty", "本年度我局未收到政府信息公开申请，也没有发生相关行政复议和行政诉讼。"),
    Said("empty", "依法公开行政许可决定12条，行政处罚5条。"),
    Said(
        "bureau",
        "共收到申请4件，全部按时办结，其中3件予以公开，1件因本机关不掌握相关信息无法提供。",
    ),
    Said("bureau", "被申请行政复议1件，复议机关维持原行政行为；无行政诉讼。"),
    Said(
        "list",
        "全年主动公开政府信息860条，其中政府网站610条，政务微信320条，政务微博140条，政府公报12条。",
    ),
    Said("list", "截至2018年底，累计主动公开政府信息1.2万余条。"),
)
"""What a sound report may say of its own figures, or of other ones."""

WRONG = (
    Said("district", "一年来，全区新收政府信息公开申请55件，同比增长9.6%。", (_NEW_REQUESTS,)),
    Said("district", "2023年，全区共受理政府信息公开申请61件，均依法按时办理。", (_NEW_REQUESTS,)),
    Said(
        "district",
        "全年答复政府信息公开申请46件，结转下年继续办理7件。",
        (_ANSWERED, _FORWARD),
    ),
    Said("district", "上年结转申请5件，本年新收50件。", ("requests.carried_over.total",)),
    Said(
        "district",
        "从申请主体看，自然人申请39件，占比最高；法人或其他组织申请10件。",
        ("requests.received.natural_person",),
    ),
    Said("district", "办理结果为：予以公开24件，部分公开6件，不予公开7件。", (_GRANTED,)),
    Said("district", "其中部分公开9件、不予公开5件、无法提供10件。", (_PARTLY, _DENIED)),
    Said(
        "district",
        "因政府信息公开被申请行政复议12件，结果维持4件、结果纠正1件、其他结果2件、尚未审结1件。",
        (_RECONSIDERED,),
    ),
    Said("district", "政府信息公开行政诉讼案件3件，均为未经复议直接起诉。", (_SUED,)),
    Said(
        "district",
        "全年制发行政规范性文件9件，废止2件。",
        ("proactive.normative_documents.issued", "proactive.normative_documents.repealed"),
    ),
    Said(
        "district",
        "截至年底，区政府现行有效的行政规范性文件共70件。",
        ("proactive.normative_documents.in_force",),
    ),
    Said("district", "全年共作出行政处罚824件。", ("proactive.penalties.decisions",)),
    Said("district", "依法收取行政事业性收费1265万元。", ("proactive.fees.amount",)),
    Said("district", "本年度未收到政府信息公开申请。", (_NEW_REQUESTS,)),
    Said("district", "未发生因政府信息公开引发的行政复议、行政诉讼案件。", (_RECONSIDERED, _SUED)),
    Said("empty", "2020年，我局办理依申请公开三件，均在法定时限内答复。", (_NEW_REQUESTS,)),
    Said("empty", "全年共收到信息公开申请１件，已按规定答复申请人。", (_NEW_REQUESTS,)),
    Said(
        "bureau",
        "本年度共收到政府信息公开申请6件，办结6件，办结率100%。",
        (_NEW_REQUESTS, _ANSWERED),
    ),
    Said(
        "bureau",
        "我局全年受理依申请公开事项7件，其中网上受理5件、信函2件，全部按时回复。",
        (_NEW_REQUESTS,),
    ),
    Said("bureau", "行政复议2件，复议结果均为维持。", (_RECONSIDERED,)),
    Said("bureau", "无政府信息公开行政复议案件，行政诉讼案件1件。", (_RECONSIDERED, _SUED)),
    Said("list", "2018年主动公开政府信息906条。", ("indicators.disclosure.total",)),
    Said(
        "list",
        "通过政府网站公开信息530条，通过微信公众号公开320条。",
        ("indicators.disclosure.channels.website",),
    ),
    Said(
        "list",
        "收到依申请公开16件，其中网络申请11件、信函申请3件、当面申请2件。",
        ("indicators.applications.received", "indicators.applications.online"),
    ),
    Said("district", "截至2023年12月31日，尚有9件申请结转至下一年度办理。", (_FORWARD,)),
    Said(
        "district",
        "新收申请中，商业企业9件，法律服务机构3件，其余均由自然人提出。",
        ("requests.received.enterprise",),
    ),
    Said(
        "district",
        "不予处理5件，主要为信访举报投诉类申请。",
        ("requests.outcomes.not_processed.petition.total",),
    ),
    Said(
        "district",
        "本机关不掌握相关政府信息的12件，没有现成信息需要另行制作的1件。",
        ("requests.outcomes.unavailable.not_held.total",),
    ),
    Said(
        "district",
        "一年中共收到公民、法人和其他组织提出的信息公开申请一百零五件。",
        (_NEW_REQUESTS,),
    ),
    Said(
        "district",
        "因信息公开引发的行政复议8件，其中被纠正3件，被维持4件。",
        ("disputes.reconsideration.corrected",),
    ),
    Said(
        "district",
        "涉及政府信息公开的行政诉讼5件：结果维持1件，尚未审结1件。",
        ("disputes.litigation.direct.upheld",),
    ),
    Said(
        "district",
        "全年办理政府信息公开申请共计58件，其中上年结转3件、当年新收55件。",
        (_NEW_REQUESTS, _NEW_REQUESTS),
    ),
    Said(
        "district",
        "年内作出行政许可决定15320件、行政强制措施31件次。",
        ("proactive.licensing.decisions",),
    ),
    Said(
        "district",
        "收到涉及土地、规划、社会保障等方面的公开申请共计44件，其中40件来自自然人。",
        (_NEW_REQUESTS,),
    ),
)
"""What the table denies."""

BLIND_SOUND = (
    Said(
        "district",
        "依申请公开方面，全区共登记政府信息公开申请53件，其中本年度新增50件、上年度转入3件，"
        "现已办结48件。",
    ),
    Said("district", "全年新收申请50件，比上一年度多12件；办结48件，比上一年度多9件。"),
    Said("district", "50件新收申请中，来自自然人的40件，来自法人或其他组织的10件。"),
    Said(
        "district",
        "区公安分局、区人社局分别受理申请9件和6件，均在15个工作日内办结。",
    ),
    Said("district", "全年共召开新闻发布会12场，发布政策解读材料35件，回应社会关切48件次。"),
    Said(
        "district",
        "去年全区答复申请36件，今年答复48件，其中决定予以公开20件。",
    ),
    Said("district", "审核拟公开文件320件，其中主动公开210件、依申请公开45件、不予公开65件。"),
    Said("district", "全区法院一审审结行政案件112件，其中涉及征收补偿的诉讼61件。"),
    Said("district", "行政复议8件中，维持4件，占50%；其余4件中1件尚未审结。"),
    Said("district", "2月、3月两个月共收到申请15件，为全年高峰。"),
    Said("district", "每万人口申请量0.6件，低于全市平均水平1.1件。"),
    Said("district", "收到社会公益组织申请0件，科研机构申请0件。"),
    Said("district", "今年以来，通过“12345”平台受理政务公开类咨询31件，全部办结。"),
    Said("district", "清理行政规范性文件68件，决定继续保留62件、废止3件、修改3件。"),
    Said("district", "行政执法公示平台全年归集行政许可信息15186条、行政处罚信息839条。"),
    Said("district", "收到补正通知后，有4件申请的内容得以明确，另1件未再补正。"),
    Said(
        "district",
        "尚未办结的5件申请均为12月下旬收到，将依法于2024年1月答复。",
    ),
    Said("empty", "2020年度无人提出政府信息公开申请，未产生行政复议和行政诉讼，未收取任何费用。"),
    Said("empty", "指导下属事业单位办理信息公开申请2件，协助市政府办公室答复申请1件。"),
    Said("bureau", "全年收到的四件信息公开申请，三件来自自然人，一件来自企业。"),
    Said("bureau", "2021年我局收到信息公开申请9件，2022年降至4件。"),
    Said("list", "受理依申请公开14件，办结14件，其中同意公开12件、申请信息不存在2件。"),
    Said("list", "全市教育系统主动公开政府信息3.6万条，局机关公开860条。"),
)
BLIND_WRONG = (
    Said(
        "district",
        "依申请公开方面，全区全年共收到申请65件，办结60件，结转下年度5件。",
        (_NEW_REQUESTS, _ANSWERED),
    ),
    Said("district", "2023年，我区新收依申请公开件45件，较2022年增加7件。", (_NEW_REQUESTS,)),
    Said("district", "全年依法答复申请人41件次申请，共作出答复41件。", (_ANSWERED,)),
    Said(
        "district",
        "从办理结果看，决定公开18件，占37.5%，予以部分公开6件，占12.5%，无法提供14件，占29.2%。",
        (_GRANTED, "requests.outcomes.unavailable.not_held.total"),
    ),
    Said(
        "district",
        "当年引发行政复议案件5件、行政诉讼案件2件，均涉及政府信息公开。",
        (_RECONSIDERED, _SUED),
    ),
    Said(
        "district",
        "在政府信息公开行政复议中，结果维持6件，结果纠正1件。",
        ("disputes.reconsideration.upheld",),
    ),
    Said(
        "district",
        "商业企业提出申请8件，法律服务机构提出申请5件，科研机构未提出申请。",
        (
            "requests.received.enterprise",
            "requests.received.legal_service_organization",
        ),
    ),
    Said("district", "本年度无结转下年度办理的政府信息公开申请。", (_FORWARD,)),
    Said(
        "district",
        "全年印发区政府行政规范性文件11件，依规废止5件，现行有效62件。",
        (
            "proactive.normative_documents.issued",
            "proactive.normative_documents.repealed",
        ),
    ),
    Said("district", "行政事业性收费全年收取215.6万元，全部上缴国库。", ("proactive.fees.amount",)),
    Said("district", "全区共作出行政强制决定13件。", ("proactive.compulsion.decisions",)),
    Said("district", "全区没有发生因依申请公开引起的行政诉讼。", (_SUED,)),
    Said("empty", "我局全年共接到政府信息公开申请5件，已全部答复。", (_NEW_REQUESTS,)),
    Said(
        "empty",
        "2020年共收到依申请公开两件，均为自然人提出，已按时办结2件。",
        (_NEW_REQUESTS, _ANSWERED),
    ),
    Said("bureau", "2022年，收到并办结依申请公开9件，均予以公开。", (_NEW_REQUESTS,)),
    Said(
        "bureau",
        "本年度未收到依申请公开事项，未发生行政复议、行政诉讼。",
        (_NEW_REQUESTS, _RECONSIDERED),
    ),
    Said("bureau", "因信息公开被申请行政复议3起，复议机关全部予以维持。", (_RECONSIDERED,)),
    Said("list", "一年来，我局主动公开政府信息共计1060条。", ("indicators.disclosure.total",)),
    Said(
        "list",
        "公开渠道方面：政府公报21条，政府网站610条，政务微博140条。",
        ("indicators.disclosure.channels.gazette",),
    ),
    Said(
        "list",
        "全年受理信息公开申请17件，其中信函申请6件。",
        ("indicators.applications.received", "indicators.applications.letter"),
    ),
)
"""Forty-three more, written when the grammar was done and before it had seen them.

It then found 23 of their 28 contradictions and raised no false alarm.
"""

SNARES = (
    Said("district", "共收到申请62件，其中撤回12件，实际受理50件。"),
    Said("district", "收到公民申请40件，法人申请10件。"),
    Said("district", "收到书面申请12件、口头申请2件。"),
    Said("district", "按时答复44件，延期答复4件。"),
    Said("district", "新增行政复议案件6件，上年结转2件，均涉及政府信息公开。"),
    Said("district", "全区依法办理行政处罚案件961件，结案842件。"),
    Said("district", "公安机关作出行政处罚600件，城管部门作出行政处罚150件。"),
    Said("district", "2021年至2023年，全区分别收到政府信息公开申请30件、41件和50件。"),
    Said("district", "2022、2023年分别收到申请38件、50件。"),
    Said("district", "收到申请由38件增至50件，办结由37件上升到48件。"),
    Said("district", "收到申请50件。其中，涉及征地拆迁的20件，予以公开8件，部分公开2件。"),
    Said("district", "收到申请50件，其中房产类12件，办结11件，结转1件。"),
    Said("district", "对答复不服的申请人中，有6人未申请行政复议，也未提起行政诉讼。"),
    Said("district", "政府信息公开行政复议8件，行政诉讼一审4件、二审1件。"),
    Said("district", "全年没有超期答复的申请，没有因答复不当引发的行政复议败诉案件。"),
    Said("district", "如申请人在法定期限内未收到答复，可依法申请行政复议或者提起行政诉讼。"),
    Said("district", "减免行政事业性收费58万元，惠及企业312家。"),
    Said("district", "制定规范性文件管理办法1件，备案审查规范性文件16件。"),
    Said("district", "近三年来累计收到申请129件，累计办结127件。"),
    Said("district", "区政府办公室共收到申请21件。办结19件，结转下年度2件。"),
    Said("district", "1—6月收到申请22件，截至9月底收到申请39件。"),
    Said("district", "受理12345转来的信息公开诉求18件，答复18件。"),
    Said("district", "区本级收到申请20件，答复19件。"),
    Said("district", "全市收到申请930件，我区占5.4%。"),
    Said("district", "各镇街受理申请12件，区直部门受理申请17件，区政府受理申请21件。"),
    Said("bureau", "全市水务系统共收到政府信息公开申请37件，我局收到4件。"),
    Said("bureau", "协助市水利局答复申请3件。"),
    Said("bureau", "收到申请4件，涉及5个事项，形成答复书5件。"),
    Said("bureau", "局机关及二级单位共受理申请9件。"),
    Said("empty", "在上级部门转来的3件依申请公开事项中，我局均不是答复主体。"),
)
"""Traps laid for the grammar's own rules."""

LATER_SOUND = (
    Said(
        "district",
        "（二）依申请公开。坚持接件、转办、答复闭环管理，2023年全区收到依申请公开50件，"
        "除5件结转至2024年外，均已依法答复。",
    ),
    Said("district", "区水务局、区教育局等12个部门全年零申请，其余部门人均办理申请3件。"),
    Said("district", "申请量排名前三的是：土地征收（17件）、工程建设（11件）、教育招生（6件）。"),
    Said("district", "累计向区档案馆移交政府公报50件、规范性文件正本14件。"),
    Said("district", "组织案例评析会2次，剖析典型申请6件、典型复议案件3件。"),
    Said("district", "新收申请同比增加12件，其中自然人增加9件，商业企业增加3件。"),
    Said("district", "全区53件申请中，平均答复用时11天，最短的1件当日办结。"),
    Said(
        "district",
        "8件行政复议案件中，复议机关作出维持决定4件、责令重新答复1件、终止审理2件。",
    ),
    Said("district", "收到政府信息公开申请49件，另有1件由上级机关转来，合计50件。"),
    Said("district", "12月份单月收到申请9件，创年内新高。"),
    Said("district", "行政许可事项清单调整后共有许可事项284项，其中新增12项。"),
    Said("district", "开展规范性文件合法性审核19件，提出修改意见40余条。"),
    Said("district", "按照应公开尽公开的要求，公布行政处罚典型案例28件。"),
    Said("district", "自2024年1月1日至报告发布之日，又收到申请4件，不计入本年度。"),
    Said("bureau", "政务服务窗口全年受理各类申请事项3120件，办结3118件。"),
    Said("bureau", "办理政协委员提案11件、人大代表建议7件，答复率均为100%。"),
    Said("bureau", "协助区政府应诉1件、提供证据材料3份。"),
    Said("empty", "2020年，我局没有依申请公开的情形，不存在因此产生的行政复议、行政诉讼。"),
    Said("empty", "上一年度收到申请2件，本年度没有收到申请。"),
    Said("list", "回复网民留言36件，办理市长热线转办件58件。"),
)
LATER_WRONG = (
    Said(
        "district",
        "本年度依申请公开工作平稳有序，全区新增受理公开申请70件，较上年多32件。",
        (_NEW_REQUESTS,),
    ),
    Said(
        "district", "全年共收到群众依申请公开政府信息42件，全部在规定时间内答复。", (_NEW_REQUESTS,)
    ),
    Said(
        "district",
        "上年度结转办理6件，本年度新收50件，结转下年度继续办理5件。",
        ("requests.carried_over.total",),
    ),
    Said(
        "district",
        "答复结果：予以公开20件、部分公开8件、不予公开4件、无法提供11件、不予处理2件、其他处理3件。",
        (_PARTLY, _DENIED, "requests.outcomes.unavailable.not_held.total"),
    ),
    Said(
        "district",
        "属于行政执法案卷不予公开的6件，属于三类内部事务信息的2件。",
        ("requests.outcomes.denied.enforcement_files.total",),
    ),
    Said(
        "district",
        "全区因政府信息公开被复议9件，被诉讼5件。",
        (_RECONSIDERED,),
    ),
    Said(
        "district",
        "行政复议方面，8件政府信息公开复议案件已审结6件，尚未审结2件。",
        ("disputes.reconsideration.pending",),
    ),
    Said(
        "district",
        "涉及政府信息公开的行政诉讼案件7件，其中未经复议直接起诉6件，复议后起诉1件。",
        (_SUED, _SUED),
    ),
    Said(
        "district",
        "年内出台行政规范性文件4件，宣布废止3件，现有效文件62件。",
        ("proactive.normative_documents.issued",),
    ),
    Said(
        "district",
        "全区行政机关共实施行政处罚1842件，行政强制31件。",
        ("proactive.penalties.decisions",),
    ),
    Said("district", "2023年行政事业性收费总额为1.265亿元。", ("proactive.fees.amount",)),
    Said(
        "district",
        "从申请人构成看，自然人44件，商业企业6件，法律服务机构3件，其他1件。",
        ("requests.received.natural_person",),
    ),
    Said("bureau", "2022年共受理政府信息公开申请1件，经审查，予以公开。", (_NEW_REQUESTS,)),
    Said("bureau", "全年办结信息公开申请5件，其中4件予以公开。", (_ANSWERED, _GRANTED)),
    Said("bureau", "本年度我局未被申请行政复议，也未被提起行政诉讼。", (_RECONSIDERED,)),
    Said("empty", "共收到网上申请1件、书面申请2件，合计收到申请3件。", (_NEW_REQUESTS,)),
    Said("empty", "全年发生政府信息公开行政诉讼一起，目前正在审理。", (_SUED,)),
    Said(
        "list",
        "我局通过网站公开政府信息610条，通过政务微博公开410条。",
        ("indicators.disclosure.channels.weibo",),
    ),
    Said(
        "list",
        "答复申请14件，其中同意公开10件，申请信息不存在2件。",
        ("indicators.applications.answers.granted",),
    ),
    Said("list", "因信息公开发生行政复议3件，无行政诉讼。", ("indicators.reconsideration.total",)),
)
"""Forty more, written when it had been taught by the others, again before it had seen them.

It then found 21 of their 24 contradictions and raised 2 false alarms.
"""
