"""What form a page has, told from its first characters."""

from __future__ import annotations

import json
import re
from typing import Literal

Kind = Literal["html", "text", "jsonl", "json", "feed", "warc"]

_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|article|main|section|header"
    r"|div|span|table|nav|h[1-6]|p|ul|a)\b",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_FEED = re.compile(
    r"\s*+(?:<\?[^>]*>\s*+|<!--.*?-->\s*+|<!doctype\b[^>\[]*(?:\[.*?\]\s*+)?>\s*+){0,20}+"
    r"<(?:[\w-]{1,20}:)?(?:rss|feed|rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')
_HEAD = 4_096


def kind_of(text: str) -> Kind:
    """The form of a page: "jsonl" for lines of JSON, "json" for one object or a list of them.

    "feed" stands for every kind of feed and site map. Archives are told from bytes elsewhere.
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("<") and is_feed(head):
        return "feed"
    if head.startswith("{"):
        if _JSON_FEED.search(head):
            return "feed"
        return _json_kind(text)
    if head.startswith("[") and re.match(r"\[\s*\{\s*\"", head):
        return "json"
    if (head.startswith("<") and _TAG.search(head)) or _ROOT.search(head):
        return "html"
    return "text"


def is_feed(text: str) -> bool:
    """Whether a text is an XML feed or a site map."""
    return bool(_FEED.match(text[:_HEAD]))


def _json_kind(text: str) -> Kind:
    """One object over many lines is JSON; a first line that is an object of its own is JSONL."""
    first = text.lstrip("\ufeff \t\r\n").split("\n", 1)[0]
    if re.match(r"\{\s*\"", first):
        if len(first) >= _HEAD or first.rstrip().endswith("}"):
            return "jsonl"
        return "json" if not _is_object(first) else "jsonl"
    return "json" if re.fullmatch(r"\{\s*", first) else "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
