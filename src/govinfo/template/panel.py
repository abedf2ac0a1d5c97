"""One panel over the editions: what each edition's figures say of the same thing.

A variable is a figure of each edition, or a sum of some. How sure a correspondence is, is told
against the definition of the latest edition: exact where the templates define the same, near
where they do not, with the reason. What only the prose tells since 2019 is near there: the list of
2014 defines it. What an edition does not tell at all has no source there; docs/panel.md is made
of this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from govinfo.diagnostics import Words
from govinfo.grammar.compile import compile_class
from govinfo.template.requests import Requests


@frozen(slots=True)
class Source:
    """What an edition's tables say of a variable.

    Attributes:
        terms: Paths of the facts whose sum it is, or the measure of the narratives.
        reason: How the edition's definition differs from the latest one's; `None` where it does
            not.
    """

    terms: tuple[str, ...]
    reason: Words | None = None

    @property
    def exact(self) -> bool:
        """Whether the edition defines the variable as the latest one does."""
        return self.reason is None


@frozen(slots=True)
class Variable:
    """A figure that can be followed over the editions.

    Attributes:
        name: Its name, as of a column.
        label: What it counts.
        sources: Where each edition tells it, by the edition's first year.
    """

    name: str
    label: Words
    sources: Mapping[str, Source]


def _listed(part: str, *terms: str, near: Words | None = None) -> dict[str, Source]:
    """Indicators of the list of 2014."""
    return {"2014": Source(tuple(f"indicators.{part}.{term}" for term in terms), near)}


def _tables(part: str, *terms: str) -> dict[str, Source]:
    """Figures that the tables of 2019 and 2021 define alike."""
    source = Source(tuple(f"{part}.{term}" for term in terms))
    return {"2019": source, "2021": source}


def _outcomes(*rows: str) -> dict[str, Source]:
    """Totals of rows of the outcomes, or of all rows of a group."""
    grammar = compile_class(Requests)
    paths = [row.path.removeprefix("outcomes.") for row in grammar.rows]
    held = [path for row in rows for path in paths if path == row or path.startswith(f"{row}.")]
    return _tables("requests.outcomes", *(f"{path}.total" for path in held))


def _answers(*rows: str, near: Words | None = None) -> dict[str, Source]:
    return _listed("applications.answers", *rows, near=near)


_REQUESTS = (
    Variable(
        "requests_received",
        Words("requests received in the year", "本年新收申请"),
        _listed("applications", "received") | _tables("requests.received", "total"),
    ),
    Variable(
        "requests_received_natural_persons",
        Words("of these, by natural persons", "其中：自然人"),
        _tables("requests.received", "natural_person"),
    ),
    Variable(
        "requests_received_organizations",
        Words("of these, by organizations", "其中：法人或其他组织"),
        _tables(
            "requests.received",
            "enterprise",
            "research_institution",
            "public_interest_organization",
            "legal_service_organization",
            "other_organization",
        ),
    ),
    Variable(
        "requests_carried_over",
        Words("requests carried over from last year", "上年结转"),
        _tables("requests.carried_over", "total"),
    ),
    Variable(
        "requests_carried_forward",
        Words("requests carried forward to next year", "结转下年度"),
        _tables("requests.carried_forward", "total"),
    ),
    Variable(
        "requests_concluded",
        Words("requests concluded in the year", "本年办结"),
        _listed(
            "applications",
            "concluded",
            near=Words(
                "the list does not say whether requests of the year before are among them",
                "2014 年统计表未说明是否含上年结转的申请",
            ),
        )
        | _outcomes("total"),
    ),
)
_OUTCOMES = (
    Variable(
        "requests_granted",
        Words("granted", "予以公开"),
        _answers(
            "already_public",
            "granted",
            near=Words(
                "since 2019 what is public already is counted as granted",
                "2019 年起，已主动公开的也计入“予以公开”",
            ),
        )
        | _outcomes("granted"),
    ),
    Variable(
        "requests_partially_granted",
        Words("partially granted", "部分公开"),
        _answers("partially_granted") | _outcomes("partially_granted"),
    ),
    Variable(
        "requests_denied",
        Words("denied", "不予公开"),
        _answers(
            "denied",
            near=Words(
                "the grounds changed with the Regulations of 2019",
                "不予公开的理由随 2019 年修订的《条例》改变",
            ),
        )
        | _outcomes("denied"),
    ),
    Variable(
        "denied_state_secret",
        Words("denied: state secret", "不予公开：国家秘密"),
        _listed("applications.denials", "state_secret") | _outcomes("denied.state_secret"),
    ),
    Variable(
        "denied_security_and_stability",
        Words("denied: security and stability", "不予公开：“三安全一稳定”"),
        _listed("applications.denials", "security_and_stability")
        | _outcomes("denied.security_and_stability"),
    ),
    Variable(
        "denied_third_party_rights",
        Words("denied: rights of third parties", "不予公开：第三方合法权益"),
        _listed(
            "applications.denials",
            "trade_secret",
            "privacy",
            near=Words(
                "Art. 15 of the Regulations of 2019 names trade secrets and privacy as examples",
                "2019 年修订的《条例》第十五条为“商业秘密、个人隐私等”，范围更宽",
            ),
        )
        | _outcomes("denied.third_party_rights"),
    ),
    Variable(
        "denied_other_grounds",
        Words("denied: other grounds of law", "不予公开：法律法规规定的其他情形"),
        _listed(
            "applications.denials",
            "other",
            near=Words(
                "in 2014 one row, of which the Regulations of 2019 make five grounds",
                "2014 年只有一项，2019 年起分为五项",
            ),
        )
        | _outcomes(
            "denied.prohibited_by_law",
            "denied.internal_affairs",
            "denied.process_information",
            "denied.enforcement_files",
            "denied.administrative_inquiry",
        ),
    ),
    Variable(
        "requests_not_held",
        Words("information not held", "本机关不掌握"),
        _answers(
            "nonexistent",
            "not_competent",
            near=Words(
                "the list tells what does not exist from what another organ has to disclose",
                "2014 年统计表分列“申请信息不存在”和“不属于本行政机关公开”",
            ),
        )
        | _outcomes("unavailable.not_held"),
    ),
    Variable(
        "requests_unclear",
        Words("request unclear", "申请内容不明确"),
        _answers(
            "amendment_requested",
            near=Words(
                "in 2014 every request to amend counts, since 2019 what is unclear even then",
                "2014 年计告知补正的全部件数，2019 年起只计补正后仍不明确的",
            ),
        )
        | _outcomes("unavailable.still_unclear"),
    ),
    Variable(
        "requests_directed_elsewhere",
        Words("applicant told to use another channel", "告知通过其他途径办理"),
        _answers(
            "other_channel",
            near=Words(
                "since 2019 the cases of Arts. 36 (7) and 39 of the Regulations; in 2014 any",
                "2019 年起为《条例》第三十六条第（七）项、第三十九条所列情形，2014 年未限定",
            ),
        )
        | _outcomes(
            "denied.administrative_inquiry",
            "not_processed.petition",
            "not_processed.published_material",
        ),
    ),
    Variable(
        "requests_not_processed",
        Words("not processed as a request", "不予处理"),
        _outcomes("not_processed"),
    ),
    Variable(
        "requests_other_outcomes",
        Words("other outcomes", "其他处理"),
        {
            "2019": _outcomes("other.total")["2019"],
            "2021": _outcomes("other.not_corrected_in_time", "other.fee_unpaid", "other.other")[
                "2021"
            ],
        },
    ),
)
_CASES = {
    "reconsideration": (Words("reconsideration", "行政复议"), ("reconsideration",)),
    "litigation": (
        Words("litigation", "行政诉讼"),
        ("litigation.direct", "litigation.after_reconsideration"),
    ),
}
_RESULTS = {
    "total": Words("all cases", "总计"),
    "upheld": Words("upheld", "结果维持"),
    "corrected": Words("corrected", "结果纠正"),
    "other": Words("other result", "其他结果"),
    "pending": Words("pending", "尚未审结"),
}
_NO_PENDING = Words(
    "the list has no place for cases that are pending at the end of the year",
    "2014 年统计表没有“尚未审结”一项",
)


def _disputes() -> Iterator[Variable]:
    for case, (kind, groups) in _CASES.items():
        for result, words in _RESULTS.items():
            sources = _tables("disputes", *(f"{group}.{result}" for group in groups))
            if result != "pending":
                near = None if result == "total" else _NO_PENDING
                sources |= _listed(case, result, near=near)
            label = Words(f"{kind.en}: {words.en}", f"{kind.zh}：{words.zh}")
            yield Variable(f"{case}_{result}", label, sources)


def _changed(this: str, last: str, near: Words) -> dict[str, Source]:
    """Figures of section 2 that the edition of 2021 defines otherwise than that of 2019."""
    return {
        "2019": Source((f"proactive.{last}",), near),
        "2021": Source((f"proactive.{this}",)),
    }


_MADE = Words(
    "edition 2019 counts documents made in the year, edition 2021 those issued",
    "2019 年版计“本年新制作数量”，2021 年版计“本年制发件数”",
)
_WIDER = Words(
    "edition 2021 counts administrative normative documents only",
    "2021 年版仅计行政规范性文件",
)
_DISCLOSED = Words(
    "edition 2019 counts all that is disclosed, edition 2021 what is in force",
    "2019 年版计“对外公开总数量”，2021 年版计“现行有效件数”",
)
_PROACTIVE = (
    Variable(
        "rules_issued",
        Words("rules issued in the year", "本年制发规章"),
        _changed("rules.issued", "rules.produced", _MADE),
    ),
    Variable(
        "rules_in_force",
        Words("rules in force", "现行有效规章"),
        _changed("rules.in_force", "rules.total_disclosed", _DISCLOSED),
    ),
    Variable(
        "normative_documents_issued",
        Words("normative documents issued in the year", "本年制发规范性文件"),
        _listed("disclosure", "normative_documents_issued", near=_WIDER)
        | _changed("normative_documents.issued", "normative_documents.produced", _WIDER),
    ),
    Variable(
        "normative_documents_in_force",
        Words("normative documents in force", "现行有效规范性文件"),
        _changed("normative_documents.in_force", "normative_documents.total_disclosed", _DISCLOSED),
    ),
    Variable(
        "normative_documents_disclosed",
        Words("normative documents disclosed in the year", "本年公开规范性文件"),
        _listed("disclosure", "normative_documents")
        | {"2019": Source(("proactive.normative_documents.newly_disclosed",))},
    ),
    *(
        Variable(f"{row}_decisions", words, _tables("proactive", f"{row}.decisions"))
        for row, words in (
            ("licensing", Words("decisions on licences", "行政许可决定")),
            ("penalties", Words("decisions on penalties", "行政处罚决定")),
            ("compulsion", Words("decisions on compulsion", "行政强制决定")),
        )
    ),
)

_IN_PROSE = Words(
    "told in the narrative only, where it is told at all, in words that nothing defines",
    "表格不含此项，仅在文字叙述中出现，口径不一",
)


def _spoken(name: str, label: Words, listed: str, measure: str) -> Variable:
    """What the list of 2014 counts and later editions tell in their prose."""
    prose = Source((f"narrative.{measure}",), _IN_PROSE)
    list_of_2014 = {"2014": Source((f"indicators.{listed}",))}
    return Variable(name, label, list_of_2014 | {"2019": prose, "2021": prose})


_PROSE = (
    _spoken(
        "disclosed_total",
        Words("items of information disclosed", "主动公开政府信息"),
        "disclosure.total",
        "disclosed.total",
    ),
    *(
        _spoken(
            f"disclosed_{channel}",
            Words(f"of these, {words.en}", f"其中：{words.zh}"),
            f"disclosure.channels.{channel}",
            f"disclosed.{channel}",
        )
        for channel, words in (
            ("gazette", Words("in the gazette", "政府公报")),
            ("website", Words("on the website", "政府网站")),
            ("weibo", Words("on Weibo", "政务微博")),
            ("wechat", Words("on WeChat", "政务微信")),
            ("other", Words("in other ways", "其他方式")),
        )
    ),
    *(
        _spoken(name, words, listed, measure)
        for name, words, listed, measure in (
            (
                "interpretations",
                Words("pieces that explain policies", "政策解读稿件"),
                *("response.interpretations", "interpretations"),
            ),
            (
                "press_conferences",
                Words("press conferences", "新闻发布会"),
                *("response.press_conferences", "press_conferences"),
            ),
            (
                "online_interviews",
                Words("online interviews", "在线访谈"),
                *("response.online_interviews", "online_interviews"),
            ),
            (
                "training_sessions",
                Words("training sessions", "培训班"),
                *("training.courses", "training.sessions"),
            ),
            (
                "training_participants",
                Words("people trained", "接受培训人员"),
                *("training.participants", "training.participants"),
            ),
            (
                "meetings",
                Words("meetings on open government information", "政府信息公开工作会议"),
                *("training.meetings", "meetings"),
            ),
            (
                "reading_points",
                Words("reading points", "查阅点"),
                *("organization.reading_rooms", "reading_points"),
            ),
            ("staff", Words("staff", "工作人员"), "organization.staff", "staff.total"),
            (
                "staff_full_time",
                Words("of these, full time", "其中：专职"),
                *("organization.staff_full_time", "staff.full_time"),
            ),
            (
                "staff_part_time",
                Words("of these, part time", "其中：兼职"),
                *("organization.staff_part_time", "staff.part_time"),
            ),
        )
    ),
)

PANEL: tuple[Variable, ...] = (*_REQUESTS, *_OUTCOMES, *_disputes(), *_PROACTIVE, *_PROSE)
"""Every variable, in the order of the editions' tables, and then what only the list of 2014 has."""
