from __future__ import annotations

import datetime as dt

import pytest

from dualtrack.pages._dates import best_line, changed_line, date_line, label_in, parse_stamp


@pytest.mark.parametrize(
    ("text", "stamp", "zone"),
    [
        ("2024-04-14", "2024-04-14", "day"),
        ("20240414", "2024-04-14", "day"),
        ("2024/4/14 9:05", "2024-04-14T09:05:00", "missing"),
        ("1713089400", "2024-04-14T10:10:00Z", "known"),
        ("2024-04-14T10:30", "2024-04-14T10:30:00", "missing"),
        ("2024-04-14T10:30:00Z", "2024-04-14T10:30:00Z", "known"),
        ("2024-04-14T10:30:00.123+03:00", "2024-04-14T07:30:00Z", "known"),
        ("2024-04-14 23:30:00 -0400", "2024-04-15T03:30:00Z", "known"),
        ("Sun, 14 Apr 2024 10:30:00 GMT", "2024-04-14T10:30:00Z", "known"),
        ("April 14, 2024 10:30 a.m. EDT", "2024-04-14T14:30:00Z", "known"),
        ("2024-04-14 10:30:00 UTC+3", "2024-04-14T07:30:00Z", "known"),
    ],
)
def test_declared_stamps(text: str, stamp: str, zone: str) -> None:
    read = parse_stamp(text, "meta")
    assert read is not None
    assert (read.isoformat(), read.zone, read.source) == (stamp, zone, "meta")
    assert read.day.isoformat() == stamp[:10]


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2024-13-01", "1024-01-01", "x" * 200, "0001-01-01T00:00:00+14:00"]
)
def test_what_is_no_stamp(text: str) -> None:
    assert parse_stamp(text, "meta") is None


def test_the_future_is_refused_unless_it_is_given() -> None:
    future = (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=400)).isoformat()
    assert parse_stamp(future, "json-ld") is None
    assert parse_stamp(future, "given") is not None


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Published April 14, 2024 10:30 EDT", "2024-04-14T14:30:00Z"),
        ("Sunday 14 April 2024 10.30 BST", "2024-04-14T09:30:00Z"),
        ("April 14, 2024 at 10:30 a.m. ET", "2024-04-14T14:30:00Z"),
        ("January 14, 2024 at 10:30 a.m. ET", "2024-01-14T15:30:00Z"),
        ("March 3, 2024 5:45 PM IST", "2024-03-03T17:45:00"),
        ("10:30 GMT, 14 Apr 2024", "2024-04-14T10:30:00Z"),
        ("3rd of March 2023", "2023-03-03"),
        ("Updated 15 April 2024, 3pm. Published: 14 April 2024, 2:15 pm", "2024-04-14T14:15:00"),
    ],
)
def test_lines_with_a_date(text: str, stamp: str) -> None:
    line = date_line(text)
    assert line is not None
    assert line.published.isoformat() == stamp
    assert not line.rest


def test_a_sentence_with_a_date_says_more() -> None:
    line = date_line("On April 14, 2024, Iran launched drones at Israel")
    assert line is not None and "launched" in line.rest
    assert date_line("Iran launched 300 drones") is None
    assert date_line("February 30, 2024") is None


def test_published_wins_over_bare_and_changed() -> None:
    best = best_line(["Updated April 16, 2024", "April 15, 2024", "Posted on April 14, 2024"])
    assert best is not None and best.day == dt.date(2024, 4, 14)
    assert best_line(["Updated April 16, 2024"]) is None


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Publié le 5 novembre 2024 à 09h15", "2024-11-05T09:15:00"),
        ("5. November 2024, 19.30 Uhr", "2024-11-05T19:30:00"),
        ("05.11.2024, 19:30 Uhr", "2024-11-05T19:30:00"),
        ("1 de abril de 2025", "2025-04-01"),
        ("le 1er mars 2024", "2024-03-01"),
        ("20/05/2025 06:30h", "2025-05-20T06:30:00"),
        ("05/20/2025", "2025-05-20"),
        ("05/05/2025", "2025-05-05"),
    ],
)
def test_other_languages_and_numbers(text: str, stamp: str) -> None:
    line = date_line(text)
    assert line is not None
    assert (line.published.isoformat(), line.rest) == (stamp, "")


def test_numbers_that_may_mean_two_days_are_refused_unless_it_is_known() -> None:
    assert date_line("04/05/2025") is None
    first, second = (date_line("04/05/2025", day_first=day) for day in (True, False))
    assert first is not None and first.published.day == dt.date(2025, 5, 4)
    assert second is not None and second.published.day == dt.date(2025, 4, 5)


def test_the_stamp_of_a_change() -> None:
    line = "Published 14 April 2024, 10:30. Updated 15 April 2024, 11:45"
    changed = changed_line(line)
    assert changed is not None and changed.isoformat() == "2024-04-15T11:45:00"
    assert changed_line("Published 14 April 2024") is None
    assert label_in("Zuletzt aktualisiert am") == "changed"
    assert label_in("First published on") == "published"
    assert label_in("By Eva Lund") is None


def test_a_moment_is_not_in_the_future() -> None:
    now = dt.datetime.now(dt.UTC)
    assert parse_stamp((now - dt.timedelta(hours=1)).isoformat(), "meta") is not None
    assert parse_stamp((now + dt.timedelta(hours=1)).isoformat(), "meta") is None
