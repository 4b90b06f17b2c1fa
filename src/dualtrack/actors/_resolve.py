"""What a mention as written is: its name, its country, its sector."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dualtrack.actors._actor import Actor, Found
from dualtrack.actors._phrase import (
    Phrase,
    bare,
    for_others,
    name_words,
    split,
    titled,
    words,
)
from dualtrack.actors._roles import Role
from dualtrack.actors._tables import word_list
from dualtrack.actors._words import compose, fold

if TYPE_CHECKING:
    from dualtrack.actors._gazetteer import Gazetteer
    from dualtrack.actors._memory import Memory

LONGEST = 400  # code points; a longer "mention" names nobody
_BODIES = frozenset({"organisation", "group", "agency"})
_NATIONS = frozenset({"country", "demonym", "capital", "region", "city"})
# Sectors whose people stand abroad: "soldiers in Iraq" need not be Iraqi.
_ABROAD = frozenset({"MIL", "IGO", "SPY"})
_ABROAD_WORDS = word_list("abroad_words")
_OWN_LINKS = frozenset({"of", "from", "for", None, "within", "inside", "across"})
_NEAR_LINKS = frozenset({"in", "at", "near", "on", "outside", "off", "by"})


@dataclass(frozen=True, slots=True)
class _Read:
    """One mention on its way: the folded words, and the known names in its head."""

    gazetteer: Gazetteer
    on: dt.date | None
    memory: Memory | None
    phrase: Phrase
    hits: list[Found]
    role: Role | None


def resolve(
    gazetteer: Gazetteer,
    mention: str,
    on: dt.date | None,
    memory: Memory | None,
    start: int | None,
) -> Actor:
    """See `Gazetteer.resolve`."""
    if len(mention) > LONGEST:
        return Actor(mention, None, None, "unknown")
    text = fold(compose(mention)[0]).strip()
    plain = bare(text)
    place = memory.locate(mention) if memory is not None and start is None else start
    known = gazetteer.stands_for(plain, memory) or _known(gazetteer, text, plain, on, memory)
    if known is not None:
        return _loosened(gazetteer, known, plain, memory, place)
    actor, is_open = _described(gazetteer, mention, plain, on, memory)
    if is_open and memory is not None and (actor.country is None or actor.kind == "role"):
        last = words(split(plain).head)[-1:]
        word = last[0] if last else ""
        country = memory.likely(place if place is not None else 0, actor.sector, word)
        if country is not None and actor.country not in memory.countries:
            actor = replace(actor, country=country)
    return actor


def _known(
    gazetteer: Gazetteer,
    text: str,
    plain: str,
    on: dt.date | None,
    memory: Memory | None,
) -> Actor | None:
    """A mention that is one name of the tables or of the article, title or not."""
    tokens = name_words(plain)
    named = bool(tokens) and all(t[:1].isupper() or len(t) < 4 for t in tokens)
    person = memory.person(" ".join(tokens)) if memory is not None and named else None
    has_title = titled(plain)
    if person is not None and (has_title or person.kind == "person"):
        return person
    for name in (text, plain):
        actor = gazetteer.exact(name, on)
        if actor is not None and not (has_title and actor.kind in _NATIONS):
            return actor
    if named and (has_title or len(tokens) == 1):
        actor = gazetteer.exact(" ".join(tokens), on) if has_title else None
        if actor is not None and actor.kind == "person":
            return actor
        if tokens[-1].lower() != plain.lower() or plain[:1].isupper():
            return gazetteer.surname(tokens[-1], on) if len(tokens) == 1 else None
    return None


def _loosened(
    gazetteer: Gazetteer, actor: Actor, plain: str, memory: Memory | None, place: int | None
) -> Actor:
    """A name that several countries use is the one's that the article speaks of."""
    if memory is None or not gazetteer.is_loose(plain):
        return actor
    if actor.country in memory.countries:
        return actor
    country = memory.nation_for(place if place is not None else 0)
    if country is None or country == actor.country:
        return actor
    return replace(actor, name=plain, country=country)


def _described(
    gazetteer: Gazetteer,
    mention: str,
    plain: str,
    on: dt.date | None,
    memory: Memory | None,
) -> tuple[Actor, bool]:
    """A mention that says what somebody is: nation, body, role, in some order.

    The second is whether its country is open, so that the article may tell it.
    """
    every = gazetteer.find(plain, on)
    phrase = split(plain, ((hit.start, hit.end) for hit in every))
    hits = [hit for hit in every if hit.end <= len(phrase.head)]
    head_words = words(phrase.head)
    found = _role(gazetteer, phrase.head, hits)
    role = found[1] if found else None
    read = _Read(gazetteer, on, memory, phrase, hits, role)
    person = _person(read, head_words)
    sector = _sector(read, head_words[: found[0]] if found else head_words, person)
    country, settled = _country(read, person, head_words)
    kind = "role"
    if person is not None and role is None:
        kind = "person"
    elif settled in _BODIES or (settled == "region" and country is None):
        kind = settled
    name = _name(read, person, country, mention)
    return Actor(name, country, sector, kind), settled is None


def _role(gazetteer: Gazetteer, head: str, hits: list[Found]) -> tuple[int, Role] | None:
    """The role that ends the head, and the number of words before it.

    A body's own words are no role: "European Union leaders" are not union leaders.
    """
    first = max((hit.end for hit in hits if hit.actor.kind in _BODIES), default=0)
    before = len(words(head[:first]))
    found = gazetteer.roles.last(words(head[first:]))
    return (before + found[0], found[1]) if found else None


def _person(read: _Read, head_words: list[str]) -> Actor | None:
    """The person in the head of a mention, by the tables or the article."""
    for hit in reversed(read.hits):
        if hit.actor.kind == "person":
            return hit.actor
    if read.memory is None:
        return None
    tokens = name_words(read.phrase.head)
    capital = [t for t in tokens if t[:1].isupper()]
    if capital and (read.role is None or len(capital) < len(tokens)):
        return read.memory.person(" ".join(capital)) or read.memory.person(capital[-1])
    return None


def _sector(read: _Read, before: list[str], person: Actor | None) -> str | None:
    role = read.role
    body = next((h.actor for h in reversed(read.hits) if h.actor.kind in _BODIES), None)
    if role is None:
        return _sector_without_role(read, before, person, body)
    if body is not None and (role.yields or _taken_over(role, body, read.hits)):
        return body.sector
    return _sector_by_modifier(read, before, role) if role.yields else role.sector


def _sector_by_modifier(read: _Read, before: list[str], role: Role) -> str | None:
    """The sector of a word before a weak role ("army spokesman") or of its tail, else its own."""
    for end in range(len(before), 0, -1):
        found = read.gazetteer.roles.last(before[:end])
        if found is not None and found[1].sector not in {"UNK", "CVL"}:
            return found[1].sector
    if read.phrase.link in _OWN_LINKS and read.phrase.tail:
        inner = _described_tail(read)
        if inner is not None and inner.sector not in {None, "UNK"}:
            return inner.sector
    return role.sector


def _taken_over(role: Role, body: Actor, hits: list[Found]) -> bool:
    """Whether a body's sector stands above a role's own: "Houthi forces", "EU ambassadors"."""
    if body.sector == "REB":
        return role.sector == "MIL"
    nations = any(hit.actor.kind in _NATIONS for hit in hits)
    members = role.words in word_list("states")
    return body.sector == "IGO" and role.sector == "GOV" and not nations and not members


def _sector_without_role(
    read: _Read, before: list[str], person: Actor | None, body: Actor | None
) -> str | None:
    if person is not None:
        return person.sector or _title_sector(read, before)
    if body is not None:
        return body.sector
    sector = _title_sector(read, before)
    if sector is not None:
        return sector
    nation = next((h.actor for h in reversed(read.hits) if h.actor.kind in _NATIONS), None)
    return nation.sector if nation is not None else None


def _title_sector(read: _Read, before: list[str]) -> str | None:
    """The sector of a role that stands before a name: "Foreign Minister Karimi"."""
    for end in range(len(before) - 1, 0, -1):
        found = read.gazetteer.roles.last(before[:end])
        if found is not None:
            return found[1].sector
    return None


def _described_tail(read: _Read) -> Actor | None:
    tail = bare(read.phrase.tail)
    if not tail:
        return None
    known = read.gazetteer.exact(tail, read.on, stopped=False)
    return known or _described(read.gazetteer, tail, tail, read.on, read.memory)[0]


def _country(
    read: _Read, person: Actor | None, head_words: list[str]
) -> tuple[str | None, str | None]:
    """The country, and by what the mention settles it; None: the article may yet tell.

    Settled without a country is an answer too: "European leaders" have none.
    """
    head = read.phrase.head
    own = [hit for hit in read.hits if not for_others(head, hit.start, hit.end)]
    nations = [hit for hit in own if hit.actor.kind in _NATIONS and hit.actor.country]
    if len(nations) > 1 and head[nations[0].end : nations[1].start] == "-":
        nations.pop(0)  # an Iranian-American is an American
    if nations:
        countries = {hit.actor.country for hit in nations}
        return (countries.pop() if len(countries) == 1 else None), "nation"
    if person is not None:
        return person.country, "person" if person.country else None
    body = next((hit for hit in own if hit.actor.kind in _BODIES), None)
    if body is not None:
        return _country_of_body(read, body, head_words)
    wide = any(read.gazetteer.is_wide(hit.actor) for hit in own)
    if wide or word_list("worldwide") & set(head_words):
        return None, "region"
    return _country_of_tail(read, head_words)


def _country_of_body(
    read: _Read, body: Found, head_words: list[str]
) -> tuple[str | None, str | None]:
    if not read.gazetteer.is_loose(read.phrase.head[body.start : body.end]):
        return body.actor.country, body.actor.kind
    country, settled = _country_of_tail(read, head_words)  # "Congress of Bolivia"
    return (country, settled) if country else (body.actor.country, None)


def _country_of_tail(read: _Read, head_words: list[str]) -> tuple[str | None, str | None]:
    link, tail = read.phrase.link, read.phrase.tail
    near = link in _NEAR_LINKS
    if not tail or not (near or link in _OWN_LINKS):
        return None, None
    sector = read.role.sector if read.role else None
    envoys = bool(_ABROAD_WORDS & set(head_words))
    if (near and sector in _ABROAD) or (envoys and link != "of"):
        return None, None
    hits = read.gazetteer.find(split(tail).head, read.on) or read.gazetteer.find(tail, read.on)
    countries = {h.actor.country for h in hits if h.actor.country}
    if countries:
        return (countries.pop() if len(countries) == 1 else None), "nation"
    if hits and not near:
        first = hits[0].actor
        if first.kind in _BODIES or read.gazetteer.is_wide(first):
            return None, first.kind
    return None, None


def _name(read: _Read, person: Actor | None, country: str | None, mention: str) -> str:
    if person is not None and read.role is None:
        return person.name
    if read.role is not None and country is not None:
        nation = read.gazetteer.country_name(country)
        if nation is not None and read.role.words in {"government", "administration"}:
            return f"Government of {nation}"
    return " ".join(mention.split())
