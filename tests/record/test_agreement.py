"""Agreement of judges."""

from __future__ import annotations

from typing import Any

import pytest

from dualtrack._errors import MissingExtra
from dualtrack.record import FieldAgreement, Store
from dualtrack.record._agreement import _of_field
from judged_record import fill, say


def by_field(store: Store) -> dict[str, FieldAgreement]:
    return {one.field: one for one in store.agreement()}


def test_alpha_is_krippendorffs() -> None:
    """His own example of nominal data with missing values (2011, section C): 0.743."""
    coders = (
        "1 2 3 3 2 1 4 1 2 * * *",
        "1 2 3 3 2 2 4 1 2 5 * 3",
        "* 3 3 3 2 3 4 2 2 5 1 *",
        "1 2 3 3 2 4 4 1 2 5 1 *",
    )
    table = [row.split() for row in coders]
    units = {
        str(u): {str(c): row[u] for c, row in enumerate(table) if row[u] != "*"} for u in range(12)
    }
    found = _of_field("type", units)
    assert found.alpha == pytest.approx(0.743, abs=0.001)
    assert (found.units, found.judges) == (11, 4)


def test_one_judge_gives_no_figure(store: Store) -> None:
    ids = fill(store)
    say(store, "accept", ids["e1"])
    assert by_field(store)["type"] == FieldAgreement("type", None, None, 0, 0)


def test_judges_are_compared_on_what_each_let_stand(store: Store) -> None:
    ids = fill(store)
    for report in ("e1", "e2", "e4"):
        say(store, "accept", ids[report], "ann", single=True)
    say(store, "change", ids["e1"], "bob", field="type", value="THREATEN")
    say(store, "accept", ids["e2"], "bob", single=True)
    say(store, "reject", ids["e4"], "bob")
    found = by_field(store)
    assert (found["accepted"].units, found["accepted"].judges) == (3, 2)
    assert found["accepted"].same == pytest.approx(2 / 3)
    assert (found["type"].units, found["type"].same) == (2, 0.5)
    assert found["type"].alpha is not None
    assert found["type"].alpha < 1
    assert found["condition present"].alpha == 1.0
    say(store, "accept", ids["e1"], "ann")
    assert by_field(store)["type"].same == 1.0


def test_a_single_value_has_no_alpha() -> None:
    found = _of_field("type", {"u": {"ann": "AID", "bob": "AID"}})
    assert (found.alpha, found.same) == (None, 1.0)
    assert found.to_dict() == {
        "field": "type", "alpha": None, "same": 1.0, "units": 1, "judges": 2,
    }  # fmt: skip


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, *args: Any, **more: Any) -> Any:
        raise ImportError(name)

    monkeypatch.setattr("dualtrack.record._agreement.import_module", missing)
    with pytest.raises(MissingExtra, match="agreement"):
        _of_field("type", {})
