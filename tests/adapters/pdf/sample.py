"""A report's three tables and some prose, as data from which each producer draws its PDF."""

from __future__ import annotations

from attrs import frozen

Placed = tuple[int, int, int, int, str]  # row, column, rowspan, colspan, text


@frozen
class Grid:
    """Cells by row, then by column; together they cover the grid."""

    cells: tuple[Placed, ...]

    @property
    def n_rows(self) -> int:
        return max(row + rowspan for row, _, rowspan, _, _ in self.cells)

    @property
    def n_columns(self) -> int:
        return max(column + colspan for _, column, _, colspan, _ in self.cells)

    def starting_in(self, row: int) -> list[Placed]:
        return [cell for cell in self.cells if cell[0] == row]


TITLE = ("示例县水务局", "2023年政府信息公开工作年度报告")

PROSE = (
    (
        "本报告依据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自2023年1月1日起至2023年"
        "12月31日止。对报告内容有疑问的，请与本局办公室联系，地址为示例县中山路18号，邮政编码为200000。"
    ),
    (
        "全年共主动公开各类信息1,286条，其中通过门户网站公开902条，通过新媒体账号公开384条。"
        "答复申请时注意与申请人沟通，没有因答复不当而被纠正的案件，全部申请都在期限之内办结。"
    ),
)

_GROUPS = (
    (
        "（三）不予公开",
        (
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ),
    ),
    (
        "（四）无法提供",
        (
            "1.本机关不掌握相关政府信息",
            "2.没有现成信息需要另行制作",
            "3.补正后申请内容仍不明确",
        ),
    ),
    (
        "（五）不予处理",
        (
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ),
    ),
    (
        "（六）其他处理",
        (
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
        ),
    ),
)


def _values(row: int) -> list[Placed]:
    """Seven figures that differ from row to row and from column to column."""
    return [(row, 3 + k, 1, 1, str((row * 37 + k * 11) % 240 * (k != 4))) for k in range(7)]


def _requests() -> Grid:
    cells: list[Placed] = [
        (0, 0, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"),
        (0, 3, 1, 7, "申请人情况"),
        (1, 3, 2, 1, "自然人"),
        (1, 4, 1, 5, "法人或其他组织"),
        (1, 9, 2, 1, "总计"),
        *(
            (2, 4 + k, 1, 1, text)
            for k, text in enumerate(
                ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
            )
        ),
        (3, 0, 1, 3, "一、本年新收政府信息公开申请数量"),
        *_values(3),
        (4, 0, 1, 3, "二、上年结转政府信息公开申请数量"),
        *_values(4),
        (5, 0, 22, 1, "三、本年度办理结果"),
        (5, 1, 1, 2, "（一）予以公开"),
        *_values(5),
        (6, 1, 1, 2, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        *_values(6),
    ]
    row = 7
    for group, items in _GROUPS:
        cells.append((row, 1, len(items), 1, group))
        for item in items:
            cells += [(row, 2, 1, 1, item), *_values(row)]
            row += 1
    cells += [(row, 1, 1, 2, "（七）总计"), *_values(row)]
    cells += [(row + 1, 0, 1, 3, "四、结转下年度继续办理"), *_values(row + 1)]
    return Grid(tuple(sorted(cells)))


_RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def _disputes() -> Grid:
    return Grid(
        tuple(
            sorted(
                (
                    (0, 0, 1, 5, "行政复议"),
                    (0, 5, 1, 10, "行政诉讼"),
                    *((1, k, 2, 1, text) for k, text in enumerate(_RESULTS)),
                    (1, 5, 1, 5, "未经复议直接起诉"),
                    (1, 10, 1, 5, "复议后起诉"),
                    *((2, 5 + k, 1, 1, _RESULTS[k % 5]) for k in range(10)),
                    *((3, k, 1, 1, str(k * 7 % 20)) for k in range(15)),
                )
            )
        )
    )


def _proactive() -> Grid:
    cells: list[Placed] = [
        (0, 0, 1, 4, "第二十条第（一）项"),
        *(
            (1, k, 1, 1, text)
            for k, text in enumerate(("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"))
        ),
        *((2, k, 1, 1, text) for k, text in enumerate(("规章", "0", "1", "12"))),
        *((3, k, 1, 1, text) for k, text in enumerate(("行政规范性文件", "7", "26", "68"))),
    ]
    row = 4
    for head, column, rows in (
        ("第二十条第（五）项", "本年处理决定数量", (("行政许可", "447228"),)),
        ("第二十条第（六）项", "本年处理决定数量", (("行政处罚", "3985"), ("行政强制", "883"))),
        ("第二十条第（八）项", "本年收费金额（单位：万元）", (("行政事业性收费", "96171.6"),)),
    ):
        cells.append((row, 0, 1, 4, head))
        cells += [(row + 1, 0, 1, 1, "信息内容"), (row + 1, 1, 1, 3, column)]
        row += 2
        for label, value in rows:
            cells += [(row, 0, 1, 1, label), (row, 1, 1, 3, value)]
            row += 1
    return Grid(tuple(sorted(cells)))


REQUESTS, DISPUTES, PROACTIVE = _requests(), _disputes(), _proactive()
