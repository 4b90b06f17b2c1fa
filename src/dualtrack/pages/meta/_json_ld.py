"""JSON-LD as pages really carry it: strict where it is sound, mended where it is broken."""

from __future__ import annotations

import html
import json
import logging
import re
from collections.abc import Iterator
from typing import Any

log = logging.getLogger(__name__)

_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*[^*]{0,300}\*/|//[^\n{\[]{0,300}\n|\s)+"
)
_GAP = r"(?:\s|//[^\n]{0,300}\n|/\*[^*]{0,300}\*/)*"
_SPACE = re.compile(r"(?:\s|,|;|//[^\n]{0,300}\n|/\*[^*]{0,300}\*/|<!--|-->)*")
_BARE = re.compile(r"[^,\]}\s]{1,200}")
_CLOSES_KEY = re.compile(r"\s*:")
# What stands behind the quote that ends a value: the next key, the next value, an end.
_KEY = r"\"[^\"\n]{1,80}\"\s*:"
_CLOSES_VALUE = re.compile(rf"{_GAP}(?:$|[}}\]]|,{_GAP}(?:$|[}}\]]|{_KEY})|{_KEY})")
_CLOSES_ITEM = re.compile(rf"{_GAP}(?:$|[}}\]]|,{_GAP}(?:$|[\"{{\[\]\d]))")
_MAY_CLOSE = re.compile(r"\s*[,}\]]")
_DEEPEST = 60
_LONGEST = 2_000_000
_MOST_STEPS = 200_000
_MOST_NODES = 5_000
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb", "itemListElement", "hasPart")


def read_json_ld(text: str) -> tuple[list[Any], bool]:
    """The values of one script element, and whether it had to be mended.

    Sound JSON, with control characters or not, is read as it stands. Else comments, trailing
    commas, quotes inside strings, entities in place of quotes, several values one after the
    other and a missing end are forgiven; what cannot be read is left out.
    """
    text = text[:_LONGEST].strip().removesuffix("-->").strip().rstrip(";")
    try:
        return [json.loads(text, strict=False)], False
    except (ValueError, RecursionError):
        pass
    text = _WRAPPED.sub("", text)
    if "&quot;" in text and not re.search(r'[{,]\s*"[\w@]+"\s*:', text):
        text = html.unescape(text)
    reader = _Reader(text)
    values = reader.values()
    if not values:
        log.debug("a page's JSON-LD is broken and was left out")
    return values, True


def nodes_of(values: list[Any]) -> Iterator[dict[str, Any]]:
    """All objects that stand at the top, in lists, in `@graph` or as main entity."""
    waiting = list(values)
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node[:_MOST_NODES]
        elif isinstance(node, dict):
            yield node
            for key in _INSIDE:
                inside = node.get(key)
                if isinstance(inside, dict) or (isinstance(inside, list) and key == "@graph"):
                    waiting.append(inside)


class _Stop(Exception):
    """The text ends, or is nested too deeply, or holds more than any page needs."""


class _Reader:
    """One pass over broken JSON; every value that ends before the text does is kept."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.steps = 0

    def values(self) -> list[Any]:
        """The objects and lists of the text, one after the other."""
        found: list[Any] = []
        while True:
            starts = [i for i in (self.text.find(c, self.at) for c in "{[") if i >= 0]
            if not starts:
                return found
            self.at = min(starts)
            before = self.at
            found.append({} if self.text[self.at] == "{" else [])
            try:
                self._fill(found[-1], 0)
            except _Stop:
                return [value for value in found if value]
            self.at = max(self.at, before + 1)

    def _fill(self, into: Any, depth: int) -> None:
        """Read an object or a list, which begins here, into `into`."""
        if depth > _DEEPEST:
            raise _Stop
        self.at += 1
        while True:
            self._step()
            char = self.text[self.at]
            if char in "}]":
                self.at += 1
                return
            if isinstance(into, list):
                self._value(into, None, depth)
            elif char == '"':
                key = self._string(_CLOSES_KEY)
                self._step()
                if self.text[self.at] == ":":
                    self.at += 1
                    self._step()
                    self._value(into, key, depth)
            else:
                self.at += 1

    def _value(self, into: Any, key: str | None, depth: int) -> None:
        """Read the value that begins here; what is nested is put in its place at once."""
        char = self.text[self.at]
        value: Any
        if char in "{[":
            value = {} if char == "{" else []
            _put(into, key, value)
            self._fill(value, depth + 1)
            return
        if char == '"':
            value = self._string(_CLOSES_ITEM if key is None else _CLOSES_VALUE)
        elif match := _BARE.match(self.text, self.at):
            self.at = match.end()
            value = _plain(match.group())
        else:  # an end where a value should be
            return
        _put(into, key, value)

    def _string(self, closes: re.Pattern[str]) -> str:
        start = at = self.at + 1
        likely = -1
        while True:
            self.steps += 1
            at = self.text.find('"', at)
            if at < 0 or self.steps > _MOST_STEPS:
                break
            if not _is_escaped(self.text, at):
                if closes.match(self.text, at + 1):
                    likely = at
                    break
                if likely < 0 and _MAY_CLOSE.match(self.text, at + 1):
                    likely = at
            at += 1
        if likely < 0:
            raise _Stop  # half a string may mislead: half a date is another date
        self.at = likely + 1
        return _unescaped(self.text[start:likely])

    def _step(self) -> None:
        """Go on to what is neither space, comma nor comment."""
        self.steps += 1
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        if self.at >= len(self.text) or self.steps > _MOST_STEPS:
            raise _Stop


def _is_escaped(text: str, at: int) -> bool:
    slashes = 0
    while slashes < 20 and text[at - 1 - slashes] == "\\":
        slashes += 1
    return slashes % 2 == 1


def _put(into: Any, key: str | None, value: Any) -> None:
    if key is None:
        into.append(value)
    else:
        into.setdefault(key, value)


def _plain(word: str) -> Any:
    try:
        return json.loads(word)
    except ValueError:
        return word


def _unescaped(text: str) -> str:
    try:
        value = json.loads(f'"{text}"', strict=False)
    except ValueError:
        return text.replace('\\"', '"').replace("\\/", "/")
    return value if isinstance(value, str) else text
