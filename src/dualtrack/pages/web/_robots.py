"""What each site asks of programs in its robots.txt (RFC 9309), kept for a day."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from dualtrack._errors import FetchError, PageError
from dualtrack.pages.web._guard import host_of, port_of
from dualtrack.pages.web._http import Answer

log = logging.getLogger(__name__)

NAME = "dualtrack"
"""The name by which a robots.txt may address this program."""
LONGEST = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 kibibytes."""

_DAY = 86_400.0
_SOON = 600.0  # seconds until a robots.txt that could not be had is asked for again
_MOST = 10_000  # sites remembered at once


@dataclass(frozen=True, slots=True)
class Rules:
    """A site's rules; none where it has no robots.txt. `why` says why it could not be had."""

    parsed: Protego | None = None
    why: FetchError | None = None

    @property
    def known(self) -> bool:
        """Whether the site's robots.txt was had, or is known not to be there."""
        return self.why is None

    def allows(self, url: httpx.URL) -> bool:
        """Whether a page may be fetched."""
        if self.parsed is None:
            return self.known
        return self.parsed.can_fetch(str(url), NAME)

    @property
    def delay(self) -> float:
        """Seconds that the site asks to leave between two questions."""
        return (self.parsed.crawl_delay(NAME) or 0.0) if self.parsed else 0.0


class _Site:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.rules: Rules | None = None
        self.until = 0.0


class Robots:
    """Rules by site, from the robots.txt that `get` brings.

    A robots.txt that is not there (400 to 499 but 429) allows everything. One that cannot be
    had (no connection, 429, 500 and above) forbids everything for now. `clock` gives seconds.
    """

    def __init__(
        self,
        get: Callable[[httpx.URL], Awaitable[Answer]],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._get = get
        self._clock = clock
        self._sites: dict[str, _Site] = {}

    async def rules(self, url: httpx.URL) -> Rules:
        """The rules of a page's site."""
        name = f"{url.scheme}://{host_of(url)}:{port_of(url)}"
        site = self._sites.setdefault(name, _Site())
        async with site.lock:  # several pages of a site may ask at once
            if site.rules is None or site.until <= self._clock():
                site.rules = await self._fetched(url.copy_with(raw_path=b"/robots.txt"))
                site.until = self._clock() + (_DAY if site.rules.known else _SOON)
                if len(self._sites) > _MOST:
                    del self._sites[next(iter(self._sites))]
            return site.rules

    async def _fetched(self, url: httpx.URL) -> Rules:
        try:
            answer = await self._get(url)
        except FetchError as error:
            # Where the host itself is out of reach, that is the reason for its pages too.
            return _unknown(url, None if error.reason.startswith("status") else error)
        except PageError as error:
            log.debug("no robots.txt at %s: %s", url.host, error)
            return _unknown(url)
        if answer.status == 429 or answer.status >= 500:
            return _unknown(url)
        if not 200 <= answer.status < 300:
            return Rules()
        try:
            text = answer.body.decode("utf-8", "replace").removeprefix("\ufeff")
            return Rules(Protego.parse(text))
        except Exception:
            log.exception("the robots.txt of %s broke its reader", url.host)
            return _unknown(url)


def _unknown(url: httpx.URL, why: FetchError | None = None) -> Rules:
    message = f"The robots.txt of {url.host} could not be had, so nothing is fetched."
    return Rules(why=why or FetchError(message, "robots"))
