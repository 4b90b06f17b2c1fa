"""Which report lives on in which."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from dualtrack.record import Store
from dualtrack.record._engine import reading
from dualtrack.record._lineage import Told, claim, heirs, likeness
from dualtrack.record._tables import LINEAGE
from dualtrack.run import Coded
from kept_pages import AGAIN, CALM, NEWER, STRUCK, coded, page, states
from make_events import IRN, event

URL = "https://news.example/a"


def told(name: str, words: str = "they struck the port", at: int = 5, **more: object) -> Told:
    one = Told(
        name, "c1", "v1", ("ASSAULT", None), {"text": "struck", "start": at, "end": at + 6},
        frozenset(words.split()),
    )  # fmt: skip
    return replace(one, **more)  # type: ignore[arg-type]


def lineage(store: Store) -> list[tuple[str, str, str]]:
    with reading(store.engine) as connection:
        rows = connection.execute(select(LINEAGE.c.old, LINEAGE.c.new, LINEAGE.c.kind))
        return [(old, new, kind) for old, new, kind in rows]


def test_a_recoding_must_stand_at_the_same_trigger() -> None:
    old, new = told("a"), told("b", coding="c2")
    assert likeness(old, new) == 1
    assert likeness(old, replace(new, trigger={"text": "hit", "start": 8, "end": 11})) == 1
    assert likeness(old, replace(new, trigger={"text": "struck", "start": 11, "end": 17})) == 0
    assert likeness(old, replace(new, claim=("ACCUSE", None))) == 0


def test_a_rereading_needs_the_trigger_and_most_of_the_sentence() -> None:
    old, new = told("a"), told("b", at=90, version="v2")
    assert likeness(old, new) == 1
    assert 0.5 <= likeness(old, told("b", "they struck the harbour", version="v2")) < 1
    assert likeness(old, told("b", "warplanes struck a harbour far away", version="v2")) == 0
    assert likeness(old, replace(new, trigger={"text": "hit", "start": 90, "end": 93})) == 0


def test_one_heir_each_the_most_alike_first() -> None:
    old = [told("a", "they struck the port"), told("b", "they struck the old port")]
    new = [told("x", "they struck the old port", version="v2")]
    assert [(o.id, n.id) for o, n in heirs(old, new)] == [("b", "x")]
    new.append(told("y", "they struck the port", version="v2"))
    assert sorted((o.id, n.id) for o, n in heirs(old, new)) == [("a", "y"), ("b", "x")]
    older = told("z", coding="c0")
    assert [o.id for o, _ in heirs([older, told("a")], [told("x", version="v2")])] == ["a"]


def test_what_is_claimed() -> None:
    base = event("ASSAULT").to_dict()
    assert claim(base) == claim(event("ASSAULT", id="other", on="2024-05-01").to_dict())
    for other in (
        event("ACCUSE"),
        event("ASSAULT", status="announced"),
        event("ASSAULT", (IRN,)),
        event("ASSAULT", recipients=()),
    ):
        assert claim(base) != claim(other.to_dict())


def test_over_versions_and_codings(store: Store) -> None:
    first, second = page("a", f"{CALM}\n{STRUCK}"), page("a", f"{STRUCK}\n{CALM} {CALM[:30]}")
    store.keep([coded(first)])
    store.keep([coded(second)])
    store.keep([coded(second, NEWER)])
    assert sorted(kind for _, _, kind in lineage(store)) == ["recoded", "reread"]
    assert states(store) == ["standing", "superseded", "superseded"]


def test_an_older_version_coded_late_joins_the_line(store: Store) -> None:
    first, second = page("a", STRUCK), page("a", f"{STRUCK} {CALM[:40]}")
    store.keep([coded(first)])
    store.keep([coded(second)])
    kept = store.keep([coded(first, NEWER)])
    assert kept.recoded == 1
    assert states(store) == ["standing", "superseded", "superseded"]


def test_what_comes_back_is_the_same_again(store: Store) -> None:
    for text in (STRUCK, CALM, f"{STRUCK} Again."):
        store.keep([coded(page("a", text))])
    (row,) = lineage(store)
    assert row[2] == "reread"
    assert states(store) == ["standing", "superseded"]


def test_two_acts_in_one_place_are_not_one(store: Store) -> None:
    store.keep([coded(page("a", f"{STRUCK}\n{AGAIN}"))])
    kept = store.keep([coded(page("a", f"{STRUCK}\n{CALM}"))])
    assert kept.vanished == 1
    assert store.keep([Coded(page("a", CALM), ())], coder=NEWER).vanished == 1
