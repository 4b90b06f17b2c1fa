"""Finds people named with their office in a text: "Israeli Prime Minister Benjamin Netanyahu"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dualtrack.actors._load import COUNTRIES, ORGANISATIONS, REGIONS
from dualtrack.actors._names import Names
from dualtrack.actors._tables import TABLES, rows, several
from dualtrack.actors._words import fold
from people_names import NameWords
from people_titles import WORD, Title, Titles

_PLACES = (("countries.tsv", COUNTRIES), ("regions.tsv", REGIONS))
# Bodies whose people are of the body's sector whatever they are called.
_OWN = frozenset({"BUS", "NGO", "MED", "LAB", "EDU", "REB", "IGO"})
_HEADS = re.compile(r"\b(?:president|secretary|chair)\b")  # of a party or court: of its sector
_CLOSES = frozenset({",", ".", ";", ")", ""})  # what ends an apposition
_REACH = 80  # code points a title may fill before "of NATION"


@dataclass(frozen=True, slots=True)
class Nation:
    """Whom a person acts for: a country, or an organisation with a sector of its own."""

    country: str
    sector: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One person named with an office. `pattern` is before, apposed, of or apposed of."""

    name: str
    country: str
    sector: str
    office: str
    pattern: str


class Finder:
    """The names of nations and bodies, the titles, and the search for people beside them."""

    def __init__(self, folder: Path = TABLES) -> None:
        self.titles = Titles()
        self.words = NameWords()
        self.nations: list[Nation] = []
        self.names = Names()
        for table, columns in _PLACES:
            for row in rows(table, columns, folder):
                fields = dict(zip(columns, row, strict=True))
                if fields["iso3"]:
                    forms = [fields["name"], *several(fields["names"])]
                    adjectives = several(fields["adjectives"])
                    self._add(Nation(fields["iso3"]), forms + adjectives)
                    self.words.ends.update(adjectives)
        for row in rows("organisations.tsv", ORGANISATIONS, folder):
            name, aliases, country, sector, _, first, last, loose = row
            if not (first or last):
                held = set(several(loose))
                forms = [name.split(" (")[0], *several(aliases)]
                forms = [f for f in forms if f not in held and not self.titles.ends(f)]
                self._add(Nation(country, sector, name), forms)

    def _add(self, nation: Nation, forms: list[str]) -> None:
        self.nations.append(nation)
        for form in forms:
            self.names.add(form, len(self.nations) - 1)

    def find(self, text: str) -> Iterator[Mention]:
        """All people a text names with an office of a nation or body it names beside it."""
        for start, end, number in self.names.find(fold(text)):
            nation = self.nations[number]
            if nation.body and not self._whole(text, start, nation):
                continue
            yield from self._before(text, start, end, nation)
            yield from self._of(text, start, end, nation)

    def _whole(self, text: str, start: int, nation: Nation) -> bool:
        """Whether a body's name is not the end of another's ("National Security Council")."""
        match = re.search(r"([^\W\d_][\w'’-]*) $", text[max(0, start - 30) : start])
        if match is None or not match.group(1)[0].isupper():
            return True
        word = match.group(1)
        if word in {"The", "In", "On", "And", "But"} or word.lower() in self.titles.parts:
            return True
        number = self.names.get(word)
        return number is not None and self.nations[number].country == nation.country != ""

    def _before(self, text: str, start: int, end: int, nation: Nation) -> Iterator[Mention]:
        """NATION title Name; or Name, the NATION title."""
        if text[end : end + 2] in {"'s", "’s"}:
            end += 2
        elif text[end : end + 1] in {"'", "’"}:
            end += 1
        if text[end : end + 1] != " ":
            return
        title = self.titles.at(text, end + 1)
        if title is None:
            return
        past, barred = self.titles.guards(text, start)
        if barred or title.barred:
            return
        name, pattern = self._name(text, title.end, title), "before"
        if name is None and text[title.end : title.end + 1] in _CLOSES:
            name, pattern = self._apposed(text, start), "apposed"
        if name is not None:
            yield from self._mention(name, nation, title, past, pattern)

    def _of(self, text: str, start: int, end: int, nation: Nation) -> Iterator[Mention]:
        """Title of NATION Name; or Name, the title of NATION."""
        link = re.search(r" of (?:the )?$", text[max(0, start - 10) : start])
        if link is None:
            return
        stop = start - len(link.group())
        for match in WORD.finditer(text, max(0, stop - _REACH), stop):
            title = self.titles.at(text, match.start())
            if title is None or title.end != stop:
                continue
            past, barred = self.titles.guards(text, match.start())
            if barred or title.barred:
                return
            name, pattern = self._name(text, end, title), "of"
            if name is None and text[end : end + 1] in _CLOSES:
                name, pattern = self._apposed(text, match.start()), "apposed of"
            if name is not None:
                yield from self._mention(name, nation, title, past, pattern)
            return

    def _name(self, text: str, position: int, title: Title) -> str | None:
        if text[position : position + 2] == ", ":
            position += 1
        position = self.titles.skip_honours(text, position)
        return self.words.tidy(self.words.after(text, position), title.royal)

    def _apposed(self, text: str, stop: int) -> str | None:
        return self.words.tidy(self.words.before(text, stop, self.titles.parts))

    def _mention(
        self, name: str, nation: Nation, title: Title, past: bool, pattern: str
    ) -> Iterator[Mention]:
        sector, bodily = title.sector, title.bodily and not nation.body
        own = self.titles.parts.get(f"{nation.country}:{title.office}")
        if own is not None:
            sector, bodily = own[1], False
        elif sector == "yields" or nation.sector in _OWN:
            sector = nation.sector or "GOV"
        elif nation.sector not in {"", "MIL"} and re.search(
            r"\b(?:president|secretary|chair)\b", title.office
        ):
            sector = nation.sector
        if bodily:
            return
        past = past or title.past
        # Who has left a political office of a state is coded as a politician.
        if past and sector == "GOV" and not title.keeps:
            sector = "PTY"
        office = f"{nation.body} {title.office}" if nation.body else title.office
        yield Mention(name, nation.country, sector, "former " * past + office, pattern)
