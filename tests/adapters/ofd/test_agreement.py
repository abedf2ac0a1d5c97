"""Whole reports rewritten from PDF: every figure that the PDF gives, however the file is made."""

from __future__ import annotations

from pathlib import Path

import pytest

import govinfo
import ofdml
from adapters.pdf import producers, typeset
from adapters.pdf.test_agreement import page
from reports.told import FULL, OF_2014, OF_2019, SPARSE, Told, expect

SHARED = Path(__file__).parents[3] / "../shared/corpus"
styles = pytest.mark.parametrize("style", ofdml.STYLES)


@styles
@pytest.mark.parametrize("told", [FULL, SPARSE, OF_2019], ids=["full", "blank cells", "2019"])
@pytest.mark.parametrize("way", typeset.WAYS)
def test_every_order_of_drawing(way: str, told: Told, style: str) -> None:
    expect(ofdml.rewritten(typeset.pdf(told, way), style), told, "ofd", placed=way in typeset.RULED)


@pytest.mark.skipif(not producers.has_chinese_font(), reason="no Chinese font is there")
@pytest.mark.skipif(not producers.has_weasyprint(), reason="WeasyPrint is not there")
@styles
@pytest.mark.parametrize("looks", ["ruled", "another font", "cells apart", "dotted", "unruled"])
def test_every_look(looks: str, style: str) -> None:
    expect(ofdml.rewritten(producers.weasyprint(page(FULL, looks)), style), FULL, placed=False)


@pytest.mark.skipif(not producers.has_chinese_font(), reason="no Chinese font is there")
@pytest.mark.skipif(not producers.has_weasyprint(), reason="WeasyPrint is not there")
@styles
def test_a_list_of_2014(style: str) -> None:
    data = producers.weasyprint(page(OF_2014))
    expect(ofdml.rewritten(data, style), OF_2014, placed=False)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not there")
@styles
@pytest.mark.parametrize("name", ["huaian-2024.pdf", "hongze-2023.pdf"])
def test_published_reports(name: str, style: str) -> None:
    data = (SHARED / name).read_bytes()
    first, second = (govinfo.parse(one) for one in (data, ofdml.rewritten(data, style)))
    assert {path: fact.value for path, fact in second.facts.items()} == {
        path: fact.value for path, fact in first.facts.items()
    }
    assert second.title == first.title
