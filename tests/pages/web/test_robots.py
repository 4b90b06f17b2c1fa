from __future__ import annotations

import asyncio

import httpx
import pytest

from dualtrack._errors import FetchError
from dualtrack.pages.web import _robots
from dualtrack.pages.web._http import Answer
from dualtrack.pages.web._robots import Robots, Rules

PAGE = httpx.URL("https://news.example/world/a?b=c")


class Site:
    """Gives a robots.txt and counts how often it is asked; `now` is its clock."""

    def __init__(self, answer: Answer | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.now = 1000.0
        self.robots = Robots(self.get, clock=lambda: self.now)

    async def get(self, url: httpx.URL) -> Answer:
        self.asked.append(str(url))
        await asyncio.sleep(0)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def rules(self, url: httpx.URL = PAGE) -> Rules:
        return asyncio.run(self.robots.rules(url))


def text(robots: str) -> Answer:
    return Answer(200, {}, robots.encode())


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /world/", False),
        ("User-agent: *\nDisallow: /sport/", True),
        ("User-agent: *\nDisallow: /\nAllow: /world/", True),
        ("User-agent: dualtrack\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: Dualtrack\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: other\nDisallow: /", True),
        ("\ufeffUser-agent: *\nDisallow: /*?b=", False),
        ("User-agent: *\nDisallow: /world/a$", True),
        ("<html>not found</html>", True),
    ],
)
def test_rules_are_obeyed(robots: str, allowed: bool) -> None:
    site = Site(text(robots))
    assert site.rules().allows(PAGE) is allowed
    assert site.asked == ["https://news.example/robots.txt"]


def test_crawl_delay() -> None:
    assert Site(text("User-agent: *\nCrawl-delay: 2.5")).rules().delay == 2.5
    assert Site(text("User-agent: other\nCrawl-delay: 2.5")).rules().delay == 0
    assert Site(text("User-agent: *\nCrawl-delay: soon")).rules().delay == 0
    assert Site(Answer(404, {})).rules().delay == 0


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 410])
def test_without_a_robots_txt_everything_is_allowed(status: int) -> None:
    rules = Site(Answer(status, {})).rules()
    assert rules.known and rules.allows(PAGE)


@pytest.mark.parametrize("answer", [Answer(429, {}), Answer(500, {}), FetchError("no", "timeout")])
def test_one_that_cannot_be_had_forbids_everything_for_ten_minutes(
    answer: Answer | Exception,
) -> None:
    site = Site(answer)
    rules = site.rules()
    assert not rules.known and not rules.allows(PAGE)
    site.answer = text("")
    site.now += 599
    assert not site.rules().known
    site.now += 2
    assert site.rules().known
    assert len(site.asked) == 2


def test_it_is_kept_for_a_day() -> None:
    site = Site(text("User-agent: *\nDisallow: /"))
    site.rules()
    site.now += 86_399
    assert not site.rules().allows(PAGE)
    assert len(site.asked) == 1
    site.answer = text("")
    site.now += 2
    assert site.rules().allows(PAGE)
    assert len(site.asked) == 2


def test_every_site_has_its_own() -> None:
    site = Site(text(""))
    for url in ("https://news.example/x", "http://news.example/", "https://news.example:8443/"):
        site.rules(httpx.URL(url))
        site.rules(httpx.URL(url))
    assert site.asked == [
        "https://news.example/robots.txt",
        "http://news.example/robots.txt",
        "https://news.example:8443/robots.txt",
    ]


def test_pages_that_ask_at_once_ask_once() -> None:
    site = Site(text(""))

    async def main() -> None:
        await asyncio.gather(*(site.robots.rules(PAGE) for _ in range(5)))

    asyncio.run(main())
    assert len(site.asked) == 1


def test_old_sites_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_robots, "_MOST", 10)
    site = Site(text(""))
    for number in range(50):
        site.rules(httpx.URL(f"https://{number}.example/"))
    assert len(site.robots._sites) == 10


def test_odd_bytes_do_no_harm() -> None:
    assert Site(Answer(200, {}, bytes(range(256)) * 100)).rules().known
