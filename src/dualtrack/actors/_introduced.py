"""People a text introduces itself: "Iranian deputy oil minister Reza Karimi"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dualtrack.actors._actor import Actor, Found
from dualtrack.actors._phrase import TITLES, for_others
from dualtrack.actors._roles import Role
from dualtrack.actors._tables import word_list

if TYPE_CHECKING:
    from dualtrack.actors._gazetteer import Gazetteer

_PARTICLES = word_list("particles")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_RUN = re.compile(r"(?:(?<=\s)|(?<=[\"'(])|^)[A-Z]|(?<=\s)(?:al|el|bin|abu)[ -][A-Z]")
_BREAKS = re.compile(r"[.;:!?()\"]")
_COUNTRY_LINK = re.compile(r"(?:of|for|from|in) (?:the )?$")
_NATIONS = frozenset({"country", "demonym", "capital", "region", "city"})
_BODIES = frozenset({"organisation", "group", "agency"})
_REACH = 90  # code points a role or nation may stand from the name it belongs to
_NO_NAME = word_list("no_name")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person a text introduces: the name, where it stands, and what is said of them."""

    name: str
    start: int
    country: str | None
    sector: str | None
    settled: bool  # the words settle the country, even where it is None

    def actor(self) -> Actor:
        """The same as an Actor."""
        return Actor(self.name, self.country, self.sector, "person")


def introduced(gazetteer: Gazetteer, text: str, found: list[Found]) -> Iterator[Introduced]:
    """People the folded text names with a role or a nation beside them, in order."""
    starts = [hit.start for hit in found]
    position = 0
    for match in _RUN.finditer(text):
        start = match.start()
        if start < position:
            continue
        hit = _hit_at(found, starts, start)
        if hit is not None:
            position = hit.end
            continue
        limit = bisect_left(starts, start)
        stop = found[limit].start if limit < len(found) else len(text)
        words = _run(text, start, stop)
        if not words:
            continue
        position = words[-1][1]
        person = _person(gazetteer, text, words, found, limit)
        if person is not None:
            yield person


def _hit_at(found: list[Found], starts: list[int], place: int) -> Found | None:
    number = bisect_left(starts, place + 1) - 1
    if number >= 0 and found[number].start <= place < found[number].end:
        return found[number]
    return None


def _capital(word: str) -> bool:
    """Whether a word may be part of a name: "Reza", "al-Assad", "J."."""
    return word[:1].isupper() or (word.partition("-")[0] in _PARTICLES and "-" in word)


def _run(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The places of the words of a run of capitalised words, particles between them."""
    out: list[tuple[int, int]] = []
    position = start
    while len(out) < 9 and position < stop:
        match = _WORD.match(text, position)
        if match is None:
            break
        word = match.group()
        if not _capital(word) and word not in _PARTICLES:
            break
        end = match.end() - (2 if word.endswith("'s") else 1 if word.endswith("'") else 0)
        out.append((match.start(), end))
        position = match.end()
        if end != position:
            break
        if text[position : position + 1] == "." and (
            len(word) == 1 or word.lower() in TITLES or word in {"Jr", "Sr"}
        ):
            position += 1
        if text[position : position + 1] != " ":
            break
        position += 1
    while out and not _capital(text[out[-1][0] : out[-1][1]]):
        out.pop()
    return out


def _person(
    gazetteer: Gazetteer,
    text: str,
    words: list[tuple[int, int]],
    found: list[Found],
    limit: int,
) -> Introduced | None:
    """What the words before and after a run of capitalised words say of a person."""
    low = [text[a:b].lower() for a, b in words]
    own, before_start = _peel(gazetteer, low)
    name_places = words[own:]
    if not name_places or low[own] in _NO_NAME:
        return None
    start, end = name_places[0][0], name_places[-1][1]
    name = text[start:end]
    if own == 0 and len(name_places) < 2:
        return None
    begin = max(_sentence_start(text, words[0][0]), words[0][0] - _REACH)
    left = text[begin : words[own][0]]
    role, role_at = _role_before(gazetteer, left, before_start)
    near = [hit for hit in found[max(0, limit - 3) : limit] if hit.start >= begin]
    country, settled, sector = _before(text, near, begin + role_at, role)
    if role is None or not settled:
        later = _after(gazetteer, text, end, found, limit)
        if later is not None:
            role = role or later[2]
            country, settled = (later[0], later[1]) if not settled else (country, settled)
            sector = sector or (later[2].sector if later[2] else None)
    if role is None:
        return None
    return Introduced(name, start, country, sector or role.sector, settled)


def _peel(gazetteer: Gazetteer, low: list[str]) -> tuple[int, bool]:
    """How many words of a run are a role or titles, and whether there are any."""
    count = 0
    for size in range(min(6, len(low)), 0, -1):
        if gazetteer.roles.last(low[:size]) is not None or low[size - 1] in TITLES:
            count = size
            break
    return count, count > 0


def _sentence_start(text: str, place: int) -> int:
    last = 0
    for match in _BREAKS.finditer(text, max(0, place - _REACH), place):
        if match.group() == "." and re.search(r"\b[A-Z][a-z]{0,3}$", text[: match.start()][-5:]):
            continue
        last = match.end()
    return last or max(0, place - _REACH)


def _role_before(gazetteer: Gazetteer, left: str, own: bool) -> tuple[Role | None, int]:
    """The role that ends just before a name, and where it begins in `left`."""
    clause = left.rstrip()
    if clause.endswith(",") and not own:
        clause = clause[:-1]
    linked = re.search(r" (?:of|for) [^,]{2,40}$", clause)
    for piece in (clause, clause[: linked.start()] if linked else ""):
        places = [(m.start(), m.group().lower().removesuffix("'s")) for m in _WORD.finditer(piece)]
        if not places or (piece and places[-1][0] + len(places[-1][1]) < len(piece) - 2):
            continue
        got = gazetteer.roles.last([word for _, word in places])
        if got is not None:
            return got[1], places[got[0]][0]
    return None, len(left)


def _before(
    text: str, near: list[Found], role_at: int, role: Role | None
) -> tuple[str | None, bool, str | None]:
    """(country, settled, sector) by the last nation or body before a name."""
    if role is None:
        return None, False, None
    for hit in reversed(near):
        if for_others(text, hit.start, hit.end) or hit.actor.kind not in _NATIONS | _BODIES:
            continue
        if hit.end <= role_at:
            between = text[hit.end : role_at]
            close = "," not in between and " and " not in between and len(between.split()) <= 6
            if not close or re.search(r" (?:the|in|to|by|with|on|at|against|that|who) ", between):
                continue
        elif not _COUNTRY_LINK.search(text[role_at : hit.start]) or (
            word_list("abroad_words") & set(role.words.split())
        ):
            continue
        sector = hit.actor.sector if hit.actor.kind in _BODIES else None
        keep = sector == "IGO" or (sector is not None and role.yields)
        return hit.actor.country, True, sector if keep else None
    return None, False, None


def _after(
    gazetteer: Gazetteer, text: str, end: int, found: list[Found], limit: int
) -> tuple[str | None, bool, Role | None] | None:
    """(country, settled, role) of an apposition: "..., a former Japanese assemblyman from"."""
    match = re.match(r", (?=[a-z])[^.;:]{3,90}", text[end : end + 100])
    if match is None:
        return None
    words = match.group()[2:].split(",")[0]
    stop = end + 2 + len(words)
    country = None
    settled = False
    for hit in found[limit : limit + 4]:
        if hit.start < stop and hit.start >= end and hit.actor.kind in _NATIONS | _BODIES:
            country, settled = hit.actor.country, True
            break
    low = [m.group().lower().removesuffix("'s") for m in _WORD.finditer(words)]
    for size in range(1, min(len(low), 9) + 1):
        got = gazetteer.roles.last(low[:size])
        if got is not None:
            longer = gazetteer.roles.last(low[: size + 1])
            return country, settled, longer[1] if longer else got[1]
    if settled and low[:1] == ["from"]:
        return country, settled, gazetteer.roles.get("citizen")
    return None
