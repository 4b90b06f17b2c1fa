"""Where reports are looked for: kept with each report, on both databases."""

from __future__ import annotations

from sqlalchemy import select

from dualtrack.record import Store
from dualtrack.record._buckets import BUCKETS
from dualtrack.record._engine import reading
from told_acts import DAY, STORM, report, told


def test_each_report_is_in_its_buckets(store: Store) -> None:
    store.keep([told("a", STORM)])
    store.keep([told("a", STORM)])
    with reading(store.engine) as connection:
        rows = connection.execute(select(BUCKETS)).all()
        assert len(rows) == 2  # Somalia and Kenya
        assert {row.day for row in rows} == {DAY.toordinal()}
        assert {row.report for row in rows} == {report(connection, "a")}
        assert all(0 <= row.bucket < 2**63 for row in rows)
