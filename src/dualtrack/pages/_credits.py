"""What a story's own words tell of where it comes from and whether it is whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dualtrack.pages._article import Access, PageKind
from dualtrack.pages._chrome import ends_cut, fold, is_prose, words
from dualtrack.pages._signs import agencies, signs

PARTS = re.compile(r"\s*(?:[|,;·•/&()]|\s[-–—]\s|\b(?:and|und|et|with|via|avec|mit|con)\b)\s*")
# "HOLLVIK, April 14 (Reuters) -", "Berlin (dpa) -", "MADRID, 3 may (EFE).-", "/TASS/."
_DATELINE = re.compile(r"^[^()/!?]{0,80}?[(/]([^()]{2,40}?)[)/]\s*(\.?\s*[-–—:]+|\.)?")
_DASHED = re.compile(r"^(?:[^a-z]{2,40}, )?([A-Za-zÀ-ž -]{2,30}?)\s*[-–—]+\s")
_STAFF = re.compile(
    r"\s+(?:staff|reporters?|correspondents?|news desk|editors?|writers?)\W*$", re.I
)
# "04:36 BST 15 April": the hour of a post; lists of other stories give no zone.
_MOMENT = re.compile(r"\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?[Mm]\.?\s*)?(?![AaPp][Mm]\b)[A-Z]{2,4}\b")
_POSTS = 4
_RUN = 3
_ENDED = re.compile(r"[\w,–—-]$")
_LONG = 15  # words of a last paragraph that must end as sentences do

Judged = tuple[Access | None, str | None]


def agency_of_text(paragraphs: Iterable[str], site: str | None) -> str | None:
    """The agency that a dateline credits at the beginning of a story, or None."""
    for text in paragraphs:
        match = _DATELINE.match(text)
        if match and _is_place(text[: match.start(1) - 1], dashed=bool(match[2])):
            for part in re.split(r"\s*[/,&]\s*|\s+and\s+", match[1]):
                if found := agency_in(part, site):
                    return found
        match = _DASHED.match(text)
        if match and (found := agency_in(match[1], site)):
            return found
    return None


def _is_place(before: str, *, dashed: bool) -> bool:
    """Whether words before a name in brackets are a place and a day: hardly one in lower case."""
    parts = before.split()
    small = sum(part[0].islower() for part in parts)
    return small <= 1 if dashed else small == 0 and len(parts) <= 3


def agency_of_lines(lines: Iterable[str], site: str | None) -> str | None:
    """The agency that one of some bylines names, or None."""
    for line in lines:
        for part in PARTS.split(re.sub(r"^\W*(?:by|von|par|por)\s+", "", line, flags=re.I)):
            if found := agency_in(part, site):
                return found
    return None


def judge_end(paragraphs: Sequence[str]) -> Judged:
    """The word "cut" where the last paragraph of a story breaks off."""
    if not paragraphs:
        return None, None
    last = paragraphs[-1].rstrip()
    if ends_cut(last):
        return "cut", "the last paragraph ends in an ellipsis"
    if _ENDED.search(last) and len(words(last)) >= _LONG:
        return "cut", "the last paragraph breaks off in the middle of a sentence"
    return None, None


def kind_of_story(
    title: str | None, paragraphs: Sequence[str], dropped: Iterable[str]
) -> tuple[PageKind, str | None]:
    """The kind of a page of which only the words are known, and what tells it."""
    if said := live_words(title):
        return "live", f"the title says: {said}"
    moments = {line for line in dropped if len(line) < 40 and _MOMENT.match(line)}
    if len(moments) >= _POSTS:
        return "live", f"{len(moments)} lines give an hour each"
    prose = sum(map(is_prose, paragraphs))
    return (
        ("article", f"{prose} paragraphs of running text") if prose >= _RUN else ("unknown", None)
    )


def shown_wall(lines: Iterable[str]) -> str | None:
    """What a line says of the rest being for subscribers, or None."""
    for line in lines:
        if len(line) < 300 and (match := signs().locked_text.search(line)):
            return f"the page says: {match.group()[:80]}"
    return None


def live_words(title: str | None) -> str | None:
    """The words of a title that announce a live blog, or None."""
    match = signs().live_title.search(title) if title else None
    return match.group().strip(" :|–—-") if match else None


def agency_in(text: str, site: str | None) -> str | None:
    """The agency that a string names; a name that is not in the list must not be the site's."""
    found = agencies().name(_STAFF.sub("", text))
    if found and site and fold(found) == fold(site) and found not in agencies().known:
        return None
    return found
