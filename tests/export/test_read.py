from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from dualtrack.export._query import Asked, Query
from dualtrack.export._read import report_pages
from dualtrack.record import Store
from dualtrack.record._engine import reading
from make_events import TEXT


def test_an_act_has_the_page_whose_words_it_has(connection: Connection) -> None:
    for act in Asked(connection, Query()).acts(told=True, texts=True):
        assert act.source is not None
        assert act.event.article == act.source.url.split("/")[2].replace("site", "p").split(".")[0]  # type: ignore[union-attr]
        assert act.source.text == TEXT
        assert act.reports == tuple(r.stored.id for r in act.told)
        assert len(act.reports) == 2
        assert {r.act for r in act.told} == {act.stored.id}


def test_what_was_not_asked_for_is_not_read(connection: Connection) -> None:
    for act in Asked(connection, Query()).acts():
        assert act.told == ()
        assert act.source is not None
        assert act.source.text is None


def test_reports_carry_what_judges_said(store: Store, filled: Callable[[Store], None]) -> None:
    filled(store)
    one = next(r for r in store.reports() if r.event.id == "e2")
    store.judge("ann", "change", one.id, field="status", value="announced")
    with reading(store.engine) as connection:
        pages = list(report_pages(connection, 1))
        found = {r.stored.id: r for _, some in pages for r in some}
    assert len(pages) == 2
    assert found[one.id].verdict == "accepted"
    assert found[one.id].changes["status"] == "announced"
    assert found[one.id].judges == ("ann",)
    assert found[one.id].stored.event.status == "actual"
