from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Iterable
from typing import Any

import httpcore
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualtrack._errors import FetchError
from dualtrack.pages.web._guard import GuardedBackend, checked_url, is_open, resolve


def words(text: str) -> list[str]:
    return text.split()


CLOSED = words("""
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1
127.255.255.254 168.63.129.16 169.254.169.254 169.254.0.1 172.16.0.1 172.31.255.255 192.0.0.1
192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1
64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1::1 3fff::1 fc00::1
fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1
""")
OPEN = words("""
1.1.1.1 8.8.8.8 93.184.215.14 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1
2606:4700:4700::1111 2a00:1450:4001::8a ::ffff:8.8.8.8 64:ff9b::808:808
""")


@pytest.mark.parametrize("address", CLOSED)
def test_closed_addresses(address: str) -> None:
    assert not is_open(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", OPEN)
def test_open_addresses(address: str) -> None:
    assert is_open(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/a", "bad address"),
        ("file:///etc/passwd", "bad address"),
        ("javascript:alert(1)", "bad address"),
        ("news.example/a", "bad address"),
        ("http:///a", "bad address"),
        ("http://user:secret@news.example/", "bad address"),
        ("http://user@news.example/", "bad address"),
        ("http://news%2eexample/", "bad address"),
        ("http://news.example\\@evil.example/", "bad address"),
        ("http://[fe80::1%25eth0]/", "bad address"),
        ("http://①②⑦.0.0.1/", "bad address"),
        ("http://news.example/\x00", "bad address"),
        ("http://news.example/" + "a" * 5_000, "bad address"),
        ("http://" + "a" * 300 + "/", "bad address"),
        ("http://news.example:22/", "forbidden address"),
        ("http://news.example:0/", "forbidden address"),
        ("http://news.example:99999/", "forbidden address"),
        ("http://[::1", "bad address"),
        ("\ud800", "bad address"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str, reason: str) -> None:
    with pytest.raises(FetchError) as caught:
        checked_url(url)
    assert caught.value.reason == reason
    assert str(caught.value).endswith(".")


@given(st.text())
@example("http://[::ffff:1%25]/")
@example("http://a:²/")
def test_any_text_is_an_address_or_an_error(text: str) -> None:
    for given_url in (text, f"http://{text}", f"https://news.example/{text}"):
        try:
            checked_url(given_url)
        except FetchError as error:
            assert error.reason in ("bad address", "forbidden address")


def test_addresses_are_put_in_order() -> None:
    assert str(checked_url("HTTPS://News.Example/a b#part")) == "https://news.example/a%20b"
    assert str(checked_url("http://bücher.example:8080/")).startswith("http://xn--bcher-kva.")
    assert str(checked_url("http://news.example:22/", frozenset({"news.example:22"})))


class Recorder(httpcore.AsyncNetworkBackend):
    """Connects to nothing and writes down where to; addresses in `dead` do not answer."""

    def __init__(self, dead: Iterable[str] = ()) -> None:
        self.called: list[tuple[str, int]] = []
        self.dead = set(dead)

    async def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> Any:
        self.called.append((host, port))
        if host in self.dead:
            raise httpcore.ConnectError("dead")
        return httpcore.AsyncNetworkStream()


def connect(
    host: str,
    found: Iterable[str] = (),
    *,
    port: int = 80,
    allow: str = "",
    dead: Iterable[str] = (),
) -> Recorder:
    async def looked_up(host: str, port: int) -> list[str]:
        return list(found)

    inner = Recorder(dead)
    guard = GuardedBackend(frozenset({allow}), resolve=looked_up, inner=inner)
    asyncio.run(guard.connect_tcp(host, port))
    return inner


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "10.1.2.3", "::1", "::ffff:192.168.0.1"),
        *("2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "127.1", "127.0.1"),
        *("127.0.0.1.", "1.1.1.1.", "0x", "3232235777", "169.254.43518"),
    ],
)
def test_an_address_in_any_writing_is_checked(host: str) -> None:
    with pytest.raises(FetchError) as caught:
        connect(host, ["93.184.215.14"])
    assert caught.value.reason == "forbidden address"


@pytest.mark.parametrize(
    "found",
    [["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["fd00:ec2::254"], ["fe80::1%eth0"], ["odd"]],
)
def test_a_name_that_leads_to_a_closed_address_is_refused(found: list[str]) -> None:
    with pytest.raises(FetchError) as caught:
        connect("news.example", found)
    assert caught.value.reason == "forbidden address"
    assert "news.example" in str(caught.value)


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    answers = [["93.184.215.14"], ["127.0.0.1"]]

    async def changing(host: str, port: int) -> list[str]:
        return answers.pop(0)

    inner = Recorder()
    guard = GuardedBackend(resolve=changing, inner=inner)
    asyncio.run(guard.connect_tcp("news.example", 443))
    assert inner.called == [("93.184.215.14", 443)]
    with pytest.raises(FetchError):  # asked anew, checked anew
        asyncio.run(guard.connect_tcp("news.example", 443))
    assert len(inner.called) == 1


def test_the_next_address_is_tried_where_one_is_dead() -> None:
    both = ["2606:4700:4700::1111", "1.1.1.1"]
    inner = connect("news.example", both, dead=both[:1])
    assert [host for host, _ in inner.called] == both
    with pytest.raises(httpcore.ConnectError):
        connect("news.example", both, dead=both)
    with pytest.raises(httpcore.ConnectError):
        connect("news.example", [])


def test_what_is_allowed_is_allowed_with_its_port_alone() -> None:
    assert connect("127.0.0.1", port=8080, allow="127.0.0.1:8080").called
    assert connect("localhost", ["127.0.0.1"], port=8080, allow="localhost:8080").called
    for host, port in (("127.0.0.1", 8081), ("localhost", 8080)):
        with pytest.raises(FetchError):
            connect(host, ["127.0.0.1"], port=port, allow="127.0.0.1:8080")


def test_a_host_that_does_not_exist() -> None:
    async def nothing(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(FetchError) as caught:
        asyncio.run(GuardedBackend(resolve=nothing).addresses("news.example", 80))
    assert caught.value.reason == "unreachable"


def test_the_systems_resolver_is_asked() -> None:
    assert "127.0.0.1" in asyncio.run(resolve("127.0.0.1", 80))


def test_no_socket_of_this_machine_is_opened() -> None:
    with pytest.raises(FetchError):
        asyncio.run(GuardedBackend().connect_unix_socket("/run/some.sock"))
