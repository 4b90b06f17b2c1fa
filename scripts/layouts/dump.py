"""The text of a page as a crawler leaves it: block elements become lines, the rest is glued."""

from __future__ import annotations

import re
from typing import Any

import lxml.html

from layouts.marks import label_of, unmarked

_SKIPPED = frozenset(
    ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select",
     "textarea", "input", "title")
)  # fmt: skip
_APART = frozenset(  # a browser leaves a blank line around these
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "figure", "hr",
     "pre", "table", "center")
)  # fmt: skip
_BLOCKS = _APART | frozenset(
    ("div", "li", "dt", "dd", "tr", "td", "th", "section", "article", "header", "footer", "nav",
     "main", "aside", "figcaption", "address", "form", "fieldset", "body", "html", "details",
     "summary", "caption", "tbody", "thead", "br")
)  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
STYLES = ("browser", "airy", "tight")

Line = tuple[str, str]  # label, text


def dump(html: str, style: str) -> tuple[str, list[Line]]:
    """The text of a marked page, and its lines with what each is.

    Styles: "browser" as a browser copies it, "airy" with a blank line between all lines, "tight"
    without any.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
    root = lxml.html.document_fromstring(html.encode("utf-8"), parser=parser)
    writer = _Writer(style)
    writer.walk(root)
    writer.end_line(0)
    lines = [(label_of(text), unmarked(text)) for text, _ in writer.lines]
    out = "".join(unmarked(text) + "\n" * gap for text, gap in writer.lines)
    return out.rstrip("\n") + "\n", lines


class _Writer:
    def __init__(self, style: str) -> None:
        self.style = style
        self.lines: list[tuple[str, int]] = []
        self.parts: list[str] = []

    def walk(self, element: Any) -> None:
        """Write what an element shows."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or element.get("hidden") is not None:
            return
        gap = 2 if tag in _APART else 1
        if tag in _BLOCKS:
            self.end_line(gap)
        if element.text:
            self.parts.append(element.text)
        for child in element:
            self.walk(child)
            if child.tail:
                self.parts.append(child.tail)
        if tag in _BLOCKS:
            self.end_line(gap)

    def end_line(self, gap: int) -> None:
        """End the line that is being written; `gap` is 2 where a blank line follows."""
        text = _SPACE.sub(" ", "".join(self.parts)).strip()
        self.parts.clear()
        gap = {"airy": 2, "tight": 1}.get(self.style, gap)
        if unmarked(text).strip():
            self.lines.append((text, gap))
        elif self.lines:
            last, before = self.lines[-1]
            self.lines[-1] = (last, max(before, gap))
