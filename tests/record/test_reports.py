"""Reports on their way into the record."""

from __future__ import annotations

import json
from dataclasses import replace

from sqlalchemy import select

from dualtrack.coding import Span
from dualtrack.record import Store
from dualtrack.record._engine import writing
from dualtrack.record._reports import evidence, new_reports, put, report_id, reports_query
from dualtrack.record._tables import EVIDENCE
from kept_pages import CALM, coded, page
from make_events import ARTICLE, article_events


def test_each_event_once_with_its_sentence() -> None:
    cut, launched = article_events()
    reports, bodies = new_reports(ARTICLE, "k", "v", "c", [cut, launched, cut])
    assert [r.id for r in reports] == [report_id("c", "e1"), report_id("c", "e2")]
    assert reports[1].words == "Iran launched over 300 drones at Israel on Saturday."
    assert [json.loads(b)["id"] for b in bodies] == ["e1", "e2"]
    assert reports[0].event is cut


def test_the_words_of_a_report_without_a_sentence() -> None:
    cut, _ = article_events()
    assert evidence(ARTICLE, replace(cut, sentence=(0, 0))) == "cut"
    title = replace(cut, trigger=Span("doubt", 7, 12, "title"), sentence=(0, 12))
    assert evidence(ARTICLE, title) == "Aid in doubt"


def test_characters_that_no_database_holds() -> None:
    cut, _ = article_events()
    odd = replace(cut, trigger=Span("\\u0000 \0 \ud800", 0, 9))
    (report,), (body,) = new_reports(ARTICLE, "k", "v", "c", [odd])
    assert report.event.trigger.text == "\\u0000 \ufffd \ufffd"
    assert json.loads(body)["trigger"]["text"] == "\\u0000 \ufffd \ufffd"


def test_put_keeps_report_and_sentence(store: Store) -> None:
    store.keep([coded(page("a", CALM))])
    (version,) = store.articles()
    with writing(store.engine) as connection:
        coding = connection.exec_driver_sql("SELECT id FROM codings").scalar()
        assert isinstance(coding, str)
        reports, bodies = new_reports(ARTICLE, version.key, version.id, coding, article_events())
        put(connection, [coding] * 2, reports, bodies)
        put(connection, [coding] * 2, reports, bodies)
        rows = connection.execute(reports_query()).all()
        assert {(row[1], row[2], row[3]) for row in rows} == {(version.key, version.id, coding)}
        assert len(connection.execute(select(EVIDENCE)).all()) == 2
