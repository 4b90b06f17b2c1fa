"""Which addresses may be fetched: none that lead into a private or otherwise closed network.

A page names the next address in a feed, a site map or a redirect, so whoever writes pages could
have a program that fetches them read what only its own network can reach. Names say nothing, as
they may resolve to anything and to something else a moment later. So the addresses that a name
resolves to are checked, and the connection goes to one of those very addresses.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import httpcore
import httpx

from dualtrack._errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""From a host and a port to addresses in digits. Raises OSError where there are none."""

_LONGEST_URL = 4_096
_WEB_PORTS = (80, 443)  # below 1024; what else listens there does not speak HTTP
_HOST = re.compile(r"[a-z0-9._:-]{1,253}", re.IGNORECASE)
# The ending of a host that some systems read as the number of an IPv4 address.
_NUMERIC = re.compile(r"(?:^|\.)(?:0x[0-9a-f]*|[0-9]+)\.?$", re.IGNORECASE)

# Beyond what `ipaddress` knows. Source: IANA's registries of special-purpose addresses; clouds'
# manuals for the addresses of their metadata services.
_CLOSED_4 = (
    ipaddress.ip_network("192.0.0.0/24"),  # protocol assignments; Oracle's metadata
    ipaddress.ip_network("192.88.99.0/24"),  # relays from IPv6, given up
    ipaddress.ip_network("168.63.129.16/32"),  # Azure's services for its machines
)
_OPEN_6 = ipaddress.ip_network("2000::/3")  # all that is assigned to the open internet
_CLOSED_6 = (
    ipaddress.ip_network("2001::/23"),  # protocol assignments; Teredo
    ipaddress.ip_network("2001:db8::/32"),  # documentation
    ipaddress.ip_network("2002::/16"),  # IPv4 inside IPv6, given up
    ipaddress.ip_network("3fff::/20"),  # documentation
)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind a translator


def is_open(address: Address) -> bool:
    """Whether an address belongs to the open internet, by its digits alone."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_open(address.ipv4_mapped)
        if address in _TRANSLATED:
            return is_open(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address not in _OPEN_6 or any(address in net for net in _CLOSED_6):
            return False
    elif any(address in net for net in _CLOSED_4):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def checked_url(url: str | httpx.URL, allow: frozenset[str] = frozenset()) -> httpx.URL:
    """A URL that may be asked for, as far as it tells itself, without its fragment.

    Raises FetchError: "bad address" or "forbidden address".
    """
    try:
        url = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError("This is no address of a page on the web.", "bad address") from error
    if url.scheme not in ("http", "https"):
        raise FetchError("Only http and https addresses are fetched.", "bad address")
    host, port = host_of(url), port_of(url)
    if not _HOST.fullmatch(host) or len(str(url)) > _LONGEST_URL:
        raise FetchError("The address has no proper host or is too long.", "bad address")
    if url.userinfo:
        raise FetchError("Addresses with a name or password are not fetched.", "bad address")
    closed = port > 65_535 or (port < 1_024 and port not in _WEB_PORTS)
    if closed and f"{host}:{port}" not in allow:
        raise FetchError(f"Pages are not fetched from port {port}.", "forbidden address")
    return url.copy_with(fragment=None)


def host_of(url: httpx.URL) -> str:
    """The host as it is asked for: letters beyond ASCII are encoded, IPv6 has no brackets."""
    return url.raw_host.decode("ascii")


def port_of(url: httpx.URL) -> int:
    """The port that a URL names, or that of its scheme."""
    return url.port if url.port is not None else (443 if url.scheme == "https" else 80)


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, by the system's resolver."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections to open addresses only, and to those addresses that it has checked.

    `allow` names hosts with ports, as "127.0.0.1:8080", that are not checked.
    """

    def __init__(
        self,
        allow: frozenset[str] = frozenset(),
        *,
        resolve: Resolve = resolve,
        inner: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._allow = allow
        self._resolve = resolve
        self._inner = inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first of the host's addresses that answers; `timeout` is for all."""
        end = None if timeout is None else time.monotonic() + timeout
        error: Exception = httpcore.ConnectError("no address")
        for address in await self.addresses(host, port):
            left = None if end is None else max(0.0, end - time.monotonic())
            try:
                return await self._inner.connect_tcp(
                    address, port, left, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        raise error

    async def addresses(self, host: str, port: int) -> list[str]:
        """The host's addresses, all of them open ones. Raises FetchError."""
        allowed = f"{host}:{port}" in self._allow
        try:
            found = [str(ipaddress.ip_address(host))]
        except ValueError:
            if _NUMERIC.search(host) and not allowed:
                raise _forbidden(host) from None
            try:
                found = await self._resolve(host, port)
            except (OSError, UnicodeError) as error:
                raise FetchError(f"There is no host {host}.", "unreachable") from error
        if not allowed and not all(_is_open_text(address) for address in found):
            raise _forbidden(host)
        return found

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Never: pages are not fetched from this machine."""
        raise _forbidden(path)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


def _is_open_text(address: str) -> bool:
    try:
        return is_open(ipaddress.ip_address(address))
    except ValueError:
        return False


def _forbidden(host: str) -> FetchError:
    return FetchError(
        f"{host} is or leads to an address inside a closed network; such are not fetched.",
        "forbidden address",
    )
