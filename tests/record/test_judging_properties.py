"""What must hold of any sequence of judgements: it can be undone, replayed, and made anew."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dualtrack._errors import InputError
from dualtrack.record import Store
from dualtrack.record._engine import reading
from dualtrack.record._judgements import Judgement, read_all
from judged_record import act, derived, fill, say

CHANGES: tuple[tuple[str, Any], ...] = (
    ("type", "THREATEN"),
    ("type", "ASSAULT"),
    ("mode", "none"),
    ("status", "possible"),
    ("actors", []),
    ("date", "none"),
    ("condition", "none"),
)
MISSED: tuple[dict[str, Any], ...] = (
    {"trigger": "closed", "type": "COERCE", "mode": "restrict", "actors": ["Jordan"]},
    {"trigger": "said", "type": "ACCUSE", "recipients": ["Iran"], "status": "possible"},
)
KINDS = ("accept", "reject", "change", "add", "merge", "split", "done", "undo")
SAYING = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from(("ann", "bob")),
    st.integers(0, 9),
    st.integers(0, 9),
    st.booleans(),
)
FEW = settings(
    max_examples=int(os.environ.get("DUALTRACK_EXAMPLES", "8")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with three acts, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "record.db"
    with Store(str(path)) as store:
        fill(store)
    return path


@contextlib.contextmanager
def copy_of(path: Path) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        for one in path.parent.glob("record.db*"):
            shutil.copy(one, folder)
        with Store(str(Path(folder) / "record.db")) as store:
            yield store


def log_of(store: Store) -> list[Judgement]:
    with reading(store.engine) as connection:
        return read_all(connection)


def perform(store: Store, saying: tuple[str, str, int, int, bool]) -> Judgement | None:
    """Say it of something that is there; None where that may not be said."""
    kind, who, one, two, single = saying
    reports = sorted(r.id for r in store.reports())
    events = sorted(e.id for e in store.events(state=None))
    more: dict[str, Any] = {}
    target = (reports if single else events)[one % len(reports if single else events)]
    if kind in ("accept", "reject"):
        more = {"single": single}
    elif kind == "change":
        field, value = CHANGES[two % len(CHANGES)]
        more = {"field": field, "value": value}
    elif kind == "merge":
        more = {"other": reports[two % len(reports)]}
    elif kind in ("add", "done"):
        target = "a2"
        more = {"value": MISSED[one % len(MISSED)]} if kind == "add" else {}
    elif kind == "undo":
        said = log_of(store)
        if not said:
            return None
        target = said[one % len(said)].id
    try:
        return say(store, kind, target, who, **more)
    except InputError:
        return None


def replay(store: Store, log: list[Judgement]) -> None:
    """Say again what the heads of a log say."""
    for head in (one for one in log if one.head is None):
        whole = any(one.head == head.id for one in log)
        value = head.after
        if head.action == "add":
            kept = ("trigger", "type", "mode", "status", "actors", "recipients", "speaker",
                    "condition", "location", "date")  # fmt: skip
            value = {name: head.after[name] for name in kept}
        say(
            store,
            head.action,
            head.target,
            head.who,
            field=head.field,
            value=value,
            other=head.other if head.action == "merge" else None,
            why=head.why,
            single=not whole,
        )


@FEW
@given(st.lists(SAYING, max_size=4), SAYING.filter(lambda s: s[0] != "undo"))
def test_undo_restores_exactly_what_was_before(
    filled: Path, before: list[Any], last: tuple[str, str, int, int, bool]
) -> None:
    with copy_of(filled) as store:
        for saying in before:
            perform(store, saying)
        rows = derived(store)
        said = perform(store, last)
        after = derived(store)
        if said is None:
            assert after == rows
            return
        undo = say(store, "undo", said.id)
        assert derived(store) == rows
        say(store, "undo", undo.id)
        assert derived(store) == after


@FEW
@given(st.lists(SAYING, min_size=2, max_size=7))
def test_a_log_replays_to_the_same_record(filled: Path, sayings: list[Any]) -> None:
    with copy_of(filled) as store, copy_of(filled) as other:
        for saying in sayings:
            perform(store, saying)
        log, rows = log_of(store), derived(store)
        replay(other, log)
        assert [j.id for j in log_of(other)] == [j.id for j in log]
        assert derived(other) == rows
        other.rebuild()
        assert derived(other) == rows


@FEW
@given(st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_merged_then_split_then_undone(filled: Path, one: int, two: int, first: bool) -> None:
    with copy_of(filled) as store:
        reports = sorted(r.id for r in store.reports())
        a, b = reports[one % len(reports)], reports[two % len(reports)]
        start = derived(store)
        if act(store, a) == act(store, b):
            return
        merge = say(store, "merge", a, other=b)
        merged = derived(store)
        assert act(store, a) == act(store, b)
        split = say(store, "split", a if first else b)
        assert act(store, a) != act(store, b)
        say(store, "undo", split.id)
        assert derived(store) == merged
        say(store, "undo", merge.id)
        assert derived(store) == start


def test_the_log_only_grows(store: Store) -> None:
    """On both databases: rows are never changed, and moments never tie."""
    fill(store)
    seen: list[Judgement] = []
    for number, kind in enumerate((*KINDS, "undo")):
        perform(store, (kind, "ann", number, number + 1, False))
        log = log_of(store)
        assert log[: len(seen)] == seen
        seen = log
    assert len({one.at for one in seen}) == len(seen)
    rows = derived(store)
    store.rebuild()
    assert derived(store) == rows
