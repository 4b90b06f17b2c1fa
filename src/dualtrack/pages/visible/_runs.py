"""Where each run of visible text stands in the source of a page, carried through the parser.

No parser of HTML for Python tells at which character an element's text begins. So the source is
cut into tags and runs of text first, by the rules of the HTML standard for telling them apart;
each run gets a mark in front, made of characters that Unicode keeps for such internal use; the
marked page is parsed, and the marks found again in the tree say which run is where. Scripts,
styles and comments are left out on the way.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import product

Span = tuple[int, int]

_DIGITS = [chr(0xFDD1 + i) for i in range(31)]
MARK = "\ufdd0"
_DEPTH_KEPT = 200  # elements within elements; libxml2 and all that walk its trees allow for more
_LONG_TAG = 600  # characters; in longer ones the attributes are counted
_MOST_ATTRIBUTES = 50  # libxml2 compares each with all before it

# One alternative always matches to its end, so that the time grows with the text and no faster.
_TOKEN = re.compile(
    r"""<(?:
      !--(?:-?>|(?s:.)*?(?:--!?>|\Z))                        # a comment
    | (?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)               # a tag
      (?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?:[^\s>]++)?))*+(?:>|\Z)
    | [!?/][^>]*+(?:>|\Z)                                    # a doctype, or what is none
    )""",
    re.VERBOSE,
)
_RAW = {  # elements in which nothing is a tag but their own end
    name: re.compile(rf"</{name}(?=[\s/>])[^>]*+(?:>|\Z)", re.IGNORECASE)
    for name in ["script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea"]
}
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
    ]  # often not closed
)
# What stays of a page that is nested too deeply: the levels mean nothing, the words may.
_FLAT = frozenset(["p", "h1", "h2", "h3", "time", "head", "body", "html", "a"])
_ATTRIBUTE = re.compile(r"[^\s=>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?|=")
_EDGE = r"(?:\s|&nbsp;?|&\#(?:160|8203|65279|x0*a0|x0*200b|x0*feff);?|\u200b|\ufeff)"
_LEADING = re.compile(rf"{_EDGE}*+", re.IGNORECASE)
_TRAILING = re.compile(rf"{_EDGE}+\Z", re.IGNORECASE)
_INTERNAL = re.compile("[\ufdd0-\ufdef]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A page with marks. `runs[i]` is the (start, end) in the source of the run of mark i.

    `bare` are the tags that lost their attributes, as there were too many: (start, end, tag).
    """

    html: str
    runs: list[Span]
    bare: list[tuple[int, int, str]]
    tags: int
    depth: int


def marked(source: str) -> Marked:
    """The page with a mark before each run of text, without scripts, styles and comments.

    Of a page that is nested too deeply only the tags of paragraphs and headings stay.
    """
    plain = _INTERNAL.sub(" ", source) if _INTERNAL.search(source) else source
    cutter = _Cutter(plain)
    at = 0
    while (token := _TOKEN.search(plain, at)) is not None:
        start, end = token.span()
        if start > at:
            cutter.text(at, start)
        at = end
        if token["name"] is not None:
            at = cutter.tag(token["name"].casefold(), bool(token["close"]), start, end)
    if at < len(plain):
        cutter.text(at, len(plain))
    return cutter.page()


class _Cutter:
    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.out: list[str] = []
        self.runs: list[Span] = []
        self.bare: list[tuple[int, int, str]] = []
        self.tags = 0
        self.depth = 0
        self._codes = product(_DIGITS, repeat=4)
        self._open: list[str] = []
        self._opened: Counter[str] = Counter()
        self._endless: set[str] = set()
        self._may_go: list[int] = []  # places in `out`

    def text(self, start: int, end: int) -> None:
        """A run of text."""
        run = self.plain[start:end]
        if not run.isspace() and (code := next(self._codes, None)):
            self.out.append(MARK + "".join(code))
            self.runs.append((start, end))
        self.out.append(run)

    def tag(self, name: str, closes: bool, start: int, end: int) -> int:
        """A tag; where what follows it begins."""
        self.tags += 1
        if name in _RAW:
            return end if closes else self._past(name, end)
        if name not in _VOID:
            self._nest(name, closes)
        if name not in _FLAT:
            self._may_go.append(len(self.out))
        tag = self.plain[start:end]
        if end - start > _LONG_TAG and len(_ATTRIBUTE.findall(tag)) > _MOST_ATTRIBUTES:
            tag = f"<{'/' * closes}{name}>"
            self.bare.append((start, end, tag))
        self.out.append(tag)
        return end

    def _past(self, name: str, at: int) -> int:
        """Where an element ends in which nothing is a tag; its beginning if it never ends."""
        if name not in self._endless:
            if found := _RAW[name].search(self.plain, at):
                return found.end()
            self._endless.add(name)
        return len(self.plain) if name in ("script", "style") else at

    def _nest(self, name: str, closes: bool) -> None:
        if not closes:
            self._open.append(name)
            self._opened[name] += 1
            self.depth = max(self.depth, len(self._open))
        elif self._opened[name]:
            while (last := self._open.pop()) != name:
                self._opened[last] -= 1
            self._opened[name] -= 1

    def page(self) -> Marked:
        """What was cut, put together again."""
        if self.depth > _DEPTH_KEPT:
            for place in self._may_go:
                self.out[place] = "<br>"
        return Marked("".join(self.out), self.runs, self.bare, self.tags, self.depth)


def trimmed(source: str, start: int, end: int) -> Span:
    """A span of the source without white space at its ends, written as an entity or not."""
    lead = _LEADING.match(source, start, end)
    start = lead.end() if lead else start
    tail = _TRAILING.search(source[max(start, end - 400) : end])
    return (start, end - len(tail[0])) if tail else (start, end)


_NUMBER = {digit: value for value, digit in enumerate(_DIGITS)}


def number_of(code: str) -> int:
    """The number of a run, from the four characters behind its mark."""
    a, b, c, d = (_NUMBER[char] for char in code)
    return ((a * 31 + b) * 31 + c) * 31 + d
