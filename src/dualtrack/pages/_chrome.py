"""What a single line looks like: chrome of a known kind, a teaser, a sentence, a site's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from dualtrack.pages._tables import LineWords, chrome, word_list

_QUOTES = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
        "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " ",
        "\u2009": " ", "\u200b": " ", "\ufeff": " ", "\u00ad": " ",
    }
)  # fmt: skip
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
_MARKS = " .:!→›»|-–—•*_=~#"
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’)\]»*]*$")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…|\[\.{3}\]|\[…\])[\"'”’)\]»]*$")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def fold(text: str) -> str:
    """Text as it is compared: straight quotes, single spaces, no case, no spaces at the ends."""
    return " ".join(text.translate(_QUOTES).casefold().split())


def letters_only(text: str) -> str:
    """Text without white space, quotes straight: what two readers of one page agree on."""
    return "".join(text.translate(_QUOTES).split())


def words(text: str) -> list[str]:
    """The words of a text, as written."""
    return _WORD.findall(text)


def content_words(text: str) -> set[str]:
    """The words that say what a text is about, folded and roughly stemmed."""
    found = set()
    common = word_list("common")
    for word in _WORD.findall(text.translate(_STRAIGHT).casefold()):
        word = word.removesuffix("'s")  # noqa: PLW2901
        if len(word) > 2 and word not in common:
            found.add(word.rstrip("s")[:8])
    return found


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_SENTENCE_END.search(text[-8:]))


def ends_cut(text: str) -> bool:
    """Whether a line ends in an ellipsis, as the opening of another story does."""
    return bool(_ELLIPSIS.search(text[-8:]))


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: a sentence of eight words, or a long run of words."""
    count = text.count(" ") + 1
    if count < 8:
        return False
    return ends_sentence(text) or count >= 25 or (count >= 10 and text.endswith(":"))


def reason_of(text: str) -> str | None:
    """The reason why a line is chrome, judged by its own words, or None.

    A line in which nothing of the lists in `chrome.yaml` is found may still be chrome;
    the lines around it tell.
    """
    # Chrome recurs from page to page and is short; stories are neither.
    return _known_reason_of(text) if len(text) <= 200 else _reason_of(text)


def _reason_of(text: str) -> str | None:
    table = chrome()
    plain = " ".join(text.translate(_STRAIGHT).split())
    bare = plain.strip(_MARKS)
    if not bare:
        return "other"
    count = plain.count(" ") + 1
    for entry in table.lines:
        if _matches(entry, plain, bare, count, table.longest):
            return entry.reason
    return None


_known_reason_of = lru_cache(maxsize=4096)(_reason_of)


def _matches(entry: LineWords, plain: str, bare: str, count: int, longest: int) -> bool:
    if entry.line and count <= 16 and len(bare) <= 200 and entry.line.fullmatch(bare):
        return True
    if entry.start and count <= longest and entry.start.match(plain):
        return True
    if not entry.anywhere:
        return False
    # A story's long paragraphs are most of the text; chrome in them sits at an end, if at all.
    if len(plain) > 240:
        return bool(entry.anywhere.search(plain[:100]) or entry.anywhere.search(plain[-100:]))
    return bool(entry.anywhere.search(plain))


def is_heading_of_tail(text: str) -> bool:
    """Whether a short line announces what follows the story: related stories, comments, footer."""
    return len(text) <= 60 and _heads_tail(text)


@lru_cache(maxsize=1024)
def _heads_tail(text: str) -> bool:
    table = chrome()
    bare = " ".join(text.translate(_STRAIGHT).split()).strip(_MARKS)
    return any(
        entry.line is not None and entry.line.fullmatch(bare)
        for entry in table.lines
        if entry.reason in table.tails
    )


def site_name(lines: Iterable[str]) -> str | None:
    """The publication's name where lines around the story give it; the one most lines give."""
    table = chrome()
    seen: Counter[str] = Counter()
    for line in lines:
        if len(line) > 300:
            continue
        plain = " ".join(line.translate(_STRAIGHT).split())
        for pattern in table.site_names:
            if (match := pattern.search(plain)) and (name := _as_name(match["site"])):
                seen[name] += 1
                break
    return seen.most_common(1)[0][0] if seen else None


def _as_name(text: str) -> str | None:
    name = text.strip(" -–|\"'")
    parts = name.split()
    if not 1 <= len(parts) <= 6 or name.casefold() in chrome().no_site:
        return None
    small = {"of", "the", "and", "de", "for", "in", "on", "&", "le", "la", "el", "al"}
    if not all(p[0].isupper() or p[0].isdigit() or p.casefold() in small for p in parts):
        return None
    return name
