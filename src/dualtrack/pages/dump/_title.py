"""The headline and the section path of plain text, from how a page repeats its own title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dualtrack.pages._chrome import ends_sentence, fold, is_prose, reason_of
from dualtrack.pages._tables import chrome
from dualtrack.pages.dump._lines import Block

_SEPARATORS = ">›»/|·→•"
_ARROW = re.compile(r"\s*[>›»→]+\s*|\s/\s")
_SEPARATOR = re.compile(rf"\s*[{re.escape(_SEPARATORS)}]+\s*")
# "NewsDefense" and "UKPolitics" are two entries; "McDonald" is one.
_JOIN = re.compile(
    r"(?<=[^\W\d_A-Z])(?<!Mc)(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=\.)(?=[A-Z][a-z])"
)
_SUFFIX = re.compile(r"\s+[|·»›•]\s*|\s+[-–—]\s+")
_LONGEST_TITLE = 250


@dataclass(frozen=True, slots=True)
class Title:
    """Where the headline stands. `sure` is True where the page itself points at it."""

    at: int
    text: str
    section: tuple[str, ...] = ()
    crumb: int | None = None
    site: str | None = None
    sure: bool = True


def glued_title(blocks: Sequence[Block], prose_left: Sequence[int]) -> Title | None:
    """A breadcrumb that ends with the next line: that line is the title.

    "HomeNewsDefenseTalks resume" above "Talks resume" has the section path (News, Defense).
    `prose_left[i]` is how much running text stands from block i on.
    """
    for i in range(len(blocks) - 1):
        crumb, title = blocks[i].plain, blocks[i + 1].plain
        if not len(title) < len(crumb) <= len(title) + 120 or not _may_be_title(title):
            continue
        cut = _suffix_start(crumb, title)
        if cut is None or not _mostly_below(i, prose_left):
            continue
        prefix = crumb[:cut]
        is_path = not prefix[-1].isspace() or prefix.rstrip()[-1:] in _SEPARATORS
        if ends_sentence(prefix.rstrip()) or len(prefix.split()) > 14:
            continue
        return Title(i + 1, title, split_path(prefix) if is_path else (), i)
    return None


def repeated_title(blocks: Sequence[Block], prose_left: Sequence[int]) -> Title | None:
    """A line that stands twice above the story, the first time perhaps with the site's name."""
    seen: dict[str, str | None] = {}
    for i, block in enumerate(blocks):
        if not _mostly_below(i, prose_left):
            return None
        text = block.plain
        if not _may_be_title(text) or reason_of(text):
            continue
        folded = fold(text)
        if folded in seen:
            return Title(i, text, site=seen[folded])
        seen[folded] = None
        if (parts := split_suffix(text)) and _may_be_title(parts[0]):
            seen.setdefault(fold(parts[0]), parts[1])
    return None


def breadcrumb_title(blocks: Sequence[Block], prose_left: Sequence[int]) -> Title | None:
    """A path of links in one line, or from the front page on in a few lines; then the title."""
    front = chrome().front
    for i, block in enumerate(blocks):
        if not _mostly_below(i, prose_left):
            return None
        entries = [part for part in _ARROW.split(block.plain) if part]
        after = i + 1
        if len(entries) == 1 and fold(entries[0]) in front:
            while after < len(blocks) and len(entries) < 5 and _is_entry(blocks[after].plain):
                entries.append(blocks[after].plain)
                after += 1
            if len(entries) == 5:  # a menu, not a path
                continue
        if not 2 <= len(entries) <= 6 or not all(map(_is_entry, entries[:-1])):
            continue
        for j in range(after, min(after + 4, len(blocks))):
            text = blocks[j].plain
            if reason_of(text):
                continue
            if not _may_be_title(text):
                break
            known = {*front, fold(text)}
            return Title(j, text, tuple(e for e in entries if fold(e) not in known), i)
    return None


def split_path(prefix: str) -> tuple[str, ...]:
    """The entries of a breadcrumb, the front page left out: "HomeNewsUK" gives (News, UK)."""
    if any(mark in prefix for mark in _SEPARATORS):
        entries = [part.strip() for part in _SEPARATOR.split(prefix)]
    else:
        entries = [part.strip() for part in _JOIN.split(prefix)]
    front = chrome().front
    return tuple(entry for entry in entries if entry and fold(entry) not in front)


def split_suffix(text: str) -> tuple[str, str] | None:
    """A title and the short name behind its last bar or dash, or None."""
    marks = list(_SUFFIX.finditer(text))
    if not marks:
        return None
    head, tail = text[: marks[-1].start()].strip(), text[marks[-1].end() :].strip()
    if not head or not 0 < len(tail.split()) <= 5 or not tail[0].isupper():
        return None
    return head, tail


def _may_be_title(text: str) -> bool:
    if len(text) > _LONGEST_TITLE or len(text) < 10 or text.count(" ") < 1:
        return False
    return not is_prose(text) or not text.rstrip("\"'”’").endswith((".", "…"))


def _is_entry(text: str) -> bool:
    return text.count(" ") < 3 and len(text) <= 30 and not ends_sentence(text)


def _mostly_below(i: int, prose_left: Sequence[int]) -> bool:
    """Whether at least two thirds of the running text stand below block i."""
    return prose_left[i + 1] * 3 >= prose_left[0] * 2


def _suffix_start(crumb: str, title: str) -> int | None:
    """Where in `crumb` its ending equal to `title` begins, quotes and case aside."""
    wanted = fold(title)
    about = len(crumb) - len(title)
    for start in (about, about - 1, about + 1, about - 2, about + 2):
        if 0 < start < len(crumb) and fold(crumb[start:]) == wanted and not crumb[start].isspace():
            return start
    return None
