"""Section 4: administrative reconsideration and administrative litigation over open information.

Templates: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号 (alike).
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from govinfo.grammar.fields import Layout, column, columns


@frozen
class Results:
    """Cases by result. Counts of 件."""

    upheld: int | None = column("结果维持")
    corrected: int | None = column("结果纠正")
    other: int | None = column("其他结果")
    pending: int | None = column("尚未审结")
    total: int | None = column("总计", aliases=("合计",), total=True)


@frozen
class Litigation:
    """Administrative litigation, by whether the applicant first sought reconsideration."""

    direct: Results = columns("未经复议直接起诉")
    after_reconsideration: Results = columns("复议后起诉")


@frozen
class Disputes:
    """四、政府信息公开行政复议、行政诉讼情况: one row of 15 counts."""

    layout: ClassVar[Layout] = Layout(
        part="disputes",
        heading="四、政府信息公开行政复议、行政诉讼情况",
        basis="第五十条第（三）项",
    )

    reconsideration: Results = columns("行政复议")
    litigation: Litigation = columns("行政诉讼")
