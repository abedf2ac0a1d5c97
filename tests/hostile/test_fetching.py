"""Nothing that a document names is ever fetched, and no other file of the machine is read."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import govinfo
import odtml
import ofdml
import rtfml
import sheetml
import wordml
from adapters.pdf import handwritten
from hostile import corpus

_HIDDEN = "what no document may show"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDS = (
    "styles",
    "numbering",
    "footnotes",
    "aFChunk",
    "image",
    "attachedTemplate",
    "officeDocument",
)
_TITLE = corpus.REPORT.splitlines()[0]

Parts = dict[str, str | bytes]


def _pages(url: str) -> Iterator[str]:
    for inner in (
        f"<img src={url}><img srcset='{url} 2x'><picture><source srcset={url}></picture>",
        f"<iframe src={url}></iframe><frame src={url}><object data={url}></object><embed src={url}>",
        f"<script src={url}></script><link rel=stylesheet href={url}><link rel=import href={url}>",
        f"<style>@import url({url}); @import '{url}'; p{{background:url({url})}} "
        f"@font-face{{font-family:a;src:url({url})}}</style><p style='background:url({url})'>公开",
        f"<svg><image href={url} /><use href={url}#a /></svg><math><mglyph src={url} /></math>",
        f"<video src={url} poster={url}></video><audio src={url}></audio><track src={url}>",
        f"<form action={url}><input type=image src={url}></form><a href={url} ping={url}>公开</a>",
        f"<iframe srcdoc='&lt;img src={url}>&lt;link rel=stylesheet href={url}>'></iframe>",
        f"<table background={url}><tr><td background={url}>1</table>",
    ):
        yield f"<html><head><base href={url}><meta http-equiv=refresh content='0;url={url}'></head><body><p>{_TITLE}</p>{inner}"


def _xml(root: str, url: str) -> Iterator[str]:
    """A part that would be completed by what stands elsewhere, by every way of XML."""
    inner, end = root.partition(">")[0], root.rpartition("</")[2]
    for declared in (
        f"<!DOCTYPE a SYSTEM '{url}'>",
        f"<!DOCTYPE a [<!ENTITY e SYSTEM '{url}'>]>",
        f"<!DOCTYPE a [<!ENTITY % p SYSTEM '{url}'> %p;]>",
        f"<!DOCTYPE a PUBLIC '-//x//y' '{url}' [<!ENTITY e PUBLIC '-//x//z' '{url}'>]>",
    ):
        yield f"{declared}{inner} xmlns:xi='http://www.w3.org/2001/XInclude'>&e;<xi:include href='{url}' parse='text'/></{end}"
    yield f"<?xml-stylesheet type='text/xsl' href='{url}'?>{root}"


def _packages(parts: Parts, zipped: Callable[[Parts], bytes], url: str) -> Iterator[bytes]:
    """The package with each of its parts in turn completed by what stands elsewhere."""
    for name, content in parts.items():
        if isinstance(content, str) and content.lstrip().startswith("<"):
            body = content.partition("?>")[2] if content.startswith("<?xml") else content
            for part in _xml(body, url):
                yield zipped({**parts, name: part})


def _word(url: str) -> Iterator[bytes]:
    body = wordml.par(wordml.run(_TITLE)) + '<w:altChunk r:id="r7"/>'
    parts = wordml.parts(body, styles="<w:style/>", numbering="<w:num/>")
    yield from _packages(parts, wordml.zipped, url)
    for kind in _WORDS:
        relation = f'<Relationship Id="r7" Type="{_OFFICE}/{kind}" Target="{url}"'
        for mode in (' TargetMode="External"', ""):
            rels = (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships">{relation}{mode}/></Relationships>'
            )
            yield wordml.zipped({**parts, "word/_rels/document.xml.rels": rels})
    field = f'<w:fldSimple w:instr=" INCLUDETEXT {url} "/><w:fldSimple w:instr=" INCLUDEPICTURE {url} "/>'
    yield wordml.zipped(wordml.parts(wordml.par(wordml.run(_TITLE), field)))


def _odt(url: str) -> Iterator[bytes]:
    linked = (
        f'<text:section><text:section-source xlink:href="{url}"/></text:section>'
        f'<text:p><draw:frame><draw:image xlink:href="{url}"/><draw:object xlink:href="{url}"/></draw:frame></text:p>'
    )
    parts: Parts = {**odtml.parts(odtml.par(_TITLE) + linked)}
    yield odtml.zipped(parts)  # type: ignore[arg-type]
    yield from _packages(parts, odtml.zipped, url)  # type: ignore[arg-type]
    for part in _xml(odtml.flat(odtml.par(_TITLE)).decode().partition("?>")[2].strip(), url):
        yield part.encode()


def _ofd(url: str) -> Iterator[bytes]:
    parts: Parts = {**ofdml.parts(ofdml.page(ofdml.text(20, 20, _TITLE)))}
    yield from _packages(parts, ofdml.zipped, url)
    for name, content in parts.items():
        assert isinstance(content, str)
        yield ofdml.zipped({**parts, name: content.replace("Doc_0/Document.xml", url)})
        yield ofdml.zipped({**parts, name: content.replace("Pages/Page_0/Content.xml", url)})


def _sheets(url: str) -> Iterator[bytes]:
    cell = f'<row><c r="A2"><f>WEBSERVICE("{url}")</f><v>1</v></c></row>'
    parts: Parts = {**sheetml.workbook(sheetml.worksheet(sheetml.inline(0, 0, _TITLE) + cell))}
    yield from _packages(parts, sheetml.zipped, url)  # type: ignore[arg-type]
    rels = str(parts["xl/_rels/workbook.xml.rels"])
    for target in ("styles.xml", "sharedStrings.xml", "worksheets/sheet1.xml"):
        yield sheetml.zipped({**parts, "xl/_rels/workbook.xml.rels": rels.replace(target, url)})  # type: ignore[dict-item]


def _pdfs(url: str) -> Iterator[bytes]:
    action = f"/S/URI/URI({url})"
    yield handwritten.pdf(handwritten.table(), catalog=f"/OpenAction<<{action}>>")
    yield handwritten.pdf(
        "", catalog=f"/AA<</WC<</S/SubmitForm/F({url})>>>>/AcroForm<</Fields[]/XFA({url})>>"
    )
    yield handwritten.pdf("", annotations=[f"/Subtype/Link/Rect[0 0 99 99]/A<<{action}>>"])
    yield handwritten.pdf(
        "/X Do",
        resources="/XObject<</X 10 0 R>>",
        objects=[(f"/Subtype/Form/BBox[0 0 9 9]/F<</FS/URL/F({url})>>", "")],
    )
    yield handwritten.pdf("", catalog=f"/Names<</EmbeddedFiles<</Names[(a)<</F({url})>>]>>>>")


def _others(url: str) -> Iterator[bytes]:
    for page in _pages(url):
        yield page.encode()
    xhtml = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{_TITLE}</p></body></html>"
    for part in _xml(xhtml, url):
        yield b"<?xml version='1.0'?>" + part.encode()
    title = rtfml.par(rtfml.escaped(_TITLE))
    yield rtfml.file(
        title + f"{{\\field{{\\*\\fldinst INCLUDEPICTURE {url}}}}}{{\\*\\template {url}}}"
    )
    yield rtfml.file(title + f"{{\\object\\objautlink{{\\*\\objdata {url.encode().hex()}}}}}")
    yield f"{corpus.REPORT}\n![]({url})\n<img src={url}>\n<table><tr><td><img src={url}>1</table>".encode()
    yield f'{_TITLE},,\n=WEBSERVICE("{url}"),1,2\n=HYPERLINK("{url}"),3,4\n'.encode()
    yield url.encode()


_FORMATS = {
    "word": _word,
    "odt": _odt,
    "ofd": _ofd,
    "xlsx": _sheets,
    "pdf": _pdfs,
    "others": _others,
}


@pytest.fixture
def door() -> Iterator[socket.socket]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening


@pytest.mark.parametrize("make", _FORMATS.values(), ids=_FORMATS)
def test_nothing_is_fetched(make: Callable[[str], Iterator[bytes]], door: socket.socket) -> None:
    documents = list(make(f"http://127.0.0.1:{door.getsockname()[1]}/a"))
    for data in documents:
        _used(data)
    assert len(documents) > 4
    with pytest.raises(BlockingIOError):
        door.accept()


def test_who_knocks_is_heard(door: socket.socket) -> None:
    with socket.create_connection(door.getsockname()):
        door.accept()[0].close()


@pytest.mark.parametrize("make", _FORMATS.values(), ids=_FORMATS)
def test_no_other_file_is_read(make: Callable[[str], Iterator[bytes]], tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text(f"<p>{_HIDDEN}</p>", encoding="utf-8")
    for url in (path.as_uri(), str(path)):
        assert not any(_HIDDEN in _used(data) for data in make(url))


def _used(data: bytes) -> str:
    """All that is told of a document."""
    told = []
    with contextlib.suppress(govinfo.GovInfoError):
        document = govinfo.read(data)
        told += [document.dump(), str(dict(document.metadata))]
    with contextlib.suppress(govinfo.GovInfoError):
        report = govinfo.parse(data)
        told += [report.to_json(), report._repr_html_(), *map(str, report.check())]
    return "\n".join(told)
