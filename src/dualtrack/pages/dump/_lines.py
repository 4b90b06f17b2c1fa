"""Plain text cut into blocks: a paragraph, a headline or a line of chrome each, with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_NARROW = 110  # a wider line was not wrapped by an editor or a mail program


@dataclass(frozen=True, slots=True)
class Block:
    """`text[start:end]` of the input without outer white space; `plain` has single spaces."""

    start: int
    end: int
    plain: str
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indented: bool


def cut_blocks(text: str) -> list[Block]:
    """Cut a text at blank lines and at line breaks, but not where a line was only wrapped.

    A break is a wrap if the next word would not have fitted into the width of its group of
    lines, and at least one line of the text goes on in lower case.
    """
    groups = _groups(text)
    wrapped_width = _wrapped_width(groups)
    blocks: list[Block] = []
    for group in groups:
        first = True
        for part in _join_wrapped(group, wrapped_width):
            start, end = part[0].start, part[-1].end
            plain = " ".join(text[start:end].split())
            blocks.append(Block(start, end, plain, first))
            first = False
    return blocks


def _groups(text: str) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    last_end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        line = _Line(start, start + len(stripped), stripped, start - match.start() >= 2)
        if groups and _breaks(text[last_end : match.start()]) < 2:
            groups[-1].append(line)
        else:
            groups.append([line])
        last_end = match.end()
    return groups


def _breaks(between: str) -> int:
    """The number of line breaks in what stands between two lines; a form feed counts as two."""
    count = between.count("\n") + between.count("\x85") + between.count("\u2028")
    count += between.count("\r") - between.count("\r\n")
    return count + 2 * (between.count("\f") + between.count("\u2029"))


def _fits_not(a: _Line, b: _Line, width: int) -> bool:
    """Whether the first word of `b` would have run over the width at the end of `a`.

    Some break lines a little early; a line that goes on in lower case is forgiven for it.
    """
    if b.indented and not a.indented:
        return False
    first_word = b.text.split(None, 1)[0]
    slack = 0.3 * width if b.text[0].islower() else 0
    return len(a.text) + 1 + len(first_word) > width - slack


def _goes_on(a: _Line, b: _Line, width: int) -> bool:
    return len(a.text) >= 30 and b.text[0].islower() and _fits_not(a, b, width)


def _width(group: list[_Line]) -> int:
    return max(len(line.text) for line in group)


def _wrapped_width(groups: list[list[_Line]]) -> int | None:
    """The width to which this text was wrapped, or None if it was not."""
    widths = [
        width
        for group in groups
        if len(group) > 1 and (width := _width(group)) <= _NARROW
        if any(_goes_on(a, b, width) for a, b in pairwise(group))
    ]
    return max(widths, default=None)


def _join_wrapped(group: list[_Line], wrapped_width: int | None) -> list[list[_Line]]:
    if wrapped_width is None or len(group) == 1 or _width(group) > wrapped_width:
        return [[line] for line in group]
    own_width = _width(group)
    shows_it = any(_goes_on(a, b, own_width) for a, b in pairwise(group))
    width = own_width if shows_it else wrapped_width
    parts = [[group[0]]]
    for a, b in pairwise(group):
        if _fits_not(a, b, width):
            parts[-1].append(b)
        else:
            parts.append([b])
    return parts
