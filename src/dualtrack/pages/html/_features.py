"""Each block of a page as numbers that the model weighs: a mapping that lacks what is zero.

Names say what a number means; `block_weights.json` gives each its weight. All lie between
about -1 and 2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log1p

from dualtrack.pages._chrome import ends_cut, ends_sentence, fold
from dualtrack.pages.html._page import LINKED, BlockPage
from dualtrack.pages.visible._blocks import HtmlBlock
from dualtrack.pages.visible._words import (
    back_words,
    call_words,
    offer_words,
    said_words,
    teaser_words,
    trade_words,
)

Features = dict[str, float]

_INNER_END = re.compile(r"[.!?][\"'”’»)]*\s+[\"'“‘«(]*[A-ZÀ-ÞА-Я0-9]")
_QUOTE = re.compile('["“”«»„]')
_YOU = frozenset(("you", "your", "yours"))
_WE = frozenset(("we", "our", "ours"))
_SIGNS = "—–-•*■▪●►▶→|#([©"
_MARKS = ".,:;!?()[]\"'“”’‘«»…"
_TAGS = {
    "p": "p", "li": "li", "blockquote": "quote", "td": "cell", "th": "cell", "div": "div",
    "h1": "h1", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "figcaption": "caption", "article": "div", "section": "div", "main": "div",
    "body": "div", "span": "div", "center": "div",
}  # fmt: skip
_WINDOW = 4
_LABEL = re.compile(r"\W{0,2}[^\W\d][\w’'-]*(?: [\w’'-]+){0,3}\s?[:|]\s")
_ADDRESS = re.compile(r"\w@\w|(?:^|\s)@\w{2}|\b\d{3}[ -]\d{3,4}\b")
_LATE = 0.8  # this share of the running text stands above what may be a note below the story
_SAID_LATE = (
    "prose", "words: 1-3", "words: 4-9", "words: 10-24", "ends as a sentence", "capitals",
    "begins small", "begins with a mark", "somebody says", "quotation marks", "names the site",
    "the reader", "the makers", "offers", "begins with a call", "begins with a label",
    "in brackets", "holds an address", "words of the trade", "points back", "names an author",
    "opens with an author", "all linked", "all bold", "all aside", "links a word", "near the story",
    "prose far from the story", "line far from the story", "trafilatura keeps it",
    "trafilatura drops this prose", "of the main kind", "above: same kind", "below a rule",
    "no prose below", "says it is chrome", "shares words with the title", "element: li",
    "above: kept prose", "below: prose", "digits",
)  # fmt: skip


def features(page: BlockPage) -> list[Features]:
    """The features of every block of a page, in order."""
    out: list[Features] = []
    around = _Around(page)
    for i in range(len(page.blocks)):
        found = {"constant": 1.0}
        found.update(_of_words(page, i))
        found.update(_of_elements(page, i))
        found.update(_of_signs(page, i))
        found.update(around.of(i))
        if around.is_late(i):
            found["late"] = 1.0
            found.update({f"late: {name}": found[name] for name in _SAID_LATE if name in found})
        out.append({name: value for name, value in found.items() if value})
    return out


def _of_words(page: BlockPage, i: int) -> Iterator[tuple[str, float]]:
    text = page.blocks[i].text
    words = text.split()
    count = len(words)
    yield "length", min(log1p(len(text)) / 6, 1.5)
    yield ("words: " + ("1-3" if count < 4 else "4-9" if count < 10 else "10-24"), count < 25)
    yield "words: 25 or more", float(count >= 25)
    yield "prose", float(page.prose[i])
    cut = ends_cut(text)
    yield "ends cut", float(cut)
    yield "ends as a sentence", float(not cut and ends_sentence(text))
    yield "ends in a colon", float(text.endswith(":"))
    yield "sentences inside", min(len(_INNER_END.findall(text[:1500])), 3) / 3
    yield "commas", min(text.count(",") / count, 0.2) * 5
    yield "digits", min(sum(map(str.isdigit, text[:300])) / len(text[:300]), 0.5) * 2
    if count > 2:
        yield "capitals", sum(word[0].isupper() for word in words[:60]) / len(words[:60])
    yield "begins small", float(text[0].islower())
    plain = [word.strip(_MARKS) for word in text[:3000].casefold().split()]
    yield "somebody says", float(not said_words().isdisjoint(plain))
    quoted = bool(_QUOTE.search(text))
    yield "quotation marks", float(quoted)
    of_site = len(page.site) > 3 and page.site in text[:400].casefold()
    yield "names the site", float(of_site)
    if not quoted:
        reader, makers = not _YOU.isdisjoint(plain), not _WE.isdisjoint(plain)
        yield "the reader", float(reader)
        yield "the makers", float(makers)
        yield "the makers speak to the reader", float(reader and (makers or of_site))
        offers = len(offer_words().intersection(plain))
        yield "offers", min(offers, 3) / 3
        yield "offers, short", float(offers > 0 and count < 25)
        calls = plain[0] in call_words()
        yield "begins with a call", float(calls)
        yield "calls for an offer", float(calls and (offers > 0 or of_site or makers))
    yield "begins as a teaser", float(text[:60].casefold().startswith(teaser_words()))
    yield from _of_notes(page, i, plain)
    if reason := page.reasons[i]:
        yield f"says: {reason}", 1.0
        yield "says it is chrome", 1.0


def _of_notes(page: BlockPage, i: int, plain: list[str]) -> Iterator[tuple[str, float]]:
    """What the words say that notes of the outlet say: who wrote this, where, what was changed."""
    text = page.blocks[i].text
    yield "begins with a mark", float(text[0] in _SIGNS)
    yield "begins with a label", float(bool(_LABEL.match(text)))
    yield "in brackets", float(text[0] in "([" and text.rstrip(".")[-1:] in (")", "]"))
    yield "holds an address", float(bool(_ADDRESS.search(text[:400])))
    yield "words of the trade", min(sum(word in trade_words() for word in plain[:60]), 3) / 3
    yield "points back", min(sum(word in back_words() for word in plain[:60]), 3) / 3
    if page.authors:
        start = fold(text[:300])
        named = [start.find(name) for name in page.authors if name in start]
        yield "names an author", float(bool(named))
        yield "opens with an author", float(any(at < 12 for at in named))


def _of_elements(page: BlockPage, i: int) -> Iterator[tuple[str, float]]:
    block = page.blocks[i]
    yield "linked", block.linked
    yield "all linked", float(block.linked >= LINKED)
    yield "links a word", min(block.links / (block.text.count(" ") + 1), 0.3) * 3
    yield "all bold", float(block.bold > 0.9 and block.tag[0] != "h")
    yield "below a rule", float(block.ruled)
    yield f"element: {_TAGS.get(block.tag, 'other')}", 1.0


def _of_signs(page: BlockPage, i: int) -> Iterator[tuple[str, float]]:
    if page.anchored:
        yield "trafilatura keeps it", float(page.kept[i])
        yield "trafilatura keeps this prose", float(page.kept[i] and page.prose[i])
        yield "trafilatura drops this prose", float(page.prose[i] and not page.kept[i])
    if page.declared:
        share = page.declared_share(i)
        yield "declared as story", share
        yield "not declared as story", 1 - share
    yield "declared as summary", float(page.described(i))
    yield "repeated", float(page.repeats[i])
    words = page.words[i]
    if len(words) >= 3:
        shared = len(words & page.title_words) / min(len(words), len(page.title_words) or 1)
        yield "shares words with the title", min(shared, 1.0)
        yield "near the story", page.near[i]
        yield "prose far from the story", float(page.prose[i] and page.near[i] < 0.2)
        yield "line far from the story", float(not page.prose[i] and page.near[i] < 0.2)


_FOR = frozenset(("called: body", "in: article", "in: main"))


def _said_of(block: HtmlBlock) -> Iterator[str]:
    for name in block.place.around:
        yield f"in: {name}"
    for name in block.place.names:
        yield f"called: {name}"
    if block.reason:
        yield f"element says: {block.reason}"
    if block.place.own:
        yield "own element says it is chrome"


class _Around:
    """What the blocks around a block, and those like it, tell about it."""

    def __init__(self, page: BlockPage) -> None:
        self.page = page
        blocks = page.blocks
        self.n = len(blocks)
        good = [s if p else 0 for s, p in zip(page.sizes, page.prose, strict=True)]
        if page.anchored and any(page.kept):
            good = [g if k else g // 4 for g, k in zip(good, page.kept, strict=True)]
        self.good = good
        self.total = sum(good) or 1
        self.kinds: Counter[int] = Counter()
        self.parents: Counter[int] = Counter()
        self.articles: Counter[int] = Counter()
        self.links: Counter[int] = Counter()
        self.all: Counter[int] = Counter()
        for block, size, weight in zip(blocks, page.sizes, good, strict=True):
            place = block.place
            self.kinds[place.kind] += weight
            self.articles[place.article] += weight
            for parent in {*place.parents}:
                self.parents[parent] += weight
            self.links[place.parents[1]] += round(size * block.linked)
            self.all[place.parents[1]] += size
        self.said = self._said()
        self.aside = sum(w * b.aside for b, w in zip(blocks, good, strict=True)) / self.total
        self.main = max(self.kinds, key=lambda k: self.kinds[k], default=0)
        at = [i for i, block in enumerate(blocks) if block.place.kind == self.main and good[i]]
        self.first, self.last = (at[0], at[-1]) if at else (0, self.n - 1)
        kept = [i for i in range(self.n) if page.kept[i] and page.prose[i]]
        self.kept_first, self.kept_last = (kept[0], kept[-1]) if kept else (0, -1)
        self.before = [0]
        for weight in good:
            self.before.append(self.before[-1] + weight)
        self.tail = self._tails()

    def _tails(self) -> list[int]:
        """For each block, the last heading above it that announces other things; -1 for none."""
        out: list[int] = []
        last = -1
        for i, is_tail in enumerate(self.page.tails):
            out.append(last)
            last = i if is_tail else last
        return out

    def _said(self) -> Counter[str]:
        """How much of the likely story stands in elements that have each name or reason."""
        said: Counter[str] = Counter()
        for block, weight in zip(self.page.blocks, self.good, strict=True):
            if weight:
                for name in _said_of(block):
                    said[name] += weight
        return said

    def _elements(self, i: int) -> Iterator[tuple[str, float]]:
        """What is said of the whole story as well says nothing against a block."""
        block = self.page.blocks[i]
        for name in _said_of(block):
            share = self.said[name] / self.total
            yield name, (share if name in _FOR else 1 - share)
        if block.reason:
            yield (
                "element says it is chrome",
                1 - self.said[f"element says: {block.reason}"] / self.total,
            )

    def is_late(self, i: int) -> bool:
        """Whether most of what reads as the story stands above block i."""
        return self.before[i] > _LATE * self.total

    def of(self, i: int) -> Iterator[tuple[str, float]]:
        """Features of block i."""
        yield from self._elements(i)
        if self.page.blocks[i].aside > 0.8:
            yield "all aside", 1 - self.aside
        yield from self._place(i)
        yield from self._likes(i)
        yield from self._neighbours(i)
        yield from self._below_tail(i)

    def _place(self, i: int) -> Iterator[tuple[str, float]]:
        page = self.page
        yield "place on the page", i / self.n
        yield "prose above", self.before[i] / self.total
        yield "no prose above", float(self.before[i] == 0)
        yield "no prose below", float(self.before[i + 1] == self.before[-1])
        if page.title_at >= 0:
            away = i - page.title_at
            yield "above the title", float(away < 0)
            yield "just below the title", float(0 < away <= 2)
            yield "below the title", float(away > 0)
            opens = page.prose[i] and self.before[i] == self.before[page.title_at]
            yield "first prose below the title", float(away > 0 and opens)
        yield "in the densest run", float(self.first <= i <= self.last)
        away = max(self.first - i, i - self.last, 0)
        yield "away from the densest run", min(log1p(away) / 4, 1.0)
        if self.kept_last >= 0:
            yield "between what trafilatura keeps", float(self.kept_first <= i <= self.kept_last)
            yield "above what trafilatura keeps", float(i < self.kept_first)
            yield "below what trafilatura keeps", float(i > self.kept_last)

    def _likes(self, i: int) -> Iterator[tuple[str, float]]:
        place = self.page.blocks[i].place
        yield "prose of its kind", self.kinds[place.kind] / self.total
        yield "of the main kind", float(place.kind == self.main)
        yield "prose of its parent", self.parents[place.parents[1]] / self.total
        yield "prose of its grandparent", self.parents[place.parents[2]] / self.total
        yield "prose of its article", self.articles[place.article] / self.total
        inside = self.all[place.parents[1]]
        yield "links of its parent", self.links[place.parents[1]] / inside if inside else 0.0

    def _neighbours(self, i: int) -> Iterator[tuple[str, float]]:
        page = self.page
        for step, name in ((-1, "above"), (1, "below"), (-2, "two above"), (2, "two below")):
            j = i + step
            if not 0 <= j < self.n:
                yield f"none {name}", 1.0
                continue
            yield f"{name}: prose", float(page.prose[j])
            yield f"{name}: kept prose", float(page.prose[j] and page.kept[j])
            if abs(step) == 1:
                other = page.blocks[j]
                yield f"{name}: linked", float(other.linked >= LINKED)
                yield f"{name}: chrome", float(page.reasons[j] is not None)
                yield f"{name}: same kind", float(other.place.kind == page.blocks[i].place.kind)
                yield f"{name}: heading", float(other.tag[0] == "h" and other.tag != "header")
                yield (
                    f"{name}: linked headline",
                    float(other.linked >= LINKED and page.sizes[j] > 25),
                )
        low, high = max(0, i - _WINDOW), min(self.n, i + _WINDOW + 1)
        yield (
            "density around",
            (self.before[high] - self.before[low]) / (sum(page.sizes[low:high]) or 1),
        )

    def _below_tail(self, i: int) -> Iterator[tuple[str, float]]:
        page = self.page
        at = self.tail[i]
        yield "announces other things", float(page.tails[i])
        if at < 0:
            return
        yield "just below a heading over other things", float(i - at <= 2)
        late = self.before[at] > 0.5 * self.total
        yield "below such a heading, late", float(late)
        shared = {*page.blocks[at].place.parents[1:]} & {*page.blocks[i].place.parents[1:]}
        yield (
            "in one box with such a heading",
            float(
                bool(shared)
                and not (self.parents[page.blocks[at].place.parents[1]] > 0.4 * self.total)
            ),
        )
        yield "as many below it", min(log1p(i - at) / 4, 1.0)
