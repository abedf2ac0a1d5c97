from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import fsspec
import pytest

from corpus.papers import document
from govinfo.corpus import archives
from govinfo.corpus.sources import Item, Reader, items_of
from govinfo.errors import (
    CorruptDocument,
    EncryptedDocument,
    GovInfoError,
    LimitExceeded,
    UnreadableSource,
)
from govinfo.source import Limits


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("in/b/2.txt", "in/a/1.txt", "in/3.html", "in/.hidden", "in/~$1.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


def names(*sources: str) -> list[str]:
    return [item.name for item in items_of(sources)]


def read(item: Item, limits: Limits | None = None) -> bytes:
    reader = Reader(limits or Limits())
    try:
        return reader.read(item).data
    finally:
        reader.close()


def test_folders_are_searched_and_sorted(folder: Path) -> None:
    assert names("in") == ["in/3.html", "in/a/1.txt", "in/b/2.txt"]
    assert names("in/b", "in/a", "in") == names("in")
    assert names(str(folder / "in" / "a")) == [str(folder / "in" / "a" / "1.txt")]


@pytest.mark.usefixtures("folder")
def test_globs() -> None:
    assert names("in/*.html") == ["in/3.html"]
    assert names("in/**/*.txt") == ["in/a/1.txt", "in/b/2.txt"]
    assert names("in/[ab]") == ["in/a/1.txt", "in/b/2.txt"]
    (item,) = items_of(["in/*.pdf"])
    with pytest.raises(UnreadableSource, match=r"in/\*.pdf: nothing is named so"):
        read(item)


@pytest.mark.usefixtures("folder")
def test_a_name_with_brackets_is_itself() -> None:
    Path("in/[3].html").write_bytes(b"x")
    assert names("in/[3].html") == ["in/[3].html"]


@pytest.mark.usefixtures("folder")
def test_lists() -> None:
    Path("list.txt").write_text("\ufeffin/a\n\n  in/*.html\nno.txt\n", encoding="utf-8")
    assert names("@list.txt") == ["in/3.html", "in/a/1.txt", "no.txt"]
    with pytest.raises(UnreadableSource, match=r"none\.txt"):
        items_of(["@none.txt"])


@pytest.mark.usefixtures("folder")
def test_what_is_not_there_is_said_when_it_is_read() -> None:
    (item,) = items_of(["no.txt"])
    with pytest.raises(UnreadableSource, match=r"no\.txt"):
        read(item)


MEMBERS = {"2021/甲.txt": b"one", "2020/b.txt": b"two", "c.txt": b"three"}
LEFT_OUT = ("__MACOSX/2021/._a.txt", "2020/.DS_Store", "2020/Thumbs.db")


MODES = {"tar": "w", "tar.gz": "w:gz", "tgz": "w:gz", "tar.bz2": "w:bz2", "tar.xz": "w:xz"}


def packed_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("2021")
        for name, data in {**MEMBERS, **dict.fromkeys(LEFT_OUT, b"x")}.items():
            archive.writestr(name, data)


def packed_tar(path: Path, mode: Any) -> None:
    with tarfile.open(path, mode) as archive:
        for name, data in {**MEMBERS, **dict.fromkeys(LEFT_OUT, b"x")}.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)


@pytest.mark.parametrize("ending", ["zip", *MODES])
def test_members_of_archives(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    if ending == "zip":
        packed_zip(path)
    else:
        packed_tar(path, MODES[ending])
    items = items_of([tmp_path])
    assert [item.name for item in items] == sorted(f"{path}::{name}" for name in MEMBERS)
    assert {item.member: read(item) for item in items} == MEMBERS


def test_one_reader_goes_from_archive_to_archive(tmp_path: Path) -> None:
    packed_zip(tmp_path / "a.zip")
    packed_tar(tmp_path / "b.tgz", "w:gz")
    (tmp_path / "aa.txt").write_bytes(b"between")
    reader = Reader(Limits())
    found = [reader.read(item).data for item in items_of([tmp_path])]
    reader.close()
    assert found == [b"two", b"one", b"three", b"between", b"two", b"one", b"three"]


def test_names_in_the_charset_of_chinese_windows(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("placeholder.txt")
        archive.writestr(info, b"x")
    raw = path.read_bytes().replace(b"placeholder", "年度报告".encode("gb18030") + b"123")
    path.write_bytes(raw)
    assert names(str(path)) == [f"{path}::年度报告123.txt"]


def broken(tmp_path: Path, name: str) -> Item:
    (item,) = items_of([tmp_path / name])
    return item


def test_archives_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no archive")
    (tmp_path / "b.tar.gz").write_bytes(b"\x1f\x8bno archive")
    (tmp_path / "c.tar").write_bytes(b"x" * 1024)
    for name in ("a.zip", "b.tar.gz", "c.tar"):
        with pytest.raises(CorruptDocument, match=name):
            read(broken(tmp_path, name))
    with pytest.raises(UnreadableSource, match=r"d\.zip"):
        read(broken(tmp_path, "d.zip"))


def test_members_that_cannot_be_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", bytes(1000))
        archive.writestr("locked.txt", b"x")
        archive.writestr("wrong.txt", b"data of this member")
    raw = bytearray(path.read_bytes())
    for head, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.index(b"locked.txt", raw.index(head, raw.index(b"big.txt") if flag == 6 else 0))
        at = raw.rindex(head, 0, at)
        raw[at + flag] |= 1
    at = raw.index(b"wrong.txt") + len(b"wrong.txt")
    raw[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(raw)
    expected: dict[str, type[GovInfoError]] = {
        "big.txt": LimitExceeded,
        "locked.txt": EncryptedDocument,
        "wrong.txt": CorruptDocument,
    }
    for item in items_of([path]):
        with pytest.raises(expected[item.member or ""]):
            read(item, Limits(bytes=999))


def test_urls() -> None:
    system = fsspec.filesystem("memory")
    for name in ("/panel/2021/a.txt", "/panel/2020/b.txt", "/panel/c.html"):
        system.pipe(name, name.encode())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("d.txt", document(1))
    system.pipe("/packed/a.zip", buffer.getvalue())
    try:
        assert names("memory://panel/c.html") == ["memory://panel/c.html"]
        assert names("memory://panel") == [
            "memory:///panel/2020/b.txt",
            "memory:///panel/2021/a.txt",
            "memory:///panel/c.html",
        ]
        assert names("memory://panel/*/*.txt") == names("memory://panel")[:2]
        first, *_ = items_of(["memory://panel"])
        assert read(first) == b"/panel/2020/b.txt"
        (member,) = items_of(["memory://packed/a.zip"])
        assert member.name == "memory://packed/a.zip::d.txt"
        assert read(member) == document(1)
        for name in ("memory://panel/*.pdf", "nosuch://x/y"):
            (item,) = items_of([name])
            with pytest.raises(UnreadableSource):
                read(item)
    finally:
        system.rm("/panel", recursive=True)
        system.rm("/packed", recursive=True)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(name, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"x")
    (item,) = items_of([tmp_path])
    assert item.name == f"{tmp_path}/\\xff\\xfe.txt"
    assert read(item) == b"x"


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def test_archives_within_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    month = tarred({"a.txt": b"one", "~$a.txt": b"a lock"})
    year = zipped({"01.tar.gz": month, "b.txt": b"two"})
    Path("all.zip").write_bytes(zipped({"2022.zip": year, "2023.zip": year, "c.txt": b"three"}))
    items = items_of(["all.zip"])
    assert [item.name for item in items] == [
        "all.zip::2022.zip::01.tar.gz::a.txt",
        "all.zip::2022.zip::b.txt",
        "all.zip::2023.zip::01.tar.gz::a.txt",
        "all.zip::2023.zip::b.txt",
        "all.zip::c.txt",
    ]
    reader = Reader(Limits())
    held = [reader.read(item).data for item in items]
    reader.close()
    assert held == [b"one", b"two", b"one", b"two", b"three"]


def test_archives_within_archives_that_are_none_or_too_deep_are_told(tmp_path: Path) -> None:
    deep = zipped({"a.txt": b"one"})
    for depth in range(5):
        deep = zipped({f"{depth}.zip": deep})
    (tmp_path / "a.zip").write_bytes(zipped({"deep.zip": deep, "cut.zip": b"PK", "b.txt": b"two"}))
    member, cut, deepest = items_of([tmp_path / "a.zip"])
    assert read(member) == b"two"
    with pytest.raises(CorruptDocument, match=r"a\.zip::cut\.zip"):
        read(cut)
    with pytest.raises(LimitExceeded, match=r"deep\.zip::4\.zip::3\.zip::2\.zip: .*too deep"):
        read(deepest)


def test_an_archive_within_that_unpacks_to_too_much_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_UNPACKED", 1 << 16)
    bombs = {"bomb.zip": bytes(1 << 20), "bomb.tar.gz": tarred({"a.txt": bytes(1 << 20)})}
    for name, bomb in bombs.items():
        (tmp_path / "a.zip").write_bytes(zipped({name: bomb}))
        (item,) = items_of([tmp_path / "a.zip"])
        with pytest.raises(LimitExceeded, match=f"{name} holds more than a gigabyte"):
            read(item)
    (tmp_path / "b.tar.gz").write_bytes(tarred({"a.txt": bytes(1 << 20)}))
    (item,) = items_of([tmp_path / "b.tar.gz"])
    assert len(read(item)) == 1 << 20
