from __future__ import annotations

from collections.abc import Mapping
from html import escape

from govinfo.adapters.html import HtmlAdapter
from govinfo.blocks import Block, Document, Heading, Table
from govinfo.testing import AdapterContract, slots


class TestHtml(AdapterContract):
    adapter_class = HtmlAdapter
    whole = False
    metadata = ("author", "PubDate")

    def write(self, document: Document) -> bytes:
        meta = (
            f'<meta name="{name}" content="{_text(v)}">' for name, v in document.metadata.items()
        )
        return page("".join(map(_markup, document.blocks)), "".join(meta))

    def unseen(self, seen: str, unseen: str) -> Mapping[str, bytes]:
        ways = {
            "hidden": f"<p hidden>{unseen}</p>",
            "display": f"<div style='display: none'><p>{unseen}</p></div>",
            "comment": f"<!-- <p>{unseen}</p> -->",
            "script": f"<script>document.title = '{unseen}'</script>",
            "template": f"<template><p>{unseen}</p></template>",
            "menu": f"<nav><a href='a'>{unseen}</a></nav>",
        }
        return {way: page(f"<p>{seen}</p>{markup}") for way, markup in ways.items()}

    def nested(self, outer: Table, inner: Table) -> bytes:
        last = f"{_text(outer.cells[-1].text)}</td></tr></table>"
        made = _markup(outer)
        assert made.endswith(last)
        return page(made.replace(last, last.replace("</td>", f"{_markup(inner)}</td>")))

    def deep(self, depth: int) -> bytes:
        return page("<table><tr><td>" * depth + "甲")


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _markup(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_text(block.text)}</h{block.level}>"
        case Table():
            rows = (
                "".join(
                    f"<td rowspan={slot.cell.rowspan} colspan={slot.cell.colspan}>"
                    f"{_text(slot.cell.text)}</td>"
                    for slot in row
                    if slot.begins
                )
                for row in slots(block)
            )
            return "<table><tr>" + "</tr><tr>".join(rows) + "</tr></table>"
        case _:
            return f"<p>{_text(block.text)}</p>"


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
