from __future__ import annotations

import asyncio
import datetime as dt
import gzip
import ssl
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import trustme

from dualtrack._errors import MissingExtra
from dualtrack.pages import Failure, Fetched, Fetcher, NotModified, Validator, fetch
from dualtrack.pages.web._fetch import user_agent
from dualtrack.pages.web._fetched import Result
from web_server import Asked, Reply, WebServer

PAGE = Reply(b"<p>The ministers met.</p>", headers={"Content-Type": "text/html"})


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer() as made:
        made.pages["/a"] = PAGE
        yield made


def got(server: WebServer, *urls: str, **settings: Any) -> list[Result]:
    quick = {"delay": 0.0, "backoff": 0.01, "timeout": 5.0, "allow": frozenset({server.host})}
    return list(fetch([server.url(u) if u[0] == "/" else u for u in urls], **(quick | settings)))


def reasons(results: list[Result]) -> list[str]:
    return [r.reason if isinstance(r, Failure) else type(r).__name__ for r in results]


def moved(place: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": place})


def test_a_page(server: WebServer) -> None:
    (page,) = got(server, "/a#part")
    assert isinstance(page, Fetched)
    assert (page.status, page.body, page.headers["content-type"]) == (200, PAGE.body, "text/html")
    assert (page.url, page.final_url) == (server.url("/a#part"), server.url("/a"))
    assert page.fetched_at.tzinfo is dt.UTC
    assert abs(dt.datetime.now(dt.UTC) - page.fetched_at) < dt.timedelta(minutes=1)


def test_every_question_names_the_project(server: WebServer) -> None:
    got(server, "/a", contact="https://desk.example/bot")
    assert len(server.asked) == 2
    for asked in server.asked:
        assert asked.headers["user-agent"].startswith("Dualtrack/")
        assert "+https://desk.example/bot" in asked.headers["user-agent"]
        assert "cookie" not in asked.headers
    with pytest.raises(ValueError, match="ASCII"):
        user_agent("a\r\nb")


def test_no_cookie_is_sent_back(server: WebServer) -> None:
    server.pages["/a"] = Reply(b"x", headers={"Set-Cookie": "id=1"})
    got(server, "/a", "/a")
    assert all("cookie" not in asked.headers for asked in server.asked)


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "status 404"), (410, "status 410"), (304, "status 304")]
)
def test_other_answers_are_failures(server: WebServer, status: int, reason: str) -> None:
    server.pages["/b"] = Reply(status=status)
    (failed,) = got(server, "/b")
    assert isinstance(failed, Failure)
    assert failed.reason == reason
    assert failed.origin == server.url("/b")
    assert str(status) in failed.message and failed.message.endswith(".")
    assert server.count()["/b"] == 1


def test_robots_txt_is_obeyed(server: WebServer) -> None:
    server.pages["/robots.txt"] = Reply(b"User-agent: dualtrack\nDisallow: /a\nAllow: /")
    server.pages["/b"] = PAGE
    assert reasons(got(server, "/a", "/b", "/a")) == ["robots", "Fetched", "robots"]
    assert server.count() == {"/robots.txt": 1, "/b": 1}


def test_a_robots_txt_that_cannot_be_had_forbids_all(server: WebServer) -> None:
    server.pages["/robots.txt"] = Reply(status=503)
    assert reasons(got(server, "/a", "/a")) == ["robots", "robots"]
    assert server.count() == {"/robots.txt": 3}


def test_a_robots_txt_that_has_moved(server: WebServer) -> None:
    server.pages["/robots.txt"] = moved("/rules.txt", 301)
    server.pages["/rules.txt"] = Reply(b"User-agent: *\nDisallow: /")
    assert reasons(got(server, "/a")) == ["robots"]
    server.pages["/rules.txt"] = moved("/rules.txt")
    assert reasons(got(server, "/a")) == ["Fetched"]


def test_a_huge_robots_txt_is_read_in_part(server: WebServer) -> None:
    rules = b"User-agent: *\nDisallow: /a\n" + b"# filling\n" * 200_000
    server.pages["/robots.txt"] = Reply(rules)
    assert reasons(got(server, "/a")) == ["robots"]


def test_a_host_is_asked_one_question_at_a_time_with_pauses(server: WebServer) -> None:
    def slow(asked: Asked) -> Reply:
        time.sleep(0.02)
        return PAGE

    for number in range(4):
        server.pages[f"/{number}"] = slow
    got(server, *(f"/{number}" for number in range(4)), delay=0.1)
    assert server.most_at_once == 1
    times = [asked.at for asked in server.asked]
    assert all(b - a >= 0.1 for a, b in pairwise(times))


def test_hosts_are_asked_at_the_same_time(server: WebServer) -> None:
    with WebServer() as other:
        meeting = threading.Barrier(2, timeout=5)

        def together(asked: Asked) -> Reply:
            meeting.wait()
            return PAGE

        server.pages["/a"] = other.pages["/a"] = together

        async def local(host: str, port: int) -> list[str]:
            return ["127.0.0.1"]

        urls = [f"http://one.example:{server.port}/a", f"http://two.example:{other.port}/a"]
        allow = frozenset({f"one.example:{server.port}", f"two.example:{other.port}"})
        results = got(server, *urls, allow=allow, resolve=local)
    assert reasons(results) == ["Fetched", "Fetched"]
    assert server.asked[0].headers["host"] == f"one.example:{server.port}"


@pytest.mark.parametrize(("asked", "limit", "least"), [("0.2", 60.0, 0.2), ("99", 0.15, 0.15)])
def test_a_crawl_delay_is_kept_up_to_a_limit(
    server: WebServer, asked: str, limit: float, least: float
) -> None:
    server.pages["/robots.txt"] = Reply(f"User-agent: *\nCrawl-delay: {asked}".encode())
    got(server, "/a", "/a", longest_wait=limit)
    one, two = (a.at for a in server.asked if a.path == "/a")
    assert least <= two - one < 5


def test_what_has_not_changed_is_not_sent_again(server: WebServer) -> None:
    def page(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == 'W/"1"':
            assert asked.headers["if-modified-since"] == "Mon, 06 May 2024 10:00:00 GMT"
            return Reply(status=304)
        known = {"ETag": 'W/"1"', "Last-Modified": "Mon, 06 May 2024 10:00:00 GMT"}
        return Reply(b"x", headers=known)

    server.pages["/b"] = moved("/c")
    server.pages["/c"] = page
    store: dict[str, Validator] = {}
    assert reasons(got(server, "/b", validators=store)) == ["Fetched"]
    assert store == {server.url("/c"): Validator('W/"1"', "Mon, 06 May 2024 10:00:00 GMT")}
    (same,) = got(server, "/b", validators=store)
    assert isinstance(same, NotModified)
    assert (same.url, same.final_url) == (server.url("/b"), server.url("/c"))
    assert same.fetched_at.tzinfo is dt.UTC
    assert reasons(got(server, "/b")) == ["Fetched"]
    server.pages["/c"] = PAGE
    got(server, "/b", validators=store)
    assert store == {}


def test_odd_validators_are_not_kept(server: WebServer) -> None:
    server.pages["/a"] = Reply(b"x", headers={"ETag": '"' + "a" * 5000 + '"'})
    store: dict[str, Validator] = {}
    got(server, "/a", validators=store)
    assert store == {}
    store[server.url("/a")] = Validator("a\r\nX-Evil: 1")
    assert reasons(got(server, "/a", validators=store)) == ["Fetched"]
    assert all("x-evil" not in asked.headers for asked in server.asked)


def test_pages_are_limited_in_size(server: WebServer) -> None:
    server.pages["/big"] = Reply(b"x" * 2000)
    server.pages["/bomb"] = Reply(
        gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"}
    )
    assert reasons(got(server, "/big", "/bomb", "/a", limit=1000)) == [
        *("too large", "too large", "Fetched")
    ]
    assert server.count()["/big"] == 1


def test_time_is_limited(server: WebServer) -> None:
    server.pages["/slow"] = Reply(b"x", stall=0.5)
    assert reasons(got(server, "/slow", "/a", timeout=0.1)) == ["timeout", "Fetched"]
    assert server.count()["/slow"] == 3


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: WebServer, status: int) -> None:
    server.pages["/old"] = moved("a?x=1#part", status)
    server.pages["/a?x=1"] = PAGE
    (page,) = got(server, "/old")
    assert isinstance(page, Fetched)
    assert (page.url, page.final_url) == (server.url("/old"), server.url("/a?x=1"))


def test_redirects_are_limited(server: WebServer) -> None:
    for number in range(6):
        server.pages[f"/{number}"] = moved(f"/{number + 1}")
    server.pages["/6"] = PAGE
    server.pages["/loop"] = moved("/loop")
    found = got(server, "/1", "/0", "/loop")
    assert reasons(found) == ["Fetched", "redirects", "redirects"]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "forbidden address"),
        ("http://10.0.0.1/", "forbidden address"),
        ("http://localhost/", "forbidden address"),
        ("file:///etc/passwd", "bad address"),
        ("http://user:secret@news.example/", "bad address"),
        ("http://news.example:25/", "forbidden address"),
        ("http://[", "bad address"),
    ],
)
def test_every_redirect_is_checked(server: WebServer, place: str, reason: str) -> None:
    server.pages["/b"] = moved(place)
    (failed,) = got(server, "/b")
    assert isinstance(failed, Failure)
    assert failed.reason == reason
    assert len(server.asked) == 2


def test_robots_txt_is_obeyed_at_every_redirect(server: WebServer) -> None:
    server.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /a")
    server.pages["/b"] = moved("/a")
    assert reasons(got(server, "/b")) == ["robots"]
    assert "/a" not in server.count()


def test_a_redirect_without_a_place_is_a_failure(server: WebServer) -> None:
    server.pages["/b"] = Reply(status=301)
    assert reasons(got(server, "/b")) == ["status 301"]


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_what_fails_in_passing_is_asked_again(server: WebServer, status: int) -> None:
    answers = [Reply(status=status), Reply(status=status), PAGE]
    server.pages["/b"] = lambda asked: answers.pop(0)
    assert reasons(got(server, "/b", backoff=0.05)) == ["Fetched"]
    one, two, three = (a.at for a in server.asked if a.path == "/b")
    assert two - one >= 0.05 and three - two >= 0.1


def test_in_the_end_it_is_given_up(server: WebServer) -> None:
    server.pages["/b"] = Reply(status=503)
    server.pages["/c"] = Reply(b"x", length=99)
    assert reasons(got(server, "/b", "/c")) == ["status 503", "bad answer"]
    assert server.count() == {"/robots.txt": 1, "/b": 3, "/c": 3}


def test_a_host_is_left_alone_as_long_as_it_asks(server: WebServer) -> None:
    answers = [Reply(status=429, headers={"Retry-After": "1"}), PAGE]
    server.pages["/b"] = lambda asked: answers.pop(0)
    assert reasons(got(server, "/b", "/a")) == ["Fetched", "Fetched"]
    times = [asked.at for asked in server.asked if asked.path != "/robots.txt"]
    assert all(t - times[0] >= 1 for t in times[1:])


def test_a_host_that_asks_for_too_long_is_given_up(server: WebServer) -> None:
    server.pages["/b"] = Reply(status=503, headers={"Retry-After": "3600"})
    assert reasons(got(server, "/b")) == ["status 503"]
    assert server.count()["/b"] == 1


def test_a_host_that_is_not_there(server: WebServer) -> None:
    with WebServer() as gone:
        pass
    assert reasons(got(gone, "/a")) == ["unreachable"]


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1:{port}/a", "http://localhost:{port}/a", "http://[::1]:{port}/a"),
        *("http://2130706433:{port}/a", "http://0x7f000001:{port}/a", "http://0177.1:{port}/a"),
        *(
            "http://[::ffff:127.0.0.1]:{port}/a",
            "http://0:{port}/a",
            "http://news.example:{port}/a",
        ),
    ],
)
def test_nothing_is_asked_inside_a_closed_network(server: WebServer, url: str) -> None:
    async def local(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    (failed,) = got(server, url.format(port=server.port), allow=frozenset(), resolve=local)
    assert isinstance(failed, Failure)
    assert failed.reason == "forbidden address"
    assert server.asked == []


def test_proxies_of_the_environment_are_not_asked(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with WebServer() as proxy:
        monkeypatch.setenv("http_proxy", f"http://{proxy.host}")
        monkeypatch.setenv("HTTP_PROXY", f"http://{proxy.host}")
        assert reasons(got(server, "/a")) == ["Fetched"]
        assert proxy.asked == []


def test_certificates_are_checked_against_the_name_that_was_asked() -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trusting = ssl.create_default_context()
    authority = trustme.CA()
    authority.issue_cert("news.example").configure_cert(tls)
    authority.configure_trust(trusting)

    async def local(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    with WebServer(tls) as server:
        server.pages["/a"] = PAGE
        hosts = ("news.example", "evil.example")
        allow = frozenset(f"{host}:{server.port}" for host in hosts)
        urls = [f"https://{host}:{server.port}/a" for host in hosts]
        found = got(server, *urls, tls=trusting, allow=allow, resolve=local)
        assert reasons(found) == ["Fetched", "certificate"]
        assert reasons(got(server, urls[0], allow=allow, resolve=local)) == ["certificate"]


@pytest.mark.parametrize(
    "url", ["", "no address", "ftp://news.example/a", "http://\ud800/", "\x00"]
)
def test_what_is_no_url_is_a_failure(server: WebServer, url: str) -> None:
    (failed,) = list(fetch([url]))
    assert isinstance(failed, Failure)
    assert failed.reason == "bad address"
    assert failed.origin.isprintable() or not url


def test_results_come_in_order_and_urls_are_read_as_needed(server: WebServer) -> None:
    read = []

    def urls() -> Iterator[str]:
        for number in range(100):
            read.append(number)
            server.pages[f"/{number}"] = Reply(str(number).encode())
            yield server.url(f"/{number}")

    results = fetch(urls(), delay=0.0, allow=frozenset({server.host}))
    for number in range(5):
        page = next(results)
        assert isinstance(page, Fetched) and page.body == str(number).encode()
    assert len(read) < 30
    threads = threading.active_count()
    results.close()  # type: ignore[attr-defined]
    assert threading.active_count() < threads or threads == 1


def test_an_async_program_fetches_in_its_own_loop(server: WebServer) -> None:
    async def main() -> list[Result]:
        async with Fetcher(delay=0, allow=frozenset({server.host})) as fetcher:
            return [await fetcher.fetch(server.url("/a")), await fetcher.fetch("nothing")]

    assert reasons(asyncio.run(main())) == ["Fetched", "bad address"]


def test_a_fault_of_ours_is_a_failure(server: WebServer) -> None:
    class Broken(dict[str, Validator]):
        def get(self, *args: object) -> None:  # type: ignore[override]
            raise RuntimeError

    (failed,) = got(server, "/a", validators=Broken())
    assert isinstance(failed, Failure) and "RuntimeError" in failed.message


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    import dualtrack.pages

    for name in [name for name in sys.modules if name.startswith("dualtrack.pages.web.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingExtra, match="fetch"):
        dualtrack.pages.fetch  # noqa: B018
