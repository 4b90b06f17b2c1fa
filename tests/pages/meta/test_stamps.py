from __future__ import annotations

import datetime as dt

import lxml.html
import pytest

from dualtrack.pages._article import Published
from dualtrack.pages.meta._headline import title_block
from dualtrack.pages.meta._stamps import day_in_address, find_stamps
from dualtrack.pages.meta._structured import read_declared
from dualtrack.pages.visible._blocks import walk

HEADING = "<h1>Talks resume in port</h1>"


def found(html: str) -> tuple[Published | None, Published | None]:
    root = lxml.html.document_fromstring(html)
    blocks = walk(root).blocks
    at = title_block(blocks, "Talks resume in port")
    return find_stamps(root, read_declared(root), blocks, at, None)


def ld(**fields: str) -> str:
    inside = ", ".join(f'"{key}": "{value}"' for key, value in fields.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {inside}}}</script>'


def shown(stamp: Published | None) -> tuple[str, str] | None:
    return (stamp.isoformat(), stamp.source) if stamp else None


def test_publication_and_change_are_kept_apart() -> None:
    page = ld(datePublished="2024-04-14T10:00:00Z", dateModified="2024-04-15T08:00:00+02:00")
    published, modified = found(page + HEADING)
    assert shown(published) == ("2024-04-14T10:00:00Z", "json-ld")
    assert shown(modified) == ("2024-04-15T06:00:00Z", "json-ld")


def test_a_change_is_never_taken_for_publication() -> None:
    published, modified = found(
        "<meta property='article:modified_time' content='2024-04-15T08:00:00Z'>"
        f"{HEADING}<p>Updated April 15, 2024</p><p>Words.</p>"
    )
    assert published is None
    assert shown(modified) == ("2024-04-15T08:00:00Z", "meta")


def test_a_bare_time_that_is_the_declared_change_is_no_publication() -> None:
    stamp = "2024-04-15T08:00:00Z"
    meta = f"<meta property='article:modified_time' content='{stamp}'>"
    published, modified = found(f"{meta}{HEADING}<time datetime='{stamp}'>x</time><p>Words.")
    assert (shown(published), shown(modified)) == (None, (stamp, "meta"))


def test_a_change_declared_as_publication_gives_way_to_an_earlier_stamp() -> None:
    page = ld(datePublished="2024-04-15T08:00:00Z", dateModified="2024-04-15T08:00:00Z")
    meta = "<meta property='article:published_time' content='2024-04-14T10:00:00Z'>"
    assert shown(found(page + meta + HEADING)[0]) == ("2024-04-14T10:00:00Z", "meta")


def test_a_change_before_publication_is_left_out() -> None:
    page = ld(datePublished="2024-04-14T10:00:00Z", dateModified="2024-04-01T08:00:00Z")
    assert found(page + HEADING)[1] is None


@pytest.mark.parametrize(
    ("declared", "time", "taken"),
    [
        ("2024-04-14", "2024-04-14T22:30:00-04:00", "2024-04-15T02:30:00Z"),
        ("2024-04-14T10:00:00", "2024-04-14T10:00:00+02:00", "2024-04-14T08:00:00Z"),
        ("2024-04-14T10:00:00", "2024-04-14T11:07:00+02:00", "2024-04-14T10:00:00"),
        ("2024-04-14", "2024-04-18T09:00:00Z", "2024-04-14"),
    ],
)
def test_another_source_adds_hour_and_zone_if_it_agrees(
    declared: str, time: str, taken: str
) -> None:
    page = ld(datePublished=declared) + HEADING + f"<p><time datetime='{time}'>x</time>"
    published, _ = found(page)
    assert published is not None and published.isoformat() == taken


def test_the_printed_date_below_the_headline_wins_over_the_day_at_the_top() -> None:
    page = f"<div>Monday, March 25, 2024</div>{HEADING}<p>Friday, March 22, 2024</p><p>Words."
    assert shown(found(page)[0]) == ("2024-03-22", "text")
    page = f"{HEADING}<p>News Desk Published: 1 May 2024, 19:20</p><p>Words."
    assert shown(found(page)[0]) == ("2024-05-01T19:20:00", "text")
    page = f"{HEADING}<p>20 May 2025, 06:30 - Written by Helen Stroud, Retail editor</p><p>Words."
    assert shown(found(page)[0]) == ("2025-05-20T06:30:00", "text")


@pytest.mark.parametrize(
    ("language", "other", "day"),
    [
        ("en-GB", "", "2024-05-04"),
        ("en-US", "", "2024-04-05"),
        ("es", "", "2024-05-04"),
        ("en", "<p>25/04/2024</p>", "2024-05-04"),
        ("en", "<p>04/25/2024</p>", "2024-04-05"),
    ],
)
def test_numbers_alone_are_read_as_the_page_means_them(language: str, other: str, day: str) -> None:
    page = f"<html lang='{language}'><body>{HEADING}<p>04/05/2024</p><p>Words.</p>{other}"
    assert shown(found(page)[0]) == (day, "text")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/world/2024/apr/14/talks", "2024-04-14"),
        ("https://a.example/2024/4/9/talks", "2024-04-09"),
        ("https://a.example/20240414/talks", "2024-04-14"),
        ("https://a.example/talks-2024-04-14", "2024-04-14"),
        ("https://a.example/talks-20241399", None),
        ("https://a.example/1202404141", None),
        ("https://a.example/2024/talks/14", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, day: str | None) -> None:
    assert day_in_address(url) == day


def test_seconds_and_lists() -> None:
    data = '<script type="application/ld+json">{"@type": "Article", "datePublished": %s}</script>'
    for value in ("1713089400", '"1713089400000"', '["2024-04-14T10:10:00Z", "x"]'):
        assert shown(found(data % value + HEADING)[0]) == ("2024-04-14T10:10:00Z", "json-ld")


def test_the_future_is_refused_everywhere() -> None:
    day = (dt.datetime.now(dt.UTC) + dt.timedelta(days=400)).date().isoformat()
    page = f"{ld(datePublished=day)}{HEADING}<p><time datetime='{day}'>x</time> Published {day}</p>"
    assert found(page) == (None, None)
