from __future__ import annotations

import asyncio
import email.utils
import gzip
import time
import tracemalloc
import zlib
from collections.abc import Iterator

import httpx
import pytest

from dualtrack._errors import FetchError, PageError, TooLarge
from dualtrack.pages.web._guard import GuardedBackend
from dualtrack.pages.web._http import Answer, Http, Unpacker, seconds_to_wait
from web_server import Reply, WebServer

TEXT = b"The ministers met on Monday. " * 200
DEFLATED = zlib.compress(TEXT)
RAW = DEFLATED[2:-4]


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer() as made:
        yield made


def get(
    server: WebServer, reply: Reply, *, limit: int = 100_000, timeout: float = 5, whole: bool = True
) -> Answer:
    server.pages["/"] = reply

    async def main() -> Answer:
        backend = GuardedBackend(frozenset({server.host}))
        http = Http(backend, timeout=timeout, tls=None)
        try:
            return await http.get(httpx.URL(server.url("/")), {"x-some": "1"}, limit, whole=whole)
        finally:
            await http.close()

    return asyncio.run(main())


def packed(body: bytes, how: str) -> Reply:
    return Reply(body, headers={"Content-Encoding": how})


def test_an_answer(server: WebServer) -> None:
    answer = get(server, Reply(TEXT, headers={"X-Odd": "Yes"}))
    assert (answer.status, answer.body, answer.headers["x-odd"]) == (200, TEXT, "Yes")
    assert server.asked[0].headers["x-some"] == "1"
    assert server.asked[0].headers["host"] == server.host


def test_other_answers_have_no_body(server: WebServer) -> None:
    assert get(server, Reply(TEXT, status=404)).body == b""


@pytest.mark.parametrize(
    ("body", "how"),
    [
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), " X-GZip"),
        (gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]), "gzip"),
        (gzip.compress(TEXT) + b"junk", "gzip"),
        (DEFLATED, "deflate"),
        (RAW, "deflate"),
        (TEXT, "identity"),
    ],
)
def test_packed_answers(server: WebServer, body: bytes, how: str) -> None:
    assert get(server, packed(body, how)).body == TEXT


@pytest.mark.parametrize(
    ("body", "how"),
    [
        (gzip.compress(TEXT)[:-20], "gzip"),
        (b"this is not gzip", "gzip"),
        (gzip.compress(TEXT), "br"),
        (gzip.compress(gzip.compress(TEXT)), "gzip, gzip"),
    ],
)
def test_what_cannot_be_unpacked(server: WebServer, body: bytes, how: str) -> None:
    with pytest.raises(FetchError) as caught:
        get(server, packed(body, how))
    assert caught.value.reason == "bad answer"


def test_the_limit_holds_for_what_is_sent(server: WebServer) -> None:
    assert len(get(server, Reply(b"x" * 1000), limit=1000).body) == 1000
    with pytest.raises(TooLarge):
        get(server, Reply(b"x" * 1001), limit=1000)


def test_the_limit_holds_without_a_length(server: WebServer) -> None:
    chunk = b"3e8\r\n" + b"x" * 1000 + b"\r\n"
    chunked = {"Transfer-Encoding": "chunked"}
    assert len(get(server, Reply(chunk * 2 + b"0\r\n\r\n", headers=chunked)).body) == 2000
    with pytest.raises(TooLarge):
        get(server, Reply(chunk * 200 + b"0\r\n\r\n", headers=chunked))


def test_a_bomb_ends_at_the_limit(server: WebServer) -> None:
    bomb = gzip.compress(bytes(200_000_000), 9)
    assert len(bomb) < 200_000
    tracemalloc.start()
    with pytest.raises(TooLarge):
        get(server, packed(bomb, "gzip"), limit=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_part_is_enough_where_it_need_not_be_whole(server: WebServer) -> None:
    assert get(server, Reply(TEXT), limit=100, whole=False).body == TEXT[:100]
    assert (
        get(server, packed(gzip.compress(TEXT), "gzip"), limit=100, whole=False).body == TEXT[:100]
    )


def test_a_slow_answer_is_given_up(server: WebServer) -> None:
    begun = time.monotonic()
    with pytest.raises(FetchError) as caught:
        get(server, Reply(TEXT, stall=1.5), timeout=0.1)
    assert caught.value.reason == "timeout"
    assert time.monotonic() - begun < 1


def test_an_answer_in_drops_is_given_up_in_the_end() -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        try:
            for _ in range(1000):
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(0.02)
        except OSError:
            pass
        writer.close()

    async def main() -> None:
        server = await asyncio.start_server(drip, "127.0.0.1", 0)
        host, port = server.sockets[0].getsockname()
        http = Http(GuardedBackend(frozenset({f"{host}:{port}"})), timeout=0.2, tls=None)
        try:
            await http.get(httpx.URL(f"http://{host}:{port}/"), {}, 10_000)
        finally:
            await http.close()
            server.close()

    with pytest.raises(FetchError) as caught:
        asyncio.run(main())
    assert caught.value.reason == "timeout"


def test_an_answer_that_breaks_off(server: WebServer) -> None:
    with pytest.raises(FetchError) as caught:
        get(server, Reply(TEXT, length=len(TEXT) + 10))
    assert caught.value.reason == "bad answer"


def test_no_connection(server: WebServer) -> None:
    with WebServer() as gone:
        pass
    with pytest.raises(FetchError) as caught:
        get(gone, Reply())
    assert caught.value.reason == "unreachable"


def test_every_cut_of_an_archive_is_unpacked_alike() -> None:
    for data in (gzip.compress(TEXT), DEFLATED, RAW):
        for size in (7, 100, 10_000):
            worker = Unpacker(100_000)
            pieces = [worker.add(data[at : at + size]) for at in range(0, len(data), size)]
            assert b"".join(pieces) == TEXT
            assert worker.done


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("0", 0), (" 120 ", 120), ("-1", None), ("soon", None), ("", None), (None, None), ("²", None)],
)
def test_seconds_to_wait(value: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(value) == seconds


def test_a_moment_to_wait_for() -> None:
    soon = email.utils.formatdate(time.time() + 100, usegmt=True)
    assert 95 < (seconds_to_wait(soon) or 0) <= 100
    assert seconds_to_wait("Wed, 21 Oct 2015 07:28:00 GMT") == 0


def test_errors_are_page_errors() -> None:
    assert issubclass(FetchError, PageError)
