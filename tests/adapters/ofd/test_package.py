"""Packages of OFD: how parts are found, and what is refused by name."""

from __future__ import annotations

import pytest

import govinfo
import ofdml
from govinfo.adapters.ofd import OfdAdapter
from govinfo.errors import (
    CorruptDocument,
    EncryptedDocument,
    GovInfoError,
    LimitExceeded,
    UnsupportedFormat,
)
from govinfo.source import Limits
from ofdml import element, page, parts, text, zipped

PAGE = "Doc_0/Pages/Page_0/Content.xml"
SHOWN = page(text(20, 20, "公开"))


def paragraphs(made: dict[str, str]) -> list[str]:
    return [block.text for block in ofdml.read(zipped(made)).blocks]  # type: ignore[union-attr]


def test_it_is_told_by_its_content() -> None:
    data = zipped(parts(SHOWN))
    assert govinfo.read(data).format == "ofd"
    late = zipped({"Doc_0/Res/font.ttf": "x" * 9_000, **parts(SHOWN)})
    assert OfdAdapter().sniff(late[:4096])


@pytest.mark.parametrize(
    "place", ["/Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"]
)
def test_places_from_the_root(place: str) -> None:
    made = parts(SHOWN)
    made["Doc_0/Document.xml"] = made["Doc_0/Document.xml"].replace(
        "Pages/Page_0/Content.xml", place
    )
    assert paragraphs(made) == ["公开"]


def test_names_in_another_case_and_another_namespace() -> None:
    made = {
        name.replace("Doc_0", "DOC_0"): content.replace("ofdspec.org/2016", "ofdspec.org")
        for name, content in parts(SHOWN).items()
    }
    assert paragraphs(made) == ["公开"]


def test_all_documents_of_a_package_are_read() -> None:
    made = parts(SHOWN)
    second = parts(page(text(20, 20, "条例")))
    made |= {name.replace("Doc_0", "Doc_1"): one for name, one in second.items() if "Doc_0" in name}
    body = element("DocBody", element("DocRoot", "Doc_1/Document.xml"))
    made["OFD.xml"] = made["OFD.xml"].replace("</ofd:OFD>", f"{body}</ofd:OFD>")
    assert [
        (block.text, block.anchor.page)  # type: ignore[union-attr]
        for block in ofdml.read(zipped(made)).blocks
    ] == [("公开", 1), ("条例", 2)]


def test_the_current_version_is_read() -> None:
    made = parts(SHOWN)
    newer = parts(page(text(20, 20, "条例")))
    made["Doc_0/Pages/Page_9/Content.xml"] = newer[PAGE]
    made["Doc_0/Document_1.xml"] = newer["Doc_0/Document.xml"].replace("Page_0", "Page_9")
    made["Doc_0/Versions/1.xml"] = ofdml.root(
        "DocVersion", element("DocRoot", "/Doc_0/Document_1.xml")
    )
    listed = element("Version", ID=1, Current="true", BaseLoc="Doc_0/Versions/1.xml")
    versions = element("Versions", listed)
    made["OFD.xml"] = made["OFD.xml"].replace("</ofd:DocBody>", f"{versions}</ofd:DocBody>")
    assert paragraphs(made) == ["条例"]


def test_a_signed_package_is_read() -> None:
    made = parts(SHOWN)
    made["Doc_0/Signs/Signatures.xml"] = ofdml.root("Signatures", "")
    assert paragraphs(made) == ["公开"]


def test_metadata() -> None:
    document = ofdml.read(zipped(parts(SHOWN, info={"Title": "年度报告", "Author": ""})))
    assert document.metadata == {"Title": "年度报告"}


@pytest.mark.parametrize(
    ("changed", "error", "message"),
    [
        ({"Encryptions.xml": "x"}, EncryptedDocument, "without its password"),
        ({"Doc_0/EntriesMap.dat": "x"}, EncryptedDocument, "without its password"),
        ({"OFD.xml": ofdml.root("OFD", "")}, CorruptDocument, "no document"),
        ({"OFD.xml": "none"}, CorruptDocument, "not XML"),
        ({"Doc_0/Document.xml": ofdml.root("Document", "")}, CorruptDocument, "no pages"),
        ({PAGE: ""}, CorruptDocument, "not XML"),
        ({PAGE: SHOWN.replace("20.0000", "twenty")}, CorruptDocument, "no numbers"),
        ({PAGE: SHOWN.replace('Size="4"', 'Size="nan"')}, CorruptDocument, "no numbers"),
        ({PAGE: SHOWN.replace('Size="4"', 'Size="1e300"')}, CorruptDocument, "no numbers"),
        ({PAGE: SHOWN.replace('DeltaX="4"', 'DeltaX="g 3"')}, CorruptDocument, "distances"),
        ({PAGE: SHOWN.replace('DeltaX="4"', 'DeltaX="g x 4"')}, CorruptDocument, "distances"),
        (
            {PAGE: page(text(20, 20, "公开"), before=element("Template", TemplateID=5))},
            CorruptDocument,
            "template",
        ),
    ],
)
def test_damaged_packages(changed: dict[str, str], error: type[GovInfoError], message: str) -> None:
    with pytest.raises(error, match=message):
        ofdml.read(zipped({**parts(SHOWN), **changed}))


def test_a_part_is_missing() -> None:
    for name in parts(SHOWN):
        made = parts(SHOWN)
        del made[name]
        with pytest.raises((CorruptDocument, UnsupportedFormat)):
            ofdml.read(zipped(made))


def test_another_package_is_refused_by_name() -> None:
    with pytest.raises(UnsupportedFormat, match=r"OFD\.xml"):
        ofdml.read(zipped({"Doc_0/Document.xml": "x"}))


def test_drawings_of_drawings_are_bounded() -> None:
    """Each of twenty drawings draws the one before it ten times."""
    units = ""
    for number in range(1, 21):
        calls = element("CompositeObject", ResourceID=number - 1, Boundary="0 0 9 9") * 10
        units += element("CompositeGraphicUnit", element("Content", calls), ID=number)
    call = element("CompositeObject", ResourceID=20, Boundary="0 0 9 9")
    made = parts(page(call), common=element("PublicRes", "PublicRes.xml"))
    made["Doc_0/PublicRes.xml"] = ofdml.root("Res", units)
    with pytest.raises(LimitExceeded, match="more letters and lines"):
        ofdml.read(zipped(made), Limits(cells=1_000))


def test_a_group_of_distances_is_bounded_by_the_text() -> None:
    many = SHOWN.replace('DeltaX="4"', 'DeltaX="g 999999999 4"')
    assert paragraphs({**parts(SHOWN), PAGE: many}) == ["公开"]
