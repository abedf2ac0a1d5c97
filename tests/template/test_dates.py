from __future__ import annotations

from datetime import date

import pytest

from govinfo.template.dates import find_date


@pytest.mark.parametrize(
    ("metadata", "top", "bottom", "day"),
    [
        ({"发布日期": "2023-01-18"}, [], [], date(2023, 1, 18)),
        ({"PubDate": "2023-01-18 09:30"}, [], [], date(2023, 1, 18)),
        ({"成文日期": "2023-01-05", "发布日期": "2023-01-18"}, [], [], date(2023, 1, 18)),
        ({}, ["发布时间：2023-01-18 16:51　来源：云岭市水务局"], [], date(2023, 1, 18)),
        ({}, ["2023年1月18日"], [], date(2023, 1, 18)),
        ({}, ["（2023年1月18日）"], [], date(2023, 1, 18)),
        ({}, [], ["云岭市水务局", "2023年1月18日"], date(2023, 1, 18)),
        ({}, [], ["2023 年 1 月 18 日"], date(2023, 1, 18)),
        ({}, [], ["二〇二三年一月十八日"], date(2023, 1, 18)),
        ({}, [], ["二〇二三年十二月二十日"], date(2023, 12, 20)),
        ({}, ["自2022年1月1日起至12月31日止"], ["本年度报告。"], None),
        ({"发布日期": "2023-13-45"}, [], [], None),
        ({}, [], [], None),
    ],
)
def test_the_date_of_publication(
    metadata: dict[str, str], top: list[str], bottom: list[str], day: date | None
) -> None:
    assert find_date(metadata, top, bottom) == day
