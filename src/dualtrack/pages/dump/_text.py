"""Plain text to a story: a clean file, or a crawler's dump of a page with chrome and no tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dualtrack.pages._article import Dropped, Published
from dualtrack.pages._chrome import ends_sentence, fold, is_prose, site_name
from dualtrack.pages._dates import best_line, date_line
from dualtrack.pages._draft import Draft
from dualtrack.pages._names import names_in
from dualtrack.pages.dump._decide import decide
from dualtrack.pages.dump._lines import cut_blocks
from dualtrack.pages.dump._memory import SiteMemory
from dualtrack.pages.dump._title import split_suffix

_ALONE = re.compile(r"\W+")


def read_text(text: str, memory: SiteMemory | None = None, site: str | None = None) -> Draft:
    """Take the story out of a text. `source` of every part is its place in `text`.

    Every block of the text is either a paragraph or in `dropped` with a reason. The draft has
    no paragraphs if the text holds no story. `memory` tells which lines stand on other pages
    of `site` as well, and remembers those of a dump.
    """
    blocks = cut_blocks(text)
    if memory is None or site is None:
        decision = decide(blocks)
    else:
        decision = decide(blocks, memory.against(site, blocks))
        if decision.dump:
            memory.add(site, [block.plain for block in blocks])
    draft = Draft()
    for block, label in zip(blocks, decision.labels, strict=True):
        source = (block.start, block.end)
        if label is None:
            draft.paragraphs.append((text[block.start : block.end], source))
        else:
            draft.dropped.append(Dropped(text[block.start : block.end], label, source))
    if decision.dump and not any(
        is_prose(text) or ends_sentence(text) for text, _ in draft.paragraphs
    ):
        _drop_all(draft)
    outside = [d.text for d in draft.dropped]
    draft.site = site_name(outside)
    if decision.title is not None:
        draft.site = draft.site or decision.title.site
        draft.section = decision.title.section
        draft.title, draft.site = _title_and_site(decision.title.text, draft.site)
    draft.published = _published(draft.dropped)
    draft.authors = _authors(draft.dropped, draft.site)
    return draft


def _drop_all(draft: Draft) -> None:
    """A page of menu words alone holds no story."""
    for text, source in draft.paragraphs:
        draft.dropped.append(Dropped(text, "navigation", source))
    draft.paragraphs.clear()
    draft.dropped.sort(key=lambda d: d.source or (0, 0))


def _title_and_site(title: str, site: str | None) -> tuple[str, str | None]:
    """The headline without the publication's name behind it, and that name."""
    parts = split_suffix(title)
    if parts is None:
        return title, site
    head, tail = parts
    if site is not None and fold(tail) == fold(site):
        return head, site
    if site is None and re.search(r"\s[|»›]\s", title) and head.count(" ") >= 2:
        return head, tail
    return title, site


def _published(dropped: Sequence[Dropped]) -> Published | None:
    lines = [d.text for d in dropped if d.reason in ("date line", "byline")]
    if found := best_line(lines):
        return found
    for line in lines:  # a byline with a date behind it
        read = date_line(line)
        if read and not read.changed:
            return read.published
    return None


def _authors(dropped: Sequence[Dropped], site: str | None) -> tuple[str, ...]:
    for line in dropped:
        if line.reason == "byline" and (names := names_in(line.text, site)):
            return names
    return ()
