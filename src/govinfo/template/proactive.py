"""Section 2: information disclosed on the organ's own initiative (Regulations, Art. 20).

Two editions, hence two classes: `Proactive2019` (国办公开办函〔2019〕60号) and `Proactive2021`
(国办公开办函〔2021〕30号).
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from govinfo.grammar.fields import Layout, column, row
from govinfo.money import Money

_ITEM_1 = "第二十条第（一）项"
_ITEM_5 = "第二十条第（五）项"
_ITEM_6 = "第二十条第（六）项"
_ITEM_8 = "第二十条第（八）项"
_ITEM_9 = "第二十条第（九）项"
_LAYOUT = Layout(
    part="proactive",
    heading="二、主动公开政府信息情况",
    stub="信息内容",
    basis="第五十条第（一）项",
)


@frozen
class Disclosed2019:
    """Documents made and disclosed. Counts of 件."""

    produced: int | None = column("本年新制作数量")
    newly_disclosed: int | None = column("本年新公开数量")
    total_disclosed: int | None = column("对外公开总数量", aliases=("对外公开数量",))


@frozen
class Decided2019:
    """Items of power and the decisions taken under them; `change` is signed."""

    previous_items: int | None = column("上一年项目数量")
    change: int | None = column("本年增/减", signed=True)
    decisions: int | None = column("处理决定数量")


@frozen
class Fees2019:
    """Items of administrative fees; `change` is signed."""

    previous_items: int | None = column("上一年项目数量")
    change: int | None = column("本年增/减", signed=True)


@frozen
class Procurement2019:
    """Centralised government procurement."""

    projects: int | None = column("采购项目数量")
    amount: Money | None = column("采购总金额")


@frozen
class Proactive2019:
    """二、主动公开政府信息情况, edition 2019: tables for Art. 20 (1), (5), (6), (8) and (9)."""

    layout: ClassVar[Layout] = _LAYOUT

    rules: Disclosed2019 = row("规章", under=_ITEM_1)
    normative_documents: Disclosed2019 = row(
        "规范性文件", under=_ITEM_1, aliases=("行政规范性文件",)
    )
    licensing: Decided2019 = row("行政许可", under=_ITEM_5)
    other_services: Decided2019 = row("其他对外管理服务事项", under=_ITEM_5)
    penalties: Decided2019 = row("行政处罚", under=_ITEM_6)
    compulsion: Decided2019 = row("行政强制", under=_ITEM_6)
    fees: Fees2019 = row("行政事业性收费", under=_ITEM_8)
    procurement: Procurement2019 = row("政府集中采购", under=_ITEM_9)


@frozen
class Issued2021:
    """Documents issued, repealed and in force. Counts of 件."""

    issued: int | None = column("本年制发件数")
    repealed: int | None = column("本年废止件数")
    in_force: int | None = column("现行有效件数")


@frozen
class Decided2021:
    """Decisions taken in the year."""

    decisions: int | None = column("本年处理决定数量")


@frozen
class Fees2021:
    """Administrative fees collected in the year."""

    amount: Money | None = column("本年收费金额", unit="万元")


@frozen
class Proactive2021:
    """二、主动公开政府信息情况, edition 2021: tables for Art. 20 (1), (5), (6) and (8)."""

    layout: ClassVar[Layout] = _LAYOUT

    rules: Issued2021 = row("规章", under=_ITEM_1)
    normative_documents: Issued2021 = row("行政规范性文件", under=_ITEM_1, aliases=("规范性文件",))
    licensing: Decided2021 = row("行政许可", under=_ITEM_5)
    penalties: Decided2021 = row("行政处罚", under=_ITEM_6)
    compulsion: Decided2021 = row("行政强制", under=_ITEM_6)
    fees: Fees2021 = row("行政事业性收费", under=_ITEM_8)
