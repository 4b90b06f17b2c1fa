"""Makes the table of people from joined rows: safe aliases, no row twice, in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dualtrack.actors._words import TOKEN, fold, key_of
from people_known import Row

COLUMNS = ("name", "aliases", "country", "sector", "office", "first", "last", "source")
COMMON = 5  # times a word is seen in lower case from which it is a word of the language
HEAD = """\
# People in the news: what office they held, when, and how their names are spelt.
# Source: "known": compiled by hand from public facts (scripts/people/known_*.txt); "mined": named
# with the office in the Current events portal of the English Wikipedia, 2002-2025 (CC BY-SA 4.0;
# facts only), reviewed in scripts/people/review.tsv. first, last: days of the term where known, the
# first and last day seen where mined; empty = open. aliases: separated by |.
# Made by scripts/mine_people.py; do not edit.
"""


def words_in(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in lower case in texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in TOKEN.findall(fold(text)) if word.islower())
    return counts


def unsafe(
    rows: list[Row], lower: Counter[str], barred: set[str], kept: set[str]
) -> dict[str, str]:
    """Aliases that must not stand, each with the reason."""
    surnames: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        surnames[fold(row.name).split()[-1]].add((row.name, row.country))
    out = dict.fromkeys(barred, "review")
    for row in rows:
        for alias in row.aliases:
            flat = fold(alias)
            if alias in kept or alias in out or " " in flat or "-" in flat:
                continue
            if lower[flat.lower()] >= COMMON:
                out[alias] = f"a word, {lower[flat.lower()]} times in lower case"
            others = {n for n, c in surnames[flat] if n != row.name and c != row.country}
            if others:
                out[alias] = f"also {', '.join(sorted(others))}"
    return out


def finished(rows: list[Row], dropped: dict[str, str]) -> list[Row]:
    """The rows in order, with the aliases of a person on its first row, no row twice."""
    spelt: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for row in rows:
        for alias in row.aliases:
            if alias not in dropped and key_of(alias) != key_of(row.name):
                spelt[row.name].setdefault(key_of(alias), alias)
    done: set[tuple[str, ...]] = set()
    out = []
    for row in sorted(rows, key=lambda r: (r.country, fold(r.name), r.first, r.last, r.sector)):
        key = (row.name, row.country, row.sector, row.first, row.last)
        if key not in done:
            done.add(key)
            out.append(replace(row, aliases=list(spelt.pop(row.name, {}).values())))
    return out


def table(rows: list[Row]) -> str:
    """The text of the table."""
    lines = ["\t".join(COLUMNS)]
    for r in rows:
        fields = (r.name, "|".join(r.aliases), r.country, r.sector, r.office, r.first, r.last)
        lines.append("\t".join((*fields, r.source)))
    return HEAD + "\n".join(lines) + "\n"
