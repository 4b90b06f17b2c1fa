"""Who a relation is about: a country, a sector of a country, a name, or a group of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dualtrack._errors import InputError
from dualtrack.actors import country_codes
from dualtrack.coding import Mention
from dualtrack.ontology import SECTORS

_CODE = re.compile(r"([A-Z]{3})(?:/([A-Z]{3}))?")


class Who(NamedTuple):
    """An actor or a recipient as it is compared; `name` and `written` are folded."""

    country: str | None
    sector: str
    name: str | None
    written: str

    @classmethod
    def of(cls, mention: Mention) -> Who:
        """A mention, folded as the record keeps it."""
        name = fold(mention.name) if mention.name else None
        return cls(mention.country, mention.sector, name, fold(mention.span.text))

    @property
    def key(self) -> str:
        """What tells it from others: its country, else its name, else its words."""
        return self.country or self.name or self.written


@dataclass(frozen=True, slots=True)
class Member:
    """A country (and one sector of it), or a name; between `first` and `last`, None being open."""

    country: str | None = None
    sector: str | None = None
    name: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None

    @classmethod
    def parse(cls, spec: str) -> Member:
        """Read `USA`, `USA/MIL` or a name such as `Hezbollah`; InputError if it is neither."""
        words = " ".join(spec.split())
        if not words:
            raise InputError("An actor is a code (USA), a code with a sector (USA/MIL) or a name.")
        code = _CODE.fullmatch(words)
        country, sector = code.groups() if code else (None, None)
        if country not in country_codes() and not sector:
            return cls(name=fold(words))  # also a body of three capitals, as the IMF
        if country not in country_codes():
            raise InputError(
                f"{words}: {country} is no country's code (ISO 3166-1, three letters)."
            )
        if sector and sector not in SECTORS:
            raise InputError(
                f"{words}: there is no sector {sector}; the sectors are {', '.join(SECTORS)}."
            )
        return cls(country, sector)

    def matches(self, who: Who) -> bool:
        """Whether somebody is this member or belongs to it, whatever the day."""
        if self.country is not None:
            return who.country == self.country and self.sector in (None, who.sector)
        return self.name in (who.name, who.written)

    def holds(self, on: dt.date | None) -> bool:
        """Whether it is a member on a day; on an unknown day, whether it still is one."""
        if on is None:
            return self.last is None
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


Groups = Mapping[str, tuple[Member, ...]]


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a relation; `str(party)` is how it was asked for. A group has many members."""

    spec: str
    members: tuple[Member, ...]

    @classmethod
    def parse(cls, spec: str, groups: Groups | None = None) -> Party:
        """Read the name of one of the groups, else what `Member.parse` reads."""
        words = " ".join(spec.split())
        for name, members in (groups or {}).items():
            if name.casefold() == words.casefold():
                return cls(name, members)
        return cls(words, (Member.parse(words),))

    def matches(self, who: Who, on: dt.date | None = None) -> bool:
        """Whether somebody belongs to the party on a day."""
        return any(m.matches(who) and m.holds(on) for m in self.members)

    def __str__(self) -> str:
        """The party as it was asked for."""
        return self.spec


def fold(text: str) -> str:
    """Words without regard to case and to white space."""
    return " ".join(text.casefold().split())
