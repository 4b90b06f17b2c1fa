"""Joins the people known by hand with those found in the news; the known win."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from dualtrack.actors._tables import rows, several
from dualtrack.actors._words import key_of
from people_find import Mention
from people_group import Person, alike, skeleton
from people_known import Row

REVIEW = Path(__file__).parent / "people" / "review.tsv"
_COLUMNS = ("action", "name", "country", "value", "reason")
TWICE = 2  # mentions that a further office of somebody needs
SPARSE = 0.2  # share of a person's mentions below which an office is not believed
_OPEN = "9999"


@dataclass(slots=True)
class Review:
    """What somebody who read the rows decided, by (name, country)."""

    reject: set[tuple[str, str]] = field(default_factory=set)
    rename: dict[tuple[str, str], str] = field(default_factory=dict)
    sector: dict[tuple[str, str], str] = field(default_factory=dict)
    country: dict[tuple[str, str], str] = field(default_factory=dict)
    barred: set[str] = field(default_factory=set)  # aliases
    kept: set[str] = field(default_factory=set)  # aliases of one word


def read_review(path: Path = REVIEW) -> Review:
    """The decisions of scripts/people/review.tsv; the file says what they mean."""
    out = Review()
    for action, name, country, value, _ in rows(path.name, _COLUMNS, path.parent):
        key = (name, country)
        if action == "reject":
            out.reject.add(key)
        elif action == "rename":
            out.rename[key] = value
        elif action == "sector":
            out.sector[key] = value
        elif action == "country":
            out.country[key] = value
        elif action == "no alias":
            out.barred.update(several(value))
        elif action == "keep alias":
            out.kept.update(several(value))
        else:
            raise ValueError(f"{path.name}: no action {action!r}")
    return out


def mend(mention: Mention, review: Review) -> Mention | None:
    """A mention as the review mends it, or None where it rejects the person."""
    key = (mention.name, mention.country)
    if key in review.reject or (mention.name, "*") in review.reject:
        return None
    name = review.rename.get(key, mention.name)
    sector = review.sector.get((name, mention.country), mention.sector)
    country = review.country.get((name, mention.country), mention.country)
    return Mention(name, country, sector, mention.office, mention.pattern)


class Known:
    """The known people, looked up by a spelling of their name and their country."""

    def __init__(self, known: list[Row]) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self._exact: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._like: dict[str, set[str]] = defaultdict(set)
        self._country: dict[str, set[str]] = defaultdict(set)
        for row in known:
            self.rows[row.name].append(row)
            self._country[row.country].add(row.name)
            for spelling in (row.name, *row.aliases):
                self._exact[key_of(spelling)].add(row.name)
                self._like[skeleton(spelling)].add(row.name)

    def names(self, person: Person) -> set[str]:
        """The known people this one may be: by spelling, by sound, then by likeness at home."""
        for spelling, _ in person.spellings.most_common():
            if exact := self._exact.get(key_of(spelling)):
                return exact
        if like := self._at_home(self._like.get(skeleton(person.name), set()), person.country):
            return like
        return {n for n in self._country.get(person.country, ()) if alike(n, person.name)}

    def holds(self, spelling: str) -> bool:
        """Whether a spelling is somebody's already."""
        return key_of(spelling) in self._exact

    def _at_home(self, names: set[str], country: str) -> set[str]:
        return {n for n in names if any(row.country == country for row in self.rows[n])}


def join(known: list[Row], people: list[Person], least: int = 1) -> tuple[list[Row], list[str]]:
    """All rows, the known first and as they are; and what was left out, a line each.

    `least` is how many mentions somebody needs who is not known.
    """
    index = Known(known)
    out, notes = list(known), []
    fresh: list[Person] = []
    for person in people:
        names = index.names(person)
        if not names:
            fresh.append(person)
            continue
        if len(names) > 1:
            notes.append(f"several\t{person.name}\t{person.country}\t{' / '.join(sorted(names))}")
            continue
        held = index.rows[next(iter(names))]
        if _of_a_body(person):
            out += _added(held, person)
        elif all(row.country != person.country for row in held):
            notes.append(
                f"abroad\t{person.name}\t{person.country}\t{held[0].country}\t{len(person.seen)}"
            )
            continue
        _spell(held[0], person, index)
    for person in _one_country(fresh, notes):
        out += _rows(person, least)
    return out, notes


def _of_a_body(person: Person) -> bool:
    """Whether somebody was seen for an intergovernmental body only, beside a country's office."""
    return not person.country and {mention.sector for _, mention in person.seen} == {"IGO"}


def _spell(row: Row, person: Person, index: Known) -> None:
    """Adds to a known person the spellings seen that belong to nobody."""
    for spelling in person.spellings:
        if not index.holds(spelling):
            row.aliases.append(spelling)


def _added(held: list[Row], person: Person) -> list[Row]:
    """The row of a known person for a body such as the UN, for days that no known row covers.

    Other offices of known people are not added: "former president" is said of them long after,
    also of what they did in office.
    """
    seen = [
        (day, mention)
        for day, mention in person.seen
        if not any(row.first <= day <= (row.last or _OPEN) for row in held)
    ]
    if len(seen) < TWICE:
        return []
    days = sorted(day for day, _ in seen)
    if any(days[0] < row.first <= days[-1] for row in held):
        return []
    return [_row(held[0].name, person.country, seen)]


def _one_country(people: list[Person], notes: list[str]) -> list[Person]:
    """The people, without those seen far more often under another country."""
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_name[skeleton(person.name)].append(person)
    out = []
    for same in by_name.values():
        most = max(len(person.seen) for person in same)
        for person in same:
            others = ", ".join(f"{p.country} {len(p.seen)}" for p in same if p is not person)
            if len(person.seen) * 3 <= most or (others and len(person.seen) < TWICE):
                notes.append(f"elsewhere\t{person.name}\t{person.country}\t{others}")
            else:
                if others:
                    notes.append(f"shared\t{person.name}\t{person.country}\t{others}")
                out.append(person)
    return out


def _rows(person: Person, least: int) -> list[Row]:
    """The rows of a person who is not known: an office a row, its days as seen."""
    if len(person.seen) < least:
        return []
    by_sector: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for day, mention in person.seen:
        by_sector[mention.sector].append((day, mention))
    order = sorted(by_sector, key=lambda sector: -len(by_sector[sector]))
    aliases = [spelling for spelling in person.spellings if spelling != person.name]
    out: list[Row] = []
    for sector in order:
        seen = by_sector[sector]
        if out:
            # A second office counts only on days that no better attested one covers.
            seen = [(d, m) for d, m in seen if not any(r.first <= d <= r.last for r in out)]
            if len(seen) < max(TWICE, SPARSE * len(person.seen)):
                continue
            days = sorted(day for day, _ in seen)
            if any(days[0] < row.first and row.last < days[-1] for row in out):
                continue
        out.append(_row(person.name, person.country, seen, [] if out else aliases))
    return out


def _row(
    name: str, country: str, seen: list[tuple[str, Mention]], aliases: list[str] | None = None
) -> Row:
    days = sorted(day for day, _ in seen)
    offices = Counter(mention.office for _, mention in seen)
    office = min(offices, key=lambda o: (-offices[o], o))
    count = f"{len(seen)} mention" + "s" * (len(seen) > 1)
    source = f"mined: {count} {days[0]}..{days[-1]}"
    sector = seen[0][1].sector
    return Row(name, country, sector, office, days[0], days[-1], source, aliases or [])
