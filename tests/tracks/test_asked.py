"""The indexed query finds what the same events in memory give."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import func, select, text

from dualtrack.record._engine import reading
from dualtrack.record._tables import EVENTS, PARTIES
from dualtrack.tracks import Party, Record, Relation, groups_of, relation
from dualtrack.tracks._act import Act
from dualtrack.tracks._asked import DAY, acts_between
from make_events import day, event, party, when
from make_record import keep_each

PEOPLE = [
    party("Washington", "USA", "GOV", name="United States"),
    party("the Senate", "USA", "LEG"),
    party("Paris", "FRA"),
    party("Berlin", "DEU"),
    party("London", "GBR"),
    party("Israel", "ISR"),
    party("the  IDF", "ISR", "MIL"),
    party("Hezbollah", "LBN", "REB", name="Hezbollah"),
    party("the fund", None, "IGO", name="International Monetary Fund"),
    party("Brussels", None, "IGO", name="European Union"),
    party("officials", None, "UNK"),
]
KINDS = ["AID", "CONSULT", "REJECT", "ACCUSE/disapprove", "AGREE", "REQUEST/assist"]
STATUSES = ["actual"] * 4 + ["announced", "possible", "predicted", "negated", "historical"]


def made_up(seed: int, count: int = 60) -> list[object]:
    rng = random.Random(seed)
    out = []
    for n in range(count):
        on = f"20{rng.randrange(19, 22)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02}"
        date = rng.choice([when(on), when(None, source="none"), when(on[:7] + "-01", on)])
        who = rng.sample(PEOPLE, rng.randrange(1, 5))
        cut = rng.randrange(1, len(who) + 1)
        out.append(
            event(
                rng.choice(KINDS),
                tuple(who[:cut]),
                tuple(who[cut:]),
                on=rng.choice([on, on, on, None]),
                status=rng.choice(STATUSES),
                date=date,
                id=f"e{n}",
            )
        )
    return out


def told(made: Relation) -> object:
    """All of a relation in which the ids of acts play no part."""

    def ids(acts: tuple[Act, ...]) -> list[str]:
        return sorted(act.event.article for act in acts)

    ways = [
        [
            (p.label, t, s, ids(getattr(getattr(p, t), s).acts))
            for p in way.periods
            for t in ("support", "pressure")
            for s in ("actual", "announced", "possible")
        ]
        + [ids(getattr(way, n)) for n in ("negated", "historical", "predicted", "unplaced")]
        for way in (made.forward, made.backward, made.both)
    ]
    due = sorted((d.event.article, d.passed, d.outcome is None) for d in made.due)
    return ways, due, ids(made.newest), ids(made.standing), made.as_of


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("USA", "ISR"),
        ("USA/LEG", "ISR"),
        ("hezbollah", "the idf"),
        ("EU", "USA"),
        ("DEU", "EU"),
        ("EU", "NATO"),
        ("International Monetary Fund", "USA"),
        ("Front", "USA"),
    ],
)
def test_the_record_says_what_memory_says(record: Record, a: str, b: str) -> None:
    record.groups = groups_of({"Front": ["Hezbollah", "ISR/MIL"]})
    keep_each(record, *made_up(7))  # type: ignore[arg-type]
    events = [stored.event for stored in record.events()]
    assert len(events) > 50
    for since, until in ((None, None), (day("2020-01-15"), day("2020-12-31"))):
        inside = record.coverage(since, until)
        expected = relation(
            events, a, b, since=since, until=until, coverage=inside, groups=record.groups
        )
        assert told(record.relation(a, b, since=since, until=until)) == told(expected)


def test_the_day_is_that_of_the_act(record: Record) -> None:
    keep_each(record, *made_up(3))  # type: ignore[arg-type]
    with reading(record.engine) as connection:
        days = {row[0]: row[1] for row in connection.execute(select(EVENTS.c.id, DAY))}
    for stored in record.events():
        assert days[stored.id] == Act.of(stored.event).day


def test_countries_are_looked_up_in_the_index(record: Record, kind: str) -> None:
    if kind != "sqlite":
        pytest.skip("PostgreSQL reads small tables whole")
    keep_each(record, *made_up(3))  # type: ignore[arg-type]
    asked = []
    with reading(record.engine) as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.set_trace_callback(asked.append)
        acts_between(connection, Party.parse("USA"), Party.parse("EU", record.groups), None, None)
        raw.set_trace_callback(None)
        (query,) = [line for line in asked if "parties" in line]
        plan = " ".join(row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}")))
        assert connection.scalar(select(func.count()).select_from(PARTIES)) > 100
    assert "SCAN" not in plan
