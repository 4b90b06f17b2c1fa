from __future__ import annotations

from dualtrack.tracks import Record
from make_events import event
from make_record import SENTENCE, keep, page


def test_every_number_opens_its_sentences(record: Record) -> None:
    keep(record, page(event("AID"), name="a1"))
    (act,) = record.relation("USA", "ISR").newest
    (told,) = record.evidence([act])[act.id]
    assert told.sentence == SENTENCE
    assert told.title == "Title of a1"
    assert told.url == "https://news.example/a1"
    assert str(told.published) == "2024-04-14"


def test_all_reports_of_an_act_are_told_the_first_one_first(record: Record) -> None:
    keep(
        record,
        page(event("AID", id="one"), name="a1", text="Money was sent to them."),
        page(event("AID", id="two", on="2024-04-15"), name="a2", on="2024-04-15"),
    )
    first, second = sorted(record.reports(), key=lambda report: report.event.id)
    record.judge("ann", "merge", second.id, other=first.id)
    (act,) = record.relation("USA", "ISR").newest
    assert act.articles == 2
    assert [one.report for one in record.evidence([act])[act.id]] == [first.id, second.id]
    record.judge("ann", "change", second.id, field="status", value="announced")
    (act,) = record.relation("USA", "ISR").newest
    assert act.status == "announced"
    assert [one.report for one in record.evidence([act])[act.id]] == [second.id, first.id]


def test_what_does_not_stand_still_has_its_words_until_they_are_deleted(record: Record) -> None:
    keep(record, page(event("AID"), name="a1"))
    (report,) = record.reports()
    record.judge("ann", "reject", report.id, why="no aid")
    (act,) = record.relation("USA", "ISR").left_out
    assert act.state == "rejected"
    assert record.evidence([act])[act.id][0].sentence == SENTENCE
    record.delete(report.article, who="ann")
    (act,) = record.relation("USA", "ISR").left_out
    assert record.evidence([act])[act.id][0].sentence is None


def test_no_acts_no_words(record: Record) -> None:
    assert record.evidence([]) == {}
