"""One question to one server: sent, answered within limits of size and time, and unpacked."""

from __future__ import annotations

import asyncio
import email.utils
import ssl
import time
import zlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import cache

import httpcore
import httpx

from dualtrack._errors import FetchError
from dualtrack.pages._bytes import too_large

RETRIED = frozenset(("unreachable", "timeout", "bad answer"))
"""Reasons of failures that may pass by themselves."""

_CONNECT = 20.0  # seconds for a connection, and for each piece of an answer
_KEPT = 15.0  # seconds for which an idle connection is kept
_PACKED = {"gzip", "x-gzip", "deflate"}
_PLAIN = {"", "identity"}
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer. `headers` have lower-case names; only 200 to 299 have a body."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def wait(self) -> float | None:
        """Seconds that the server asks to wait before the next question, if it says."""
        return seconds_to_wait(self.headers.get("retry-after"))


class Http:
    """Asks through connections that `backend` opens. `timeout` is seconds for a whole answer."""

    def __init__(
        self, backend: httpcore.AsyncNetworkBackend, *, timeout: float, tls: ssl.SSLContext | None
    ) -> None:
        self._timeout = timeout
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls or _trusted(),
            network_backend=backend,
            max_connections=100,
            keepalive_expiry=_KEPT,
        )

    async def close(self) -> None:
        """Close every connection."""
        await self._pool.aclose()

    async def get(
        self, url: httpx.URL, headers: Mapping[str, str], limit: int, *, whole: bool = True
    ) -> Answer:
        """Ask for a page of at most `limit` bytes, unpacked. Raises FetchError or TooLarge.

        Where it need not be `whole`, a longer page is cut there instead.
        """
        try:
            async with asyncio.timeout(self._timeout):
                return await self._get(url, headers, limit, whole)
        except (TimeoutError, httpcore.TimeoutException) as error:
            raise FetchError(f"{url.host} took too long to answer.", "timeout") from error
        except (httpcore.ProtocolError, zlib.error) as error:
            raise FetchError(f"{url.host} gave no whole answer.", "bad answer") from error
        except httpcore.NetworkError as error:
            if _is_certificate(error):
                message = f"{url.host} could not prove that it is {url.host}."
                raise FetchError(message, "certificate") from error
            raise FetchError(f"There is no connection to {url.host}.", "unreachable") from error

    async def _get(
        self, url: httpx.URL, headers: Mapping[str, str], limit: int, whole: bool
    ) -> Answer:
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        seconds = min(_CONNECT, self._timeout)
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), seconds)
        # Each piece has its own limit too, so that a silent server is given up early.
        async with self._pool.stream(
            "GET",
            target,
            headers=[(k.encode("ascii"), v.encode("latin-1")) for k, v in headers.items()],
            extensions={"timeout": timeouts},
        ) as response:
            given = dict(httpx.Headers(response.headers).items())
            if not 200 <= response.status < 300:
                return Answer(response.status, given)
            body = await _body(response.aiter_stream(), given, limit, whole)
            return Answer(response.status, given, body)


async def _body(
    pieces: AsyncIterator[bytes], headers: Mapping[str, str], limit: int, whole: bool
) -> bytes:
    """All of a body, unpacked; little over the limit is ever in memory, packed or unpacked."""
    packing = headers.get("content-encoding", "").strip().lower()
    if packing not in _PLAIN and packing not in _PACKED:
        raise FetchError("The page is packed in a way that was not asked for.", "bad answer")
    length = headers.get("content-length", "")
    if whole and length.isascii() and length.isdecimal() and int(length[:20]) > limit:
        raise too_large(limit)
    unpack = Unpacker(limit) if packing in _PACKED else None
    parts: list[bytes] = []
    size = packed = 0
    async for piece in pieces:
        packed += len(piece)
        part = unpack.add(piece) if unpack else piece
        size += len(part)
        parts.append(part)
        if max(size, packed) > limit:
            if whole:
                raise too_large(limit)
            return b"".join(parts)[:limit]
    if unpack and packed and not unpack.done:
        raise FetchError("The page breaks off.", "bad answer")
    return b"".join(parts)


class Unpacker:
    """Unpacks gzip and both kinds of deflate, never more than one byte over the limit in all."""

    def __init__(self, limit: int) -> None:
        self._left = limit + 1
        self._worker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._begun = False

    @property
    def done(self) -> bool:
        """Whether the last archive is whole."""
        return self._worker.eof

    def add(self, data: bytes) -> bytes:
        """Unpack one more piece; gives up, without an error, once it is over the limit."""
        parts: list[bytes] = []
        while data and self._left > 0:
            if self._worker.eof:  # another archive may follow; anything else is passed over
                if not data.startswith(_GZIP):
                    break
                self._worker = zlib.decompressobj(zlib.MAX_WBITS | 32)
            parts.append(self._some(data))
            self._left -= len(parts[-1])
            data = self._worker.unused_data or self._worker.unconsumed_tail
        return b"".join(parts)

    def _some(self, data: bytes) -> bytes:
        try:
            part = self._worker.decompress(data, self._left)
        except zlib.error:
            if self._begun:
                raise
            # deflate without its two bytes of head, as many servers send it
            self._worker = zlib.decompressobj(-zlib.MAX_WBITS)
            part = self._worker.decompress(data, self._left)
        self._begun = True
        return part


def seconds_to_wait(value: str | None) -> float | None:
    """What a Retry-After header asks for, in seconds from now; None where it says nothing."""
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities that are trusted; loading them takes a while."""
    return httpx.create_ssl_context()


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
