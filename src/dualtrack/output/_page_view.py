"""A page of our own that shows what was kept and dropped of other pages, and why.

It holds no script and loads nothing; all that comes from the pages is escaped.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import BinaryIO

from dualtrack._printable import one_line, printable
from dualtrack.output._page_parts import PagePart, page_parts
from dualtrack.output._place import unbroken
from dualtrack.pages import Article, reasons

_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What was read, and what was left out</title>
<style>
:root { color-scheme: light dark; --kept: #1a7f37; --cut: #b35900; --faint: #6e7781; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.3rem; margin: 3rem 0 .25rem; }
.facts, .where { color: var(--faint); font-size: .85rem; }
.part { border-left: .3rem solid; padding: .15rem 0 .15rem .8rem; margin: .35rem 0;
  overflow-wrap: anywhere; }
.kept { border-color: var(--kept); }
.cut { border-color: var(--cut); font-size: .85rem; }
.label { font-size: .75rem; font-weight: 600; margin-right: .5rem; }
.kept .label { color: var(--kept); }
.cut .label { color: var(--cut); }
.subhead p, .standfirst p { font-weight: 600; }
.part p { margin: 0; display: inline; }
dt { font-weight: 600; } dd { margin: 0 0 .3rem 1rem; }
</style></head><body>
"""
_FOOT = "</body></html>\n"


class PageView:
    """Writes one HTML page to a stream, a section for each article."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._put(_HEAD)

    def write(self, article: Article) -> None:
        """Write all blocks of an article's page in their order."""
        parts = page_parts(article)
        counts = Counter(part.reason for part in parts if part.reason)
        title = article.title or article.url or article.origin or article.id
        kept = len(parts) - counts.total()
        self._put(
            f"<section><h1>{_safe(one_line(title))}</h1>\n<p class=facts>{_facts(article)}"
            f"<br>{kept} kept, {counts.total()} left out</p>\n"
            + "".join(map(_part, parts))
            + _legend(counts)
            + "</section>\n"
        )

    def finish(self) -> None:
        """End the page."""
        self._put(_FOOT)

    def _put(self, text: str) -> None:
        with unbroken():
            self._stream.write(text.encode("utf-8", "replace"))


def _part(part: PagePart) -> str:
    where = f" <span class=where>{part.source[0]}–{part.source[1]}</span>" if part.source else ""
    known = part.reason is None
    name = part.kind if known else part.reason
    return (
        f'<div class="part {"kept " + (part.kind or "") if known else "cut"}">'
        f"<span class=label>{_safe(name or '')}</span><p>{_safe(part.text)}</p>{where}</div>\n"
    )


def _facts(article: Article) -> str:
    """Who, where and when, as plain text: an address of a stranger is no link here."""
    said = (
        article.site,
        " › ".join(article.section),
        ", ".join(article.authors),
        article.published.isoformat() if article.published else None,
        article.url or article.origin,
    )
    return " · ".join(_safe(one_line(value)) for value in said if value)


def _legend(counts: Counter[str]) -> str:
    rows = [
        f"<dt>{_safe(reason)} ({count})</dt><dd>{_safe(reasons().get(reason, ''))}</dd>"
        for reason, count in counts.most_common()
    ]
    return f"<details><summary>Reasons</summary><dl>{''.join(rows)}</dl></details>\n"


def _safe(text: str) -> str:
    return escape(printable(text))
