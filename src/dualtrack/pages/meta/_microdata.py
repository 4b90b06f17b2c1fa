"""Data in attributes of the visible page: microdata, as objects like those of JSON-LD."""

from __future__ import annotations

from typing import Any

from lxml import etree

_MOST = 5_000  # properties; no page needs as many
_LONGEST = 2_000
_DEEPEST = 20  # objects inside objects
_ATTRIBUTES = ("content", "datetime")
_ADDRESSES = frozenset(("a", "link", "area"))


def read_microdata(root: Any) -> list[dict[str, Any]]:
    """The objects of a tree that stand in no other, in the order of the page.

    A property that is given several times is a list. Values are strings as the page has them,
    objects where the element begins one. The text of an article's body is left out.
    """
    found: list[dict[str, Any]] = []
    open_: list[tuple[Any, dict[str, Any]]] = []
    count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        scope = element.get("itemscope") is not None if isinstance(element.tag, str) else False
        if event == "end":
            if open_ and open_[-1][0] is element:
                open_.pop()
            continue
        name = element.get("itemprop") if isinstance(element.tag, str) else None
        if count > _MOST or not (scope or (name and open_)):
            continue
        count += 1
        value: Any = {"@type": element.get("itemtype") or ""} if scope else None
        if name and open_:
            value = value if scope else _value(element, name)
            for one in name.split()[:3]:
                _put(open_[-1][1], one, value)
        elif scope:
            found.append(value)
        if scope and len(open_) < _DEEPEST:
            open_.append((element, value))
    return found


def _value(element: Any, name: str) -> str | None:
    for attribute in _ATTRIBUTES:
        if value := element.get(attribute):
            return str(value)[:_LONGEST]
    if name.casefold() in ("articlebody", "text"):
        return None
    if element.tag in _ADDRESSES and name in ("url", "sameAs", "mainEntityOfPage", "item"):
        return str(element.get("href") or "")[:_LONGEST] or None
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        parts.append(text)
        length += len(text)
        if length > _LONGEST:
            break
    return "".join(parts)[:_LONGEST].strip() or None


def _put(into: dict[str, Any], name: str, value: Any) -> None:
    if value is None:
        return
    before = into.get(name)
    if before is None:
        into[name] = value
    elif isinstance(before, list):
        before.append(value)
    else:
        into[name] = [before, value]
