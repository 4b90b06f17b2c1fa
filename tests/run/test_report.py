from __future__ import annotations

import json

import pytest

from dualtrack.coding import NotCoded
from dualtrack.pages import Article, Failure
from dualtrack.run import Coded, Outcome, Report, summary
from make_events import CODER, event


def counted(*outcomes: Outcome) -> Report:
    tally = Report()
    for outcome in outcomes:
        tally.add(outcome)
    tally.end("complete")
    return tally


CODED = Coded(Article("a", "x"), (event("AID"), event("AID", status="possible")))
FRENCH = Coded(Article("b", "Le x", origin="b.txt"), (), NotCoded("language", "It is French."))
FAULTY = Coded(Article("f", "x"), (), NotCoded("fault", "It broke the coder."))
BAD = Failure("c.png", "binary", "The page is not text.")


def test_records_that_are_no_pages_are_told() -> None:
    report = counted(CODED)
    assert not any("archives" in line for line in summary(report))
    report.left_out.update({"request record": 2, "another status than 200": 1})
    assert report.to_dict()["records_left_out"] == {
        "count": 3,
        "by_reason": {"another status than 200": 1, "request record": 2},
    }
    assert summary(report)[-1] == (
        "No pages in archives: 3 records (request record 2, another status than 200 1)."
    )


def test_everything_is_counted_by_reason() -> None:
    told = counted(CODED, FRENCH, BAD, Coded(Article("d", "y"), ())).to_dict()
    assert told["articles"] == {
        "read": 3,
        "coded": 2,
        "with_events": 1,
        "by_kind": {"unknown": 3},
        "by_access": {"unknown": 3},
        "not_coded": 1,
        "not_coded_by_reason": {"language": 1},
    }
    assert told["pages_rejected"] == {"count": 1, "by_reason": {"binary": 1}}
    assert told["events"]["by_type"] == {"AID": 2}
    assert told["events"]["by_status"] == {"actual": 1, "possible": 1}
    assert told["rejected"] == [
        {"origin": "c.png", "reason": "binary", "message": "The page is not text."}
    ]
    assert told["not_coded"][0]["origin"] == "b.txt"
    assert told["coder"] == CODER.to_dict()
    json.dumps(told)


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        ((CODED,), 0),
        ((CODED, FRENCH), 0),
        ((CODED, BAD), 1),
        ((CODED, FAULTY), 1),
        ((BAD,), 2),
        ((), 2),
    ],
)
def test_exit_status(outcomes: tuple[Outcome, ...], status: int) -> None:
    assert counted(*outcomes).exit_status == status


def test_a_summary_is_a_few_lines() -> None:
    lines = summary(counted(CODED, FRENCH, BAD))
    assert lines[0].startswith("Read 2 articles, coded 1: 2 events in 1 of them")
    assert "Not coded: 1 article (language 1)." in lines
    assert "Rejected: 1 page (binary 1)." in lines
    assert len(lines) <= 4


def test_what_is_no_whole_story_is_said() -> None:
    live = Article("l", "x", kind="live", access="paywalled")
    tally = counted(live, Coded(Article("c", "x", access="cut"), ()))
    told = tally.to_dict()["articles"]
    assert told["by_kind"] == {"live": 1, "unknown": 1}
    assert told["by_access"] == {"cut": 1, "paywalled": 1}
    assert "Among them: live blogs 1, for subscribers only 1, broken off 1." in summary(tally)


def test_articles_that_are_only_read_are_no_uncoded_ones() -> None:
    (line,) = summary(counted(Article("a", "x")), coded=False)
    assert line.startswith("Read 1 article in")
