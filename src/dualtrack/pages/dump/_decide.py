"""Which blocks of a text are its story: rules for clean texts, the line model for dumps.

A clean text, and a dump of few lines of which the model keeps none, are judged by the rules of
`_story.py`: measured, they lose less there. In every other dump the line model decides; what it
leaves out gets a reason from the words of the line and from where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dualtrack.pages._chrome import (
    content_words,
    ends_cut,
    ends_sentence,
    fold,
    is_heading_of_tail,
    is_prose,
)
from dualtrack.pages._names import names_in
from dualtrack.pages._tables import chrome
from dualtrack.pages.dump._features import LOOK, look
from dualtrack.pages.dump._lines import Block
from dualtrack.pages.dump._model import Verdict, load
from dualtrack.pages.dump._story import Page, own_reason
from dualtrack.pages.dump._title import Title, split_path

_MARKS = re.compile(r"\s*[>›»/|·→•]+\s*")
_FEW = 12  # blocks; a list of stories has more
_MANY_SHORT = 8
_PROMPT = LOOK.index("prompt words")
_CHROME = LOOK.index("chrome words")
_SELF = LOOK.index("speaks of self")


@dataclass(frozen=True, slots=True)
class Decision:
    """A reason for each block, None for the story's; the headline; whether this is a dump."""

    labels: tuple[str | None, ...]
    title: Title | None
    dump: bool


def decide(blocks: Sequence[Block], known: Sequence[float] | None = None) -> Decision:
    """Decide every block of a text.

    `known` is what a memory of the site holds against each block, in log odds (0 for nothing).
    """
    page = Page(blocks)
    if not blocks or not (page.dump or _has_menus(blocks)):
        return Decision(tuple(page.label()), page.title, dump=False)
    verdict = load().judge(blocks, known)
    if not any(verdict.story) and len(blocks) <= _FEW:
        return Decision(tuple(page.label()), page.title, dump=True)
    return _Dump(blocks, verdict).decision()


def _has_menus(blocks: Sequence[Block]) -> bool:
    """Whether short lines without a full stop are many, as in a dump of any language."""
    short = sum(b.plain.count(" ") < 4 and not ends_sentence(b.plain) for b in blocks)
    return short >= _MANY_SHORT and short * 2 >= len(blocks)


class _Dump:
    """A dump with the model's verdict, on its way to a label for each line."""

    def __init__(self, blocks: Sequence[Block], verdict: Verdict) -> None:
        self.lines = [block.plain for block in blocks]
        self.verdict = verdict
        self.reasons = [own_reason(line) for line in self.lines]
        bylines = [x for x, r in zip(self.lines, self.reasons, strict=True) if r == "byline"]
        self.authors = {name for line in bylines for name in names_in(line)}
        self.title = self._title()
        at = self.title.at if self.title else None
        self.story = [
            kept and self.reasons[i] is None and i != at for i, kept in enumerate(verdict.story)
        ]
        self._fill_gaps()
        self._clear_head()
        self.about: set[str] = set()
        for line, kept in zip(self.lines, self.story, strict=True):
            if kept:
                self.about |= content_words(line)

    def decision(self) -> Decision:
        """The labels of all lines; no headline where there is no story."""
        if not any(self.story):
            return Decision(tuple(self._why(i) for i in range(len(self.lines))), None, dump=True)
        labels = tuple(None if kept else self._why(i) for i, kept in enumerate(self.story))
        return Decision(labels, self.title, dump=True)

    def _title(self) -> Title | None:
        at = self.verdict.title
        if at is None:
            return None
        for found in self.verdict.rules.values():
            if found.at == at:
                return found
        section, crumb = self._path_above(at)
        return Title(at, self._without_kicker(at), section, crumb, sure=False)

    def _without_kicker(self, at: int) -> str:
        """The headline without a topic before a colon that a link above it names as well."""
        line = self.lines[at]
        topic, colon, rest = line.partition(": ")
        if not colon or topic.count(" ") > 2 or rest.count(" ") < 2:
            return line
        above = [fold(text) for text in self.lines[:at]]
        links = {entry for text in above for entry in _MARKS.split(text)}
        glued = any(text.endswith(fold(topic)) and text.count(" ") < 4 for text in above[-4:])
        return rest if fold(topic) in links or glued else line

    def _path_above(self, at: int) -> tuple[tuple[str, ...], int | None]:
        """The path of links right above the headline: in a line each from the front page on, or
        in one line with marks between or glued."""
        front = chrome().front
        for i in range(at - 1, max(-1, at - 6), -1):
            line = self.lines[i]
            if fold(line) in front and i < at - 1:
                entries = [self.lines[j] for j in range(i + 1, at)]
                if all(e.count(" ") < 3 and not ends_sentence(e) for e in entries):
                    return tuple(e for e in entries if fold(e) != fold(self.lines[at])), i
            path = split_path(line) if len(line) <= 80 and not ends_sentence(line) else ()
            starts = any(fold(line).startswith(word) for word in front)
            if starts and 0 < len(path) <= 4 and len(line) > len(path[0]):
                return path, i
        return (), None

    def _fill_gaps(self) -> None:
        """A short line between two paragraphs of the story is a subheading or a list's entry."""
        n = len(self.lines)
        for i in range(1, n - 1):
            if self.story[i] or self.reasons[i] or is_heading_of_tail(self.lines[i]):
                continue
            between = i > 1 and self.story[i - 2] and self.story[i - 1] and self.story[i + 1]
            prompts = look(self.lines[i])[_PROMPT] > 0 or look(self.lines[i])[_CHROME] > 0.3
            if between and not prompts and not is_prose(self.lines[i]):
                self.story[i] = True

    def _clear_head(self) -> None:
        """A few words above the first paragraph are a desk or a topic, no standfirst."""
        for i, line in enumerate(self.lines):
            if self.story[i] and (is_prose(line) or ends_sentence(line)):
                return
            if line.count(" ") < 4:
                self.story[i] = False

    def _why(self, i: int) -> str:
        line = self.lines[i]
        if self.title is not None:
            if i == self.title.at or fold(line) == fold(self.title.text):
                return "title"
            if i == self.title.crumb:
                return "breadcrumb"
        if reason := self.reasons[i]:
            return reason
        if self._is_name(i) or self._about_author(line):
            return "byline"
        return self._why_text(line) if is_prose(line) else self._why_short(i)

    def _why_short(self, i: int) -> str:
        if self.lines[i].count(" ") < 4:
            return "navigation"
        heads_text = i + 1 < len(self.lines) and self._is_text(i + 1)
        return "teaser" if heads_text else "other"

    def _why_text(self, line: str) -> str:
        if ends_cut(line):
            return "teaser"
        seen = look(line)
        if seen[_PROMPT] >= 1 or seen[_SELF]:
            return "other"
        own = content_words(line)
        return "other story" if len(own & self.about) * 2 < len(own) else "teaser"

    def _about_author(self, line: str) -> bool:
        start = fold(line[:60])
        return any(start.startswith(fold(name)) for name in self.authors)

    def _is_text(self, i: int) -> bool:
        return not self.story[i] and (is_prose(self.lines[i]) or ends_cut(self.lines[i]))

    def _is_name(self, i: int) -> bool:
        """A name alone next to a date line."""
        parts = self.lines[i].split()
        if not 2 <= len(parts) <= 4 or not all(p[0].isupper() and p[-1].isalpha() for p in parts):
            return False
        return "date line" in [self.reasons[j] for j in (i - 1, i + 1) if 0 <= j < len(self.lines)]
