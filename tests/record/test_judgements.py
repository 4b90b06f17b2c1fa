"""The log: rows as they were said, and which of them stand."""

from __future__ import annotations

from dualtrack.record import Store
from dualtrack.record._engine import reading, write
from dualtrack.record._judgements import (
    Draft,
    Judgement,
    about,
    append,
    followers,
    read_all,
    standing,
    undone,
)


def put(store: Store, *drafts: Draft, who: str = "ann") -> list[Judgement]:
    return write(store.engine, lambda c: append(c, who, None, drafts))


def test_what_is_said_comes_back(store: Store) -> None:
    (one,) = put(store, Draft("change", "r1", field="actors", before=[], after=[{"text": "é"}]))
    assert (one.target, one.field, one.before, one.after) == ("r1", "actors", [], [{"text": "é"}])
    assert one.to_dict()["at"].endswith("Z")
    with reading(store.engine) as connection:
        assert read_all(connection) == [one]
        assert about(connection, ["r1"]) == [one]
        assert about(connection, ["r2"]) == []


def test_the_others_of_an_event_name_their_head(store: Store) -> None:
    plain = put(store, Draft("accept", "r1"), Draft("accept", "r2"))
    paired = put(store, Draft("split", "r1", other="r2"), Draft("split", "r1", other="r3"))
    for first, second in (plain, paired):
        assert (first.head, second.head) == (None, first.id)
        assert second.at < first.at
        with reading(store.engine) as connection:
            assert followers(connection, first) == [second]
    assert paired[1].other == "r3"
    assert plain[0].other is None


def test_the_same_said_again_is_another_judgement(store: Store) -> None:
    (one,), (two,) = put(store, Draft("accept", "r1")), put(store, Draft("accept", "r1"))
    assert one.id != two.id
    assert (one.n, one.at) < (two.n, two.at)


def test_undos_of_undos(store: Store) -> None:
    head, other = put(store, Draft("accept", "r1"), Draft("accept", "r2"))
    (undo,) = put(store, Draft("undo", head.id))

    def stands() -> list[str]:
        with reading(store.engine) as connection:
            return [j.target for j in standing(connection, [head, other])]

    assert stands() == []
    (again,) = put(store, Draft("undo", undo.id))
    assert stands() == ["r1", "r2"]
    put(store, Draft("undo", again.id))
    assert stands() == []
    with reading(store.engine) as connection:
        assert undone(connection, [head.id, undo.id, again.id]) == {head.id, again.id}


def test_one_of_an_event_can_be_taken_back_alone(store: Store) -> None:
    head, other = put(store, Draft("accept", "r1"), Draft("accept", "r2"))
    put(store, Draft("undo", other.id))
    with reading(store.engine) as connection:
        assert standing(connection, [head, other]) == [head]
