"""What is known of each block of a page before it is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dualtrack.pages._chrome import (
    content_words,
    fold,
    is_heading_of_tail,
    is_prose,
    letters_only,
)
from dualtrack.pages.html._leaks import own_reason
from dualtrack.pages.visible._blocks import HtmlBlock

LINKED = 0.8  # from this share of links on, a block is a link
_TOO_MUCH = 400_000_000  # comparing so many characters takes time that no real page needs


class BlockPage:
    """The blocks of a page in order, and the page's other signs for and against each.

    `anchor` is what trafilatura takes for the story (None where it was not asked), `declared`
    the story and `description` the summary as structured data give them, `authors` the names
    of the byline.
    """

    def __init__(
        self,
        blocks: Sequence[HtmlBlock],
        title: str | None = None,
        anchor: Sequence[str] | None = None,
        *,
        declared: str | None = None,
        description: str | None = None,
        site: str | None = None,
        authors: Sequence[str] = (),
    ) -> None:
        self.blocks = blocks
        self.title = title
        self.authors = [fold(name) for name in authors if " " in name]
        self.site = (site or "").casefold().removeprefix("the ")
        texts = [block.text for block in blocks]
        self.keys = [letters_only(text) for text in texts]
        self.sizes = [len(text) for text in texts]
        self.reasons = [own_reason(text, title) for text in texts]
        self.prose = [
            is_prose(block.text) and block.linked < LINKED and reason is None
            for block, reason in zip(blocks, self.reasons, strict=True)
        ]
        self.words = [content_words(text) if text.count(" ") > 1 else set() for text in texts]
        self.anchored = anchor is not None
        self.kept = self._kept(anchor or ())
        self.title_words = content_words(title) if title else set()
        self.title_at = self._title_at()
        self.declared = _shingles(declared) if declared and len(declared) > 200 else set()
        self.description = letters_only(description)[:600] if description else ""
        self.repeats = self._repeats()
        self.tails = [block.tag != "p" and is_heading_of_tail(block.text) for block in blocks]
        self.near = self._nearness()

    def _kept(self, anchor: Sequence[str]) -> list[bool]:
        keys = {letters_only(text) for text in anchor}
        told = "\n".join(keys)
        look_inside = len(told) * len(self.keys) < _TOO_MUCH
        return [key in keys or (look_inside and len(key) > 20 and key in told) for key in self.keys]

    def _title_at(self) -> int:
        """The block that shows the title, a first heading rather than another; -1 for none."""
        at = [i for i, reason in enumerate(self.reasons) if reason == "title"]
        heads = [i for i in at if self.blocks[i].tag == "h1"]
        if not at:
            heads = [i for i, block in enumerate(self.blocks) if block.tag == "h1"]
        return (heads or at or [-1])[0]

    def _repeats(self) -> list[bool]:
        """Whether a block's words stand elsewhere on the page, alone or inside a longer block."""
        count = Counter(self.keys)
        long = "\n".join(k for k, p in zip(self.keys, self.prose, strict=True) if p)
        look_inside = len(long) * len(self.keys) < _TOO_MUCH
        return [
            count[key] > 1
            or (look_inside and len(key) > 24 and long.count(key) > (1 if prose else 0))
            for key, prose in zip(self.keys, self.prose, strict=True)
        ]

    def _nearness(self) -> list[float]:
        """The share of each block's words that the likely story's other blocks have."""
        likely = [p and k for p, k in zip(self.prose, self.kept, strict=True)]
        if not any(likely):
            likely = self.prose
        counts: Counter[str] = Counter(self.title_words)
        for words, is_likely in zip(self.words, likely, strict=True):
            if is_likely:
                counts.update(words)
        return [
            sum(counts[word] > is_likely for word in words) / len(words) if words else 0.0
            for words, is_likely in zip(self.words, likely, strict=True)
        ]

    def declared_share(self, i: int) -> float:
        """The share of block i's word pairs that the declared story holds; 0 without one."""
        if not self.declared:
            return 0.0
        own = _shingles(self.blocks[i].text)
        return sum(pair in self.declared for pair in own) / len(own) if own else 0.0

    def described(self, i: int) -> bool:
        """Whether block i is the declared summary, or the summary begins with it."""
        key, said = self.keys[i], self.description
        if len(key) < 25 or len(said) < 25:
            return False
        size = min(len(key), len(said.rstrip(".…")))
        return key[:size] == said[:size] and size >= 0.6 * len(key)


def _shingles(text: str) -> set[tuple[str, str]]:
    return set(pairwise(text.casefold().split()))
