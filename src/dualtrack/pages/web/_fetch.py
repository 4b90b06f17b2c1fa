"""Fetches pages from the web, politely, within limits, and from the open internet only."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import ssl
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self

import httpx

from dualtrack._errors import FetchError, PageError
from dualtrack._version import __version__
from dualtrack.pages._bytes import LIMIT
from dualtrack.pages._failure import failure, one_page, shown
from dualtrack.pages.web._fetched import Fetched, NotModified, Result, Validator, Validators
from dualtrack.pages.web._guard import GuardedBackend, Resolve, checked_url, host_of, resolve
from dualtrack.pages.web._http import RETRIED, Answer, Http
from dualtrack.pages.web._robots import LONGEST as LONGEST_ROBOTS
from dualtrack.pages.web._robots import Robots
from dualtrack.pages.web._turns import Turns

log = logging.getLogger(__name__)

REDIRECTS = 5
"""Redirects that are followed."""
_MOVED = frozenset((301, 302, 303, 307, 308))
_BUSY = 429
_ATTEMPTS = 3
_LONGEST_HEADER = 1_000
_AT_ONCE = 16  # pages that `fetch` asks for ahead of the one it gives next


class Fetcher:
    """Fetches pages. Use it as `async with Fetcher() as fetcher`, from one event loop.

    Every question names this project, and `contact` (an address of whoever runs it) if given.
    robots.txt is obeyed. A host is asked one question at a time, with `delay` seconds between
    two, or what its robots.txt asks for up to `longest_wait`. A page may have `limit` bytes, and
    an answer may take `timeout` seconds. A question that fails in passing (no connection, 429,
    500 and above) is asked three times, after as long as the server says or `backoff` seconds,
    then twice as many; a server that asks for more than `longest_wait` seconds is given up.
    With `validators`, a page that has not changed since is not sent again. `allow` names hosts
    with ports, as "127.0.0.1:8080", that may be asked although they are in a closed network.
    `tls` is for hosts with certificates of their own, `resolve` for names of their own.
    """

    def __init__(
        self,
        *,
        delay: float = 1.0,
        longest_wait: float = 60.0,
        backoff: float = 2.0,
        timeout: float = 60.0,
        limit: int = LIMIT,
        validators: Validators | None = None,
        contact: str | None = None,
        allow: frozenset[str] = frozenset(),
        tls: ssl.SSLContext | None = None,
        resolve: Resolve = resolve,
    ) -> None:
        self._delay = delay
        self._longest_wait = longest_wait
        self._backoff = backoff
        self._limit = limit
        self._validators: Validators = {} if validators is None else validators
        self._keeps = validators is not None
        self._allow = allow
        self._headers = {
            "user-agent": user_agent(contact),
            "accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
            "accept-encoding": "gzip, deflate",
        }
        self._turns = Turns()
        self._robots = Robots(self._get_robots)
        self._http = Http(GuardedBackend(allow, resolve=resolve), timeout=timeout, tls=tls)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close every connection."""
        await self._http.close()

    async def fetch(self, url: str) -> Result:
        """The page at a URL, or word that it has not changed, or why it could not be had.

        Raises nothing for any URL or answer.
        """
        name = shown(url.encode("utf-8", "replace").decode())
        try:
            with one_page("The page", name):
                return await self._follow(url)
        except PageError as error:
            return failure(name, error)

    async def _follow(self, url: str) -> Fetched | NotModified:
        at = checked_url(url, self._allow)
        for _ in range(REDIRECTS + 1):
            rules = await self._robots.rules(at)
            if rules.why is not None:
                raise FetchError(str(rules.why), rules.why.reason)
            if not rules.allows(at):
                raise FetchError(f"{at.host} asks in its robots.txt not to fetch it.", "robots")
            kept = self._validators.get(str(at))
            pause = max(self._delay, min(rules.delay, self._longest_wait))
            answer = await self._ask(at, self._limit, pause, kept)
            if (moved := self._moved(at, answer)) is None:
                return self._result(url, at, answer, kept)
            at = moved
        raise FetchError(f"It was redirected more than {REDIRECTS} times.", "redirects")

    async def _get_robots(self, url: httpx.URL) -> Answer:
        """A robots.txt, wherever redirects lead; nobody is asked whether it may be fetched."""
        for _ in range(REDIRECTS + 1):
            answer = await self._ask(url, LONGEST_ROBOTS, self._delay, whole=False)
            if (moved := self._moved(url, answer)) is None:
                break
            url = moved
        return answer

    def _moved(self, url: httpx.URL, answer: Answer) -> httpx.URL | None:
        """Where a redirect leads, checked as every URL is; None where the answer is none."""
        place = answer.headers.get("location")
        if answer.status not in _MOVED or not place:
            return None
        try:
            joined = url.join(place)
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError("It is redirected to no address.", "bad address") from error
        return checked_url(joined, self._allow)

    async def _ask(
        self,
        url: httpx.URL,
        limit: int,
        pause: float,
        kept: Validator | None = None,
        *,
        whole: bool = True,
    ) -> Answer:
        """One answer, asked for again where it failed in passing."""
        headers = self._headers | _conditions(kept)
        for attempt in range(1, _ATTEMPTS + 1):
            async with self._turns.turn(host_of(url), pause):
                wait: float | None = None
                try:
                    answer = await self._http.get(url, headers, limit, whole=whole)
                    if answer.status != _BUSY and answer.status < 500:
                        return answer
                    wait = answer.wait
                    error = FetchError(_sentence(answer.status), f"status {answer.status}")
                except FetchError as failed:
                    error = failed
                    if failed.reason not in RETRIED:
                        raise
                if wait is None:
                    wait = self._backoff * 2 ** (attempt - 1)
                if attempt == _ATTEMPTS or wait > self._longest_wait:
                    raise error
                self._turns.hold(host_of(url), wait)
        raise AssertionError("the last attempt returns or raises")

    def _result(
        self, url: str, at: httpx.URL, answer: Answer, kept: Validator | None
    ) -> Fetched | NotModified:
        now = dt.datetime.now(dt.UTC)
        if answer.status == HTTPStatus.NOT_MODIFIED and kept:
            return NotModified(url, str(at), now)
        if not 200 <= answer.status < 300:
            raise FetchError(_sentence(answer.status), f"status {answer.status}")
        if self._keeps:
            self._keep(str(at), answer)
        return Fetched(url, str(at), answer.status, answer.headers, answer.body, now)

    def _keep(self, url: str, answer: Answer) -> None:
        given = Validator(
            _usable(answer.headers.get("etag")), _usable(answer.headers.get("last-modified"))
        )
        if given.etag or given.modified:
            self._validators[url] = given
        else:
            self._validators.pop(url, None)


def fetch(urls: Iterable[str], **settings: Any) -> Iterator[Result]:
    """Fetch pages, several hosts at once; results come in the order of `urls`.

    `settings` are those of Fetcher. `urls` is read as results are taken, a few ahead.
    """
    fetcher = Fetcher(**settings)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="fetch", daemon=True)
    thread.start()
    waiting: deque[Future[Result]] = deque()
    try:
        for url in urls:
            waiting.append(asyncio.run_coroutine_threadsafe(fetcher.fetch(url), loop))
            if len(waiting) >= _AT_ONCE:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        asyncio.run_coroutine_threadsafe(_ended(fetcher), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _ended(fetcher: Fetcher) -> None:
    """Give up whatever is still under way."""
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await fetcher.close()


def user_agent(contact: str | None = None) -> str:
    """How this program names itself to servers. Raises ValueError for a contact beyond ASCII."""
    if contact and not (contact.isascii() and contact.isprintable()):
        raise ValueError("The contact must be printable ASCII characters.")
    return f"Dualtrack/{__version__} ({f'+{contact}; ' if contact else ''}reads the news)"


def _conditions(kept: Validator | None) -> dict[str, str]:
    """The headers that ask for a page only if it has changed."""
    if kept is None:
        return {}
    asked = {"if-none-match": _usable(kept.etag), "if-modified-since": _usable(kept.modified)}
    return {name: value for name, value in asked.items() if value}


def _usable(value: str | None) -> str | None:
    """A header that can be sent back as it came; None for one that is too long or odd."""
    if value and len(value) <= _LONGEST_HEADER and value.isascii() and value.isprintable():
        return value
    return None


def _sentence(status: int) -> str:
    try:
        return f"The server answered {status} ({HTTPStatus(status).phrase})."
    except ValueError:
        return f"The server answered {status}."
