"""People a text introduces itself: "Iranian deputy oil minister Reza Karimi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dualtrack.actors._actor import Actor, Found
from dualtrack.actors._phrase import for_others

if TYPE_CHECKING:
    from dualtrack.actors._gazetteer import Gazetteer

_WORD = r"[^\W\d_][\w'-]*"
# Capitalised words with the particles names have; "al-Assad" counts as capitalised.
_NAME = re.compile(
    r"(?:[A-Z][\w'-]*\.?|(?:al|el|bin|ibn|ben|abu|de|da|di|van|von|der|la|le|du|dos|ul|ur|Al|El)"
    r"[ -](?=[\w-]))(?:[ -]?(?:[A-Z][\w'-]*|[A-Z]\.|(?:al|el|bin|ibn|ben|abu|de|da|di|van|von|der"
    r"|la|le|du|dos|ul|ur)(?=[ -][A-Za-z])))*"
)
_STEP = re.compile(rf"'s?[ ]|[ ](?=\S)|,[ ]|[ ]?({_WORD})")
_APPOSED = re.compile(r",? (?:who is |who was )?,?(?:a|an|the)? ?$")
_REACH = 90  # code points a role may stand from the nation it belongs to
_NATIONS = frozenset({"country", "demonym", "capital", "region", "city"})
_BODIES = frozenset({"organisation", "group", "agency"})
_MONTHS = frozenset(
    "January February March April May June July August September October November December"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday The In On At After Before".split()
)


def introduced(
    gazetteer: Gazetteer, text: str, found: list[Found], bounds: list[int]
) -> Iterator[tuple[str, Actor, int]]:
    """(name, who, place) of people the folded text names with a role, nation before or not."""
    taken = sorted((hit.start, hit.end) for hit in found if hit.actor.kind == "person")
    starts = {hit.start for hit in found}
    for hit in found:
        if hit.actor.kind in _NATIONS | _BODIES and not for_others(text, hit.end):
            person = _after(gazetteer, text, hit, taken, starts)
            if person is not None:
                yield person
            person = _apposed(gazetteer, text, hit)
            if person is not None:
                yield person


def _after(
    gazetteer: Gazetteer,
    text: str,
    hit: Found,
    taken: list[tuple[int, int]],
    starts: set[int],
) -> tuple[str, Actor, int] | None:
    """A role and a name that follow a nation or body: NATION role words Name."""
    position = hit.end
    if text.startswith("'s", position):
        position += 2
    elif text.startswith("'", position):
        position += 1
    role_words: list[str] = []
    limit = min(len(text), position + _REACH)
    while position < limit and text[position : position + 1] == " ":
        match = re.compile(_WORD).match(text, position + 1)
        if match is None:
            return None
        word = match.group()
        if word[0].isupper() and role_words:
            named = _name_here(gazetteer, text, match.start(), role_words)
            if named is not None:
                return _introduce(gazetteer, hit, role_words, named, match.start(), taken)
        role_words.append(word.lower())
        if len(role_words) > 8:
            return None
        position = match.end()
    return None


def _name_here(
    gazetteer: Gazetteer, text: str, start: int, role_words: list[str]
) -> str | None:
    """The name that begins here, if the words before end in a role and this is no role itself."""
    if gazetteer.roles.last(role_words) is None:
        return None
    match = _NAME.match(text, start)
    if match is None:
        return None
    name = match.group().rstrip(".'- ")
    name = name.removesuffix("'s")
    first = name.split(" ")[0].lower()
    if first.capitalize() in _MONTHS:
        return None
    longer = gazetteer.roles.last([*role_words, first])
    shorter = gazetteer.roles.last(role_words)
    if longer is not None and (shorter is None or gazetteer.roles.get(first) is not None):
        return None
    return name


def _introduce(
    gazetteer: Gazetteer,
    hit: Found,
    role_words: list[str],
    name: str,
    start: int,
    taken: list[tuple[int, int]],
) -> tuple[str, Actor, int] | None:
    found = gazetteer.roles.last(role_words)
    if found is None or any(a <= start < b for a, b in taken):
        return None
    role = found[1]
    sector = role.sector
    if role.yields and hit.actor.kind in _BODIES:
        sector = hit.actor.sector or sector
    if hit.actor.kind in _BODIES and hit.actor.sector == "IGO":
        sector = "IGO"
    return name, Actor(name, hit.actor.country, sector, "person"), start


def _apposed(
    gazetteer: Gazetteer, text: str, hit: Found
) -> tuple[str, Actor, int] | None:
    """A name before an apposition: "Reza Karimi, the Iranian deputy oil minister,"."""
    before = text[max(0, hit.start - 60) : hit.start]
    match = re.search(
        rf"((?:[A-Z][\w'-]+|(?:al|el|bin|de|van|von)[ -])(?:[ -]?[\w'-]+)*?[ -][A-Z][\w'-]+), "
        rf"(?:a|an|the|{_WORD}) ?(?:{_WORD} )?$",
        before,
    )
    if match is None or hit.actor.kind not in {"demonym", "country"}:
        return None
    after = re.match(r"(?:'s)?((?: [a-z][\w'-]*){1,5})", text[hit.end : hit.end + _REACH])
    if after is None:
        return None
    role_words = after.group(1).split()
    for size in range(len(role_words), 0, -1):
        found = gazetteer.roles.last(role_words[:size])
        if found is not None:
            name = match.group(1)
            start = hit.start - len(before) + match.start()
            return name, Actor(name, hit.actor.country, found[1].sector, "person"), start
    return None
