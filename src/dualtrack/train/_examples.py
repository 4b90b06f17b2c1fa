"""Labelled lines to training examples: words and tags for the first pass, marked windows and
roles for the second.

Gold gives words, not places. A trigger that stands several times is placed in the order of the
events; a mention is placed at its occurrence nearest to the trigger, in the trigger's own
sentence if it stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dualtrack.coding._labels import BEGIN, INSIDE, OUTSIDE, ROLES, begin_tag
from dualtrack.coding._pieces import TEXT, Encoded, Pieces, assemble
from dualtrack.coding._sentences import sentences
from dualtrack.ontology import SECTORS, STATUSES, TYPES

IGNORE = -100


@dataclass(slots=True)
class RoleLabels:
    """What the second pass should say of one trigger.

    `first` and `last` are the trigger's words; `roles` maps a role to its spans of words
    (first, last); `sectors` lists (first, last, sector); `cues` are, for actors and for
    recipients, the words from which a bare mention takes its country; `asked` says for which
    of the two sides the cues are known; `spared` are, for actors and recipients, words that
    name the same party elsewhere: to find it there is neither right nor wrong.
    """

    first: int
    last: int
    kind: str
    status: str = ""
    mode: str | None = None
    roles: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    sectors: list[tuple[int, int, str]] = field(default_factory=list)
    cues: tuple[list[tuple[int, int]], list[tuple[int, int]]] = field(
        default_factory=lambda: ([], [])
    )
    asked: tuple[bool, bool] = (False, False)
    spared: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


@dataclass(slots=True)
class Example:
    """One labelled line as a window, with the tags of its words and its triggers."""

    id: str
    encoded: Encoded
    tags: list[int]
    triggers: list[RoleLabels]


CountryFinder = Callable[[str], list[tuple[int, int, str]]]
CountryOf = Callable[[str], str | None]


class Builder:
    """Makes examples; counts what could not be placed in `lost` (by field)."""

    def __init__(
        self, pieces: Pieces, find: CountryFinder | None = None, country_of: CountryOf | None = None
    ) -> None:
        self._pieces = pieces
        self._find = find
        self._country_of = country_of
        self.lost: dict[str, int] = {}

    def build(self, lines: Iterable[dict[str, Any]]) -> list[Example]:
        """One example a labelled line, in order."""
        return [self._example(line) for line in lines]

    def _example(self, line: dict[str, Any]) -> Example:
        text, context = line["text"], line.get("context") or ""
        encoded = assemble(
            [self._pieces.words(context)] if context else [], self._pieces.words(text)
        )
        cues = self._country_words(encoded, text, context)
        tags = [OUTSIDE] * len(encoded.word_piece)
        triggers: list[RoleLabels] = []
        bounds = sentences(text)
        used: set[tuple[int, int]] = set()
        cursor = 0
        for event in line["events"]:
            place = _trigger_place(text, event["trigger"], used, cursor)
            words = encoded.words_at(TEXT, *place) if place else None
            if place is None or words is None:
                self._lose("trigger")
                continue
            used.add(place)
            cursor = place[0]
            first, last = words
            # Two acts may be named by the same words: the tags can hold the first only,
            # but both teach the second pass.
            if not any(tags[i] for i in range(first, last + 1)):
                tag = begin_tag(event["type"])
                tags[first] = tag
                for i in range(first + 1, last + 1):
                    tags[i] = tag + 1
            sentence = next((b for b in bounds if b[0] <= place[0] < b[1]), (0, len(text)))
            labels = RoleLabels(first, last, event["type"], event["status"], event["mode"])
            self._roles(labels, event, _Spot(encoded, text, context, place, sentence), cues)
            triggers.append(labels)
        return Example(line["id"], encoded, tags, triggers)

    def _roles(
        self,
        labels: RoleLabels,
        event: dict[str, Any],
        spot: _Spot,
        cues: list[tuple[int, int, str]],
    ) -> None:
        sides: list[tuple[bool, list[tuple[int, int]]]] = []
        for role, key in (("actor", "actors"), ("recipient", "recipients")):
            asked, words = False, []
            for mention in event[key]:
                span = spot.find(mention["text"])
                if span is None:
                    self._lose(role)
                    continue
                labels.roles.setdefault(role, []).append(span)
                labels.sectors.append((*span, mention["sector"]))
                if self._country_of is None or self._country_of(mention["text"]):
                    continue
                asked = True
                words += [(a, b) for a, b, country in cues if country == mention["country"]]
            sides.append((asked, words))
            labels.spared[role] = spot.others(event[key], labels.roles.get(role, ()), cues)
        labels.cues = (sides[0][1], sides[1][1])
        labels.asked = (sides[0][0], sides[1][0])
        for role in ROLES[2:]:
            if event.get(role):
                span = spot.find(event[role])
                if span is None:
                    self._lose(role)
                else:
                    labels.roles.setdefault(role, []).append(span)

    def _country_words(
        self, encoded: Encoded, text: str, context: str
    ) -> list[tuple[int, int, str]]:
        out: list[tuple[int, int, str]] = []
        if self._find is None:
            return out
        for segment, source in ((TEXT, text), (1, context)):
            for start, end, country in self._find(source) if source else []:
                words = encoded.words_at(segment, start, end)
                if words:
                    out.append((*words, country))
        return out

    def _lose(self, what: str) -> None:
        self.lost[what] = self.lost.get(what, 0) + 1


@dataclass(frozen=True, slots=True)
class _Spot:
    """One trigger of a line: where it stands, and how words near it are found."""

    encoded: Encoded
    text: str
    context: str
    trigger: tuple[int, int]
    sentence: tuple[int, int]

    def find(self, words: str) -> tuple[int, int] | None:
        """The occurrence of some words nearest to the trigger, its own sentence first."""
        spots = occurrences(self.text, words)
        if not spots:
            spots = occurrences(self.context, words)
            return self.encoded.words_at(1, *spots[-1]) if spots else None
        middle = (self.trigger[0] + self.trigger[1]) / 2
        start, end = self.sentence
        best = min(spots, key=lambda s: (not start <= s[0] < end, abs((s[0] + s[1]) / 2 - middle)))
        return self.encoded.words_at(TEXT, *best)

    def others(
        self,
        mentions: Sequence[dict[str, Any]],
        taken: Sequence[tuple[int, int]],
        cues: Iterable[tuple[int, int, str]],
    ) -> list[tuple[int, int]]:
        """Where else somebody who is mentioned is named: in the same words, or by his country.

        A label gives one place of several that say as much ("Putin", "Russia", "Moscow"), and
        nothing in the text tells which one: the others are no mistakes.
        """
        countries = {m["country"] for m in mentions if m["country"]}
        spans = [(a, b) for a, b, country in cues if country in countries]
        for words in {m["text"] for m in mentions}:
            for segment, source in ((TEXT, self.text), (1, self.context)):
                found = (self.encoded.words_at(segment, *s) for s in occurrences(source, words))
                spans += [span for span in found if span is not None]
        return [(a, b) for a, b in spans if not any(a <= y and x <= b for x, y in taken)]


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text; whole words if they stand so anywhere."""
    found = [(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
    whole = [
        (a, b)
        for a, b in found
        if not (a and text[a - 1].isalnum() and text[a].isalnum())
        and not (b < len(text) and text[b].isalnum() and text[b - 1].isalnum())
    ]
    return whole or found


def _trigger_place(
    text: str, words: str, used: set[tuple[int, int]], cursor: int
) -> tuple[int, int] | None:
    spots = occurrences(text, words)
    fresh = [s for s in spots if s not in used]
    ahead = [s for s in fresh if s[0] >= cursor]
    choice = ahead or fresh or spots
    return choice[0] if choice else None


def role_tags(labels: RoleLabels, size: int) -> dict[str, list[int]]:
    """OUTSIDE, BEGIN or INSIDE for each word, by role."""
    out: dict[str, list[int]] = {}
    for role in ROLES:
        tags = [OUTSIDE] * size
        for first, last in labels.roles.get(role, ()):
            tags[first] = BEGIN
            for i in range(first + 1, last + 1):
                tags[i] = INSIDE
        out[role] = tags
    return out


def sector_number(sector: str) -> int:
    """The number of a sector in the sector head."""
    return SECTORS.index(sector)


def status_number(status: str) -> int:
    """The number of a status in the status head."""
    return STATUSES.index(status)


def type_number(kind: str) -> int:
    """The number of a type in the second pass's type head; 0 is none."""
    return TYPES.index(kind) + 1 if kind else 0
