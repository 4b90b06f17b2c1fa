"""Ids name what they are made of."""

from __future__ import annotations

import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.record._ids import digest, now, pack, short


def test_the_same_parts_have_the_same_id_for_ever() -> None:
    assert short("a", 1, None) == "0ae764bffd3a17b6"
    assert digest("a", 1)[:16] == short("a", 1)
    assert short("a", "bc") != short("ab", "c")
    assert short("\ud800") != short("\ud801")


@given(st.recursive(st.none() | st.integers() | st.text(), lambda s: st.lists(s, max_size=3)))
def test_packing_is_json(value: object) -> None:
    assert json.loads(pack(value)) == value


def test_now_is_utc_without_a_zone() -> None:
    assert now().tzinfo is None
    assert abs(now() - dt.datetime.now(dt.UTC).replace(tzinfo=None)) < dt.timedelta(minutes=1)
