"""The words that claims are made of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, auto


class Word(IntEnum):
    """What a token is."""

    BREAK = auto()
    LIST = auto()
    COUNT = auto()
    MONEY = auto()
    NUMBER = auto()
    """A number that counts nothing of the tables: a percentage, an approximation, days."""
    LABEL = auto()
    REQUEST = auto()
    NEW = auto()
    RECEIVE = auto()
    HANDLE = auto()
    ANSWER = auto()
    OVER = auto()
    """Carried over from the year before."""
    FORWARD = auto()
    """Carried forward to the year after."""
    SUBJECT = auto()
    """Open government information."""
    NOT = auto()
    HAPPEN = auto()
    SETTLE = auto()
    """What ends a case; the template counts cases by result, not those that ended."""
    ACT = auto()
    """What an organ does that decides cases of others."""
    PUBLISH = auto()
    YEAR = auto()
    THIS = auto()
    """The year of the report."""
    PAST = auto()
    """The year before."""
    SPAN = auto()
    """A part of the year, or a time that does not end with it."""
    SINCE = auto()
    """What has been counted over a time that the text must name."""
    COMPARED = auto()
    CHANGED = auto()
    AMONG = auto()
    WHOLE = auto()
    OWN = auto()
    EVERY = auto()
    """All departments: of the whole where that is named, otherwise of some."""
    EACH = auto()
    WAY = auto()
    FOREIGN = auto()
    """What reports count that is no figure of the template."""
    MATTERS = auto()
    """What the requests are about, by examples: of all only where they are summed up."""
    QUALIFIED = auto()
    """What makes a part of the whole: 超期 (答复)."""
    FILL = auto()
    OTHER = auto()


VOCABULARY: Mapping[Word, str] = {
    Word.BREAK: "， , ： : ( ) [ ] 【 】 ； ; 。 ！ ! ？ ?",
    Word.LIST: "、",
    Word.REQUEST: (
        "申请 申请件 申请事项 申请书 公开申请 信息公开申请 政府信息公开申请 "
        "政务信息公开申请 政务公开申请 政府信息申请 信息申请 依申请 依申请公开 "
        "依申请公开件 依申请公开事项 依申请公开申请 依申请公开信息 依申请公开政府信息 "
        "依申请公开信息申请 依申请公开政府信息申请 依申请政府信息公开 依申请信息公开 "
        "信息依申请公开 政府信息依申请公开 政务信息依申请公开 申请公开 申请公开信息 "
        "申请公开政府信息 政府信息公开依申请 信息公开依申请 依申请类信息公开"
    ),
    Word.NEW: "本年新收 本年新收到 新收 新收到 新受理 新增受理 新增收到 当年新收 当年受理",
    Word.RECEIVE: "收到 受理 接收 接到 收 收件 接件 收悉 登记受理 收到并受理",
    Word.HANDLE: "办理 处理 受理办理 受理并办理",
    Word.ANSWER: "答复 办结 回复 办理完毕 处理完毕 作出答复 答复办结 办理答复 予以答复 依法答复",
    Word.SUBJECT: (
        "政府信息公开 信息公开 政务公开 政务信息公开 涉及政府信息公开 涉及信息公开 "
        "涉政府信息公开 政府信息公开工作 信息公开工作 政府信息公开类 信息公开类"
    ),
    Word.NOT: "未 没有 无 从未 均未 尚未 未曾 也未 也没有 亦未 亦无 也无 并未 没 零",
    Word.HAPPEN: "发生 引发 产生 出现 有 引起 存在",
    Word.SETTLE: "审结 结案 已审结",
    Word.ACT: "审理 审查 应诉 出庭 承办 办案",
    Word.PUBLISH: "公布 公示 发布 归集 上传 推送 录入 公开 登载 刊登 转发",
    Word.THIS: (
        "全年 本年 本年度 今年 年内 当年 当年度 一年来 一年中 报告期 报告期内 本报告期 "
        "本报告期内 年底 年末 截至年底 截止年底 截至年末 今年以来 全年度 期内 本期"
    ),
    Word.PAST: "上年 上年度 去年 上一年 上一年度 去年度 往年 前年 历年 历史",
    Word.SPAN: (
        "上半年 下半年 季度 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 "
        "第四季度 前三季度 截至目前 截止目前 目前 月份 每月 月均 以来 近年来 近三年 "
        "三年来 五年来 近两年 日均 至今 迄今"
    ),
    Word.SINCE: "累计 累计共",
    Word.COMPARED: "同比 环比 相比 较 比 持平 相较 对比 占 约占 占比 与上年 与去年",
    Word.CHANGED: (
        "增加 减少 增长 下降 上升 降低 净增 增幅 多出 少于 多于 上涨 翻番 增减 新增 提高 "
        "降幅 突破 不足 平均"
    ),
    Word.AMONG: (
        "申请中 公开申请中 案件中 其中 当中 之中 的申请中 答复中 办理中 诉讼中 复议中 "
        "结果中 申请里 文件中"
    ),
    Word.WHOLE: (
        "全市 全区 全县 全省 全州 全镇 全乡 全街道 全盟 全旗 全局 全系统 全委 全厅 全办 "
        "全院 全中心 全部门 全单位"
    ),
    Word.OWN: (
        "我局 我委 我办 我厅 我院 我中心 我单位 我部门 我机关 我镇 我乡 我街道 我市 我区 "
        "我县 我省 我州 我旗 本局 本委 本办 本厅 本院 本中心 本单位 本部门 本机关 "
        "本行政机关 本镇 本乡 本街道 本市 本区 本县 本省 我处 本处 我站 我队 我所 我会 "
        "本级 市本级 区本级 县本级 本系统 我系统"
    ),
    Word.EVERY: (
        "镇街 街镇 乡镇 镇街道 区直部门 市直部门 县直部门 区级部门 市级部门 县级部门 直属单位 "
        "各级 各级各部门 各级行政机关 行政机关 各部门 各单位 各镇街 各乡镇 各镇 各街道 "
        "各县区 各县 各区 各地 各地各部门 各科室 各级政府 各级人民政府 各镇街道 "
        "各职能部门 各行政机关 各级政府部门"
    ),
    Word.EACH: "各",
    Word.WAY: (
        "通过 网上 在线 网络 邮寄 邮件 电子邮件 信函 当面 现场 传真 平台 渠道 方式 途径 "
        "形式 窗口 等方式 等渠道 等形式 等途径 网络平台 网上平台 在线平台 在线申请 信件 "
        "寄送"
    ),
    Word.FOREIGN: (
        "信箱 来信 信访 建议 提案 议案 热线 工单 咨询 留言 投诉 举报 诉求 来电 来访 意见 "
        "办件 评查 会议 公文 检查 督查 舆情 线索 主动公开 稿件 解读 培训 服务事项 "
        "政民互动 问题 报道 书面意见 备案 合法性审核 清理 修订 修改 废改立 项目 合同 协议 "
        "许可申请 低保 登记申请 救助申请"
    ),
    Word.QUALIFIED: (
        "超期 逾期 延期 延长 当场 当天 当日 提前 电话 口头 撤回 撤销 撤诉 败诉 涉及 有关 "
        "类 转办 转送 退回 误 超时 追责 问责 追究 补正 征求 再次 首次 重大 较大 一般程序 "
        "简易程序 听证 一审 二审 再审"
    ),
    Word.FILL: (
        "共 共计 总计 合计 总共 一共 共有 均 都 全部 已 已经 依法 依规 依法依规 依规依法 "
        "按时 按期 及时 认真 按要求 按规定 规范 严格 含 其中含 包括 包含 另 另有 尚 尚有 "
        "还有 还 其余 剩余 的 了 等 为 是 达 到 达到 计 数 量 数量 总数 总量 总数为 件数 "
        "情况 方面 工作 结果 公民、法人和其他组织 公民、法人或者其他组织 "
        "公民、法人或其他组织 公民、法人及其他组织 公众 群众 社会公众 社会 申请人 当事人 "
        "提出 递交 提交 法定 时限 时限内 期限 期限内 规定 在 予以 完成 并 和 及 与 以及 "
        "或 或者 因 由 由于 对 就 向 被 将 把 所 也 亦 来自 属于 各类 案件 案 类别 相关 "
        "此 而 导致 引发的 引起的 政府信息 信息 政务信息 继续 继续办理 办理结果 判决 裁定 "
        "法院 人民法院 复议机关 复议机构 决定 处理决定 作出 做出 实施 下达 收取 征收 金额 "
        "总额 费用 依 按照 其 该 有 均已 又 则 新 实际 纳入 现 申请政府信息公开 措施 "
        "到本年度 至本年度 转 之 中 当 主要 于 时间 内 提起 申请的 同时 此外 截至 截止 以 "
        "自 起 止 至 件 年度 一年 下 里 不服 处"
    ),
}
"""How the words are written, parted by blanks; of two meanings of one word the first holds."""
