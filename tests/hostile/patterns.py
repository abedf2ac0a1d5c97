"""Every compiled pattern of the package, and texts grown to make each of them slow."""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import govinfo

Pattern = re.Pattern[Any]

_SIZES = (1_000, 16_000)
_TIMES = _SIZES[1] // _SIZES[0]
_MOST = 4.0
"""How many times the work of sixteen texts one sixteen times as long may take: a square, 16."""
_WORTH = 0.06
"""Seconds of process time, of which some clocks count hundredths, that are no work at all."""
_ENDLESS = 1.5
_PUMPS = 8
"""Characters of a pattern that are tried in pairs."""
_BEYOND = "\x01"
"""A character that no pattern asks for, so that what was matched turns out to be in vain."""


def compiled() -> Iterator[tuple[str, Pattern]]:
    """Name and pattern of all that are kept in modules and classes, or written where they serve."""
    for full in _modules():
        module = _imported(full)
        if module is None:
            continue
        for name, value in vars(module).items():
            yield from _inside(f"{full.removeprefix('govinfo.')}.{name}", value)
        assert module.__file__ is not None
        yield from _written(full.removeprefix("govinfo."), Path(module.__file__))


def left_out() -> list[str]:
    """The modules whose patterns are not looked at, as what they need is not installed."""
    return [full for full in _modules() if _imported(full) is None]


def _modules() -> Iterator[str]:
    root = Path(govinfo.__file__).parent
    for found in pkgutil.walk_packages([str(root)], "govinfo."):
        if not found.name.startswith("govinfo.testing"):
            yield found.name


def _imported(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("govinfo"):
            raise
        return None


def _inside(name: str, value: object) -> Iterator[tuple[str, Pattern]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _inside(f"{name}[{key}]", each)
    elif isinstance(value, (tuple, list, frozenset)):
        for at, each in enumerate(value):
            yield from _inside(f"{name}[{at}]", each)


def _written(name: str, path: Path) -> Iterator[tuple[str, Pattern]]:
    """Patterns given to functions of `re` as they are written; `match` begins at the beginning."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        call = node.func if isinstance(node, ast.Call) else None
        if not isinstance(call, ast.Attribute) or not isinstance(call.value, ast.Name):
            continue
        if call.value.id != "re" or call.attr in ("compile", "escape"):
            continue
        assert isinstance(node, ast.Call)
        first = node.args[0]
        if isinstance(first, ast.Constant):
            written: Any = first.value
            start: Any = b"\\A" if isinstance(written, bytes) else "\\A"
            flags = re.IGNORECASE * any("IGNORECASE" in ast.unparse(arg) for arg in node.args)
            whole = start + written if call.attr.endswith("match") else written
            yield f"{name}:{node.lineno}", re.compile(whole, flags)


def is_slow(pattern: Pattern) -> str | None:
    """What the pattern is slow on; `None` where nothing that was tried is."""
    for prefix, pump, suffix in _attacks(pattern):
        for size in (24, 40):
            if _time(pattern, prefix + pump * (size // len(pump)) + suffix, _ENDLESS) > 1:
                return f"endless: {prefix!r} + {pump!r} * {size} + {suffix!r}"
        small, large = (prefix + pump * (size // len(pump)) + suffix for size in _SIZES)
        work = _time(pattern, large, _ENDLESS)
        if work < _WORTH:
            continue
        # Once more, for a machine has other things to do.
        work = min(work, _time(pattern, large, _ENDLESS))
        before = max(_time(pattern, small, _ENDLESS, _TIMES), _WORTH / _MOST)
        if before >= _ENDLESS:
            return f"endless: {prefix!r} + {pump!r} * {_SIZES[0]} + {suffix!r}"
        if work > _MOST * before:
            return f"{work / before:.0f} times: {prefix!r} + {pump!r} * n + {suffix!r}"
    return None


def _time(pattern: Pattern, text: str, most: float, times: int = 1) -> float:
    given: Any = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()

    def stop(*_: object) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        for _ in range(times):
            for _ in pattern.finditer(given):
                pass
    except TimeoutError:
        return most
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)
    return time.process_time() - start


def _attacks(pattern: Pattern) -> Iterator[tuple[str, str, str]]:
    written = pattern.pattern
    text = written.decode("latin-1") if isinstance(written, bytes) else written
    tree = parser.parse(text, pattern.flags & ~re.UNICODE & ~re.LOCALE)
    pairs = list(dict.fromkeys(_repeats(tree, "")))
    for (prefix, body), suffix in itertools.product(pairs, ("", _BEYOND)):
        for pump in dict.fromkeys((*body, *(a + b for a in body[:3] for b in body[:3]))):
            yield prefix, pump, suffix
            yield "", prefix + pump, suffix
    singles = list(dict.fromkeys(char for char in _characters(tree)))[:60]
    for char in singles:
        yield "", char, _BEYOND
    for one, other in itertools.permutations(singles[:_PUMPS], 2):
        yield "", one + other, _BEYOND


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each repeated part: a text that leads to it, and texts that it takes."""
    for what, value in tree:
        if what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, body = value
            if most is op.MAXREPEAT or most > 100:
                chars = tuple(dict.fromkeys([*_characters(body)][:6]))
                sample = _sample(body)
                yield before, tuple(dict.fromkeys((sample, *chars))) if sample else chars
            yield from _repeats(body, before)
            before += _sample(body) * max(least, 1 if most else 0)
            continue
        for part in _parts(what, value):
            yield from _repeats(part, before)
        before += _sample([(what, value)])


def _parts(what: Any, value: Any) -> list[Any]:
    if what is op.SUBPATTERN:
        return [value[-1]]
    if what is op.BRANCH:
        return list(value[1])
    if what is op.ATOMIC_GROUP:
        return [value]
    if what in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return []


def _sample(tree: Any) -> str:
    found = ""
    for what, value in tree:
        if what is op.LITERAL:
            found += chr(value)
        elif what is op.NOT_LITERAL:
            found += "x" if value != ord("x") else "y"
        elif what is op.ANY:
            found += "x"
        elif what is op.IN:
            found += next(_of_class(value), "")
        elif what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            found += _sample(value[2]) * min(max(value[0], 1), 20)
        elif what in (op.SUBPATTERN, op.ATOMIC_GROUP):
            found += _sample(_parts(what, value)[0])
        elif what is op.BRANCH:
            found += _sample(value[1][0])
    return found


def _characters(tree: Any) -> Iterator[str]:
    for what, value in tree:
        if what is op.LITERAL:
            yield chr(value)
        elif what in (op.ANY, op.NOT_LITERAL):
            yield from ("x", " ")
        elif what is op.IN:
            yield from itertools.islice(_of_class(value), 6)
        elif what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from _characters(value[2])
        else:
            for part in _parts(what, value):
                yield from _characters(part)


_OF_CATEGORY = {
    op.CATEGORY_DIGIT: "1",
    op.CATEGORY_SPACE: " \n",
    op.CATEGORY_WORD: "a1",
    op.CATEGORY_NOT_DIGIT: "x",
    op.CATEGORY_NOT_SPACE: "x1",
    op.CATEGORY_NOT_WORD: "- ",
}


def _of_class(members: Any) -> Iterator[str]:
    if members[0][0] is op.NEGATE:
        refused = set(_of_class(members[1:]))
        ranges = [value for what, value in members if what is op.RANGE]
        for char in "x1 -a中\n<([{|":
            inside = any(low <= ord(char) <= high for low, high in ranges)
            if char not in refused and not inside:
                yield char
        return
    for what, value in members:
        if what is op.LITERAL:
            yield chr(value)
        elif what is op.RANGE:
            yield chr(value[0])
        elif what is op.CATEGORY:
            yield from _OF_CATEGORY.get(value, "")
