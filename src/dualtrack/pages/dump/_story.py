"""Which blocks of a text dump are its story, and why each other block is not.

Two manners. A text without a trace of chrome is taken whole: only a headline, a byline and a
date line next to it are set apart. In a dump every block must look like part of the story, by
its own words, by the blocks around it and by the words it shares with the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dualtrack.pages._chrome import (
    content_words,
    ends_cut,
    ends_sentence,
    fold,
    is_heading_of_tail,
    is_prose,
    reason_of,
)
from dualtrack.pages._dates import date_line
from dualtrack.pages._tables import chrome
from dualtrack.pages.dump._lines import Block
from dualtrack.pages.dump._title import (
    Title,
    breadcrumb_title,
    glued_title,
    repeated_title,
)

_BESIDE_TITLE = frozenset(("byline", "date line", "caption", "share bar", "advertisement"))
_NEAR = 0.3  # share of its words that a block of the same story has in common with the rest


class Page:
    """The blocks of one text with what each looks like; `labels[i]` is None for the story."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.reasons = [own_reason(block.plain) for block in blocks]
        prose = [is_prose(block.plain) for block in blocks]
        if not any(p and not r for p, r in zip(prose, self.reasons, strict=True)):
            prose = [ends_sentence(block.plain) for block in blocks]
        self.prose = [p and not r for p, r in zip(prose, self.reasons, strict=True)]
        self.labels: list[str | None] = [None] * len(blocks)
        self._words: dict[int, set[str]] = {}
        self._story: Counter[str] = Counter()
        self._counted: set[int] = set()
        self.title = self._sure_title()
        self.dump = self._shows_chrome()
        if self.title is None:
            self.title = self._likely_title()

    def plain(self, i: int) -> str:
        """Block i with single spaces."""
        return self.blocks[i].plain

    def words(self, i: int) -> set[str]:
        """What block i is about."""
        if i not in self._words:
            self._words[i] = content_words(self.plain(i))
        return self._words[i]

    def nearness(self, i: int) -> float:
        """The share of block i's words that the other blocks of the story have, 0 to 1."""
        words = self.words(i)
        if not words:
            return 0.0
        needed = 2 if i in self._counted else 1
        return sum(self._story[word] >= needed for word in words) / len(words)

    def label(self) -> list[str | None]:
        """Decide every block."""
        start = 0
        if self.title is not None:
            start = self.title.at + 1
            self.labels[self.title.at] = "title"
        self._count_story(start)
        for i in range(start - 1):
            self.labels[i] = self._why_above(i)
        if self.title is not None and self.title.crumb is not None:
            self.labels[self.title.crumb] = "breadcrumb"
        first, last = self._core(start)
        self._label_head(start, first)
        if self.dump:
            self._label_middle(first, last)
            self._label_tail(last)
        return self.labels

    # Before the story

    def _sure_title(self) -> Title | None:
        left = [0] * (len(self.blocks) + 1)
        for i in range(len(self.blocks) - 1, -1, -1):
            counts = self.prose[i] and not ends_cut(self.plain(i))
            left[i] = left[i + 1] + (len(self.plain(i)) if counts else 0)
        if not left[0]:
            return None
        return (
            glued_title(self.blocks, left)
            or breadcrumb_title(self.blocks, left)
            or repeated_title(self.blocks, left)
        )

    def _shows_chrome(self) -> bool:
        if self.title is not None:
            return True
        return any(
            reason and reason not in ("byline", "date line", "caption", "other")
            for reason in self.reasons
        )

    def _likely_title(self) -> Title | None:
        """The headline above the first running text; the upper one if there are two such lines."""
        first = next((i for i, p in enumerate(self.prose) if p and not self._is_teaser(i)), None)
        if first is None:
            return None
        at = first - 1
        while at >= 0 and (self.reasons[at] in _BESIDE_TITLE or self._is_name(at)):
            at -= 1
        run: list[int] = []
        while at >= 0 and self._may_be_headline(at) and len(run) < 4:
            run.insert(0, at)
            at -= 1
        if not run:
            return self._question_title(first)
        if self.dump:
            run = self._about_story(run, first)
        elif at >= 0:  # in a clean text a headline has nothing above it
            return None
        chosen = next((i for i in run if self.plain(i).count(" ") >= 2), run[0])
        return Title(chosen, self.plain(chosen), sure=False)

    def _about_story(self, run: list[int], first: int) -> list[int]:
        """The headlines of a run which share words with what follows; the last in any case."""
        below = range(first, len(self.blocks))
        about = content_words(" ".join(self.plain(i) for i in below if self.prose[i]))
        near = [i for i in run[:-1] if len(self.words(i) & about) * 2 >= len(self.words(i)) > 1]
        return [*near, run[-1]]

    def _question_title(self, first: int) -> Title | None:
        """A first block that is a short question or call stands as headline above longer text."""
        text = self.plain(first)
        follows = first + 1 < len(self.blocks) and self.blocks[first + 1].after_blank
        longer = follows and self.prose[first + 1] and len(self.plain(first + 1)) > 1.5 * len(text)
        if first == 0 and longer and len(text) < 120 and text.rstrip("\"'”’")[-1:] in "?!":
            return Title(0, text, sure=False)
        return None

    def _may_be_headline(self, i: int) -> bool:
        text = self.plain(i)
        if self.reasons[i] or len(text) > 250 or text[0] in "-–—•*" or text[-1] in "-–—:,":
            return False
        return (
            not self.prose[i] and not text.endswith((".", "…")) and any(c.isalpha() for c in text)
        )

    def _is_name(self, i: int) -> bool:
        """A name alone next to a byline or date line."""
        parts = self.plain(i).split()
        if not 2 <= len(parts) <= 4 or not all(p[0].isupper() and p[-1].isalpha() for p in parts):
            return False
        around = [self.reasons[j] for j in (i - 1, i + 1) if 0 <= j < len(self.blocks)]
        return "date line" in around

    def _why_above(self, i: int) -> str:
        if reason := self.reasons[i]:
            return reason
        if self.title is not None and fold(self.plain(i)).startswith(fold(self.title.text)):
            return "title"
        if any(self.prose[j] and ends_cut(self.plain(j)) for j in (i, i + 1)):
            return "teaser"
        if self.prose[i]:
            return "other story"
        return "navigation" if self.plain(i).count(" ") < 4 else "teaser"

    def _is_teaser(self, i: int) -> bool:
        """The opening of another story, cut off."""
        return self.dump and self.prose[i] and ends_cut(self.plain(i)) and self.nearness(i) < 0.6

    # The story and what stands between its paragraphs

    def _count_story(self, start: int) -> None:
        for i in range(start, len(self.blocks)):
            if len(self._counted) > 1 and is_heading_of_tail(self.plain(i)):
                break
            if self.prose[i] and not ends_cut(self.plain(i)):
                self._story.update(self.words(i))
                self._counted.add(i)
        if self.title is not None:
            self._story.update(content_words(self.title.text))

    def _core(self, start: int) -> tuple[int, int]:
        """First and one past the last block of running text that is not a teaser."""
        kept = [
            i for i in range(start, len(self.blocks)) if self.prose[i] and not self._is_teaser(i)
        ]
        if kept:
            return kept[0], kept[-1] + 1
        return start, len(self.blocks)

    def _label_head(self, start: int, first: int) -> None:
        for i in range(start, first):
            reason = self.reasons[i]
            if reason in ("byline", "date line"):
                self.labels[i] = reason
            elif self._is_name(i):
                self.labels[i] = "byline"
            elif self.dump:
                self.labels[i] = reason or self._why_in_head(i)

    def _why_in_head(self, i: int) -> str | None:
        if self._is_teaser(i):
            return "teaser"
        if self.title is None:
            return "navigation" if self.plain(i).count(" ") < 4 else "other"
        # A standfirst has no full stop on many pages; it is about what the story is about.
        return None if self.plain(i).count(" ") >= 4 and self.nearness(i) >= _NEAR else "other"

    def _label_middle(self, first: int, last: int) -> None:
        in_tail = False
        reason = "teaser"
        for i in range(first, last):
            if i > first and is_heading_of_tail(self.plain(i)):
                in_tail, reason = True, self.reasons[i] or "teaser"
                self.labels[i] = reason
            elif in_tail and self._resumes(i):
                in_tail = False
            elif in_tail:
                self.labels[i] = self.reasons[i] or ("other story" if self.prose[i] else reason)
            else:
                self.labels[i] = self.reasons[i] or self._why_between(i)

    def _resumes(self, i: int) -> bool:
        """Whether block i goes on with the story after a box of other stories.

        In such a box a headline stands above its own summary; the story goes on with blocks
        that have nothing to do with the last headline.
        """
        if not self.prose[i] or self._is_teaser(i):
            return False
        above = i - 1
        headed = not self.prose[above] and len(self.words(above) & self.words(i)) >= 2
        run = [i]
        while run[-1] + 1 < len(self.blocks) and self.prose[run[-1] + 1] and len(run) < 5:
            run.append(run[-1] + 1)
        if headed and len(run) == 1:
            return False
        title = content_words(self.title.text) if self.title is not None else set()
        named = len(run) > 1 and any(self.words(j) & title for j in run)
        return named or self.nearness(i) >= _NEAR

    def _why_between(self, i: int) -> str | None:
        if ends_cut(self.plain(i)) and self.dump and self.prose[i]:
            headed = (
                not self.prose[i - 1] and not self.reasons[i - 1] and self.labels[i - 1] is None
            )
            if self.nearness(i) < _NEAR or (headed and self.nearness(i) < 0.6):
                return "teaser"
        if self.prose[i] or ends_sentence(self.plain(i)):
            return None
        if i + 1 < len(self.blocks) and self._why_between_prose(i + 1):
            return "teaser"
        shared = self.nearness(i)
        in_run = self._in_run(i)
        if in_run and shared < _NEAR:
            return "navigation" if self.plain(i).count(" ") < 4 else "teaser"
        if len(self.words(i)) >= 4 and shared == 0.0:
            return "other story"
        return None

    def _why_between_prose(self, i: int) -> bool:
        return self.prose[i] and ends_cut(self.plain(i)) and self.nearness(i) < 0.6

    def _in_run(self, i: int) -> bool:
        """Whether three or more unfinished lines stand together here."""
        low = high = i
        while low > 0 and self._unfinished(low - 1):
            low -= 1
        while high + 1 < len(self.blocks) and self._unfinished(high + 1):
            high += 1
        return high - low >= 2

    def _unfinished(self, i: int) -> bool:
        return not self.prose[i] and not ends_sentence(self.plain(i))

    # After the story

    def _label_tail(self, last: int) -> None:
        self._label_about_author(last)
        goes_on = True
        for i in range(last, len(self.blocks)):
            text = self.plain(i)
            if self.reasons[i]:
                self.labels[i] = self.reasons[i]
                goes_on = goes_on and self.reasons[i] not in chrome().tails
            elif goes_on and ends_sentence(text) and not ends_cut(text):
                continue
            else:
                goes_on = False
                cut = self.prose[i] and ends_cut(text)
                headline = i + 1 < len(self.blocks) and self.prose[i + 1]
                short = "navigation" if text.count(" ") < 4 else "other"
                self.labels[i] = "teaser" if cut or headline else short

    def _label_about_author(self, last: int) -> None:
        """The last paragraph may be about its writer, who is named in the byline."""
        i = last - 1
        names = [self.plain(j) for j in range(i) if self.labels[j] == "byline"]
        opening = self.plain(i).split(" is ", 1)
        if len(opening) == 2 and opening[0].count(" ") <= 3 and any(opening[0] in n for n in names):
            self.labels[i] = "byline"


def own_reason(text: str) -> str | None:
    """Why a line is chrome, judged by its own words alone: a date, a byline, a known phrase."""
    if (line := date_line(text)) is not None:
        left = line.rest
        if not left:
            return "date line"
        if reason_of(left) == "byline" or (len(left.split()) <= 5 and left.istitle()):
            return "byline"
    return reason_of(text)
