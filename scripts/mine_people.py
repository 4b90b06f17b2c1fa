"""Makes src/dualtrack/actors/tables/people.tsv: office holders known by hand and from the news.

    python scripts/mine_people.py CORPUS.jsonl.gz [--least N] [--notes]

CORPUS holds one item a line, with `date` (YYYY-MM-DD) and `text`. Known rows
(scripts/people/known_*.txt) stay as they are; people named with an office in the corpus are added
with the first and last day seen. A row may rest on one mention, as all rows found in the news
portal were read; what had to be mended stands in scripts/people/review.tsv. With a corpus whose
rows nobody reads, use `--least 2`. `--notes` prints what was left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from people_find import Finder, Mention
from people_group import group
from people_join import Review, join, mend, read_review
from people_known import Row, read_all
from people_write import finished, table, unsafe, words_in

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src" / "dualtrack" / "actors" / "tables" / "people.tsv"


def read_corpus(path: Path) -> list[tuple[str, str]]:
    """(day, text) of each item."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        items = (json.loads(line) for line in lines)
        return [(item["date"], unicodedata.normalize("NFC", item["text"])) for item in items]


def mine(
    items: Iterable[tuple[str, str]], finder: Finder, review: Review
) -> list[tuple[str, Mention]]:
    """(day, mention) of all people named with an office, as the review mends them."""
    out = []
    for day, text in items:
        for mention in finder.find(text):
            mended = mend(mention, review)
            if mended is not None:
                out.append((day, mended))
    return out


def make(
    items: list[tuple[str, str]], known: list[Row], review: Review, least: int = 1
) -> tuple[list[Row], list[str]]:
    """The rows of the table, and what was left out and why."""
    mentions = mine(items, Finder(), review)
    rows, notes = join(known, group(mentions), least)
    dropped = unsafe(rows, words_in(text for _, text in items), review.barred, review.kept)
    notes += [f"alias\t{alias}\t{reason}" for alias, reason in dropped.items()]
    return finished(rows, dropped), notes


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--least", type=int, default=1, help="mentions an unknown person needs")
    parser.add_argument("--notes", action="store_true", help="print what was left out")
    parser.add_argument("--table", type=Path, default=TABLE, help="where to write")
    args = parser.parse_args()
    rows, notes = make(read_corpus(args.corpus), read_all(), read_review(), args.least)
    args.table.write_text(table(rows), encoding="utf-8")
    if args.notes:
        print("\n".join(notes))
    known = sum(row.source == "known" for row in rows)
    people = len({row.name for row in rows})
    print(f"{people} people, {len(rows)} rows: {known} known, {len(rows) - known} mined")


if __name__ == "__main__":
    main()
