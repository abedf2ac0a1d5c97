"""Clauses 1 and 2: how an adapter is found, and what it claims."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

from hypothesis import strategies as st

from govinfo.adapters import registry
from govinfo.adapters.base import HEAD, Adapter
from govinfo.source import Source
from govinfo.testing.clauses import clause
from govinfo.testing.hooks import SAMPLE, Hooks
from govinfo.testing.samples import FOREIGN

_MEDIA_TYPE = re.compile(r"[a-z0-9.+-]+/[a-z0-9.+-]+")
_EXTENSION = re.compile(r"(\.[a-z0-9]+)+")

# What is loaded by making an adapter and sniffing, besides Python, attrs, the library's own
# light modules and the adapter's own package.
_LOADED = """
import importlib, json, sys
import attrs, govinfo.adapters.base
before = set(sys.modules)
module, name = sys.argv[1:]
adapter = getattr(importlib.import_module(module), name)()
adapter.sniff(sys.stdin.buffer.read())
own = {module.partition(".")[0], "govinfo", *sys.stdlib_module_names}
print(json.dumps(sorted({name.partition(".")[0] for name in set(sys.modules) - before} - own)))
"""


class Found(Hooks):
    """How an adapter is found."""

    @clause("1.1")
    def test_it_has_the_members_of_the_protocol(self) -> None:
        adapter = self.adapter
        assert isinstance(adapter, Adapter), "name, extensions, media_types, sniff and read"
        assert re.fullmatch(r"[a-z][a-z0-9_-]*", adapter.name), f"name is {adapter.name!r}"

    @clause("1.2")
    def test_its_extensions_and_media_types_are_lists_of_such(self) -> None:
        adapter = self.adapter
        for members, pattern in (
            (adapter.extensions, _EXTENSION),
            (adapter.media_types, _MEDIA_TYPE),
        ):
            assert isinstance(members, tuple), f"{members!r} is not a tuple"
            assert members, "none is given"
            wrong = [member for member in members if not pattern.fullmatch(member)]
            assert not wrong, f"not lower case, or not of this kind: {wrong}"

    @clause("1.3")
    def test_it_is_registered_under_its_name(self) -> None:
        adapter = self.adapter
        found = registry.by_name(adapter.name)
        assert type(found) is type(adapter), f"{adapter.name!r} is registered as {found!r}"

    @clause("1.4")
    def test_listing_and_sniffing_load_no_library(self) -> None:
        cls = type(self.adapter)
        done = subprocess.run(
            [sys.executable, "-c", _LOADED, cls.__module__, cls.__qualname__],
            input=self.write(SAMPLE)[:HEAD],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        loaded = json.loads(done.stdout)
        assert not loaded, f"import these inside read: {', '.join(loaded)}"

    @clause("1.5")
    def test_its_options_are_names_of_arguments(self) -> None:
        adapter = self.adapter
        options = getattr(adapter, "options", ())
        assert isinstance(options, tuple), f"options are {options!r}, not a tuple"
        wrong = [name for name in options if not (isinstance(name, str) and name.isidentifier())]
        assert not wrong, f"no names of arguments: {wrong}"
        if options:
            made = getattr(adapter, "configured", lambda: None)()
            assert type(made) is type(adapter), f"configured() returned {made!r}"

    @clause("2.1")
    def test_it_claims_what_it_reads(self) -> None:
        def check(head: bytes) -> None:
            answer = self.adapter.sniff(head)
            assert answer is True, f"sniff answered {answer!r} to {head[:80]!r}"

        self.any_of(self.documents().map(lambda made: self.write(made)[:HEAD]), check)

    @clause("2.2")
    def test_it_answers_for_any_bytes(self) -> None:
        begun = self.write(SAMPLE)[:HEAD]

        def check(head: bytes) -> None:
            answer = self.adapter.sniff(head)
            assert isinstance(answer, bool), f"sniff answered {answer!r}"

        cuts = st.integers(0, len(begun)).map(lambda length: begun[:length])
        self.any_of(st.one_of(st.binary(max_size=200), cuts), check)

    @clause("2.3")
    def test_it_claims_no_other_format(self) -> None:
        adapter = self.adapter
        if getattr(adapter, "generic", False):
            claimed = [
                ending for ending in (".png", ".gz", ".zip") if adapter.sniff(FOREIGN[ending])
            ]
        else:
            own = {*adapter.extensions, *self.also_claims}
            others = {ending: head for ending, head in FOREIGN.items() if ending not in own}
            claimed = [ending for ending, head in others.items() if adapter.sniff(head)]
        assert not claimed, f"it claims files that begin as {', '.join(claimed)} do"

    @clause("2.4")
    def test_it_is_chosen_by_the_bytes_alone(self) -> None:
        adapter = self.adapter
        chosen = registry.choose(Source(self.write(SAMPLE)))
        assert chosen.name == adapter.name, f"{chosen.name!r} was chosen"
