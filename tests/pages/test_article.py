from __future__ import annotations

import datetime as dt
import json

from dualtrack.pages import Article, Dropped, Paragraph, Published, article_id


def test_stamps_are_written_as_they_are_known() -> None:
    day = dt.date(2024, 4, 14)
    naive = dt.datetime(2024, 4, 14, 10, 30)
    assert Published(day).isoformat() == "2024-04-14"
    assert Published(day, naive, "missing").isoformat() == "2024-04-14T10:30:00"
    aware = naive.replace(tzinfo=dt.UTC)
    assert Published(day, aware, "known").isoformat() == "2024-04-14T10:30:00Z"


def test_an_article_is_plain_json() -> None:
    article = Article(
        "x", "Words.", paragraphs=(Paragraph(0, 6, (3, 9)),), dropped=(Dropped("Home", "other"),)
    )
    back = json.loads(json.dumps(article.to_dict()))
    assert back["paragraphs"] == [{"start": 0, "end": 6, "source": [3, 9], "kind": "paragraph"}]
    assert back["dropped"] == [{"text": "Home", "reason": "other", "source": None}]
    assert back["published"] is None


def test_ids_come_from_the_url_first() -> None:
    assert article_id("https://a.example/1", "a") == article_id("https://a.example/1", "b")
    assert article_id(None, "a") != article_id(None, "b")
    assert len(article_id(None, "\ud800")) == 16


def test_the_fields_of_a_page_have_defaults_and_stand_in_the_record() -> None:
    plain = Article("1", "x").to_dict()
    for name in ("modified", "modified_zone", "agency", "canonical", "access", "access_sign"):
        assert plain[name] is None
    assert (plain["kind"], plain["kind_sign"]) == ("unknown", None)
    full = Article(
        "1",
        "x",
        modified=Published(dt.date(2024, 4, 15)),
        agency="AP",
        canonical="https://a.example/1",
        access="cut",
        kind="live",
    ).to_dict()
    assert (full["modified"], full["modified_zone"]) == ("2024-04-15", "day")
    assert (full["agency"], full["access"], full["kind"]) == ("AP", "cut", "live")
    assert full["canonical"] == "https://a.example/1"
